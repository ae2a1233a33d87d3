"""What can be wrong with codebooks, coding folders and sheets: faults name file, place and remedy."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


class ThemesError(Exception):
    """The input of the user is wrong."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class CodingFault:
    """One thing wrong in a file: `place` is the row, line or key, empty where the file as a whole is meant."""

    file: str
    place: str
    value: str
    rule: str
    remedy: str

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        found = f" (found: {self.value})" if self.value else ""
        return f"{where}: {self.rule}{found}. {self.remedy}."


class CodingInvalid(ThemesError):
    """A file breaks rules; every fault is told at once."""

    def __init__(self, what: str, faults: Sequence[CodingFault]) -> None:
        self.faults = tuple(sorted(faults, key=_in_file))
        number = len(self.faults)
        lines = "\n".join(f"  {fault}" for fault in self.faults)
        super().__init__(f"{what}: {number} {'fault' if number == 1 else 'faults'}; nothing was changed.\n{lines}")


def _in_file(fault: CodingFault) -> tuple[object, ...]:
    """Faults as a person goes through a file: row 2 before row 10."""
    numbers = [int(number) for number in re.findall(r"[0-9]{1,9}", fault.place)]
    return fault.file, re.sub(r"[0-9]+", "", fault.place), numbers, fault


__all__ = ["CodingFault", "CodingInvalid", "ThemesError"]
