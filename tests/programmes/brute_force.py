"""The best plan of a small programme by trying every one, weeks and teams, with the rules of the checker."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from tests.programmes.checker import (
    TAKES_A_TEAM,
    Case,
    Placed,
    alone,
    broken_together,
    is_done,
    is_there,
    pin_of,
    weeks_of_team,
)
from tests.programmes.scores import cost_of_leaving, mondays, site_weeks_by_term, term_of, weeks_late

from areasend.programme.activities import Due

MOST_TRIED = 30_000


class TooMany(Exception):
    """More plans begun than are tried in a test's time."""


@dataclass(frozen=True)
class Best:
    """The least lateness of any plan, and the least unevenness of those that are no later; None: no plan at all."""

    lateness: int | None
    unevenness: int | None


def options(case: Case, due: Due) -> list[Placed]:
    """Every week and team that it could have if nothing else were planned."""
    pin = pin_of(case, due)
    found = []
    for monday in mondays(case):
        if pin is not None and pin.monday != monday:
            continue
        for team in case.programme.teams:
            placed = Placed(due, monday, team.name)
            if (
                due.gss_code not in team.conflicts
                and (pin is None or pin.team in (None, team.name))
                and all(is_there(team, week) for week in weeks_of_team(case, placed))
                and not any(alone(case, placed))
            ):
                found.append(placed)
    return found


def best(case: Case) -> Best:
    """Raises `TooMany` where there are too many plans to try."""
    wanted = [due for due in case.dues if due.kind.value in TAKES_A_TEAM and not is_done(case, due)]
    choices = [(due, options(case, due)) for due in wanted]
    late = None
    for late, _ in _plans(case, choices, _Ceiling()):  # noqa: B007  # the last is the best
        pass
    if late is None:
        return Best(None, None)
    counts: Counter[str] = Counter()
    for due, placed in choices:
        counts.update(["", due.region] if placed else [])
    ceiling = _Ceiling(late, _shares(case, counts))
    for _, plan in _plans(case, choices, ceiling):
        ceiling.uneven = ceiling.unevenness(case, plan) - 1
        if ceiling.uneven < 0:
            break
    assert ceiling.uneven is not None
    return Best(late, ceiling.uneven + 1)


class _Ceiling:
    """What a plan may cost at the most; with `share` the lateness stays and only evener plans are wanted."""

    def __init__(self, late: int | None = None, share: dict[tuple[str, str], int] | None = None) -> None:
        self.late, self.share = late, share
        self.uneven: int | None = None
        self.tried = 0

    def unevenness(self, case: Case, plan: list[Placed]) -> int:
        """How many more than its share stand in each term; one more inspection never makes it less."""
        held = Counter((region, term_of(case, one.monday)) for one in plan for region in ("", one.due.region))
        return sum(max(0, number - (self.share or {})[key]) for key, number in held.items())

    def allows(self, case: Case, least: int, plan: list[Placed]) -> bool:
        self.tried += 1
        if self.tried > MOST_TRIED:
            raise TooMany
        if self.late is not None and least > self.late:
            return False
        return self.uneven is None or self.unevenness(case, plan) <= self.uneven


def _plans(
    case: Case, choices: list[tuple[Due, list[Placed]]], ceiling: _Ceiling
) -> Iterator[tuple[int, list[Placed]]]:
    """Plans that break no rule and that the ceiling allows; without shares each is less late than the one before."""
    priced = sorted((_priced(case, due, placed) for due, placed in choices), key=len)
    if not all(priced):
        return
    least = [sum(ways[0][0] for ways in priced[number:]) for number in range(len(priced) + 1)]

    def tried(number: int, spent: int, plan: list[Placed]) -> Iterator[tuple[int, list[Placed]]]:
        if number == len(priced):
            if ceiling.share is None:
                ceiling.late = spent - 1
            yield spent, list(plan)
            return
        for cost, placed in priced[number]:
            now = plan if placed is None else [*plan, placed]
            if not ceiling.allows(case, spent + cost + least[number + 1], now):
                continue
            if placed is None or not any(broken_together(case, now)):
                yield from tried(number + 1, spent + cost, now)

    yield from tried(0, 0, [])


def _priced(case: Case, due: Due, placed: list[Placed]) -> list[tuple[int, Placed | None]]:
    """Every way to deal with it, the cheapest first; to leave it is one unless it is pinned."""
    weight = dict(case.programme.late_weights)[due.kind]
    ways: list[tuple[int, Placed | None]] = [(weight * weeks_late(case, due, one.monday), one) for one in placed]
    if pin_of(case, due) is None:
        ways.append((cost_of_leaving(case, due), None))
    return sorted(ways, key=lambda way: way[0])


def _shares(case: Case, counts: Counter[str]) -> dict[tuple[str, str], int]:
    """The part of all inspections that a term would hold by its weeks, rounded up: of all, and of each region's."""
    site = site_weeks_by_term(case)
    total = sum(site.values())
    return {
        (region, term): ceil(Fraction(count * weeks, total))
        for region, count in counts.items()
        for term, weeks in site.items()
    }
