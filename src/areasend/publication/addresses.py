"""Where rows of tables and entries of figures stand: on one page for a table, or on several where it would be heavy."""

from collections.abc import Iterable, Iterator, Mapping

from areasend.publication.wording import slug
from areasend.statistics import Figure, Kind, Row, Table, cell_text

# Bytes, measured on built pages. A page is to stay under 150 kB with its frame (issue 3): its list is kept well below.
_PAGE = 105_000
_ENTRY, _RECORD = 900, 110
_ROW, _CELL, _NUMBER = 40, 20, 130


def number_addresses(tables: Iterable[Table]) -> dict[str, str]:
    """The page of each figure's entry, `numbers/<table>.html` or `numbers/<table>-2.html`, by the figure's id."""
    return {
        figure: page
        for table in tables
        for page, figures in _pages(f"numbers/{table.id}", {f.id: _entry_weight(f) for f in table.figures()}).items()
        for figure in figures
    }


def table_parts(table: Table) -> dict[str, tuple[Row, ...]]:
    """The rows of each page of a table: `tables/<table>.html`, then `tables/<table>-2.html`."""
    rows = {row.key: row for row in table.rows}
    parts = _pages(f"tables/{table.id}", {key: _row_weight(row) for key, row in rows.items()})
    return {page: tuple(rows[key] for key in keys) for page, keys in parts.items()}


def row_addresses(tables: Iterable[Table]) -> dict[tuple[str, str], str]:
    """Where each row stands, `tables/<table>.html#row-<key>`, by its table's id and its key."""
    return {
        (table.id, row.key): f"{page}#row-{row.key}"
        for table in tables
        for page, rows in table_parts(table).items()
        for row in rows
    }


def area_address(name: str) -> str:
    """The page of a local area, from the root, by the name that is used in sentences. It never changes."""
    return f"areas/{slug(name)}/index.html"


def listed_records(figure: Figure) -> tuple[str, ...]:
    """The records that an entry lists; a quoted figure counts none, and those of an agreement its row's units have."""
    return () if figure.kind in (Kind.QUOTED, Kind.AGREEMENT) else figure.records


def other_records(figure: Figure) -> tuple[str, ...]:
    """The records of a share's base that are not counted in it."""
    if figure.kind is not Kind.PERCENT:
        return ()
    counted = set(figure.records)
    return tuple(record for record in figure.base if record not in counted)


def _pages(name: str, weights: Mapping[str, int]) -> dict[str, list[str]]:
    """The keys in their order, parted so that no page with several is too heavy; there is always a first page."""
    pages: dict[str, list[str]] = {f"{name}.html": []}
    for page, key in _parted(name, weights):
        pages.setdefault(page, []).append(key)
    return pages


def _parted(name: str, weights: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    number, weight = 1, 0
    for key, more in weights.items():
        if weight and weight + more > _PAGE:
            number, weight = number + 1, 0
        weight += more
        yield (f"{name}.html" if number == 1 else f"{name}-{number}.html"), key


def _entry_weight(figure: Figure) -> int:
    return _ENTRY + _RECORD * (len(listed_records(figure)) + len(other_records(figure)))


def _row_weight(row: Row) -> int:
    cells = (_NUMBER if isinstance(cell, Figure) else _CELL + len(cell_text(cell).encode()) for cell in row.cells)
    return _ROW + sum(cells)
