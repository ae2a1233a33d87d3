"""What a check says: findings, what supports a number, and how each number stands in the end."""

from dataclasses import dataclass
from enum import StrEnum

from areasend.check.numbers.documents.model import Document, Where
from areasend.check.numbers.reading.model import Number


class Severity(StrEnum):
    """`ERROR`: cannot be right as it stands. `QUERY`: may be right; the author should look."""

    ERROR = "error"
    QUERY = "query"


class Status(StrEnum):
    """How a number stands, the weightiest first; one that has several stands at the first of them."""

    IMPOSSIBLE = "impossible"
    CONTRADICTED = "contradicted"
    QUOTED = "quoted"
    VERIFIED = "verified"
    CONSISTENT = "consistent"
    UNEXPLAINED = "unexplained"


class Kind(StrEnum):
    """What a finding is about, the weightiest first."""

    EXCHANGED_COLUMNS = "exchanged-columns"
    EXCHANGED_ROWS = "exchanged-rows"
    RECORDS = "records"
    WORDS_AGAINST_TABLE = "words-against-table"
    TOTAL = "total"
    IMPOSSIBLE_PERCENTAGE = "impossible-percentage"
    PERCENTAGE_OF_COUNT = "percentage-of-count"
    PERCENTAGE_SUM = "percentage-sum"
    FRACTION_TWO_WAYS = "fraction-two-ways"
    REMAINING = "remaining"
    LIST_LENGTH = "list-length"
    LIST_ITEM = "list-item"
    SUPERLATIVE = "superlative"
    ONLY = "only"
    ALL = "all"
    BOUNDS = "bounds"
    TWO_PLACES = "two-places"
    TWO_FILES = "two-files"
    PREVIOUS = "previous-release"
    DATE = "date"
    PERIOD = "period"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    QUOTATION = "quotation"
    QUOTED_SOURCE = "quoted-source"
    AMBIGUOUS = "ambiguous"
    NAME = "name"
    TERM = "term"
    ACCEPTANCE = "acceptance"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One thing the author should look at, in words for the author: neutral, about the publication, never about people.

    `expected` and `found` are short ("36%", "35%"); `message` says in one or two sentences what contradicts what, with
    the other place; `computed` how it was computed; `advice` what to do next. `numbers` are the ids of the numbers that
    it makes impossible (kind IMPOSSIBLE_PERCENTAGE) or contradicted, if it is an error. `records` are inspection ids.
    """

    kind: Kind
    severity: Severity
    where: Where
    quote: str
    expected: str
    found: str
    message: str
    computed: str = ""
    advice: str = ""
    numbers: tuple[int, ...] = ()
    records: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Support:
    """Numbers that a rule found right: VERIFIED (from records), CONSISTENT (with the rest), QUOTED (from elsewhere)."""

    numbers: tuple[int, ...]
    status: Status
    how: str
    records: tuple[str, ...] = ()


Verdict = Finding | Support


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """A statistic with how it stands, and why: what supports it, or the findings (their places in the result)."""

    number: Number
    status: Status
    how: str
    findings: tuple[int, ...] = ()
    records: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """`judged` in reading order, one for each statistic; `findings` in order of weight, then of place."""

    documents: tuple[Document, ...]
    judged: tuple[Judged, ...]
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)
