"""Footnotes: each marker has its note, each note its marker, and one note fits every sentence that points to it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from areasend.check.numbers.consistency.plain_words import places, quote, significant, spelling
from areasend.check.numbers.documents.model import MarkKind, Note, Passage, Where
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading import sentences
from areasend.check.numbers.reading.model import Sentence
from areasend.check.numbers.results.model import Finding, Kind, Severity, Verdict

_COUNTED = r"(?:figures|numbers|statistics|percentages|counts|data)"
_SOURCE_OF_FIGURES = re.compile(
    rf"^\W*(?:the |these |all |both )?{_COUNTED}\b.{{0,40}}?\b(?:source[ds]?|taken|drawn|from|published|based)\b"
    rf"|^\W*sources? (?:of|for) (?:the |these |all )?{_COUNTED}\b",
    re.IGNORECASE,
)
_ABOUT = 0.25


@dataclass(frozen=True, slots=True)
class _Marker:
    label: str
    passage: Passage
    sentence: Sentence

    @property
    def where(self) -> Where:
        return self.passage.where(self.sentence.start)


def footnotes(evidence: Evidence) -> Iterator[Verdict]:
    """Markers and notes of each document."""
    for document in evidence.documents:
        markers: dict[str, list[_Marker]] = {}
        for passage in document.passages():
            for marker in _markers(passage):
                markers.setdefault(marker.label, []).append(marker)
        notes: dict[str, list[Note]] = {}
        for note in document.notes:
            if note.label:
                notes.setdefault(note.label, []).append(note)
        yield from _alone(markers, notes)
        yield from _twice(notes)
        yield from _order(markers)
        for label, found in markers.items():
            if len(notes.get(label, ())) == 1:
                yield from _meanings(evidence, notes[label][0], found)


def _markers(passage: Passage) -> Iterator[_Marker]:
    marks = passage.marked(MarkKind.FOOTNOTE)
    if not marks:
        return
    parts = sentences(passage.text) or (Sentence(0, len(passage.text), passage.text),)
    at = 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        while at + 1 < len(parts) and parts[at + 1].start < mark.start:
            at += 1
        yield _Marker(mark.value, passage, parts[at])


def _alone(markers: Mapping[str, Sequence[_Marker]], notes: Mapping[str, Sequence[Note]]) -> Iterator[Finding]:
    for label, found in markers.items():
        if label not in notes:
            yield _query(
                found[0].where,
                quote(found[0].passage, found[0].sentence.start, found[0].sentence.end),
                expected=f"a note {label}",
                found="no such note",
                message=f"The marker {label} has no note ({places(marker.where for marker in found)}).",
                advice="Add the note or take the marker out.",
            )
    doubled = _doubled(markers)
    for label, entries in notes.items():
        if label not in markers:
            passage = entries[0].passage
            yield _query(
                passage.where(),
                quote(passage),
                expected=f"a marker {label}",
                found="no such marker",
                message=f"Nothing in the text points to note {label}.{doubled}",
                advice="Add the marker where it belongs or take the note out.",
            )


def _doubled(markers: Mapping[str, Sequence[_Marker]]) -> str:
    """The markers that stand more than once, one of which may be meant for a note without marker."""
    often = [label for label, found in markers.items() if len(found) > 1]
    return f" Markers that stand more than once: {', '.join(often)}." if 0 < len(often) <= 5 else ""


def _twice(notes: Mapping[str, Sequence[Note]]) -> Iterator[Finding]:
    for label, entries in notes.items():
        if len(entries) > 1:
            yield _query(
                entries[1].passage.where(),
                quote(entries[1].passage),
                expected="one note for each label",
                found=f"{len(entries)} notes {label}",
                message=f"The label {label} stands before {len(entries)} notes"
                f" ({places(entry.passage.where() for entry in entries)}).",
                advice="Give each note a label of its own.",
            )


def _order(markers: Mapping[str, Sequence[_Marker]]) -> Iterator[Finding]:
    """The first marker that comes after a higher one, where labels are numbers; one finding a document."""
    highest = 0
    for label, found in markers.items():
        if not (label.isascii() and label.isdecimal()):
            return
        if int(label) < highest:
            yield _query(
                found[0].where,
                quote(found[0].passage, found[0].sentence.start, found[0].sentence.end),
                expected="markers in order",
                found=f"{label} after {highest}",
                message=f"The marker {label} comes first after the marker {highest}.",
                advice="Number the notes in the order of the text.",
            )
            return
        highest = int(label)


def _meanings(evidence: Evidence, note: Note, found: Sequence[_Marker]) -> Iterator[Finding]:
    """A note that names the source of figures, and markers of it in sentences that state none."""
    if len(found) < 2 or not _SOURCE_OF_FIGURES.search(note.passage.text):
        return
    fits = [marker for marker in found if _states_figures(evidence, marker)]
    named = significant(spelling(note.passage.text))
    others = places(marker.where for marker in fits)
    for marker in found if fits else ():
        if _states_figures(evidence, marker):
            continue
        said = significant(spelling(marker.sentence.text))
        yield Finding(
            kind=Kind.FOOTNOTE,
            severity=Severity.QUERY if len(said & named) >= _ABOUT * len(said) else Severity.ERROR,
            where=marker.where,
            quote=quote(marker.passage, marker.sentence.start, marker.sentence.end),
            expected="a note on what this sentence says",
            found=quote(note.passage),
            message=f"Note {note.label} gives the source of figures ({note.passage.where()}); this sentence points"
            f" to it and states none, another that points to it does ({others}).",
            advice="Give this sentence a note of its own, or take the marker out.",
        )


def _states_figures(evidence: Evidence, marker: _Marker) -> bool:
    return any(
        number.is_statistic and marker.sentence.start <= number.start < marker.sentence.end
        for number in evidence.numbers_in(marker.passage)
    )


def _query(where: Where, shown: str, *, expected: str, found: str, message: str, advice: str) -> Finding:
    return Finding(
        kind=Kind.FOOTNOTE,
        severity=Severity.QUERY,
        where=where,
        quote=shown,
        expected=expected,
        found=found,
        message=message,
        advice=advice,
    )
