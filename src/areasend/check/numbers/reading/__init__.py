"""Reading: sentences, numbers, dates and shares in a text.

What counts as a statistic (`Number.is_statistic`): a numeral or number word that says how many, how much or what share,
in prose, captions, headings, notes, cells and the brackets of headers. A count in words too ("twenty-six", "no areas",
"only one inspection"), fractions and rates ("half of", "1 in 5": one number each, unit FRACTION), money.
No statistics: dates and years, ages, durations ("10 working days", also an average of days in prose), ordinals and
"twice", labels ("Figure 4", "section 20(1)(a)", "Key stage 2", list numbers), telephone numbers, codes, addresses;
"one" as a pronoun or article; numbers in row labels (but "n=54") and in headers outside brackets; body cells of columns
that are headed as codes, identifiers, years or dates. All of these are returned too, with their `sort`.
Where a word could be either, it is no statistic. A numeral of more than 15 digits, and digits that follow a letter
directly ("E06000052"), are no numbers at all.
Values: per cent as printed (26 for 26%); a range "20-30" is two numbers, AT_LEAST and AT_MOST; a fraction's `value` is
a `Fraction` (one read from a column of parts of one, such as 0.26, a Decimal) and its grain 0.01.
"""

from areasend.check.numbers.reading.dates import dated
from areasend.check.numbers.reading.model import (
    Dated,
    DateKind,
    Number,
    Part,
    Relation,
    Sentence,
    Share,
    Sort,
    Unit,
)
from areasend.check.numbers.reading.numbers import read_numbers
from areasend.check.numbers.reading.sentences import sentences
from areasend.check.numbers.reading.shares import read_shares
from areasend.check.numbers.reading.typography import plain

__all__ = [
    "DateKind",
    "Dated",
    "Number",
    "Part",
    "Relation",
    "Sentence",
    "Share",
    "Sort",
    "Unit",
    "dated",
    "plain",
    "read_numbers",
    "read_shares",
    "sentences",
]
