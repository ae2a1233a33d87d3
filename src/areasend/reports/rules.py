"""Rules across the fields of one reading: whatever breaks one is a problem for a person, and nothing is mended."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from areasend.framework import Activity, Framework, FrameworkVersion
from areasend.reports.printed_dates import NoSuchDate, Span, spans_in
from areasend.reports.reading import NOT_FOUND, Problem, Reading

# The longest inspection on site was nine days (domain: 53 of 55 in one week, two over two weeks).
_LONGEST = timedelta(days=20)
_FULL_INSPECTION = "20(1)(a)"
Rule = Callable[[Reading, Framework], Iterator[Problem]]


def problems_of(reading: Reading, framework: Framework) -> tuple[Problem, ...]:
    """Every rule that the reading breaks. A rule over a field that was not found says nothing more of it."""
    return tuple(problem for rule in _RULES for problem in rule(reading, framework))


def _days_in_order(reading: Reading, framework: Framework) -> Iterator[Problem]:
    start, end = _day(reading, "inspection_start"), _day(reading, "inspection_end")
    if start and end and not start <= end <= start + _LONGEST:
        found = f"{start} to {end}"
        yield _problem(reading, "inspection_end", f"within {_LONGEST.days} days after the first day", found)
    if start and start < framework.start:
        yield _problem(reading, "inspection_start", f"on or after {framework.start}", str(start))
    published = _day(reading, "publication_date")
    if end and published and published < end:
        yield _problem(reading, "publication_date", f"after the last day of the inspection, {end}", str(published))


def _previous_before(reading: Reading, framework: Framework) -> Iterator[Problem]:
    start = _day(reading, "inspection_start")
    days = [_day(reading, f"previous_{name}") for name in ("inspection_start", "inspection_end", "revisit")]
    known = [day for day in days if day]
    if start and known and max(known) >= start:
        yield _problem(reading, "previous_inspection", f"before the inspection of {start}", _printed(reading))
    first, last = days[:2]
    if first and last and last > first + _LONGEST:
        expected = f"a last day within {_LONGEST.days} days after the first"
        yield _problem(reading, "previous_inspection", expected, _printed(reading))
    if known != sorted(known):
        yield _problem(reading, "previous_inspection", "first day, last day and revisit in order", _printed(reading))


def _outcome_and_what_follows(reading: Reading, framework: Framework) -> Iterator[Problem]:
    start, outcome = _day(reading, "inspection_start"), reading.known("outcome")
    version = _version(framework, start)
    if not outcome:
        return
    for activity in Activity:
        rule, stated = version.follow_up(outcome, activity), reading.text(activity.value)
        expected = _interval(rule.months) if rule else ""
        if stated != NOT_FOUND and _months(stated) != (rule.months if rule else None):
            yield _problem(
                reading, activity.value, f"{expected or 'none'} after the outcome {outcome}", stated or "none"
            )


def _plan_that_is_asked_for(reading: Reading, framework: Framework) -> Iterator[Problem]:
    outcome = reading.known("outcome")
    version = _version(framework, _day(reading, "inspection_start"))
    if not outcome:
        return
    priority = version.asks_for_priority_action(outcome)
    for field, needed in (
        ("priority_action_plan_required", priority),
        ("strategic_plan_update_requested", not priority),
    ):
        expected = "yes" if needed else "no"
        if reading.text(field) not in (expected, NOT_FOUND):
            yield _problem(reading, field, f"{expected} with the outcome {outcome}", reading.text(field))
    counted = int(reading.text("n_areas_for_priority_action") or 0)
    if priority != (counted > 0):
        expected = "at least one" if priority else "none"
        yield _problem(reading, "n_areas_for_priority_action", f"{expected} with the outcome {outcome}", str(counted))


def _plan_and_areas(reading: Reading, framework: Framework) -> Iterator[Problem]:
    required = reading.known("priority_action_plan_required")
    counted = int(reading.text("n_areas_for_priority_action") or 0)
    if required and (required == "yes") != (counted > 0):
        expected = "areas for priority action if and only if a priority action plan is required"
        yield _problem(reading, "n_areas_for_priority_action", expected, f"{counted}; plan required: {required}")


def _an_area_for_improvement(reading: Reading, framework: Framework) -> Iterator[Problem]:
    if reading.text("n_areas_for_improvement") == "0":
        yield _problem(reading, "n_areas_for_improvement", "at least one in every report", "0")


def _title_and_footers(reading: Reading, framework: Framework) -> Iterator[Problem]:
    start, end = _day(reading, "inspection_start"), _day(reading, "inspection_end")
    footer = reading.known("footer_dates")
    if start and end and footer and (start, end) not in [_days_of(span) for span in spans_in(footer)]:
        yield _problem(reading, "footer_dates", f"the days of the title page, {start} to {end}", footer)


def _copyright(reading: Reading, framework: Framework) -> Iterator[Problem]:
    end, year = _day(reading, "inspection_end"), reading.known("copyright_year")
    if end and year and not end.year <= int(year) <= end.year + 2:
        yield _problem(reading, "copyright_year", f"{end.year} to {end.year + 2}", year)


def _statute(reading: Reading, framework: Framework) -> Iterator[Problem]:
    basis = reading.known("statutory_basis")
    if basis and basis != _FULL_INSPECTION:
        yield _problem(reading, "statutory_basis", f"{_FULL_INSPECTION} for a full inspection", basis)


def _teams(reading: Reading, framework: Framework) -> Iterator[Problem]:
    for lead, size in (("ofsted_lead_inspector", "n_inspectors_ofsted"), ("cqc_lead_inspector", "n_inspectors_cqc")):
        leads, listed = reading.known(lead), reading.known(size)
        if leads and listed and len(leads.split(";")) > int(listed):
            yield _problem(reading, size, "at least as many as lead inspectors", listed)


_RULES: tuple[Rule, ...] = (
    _days_in_order,
    _previous_before,
    _outcome_and_what_follows,
    _plan_that_is_asked_for,
    _plan_and_areas,
    _an_area_for_improvement,
    _title_and_footers,
    _copyright,
    _statute,
    _teams,
)


def _day(reading: Reading, field: str) -> date | None:
    text = reading.known(field)
    return date.fromisoformat(text) if text else None


def _version(framework: Framework, day: date | None) -> FrameworkVersion:
    """The version at the inspection; where its day is not known or too early, the first."""
    return framework.version_at(day) if day and day >= framework.start else framework.versions[0]


def _days_of(span: Span | NoSuchDate) -> tuple[date, date] | None:
    return (span.first, span.last or span.first) if isinstance(span, Span) else None


def _interval(months: int) -> str:
    return f"{months // 12} years" if months % 12 == 0 else f"{months} months"


def _months(stated: str) -> int | None:
    if not stated:
        return None
    number, unit = stated.split(" ")
    return int(number) * (12 if unit.startswith("year") else 1)


def _printed(reading: Reading) -> str:
    return reading.text("previous_inspection")


def _problem(reading: Reading, field: str, expected: str, found: str) -> Problem:
    return Problem(field=field, page=reading.page_of(field), expected=expected, found=found)
