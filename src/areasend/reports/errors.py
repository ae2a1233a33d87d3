"""Errors of reading reports that are the user's to mend."""

from collections.abc import Sequence

from areasend.register import Fault


class ReportsError(Exception):
    """A fault in what was asked for, with what to do next; faults inside documents are problems, not errors."""


class TableInvalid(ReportsError):
    """A table that a person or a reading wrote breaks rules; `faults` holds every one of them."""

    def __init__(self, place: str, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__("\n".join([f"{place} has {count}:", *(f"  {fault}" for fault in faults)]))
