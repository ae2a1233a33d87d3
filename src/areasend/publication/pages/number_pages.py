"""`numbers.html` and `numbers/<table>.html`: every figure, how it is counted, and the records behind it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from areasend.publication.addresses import listed_records, other_records
from areasend.publication.pages.record_names import RecordText, record_names
from areasend.publication.pages.site import Site
from areasend.publication.wording import number_text
from areasend.statistics import Figure, Kind, Table


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberText:
    """What a figure's entry says. `row` is where its row of the table stands, from the root."""

    figure: Figure
    row: str
    shown: str
    method: str
    caution: bool
    noun: str
    records: tuple[RecordText, ...]
    others: tuple[RecordText, ...]


def number_pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """The list of pages, and each page."""
    tables = [table for table in site.release.counted.tables if any(table.figures())]
    name_of = record_names(site.release.counted)
    parts = {table.id: _parts(site, table) for table in tables}
    yield site.page(
        "numbers",
        "numbers.html",
        title="How each number was counted",
        description="Every number of this release, by table: its definition and the records behind it",
        tables=[(table, list(parts[table.id])) for table in tables],
    )
    for table in tables:
        for page, figures in parts[table.id].items():
            yield site.page(
                "number",
                page,
                title="How these numbers were counted",
                description=f"{table.title}: how each number was counted",
                table=table,
                others=[other for other in parts[table.id] if other != page],
                entries=[_number(figure, row, name_of) for figure, row in figures],
            )


def _parts(site: Site, table: Table) -> dict[str, list[tuple[Figure, str]]]:
    """The figures of a table and their rows, by the page of their entry."""
    parts: dict[str, list[tuple[Figure, str]]] = {}
    for row in table.rows:
        for cell in row.cells:
            if isinstance(cell, Figure):
                parts.setdefault(site.addresses[cell.id], []).append((cell, site.rows[table.id, row.key]))
    return parts


def _number(figure: Figure, row: str, name_of: Callable[[str], RecordText]) -> NumberText:
    return NumberText(
        figure=figure,
        row=row,
        shown=number_text(figure),
        method=method(figure),
        caution=figure.needs_caution,
        noun="record" if len(figure.records) == 1 else "records",
        records=tuple(map(name_of, listed_records(figure))),
        others=tuple(map(name_of, other_records(figure))),
    )


def method(figure: Figure) -> str:
    """How a figure comes about, in a sentence."""
    match figure.kind:
        case Kind.COUNT:
            return f"The number of {figure.unit} listed here."
        case Kind.PERCENT:
            return f"{figure.numerator} of {figure.denominator}, as a percentage, rounded half up."
        case Kind.DAYS:
            return f"In {figure.unit}, over the inspections with both dates."
        case Kind.AGREEMENT:
            return "A measure of agreement between coders, over the units that its row counts."
        case _:
            return "Quoted from a publication, or held against one; not counted here."
