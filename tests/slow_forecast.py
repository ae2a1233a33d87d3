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
        self.busy: list[set[int]] = [set() for _ in self.programme.teams]
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
                found.append(Wanted(entry.gss_code, entry.kind, pin[0].monday, date.min))
                continue
            first = window.not_before or date.min
            if window.about is not None and entry.kind is not Kind.FIRST_FULL:
                first = max(first, window.about - self.early_weeks * WEEK)
            assert window.not_after or window.about
            last = window.not_after or (window.about or date.min) + self.programme.monitoring_late_after_weeks * WEEK
            found.append(Wanted(entry.gss_code, entry.kind, first, last))
        return found

    def week(self, week: Week) -> None:
        order = sorted(
            (one for one in self.wanted if one.first <= week.monday),
            key=lambda one: (one.due, self.drawn.rank[one.code, one.kind is Kind.MONITORING]),
        )
        visited: set[str] = set()
        for one in order:
            if one.code in visited or one not in self.wanted or not self.may(one, week):
                continue
            shape = self.programme.shape(one.kind)
            span = set(range(week.index - shape.weeks_before, week.index + shape.on_site_weeks))
            free = [
                number
                for number, team in enumerate(self.programme.teams)
                if one.code not in team.conflicts
                and not span & self.busy[number]
                and all(self.there(number, self.weeks[index]) for index in span)
            ]
            if free:
                self.busy[free[0]] |= span
                visited.add(one.code)
                self.begin(one, week, shape)

    def there(self, number: int, week: Week) -> bool:
        team = self.programme.teams[number]
        return not any(away.first_day <= week.friday and week.monday <= away.last_day for away in team.away)

    def may(self, one: Wanted, week: Week) -> bool:
        shape = self.programme.shape(one.kind)
        start = week.index - shape.weeks_before
        span = self.weeks[max(start, 0) : week.index + shape.on_site_weeks]
        if start < 0 or len(span) < shape.weeks or self.weeks[start].monday <= self.held.as_at:
            return False
        for place, entry in enumerate(span):
            if entry.no_site if place >= shape.weeks_before else entry.no_notice:
                return False
        rules = [rule for rule in self.programme.areas if rule.gss_code == one.code]
        if any(rule.not_before is not None and week.monday < rule.not_before for rule in rules):
            return False
        return self.within_limits(one, week)

    def within_limits(self, one: Wanted, week: Week) -> bool:
        limits = self.programme.limits
        full = one.kind is not Kind.MONITORING
        for of_all, of_full, same in (
            (limits.per_week, limits.full_per_week, lambda day: day == week.monday),
            (limits.per_month, limits.full_per_month, lambda day: (day.year, day.month) == week.month),
            (limits.per_year, limits.full_per_year, lambda day: day.year == week.monday.year),
        ):
            begun = [kind for day, kind, _, _ in self.began if same(day)]
            if of_all is not None and len(begun) >= of_all:
                return False
            if full and of_full is not None and sum(kind is not Kind.MONITORING for kind in begun) >= of_full:
                return False
        region = self.region[one.code]
        here = sum(
            self.region[code] == region and (day.year, day.month) == week.month for day, _, code, _ in self.began
        )
        return all(here < limit.per_month for limit in self.programme.region_limits if limit.region == region)

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
