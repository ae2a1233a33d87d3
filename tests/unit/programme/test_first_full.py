"""First full inspections: due of every area that has had none, by the end of the cycle."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import area, inspection, register, snapshot
from tests.unit.programme.dues import AS_AT, FAR, due, kinds, only

from areasend.framework import Confidence, Framework, packaged_framework
from areasend.programme import Kind, Window, default_until, due_activities

DAY = date.fromisoformat
ONE, TWO = area(1), area(2)
WHOLE = {"complete_to": AS_AT}
CYCLE = (
    "The sources differ on the end of the cycle: "
    "“in 2027” is taken, another has “by 2027/28” (2028-08-31 at the latest)."
)


def test_an_area_that_was_never_inspected_is_due_by_the_end_of_the_cycle() -> None:
    first = only(due(register([ONE, TWO], [inspection(TWO)], **WHOLE)), ONE, Kind.FIRST_FULL)
    assert first.id == f"{ONE.gss_code}-first-full"
    assert (first.local_area, first.region, first.follows, first.area_ends) == ("Area 1", "London", "", None)
    assert first.window == Window(not_before=DAY("2023-01-01"), about=None, not_after=DAY("2027-12-31"))
    assert first.rule == "every local area has a full inspection in the cycle, in 2027"
    assert first.source == "Findings from the first 2 years, 6 June 2025, conclusion"
    assert first.version == "2025-06"
    assert first.uncertain == (CYCLE,)


def test_the_version_is_that_in_force_on_the_date() -> None:
    found = due(register([ONE]), as_at=DAY("2024-12-31"))
    assert only(found, ONE, Kind.FIRST_FULL).version == "2023-01"


def test_it_is_due_still_after_the_end_of_the_cycle() -> None:
    found = due(register([ONE], complete_to=DAY("2028-03-01")), as_at=DAY("2028-03-01"))
    assert only(found, ONE, Kind.FIRST_FULL).window.not_after == DAY("2027-12-31")
    assert found[0].kind is Kind.FIRST_FULL


def test_an_inspection_without_dates_may_have_been_the_first() -> None:
    unknown = inspection(ONE, None, published=DAY("2026-07-20"))
    first = only(due(register([ONE], [unknown], complete_to=DAY("2025-01-31"))), ONE, Kind.FIRST_FULL)
    assert first.uncertain == (
        CYCLE,
        "Another inspection of this area is recorded without its dates, and may have taken place.",
        "The records are complete to 2025-01-31; a later inspection may be missing.",
    )


def test_an_inspection_that_is_left_out_for_its_report_is_told() -> None:
    late = inspection(ONE, DAY("2026-05-11"), published=DAY("2026-06-20"))
    found = due(register([ONE, TWO], [late], **WHOLE), published_by=DAY("2026-06-01"))
    told = "An inspection of this area is left out, because no report of it was out by 2026-06-01."
    assert only(found, ONE, Kind.FIRST_FULL).uncertain == (CYCLE, told)
    assert only(found, TWO, Kind.FIRST_FULL).uncertain == (CYCLE,)


class TestFormed:
    """An area that was formed from others begins anew."""

    def test_an_inspection_before_is_not_one_of_the_area(self) -> None:
        formed = area(1, valid_from=DAY("2024-04-01"), predecessors=("Old Shire", "Old Town"))
        first = only(due(register([formed], **WHOLE)), formed, Kind.FIRST_FULL)
        assert first.window == Window(not_before=DAY("2024-04-01"), about=None, not_after=DAY("2027-12-31"))
        told = "The area was formed on 2024-04-01 from Old Shire, Old Town: an inspection before that day is not one of"
        assert first.uncertain == (CYCLE, f"{told} this area.")

    def test_one_that_the_records_hold_is_named(self) -> None:
        old = area(9, name="Old Shire", valid_to=DAY("2024-03-31"))
        formed = area(1, valid_from=DAY("2024-04-01"), predecessors=("Old Shire",))
        before = inspection(old, DAY("2023-10-09"), published=DAY("2023-12-01"))
        found = due(register([formed, old], [before], **WHOLE))
        first = only(found, formed, Kind.FIRST_FULL)
        assert first.uncertain[1].endswith(f"is not one of this area. The records hold {before.inspection_id}.")
        assert kinds(found, old) == []

    def test_nothing_is_to_be_said_where_it_was_formed_when_the_framework_began_or_from_no_other(self) -> None:
        older = area(1, valid_from=DAY("2023-01-01"), predecessors=("Old Shire",))
        new = area(2, valid_from=DAY("2024-04-01"))
        undated = area(3, predecessors=("Old Shire",))
        found = due(register([older, new, undated], **WHOLE))
        assert {only(found, of, Kind.FIRST_FULL).uncertain for of in (older, new, undated)} == {(CYCLE,)}
        assert only(found, older, Kind.FIRST_FULL).window.not_before == DAY("2023-01-01")

    def test_one_that_was_formed_after_the_cycle_by_the_strictest_source_has_the_next_end_or_none(self) -> None:
        at_end = area(1, valid_from=DAY("2027-12-31"))
        later = area(2, valid_from=DAY("2028-01-01"))
        after = area(3, valid_from=DAY("2028-09-01"))
        found = due(register([at_end, later, after], complete_to=DAY("2028-09-30")), as_at=DAY("2028-09-30"))
        told = [only(found, of, Kind.FIRST_FULL) for of in (at_end, later, after)]
        assert [entry.window.not_after for entry in told] == [DAY("2027-12-31"), DAY("2028-08-31"), None]
        assert told[1].rule.endswith("in the cycle, by 2027/28")
        assert told[2].uncertain == ("No sure source states an end of the cycle from 2028-09-01 on.",)

    def test_after_its_own_inspection_nothing_is_said_of_it(self) -> None:
        formed = area(1, valid_from=DAY("2024-04-01"), predecessors=("Old Shire",))
        own = inspection(formed, DAY("2024-10-07"), published=DAY("2024-12-02"))
        following = only(due(register([formed], [own], **WHOLE)), formed, Kind.NEXT_FULL)
        assert not any("formed" in said for said in following.uncertain)


class TestEnding:
    """An area that ends is due for nothing that falls after its last day."""

    ENDS = area(1, valid_to=date(2028, 3, 31))
    TOLD = (
        "The area ends on 2028-03-31: what is not done by then is due of the areas that follow it, "
        "which are listed from their first day on."
    )

    def test_the_first_full_inspection_is_due_while_it_lasts(self) -> None:
        first = only(due(register([self.ENDS], **WHOLE)), self.ENDS, Kind.FIRST_FULL)
        assert first.area_ends == DAY("2028-03-31")
        assert first.uncertain == (CYCLE, self.TOLD)

    def test_what_falls_due_later_is_not_due_of_it(self) -> None:
        soon = inspection(self.ENDS, DAY("2025-03-24"), end=DAY("2025-03-28"), published=DAY("2025-05-20"))
        late = inspection(self.ENDS, DAY("2025-03-31"), end=DAY("2025-04-01"), published=DAY("2025-05-20"))
        found = due(register([self.ENDS], [soon], **WHOLE))
        assert only(found, self.ENDS, Kind.NEXT_FULL).uncertain[-1] == self.TOLD
        assert kinds(due(register([self.ENDS], [late], **WHOLE)), self.ENDS) == []

    def test_it_meets_the_inspectorates_until_its_last_day(self) -> None:
        found = due(register([self.ENDS], **WHOLE))
        meetings = [entry.window for entry in found if entry.kind is Kind.ENGAGEMENT]
        assert [window.not_after for window in meetings] == [
            DAY("2026-12-31"),
            DAY("2027-12-31"),
            DAY("2028-03-31"),
        ]

    def test_an_area_that_has_ended_is_due_for_nothing(self) -> None:
        ended, today = area(2, valid_to=DAY("2026-06-29")), area(3, valid_to=AS_AT)
        found = due(register([ONE, ended, today], [inspection(today)], **WHOLE))
        assert {entry.gss_code for entry in found} == {ONE.gss_code, ""}


class TestUntil:
    def test_a_date_that_is_not_later_is_refused(self) -> None:
        with pytest.raises(ValueError, match="2026-06-30 is not after 2026-06-30"):
            due(register([ONE]), until=AS_AT)

    def test_days_after_the_calendar_of_working_days_can_be_asked_for(self) -> None:
        found = due(register([ONE]), until=DAY("2050-01-01"))
        assert found[-1].window.not_after == DAY("2050-12-31")

    def test_by_default_it_is_the_end_of_the_cycle_and_three_years_on_after_it(self) -> None:
        framework = packaged_framework()
        assert default_until(snapshot(register([ONE])), framework) == DAY("2027-12-31")
        assert default_until(snapshot(register([ONE]), DAY("2027-12-30")), framework) == DAY("2027-12-31")
        assert default_until(snapshot(register([ONE]), DAY("2027-12-31")), framework) == DAY("2030-12-31")


class TestCycleEnds:
    """Where the sources agree, or none is sure."""

    @staticmethod
    def framework(*wordings: str) -> Framework:
        packaged = packaged_framework()
        versions = (
            replace(version, cycle_ends=tuple(end for end in version.cycle_ends if end.wording in wordings))
            for version in packaged.versions
        )
        return replace(packaged, versions=tuple(versions))

    def test_sources_that_agree_leave_nothing_unsure(self) -> None:
        framework = self.framework("by 2027/28")
        held = snapshot(register([ONE], **WHOLE), AS_AT)
        first = only(due_activities(held, framework, FAR), ONE, Kind.FIRST_FULL)
        assert (first.window.not_after, first.uncertain) == (DAY("2028-08-31"), ())
        assert default_until(held, framework) == DAY("2028-08-31")

    def test_without_a_sure_source_no_last_day_is_told(self) -> None:
        packaged = packaged_framework()
        unsure = tuple(replace(end, confidence=Confidence.LOW) for end in packaged.versions[-1].cycle_ends)
        framework = replace(packaged, versions=(replace(packaged.versions[-1], cycle_ends=unsure),))
        held = snapshot(register([ONE], **WHOLE), AS_AT)
        first = only(due_activities(held, framework, FAR), ONE, Kind.FIRST_FULL)
        assert (first.window.not_after, first.source) == (None, "")
        assert first.rule == "every local area has a full inspection in the cycle"
        assert first.uncertain == ("No sure source states an end of the cycle from 2025-06-06 on.",)
        assert default_until(held, framework) == DAY("2029-12-31")
