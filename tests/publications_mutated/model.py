"""What a publication says, by hand: where each statistic stands, what it counts, and what has to hold between them.

Nothing here reads a number as the checker does. A document is annotated (lines and offsets, never its sentences); what
a change of it contradicts follows from the annotation and from the records: labels do not depend on the checker.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

Key = tuple[str, ...]
Truth = Callable[[Key], Fraction | None]


@dataclass(frozen=True, slots=True)
class Span:
    """Part of a file's text."""

    file: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stand:
    """A statistic where it stands. `key` says what it counts, facet by facet; equal keys must have equal values.

    `sort` is count, total, percentage or quoted (taken from elsewhere: no part of the document's own arithmetic).
    `relation` is how the truth stands to it: = > < >= <=. `twins` are the machine's copies of it in a page's markup.
    """

    name: str
    span: Span
    text: str
    value: Fraction
    key: Key
    sort: str = "count"
    relation: str = "="
    in_table: bool = False
    twins: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Other words in place of some. `facet`: what the governed statistics count then. `relation`: how the truth then
    stands to them. `rest`: whether they then say that they are the rest. `against` and `records`: contradictions that
    no relation computes, by hand. `open`: nobody can tell, so that the change is not scored."""

    text: str
    facet: str | None = None
    relation: str | None = None
    rest: str | None = None
    against: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    open: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """Words that say of which region, period, outcome or date numbers are, or how they are meant."""

    name: str
    span: Span
    text: str
    sort: str
    choices: tuple[Choice, ...]
    stands: tuple[str, ...] = ()
    index: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its label with what that says, its cells, and the whole of it, line end and all."""

    label: Span
    facet: str
    cells: tuple[str, ...]
    whole: Span


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `heads` are the headings, where each is text on one line; `facets` what each column says."""

    name: str
    rows: tuple[Row, ...]
    facets: tuple[str, ...]
    heads: tuple[Span, ...] = ()
    row_index: int = 3
    column_index: int = 2


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; an item is all that goes when it is dropped."""

    name: str
    items: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """`adds`: the first is the sum of the others. `share`: the first is a percentage, of the second in the third.
    `base`: the first can be a percentage of what counts `key`, or of `number`. `length`: the first is the length of the
    list `list`. `column`: the cells that are there add up to the same of the whole, wherever it stands; `number` is the
    facet that tells them apart. `spans`: what counts `key` is the sum of what counts `parts`. `rest`: the first says
    that it is the second less the others; `number` is 1 where it does before any change. `holds`: whether what words
    say ("only", "most") is so."""

    kind: str
    stands: tuple[str, ...]
    label: str
    number: int = 0
    list: str = ""
    key: Key = ()
    parts: tuple[Key, ...] = ()
    holds: Callable[[Mapping[str, Stand]], bool] | None = None


@dataclass(frozen=True)
class Subject:
    """A publication: the text of each file, and all that is known of it. `quoted_queries`: see `Stand.sort`."""

    name: str
    files: Mapping[str, str]
    stands: Mapping[str, Stand]
    words: tuple[Word, ...] = ()
    grids: tuple[Grid, ...] = ()
    lists: Mapping[str, Listing] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    truth: Truth | None = None

    def line(self, file: str, offset: int) -> int:
        return self.files[file].count("\n", 0, offset) + 1


@dataclass
class State:
    """What a changed publication says: its statistics, the lists' lengths, which statistic says it is the rest."""

    stands: dict[str, Stand]
    lengths: dict[str, int]
    rest: dict[str, bool]

    @classmethod
    def of(cls, subject: Subject) -> "State":
        rest = {
            relation.stands[0]: True for relation in subject.relations if relation.kind == "rest" and relation.number
        }
        lengths = {name: len(entry.items) for name, entry in subject.lists.items()}
        return cls(dict(subject.stands), lengths, rest)

    def set(self, name: str, **changes: object) -> None:
        self.stands[name] = replace(self.stands[name], **changes)  # type: ignore[arg-type]
