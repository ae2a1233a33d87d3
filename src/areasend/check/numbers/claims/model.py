"""What a number is said to count: measure, outcome, place, theme, period, bound from the words that go with it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from areasend.check.numbers.documents.model import Passage
from areasend.check.numbers.reading.model import Number, Sentence


class Facet(StrEnum):
    """A side of what is counted. `LABEL` is a heading of the document's own tables that is no word of this field."""

    MEASURE = "measure"
    OUTCOME = "outcome"
    PLACE = "place"
    THEME = "theme"
    LEVEL = "level"
    LABEL = "label"


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A word of the field by its key: (OUTCOME, "inconsistent"), (PLACE, "east-midlands"), (LEVEL, "afi").

    Measures: inspections, areas (inspected), local_areas (all there are), afi, apa, outcomes, themes, reports, visits.
    Places: "england", a key of an Ofsted region, "ons:<key>" of one that only the ONS has, a GSS code of an area.
    """

    facet: Facet
    key: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A term in a text, from `start` to `end`; `exact` if the words are the framework's or register's own."""

    term: Term
    start: int
    end: int
    text: str
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Span:
    """A period, both days included; either end may be open. `text` is how it was written."""

    first: date | None
    last: date | None
    text: str = ""


class Origin(StrEnum):
    PROSE = "prose"
    CELL = "cell"


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A statistic with what it counts. For a share (`of` set), `of` are the terms of its whole, `base` the number that
    states the whole and `part` the one that states the count, where the document has them anywhere fit.

    `stated` are the facets that stand in its own sentence, row or column; others are taken over from what came before.
    `sure` is set where its terms say all that its words do: only then can anything contradict it. What else its words
    may restrict ("in 6 of these, leaders had changed") makes it unsure.
    `span_stated` is set where the period stands in its own sentence, caption or heading cell, not further above.
    `table`, `row`, `column` say where it stands if it is a cell (`table` counts through a document's tables from 0).
    """

    number: Number
    document: int
    origin: Origin
    terms: frozenset[Term]
    span: Span | None
    stated: frozenset[Facet]
    of: frozenset[Term] | None = None
    base: Number | None = None
    part: Number | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    sure: bool = True
    span_stated: bool = False
    is_total: bool = False

    def key(self, facet: Facet) -> str | None:
        """The key of its term of a facet, None if it has none or several."""
        found = {term.key for term in self.terms if term.facet is facet}
        return found.pop() if len(found) == 1 else None

    @property
    def passage(self) -> Passage:
        return self.number.passage


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """A sentence that says something of all members at once ("highest", "the only"), with the terms that it names.

    `places` are the mentions of its places where it names several: then none of them is among its `terms`.
    """

    document: int
    passage: Passage
    sentence: Sentence
    terms: frozenset[Term]
    span: Span | None
    places: tuple[Mention, ...] = ()
