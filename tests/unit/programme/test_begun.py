"""What began by the date of the records, taken from them and from what is said to be done."""

from dataclasses import replace
from datetime import date

from areasend.framework import packaged_framework
from areasend.programme import Kind, default_programme, with_begun
from areasend.programme.configuration.model import Done
from areasend.register import packaged_register
from areasend.snapshot import freeze

FRAMEWORK = packaged_framework()


def test_inspections_of_the_running_year_are_taken_from_the_records() -> None:
    """By the packaged records 13 full inspections with a first day began from 1 January to 30 June 2026."""
    held = freeze(packaged_register(), FRAMEWORK, as_at=date(2026, 6, 30))
    found = with_begun(default_programme(date(2026, 6, 30), FRAMEWORK), held).begun
    starts = [entry.inspection_start for entry in packaged_register().inspections]
    assert len(found) == sum(day is not None and date(2026, 1, 1) <= day <= date(2026, 6, 30) for day in starts) == 13
    assert all(entry.kind.is_full for entry in found)


def test_what_is_done_counts_once_and_only_in_the_running_year() -> None:
    held = freeze(packaged_register(), FRAMEWORK, as_at=date(2026, 6, 30))
    asked = default_programme(date(2026, 6, 30), FRAMEWORK)
    recorded = next(entry for entry in held.dated_inspections if str(entry.inspection_start) >= "2026-01-01")
    assert recorded.inspection_start is not None
    code = recorded.gss_code
    done = (
        Done(gss_code=code, kind=Kind.MONITORING, day=date(2026, 5, 4)),
        Done(gss_code=code, kind=Kind.MONITORING, day=date(2025, 5, 4)),
        Done(gss_code=code, kind=Kind.NEXT_FULL, day=recorded.inspection_start),
        Done(gss_code="E99999999", kind=Kind.MONITORING, day=date(2026, 5, 4)),
    )
    found = with_begun(replace(asked, done=done), held).begun
    assert len(found) == 14
    assert [entry.day for entry in found if entry.kind is Kind.MONITORING] == [date(2026, 5, 4)]


def test_a_programme_that_begins_with_a_year_has_nothing_begun() -> None:
    held = freeze(packaged_register(), FRAMEWORK, as_at=date(2024, 12, 31))
    assert with_begun(default_programme(date(2024, 12, 31), FRAMEWORK), held).begun == ()
