"""The numbers of a passage, looked up."""

from collections.abc import Callable, Sequence

from areasend.check.numbers.documents.model import Passage
from areasend.check.numbers.reading.model import Number

# The numbers of a passage, in order.
NumbersOf = Callable[[Passage], Sequence[Number]]


def by_passage(numbers: Sequence[Number]) -> NumbersOf:
    """Looks the numbers of a passage up."""
    found: dict[tuple[str, int], list[Number]] = {}
    for number in numbers:
        found.setdefault((number.passage.file, number.passage.id), []).append(number)
    return lambda passage: found.get((passage.file, passage.id), [])
