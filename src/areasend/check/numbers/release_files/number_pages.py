"""The pages that say how each number was counted: a heading, "Figure: <id>", then the value and what it is made of."""

import re
from collections.abc import Callable, Iterator, Sequence

from areasend.check.numbers.documents.model import Block, Passage, Role
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number
from areasend.check.numbers.release_files.model import Side, Stated

_FIGURE = re.compile(r"Figure: (\S+\.\S+\.\S+)$")
# What stands behind these words is the value of the figure, or the parts of its share, in this order.
_LINES: tuple[tuple[re.Pattern[str], tuple[Side, ...]], ...] = (
    (re.compile(r"Value: "), (Side.VALUE,)),
    (re.compile(r"Numerator: "), (Side.NUMERATOR,)),
    (re.compile(r"Denominator: "), (Side.DENOMINATOR,)),
    (re.compile(r"Counted as: [\d,]+ of [\d,]+, "), (Side.NUMERATOR, Side.DENOMINATOR)),
    (re.compile(r"The records? behind [\d,.]+%?$"), (Side.VALUE,)),
    (re.compile(r"The others of which [\d,.]+% is a share$"), (Side.VALUE,)),
)
_HEADED = re.compile(r"[-−]?[\d,.]+%?: ")


def entries_of(evidence: Evidence, blocks: Sequence[Block], stated: Callable[..., Stated | None]) -> Iterator[Stated]:
    """What the entries of a page say of their figures. `stated` makes a place of a number, figure and side."""
    heading: Passage | None = None
    figure = ""
    for block in blocks:
        if not isinstance(block, Passage):
            continue
        if block.role is Role.HEADING:
            heading, figure = block, ""
        elif (match := _FIGURE.match(block.text)) is not None:
            figure = match.group(1)
            if heading is not None and _HEADED.match(heading.text):
                yield from _placed(_first(evidence, heading, 1), figure, (Side.VALUE,), stated)
        elif figure:
            for words, sides in _LINES:
                if words.match(block.text):
                    yield from _placed(_first(evidence, block, len(sides)), figure, sides, stated)


def _first(evidence: Evidence, passage: Passage, count: int) -> Sequence[Number]:
    return [number for number in evidence.numbers_in(passage) if number.is_statistic][:count]


def _placed(
    numbers: Sequence[Number], figure: str, sides: Sequence[Side], stated: Callable[..., Stated | None]
) -> Iterator[Stated]:
    if len(numbers) == len(sides):
        for number, side in zip(numbers, sides, strict=True):
            found = stated(number, figure, side)
            if found is not None:
                yield found
