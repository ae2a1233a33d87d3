"""Variants of standard names, and what is none: other names, shortenings, names with more besides."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.check.numbers.building import Writer, found_by, numbers_only

from areasend.check.numbers.consistency.names import names
from areasend.check.numbers.documents.model import Mark, MarkKind, Role
from areasend.check.numbers.results.model import Kind, Severity
from areasend.framework import packaged_framework
from areasend.register import packaged_register

FRAMEWORK = packaged_framework()
STANDARD = [
    *(theme.name for theme in FRAMEWORK.themes),
    *(region.name for region in (*FRAMEWORK.ofsted_regions, *FRAMEWORK.ons_regions)),
    *(name for outcome in FRAMEWORK.versions[0].outcomes for name in (outcome.label, outcome.short_label)),
    *(plan.name for plan in FRAMEWORK.versions[0].plans),
]

VARIANTS = {
    "Yorkshire and Humber": "Yorkshire and the Humber",
    "The Yorkshire or the Humber": "Yorkshire and the Humber",
    "North East, Yorkshire and Humber": "North East, Yorkshire and the Humber",
    "Timeliness and quality of EHC plans": "Timeliness and/or quality of EHC plans",
    "Transitions to the next stage of education, training or employment": (
        "Moving to the next stage of education, training or employment"
    ),
    "Strategic governance and oversite": "Strategic governance and oversight",
    "Widespread or systemic failings": "Widespread and/or systemic failings",
    "Systemic and/or widespread failings": "Widespread and/or systemic failings",
}


@pytest.mark.parametrize(("variant", "standard"), VARIANTS.items())
def test_a_variant_is_a_query(variant: str, standard: str) -> None:
    for written in (
        Writer().heading(variant),
        Writer().items("money", variant),
        Writer().table(["Name", "n"], [variant, "5"]),
        Writer().table(["Name", variant], ["x", "5"]),
    ):
        (found,) = found_by(names, written)
        assert (found.kind, found.severity, found.expected) == (Kind.NAME, Severity.QUERY, standard)


def test_a_name_in_a_row_that_is_quoted_is_as_its_source_has_it() -> None:
    written = Writer().table(["Measure", "Value", "Where"], ["Plans", "10%", "Timeliness and quality of EHC plans"])
    made = numbers_only(written)
    assert len(list(names(made))) == 1
    assert list(names(replace(made, quoted=frozenset({0})))) == []
    # The header's name is the publication's own.
    headed = numbers_only(Writer().table(["Theme", "Timeliness and quality of EHC plans"], ["x", "5"]))
    assert len(list(names(replace(headed, quoted=frozenset({0}))))) == 1


def test_a_heading_that_markup_says_is_quoted_is_as_its_source_has_it() -> None:
    written, variant = Writer(), "Yorkshire and Humber"
    quoted = (Mark(MarkKind.QUOTED, 0, len(variant), "first-two-years"),)
    written.blocks.append(written.passage(variant, Role.HEADING, 2, quoted))
    assert found_by(names, written) == []
    assert len(found_by(names, Writer().heading(variant))) == 1


@pytest.mark.parametrize(
    "name",
    [
        *STANDARD,
        "The East Midlands",
        "EAST MIDLANDS",
        "Strategic governance",
        "Waiting times",
        "East Midlands, inspections",
        "Typically positive experiences and outcomes (14)",
        "Long waiting times for health services",
        "North East Lincolnshire",
        "South Gloucestershire",
        "Outcomes",
        "Outcomes by region",
        "Inspection outcomes",
        "Quality of teaching",
        "Introduction and summary",
        "Young people in employment and training",
        "–",
    ],
)
def test_a_standard_name_a_piece_of_it_or_another_name_is_silent(name: str) -> None:
    written = Writer().heading(name).items(name).table([name, "n"], [name, "5"]).text(f"So it is with {name} today.")
    assert found_by(names, written) == []


def test_every_local_area_is_silent() -> None:
    areas = [area.name for area in packaged_register().local_areas]
    assert found_by(names, Writer().items(*areas)) == []


def test_a_run_of_words_in_a_sentence() -> None:
    written = (
        Writer().text("They had to submit a priority area SEND action plan.").text("No priority area SEND action plan.")
    )
    (found,) = found_by(names, written)
    assert (found.expected, found.found) == ("priority action plan (area SEND)", "priority area SEND action plan")
    assert found.message.endswith("Also: a.txt, line 2.")
    (found,) = found_by(names, Writer().text("In Yorkshire and Humber it rained."))
    assert found.expected == "Yorkshire and the Humber"


@pytest.mark.parametrize(
    "text",
    [
        "In the North East, Yorkshire and the Humber, the North West and the South East.",
        "Typically positive experiences and outcomes | Inconsistent experiences and outcomes | Total",
        "Typically positive experiences and outcomes; inconsistent experiences and outcomes",
        "Yorkshire. And Humber.",
        "‘Timeliness and quality of EHC plans’ was quoted",
        "Humber and Yorkshire",
    ],
)
def test_a_run_across_a_break_or_inside_a_quotation_is_none(text: str) -> None:
    assert found_by(names, Writer().text(text)) == []


def test_names_of_the_documents_own_that_vary() -> None:
    written = (
        Writer()
        .heading("Leadership, management and staffing of homes")
        .items("leadership, management or staffing of homes", "leadership, management and staffing of the homes")
        .table(["Theme", "n"], ["Leadership, management and staffing of homes", "5"])
    )
    first, second = found_by(names, written)
    assert first.found == "leadership, management or staffing of homes"
    assert first.expected == "Leadership, management and staffing of homes"
    assert "elsewhere the document has" in first.message
    assert second.found == "leadership, management and staffing of the homes"


def test_short_names_and_other_names_of_the_document_are_silent() -> None:
    assert found_by(names, Writer().heading("Boys and girls").items("boys or girls", "pupils")) == []
    assert found_by(names, Writer().heading("Schools inspected in 2023").items("Schools inspected in 2024")) == []


@given(st.lists(st.sampled_from(STANDARD), max_size=12))
def test_standard_names_in_any_order_are_silent(found: list[str]) -> None:
    written = Writer().text("; ".join(found) + ".")
    for name in found:
        written.heading(name)
    assert found_by(names, written) == []
