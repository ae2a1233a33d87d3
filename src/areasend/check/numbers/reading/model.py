"""A number as it is printed, with what the words right beside it make of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from areasend.check.numbers.documents.model import Passage, Where


class Sort(StrEnum):
    """What a number is. Only a `STATISTIC` is counted among a publication's numbers and can be right or wrong."""

    STATISTIC = "statistic"
    DATE = "date"
    REFERENCE = "reference"
    AGE = "age"
    DURATION = "duration"
    ORDINAL = "ordinal"


class Unit(StrEnum):
    COUNT = "count"
    PERCENT = "percent"
    POINTS = "percentage points"
    MONEY = "money"
    FRACTION = "fraction"


class Relation(StrEnum):
    """How the true value stands to the number: "over 67,000" is `MORE`, "up to 5" `AT_MOST`, "about 20" `ABOUT`."""

    EXACT = "exact"
    MORE = "more than"
    AT_LEAST = "at least"
    LESS = "less than"
    AT_MOST = "at most"
    ABOUT = "about"


class Part(StrEnum):
    """What the words before it make of it among others: the rest of a whole, one more beside those before, no more."""

    NONE = ""
    REMAINING = "remaining"
    FURTHER = "further"
    ONLY = "only"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage, from `start` to `end` in its text."""

    start: int
    end: int
    text: str


class DateKind(StrEnum):
    """How a date or period was written. `SPLIT_YEAR` is "2023/24" where nothing says of which kind the year is."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    SCHOOL_YEAR = "school year"
    FINANCIAL_YEAR = "financial year"
    SPLIT_YEAR = "split year"
    RANGE = "range"
    SINCE = "since"
    AFTER = "after"
    BY = "by"
    UNTIL = "until"
    BEFORE = "before"
    AS_AT = "as at"
    YEARLESS = "day without year"


@dataclass(frozen=True, kw_only=True, slots=True)
class Dated:
    """A date or period in a text, with its words: "since January 2023" from 1 January 2023 on, `last` None.

    `first` and `last` are both included; None is an open end, or unknown (`YEARLESS`, or `impossible`: no such day as
    31 June; a range that ends before it begins is impossible too, and has both).
    """

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    kind: DateKind
    impossible: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Number:
    """`value` is exact; `places` its printed decimals; `grain` the worth of its last meaningful digit: 1000 of 67,000,
    100000 of "1.2 million", 1 of 54, Decimal("0.1") of 18.4. `id` counts through all documents of a check.

    `start` and `end` hold the numeral and its unit ("14", "26%", "half", "1.2 million"), not the words of its relation.
    `no` is set for a word that says zero: "no local areas", "none of the regions".
    """

    id: int
    value: Decimal | Fraction
    text: str
    sort: Sort
    unit: Unit
    relation: Relation
    part: Part
    places: int
    grain: Decimal
    start: int
    end: int
    passage: Passage
    sentence: Sentence
    no: bool = False

    @property
    def where(self) -> Where:
        return self.passage.where(self.start)

    @property
    def is_statistic(self) -> bool:
        return self.sort is Sort.STATISTIC


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """Numbers that say one share together: "4 out of the 5 (80%)", "14 (26%)", "26 of 54". At least two are set."""

    part: Number | None
    whole: Number | None
    percent: Number | None
