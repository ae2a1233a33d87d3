"""Every percentage whose base the documents state, with its count where that is stated too.

From what stands together in prose ("4 out of the 5 (80%)"), from tables, and from claims: the base that a claim names,
or the one count in the documents that counts exactly what the percentage is of.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from areasend.check.numbers.claims.model import Claim, Facet, Origin, Span, Term
from areasend.check.numbers.claims.vocabulary import Vocabulary
from areasend.check.numbers.consistency.grid import Grid, exact, grids
from areasend.check.numbers.consistency.roundings import Way, counts_giving, ways
from areasend.check.numbers.consistency.share_columns import Base, shares_of_table
from areasend.check.numbers.documents.model import Passage, Table
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number, Relation, Unit

_ROUNDED_FROM = 1000
_MANY = 8
_BESIDE = 80
_OF = re.compile(r"\s+of\s+(?:(?:the|all|these|those|our|its)\s+){0,2}", re.IGNORECASE)
# "Went down from 8 (31%) to 6 (21%)": two shares of two wholes, and the sentence says of neither which.
_CHANGE = re.compile(r"\bfrom [^.;]{1,40}\bto\b", re.IGNORECASE)
_OPENING = re.compile(r"\s*(?:\w+,\s+)?(?:of|among)\s+(?:(?:the|all|these|those|our)\s+){1,2}", re.IGNORECASE)
_Days = tuple[date | None, date | None] | None
_Key = tuple[int, frozenset[Term], _Days]
_COUNTED_ALIKE = tuple((Facet.MEASURE, key) for key in ("inspections", "areas", "reports"))


@dataclass(frozen=True, slots=True)
class Known:
    """A percentage of `value`, which `base` states (None: it is a sum of counts). `part` is its count, if stated."""

    percent: Number
    value: int
    base: Number | None
    part: Number | None
    document: int

    @property
    def rounded(self) -> bool:
        """Whether base or count are themselves rounded, as 21,000 is."""
        return any(number is not None and is_rounded(number) for number in (self.base, self.part))


def is_rounded(number: Number) -> bool:
    return number.value >= _ROUNDED_FROM and number.grain >= 100


def known_shares(evidence: Evidence) -> tuple[Known, ...]:
    """In the order of the percentages, each once: with a count if any source has it, what stands together first."""
    files = {document.file: place for place, document in enumerate(evidence.documents)}
    found: dict[int, Known] = {}
    beside: set[int] = set()
    for percent, base, part in (*_together(evidence), *_in_tables(evidence, beside), *_claimed(evidence)):
        if part is None and percent.id in beside:
            continue
        if not _is_exact(percent, Unit.PERCENT, Unit.COUNT) or percent.id in evidence.quoted:
            continue
        before = found.get(percent.id)
        if before is None or (before.part is None and part is not None):
            document = files[percent.passage.file]
            found[percent.id] = Known(percent, base.value, base.number, part, document)
    return tuple(found[key] for key in sorted(found))


def _is_exact(number: Number, *units: Unit) -> bool:
    """Whether a number is stated as it is, in one of the units (a percentage under a heading of a table is bare)."""
    return number.is_statistic and number.unit in units and number.relation is Relation.EXACT


def _whole(number: Number | None) -> Base | None:
    value = exact(number)
    if number is None or value is None or number.unit is not Unit.COUNT:
        return None
    return Base(int(value), number) if value > 0 and value.denominator == 1 else None


def _count(number: Number | None) -> Number | None:
    whole = number is not None and _is_exact(number, Unit.COUNT) and Fraction(number.value).denominator == 1
    return number if whole else None


def _together(evidence: Evidence) -> Iterator[tuple[Number, Base, Number | None]]:
    for share in evidence.shares:
        base = _whole(share.whole)
        if share.percent is not None and base is not None:
            yield share.percent, base, _count(share.part)


def _in_tables(evidence: Evidence, beside: set[int]) -> Iterator[tuple[Number, Base, Number | None]]:
    """Shares in tables; the ids of all percentages in tables with counts, which state their own bases, go to `beside`:
    no base from elsewhere is theirs."""
    before = _before_tables(evidence)
    for grid in grids(evidence):
        if any(column.numeric and not column.percent for column in grid.columns):
            percents = (cell.percent for row in grid.cells for cell in row)
            beside.update(percent.id for percent in percents if percent is not None)
        for pair, base in shares_of_table(grid, _counts_beside(evidence, grid, before)):
            yield pair.percent, base, pair.part


def _before_tables(evidence: Evidence) -> dict[tuple[str, int], Passage]:
    """For the first cell of each table the paragraph right before it."""
    found: dict[tuple[str, int], Passage] = {}
    for document in evidence.documents:
        for before, block in zip(document.blocks, document.blocks[1:], strict=False):
            if isinstance(block, Table) and isinstance(before, Passage) and block.header:
                found[(block.header[0].file, block.header[0].id)] = before
    return found


def _counts_beside(evidence: Evidence, grid: Grid, before: dict[tuple[str, int], Passage]) -> list[Number]:
    passages = [grid.table.caption] if grid.table.caption is not None else []
    passages += grid.table.header
    first = before.get((grid.table.header[0].file, grid.table.header[0].id)) if grid.table.header else None
    passages += [first] if first is not None else []
    numbers = [number for passage in passages for number in evidence.numbers_in(passage)]
    return [number for number in numbers if _count(number) is not None and number.value > 1][:_MANY]


def _claimed(evidence: Evidence) -> Iterator[tuple[Number, Base, Number | None]]:
    """Shares whose base a claim names. Those of one thing, or of one column, are taken together: a base that most of
    them contradict is not theirs."""
    counts = _counts(evidence.claims)
    vocabulary = Vocabulary(evidence.framework, evidence.register)
    groups: dict[object, list[_Claimed]] = {}
    parts = {share.percent.id: _count(share.part) for share in evidence.shares if share.percent is not None}
    for claim in evidence.claims:
        if claim.of is None or claim.number.unit is not Unit.PERCENT:
            continue
        part = _count(claim.part) or parts.get(claim.number.id)
        told = claim.origin is Origin.CELL or _says_whole(vocabulary, claim.number)
        if not told and (part is None or _CHANGE.search(claim.number.sentence.text)):
            continue
        if claim.origin is Origin.CELL and any(term.facet is Facet.LABEL for term in claim.terms):
            continue
        key = (claim.document, _plain(claim.of))
        base = _named(evidence, claim) or _looked_up(counts.get((*key, _days(claim.span)), {}))
        if base is not None:
            told = told and claim.origin is Origin.PROSE
            group = (key, base.value, claim.table, claim.column, part is None)
            groups.setdefault(group, []).append(_Claimed(claim.number, base, part, told))
    for entries in groups.values():
        fitting = [entry for entry in entries if entry.fits]
        if len(fitting) * 3 >= len(entries) * 2 and len(entries) > 2:
            fitting = entries
        for entry in entries if all(entry.told for entry in entries) and len(entries) < 3 else fitting:
            yield entry.number, entry.base, entry.part


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A percentage with the base that a claim names; `told` if the words right beside it say so."""

    number: Number
    base: Base
    part: Number | None
    told: bool

    @property
    def fits(self) -> bool:
        """Whether it is one of its base by any way of rounding."""
        number, base = self.number, self.base.value
        if self.part is not None:
            return self.part.value <= base and bool(ways(int(self.part.value), base, number.value, number.places))
        return bool(counts_giving(number.value, base, number.places, (Way.HALF_UP, Way.HALF_EVEN, Way.CUT_OFF)))


def _named(evidence: Evidence, claim: Claim) -> Base | None:
    """The base that a claim names, unless that is of another period than the share says of itself."""
    whole = evidence.claim_of(claim.base) if claim.base is not None else None
    if whole is not None and claim.span_stated and _days(whole.span) != _days(claim.span):
        return None
    return _whole(claim.base)


def _says_whole(vocabulary: Vocabulary, number: Number) -> bool:
    """Whether the words right beside a percentage say that it is of things the field counts: "55% of inspections",
    "of the areas with this outcome, 93% had". Prose quotes shares of many other things."""
    text = number.passage.text
    after = _OF.match(text, number.end, number.end + _BESIDE)
    if after is not None:
        return _begins_with_measure(vocabulary, text[after.end() : number.sentence.end])
    opening = _OPENING.match(text, number.sentence.start, number.start)
    said = opening is not None and text[: number.start].rstrip().endswith(",")
    return said and opening is not None and _begins_with_measure(vocabulary, text[opening.end() : number.start])


def _begins_with_measure(vocabulary: Vocabulary, words: str) -> bool:
    """Whether a measure is named within the first words, and not as that of something else ("inspections of homes")."""
    for mention in vocabulary.mentions(words[:_BESIDE]):
        if mention.term.facet is Facet.MEASURE:
            adjectives = words[: mention.start].split()
            return len(adjectives) < 3 and not words[mention.end :].lstrip().lower().startswith("of ")
    return False


def _counts(claims: Sequence[Claim]) -> dict[_Key, dict[Fraction, Number]]:
    """The values that the documents state for each thing that they count, with the first number that does."""
    found: dict[_Key, dict[Fraction, Number]] = {}
    for claim in claims:
        if claim.of is None and claim.sure and _count(claim.number) is not None:
            values = found.setdefault((claim.document, _plain(claim.terms), _days(claim.span)), {})
            values.setdefault(Fraction(claim.number.value), claim.number)
    return found


def _plain(terms: frozenset[Term]) -> frozenset[Term]:
    """The field's own terms, without headings of the document's tables; inspections and areas are counted in turn."""
    return frozenset(
        term for term in terms if term.facet is not Facet.LABEL and (term.facet, term.key) not in _COUNTED_ALIKE
    )


def _looked_up(values: dict[Fraction, Number]) -> Base | None:
    """The one value that the documents state for what a percentage is of; None if they state several or none."""
    return _whole(next(iter(values.values()))) if len(values) == 1 else None


def _days(span: Span | None) -> _Days:
    return None if span is None else (span.first, span.last)
