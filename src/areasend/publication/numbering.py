"""Where the entry of each figure stands: on a page for its table, or on several where one would be too heavy."""

from collections.abc import Iterable

from areasend.statistics import Figure, Kind, Table

# Bytes of an entry and of a record in its list, measured; a page is to stay under 150 kB with its frame (issue 3).
_ENTRY, _RECORD, _PAGE = 900, 110, 110_000


def number_addresses(tables: Iterable[Table]) -> dict[str, str]:
    """The page of each figure's entry, `numbers/<table>.html` or `numbers/<table>-2.html`, by the figure's id."""
    return {figure: f"numbers/{page}.html" for table in tables for figure, page in _pages(table)}


def _pages(table: Table) -> Iterable[tuple[str, str]]:
    number, weight = 1, 0
    for figure in table.figures():
        entry = _ENTRY + _RECORD * len(listed_records(figure)) + _RECORD * len(other_records(figure))
        if weight and weight + entry > _PAGE:
            number, weight = number + 1, 0
        weight += entry
        yield figure.id, table.id if number == 1 else f"{table.id}-{number}"


def listed_records(figure: Figure) -> tuple[str, ...]:
    """The records that an entry lists; a quoted figure counts none."""
    return () if figure.kind is Kind.QUOTED else figure.records


def other_records(figure: Figure) -> tuple[str, ...]:
    """The records of a share's base that are not counted in it."""
    if figure.kind is not Kind.PERCENT:
        return ()
    counted = set(figure.records)
    return tuple(record for record in figure.base if record not in counted)
