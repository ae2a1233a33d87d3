"""Which figures of a release were public before it: where, when, and with which value (checklist point RL08).

A figure is the same elsewhere if it has the same period: what another publication prints as at a date is a figure of
ours if that period ended by then, so that a year that is over stays the same figure in every later release.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from areasend.register import PrintedFigure
from areasend.statistics.area_columns import code, day, text
from areasend.statistics.counted import Counted
from areasend.statistics.errors import UnknownFigure
from areasend.statistics.figure import Figure
from areasend.statistics.markers import Marker
from areasend.statistics.periods import Period
from areasend.statistics.population import Population
from areasend.statistics.quoted_tables import cited
from areasend.statistics.rounding import decimal_places, round_half_up
from areasend.statistics.table import Cell, Column, ColumnKind, Measure, Row, Table

TABLE = "first-appearance"
AGREES, DIFFERS, NOT_GIVEN = "agrees", "differs", "value not given"


class Source(StrEnum):
    """Where a figure was public."""

    PUBLICATION = "another publication"
    DECLARED = "declared by the producer"
    SERIES = "an earlier release of this series"


@dataclass(frozen=True, kw_only=True, slots=True)
class Appearance:
    """A figure that was public elsewhere. `value` is its value there as text, or a marker where it is not given."""

    figure: str
    period: str
    source: Source
    publication: str
    place: str
    published: date
    value: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Declared:
    """What a producer says of a figure that was public elsewhere."""

    figure: str
    where: str
    on: date
    reason: str


def placed_figures(tables: Iterable[Table]) -> dict[str, tuple[Figure, Period]]:
    """The figures counted here, with their periods; what is quoted from elsewhere appeared there by its nature."""
    return {
        cell.id: (cell, row.period or table.period)
        for table in tables
        if table.measure is not Measure.QUOTED
        for row in table.rows
        for cell in row.cells
        if isinstance(cell, Figure)
    }


def printed_appearances(
    population: Population, tables: Sequence[Table], *, before: date | None
) -> Iterator[Appearance]:
    """What other publications printed, of those published before a day; None: of every one that the records hold."""
    figures = placed_figures(tables)
    documents = {document.id: document for document in population.snapshot.documents}
    for printed in population.snapshot.printed_figures:
        document, wanted = documents[printed.document], _same_figure(printed, population.as_at)
        if wanted not in figures or (before is not None and document.published >= before):
            continue
        if figures[wanted][1].end <= printed.as_at:
            yield Appearance(
                figure=wanted,
                period=figures[wanted][1].iso,
                source=Source.PUBLICATION,
                publication=cited(document),
                place=printed.place,
                published=document.published,
                value=f"{printed.value:f}",
            )


def _same_figure(printed: PrintedFigure, as_at: date) -> str:
    """The id under which a release as at a date has the figure: a calendar year that is over stands among the years."""
    table, _, rest = printed.figure.partition(".england.")
    if table == "outcomes-in-year" and printed.as_at.year < as_at.year:
        return f"outcomes-by-year.{printed.as_at.year}.{rest}"
    return printed.figure


def declared_appearances(declared: Iterable[Declared], tables: Sequence[Table], *, place: str) -> Iterator[Appearance]:
    """What the producer declares. Raises `UnknownFigure`, with ids that come near, for a figure not counted here."""
    figures = placed_figures(tables)
    for entry in declared:
        if entry.figure not in figures:
            raise UnknownFigure(entry.figure, figures, where=f"{place}, [[appeared_earlier]]: ")
        yield Appearance(
            figure=entry.figure,
            period=figures[entry.figure][1].iso,
            source=Source.DECLARED,
            publication=entry.where,
            place=entry.reason,
            published=entry.on,
            value=Marker.NOT_AVAILABLE.value,
        )


def series_appearances(
    earlier: Mapping[str, tuple[str, Period]], tables: Sequence[Table], *, publication: str, published: date
) -> Iterator[Appearance]:
    """The figures that an earlier release has with the same period and the same value, as text."""
    for wanted, (figure, period) in placed_figures(tables).items():
        if earlier.get(wanted) == (figure.text, period):
            yield Appearance(
                figure=wanted,
                period=period.iso,
                source=Source.SERIES,
                publication=publication,
                place=f"figure {wanted}",
                published=published,
                value=figure.text,
            )


def ledger(found: Iterable[Appearance], carried: Iterable[Appearance], counted: Counted) -> Table:
    """The ledger of first appearances: what was found now, and what the earlier release's ledger says of the same.

    In the series itself only the first release with a value stands; every other place stands. A figure that is not
    counted here for the same period leaves the ledger.
    """
    figures = placed_figures(counted.tables)
    order = {wanted: number for number, wanted in enumerate(figures)}
    kept: dict[tuple[str, str, str], Appearance] = {}
    in_series: set[tuple[str, str]] = set()
    # What is carried over comes first, so that the first release of the series stays the first.
    for entry in (*carried, *found):
        if entry.figure not in figures or entry.period != figures[entry.figure][1].iso:
            continue
        if entry.source is Source.SERIES:
            if (entry.figure, entry.value) in in_series:
                continue
            in_series.add((entry.figure, entry.value))
        kept[entry.figure, entry.publication, entry.place] = entry
    entries = sorted(kept.values(), key=lambda e: (order[e.figure], e.published, e.publication, e.place))
    return Table(
        id=TABLE,
        title=f"Figures of this release that were public before it, England, {counted.since_start}",
        description="One row for each place in which a figure of this release was public earlier, with its value there",
        measure=Measure.QUOTED,
        period=counted.since_start,
        columns=_COLUMNS,
        rows=tuple(
            Row(key=" | ".join((e.figure, e.publication, e.place)), cells=_cells(e, figures[e.figure][0]))
            for e in entries
        ),
        dimensions=3,
        notes=("A figure is the same elsewhere if it is for the same period.",),
    )


def _cells(entry: Appearance, figure: Figure) -> tuple[Cell, ...]:
    return (
        entry.figure,
        entry.publication,
        entry.place,
        figure.label,
        entry.period,
        figure.text,
        entry.source.value,
        entry.published,
        entry.value,
        _result(entry.value, figure),
    )


def _result(there: str, figure: Figure) -> str:
    """Whether a value agrees with ours, rounded to as many places as it is printed with."""
    if there == Marker.NOT_AVAILABLE.value and figure.text != there:
        return NOT_GIVEN
    if there == figure.text:
        return AGREES
    if there.startswith("[") or isinstance(figure.value, Marker):
        return DIFFERS
    return AGREES if round_half_up(figure.value, decimal_places(Decimal(there))) == Decimal(there) else DIFFERS


_COLUMNS = (
    code("figure_id", "Figure", "Id of the figure: table, row and column"),
    text("publication", "Publication", "Where it was public"),
    text("place", "Place", "Where in the publication it stands, or what the producer says of it"),
    text("label", "Label", "What the figure counts"),
    code("time_period", "Period", "First and last day of the period, ISO 8601"),
    Column(
        name="value",
        title="Value here",
        kind=ColumnKind.NUMBER,
        description="Ours, in this release",
        may_be_marked=True,
    ),
    text("source", "Kind of place", "; ".join(source.value for source in Source)),
    day("published", "Public on", "Day on which it was public there"),
    Column(
        name="value_there",
        title="Value there",
        kind=ColumnKind.NUMBER,
        description="The value that it had there",
        may_be_marked=True,
    ),
    text("result", "Result", "Whether the two values agree, each as it was printed"),
)
