"""A stated length against its list, in every way that a length is stated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import snapshot as frozen
from tests.unit.check.numbers.building import Writer, found_by, right_by

from areasend.check.numbers.consistency.lists import list_lengths
from areasend.check.numbers.documents.model import Role
from areasend.check.numbers.results.model import Kind, Severity
from areasend.framework import packaged_framework
from areasend.register import packaged_register

REGIONS = [region.name for region in packaged_framework().ofsted_regions]
THEMES = [theme.name for theme in packaged_framework().themes]
WORDINGS = [outcome.wording for outcome in packaged_framework().versions[0].outcomes]
AREAS = [area.plain_name for area in packaged_register().local_areas]

SURE = [
    "There are {n} reasons for this:",
    "There are {n} possible results, leading to different action:",
    "We looked at the following {n} questions:",
    "The {n} reasons are:",
    "The {n} reasons given most often are as follows:",
    "We found {n} broad reasons in reports. The reasons we have identified are:",
    "Reports name {n} reasons. They are:",
    "Reports name {n} reasons. These are:",
]


@pytest.mark.parametrize("lead", SURE)
def test_a_right_length_supports_its_number(lead: str) -> None:
    written = Writer().text(lead.format(n=3)).items("money", "time", "people")
    assert found_by(list_lengths, written) == []
    assert right_by(list_lengths, written) == ["3"]


@pytest.mark.parametrize("lead", SURE)
@pytest.mark.parametrize("stated", [2, 4, 30])
def test_a_wrong_length_is_an_error(lead: str, stated: int) -> None:
    written = Writer().text(lead.format(n=stated)).items("money", "time", "people")
    (found,) = found_by(list_lengths, written)
    assert (found.kind, found.severity) == (Kind.LIST_LENGTH, Severity.ERROR)
    assert (found.expected, found.found, found.where.line) == (str(stated), "3", 1)
    assert found.numbers != ()
    assert "the list that follows has 3 (a.txt, line 2)" in found.message


@pytest.mark.parametrize(
    "lead",
    [
        "In 2 of the 5 schools, we found the following:",
        "We asked 12 schools. They told us:",
        "Of the 6 schools that we visited, some:",
        "There are 6 schools in which we found:",
        "There are 6 schools where pupils said the following things to us:",
        "There are more than 6 reasons, including:",
        "There are over 6 reasons for this:",
        "The 6 schools said the reasons were:",
        "We visited 20 schools:",
        "We spent £6 on:",
        "It rose by 6%:",
        "There are 6 reasons for this.",
        "There are 1 reasons:",
        "There are 6 of:",
        "In 2024 there are reasons:",
        "There are 6 reasons. Some say that the reasons were plain. Reasons vary, and include:",
    ],
)
def test_a_number_that_states_no_length_is_left_alone(lead: str) -> None:
    written = Writer().text(lead).items("money", "time", "people")
    assert found_by(list_lengths, written) == []
    assert right_by(list_lengths, written) == []


def test_a_noun_before_the_colon_may_state_a_length() -> None:
    near = Writer().text("We visited 4 schools:").items("Ashby", "Barrow", "Corby")
    (found,) = found_by(list_lengths, near)
    assert found.severity is Severity.QUERY
    assert right_by(list_lengths, Writer().text("We visited 3 schools:").items("Ashby", "Barrow", "Corby")) == ["3"]


def test_the_sentence_before_may_stand_in_a_passage_of_its_own() -> None:
    written = Writer().text("Then came spring. We found 8 themes in them.").text("The themes are:").items("a", "b")
    (found,) = found_by(list_lengths, written)
    assert found.where.line == 1
    assert found_by(list_lengths, Writer().heading("About 8 themes").text("The themes are:").items("a", "b")) == []
    assert found_by(list_lengths, Writer().text("We found 8 things.").text("The themes are:").items("a", "b")) == []


def test_a_far_number_in_a_long_lead_is_not_looked_at() -> None:
    long = "There are 8 reasons. " + "We say more of it. " * 60
    assert found_by(list_lengths, Writer().text(long + "The reasons are:").items("a", "b")) == []
    assert found_by(list_lengths, Writer().text(long).text("The reasons are:").items("a", "b")) == []


def test_items_of_items_count_or_not() -> None:
    written = Writer().text("There are 2 reasons:").items("money", "  for staff", "  for rooms", "time")
    assert right_by(list_lengths, written) == ["2"]
    written = Writer().text("There are 4 reasons:").items("money", "  for staff", "  for rooms", "time")
    assert right_by(list_lengths, written) == ["4"]


def test_a_list_that_a_page_break_parts_is_one() -> None:
    written = Writer().text("There are 5 reasons:").items("a", "b", "c").items("d", "e")
    assert right_by(list_lengths, written) == ["5"]
    assert found_by(list_lengths, Writer().items("a", "b")) == []


def test_the_framework_says_which_outcome_or_theme_is_missing() -> None:
    (found,) = found_by(list_lengths, Writer().text("There are 3 possible outcomes:").items(*WORDINGS[1:]))
    assert "Missing: Typically positive experiences and outcomes." in found.message
    (found,) = found_by(list_lengths, Writer().text("We found 8 themes. The themes are:").items(*THEMES[:-1]))
    assert THEMES[-1] in found.message


def test_a_list_of_areas_under_regions() -> None:
    def written(stated: int) -> Writer:
        return (
            Writer()
            .heading(f"List of {stated} local areas inspected", 2)
            .heading("of all kinds", 1)
            .heading("London", 2)
            .items("Barnet", "Bexley")
            .heading("South East", 3)
            .items("Surrey")
            .heading("List of the 2 local areas visited", 1)
            .heading("For one thing:", 4)
            .items("Leeds")
            .heading("For another:", 4)
            .items("Wigan")
            .text("And that is all that there is to be said of them.")
            .items("no area")
        )

    assert right_by(list_lengths, written(3)) == ["3", "2"]
    (found,) = found_by(list_lengths, written(4))
    assert (found.expected, found.found) == ("4", "3")


def _captioned() -> Writer:
    return Writer().heading("List of 2 areas", 2).items("a", "b").text("Figure 1: c", Role.CAPTION).items("e")


def test_the_end_of_a_titled_list() -> None:
    def counts(written: Writer) -> list[str]:
        return right_by(list_lengths, written)

    assert counts(Writer().heading("List of 2 areas", 2).items("a", "b").heading("Contacts", 2).items("c")) == ["2"]
    assert counts(Writer().heading("List of 3 areas", 2).items("a", "b").heading("More", 3).items("c")) == ["3"]
    assert counts(Writer().heading("List of 2 areas", 2).items("a", "b").heading("More", 3).items("c")) == ["2"]
    assert counts(Writer().heading("List of 2 areas", 2).items("a", "b").table(["c"], ["d"]).items("e")) == ["2"]
    assert counts(_captioned()) == ["2"]
    higher = Writer().heading("List of 2 areas", 3).heading("A", 4).items("a").heading("B", 4).items("b")
    assert counts(higher.heading("Other lists", 2).items("c")) == ["2"]
    far = Writer().heading("List of 2 areas", 2).text("a").text("b").text("c").text("d").text("e").items("x", "y")
    assert counts(far) == []
    assert found_by(list_lengths, Writer().heading("List of 2 areas", 2)) == []
    assert found_by(list_lengths, Writer().heading("Visits to 4 areas", 2).items("a", "b")) == []


@given(st.lists(st.sampled_from(AREAS), min_size=3, max_size=30, unique=True), st.data())
def test_a_dropped_item_is_found_and_a_whole_list_is_silent(areas: list[str], data: st.DataObject) -> None:
    title = f"List of {len(areas)} local areas"
    assert found_by(list_lengths, Writer().heading(title).items(*areas)) == []
    gone = data.draw(st.integers(0, len(areas) - 1))
    left = [area for place, area in enumerate(areas) if place != gone]
    assert [found.kind for found in found_by(list_lengths, Writer().heading(title).items(*left))] == [Kind.LIST_LENGTH]


def test_records_say_which_area_is_missing() -> None:
    snapshot = frozen(packaged_register())
    visited = [entry.local_area for entry in snapshot.thematic_visits]
    written = Writer().heading(f"List of the {len(visited)} local areas visited").items(*visited[1:])
    (found,) = found_by(list_lengths, written, snapshot=snapshot)
    assert f"Not listed, by the records: {visited[0]}." in found.message
    more = Writer().heading(f"List of the {len(visited)} local areas visited").items(*visited, "Barnet")
    (found,) = found_by(list_lengths, more, snapshot=snapshot)
    assert "Not in the records: Barnet." in found.message


def test_a_table_of_a_complete_set() -> None:
    rows = [[region, "1"] for region in REGIONS]
    title = "Table 1: Inspections across the 8 regions"
    written = Writer().table(["Region", "Inspections"], *rows, ["Total", "8"], ["England", "8"], caption=title)
    assert right_by(list_lengths, written) == ["8"]
    (found,) = found_by(list_lengths, Writer().table(["Region", "Inspections"], *rows[1:], caption=title))
    assert (found.expected, found.found) == ("8", "7")
    assert f"Missing: {REGIONS[0]}." in found.message


def test_a_table_of_some_of_a_set_is_left_alone() -> None:
    rows = [[region, "1"] for region in REGIONS]
    assert found_by(list_lengths, Writer().text("Of the 8 regions some:").table(["a", "b"], *rows[:3])) == []
    assert found_by(list_lengths, Writer().text("In 7 regions:").table(["a", "b"], *rows)) == []
    assert found_by(list_lengths, Writer().text("In 8 areas:").table(["a", "b"], *rows[1:])) == []
    assert found_by(list_lengths, Writer().text("In 8 regions:").table(["a", "b"], ["Barnet", "1"])) == []
    assert found_by(list_lengths, Writer().text("In 8 regions:").table(["a", "b"])) == []
    assert found_by(list_lengths, Writer().text("In 8 regions.").heading("b").table(["a", "b"], *rows[1:])) == []


def test_each_of_the_rows_is_counted() -> None:
    written = (
        Writer()
        .text("The table shows each of the 2 kinds.")
        .text("Menu", Role.FURNITURE)
        .table(["Kind", "n"], ["a", "5"], ["b", "6"])
    )
    assert right_by(list_lengths, written) == ["2"]
