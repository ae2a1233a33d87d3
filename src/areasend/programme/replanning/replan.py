"""A plan made again: the old plan's rows, the pins and what happened, put together and solved for the fewest moves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from areasend.programme.activities import Due
from areasend.programme.configuration.model import Begun, Pin, Programme
from areasend.programme.planning import (
    NEAR_WORK,
    PLANNED,
    Before,
    LeftItem,
    Nearest,
    Plan,
    PlannedItem,
    Problem,
    Task,
    plan_of,
    problem_of,
    same_teams,
    solve_nearest,
)
from areasend.programme.planning.solving import Report
from areasend.programme.replanning.clashes import Clash, settle
from areasend.programme.replanning.keeping import Gone, Kept, kept
from areasend.programme.replanning.moves import Move, moves_of
from areasend.programme.writing import PlanRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Replanned:
    """The new plan and what differs from the old one.

    `problem` is what was solved. `moves` are in the order of their old weeks, each with its reason. `added` are in the
    new plan alone, `gone` in the old one alone, because they are no longer due. `unrecorded` were to be on site by the
    date of the records, which do not hold them: they are planned anew. `clashes` are pinned inspections that stay
    against a rule.
    """

    plan: Plan
    problem: Problem
    nearest: Nearest
    moves: tuple[Move, ...]
    added: tuple[PlannedItem | LeftItem, ...]
    gone: tuple[Gone, ...]
    unrecorded: tuple[PlanRow, ...]
    clashes: tuple[Clash, ...]

    @property
    def must_settle(self) -> bool:
        """Whether there is something that only people can settle."""
        return bool(self.clashes or self.unrecorded or any(entry.must_settle for entry in self.gone))

    @property
    def moved(self) -> tuple[Move, ...]:
        """The moves of those that were not pinned."""
        return tuple(move for move in self.moves if not move.is_pinned)


def replan(
    old: Sequence[PlanRow],
    due: Iterable[Due],
    programme: Programme,
    as_at: date,
    *,
    pins: Sequence[Pin] = (),
    key: bytes = b"",
    work: tuple[float, float, float] = NEAR_WORK,
    report: Report | None = None,
) -> Replanned:
    """The plan nearest to an old one, for what is due now and the programme as it is now.

    What the old plan has as announced stays, and so does what it notified by `as_at`, unless `pins` say otherwise; pins
    are those and the programme's. Raises `ProgrammeInvalid` if one of `pins` names what is neither due nor in the old
    plan, or a week that is over.
    """
    wanted = [entry for entry in due if entry.kind in PLANNED]
    unpinned = replace(programme, pins=())
    # What is done is no longer due.
    still = [task.due for task in problem_of(wanted, unpinned, as_at).tasks]
    stays = kept(old, still, programme, pins, as_at)
    programme = replace(programme, pins=stays.pins)
    problem, begun = _begun(problem_of(still, programme, as_at, key=key), stays)
    problem, clashes = settle(problem, {row.id: row.team for row in stays.rows}, stays.against, as_at)
    nearest = solve_nearest(problem, _before(problem, stays.rows), work=work, report=report)
    assert nearest is not None, "pins that clash are settled"
    by_team = replace(problem, classes=problem_of((), unpinned, as_at, each_team=True).classes)
    weeks = {entry.task: entry.week for entry in nearest.solution.placements}
    placements = same_teams(by_team, _before(by_team, stays.rows), weeks, work=work[2], report=report)
    solution = replace(nearest.solution, placements=placements)
    against = (
        _standing(
            problem, clash.task, clash.team, f"It stays against a rule, and people must settle that: {clash.words}."
        )
        for clash in clashes
        if not clash.is_placed
    )
    plan = _with(plan_of(by_team, solution), (*begun, *against))
    everything: tuple[PlannedItem | LeftItem, ...] = (*plan.items, *plan.left)
    known = {row.id for row in (*stays.rows, *stays.unrecorded)}
    return Replanned(
        plan=plan,
        problem=problem,
        nearest=nearest,
        moves=moves_of(by_team, solution, stays.rows, as_at),
        added=tuple(item for item in everything if item.id not in known),
        gone=stays.gone,
        unrecorded=stays.unrecorded,
        clashes=clashes,
    )


def _before(problem: Problem, old: Sequence[PlanRow]) -> Before:
    places = {task.id: place for place, task in enumerate(problem.tasks)}
    weeks = {week.monday: week.index for week in problem.weeks}
    classes = {name: number for number, entry in enumerate(problem.classes) for name in entry.names}
    first = problem.weeks[0].monday
    stood = {
        places[row.id]: (weeks.get(row.monday, (row.monday - first).days // 7), classes.get(row.team))
        for row in old
        if row.id in places and row.monday is not None
    }
    return Before(stood=stood, left=frozenset(places[row.id] for row in old if row.id in places and row.monday is None))


def _begun(problem: Problem, stays: Kept) -> tuple[Problem, tuple[PlannedItem, ...]]:
    """The problem without those that are on site now and leave before its first week, and these as they stand.

    Limits of their year and month count them.
    """
    first, rows = problem.weeks[0].monday, {row.id: row for row in stays.rows if row.id not in stays.against}
    found = {
        task.id: _standing(problem, task, task.pin.team or row.team, "It has begun, and ends before the weeks here.")
        for task in problem.tasks
        if task.pin is not None and (row := rows.get(task.id)) is not None
        if row.monday == task.pin.monday <= problem.as_at and row.friday is not None and row.friday < first
    }
    left = tuple(task for task in problem.tasks if task.id not in found)
    items = tuple(found.values())
    begun = (Begun(region=item.due.region, kind=item.due.kind, day=item.monday) for item in items)
    programme = replace(problem.programme, begun=(*problem.programme.begun, *begun))
    return replace(problem, tasks=left, programme=programme), items


def _standing(problem: Problem, task: Task, team: str, reason: str) -> PlannedItem:
    """A pinned inspection that stays although it is not in the problem, as an item of the plan."""
    assert task.pin is not None, "it stays because of its pin"
    monday = task.pin.monday
    return PlannedItem(
        due=task.due,
        notified=problem.programme.notified(task.due.kind, monday),
        monday=monday,
        friday=monday + timedelta(weeks=task.shape.on_site_weeks - 1, days=4),
        team=team,
        weeks_late=task.weeks_late((monday - problem.weeks[0].monday).days // 7),
        weeks_open=0,
        reason=(reason,),
        pin=task.pin,
    )


def _with(plan: Plan, items: Iterable[PlannedItem]) -> Plan:
    """The plan with more items."""
    return replace(plan, items=tuple(sorted((*plan.items, *items), key=lambda item: (item.monday, item.team, item.id))))
