"""Reading files of pins (CSV): validated whole, all faults at once.

A row each: `local_area` (code or a name the records know), `kind`, `monday` (the first day on site), and where wanted
`team`, `announced` (yes or no) and `reason`. Faults name a pin by its row and never its area: it is part of a plan.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from areasend.programme.activities import Kind
from areasend.programme.configuration import Names, Sheet
from areasend.programme.configuration.model import Pin, Programme
from areasend.programme.configuration.spelling import spelt
from areasend.programme.errors import PlanUnreadable
from areasend.programme.planning.problem import PLANNED

PIN_COLUMNS = ("local_area", "kind", "monday", "team", "announced", "reason")
_NEEDED = PIN_COLUMNS[:3]
_SAID = {"yes": True, "no": False, "": False, "true": True, "false": False}
_KINDS = {spelt(name): kind for kind in Kind if kind in PLANNED for name in (kind.key, kind.value)}
_KIND_WORDS = tuple(kind.key for kind in Kind if kind in PLANNED)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

T = TypeVar("T")


def read_pins(content: bytes, *, place: str, names: Names, programme: Programme) -> tuple[Pin, ...]:
    """The pins of a CSV file, in its order.

    Raises `PlanUnreadable` if it is no such file, `ProgrammeInvalid` with all faults of its rows.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlanUnreadable(f"{place} is not UTF-8: {error.reason} at byte {error.start}.") from error
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    reader = _Rows(Sheet({}, place=place), names, programme)
    try:
        missing = [name for name in _NEEDED if name not in (rows.fieldnames or ())]
        if missing:
            raise PlanUnreadable(
                f"{place} is no file of pins: column(s) {', '.join(missing)} missing in its first row."
            )
        reader.heading(rows.fieldnames or ())
        for row in rows:
            reader.row(f"line {rows.line_num}", row)
    except csv.Error as error:
        raise PlanUnreadable(f"{place} cannot be read as CSV: line {rows.line_num}: {error}.") from error
    reader.sheet.raise_faults()
    return tuple(reader.found.values())


class _Rows:
    """Reads row after row; what is wrong with one is told to its sheet."""

    def __init__(self, sheet: Sheet, names: Names, programme: Programme) -> None:
        self.sheet = sheet
        self.found: dict[tuple[str, Kind], Pin] = {}
        self._names = names
        self._teams = {spelt(team.name): team.name for team in programme.teams}

    def heading(self, columns: Any) -> None:
        for number, name in enumerate(columns, 1):
            if name not in PIN_COLUMNS:
                rule = f"column {number} is not known here"
                self.sheet.fault("the first row", None, rule, f"Use: {', '.join(PIN_COLUMNS)}")

    def row(self, where: str, row: Mapping[Any, Any]) -> None:
        if None in row or None in row.values():
            self.sheet.fault(where, None, "it has not as many cells as the first row", "Add or remove cells")
            return
        cells = {name: str(cell).strip() for name, cell in row.items()}
        code = self._names.area(cells["local_area"], f"{where}, local_area", self.sheet, is_secret=True)
        kind = self._one_of(f"{where}, kind", cells["kind"], _KINDS, _KIND_WORDS)
        monday = self._monday(f"{where}, monday", cells["monday"])
        named, reason = cells.get("team", ""), cells.get("reason", "")
        team = self._one_of(f"{where}, team", named, self._teams, self._teams.values()) if named else None
        announced = self._one_of(f"{where}, announced", cells.get("announced", ""), _SAID, ("yes", "no"))
        if reason:
            with self.sheet.hiding():
                self.sheet.check(f"{where}, reason", reason)
        if code is None or kind is None or monday is None:
            return
        if (code, kind) in self.found:
            self.sheet.fault(where, None, "a row before it pins the same inspection", "Keep one of the two")
        self.found[code, kind] = Pin(
            gss_code=code, kind=kind, monday=monday, team=team, announced=bool(announced), reason=reason
        )

    def _one_of(self, where: str, text: str, allowed: Mapping[str, T], words: Iterable[str]) -> T | None:
        found = allowed.get(spelt(text))
        if found is None:
            self.sheet.fault(where, None, "not one of the known words", f"Use one of: {', '.join(words)}")
        return found

    def _monday(self, where: str, text: str) -> date | None:
        try:
            day = date.fromisoformat(text if _DAY.fullmatch(text) else "")
        except ValueError:
            self.sheet.fault(where, None, "no day such as 2025-03-31", "Correct the value")
            return None
        self.sheet.monday(where, day)
        return day
