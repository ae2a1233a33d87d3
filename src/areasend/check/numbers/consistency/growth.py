"""Changes with both ends stated: "from 20 to 30, an increase of 50%"; ranges that run backwards."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby, pairwise

from areasend.check.numbers.consistency.bases import is_rounded
from areasend.check.numbers.consistency.wording import nearby, number_text
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number, Relation, Unit
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict
from areasend.statistics import round_half_up

_UP = re.compile(r"\b(?:increas\w*|rise[ns]?|rose|rising|grew|grow[ns]?|growth|up by|higher)\b", re.IGNORECASE)
_DOWN = re.compile(r"\b(?:decreas\w*|fall[ns]?|fell|falling|drop\w*|declin\w*|reduc\w*|down by|lower)\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:about |around |over |under |just )?[£$€]?$", re.IGNORECASE)
_TO = re.compile(r"\W*(?:[\w,'’–-]+ ){0,6}?to (?:about |around |over |under |just )?[£$€]?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween [£$€]?$", re.IGNORECASE)
_AND = re.compile(r"(?: per cent|%)? and [£$€]?")


def changes(evidence: Evidence) -> Iterator[Verdict]:
    """Holds the change that a sentence states against the two numbers it states as its ends."""
    for numbers in _by_sentence(evidence.numbers):
        ends = _ends(numbers)
        if ends is None or {number.id for number in numbers} & evidence.quoted:
            continue
        others = [number for number in numbers if number not in ends and number.unit is Unit.PERCENT]
        if len(others) == 1 and others[0].relation is Relation.EXACT and ends[0].unit is not Unit.PERCENT:
            yield from _change(ends[0], ends[1], others[0])


def ranges(evidence: Evidence) -> Iterator[Verdict]:
    """Asks about "between 30 and 20", whose ends are in the wrong order."""
    for first, second in pairwise(evidence.numbers):
        if first.passage is not second.passage or not (first.is_statistic and second.is_statistic):
            continue
        text = first.passage.text
        between = _BETWEEN.search(text[max(0, first.start - 12) : first.start])
        if between and first.value > second.value and _AND.fullmatch(text[first.end : second.start]):
            yield _backwards(first, second)


def _by_sentence(numbers: Sequence[Number]) -> Iterator[list[Number]]:
    statistics = (number for number in numbers if number.is_statistic)
    for _, group in groupby(statistics, key=lambda entry: (entry.passage.file, entry.passage.id, entry.sentence.start)):
        yield list(group)


def _ends(numbers: Sequence[Number]) -> tuple[Number, Number] | None:
    """The two numbers of the only "from ... to ..." of a sentence."""
    found = [
        (first, second)
        for first, second in pairwise(numbers)
        if first.unit is second.unit
        and _FROM.search(first.passage.text[max(0, first.start - 20) : first.start])
        and _TO.fullmatch(first.passage.text[first.end : second.start])
    ]
    if len(found) != 1 or any(number.relation is not Relation.EXACT for number in found[0]):
        return None
    return found[0]


def _change(first: Number, second: Number, percent: Number) -> Iterator[Verdict]:
    up, down = bool(_UP.search(percent.sentence.text)), bool(_DOWN.search(percent.sentence.text))
    if up is down or not first.value:
        return
    rise = Fraction(second.value) - Fraction(first.value)
    exact = 100 * abs(rise) / Fraction(first.value)
    wrong_way = rise < 0 if up else rise > 0
    half = Fraction(1, 2 * 10**percent.places) + _looseness(first, second)
    if not wrong_way and abs(exact - Fraction(percent.value)) <= half:
        ids = (first.id, second.id, percent.id)
        yield Support(
            numbers=ids, status=Status.CONSISTENT, how=f"from {first.text} to {second.text} is {percent.text}"
        )
        return
    right = f"{round_half_up(exact, percent.places)}%"
    change = number_text(round(100 * rise / Fraction(first.value), 1))
    direction = "an increase" if rise > 0 else "a decrease"
    yield Finding(
        kind=Kind.PERCENTAGE_OF_COUNT,
        severity=Severity.ERROR,
        where=percent.where,
        quote=nearby(percent),
        expected=f"{direction} of {right}",
        found=percent.text,
        message=f"From {first.text} to {second.text} is {direction} of {right}; the text has "
        f"{'an increase' if up else 'a decrease'} of {percent.text}.",
        computed=f"({second.text} − {first.text}) / {first.text} = {change}%",
        advice="Check both ends and the percentage.",
        numbers=(percent.id,),
    )


def _looseness(first: Number, second: Number) -> Fraction:
    """By how many percentage points rounded ends may move the change."""
    loose = Fraction(0)
    for number in (first, second):
        if is_rounded(number):
            loose += 100 * Fraction(number.grain) / 2 / Fraction(first.value)
    return 2 * loose


def _backwards(first: Number, second: Number) -> Finding:
    return Finding(
        kind=Kind.BOUNDS,
        severity=Severity.QUERY,
        where=first.where,
        quote=nearby(first),
        expected=f"between {second.text} and {first.text}",
        found=f"between {first.text} and {second.text}",
        message=f"The range runs from {first.text} down to {second.text}.",
        advice="Check the order of the two numbers.",
    )
