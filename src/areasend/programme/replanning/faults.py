"""Cells and values of files of pins and changes, checked one by one, so that all faults are told at once."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime

from areasend.programme.activities import Kind
from areasend.register import AreaCode, Register

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Checker:
    """Gathers faults; each reading method hands on a value, or None after noting what is wrong and where."""

    def __init__(self, register: Register) -> None:
        self.faults: list[str] = []
        self._names: dict[str, str] = {area.gss_code: area.name for area in register.local_areas}
        self._codes: dict[str, set[AreaCode]] = {}
        for area in register.local_areas:
            for name in (area.gss_code, area.name, area.plain_name):
                self._codes.setdefault(name.casefold(), set()).add(area.gss_code)
        for other in register.area_names:
            self._codes.setdefault(other.name.casefold(), set()).add(other.gss_code)

    def fault(self, where: str, said: str) -> None:
        self.faults.append(f"{where}: {said}")

    def name_of(self, code: str) -> str:
        return self._names[code]

    def area(self, where: str, value: object) -> AreaCode | None:
        """The code of an area named by its code or a name that the register knows, whatever the case."""
        found = self._codes.get(" ".join(value.split()).casefold(), ()) if isinstance(value, str) else ()
        if len(found) == 1:
            return next(iter(found))
        if found:
            said = f"{value!r} is a name of {', '.join(sorted(found))}: give one of these codes"
        else:
            said = f"{_shown(value)} is neither the code nor a name of a local area of the register"
        self.fault(where, said)
        return None

    def kind(self, where: str, value: object, allowed: Mapping[str, Kind]) -> Kind | None:
        found = allowed.get(value.strip().casefold()) if isinstance(value, str) else None
        if found is None:
            self.fault(where, f"{_shown(value)} is not one of {', '.join(sorted(allowed))}")
        return found

    def day(self, where: str, value: object) -> date | None:
        """A day, as TOML has it or as YYYY-MM-DD."""
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if isinstance(value, str) and _DAY.fullmatch(value.strip()):
            with suppress(ValueError):
                return date.fromisoformat(value.strip())
        self.fault(where, f"{_shown(value)} is no day such as 2025-03-31")
        return None

    def span(self, where: str, values: Mapping[str, object]) -> tuple[date, date] | None:
        """`first_day` and `last_day`, in this order; the last is the first where it is not given."""
        first = self.day(f"{where}, first_day", values.get("first_day"))
        last = self.day(f"{where}, last_day", values["last_day"]) if "last_day" in values else first
        if first is None or last is None:
            return None
        if last < first:
            self.fault(where, f"last_day {last} is before first_day {first}")
            return None
        return first, last

    def text(self, where: str, value: object) -> str | None:
        """Words in one line."""
        if isinstance(value, str) and value.strip() and value.isprintable():
            return value.strip()
        self.fault(where, f"{_shown(value)} is no text in one line")
        return None

    def one_of(self, where: str, value: object, allowed: Mapping[str, str], what: str) -> str | None:
        """The value that a text stands for."""
        found = allowed.get(value.strip().casefold()) if isinstance(value, str) else None
        if found is None:
            self.fault(where, f"{_shown(value)} is no {what}: one of {', '.join(sorted(set(allowed.values())))}")
        return found

    def keys(self, where: str, values: Mapping[str, object], allowed: tuple[str, ...]) -> None:
        """No key beside those allowed."""
        for key in values:
            if key not in allowed:
                self.fault(where, f"{key!r} is not known here; there are {', '.join(allowed)}")


def _shown(value: object) -> str:
    if value is None or value == "":
        return "nothing"
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
