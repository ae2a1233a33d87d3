"""Lists of local areas against the records: those inspected, and those visited for a topic."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from areasend.check.numbers.documents.model import Document, ItemList, Passage
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading import dated
from areasend.check.numbers.results.model import Finding, Kind, Severity, Verdict
from areasend.register import NameKind
from areasend.snapshot import Snapshot


@dataclass(slots=True)
class _Listed:
    """The areas listed under one heading, by code, each with the passage of its item."""

    heading: Passage
    items: dict[str, Passage] = field(default_factory=dict)
    unknown: int = 0


def area_lists_against_records(evidence: Evidence) -> Iterator[Verdict]:
    """Each list that says it holds the areas inspected, or visited for a topic: what is missing, what is too much."""
    held = evidence.snapshot
    if held is None or held.published_by is not None or held.as_at > held.completeness.complete_to:
        return
    codes = _codes(evidence)
    names = {str(area.gss_code): area.name for area in held.local_areas}
    visited: dict[str, set[str]] = {}
    for visit in held.thematic_visits:
        visited.setdefault(visit.theme.casefold(), set()).add(str(visit.gss_code))
    for document in (evidence.documents[place] for place in sorted(evidence.of_the_field)):
        for listed, true in _lists(document, codes, held, visited):
            if listed.unknown == 0 and len(listed.items) >= 3:
                yield from _compared(listed, true, names)


def _codes(evidence: Evidence) -> Mapping[str, str]:
    """Each name of an area, folded, with its code; a name of several areas is left out."""
    found: dict[str, set[str]] = {}
    for area in evidence.register.local_areas:
        for name in (area.name, area.plain_name):
            found.setdefault(name.casefold(), set()).add(str(area.gss_code))
    for other in evidence.register.area_names:
        if other.kind is not NameKind.FORMER:
            found.setdefault(other.name.casefold(), set()).add(str(other.gss_code))
    return {name: codes.pop() for name, codes in found.items() if len(codes) == 1}


def _lists(
    document: Document, codes: Mapping[str, str], held: Snapshot, visited: Mapping[str, set[str]]
) -> Iterator[tuple[_Listed, set[str]]]:
    """The lists under a heading that says what they are, sub-headings taken together."""
    gathered: dict[int, tuple[_Listed, set[str]]] = {}
    for path, block in document.sections():
        if not isinstance(block, ItemList):
            continue
        found = _true_set(path, document.title, held, visited)
        if found is None:
            continue
        listed, _ = gathered.setdefault(found[0].id, (_Listed(found[0]), found[1]))
        for item in block.items:
            code = codes.get(item.text.strip().casefold())
            if code is None:
                listed.unknown += 1
            else:
                listed.items.setdefault(code, item)
    yield from gathered.values()


def _true_set(
    path: Sequence[Passage], title: str, held: Snapshot, visited: Mapping[str, set[str]]
) -> tuple[Passage, set[str]] | None:
    """The heading that says what a list holds, and what the records have for it."""
    for heading in reversed(path):
        text = heading.text.casefold()
        for topic, areas in visited.items():
            if topic in text and "visit" in text:
                return heading, areas
        if "list of" in text and "local areas inspected" in text and "not" not in text.split():
            inspected = _inspected(held, heading.text, title)
            return (heading, inspected) if inspected is not None else None
    return None


def _inspected(held: Snapshot, heading: str, title: str) -> set[str] | None:
    """The areas inspected in the period that a heading names, or the title; None if the records do not cover it."""
    period = next((found[-1] for text in (heading, title) if (found := dated(text))), None)
    first = period.first if period is not None and period.first is not None else date.min
    last = period.last if period is not None and period.last is not None else held.as_at
    if last > held.as_at or (period is not None and period.impossible):
        return None
    ended = ((str(entry.gss_code), entry.inspection_end) for entry in held.dated_inspections)
    return {code for code, end in ended if end is not None and first <= end <= last}


def _compared(listed: _Listed, true: set[str], names: Mapping[str, str]) -> Iterator[Finding]:
    missing = sorted(names.get(code, code) for code in true - listed.items.keys())
    surplus = {code: item for code, item in listed.items.items() if code not in true}
    # A list that differs in most of its items is a list of something else.
    if len(missing) + len(surplus) > max(2, len(true) // 4):
        return
    if missing:
        yield Finding(
            kind=Kind.LIST_ITEM,
            severity=Severity.ERROR,
            where=listed.heading.where(),
            quote=listed.heading.text,
            expected=f"{len(true)} areas, with {', '.join(missing)}",
            found=f"{len(listed.items)} areas",
            message=f"The list does not have {', '.join(missing)}, which the records have.",
            computed=f"{len(listed.items)} items held against {len(true)} areas of the records",
            advice="add what is missing, or say what the list leaves out",
        )
    for code, item in surplus.items():
        yield Finding(
            kind=Kind.LIST_ITEM,
            severity=Severity.ERROR,
            where=item.where(),
            quote=item.text,
            expected="an area of the records",
            found=names.get(code, code),
            message=f"The list has {names.get(code, code)}; the records do not have it under “{listed.heading.text}”.",
            computed=f"{len(listed.items)} items held against {len(true)} areas of the records",
            advice="take it out of the list, or add its inspection to the records",
        )
