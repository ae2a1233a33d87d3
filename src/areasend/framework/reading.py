"""Reading TOML tables into framework types, gathering every fault instead of stopping at the first.

The types' own annotations are the schema: a key that no field has, a field that no key fills and a value of another
type are each a fault. A list of tables keeps only the entries that could be built.
"""

import types
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from areasend.framework.errors import FrameworkFault

T = TypeVar("T")

_KINDS = {str: "text", int: "a whole number", bool: "true or false", date: "a date (2023-01-31)"}


@dataclass(slots=True)
class FaultList:
    """Collects the faults of all files of one load."""

    faults: list[FrameworkFault] = field(default_factory=list)

    def add(self, file: str, key: str, *, value: object, rule: str, remedy: str) -> None:
        self.faults.append(FrameworkFault(file=file, key=key, value=_shown(value), rule=rule, remedy=remedy))


def _shown(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else repr(value)


def build(kind: type[T], table: object, *, file: str, key: str, faults: FaultList) -> T | None:
    """One frozen value of `kind` from a TOML table, or None with its faults recorded.

    Empty text is what an absent text field stands for; every other field must be there unless it may be None.
    """
    if not isinstance(table, Mapping):
        name = key.rstrip(".")
        faults.add(file, name, value=table, rule="a table is needed", remedy=f"Write it as [{name}]")
        return None
    hints = get_type_hints(kind)
    before = len(faults.faults)
    values: dict[str, Any] = {}
    for name in sorted(table.keys() - hints.keys()):
        faults.add(
            file, f"{key}{name}", value=table[name], rule="no such key is known here", remedy="Remove or rename it"
        )
    for item in fields(kind):  # type: ignore[arg-type]  # T is one of our dataclasses
        values[item.name] = _value(table, item.name, hints[item.name], file=file, key=key, faults=faults)
    return kind(**values) if len(faults.faults) == before else None


def build_all(
    kind: type[T], tables: object, *, file: str, key: str, faults: FaultList, required: bool = True
) -> tuple[T, ...]:
    """Every entry of a TOML array of tables; a fault when it is missing, empty or no such array."""
    if tables is None and not required:
        return ()
    if not isinstance(tables, Sequence) or not tables or not all(isinstance(entry, Mapping) for entry in tables):
        faults.add(file, key, value=tables, rule="at least one table is needed", remedy=f"Add a [[{key}]] table")
        return ()
    built = (
        build(kind, entry, file=file, key=f"{key}[{number}].", faults=faults) for number, entry in enumerate(tables, 1)
    )
    return tuple(entry for entry in built if entry is not None)


def _value(table: Mapping[str, Any], name: str, hint: Any, *, file: str, key: str, faults: FaultList) -> Any:
    optional = get_origin(hint) in (Union, types.UnionType) and type(None) in get_args(hint)
    if name not in table:
        if optional:
            return None
        if name in _MAY_BE_ABSENT:
            return ""
        faults.add(file, f"{key}{name}", value=None, rule="a value is missing", remedy=f"Add {name}")
        return MISSING
    wanted = next(kind for kind in get_args(hint) if kind is not type(None)) if optional else hint
    return _checked(table[name], wanted, file=file, key=f"{key}{name}", faults=faults)


# Fields of text that a table may leave out because nothing is known to say.
_MAY_BE_ABSENT = frozenset({"submitted_to"})


def _checked(value: Any, wanted: Any, *, file: str, key: str, faults: FaultList) -> Any:
    if get_origin(wanted) is tuple:
        inner = get_args(wanted)[0]
        if not isinstance(value, list) or not value:
            faults.add(file, key, value=value, rule="a list with at least one entry is needed", remedy="Write a list")
            return ()
        return tuple(_checked(entry, inner, file=file, key=key, faults=faults) for entry in value)
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        if value in [member.value for member in wanted]:
            return wanted(value)
        known = ", ".join(member.value for member in wanted)
        faults.add(file, key, value=value, rule="not one of the known words", remedy=f"Use one of: {known}")
        return value
    if type(value) is not wanted:
        faults.add(file, key, value=value, rule=f"must be {_KINDS[wanted]}", remedy="Correct the value")
    return value
