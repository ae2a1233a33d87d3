"""`numbers.html`: every figure that the text uses, how it is counted, and the records behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from areasend.publication.pages.site import Site
from areasend.publication.wording import number_text, slug
from areasend.statistics import Counted, Figure, Kind, Marker, Table, long_date


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordText:
    name: str
    address: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberText:
    figure: Figure
    table: Table
    shown: str
    method: str
    caution: bool
    noun: str
    records: tuple[RecordText, ...]
    others: tuple[RecordText, ...]


def numbers_page(site: Site) -> tuple[str, bytes]:
    """The page; it must be made after every page that places figures."""
    counted = site.release.counted
    tables = {table.id: table for table in counted.tables}
    order = {figure_id: number for number, figure_id in enumerate(counted.figures())}
    name_of = record_names(counted)
    used = sorted(site.placer.used.values(), key=lambda figure: order[figure.id])
    return site.page(
        "numbers",
        "numbers.html",
        title="Numbers of this release",
        description="Each number of this release: how it is counted and the inspections behind it",
        entries=[_number(figure, tables[figure.id.split(".")[0]], name_of) for figure in used],
    )


def _number(figure: Figure, table: Table, name_of: Callable[[str], RecordText]) -> NumberText:
    return NumberText(
        figure=figure,
        table=table,
        shown=number_text(figure),
        method=method(figure),
        caution=figure.needs_caution,
        noun="record" if len(figure.records) == 1 else "records",
        records=() if figure.kind is Kind.QUOTED else tuple(name_of(record) for record in figure.records),
        others=_rest(figure, name_of),
    )


def _rest(figure: Figure, name_of: Callable[[str], RecordText]) -> tuple[RecordText, ...]:
    """The records of a share's base that are not counted in it."""
    if figure.kind is not Kind.PERCENT:
        return ()
    counted = set(figure.records)
    return tuple(name_of(record) for record in figure.base if record not in counted)


def method(figure: Figure) -> str:
    """How a figure comes about, in a sentence."""
    match figure.kind:
        case Kind.COUNT:
            return f"The number of {figure.unit} listed here."
        case Kind.PERCENT:
            return f"{figure.numerator} of {figure.denominator}, as a percentage, rounded half up."
        case Kind.DAYS:
            return f"In {figure.unit}, over the inspections with both dates."
        case _:
            return "Quoted from a publication, or held against one; not counted here."


def record_names(counted: Counted) -> Callable[[str], RecordText]:
    """A function from a record's id to its name and the page about it; ids of other records name themselves."""
    known: dict[str, RecordText] = {}
    areas = counted.table("areas")
    plain = areas.heading.index("plain_name")
    for row in areas.rows:
        name = str(row.cells[plain])
        known[row.key] = RecordText(name=name, address=f"areas/{slug(name)}/index.html")
    inspections = counted.table("inspections")
    for row in inspections.rows:
        named = inspections.named(row)
        area = known.get(str(named["gss_code"]), RecordText(name=str(named["local_area"]), address=""))
        start = named["inspection_start"]
        when = "dates not recorded" if isinstance(start, Marker | str | Figure) else long_date(start)
        known[row.key] = RecordText(name=f"{area.name}, {when}", address=area.address)
    return lambda record: known.get(record, RecordText(name=record, address=""))
