"""Which number states how long which list is: "There are 3 outcomes:", "the following 4 reasons:", "List of 12 areas".

A number is taken for a stated length only where the grammar leaves no other reading ("sure"), or, less surely, where
its noun stands right before the colon ("We visited 6 areas:"). "In 2 of the 5 areas we found:" states no length.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from areasend.check.numbers.consistency.plain_words import spelling
from areasend.check.numbers.documents.model import Block, Document, ItemList, Passage, Role, Table
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number, Relation, Unit

_NOUN_WINDOW = 6
_NOUN_REACH = 100
_LEAD_REACH = 500
_SHORT_LINE = 14
_AHEAD = 4
_NOT_ALL = re.compile(r"\b(?:includ\w+|such as|for example|for instance|e\.?g\b|among|some of)", re.IGNORECASE)
_LIST_OF = re.compile(r"\blist of (?:the |all |all the |our |these )?$", re.IGNORECASE)
_THERE_ARE = re.compile(r"\bthere (?:are|were|will be|have been) (?:now |also |only |just )?$", re.IGNORECASE)
_FOLLOWING = re.compile(r"\b(?:the following|following) $", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?:the|our|these|those|all|its|their) $", re.IGNORECASE)
_ARE = re.compile(r"\b(?:are|were|as follows|namely|listed below|set out below|shown below|below)\s*:$", re.IGNORECASE)
_OTHER_SUBJECT = re.compile(r"[,;]|\b(?:the|their|its|our|we|they|it|said|told|found)\b", re.IGNORECASE)
_OTHER_OBJECT = re.compile(
    r"\b(?:found|said|saw|told|heard|reported|following|whose|where)\b|\b(?:that|which|who|by|with|to|we \w+)\s*:$",
    re.I,
)
_PART_OF = re.compile(r"\b(?:of|in|from|for|at|with|to|by|across) (?:the |all |these |those |our )?$", re.IGNORECASE)
_BREAKING = (
    "of in with that for which who where when from to by at on across under are were was is have had has and or than"
    " as during between since not we they it per"
)
_BREAKS = frozenset(_BREAKING.split())
_IRREGULAR = frozenset({"people", "children", "criteria"})
_NO_PLURAL = ("ss", "us", "is")


@dataclass(frozen=True, slots=True)
class StatedLength:
    """`number` says that `items` are so many `noun`; `counts` are all lengths that a reader may find there, the most
    likely first. `sure` is unset where the number may count something else."""

    number: Number
    noun: str
    items: tuple[Passage, ...]
    counts: tuple[int, ...]
    sure: bool


def plural_after(text: str) -> str:
    """The plural noun that a number right before `text` counts, in lower case, or empty: "broad themes that" themes."""
    reach = re.split(r"[,;:.()–—]", text, maxsplit=1)[0]
    for word in spelling(reach)[:_NOUN_WINDOW]:
        if word in _BREAKS:
            return ""
        if word in _IRREGULAR or (word.endswith("s") and len(word) > 3 and not word.endswith(_NO_PLURAL)):
            return word
    return ""


def whole(number: Number) -> int | None:
    """The value of a number that may state a length: an exact count of 2 or more."""
    exact = number.is_statistic and number.unit is Unit.COUNT and number.relation is Relation.EXACT
    if not exact or number.value != int(number.value) or number.value < 2:
        return None
    return int(number.value)


def stated_lengths(evidence: Evidence, document: Document) -> Iterator[StatedLength]:
    """Every stated length of a list in a document, in order."""
    blocks = [block for block in document.blocks if not (isinstance(block, Passage) and block.role is Role.FURNITURE)]
    for place, block in enumerate(blocks):
        if isinstance(block, Passage):
            yield from _titled(evidence, blocks, place, block)
        elif isinstance(block, ItemList) and place and isinstance(blocks[place - 1], Passage):
            yield from _introduced(evidence, blocks, place)


def _introduced(evidence: Evidence, blocks: Sequence[Block], place: int) -> Iterator[StatedLength]:
    """The list at `place`, by the passage before it, or by that passage's own number one sentence earlier."""
    lead = blocks[place - 1]
    assert isinstance(lead, Passage)
    text = lead.text.rstrip()
    if not text.endswith(":"):
        return
    items = _run(blocks, place)
    counts = _counts(items)
    for number in evidence.numbers_in(lead):
        if number.end < len(text) - _LEAD_REACH:
            continue
        last = text[number.sentence.start :].rstrip()
        noun = plural_after(text[number.end : number.end + _NOUN_REACH])
        if whole(number) is None or not noun or _NOT_ALL.search(last):
            continue
        if number.sentence.start + len(number.sentence.text.rstrip()) >= len(text):
            sure = _surely(number, noun)
            if sure is not None:
                yield StatedLength(number, noun, items, counts, sure)
        elif _taken_up(text[number.sentence.end :], noun):
            yield StatedLength(number, noun, items, counts, True)
    yield from _stated_before(evidence, blocks, place, items)


def _surely(number: Number, noun: str) -> bool | None:
    """Whether a number in the sentence that ends in the colon states the length: True, False (perhaps), None (no)."""
    sentence = number.sentence
    before = sentence.text[: number.start - sentence.start]
    after = sentence.text[number.end - sentence.start :].rstrip()
    beyond = after[after.casefold().find(noun) + len(noun) :]
    if _FOLLOWING.search(before):
        return True
    if _THERE_ARE.search(before):
        return None if _OTHER_OBJECT.search(after) else True
    if _SUBJECT.search(before) and _ARE.search(after):
        return None if _OTHER_SUBJECT.search(beyond) else True
    if beyond.strip() == ":" and not _PART_OF.search(before):
        return False
    return None


def _taken_up(rest: str, noun: str) -> bool:
    """Whether the sentence after the number says "The themes ... are:" of the same noun, and no other sentence does."""
    spelt = spelling(rest)
    return (
        len(spelt) > 1
        and spelt[0] in {"the", "these", "they"}
        and (noun in spelt[:3] or spelt[0] == "they" or spelt[:2] == ("these", "are"))
        and re.search(r"\b(?:are|were)\s*:$", rest.rstrip()) is not None
        and not _NOT_ALL.search(rest)
        and rest.strip().count(". ") == 0
    )


def _stated_before(
    evidence: Evidence, blocks: Sequence[Block], place: int, items: tuple[Passage, ...]
) -> Iterator[StatedLength]:
    """A number in the last sentence of the passage before the lead, which takes its noun up."""
    before = blocks[place - 2] if place > 1 else None
    lead = blocks[place - 1]
    if not isinstance(before, Passage) or not isinstance(lead, Passage) or before.role is Role.HEADING:
        return
    end = len(before.text.rstrip())
    for number in evidence.numbers_in(before):
        if number.end < end - _LEAD_REACH:
            continue
        noun = plural_after(before.text[number.end : number.end + _NOUN_REACH])
        closes = number.sentence.start + len(number.sentence.text.rstrip()) >= end
        if whole(number) is not None and noun and closes and _taken_up(lead.text, noun):
            yield StatedLength(number, noun, items, _counts(items), True)


def _titled(evidence: Evidence, blocks: Sequence[Block], place: int, title: Passage) -> Iterator[StatedLength]:
    """The lists under a title "List of 54 local areas ...", up to where its part of the document ends."""
    for number in evidence.numbers_in(title):
        noun = plural_after(title.text[number.end : number.end + _NOUN_REACH])
        before = title.text[max(0, number.start - _NOUN_REACH) : number.start]
        if whole(number) is None or not noun or not _LIST_OF.search(before):
            continue
        items, counts = _under(blocks, place, title)
        if items:
            yield StatedLength(number, noun, items, counts, True)
        return


def _under(blocks: Sequence[Block], place: int, title: Passage) -> tuple[tuple[Passage, ...], tuple[int, ...]]:
    """The items of all lists under a title with the counts at which it may be meant to end, the whole first."""
    items: list[Passage] = []
    ends: list[int] = []
    levels: list[int] = []
    level = between = 0
    for block in blocks[place + 1 :]:
        if isinstance(block, ItemList):
            items += block.items
            levels.append(level)
            continue
        if isinstance(block, Table) or (_closes(block) if items else between == _AHEAD):
            break
        between += not items
        if block.role is Role.HEADING:
            if items and block.level < (min(levels) or title.level):
                break
            if items and min(levels) == 0:
                ends.append(len(items))
            level = block.level
    depth = min((item.level for item in items), default=0)
    top = sum(item.level == depth for item in items)
    return tuple(items), tuple(dict.fromkeys([top, len(items), *ends]))


def _closes(block: Passage) -> bool:
    """Whether a passage after lists begins something else: a sentence, a caption, another stated list."""
    if re.search(r"\blist of (?:\w+ ){0,2}\d", block.text, re.IGNORECASE):
        return True
    if block.role is Role.HEADING:
        return False
    return block.role is Role.CAPTION or len(spelling(block.text)) > _SHORT_LINE or block.text.rstrip().endswith(".")


def _run(blocks: Sequence[Block], place: int) -> tuple[Passage, ...]:
    """The items of the list at `place` and of those that follow it with nothing between, as after a page break."""
    items: list[Passage] = []
    for block in blocks[place:]:
        if not isinstance(block, ItemList):
            break
        items += block.items
    return tuple(items)


def _counts(items: Sequence[Passage]) -> tuple[int, ...]:
    depth = min(item.level for item in items)
    return tuple(dict.fromkeys([sum(item.level == depth for item in items), len(items)]))
