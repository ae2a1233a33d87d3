"""A plan made again: the old plan's rows, the pins and what happened, put together and solved for the fewest moves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from areasend.programme.activities import Due
from areasend.programme.configuration.model import Pin, Programme
from areasend.programme.errors import ProgrammeInvalid
from areasend.programme.planning import (
    NEAR_WORK,
    PLANNED,
    Before,
    LeftItem,
    Nearest,
    Plan,
    PlannedItem,
    Problem,
    plan_of,
    problem_of,
    same_teams,
    solve_nearest,
)
from areasend.programme.planning.solving import Report
from areasend.programme.replanning.clashes import Clash, settle
from areasend.programme.replanning.moves import Move, moves_of
from areasend.programme.writing import PlanRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Replanned:
    """The new plan and what differs from the old one.

    `moves` are in the order of their old weeks, each with its reason. `added` are in the new plan alone, `gone` in the
    old one alone, because they are no longer due. `clashes` are pinned inspections that stay against a rule.
    """

    plan: Plan
    nearest: Nearest
    moves: tuple[Move, ...]
    added: tuple[PlannedItem | LeftItem, ...]
    gone: tuple[PlanRow, ...]
    clashes: tuple[Clash, ...]

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

    What the old plan has as pinned or announced stays, and so does what was notified by `as_at`. Raises
    `ProgrammeInvalid` if a pin names what is neither due nor in the old plan.
    """
    wanted = [entry for entry in due if entry.kind in PLANNED]
    held = _pins(old, wanted, programme, pins, as_at)
    programme = replace(programme, pins=tuple(held))
    problem = problem_of(wanted, programme, as_at, key=key)
    problem, clashes = settle(problem, {row.id: row.team for row in old}, as_at)
    nearest = solve_nearest(problem, _before(problem, old), work=work, report=report)
    assert nearest is not None, "pins that clash are settled"
    classes = problem_of((), replace(programme, pins=()), as_at, each_team=True).classes
    by_team = replace(problem, classes=classes)
    weeks = {entry.task: entry.week for entry in nearest.solution.placements}
    placements = same_teams(by_team, _before(by_team, old), weeks, work=work[2], report=report)
    solution = replace(nearest.solution, placements=placements)
    plan = plan_of(by_team, solution)
    stays = tuple(_standing(clash, programme) for clash in clashes if not clash.is_placed)
    plan = replace(
        plan,
        items=tuple(sorted((*plan.items, *stays), key=lambda item: (item.monday, item.team, item.id))),
    )
    everything: tuple[PlannedItem | LeftItem, ...] = (*plan.items, *plan.left)
    known, now = {row.id for row in old}, {item.id for item in everything}
    return Replanned(
        plan=plan,
        nearest=nearest,
        moves=moves_of(by_team, solution, old, as_at),
        added=tuple(item for item in everything if item.id not in known),
        gone=tuple(row for row in old if row.id not in now),
        clashes=clashes,
    )


def _pins(
    old: Sequence[PlanRow], due: Sequence[Due], programme: Programme, given: Sequence[Pin], as_at: date
) -> list[Pin]:
    """Those of the file of pins, of the old plan, and of the programme, the first of each activity."""
    is_due = {(entry.gss_code, entry.kind) for entry in due}
    planned = {(row.gss_code, row.kind) for row in old}
    faults = [
        f"pin {number}, a {pin.kind} on {pin.monday}: nothing of this kind is due in its area"
        for number, pin in enumerate(given, 1)
        if (pin.gss_code, pin.kind) not in is_due | planned
    ]
    if faults:
        raise ProgrammeInvalid("The file of pins", faults)
    ids = {entry.id for entry in due}
    of_rows = [pin for row in old if row.id in ids and (pin := _pin_of(row, as_at)) is not None]
    found: dict[object, Pin] = {}
    for pin in (*given, *of_rows, *programme.pins):
        found.setdefault((pin.gss_code, pin.kind), pin)
    return [pin for key, pin in found.items() if key in is_due]


def _pin_of(row: PlanRow, as_at: date) -> Pin | None:
    """The pin of a row that stays: pinned, announced, or notified already."""
    if row.monday is None or row.notified is None or not (row.is_pinned or row.notified <= as_at):
        return None
    told = row.is_announced or row.notified <= as_at
    reason = f"notified on {row.notified}" if row.notified <= as_at else f"{row.status} in the plan before"
    return Pin(gss_code=row.gss_code, kind=row.kind, monday=row.monday, announced=told, reason=reason)


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


def _standing(clash: Clash, programme: Programme) -> PlannedItem:
    """A pinned inspection that stays against a rule, as an item of the plan."""
    shape = programme.shape(clash.due.kind)
    return PlannedItem(
        due=clash.due,
        notified=clash.pin.monday - timedelta(weeks=shape.weeks_before),
        monday=clash.pin.monday,
        friday=clash.pin.monday + timedelta(weeks=shape.on_site_weeks - 1, days=4),
        team=clash.team,
        weeks_late=0,
        weeks_open=0,
        reason=(f"It stays against a rule, and people must settle that: {clash.words}.",),
        pin=clash.pin,
    )
