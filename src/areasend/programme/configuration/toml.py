"""TOML of a planner as plain tables: whatever cannot be read is a fault of the file, and no value of it is shown."""

import tomllib
from collections.abc import Mapping
from typing import Any

from areasend.programme.errors import ProgrammeInvalid

# What TOML asks every reader to hold. Python holds more, and fails to write numbers of thousands of digits.
_LARGEST = 2**63
_TOO_LARGE = "a whole number does not lie within 64 bits. Write a smaller one."


def toml_tables(content: bytes, place: str) -> Mapping[str, Any]:
    """The tables of a file in UTF-8. Raises `ProgrammeInvalid` where it is no TOML."""
    try:
        tables = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _invalid(place, f"{error}. Mend the syntax at that place.") from error
    except RecursionError as error:
        raise _invalid(place, "lists or tables stand too deep in one another. Write them side by side.") from error
    except ValueError as error:
        raise _invalid(place, _TOO_LARGE) from error
    if _holds_a_giant(tables):
        raise _invalid(place, _TOO_LARGE)
    return tables


def _holds_a_giant(tables: Mapping[str, Any]) -> bool:
    """Whether any whole number is too large; however deep it stands, for dotted keys may go deeper than calls can."""
    left: list[object] = [tables]
    while left:
        value = left.pop()
        if isinstance(value, Mapping):
            left += value.values()
        elif isinstance(value, list):
            left += value
        elif isinstance(value, int) and not -_LARGEST <= value < _LARGEST:
            return True
    return False


def _invalid(place: str, fault: str) -> ProgrammeInvalid:
    return ProgrammeInvalid(place, (f"not valid TOML in UTF-8: {fault}",))
