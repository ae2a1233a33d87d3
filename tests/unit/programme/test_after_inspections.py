"""What follows an inspection: the windows of both versions of the framework, worked out by hand from its wording."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import INCONSISTENT, POSITIVE, WIDESPREAD, area, inspection, register, snapshot
from tests.unit.programme.dues import AS_AT, FAR, due, kinds, only

from areasend.framework import Confidence, Framework, Relation, RunsFrom, packaged_framework
from areasend.programme import Due, Kind, Window, due_activities
from areasend.register import Inspection, Source

DAY = date.fromisoformat
ONE, TWO = area(1), area(2)
END_TAKEN = "No sure source says from which day the interval runs; the last day of the inspection is taken."
PUBLICATION_TAKEN = "No sure source says from which day the interval runs; the day of publication is taken."
PROVISIONAL = "The record of the inspection before is provisional: it was taken from a public list without a check."
PERHAPS_DONE = "The records hold no monitoring inspections: this one may have taken place."
UNDATED = (
    "The inspection before has no recorded dates; "
    "the version of the framework in force when its report was published is taken."
)


def window(not_before: str, about: str = "", not_after: str = "") -> Window:
    days = [DAY(day) if day else None for day in (not_before, about, not_after)]
    return Window(not_before=days[0], about=days[1], not_after=days[2])


def checked(start: str, published: str | None, outcome: str | None = INCONSISTENT) -> Inspection:
    """A record that was read from the report and checked; the inspection ended after four days."""
    day = DAY(published) if published else None
    return inspection(ONE, DAY(start), published=day, outcome=outcome, source=Source.REPORT)


def after(*inspections: Inspection, complete_to: date = AS_AT, framework: Framework | None = None) -> tuple[Due, ...]:
    held = snapshot(register([ONE], inspections, complete_to=complete_to), AS_AT)
    return due_activities(held, framework or packaged_framework(), FAR)


class TestNextFull:
    @pytest.mark.parametrize(
        ("outcome", "last", "rule"),
        [
            (POSITIVE, "2029-01-26", "within approximately 5 years"),
            (INCONSISTENT, "2027-01-26", "within approximately 3 years"),
            (WIDESPREAD, "2027-01-26", "within approximately 3 years"),
        ],
    )
    def test_the_first_version(self, outcome: str, last: str, rule: str) -> None:
        found = only(after(checked("2024-01-22", "2024-03-25", outcome)), ONE, Kind.NEXT_FULL)
        assert found.id == f"{ONE.gss_code}-next-full-after-2024-01-22"
        assert found.follows == f"{ONE.gss_code}-2024-01-22"
        assert found.window == window("2024-03-26", last, last)
        assert (found.rule, found.version) == (rule, "2023-01")
        assert found.source == "Published inspection reports, box with the outcome"
        assert found.uncertain == (END_TAKEN,)

    def test_the_second_version_begins_with_inspections_that_began_under_it(self) -> None:
        before = only(after(checked("2025-06-05", "2025-08-01")), ONE, Kind.NEXT_FULL)
        under = only(after(checked("2025-06-06", "2025-08-01")), ONE, Kind.NEXT_FULL)
        assert (before.version, before.rule) == ("2023-01", "within approximately 3 years")
        assert (under.version, under.rule) == ("2025-06", "usually within 3 years")
        assert under.window == window("2025-08-02", "2028-06-10", "2028-06-10")

    def test_a_leap_day_leads_to_the_last_day_of_february(self) -> None:
        found = only(after(checked("2024-02-25", "2024-04-30")), ONE, Kind.NEXT_FULL)
        assert found.window == window("2024-05-01", "2027-02-28", "2027-02-28")

    def test_what_is_overdue_is_due_still_and_comes_first(self) -> None:
        found = after(checked("2023-02-06", "2023-05-05"))
        assert found[0].kind is Kind.NEXT_FULL
        assert found[0].window.not_after == DAY("2026-02-10")

    def test_it_is_told_from_the_day_until_which_it_is_asked_for(self) -> None:
        held = register([ONE], [checked("2024-01-22", "2024-03-25")], complete_to=AS_AT)
        assert kinds(due(held, until=DAY("2027-01-25")), ONE) == []
        assert kinds(due(held, until=DAY("2027-01-26")), ONE) == [Kind.NEXT_FULL]

    def test_without_a_publication_date_it_is_counted_from_the_last_day_alone(self) -> None:
        found = only(after(checked("2026-06-01", None)), ONE, Kind.NEXT_FULL)
        assert found.window == window("2026-06-06", "2029-06-05", "2029-06-05")
        assert found.uncertain == (END_TAKEN,)

    def test_a_provisional_record_and_what_may_be_missing_are_told(self) -> None:
        entry = inspection(ONE, DAY("2025-01-20"), published=DAY("2025-03-20"))
        found = only(after(entry, complete_to=DAY("2024-12-31")), ONE, Kind.NEXT_FULL)
        missing = "The records are complete to 2024-12-31; a later inspection may be missing."
        assert found.uncertain == (PROVISIONAL, END_TAKEN, missing)


class TestMonitoring:
    def test_only_the_third_outcome_has_one(self) -> None:
        for outcome in (POSITIVE, INCONSISTENT):
            assert kinds(after(checked("2024-01-22", "2024-03-25", outcome)), ONE) == [Kind.NEXT_FULL]
        assert kinds(after(checked("2024-01-22", "2024-03-25", WIDESPREAD)), ONE) == [Kind.MONITORING, Kind.NEXT_FULL]

    def test_the_first_version_states_a_last_day(self) -> None:
        found = only(after(checked("2024-01-22", "2024-03-25", WIDESPREAD)), ONE, Kind.MONITORING)
        assert found.id == f"{ONE.gss_code}-monitoring-after-2024-01-22"
        assert found.window == window("2024-03-26", "2025-09-25", "2025-09-25")
        assert found.rule == "within approximately 18 months"
        assert found.uncertain == (PUBLICATION_TAKEN, PERHAPS_DONE)

    def test_the_second_version_states_18_months_after_the_report(self) -> None:
        found = only(after(checked("2025-09-15", "2025-11-11", WIDESPREAD)), ONE, Kind.MONITORING)
        assert found.window == window("2027-05-11", "2027-05-11")
        assert (found.rule, found.version) == ("usually 18 months after the report", "2025-06")
        assert found.source == "Summary of changes to the handbook, June 2025, paragraph 21"
        received = "The day on which the report was received is not recorded; the day of publication is taken."
        assert found.uncertain == (received, PERHAPS_DONE)

    @pytest.mark.parametrize(("published", "about"), [("2026-08-31", "2028-02-29"), ("2025-08-30", "2027-02-28")])
    def test_18_months_end_in_february(self, published: str, about: str) -> None:
        found = only(after(checked("2025-06-16", published, WIDESPREAD)), ONE, Kind.MONITORING)
        assert found.window.about == DAY(about)

    @pytest.mark.parametrize(("published", "perhaps"), [("2026-06-29", True), ("2026-06-30", False)])
    def test_it_can_have_taken_place_once_the_report_was_out(self, published: str, perhaps: bool) -> None:
        found = only(after(checked("2026-05-11", published, WIDESPREAD)), ONE, Kind.MONITORING)
        assert (PERHAPS_DONE in found.uncertain) == perhaps

    def test_without_a_publication_date_it_is_not_before_18_months_from_the_inspection(self) -> None:
        unknown = (
            "The day that the interval runs from is not recorded: "
            "it ends after the same interval from the last day of the inspection does."
        )
        first = only(after(checked("2025-04-28", None, WIDESPREAD)), ONE, Kind.MONITORING)
        assert (first.window, first.uncertain) == (window("2025-05-03"), (PUBLICATION_TAKEN, unknown, PERHAPS_DONE))
        second = only(after(checked("2025-09-15", None, WIDESPREAD)), ONE, Kind.MONITORING)
        assert (second.window, second.uncertain) == (window("2027-03-19"), (unknown, PERHAPS_DONE))

    def test_without_a_publication_date_it_is_told_18_months_from_the_inspection(self) -> None:
        held = register([ONE], [checked("2025-04-28", None, WIDESPREAD)], complete_to=AS_AT)
        assert kinds(due(held, until=DAY("2026-11-01")), ONE) == []
        assert kinds(due(held, until=DAY("2026-11-02")), ONE) == [Kind.MONITORING]


class TestAgain:
    """An area that was inspected again: only the latest inspection leads to anything."""

    def test_a_second_third_outcome_leads_to_monitoring_of_its_own(self) -> None:
        found = after(checked("2023-02-06", "2023-05-05", WIDESPREAD), checked("2026-03-23", "2026-05-27", WIDESPREAD))
        assert kinds(found, ONE) == [Kind.MONITORING, Kind.NEXT_FULL]
        assert only(found, ONE, Kind.MONITORING).window == window("2027-11-27", "2027-11-27")
        assert only(found, ONE, Kind.NEXT_FULL).window == window("2026-05-28", "2029-03-27", "2029-03-27")

    def test_monitoring_of_the_first_ends_with_a_better_outcome(self) -> None:
        found = after(checked("2023-02-06", "2023-05-05", WIDESPREAD), checked("2026-03-23", "2026-05-27"))
        assert kinds(found, ONE) == [Kind.NEXT_FULL]

    def test_an_outcome_that_is_not_recorded_is_not_taken_from_the_inspection_before(self) -> None:
        found = after(checked("2023-02-06", "2023-05-05", WIDESPREAD), checked("2026-03-23", "2026-05-27", None))
        assert kinds(found, ONE) == [Kind.NEXT_FULL]
        assert only(found, ONE, Kind.NEXT_FULL).follows == f"{ONE.gss_code}-2026-03-23"

    def test_a_later_one_without_dates_may_have_taken_place(self) -> None:
        unknown = inspection(ONE, None, published=DAY("2026-07-20"))
        found = after(checked("2024-01-22", "2024-03-25"), unknown, complete_to=DAY("2024-12-31"))
        assert only(found, ONE, Kind.NEXT_FULL).uncertain[1] == (
            "Another inspection of this area is recorded without its dates, and may have taken place."
        )

    def test_a_later_one_that_is_left_out_for_its_report_is_told(self) -> None:
        records = [checked("2024-01-22", "2024-03-25"), checked("2026-03-23", "2026-05-27")]
        found = due(register([ONE], records, complete_to=AS_AT), published_by=DAY("2026-04-30"))
        following = only(found, ONE, Kind.NEXT_FULL)
        assert following.follows == f"{ONE.gss_code}-2024-01-22"
        assert following.uncertain == (
            END_TAKEN,
            "An inspection of this area is left out, because no report of it was out by 2026-04-30.",
        )


class TestNotRecorded:
    def test_without_dates_the_window_ends_with_the_interval_from_publication(self) -> None:
        entry = inspection(ONE, None, published=DAY("2026-02-10"), source=Source.REPORT)
        found = only(after(entry, complete_to=DAY("2024-12-31")), ONE, Kind.NEXT_FULL)
        assert found.id == f"{ONE.gss_code}-next-full-after-published-2026-02-10"
        assert found.window == window("2026-02-11", "", "2029-02-10")
        assert found.version == "2025-06"
        unknown = (
            "The day that the interval runs from is not recorded: "
            "it ends before the same interval from publication does."
        )
        assert found.uncertain[:3] == (UNDATED, END_TAKEN, unknown)

    def test_without_an_outcome_it_is_due_by_the_longest_interval_and_told_from_the_shortest(self) -> None:
        held = register([ONE], [checked("2025-07-07", "2025-11-06", None)], complete_to=AS_AT)
        assert kinds(due(held, until=DAY("2028-07-10")), ONE) == []
        found = only(due(held, until=DAY("2028-07-11")), ONE, Kind.NEXT_FULL)
        assert found.window == window("2025-11-07", "", "2030-07-11")
        assert found.rule == "the next full inspection depends on the outcome before, which is not recorded"
        assert found.version == "2025-06"
        assert found.uncertain == (
            "The outcome is not recorded: the longest interval is taken, and monitoring may be due too.",
        )

    def test_without_dates_and_outcome(self) -> None:
        entry = inspection(ONE, None, published=DAY("2025-03-03"), outcome=None, source=Source.REPORT)
        found = only(after(entry, complete_to=DAY("2024-12-31")), ONE, Kind.NEXT_FULL)
        assert (found.window, found.version) == (window("2025-03-04", "", "2030-03-03"), "2023-01")
        assert found.uncertain[1] == UNDATED


class TestOtherFrameworks:
    """Rules that the packaged framework does not have."""

    @staticmethod
    def changed(**values: object) -> Framework:
        packaged = packaged_framework()
        versions = (
            replace(version, follow_ups=tuple(replace(rule, **values) for rule in version.follow_ups))
            for version in packaged.versions
        )
        return replace(packaged, versions=tuple(versions))

    def test_what_no_sure_source_says_leads_to_nothing(self) -> None:
        unsure = self.changed(confidence=Confidence.LOW)
        for outcome in (WIDESPREAD, None):
            assert kinds(after(checked("2024-01-22", "2024-03-25", outcome), framework=unsure), ONE) == []

    def test_a_distance_from_a_last_day_that_is_not_recorded(self) -> None:
        distant = self.changed(relation=Relation.AFTER, runs_from=RunsFrom.INSPECTION_END)
        entry = inspection(ONE, None, published=DAY("2025-03-03"))
        found = after(entry, complete_to=DAY("2024-12-31"), framework=distant)
        assert only(found, ONE, Kind.NEXT_FULL).window == window("2025-03-04")
