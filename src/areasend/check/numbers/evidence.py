"""All that a rule may look at: the documents, the numbers in them, what these count, and the field's words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from areasend.check.numbers.claims.model import Claim, Statement
from areasend.check.numbers.documents.model import Document, Passage
from areasend.check.numbers.numbers_of import NumbersOf, by_passage
from areasend.check.numbers.reading.model import Number, Share
from areasend.framework import Framework
from areasend.register import Register
from areasend.snapshot import Snapshot


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """`numbers` in reading order, ids 0, 1, ...; `shares` and `claims` are made of them. `register` is for its names
    only; what is true is `snapshot`'s, None where nobody named records. `quoted` are the numbers that are quoted from
    elsewhere, `of_the_field` the documents (by their place) that are about area SEND inspections: only these can be
    held against records."""

    documents: tuple[Document, ...]
    numbers: tuple[Number, ...]
    shares: tuple[Share, ...]
    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...] = ()
    framework: Framework
    register: Register
    snapshot: Snapshot | None = None
    quoted: frozenset[int] = field(default_factory=frozenset)
    of_the_field: frozenset[int] = field(default_factory=frozenset)

    @cached_property
    def _numbers_of(self) -> NumbersOf:
        return by_passage(self.numbers)

    def numbers_in(self, passage: Passage) -> Sequence[Number]:
        """The numbers of a passage, dates and references too, in order."""
        return self._numbers_of(passage)

    @cached_property
    def _by_number(self) -> dict[int, Claim]:
        return {claim.number.id: claim for claim in self.claims}

    def claim_of(self, number: Number) -> Claim | None:
        """What a number counts; only a statistic has a claim."""
        return self._by_number.get(number.id)

    def claims_in(self, document: int) -> Iterable[Claim]:
        return (claim for claim in self.claims if claim.document == document)
