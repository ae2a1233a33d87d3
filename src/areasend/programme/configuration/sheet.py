"""A programme file as TOML tables, read one by one into one list of faults."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any, Generic, TypeVar

from areasend.framework import FaultList, FrameworkFault, build
from areasend.programme.configuration.spelling import nearest
from areasend.programme.errors import ProgrammeInvalid

T = TypeVar("T")

_LONGEST = 300
_SHOWN = 80
# How a fault stands for having no value to show.
_NOTHING = repr(None)
# A spreadsheet takes text that begins so for a formula, and names of the programme go into plans.
_FORMULA = tuple("=+-@")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """One table of a list, and its place in the file: `term[2]`."""

    key: str
    table: T


class _Faults(FaultList):
    """Faults of a file that is part of a plan: none shows a table, which may name an area with its week."""

    def add(self, file: str, key: str, *, value: object, rule: str, remedy: str) -> None:
        if isinstance(value, Mapping | list):
            value = None
        elif isinstance(value, str):
            value = value[:_SHOWN]
        place = key if key.isprintable() else repr(key)
        super().add(file, place[:_LONGEST], value=value, rule=rule, remedy=remedy)


class Sheet:
    """Hands out the tables of a file; what is wrong with one of them is told to `faults`, and leaves it out."""

    def __init__(self, tables: Mapping[str, Any], *, place: str) -> None:
        self._tables = tables
        self._place = place
        self.faults: FaultList = _Faults()

    def fault(self, key: str, value: object, rule: str, remedy: str) -> None:
        """Tells of one fault; `rule` and `remedy` end without a full stop."""
        self.faults.add(self._place, key, value=value, rule=rule, remedy=remedy)

    def monday(self, key: str, day: date) -> None:
        """Tells of a day that is no Monday."""
        monday = day - timedelta(days=day.weekday())
        if day != monday:
            self.fault(key, day, f"is a {day:%A}", f"Write the Monday, such as {monday}")

    @property
    def count(self) -> int:
        """How many faults were told until now."""
        return len(self.faults.faults)

    def raise_faults(self) -> None:
        """Raises `ProgrammeInvalid` with all that was told, if anything was."""
        if self.count:
            raise ProgrammeInvalid(self._place, [_words(fault) for fault in self.faults.faults])

    def is_sound(self, *keys: str) -> bool:
        """Whether no fault was told of any of these, of a part of one, or of the table that one stands in."""
        told = [fault.key for fault in self.faults.faults]
        return not any(_is_part(one, key) or _is_part(key, one) for one in told for key in keys)

    def has(self, name: str) -> bool:
        return name in self._tables

    def words(self, name: str, key: str) -> tuple[str, ...] | None:
        """What all tables `[[name]]` say under a key, whatever else is wrong with them; None if one says no text."""
        tables = self._tables.get(name, [])
        if not isinstance(tables, list):
            return None
        found = [table.get(key) if isinstance(table, Mapping) else None for table in tables]
        texts = tuple(text for text in found if isinstance(text, str))
        return texts if len(texts) == len(found) else None

    def refuse_strangers(self, known: tuple[str, ...]) -> None:
        """A fault for every table that nobody will ask for."""
        for name in self._tables:
            if name not in known:
                remedy = f"Use one of: {', '.join(known)}{nearest(name, known)}"
                self.fault(name, None, "no such table is known here", remedy)

    def section(self, name: str, kind: type[T], *, lifted: object = None) -> T:
        """The table `[name]`, whose keys may all be left out, as may the table.

        A key with a fault, or with the value `lifted`, counts as left out.
        """
        table = self._tables.get(name, {})
        if isinstance(table, Mapping):
            table = {key: value for key, value in table.items() if value != lifted}
        built = self._sound(kind, table, name)
        if built is not None:
            return built
        known = [item.name for item in fields(kind)]  # type: ignore[arg-type]  # every kind is one of our dataclasses
        kept = {key: table[key] for key in known if self.is_sound(f"{name}.{key}") and key in table}
        return self._sound(kind, kept, name) or kind(**dict.fromkeys(known))

    def named(self, name: str) -> frozenset[str]:
        """The keys of the table `[name]`."""
        table = self._tables.get(name)
        return frozenset(table) if isinstance(table, Mapping) else frozenset()

    def entries(self, name: str, kind: type[T]) -> tuple[Entry[T], ...]:
        """The tables `[[name]]` that have no fault."""
        return tuple(self._entries(self._tables.get(name, []), name, kind))

    def secret_entries(self, name: str, kind: type[T]) -> tuple[Entry[T], ...]:
        """The same for tables that tell of a plan: no fault of them shows a value."""
        with self.hiding():
            return self.entries(name, kind)

    @contextmanager
    def hiding(self) -> Iterator[None]:
        """Faults that are told here show no value."""
        before = self.count
        yield
        self.faults.faults[before:] = [replace(fault, value=_NOTHING) for fault in self.faults.faults[before:]]

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
                self.fault(f"{key}.{name}", None, "no such key is known here", remedy)

    def check(self, key: str, value: object) -> None:
        """A fault for a day of another century, and for text that is empty, long, or unfit to be printed."""
        if isinstance(value, date) and not 2000 <= value.year < 2100:
            self.fault(key, value, "a date of this century is needed", "Correct the year")
        elif isinstance(value, str) and not value.strip():
            self.fault(key, value, "the text is empty", "Write it, or leave the key out where it may be")
        elif isinstance(value, str) and (len(value) > _LONGEST or not value.isprintable()):
            self.fault(key, value, f"holds a control character, or more than {_LONGEST} characters", "Shorten it")
        elif isinstance(value, str) and value.startswith(_FORMULA):
            self.fault(key, value, "begins as a formula of a spreadsheet does", "Begin with a letter or a digit")


def _is_part(key: str, whole: str) -> bool:
    return key == whole or key.startswith((f"{whole}.", f"{whole}["))


def _words(fault: FrameworkFault) -> str:
    value = "" if fault.value == _NOTHING else f" = {fault.value}"
    return f"{fault.key}{value}: {fault.rule}. {fault.remedy}."
