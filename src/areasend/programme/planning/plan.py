"""A plan as people read it: who is inspected when, by which team, and why then."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from areasend.programme.activities import Due
from areasend.programme.configuration.model import Pin, Programme
from areasend.programme.planning.problem import Problem, TeamClass
from areasend.programme.planning.reasons import Reasons
from areasend.programme.planning.solution import Placement, Solution


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedItem:
    """An inspection in its week.

    `notified` is the day of notification, `monday` the first day on site, `friday` the last. `weeks_late` counts
    from the last week that is in time; `weeks_open` are the weeks in which it could have begun if it were alone.
    `reason` says in sentences why it is there and not elsewhere.
    """

    due: Due
    notified: date
    monday: date
    friday: date
    team: str
    weeks_late: int
    weeks_open: int
    reason: tuple[str, ...]
    pin: Pin | None = None

    @property
    def id(self) -> str:
        return self.due.id

    @property
    def is_announced(self) -> bool:
        return self.pin is not None and self.pin.announced

    @property
    def status(self) -> str:
        """`announced`, `notified` (by the date of the plan before; nobody said so), `pinned` or `planned`."""
        if self.pin is None:
            return "planned"
        if not self.pin.announced:
            return "pinned"
        return "notified" if self.pin.by_date else "announced"


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftItem:
    """An inspection that does not fit, and why, in sentences."""

    due: Due
    weeks_open: int
    reason: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.due.id


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """`items` by their week on site, then team; `left` by id. It names areas before they are told: it is secret.

    `lateness` is the objective in weighted weeks and `bound` the least that any plan can have.
    """

    programme: Programme
    items: tuple[PlannedItem, ...]
    left: tuple[LeftItem, ...]
    lateness: int
    bound: int
    unevenness: int

    @property
    def late(self) -> tuple[PlannedItem, ...]:
        return tuple(item for item in self.items if item.weeks_late)

    @property
    def fits(self) -> bool:
        """Whether everything is planned, and in time."""
        return not self.left and not self.late

    @property
    def is_best(self) -> bool:
        """Whether no plan is less late, and that is proved."""
        return self.bound >= self.lateness

    @property
    def gap(self) -> float:
        """The share of the lateness that a better plan might still save, from 0 to 1."""
        return 0.0 if self.lateness == 0 else (self.lateness - self.bound) / self.lateness


def plan_of(problem: Problem, solution: Solution, *, keep: Mapping[str, str] | None = None) -> Plan:
    """The plan that a solution of a problem stands for.

    `keep` names the team that an activity (its id) had in a plan before; it has it again where that team is free.
    """
    reasons = Reasons(problem, solution)
    teams = team_names(problem, solution, keep or {})
    items = [_item(problem, placement, teams[placement.task], reasons) for placement in solution.placements]
    return Plan(
        programme=problem.programme,
        items=tuple(sorted(items, key=lambda item: (item.monday, item.team, item.id))),
        left=tuple(
            LeftItem(
                due=problem.tasks[place].due,
                weeks_open=len(problem.tasks[place].open_weeks),
                reason=reasons.of_left(place),
            )
            for place in sorted(solution.left, key=lambda place: problem.tasks[place].id)
        ),
        lateness=solution.lateness,
        bound=solution.bound,
        unevenness=solution.unevenness,
    )


def _item(problem: Problem, placement: Placement, team: str, reasons: Reasons) -> PlannedItem:
    task, week = problem.tasks[placement.task], problem.weeks[placement.week]
    return PlannedItem(
        due=task.due,
        notified=problem.programme.notified(task.due.kind, week.monday),
        monday=week.monday,
        friday=week.friday + timedelta(weeks=task.shape.on_site_weeks - 1),
        team=team,
        weeks_late=task.weeks_late(placement.week),
        weeks_open=len(task.open_weeks),
        reason=reasons.of(placement),
        pin=task.pin,
    )


def team_names(problem: Problem, solution: Solution, keep: Mapping[str, str]) -> dict[int, str]:
    """The team of each task, by its place: of those of its class that are free, the one it had, or the least busy.

    In the order of their first weeks, a free team is always left as long as no more overlap than there are teams.
    """
    found: dict[int, str] = {}
    for number, entry in enumerate(problem.classes):
        of_class = [placement for placement in solution.placements if placement.team_class == number]
        found |= _names(problem, entry, of_class, keep)
    return found


def _names(problem: Problem, teams: TeamClass, placements: list[Placement], keep: Mapping[str, str]) -> dict[int, str]:
    free_from: dict[str, int] = defaultdict(int)
    busy: Counter[str] = Counter()
    found: dict[int, str] = {}
    for placement in sorted(placements, key=lambda entry: _first_week(problem, entry)):
        task = problem.tasks[placement.task]
        weeks = task.busy(placement.week)
        free = [name for name in teams.names if free_from[name] <= weeks.start]
        if not free:
            raise ValueError(f"more inspections at once than teams in week {weeks.start}: no solution of this problem")
        chosen = keep[task.id] if keep.get(task.id) in free else min(free, key=lambda name: (busy[name], name))
        found[placement.task] = chosen
        free_from[chosen] = weeks.stop
        busy[chosen] += len(weeks)
    return found


def _first_week(problem: Problem, placement: Placement) -> tuple[int, int]:
    return problem.tasks[placement.task].busy(placement.week).start, placement.task
