"""The smallest set that clashes, against every subset of made-up rules."""

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.programme.planning import Verdict
from areasend.programme.shortage import clashing
from areasend.programme.shortage.clashing import needed_members, smallest_clash

MEMBERS = range(6)
sets = st.frozensets(st.sampled_from(MEMBERS), min_size=0, max_size=4)


def asking(
    clashes: list[frozenset[int]], opened: frozenset[frozenset[int]] = frozenset()
) -> Callable[[frozenset[int]], Verdict]:
    """Answers for made-up clashes: whatever holds one has no plan, what is in `opened` is not settled."""

    def ask(kept: frozenset[int]) -> Verdict:
        if kept in opened:
            return Verdict.OPEN
        return Verdict.NO if any(clash <= kept for clash in clashes) else Verdict.YES

    return ask


@given(st.lists(sets, min_size=1, max_size=4))
def test_it_is_the_smallest_and_each_of_it_is_needed(clashes: list[frozenset[int]]) -> None:
    found = smallest_clash(MEMBERS, asking(clashes))
    assert found is not None
    assert found.is_smallest
    assert found.all_needed
    members = frozenset(found.members)
    assert any(clash <= members for clash in clashes)
    smaller = [frozenset(chosen) for size in range(len(members)) for chosen in combinations(MEMBERS, size)]
    assert not any(clash <= chosen for clash in clashes for chosen in smaller)


@given(st.lists(sets, min_size=1, max_size=4))
def test_of_members_those_are_kept_that_are_needed(clashes: list[frozenset[int]]) -> None:
    found = needed_members(MEMBERS, asking(clashes))
    members = frozenset(found.members)
    assert any(clash <= members for clash in clashes)
    assert all(not any(clash <= members - {member} for clash in clashes) for member in members)


def test_where_nothing_clashes_there_is_no_set() -> None:
    assert smallest_clash(MEMBERS, asking([])) is None


def test_what_is_not_settled_is_not_told_as_smallest() -> None:
    ask = asking([frozenset({0, 1}), frozenset({2})], frozenset({frozenset({2})}))
    found = smallest_clash(MEMBERS, ask)
    assert found is not None
    assert not found.is_smallest
    assert {0, 1} <= set(found.members) or 2 in found.members


def test_beyond_the_questions_allowed_the_whole_set_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clashing, "QUESTIONS", 1)
    found = smallest_clash(MEMBERS, asking([frozenset({3})]))
    assert found is not None
    assert found.members == tuple(MEMBERS)
    assert not found.is_smallest
