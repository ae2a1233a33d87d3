"""What the count of need and room says, by hand and against every plan there is."""

from datetime import date, timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.programmes.small import AS_AT, FIRST_MONDAY, ONE_WEEK, THREE_WEEKS, due, programme

from areasend.programme.activities import Kind
from areasend.programme.configuration.model import Days, Limits, RegionLimit, Team
from areasend.programme.planning import Problem, Verdict, problem_of
from areasend.programme.shortage.counting import counts_of, room_of, settled, weeks_in_time
from areasend.programme.shortage.scopes import scopes_of


def week(number: int) -> date:
    """The Friday of a week, from 0."""
    return FIRST_MONDAY + timedelta(weeks=number, days=4)


def test_five_due_in_three_weeks_of_one_team_are_two_too_many() -> None:
    dues = [due(code, not_after=week(2)) for code in "ABCDE"]
    (count,) = counts_of(problem_of(dues, programme(), AS_AT))
    assert (count.due, count.room, count.missing) == (5, 3, 2)
    assert (count.first, count.last) == (0, 2)
    (year,) = count.years
    assert [(term.term, term.weeks, term.by_limits, term.by_teams) for term in year.terms] == [("spring", 3, None, 3)]


def test_what_fits_is_not_counted_as_missing() -> None:
    problem = problem_of([due(code, not_after=week(2)) for code in "ABC"], programme(), AS_AT)
    assert counts_of(problem) == ()
    assert settled(problem) is Verdict.YES


def test_of_two_spans_no_task_stands_in_both_and_the_one_with_most_missing_is_first() -> None:
    early = [due(code, not_after=week(0)) for code in "AB"]
    between = due("H", not_before=FIRST_MONDAY + timedelta(weeks=1), not_after=week(8))
    late = [due(code, not_before=FIRST_MONDAY + timedelta(weeks=10), not_after=week(11)) for code in "CDEFG"]
    found = counts_of(problem_of([*early, between, *late], programme(), AS_AT))
    assert [(count.due, count.room) for count in found] == [(5, 2), (2, 1)]
    assert not set(found[0].tasks) & set(found[1].tasks)


def test_a_year_has_no_more_room_than_its_limit() -> None:
    dues = [due(code, not_after=week(11)) for code in "ABCDEF"]
    limits = Limits(full_per_year=4, full_per_week=1)
    (count,) = counts_of(problem_of(dues, programme(limits=limits, teams=(Team(name="A"), Team(name="B"))), AS_AT))
    (year,) = count.years
    assert (year.added, year.limit, year.room, count.missing) == (12, 4, 4, 2)


def test_the_limit_of_a_month_holds_for_all_its_weeks_together() -> None:
    # January 2026 has Mondays 5, 12, 19, 26; February 2.
    dues = [due(code, not_after=week(4)) for code in "ABCDEF"]
    teams = tuple(Team(name=f"T{number}") for number in range(6))
    (count,) = counts_of(problem_of(dues, programme(limits=Limits(per_month=2, per_week=1), teams=teams), AS_AT))
    assert [term.by_limits for year in count.years for term in year.terms] == [3]
    assert count.missing == 3


def test_a_region_has_no_more_room_than_its_limit() -> None:
    dues = [
        due(code, region=region, not_after=week(3))
        for code, region in zip("ABCD", ["North"] * 3 + ["South"], strict=True)
    ]
    teams = tuple(Team(name=f"T{number}") for number in range(4))
    given_limit = (RegionLimit(region="North", per_month=1),)
    (count,) = counts_of(problem_of(dues, programme(region_limits=given_limit, teams=teams), AS_AT))
    assert (count.scope.region, count.due, count.room) == ("North", 3, 1)
    assert count.scope.words(3) == "full inspections in North"


def test_teams_take_one_inspection_after_another_in_a_term() -> None:
    """Twelve weeks hold four inspections of three weeks; a break of on-site weeks is a hole in the choice alone."""
    dues = [due(code) for code in "AB"]
    problem = problem_of(dues, programme(full=THREE_WEEKS, monitoring=THREE_WEEKS), AS_AT)
    (year,) = room_of(problem, scopes_of(problem.programme)[0], (0, 1), problem.tasks[0].open_weeks)
    assert [term.by_teams for term in year.terms] == [4]


def test_a_task_without_a_week_in_time_settles_the_question() -> None:
    late = due("A", not_after=FIRST_MONDAY - timedelta(days=30))
    assert settled(problem_of([late], programme(), AS_AT)) is Verdict.NO


REGIONS = ("North", "South")


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Up to five inspections in six weeks over two terms and calendar months, with limits of all kinds."""
    dues = []
    for number in range(draw(st.integers(1, 5))):
        first = draw(st.integers(0, 5))
        last = draw(st.integers(first, 5))
        kind = draw(st.sampled_from([Kind.FIRST_FULL, Kind.NEXT_FULL, Kind.MONITORING]))
        begins = FIRST_MONDAY + timedelta(weeks=first)
        region = draw(st.sampled_from(REGIONS))
        dues.append(due(f"A{number}", kind, region, not_before=begins, not_after=week(last)))
    small = st.none() | st.integers(1, 2)
    return problem_of(
        dues,
        programme(
            last_day=week(5),
            terms=(
                Days(name="one", first_day=FIRST_MONDAY, last_day=week(2)),
                Days(name="two", first_day=FIRST_MONDAY + timedelta(weeks=3), last_day=week(5)),
            ),
            teams=tuple(Team(name=f"T{number}") for number in range(draw(st.integers(1, 2)))),
            full=draw(st.sampled_from([ONE_WEEK, THREE_WEEKS])),
            monitoring=draw(st.sampled_from([ONE_WEEK, THREE_WEEKS])),
            limits=Limits(
                per_week=draw(small),
                per_month=draw(small),
                per_year=draw(small),
                full_per_week=draw(small),
                full_per_month=draw(small),
                full_per_year=draw(small),
            ),
            region_limits=draw(st.sampled_from([(), (RegionLimit(region="North", per_month=1),)])),
        ),
        AS_AT,
    )


def most_in_time(problem: Problem) -> int:
    """By trying every choice of weeks: how many can be in time."""
    choices = [(None, *weeks_in_time(task)) for task in problem.tasks]
    return max(sum(week is not None for week in chosen) for chosen in product(*choices) if _keeps(problem, chosen))


def _keeps(problem: Problem, chosen: tuple[int | None, ...]) -> bool:
    limits = problem.programme.limits
    placed = [(task, week) for task, week in zip(problem.tasks, chosen, strict=True) if week is not None]
    full = [entry for entry in placed if entry[0].due.kind is not Kind.MONITORING]
    mondays = [FIRST_MONDAY + timedelta(weeks=number) for number in range(6)]
    busy = [place for task, week in placed for place in task.busy(week)]
    if any(busy.count(place) > len(problem.programme.teams) for place in range(6)):
        return False
    for entries, of_week, of_month, of_year in (
        (placed, limits.per_week, limits.per_month, limits.per_year),
        (full, limits.full_per_week, limits.full_per_month, limits.full_per_year),
    ):
        weeks = [week for _, week in entries]
        months = [mondays[week].month for week in weeks]
        if of_week is not None and any(weeks.count(week) > of_week for week in weeks):
            return False
        if of_month is not None and any(months.count(month) > of_month for month in months):
            return False
        if of_year is not None and len(weeks) > of_year:
            return False
    north = [mondays[week].month for task, week in placed if task.due.region == "North"]
    return not problem.programme.region_limits or all(north.count(month) <= 1 for month in north)


@given(problems())
@settings(max_examples=60, deadline=None)
def test_as_many_as_the_count_says_cannot_be_in_time_in_any_plan(problem: Problem) -> None:
    at_once = [place for count in counts_of(problem) for place in count.tasks]
    assert len(at_once) == len(set(at_once))
    missing = sum(count.missing for count in counts_of(problem))
    assert len(problem.tasks) - most_in_time(problem) >= missing


@given(problems())
@settings(max_examples=60, deadline=None)
def test_whether_all_can_be_in_time_is_settled_as_by_trying_every_plan(problem: Problem) -> None:
    fits = most_in_time(problem) == len(problem.tasks)
    assert settled(problem) is (Verdict.YES if fits else Verdict.NO)
