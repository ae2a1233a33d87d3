"""Figures of two releases of ours by id and period: what changed without an entry in the table of changes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from areasend.check.numbers.documents.model import Document, Passage, Table
from areasend.check.numbers.release_files.observations import decimal_of
from areasend.statistics import REVISED

# Names and titles of the columns, as a CSV file has them with and without its description.
_ID = ("figure_id", "Figure")
_PERIOD = ("time_period", "Period")
_VALUE = ("value", "Value")
_REVISION = ("revision", "Revision")


@dataclass(frozen=True, kw_only=True, slots=True)
class Observation:
    """A figure as a row of observations has it."""

    id: str
    period: str
    cell: Passage
    revised: bool

    @property
    def row(self) -> str:
        """Table and row, without the column."""
        return self.id.rpartition(".")[0]

    @property
    def text(self) -> str:
        return self.cell.text.strip()


def observations_of(documents: Sequence[Document]) -> dict[str, Observation]:
    """Every figure of the tables of observations among the documents, by id."""
    found: dict[str, Observation] = {}
    for document in documents:
        for block in document.blocks:
            if isinstance(block, Table) and block.name == "observations":
                for entry in _of_table(block):
                    found.setdefault(entry.id, entry)
    return found


def _of_table(table: Table) -> Iterator[Observation]:
    headings = [cell.text.strip() for cell in table.header]
    ids, periods, values = (_column(headings, names) for names in (_ID, _PERIOD, _VALUE))
    revision = _column(headings, _REVISION)
    if ids is None or periods is None or values is None:
        return
    for row in table.rows:
        yield Observation(
            id=row[ids].text.strip(),
            period=row[periods].text.strip(),
            cell=row[values],
            revised=revision is not None and row[revision].text.strip() == REVISED,
        )


def _column(headings: Sequence[str], names: Sequence[str]) -> int | None:
    return next((place for place, heading in enumerate(headings) if heading in names), None)


def explained(documents: Sequence[Document]) -> frozenset[str]:
    """The ids that a table of changes lists."""
    return frozenset(
        row[ids].text.strip()
        for document in documents
        for block in document.blocks
        if isinstance(block, Table) and block.name == "changes"
        if (ids := _column([cell.text.strip() for cell in block.header], _ID)) is not None
        for row in block.rows
    )


def changed_figures(
    new: Mapping[str, Observation], old: Mapping[str, Observation], listed: frozenset[str]
) -> Iterator[tuple[tuple[Observation, Observation], ...]]:
    """Row by row the figures of the same period with another value, unmarked and unlisted, each with what it was."""
    rows: dict[str, list[tuple[Observation, Observation]]] = {}
    for entry in new.values():
        before = old.get(entry.id)
        if before is None or before.period != entry.period or entry.revised or entry.id in listed:
            continue
        if decimal_of(entry.text) != decimal_of(before.text) or _marker(entry) != _marker(before):
            rows.setdefault(entry.row, []).append((entry, before))
    return (tuple(pairs) for pairs in rows.values())


def _marker(entry: Observation) -> str:
    return entry.text if decimal_of(entry.text) is None else ""


def gone_figures(
    new: Mapping[str, Observation], old: Mapping[str, Observation], listed: frozenset[str]
) -> Iterator[tuple[str, tuple[Observation, ...], Observation]]:
    """By table the rows that are no longer there although the table is: table, one figure of each, one of the new."""
    tables: dict[str, Observation] = {}
    rows = set()
    for entry in new.values():
        tables.setdefault(entry.id.partition(".")[0], entry)
        rows.add(entry.row)
    lost: dict[str, dict[str, Observation]] = {}
    for entry in old.values():
        table = entry.id.partition(".")[0]
        if table in tables and entry.row not in rows and entry.id not in listed:
            lost.setdefault(table, {}).setdefault(entry.row, entry)
    return ((table, tuple(entries.values()), tables[table]) for table, entries in lost.items())
