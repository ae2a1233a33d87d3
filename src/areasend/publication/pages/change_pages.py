"""`changes.html`: each value that differs from the release before, with its reason."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from areasend.publication.pages.record_names import RecordText, record_names
from areasend.publication.pages.site import Site
from areasend.publication.release import dates_text
from areasend.publication.wording import upper_first
from areasend.statistics import (
    Changes,
    Difference,
    Reason,
    RecordChange,
    ValueChange,
    changes_by_kind,
    changes_by_reason,
)

# A page is to stay under 150 kB with its frame (issue 3): bytes of rows, and those of a row beside its own words.
_PAGE, _ROW = 105_000, 260
# More records than these are not named in a cell: they stand in the list of records.
_NAMED = 3
_FIRST = (
    "outcomes-in-year",
    "outcomes-since-2023",
    "themes",
    "themes-published",
    "outcomes-by-region",
    "areas-by-latest-outcome",
    "coverage",
)
# The records that a page lists; those that quote another publication stand in the CSV file.
_LISTED = ("inspections", "findings", "local_areas", "thematic_visits")


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeText:
    """One changed value in words; its difference is that of the two values as they are shown."""

    label: str
    old: str
    new: str | Markup
    difference: str
    why: tuple[Markup, ...]

    @property
    def linked(self) -> bool:
        """Whether the new value leads to how it was counted; one that is not counted so any more cannot."""
        return isinstance(self.new, Markup)

    @property
    def weight(self) -> int:
        return _ROW + len(self.label) + len(self.old) + len(self.new) + sum(len(why) for why in self.why)


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """The changed values of one table."""

    table: str
    title: str
    rows: tuple[ChangeText, ...]


def changes_page(site: Site, changes: Changes) -> tuple[str, bytes]:
    """`changes.html`: the main tables and as many of the others as a page can hold; the rest is in the CSV file."""
    name_of = record_names(site.release.counted)
    records = [(kind, list(found)) for kind, found in _records(changes, name_of)]
    shown, rest = _fitting(_sections(site, changes, name_of), used=sum(200 * len(found) for _, found in records))
    period = site.release.counted.since_start
    return site.page(
        "changes",
        "changes.html",
        title="Changes since the last release",
        description="Each value that differs from the release before, with its reason",
        before=dates_text(changes.old),
        by_kind=changes_by_kind(changes, period),
        by_reason=changes_by_reason(changes, period),
        sections=shown,
        rest=rest,
        other_period=[_text(site, change, name_of) for change in changes.of_kind(Difference.PERIOD)],
        came=_titles(changes, Difference.ADDED),
        gone=_titles(changes, Difference.REMOVED),
        not_reproduced=changes.not_reproduced[:40],
        records=records,
        anchor=anchor,
    )


def _sections(site: Site, changes: Changes, name_of: Callable[[str], RecordText]) -> Iterator[Section]:
    changed = changes.of_kind(Difference.VALUE)
    order = dict.fromkeys((*_FIRST, *(change.table for change in changed)))
    for table in order:
        rows = tuple(_text(site, change, name_of) for change in changed if change.table == table)
        if rows:
            yield Section(table=table, title=changes.titles.get(table, table), rows=rows)


def _fitting(sections: Iterable[Section], *, used: int) -> tuple[list[Section], list[Section]]:
    """The sections that a page can hold beside what is used, whole ones only, and the others."""
    shown: list[Section] = []
    rest: list[Section] = []
    for section in sections:
        weight = sum(row.weight for row in section.rows)
        fits = used + weight <= _PAGE
        used += weight if fits else 0
        (shown if fits else rest).append(section)
    return shown, rest


def _text(site: Site, change: ValueChange, name_of: Callable[[str], RecordText]) -> ChangeText:
    known = site.placer.known(change.id)
    sign = "%" if known is not None and known.unit == "per cent" else ""
    new = site.placer.place(known) if known is not None and known.text == change.new else value(change.new, sign)
    return ChangeText(
        label=upper_first(change.label),
        old=value(change.old, sign),
        new=new,
        difference=_difference(change, " percentage points" if sign else ""),
        why=tuple(_why(reason, name_of) for reason in change.reasons),
    )


def _difference(change: ValueChange, unit: str) -> str:
    return "–" if change.difference is None else f"{change.difference:+,f}{unit}".replace("-", "−")


def value(text: str | None, sign: str = "") -> str:
    """A value of another release or publication as a reader sees it; a dash where there is none."""
    if text is None or text.startswith("["):
        return text or "–"
    return f"{Decimal(text):,f}{sign}"


def _why(reason: Reason, name_of: Callable[[str], RecordText]) -> Markup:
    kind = upper_first(reason.kind.value)
    records = list(dict.fromkeys(record.record for record in reason.records))
    if not records:
        return Markup("{0}").format(kind)
    if len(records) > _NAMED:
        number = Markup("{0} records").format(len(records))
        if any(record.table in _LISTED for record in reason.records):
            number = Markup('<a href="#{0}">{1}</a>').format(anchor(reason.kind.value), number)
        return Markup("{0}: {1}").format(kind, number)
    return Markup("{0}: {1}").format(kind, Markup("; ").join(_told(reason.records, name_of)))


def _told(records: Sequence[RecordChange], name_of: Callable[[str], RecordText]) -> Iterator[Markup]:
    """Each record with its area's page and what happened to it."""
    for name in dict.fromkeys(record.record for record in records):
        of_record = [record for record in records if record.record == name]
        details = "; ".join(dict.fromkeys(record.detail for record in of_record))
        yield Markup("{0} ({1})").format(linked(of_record[0], name_of), details)


def linked(record: RecordChange, name_of: Callable[[str], RecordText]) -> Markup:
    """The name of a record as a link to the page of its local area, where there is one."""
    address = next((found for area in record.areas if (found := name_of(area).address)), "")
    return Markup('<a href="{0}">{1}</a>' if address else "{1}").format(address, record.name)


def anchor(kind: str) -> str:
    return f"records-{kind.replace(' ', '-')}"


def _records(
    changes: Changes, name_of: Callable[[str], RecordText]
) -> Iterator[tuple[str, Iterator[tuple[Markup, str]]]]:
    """What happened to the records, by kind: what changed, and what came in or left because a date moved."""
    named = (
        record for change in changes.of_kind(Difference.VALUE) for reason in change.reasons for record in reason.records
    )
    told = [record for record in dict.fromkeys((*changes.records, *named)) if record.table in _LISTED]
    for kind in dict.fromkeys(record.kind for record in told):
        yield kind.value, ((linked(record, name_of), record.detail) for record in told if record.kind is kind)


def _titles(changes: Changes, kind: Difference) -> list[str]:
    return [
        changes.titles.get(table, table) for table in dict.fromkeys(change.table for change in changes.of_kind(kind))
    ]
