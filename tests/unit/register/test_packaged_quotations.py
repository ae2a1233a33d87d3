"""Thematic visits, survey returns and context figures stand in the publications as the register quotes them."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from areasend.register import Bound, Respondent, Unit, packaged_register

SHARED = Path(__file__).parents[4] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not on this machine")
REGISTER = packaged_register()
CONTEXT = pytest.mark.parametrize("entry", REGISTER.context_figures, ids=lambda entry: entry.id)


def text_of(document):
    return (SHARED / "publications" / f"{document}.txt").read_text(encoding="utf-8")


def in_one_line(text):
    """Without the marks of footnotes."""
    return re.sub(r"\s+", " ", re.sub(r"<sup>.*?</sup>", "", text))


def section(document, heading):
    """From a heading, with or without Markdown, to the next; in the statistics, headings are plain lines."""
    ends = r"^#|^Inspections between 1 January 2024"
    rest = re.split(rf"^[#* ]*{re.escape(heading)}\**$", text_of(document), maxsplit=1, flags=re.MULTILINE)[1]
    return in_one_line(re.split(ends, rest, maxsplit=1, flags=re.MULTILINE)[0])


@pytest.mark.parametrize(
    ("year", "theme", "heading"),
    [
        (2023, "alternative provision", "Thematic visits on alternative provision:"),
        (2024, "preparation for adulthood", "Thematic visits on preparation for adulthood:"),
    ],
)
def test_thematic_visits_are_those_of_the_list(year, theme, heading):
    block = text_of("first-two-years").partition(f"#### {heading}")[2].lstrip().partition("\n\n")[0]
    listed = [line.removeprefix("- ") for line in block.splitlines()]
    visits = [visit for visit in REGISTER.thematic_visits if visit.year == year]
    assert sorted(visit.local_area for visit in visits) == sorted(listed)
    assert {visit.theme for visit in visits} == {theme}


def test_there_are_as_many_thematic_visits_as_the_list_says():
    assert "**List of the 12 local areas visited" in text_of("first-two-years")
    assert len(REGISTER.thematic_visits) == 12


def test_the_years_of_the_thematic_visits_are_those_of_the_text():
    assert re.search(
        r"The first set of visits, in 2023, focused on \[alternative provision\].* and the second set, in 2024, "
        r"looked at \[preparation for adulthood\]",
        in_one_line(text_of("first-two-years")),
    )


@pytest.mark.parametrize(
    ("respondent", "words", "bound"),
    [
        (Respondent.ALL, "with over 67,000 responses received in the first 2 years", Bound.LOWER),
        (Respondent.CHILDREN_AND_YOUNG_PEOPLE, "over 6,000 responses were from children and young people", Bound.LOWER),
        (Respondent.PARENTS_AND_CARERS, "more than 43,000 were from parents and carers", Bound.LOWER),
        (Respondent.PRACTITIONERS, "We received a further 17,000 from practitioners", Bound.AS_STATED),
    ],
)
def test_survey_returns_are_those_of_the_text(respondent, words, bound):
    (entry,) = (entry for entry in REGISTER.survey_returns if entry.respondent is respondent)
    assert words in section("first-two-years", entry.place)
    assert f"{entry.qualifier} {entry.responses:,} " in words + " "
    assert entry.bound is bound


def test_there_are_four_survey_returns():
    assert len(REGISTER.survey_returns) == 4


def test_there_are_14_context_figures():
    assert len(REGISTER.context_figures) == 14


@CONTEXT
def test_a_context_figure_is_printed_at_its_place(entry):
    assert entry.as_printed.casefold() in section(entry.document, entry.place).casefold()


@CONTEXT
def test_a_context_figure_is_its_qualifier_and_its_number(entry):
    shown = re.search(r"[\d,.]+\d|\d", entry.as_printed)
    factor = 1_000_000 if "million" in entry.as_printed else 1
    assert entry.value == Decimal(shown.group().replace(",", "")) * factor
    assert entry.as_printed[: shown.start()].strip() == entry.qualifier


@CONTEXT
def test_a_context_figure_is_in_per_cent_where_it_is_printed_so(entry):
    assert (entry.unit is Unit.PERCENT) == entry.as_printed.endswith("%")


@CONTEXT
def test_the_period_of_a_context_figure_is_in_the_words_of_the_publication(entry):
    assert entry.period.casefold() in in_one_line(text_of(entry.document)).casefold()


@pytest.mark.parametrize("entry", REGISTER.documents, ids=lambda entry: entry.id)
def test_a_document_has_its_title_and_its_day_of_publication(entry):
    text = in_one_line(text_of(entry.id))
    assert entry.title in text
    assert f"Published {entry.published.day} {entry.published:%B %Y}" in text
