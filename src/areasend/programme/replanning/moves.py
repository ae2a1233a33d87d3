"""What moved between two plans, and why: what closed the old place, or what it makes room for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from areasend.programme.activities import Due
from areasend.programme.planning import Placement, Problem, Rule, Solution, in_the_way, why_closed
from areasend.programme.planning.weeks import Week
from areasend.programme.writing import PlanRow
from areasend.programme.writing.wording import day_words

_ROOM = {
    Rule.TEAMS: "every team that is there goes to",
    Rule.WEEK: "under the limit of the week it makes room for",
    Rule.MONTH: "under the limit of the month it makes room for",
    Rule.YEAR: "under the limit of the year it makes room for",
    Rule.REGION: "under the limit of the region it makes room for",
    Rule.APART: "it would be too near to another inspection of the same area:",
}
# Those that do not depend on the team.
_BY_NUMBER = (Rule.APART, Rule.WEEK, Rule.MONTH, Rule.YEAR, Rule.REGION)


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """An inspection of both plans that has another week or team; `to_monday` is None if the new plan leaves it out."""

    due: Due
    from_monday: date
    from_team: str
    to_monday: date | None
    to_team: str
    is_pinned: bool
    reason: str

    @property
    def is_of_week(self) -> bool:
        return self.from_monday != self.to_monday


def moves_of(problem: Problem, solution: Solution, old: Sequence[PlanRow], as_at: date) -> tuple[Move, ...]:
    """Every move in the order of the old weeks, with its reason."""
    return _Moves(problem, solution, old, as_at).all()


class _Moves:
    def __init__(self, problem: Problem, solution: Solution, old: Sequence[PlanRow], as_at: date) -> None:
        self._problem, self._as_at = problem, as_at
        self._places = {task.id: place for place, task in enumerate(problem.tasks)}
        self._all = solution.placements
        self._now: Mapping[int, Placement] = {entry.task: entry for entry in solution.placements}
        self._rows = {self._places[row.id]: row for row in old if row.id in self._places}
        self._weeks = {week.monday: week for week in problem.weeks}
        self._classes = {name: number for number, entry in enumerate(problem.classes) for name in entry.names}

    def all(self) -> tuple[Move, ...]:
        found = [
            move
            for place, row in self._rows.items()
            if row.monday is not None and (move := self._move(place, row.monday))
        ]
        return tuple(sorted(found, key=lambda move: (move.from_monday, move.due.id)))

    def _move(self, place: int, monday: date) -> Move | None:
        row, task = self._rows[place], self._problem.tasks[place]
        to_monday, to_team = self._stands(place)
        if (to_monday, to_team) == (monday, row.team):
            return None
        return Move(
            due=task.due,
            from_monday=monday,
            from_team=row.team,
            to_monday=to_monday,
            to_team=to_team,
            is_pinned=task.pin is not None,
            reason=self._reason(place, monday),
        )

    def _stands(self, place: int) -> tuple[date | None, str]:
        held = self._now.get(place)
        if held is None:
            return None, ""
        return self._problem.weeks[held.week].monday, self._problem.classes[held.team_class].names[0]

    def _reason(self, place: int, monday: date) -> str:
        """The first of: the pin, the rule that closes the old week, the team, who is there now, being less late."""
        task, week = self._problem.tasks[place], self._weeks.get(monday)
        if task.pin is not None and task.pin.monday != monday:
            return f"pinned to the week of {day_words(task.pin.monday)}"
        if week is None:
            return "its old week lies outside the programme now"
        closed = why_closed(task.due, self._problem.programme, self._problem.weeks, week, self._as_at)
        if closed and task.pin is None:
            return f"its old week is closed to it: {closed}"
        if self._stands(place)[0] == monday:
            return self._of_team(place, week) or self._taken(place, week)
        return self._no_team(place, week) or self._in_the_way(place, week) or self._less_late(place, week)

    def _no_team(self, place: int, week: Week) -> str:
        task = self._problem.tasks[place]
        if any(entry.can_take(task, week.index) for entry in self._problem.classes):
            return ""
        return "no team is there in its old weeks, or all have a conflict of interest"

    def _of_team(self, place: int, week: Week) -> str:
        task, name = self._problem.tasks[place], self._rows[place].team
        number = self._classes.get(name)
        if number is None:
            return f"{name} is no team of the programme now"
        entry = self._problem.classes[number]
        if task.due.gss_code in entry.conflicts:
            return f"{name} has a conflict of interest with it now"
        if not all(busy in entry.weeks for busy in task.busy(week.index)):
            away = next(
                (
                    f": {days.name}"
                    for team in self._problem.programme.teams
                    if team.name == name
                    for days in team.away
                    for busy in task.busy(week.index)
                    if days.meets(self._problem.weeks[busy].monday, self._problem.weeks[busy].friday)
                ),
                "",
            )
            return f"{name} is not there in its old weeks{away}"
        if task.pin is not None and task.pin.team not in (None, name):
            return f"pinned to {task.pin.team}"
        return ""

    def _taken(self, place: int, week: Week) -> str:
        """Who has the old team of one that stays in its week; nothing if only the order of teams speaks for another."""
        wanted = Placement(place, week.index, self._classes[self._rows[place].team])
        others = [other for _, found in in_the_way(self._problem, self._all, wanted) for other in found]
        return f"its team goes to {self._names(others)}"

    def _in_the_way(self, place: int, week: Week) -> str:
        """The rule that every team would break in the old week, and who is there now; nothing if one breaks none."""
        task = self._problem.tasks[place]
        found: dict[Rule, list[int]] = {}
        takers = [number for number, entry in enumerate(self._problem.classes) if entry.can_take(task, week.index)]
        for number in takers:
            broken = dict(in_the_way(self._problem, self._all, Placement(place, week.index, number)))
            if not broken:
                return ""
            for rule, others in broken.items():
                found.setdefault(rule, []).extend(others)
        rule = next(rule for rule in (*_BY_NUMBER, Rule.TEAMS) if rule in found)
        return f"{_ROOM[rule]} {self._names(found[rule])}"

    def _names(self, others: Sequence[int]) -> str:
        """Those of them that are new there, or all if none is."""
        new = [other for other in others if not self._stayed(other)] or others
        return "; ".join(self._named(other) for other in sorted(set(new)))

    def _stayed(self, place: int) -> bool:
        row = self._rows.get(place)
        return row is not None and (row.monday, row.team) == self._stands(place)

    def _named(self, place: int) -> str:
        due = self._problem.tasks[place].due
        monday, _ = self._stands(place)
        assert monday is not None, "it stands in the way"
        return f"{due.local_area}, {due.kind}, week of {day_words(monday)}"

    def _less_late(self, place: int, week: Week) -> str:
        weeks = self._problem.tasks[place].weeks_late(week.index)
        return f"it would be late there by {weeks} week(s), and is less late now"
