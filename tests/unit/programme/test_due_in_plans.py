"""What is due meets a programme: areas that end, and what took place and is not in the records."""

from dataclasses import replace
from datetime import date

from tests.factories import area, register
from tests.unit.programme.dues import AS_AT, due

from areasend.programme import Kind
from areasend.programme.configuration.model import Days, Done, Limits, Programme, Shape, Team
from areasend.programme.planning import problem_of

THREE_WEEKS = Shape(notification_weeks=1, preparation_weeks=1, on_site_weeks=1)
PROGRAMME = Programme(
    title="One term",
    first_day=date(2026, 9, 7),
    last_day=date(2026, 12, 18),
    teams=(Team(name="North"),),
    terms=(Days(name="autumn 2026", first_day=date(2026, 9, 1), last_day=date(2026, 12, 18)),),
    breaks=(),
    pauses=(),
    bank_holidays=(),
    full=THREE_WEEKS,
    monitoring=THREE_WEEKS,
    limits=Limits(),
)


def test_an_area_that_ends_is_on_site_by_its_last_day() -> None:
    ends = area(1, valid_to=date(2026, 10, 30))
    found = due(register([ends, area(2)], complete_to=AS_AT))
    first, other = problem_of(found, PROGRAMME, AS_AT).tasks
    # The first Monday of notification is 7 September; on site from the 21st, the last week that of 26 October.
    assert first.open_weeks == tuple(range(2, 8))
    assert other.open_weeks == tuple(range(2, 15))
    assert first.closed["the area ends on 2026-10-30"] == 7


def test_a_first_full_inspection_that_the_records_do_not_hold_is_not_planned_again() -> None:
    one, other = area(1), area(2)
    done = Done(gss_code=one.gss_code, kind=Kind.FIRST_FULL, day=date(2026, 5, 11))
    found = due(register([one, other], complete_to=AS_AT))
    tasks = problem_of(found, replace(PROGRAMME, done=(done,)), AS_AT).tasks
    assert [task.due.gss_code for task in tasks] == [other.gss_code]
