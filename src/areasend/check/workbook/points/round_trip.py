"""The workbook against the published CSV: typed values (SS41), the set of tables and displayed text (SS42)."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from areasend.check.workbook.addresses import cell_name
from areasend.check.workbook.evidence import Evidence, Tables, Verdict, in_file, judged, not_checkable, place, quoted
from areasend.check.workbook.layout import Layout, Role
from areasend.check.workbook.model import Cell, Kind
from areasend.check.workbook.report import Place

Agrees = Callable[[Cell, str], bool]
_NEEDS_TABLES = "needs the published tables (CSV) to compare with"
_HUNDRED = Decimal(100)


def round_trip(evidence: Evidence) -> Verdict:
    """SS41. A file that has to be repaired on loading fails whether or not there are tables to compare with."""
    repairs = [
        in_file(f"on loading: {remark}", "save the file without what is not supported") for remark in _remarks(evidence)
    ]
    if evidence.tables is None:
        return judged(repairs) if repairs else not_checkable(_NEEDS_TABLES)
    return judged([*repairs, *_differences(evidence, evidence.tables, same_value)])


def same_in_all_formats(evidence: Evidence) -> Verdict:
    """SS42."""
    if evidence.tables is None:
        return not_checkable(_NEEDS_TABLES)
    names = {_key(name) for name in evidence.tables}
    sheets = {_key(layout.name) for layout in evidence.with_role(Role.TABLE)}
    places = [
        in_file(f"the CSV table {name} without a sheet", "publish it in both formats")
        for name in evidence.tables
        if _key(name) not in sheets
    ]
    for layout in evidence.with_role(Role.TABLE):
        if _key(layout.name) not in names:
            places.append(place(layout.name, "", "a sheet without a CSV table", "publish it in both formats"))
    places.extend(_differences(evidence, evidence.tables, same_text))
    return judged(places, "compared with the CSV tables only; pages are compared with the CSV by their own check")


def _remarks(evidence: Evidence) -> tuple[str, ...]:
    return evidence.workbook.remarks


def _key(name: str) -> str:
    return name.replace("-", "_").casefold()


def _differences(evidence: Evidence, tables: Tables, agrees: Agrees) -> Iterator[Place]:
    layouts = {_key(layout.name): layout for layout in evidence.with_role(Role.TABLE)}
    for name, rows in tables.items():
        layout = layouts.get(_key(name))
        if layout is not None:
            yield from _table_differences(layout, rows, agrees)


def _table_differences(layout: Layout, rows: Sequence[Sequence[str]], agrees: Agrees) -> Iterator[Place]:
    """Cell by cell below the header: headers are words for people in one format and names for programs in the other."""
    remedy = "build both formats from one table"
    block = layout.block
    if block is None or not rows:
        yield place(layout.name, "A1", f"{len(rows)} rows in the CSV and no table here or there", remedy)
        return
    height, width = block.last_row - block.first_row + 1, block.last_column - block.first_column + 1
    if (height, width) != (len(rows), len(rows[0])):
        found = f"{height} rows and {width} columns where the CSV has {len(rows)} and {len(rows[0])}"
        yield place(layout.name, layout.start_cell(), found, remedy)
    for down, row in enumerate(rows[1:height], start=block.first_row + 1):
        for across, text in enumerate(row[:width], start=block.first_column):
            cell = layout.sheet.cells.get((down, across))
            if not (agrees(cell, text) if cell is not None else not text.strip()):
                found = f"{quoted(cell.text if cell else '')} where the CSV has {quoted(text)}"
                yield place(layout.name, cell_name(down, across), found, remedy)


def same_value(cell: Cell, text: str) -> bool:
    """The typed value; a percentage may stand in the CSV as per cent, and the CSV may be rounded."""
    text = text.strip()
    if isinstance(cell.value, bool):
        return cell.value == (text.casefold() in {"true", "1"})
    if isinstance(cell.value, float):
        number, value = _decimal(text), Decimal(repr(cell.value))
        return number is not None and any(_rounded(scaled, number) == number for scaled in _scaled(cell, value))
    if isinstance(cell.value, date):
        day = cell.value.date() if isinstance(cell.value, datetime) else cell.value
        return text in {cell.value.isoformat(), day.isoformat()}
    return _same_words(cell.text, text)


def same_text(cell: Cell, text: str) -> bool:
    """The displayed text, rounded as it is shown; dates are shown in words, so those are compared as dates."""
    if cell.kind is Kind.DATE:
        return same_value(cell, text)
    if not isinstance(cell.value, float):
        return _same_words(cell.text, text)
    shown, number = _decimal(cell.text.strip().replace(",", "").removesuffix("%")), _decimal(text.strip())
    if shown is None or number is None:
        return False
    return any(_rounded(scaled, shown) == shown for scaled in _scaled(cell, number))


def _scaled(cell: Cell, value: Decimal) -> tuple[Decimal, ...]:
    return (value, value * _HUNDRED) if cell.kind is Kind.PERCENTAGE else (value,)


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    exponent = like.as_tuple().exponent
    places = exponent if isinstance(exponent, int) else 0
    try:
        return value.quantize(Decimal(1).scaleb(min(places, 0)), rounding=ROUND_HALF_UP)
    except InvalidOperation:  # more digits than arithmetic keeps: too large to be rounded to these places
        return value


def _decimal(text: str) -> Decimal | None:
    try:
        number = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _same_words(shown: str, text: str) -> bool:
    """`[x]` and `x` are one marker in two formats."""
    first, second = " ".join(shown.split()), " ".join(text.split())
    return first == second or first == f"[{second}]"
