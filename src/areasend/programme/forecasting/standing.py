"""Where every area stands at the date: what it is due for, from which day, and in which weeks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from areasend.framework import Framework
from areasend.programme.activities import Due, Kind, Window
from areasend.programme.configuration.model import Programme
from areasend.programme.due import due_activities
from areasend.programme.errors import NothingToForecast
from areasend.programme.forecasting.already import Already
from areasend.programme.forecasting.capacity import Capacity, capacity_of
from areasend.programme.forecasting.follow_ups import FULL, MONITORING, NEVER, FollowUps, Ints
from areasend.programme.forecasting.observed import Observed
from areasend.programme.planning import Problem, Task, Week, problem_of
from areasend.register import LocalArea
from areasend.snapshot import Snapshot, histories, version_of

# Longer than any interval of the framework.
_YEARS_ON = 10
# A pinned inspection comes before all others of its week.
_AHEAD = -1


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Waiting:
    """An inspection before the date whose follow-ups have to be calculated: its area, its outcome (-1: not recorded, so
    drawn), its last day and its day of publication (-1: not recorded), and the version it was made under.
    """

    area: int
    outcome: int
    end: int
    published: int
    version: int


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Standing:
    """Columns are full inspections by area, then monitoring inspections by area, areas in the order of their codes.

    `first_day` and `due` are the day before which an inspection does not begin and the day not to pass. `is_first`
    holds for areas without a full inspection in the cycle. `open` is columns x weeks. `late_weights` weigh lateness of
    first, repeat and monitoring inspections.
    """

    weeks: tuple[Week, ...]
    region: NDArray[np.int64]
    is_first: NDArray[np.bool_]
    first_day: Ints
    due: Ints
    open: NDArray[np.bool_]
    waiting: tuple[Waiting, ...]
    capacity: Capacity
    on_site_weeks: tuple[int, int]
    weeks_before: tuple[int, int]
    months_between: int
    late_weights: tuple[int, int, int]

    @property
    def areas(self) -> int:
        return len(self.region)

    @property
    def open_weeks(self) -> tuple[int, ...]:
        """The weeks in which a full inspection could begin on site somewhere."""
        return tuple(int(week) for week in np.flatnonzero(self.open[: self.areas].any(axis=0)))

    def span(self, index: int, kind: int) -> slice:
        """The weeks of an inspection that begins on site in a week, from notification on."""
        # Before the first weeks no inspection of the longer kind is open, and the span of it does not matter.
        return slice(max(0, index - self.weeks_before[kind]), index + self.on_site_weeks[kind])

    def aimed_at(self, day: int) -> "Standing":
        """The same, with every first inspection wanted by a day, where it is not due before."""
        due = self.due.copy()
        first = np.flatnonzero(self.is_first)
        due[first] = np.minimum(due[first], day)
        return replace(self, due=due)


def standing_of(
    held: Snapshot,
    framework: Framework,
    programme: Programme,
    observed: Observed,
    follow_ups: FollowUps,
    early_weeks: int,
) -> Standing:
    """Where the areas stand. Raises `NothingToForecast` if no week can hold an inspection."""
    areas = sorted(held.existing_areas, key=lambda area: area.gss_code)
    codes: list[str] = [area.gss_code for area in areas]
    place: dict[str, int] = {code: number for number, code in enumerate(codes)}
    # Also what falls due later: it may be made early, and an outcome that is not recorded may bring monitoring before.
    later = date(programme.last_day.year + _YEARS_ON, 12, 31)
    problem = problem_of(due_activities(held, framework, later), programme, held.as_at)
    first_day = np.full(2 * len(codes), NEVER, dtype=np.int32)
    due = first_day.copy()
    is_first = np.zeros(len(codes), dtype=np.bool_)
    openings = _openings(areas, programme, held.as_at)
    for task in problem.tasks:
        column = place[task.due.gss_code] + (len(codes) if task.due.kind is Kind.MONITORING else 0)
        if task.pin is not None:
            openings[column, list(task.open_weeks)] = True
        first_day[column], due[column] = _days(task, programme, follow_ups, early_weeks)
        is_first[place[task.due.gss_code]] |= task.due.kind is Kind.FIRST_FULL
    _keep_apart(programme, place, follow_ups, first_day)
    shapes = (programme.full, programme.monitoring)
    standing = Standing(
        weeks=problem.weeks,
        region=np.array([observed.regions.index(area.ofsted_region) for area in areas]),
        is_first=is_first,
        first_day=first_day,
        due=due,
        open=openings,
        waiting=tuple(_waiting(held, framework, problem, place, observed, follow_ups)),
        capacity=capacity_of(
            problem.classes,
            programme.limits,
            {limit.region: limit.per_month for limit in programme.region_limits},
            observed.regions,
            codes,
            len(problem.weeks),
            Already(programme.begun, observed.regions),
        ),
        on_site_weeks=(shapes[FULL].on_site_weeks, shapes[MONITORING].on_site_weeks),
        weeks_before=(shapes[FULL].weeks_before, shapes[MONITORING].weeks_before),
        months_between=programme.months_between,
        late_weights=(
            programme.late_weight(Kind.FIRST_FULL),
            programme.late_weight(Kind.NEXT_FULL),
            programme.late_weight(Kind.MONITORING),
        ),
    )
    if not standing.open_weeks:
        raise NothingToForecast(
            f"No week between {programme.first_day} and {programme.last_day} can hold a full inspection after "
            f"{held.as_at}: there is none in term, or no team. Look at [[term]] and [[team]] in the programme "
            "file, and at its first_day and last_day."
        )
    return standing


def _keep_apart(programme: Programme, place: Mapping[str, int], follow_ups: FollowUps, first_day: Ints) -> None:
    """Puts off what is due of an area until the months after what is said to be done there."""
    for entry in (entry for entry in programme.done if entry.gss_code in place):
        apart = follow_ups.later(programme.months_between, follow_ups.number(entry.day))
        for column in (place[entry.gss_code], place[entry.gss_code] + len(place)):
            first_day[column] = max(first_day[column], apart)


def _days(task: Task, programme: Programme, follow_ups: FollowUps, early_weeks: int) -> tuple[int, int]:
    if task.pin is not None:
        return follow_ups.number(task.pin.monday), _AHEAD
    window = task.due.window
    first = 0 if window.not_before is None else follow_ups.number(window.not_before)
    if task.due.kind is not Kind.FIRST_FULL and window.about is not None:
        first = max(first, follow_ups.number(window.about) - early_weeks * 7)
    last = window.not_after
    if last is None and window.about is not None:
        return first, follow_ups.number(window.about) + programme.monitoring_late_after_weeks * 7
    return first, NEVER - 1 if last is None else follow_ups.number(last)


def _waiting(
    held: Snapshot,
    framework: Framework,
    problem: Problem,
    place: dict[str, int],
    observed: Observed,
    follow_ups: FollowUps,
) -> Iterable[Waiting]:
    """The inspections whose follow-up has no window, because the outcome or the day that it runs from is missing."""
    inspected = histories(held)
    unsure = {
        task.due.gss_code
        for task in problem.tasks
        if task.due.follows and task.pin is None and task.due.window.about is None
    }
    for code in sorted(unsure):
        latest = inspected[code].done[-1]
        version = version_of(framework, latest) or framework.version_at(latest.publication_date or held.as_at)
        yield Waiting(
            area=place[code],
            outcome=observed.outcomes.index(latest.outcome) if latest.outcome in observed.outcomes else -1,
            end=_number(latest.inspection_end, follow_ups),
            published=_number(latest.publication_date, follow_ups),
            version=framework.versions.index(version),
        )


def _number(day: date | None, follow_ups: FollowUps) -> int:
    return -1 if day is None else follow_ups.number(day)


def _openings(areas: Sequence[LocalArea], programme: Programme, as_at: date) -> NDArray[np.bool_]:
    """In which weeks an inspection of an area could begin on site, whatever it is due for: columns x weeks."""
    free = replace(programme, pins=(), done=())
    own: set[str] = {rule.gss_code for rule in programme.areas} | {entry.gss_code for entry in programme.closed_areas}
    own |= {other.gss_code for other in programme.other_inspections}
    own |= {code for team in programme.teams for code in team.conflicts}
    own |= {area.gss_code for area in areas if area.valid_to is not None}
    ends = {area.gss_code: area.valid_to for area in areas if area.gss_code in own}
    kinds = (Kind.NEXT_FULL, Kind.MONITORING)
    dues = [_anything(code, kind, day) for kind in kinds for code, day in (("", None), *ends.items())]
    problem = problem_of(dues, free, as_at)
    found: dict[tuple[str, Kind], NDArray[np.bool_]] = {}
    for task in problem.tasks:
        weeks = np.zeros(len(problem.weeks), dtype=np.bool_)
        weeks[list(task.open_weeks)] = True
        found[task.due.gss_code, task.due.kind] = weeks
    codes = [area.gss_code if area.gss_code in own else "" for area in areas]
    return np.array([found[code, kind] for kind in kinds for code in codes], dtype=np.bool_)


def _anything(code: str, kind: Kind, ends: date | None) -> Due:
    return Due(
        id=f"{code}-{kind.key}",
        kind=kind,
        gss_code=code,
        local_area="",
        region="",
        window=Window(not_before=None, about=None, not_after=None),
        rule="",
        version="",
        source="",
        area_ends=ends,
    )
