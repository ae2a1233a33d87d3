"""A reading in short: its fields in order with what each stands on, and its sections counted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from areasend.reports.columns import COLUMN_ORDER
from areasend.reports.reading import NOT_FOUND, Origin, Passage, Place, Problem, Reading
from areasend.reports.showing.labels import ORIGIN_LABELS, statement_label
from areasend.reports.visible import lines_of, quoted, visible

# What stands where a report says nothing of a field, and need not.
NOTHING = "–"
# In heights of a line; paragraphs stand further apart.
_FURTHEST_LINE = 2.0
_MOST_VALUE = 400
# They say which document it is, and stand in the heading.
_IN_THE_HEADING = ("file", "sha256")


@dataclass(frozen=True, kw_only=True, slots=True)
class Quotation:
    """Words that a value stands on, with every page that has them."""

    words: str
    pages: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldInShort:
    """A field with its value.

    `number` is that of its words on the pages, shared by fields read from the same, or 0. `again` says that those words
    were quoted before, for another field that the register has of the area that they name.
    """

    field: str
    number: int
    value: str
    origin: Origin
    places: tuple[Place, ...]
    again: bool
    problems: tuple[Problem, ...]

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The words, each once, in the order in which they stand; footers say the same on many pages."""
        pages: dict[str, dict[int, None]] = {}
        for places in _running_on(() if self.again else self.places):
            words = " ".join(place.words for place in places)
            pages.setdefault(words, {})[places[0].page] = None
        return tuple(Quotation(words=words, pages=tuple(found)) for words, found in pages.items())

    @property
    def pages(self) -> tuple[int, ...]:
        return pages_of(self.places)

    @property
    def missing(self) -> bool:
        return self.value == NOT_FOUND

    @property
    def doubtful(self) -> bool:
        """Whether a person should look here first. Dates of publication may be given later: they are in no document."""
        return bool(self.problems) or (self.missing and self.origin is not Origin.DATES)

    @property
    def shown(self) -> str:
        return quoted(self.value, _MOST_VALUE) or NOTHING

    @property
    def source(self) -> str:
        """Where the value comes from, unless words of the report say it."""
        if self.missing:
            return "none was given" if self.origin is Origin.DATES else "not found"
        if not self.value:
            return ""
        if self.origin is Origin.REPORT:
            return "" if self.quotations else "the report as a whole"
        return ORIGIN_LABELS[self.origin]


@dataclass(frozen=True, kw_only=True, slots=True)
class SectionInShort:
    """A section: how many passages of each form, its pages, and its sentences on changes of senior leaders."""

    number: int
    section: str
    heading: str
    forms: tuple[tuple[str, int], ...]
    leadership: tuple[str, ...]
    places: tuple[Place, ...]

    @property
    def sign(self) -> str:
        return f"S {self.number}"

    @property
    def pages(self) -> tuple[int, ...]:
        return pages_of(self.places)


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingInShort:
    """A finding in the order in which it was read; `sign` is what its box on the pages is called."""

    number: int
    sign: str
    label: str
    bodies: tuple[str, ...]
    lines: tuple[str, ...]
    origin: Origin
    places: tuple[Place, ...]

    @property
    def source(self) -> str:
        """Where it comes from, unless it is as the report has it."""
        return ORIGIN_LABELS.get(self.origin, "")

    @property
    def pages(self) -> tuple[int, ...]:
        return pages_of(self.places)


def fields_in_short(reading: Reading) -> tuple[FieldInShort, ...]:
    """Every field that the reading says something of, in the order of the columns."""
    return tuple(_numbered(reading))


def _numbered(reading: Reading) -> Iterator[FieldInShort]:
    numbers: dict[tuple[Place, ...], int] = {(): 0}
    for value in sorted(reading.values, key=lambda value: COLUMN_ORDER.get(value.field, len(COLUMN_ORDER))):
        if value.field in _IN_THE_HEADING:
            continue
        yield FieldInShort(
            field=value.field,
            again=value.origin is Origin.REGISTER and value.places in numbers,
            number=numbers.setdefault(value.places, len(numbers)),
            value=value.value,
            origin=value.origin,
            places=value.places,
            problems=tuple(problem for problem in reading.problems if problem.field == value.field),
        )


def _running_on(places: Iterable[Place]) -> Iterator[list[Place]]:
    """Places of lines that follow each other on a page, together: they are read as one text."""
    together: list[Place] = []
    for place in places:
        if together and not _next_line(together[-1], place):
            yield together
            together = []
        together.append(place)
    if together:
        yield together


def _next_line(above: Place, below: Place) -> bool:
    height = above.box.bottom - above.box.top
    return above.page == below.page and 0 < below.box.top - above.box.top < _FURTHEST_LINE * height


def findings_in_short(reading: Reading) -> tuple[FindingInShort, ...]:
    """Every finding, in order."""
    return tuple(
        FindingInShort(
            number=number,
            sign=visible(f"{finding.kind.upper()} {finding.seq}"),
            label=visible(statement_label(finding.kind, finding.seq)),
            bodies=tuple(map(visible, finding.responsible_bodies)),
            lines=lines_of(finding.text),
            origin=finding.origin,
            places=finding.places,
        )
        for number, finding in enumerate(reading.findings, start=1)
    )


def sections_in_short(reading: Reading) -> tuple[SectionInShort, ...]:
    """The sections in the order in which they stand."""
    parts: dict[str, list[Passage]] = {}
    for passage in reading.passages:
        parts.setdefault(passage.section, []).append(passage)
    return tuple(
        SectionInShort(
            number=number,
            section=section,
            heading=passages[0].heading,
            forms=tuple(Counter(passage.form for passage in passages).items()),
            leadership=tuple(passage.leadership for passage in passages if passage.leadership),
            places=tuple(place for passage in passages for place in passage.places),
        )
        for number, (section, passages) in enumerate(parts.items(), start=1)
    )


def pages_of(places: Iterable[Place]) -> tuple[int, ...]:
    """Every page once, in order."""
    return tuple(sorted({place.page for place in places}))
