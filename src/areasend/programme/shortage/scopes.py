"""Which inspections a limit counts: all, full ones, monitoring ones, those of a region."""

from dataclasses import dataclass

from areasend.programme.configuration.model import Programme
from areasend.programme.planning import Month, Task, begun_in


@dataclass(frozen=True, slots=True)
class Scope:
    """Inspections counted together and the limits of a programme that bind them together; None: no limit.

    `region` is empty for all regions, `is_full` None for full and monitoring inspections together.
    """

    region: str
    is_full: bool | None
    per_week: int | None
    _programme: Programme

    def room_of_month(self, month: Month) -> int | None:
        """How many more may begin in a month, by the limits of a month and what began in it before the plan."""
        held = self._programme.region_limits
        own = [
            entry.per_month - begun_in(self._programme, month, region=self.region)
            for entry in held
            if entry.region == self.region
        ]
        limits = self._programme.limits
        return _least(
            *(limit - begun for limit, begun in self._limits(limits.per_month, limits.full_per_month, month)), *own
        )

    def of_year(self, year: int) -> tuple[int, int] | None:
        """The limit of a year with the least room, and how many began in it before the plan."""
        limits = self._programme.limits
        found = self._limits(limits.per_year, limits.full_per_year, year)
        return min(found, key=lambda entry: (entry[0] - entry[1], entry), default=None)

    def _limits(self, of_all: int | None, of_full: int | None, period: int | Month) -> list[tuple[int, int]]:
        found = []
        if of_all is not None:
            found.append((of_all, begun_in(self._programme, period)))
        if of_full is not None and self.is_full is True:
            found.append((of_full, begun_in(self._programme, period, full_only=True)))
        return found

    def has(self, task: Task) -> bool:
        """Whether it counts a task."""
        return self.region in ("", task.due.region) and self.is_full in (None, task.due.kind.is_full)

    def words(self, count: int) -> str:
        """What it counts, for a number of them: `full inspections in London`."""
        kind = {None: "", True: "full ", False: "monitoring "}[self.is_full]
        return f"{kind}inspection{'' if count == 1 else 's'}" + (f" in {self.region}" if self.region else "")


def scopes_of(programme: Programme) -> tuple[Scope, ...]:
    """Every scope that has limits of its own, full inspections first, so that they are told where all say the same."""
    regions = ["", *sorted({entry.region for entry in programme.region_limits})]
    return tuple(_scope(programme, region, is_full) for region in regions for is_full in (True, None, False))


def _scope(programme: Programme, region: str, is_full: bool | None) -> Scope:
    limits = programme.limits
    per_week = _least(limits.per_week, limits.full_per_week if is_full is True else None)
    return Scope(region, is_full, per_week, programme)


def _least(*limits: int | None) -> int | None:
    return min((limit for limit in limits if limit is not None), default=None)
