"""What is told of answers that a search leaves open, and of what no small programme leads to."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.programmes.small import AS_AT, FIRST_MONDAY, due, pin, programme

from areasend.programme.activities import Kind
from areasend.programme.configuration.model import (
    AreaClosed,
    AreaRule,
    Days,
    Limits,
    OtherInspection,
    RegionLimit,
)
from areasend.programme.planning import Fewest, Verdict, problem_of, solve
from areasend.programme.shortage import Shortage, shortage_of, words
from areasend.programme.shortage.clashing import Clash
from areasend.programme.shortage.model import Remedies, WithoutOne
from areasend.programme.shortage.naming import condition_words, limit_words, member_words
from areasend.programme.shortage.relaxing import Condition, extended, members_of, with_members
from areasend.programme.shortage.remedies import LaterLastDay, Remedy, Together

LAST = FIRST_MONDAY + timedelta(weeks=2, days=4)


@pytest.fixture(scope="module")
def found() -> Shortage:
    problem = problem_of([due(code, not_after=LAST) for code in "ABCDE"], programme(), AS_AT)
    shortage = shortage_of(problem, solve(problem, work=(1.0, 1.0, 1.0)))
    assert shortage is not None
    return shortage


def text(shortage: Shortage) -> str:
    return " ".join(words(shortage).split())


def test_a_question_left_open_is_told_as_open(found: Shortage) -> None:
    told = text(replace(found, verdict=Verdict.OPEN))
    assert "Whether all inspections can be in time was not settled within the work allowed." in told
    assert "The count is exact" not in told


def test_a_better_plan_than_the_one_found_is_told(found: Shortage) -> None:
    assert "Allow it more work." in text(replace(found, verdict=Verdict.YES))


def test_what_the_search_adds_to_the_count(found: Shortage) -> None:
    assert "By the search, no plan has fewer than 3 not in time" in text(replace(found, fewest=Fewest(3, 3)))
    told = text(replace(found, fewest=Fewest(4, 1)))
    assert "at least 2 cannot be in time; a plan was found with 4 not in time" in told
    assert "By the search" not in text(replace(found, fewest=None))


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (WithoutOne(Condition.TEAMS, Verdict.OPEN, None), "whether the others of the set clash was not settled"),
        (WithoutOne(Condition.TEAMS, Verdict.YES, None), "with all rules of the programme kept but this, it was not"),
        (WithoutOne(Condition.TEAMS, Verdict.YES, Fewest(2, 2)), "all other rules of the programme 2 would not be"),
        (WithoutOne(Condition.TEAMS, Verdict.YES, Fewest(2, 1)), "of the programme at most 2 would not be in time"),
    ],
)
def test_what_leaving_a_rule_out_gives(found: Shortage, entry: WithoutOne, expected: str) -> None:
    assert expected in text(replace(found, without=(entry,)))


def test_a_clash_that_is_not_proved_smallest(found: Shortage) -> None:
    told = text(replace(found, clash=Clash((Condition.TEAMS,), (Verdict.YES,), False)))
    assert "Whether a smaller set clashes was not settled" in told
    assert "The smallest set" not in told
    assert "Even with all rules" in text(replace(found, clash=Clash((), (), True)))
    assert "clash" not in text(replace(found, clash=None))


def test_what_would_fit(found: Shortage) -> None:
    alone = (
        Remedy("per_week", 1, None, True),
        Remedy("teams", 2, None, False),
        Remedy("regions", 0, None, True),
    )
    together = (Together("teams", (Remedy("per_week", 1, 2, True), Remedy("teams", 2, 3, False))),)
    told = text(
        replace(found, remedies=Remedies(alone=alone, together=together, last_day=LaterLastDay(None, False, True)))
    )
    assert "a higher limit of 1 inspection a week alone: not enough, however high" in told
    assert "more teams alone: not settled" in told
    assert "together, with as few teams as will do: 2 inspections a week, 3 teams (fewer may do)" in told
    assert "not found within 8 years, and not settled" in told
    last_day = LaterLastDay(date(2030, 1, 4), False, True)
    told = text(
        replace(found, remedies=Remedies(alone=(Remedy("teams", 2, 3, False),), together=(), last_day=last_day))
    )
    assert "3 teams instead of 2 would do; whether one less would do was not settled" in told
    assert "no limits and no number of teams would do" in told
    assert "by 4 January 2030 at the latest (an earlier day was not settled); terms beyond" in told


def test_the_first_that_is_late(found: Shortage) -> None:
    task = found.problem.tasks[0]
    assert "Area A (due by 23 January 2026): it comes 1 week late" in text(replace(found, first_late=(task, 3)))
    bare = replace(task, due=due("A"))
    assert "Area A: it is left out" in text(replace(found, first_late=(bare, None)))
    assert "the first that is not" not in text(replace(found, first_late=None))


def test_without_terms_there_is_no_table_of_them(found: Shortage) -> None:
    assert "by term" not in text(replace(found, terms=()))


def test_rules_in_words() -> None:
    whole = programme(
        limits=Limits(per_month=2, full_per_month=1),
        region_limits=(RegionLimit(region="London", per_month=1),),
        pauses=(Days(name="election", first_day=FIRST_MONDAY, last_day=LAST),),
    )
    assert condition_words(whole, Condition.MONTH) == "at most 1 full inspection a month and 2 inspections a month"
    assert condition_words(whole, Condition.PAUSES) == "no week on site in a pause: election"
    assert condition_words(whole, Condition.REGION) == "at most 1 inspection a month in London"
    assert limit_words("full_per_year", 36) == "36 full inspections a year"


def test_members_are_named_and_chosen() -> None:
    visit = OtherInspection(
        gss_code="A", name="visit", first_day=FIRST_MONDAY, last_day=FIRST_MONDAY, is_monitoring_visit=True
    )
    closed = AreaClosed(gss_code="B", days=Days(name="merger", first_day=FIRST_MONDAY, last_day=LAST))
    rule = AreaRule(gss_code="A", not_before=None, not_after=LAST, reason="a fair")
    pinned = pin("A", FIRST_MONDAY)
    whole = programme(other_inspections=(visit,), closed_areas=(closed,), areas=(rule,), pins=(pinned,))
    problem = problem_of([due("A"), due("B", Kind.MONITORING)], whole, AS_AT)
    assert member_words(problem, visit) == "Area A: visit, 5 January 2026 to 5 January 2026"
    assert member_words(problem, closed) == "Area B: merger, 5 January 2026 to 23 January 2026"
    for condition in (Condition.PINS, Condition.AREAS, Condition.CLOSED, Condition.OTHERS):
        assert len(members_of(whole, condition)) == 1
        assert members_of(with_members(whole, (), condition), condition) == ()
        assert with_members(whole, members_of(whole, condition), condition) == whole


def test_a_programme_goes_on_with_the_pattern_of_its_last_year() -> None:
    whole = programme(
        bank_holidays=(date(2026, 1, 19),), breaks=(Days(name="half-term", first_day=LAST, last_day=LAST),)
    )
    longer = extended(whole, 2)
    assert longer.last_day == date(2026, 3, 27) + timedelta(weeks=104)
    assert [term.first_day for term in longer.terms] == [FIRST_MONDAY + timedelta(weeks=52 * turn) for turn in range(3)]
    assert longer.bank_holidays == tuple(date(2026, 1, 19) + timedelta(weeks=52 * turn) for turn in range(3))
    assert len(longer.breaks) == 3
    assert extended(replace(whole, terms=()), 1).terms == ()
