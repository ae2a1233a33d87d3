"""Engagement meetings and thematic visits, which come with the calendar year."""

from dataclasses import replace
from datetime import date

from tests.factories import area, document, inspection, register, snapshot, topic, visit
from tests.unit.programme.dues import AS_AT, FAR, due

from areasend.framework import Confidence, packaged_framework
from areasend.programme import Due, Kind, Window, due_activities

DAY = date.fromisoformat
ONE, TWO = area(1), area(2)
TO_CHOOSE = "The subject, the areas and their number are still to be chosen."


def of_kind(found: tuple[Due, ...], kind: Kind) -> list[Due]:
    return [entry for entry in found if entry.kind is kind]


def test_every_area_has_a_meeting_a_year_whatever_its_outcome() -> None:
    found = of_kind(due(register([ONE, TWO], [inspection(TWO)]), until=DAY("2027-01-01")), Kind.ENGAGEMENT)
    assert [entry.id for entry in found] == [
        f"{ONE.gss_code}-engagement-2026",
        f"{TWO.gss_code}-engagement-2026",
        f"{ONE.gss_code}-engagement-2027",
        f"{TWO.gss_code}-engagement-2027",
    ]
    assert {entry.rule for entry in found} == {"one engagement meeting a year"}
    assert {entry.source for entry in found} == {"Council guides to area SEND inspections"}


def test_that_of_the_year_that_has_begun_may_have_taken_place() -> None:
    begun, coming = of_kind(due(register([ONE]), until=DAY("2027-12-31")), Kind.ENGAGEMENT)
    assert begun.window == Window(not_before=DAY("2026-07-01"), about=None, not_after=DAY("2026-12-31"))
    assert begun.uncertain == ("The records hold no engagement meetings: this year’s may have taken place.",)
    assert coming.window == Window(not_before=DAY("2027-01-01"), about=None, not_after=DAY("2027-12-31"))
    assert coming.uncertain == ()


def test_the_version_is_that_in_force_when_the_year_begins() -> None:
    found = of_kind(due(register([ONE]), as_at=DAY("2024-12-31"), until=DAY("2026-12-31")), Kind.ENGAGEMENT)
    assert [(entry.window.not_before, entry.version) for entry in found] == [
        (DAY("2025-01-01"), "2023-01"),
        (DAY("2026-01-01"), "2025-06"),
    ]


def test_thematic_visits_name_no_area() -> None:
    begun, coming = of_kind(due(register([ONE]), until=DAY("2027-06-30")), Kind.THEMATIC)
    assert (begun.id, coming.id) == ("thematic-2026", "thematic-2027")
    assert (coming.gss_code, coming.local_area, coming.region) == ("", "", "")
    assert coming.rule == "thematic visits to a few areas a year"
    assert coming.uncertain == (TO_CHOOSE,)
    assert begun.uncertain == (
        TO_CHOOSE,
        "The records hold the visits of whole years alone: some of this year’s may have taken place.",
    )


def test_a_subject_that_is_recorded_is_told() -> None:
    records = register([ONE], topics=[topic(2027, "post-16")], documents=[document()])
    _, coming = of_kind(due(records, until=DAY("2027-06-30")), Kind.THEMATIC)
    assert coming.uncertain == (
        "The subject is recorded (“post-16”); the areas and their number are still to be chosen.",
    )


def test_visits_of_years_that_have_ended_change_nothing() -> None:
    records = register([ONE], visits=[visit(ONE, 2025), visit(ONE, 2026)], documents=[document()])
    assert due(records) == due(register([ONE]))


def test_what_no_sure_source_says_is_not_due() -> None:
    packaged = packaged_framework()
    latest = packaged.versions[-1]
    unsure = tuple(replace(entry, confidence=Confidence.MEDIUM) for entry in latest.inspection_types)
    framework = replace(packaged, versions=(replace(latest, inspection_types=unsure),))
    found = due_activities(snapshot(register([ONE]), AS_AT), framework, FAR)
    assert [entry.kind for entry in found] == [Kind.FIRST_FULL]
