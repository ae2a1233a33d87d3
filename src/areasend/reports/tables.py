"""Tables that people and readings write, as rows of text: the columns that are wanted, whatever else stands there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from areasend.register import Fault, read_cells

# What spreadsheets put between cells where the comma is for decimals, or where text is copied.
_OTHER_COMMAS = ";\t"


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One row: its number in the file, which counts the heading, and its cells by their columns."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell; empty where the table has no such column."""
        return self.cells.get(column, "")


def rows_of_csv(
    content: bytes, file: str, faults: list[Fault], *, wanted: Sequence[str], known: Sequence[str] = ()
) -> list[Row]:
    """The rows with their `wanted` and, as far as they are there, `known` columns; every fault is added to `faults`."""
    before = len(faults)
    cells = read_cells(content, file, faults)
    heading = cells[0] if cells else []
    if len(heading) == 1 and any(sign in heading[0] for sign in _OTHER_COMMAS):
        rule, remedy = "the columns are not parted by commas", "Save it as CSV with commas"
        faults.append(Fault(file=file, row=1, column="", value=heading[0][:80], rule=rule, remedy=remedy))
        return []
    for name in wanted:
        if cells and name not in heading:
            faults.append(_of_heading(file, name, "the column is missing", f"Add it; needed: {', '.join(wanted)}"))
    for name in (*wanted, *known):
        if heading.count(name) > 1:
            faults.append(_of_heading(file, name, "the column stands twice", "Keep one of them"))
    if not cells and len(faults) == before:
        faults.append(
            Fault(
                file=file,
                row=0,
                column="",
                value="",
                rule="the file is empty: not even a heading",
                remedy=f"Begin with {','.join(wanted)}",
            )
        )
    if len(faults) > before:
        return []
    columns = [name for name in (*wanted, *known) if name in heading]
    rows = []
    for number, row in enumerate(cells[1:], 2):
        if len(row) != len(heading):
            rule = f"the row has {len(row)} cells where the heading has {len(heading)}" if row else "an empty line"
            remedy = "Quote cells that hold a comma, or complete the row" if row else "Remove the line"
            faults.append(Fault(file=file, row=number, column="", value=",".join(row)[:80], rule=rule, remedy=remedy))
        else:
            rows.append(Row(number=number, cells={name: row[heading.index(name)] for name in columns}))
    return rows


def _of_heading(file: str, column: str, rule: str, remedy: str) -> Fault:
    return Fault(file=file, row=1, column=column, value="", rule=rule, remedy=remedy)
