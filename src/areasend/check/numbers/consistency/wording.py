"""How findings of arithmetic name numbers and places."""

from decimal import Decimal
from fractions import Fraction

from areasend.check.numbers.consistency.grid import Grid
from areasend.check.numbers.reading.model import Number


def number_text(value: Fraction | Decimal | int) -> str:
    """A number as it is written here.

    >>> number_text(1234), number_text(Fraction(5, 2)), number_text(Fraction(1, 3))
    ('1,234', '2.5', '1/3')
    """
    fraction = Fraction(value)
    if fraction.denominator == 1:
        return f"{fraction.numerator:,}"
    decimal = Decimal(fraction.numerator) / Decimal(fraction.denominator)
    return f"{decimal:,f}" if Fraction(decimal) == fraction else str(fraction)


def row_and_column(grid: Grid, row: int, column: int) -> str:
    """A cell by its headings."""
    return f"The cell “{grid.rows[row].label or row + 1}”, “{grid.table.header[column].text}”"


def nearby(number: Number, length: int = 160) -> str:
    """The sentence of a number, or the part around it if it is long."""
    sentence = number.sentence
    if len(sentence.text) <= length:
        return sentence.text
    start = max(0, number.start - sentence.start - length // 2)
    return f"…{sentence.text[start : start + length]}…"
