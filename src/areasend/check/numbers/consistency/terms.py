"""Terms used for each other: the same numbers called inspections here and local areas there, SEN here and SEND there.

Inspections and areas: at least three different numbers that prose calls one stand under the other in a table, and prose
never calls them that; or a note right after a caption names the other term than the caption counts. SEN and SEND: one
number of three digits or more that stands with either, as the same words say what is counted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from areasend.check.numbers.consistency.plain_words import places, significant, spelling
from areasend.check.numbers.documents.model import Document, ItemList, Passage, Role, Table, Where
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number, Unit
from areasend.check.numbers.results.model import Finding, Kind, Severity, Verdict

_AREAS = re.compile(r"\b(?:local\s)?areas?(?:\spartnerships?)?\b(?!\s(?:SEND|for\s|of\s))", re.IGNORECASE)
_NUMBER_OF = (
    r"\b(?:numbers?|counts?|proportions?|percentages?|shares?)\sof\s(?:all\s|the\s|local\s|full\s|area\s|SEND\s)*"
)
_COUNTED_AREAS = re.compile(_NUMBER_OF + r"(?:areas?|(?:area\s)?partnerships?)\b", re.IGNORECASE)
_COUNTED_INSPECTIONS = re.compile(_NUMBER_OF + r"inspections?\b", re.IGNORECASE)
_CAPTION = re.compile(r"^(?:figure|table|chart|map)\s\d", re.IGNORECASE)
_BESIDE = re.compile(
    r"^(?:\sof)?(?:\s(?:the|all|these|those|our))?(?:\s(?:full|joint|area|SEND|local|other|such|inspected)){0,4}?"
    r"\s(?P<noun>inspections?|(?:local\s)?(?:areas?|area\spartnerships?))\b(?!\s(?:for|of|SEND|inspections?)\b)",
    re.IGNORECASE,
)
_BESIDE_REACH = 70
_FEWEST = 3
_NOTE_REACH = 14
_SEN = re.compile(r"\bSEN\b")
_SEND = re.compile(r"\bSEND\b")
_AROUND = 70
_DIGITS = 3
_ALIKE = 0.5

Value = tuple[Decimal | Fraction, Unit]


@dataclass(frozen=True, slots=True)
class _Use:
    """A number with the words that say what it counts."""

    number: Number | None
    where: Where
    text: str


def terms(evidence: Evidence) -> Iterator[Verdict]:
    """One finding for each pair of terms in a document."""
    numbers: dict[str, list[Number]] = {}
    for number in evidence.numbers:
        numbers.setdefault(number.passage.file, []).append(number)
    for document in evidence.documents:
        yield from _inspections_and_areas(evidence, document)
        yield from _sen_and_send(numbers.get(document.file, []))


def _inspections_and_areas(evidence: Evidence, document: Document) -> Iterator[Finding]:
    prose = _in_prose(evidence, document)
    inspections, areas = prose["inspections"], prose["areas"]
    tables = [*_in_tables(evidence, document)] if inspections or areas else []
    for named, term, told, untold in (
        ("local areas", _COUNTED_AREAS, inspections, areas),
        ("inspections", _COUNTED_INSPECTIONS, areas, inspections),
    ):
        same = {value: use for label, value, use in tables if value in told and _heads(label, term, named)}
        same = {value: use for value, use in same.items() if value not in untold}
        first = next(iter(same), None)
        if first is not None and len(same) >= _FEWEST:
            said = told[first]
            notes = places(note.where() for note, _ in _notes(document))
            yield _finding(
                same[first],
                said,
                f"{len(same)} numbers that the table gives as {named} stand in the text as "
                f"{'inspections' if named == 'local areas' else 'local areas'}, such as “{said.text}” ({said.where})."
                + (f" Notes on figures that count inspections say local areas, too: {notes}." if notes else ""),
            )
            return
    yield from _by_note(document)


def _in_prose(evidence: Evidence, document: Document) -> dict[str, dict[Value, _Use]]:
    """The numbers that a sentence itself calls inspections or areas."""
    found: dict[str, dict[Value, _Use]] = {"inspections": {}, "areas": {}}
    for block in document.blocks:
        passages = block.items if isinstance(block, ItemList) else (block,) if isinstance(block, Passage) else ()
        for passage in passages:
            for number in evidence.numbers_in(passage):
                beside = _BESIDE.match(passage.text[number.end : number.end + _BESIDE_REACH])
                if not number.is_statistic or beside is None:
                    continue
                kind = "inspections" if beside["noun"].casefold().startswith("inspection") else "areas"
                shown = number.text + passage.text[number.end : number.end + beside.end()]
                found[kind].setdefault((number.value, number.unit), _Use(number, number.where, shown))
    return found


def _in_tables(evidence: Evidence, document: Document) -> Iterator[tuple[str, Value, _Use]]:
    """Each number of a cell with the labels of its row and its column."""
    for block in document.blocks:
        if not isinstance(block, Table):
            continue
        for row in block.rows:
            for column, cell in enumerate(row):
                for number in evidence.numbers_in(cell) if column >= block.label_columns else ():
                    if number.is_statistic:
                        for label in (row[0].text, block.header[column].text):
                            use = _Use(number, number.where, label)
                            yield label, (number.value, number.unit), use


def _heads(label: str, term: re.Pattern[str], named: str) -> bool:
    """Whether a label says that what it heads are numbers of the term: "Local areas", "Proportion of local areas"."""
    return term.search(label) is not None or " ".join(spelling(label)) == named


def _notes(document: Document) -> Iterator[tuple[Passage, Passage]]:
    """Each note "Number of local areas in brackets" right after a caption that counts inspections, and the caption."""
    caption: Passage | None = None
    for block in document.blocks:
        if not isinstance(block, Passage):
            caption = None
        elif block.role is Role.CAPTION or _CAPTION.match(block.text):
            caption = block
        elif block.role is Role.HEADING:
            caption = None
        elif caption is not None and len(spelling(block.text)) <= _NOTE_REACH and _COUNTED_AREAS.search(block.text):
            if re.search(r"\binspections\b", caption.text, re.IGNORECASE) and not _AREAS.search(caption.text):
                yield block, caption
            caption = None


def _by_note(document: Document) -> Iterator[Finding]:
    found = list(_notes(document))
    if found:
        note, caption = found[0]
        yield _finding(
            _Use(None, note.where(), note.text),
            _Use(None, caption.where(), caption.text),
            f"The caption counts inspections (“{caption.text}”, {caption.where()}), the note local areas"
            + (f"; also {places(entry.where() for entry, _ in found[1:])}." if found[1:] else "."),
        )


def _sen_and_send(numbers: Sequence[Number]) -> Iterator[Finding]:
    """A number that stands with SEN in one place and with SEND in another, said of the same."""
    told: dict[Value, dict[str, tuple[_Use, frozenset[str]]]] = {}
    for number in numbers:
        if not number.is_statistic or not _telling(number):
            continue
        text = number.passage.text
        around = text[
            max(number.sentence.start, number.start - _AROUND) : min(number.sentence.end, number.end + _AROUND)
        ]
        sen, send = _SEN.search(around), _SEND.search(around)
        if bool(sen) != bool(send):
            use = _Use(number, number.where, around.strip())
            key = "SEN" if sen else "SEND"
            told.setdefault((number.value, number.unit), {}).setdefault(key, (use, significant(spelling(around))))
    found = [entry for entry in told.values() if len(entry) == 2 and _alike(entry["SEN"][1], entry["SEND"][1])]
    if found:
        first = found[0]
        yield _finding(
            first["SEND"][0],
            first["SEN"][0],
            f"{len(found)} number{'s stand' if len(found) > 1 else ' stands'} with SEND here and with SEN elsewhere"
            f" ({first['SEN'][0].where}); SEND includes disabilities, SEN does not.",
        )


def _telling(number: Number) -> bool:
    return len([digit for digit in number.text if digit.isdigit()]) >= _DIGITS


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    apart = {"sen", "send"}
    return len((one & other) - apart) >= _ALIKE * min(len(one - apart), len(other - apart))


def _finding(use: _Use, other: _Use, message: str) -> Finding:
    return Finding(
        kind=Kind.TERM,
        severity=Severity.QUERY,
        where=use.where,
        quote=use.text[:100],
        expected=other.text[:100],
        found=use.text[:100],
        message=message,
        advice="Use one term for one thing, or say that the two counts are the same.",
    )
