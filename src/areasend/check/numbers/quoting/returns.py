"""Survey returns: how many answered the inspection surveys, held against the register, which quotes them as printed.

They are the publisher's own counts, so they are not quoted; no record lies behind them, so they are not verified.
"""

import re
from collections.abc import Iterator

from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.quoting.measures import stems, years
from areasend.check.numbers.reading.model import Number, Unit
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict
from areasend.register import Respondent, SurveyReturn

_ANSWERS = frozenset({"response", "respons", "respondent", "survey"})
_FIRST_YEARS = re.compile(r"first (\w+) years\b", re.IGNORECASE)
# How far from a number, in characters, its words may stand.
_REACH = 300
_NUMERALS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def survey_returns(evidence: Evidence) -> Iterator[Verdict]:
    """A number of answers with the register's words for who answered: the same value supports it, another is asked.

    Where the recorded value stands as well, another number beside the same words counts something else.
    """
    returns = evidence.register.survey_returns
    words = {entry.id: _who(entry) for entry in returns}
    every = frozenset().union(*words.values())
    found: list[tuple[Number, SurveyReturn]] = []
    for number in evidence.numbers:
        if not number.is_statistic or number.unit is not Unit.COUNT or number.grain < 100:
            continue
        if not _ANSWERS & stems(_around(number), {}):
            continue
        clause = _clause(number)
        fitting = [
            entry
            for entry in returns
            if (words[entry.id] <= clause if words[entry.id] else clause & _ANSWERS and not clause & every)
        ]
        if fitting:
            found.append((number, max(fitting, key=lambda entry: len(words[entry.id]))))
    settled = {entry.id for number, entry in found if number.value == entry.responses}
    for number, entry in found:
        if number.value == entry.responses or entry.id not in settled:
            yield from _judged(number, entry)


def _who(entry: SurveyReturn) -> frozenset[str]:
    """The words for who answered; none for all."""
    if entry.respondent is Respondent.ALL:
        return frozenset()
    return stems(entry.respondent.value.replace("_", " "), {})


def _around(number: Number) -> str:
    """The text around a number: from a little before its sentence to a little behind it."""
    start = max(0, number.sentence.start - _REACH, number.start - 2 * _REACH)
    return number.passage.text[start : min(number.sentence.end, number.end + _REACH)]


def _clause(number: Number) -> frozenset[str]:
    """The words from the number to the end of its clause, which say who answered."""
    text = number.passage.text[number.end : min(number.sentence.end, number.end + _REACH)]
    return stems(
        re.split(r"[;:.]|, (?:and|but) (?:over|more|almost|nearly|about|\d)|, (?=\d)|\d", text, maxsplit=1)[0], {}
    )


def _judged(number: Number, entry: SurveyReturn) -> Iterator[Verdict]:
    said = f"{entry.qualifier} {entry.responses:,}".strip()
    if number.value == entry.responses:
        how = f"the register quotes {said} responses, {entry.respondent.value.replace('_', ' ')}, from {entry.document}"
        yield Support(numbers=(number.id,), status=Status.CONSISTENT, how=how)
    elif _same_period(number, entry):
        yield Finding(
            kind=Kind.QUOTED_SOURCE,
            severity=Severity.QUERY,
            where=number.where,
            quote=number.sentence.text,
            expected=said,
            found=number.text,
            message=f"The register has {said} responses for {entry.respondent.value.replace('_', ' ')}, as printed in "
            f"{entry.document}; here it is {number.text}.",
            advice="Compare the number with the surveys.",
            numbers=(number.id,),
        )


def _same_period(number: Number, entry: SurveyReturn) -> bool:
    """Whether the passage speaks of the recorded period: "the first 2 years", or its years and no later one."""
    text = number.passage.text
    count = round((entry.period_end - entry.period_start).days / 365.25)
    first = _FIRST_YEARS.search(text)
    if first is not None:
        said = first.group(1).casefold()
        return said == str(count) or (said in _NUMERALS and _NUMERALS.index(said) == count)
    return {entry.period_start.year, entry.period_end.year} <= years(text) and max(years(text)) == entry.period_end.year
