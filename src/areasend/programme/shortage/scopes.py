"""Which inspections a limit counts: all, full ones, monitoring ones, those of a region."""

from dataclasses import dataclass

from areasend.programme.configuration.model import Programme
from areasend.programme.planning import Task


@dataclass(frozen=True, slots=True)
class Scope:
    """Inspections counted together and the limits that bind them together; None: no limit.

    `region` is empty for all regions, `is_full` None for full and monitoring inspections together.
    """

    region: str
    is_full: bool | None
    per_week: int | None
    per_month: int | None
    per_year: int | None

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
    full = is_full is True
    own = [entry.per_month for entry in programme.region_limits if entry.region == region]
    return Scope(
        region=region,
        is_full=is_full,
        per_week=_least(limits.per_week, limits.full_per_week if full else None),
        per_month=_least(limits.per_month, limits.full_per_month if full else None, *own),
        per_year=_least(limits.per_year, limits.full_per_year if full else None),
    )


def _least(*limits: int | None) -> int | None:
    return min((limit for limit in limits if limit is not None), default=None)
