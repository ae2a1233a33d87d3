"""What holds of any text: numbers stand where they say, and keep their value whatever stands around them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.check.numbers.reading.making import document, statistics, table

from areasend.check.numbers.reading import Unit, read_numbers, read_shares

ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
ONES += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SEPARATORS = ["", ",", "\u00a0", "\u2009", "\u202f"]
WORDS = st.sampled_from(
    ["areas ", "of ", "In the north ", "and ", "(", ") ", "we saw ", "; ", ". Then ", "% ", "– ", "“"]
)


def spelled(number: int, hyphen: str, joint: str) -> str:
    """A speller that shares nothing with the reader."""
    if number >= 1000:
        rest = number % 1000
        words = spelled(number // 1000, hyphen, joint) + " thousand"
        return words if not rest else words + (joint if rest < 100 else " ") + spelled(rest, hyphen, joint)
    if number >= 100:
        words = ONES[number // 100] + " hundred"
        return words if number % 100 == 0 else words + joint + spelled(number % 100, hyphen, joint)
    if number >= 20:
        return TENS[number // 10] + (hyphen + ONES[number % 10] if number % 10 else "")
    return ONES[number]


@pytest.mark.parametrize(("hyphen", "joint", "step"), [("-", " and ", 3), ("\u2011", " and ", 37), (" ", " ", 41)])
def test_every_number_in_words_to_9999_reads_back(hyphen: str, joint: str, step: int) -> None:
    values = list(range(2, 10_000, step))
    texts = [f"There were {spelled(number, hyphen, joint)} homes." for number in values]
    found = [number for number in read_numbers((document(*texts),)) if number.is_statistic]
    assert [number.value for number in found] == values


@settings(max_examples=150)
@given(st.integers(0, 999_999_999), st.sampled_from(SEPARATORS), st.sampled_from(["", "%", " per cent", "\u00a0%"]))
def test_any_integer_reads_back_with_any_separator(value: int, separator: str, unit: str) -> None:
    written = f"{value:,}".replace(",", separator)
    (number,) = read_numbers((document(f"It was {written}{unit} of homes"),))
    if 1900 <= value <= 2099 and not separator and not unit:
        return
    assert (number.value, number.text, number.is_statistic) == (value, written + unit, True)
    assert number.unit is (Unit.PERCENT if unit else Unit.COUNT)


@settings(max_examples=100)
@given(st.decimals(0, 10_000, places=2, allow_nan=False, allow_infinity=False))
def test_any_decimal_reads_back(value: Decimal) -> None:
    (number,) = read_numbers((table(["Group", "Areas"], [["North", f"{value:,}"]]),))
    assert (number.value, number.places) == (value, 2)


@settings(max_examples=150)
@given(st.lists(WORDS, max_size=4), st.integers(3, 999), st.lists(WORDS, max_size=4))
def test_the_words_around_a_number_leave_its_value(before: list[str], value: int, after: list[str]) -> None:
    text = "".join(before) + "some " + str(value) + " homes" + "".join(after)
    assert value in [number.value for number in read_numbers((document(text),)) if number.is_statistic]


@settings(max_examples=200)
@given(st.text(alphabet="0123456789,.-–/%£½() nofivebhalftwy\u00a0'", max_size=60))
def test_numbers_stand_in_order_where_they_say(text: str) -> None:
    made = document(text)
    numbers = read_numbers((made,))
    end = 0
    for number in numbers:
        assert text[number.start : number.end] == number.text
        assert number.sentence.start <= number.start < number.end <= number.sentence.end
        assert number.start >= end
        end = number.end
    for share in read_shares(numbers):
        stated = [number for number in (share.part, share.whole, share.percent) if number is not None]
        assert len(stated) >= 2
        assert all(number in numbers for number in stated)


@pytest.mark.parametrize(
    "text",
    [
        "1" * 300_000,
        "1," * 9_000,
        "1 " * 3_000,
        "five-" * 5_000,
        "twenty and " * 3_000,
        "." * 300_000,
        "Table 1, 2" + ", 3" * 5_000,
        "a" * 300_000,
        "no " * 60_000,
        " " * 200_000,
        "(" * 200_000,
        "123,456," * 5_000,
        "0123 " * 5_000,
        "x@" * 60_000,
        "2024-" * 5_000,
        "A1-" * 60_000,
        "a of " * 60_000 + "5",
    ],
    ids=lambda text: text[:12],
)
def test_long_lines_take_time_in_proportion(text: str) -> None:
    """Backtracking would take minutes or hours here; what is read does not matter, only that it ends."""
    numbers = read_numbers((document(text),))
    read_shares(numbers)
    assert len(numbers) <= len(text)


def test_ten_times_the_numbers_are_ten_times_the_numbers() -> None:
    row = "We saw 14 of the 54 areas (26%) in 2024. "
    assert statistics(read_numbers((document(row * 300),))) == " ".join(["14 54 26%"] * 300)
