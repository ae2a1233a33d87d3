"""How findings of arithmetic name numbers and places."""

from decimal import Decimal
from fractions import Fraction

from areasend.check.numbers.consistency.grid import Grid
from areasend.check.numbers.reading.model import Number, Relation
from areasend.check.numbers.results.model import Finding, Kind, Severity


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


def as_stated(number: Number) -> str:
    """A number with the word that bounds it, if any: “over 6,000”."""
    return number.text if number.relation is Relation.EXACT else f"“{number.relation} {number.text}”"


def nearby(number: Number, length: int = 160) -> str:
    """The sentence of a number, or the part around it if it is long."""
    sentence = number.sentence
    if len(sentence.text) <= length:
        return sentence.text
    start = max(0, number.start - sentence.start - length // 2)
    return f"…{sentence.text[start : start + length]}…"


def larger_than_whole(part: Number, whole: Number, kind: Kind) -> Finding:
    """The finding about a part that is larger than what it is a part of."""
    return Finding(
        kind=kind,
        severity=Severity.ERROR,
        where=part.where,
        quote=nearby(part),
        expected=f"at most {whole.text}",
        found=part.text,
        message=f"The text has {as_stated(part)} of {as_stated(whole)}; a part is not larger than its whole.",
        advice="Check which of the two numbers is meant.",
        numbers=(part.id, whole.id),
    )
