"""The smallest set of rules that clash: with them alone no plan has all in time, without any one of them one has.

Smallest by number, by turns of a smallest set that meets every known way out and of a widest set that still has a plan
(Ignatiev and others, "Smallest MUS extraction with minimal hitting set dualization", 2015).
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import Generic, TypeVar

from areasend.programme.planning import Verdict

# Questions to the search in one call; beyond these the whole set is told, and that it was not made smaller.
QUESTIONS = 200

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Clash(Generic[T]):
    """`members` clash. `without` says for each whether the others, without it, have a plan; `is_smallest` if proved."""

    members: tuple[T, ...]
    without: tuple[Verdict, ...]
    is_smallest: bool

    @property
    def all_needed(self) -> bool:
        return all(verdict is Verdict.YES for verdict in self.without)


class _Asked(Generic[T]):
    """Remembers answers: what is part of a set with a plan has one, what holds a set that clashes clashes."""

    def __init__(self, ask: Callable[[frozenset[T]], Verdict]) -> None:
        self._ask = ask
        self._known: dict[frozenset[T], Verdict] = {}
        self.open = False

    def __call__(self, members: frozenset[T]) -> Verdict:
        for known, verdict in self._known.items():
            if (verdict is Verdict.YES and members <= known) or (verdict is Verdict.NO and members >= known):
                return verdict
        if members not in self._known:
            self._known[members] = self._ask(members)
            self.open = self.open or self._known[members] is Verdict.OPEN
        return self._known[members]

    @property
    def count(self) -> int:
        return len(self._known)


def smallest_clash(present: Sequence[T], ask: Callable[[frozenset[T]], Verdict]) -> Clash[T] | None:
    """The smallest set whose rules clash, the first of equal ones in the order given; None if all together do not.

    What was not settled counts as having a plan, so that a set that is told to clash does.
    """
    asked = _Asked(ask)
    everything = frozenset(present)
    if asked(everything) is not Verdict.NO:
        return None
    ways_out: list[frozenset[T]] = []
    while asked.count < QUESTIONS:
        candidate = _meeting(present, ways_out)
        if asked(candidate) is Verdict.NO:
            members = tuple(entry for entry in present if entry in candidate)
            return Clash(members, _without(members, asked), not asked.open)
        widest = _widened(candidate, present, asked)
        ways_out.append(everything - widest)
    return Clash(tuple(present), _without(present, asked), False)


def needed_members(present: Sequence[T], ask: Callable[[frozenset[T]], Verdict]) -> Clash[T]:
    """Of members that clash, so few that each is needed: halves are tried first, then each by itself."""
    asked = _Asked(ask)
    kept = list(present)
    step = len(kept)
    while step >= 1:
        for start in range((len(kept) - 1) // step * step, -1, -step):
            fewer = kept[:start] + kept[start + step :]
            if asked(frozenset(fewer)) is Verdict.NO:
                kept = fewer
        step //= 2
    return Clash(tuple(kept), _without(kept, asked), False)


def _without(members: Sequence[T], asked: _Asked[T]) -> tuple[Verdict, ...]:
    return tuple(asked(frozenset(members) - {member}) for member in members)


def _meeting(present: Sequence[T], ways_out: Sequence[frozenset[T]]) -> frozenset[T]:
    """The smallest set with a member of each way out."""
    by_size = chain.from_iterable(combinations(present, size) for size in range(len(present) + 1))
    return next(chosen for chosen in map(frozenset, by_size) if all(chosen & way for way in ways_out))


def _widened(candidate: frozenset[T], present: Sequence[T], asked: _Asked[T]) -> frozenset[T]:
    for member in present:
        if asked(candidate | {member}) is not Verdict.NO:
            candidate |= {member}
    return candidate
