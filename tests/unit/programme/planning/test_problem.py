from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.programmes.small import AS_AT, FIRST_MONDAY, ONE_WEEK, THREE_WEEKS, due, pin, programme

from areasend.programme import Kind, ProgrammeInvalid
from areasend.programme.configuration.model import AreaClosed, AreaRule, Days, Done, OtherInspection, Shape, Team
from areasend.programme.planning import problem_of, weeks_of
from areasend.programme.planning.closing import why_closed

WEEK = timedelta(weeks=1)


def monday(week):
    return FIRST_MONDAY + week * WEEK


def task_of(*dues, as_at=AS_AT, **changes):
    return problem_of(dues, programme(**changes), as_at).tasks[0]


def test_meetings_and_visits_take_no_team_and_are_not_planned():
    found = problem_of([due("E1", Kind.ENGAGEMENT), due("", Kind.THEMATIC), due("E2")], programme(), AS_AT)
    assert [task.id for task in found.tasks] == ["E2-first-full"]


def test_tasks_are_in_the_order_of_their_ids():
    found = problem_of([due("E2"), due("E1", Kind.NEXT_FULL), due("E1", Kind.MONITORING)], programme(), AS_AT)
    assert [task.id for task in found.tasks] == ["E1-monitoring", "E1-next-full", "E2-first-full"]
    assert [task.weight for task in found.tasks] == [1, 1, 2]


def test_the_weeks_of_notice_and_on_site_lie_in_the_programme():
    task = task_of(due("E1"), full=Shape(notification_weeks=1, preparation_weeks=1, on_site_weeks=2))
    assert task.open_weeks == tuple(range(2, 11))
    assert task.closed == {"its weeks would lie outside the programme": 3}
    assert task.busy(2) == range(4)


def test_nobody_is_notified_on_the_day_of_the_records_or_before():
    assert task_of(due("E1"), full=THREE_WEEKS, as_at=FIRST_MONDAY).open_weeks[0] == 3
    assert task_of(due("E1"), full=THREE_WEEKS, as_at=FIRST_MONDAY - timedelta(days=1)).open_weeks[0] == 2
    closed = task_of(due("E1"), full=THREE_WEEKS, as_at=monday(1)).closed
    assert closed["notification would lie before 2026-01-13"] == 2


def test_a_break_between_notification_and_site_is_allowed_as_the_programme_says():
    breaks = (Days(name="half-term", first_day=monday(4), last_day=monday(4)),)
    lenient = task_of(due("E1"), full=THREE_WEEKS, breaks=breaks)
    assert lenient.open_weeks == (2, 3, 5, 6, 7, 8, 9, 10, 11)
    assert lenient.closed["on site: a half-term"] == 1
    strict = task_of(due("E1"), full=THREE_WEEKS, breaks=breaks, notice_in_breaks=False)
    assert strict.open_weeks == (2, 3, 7, 8, 9, 10, 11)
    assert strict.closed["notification or preparation: a half-term"] == 2


def test_every_week_on_site_is_free_of_what_closes_one():
    task = task_of(
        due("E1"),
        full=Shape(notification_weeks=0, preparation_weeks=0, on_site_weeks=2),
        bank_holidays=(monday(5),),
    )
    assert task.open_weeks == (0, 1, 2, 3, 6, 7, 8, 9, 10)


def test_the_window_is_kept_from_its_first_day():
    assert task_of(due("E1", not_before=monday(3))).open_weeks[0] == 3
    late = task_of(due("E1", not_before=monday(3) + timedelta(days=1)))
    assert late.open_weeks[0] == 4
    assert late.closed == {"not before 2026-01-27: as the test says": 4}


def test_an_area_cannot_before_or_after_a_day():
    areas = (
        AreaRule(gss_code="E1", not_before=monday(2), not_after=None, reason="a new director"),
        AreaRule(gss_code="E1", not_before=None, not_after=monday(6) + timedelta(days=3), reason="a merger"),
        AreaRule(gss_code="E2", not_before=monday(9), not_after=None, reason="not this one"),
    )
    task = task_of(due("E1"), areas=areas)
    assert task.open_weeks == (2, 3, 4, 5)
    assert task.closed == {"this area: a new director": 2, "this area: a merger": 6}
    two_weeks = Shape(notification_weeks=0, preparation_weeks=0, on_site_weeks=2)
    assert task_of(due("E1"), areas=areas, full=two_weeks).open_weeks == (2, 3, 4)


def other(first, last, code="E1", is_visit=False):
    return OtherInspection(gss_code=code, name="ILACS", first_day=first, last_day=last, is_monitoring_visit=is_visit)


def test_whole_weeks_lie_between_an_inspection_and_another_of_the_council():
    # On site elsewhere from Monday to Friday of week 5: with a gap of 2, weeks 3 and 4, 6 and 7 are free between.
    held = (other(monday(5), monday(5) + timedelta(days=4)),)
    task = task_of(due("E1"), other_inspections=held, gap_weeks=2)
    assert task.open_weeks == (0, 1, 2, 8, 9, 10, 11)
    assert task.closed == {"another inspection of the council: ILACS": 5}
    # The weeks of an inspection begin with its notification.
    assert task_of(due("E1"), other_inspections=held, gap_weeks=2, full=THREE_WEEKS).open_weeks == (2, 10, 11)
    assert task_of(due("E1"), other_inspections=held, gap_weeks=0).open_weeks == (0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11)
    assert task_of(due("E2"), other_inspections=held).open_weeks == tuple(range(12))


def test_a_weekend_before_the_gap_is_not_in_it():
    sunday = monday(5) - timedelta(days=1)
    assert task_of(due("E1"), other_inspections=(other(sunday, sunday),), gap_weeks=1).open_weeks[:6] == (
        0,
        1,
        2,
        3,
        6,
        7,
    )


YEAR_OF_VISITS = (date(2025, 4, 6), date(2025, 9, 1), date(2025, 12, 1))


def test_three_visits_in_twelve_months_leave_no_room_for_a_monitoring_inspection():
    visits = tuple(other(day, day, is_visit=True) for day in YEAR_OF_VISITS)
    changes = {"other_inspections": visits, "gap_weeks": 0, "last_day": date(2026, 4, 17)}
    changes["terms"] = (Days(name="spring", first_day=monday(0), last_day=date(2026, 4, 17)),)
    # 12 months from 6 April 2025 end on 5 April 2026, so that Monday 6 April is free again.
    task = task_of(due("E1", Kind.MONITORING), **changes)
    assert task.open_weeks == (13, 14)
    assert task.closed == {"3 monitoring visits of the council lie within 12 months": 13}
    assert task_of(due("E1"), **changes).open_weeks == tuple(range(15))


def test_visits_on_both_sides_count_only_where_twelve_months_hold_them_all():
    # Two visits eleven months before and one eleven months after: no 12 months hold four.
    far = tuple(other(day, day, is_visit=True) for day in (date(2025, 3, 1), date(2025, 3, 2), date(2026, 12, 1)))
    assert task_of(due("E1", Kind.MONITORING), other_inspections=far).open_weeks == tuple(range(12))
    near = tuple(other(day, day, is_visit=True) for day in (date(2025, 9, 1), date(2025, 9, 2), date(2026, 8, 1)))
    assert task_of(due("E1", Kind.MONITORING), other_inspections=near).open_weeks == ()
    inspections = tuple(other(entry.first_day, entry.last_day) for entry in near)
    assert task_of(due("E1", Kind.MONITORING), other_inspections=inspections).open_weeks == tuple(range(12))


def test_months_lie_between_an_inspection_and_the_one_it_follows():
    follows = due("E1", Kind.NEXT_FULL, follows="E1-2025-08-12")
    task = task_of(follows, months_between=6)
    assert task.open_weeks == tuple(range(6, 12))
    assert task.closed == {"fewer than 6 months from the inspection of 2025-08-12": 6}
    assert task_of(due("E1", Kind.NEXT_FULL, follows="E1-published-unknown")).open_weeks == tuple(range(12))


def test_months_lie_between_an_inspection_and_one_made_that_the_records_do_not_hold():
    done = (Done(gss_code="E1", kind=Kind.MONITORING, day=date(2026, 2, 5)),)
    assert task_of(due("E1", Kind.NEXT_FULL), done=done, months_between=1).open_weeks == (0, 9, 10, 11)


def test_what_is_done_since_the_inspection_before_is_not_planned_again():
    follows = due("E1", Kind.MONITORING, follows="E1-2025-02-03", not_before=date(2026, 8, 3))
    for day, is_left in ((date(2025, 2, 3), True), (date(2025, 11, 1), False)):
        done = (Done(gss_code="E1", kind=Kind.MONITORING, day=day),)
        assert bool(problem_of([follows], programme(done=done), AS_AT).tasks) is is_left
    for other_one in (("E2", Kind.MONITORING), ("E1", Kind.NEXT_FULL)):
        done = (Done(gss_code=other_one[0], kind=other_one[1], day=date(2025, 11, 1)),)
        assert problem_of([follows], programme(done=done), AS_AT).tasks


def test_a_first_inspection_that_is_done_is_not_planned():
    done = (Done(gss_code="E1", kind=Kind.FIRST_FULL, day=date(2025, 12, 1)),)
    assert problem_of([due("E1", not_before=date(2026, 1, 1))], programme(done=done), AS_AT).tasks == ()


def test_the_deadline_is_the_last_week_that_is_not_late():
    friday = monday(4) + timedelta(days=4)
    assert task_of(due("E1", not_after=friday)).deadline == 4
    assert task_of(due("E1", not_after=friday - timedelta(days=1))).deadline == 3
    two_weeks = Shape(notification_weeks=0, preparation_weeks=0, on_site_weeks=2)
    assert task_of(due("E1", not_after=friday), full=two_weeks).deadline == 3
    assert task_of(due("E1", not_after=date(2030, 1, 1))).deadline == 11
    assert task_of(due("E1")).deadline is None


def test_what_was_late_before_the_programme_is_late_by_all_those_weeks():
    task = task_of(due("E1", not_after=monday(-10) + timedelta(days=4)))
    assert task.deadline == -10
    assert [task.weeks_late(week) for week in (0, 3)] == [10, 13]


def test_a_window_without_a_last_day_is_late_some_weeks_after_it_is_about_due():
    about = monday(3) + timedelta(days=4)
    assert task_of(due("E1", Kind.MONITORING, about=about), monitoring_late_after_weeks=5).deadline == 8


def test_a_pin_leaves_one_week_and_says_what_closes_the_others():
    task = task_of(due("E1"), pins=(pin("E1", monday(4)),))
    assert task.open_weeks == (4,)
    assert task.closed == {"pinned to another week": 11}
    assert task.pin == pin("E1", monday(4))


def test_pins_are_those_of_their_area_and_kind():
    dues = [due("E1", Kind.MONITORING), due("E1", Kind.NEXT_FULL)]
    found = problem_of(dues, programme(pins=(pin("E1", monday(4), Kind.NEXT_FULL),)), AS_AT)
    assert [task.open_weeks for task in found.tasks] == [tuple(range(12)), (4,)]


def test_an_area_that_was_told_keeps_its_week_though_its_notification_lies_before():
    changes = {"full": THREE_WEEKS, "as_at": monday(3)}
    assert task_of(due("E1"), pins=(pin("E1", monday(4)),), **changes).open_weeks == ()
    told = task_of(due("E1"), pins=(pin("E1", monday(4), announced=True),), **changes)
    assert told.open_weeks == (4,)
    before = task_of(due("E1"), pins=(pin("E1", monday(1), announced=True),), **changes)
    assert before.open_weeks == (1,)
    assert before.busy(1) == range(2)
    outside = (Days(name="spring", first_day=monday(4), last_day=monday(9)),)
    assert task_of(due("E1"), pins=(pin("E1", monday(4), announced=True),), terms=outside, **changes).open_weeks == (4,)


def test_a_pin_of_what_is_not_due_is_told_unless_its_week_has_passed():
    pins = (pin("E1", monday(4)), pin("E2", monday(5)), pin("E2", monday(6), Kind.MONITORING))
    with pytest.raises(ProgrammeInvalid) as told:
        problem_of([due("E2")], programme(pins=pins), AS_AT)
    assert [fault.split(".")[0] for fault in told.value.faults] == [
        "pin[1]: no first full inspection of its area is due by 2026-03-27",
        "pin[3]: no monitoring inspection of its area is due by 2026-03-27",
    ]
    assert problem_of([due("E2")], programme(pins=pins), monday(6)).tasks[0].pin == pins[1]


def test_teams_that_are_alike_are_one_class_and_one_that_a_pin_names_is_its_own():
    leave = (Days(name="leave", first_day=monday(2), last_day=monday(2)),)
    teams = (
        Team(name="D", conflicts=frozenset({"E1"})),
        Team(name="B"),
        Team(name="A"),
        Team(name="C", away=leave),
    )
    found = problem_of([], programme(teams=teams), AS_AT)
    assert [entry.names for entry in found.classes] == [("A", "B"), ("C",), ("D",)]
    assert found.classes[1].weeks == frozenset(range(12)) - {2}
    pinned = problem_of([due("E1")], programme(teams=teams, pins=(pin("E1", monday(4), team="B"),)), AS_AT)
    assert [entry.names for entry in pinned.classes] == [("A",), ("B",), ("C",), ("D",)]
    task = pinned.tasks[0]
    assert [entry.can_take(task, 4) for entry in pinned.classes] == [False, True, False, False]


def test_a_team_is_there_in_whole_weeks_and_for_all_weeks_of_an_inspection():
    team = Team(name="A", first_day=monday(2) + timedelta(days=1), last_day=monday(9) + timedelta(days=4))
    task = task_of(due("E1"), teams=(team,), full=THREE_WEEKS)
    assert task.open_weeks == (5, 6, 7, 8, 9)
    assert task.closed["no team is there, or all have a conflict of interest"] == 5
    short = Team(name="A", last_day=monday(9) + timedelta(days=3))
    assert task_of(due("E1"), teams=(short,), full=ONE_WEEK).open_weeks == tuple(range(9))
    barred = Team(name="A", conflicts=frozenset({"E1"}))
    assert task_of(due("E1"), teams=(barred,)).open_weeks == ()


def test_a_programme_without_weeks_has_tasks_that_fit_nowhere():
    task = task_of(due("E1", not_after=date(2027, 1, 1)), first_day=date(2026, 1, 6), last_day=date(2026, 1, 8))
    assert (task.open_weeks, task.closed, task.deadline) == ((), {}, None)


def test_the_weeks_on_site_are_those_that_nothing_closes():
    found = problem_of([], programme(bank_holidays=(monday(3),), last_day=monday(5)), AS_AT)
    assert [week.index for week in found.site_weeks] == [0, 1, 2, 4]


def test_an_area_that_is_closed_for_some_days_is_neither_notified_nor_inspected_in_them():
    days = Days(name="a merger", first_day=monday(5) + timedelta(days=4), last_day=monday(6))
    closed = (AreaClosed(gss_code="E1", days=days),)
    task = task_of(due("E1"), closed_areas=closed, full=THREE_WEEKS)
    assert task.open_weeks == (2, 3, 4, 9, 10, 11)
    assert task.closed["this area: a merger"] == 4
    assert task_of(due("E2"), closed_areas=closed).open_weeks == tuple(range(12))


def test_an_area_that_ends_is_inspected_before_it_does():
    ending = replace(due("E1"), area_ends=monday(5) + timedelta(days=3))
    task = task_of(ending)
    assert task.open_weeks == (0, 1, 2, 3, 4)
    assert task.closed == {"the area ends on 2026-02-12": 7}


def test_why_a_week_is_closed_can_be_asked_of_one_week():
    asked = programme(bank_holidays=(monday(3),), pins=(pin("E2", monday(0)), pin("E1", monday(4), announced=True)))
    weeks = weeks_of(asked)
    assert why_closed(due("E1"), asked, weeks, weeks[3], AS_AT) == "on site: a bank holiday (2026-01-26)"
    assert why_closed(due("E1"), asked, weeks, weeks[4], monday(4)) == ""
    assert why_closed(due("E3"), asked, weeks, weeks[4], monday(4)).startswith("notification would lie before")
