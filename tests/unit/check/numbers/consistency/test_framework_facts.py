"""What documents say of the framework, against its data and each other."""

import pytest
from tests.unit.check.numbers.building import Writer, found_by

from areasend.check.numbers.consistency.framework_facts import framework_facts
from areasend.check.numbers.results.model import Kind, Severity

BY_SPLIT = "We mean to inspect all local areas by 2027/28."
IN_YEAR = "All 153 local area partnerships: their first cycle ends in 2027."


def test_the_end_of_the_cycle_said_in_two_ways() -> None:
    one, other = Writer(file="a.txt").text(BY_SPLIT), Writer(file="b.txt").text(IN_YEAR).text(IN_YEAR)
    (found,) = found_by(framework_facts, one, other)
    assert (found.kind, found.severity, found.where.file) == (Kind.DATE, Severity.QUERY, "b.txt")
    assert "a.txt, line 1" in found.message
    assert len(found_by(framework_facts, Writer().text(IN_YEAR).text(BY_SPLIT).text(IN_YEAR))) == 1


def test_an_end_of_the_cycle_that_no_source_has() -> None:
    assert found_by(framework_facts, Writer().text(BY_SPLIT)) == []
    assert found_by(framework_facts, Writer().text(IN_YEAR)) == []
    (found,) = found_by(framework_facts, Writer().text("We mean to inspect every local area by 2031."))
    assert found.expected == "by 2027/28"
    assert "Main findings, 26 June 2025" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "In January 2023, we launched a new framework for inspecting local area partnerships.",
        "Since we introduced the area SEND framework in January, we inspected 54 local areas.",
        "In 2016, the previous framework for local area inspections was introduced.",
        "In September 2019, a framework for schools was introduced.",
        "By all accounts in May 2022 a framework for SEND began.",
        "In May 2022 and June 2022 a framework for SEND began.",
        "In May 2022 the framework for SEND was liked.",
        "In May 2022 SEND began.",
        "Since January 2023, when the framework began, 54 local areas were inspected.",
        "This holds for all area SEND inspections completed during 2024.",
        "We had inspected all local areas by 2019, as was said of 2018.".replace("inspected", "visited"),
        "All local areas are to be inspected, by and large.",
        "All local areas were inspected by 2021 under the previous framework.",
        "We began to inspect all local areas by 2019 at the latest, since 2016.",
        "Inspections look at all children with SEND aged 0 to 25.",
        "All children with SEND aged 0 to 5 are counted.",
        "All children with SEND aged 16 to 25 are counted.",
        "Pupils aged 0 to 24 were asked.",
        "There were 576,000 children aged up to 25 with an EHC plan.",
        "The next full inspection will be within approximately 3 years.",
        "The next full inspection of 5 schools will be within 5 years and not after three years.",
        "A monitoring inspection follows usually after 18 months.",
        "Within 2 years much was done.",
        "After a monitoring inspection the next full inspection comes within 7 years.",
        "Local area inspections are joint ones under section 20(1)(a) of the Children Act 2004.",
        "A monitoring inspection of a local area is under section 20 (2) of the Children Act 2004.",
        "Local area inspections heed section 8 of the Equality Act 2010.",
        "Local area plans are made under section 9 of the Children Act 1989.",
        "Inspections of homes are made under section 9 of the Children Act 1989.",
    ],
)
def test_what_is_right_or_about_something_else_is_silent(text: str) -> None:
    assert found_by(framework_facts, Writer().text(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In March 2022, we launched a framework for inspecting local areas.", "1 January 2023"),
        ("Since March 2024, when the SEND framework began, much was done.", "1 January 2023"),
        ("Inspections look at all children with SEND aged 0 to 24.", "0 to 25"),
        ("There were 576,000 children aged up to 24 with an EHC plan.", "0 to 25"),
        ("The next full inspection will be within approximately two years.", "5 years or 3 years"),
        ("A monitoring inspection follows after 12 months.", "18 months"),
        (
            "Local area inspections are joint ones under section 20(1)(b) of the Children Act 2004.",
            "Children Act 2004, section 20(1)(a)",
        ),
        (
            "Local area inspections are joint ones under section 20(1)(a) of the Children Act 2014.",
            "Children Act 2004, section 20(1)(a)",
        ),
    ],
)
def test_what_the_frameworks_data_have_otherwise_is_a_query(text: str, expected: str) -> None:
    (found,) = found_by(framework_facts, Writer().text(text))
    assert (found.severity, found.expected) == (Severity.QUERY, expected)
