"""Which relations a publication breaks, and which of its statements the records do not bear out."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product
from math import floor

from tests.publications_mutated.model import Key, Relation, Stand, State, Subject


@dataclass(frozen=True, slots=True)
class Broken:
    """A relation that does not hold; `id` says which, apart from values; `stands` take part."""

    id: tuple[str, ...]
    label: str
    stands: tuple[str, ...]


def broken(subject: Subject, state: State) -> dict[tuple[str, ...], Broken]:
    """All that contradicts in the document itself."""
    found = [*_same(state), *_shares(state)]
    for relation in subject.relations:
        stands = [state.stands[name] for name in relation.stands if name in state.stands]
        whole = len(stands) == len(relation.stands)
        begun = relation.kind == "adds" and relation.stands[0] in state.stands and len(stands) > 1
        if (whole or begun or relation.kind == "column") and not _holds(relation, stands, state):
            found.append(Broken((relation.kind, relation.label, *relation.stands), relation.label, relation.stands))
    return {entry.id: entry for entry in found}


def untrue(subject: Subject, state: State) -> dict[tuple[str, ...], Broken]:
    """The statements that the records contradict."""
    if subject.truth is None:
        return {}
    found = {}
    for stand in state.stands.values():
        true = subject.truth(stand.key)
        if true is not None and not _fits(stand, true):
            found["records", stand.name] = Broken(("records", stand.name), "the records", (stand.name,))
    return found


def round_half_up(value: Fraction, places: int = 0) -> Fraction:
    """Written anew here, so that a fault of the package's own rounding would show."""
    return Fraction(floor(value * 10**places + Fraction(1, 2)), 10**places)


def places_of(stand: Stand) -> int:
    digits = stand.text.rstrip("%").partition(".")[2]
    return len(digits)


def count_of(stand: Stand, base: int) -> int | None:
    """The count of a base that gives a percentage when rounded half up."""
    near = int(stand.value * base / 100)
    for count in range(max(0, near - 1), min(base, near + 1) + 1):
        if round_half_up(Fraction(100 * count, base), places_of(stand)) == stand.value:
            return count
    return None


def _same(state: State) -> Iterator[Broken]:
    groups: dict[Key, list[Stand]] = defaultdict(list)
    for stand in state.stands.values():
        if stand.key and stand.sort != "quoted":
            groups[stand.key].append(stand)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if not _compatible(one, other):
                label = "the table" if one.in_table or other.in_table else "another place"
                if one.span.file != other.span.file:
                    label = "another file"
                yield Broken(("same", one.name, other.name), label, (one.name, other.name))


def _shares(state: State) -> Iterator[Broken]:
    """A share whose count and whole are stated has to be theirs; of counts that are stated in two ways, any will do."""
    values: dict[Key, set[Fraction]] = defaultdict(set)
    for stand in state.stands.values():
        if stand.key[:1] and stand.key[0] in ("count", "inspections") and stand.relation == "=":
            values[stand.key[1:]].add(stand.value)
    for stand in state.stands.values():
        if stand.key[:1] != ("share",) or stand.relation != "=":
            continue
        _, period, group, place = stand.key
        parts, wholes = values[period, group, place], values[period, "all", place]
        given = [round_half_up(100 * part / whole, places_of(stand)) for part in parts for whole in wholes if whole]
        if given and stand.value not in given:
            yield Broken(("shares", stand.name), "the percentage", (stand.name,))


def _compatible(one: Stand, other: Stand) -> bool:
    if one.relation == "=":
        return _fits(other, one.value)
    if other.relation == "=":
        return _fits(one, other.value)
    return one.relation[0] == other.relation[0] or (_low(one) < _high(other) and _low(other) < _high(one))


def _low(stand: Stand) -> Fraction:
    return stand.value if stand.relation[0] == ">" else Fraction(0)


def _high(stand: Stand) -> Fraction:
    return stand.value if stand.relation[0] == "<" else Fraction(10**12)


def _fits(stand: Stand, true: Fraction) -> bool:
    """Whether a true value is as it is said to be."""
    if stand.sort == "percentage" or (stand.key[2:3] and stand.key[2].endswith("_pct")):
        true = round_half_up(true, places_of(stand))
    value = stand.value
    return {
        "=": true == value,
        ">": true > value,
        ">=": true >= value,
        "<": true < value,
        "<=": true <= value,
    }[stand.relation]


def _holds(relation: Relation, stands: list[Stand], state: State) -> bool:
    if relation.kind == "length":
        return _fits(stands[0], Fraction(state.lengths[relation.list]))
    if relation.kind == "holds":
        assert relation.holds is not None
        return relation.holds(state.stands)
    if relation.kind == "column":
        return _column_holds(relation, stands, state)
    if relation.kind == "spans":
        whole, *parts = [_values(state, key) for key in (relation.key, *relation.parts)]
        return any(one == sum(some) for one in whole for some in product(*parts)) or not (whole and all(parts))
    if relation.kind == "adds":
        return _adds(stands)
    if relation.kind == "rest":
        return not state.rest.get(relation.stands[0]) or _adds([stands[1], stands[0], *stands[2:]])
    if any(stand.relation != "=" for stand in stands):
        return True
    values = [stand.value for stand in stands]
    if relation.kind == "share":
        return values[2] > 0 and values[0] == round_half_up(100 * values[1] / values[2], places_of(stands[0]))
    assert relation.kind == "base", relation.kind
    bases = {int(value) for value in _values(state, relation.key)} or {relation.number}
    return any(count_of(stands[0], base) is not None for base in bases)


def _adds(stands: list[Stand]) -> bool:
    """Whether the first can be the sum of the others; where one of all is a bound, by what it would have to be."""
    bounds = [stand for stand in stands if stand.relation != "="]
    if len(bounds) > 1:
        return True
    parts = sum(stand.value for stand in stands[1:] if stand not in bounds)
    if not bounds:
        return stands[0].value == parts
    return _fits(bounds[0], parts if bounds[0] is stands[0] else stands[0].value - parts)


def _column_holds(relation: Relation, stands: list[Stand], state: State) -> bool:
    index = relation.number
    keys = {(*stand.key[:index], "all", *stand.key[index + 1 :]) for stand in stands}
    wholes = [stand for stand in state.stands.values() if stand.key in keys] if len(keys) == 1 else []
    if any(stand.relation != "=" for stand in stands):
        return True
    return not wholes or any(_fits(whole, sum((stand.value for stand in stands), Fraction(0))) for whole in wholes)


def _values(state: State, key: Key) -> set[Fraction]:
    return {stand.value for stand in state.stands.values() if stand.key == key and stand.relation == "="}
