"""The cells of each table as claims in rows and columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from areasend.check.numbers.claims.model import Claim, Origin
from areasend.check.numbers.documents.model import Document, Table
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Unit


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """A table of a document and the first statistic of each of its cells, by row and column."""

    document: Document
    table: Table
    cells: Mapping[tuple[int, int], Claim]

    def unit_of(self, column: int) -> Unit | None:
        """The unit of a column: that of its first number."""
        return next((claim.number.unit for (_, at), claim in self.cells.items() if at == column), None)


def grids(evidence: Evidence) -> Iterator[Grid]:
    """Every table that holds a number."""
    cells: dict[tuple[int, int], dict[tuple[int, int], Claim]] = {}
    for claim in evidence.claims:
        if claim.origin is Origin.CELL and claim.table is not None and claim.row is not None:
            assert claim.column is not None
            held = cells.setdefault((claim.document, claim.table), {})
            held.setdefault((claim.row, claim.column), claim)
    for place, document in enumerate(evidence.documents):
        tables = (block for block in document.blocks if isinstance(block, Table))
        for index, table in enumerate(tables):
            if (place, index) in cells:
                yield Grid(document=document, table=table, cells=cells[place, index])
