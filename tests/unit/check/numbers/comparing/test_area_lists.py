"""Lists of the areas inspected or visited: what is missing and what is too much; others are left alone."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import area, inspection, other_name, register, snapshot
from tests.unit.check.numbers.building import Writer
from tests.unit.check.numbers.comparing.held import by_records, checked, gathered, of_the_field, only, records

from areasend.check.numbers.comparing.area_lists import area_lists_against_records
from areasend.check.numbers.results.model import Kind, Severity

NAMES = {str(entry.gss_code): entry.plain_name for entry in records().local_areas}
INSPECTED = sorted({NAMES[str(entry.gss_code)] for entry in records().dated_inspections})
# Six local areas were visited on each topic, as the publication on the first two years lists them.
ON_PROVISION = ("Barking and Dagenham", "Bracknell Forest", "Dudley", "Hampshire", "Leeds", "Lincolnshire")
HEADING = "List of local areas inspected"


def listed(items, heading=HEADING, title="Area SEND inspections"):
    return of_the_field(Writer().heading(heading).items(*items), title=title)


def test_the_list_of_all_54_is_right():
    assert len(INSPECTED) == 54
    assert by_records(listed(INSPECTED)).findings == ()


def test_an_area_that_is_missing_is_named_at_the_heading():
    finding = only(by_records(listed([name for name in INSPECTED if name != "Hounslow"])))
    assert (finding.kind, finding.severity, finding.where.line) == (Kind.LIST_ITEM, Severity.ERROR, 1)
    assert "Hounslow" in finding.expected
    assert finding.found == "53 areas"


def test_an_area_too_many_is_named_at_its_item():
    finding = only(by_records(listed([*INSPECTED, "Wigan"])))
    assert (finding.kind, finding.quote, finding.where.line) == (Kind.LIST_ITEM, "Wigan", 56)


def test_one_taken_for_another_is_both():
    findings = by_records(listed(["Wigan" if name == "Hounslow" else name for name in INSPECTED])).findings
    assert [finding.quote for finding in findings] == [HEADING, "Wigan"]


def test_sub_headings_are_taken_together():
    writer = Writer().heading(HEADING, 2).heading("A to M", 3).items(*INSPECTED[:30])
    writer.heading("N to Z", 3).items(*INSPECTED[30:-1])
    finding = only(by_records(of_the_field(writer)))
    assert INSPECTED[-1] in finding.expected


@pytest.mark.parametrize(
    "heading",
    ["List of local areas not inspected", "List of schools", "Local areas inspected", "List of areas visited on music"],
)
def test_lists_under_other_headings_are_left_alone(heading):
    assert by_records(listed(INSPECTED[:-1], heading)).findings == ()


def test_lists_that_hold_something_else_are_left_alone():
    assert by_records(listed([*INSPECTED[:-1], "Narnia"])).findings == ()
    assert by_records(listed(INSPECTED[:20])).findings == ()
    assert by_records(listed(INSPECTED[:2])).findings == ()
    schools = listed(INSPECTED[:-1], title="Inspections of fostering")
    assert by_records(schools).findings == ()
    assert by_records(of_the_field(Writer().heading(HEADING).paragraph("See the annex."))).findings == ()


def test_the_period_of_the_heading_or_the_title_counts():
    in_2024 = sorted(
        {
            NAMES[str(entry.gss_code)]
            for entry in records().dated_inspections
            if entry.inspection_end is not None and entry.inspection_end.year == 2024
        }
    )
    assert len(in_2024) == 28
    heading = "List of local areas inspected in 2024"
    assert by_records(listed(in_2024, heading)).findings == ()
    assert in_2024[3] in only(by_records(listed(in_2024[:3] + in_2024[4:], heading))).expected
    assert by_records(listed(in_2024, title="Area SEND inspections in 2024")).findings == ()
    since = "List of local areas inspected since January 2023"
    assert len(by_records(listed(INSPECTED[1:], since)).findings) == 1
    for unknown in ("in 2025", "by 31 March 2025", "on 31 June 2024"):
        assert by_records(listed(in_2024[1:], f"List of local areas inspected {unknown}")).findings == ()


def test_visits_are_listed_by_their_topic():
    heading = "Thematic visits on alternative provision:"
    assert by_records(listed(ON_PROVISION, heading)).findings == ()
    assert "Leeds" in only(by_records(listed([n for n in ON_PROVISION if n != "Leeds"], heading))).message
    assert only(by_records(listed([*ON_PROVISION, "Wigan"], heading))).quote == "Wigan"


def test_short_names_count_and_a_name_that_two_areas_share_is_nobodys():
    areas = [area(number, name=f"Area {number}") for number in range(1, 5)]
    names = [other_name(areas[0], "Short"), other_name(areas[1], "Both"), other_name(areas[2], "Both")]
    made = register(areas, [inspection(of) for of in areas], names=names)
    held = gathered(listed(["Short", "Area 2", "Area 3"]), snapshot=snapshot(made))
    (finding,) = area_lists_against_records(replace(held, register=made))
    assert finding.expected == "4 areas, with Area 4"
    shared = gathered(listed(["Short", "Both", "Area 3"]), snapshot=snapshot(made))
    assert list(area_lists_against_records(replace(shared, register=made))) == []


@pytest.mark.parametrize(
    ("as_at", "published_by"), [(date(2025, 3, 31), None), (date(2024, 12, 31), date(2025, 6, 26))]
)
def test_records_that_are_not_whole_say_nothing_of_lists(as_at, published_by):
    frozen = replace(records(), as_at=as_at, published_by=published_by)
    assert checked(listed(INSPECTED[1:]), snapshot=frozen).findings == ()
    assert checked(listed(INSPECTED[1:])).findings == ()
