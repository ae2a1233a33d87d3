"""A snapshot asked for an earlier date answers as if it had been frozen at that date, or not at all."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import area, day, inspection, register, snapshot
from tests.generative.registers import registers

from areasend.register import Register, packaged_register
from areasend.snapshot import CannotFreeze, narrow

DATES = st.dates(date(2023, 4, 1), date(2027, 12, 31))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(dates=st.tuples(DATES, DATES), cuts=st.tuples(DATES, DATES))
def test_narrowing_the_packaged_records_is_freezing_them_earlier(
    dates: tuple[date, date], cuts: tuple[date, date]
) -> None:
    whole = snapshot(packaged_register(), max(dates), max(cuts))
    assert narrow(whole, as_at=min(dates), published_by=min(cuts)) == snapshot(
        packaged_register(), min(dates), min(cuts)
    )


@settings(max_examples=60, deadline=None, derandomize=True)
@given(records=registers(), dates=st.tuples(DATES, DATES), cut=st.none() | DATES)
def test_narrowing_random_records_is_freezing_them_earlier(
    records: Register, dates: tuple[date, date], cut: date | None
) -> None:
    whole = snapshot(records, max(dates), None)
    assert narrow(whole, as_at=min(dates), published_by=cut) == snapshot(records, min(dates), cut)


def test_what_published_by_kept_out_is_still_known_at_an_earlier_date() -> None:
    whole = snapshot(packaged_register(), day("2026-06-30"), day("2024-12-31"))
    narrowed = narrow(whole, as_at=day("2024-12-31"), published_by=day("2024-12-31"))
    assert (len(narrowed.inspections), len(narrowed.left_out)) == (49, 5)


def test_a_version_that_had_not_begun_is_not_named() -> None:
    whole = snapshot(packaged_register(), day("2026-06-30"))
    assert narrow(whole, as_at=day("2024-12-31"), published_by=None).framework_versions == ("2023-01",)


def test_a_later_date_is_refused() -> None:
    with pytest.raises(CannotFreeze, match="frozen as at 2024-12-31 and cannot answer for 2025-01-01"):
        narrow(snapshot(packaged_register()), as_at=day("2025-01-01"), published_by=None)


@pytest.mark.parametrize("wanted", [None, "2024-12-31"])
def test_more_reports_than_it_holds_are_refused(wanted: str | None) -> None:
    whole = snapshot(packaged_register(), day("2024-12-31"), day("2024-06-30"))
    with pytest.raises(CannotFreeze, match=r"published by 2024-06-30 only\. Ask with --published-by 2024-06-30"):
        narrow(whole, as_at=day("2024-12-31"), published_by=day(wanted) if wanted else None)


def test_a_date_before_the_list_of_areas_is_refused_as_in_freezing() -> None:
    with pytest.raises(CannotFreeze, match="as at 2023-03-31 would miss areas"):
        narrow(snapshot(packaged_register()), as_at=day("2023-03-31"), published_by=None)


def test_a_date_on_which_no_area_exists_is_refused_as_in_freezing() -> None:
    formed = area(1, valid_from=day("2024-04-01"))
    whole = snapshot(register([formed], [inspection(formed, day("2024-09-23"))]))
    with pytest.raises(CannotFreeze, match="No local area exists on 2024-03-31"):
        narrow(whole, as_at=day("2024-03-31"), published_by=None)
