"""Which of several terms in a sentence goes with which of several numbers.

One term beside one number needs no rule. Of several, order decides: "7 positive, 15 inconsistent" has each number
before its term, "positive: 7, inconsistent: 15" after it, and "7 and 15 were positive and inconsistent respectively" in
two rows.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from areasend.check.numbers.claims.groups import Group
from areasend.check.numbers.claims.model import Mention

_CLAUSE = re.compile(r"[,;] (?:and|but|while|whereas|with)\b|;|, (?=\d)")
_LONGEST_BOUND = 12


def paired(groups: Sequence[Group], mentions: Sequence[Mention], text: str = "") -> dict[int, Mention]:
    """The mention that goes with each group, by the id of its main number; a group that has none is left out.

    Where each clause of `text` with a number has its own term, terms do not leave their clause.
    """
    if not groups:
        return {}
    distinct = _merged(groups, mentions)
    clauses = _clauses(groups, distinct, text) if len({mention.term for mention in distinct}) > 1 else []
    if len(clauses) > 1:
        return {key: found for own, inside in clauses for key, found in _paired(own, inside).items()}
    return _paired(groups, distinct)


def _clauses(
    groups: Sequence[Group], mentions: Sequence[Mention], text: str
) -> list[tuple[list[Group], list[Mention]]]:
    """Numbers and terms clause by clause; nothing if a clause with a number has no term.

    Only the clauses between the first and the last of them are looked for: a passage may have thousands.
    """
    first = min(groups[0].start, mentions[0].start)
    last = max(groups[-1].start, mentions[-1].start)
    ends = [found.start() for found in _CLAUSE.finditer(text, first, last + _LONGEST_BOUND)]
    own: dict[int, list[Group]] = {}
    for group in groups:
        own.setdefault(bisect_right(ends, group.start), []).append(group)
    inside: dict[int, list[Mention]] = {}
    for mention in mentions:
        inside.setdefault(bisect_right(ends, mention.start), []).append(mention)
    return [(own[clause], inside[clause]) for clause in own] if own.keys() <= inside.keys() else []


def _paired(groups: Sequence[Group], distinct: Sequence[Mention]) -> dict[int, Mention]:
    if not groups or not distinct:
        return {}
    if len({mention.term for mention in distinct}) == 1:
        return _one_term(groups, distinct)
    in_two_rows = _two_rows(groups, distinct)
    if in_two_rows:
        return in_two_rows
    if distinct[0].start < groups[0].start:
        if distinct[-1].start > groups[-1].start:
            # "One positive (13%), three inconsistent (38%), four failing": no one order holds.
            return {}
        return _following(groups, distinct)
    return _preceding(groups, distinct)


def _merged(groups: Sequence[Group], mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions in order, one left out that repeats the one before it with no number between."""
    merged: list[Mention] = []
    for mention in mentions:
        last = merged[-1] if merged else None
        if (
            last is None
            or last.term != mention.term
            or any(last.start < group.start < mention.start for group in groups)
        ):
            merged.append(mention)
    return merged


def _one_term(groups: Sequence[Group], mentions: Sequence[Mention]) -> dict[int, Mention]:
    """One term: each time it is named it goes with the last number before it, else with the numbers after it."""
    if mentions[0].start < groups[0].start:
        return {group.main.id: mentions[0] for group in groups}
    return _preceding(groups, mentions)


def _two_rows(groups: Sequence[Group], mentions: Sequence[Mention]) -> dict[int, Mention]:
    if len(mentions) < 2 or len(groups) < len(mentions):
        return {}
    last = groups[-len(mentions) :]
    if mentions[0].start > last[-1].end and len(mentions) == len({mention.term for mention in mentions}):
        return {group.main.id: mention for group, mention in zip(last, mentions, strict=True)}
    if mentions[-1].end < groups[0].start and len(groups) == len(mentions):
        return {group.main.id: mention for group, mention in zip(groups, mentions, strict=True)}
    return {}


def _following(groups: Sequence[Group], mentions: Sequence[Mention]) -> dict[int, Mention]:
    """Each number after its term; the first term stands before the first number."""
    return {group.main.id: [entry for entry in mentions if entry.start < group.start][-1] for group in groups}


def _preceding(groups: Sequence[Group], mentions: Sequence[Mention]) -> dict[int, Mention]:
    found: dict[int, Mention] = {}
    for mention in mentions:
        earlier = [group for group in groups if group.start < mention.start]
        if earlier and earlier[-1].main.id not in found:
            found[earlier[-1].main.id] = mention
    return found
