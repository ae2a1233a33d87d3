"""Names of rules, limits and days in sentences."""

from areasend.programme.configuration.model import AreaRule, Limits, OtherInspection, Pin, Programme
from areasend.programme.planning import Problem, Task, why_closed
from areasend.programme.shortage.relaxing import Condition, Member
from areasend.programme.writing.wording import counted, day_words


def limit_words(field: str, value: int) -> str:
    """`1 full inspection a week` for the limit `full_per_week`."""
    period = field.rpartition("_")[2]
    return f"{counted(value, ('full ' if field.startswith('full') else '') + 'inspection')} a {period}"


def condition_words(programme: Programme, condition: Condition) -> str:
    """What a rule asks for, as it stands in the programme."""
    periods = {Condition.WEEK: "week", Condition.MONTH: "month", Condition.YEAR: "year"}
    if condition in periods:
        return _limits_words(programme.limits, periods[condition])
    words = {
        Condition.TEAMS: counted(len(programme.teams), "team")
        + ", when each is there, and with whom each has a conflict of interest",
        Condition.REGION: "; ".join(
            f"at most {counted(entry.per_month, 'inspection')} a month in {entry.region}"
            for entry in programme.region_limits
        ),
        Condition.APART: f"at least {counted(programme.months_between, 'month')} between two inspections of an area",
        Condition.PINS: "each pinned inspection in its week",
        Condition.AREAS: "the days before or after which single areas cannot be inspected",
        Condition.CLOSED: "no week in which an area is closed to it",
        Condition.OTHERS: "the distance to other inspections of the same council",
        Condition.EARLIEST: "no inspection before the first day of its window",
        Condition.LATEST: "each inspection by the day it is due, and none after the programme ends on "
        + day_words(programme.last_day),
        Condition.CALENDAR: "no week on site outside the school terms, in a break or with a bank holiday",
        Condition.PAUSES: "no week on site in a pause: " + ", ".join(entry.name for entry in programme.pauses),
    }
    return words[condition]


def member_words(problem: Problem, member: Member) -> str:
    """A pin, a rule of an area or another inspection, with its area and days, and why a pin's week is closed if so."""
    area = next(
        (task.due.local_area for task in problem.tasks if task.due.gss_code == member.gss_code), member.gss_code
    )
    if isinstance(member, Pin):
        return _pin_words(problem, member, area)
    if isinstance(member, AreaRule):
        ends = (("before", member.not_before), ("after", member.not_after))
        days = " and ".join(f"not {when} {day_words(day)}" for when, day in ends if day is not None)
        return f"{area}: {days} ({member.reason})"
    span, name = (member, member.name) if isinstance(member, OtherInspection) else (member.days, member.days.name)
    return f"{area}: {name}, {day_words(span.first_day)} to {day_words(span.last_day)}"


def _pin_words(problem: Problem, pin: Pin, area: str) -> str:
    team = f", {pin.team}" if pin.team is not None else ""
    told = f"the {pin.kind.value} of {area}, pinned to the week of {day_words(pin.monday)}{team}"
    week = next((week for week in problem.weeks if week.monday == pin.monday), None)
    if week is None:
        return f"{told} (no Monday of a week of the programme)"
    due = next(task.due for task in problem.tasks if task.pin == pin)
    closed = why_closed(due, problem.programme, problem.weeks, week, problem.as_at)
    return f"{told} ({closed})" if closed else told


def task_words(task: Task) -> str:
    """`the next full inspection of Luton`."""
    return f"the {task.due.kind.value} of {task.due.local_area}"


def _limits_words(limits: Limits, period: str) -> str:
    fields = (f"full_per_{period}", f"per_{period}")
    return "at most " + " and ".join(
        limit_words(field, value) for field in fields if (value := getattr(limits, field)) is not None
    )
