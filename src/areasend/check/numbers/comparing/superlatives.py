"""What words claim of all members at once: the highest, the lowest, the only one with none."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from areasend.check.numbers.claims.model import Facet, Statement, Term
from areasend.check.numbers.comparing.ranked import Ranked, Rankings
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict

_HIGHEST = re.compile(r"\b(?:most common(?:ly)?|highest|largest|greatest|most often|most frequent(?:ly)?)\b", re.I)
_LOWEST = re.compile(r"\b(?:least common(?:ly)?|lowest|smallest|fewest|least often|least frequent(?:ly)?)\b", re.I)
_ONLY = re.compile(r"\b(?:is|was|are|were) the only\b", re.I)
_SHARE = re.compile(r"\b(?:share|proportion|percentage|rate)\b", re.I)
# "Second highest", "one of the most common" and "among the highest" claim less.
_WEAKER = re.compile(
    r"\b(?:one of|among|amongst|second|third|fourth|two|three|some of|joint|equal|next|almost|nearly|not)\b"
    r"[^.;,]{0,24}$",
    re.I,
)
# Twice the longest of these.
_LOOK_BACK = 80


def superlatives(evidence: Evidence, moved: frozenset[int] = frozenset()) -> Iterator[Verdict]:
    """Sentences that call their region, theme or outcome the highest, the lowest or the only one without."""
    rankings = Rankings(evidence, moved)
    for statement in evidence.statements:
        numbers = _numbers_of(statement, evidence)
        if any(number.id in evidence.quoted for number in numbers):
            continue
        for kind, claimed in _claimed(statement.sentence.text):
            member = _member(statement)
            nothing = [number for number in numbers if number.no or number.value == 0]
            if member is not None and (claimed != "only" or nothing):
                yield from _held((kind, claimed), statement, member, nothing, rankings)


def _numbers_of(statement: Statement, evidence: Evidence) -> list[Number]:
    """The statistics of its sentence."""
    inside, sentence = evidence.numbers_in(statement.passage), statement.sentence
    first, last = (
        bisect_left(inside, place, key=lambda number: number.start) for place in (sentence.start, sentence.end)
    )
    return [number for number in inside[first:last] if number.is_statistic]


def _claimed(text: str) -> Iterator[tuple[Kind, str]]:
    for found in _HIGHEST.finditer(text):
        if not _WEAKER.search(_before(text, found)):
            yield Kind.SUPERLATIVE, "highest"
    for found in _LOWEST.finditer(text):
        if not _WEAKER.search(_before(text, found)):
            yield Kind.SUPERLATIVE, "lowest"
    if _ONLY.search(text):
        yield Kind.ONLY, "only"


def _before(text: str, found: re.Match[str]) -> str:
    """As much of what stands before a superlative as may weaken it."""
    return text[max(0, found.start() - _LOOK_BACK) : found.start()]


def _member(statement: Statement) -> Term | None:
    """Which member a sentence ranks: its region before its theme before its outcome."""
    for facet in (Facet.PLACE, Facet.THEME, Facet.OUTCOME):
        for term in statement.terms:
            if term.facet is facet and term.key != "england" and not term.key.startswith("E"):
                return term
    return None


def _held(
    ranking: tuple[Kind, str], statement: Statement, member: Term, nothing: Sequence[Number], rankings: Rankings
) -> Iterator[Verdict]:
    kind, claimed = ranking
    share = _SHARE.search(statement.sentence.text) is not None
    found = rankings.of(statement.document, member.facet, statement.terms - {member}, statement.span, share=share)
    ranked = [entry for entry in found if member in entry.values]
    wrong = [entry for entry in ranked if not _right(claimed, member, entry)]
    if ranked and not wrong:
        status = Status.VERIFIED if ranked[0].by_records else Status.CONSISTENT
        how = f"{ranked[0].source} have it of this one alone"
        yield Support(numbers=tuple(number.id for number in nothing), status=status, how=how)
    if not ranked or len(wrong) < len(ranked):
        return
    names, holders = rankings.name, _holders(claimed, wrong[0])
    expected = ", ".join(names(term) for term in holders) or "none"
    yield Finding(
        kind=kind,
        severity=Severity.ERROR,
        where=statement.passage.where(statement.sentence.start),
        quote=statement.sentence.text,
        expected=expected,
        found=names(member),
        message=f"The sentence calls {names(member)} the {claimed}; by {wrong[0].source} it is {expected}.",
        computed="; ".join(f"{names(term)} {wrong[0].shown(term)}" for term in wrong[0].values),
        advice="name it, and all that tie, or reword",
        numbers=tuple(number.id for number in nothing),
    )


def _right(claimed: str, member: Term, ranked: Ranked) -> bool:
    holders = _holders(claimed, ranked)
    return holders == (member,) if claimed == "only" else member in holders


def _holders(claimed: str, ranked: Ranked) -> Sequence[Term]:
    if claimed == "only":
        return ranked.at(0)
    return ranked.at_top() if claimed == "highest" else ranked.at_bottom()
