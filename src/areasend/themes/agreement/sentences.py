"""The plain sentences that stand beneath a table of agreement, and the rules by which they are given."""

from collections.abc import Sequence

from areasend.themes.agreement.rows import Agreement
from areasend.themes.agreement.tallies import Layout


def notes_on(row: Agreement, layout: Layout, totals: Sequence[int], *, inspections: int, empty: int) -> tuple[str, ...]:
    return ()


__all__ = ["notes_on"]
