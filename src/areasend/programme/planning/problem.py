"""What is to be planned, put into weeks: tasks with the weeks that are open to them, and teams that can take them.

A week that is not open to a task names the rule that closes it, so that a plan can say why it is as it is.
"""

import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from areasend.framework import add_months
from areasend.programme.activities import Due, Kind
from areasend.programme.configuration.model import AreaRule, Pin, Programme, Shape, Team
from areasend.programme.planning.weeks import Week, weeks_of

PLANNED = frozenset({Kind.FIRST_FULL, Kind.NEXT_FULL, Kind.MONITORING})
# Of monitoring visits of all frameworks in a council, usually no more within 12 months (handbook, paragraph 23).
_VISITS_A_YEAR = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """An inspection to be planned.

    `open_weeks` are the indices of the weeks in which it may begin on site, rising; `closed` counts the others by the
    rule that closes them. `deadline` is the last week in which it is not late: -1 if every week is late, None if none
    is. `weight` weighs a week of lateness. A pinned task has one open week, `team` if its pin names one.
    """

    due: Due
    shape: Shape
    open_weeks: tuple[int, ...]
    closed: Mapping[str, int]
    deadline: int | None
    weight: int
    pin: Pin | None = None

    @property
    def id(self) -> str:
        return self.due.id

    def busy(self, week: int) -> range:
        """The weeks that it takes a team if it begins on site in `week`."""
        return range(week - self.shape.weeks_before, week + self.shape.on_site_weeks)

    def weeks_late(self, week: int) -> int:
        return 0 if self.deadline is None else max(0, week - self.deadline)


@dataclass(frozen=True, kw_only=True, slots=True)
class TeamClass:
    """Teams that are there in the same weeks and have the same conflicts of interest: who of them goes is open."""

    names: tuple[str, ...]
    weeks: frozenset[int]
    conflicts: frozenset[str]

    def can_take(self, task: Task, week: int) -> bool:
        """Whether one of its teams could take a task in a week, if it were free."""
        named = task.pin.team if task.pin is not None else None
        return (
            task.due.gss_code not in self.conflicts
            and (named is None or named in self.names)
            and all(busy in self.weeks for busy in task.busy(week))
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """All that a plan is made of; it holds no choice.

    `tasks` are in the order of their ids, or in one that only a key tells: of inspections that nothing else tells
    apart, the one that stands first here goes first.
    """

    programme: Programme
    weeks: tuple[Week, ...]
    tasks: tuple[Task, ...]
    classes: tuple[TeamClass, ...]

    @property
    def site_weeks(self) -> tuple[Week, ...]:
        return tuple(week for week in self.weeks if not week.no_site)


def problem_of(due: Iterable[Due], programme: Programme, as_at: date, *, key: bytes = b"") -> Problem:
    """Puts what is due into the weeks of a programme. Meetings and visits take no team and are not planned.

    Without a `key`, whoever has the same records and the same programme can work out the same plan (docs/adr/0035).
    """
    weeks = weeks_of(programme)
    classes = _classes(programme, weeks)
    wanted = sorted((entry for entry in due if entry.kind in PLANNED), key=lambda entry: _order(entry, key))
    tasks = tuple(_task(entry, programme, weeks, classes, as_at) for entry in wanted if not _is_done(entry, programme))
    return Problem(programme=programme, weeks=weeks, tasks=tasks, classes=classes)


def _order(entry: Due, key: bytes) -> tuple[bytes, str]:
    return (hmac.digest(key, entry.id.encode(), "sha256") if key else b"", entry.id)


def _is_done(entry: Due, programme: Programme) -> bool:
    since = entry.window.not_before
    return any(
        done.gss_code == entry.gss_code and done.kind is entry.kind and (since is None or done.day >= since)
        for done in programme.done
    )


def _classes(programme: Programme, weeks: Sequence[Week]) -> tuple[TeamClass, ...]:
    pinned = {pin.team for pin in programme.pins if pin.team is not None}
    found: dict[tuple[frozenset[int], frozenset[str], str], list[str]] = {}
    for team in programme.teams:
        own = team.name if team.name in pinned else ""
        found.setdefault((_there(team, weeks), team.conflicts, own), []).append(team.name)
    return tuple(
        TeamClass(names=tuple(sorted(names)), weeks=there, conflicts=conflicts)
        for (there, conflicts, _), names in sorted(found.items(), key=lambda entry: sorted(entry[1]))
    )


def _there(team: Team, weeks: Sequence[Week]) -> frozenset[int]:
    return frozenset(
        week.index
        for week in weeks
        if (team.first_day is None or team.first_day <= week.monday)
        and (team.last_day is None or week.friday <= team.last_day)
        and not any(away.meets(week.monday, week.friday) for away in team.away)
    )


def _task(due: Due, programme: Programme, weeks: Sequence[Week], classes: Sequence[TeamClass], as_at: date) -> Task:
    shape = programme.shape(due.kind)
    pin = next((pin for pin in programme.pins if pin.gss_code == due.gss_code and pin.kind is due.kind), None)
    closed: dict[str, int] = {}
    found: list[int] = []
    for week in weeks:
        reason = _closed(due, programme, weeks, week, as_at)
        if not reason and pin is not None and week.monday != pin.monday:
            reason = "pinned to another week"
        task = Task(due=due, shape=shape, open_weeks=(), closed={}, deadline=None, weight=0, pin=pin)
        if not reason and not any(entry.can_take(task, week.index) for entry in classes):
            reason = "no team is there, or all have a conflict of interest"
        if reason:
            closed[reason] = closed.get(reason, 0) + 1
        else:
            found.append(week.index)
    return Task(
        due=due,
        shape=shape,
        open_weeks=tuple(found),
        closed=closed,
        deadline=_deadline(due, programme, weeks),
        weight=programme.late_weight(due.kind),
        pin=pin,
    )


def _closed(due: Due, programme: Programme, weeks: Sequence[Week], week: Week, as_at: date) -> str:
    """The first rule that keeps an inspection from beginning on site in a week, or nothing."""
    shape = programme.shape(due.kind)
    busy = range(week.index - shape.weeks_before, week.index + shape.on_site_weeks)
    if busy.start < 0 or busy.stop > len(weeks):
        return "its weeks would lie outside the programme"
    if weeks[busy.start].monday <= as_at:
        return f"notification would lie before {as_at + timedelta(days=1)}"
    for place in busy:
        on_site = place >= week.index
        reason = weeks[place].no_site if on_site else weeks[place].no_notice
        if reason:
            return f"{'on site' if on_site else 'notification or preparation'}: {reason}"
    last = weeks[busy.stop - 1].friday
    if due.window.not_before is not None and week.monday < due.window.not_before:
        return f"not before {due.window.not_before}: {due.rule}"
    if due.area_ends is not None and last > due.area_ends:
        return f"the area ends on {due.area_ends}"
    return _of_the_area(due, programme, (weeks[busy.start].monday, week.monday, last))


def _of_the_area(due: Due, programme: Programme, days: tuple[date, date, date]) -> str:
    """The same for the rules of one area; `days` are those of notification, of the first and the last day on site."""
    notified, monday, last = days
    for rule in programme.areas:
        if rule.gss_code == due.gss_code and _breaks(rule, monday, last):
            return f"this area: {rule.reason}"
    gap = timedelta(weeks=programme.gap_weeks)
    others = [entry for entry in programme.other_inspections if entry.gss_code == due.gss_code]
    for other in others:
        if other.first_day <= last + gap and notified - gap <= other.last_day:
            return f"another inspection of the council: {other.name} ({other.first_day} to {other.last_day})"
    visits = [
        other
        for other in others
        if other.is_monitoring_visit and add_months(monday, -12) < other.first_day < add_months(monday, 12)
    ]
    if due.kind is Kind.MONITORING and len(visits) >= _VISITS_A_YEAR:
        return f"{_VISITS_A_YEAR} monitoring visits of the council lie within 12 months"
    return ""


def _breaks(rule: AreaRule, monday: date, last: date) -> bool:
    return (rule.not_before is not None and monday < rule.not_before) or (
        rule.not_after is not None and last > rule.not_after
    )


def _deadline(due: Due, programme: Programme, weeks: Sequence[Week]) -> int | None:
    """The last week whose Friday is not after the day on which it is late."""
    last = due.window.not_after
    if last is None and due.window.about is not None:
        last = due.window.about + timedelta(weeks=programme.monitoring_late_after_weeks)
    if last is None:
        return None
    shape = programme.shape(due.kind)
    return sum(week.friday + timedelta(weeks=shape.on_site_weeks - 1) <= last for week in weeks) - 1
