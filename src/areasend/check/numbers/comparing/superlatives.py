"""What words claim of all members at once: the highest, the lowest, the only one with none."""

import re
from collections.abc import Iterator, Sequence

from areasend.check.numbers.claims.model import Facet, Statement, Term
from areasend.check.numbers.comparing.ranked import RANKED, Ranked, Rankings, is_member
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict

_HIGHEST = re.compile(r"\b(?:most common(?:ly)?|highest|largest|greatest|most often|most frequent(?:ly)?)\b", re.I)
_LOWEST = re.compile(r"\b(?:least common(?:ly)?|lowest|smallest|least often|least frequent(?:ly)?)\b", re.I)
# "Had the most nurseries, with 87": only beside a number that is the member's own.
_MOST = re.compile(r"\b(?:had|has|have|with|saw) the most\b(?! (?:common|often|frequent))", re.I)
_FEWEST = re.compile(r"\b(?:had|has|have|with|saw) the (?:fewest|least)\b(?! (?:common|often|frequent))", re.I)
_COMMON = re.compile(r"common|often|frequent", re.I)
_ONLY = re.compile(r"\b(?:is|was|are|were) the only\b", re.I)
_BRACKETS = re.compile(r"\([^()]*\)")
_BETWEEN = re.compile(r"(?:\W|\b(?:in|and|the)\b)*", re.I)
_SHARE = re.compile(r"\b(?:share|proportion|percentage|rate)\b", re.I)
# "Second highest", "one of the most common" and "among the highest" claim less.
_WEAKER = re.compile(
    r"\b(?:one of|among|amongst|second|third|fourth|two|three|some of|joint|equal|next|almost|nearly|not)\b"
    r"[^.;,]{0,24}$",
    re.I,
)


def superlatives(evidence: Evidence, moved: frozenset[int] = frozenset()) -> Iterator[Verdict]:
    """Sentences that call their region, theme or outcome the highest, the lowest or the only one without."""
    rankings = Rankings(evidence, moved)
    for statement in evidence.statements:
        numbers = [
            number
            for number in evidence.numbers_in(statement.passage)
            if number.is_statistic and statement.sentence.start <= number.start < statement.sentence.end
        ]
        if any(number.id in evidence.quoted for number in numbers):
            continue
        for claimed, words in _claimed(statement.sentence.text):
            for members in _members(statement, words, rankings):
                nothing = [number for number in numbers if number.no or number.value == 0]
                if members and (claimed != "only" or nothing):
                    yield from _held((claimed, words), statement, members, numbers, rankings)


def _claimed(text: str) -> Iterator[tuple[str, str]]:
    """What a sentence claims, and the words that it does so with."""
    for pattern, claimed in ((_HIGHEST, "highest"), (_LOWEST, "lowest"), (_MOST, "highest"), (_FEWEST, "lowest")):
        for found in pattern.finditer(text):
            if not _WEAKER.search(text[: found.start()]):
                yield claimed, found.group()
    found_only = _ONLY.search(text)
    if found_only is not None:
        yield "only", found_only.group()


def _members(statement: Statement, words: str, rankings: Rankings) -> Iterator[Sequence[Term]]:
    """What a sentence may rank: its region before its theme before its outcome before a row of a table.

    "Most common" is said of a theme or an outcome, and "the highest number in London" may be said of London or of an
    outcome there: one of these must be so. Of regions in a list ("highest in London and the South West") each must be
    so; of several that are no list nothing is known. Local areas are not ranked.
    """
    if not statement.places or _COMMON.search(words):
        yield _alternatives(statement, words, rankings)
    elif _is_list(statement, words):
        listed = {mention.term for mention in statement.places} - rankings.areas
        yield from ((place,) for place in sorted(listed) if is_member(place, Facet.PLACE))


def _is_list(statement: Statement, words: str) -> bool:
    """Whether nothing but its places follows a claim, brackets aside: "highest in A (2 of 4), B and the C"."""
    text = statement.passage.text
    begin = text.index(words, statement.sentence.start) + len(words)
    between = ""
    for mention in statement.places:
        if mention.start < begin:
            return False
        between += text[begin : mention.start]
        begin = mention.end
    return _BETWEEN.fullmatch(_BRACKETS.sub("", between + text[begin : statement.sentence.end])) is not None


def _alternatives(statement: Statement, words: str, rankings: Rankings) -> Sequence[Term]:
    own = {facet: term for facet in RANKED for term in statement.terms if is_member(term, facet)}
    place = own.pop(Facet.PLACE, None)
    others = tuple(own.values())[:1]
    if place is None or _COMMON.search(words):
        return others
    if place in rankings.areas:
        return ()
    inside = rf"\b(?:in|within|across|for)\s+(?:the\s+)?{re.escape(rankings.name(place))}"
    return (place, *others) if re.search(inside, statement.sentence.text, re.I) else (place,)


def _held(
    ranking: tuple[str, str],
    statement: Statement,
    members: Sequence[Term],
    numbers: Sequence[Number],
    rankings: Rankings,
) -> Iterator[Verdict]:
    claimed, words = ranking
    share = _SHARE.search(statement.sentence.text) is not None
    ranked = [
        (member, entry)
        for member in members
        for entry in rankings.of(
            statement.document, member.facet, statement.terms - {member}, statement.span, share=share
        )
        if member in entry.values
    ]
    if _MOST.search(words) or _FEWEST.search(words):
        own = {number.value for number in numbers}
        ranked = [(member, entry) for member, entry in ranked if entry.values[member] in own]
    wrong = [(member, entry) for member, entry in ranked if not _right(claimed, member, entry)]
    nothing = [number.id for number in numbers if claimed == "only" and (number.no or number.value == 0)]
    if ranked and not wrong:
        status = Status.VERIFIED if ranked[0][1].by_records else Status.CONSISTENT
        how = f"by {ranked[0][1].source} it is this one alone"
        yield Support(numbers=tuple(nothing), status=status, how=how)
    if not ranked or len(wrong) < len(ranked):
        return
    member, against = wrong[0]
    names, holders = rankings.name, _holders(claimed, against)
    expected = ", ".join(names(term) for term in holders) or "none"
    yield Finding(
        kind=Kind.ONLY if claimed == "only" else Kind.SUPERLATIVE,
        severity=Severity.QUERY if against.provisional else Severity.ERROR,
        where=statement.passage.where(statement.sentence.start),
        quote=statement.sentence.text,
        expected=expected,
        found=names(member),
        message=f"The sentence calls {names(member)} the {claimed}; by {against.source} it is {expected}.",
        computed="; ".join(f"{names(term)} {against.shown(term)}" for term in against.values),
        advice="name it, and all that tie, or reword",
        numbers=tuple(nothing),
    )


def _right(claimed: str, member: Term, ranked: Ranked) -> bool:
    holders = _holders(claimed, ranked)
    return holders == (member,) if claimed == "only" else member in holders


def _holders(claimed: str, ranked: Ranked) -> Sequence[Term]:
    if claimed == "only":
        return ranked.at(0)
    return ranked.at_top() if claimed == "highest" else ranked.at_bottom()
