"""What is due in the packaged records, against what the publications and the public list say."""

from collections import Counter
from datetime import date
from functools import cache

from areasend.framework import packaged_framework
from areasend.programme import Due, Kind, Window, default_until, due_activities
from areasend.register import packaged_register
from areasend.snapshot import freeze

CORNWALL, BUCKINGHAMSHIRE, SLOUGH = "E06000052", "E06000060", "E06000039"


@cache
def packaged(as_at: date, until: date | None = None, published_by: date | None = None) -> tuple[Due, ...]:
    framework = packaged_framework()
    held = freeze(packaged_register(), framework, as_at=as_at, published_by=published_by)
    return due_activities(held, framework, until or default_until(held, framework))


def of(code: str, found: tuple[Due, ...]) -> list[Due]:
    return [entry for entry in found if entry.gss_code == code and entry.kind is not Kind.ENGAGEMENT]


def test_at_the_end_of_2024_99_areas_wait_and_40_come_round_again() -> None:
    """54 of 153 inspected; by the end of 2027 the 26 + 14 after three years, and 14 monitoring inspections."""
    found = packaged(date(2024, 12, 31))
    assert Counter(entry.kind for entry in found) == {
        Kind.FIRST_FULL: 153 - 54,
        Kind.NEXT_FULL: 26 + 14,
        Kind.MONITORING: 14,
        Kind.ENGAGEMENT: 3 * 153,
        Kind.THEMATIC: 3,
    }
    assert len({entry.id for entry in found}) == len(found)
    lasts = [entry.window.not_after for entry in found]
    assert lasts == sorted(lasts)


def test_cornwall_waits_for_its_second_inspection_until_it_is_known() -> None:
    (due,) = of(CORNWALL, packaged(date(2024, 12, 31)))
    assert due.id == "E06000052-next-full-after-2023-02-06"
    # Inspected 6 to 10 February 2023, published 5 May 2023, inconsistent: about three years.
    assert due.window == Window(not_before=date(2023, 5, 6), about=date(2026, 2, 10), not_after=date(2026, 2, 10))


def test_cornwall_s_second_inspection_begins_the_count_anew() -> None:
    as_at = date(2026, 6, 30)
    assert of(CORNWALL, packaged(as_at)) == []
    (due,) = of(CORNWALL, packaged(as_at, date(2031, 12, 31)))
    assert (due.follows, due.version) == ("E06000052-2026-03-23", "2025-06")
    # 23 to 27 March 2026, published 27 May 2026.
    assert due.window == Window(not_before=date(2026, 5, 28), about=date(2029, 3, 27), not_after=date(2029, 3, 27))
    assert [said.split(":")[0].split(";")[0] for said in due.uncertain] == [
        "The record of the inspection before is provisional",
        "No sure source says from which day the interval runs",
        "The records are complete to 2024-12-31",
    ]


def test_left_out_for_its_report_the_first_holds_and_says_so() -> None:
    (due,) = of(CORNWALL, packaged(date(2026, 6, 30), published_by=date(2026, 5, 26)))
    assert due.follows == "E06000052-2023-02-06"
    assert "An inspection of this area is left out, because no report of it was out by 2026-05-26." in due.uncertain


def test_areas_whose_dates_or_outcome_are_not_recorded_are_not_due_before_they_can_be() -> None:
    as_at = date(2026, 6, 30)
    for code in (BUCKINGHAMSHIRE, SLOUGH):
        assert of(code, packaged(as_at)) == []
    (undated,) = of(BUCKINGHAMSHIRE, packaged(as_at, date(2031, 12, 31)))
    assert undated.window == Window(not_before=date(2026, 2, 11), about=None, not_after=date(2029, 2, 10))
    (unknown,) = of(SLOUGH, packaged(as_at, date(2031, 12, 31)))
    assert unknown.window == Window(not_before=date(2025, 11, 7), about=None, not_after=date(2030, 7, 11))


def test_areas_formed_in_2023_say_that_an_inspection_before_does_not_count() -> None:
    told = [said for entry in packaged(date(2024, 12, 31)) for said in entry.uncertain if "formed" in said]
    assert Counter(said.partition(": ")[0] for said in told) == {
        "The area was formed on 2023-04-01 from Cumbria": 2,
        "The area was formed on 2023-04-01 from Somerset (county)": 1,
    }
