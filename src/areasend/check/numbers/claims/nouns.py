"""What a number is a number of: the noun behind it, and whether its sentence counts them all."""

import re
from collections.abc import Sequence

from areasend.check.numbers.claims.groups import Group
from areasend.check.numbers.claims.model import Facet, Mention, Term
from areasend.check.numbers.claims.phrases import words_of
from areasend.check.numbers.claims.small_words import small_words

_LEVEL_MEASURES = {"afi": "afi", "apa": "apa"}
_ENDS = small_words("ends_noun_phrase")
_OF = frozenset({"of", "out", "the", "these", "those", "our", "all"})
_REACH = 8
# A sentence that says that the inspections themselves were made counts them all.
_ALL_OF_THEM = re.compile(
    r"\b(carried out|carrying out|conducted|completed|undert(?:ook|aken)|inspected|took place|taking place|taken place|"
    r"held|made|were inspected|ended|in total|altogether|visited|there were|there are|there have been|"
    r"(?:all|each|every)(?: of)? the)\b",
    re.IGNORECASE,
)


def measure_of(text: str, group: Group, mentions: Sequence[Mention]) -> Term | None:
    """The measure that the noun behind the number names; that of the whole, where the part has none of its own."""
    visits = next((entry.term for entry in mentions if entry.term.key == "visits"), None)
    numbers = [group.main, *(entry for entry in (group.whole, group.percent) if entry is not None)]
    for number in numbers:
        found = _noun_behind(text, number.end, mentions)
        if found is not None:
            return visits if visits is not None and found.key in ("areas", "local_areas") else found
    return None


def _noun_behind(text: str, after: int, mentions: Sequence[Mention]) -> Term | None:
    behind = text[after : after + 160]
    limit = after + len(behind)
    for count, word in enumerate(words_of(behind), start=1):
        gap = behind[: word.start].rstrip()
        if (
            count > _REACH
            or (word.folded in _ENDS and word.folded not in _OF)
            or gap.endswith((",", ";", ".", "(", ":"))
        ):
            limit = after + word.start
            break
    nouns = [
        mention
        for mention in mentions
        if mention.term.facet in (Facet.MEASURE, Facet.LEVEL) and after <= mention.start and mention.start < limit
    ]
    if not nouns:
        return None
    last = nouns[-1].term
    return Term(Facet.MEASURE, _LEVEL_MEASURES[last.key]) if last.facet is Facet.LEVEL else last


def counts_them_all(sentence: str) -> bool:
    """Whether a sentence without an outcome says how many inspections or areas there were at all."""
    return _ALL_OF_THEM.search(sentence) is not None


def restricts(text: str, group: Group, mention: Mention) -> bool:
    """Whether an outcome says which of them are meant, not what was found: "areas that received the outcome X"."""
    before = (
        text[group.end : mention.start]
        if mention.start > group.end
        else text[max(0, mention.start - 60) : mention.start]
    )
    return re.search(r"\b(with|that|which|receiving|received|having)\b[^.;]{0,60}$", before) is not None and (
        re.search(r"\b(with|received|receiving|having)\b", before) is not None
    )
