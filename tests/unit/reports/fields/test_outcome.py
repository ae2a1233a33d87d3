"""The box with the outcome: the wording, the intervals and the plans, as printed and as they may be printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import INCONSISTENT, POSITIVE, WIDESPREAD
from tests.unit.reports.fields.paper import telling

from areasend.framework import packaged_framework
from areasend.reports.fields.found import Found
from areasend.reports.fields.outcome import read_outcome

WORDINGS = {(item.key, item.wording) for version in packaged_framework().versions for item in version.outcomes}
NEXT = "The next full area SEND inspection will be within approximately 3 years."
MONITORING = "A monitoring inspection will be carried out within approximately 18 months."
STRATEGIC = "Ofsted and CQC ask that the local area partnership updates and publishes its strategic plan."
PRIORITY = "HMCI requires the local area partnership to prepare and submit a priority action plan (area SEND)."
NUMBERS = {
    "one": 1,
    "three": 3,
    "five": 5,
    "twelve": 12,
    "thirteen": 13,
    "eighteen": 18,
    "twenty-one": 21,
    "twenty-four": 24,
}


def read(*lines: str) -> Found:
    found = Found()
    read_outcome(telling(*lines) if lines else telling(), packaged_framework(), found)
    return found


def values(found: Found) -> dict[str, str]:
    return {value.field: value.value for value in found.values}


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of so many words."""
    words = text.split()
    return [" ".join(words[at : at + width]) for at in range(0, len(words), width)]


@pytest.mark.parametrize(("key", "wording"), sorted(WORDINGS))
@pytest.mark.parametrize("width", [3, 9, 200])
def test_every_wording_of_the_framework(key: str, wording: str, width: int) -> None:
    found = read(*wrapped(f"{wording} {NEXT} {STRATEGIC}", width))
    assert values(found) == {
        "outcome": key,
        "next_full_inspection": "3 years",
        "strategic_plan_update_requested": "yes",
        "priority_action_plan_required": "no",
    }
    assert found.problems == []


def test_the_three_outcomes_have_a_wording_each() -> None:
    assert {key for key, _ in WORDINGS} == {POSITIVE, INCONSISTENT, WIDESPREAD}


def wording_of(key: str) -> str:
    return next(wording for found, wording in sorted(WORDINGS) if found == key)


def test_what_follows_the_third_outcome() -> None:
    found = read(wording_of(WIDESPREAD), MONITORING, NEXT, PRIORITY)
    assert values(found) == {
        "outcome": WIDESPREAD,
        "next_full_inspection": "3 years",
        "monitoring_inspection": "18 months",
        "strategic_plan_update_requested": "no",
        "priority_action_plan_required": "yes",
    }
    assert found.problems == []


def test_each_value_stands_on_its_own_sentence() -> None:
    found = read(wording_of(POSITIVE), NEXT, STRATEGIC)
    words = {value.field: " ".join(place.words for place in value.places) for value in found.values}
    assert words == {
        "outcome": wording_of(POSITIVE),
        "next_full_inspection": NEXT,
        "strategic_plan_update_requested": STRATEGIC,
        "priority_action_plan_required": "",
    }


@pytest.mark.parametrize(
    "variant",
    [
        ("SEND", "special educational needs and/or disabilities (SEND)"),
        ("SEND", "special educational needs and disabilities (SEND)"),
        ("’", "'"),
        ("SEND arrangements", "arrangements"),
        ("lead to", "LEAD TO"),
    ],
)
@pytest.mark.parametrize(("key", "wording"), sorted(WORDINGS))
def test_known_variants_of_the_wording(key: str, wording: str, variant: tuple[str, str]) -> None:
    found = read(wording.replace(*variant), NEXT)
    assert values(found)["outcome"] == key
    assert found.problems == []


def test_a_wording_that_no_version_has_is_read_and_told() -> None:
    changed = wording_of(INCONSISTENT).replace("must work jointly", "should think")
    found = read(changed, NEXT)
    assert values(found)["outcome"] == INCONSISTENT
    assert [(problem.field, problem.page) for problem in found.problems] == [("outcome", 1)]


@pytest.mark.parametrize(
    "said",
    ["The local area partnership has been inspected.", f"{wording_of(POSITIVE)} {wording_of(WIDESPREAD)}"],
)
def test_none_or_two_outcomes_are_none(said: str) -> None:
    found = read(said, NEXT)
    assert values(found)["outcome"] == "[x]"
    (problem,) = found.problems
    assert (problem.field, problem.expected) == ("outcome", "the wording of exactly one outcome")


@pytest.mark.parametrize("lines", [[], ["— •"]])
def test_an_empty_box_leaves_all_open(lines: list[str]) -> None:
    found = read(*lines)
    fields = ["outcome", "next_full_inspection", "strategic_plan_update_requested", "priority_action_plan_required"]
    assert values(found) == dict.fromkeys(fields, "[x]")
    assert [problem.field for problem in found.problems] == fields


def test_a_box_without_the_next_inspection() -> None:
    found = read(wording_of(POSITIVE), STRATEGIC)
    assert values(found)["next_full_inspection"] == "[x]"
    assert [problem.field for problem in found.problems] == ["next_full_inspection"]
    assert "monitoring_inspection" not in values(found)


@given(
    st.one_of(st.integers(1, 120).map(lambda n: (str(n), n)), st.sampled_from(sorted(NUMBERS.items()))),
    st.sampled_from(["year", "years", "months"]),
    st.sampled_from(
        ["will be within", "will usually be within", "will be carried out in", "is expected to take place within"]
    ),
    st.sampled_from(["", "approximately ", "around ", "about "]),
    st.sampled_from(
        [
            "full inspection",
            "full area SEND inspection",
            "full Area SEND re-inspection",
            "full local area SEND inspection",
        ]
    ),
)
def test_intervals_in_figures_and_words(
    number: tuple[str, int], unit: str, within: str, hedge: str, inspection: str
) -> None:
    found = read(wording_of(POSITIVE), f"The next {inspection} {within} {hedge}{number[0]} {unit}.")
    assert values(found)["next_full_inspection"] == f"{number[1]} {unit}"


@pytest.mark.parametrize(
    "sentence",
    [
        MONITORING,
        "A monitoring inspection will usually be carried out approximately eighteen months after publication.",
        "The monitoring inspection is expected to take place within 18 months.",
    ],
)
def test_a_monitoring_inspection(sentence: str) -> None:
    assert values(read(wording_of(WIDESPREAD), sentence, NEXT))["monitoring_inspection"] == "18 months"


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        (STRATEGIC, "strategic_plan_update_requested"),
        (
            "Ofsted and CQC request the local area partnership to update and publish their strategic plan.",
            "strategic_plan_update_requested",
        ),
        (PRIORITY, "priority_action_plan_required"),
        (
            "HMCI requires that the local area partnership prepares and submits a priority action plan.",
            "priority_action_plan_required",
        ),
    ],
)
def test_each_plan_in_its_forms(sentence: str, field: str) -> None:
    found = values(read(wording_of(INCONSISTENT), NEXT, sentence))
    plans = {"strategic_plan_update_requested": "no", "priority_action_plan_required": "no"} | {field: "yes"}
    assert {name: found[name] for name in plans} == plans


def test_a_box_that_says_nothing_of_what_follows() -> None:
    first, second = wording_of(INCONSISTENT).split(". ")
    found = read(f"{first}.", second)
    assert values(found)["outcome"] == INCONSISTENT
    assert [place.words for value in found.values for place in value.places if value.field == "outcome"] == [
        f"{first}.",
        second,
    ]
    assert [problem.field for problem in found.problems] == ["next_full_inspection"]


def test_a_box_that_begins_with_what_follows() -> None:
    """Where no sentence stands before what follows, the outcome stands on the whole box."""
    found = read(NEXT, wording_of(POSITIVE))
    outcome = next(value for value in found.values if value.field == "outcome")
    assert [place.words for place in outcome.places] == [NEXT, wording_of(POSITIVE)]
    assert [problem.field for problem in found.problems] == ["outcome"]
