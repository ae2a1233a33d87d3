"""Words that say nought, one or two only sometimes: no, none, neither, one, both, twice, and ordinals.

Precision comes first: "no longer", "no single", "one of the most", "both parents and carers" say no statistic.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from areasend.check.numbers.reading.model import Sort
from areasend.check.numbers.reading.printed import Printed

_UNIT_NOUNS: Final = (
    "areas|regions|inspections|authorities|partnerships|schools|colleges|providers|settings|homes|visits|reports"
    "|countries|counties|districts|boroughs|trusts|nurseries|hospitals|respondents"
)
_UNIT_NOUN: Final = (
    "area|region|inspection|authority|partnership|school|college|country|county|district|borough|trust|nursery|hospital"
)
_GOES_ON: Final = (
    r"(?=\s(?:had|has|have|was|is|received|did|in|with|that|which|under|ended|took|could|can|may|will|would|so)\b"
    r"|\s?[,.;:)]|\s?\Z)"
)
_NO: Final = re.compile(
    r"(?<![\w-])(?<!there\sis\s)(?<!there\swas\s)no(?=\s(?:(?!(?:single|more|longer|other|one|of|on|in|for|to|with|from|at|by"
    r"|that|which|and|or|as|between|among|where|were|was|had|have|has|is|are|than|the|these|those|their|its|our)\b)"
    rf"[a-z]{{2,14}}\s){{0,2}}(?:(?:{_UNIT_NOUNS})(?![\w'-])|(?:{_UNIT_NOUN}){_GOES_ON}))"
)
_NONE: Final = re.compile(
    r"(?<![\w-])(?:none(?=\s(?:of\s(?:the|these|those|its|our|them|which|whom)|were|was|had|have|has|received|did)\b)"
    r"|neither(?=\sof\s(?:the|these|those|them|which)\b)|not\sone(?=\sof\s(?:the|these|those)\b))"
)
_BOTH: Final = re.compile(r"(?<![\w-])both(?=\s(?:of\s)?(?:the|these|those|of\sthem)\s)")
_AND: Final = re.compile(r"\sand\s")
_TIMES: Final = re.compile(r"(?<![\w-])(?:once|twice|thrice)(?![\w-])")
_TIMES_VALUE: Final = {"once": 1, "twice": 2, "thrice": 3}
_ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
_ORDINAL: Final = re.compile(rf"(?<![\w-])(?:{'|'.join(_ORDINALS)})(?![\w-])")
_WHOLE_CELL: Final = re.compile(r"\s?(?:none|nil|no)\.?\s?\Z")

_ONE_BEFORE: Final = re.compile(r"\b(?:only|just|the\sremaining|a\sfurther|remaining)\s\Z")
_ONE_AFTER: Final = re.compile(
    r"\sof\s(?:the|these|those|our|all)?\s?(?:the\s)?(?:[0-9]|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
    r"|\sout\sof\s|\s?\([0-9]"
)
_ONE_STARTS: Final = re.compile(r"(?:\A|[.:;(]\s?|\b(?:in|only|just|for|from|at|by)\s)\Z")
_ONE_LISTED: Final = re.compile(r"(?:[,;]|\band)\s\Z")
_PRONOUN_AFTER: Final = re.compile(
    r"\s(?:of|that|which|who|another|day|such|way|hand|can|may|must|should|could|would|or)\b|-"
)
_NO_ONE: Final = re.compile(
    r"\b(?:no|any|every|some|this|that|which|the|each|another|new|older|first|last|other|at\sleast)\s\Z"
)
_LOOK: Final = 24
_CLAUSE: Final = 60


def small_words(text: str) -> Iterator[Printed]:
    """Zero words as statistics, "both of the" as 2; "twice" and ordinals as what they are. In plain typography."""
    if _WHOLE_CELL.match(text) is not None and "no" not in text.split():
        start = len(text) - len(text.lstrip())
        yield _word(start, start + len(text.strip()), 0, no=True)
    for pattern in (_NO, _NONE):
        for match in pattern.finditer(text):
            yield _word(match.start(), match.end(), 0, no=True)
    for match in _BOTH.finditer(text):
        if _AND.search(text, match.end(), match.end() + _CLAUSE) is None:
            yield _word(match.start(), match.end(), 2)
    for match in _TIMES.finditer(text):
        yield _word(match.start(), match.end(), _TIMES_VALUE[match.group()], sort=Sort.ORDINAL)
    for match in _ORDINAL.finditer(text):
        yield _word(match.start(), match.end(), _ORDINALS.index(match.group()) + 1, sort=Sort.ORDINAL)


def one_counts(text: str, start: int, end: int, listed: bool) -> bool:
    """Whether "one" is a count: "only one", "in one of the 14", and where it ends a list of counts (`listed`).

    "Leeds is one of the 14" says that Leeds is among them and counts none.
    """
    before = max(0, start - _LOOK)
    if len(text) < _LOOK and text.strip() == "one":
        return True
    if _NO_ONE.search(text, before, start) is not None:
        return False
    if _ONE_AFTER.match(text, end) is not None:
        return _ONE_STARTS.search(text, before, start) is not None
    if _PRONOUN_AFTER.match(text, end) is not None:
        return False
    if _ONE_BEFORE.search(text, before, start) is not None:
        return True
    return listed and _ONE_LISTED.search(text, before, start) is not None


def _word(start: int, end: int, value: int, *, sort: Sort = Sort.STATISTIC, no: bool = False) -> Printed:
    return Printed(start=start, core=end, end=end, value=Decimal(value), sort=sort, spelled=True, no=no)
