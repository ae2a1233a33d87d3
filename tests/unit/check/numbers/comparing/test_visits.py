"""The years of thematic visits in sentences: alternative provision 2023, preparation for adulthood 2024."""

from dataclasses import replace

import pytest
from tests.factories import area, register, snapshot, topic, visit
from tests.unit.check.numbers.building import text
from tests.unit.check.numbers.comparing.held import gathered, of_the_field, records

from areasend.check.numbers.comparing.visits import visits_against_records
from areasend.check.numbers.results.model import Kind, Severity


def said(document, frozen=None):
    return list(visits_against_records(gathered(document, snapshot=frozen or records())))


@pytest.mark.parametrize(
    "sentence",
    [
        "Our visits looked at alternative provision in 2023.",
        "Our visits looked at alternative provision in 2023 and preparation for adulthood in 2024.",
        "Our visits looked at alternative provision.",
        "Our visits in 2023 and 2024 looked at alternative provision.",
        "Inspectors read about alternative provision in 2021.",
        "Our visits looked at music in 2021.",
    ],
)
def test_years_that_are_so_and_sentences_that_do_not_pair_are_left_alone(sentence):
    assert said(sentence) == []


def test_years_that_stand_exchanged_are_both_told():
    first, second = said("Our visits looked at alternative provision in 2024 and preparation for adulthood in 2023.")
    assert (first.kind, first.severity, first.found, first.expected) == (Kind.RECORDS, Severity.ERROR, "2024", "2023")
    assert (second.found, second.expected) == ("2023", "2024")
    assert "alternative provision in 2024" in first.message


def test_a_topic_of_two_years_may_have_either_and_an_announced_one_counts():
    areas = [area(1), area(2)]
    made = register(
        areas,
        visits=[visit(areas[0], 2023, theme="music"), visit(areas[1], 2024, theme="music")],
        topics=[topic(2024, "travel")],
    )
    frozen = snapshot(made)
    assert said("Our visits looked at music in 2024.", frozen) == []
    assert said("Our visits looked at travel in 2024.", frozen) == []
    (finding,) = said("Our visits looked at music in 2022.", frozen)
    assert finding.expected == "2023 and 2024"
    (finding,) = said("Our visits looked at travel in 2023.", frozen)
    assert finding.expected == "2024"


def test_without_records_and_in_other_fields_nothing_is_said():
    sentence = "Our visits looked at alternative provision in 2024."
    assert list(visits_against_records(gathered(sentence))) == []
    schools = of_the_field(text(sentence), title="School report")
    assert said(schools) == []
    assert len(said(replace(schools, title="Area SEND"))) == 1
