"""What a number in prose counts and how it stands in its sentence, as far as the words right beside it tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from areasend.check.numbers.documents.model import Document, ItemList, Passage, Role
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number, Relation, Unit

_LOOK = 80
_REMEMBERED = 1024
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_STOP = re.compile(r"[,;:.()\[\]–—]")
_NO_NOUN = re.compile(
    r"was|has|is|this|its|as|us|less|plus|across|does|yes|thus|always|perhaps|previous|various|towards|besides"
)
_NOUN_ENDS = re.compile(
    r"were|was|had|have|has|did|do|are|is|received|took|led|found|said|gave|reported|could|would|will|from|in|by|with|to"
    r"|for|at|on|who|that|which|where|per|between|during|since|and|or|than|as"
)
BOUND = (
    r"over|more than|at least|about|around|nearly|almost|just|only|under|fewer than|less than|up to|some|approximately"
    r"|at most|no more than|no fewer than|as many as|roughly|a total of"
)
_PART_START = re.compile(
    r"(?:^|[.!?;:,(–—]|\band\b|\bwhile\b|\bwhereas\b|\bbut\b)\W*"
    r"(?:(?:of|among|from|in) (?:these|those|them|which|the total)\W*)?"
    r"(?:(?:in|for|at|of|to|from|on|by|and|there were|we found that)\s+)?"
    rf"(?:(?:{BOUND})\s+){{0,2}}"
    r"(?:(?:the|a|an|further|other|another|additional|remaining|rest)\s+){0,3}\(?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The passages of prose under one heading, in order."""

    passages: tuple[Passage, ...]


def stretches(document: Document) -> Iterator[Stretch]:
    """The prose of a document, heading by heading; tables and furniture are left out."""
    current: list[Passage] = []
    for block in document.blocks:
        if isinstance(block, Passage) and block.role is Role.HEADING:
            if current:
                yield Stretch(tuple(current))
            current = []
        elif isinstance(block, Passage) and block.role in (Role.PARAGRAPH, Role.ITEM):
            current.append(block)
        elif isinstance(block, ItemList):
            current.extend(block.items)
    if current:
        yield Stretch(tuple(current))


def counts_in(evidence: Evidence, passage: Passage) -> Iterator[Number]:
    """The counts of a passage, stated exactly or with a bound."""
    return (number for number in evidence.numbers_in(passage) if number.is_statistic and number.unit is Unit.COUNT)


def is_stated(number: Number) -> bool:
    return number.relation is Relation.EXACT


def noun(number: Number) -> str:
    """The plural noun right after a number, without its ending: "inspection" of "54 full inspections"; or nothing."""
    found, first = _noun_in(number.passage.text[number.end : number.end + _LOOK])
    return found or (first if number.value == 1 else "")


@lru_cache(maxsize=_REMEMBERED)
def _noun_in(after: str) -> tuple[str, str]:
    """The plural noun in the words after a number, if any, and the first of them."""
    stop = _STOP.search(after)
    words = [match.group().lower() for match in _WORD.finditer(after[: stop.start()] if stop else after)]
    for word in words[:4]:
        if _NOUN_ENDS.fullmatch(word):
            return "", ""
        if word.endswith("s") and not word.endswith(("ss", "'s", "’s")) and not _NO_NOUN.fullmatch(word):
            return word[:-1], ""
    return "", words[0] if words else ""


def alike(first: Number, second: Number) -> bool:
    """Whether two numbers may count the same kind of thing."""
    one, other = noun(first), noun(second)
    return not one or not other or one == other


def fraction_of(evidence: Evidence, number: Number) -> Number | None:
    """The fraction in words that a number in brackets right after it says again: "half (26 of 54)"."""
    if not number.id:
        return None
    before = evidence.numbers[number.id - 1]
    if before.passage is not number.passage or before.unit is not Unit.FRACTION or number.start - before.end > _LOOK:
        return None
    between = number.passage.text[before.end : number.start]
    return before if between.endswith("(") and not _STOP.search(between[:-1]) else None


def in_brackets(number: Number) -> bool:
    before = number.passage.text[max(0, number.start - _LOOK) : number.start]
    return before.rfind("(") > before.rfind(")")


def starts_part(number: Number) -> bool:
    """Whether a number stands first in its clause as a part does: "In 7 inspections", "and 6 of them"."""
    start = max(number.sentence.start, number.start - _LOOK)
    return _ends_as_part(number.passage.text[start : number.start])


@lru_cache(maxsize=_REMEMBERED)
def _ends_as_part(before: str) -> bool:
    return bool(_PART_START.search(before))


def same(first: Number, second: Number) -> bool:
    """Whether two numbers count the same kind of thing by the nouns after them."""
    return noun(first) == noun(second)


def added(numbers: list[Number]) -> str:
    return " + ".join(number.text for number in numbers)
