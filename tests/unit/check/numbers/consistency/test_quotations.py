"""Quotations that are nearly the framework's wording, and those that are it, or nothing like it."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.unit.check.numbers.building import Writer, found_by

from areasend.check.numbers.consistency.plain_words import spelling
from areasend.check.numbers.consistency.quotations import quoted_wordings
from areasend.check.numbers.results.model import Kind, Severity
from areasend.framework import packaged_framework

OUTCOMES = packaged_framework().versions[0].outcomes
WORDINGS = [outcome.wording for outcome in OUTCOMES]


def severities(quotation: str) -> list[Severity]:
    return [found.severity for found in found_by(quoted_wordings, Writer().text(f"It was ‘{quotation}’, they said."))]


@pytest.mark.parametrize(
    "quotation",
    [
        *WORDINGS,
        "widespread and/or systemic failings",
        "typically lead to positive experiences",
        "the local area partnership's SEND arrangements",
        "Timeliness and/or quality of EHC plans",
        "waiting times",
        "priority action plan",
        "belonging strategy",
        "intervention and not respite",
        "refusal to secure an EHC assessment",
        "Special educational needs and disability: an analysis",
        "Support for children and young people with special educational needs",
        "outcomes and experiences",
        "experiences of outcomes",
        "widespread … failings and systemic",
        "widespread [and] systemic failings",
        "short",
        "Local area partnership report",
        "68% of children and young people",
        "typically the local area partnership",
        "Information about the local area partnership",
        "was taking action where improvements were needed",
        "Transitions to the next stage",
        "word " * 130,
    ],
)
def test_right_and_foreign_quotations_are_silent(quotation: str) -> None:
    assert severities(quotation) == []


@pytest.mark.parametrize(
    "quotation",
    [
        "systemic and/or widespread failings",
        "widespread and systemic failings",
        "widespread or systemic failings",
        "arrangements lead to consistent experiences and outcomes",
        "arrangements typically lead to inconsistent experiences and outcomes",
        "timeliness and quality of EHC plans",
        "SEND arrangements do not typically lead to positive experiences",
        "priority area SEND action plan",
        "consistent experiences and outcomes",
    ],
)
def test_another_meaning_is_an_error(quotation: str) -> None:
    assert severities(quotation) == [Severity.ERROR]


@pytest.mark.parametrize(
    "quotation",
    [
        "the local area partnership’s arrangements typically lead to positive experiences and outcomes",
        "arrangements lead to positive experiences and outcomes for children",
        "SEND arrangements typically led to positive experiences",
        "waiting times for mental health services",
        "SEND arrangements lead to positive experiences",
    ],
)
def test_a_small_departure_is_a_query(quotation: str) -> None:
    assert severities(quotation) == [Severity.QUERY]


def test_one_finding_for_one_departure_with_all_its_places() -> None:
    short = "the local area partnership’s arrangements typically lead to positive experiences"
    full = WORDINGS[0].replace("SEND ", "", 1)
    (found,) = found_by(quoted_wordings, Writer().text(f"“{short}”").text(f"“{full}”").text(f"“{short}”"))
    assert found.kind is Kind.QUOTATION
    assert found.expected == "The local area partnership’s SEND arrangements typically lead to positive experiences"
    assert "no “send”" in found.message
    assert (
        "Also: a.txt, line 2; a.txt, line 3." in found.message or "Also: a.txt, line 3; a.txt, line 2." in found.message
    )


def test_the_message_says_what_stands_for_what() -> None:
    (found,) = found_by(quoted_wordings, Writer().text("“widespread and systemic failings”"))
    assert "“and” for “and/or”" in found.message
    (found,) = found_by(quoted_wordings, Writer().text("“waiting times for mental health services”"))
    assert "“mental” besides" in found.message
    (found,) = found_by(quoted_wordings, Writer().text("“systemic and/or widespread failings”"))
    assert "another order" in found.message


@given(st.sampled_from(WORDINGS), st.data())
def test_two_swapped_words_are_found(wording: str, data: st.DataObject) -> None:
    words = wording.split()
    first = data.draw(st.integers(0, len(words) - 2))
    second = data.draw(st.integers(first + 1, len(words) - 1))
    assume(spelling(words[first]) != spelling(words[second]))
    words[first], words[second] = words[second], words[first]
    assert severities(" ".join(words).rstrip(".") + ".") == [Severity.ERROR]


@given(st.sampled_from(WORDINGS), st.data())
def test_any_piece_of_a_wording_is_silent(wording: str, data: st.DataObject) -> None:
    words = wording.split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    assert severities(" ".join(words[first : last + 1])) == []
