"""Why an inspection stands in its week, or in none, in plain words.

Everything is worked out from the solution that was found: what rule and window it has, which rules close weeks to it,
and for the weeks that are open, what holds them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from areasend.programme.activities import Due
from areasend.programme.configuration.model import Pin
from areasend.programme.planning.evenness import Evenness
from areasend.programme.planning.model import Rule
from areasend.programme.planning.problem import Problem, Task
from areasend.programme.planning.solution import Placement, Solution
from areasend.programme.planning.tally import Tally
from areasend.programme.writing.wording import counted

_HELD = {
    Rule.TEAMS: "every team that could take it is busy",
    Rule.WEEK: "the limit of the week is reached",
    Rule.MONTH: "the limit of the month is reached",
    Rule.YEAR: "the limit of the year is reached",
    Rule.REGION: "the limit of its region in the month is reached",
    Rule.APART: "another inspection of the area is too near, or takes its place",
}


class Reasons:
    """Of a solution of a problem."""

    def __init__(self, problem: Problem, solution: Solution) -> None:
        self._problem = problem
        self._tally, self._evenness = Tally(problem, solution), Evenness(problem, solution)
        self._areas = Counter(task.due.gss_code for task in problem.tasks)
        self._conflicts = frozenset(code for entry in problem.classes for code in entry.conflicts)
        self._known: dict[object, tuple[str, ...]] = {}

    def of(self, placement: Placement) -> tuple[str, ...]:
        """The sentences of an inspection that is placed."""
        task = self._problem.tasks[placement.task]
        key = (self._alike(placement.task), placement.week, placement.team_class)
        if key not in self._known:
            self._known[key] = tuple(self._placed(placement, task))
        return (*_due(task.due), *self._known[key])

    def of_left(self, place: int) -> tuple[str, ...]:
        """The sentences of one that does not fit."""
        task = self._problem.tasks[place]
        key = self._alike(place)
        if key not in self._known:
            self._known[key] = tuple(self._left(place, task))
        return (*_due(task.due), *self._known[key])

    def _alike(self, place: int) -> object:
        """What tasks have in common that nothing tells apart: their sentences are the same, and worked out once."""
        task = self._problem.tasks[place]
        code = task.due.gss_code
        if task.pin is not None or self._areas[code] > 1 or code in self._conflicts:
            return place
        closed = tuple(sorted(task.closed.items()))
        return (task.due.region, task.due.kind, task.open_weeks, task.deadline, task.weight, closed)

    def _placed(self, placement: Placement, task: Task) -> Iterator[str]:
        yield _open(self._problem, task)
        late = task.weeks_late(placement.week)
        if late and task.deadline is not None:
            yield self._late(late, task.deadline)
        if task.pin is not None:
            said = f": {task.pin.reason}" if task.pin.reason else ""
            yield f"{_why_it_stays(task.pin)}{said}."
        elif late:
            yield self._before(placement, task)
        else:
            yield from self._in_time(placement, task)

    def _late(self, late: int, deadline: int) -> str:
        if deadline < 0:
            return f"It is {counted(late, 'week')} late: the last week in time was before the programme."
        monday = self._problem.weeks[deadline].monday
        return f"It is {counted(late, 'week')} late: the last week in time began on {monday}."

    def _before(self, placement: Placement, task: Task) -> str:
        """What held the earlier weeks of one that is late."""
        before = [week for week in task.open_weeks if week < placement.week]
        if not before:
            return "No earlier week is open to it."
        held = self._tally.held(placement.task, placement)
        free = [week for week in before if week not in held]
        more = f" {len(free)} would be free: the search ended before one was used." if free else ""
        return f"Of {counted(len(before), 'earlier week')} open to it, others hold {_listed(held, before)}.{more}"

    def _in_time(self, placement: Placement, task: Task) -> Iterator[str]:
        """Why one that is in time has this week and no other."""
        week = placement.week
        others = [other for other in task.open_weeks if other != week and not task.weeks_late(other)]
        if not others:
            yield "This is the only week that is open to it and in time."
            return
        held = self._tally.held(placement.task, placement)
        free = [other for other in others if other not in held]
        uneven = [other for other in free if self._evenness.change(placement.task, week, other) > 0]
        parts = []
        if len(free) < len(others):
            parts.append(f"others hold {_listed(held, others)}")
        if uneven:
            parts.append(f"{len(uneven)} would load terms or regions less evenly")
        if len(free) > len(uneven):
            parts.append(f"{len(free) - len(uneven)} would do as well, and the more urgent go first")
        yield f"Of {counted(len(others), 'other week')} open and in time, {'; '.join(parts)}."
        every, share, here, own = self._evenness.load(placement.task, week)
        term = self._problem.weeks[week].term
        yield (
            f"The term ({term}) has {counted(every, 'inspection')} with this one, at an even load {share}; its region "
            f"{here}, at an even load {own}."
        )

    def _left(self, place: int, task: Task) -> Iterator[str]:
        yield _open(self._problem, task)
        if not task.open_weeks:
            yield "It cannot be planned, because no week is open to it."
            return
        held = self._tally.held(place, None)
        free = len(task.open_weeks) - len(held)
        if held:
            yield f"It does not fit: of its open weeks, others hold {_listed(held, task.open_weeks)}."
        if free:
            yield f"{counted(free, 'week').capitalize()} would be free: the search ended before one was used."


def _why_it_stays(pin: Pin) -> str:
    if pin.by_date:
        return "By the plan before, the area has been told, so it stays"
    return "The area has been told, so it stays" if pin.announced else "It is pinned to this week"


def _due(due: Due) -> Iterator[str]:
    source = f", {due.source}" if due.source else ""
    yield f"Rule: {due.rule} (framework version {due.version}{source})."
    window = due.window
    days = [
        f"{label} {day}"
        for label, day in (
            ("not before", window.not_before),
            ("about", window.about),
            ("not after", window.not_after),
        )
        if isinstance(day, date)
    ]
    yield f"Window: {', '.join(days)}." if days else "Window: not known."
    yield from due.uncertain


def _open(problem: Problem, task: Task) -> str:
    """How many weeks are open, and which rules close how many of the others."""
    closed = sorted(task.closed.items(), key=lambda entry: (-entry[1], entry[0]))
    said = f" Closed: {'; '.join(f'{number} ({rule})' for rule, number in closed)}." if closed else ""
    return f"It could begin on site in {len(task.open_weeks)} of {counted(len(problem.weeks), 'week')}.{said}"


def _listed(held: Mapping[int, Rule], weeks: Sequence[int]) -> str:
    """How many of some weeks others hold, by rule in the order of the rules."""
    counts = Counter(held[week] for week in weeks if week in held)
    parts = [f"{counts[rule]} ({_HELD[rule]})" for rule in Rule if counts[rule]]
    return " and ".join(parts) if parts else "none"
