"""How evenly a solution loads the terms, for all inspections and for each region's: what the search minimises next."""

from collections import Counter
from fractions import Fraction
from math import ceil

from areasend.programme.planning.problem import Problem
from areasend.programme.planning.solution import Solution


class Evenness:
    """Inspections in each term, and the share of a term: as of its weeks on site, rounded up."""

    def __init__(self, problem: Problem, solution: Solution) -> None:
        self._problem = problem
        terms = Counter(week.term for week in problem.site_weeks)
        wanted: Counter[str] = Counter()
        for task in problem.tasks:
            if task.open_weeks:
                wanted.update(("", task.due.region))
        weeks = terms.total()
        self._share = {
            (region, term): ceil(Fraction(count * number, weeks))
            for region, count in wanted.items()
            for term, number in terms.items()
        }
        self._load: Counter[tuple[str, str]] = Counter()
        for placement in solution.placements:
            self._load.update(self._keys(placement.task, placement.week))

    @property
    def unevenness(self) -> int:
        """How many inspections more than the shares of their terms, for all and for each region."""
        return sum(max(0, number - self._share[key]) for key, number in self._load.items())

    def load(self, place: int, week: int) -> tuple[int, int, int, int]:
        """In the term of a week: all inspections and their share, those of a task's region and theirs."""
        every, region = self._keys(place, week)
        return self._load[every], self._share[every], self._load[region], self._share[region]

    def change(self, place: int, week: int, other: int) -> int:
        """How much more uneven it would be if a task began in another week."""
        total = 0
        for here, there in zip(self._keys(place, week), self._keys(place, other), strict=True):
            if here != there:
                total += (self._load[there] >= self._share[there]) - (self._load[here] > self._share[here])
        return total

    def _keys(self, place: int, week: int) -> tuple[tuple[str, str], tuple[str, str]]:
        term = self._problem.weeks[week].term
        return ("", term), (self._problem.tasks[place].due.region, term)
