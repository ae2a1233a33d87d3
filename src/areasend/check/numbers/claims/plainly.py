"""Whether a sentence says of a number no more than its terms do.

"28 inspections took place in 2024" counts them all; "12 of them in rural counties", "in 5, leaders' use of data was
inconsistent" do not, and no list of words can name all that may narrow a number down. So it goes by the words that are
known to narrow nothing (`data/claim_words.toml`), and by those of the framework's own outcomes; any other leaves it
unsure.
"""

import re
from collections.abc import Collection, Iterator

from areasend.check.numbers.claims.groups import Group
from areasend.check.numbers.claims.model import Mention
from areasend.check.numbers.claims.phrases import words_of
from areasend.check.numbers.word_lists import claim_words

_PLAIN = claim_words("plain_in_sentence") | claim_words("plain_in_title")
_SIGNS = re.compile(r"[,;:()](?=\s|$)|(?<=\s)\(")
_REACH = 200
# Behind a verb that counts, another clause says something else: "28 inspections took place and 340 parents came".
_COUNTED = re.compile(
    r"\b(?:carried out|conducted|completed|undertook|undertaken|inspected|visited|place|held|made|ended)\b[^,;]*?"
    r"\s(?=and\b)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"[^,;:()]*\b(?:with|that|which|where|whose|who|having|receiving)\b", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|all|these|those|our)\s+(?:other\s+|remaining\s+)?$", re.IGNORECASE)
# "In 9 areas inspected in 2024, ...": something is said of what is in them, and nothing of how many there were.
_WITHIN = re.compile(
    r"\W*(?:in|across|for|at(?!\sleast|\smost)|within|from)(?:\s(?:about|around|over|nearly|almost|only|just|more|fewer|than|at|least|most"
    r"|up|to))*\s*",
    re.IGNORECASE,
)


def unknown_words(
    text: str, start: int, known: Collection[tuple[int, int]], of_outcomes: frozenset[str]
) -> Iterator[int]:
    """Where the words of a sentence begin that may narrow its numbers down. `known` are terms, dates and numbers."""
    covered = sorted(known)
    at = 0
    for word in words_of(text):
        place = start + word.start
        while at < len(covered) and covered[at][1] <= place:
            at += 1
        inside = at < len(covered) and covered[at][0] <= place
        plain = word.folded in _PLAIN or word.folded in of_outcomes or word.folded.isdigit()
        if not inside and not plain:
            yield place


def reach_of(
    text: str, sentence: tuple[int, int], group: Group, outcome: Mention | None, following: Group | None
) -> tuple[int, int]:
    """From where to where a sentence speaks of a number: the outcome and what stands between, else its clause."""
    begin = _beginning(text, sentence[0], group, outcome)
    last = following.start if following is not None else sentence[1]
    if outcome is not None and outcome.start > group.start:
        definite = _DEFINITE.search(text[max(begin, group.start - 20) : group.start]) is not None
        restricting = not definite and _is_restricting(text, group, outcome)
        return begin, max(last, outcome.end) if restricting else outcome.end
    behind = _SIGNS.search(text, group.end, last)
    last = behind.start() if behind is not None else last
    counted = _COUNTED.search(text, begin, last) if outcome is None else None
    return begin, counted.end() if counted is not None else last


def stands_within(text: str, sentence: tuple[int, int], group: Group) -> bool:
    """Whether a number is that of a place of something else: "In 9 areas inspected in 2024, leaders had changed"."""
    return _WITHIN.fullmatch(text, _beginning(text, sentence[0], group, None), group.start) is not None


def _beginning(text: str, first: int, group: Group, outcome: Mention | None) -> int:
    begin = group.start if outcome is None else min(group.start, outcome.start)
    if outcome is None and _DEFINITE.search(text[max(first, begin - 20) : begin]) is not None:
        return begin
    before = [found.end() for found in _SIGNS.finditer(text, max(first, begin - _REACH), begin)]
    return max([first, *before])


def _is_restricting(text: str, group: Group, outcome: Mention) -> bool:
    """Whether an outcome says which inspections are meant: "5 inconsistent areas", "5 areas that were inconsistent"."""
    between = text[group.end : outcome.start]
    return not between.strip() or _RELATIVE.match(between) is not None
