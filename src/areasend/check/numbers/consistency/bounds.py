"""Lower and upper bounds that must add up: "over 67,000. Of these, over 6,000 ..., more than 43,000; a further 17,000".

By custom "over 6,000" means less than 7,000: the next number that is as round. Parts that as printed add up to less
than their total are asked about (QUERY). Parts of a stated partition ("made up of", "the remaining") that can reach the
total by no customary reading, or whose lower bounds exceed it, are an ERROR; so is a part larger than its whole.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from areasend.check.numbers.consistency.grid import exact
from areasend.check.numbers.consistency.phrases import (
    BOUND,
    added,
    alike,
    counts_in,
    fraction_of,
    in_brackets,
    starts_part,
    stretches,
)
from areasend.check.numbers.consistency.wording import as_stated, larger_than_whole, nearby, number_text
from areasend.check.numbers.documents.model import Passage
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number, Part, Relation, Unit
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict

_OF_THESE = re.compile(r"\b(?:of|among|from) (?:these|those|them|which|whom)\b\W*$", re.IGNORECASE)
_MADE_OF = re.compile(r"\b(?:made up of|consist(?:s|ed|ing) of|compris(?:es|ed|ing)|split into)\b\W*$", re.IGNORECASE)
_RELATION = re.compile(rf"(?:\b(?:{BOUND}|an?|further)\s+){{1,3}}$", re.IGNORECASE)
_NEAR = 40
_MOST_PARTS = 20
_UPWARD = (Relation.MORE, Relation.AT_LEAST)
_DOWNWARD = (Relation.LESS, Relation.AT_MOST)


def bounded_totals(evidence: Evidence) -> Iterator[Verdict]:
    """Holds chains of parts against the total they are said to be of."""
    for document in evidence.documents:
        for stretch in stretches(document):
            for passage in stretch.passages:
                yield from _passage(evidence, passage)


def bounded_shares(evidence: Evidence) -> Iterator[Verdict]:
    """Holds "more than half (26 of 54)" and "over 80% (4 of 5)" against the fraction."""
    for share in evidence.shares:
        part, whole = share.part, share.whole
        if part is None or whole is None or exact(part) is None or not exact(whole):
            continue
        said = share.percent or fraction_of(evidence, part)
        if said is not None and said.id not in evidence.quoted:
            yield from _share(part, whole, said)


def _passage(evidence: Evidence, passage: Passage) -> Iterator[Verdict]:
    counts = [number for number in counts_in(evidence, passage) if not in_brackets(number)]
    for place in range(1, len(counts)):
        first = counts[place]
        before = passage.text[max(counts[place - 1].end, first.start - 60) : _start(first)]
        whole_stated = bool(_MADE_OF.search(before))
        if not whole_stated and not _OF_THESE.search(before):
            continue
        whole = counts[place - 1]
        parts = list(_parts(counts[place : place + _MOST_PARTS]))
        if alike(whole, first) and not {number.id for number in (whole, *parts)} & evidence.quoted:
            yield from _chain(whole, parts, whole_stated)


def _start(number: Number) -> int:
    """Where the words of a number's relation begin, as far as they are known."""
    match = _RELATION.search(number.passage.text[max(0, number.start - _NEAR) : number.start])
    return number.start - (len(match.group()) if match else 0)


def _parts(numbers: Sequence[Number]) -> Iterator[Number]:
    """The parts from the first on: those of its sentence, and later ones that are "a further" or "the remaining"."""
    first = numbers[0]
    for number in numbers:
        later = number.sentence.start != first.sentence.start
        if later and number.part not in (Part.FURTHER, Part.REMAINING):
            return
        if number is first or (starts_part(number) and alike(number, first)) or later:
            yield number


def _grain(number: Number) -> Fraction:
    """How far a bound reaches by custom: to the next number that is as round, 1,000 for "over 6,000", 10 for 60."""
    value, grain = Fraction(number.value), Fraction(number.grain)
    while value and value % (10 * grain) == 0:
        grain *= 10
    return grain


def _low(number: Number) -> Fraction:
    value = Fraction(number.value)
    if number.relation in _DOWNWARD:
        return value - _grain(number)
    return value - _grain(number) / 2 if number.relation is Relation.ABOUT else value


def _high(number: Number) -> Fraction:
    value = Fraction(number.value)
    if number.relation in _UPWARD:
        return value + _grain(number)
    return value + _grain(number) / 2 if number.relation is Relation.ABOUT else value


def _chain(whole: Number, parts: Sequence[Number], stated: bool) -> Iterator[Verdict]:
    for part in parts:
        if _low(part) > _high(whole) and whole.relation is not Relation.ABOUT:
            yield larger_than_whole(part, whole, Kind.BOUNDS)
            return
    closed = stated or parts[-1].part is Part.REMAINING
    if len(parts) < 2 or not (closed or parts[-1].part is Part.FURTHER):
        return
    total = sum((Fraction(part.value) for part in parts), Fraction(0))
    low = sum((_low(part) for part in parts), Fraction(0))
    high = sum((_high(part) for part in parts), Fraction(0))
    if total == whole.value or (whole.relation in _UPWARD and _low(whole) <= total < _high(whole)):
        numbers = tuple(number.id for number in (whole, *parts))
        yield Support(numbers=numbers, status=Status.CONSISTENT, how=f"{added(list(parts))} = {number_text(total)}")
    elif low > _high(whole) or high < _low(whole):
        yield _apart(whole, parts, total, Severity.ERROR if closed else Severity.QUERY)
    else:
        yield _apart(whole, parts, total, Severity.QUERY)


def _apart(whole: Number, parts: Sequence[Number], total: Fraction, severity: Severity) -> Finding:
    difference = abs(Fraction(whole.value) - total)
    side = "less" if total < whole.value else "more"
    low, high = sum((_low(part) for part in parts), Fraction(0)), sum((_high(part) for part in parts), Fraction(0))
    can = low <= _high(whole) and high >= _low(whole)
    remark = "Both can hold only because some of them are bounds." if can else "No usual reading makes them agree."
    return Finding(
        kind=Kind.BOUNDS,
        severity=severity,
        where=whole.where,
        quote=nearby(whole),
        expected=number_text(total),
        found=whole.text,
        message=f"The parts as printed add up to {number_text(total)}, {number_text(difference)} {side} than "
        f"{as_stated(whole)}. {remark}",
        computed=f"{added(list(parts))} = {number_text(total)}",
        advice="Print the total and its parts to the same precision, or say what is left out.",
        numbers=tuple(number.id for number in (whole, *parts)) if severity is Severity.ERROR else (),
    )


def _share(part: Number, whole: Number, percent: Number) -> Iterator[Verdict]:
    exactly = Fraction(part.value) / Fraction(whole.value)
    said = Fraction(percent.value) / (1 if percent.unit is Unit.FRACTION else 100)
    right = {
        Relation.MORE: exactly > said,
        Relation.AT_LEAST: exactly >= said,
        Relation.LESS: exactly < said,
        Relation.AT_MOST: exactly <= said,
    }.get(percent.relation)
    if right is None or percent.unit not in (Unit.FRACTION, Unit.PERCENT):
        return
    ids = (part.id, whole.id, percent.id)
    if right:
        how = f"{part.text} of {whole.text} is {as_stated(percent)}"
        yield Support(numbers=ids, status=Status.CONSISTENT, how=how)
        return
    yield Finding(
        kind=Kind.BOUNDS,
        severity=Severity.ERROR,
        where=percent.where,
        quote=nearby(percent),
        expected=f"{number_text(round(100 * exactly, 1))}%",
        found=as_stated(percent),
        message=f"{part.text} of {whole.text} is {number_text(round(100 * exactly, 1))}%, which is not "
        f"{as_stated(percent)}.",
        advice="Check the words before the share, and its numbers.",
        numbers=(percent.id,),
    )
