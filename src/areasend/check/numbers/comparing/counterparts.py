"""What a claim is held against among many that count the same, found without looking at each of them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal

from areasend.check.numbers.claims.model import Claim, Facet

# The measure and the document of a claim; None for any.
_Of = tuple[str | None, int | None]
_ANY = ""


class Counterparts:
    """Claims by measure and document. One that names no measure, or several, may count what any other does."""

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        """Values are only those of the claims that are given here."""
        self._first: dict[_Of, list[Claim]] = {}
        self._values: dict[str | None, list[Decimal]] = {}
        for claim in claims:
            self.add(claim)
            if isinstance(claim.number.value, Decimal):
                for key in (claim.key(Facet.MEASURE), _ANY):
                    self._values.setdefault(key, []).append(claim.number.value)
        for values in self._values.values():
            values.sort()

    def add(self, claim: Claim) -> None:
        """Of each measure, in each document and in all, only the first two of different values are ever shown."""
        measure = claim.key(Facet.MEASURE)
        for of in ((measure, claim.document), (measure, None), (_ANY, claim.document), (_ANY, None)):
            _keep(self._first.setdefault(of, []), claim)

    def nearest(self, claim: Claim, *, differing: bool) -> Claim | None:
        """The counterpart to show: in the same document if there is one, then the first; `differing` in value."""
        for document in (claim.document, None):
            found = [
                other
                for measure in _measures(claim)
                for other in self._first.get((measure, document), ())
                if not differing or other.number.value != claim.number.value
            ]
            if found:
                return min(found, key=lambda other: other.number.id)
        return None

    def values_near(self, claim: Claim) -> Iterator[Decimal]:
        """Of the values of its counterparts the lowest, the highest and those beside its own.

        If none of these keeps to what a bound says, no other does.
        """
        for measure in _measures(claim):
            values = self._values.get(measure, [])
            if values and isinstance(claim.number.value, Decimal):
                place = bisect_left(values, claim.number.value)
                yield from (values[0], values[-1], *values[max(0, place - 1) : place + 1])


def _measures(claim: Claim) -> tuple[str | None, ...]:
    own = claim.key(Facet.MEASURE)
    return (_ANY,) if own is None else (own, None)


def _keep(first: list[Claim], claim: Claim) -> None:
    """Keeps the first claim, and the first after it with another value; claims come in any order."""
    places = [*first, claim]
    places.sort(key=lambda entry: entry.number.id)
    other = next((entry for entry in places if entry.number.value != places[0].number.value), None)
    first[:] = [places[0]] if other is None else [places[0], other]
