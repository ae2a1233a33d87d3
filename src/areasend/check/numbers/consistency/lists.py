"""A list has as many items as the document says, and tables of a complete set have a row for each of its members.

An error names what is missing or too much where framework or records have a set of just the stated size.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from areasend.check.numbers.consistency.plain_words import quote
from areasend.check.numbers.consistency.standard_names import (
    Sort,
    StandardName,
    areas_by_name,
    bare,
    standard_names,
)
from areasend.check.numbers.consistency.stated_lengths import StatedLength, plural_after, stated_lengths, whole
from areasend.check.numbers.documents.model import Document, ItemList, Passage, Role, Table
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict

_REACH = 100
_BEFORE_TABLE = 2
_EACH_OF = re.compile(r"\b(?:each|all) of (?:the |these )?$", re.IGNORECASE)
_SORTS = {"outcomes": Sort.OUTCOME, "themes": Sort.THEME, "regions": Sort.REGION}


def list_lengths(evidence: Evidence) -> Iterator[Verdict]:
    """Each stated length against its list."""
    sets = _Sets(evidence)
    for document in evidence.documents:
        for stated in stated_lengths(evidence, document):
            yield from _length(sets, stated)
        yield from _tables(evidence, sets, document)


def _length(sets: "_Sets", stated: StatedLength) -> Iterator[Verdict]:
    said = whole(stated.number)
    assert said is not None
    if said in stated.counts:
        yield _agrees(stated.number, f"the list has {said} items")
        return
    found = min(stated.counts, key=lambda count: abs(count - said))
    if not stated.sure and abs(found - said) > max(1, said // 5):
        return
    yield _differs(
        stated.number,
        Severity.ERROR if stated.sure else Severity.QUERY,
        found=found,
        what=f"the list that follows has {found}",
        detail=sets.difference(said, stated.noun, [item.text for item in stated.items]),
        place=stated.items[0],
    )


def _agrees(number: Number, how: str) -> Support:
    return Support(numbers=(number.id,), status=Status.CONSISTENT, how=how)


def _differs(number: Number, severity: Severity, *, found: int, what: str, detail: str, place: Passage) -> Finding:
    passage = number.passage
    return Finding(
        kind=Kind.LIST_LENGTH,
        severity=severity,
        where=number.where,
        quote=quote(passage, number.sentence.start, number.sentence.end),
        expected=str(number.value),
        found=str(found),
        message=f"The text says {number.text}; {what} ({place.where()}).{detail}",
        advice="Correct the number or complete the list.",
        numbers=(number.id,),
    )


def _tables(evidence: Evidence, sets: "_Sets", document: Document) -> Iterator[Verdict]:
    """A number of outcomes, themes or regions in a table's title, or right before it, against its rows."""
    before: list[Passage] = []
    for block in document.blocks:
        if isinstance(block, Table):
            titles = ([block.caption] if block.caption is not None else []) + before[-_BEFORE_TABLE:]
            for title in titles:
                yield from _rows(evidence, sets, title, block)
            before = []
        elif isinstance(block, ItemList) or block.role is Role.HEADING:
            before = []
        elif block.role is not Role.FURNITURE:
            before.append(block)


def _rows(evidence: Evidence, sets: "_Sets", title: Passage, table: Table) -> Iterator[Verdict]:
    labels = [row[0] for row in table.rows if not _is_total(evidence, row[0].text)]
    for number in evidence.numbers_in(title):
        noun = plural_after(title.text[number.end : number.end + _REACH])
        sort, said = _SORTS.get(noun), whole(number)
        if said is None or not labels or not noun:
            continue
        if said == len(labels) and _EACH_OF.search(title.text[max(0, number.start - _REACH) : number.start]):
            yield _agrees(number, f"the table has {said} rows")
        elif sort is None or not sets.all_of(sort, labels):
            continue
        elif said == len(labels):
            yield _agrees(number, f"the table has {said} rows of {noun}")
        elif said in sets.sizes(sort) and abs(said - len(labels)) == 1:
            yield _differs(
                number,
                Severity.ERROR,
                found=len(labels),
                what=f"the table has {len(labels)} rows of {noun}",
                detail=sets.difference(said, noun, [label.text for label in labels]),
                place=labels[0],
            )


def _is_total(evidence: Evidence, label: str) -> bool:
    spelt = bare(label)
    return "total" in spelt or spelt[:1] == ("all",) or spelt == bare(evidence.framework.country)


class _Sets:
    """The complete sets of names that framework and records know, to say what is missing from a list."""

    def __init__(self, evidence: Evidence) -> None:
        names = standard_names(evidence)
        self._keys: dict[tuple[str, ...], list[StandardName]] = {}
        for name in names:
            self._keys.setdefault(bare(name.name), []).append(name)
        self._members: dict[tuple[Sort, str], dict[str, str]] = {}
        for name in names:
            for kind in name.sets:
                self._members.setdefault((name.sort, kind), {}).setdefault(name.key, name.name)
        self._areas = areas_by_name(evidence)
        self._area_sets = _area_sets(evidence)

    def sizes(self, sort: Sort) -> frozenset[int]:
        return frozenset(len(members) for (kind, _), members in self._members.items() if kind is sort)

    def all_of(self, sort: Sort, labels: Sequence[Passage]) -> bool:
        return all(any(name.sort is sort for name in self._keys.get(bare(label.text), ())) for label in labels)

    def difference(self, said: int, noun: str, items: Sequence[str]) -> str:
        """What is missing and what is too much, for a set of just the stated size; empty where nothing is known."""
        sort = _SORTS.get(noun)
        for (kind, _), members in self._members.items():
            if kind is sort and len(members) == said:
                present = {name.key for item in items for name in self._keys.get(bare(item), ())}
                return _named([members[key] for key in members if key not in present], "Missing")
        present = {area.gss_code for item in items for area in self._areas.get(bare(item), ())}
        for names in self._area_sets:
            absent = [names[code] for code in names if code not in present]
            if len(names) == said and len(absent) * 2 < said:
                surplus = [
                    item for item in items if not any(a.gss_code in names for a in self._areas.get(bare(item), ()))
                ]
                return _named(absent, "Not listed, by the records") + _named(surplus, "Not in the records")
        return ""


def _named(names: Iterable[str], what: str) -> str:
    listed = list(names)
    return f" {what}: {'; '.join(listed)}." if 0 < len(listed) <= 5 else ""


def _area_sets(evidence: Evidence) -> tuple[dict[str, str], ...]:
    """Sets of areas in the records that a list may show: those inspected, and those visited for a theme."""
    snapshot = evidence.snapshot
    if snapshot is None:
        return ()
    inspected: dict[str, str] = {entry.gss_code: entry.local_area for entry in snapshot.inspections}
    visited: dict[str, str] = {entry.gss_code: entry.local_area for entry in snapshot.thematic_visits}
    return (inspected, visited)
