"""Where in a quotation the number stands that a finding is about."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from areasend.check.numbers.reading.model import Number
from areasend.check.numbers.results.model import Finding


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a quotation, marked or not. Pieces joined are the quotation."""

    text: str
    marked: bool


def pieces(finding: Finding, numbers: Mapping[int, Number]) -> tuple[Piece, ...]:
    """The quotation of a finding, cut where its numbers stand in it; `numbers` by their ids.

    What was found is marked where the numbers themselves are not in the quotation, as in one of a name or a date.
    """
    own = [numbers[key] for key in finding.numbers if key in numbers]
    spans = sorted({span for number in own if (span := _place(finding, number)) is not None})
    if not spans and finding.found:
        spans = list(_first(finding.quote, finding.found))
    return tuple(_cut(finding.quote, spans))


def _place(finding: Finding, number: Number) -> tuple[int, int] | None:
    """Where a number stands in the quotation: by its place in the passage, if that is what is quoted."""
    passage = number.passage
    if passage.file != finding.where.file:
        return None
    around = passage.text.find(
        finding.quote, max(0, number.end - len(finding.quote)), number.start + len(finding.quote)
    )
    if around < 0:
        return None
    return number.start - around, number.end - around


def _first(quote: str, found: str) -> Iterable[tuple[int, int]]:
    """The first place where it stands by itself, not as a part of a longer word or number."""
    # `(?<!\d[.,])` and its like keep 4 from being found in 1,204 and 18.4.
    match = re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(found)}(?!\w|[.,]\d)", quote)
    if match:
        yield match.span()


def _cut(quote: str, spans: Iterable[tuple[int, int]]) -> Iterable[Piece]:
    done = 0
    for start, end in spans:
        if start < done:
            continue
        if quote[done:start]:
            yield Piece(quote[done:start], marked=False)
        yield Piece(quote[start:end], marked=True)
        done = end
    if quote[done:]:
        yield Piece(quote[done:], marked=False)
