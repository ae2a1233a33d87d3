"""What a number is a number of: the noun behind it, and whether its sentence counts them all."""

import re
from collections.abc import Sequence

from areasend.check.numbers.claims.groups import Group
from areasend.check.numbers.claims.model import Facet, Mention, Term
from areasend.check.numbers.claims.phrases import words_of
from areasend.check.numbers.reading.model import Number, Part
from areasend.check.numbers.word_lists import claim_words

AREAS = Term(Facet.MEASURE, "areas")
LOCAL_AREAS = Term(Facet.MEASURE, "local_areas")
# "54 of 153 local areas": of those that there are, or of those inspected; the words do not say.
ANY_AREAS = Term(Facet.MEASURE, "any_areas")
_INSPECTED = re.compile(r"\b(?:inspected|visited|that|which|where|with)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:will|shall|to be|due)\b", re.IGNORECASE)
_THERE_ARE = re.compile(r"(?:\bthere (?:are|were)|\b(?:has|have|had)|\w[’']s)\s+$", re.IGNORECASE)
_JUST_AREAS = re.compile(r"\s+(?:(?:\w+\s+)?local\s+)?areas\b", re.IGNORECASE)
_LEVEL_MEASURES = {"afi": "afi", "apa": "apa"}
_ENDS = claim_words("ends_noun_phrase")
_PLAIN_TITLE = claim_words("plain_in_title")
_OF = frozenset({"of", "out", "the", "these", "those", "them", "our", "all"})
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
            if found.key == "areas" and visits is not None:
                return visits
            if found == AREAS and _there_are(text, number):
                return ANY_AREAS
            return LOCAL_AREAS if found.key == "areas" and _are_all(text, number) else found
    return None


def is_of_inspected(text: str, number: Number) -> bool:
    """Whether the whole of a share is said to be the areas inspected: "4 out of the 5 inspected areas"."""
    return (
        re.match(
            r"\W*(?:(?!ha(?:s|ve|d)\b|were\b|was\b|are\b)\w+\W+){0,3}?inspected\b",
            text[number.end : number.end + 60],
            re.IGNORECASE,
        )
        is not None
    )


def _are_all(text: str, number: Number) -> bool:
    """Whether "all 153 local areas" are those that there are, not those that were inspected; those to come may be."""
    behind = text[number.end : number.end + 80]
    inspected = _INSPECTED.search(behind)
    return number.part is Part.ALL and (inspected is None or _TO_COME.search(behind, 0, inspected.start()) is not None)


def _there_are(text: str, number: Number) -> bool:
    """Whether "there are 153 local areas", "London has 33" may be those that there are, inspected or not."""
    before, behind = text[max(0, number.start - 30) : number.start], text[number.end : number.end + 80]
    plain = _THERE_ARE.search(before) is not None and _JUST_AREAS.match(behind) is not None
    return plain and _INSPECTED.search(behind) is None


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


def has_other_noun(text: str, group: Group, mentions: Sequence[Mention]) -> bool:
    """Whether the word right behind a number is a noun, or an adjective of one, that the field does not know."""
    after = group.main.end
    following = text[after : after + 40]
    word = next((word for word in words_of(following) if word.folded not in _OF), None)
    if word is None or any(sign in following[: word.start] for sign in ",;:.()"):
        return False
    start = after + word.start
    inside = any(mention.start <= start < mention.end for mention in mentions)
    return word.folded not in _ENDS and not inside


_NOT = re.compile(
    r"\W*(?:\w+\W+){0,3}?(?:had|have|has|were|was|are|did|do)\s+(?:not|yet\s+to|never)\b|\W*(?:not|yet)\b", re.I
)


def is_negated(text: str, number: Number) -> bool:
    """Whether a number counts those of which something is not so: "127 had not"."""
    return _NOT.match(text[number.end : number.end + 60]) is not None


_MORE = re.compile(r"\W*(?:(?:percentage )?points? )?(?:more|fewer|less|higher|lower)\b", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:by|(?:increase|rise|decrease|fall|drop|difference) of)\s+(?:(?:about|around|nearly|over|only|just)\s+)?$",
    re.IGNORECASE,
)


def is_difference(text: str, number: Number) -> bool:
    """Whether a number says how much more or fewer there are: "2 more than in 2023", "rose by 2"."""
    before = text[max(0, number.start - 40) : number.start]
    return _MORE.match(text[number.end : number.end + 40]) is not None or _BY.search(before) is not None


_SOME_OF_EACH = re.compile(r"\b(?:first|last|latest|next|previous|their|its|each|every)\W*$", re.IGNORECASE)


def is_of_each(text: str, number: Number) -> bool:
    """Whether a number counts something of each one and not all of them: "their first two inspections"."""
    return _SOME_OF_EACH.search(text[max(0, number.start - 20) : number.start]) is not None


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


def is_plain_title(text: str, mentions: Sequence[Mention], start: int) -> bool:
    """Whether a title has no word but the field's and plain ones, so that it counts all of what it names."""
    spans = [(entry.start - start, entry.end - start) for entry in mentions]
    return all(
        word.folded in _PLAIN_TITLE or word.folded.isdigit() or any(first <= word.start < last for first, last in spans)
        for word in words_of(text)
    )
