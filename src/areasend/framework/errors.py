"""What can be wrong with the framework's files, told so that their editor can mend them."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class FrameworkFault:
    """One broken rule in one file: `key` is the path inside the TOML, such as `outcome[2].order`."""

    file: str
    key: str
    value: str
    rule: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key} = {self.value}: {self.rule}. {self.remedy}."


class FrameworkError(Exception):
    """A user error of the framework room."""


class FrameworkInvalid(FrameworkError):
    """The framework's files break rules; `faults` holds every one of them."""

    def __init__(self, faults: tuple[FrameworkFault, ...]) -> None:
        self.faults = faults
        lines = "\n".join(f"  {fault}" for fault in faults)
        super().__init__(f"The framework has {len(faults)} fault(s):\n{lines}")


class OutsideCalendar(FrameworkError):
    """A working-day question about a day for which no bank holidays are recorded."""
