"""Names enumerated in a sentence against the number before them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.check.numbers.building import Writer, found_by, right_by

from areasend.check.numbers.consistency.enumerations import enumerations
from areasend.check.numbers.results.model import Kind, Severity
from areasend.framework import packaged_framework

REGIONS = [region.name for region in packaged_framework().ofsted_regions]


@pytest.mark.parametrize(
    "text",
    [
        "This holds for the 3 regions: London, the South West and the East of England.",
        "It is so in 2 regions (London and North East, Yorkshire and the Humber) and nowhere else.",
        "We went to 3 local areas – Leeds, Barking and Dagenham and Telford & Wrekin.",
        "In two areas: Leeds and Wigan.",
    ],
)
def test_a_right_number_is_supported(text: str) -> None:
    assert found_by(enumerations, Writer().text(text)) == []
    assert len(right_by(enumerations, Writer().text(text))) == 1


def test_a_wrong_number_is_an_error() -> None:
    text = "This holds for the 4 regions: London, the South West and the East of England."
    (found,) = found_by(enumerations, Writer().text(text))
    assert (found.kind, found.severity, found.expected, found.found) == (Kind.LIST_LENGTH, Severity.ERROR, "4", "3")


@pytest.mark.parametrize(
    "text",
    [
        "This holds for 4 regions: London, the South West and others.",
        "This holds for 4 regions: London.",
        "We went to 4 areas: Leeds Wigan.",
        "We went to 4 areas: Leeds, Wigan, of course.",
        "We went to 4 areas: Leeds, then Wigan.",
        "We went to 4 areas (Leeds and Wigan",
        "We went to 4 areas in May: Leeds and Wigan.",
        "There were 4 visits to areas: Leeds and Wigan.",
        "We went to over 4 areas: Leeds and Wigan.",
    ],
)
def test_what_is_not_plainly_an_enumeration_is_left_alone(text: str) -> None:
    assert found_by(enumerations, Writer().text(text)) == []
    assert right_by(enumerations, Writer().text(text)) == []


@given(st.lists(st.sampled_from(REGIONS), min_size=2, max_size=7, unique=True), st.integers(-1, 1))
def test_the_length_alone_decides(regions: list[str], more: int) -> None:
    names = ", ".join(regions[:-1]) + " and " + regions[-1]
    stated = len(regions) + more
    written = Writer().text(f"This is so in {stated} regions: {names}.")
    assert len(found_by(enumerations, written)) == (more != 0 and stated > 1)
