"""The one rounding: half up, of exact fractions."""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areasend.statistics import counts_that_give, round_half_up
from areasend.statistics.rounding import decimal_places

steady = settings(deadline=None, derandomize=True)

EXACT = Context(prec=60, rounding=ROUND_HALF_UP)


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (Fraction(1, 8) * 100, 0, "13"),
        (Fraction(25, 2), 0, "13"),
        (Fraction(27, 2), 0, "14"),
        (Fraction(49, 4), 1, "12.3"),
        (Fraction(-1, 2), 0, "-1"),
        (Fraction(-1, 4), 0, "0"),
        (Decimal("2.675"), 2, "2.68"),
        (7, 0, "7"),
    ],
)
def test_halves_go_away_from_zero(value: Fraction | Decimal | int, places: int, expected: str) -> None:
    assert str(round_half_up(value, places)) == expected


@steady
@given(st.decimals(-(10**9), 10**9, places=6), st.integers(0, 5))
def test_decimals_are_rounded_as_the_decimal_module_does(value: Decimal, places: int) -> None:
    assert round_half_up(value, places) == value.quantize(Decimal(1).scaleb(-places), context=EXACT)


@steady
@given(st.fractions(0, 10**6), st.integers(0, 4))
def test_rounding_is_never_off_by_more_than_half_a_unit(value: Fraction, places: int) -> None:
    gap = Fraction(round_half_up(value, places)) - value
    assert -Fraction(1, 2 * 10**places) < gap <= Fraction(1, 2 * 10**places)


@steady
@given(st.fractions(0, 100), st.fractions(0, 100))
def test_rounding_keeps_the_order(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    assert round_half_up(low) <= round_half_up(high)


@steady
@given(st.integers(0, 100), st.integers(1, 160))
def test_the_counts_that_give_a_percentage_are_those_of_a_plain_loop(percent: int, base: int) -> None:
    found = tuple(part for part in range(base + 1) if (200 * part + base) // (2 * base) == percent)
    assert counts_that_give(percent, base) == found


@steady
@given(st.integers(0, 1000), st.integers(1, 160))
def test_a_percentage_with_a_decimal_is_held_to_that_decimal(tenths: int, base: int) -> None:
    found = tuple(part for part in range(base + 1) if (2000 * part + base) // (2 * base) == tenths)
    assert counts_that_give(Decimal(tenths).scaleb(-1), base) == found


@steady
@given(st.integers(0, 100))
def test_of_nothing_no_count_gives_a_percentage(percent: int) -> None:
    assert counts_that_give(percent, 0) == ()


@pytest.mark.parametrize(
    ("value", "places"), [(Decimal("1E+2"), 0), (Decimal("40.50"), 2), (40, 0), (Decimal("NaN"), 0)]
)
def test_decimal_places_are_those_written(value: Decimal | int, places: int) -> None:
    assert decimal_places(value) == places
