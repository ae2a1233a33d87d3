"""The course of one draw, written as plainly as can be: dates and lists, one inspection after another, no arrays.

It shares with the code under test the rules' data, the list of what is due, and what was drawn; nothing that chooses.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from areasend.framework import Activity, Framework, Relation, RunsFrom, add_months
from areasend.programme import Kind, due_activities
from areasend.programme.configuration.model import Programme, Shape
from areasend.programme.planning import Week, weeks_of
from areasend.snapshot import Snapshot

OUTCOMES = ("typically_positive", "inconsistent", "widespread_systemic_failings")
DAY, WEEK = timedelta(days=1), timedelta(days=7)


@dataclass
class Drawn:
    """What one draw drew: by region the shares, by area the numbers from 0 to 1 and the lags, by column the ranks."""

    mixes: dict[str, list[float]]
    outcome: dict[str, list[float]]
    lag: dict[str, list[int]]
    rank: dict[tuple[str, bool], int]


@dataclass
class Wanted:
    """An inspection that waits: not before a day, not after a day, of which kind."""

    code: str
    kind: Kind
    first: date
    due: date
    is_pinned: bool = False


@dataclass
class Plain:
    """One draw under way. `began` holds what began: the Monday, the kind, the area and the outcome."""

    held: Snapshot
    framework: Framework
    programme: Programme
    drawn: Drawn
    early_weeks: int = 26
    began: list[tuple[date, Kind, str, str]] = field(default_factory=list)

    def run(self, until: date) -> list[tuple[date, Kind, str, str]]:
        self.weeks = weeks_of(self.programme)
        self.region = {area.gss_code: area.ofsted_region for area in self.held.existing_areas}
        self.inspected = dict.fromkeys(self.region, 0)
        self.teams = self.programme.teams
        self.busy: list[set[int]] = [set() for _ in self.teams]
        self.places = {is_full: self.places_of(is_full) for is_full in (True, False)}
        self.wanted = self.start()
        for week in self.weeks:
            if week.friday <= until:
                self.week(week)
        return self.began

    def start(self) -> list[Wanted]:
        found = []
        for entry in due_activities(self.held, self.framework, date(2040, 12, 31)):
            if entry.kind not in (Kind.FIRST_FULL, Kind.NEXT_FULL, Kind.MONITORING):
                continue
            pin = [pin for pin in self.programme.pins if (pin.gss_code, pin.kind) == (entry.gss_code, entry.kind)]
            window = entry.window
            if pin:
                found.append(Wanted(entry.gss_code, entry.kind, pin[0].monday, date.min, is_pinned=True))
                continue
            first = window.not_before or date.min
            if window.about is not None and entry.kind is not Kind.FIRST_FULL:
                first = max(first, window.about - self.early_weeks * WEEK)
            assert window.not_after or window.about
            last = window.not_after or (window.about or date.min) + self.programme.monitoring_late_after_weeks * WEEK
            found.append(Wanted(entry.gss_code, entry.kind, first, last))
        return found

    def week(self, week: Week) -> None:
        spare = {level: self.spare(level, week) for level in self.levels()}
        visited: set[str] = set()
        tried: set[tuple[str, Kind]] = set()
        while True:
            waiting = [
                one
                for one in self.wanted
                if one.first <= week.monday and one.code not in visited and (one.code, one.kind) not in tried
            ]
            if not waiting:
                return
            one = min(waiting, key=lambda one: self.rank(one, spare))
            tried.add((one.code, one.kind))
            shape = self.programme.shape(one.kind)
            span = set(self.span(week.index, shape))
            gives_way = self.levels_above(one, spare)
            if not self.may(one, week) or (gives_way and not self.has_team_over(week, shape)):
                continue
            free = [number for number in self.free(span, self.busy) if one.code not in self.teams[number].conflicts]
            if free:
                self.busy[free[0]] |= span
                visited.add(one.code)
                for level in spare:
                    spare[level] -= self.weight(one.kind) < level
                self.begin(one, week, shape)

    def rank(self, one: Wanted, spare: dict[int, int]) -> tuple[bool, int, date, int]:
        drawn = self.drawn.rank[one.code, one.kind is Kind.MONITORING]
        return (not one.is_pinned, self.levels_above(one, spare), one.due, drawn)

    def weight(self, kind: Kind) -> int:
        return dict(self.programme.late_weights)[kind]

    def levels(self) -> list[int]:
        return sorted({weight for _, weight in self.programme.late_weights})[1:]

    def levels_above(self, one: Wanted, spare: dict[int, int]) -> int:
        """To how many levels of weight, none of which has a place to spare, it gives way."""
        return 0 if one.is_pinned else sum(self.weight(one.kind) < level for level in spare if spare[level] <= 0)

    def spare(self, level: int, week: Week) -> int:
        """How many places are to spare, on the day on which they are fewest, for those that weigh so much or more."""
        least = 10**6
        for is_full in (True, False):
            dues = [
                one.due
                for one in self.wanted
                if self.weight(one.kind) >= level
                and (one.kind is not Kind.MONITORING) is is_full
                and not one.is_pinned
                and any(self.is_open(one, later) for later in self.weeks[week.index :])
            ]
            shape = self.programme.full if is_full else self.programme.monitoring
            for day in dues:
                places = sum(
                    number
                    for index, number in self.places[is_full].items()
                    if index >= week.index and self.weeks[index].friday + (shape.on_site_weeks - 1) * WEEK <= day
                )
                least = min(least, places - sum(other <= day for other in dues))
        return least

    def places_of(self, is_full: bool) -> dict[int, int]:
        """Week by week, how many could begin if there were no others of another kind."""
        kind = Kind.NEXT_FULL if is_full else Kind.MONITORING
        busy: list[set[int]] = [set() for _ in self.teams]
        began: list[tuple[date, Kind, str, str]] = []
        found: dict[int, int] = {}
        for week in self.weeks:
            anything = [Wanted(code, kind, date.min, date.max) for code in self.region]
            if not any(self.is_open(one, week) for one in anything):
                continue
            span = set(self.span(week.index, self.programme.shape(kind)))
            found[week.index] = 0
            while self.within_totals(kind, week, began) and (free := self.free(span, busy)):
                busy[free[0]] |= span
                began.append((week.monday, kind, "", ""))
                found[week.index] += 1
        return found

    def has_team_over(self, week: Week, shape: Shape) -> bool:
        """Whether one more team than those that heavier ones beginning later will need is there in each week."""
        is_full = max(self.weight(Kind.FIRST_FULL), self.weight(Kind.NEXT_FULL)) > min(
            weight for _, weight in self.programme.late_weights
        )
        heavier = self.programme.full if is_full else self.programme.monitoring
        for index in self.span(week.index, shape):
            idle = sum(
                self.there(number, self.weeks[index]) and index not in self.busy[number]
                for number in range(len(self.teams))
            )
            later = sum(
                number
                for begins, number in self.places[is_full].items()
                if begins > week.index and index in self.span(begins, heavier)
            )
            if idle <= later:
                return False
        return True

    def span(self, index: int, shape: Shape) -> range:
        return range(index - shape.weeks_before, index + shape.on_site_weeks)

    def free(self, span: set[int], busy: list[set[int]]) -> list[int]:
        return [
            number
            for number in range(len(self.teams))
            if not span & busy[number] and all(self.there(number, self.weeks[index]) for index in span)
        ]

    def there(self, number: int, week: Week) -> bool:
        team = self.programme.teams[number]
        return not any(away.first_day <= week.friday and week.monday <= away.last_day for away in team.away)

    def may(self, one: Wanted, week: Week) -> bool:
        return self.is_open(one, week) and self.within_limits(one, week)

    def is_open(self, one: Wanted, week: Week) -> bool:
        shape = self.programme.shape(one.kind)
        start = week.index - shape.weeks_before
        span = self.weeks[max(start, 0) : week.index + shape.on_site_weeks]
        if start < 0 or len(span) < shape.weeks or self.weeks[start].monday <= self.held.as_at:
            return False
        for place, entry in enumerate(span):
            if entry.no_site if place >= shape.weeks_before else entry.no_notice:
                return False
        rules = [rule for rule in self.programme.areas if rule.gss_code == one.code]
        return not any(rule.not_before is not None and week.monday < rule.not_before for rule in rules)

    def within_limits(self, one: Wanted, week: Week) -> bool:
        region = self.region[one.code]
        here = sum(
            self.region[code] == region and (day.year, day.month) == week.month for day, _, code, _ in self.began
        ) + sum(
            entry.region == region and (entry.day.year, entry.day.month) == week.month for entry in self.programme.begun
        )
        most = [limit.per_month for limit in self.programme.region_limits if limit.region == region]
        return self.within_totals(one.kind, week, self.began) and all(here < limit for limit in most)

    def within_totals(self, kind: Kind, week: Week, began: list[tuple[date, Kind, str, str]]) -> bool:
        limits = self.programme.limits
        full = kind is not Kind.MONITORING
        before = [(entry.day, entry.kind) for entry in self.programme.begun]
        for of_all, of_full, same in (
            (limits.per_week, limits.full_per_week, lambda day: day == week.monday),
            (limits.per_month, limits.full_per_month, lambda day: (day.year, day.month) == week.month),
            (limits.per_year, limits.full_per_year, lambda day: day.year == week.monday.year),
        ):
            begun = [kind for day, kind in [*before, *((day, kind) for day, kind, _, _ in began)] if same(day)]
            if of_all is not None and len(begun) >= of_all:
                return False
            if full and of_full is not None and sum(kind is not Kind.MONITORING for kind in begun) >= of_full:
                return False
        return True

    def begin(self, one: Wanted, week: Week, shape: Shape) -> None:
        end = self.weeks[week.index + shape.on_site_weeks - 1].friday
        apart = add_months(end, self.programme.months_between)
        if one.kind is Kind.MONITORING:
            self.wanted.remove(one)
            for other in self.wanted:
                if other.code == one.code:
                    other.first = max(other.first, apart)
            self.began.append((week.monday, one.kind, one.code, ""))
            return
        number = self.inspected[one.code]
        self.inspected[one.code] += 1
        shares = self.drawn.mixes[self.region[one.code]]
        at = self.drawn.outcome[one.code][number]
        outcome = OUTCOMES[0 if at < shares[0] else 1 if at < shares[0] + shares[1] else 2]
        published = end + self.drawn.lag[one.code][number] * DAY
        self.began.append((week.monday, one.kind, one.code, outcome))
        self.wanted = [other for other in self.wanted if other.code != one.code]
        version = self.framework.version_at(week.monday)
        for activity, kind in (
            (Activity.NEXT_FULL_INSPECTION, Kind.NEXT_FULL),
            (Activity.MONITORING_INSPECTION, Kind.MONITORING),
        ):
            rule = version.follow_up(outcome, activity)
            if rule is not None:
                base = end if rule.runs_from is RunsFrom.INSPECTION_END else published
                about = add_months(base, rule.months)
                is_limit = rule.relation is Relation.WITHIN
                first = about - self.early_weeks * WEEK if is_limit else about
                due = about if is_limit else about + self.programme.monitoring_late_after_weeks * WEEK
                self.wanted.append(Wanted(one.code, kind, max(first, published + DAY, apart), due))
