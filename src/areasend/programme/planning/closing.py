"""Which weeks are closed to an inspection, and by which rule: those of the calendar, of its window and of its area.

What several inspections share (teams, limits) closes no week; it is in the model.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from areasend.framework import add_months
from areasend.programme.activities import Due, Kind
from areasend.programme.configuration.model import AreaRule, Days, OtherInspection, Pin, Programme, Shape
from areasend.programme.done import inspection_before
from areasend.programme.planning.weeks import Week

# Of monitoring visits of all frameworks in a council, usually no more within 12 months (handbook, paragraph 23).
_VISITS_A_YEAR = 3
_YEAR = 12


@dataclass(frozen=True, slots=True)
class _OfArea:
    """What a programme says of one area: its rules, other inspections of its council, inspections made already."""

    rules: tuple[AreaRule, ...]
    closed: tuple[Days, ...]
    others: tuple[OtherInspection, ...]
    done: tuple[date, ...]


class Closing:
    """The rules of a programme that close weeks, looked up by area, and by shape where they are the same for all."""

    def __init__(self, programme: Programme, weeks: Sequence[Week], as_at: date) -> None:
        self._programme, self._weeks, self._as_at = programme, weeks, as_at
        self._shared: dict[tuple[Shape, bool], tuple[str, ...]] = {}
        rules: dict[str, list[AreaRule]] = defaultdict(list)
        closed: dict[str, list[Days]] = defaultdict(list)
        others: dict[str, list[OtherInspection]] = defaultdict(list)
        done: dict[str, list[date]] = defaultdict(list)
        for rule in programme.areas:
            rules[rule.gss_code].append(rule)
        for span in programme.closed_areas:
            closed[span.gss_code].append(span.days)
        for other in programme.other_inspections:
            others[other.gss_code].append(other)
        for entry in programme.done:
            done[entry.gss_code].append(entry.day)
        self._areas = {
            code: _OfArea(tuple(rules[code]), tuple(closed[code]), tuple(others[code]), tuple(done[code]))
            for code in sorted({*rules, *closed, *others, *done})
        }

    def reasons(self, due: Due, pin: Pin | None) -> Iterator[str]:
        """For each week the first rule that keeps an inspection from beginning on site in it, or nothing.

        An area that has been told was notified, whatever the day: nothing is asked of the weeks before.
        """
        shape = self._programme.shape(due.kind)
        of_area = self._areas.get(due.gss_code, _OfArea((), (), (), ()))
        is_told = pin is not None and pin.announced
        before = inspection_before(due.follows)
        inspected = of_area.done if before is None else (before, *of_area.done)
        for week, shared in zip(self._weeks, self._for_all(shape, is_told), strict=True):
            yield shared or self._own(due, week, shape, of_area) or self._near(week.monday, inspected)

    def _for_all(self, shape: Shape, is_told: bool) -> tuple[str, ...]:
        if (shape, is_told) not in self._shared:
            self._shared[shape, is_told] = tuple(self._of_calendar(shape, is_told, week) for week in self._weeks)
        return self._shared[shape, is_told]

    def _of_calendar(self, shape: Shape, is_told: bool, week: Week) -> str:
        notified, stop = week.index - shape.weeks_before, week.index + shape.on_site_weeks
        if stop > len(self._weeks) or (notified < 0 and not is_told):
            return "its weeks would lie outside the programme"
        if not is_told and self._weeks[notified].monday <= self._as_at:
            return f"notification would lie before {self._as_at + timedelta(days=1)}"
        for place in range(week.index if is_told else notified, stop):
            on_site = place >= week.index
            reason = self._weeks[place].no_site if on_site else self._weeks[place].no_notice
            if reason:
                return f"{'on site' if on_site else 'notification or preparation'}: {reason}"
        return ""

    def _own(self, due: Due, week: Week, shape: Shape, of_area: _OfArea) -> str:
        if due.window.not_before is not None and week.monday < due.window.not_before:
            return f"not before {due.window.not_before}: {due.rule}"
        last = week.friday + timedelta(weeks=shape.on_site_weeks - 1)
        if due.area_ends is not None and last > due.area_ends:
            return f"the area ends on {due.area_ends}"
        for rule in of_area.rules:
            if _breaks(rule, week.monday, last):
                return f"this area: {rule.reason}"
        notified = week.monday - timedelta(weeks=shape.weeks_before)
        for closed in of_area.closed:
            if closed.meets(notified, last):
                return f"this area: {closed.name} ({closed.first_day} to {closed.last_day})"
        gap = timedelta(weeks=self._programme.gap_weeks)
        for other in of_area.others:
            if other.first_day <= last + gap and notified - gap <= other.last_day:
                return f"another inspection of the council: {other.name} ({other.first_day} to {other.last_day})"
        if due.kind is Kind.MONITORING and _is_one_too_many(week.monday, of_area.others):
            return f"{_VISITS_A_YEAR} monitoring visits of the council lie within 12 months"
        return ""

    def _near(self, monday: date, inspected: Sequence[date]) -> str:
        months = self._programme.months_between
        for day in inspected:
            first, last = sorted((monday, day))
            if last < add_months(first, months):
                return f"fewer than {months} months from the inspection of {day}"
        return ""


def why_closed(due: Due, programme: Programme, weeks: Sequence[Week], week: Week, as_at: date) -> str:
    """The first rule that keeps an inspection from beginning on site in a week, or nothing."""
    pins = (pin for pin in programme.pins if pin.gss_code == due.gss_code and pin.kind is due.kind)
    return list(Closing(programme, weeks, as_at).reasons(due, next(pins, None)))[week.index]


def _breaks(rule: AreaRule, monday: date, last: date) -> bool:
    return (rule.not_before is not None and monday < rule.not_before) or (
        rule.not_after is not None and last > rule.not_after
    )


def _is_one_too_many(monday: date, others: Sequence[OtherInspection]) -> bool:
    """Whether 12 months that hold this monitoring inspection hold as many visits as are the most without it."""
    days = sorted([*(other.first_day for other in others if other.is_monitoring_visit), monday])
    for first in days:
        held = [day for day in days if first <= day < add_months(first, _YEAR)]
        if first <= monday < add_months(first, _YEAR) and len(held) > _VISITS_A_YEAR:
            return True
    return False
