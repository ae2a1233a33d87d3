"""Responsible bodies: a cell taken apart, whatever stands between its names and inside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.fields.test_boards import BOARDS, CORES, FORMS

from areasend.register import packaged_register
from areasend.reports.fields.responsible import bodies_in, named_over

COUNCILS = [f"{area.plain_name} Council" for area in packaged_register().local_areas]
OTHERS = [
    "Northamptonshire Children’s Trust",
    "Worcestershire Children First",
    "school and college leaders",
    "Black Country Healthcare NHS Foundation Trust",
    "Amble and Ford Parent Carer Partnership",
]
BETWEEN = [", ", " and ", ", and ", "; ", " & "]
BODIES = st.one_of(
    st.sampled_from(COUNCILS),
    st.sampled_from(OTHERS),
    st.builds(lambda board, form: form.format(CORES[board]), st.sampled_from(BOARDS), st.sampled_from(FORMS)),
)


@given(st.lists(BODIES, min_size=1, max_size=5), st.lists(st.sampled_from(BETWEEN), min_size=5, max_size=5))
def test_lists_of_bodies_come_back_in_order(bodies: list[str], between: list[str]) -> None:
    cell = bodies[0] + "".join(joined + body for joined, body in zip(between, bodies[1:], strict=False))
    assert list(bodies_in(cell)) == bodies


@given(st.sampled_from([area.plain_name for area in packaged_register().local_areas]), st.sampled_from(BOARDS))
def test_a_borough_without_council_behind_it_is_parted_from_a_board(area: str, board: str) -> None:
    for name in (board, CORES[board] + " ICB", CORES[board] + " Integrated Care Board"):
        borough = f"London Borough of {area}"
        assert bodies_in(f"{borough} and {name}") == (borough, name)
        assert bodies_in(f"{name} and {borough}") == (name, borough)


@given(st.lists(BODIES, min_size=1, max_size=4))
def test_bullets_part_bodies(bodies: list[str]) -> None:
    assert list(bodies_in(" ".join(f"• {body}" for body in bodies))) == bodies


@pytest.mark.parametrize(
    ("cell", "bodies"),
    [
        ("", ()),
        ("NHS Bath and North East Somerset, Swindon and Wiltshire ICB", None),
        ("NHS Buckinghamshire, Oxfordshire, and Berkshire West ICB", None),
        ("Barking and Dagenham Council", None),
        ("Bournemouth, Christchurch and Poole Council", None),
        (
            "Suffolk County Council NHS Suffolk and North East Essex ICB",
            ("Suffolk County Council", "NHS Suffolk and North East Essex ICB"),
        ),
        ("Kent County Council Kent and Medway ICB", ("Kent County Council", "Kent and Medway ICB")),
        (
            "NHS Cheshire and Merseyside Integrated Care Board (ICB) and Halton Borough Council",
            ("NHS Cheshire and Merseyside Integrated Care Board (ICB)", "Halton Borough Council"),
        ),
        ("Amble Council, NHS Devon.", ("Amble Council", "NHS Devon")),
        ("Amble Council; and the NHS in Devon", ("Amble Council", "the NHS in Devon")),
    ],
)
def test_cells_by_hand(cell: str, bodies: tuple[str, ...] | None) -> None:
    """None where the whole cell is one body's name."""
    assert bodies_in(cell) == ((cell,) if bodies is None else bodies)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ambleford Council and", "NHS Devon ICB"),
        ("Ambleford Council,", "NHS Devon ICB"),
        ("the London Borough of", "Ambleford"),
        ("NHS Devon Integrated", "Care Board"),
        ("Ambleford Borough", "Council and NHS Devon ICB"),
        ("Ambleford Council", "and NHS Devon ICB"),
    ],
)
def test_a_list_that_a_page_parts_in_its_middle(before: str, after: str) -> None:
    assert named_over(before, after)


def test_bodies_that_may_be_named_anew() -> None:
    assert not named_over("Ambleford Council", "Ambleford Council and NHS Devon ICB")
    assert not named_over("NHS Devon ICB", "Andover Council")
