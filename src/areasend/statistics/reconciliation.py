"""Each count and share that the official publications print, beside ours, with the difference and its reason.

Ours is computed as at the date that the publication states, from the same records. A share of something that is not
counted here is held against its base: which counts would give it, or that none can.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from areasend.register import PrintedFigure, Unit
from areasend.snapshot import CannotFreeze, narrow
from areasend.statistics.area_columns import day, text
from areasend.statistics.errors import UnknownFigure
from areasend.statistics.figure import Figure, Kind, count
from areasend.statistics.markers import Marker
from areasend.statistics.outcome_cells import ENGLAND, label_column
from areasend.statistics.periods import Period
from areasend.statistics.population import Population
from areasend.statistics.quoted_tables import cited
from areasend.statistics.rounding import counts_that_give, cut_off, decimal_places, round_half_up
from areasend.statistics.table import Cell, Column, ColumnKind, Measure, Row, Table, figure_id

AGREES, DIFFERS, NOT_COUNTED = "agrees", "differs", "not counted here"

Lookup = Callable[[Population], Mapping[str, Figure]]


def reconciliation(population: Population, figures_of: Lookup, elsewhere: Collection[str] = ()) -> Table:
    """The comparison; `figures_of` gives every figure of a population by id.

    `elsewhere` are the ids of tables that another kind of release counts, and this one does not.
    """
    held: dict[date, _Then] = {}
    rows = []
    for printed in population.snapshot.printed_figures:
        if printed.as_at not in held:
            held[printed.as_at] = _then(population, printed.as_at, figures_of)
        rows.append(_row(population, printed, held[printed.as_at], elsewhere))
    return Table(
        id="reconciliation",
        title=f"Figures printed in the official publications beside these, England, {population.since_start}",
        description="Each count and share printed about inspections, ours for the same date, and why they differ",
        measure=Measure.QUOTED,
        period=population.since_start,
        columns=_COLUMNS,
        rows=tuple(rows),
        dimensions=3,
        notes=("Ours is rounded half up to as many decimal places as are printed, and then compared.",),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Then:
    """Ours as at the date of a printed figure, what is printed for that date, and whether inspections are left out."""

    figures: Mapping[str, Figure]
    printed: Mapping[tuple[str, str, str], Decimal]
    partial: bool


def _then(population: Population, as_at: date, figures_of: Lookup) -> _Then:
    """No figures of ours where the records do not reach back to the date."""
    printed = {
        (str(entry.document), entry.place, entry.figure): entry.value
        for entry in population.snapshot.printed_figures
        if entry.as_at == as_at
    }
    try:
        earlier = narrow(population.snapshot, as_at=as_at, published_by=population.snapshot.published_by)
    except CannotFreeze:
        return _Then(figures={}, printed=printed, partial=False)
    figures = figures_of(Population(snapshot=earlier, framework=population.framework))
    return _Then(figures=figures, printed=printed, partial=bool(earlier.left_out))


_COLUMNS = (
    label_column("publication", "Publication", "Title of the publication"),
    label_column("place", "Place", "Where in the publication it stands"),
    label_column("says", "What it counts", "What the number counts, in our words"),
    day("as_at", "As at", "The date that the number is for"),
    Column(name="printed", title="Printed", kind=ColumnKind.NUMBER, description="The number as printed"),
    text("unit", "Unit", "Count or per cent"),
    Column(
        name="counted",
        title="Counted here",
        kind=ColumnKind.NUMBER,
        description="Ours, from the records",
        may_be_marked=True,
    ),
    Column(
        name="difference",
        title="Difference",
        kind=ColumnKind.NUMBER,
        description="Printed less counted",
        may_be_marked=True,
    ),
    text("result", "Result", "agrees, differs, or not counted here"),
    text("reason", "Reason", "Why the two differ, or which count would give the number", marked=True),
)


def _ours(printed: PrintedFigure, then: _Then, elsewhere: Collection[str]) -> Figure | None:
    """Ours, or None where nothing here counts it. Raises `UnknownFigure` for an id that names no table here.

    A row may be absent, because the records have nothing of that year or theme; a table is always there.
    """
    tables = {figure.partition(".")[0] for figure in then.figures}
    if printed.figure and tables and printed.figure.partition(".")[0] not in {*tables, *elsewhere}:
        raise UnknownFigure(printed.figure, then.figures, where=f"printed_figures.csv, {printed.id}: ")
    return then.figures.get(printed.figure)


def _row(population: Population, printed: PrintedFigure, then: _Then, elsewhere: Collection[str]) -> Row:
    document = next(entry for entry in population.snapshot.documents if entry.id == printed.document)
    quoted = Figure(
        id=figure_id("reconciliation", printed.id, "printed"),
        label=f"{printed.says}, as printed in {cited(document)}",
        kind=Kind.QUOTED,
        unit="per cent" if printed.unit is Unit.PERCENT else "count",
        value=int(printed.value) if printed.value % 1 == 0 else printed.value,
        records=(printed.id,),
        places=decimal_places(printed.value),
    )
    counted, difference = _compared(printed, _ours(printed, then, elsewhere))
    return Row(
        key=printed.id,
        cells=(
            cited(document),
            printed.place,
            printed.says,
            printed.as_at,
            quoted,
            "per cent" if printed.unit is Unit.PERCENT else "count",
            counted,
            difference,
            result_of(difference),
            _reason(population, printed, then, difference),
        ),
        period=Period(min(population.since_start.start, printed.as_at), printed.as_at),
    )


def _compared(printed: PrintedFigure, ours: Figure | None) -> tuple[Cell, Cell]:
    if ours is None or isinstance(ours.value, Marker):
        return Marker.NOT_AVAILABLE, Marker.NOT_AVAILABLE
    places = decimal_places(printed.value)
    counted = replace(ours, id=figure_id("reconciliation", printed.id, "counted"), places=places)
    gap = printed.value - round_half_up(ours.value, places)
    difference = Figure(
        id=figure_id("reconciliation", printed.id, "difference"),
        label=f"{printed.says}: printed less counted",
        kind=Kind.DIFFERENCE,
        unit=ours.unit,
        value=int(gap) if gap % 1 == 0 else gap,
        records=ours.records,
        places=places,
    )
    return counted, difference


def result_of(difference: Cell) -> str:
    """What a difference means, in a word."""
    if not isinstance(difference, Figure):
        return NOT_COUNTED
    return AGREES if difference.value == 0 else DIFFERS


def _reason(population: Population, printed: PrintedFigure, then: _Then, difference: Cell) -> Cell:
    result = result_of(difference)
    if result == AGREES:
        return Marker.NOT_APPLICABLE
    if result == NOT_COUNTED:
        return _not_counted(printed)
    exchanged = _exchanged([outcome.key for outcome in population.outcomes], printed, then)
    if exchanged is not None:
        return f"In the copy at hand, the headings of columns {exchanged[0]} and {exchanged[1]} stand exchanged."
    if then.partial:
        return "This release leaves out inspections whose report came later."
    return printed.remark or "No reason is recorded."


def _exchanged(columns: Sequence[str], printed: PrintedFigure, then: _Then) -> tuple[int, int] | None:
    """The two columns, counted from 1, under whose headings the printed row has each other's counts; None if none."""
    row, _, column = printed.figure.rpartition(".")
    if column not in columns:
        return None
    for other in columns:
        twin = then.printed.get((printed.document, printed.place, f"{row}.{other}"))
        ours, its = then.figures[printed.figure].value, then.figures[f"{row}.{other}"].value
        if other != column and (printed.value, twin) == (its, ours):
            first, second = sorted((columns.index(column) + 1, columns.index(other) + 1))
            return first, second
    return None


def _not_counted(printed: PrintedFigure) -> str:
    if printed.base and printed.unit is Unit.PERCENT:
        return attainable(printed.value, printed.base)
    return "Not counted from these records."


def attainable(percent: Decimal, base: int) -> str:
    """Which counts of `base` round to a percentage or, where none does, what comes nearest and what could explain."""
    counts = counts_that_give(percent, base)
    if counts:
        found = " or ".join(str(number) for number in counts)
        return f"Not counted in this release; {found} of {base} would give it."
    below = max(number for number in range(base + 1) if Fraction(100 * number, base) < percent)
    places = decimal_places(percent)
    near = [f"{number} gives {round_half_up(Fraction(100 * number, base), places)}%" for number in (below, below + 1)]
    said = f"No whole number of {base} gives {percent}% when rounded half up: {' and '.join(near)}."
    cut = counts_that_give(percent, base, cut_off)
    return said + (f" {cut[0]} of {base} gives it when the decimals are cut off." if cut else "")


def reconciliation_summary(table: Table, population: Population) -> Table:
    """How many printed figures agree, differ, or are not counted here, by publication."""
    title = "reconciliation-summary"
    place = table.heading.index("result")

    def row(key: str, name: str, chosen: list[Row]) -> Row:
        def cell(column: str, label: str, results: tuple[str, ...]) -> Figure:
            found = [entry.key for entry in chosen if entry.cells[place] in results]
            return count(
                figure_id(title, key, column), f"Printed figures {label}, {name}", found, unit="printed figures"
            )

        return Row(
            key=key,
            cells=(
                name,
                cell("agree", "that agree", (AGREES,)),
                cell("differ", "that differ", (DIFFERS,)),
                cell("not_counted", "not counted here", (NOT_COUNTED,)),
                cell("total", "compared", (AGREES, DIFFERS, NOT_COUNTED)),
            ),
        )

    rows = [
        row(document.id, cited(document), [entry for entry in table.rows if entry.cells[0] == cited(document)])
        for document in population.snapshot.documents
    ]
    numbers = (("agree", "Agree"), ("differ", "Differ"), ("not_counted", "Not counted here"), ("total", "Total"))
    return Table(
        id=title,
        title=f"Printed figures compared, by publication, England, {population.since_start}",
        description="How many figures of each publication agree with these, differ from them, or are not counted here",
        measure=Measure.QUOTED,
        period=population.since_start,
        columns=(
            label_column("publication", "Publication", "Title of the publication; England is the total"),
            *(
                Column(name=name, title=shown, kind=ColumnKind.COUNT, description=f"Printed figures: {shown.lower()}")
                for name, shown in numbers
            ),
        ),
        rows=(*rows, row(ENGLAND, "England", list(table.rows))),
    )
