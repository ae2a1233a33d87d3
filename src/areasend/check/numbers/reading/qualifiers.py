"""What the words right before and after a number make of it: "over", "or fewer"; "the remaining", "only", "all"."""

import re
from typing import Final

from areasend.check.numbers.reading.model import Part, Relation

_BY_HOW_MUCH: Final = r"(?:(?:just|slightly|well|far|significantly|a\slittle)\s)?"
_AT_MOST: Final = (
    r"no\s(?:more|greater|higher)\sthan|not\s(?:more|higher)\sthan|(?<!\badd\s)(?<!\badds\s)(?<!\badded\s)(?<!\badding\s)(?<!\bsum\s)(?<!\bsums\s)up\sto|at\smost|(?:an?\s|the\s)?maximum\sof"
    r"|as\smany\sas|≤|<=|not\sover|not\sexceeding"
)
_AT_LEAST: Final = r"(?:no|not)\s(?:fewer|less|lower)\sthan|at\sleast|(?:an?\s|the\s)?minimum\sof|≥|>=|at\sor\sabove"
_MORE: Final = (
    rf"{_BY_HOW_MUCH}(?:over|above|more\sthan|greater\sthan|higher\sthan)|in\sexcess\sof|exceed(?:s|ed|ing)?"
    r"|upwards\sof|>"
)
_LESS: Final = (
    rf"{_BY_HOW_MUCH}(?:under|below|less\sthan|fewer\sthan|lower\sthan|short\sof)|almost|nearly|not\squite"
    r"|approaching|<"
)
_ABOUT: Final = (
    r"about|around|approximately|approx\.?|roughly|some|circa|c\.|ca\.|in\sthe\sregion\sof|(?:an\s)?estimated"
    r"|close\sto|~|≈|broadly"
)
_BEFORE: Final = (
    (Relation.AT_MOST, _AT_MOST),
    (Relation.AT_LEAST, _AT_LEAST),
    (Relation.MORE, _MORE),
    (Relation.LESS, _LESS),
    (Relation.ABOUT, _ABOUT),
)
_PARTS: Final = (
    (Part.REMAINING, r"(?:the|all|its|our)\s(?:remaining|other)|remaining|(?:the\s)?rest,|the\srest\s\(|the\srest:"),
    (Part.FURTHER, r"(?:an?\s)?(?:further|additional|extra)|another"),
    (
        Part.ALL,
        r"(?<!\bin\s)all(?:\sof)?(?:\s(?:the|these|those|our|its))?|(?:each|every\sone)\sof(?:\s(?:the|these|those|our|its))?|the\s(?:whole|full)",
    ),
    (Part.ONLY, r"only|just|merely|a\smere|(?:is|was|are|were)\ssolely"),
)
_HEAD: Final = r"(?:^|(?<![\w-]))"
_RELATION: Final = re.compile(
    _HEAD + "(?:" + "|".join(f"(?P<{kind.name}>{words})" for kind, words in _BEFORE) + r")\s?(?:an?\s)?\Z"
)
_PART: Final = re.compile(_HEAD + "(?:" + "|".join(f"(?P<{kind.name}>{words})" for kind, words in _PARTS) + r")\s?\Z")
_AFTER: Final = (
    (
        Relation.AT_LEAST,
        re.compile(r"(?:\s[a-z'-]{1,24})?\s(?:or|and)\s(?:more|above|over|higher|greater)\b(?!\sthan)|\+(?!\w)"),
    ),
    (Relation.AT_MOST, re.compile(r"(?:\s[a-z'-]{1,24})?\s(?:or|and)\s(?:fewer|less|under|below|lower)\b(?!\sthan)")),
    (Relation.ABOUT, re.compile(r"(?:\s[a-z'-]{1,24})?\sor\s(?:so|thereabouts)\b")),
)
_MORE_AFTER: Final = re.compile(r"\s(?:more|others?|further|additional)\b(?!\s(?:than|or\sless))")
_LOOK: Final = 48


def relation_and_part(text: str, start: int, end: int) -> tuple[Relation, Part, int]:
    """How the true value stands to the number at `start` to `end`, what part it is, and where the words before it
    start; `text` is in plain typography. "only just over 5" is ONLY and MORE; "a further 17,000" is FURTHER."""
    relation, part, at = Relation.EXACT, Part.NONE, start
    found = _RELATION.search(text, max(0, at - _LOOK), at)
    if found is not None:
        relation, at = Relation[found.lastgroup or ""], found.start()
    found = _PART.search(text, max(0, at - _LOOK), at)
    if found is not None:
        part, at = Part[found.lastgroup or ""], found.start()
        again = _RELATION.search(text, max(0, at - _LOOK), at) if relation is Relation.EXACT else None
        if again is not None:
            relation, at = Relation[again.lastgroup or ""], again.start()
    if relation is Relation.EXACT:
        relation = next((kind for kind, words in _AFTER if words.match(text, end) is not None), relation)
    if part is Part.NONE and _MORE_AFTER.match(text, end) is not None:
        part = Part.FURTHER
    return relation, part, at
