"""How full every limit is under a solution, and which of them keeps an inspection out of a week that is open to it."""

from collections import Counter, defaultdict

from areasend.programme.activities import Kind
from areasend.programme.planning.model import Rule, too_near
from areasend.programme.planning.problem import Problem
from areasend.programme.planning.solution import Placement, Solution


class Tally:
    """Counts what is on site by week, month, year and region, and the teams that are busy; what began before, too."""

    def __init__(self, problem: Problem, solution: Solution) -> None:
        self._problem = problem
        self._busy: Counter[tuple[int, int]] = Counter()
        self._begun: Counter[tuple[Rule, object, bool]] = Counter()
        self._weeks_of: dict[str, Counter[tuple[Kind, int]]] = defaultdict(Counter)
        for entry in problem.programme.begun:
            month = entry.day.year, entry.day.month
            for full in (False, True) if entry.kind.is_full else (False,):
                self._begun[Rule.MONTH, month, full] += 1
                self._begun[Rule.YEAR, entry.day.year, full] += 1
            self._begun[Rule.REGION, (entry.region, month), False] += 1
        for placement in solution.placements:
            self._count(placement, 1)
        limits = problem.programme.limits
        self._limits = (
            (Rule.WEEK, limits.per_week, False),
            (Rule.WEEK, limits.full_per_week, True),
            (Rule.MONTH, limits.per_month, False),
            (Rule.MONTH, limits.full_per_month, True),
            (Rule.YEAR, limits.per_year, False),
            (Rule.YEAR, limits.full_per_year, True),
        )
        self._regions = {entry.region: entry.per_month for entry in problem.programme.region_limits}

    def held(self, place: int, placement: Placement | None) -> dict[int, Rule]:
        """The weeks open to a task that others hold, each with the first rule that one more would break.

        `placement` is the task's own, which does not stand in its way; None for one that is left.
        """
        if placement is not None:
            self._count(placement, -1)
        found = {week: self._rule(place, week) for week in self._problem.tasks[place].open_weeks}
        if placement is not None:
            self._count(placement, 1)
        return {week: rule for week, rule in found.items() if rule is not None}

    def _count(self, placement: Placement, number: int) -> None:
        task, week = self._problem.tasks[placement.task], placement.week
        for busy in task.busy(week):
            self._busy[busy, placement.team_class] += number
        for full in (False, True) if task.due.kind.is_full else (False,):
            for rule in (Rule.WEEK, Rule.MONTH, Rule.YEAR):
                self._begun[rule, self._period(rule, week), full] += number
        self._begun[Rule.REGION, (task.due.region, self._problem.weeks[week].month), False] += number
        self._weeks_of[task.due.gss_code][task.due.kind, week] += number

    def _period(self, rule: Rule, week: int) -> object:
        entry = self._problem.weeks[week]
        return {Rule.WEEK: week, Rule.MONTH: entry.month}.get(rule, entry.monday.year)

    def _rule(self, place: int, week: int) -> Rule | None:
        """The first rule that a task in a week would break."""
        task = self._problem.tasks[place]
        if not any(
            entry.can_take(task, week) and all(self._busy[busy, number] < len(entry.names) for busy in task.busy(week))
            for number, entry in enumerate(self._problem.classes)
        ):
            return Rule.TEAMS
        for rule, limit, full in self._limits:
            counts = limit is not None and (task.due.kind.is_full or not full)
            if counts and limit is not None and self._begun[rule, self._period(rule, week), full] >= limit:
                return rule
        month = self._problem.weeks[week].month
        most = self._regions.get(task.due.region)
        if most is not None and self._begun[Rule.REGION, (task.due.region, month), False] >= most:
            return Rule.REGION
        others = [other for other, number in self._weeks_of[task.due.gss_code].items() if number]
        return Rule.APART if any(too_near(self._problem, (task.due.kind, week), other) for other in others) else None
