"""Reading: sentences, numbers, dates and shares in a text.

What counts as a statistic (`Number.is_statistic`): a numeral or number word that says how many, how much or what share,
in prose, captions, headings, notes, cells and the brackets of headers. Counts in words too ("twenty-six", "no areas",
"only one inspection"); fractions and rates ("half of", "1 in 5", "5 in every 14", "67 per 10,000": one number each, a
FRACTION and in no share); money.
No statistics: dates and years, ages, durations ("10 working days", an average of days in prose too), ordinals, "twice"
and "3 times", labels ("Figure 4", "section 20(1)(a)", "Key stage 2", list numbers), telephones, codes, addresses;
"one" as a pronoun or article, and membership ("Leeds is one of the 14"); the 3 of "all but 3"; numbers in row labels
(but "n=54") and in headers outside brackets; body cells of columns headed as codes, identifiers, years or dates.
All of these are returned too, with their `sort`. Where a word could be either, it is no statistic. A numeral of more
than 20 signs, and digits that follow a letter directly ("E06000052"), are no numbers at all.
Values: per cent as printed (26 for 26%); a range "20-30" is two numbers, AT_LEAST and AT_MOST; a fraction's `value` is
a `Fraction` (one read from a column of parts of one, such as 0.26, a Decimal) and its grain 0.01.
Dates: conventions in `date_words`; `Dated.impossible` marks days that no calendar has and ranges that end before they
begin; `YEARLESS` days ("4 May") have no ends.
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
