from datetime import date

from tests.programmes.small import programme

from areasend.programme.configuration.model import Days
from areasend.programme.planning import weeks_of


def test_weeks_begin_with_the_first_monday_of_the_programme_and_end_with_the_last():
    on_monday = weeks_of(programme(first_day=date(2026, 1, 5), last_day=date(2026, 1, 19)))
    assert [week.monday for week in on_monday] == [date(2026, 1, 5), date(2026, 1, 12), date(2026, 1, 19)]
    on_tuesday = weeks_of(programme(first_day=date(2026, 1, 6), last_day=date(2026, 1, 18)))
    assert [(week.index, week.monday, week.friday) for week in on_tuesday] == [
        (0, date(2026, 1, 12), date(2026, 1, 16))
    ]


def test_a_programme_of_less_than_a_monday_has_no_week():
    assert weeks_of(programme(first_day=date(2026, 1, 6), last_day=date(2026, 1, 11))) == ()
    assert weeks_of(programme(first_day=date(2026, 1, 6), last_day=date(2026, 1, 1))) == ()


def test_nobody_is_on_site_after_the_last_day():
    weeks = weeks_of(programme(last_day=date(2026, 1, 15)))
    assert [week.no_site for week in weeks] == ["", "after the last day of the programme"]
    assert [week.no_notice for week in weeks] == ["", ""]


def test_on_site_all_five_days_lie_in_a_term_and_notice_needs_one_of_them():
    term = Days(name="spring", first_day=date(2026, 1, 14), last_day=date(2026, 1, 29))
    weeks = weeks_of(programme(terms=(term,), last_day=date(2026, 2, 6)))
    partly, outside = "partly outside the school terms", "outside the school terms"
    assert [week.no_site for week in weeks] == [outside, partly, "", partly, outside]
    assert [week.no_notice for week in weeks] == [outside, "", "", "", outside]
    assert [week.term for week in weeks] == ["", "spring", "spring", "spring", ""]


def test_two_terms_that_meet_in_a_week_do_not_make_it_whole():
    terms = (
        Days(name="one", first_day=date(2026, 1, 5), last_day=date(2026, 1, 13)),
        Days(name="two", first_day=date(2026, 1, 15), last_day=date(2026, 3, 27)),
    )
    assert weeks_of(programme(terms=terms))[1].no_site == "partly outside the school terms"


def test_a_break_closes_notice_only_where_the_programme_says_so():
    breaks = (Days(name="half-term", first_day=date(2026, 1, 16), last_day=date(2026, 1, 16)),)
    lenient, strict = (
        weeks_of(programme(breaks=breaks, notice_in_breaks=allowed, last_day=date(2026, 1, 16)))
        for allowed in (True, False)
    )
    assert [week.no_site for week in lenient] == [week.no_site for week in strict] == ["", "a half-term (half-term)"]
    assert [week.no_notice for week in lenient] == ["", ""]
    assert [week.no_notice for week in strict] == ["", "a half-term (half-term)"]


def test_pauses_and_bank_holidays_close_the_site_and_not_the_notice():
    weeks = weeks_of(
        programme(
            pauses=(Days(name="local elections", first_day=date(2026, 1, 11), last_day=date(2026, 1, 12)),),
            bank_holidays=(date(2026, 1, 10), date(2026, 1, 23), date(2026, 1, 26)),
            last_day=date(2026, 2, 6),
        )
    )
    assert [week.no_site for week in weeks] == [
        "",  # the 10th is a Saturday
        "local elections",
        "a bank holiday (2026-01-23)",
        "a bank holiday (2026-01-26)",
        "",
    ]
    assert not any(week.no_notice for week in weeks)
    assert weeks[0].month == (2026, 1)
