"""The workbook: cover, contents, notes and one sheet a table, after points SS01 to SS44 of the publishing checklist."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from areasend.formats.ods import Cell as OdsCell
from areasend.formats.ods import Link, Number, OdsDay, OdsTable, Sheet, Text, TextStyle, Workbook, ods_bytes
from areasend.publication.release import ATTRIBUTION, UNOFFICIAL, Release
from areasend.statistics import (
    MEANINGS,
    REVISED,
    REVISED_MEANING,
    Cell,
    ColumnKind,
    Figure,
    Marker,
    Measure,
    Table,
    long_date,
)

_ONE_TABLE = "This worksheet contains one table."
_BACK = Link("Back to contents", "#Contents.A1")
_NUMBERS = (ColumnKind.COUNT, ColumnKind.NUMBER)


_SOURCES = {
    Measure.INSPECTIONS: "records of published inspection reports; the table inspections says where each is from",
    Measure.AREAS: "records of published inspection reports; the table inspections says where each is from",
    Measure.VISITS: "the official research report of June 2025",
    Measure.QUOTED: "the publications that the table names",
}


def workbook_bytes(release: Release) -> bytes:
    """The ODS file."""
    tables = release.counted.tables
    notes = _number_notes(tables)
    sheets = (
        _cover(release),
        _contents(release),
        _notes_sheet(notes),
        *(_table_sheet(release, table, notes) for table in tables),
    )
    return ods_bytes(
        Workbook(
            title=release.title,
            description=f"{UNOFFICIAL} {release.complete_text} {release.status_title}",
            subject=release.edition.subject,
            keywords=("area SEND inspections", "local areas", "outcomes", "England"),
            creator=release.config.publisher or "areasend",
            generator=f"areasend {release.version}",
            sheets=sheets,
        )
    )


def sheet_name(table: Table) -> str:
    """The id of a table as the name of its sheet and of its marked range."""
    return table.id.replace("-", "_")


def _number_notes(tables: Sequence[Table]) -> dict[str, int]:
    """Each distinct note once, numbered in the order of first use."""
    distinct = dict.fromkeys(note for table in tables for note in table.notes)
    return {note: number for number, note in enumerate(distinct, 1)}


def _cover(release: Release) -> Sheet:
    counted, config = release.counted, release.config
    published = long_date(config.published) if config.published else "not published: a build from records"
    cut = f", of reports published by {long_date(counted.published_by)}" if counted.published_by else ""
    contact = config.contact.name or "none named: this is an unofficial build"
    if config.contact.is_named:
        contact = ", ".join(
            filter(None, (contact, config.contact.role, config.contact.email, config.contact.telephone))
        )
    lines = (
        UNOFFICIAL,
        f"{release.status_title} {release.status_text}",
        f"Period: inspections that ended from {counted.since_start}{cut}.",
        f"Published: {published}.",
        f"Next release: {config.next_release or 'not announced'}.",
        f"Release type: unofficial statistics, {release.edition.kind_text}.",
        f"Publisher: {config.publisher or 'areasend'}.",
        f"Contact: {contact}.",
        *(f"Correction, version {c.version}, {long_date(c.day)}: {c.note}" for c in config.corrections),
        f"Licence: Open Government Licence v3.0. {ATTRIBUTION}",
        "Shorthand: " + "; ".join(f"{marker.value} {meaning}" for marker, meaning in MEANINGS.items()) + ".",
        *((_revised_shorthand(),) if release.revised else ()),
        f"Abbreviations: {'; '.join(release.edition.abbreviations)}.",
    )
    rows = ((Text(release.title, TextStyle.TITLE),), *((Text(line),) for line in lines))
    return Sheet(name="Cover", widths=(120,), rows=rows, table=None)


@dataclass(frozen=True, slots=True)
class _Width:
    """Widths in millimetres: a character of 12 point takes about 2.3, a cell has 4 of margin; 22 to 115 are used."""

    cells: Sequence[str]

    def millimetres(self, *, wanted: int) -> int:
        words = [word for cell in self.cells for word in cell.replace("-", "- ").replace("/", "/ ").split()]
        unbreakable = max((len(word) for word in words), default=1)
        longest = max((len(cell) for cell in self.cells), default=1)
        return min(115, max(22, int(2.5 * unbreakable) + 5, int(2.3 * min(longest, wanted)) + 4))


def _contents(release: Release) -> Sheet:
    heading = ("Worksheet", "Title", "Measure")
    entries = [("Notes", "Notes", "Notes on the tables")]
    entries += [(sheet_name(table), table.title, table.measure.value) for table in release.counted.tables]
    rows: list[tuple[OdsCell, ...]] = [
        (Text("Contents", TextStyle.TITLE),),
        (Text(_ONE_TABLE),),
        tuple(Text(title, TextStyle.HEADER) for title in heading),
        *((Link(name, f"#{name}.A1"), Text(title), Text(measure)) for name, title, measure in entries),
    ]
    return Sheet(
        name="Contents",
        widths=(_Width([name for name, _, _ in entries]).millimetres(wanted=32), 115, 60),
        rows=tuple(rows),
        table=OdsTable(name="contents", heading_row=2, width=3, rows=len(entries)),
    )


def _notes_sheet(notes: dict[str, int]) -> Sheet:
    rows: list[tuple[OdsCell, ...]] = [
        (Text("Notes", TextStyle.TITLE),),
        (Text(_ONE_TABLE),),
        (_BACK,),
        (Text("Note", TextStyle.HEADER), Text("Text", TextStyle.HEADER)),
        *((Text(f"[note {number}]"), Text(note)) for note, number in notes.items()),
    ]
    table = OdsTable(name="notes", heading_row=3, width=2, rows=len(notes))
    return Sheet(name="Notes", widths=(40, 115), rows=tuple(rows), table=table)


def _table_sheet(release: Release, table: Table, notes: dict[str, int]) -> Sheet:
    above = [Text(table.title, TextStyle.TITLE), Text(_ONE_TABLE)]
    if table.notes:
        marks = " ".join(f"[note {notes[note]}]" for note in table.notes)
        above.append(Text(f"Notes, on the Notes worksheet: {marks}."))
    used = {cell for row in table.rows for cell in _texts(row.cells) if isinstance(cell, Marker)}
    said = [f"{marker.value} {meaning}" for marker, meaning in MEANINGS.items() if marker in used]
    if said:
        above.append(Text(f"Shorthand in this table: {'; '.join(said)}."))
    # Before the first cell come four lines more: this one, the source, the way back and the heading.
    revised = _revised_cells(release, table, first_row=len(above) + 5)
    if revised:
        above.append(Text(f"{_revised_shorthand()} Cells revised in this version: {revised}."))
    above.append(Text(f"Source: {_SOURCES[table.measure]}. {release.dates_text} {UNOFFICIAL} {release.complete_text}"))
    head: list[tuple[OdsCell, ...]] = [*((line,) for line in above), (_BACK,)]
    heading: tuple[OdsCell, ...] = tuple(
        Text(column.title, TextStyle.HEADER_RIGHT if _right(column.kind) else TextStyle.HEADER)
        for column in table.columns
    )
    rows: list[tuple[OdsCell, ...]] = [*head, heading, *(_row(table, row.cells) for row in table.rows)]
    return Sheet(
        name=sheet_name(table),
        widths=_widths(table),
        rows=tuple(rows),
        table=OdsTable(name=sheet_name(table), heading_row=len(head), width=len(table.columns), rows=len(table.rows)),
    )


def _revised_shorthand() -> str:
    return f"Shorthand for corrected values: {REVISED} {REVISED_MEANING}."


def _revised_cells(release: Release, table: Table, *, first_row: int) -> str:
    """The addresses of revised cells, with a full stop after each handful; empty where there is none.

    Cells themselves hold plain numbers (points SS13 and SS38), and no sentence is long (SS15).
    """
    found = [
        f"{_letters(column)}{first_row + number}"
        for number, row in enumerate(table.rows)
        for column, cell in enumerate(row.cells)
        if isinstance(cell, Figure) and cell.id in release.revised
    ]
    return ". ".join(", ".join(found[start : start + _HANDFUL]) for start in range(0, len(found), _HANDFUL))


# Short sentences even where many cells are revised.
_HANDFUL = 15


def _letters(column: int) -> str:
    """The name of a column of a sheet, counted from 0.

    >>> _letters(0), _letters(25), _letters(26)
    ('A', 'Z', 'AA')
    """
    high, low = divmod(column, 26)
    return (_letters(high - 1) if high else "") + chr(ord("A") + low)


def _texts(cells: Sequence[Cell]) -> Sequence[Cell | Decimal | int]:
    return [cell.shown if isinstance(cell, Figure) else cell for cell in cells]


def _right(kind: ColumnKind) -> bool:
    return kind in _NUMBERS or kind is ColumnKind.DATE


def _row(table: Table, cells: Sequence[Cell]) -> tuple[OdsCell, ...]:
    return tuple(_cell(cell, _right(column.kind)) for cell, column in zip(cells, table.columns, strict=True))


def _cell(cell: Cell, right: bool) -> OdsCell:
    style = TextStyle.BODY_RIGHT if right else TextStyle.BODY
    if isinstance(cell, Figure):
        shown = cell.shown
        if isinstance(shown, Marker):
            return Text(shown.value, style)
        places = -int(shown.as_tuple().exponent) if isinstance(shown, Decimal) else 0
        return Number(shown, max(places, 0))
    if isinstance(cell, Marker):
        return Text(cell.value, style)
    return OdsDay(cell) if isinstance(cell, date) else Text(cell, style)


def _widths(table: Table) -> tuple[int, ...]:
    """Column widths; column A also carries the lines above the table, so it is never narrow."""
    shown = [
        [long_date(cell) if isinstance(cell, date) else text for cell, text in zip(row.cells, texts, strict=True)]
        for row, texts in zip(table.rows, table.text_rows(), strict=True)
    ]
    columns = [[column.title, *(row[place] for row in shown)] for place, column in enumerate(table.columns)]
    widths = [_Width(cells).millimetres(wanted=34) for cells in columns]
    return (max(widths[0], 90), *widths[1:])
