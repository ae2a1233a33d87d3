"""Term dates that are assumed, against dates that English councils published and the packaged bank holidays."""

from datetime import timedelta

import pytest

from areasend.framework import packaged_framework
from areasend.programme.configuration.school_terms import half_terms_of, terms_of
from areasend.register import packaged_register

BANK_HOLIDAYS = packaged_framework().working_days.bank_holidays
FRIDAY = timedelta(days=4)

# Year: first and last days of spring, summer and autumn, by hand from the pattern.
TERMS = {
    2023: ("01-09 03-31", "04-17 07-21", "09-04 12-22"),
    2024: ("01-08 03-28", "04-15 07-19", "09-02 12-20"),
    2025: ("01-06 04-04", "04-22 07-18", "09-01 12-19"),
    2026: ("01-05 03-27", "04-13 07-17", "09-07 12-18"),
    2027: ("01-04 03-25", "04-12 07-23", "09-06 12-17"),
    2028: ("01-10 04-07", "04-24 07-21", "09-04 12-22"),
}
# As most councils published them.
HALF_TERMS = {
    2023: ("02-13", "05-29", "10-23"),
    2024: ("02-12", "05-27", "10-28"),
    2025: ("02-17", "05-26", "10-27"),
    2026: ("02-16", "05-25", "10-26"),
    2027: ("02-15", "05-31", "10-25"),
}


@pytest.mark.parametrize("year", TERMS)
def test_terms_follow_the_pattern_around_easter(year: int) -> None:
    found = [f"{term.first_day:%m-%d} {term.last_day:%m-%d}" for term in terms_of(year, BANK_HOLIDAYS)]
    assert tuple(found) == TERMS[year]


@pytest.mark.parametrize("year", HALF_TERMS)
def test_half_terms_are_those_of_most_councils(year: int) -> None:
    found = list(half_terms_of(year))
    assert tuple(f"{entry.first_day:%m-%d}" for entry in found) == HALF_TERMS[year]
    assert all(entry.last_day == entry.first_day + FRIDAY for entry in found)


def test_a_year_whose_good_friday_is_not_known_has_no_terms() -> None:
    with pytest.raises(LookupError, match="2029"):
        list(terms_of(2029, BANK_HOLIDAYS))


def test_recorded_inspections_agree_with_the_assumption() -> None:
    """Inside a term, never in the two weeks after a half-term: the programme file says so of the records."""
    mondays = [
        entry.inspection_end - timedelta(days=entry.inspection_end.weekday())
        for entry in packaged_register().inspections
        if entry.inspection_end is not None
    ]
    assert len(mondays) > 90
    for monday in mondays:
        assert any(
            term.first_day <= monday and monday + FRIDAY <= term.last_day
            for term in terms_of(monday.year, BANK_HOLIDAYS)
        )
        assert not any(0 < (monday - entry.first_day).days <= 14 for entry in half_terms_of(monday.year))
