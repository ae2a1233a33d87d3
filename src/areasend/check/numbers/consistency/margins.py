"""Which rows or columns of a table are the totals of which others: by heading, and by how often the sum holds.

A heading that says total does not say of what. The candidates are tried: the lines before it back to the total before,
the lines after it, those of its group, all lines, or the other totals. The one that holds most often is meant. One that
holds nowhere is no relation at all, but for the plainest case: one total, plainly headed, beside its only parts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from areasend.check.numbers.consistency.grid import Rank

Values = Sequence[Fraction | None]


@dataclass(frozen=True, slots=True)
class Relation:
    """Line `total` is the sum of the lines `parts`: it `holds` at so many positions and fails at so many."""

    total: int
    parts: tuple[int, ...]
    rank: Rank
    holds: int
    fails: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    parts: tuple[int, ...]
    sums: tuple[Fraction | None, ...]


def relations(
    lines: Sequence[Values], ranks: Sequence[Rank], groups: Sequence[Sequence[str]], slack: Fraction = Fraction(0)
) -> Iterator[Relation]:
    """The totals among `lines` (each with one value for each position). `groups` are the labels of each line: lines
    with a label in common may be a group. `slack` is how far a rounded part may be from what it stands for."""
    totals = [index for index, rank in enumerate(ranks) if rank >= Rank.WEAK]
    if not totals:
        return
    everything = _candidate(lines, [index for index, rank in enumerate(ranks) if rank is Rank.PART])
    grouped = _grouped(lines, ranks, groups)
    for place, total in enumerate(totals):
        before = totals[place - 1] if place else -1
        after = totals[place + 1] if place + 1 < len(totals) else len(lines)
        candidates = [
            _candidate(lines, [index for index in range(before + 1, total) if ranks[index] is Rank.PART]),
            _candidate(lines, [index for index in range(total + 1, after) if ranks[index] is Rank.PART]),
            *(grouped[label] for label in enumerate(groups[total]) if label in grouped),
            everything,
            _candidate(lines, range(before + 1, total)),
        ]
        if len(totals) > 2 and place in (0, len(totals) - 1):
            candidates.append(_candidate(lines, [other for other in totals if other != total]))
        best = _best(lines[total], [entry for entry in candidates if len(entry.parts) > 1], slack)
        if best is not None:
            parts, holds, fails = best
            yield Relation(total=total, parts=parts, rank=ranks[total], holds=holds, fails=fails)


def _candidate(lines: Sequence[Values], parts: Sequence[int]) -> _Candidate:
    width = len(lines[0]) if lines else 0
    return _Candidate(tuple(parts), tuple(_sum([lines[part][place] for part in parts]) for place in range(width)))


def _sum(values: Values) -> Fraction | None:
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) if len(known) == len(values) else None


def _grouped(
    lines: Sequence[Values], ranks: Sequence[Rank], groups: Sequence[Sequence[str]]
) -> dict[tuple[int, str], _Candidate]:
    members: dict[tuple[int, str], list[int]] = {}
    for index, labels in enumerate(groups):
        if ranks[index] is Rank.PART and len(labels) > 1:
            for key in enumerate(labels):
                members.setdefault(key, []).append(index)
    return {key: _candidate(lines, parts) for key, parts in members.items() if len(parts) > 1}


def _best(total: Values, candidates: Sequence[_Candidate], slack: Fraction) -> tuple[tuple[int, ...], int, int] | None:
    found: tuple[tuple[int, ...], int, int] | None = None
    for candidate in candidates:
        allowed = slack * (len(candidate.parts) + 1)
        known = [
            (summed, value)
            for summed, value in zip(candidate.sums, total, strict=True)
            if summed is not None and value is not None and (summed or value)
        ]
        holds = sum(abs(summed - value) <= allowed for summed, value in known)
        if found is None or holds > found[1]:
            found = (candidate.parts, holds, len(known) - holds)
    return found
