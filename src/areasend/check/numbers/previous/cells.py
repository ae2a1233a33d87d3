"""Cells of tables that stand in both publications: the same title, row and column, for a period that is over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from areasend.check.numbers.documents.model import Document, Passage, Table
from areasend.check.numbers.numbers_of import NumbersOf
from areasend.check.numbers.previous.periods import Period, folded, made_for, period_of, unnumbered, without_periods
from areasend.check.numbers.reading import dated
from areasend.check.numbers.reading.model import DateKind, Number

# Title, row and column, folded, and which number of the cell it is.
Key = tuple[str, str, str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """A number of a table. `period` is that of its row or column if one states one, else that of the title; `own` says
    which. `open` is set where the title counts since a day. `beside` are cell, labels, headings and title."""

    key: Key
    number: Number
    document: Document
    period: Period | None
    own: bool
    open: bool
    beside: tuple[Passage, ...]


@dataclass(slots=True)
class Cells:
    """The cells of some documents by key (None where a key stands twice); labels that state periods, by title."""

    by_key: dict[Key, Cell | None] = field(default_factory=dict)
    series: dict[str, dict[str, Passage]] = field(default_factory=dict)
    made: dict[str, date | None] = field(default_factory=dict)


def cells_of(documents: Sequence[Document], numbers_in: NumbersOf) -> Cells:
    """The numbers of every table that has a title, and of those under a heading."""
    found = Cells()
    for document in documents:
        found.made[document.file] = made_for(document)
        for headings, block in document.sections():
            if isinstance(block, Table):
                title = block.caption or (headings[-1] if headings else None)
                if title is not None:
                    _add(found, document, block, title, numbers_in)
    return found


def _add(found: Cells, document: Document, table: Table, title: Passage, numbers_in: NumbersOf) -> None:
    name = without_periods(unnumbered(title.text))
    if not name:
        return
    whole, is_open = _period_of_title(title.text)
    columns = [period_of(cell.text) for cell in table.header]
    series = found.series.setdefault(name, {})
    for cell, period in zip(table.header, columns, strict=True):
        if period is not None:
            series[folded(cell.text)] = cell
    for row in table.rows:
        labels = row[: table.label_columns] or row[:1]
        label = folded("; ".join(cell.text for cell in labels))
        stated = next((period for cell in labels if (period := period_of(cell.text)) is not None), None)
        if stated is not None:
            series[label] = labels[0]
        for place in range(len(labels), len(row)):
            period = stated or columns[place]
            statistics = [number for number in numbers_in(row[place]) if number.is_statistic]
            for index, number in enumerate(statistics):
                key = (name, label, folded(table.header[place].text), index)
                made = Cell(
                    key=key,
                    number=number,
                    document=document,
                    period=period or whole,
                    own=period is not None,
                    open=is_open and period is None,
                    beside=(row[place], *labels, table.header[place], title),
                )
                found.by_key[key] = None if key in found.by_key else made


def _period_of_title(title: str) -> tuple[Period | None, bool]:
    entries = dated(title)
    if any(entry.kind is DateKind.SINCE for entry in entries):
        return None, True
    return period_of(title), False


@dataclass(frozen=True, kw_only=True, slots=True)
class Changed:
    """A cell with another value than before. `sure` is set where its period was over and is stated in both."""

    new: Cell
    old: Cell
    sure: bool


def changed_cells(new: Cells, old: Cells) -> Iterator[Changed]:
    """Cells whose value should not have changed and did, and counts since a day that went down."""
    for key, cell in new.by_key.items():
        before = old.by_key.get(key)
        if cell is None or before is None or cell.number.value == before.number.value:
            continue
        if cell.number.unit is not before.number.unit:
            continue
        if cell.open and before.open:
            if cell.number.value < before.number.value:
                yield Changed(new=cell, old=before, sure=False)
        elif _both_over(cell, before, old.made[before.document.file]):
            yield Changed(new=cell, old=before, sure=True)


def _both_over(cell: Cell, before: Cell, made: date | None) -> bool:
    """Whether both are for one period that was over when the old document was made; a title's is, by its date."""
    if cell.period is None or (cell.period, cell.own) != (before.period, before.own):
        return False
    return not cell.own or (made is not None and cell.period[1] <= made)


def gone(new: Cells, old: Cells) -> Iterator[tuple[str, Passage, Passage]]:
    """Rows or columns of a series of periods that are no longer there: title, the old label, a label of the new."""
    for name, labels in old.series.items():
        held = new.series.get(name)
        if held and any(label in held for label in labels):
            first = next(iter(held.values()))
            for label, passage in labels.items():
                if label not in held:
                    yield name, passage, first
