"""User errors of the programme."""

from collections.abc import Sequence


class ProgrammeError(Exception):
    """A user error of the programme room."""


class ProgrammeInvalid(ProgrammeError):
    """A programme file breaks rules; `faults` holds every one of them."""

    def __init__(self, place: str, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        lines = "\n".join(f"  {fault}" for fault in faults)
        super().__init__(f"{place} has {len(faults)} fault(s):\n{lines}")


class PlanUnreadable(ProgrammeError):
    """A plan, or a file of pins or changes, cannot be read, or does not belong to the programme."""


class NothingToPlan(ProgrammeError):
    """Nothing is due, or no week of the programme can hold an inspection."""


class PlanNotFound(ProgrammeError):
    """The search ended before it found any plan or proved that there is none."""


class NothingToForecast(ProgrammeError):
    """The records or the programme leave nothing to draw from."""


class PlanIsSecret(ProgrammeError):
    """A file of a plan is given to what freezes or publishes."""


class PlanWouldBePublic(ProgrammeError):
    """A plan is to be written into what is published."""


class KeyUnusable(ProgrammeError):
    """The file named as the key of a plan is none."""
