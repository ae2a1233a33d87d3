"""A programme file as TOML tables, read one by one into one list of faults."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Generic, TypeVar

from areasend.framework import FaultList, build
from areasend.programme.configuration.spelling import nearest

T = TypeVar("T")

_LONGEST = 300
# A spreadsheet takes text that begins so for a formula, and names of the programme go into plans.
_FORMULA = tuple("=+-@")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """One table of a list, and its place in the file: `term[2]`."""

    key: str
    table: T


class Sheet:
    """Hands out the tables of a file; what is wrong with one of them is told to `faults`, and leaves it out."""

    def __init__(self, tables: Mapping[str, Any], *, place: str) -> None:
        self._tables = tables
        self._place = place
        self.faults = FaultList()

    def fault(self, key: str, value: object, rule: str, remedy: str) -> None:
        """Tells of one fault; `rule` and `remedy` end without a full stop."""
        self.faults.add(self._place, key, value=value, rule=rule, remedy=remedy)

    @property
    def count(self) -> int:
        """How many faults were told until now."""
        return len(self.faults.faults)

    def has(self, name: str) -> bool:
        return name in self._tables

    def refuse_strangers(self, known: tuple[str, ...]) -> None:
        """A fault for every table that nobody will ask for."""
        for name in self._tables:
            if name not in known:
                remedy = f"Use one of: {', '.join(known)}{nearest(name, known)}"
                self.fault(name, self._tables[name], "no such table is known here", remedy)

    def section(self, name: str, kind: type[T]) -> T | None:
        """The table `[name]`, whose keys may all be left out, as may the table; None if it has faults."""
        return self._sound(kind, self._tables.get(name, {}), name)

    def entries(self, name: str, kind: type[T]) -> tuple[Entry[T], ...]:
        """The tables `[[name]]` that have no fault."""
        return tuple(self._entries(self._tables.get(name, []), name, kind))

    def teams(self, kind: type[T], away: type[Any]) -> Iterator[tuple[Entry[T], tuple[Entry[Any], ...]]]:
        """The tables `[[team]]`, each with its list `away`."""
        for entry in self._of_list(self._tables.get("team", []), "team"):
            own = {name: value for name, value in entry.table.items() if name != "away"}
            before = self.count
            absences = tuple(self._entries(entry.table.get("away", []), f"{entry.key}.away", away))
            built = self._sound(kind, own, entry.key)
            if built is not None and self.count == before:
                yield Entry(entry.key, built), absences

    def _entries(self, tables: object, name: str, kind: type[T]) -> Iterator[Entry[T]]:
        for entry in self._of_list(tables, name):
            built = self._sound(kind, entry.table, entry.key)
            if built is not None:
                yield Entry(entry.key, built)

    def _of_list(self, tables: object, name: str) -> Iterator[Entry[Mapping[str, Any]]]:
        if not isinstance(tables, list) or not all(isinstance(entry, Mapping) for entry in tables):
            self.fault(name, tables, "must be a list of tables", f"Write each as [[{name}]]")
            return
        for number, entry in enumerate(tables, 1):
            yield Entry(f"{name}[{number}]", entry)

    def _sound(self, kind: type[T], table: object, key: str) -> T | None:
        known = [item.name for item in fields(kind)]  # type: ignore[arg-type]  # every kind is one of our dataclasses
        if isinstance(table, Mapping):
            self._refuse(known, table, key)
            table = {name: value for name, value in table.items() if name in known}
        built = build(kind, table, file=self._place, key=f"{key}.", faults=self.faults)
        if built is None:
            return None
        before = self.count
        for name in known:
            value = getattr(built, name)
            for single in value if isinstance(value, tuple) else (value,):
                self.check(f"{key}.{name}", single)
        return built if self.count == before else None

    def _refuse(self, known: list[str], table: Mapping[str, Any], key: str) -> None:
        for name in table:
            if name not in known:
                remedy = f"Use one of: {', '.join(known)}{nearest(name, known)}"
                self.fault(f"{key}.{name}", table[name], "no such key is known here", remedy)

    def check(self, key: str, value: object) -> None:
        """A fault for a day of another century, and for text that is empty, long, or unfit to be printed."""
        if isinstance(value, date) and not 2000 <= value.year < 2100:
            self.fault(key, value, "a date of this century is needed", "Correct the year")
        elif isinstance(value, str) and not value.strip():
            self.fault(key, value, "the text is empty", "Write it, or leave the key out where it may be")
        elif isinstance(value, str) and (len(value) > _LONGEST or not value.isprintable()):
            self.fault(key, value[:80], f"holds a control character, or more than {_LONGEST} characters", "Shorten it")
        elif isinstance(value, str) and value.startswith(_FORMULA):
            self.fault(key, value, "begins as a formula of a spreadsheet does", "Begin with a letter or a digit")
