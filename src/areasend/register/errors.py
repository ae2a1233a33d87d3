"""What can be wrong with a set of records, told with file, row, column, value, rule and remedy."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Fault:
    """One broken rule. `row` counts from 1 with the heading, as spreadsheets do; 0 stands for the file as a whole."""

    file: str
    row: int
    column: str
    value: str
    rule: str
    remedy: str

    def __str__(self) -> str:
        where = self.file
        if self.row:
            where += f", row {self.row}"
        if self.column:
            where += f", column {self.column}"
        found = f" (found {self.value!r})" if self.value else ""
        return f"{where}: {self.rule}{found}. {self.remedy}."


class RegisterError(Exception):
    """A user error of the register room."""


class RecordsInvalid(RegisterError):
    """Records break rules; `faults` holds every one of them, in the order of files and rows."""

    def __init__(self, place: str, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        lines = "\n".join(f"  {fault}" for fault in faults)
        super().__init__(f"The records in {place} have {count}:\n{lines}")


class RecordsMissing(RegisterError):
    """The folder named is not there or is no folder."""


class RecordsInTheWay(RegisterError):
    """Records would be written into a folder that already holds something."""
