"""The file of publication dates that a person gives to `reports read`: CSV, by file, by address or by area.

Only the columns named here are looked at, so that a list of inspections serves as it is, also that of a reading, where
`[x]` is not known. A cell that is filled is held to the register's rules for cells; every fault is reported at once.
"""

from dataclasses import replace
from typing import Any

from areasend.register import (
    INSPECTIONS,
    AreaCode,
    CellRefused,
    Column,
    Fault,
    Register,
    packaged_register,
)
from areasend.reports.area_names import AreaNames
from areasend.reports.dating import DatedReport, PublicationDates, file_name
from areasend.reports.errors import TableInvalid
from areasend.reports.reading import NOT_FOUND
from areasend.reports.tables import Row, rows_of_csv

_RECORDED = {column.name: replace(column, optional=True) for column in INSPECTIONS.columns}
_TEXT = replace(_RECORDED["local_area"], empty="")
DATES_COLUMNS: tuple[Column, ...] = (
    _RECORDED["publication_date"],
    replace(_TEXT, name="file", description="name of the report's file; folders before it are not looked at"),
    replace(_RECORDED["report_url"], description="address of the report; its last part may stand in the file's name"),
    replace(_RECORDED["report_url"], name="address", description="the same under another name"),
    _RECORDED["gss_code"],
    replace(_TEXT, description="a name of the local area, for where gss_code is empty"),
    _RECORDED["inspection_start"],
    _RECORDED["inspection_end"],
)
_KEYS = ("file", "report_url", "address", "gss_code", "local_area")


def read_dates(content: bytes, place: str, *, register: Register | None = None) -> PublicationDates:
    """The rows of a file of dates. Raises `TableInvalid` with every fault."""
    faults: list[Fault] = []
    rows = rows_of_csv(
        content, place, faults, wanted=("publication_date",), known=[column.name for column in DATES_COLUMNS[1:]]
    )
    names = AreaNames(register or packaged_register(), with_former=True)
    dated = [_dated(row, place, faults, names) for row in rows]
    if faults:
        raise TableInvalid("The file of publication dates", sorted(faults))
    return PublicationDates(rows=tuple(dated))


def _dated(row: Row, place: str, faults: list[Fault], names: AreaNames) -> DatedReport:
    """What a row gives and what for; of a row with faults, what is left of it."""
    row = replace(row, cells={name: "" if cell == NOT_FOUND else cell for name, cell in row.cells.items()})
    told = _Told(row, place, faults)
    values: dict[str, Any] = {column.name: told.value(column) for column in DATES_COLUMNS}
    if row["report_url"] and row["address"] and row["report_url"] != row["address"]:
        told.fault("address", "another address than report_url", "Keep one of them")
    if not any(row[key] for key in _KEYS):
        told.fault("", "the row names no report", f"Fill in one of {', '.join(_KEYS)}")
    return DatedReport(
        row=row.number,
        publication_date=values["publication_date"],
        address=values["report_url"] or values["address"],
        file=file_name(values["file"] or ""),
        codes=_codes(values["gss_code"], values["local_area"], told, names),
        inspection_start=values["inspection_start"],
        inspection_end=values["inspection_end"],
    )


def _codes(code: AreaCode | None, name: str | None, told: "_Told", names: AreaNames) -> frozenset[AreaCode]:
    """The area of a row by its code, or else by its name; a name that is another area's is a fault beside a code."""
    named = frozenset(names.codes_of(name or ""))
    if code is not None:
        if names.area(code) is None:
            told.fault("gss_code", "no local area of the register has this code", "Correct the code")
        elif named and code not in named:
            told.fault(
                "local_area", f"this is a name of {_listed(named)}, not of {code}", "Correct the code or the name"
            )
        return frozenset({code})
    if name and not named:
        told.fault("local_area", "no local area of the register has this name", "Give its gss_code")
    if len(named) > 1:
        told.fault("local_area", f"this is a name of {_listed(named)}", "Give the gss_code of the area that is meant")
    return named


def _listed(codes: frozenset[AreaCode]) -> str:
    return " and ".join(sorted(codes))


class _Told:
    """Where the faults of one row go."""

    def __init__(self, row: Row, place: str, faults: list[Fault]) -> None:
        self.row, self.place, self.faults = row, place, faults

    def fault(self, column: str, rule: str, remedy: str) -> None:
        value = self.row[column][:80]
        self.faults.append(
            Fault(file=self.place, row=self.row.number, column=column, value=value, rule=rule, remedy=remedy)
        )

    def value(self, column: Column) -> Any:
        """The value of the row's cell; None, and a fault more, if it is refused."""
        try:
            return column.value(self.row[column.name])
        except CellRefused as refused:
            self.fault(column.name, str(refused), refused.remedy)
            return None
