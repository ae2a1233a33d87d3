"""Names of rules, limits and days in sentences."""

from datetime import date

from areasend.programme.configuration.model import Limits, Programme
from areasend.programme.planning import Problem, Task
from areasend.programme.shortage.relaxing import Condition


def day_words(day: date) -> str:
    """`31 December 2027`."""
    return f"{day.day} {day:%B} {day.year}"


def counted(count: int, one: str, many: str = "") -> str:
    """`1 team`, `2 teams`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


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
        Condition.OTHERS: "the distance to other inspections of the same council",
        Condition.EARLIEST: "no inspection before the first day of its window",
        Condition.LATEST: "each inspection by the day it is due, and none after the programme ends on "
        + day_words(programme.last_day),
        Condition.CALENDAR: "no week on site outside the school terms, in a break or with a bank holiday",
        Condition.PAUSES: "no week on site in a pause: " + ", ".join(entry.name for entry in programme.pauses),
    }
    return words[condition]


def pin_words(problem: Problem, place: int) -> str:
    """A pin, and why its week is closed to it if it is."""
    pin = problem.programme.pins[place]
    area = next((task.due.local_area for task in problem.tasks if task.due.gss_code == pin.gss_code), pin.gss_code)
    team = f", {pin.team}" if pin.team is not None else ""
    told = f"the {pin.kind.value} of {area}, pinned to the week of {day_words(pin.monday)}{team}"
    week = next((week for week in problem.weeks if week.monday == pin.monday), None)
    if week is None:
        return f"{told} (not the Monday of a week of the programme)"
    return told + (f" (nobody can be on site in that week: {week.no_site})" if week.no_site else "")


def area_rule_words(problem: Problem, place: int) -> str:
    """The rule of an area, with its days and reason."""
    rule = problem.programme.areas[place]
    area = next((task.due.local_area for task in problem.tasks if task.due.gss_code == rule.gss_code), rule.gss_code)
    days = [
        f"not {when} {day_words(day)}"
        for when, day in (("before", rule.not_before), ("after", rule.not_after))
        if day is not None
    ]
    return f"{area}: {' and '.join(days)} ({rule.reason})"


def other_words(problem: Problem, place: int) -> str:
    """Another inspection of a council, with its days."""
    other = problem.programme.other_inspections[place]
    area = next((task.due.local_area for task in problem.tasks if task.due.gss_code == other.gss_code), other.gss_code)
    return f"{area}: {other.name}, {day_words(other.first_day)} to {day_words(other.last_day)}"


def task_words(task: Task) -> str:
    """`the next full inspection of Luton`."""
    return f"the {task.due.kind.value} of {task.due.local_area}"


def _limits_words(limits: Limits, period: str) -> str:
    fields = (f"full_per_{period}", f"per_{period}")
    return "at most " + " and ".join(
        limit_words(field, value) for field in fields if (value := getattr(limits, field)) is not None
    )
