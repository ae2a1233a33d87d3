"""The order of an area's inspections, which of them are known to have ended, and the day a rule leads to."""

from dataclasses import replace
from datetime import date

from tests.factories import WIDESPREAD, area, inspection, register, snapshot

from areasend.framework import Activity, packaged_framework
from areasend.snapshot import History, expected_about, histories, known_to_have_ended, version_of

DAY = date.fromisoformat
ONE, TWO = area(1), area(2)
AS_AT = DAY("2026-06-30")


def test_inspections_stand_in_the_order_in_which_they_ended_or_were_published() -> None:
    later = inspection(ONE, DAY("2025-11-10"), published=DAY("2026-01-20"))
    undated = inspection(ONE, None, published=DAY("2025-03-03"))
    first = inspection(ONE, DAY("2023-02-06"), published=DAY("2025-12-31"))
    to_come = inspection(ONE, None, published=DAY("2026-07-01"))
    other = inspection(TWO, DAY("2024-01-22"))
    held = snapshot(register([ONE, TWO], [later, to_come, undated, first, other]), AS_AT)
    found = histories(held)
    assert found.keys() == {ONE.gss_code, TWO.gss_code}
    assert found[ONE.gss_code].held == (first, undated, later, to_come)
    assert found[ONE.gss_code].done == (first, undated, later)
    assert found[ONE.gss_code].latest == later
    assert found[TWO.gss_code] == History((other,), (other,))


def test_an_area_of_which_no_inspection_is_known_to_have_ended_has_no_latest() -> None:
    to_come = inspection(ONE, None, published=DAY("2026-07-01"))
    assert histories(snapshot(register([ONE], [to_come]), AS_AT))[ONE.gss_code].latest is None
    assert histories(snapshot(register([ONE]), AS_AT)) == {}


def test_without_dates_an_inspection_has_ended_when_its_report_is_out() -> None:
    unknown = inspection(ONE, None, published=AS_AT)
    assert known_to_have_ended(unknown, AS_AT)
    assert not known_to_have_ended(unknown, DAY("2026-06-29"))
    assert not known_to_have_ended(replace(unknown, publication_date=None), AS_AT)
    assert known_to_have_ended(inspection(ONE, DAY("2024-01-22")), AS_AT)


def test_the_version_is_that_of_the_first_day() -> None:
    framework = packaged_framework()
    spans = inspection(ONE, DAY("2025-06-05"), end=DAY("2025-06-09"), published=DAY("2025-08-01"))
    under = inspection(ONE, DAY("2025-06-06"))
    found = [version_of(framework, entry) for entry in (spans, under)]
    assert [version.id for version in found if version is not None] == ["2023-01", "2025-06"]
    assert version_of(framework, inspection(ONE, None, published=DAY("2025-08-01"))) is None


def test_an_interval_runs_from_the_day_that_its_rule_names() -> None:
    version = packaged_framework().versions[-1]
    full = version.follow_up(WIDESPREAD, Activity.NEXT_FULL_INSPECTION)
    monitoring = version.follow_up(WIDESPREAD, Activity.MONITORING_INSPECTION)
    assert full is not None
    assert monitoring is not None
    entry = inspection(ONE, DAY("2025-09-15"), end=DAY("2025-09-19"), published=DAY("2026-08-31"))
    assert expected_about(full, entry) == DAY("2028-09-19")
    assert expected_about(monitoring, entry) == DAY("2028-02-29")
    assert expected_about(full, inspection(ONE, None, published=DAY("2026-02-10"))) is None
    assert expected_about(monitoring, replace(entry, publication_date=None)) is None
