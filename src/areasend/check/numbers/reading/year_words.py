"""Whether four digits are a year, and which kind of year "2023/24" is, by the words right beside them."""

import re
from typing import Final

from areasend.check.numbers.reading.model import DateKind

_AMOUNT_BEFORE: Final = re.compile(
    r"(?:\b(?:over|more\sthan|above|at\sleast|almost|nearly|under|(?:fewer|less)\sthan|up\sto|approximately|roughly|some"
    r"|around|about|exceeding|total\sof|further|remaining|additional|all|only|another)\s|[£€$#]\s?)\Z"
)
_TIME_BEFORE: Final = re.compile(
    r"(?:\b(?:in|during|since|by|from|of|to|until|before|after|for|and|between|year|early|late|mid|throughout|spring"
    r"|summer|autumn|winter|the|than|or|each|every|end)\s|[(,;:'\"])\s?\Z"
)
_PEOPLE_AFTER: Final = re.compile(
    r"\s(?:[a-z]{2,16}\s)?(?:responses|respondents|replies|children|pupils|people|parents|carers|places|schools"
    r"|learners|students|appeals|complaints|requests|patients|staff|homes|families|records|cases|providers)\b"
)
_UNIT_AFTER: Final = re.compile(r"\s?(?:%|per\s?cent\b|million\b|billion\b|thousand\b|bn\b|pounds\b)")
_ENACTED: Final = re.compile(
    r"\b(?:acts?|regulations|order|rules|bill|measure|convention|directive)(?:\s\([a-z ,]{1,40}\))?\s(?:of\s)?\(?\Z"
)
_KIND_BEFORE: Final = re.compile(
    r"\b(academic|school|financial|fiscal|tax)\syears?[\s,:]{1,2}(?:of\s|ending\s|ended\s|from\s|in\s)?\Z"
)
_KIND_AFTER: Final = re.compile(r"\s(academic|school|financial|fiscal|tax)\syears?\b")
_LOOK: Final = 64


def is_enacted(text: str, start: int) -> bool:
    """Whether the year at `start` belongs to the name of a law."""
    return _ENACTED.search(text, max(0, start - _LOOK), start) is not None


def is_year(text: str, start: int, end: int) -> bool:
    """Whether four digits are a year: no unit, no law before them, not "over 2000 pupils". In plain typography."""
    if _UNIT_AFTER.match(text, end) is not None or is_enacted(text, start):
        return False
    counted = _PEOPLE_AFTER.match(text, end) is not None
    before = max(0, start - _LOOK)
    if _AMOUNT_BEFORE.search(text, before, start) is not None:
        return not counted and not re.match(r"\s[a-z]{3,}s\b", text[end : end + _LOOK])
    return not counted or _TIME_BEFORE.search(text, before, start) is not None


def year_kind(text: str, start: int, end: int) -> DateKind | None:
    """The kind of year that the words beside a date name, if they do."""
    match = _KIND_BEFORE.search(text, max(0, start - _LOOK), start) or _KIND_AFTER.match(text, end)
    if match is None:
        return None
    return DateKind.SCHOOL_YEAR if match.group(1) in ("academic", "school") else DateKind.FINANCIAL_YEAR
