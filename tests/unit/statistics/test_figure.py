"""Figures know their records, and one that contradicts them cannot be made."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areasend.statistics import Figure, ImpossibleFigure, Kind, Marker
from areasend.statistics.figure import count, percent

steady = settings(deadline=None, derandomize=True)


def figure(
    value: int | Decimal | Fraction | Marker,
    kind: Kind = Kind.DAYS,
    *,
    records: tuple[str, ...] = (),
    base: tuple[str, ...] = (),
    places: int = 0,
) -> Figure:
    return Figure(id="t.r.c", label="", kind=kind, unit="", value=value, records=records, base=base, places=places)


@steady
@given(st.integers(0, 60), st.integers(0, 60))
def test_a_count_that_is_not_the_number_of_its_records_cannot_be_made(value: int, records: int) -> None:
    held = tuple(str(number) for number in range(records))
    if value == records:
        assert figure(value, Kind.COUNT, records=held).numerator == records
        return
    with pytest.raises(ImpossibleFigure, match=rf"t\.r\.c is {value} but has {records} records"):
        figure(value, Kind.COUNT, records=held)


def test_a_record_counted_twice_is_refused() -> None:
    with pytest.raises(ImpossibleFigure, match=r"t\.r\.c counts a record twice"):
        figure(2, Kind.COUNT, records=("a", "a"))


def test_a_record_twice_in_the_base_is_refused() -> None:
    with pytest.raises(ImpossibleFigure, match="counts a record twice"):
        figure(Fraction(100), Kind.PERCENT, records=("a",), base=("a", "a"))


def test_a_share_of_records_outside_its_base_is_refused() -> None:
    with pytest.raises(ImpossibleFigure, match="counts records outside its base"):
        percent("t.r.c", "", ["a"], ["b"])


@pytest.mark.parametrize("value", [Fraction(35), Fraction(36), 36, Decimal("35.7"), Marker.NOT_APPLICABLE])
def test_a_share_that_is_not_its_records_of_its_base_is_refused(value: int | Decimal | Fraction | Marker) -> None:
    """5 of 14 are 35 5/7 per cent, neither 35 nor 36: what is rounded is only shown."""
    base = tuple("abcdefghijklmn")
    with pytest.raises(ImpossibleFigure, match=r"but has 5 of 14 records"):
        figure(value, Kind.PERCENT, records=base[:5], base=base)


@steady
@given(st.integers(1, 200).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base))))
def test_a_share_is_shown_half_up(numbers: tuple[int, int]) -> None:
    part, base = numbers
    records = [str(number) for number in range(base)]
    shown = percent("t.r.c", "", records[:part], records)
    assert (shown.text, shown.numerator, shown.denominator) == (str((200 * part + base) // (2 * base)), part, base)


def test_a_share_of_nothing_does_not_apply() -> None:
    assert percent("t.r.c", "", [], []).text == "[z]"


def test_a_share_of_nothing_is_no_number() -> None:
    with pytest.raises(ImpossibleFigure, match="is 0 but has 0 of 0 records"):
        figure(0, Kind.PERCENT)


@pytest.mark.parametrize(("base", "needs_caution"), [(1, True), (9, True), (10, False), (30, False)])
def test_a_share_of_fewer_than_10_asks_for_a_caution(base: int, needs_caution: bool) -> None:
    assert percent("t.r.c", "", [], [str(number) for number in range(base)]).needs_caution is needs_caution


def test_a_count_asks_for_no_caution() -> None:
    shown = count("t.r.c", "", ["a"], unit="full inspections")
    assert (shown.needs_caution, shown.denominator) == (False, None)


@pytest.mark.parametrize(
    ("value", "kind", "places", "text"),
    [
        (43, Kind.DAYS, 0, "43"),
        (Fraction(87, 2), Kind.DAYS, 1, "43.5"),
        (Fraction(87, 2), Kind.DAYS, 0, "44"),
        (Decimal("18.4"), Kind.QUOTED, 0, "18.4"),
        (Decimal("50.30"), Kind.QUOTED, 0, "50.30"),
        (576000, Kind.QUOTED, 0, "576000"),
        (Decimal("-0.1"), Kind.DIFFERENCE, 1, "-0.1"),
        (Decimal("1E+3"), Kind.QUOTED, 0, "1000"),
        (Marker.NOT_AVAILABLE, Kind.DAYS, 0, "[x]"),
        (Marker.SUPPRESSED, Kind.DAYS, 0, "[c]"),
    ],
)
def test_a_figure_is_shown_as_plain_digits_or_its_marker(
    value: int | Decimal | Fraction | Marker, kind: Kind, places: int, text: str
) -> None:
    assert figure(value, kind, places=places).text == text


def test_only_counts_and_shares_have_a_numerator() -> None:
    assert figure(43, Kind.DAYS, records=("a",)).numerator is None
