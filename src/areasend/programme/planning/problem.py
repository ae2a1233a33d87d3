"""What is to be planned, put into weeks: tasks with the weeks that are open to them, and teams that can take them.

A week that is not open to a task names the rule that closes it, so that a plan can say why it is as it is.
"""

import hmac
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from areasend.programme.activities import Due, Kind
from areasend.programme.configuration.capacity import is_there
from areasend.programme.configuration.model import Pin, Programme, Shape, Team
from areasend.programme.done import is_done_by
from areasend.programme.errors import ProgrammeInvalid
from areasend.programme.planning.closing import Closing
from areasend.programme.planning.weeks import Week, weeks_of

PLANNED = frozenset({Kind.FIRST_FULL, Kind.NEXT_FULL, Kind.MONITORING})
# Which of many days a rule stands against a week by: weeks are counted by the rule alone.
_DETAIL = re.compile(r" \([^()]*\)$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """An inspection to be planned.

    `open_weeks` are the indices of the weeks in which it may begin on site, rising; `closed` counts the others by the
    rule that closes them. `deadline` is the last week in which it is not late: below 0 if that was before the programme
    (-1: the week before its first), None if no week is late. `weight` weighs a week of lateness. A pinned task has one
    open week.
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
        """The weeks of the programme that it takes a team if it begins on site in `week`."""
        return range(max(0, week - self.shape.weeks_before), week + self.shape.on_site_weeks)

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
    apart, the one that stands first here goes first. Nobody is notified on or before `as_at`.
    """

    programme: Programme
    weeks: tuple[Week, ...]
    tasks: tuple[Task, ...]
    classes: tuple[TeamClass, ...]
    as_at: date

    @property
    def site_weeks(self) -> tuple[Week, ...]:
        return tuple(week for week in self.weeks if not week.no_site)


def problem_of(
    due: Iterable[Due], programme: Programme, as_at: date, *, key: bytes = b"", each_team: bool = False
) -> Problem:
    """Puts what is due into the weeks of a programme. Meetings and visits take no team and are not planned.

    Without a `key`, whoever has the same records and the same programme can work out the same plan (docs/adr/0035).
    With `each_team` no teams are taken together, so that a choice says which of them goes.
    Raises `ProgrammeInvalid` where a pin lies ahead and nothing of its kind is due.
    """
    weeks = weeks_of(programme)
    classes = _classes(programme, weeks, each_team)
    closing = Closing(programme, weeks, as_at)
    wanted = sorted((entry for entry in due if entry.kind in PLANNED), key=lambda entry: _order(entry, key))
    pins = _pins(wanted, programme, as_at)
    tasks = tuple(
        _task(entry, pins.get((entry.gss_code, entry.kind)), programme, weeks, classes, closing)
        for entry in wanted
        if not any(is_done_by(entry, done) for done in programme.done)
    )
    return Problem(programme=programme, weeks=weeks, tasks=tasks, classes=classes, as_at=as_at)


def _order(entry: Due, key: bytes) -> tuple[bytes, str]:
    return (hmac.digest(key, entry.id.encode(), "sha256") if key else b"", entry.id)


def _pins(wanted: Sequence[Due], programme: Programme, as_at: date) -> dict[tuple[str, Kind], Pin]:
    known = {(entry.gss_code, entry.kind) for entry in wanted}
    faults = [
        f"pin[{number}]: no {pin.kind} of its area is due by {programme.last_day}. Remove the pin, or let the "
        "programme end later if it is due after that."
        for number, pin in enumerate(programme.pins, 1)
        if (pin.gss_code, pin.kind) not in known and pin.monday > as_at
    ]
    if faults:
        raise ProgrammeInvalid("the list of pins", faults)
    return {(pin.gss_code, pin.kind): pin for pin in reversed(programme.pins)}


def _classes(programme: Programme, weeks: Sequence[Week], each_team: bool) -> tuple[TeamClass, ...]:
    pinned = {pin.team for pin in programme.pins if pin.team is not None}
    found: dict[tuple[frozenset[int], frozenset[str], str], list[str]] = {}
    for team in programme.teams:
        own = team.name if each_team or team.name in pinned else ""
        found.setdefault((_there(team, weeks), team.conflicts, own), []).append(team.name)
    return tuple(
        TeamClass(names=tuple(sorted(names)), weeks=there, conflicts=conflicts)
        for (there, conflicts, _), names in sorted(found.items(), key=lambda entry: sorted(entry[1]))
    )


def _there(team: Team, weeks: Sequence[Week]) -> frozenset[int]:
    return frozenset(week.index for week in weeks if is_there(team, week.monday))


def _task(
    due: Due,
    pin: Pin | None,
    programme: Programme,
    weeks: Sequence[Week],
    classes: Sequence[TeamClass],
    closing: Closing,
) -> Task:
    shape = programme.shape(due.kind)
    bare = Task(due=due, shape=shape, open_weeks=(), closed={}, deadline=None, weight=0, pin=pin)
    closed: Counter[str] = Counter()
    found: list[int] = []
    for week, rule in zip(weeks, closing.reasons(due, pin), strict=True):
        reason = rule
        if not reason and pin is not None and week.monday != pin.monday:
            reason = "pinned to another week"
        if not reason and not any(entry.can_take(bare, week.index) for entry in classes):
            reason = "no team is there, or all have a conflict of interest"
        if reason:
            closed[_DETAIL.sub("", reason)] += 1
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


def _deadline(due: Due, programme: Programme, weeks: Sequence[Week]) -> int | None:
    """The last week whose Friday, or that of the last week on site, is not after the day on which it is late."""
    last = due.window.not_after
    if last is None and due.window.about is not None:
        last = due.window.about + timedelta(weeks=programme.monitoring_late_after_weeks)
    if last is None or not weeks:
        return None
    ends = weeks[0].friday + timedelta(weeks=programme.shape(due.kind).on_site_weeks - 1)
    return min((last - ends).days // 7, len(weeks) - 1)
