"""What kinds, severities and states are called for people, and text made safe to show. Neutral, in plain English."""

import re

from areasend.check.numbers.documents.model import Where
from areasend.check.numbers.results.model import Kind, Severity, Status

UNOFFICIAL = (
    "areasend is unofficial. It holds the numbers of a publication against each other and against its records of "
    "published inspection reports; whether a number is right, its publisher decides."
)

KIND_WORDS = {
    Kind.EXCHANGED_COLUMNS: "Two columns stand exchanged",
    Kind.EXCHANGED_ROWS: "Two rows stand exchanged",
    Kind.RECORDS: "A number differs from the records",
    Kind.WORDS_AGAINST_TABLE: "The text and a table differ",
    Kind.TOTAL: "Parts do not add up to their total",
    Kind.IMPOSSIBLE_PERCENTAGE: "No count gives this percentage",
    Kind.PERCENTAGE_OF_COUNT: "A percentage does not follow from its count",
    Kind.PERCENTAGE_SUM: "Percentages of one whole do not add up",
    Kind.FRACTION_TWO_WAYS: "One fraction is printed two ways",
    Kind.REMAINING: "The remaining number is another",
    Kind.LIST_LENGTH: "A list has another length than is said",
    Kind.LIST_ITEM: "An item of a list stands out",
    Kind.SUPERLATIVE: "Another is highest or lowest",
    Kind.ONLY: "It is not the only one",
    Kind.ALL: "It does not hold for all",
    Kind.BOUNDS: "Rounded numbers or bounds do not fit together",
    Kind.TWO_PLACES: "Two places give different numbers",
    Kind.TWO_FILES: "Two files give different numbers",
    Kind.PREVIOUS: "The value differs from the previous release",
    Kind.DATE: "A date cannot be right",
    Kind.PERIOD: "Periods do not fit together",
    Kind.CAPTION: "A title does not fit what it stands over",
    Kind.FOOTNOTE: "A footnote and its markers do not fit",
    Kind.QUOTATION: "A quotation differs from the words it quotes",
    Kind.QUOTED_SOURCE: "A quoted figure differs from its source",
    Kind.AMBIGUOUS: "This can be read in more than one way",
    Kind.NAME: "A name is written in another way",
    Kind.TERM: "One term stands for another",
    Kind.ACCEPTANCE: "The file of accepted remarks has an entry that does not fit",
}

SEVERITY_WORDS = {Severity.ERROR: "Error", Severity.QUERY: "Query"}

STATUS_WORDS = {
    Status.VERIFIED: "the records say the same",
    Status.CONSISTENT: "it fits the other numbers of the publication",
    Status.QUOTED: "it is taken from elsewhere and was not checked by itself",
    Status.UNEXPLAINED: "nothing that was read says it, which does not make it wrong",
    Status.IMPOSSIBLE: "no count gives it",
    Status.CONTRADICTED: "the records or another part of the publication say otherwise",
}
# The order in which people meet them: what is right first.
STATUS_ORDER = tuple(STATUS_WORDS)

_SPACING = "\x00-\x1f\x7f-\x9f\u2028\u2029"
_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff"
_SPACES, _REST = re.compile(f"[{_SPACING}]"), re.compile(f"[{_TURNING}\ud800-\udfff]")
# What a terminal or a page would obey in place of showing it.
UNSEEN = re.compile(f"[{_SPACING}{_TURNING}]")


def visible(text: str) -> str:
    """The text on one line, without what a terminal or a page would obey in place of showing it; as long as before.

    >>> visible("14\\tof\\n26")
    '14 of 26'
    """
    return _REST.sub("\ufffd", _SPACES.sub(" ", text))


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 error`, `1,204 errors`, `2 queries`."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def sentence(text: str) -> str:
    """A text that stands by itself, as a sentence: rules write theirs as they come.

    >>> sentence("check the count")
    'Check the count.'
    """
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '!', '?', '”')) else '.'}" if text else ""


def place_words(where: Where) -> str:
    """A place for people, safe to show."""
    return visible(str(where))
