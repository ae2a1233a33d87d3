"""The shares of themes as coded here beside those that were published, each tested against every count of its base.

A published percentage is held against all counts under three ways of shortening a decimal: half up, half to even, and
cut off. Where no count gives it when rounded, that is said in so many words; nothing is concluded from it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from areasend.register import Document, PrintedFigure, Unit
from areasend.snapshot import CannotFreeze, narrow
from areasend.statistics.area_columns import day, number_column, text
from areasend.statistics.figure import Figure, Kind
from areasend.statistics.markers import Marker
from areasend.statistics.outcome_cells import label_column
from areasend.statistics.periods import Period
from areasend.statistics.population import Population
from areasend.statistics.quoted_tables import cited
from areasend.statistics.rounding import (
    Rounding,
    counts_that_give,
    cut_off,
    decimal_places,
    round_half_even,
    round_half_up,
)
from areasend.statistics.table import Cell, Column, ColumnKind, Measure, Row, Table, figure_id
from areasend.statistics.themes.coded import SHORT_SCOPES, Scope, coded_findings, theme_notes
from areasend.statistics.themes.share_tables import THEME, themes

TABLE = "themes-published"
UNKNOWN = "different coding, cause unknown"
ROUNDINGS: tuple[tuple[str, str, Rounding], ...] = (
    ("half_up", "Counts that round to it, half up", round_half_up),
    ("half_even", "Counts that round to it, half to even", round_half_even),
    ("cut_off", "Counts that give it, decimals cut off", cut_off),
)


def themes_published(population: Population) -> Table:
    """A row for each theme and kind of which a share was published; as at the date that the publication states."""
    return Table(
        id=TABLE,
        title=f"Themes as coded here and as published, England, {population.since_start}",
        description="Each published share of a theme, ours beside it, and which counts of its base can give it",
        measure=Measure.INSPECTIONS,
        period=population.since_start,
        columns=(
            THEME,
            label_column("finding", "Kind of finding", "Area for improvement or for priority action"),
            number_column(
                "counted", "Inspections, coded here", ColumnKind.COUNT, "Inspections in which the theme holds"
            ),
            number_column(
                "base", "Of inspections, coded here", ColumnKind.COUNT, "Inspections of which the share is taken"
            ),
            number_column("counted_pct", "Coded here (%)", ColumnKind.NUMBER, "Our share, rounded half up"),
            Column(name="published", title="Published (%)", kind=ColumnKind.NUMBER, description="The share as printed"),
            number_column("published_base", "Of, as published", ColumnKind.COUNT, "Of how many, as published"),
            number_column(
                "difference", "Difference (percentage points)", ColumnKind.NUMBER, "Published less coded, both rounded"
            ),
            *(text(name, title, f"{title}; none where no count does", marked=True) for name, title, _ in ROUNDINGS),
            text("reason", "Reason", "Why the two differ, as far as it is known"),
            text("publication", "Publication", "Where it was published"),
            text("place", "Place", "Where in the publication it stands"),
            day("as_at", "As at", "The date that the published share is for, and ours beside it"),
        ),
        rows=tuple(_rows(population)),
        dimensions=2,
        notes=theme_notes(population),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Published:
    """One published share, with every place of the publication that prints it."""

    printed: PrintedFigure
    theme: str
    scope: Scope
    places: tuple[str, ...]
    records: tuple[str, ...]


def _rows(population: Population) -> Iterator[Row]:
    order = list(population.codebooks.latest.keys)
    found = published_shares(population)
    documents = {document.id: document for document in population.snapshot.documents}
    then = {day: _then(population, day) for day in {entry.printed.as_at for entry in found}}
    seen: dict[str, int] = {}
    for entry in sorted(found, key=lambda entry: (order.index(entry.theme), entry.scope, entry.printed.id)):
        name = f"{entry.theme}-{entry.scope}"
        seen[name] = seen.get(name, 0) + 1
        key = name if seen[name] == 1 else f"{name}-{seen[name]}"
        yield _row(population, entry, key, documents[entry.printed.document], then[entry.printed.as_at])


def published_shares(population: Population) -> tuple[_Published, ...]:
    """The printed shares that are of a theme of the codebook; one that stands in several places alike is one."""
    held: dict[tuple[object, ...], list[PrintedFigure]] = {}
    wanted = {
        f"themes.{theme}.{scope}_pct": (theme, scope)
        for theme in population.codebooks.latest.keys
        for scope in (Scope.AFI, Scope.APA)
    }
    for printed in population.snapshot.printed_figures:
        if printed.figure in wanted and printed.unit is Unit.PERCENT:
            alike = (printed.figure, printed.document, printed.as_at, str(printed.value), printed.base)
            held.setdefault(alike, []).append(printed)
    return tuple(
        _Published(
            printed=entries[0],
            theme=wanted[entries[0].figure][0],
            scope=wanted[entries[0].figure][1],
            places=tuple(entry.place for entry in entries),
            records=tuple(entry.id for entry in entries),
        )
        for entries in held.values()
    )


def _then(population: Population, as_at: date) -> Mapping[str, Figure]:
    """Our shares as at the date of a publication; none where the records do not reach back, or nothing was coded."""
    cut = population.snapshot.published_by
    try:
        then = replace(population, snapshot=narrow(population.snapshot, as_at=as_at, published_by=cut))
    except CannotFreeze:
        return {}
    return {figure.id: figure for figure in themes(then).figures()} if coded_findings(then).coded else {}


def _row(population: Population, entry: _Published, key: str, document: Document, then: Mapping[str, Figure]) -> Row:
    printed, places = entry.printed, decimal_places(entry.printed.value)
    theme = population.codebooks.latest.theme(entry.theme)
    label = f"{theme.name}, {SHORT_SCOPES[entry.scope].lower()}"
    ours = then.get(f"themes.{entry.theme}.{entry.scope}_pct")

    def quoted(column: str, said: str, value: Decimal | int, unit: str) -> Figure:
        return Figure(
            id=figure_id(TABLE, key, column),
            label=f"{label}: {said}, as printed in {cited(document)}",
            kind=Kind.QUOTED,
            unit=unit,
            value=value,
            records=entry.records,
        )

    base = printed.base
    cells: list[Cell] = [theme.name, SHORT_SCOPES[entry.scope], *_ours(then, entry, key, places)]
    cells.append(quoted("published", "share", printed.value, "per cent"))
    cells.append(quoted("published_base", "base", base, "count") if base is not None else Marker.NOT_AVAILABLE)
    cells.append(_difference(key, label, printed, ours, places))
    cells += [_counts(printed.value, base, rounding) for _, _, rounding in ROUNDINGS]
    cells += [_reason(printed, ours), cited(document), "; ".join(dict.fromkeys(entry.places)), printed.as_at]
    start = min(population.since_start.start, printed.as_at)
    return Row(key=key, cells=tuple(cells), period=Period(start, printed.as_at))


def _ours(then: Mapping[str, Figure], entry: _Published, key: str, places: int) -> list[Cell]:
    """Count, base and share as coded here, under ids of this table."""
    columns = (("counted", ""), ("base", "_base"), ("counted_pct", "_pct"))
    return [
        replace(figure, id=figure_id(TABLE, key, column), places=places if column == "counted_pct" else 0)
        if (figure := then.get(f"themes.{entry.theme}.{entry.scope}{suffix}")) is not None
        else Marker.NOT_AVAILABLE
        for column, suffix in columns
    ]


def _difference(key: str, label: str, printed: PrintedFigure, ours: Figure | None, places: int) -> Cell:
    if ours is None or isinstance(ours.value, Marker):
        return Marker.NOT_AVAILABLE
    gap = printed.value - round_half_up(ours.value, places)
    return Figure(
        id=figure_id(TABLE, key, "difference"),
        label=f"{label}: published less coded here",
        kind=Kind.DIFFERENCE,
        unit="percentage points",
        value=gap,
        records=ours.records,
        places=places,
    )


def _counts(value: Decimal, base: int | None, rounding: Rounding) -> Cell:
    if base is None:
        return Marker.NOT_AVAILABLE
    counts = listed(counts_that_give(value, base, rounding)) or "no count"
    return f"{counts} of {base}"


def listed(counts: tuple[int, ...]) -> str:
    """Counts as words: a run from 12 to 15 is not written out."""
    if len(counts) > 3 and counts[-1] - counts[0] == len(counts) - 1:
        return f"{counts[0]} to {counts[-1]}"
    return ", ".join(str(number) for number in counts)


def _reason(printed: PrintedFigure, ours: Figure | None) -> str:
    """What is known of the difference, in sentences; the base, the rounding, and whether the codings differ."""
    said = [impossible(printed.value, printed.base)] if printed.base is not None else []
    if ours is None or isinstance(ours.value, Marker):
        said.append("Not coded here as at the date of the publication.")
    elif printed.base is not None and ours.denominator != printed.base:
        said.append(f"Another base: {ours.denominator} inspections here, {printed.base} as published.")
    elif round_half_up(ours.value, decimal_places(printed.value)) == printed.value:
        said.append("The same share.")
    elif _gives(printed, ours):
        said.append("The same count.")
    else:
        said.append(f"{UNKNOWN[0].upper()}{UNKNOWN[1:]}.")
    return " ".join(filter(None, said))


def _gives(printed: PrintedFigure, ours: Figure) -> bool:
    """Whether our count gives the published share in another way of shortening."""
    base = printed.base
    return base is not None and any(
        ours.numerator in counts_that_give(printed.value, base, rounding) for _, _, rounding in ROUNDINGS
    )


def impossible(percent: Decimal, base: int) -> str:
    """Empty where some count rounds to the percentage; else that none does, and what gives it when cut off.

    >>> impossible(Decimal(55), 54)
    'No count of 54 rounds to 55%; 30 of 54, cut off instead of rounded, gives it.'
    """
    if counts_that_give(percent, base, round_half_up) or counts_that_give(percent, base, round_half_even):
        return ""
    cut = counts_that_give(percent, base, cut_off)
    if not cut:
        return f"No count of {base} gives {percent}%, rounded or cut off."
    verb = "gives" if len(cut) == 1 else "give"
    return f"No count of {base} rounds to {percent}%; {listed(cut)} of {base}, cut off instead of rounded, {verb} it."


__all__ = ["ROUNDINGS", "TABLE", "UNKNOWN", "impossible", "listed", "published_shares", "themes_published"]
