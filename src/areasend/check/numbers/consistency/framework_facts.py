"""What a document says of the framework itself, against the framework's data, and against the other documents.

Held against the data: by when all local areas are to be inspected, when the framework began, for which ages it is, when
an inspection follows another, and the section of the Act. Each speaks only where a sentence is about just that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from areasend.check.numbers.consistency.plain_words import quote
from areasend.check.numbers.documents.model import Passage
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading import dated, sentences
from areasend.check.numbers.reading.model import Dated, DateKind, Sentence
from areasend.check.numbers.results.model import Finding, Kind, Severity, Verdict
from areasend.framework import Activity
from areasend.statistics import long_date

_SUBJECTS = re.compile(r"framework|\baged?\b|inspect|\bcycle\b", re.IGNORECASE)
_ALL_AREAS = re.compile(
    r"\b(?:(?:all|each) (?:of )?(?:the )?(?:[\d,]+ )?(?:local )?(?:areas|area partnerships)|every local area)\b", re.I
)
_INSPECT = re.compile(r"\b(?:inspect(?!ed\b)\w*|cycle)\b", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:by|conclude[sd]?|complete[sd]?|end(?:s|ed)?|finish(?:es|ed)?|until|(?:no|not) later than|before)\b"
    r"(?:\s\w+){0,3}\s?$",
    re.IGNORECASE,
)
_BEGAN = re.compile(r"\b(?:launched|introduced|began|begun|started|came into (?:force|effect)|took effect)\b", re.I)
_OTHER_FRAMEWORK = re.compile(
    r"\b(?:previous|former|old|earlier|last|updat\w+|revis\w+|chang\w+|amend\w+|next|before|monitoring|handbook)\b",
    re.I,
)
_OF_THE_FIELD = re.compile(r"\b(?:SEND|[Ll]ocal areas?)\b")
_AGES = re.compile(r"\baged?\s(?:between\s)?(?:(?P<low>\d{1,2})\s?(?:to|and|-|–)\s?|up to )(?P<high>\d{1,2})\b", re.I)
_EVERYBODY = re.compile(r"\b(?:all|any) (?:children|pupils)\b.*\bSEND\b|\bEHC plans?\b", re.IGNORECASE)
_INTERVAL = re.compile(
    r"\b(?:within|after|in)\s(?:(?:approximately|usually|about|around|roughly)\s)?(?:the next\s)?"
    r"(?P<count>\d{1,3}|one|two|three|four|five|six|ten|twelve|eighteen)\s(?P<unit>years?|months?)\b",
    re.IGNORECASE,
)
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "twelve": 12, "eighteen": 18}
_NEXT_FULL = re.compile(r"\bnext full (?:area SEND |joint )?inspection|\bfull reinspection\b", re.IGNORECASE)
_MONITORING = re.compile(r"\bmonitoring inspections?\b", re.IGNORECASE)
_SECTION = re.compile(
    r"\bsection\s(?P<section>\d{1,3}[A-Z]?(?:\s?\(\w{1,4}\)){0,3})\sof\sthe\s(?P<act>(?:[A-Z]\w+\s(?:and\s)?){1,5}Act)"
    r"\s(?P<year>\d{4})"
)
_STATUTE = re.compile(r"^(?P<act>.+ Act) (?P<year>\d{4}), section (?P<section>\S+)$")
_NEAR_AGE = 5
_BEFORE_DATE = 60


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence with where it stands."""

    passage: Passage
    sentence: Sentence


def framework_facts(evidence: Evidence) -> Iterator[Verdict]:
    """What each sentence says of the framework against its data; then when its cycle ends, across all documents."""
    ends: list[tuple[_Said, Dated]] = []
    for document in evidence.documents:
        for passage in document.passages():
            for sentence in sentences(passage.text) if _SUBJECTS.search(passage.text) else ():
                said = _Said(passage, sentence)
                end = _cycle_end(evidence, sentence)
                ends += [(said, end)] if end is not None else []
                yield from _start(evidence, said)
                yield from _ages(evidence, said)
                yield from _intervals(evidence, said)
                yield from _statute(evidence, said)
    yield from _cycle_ends(evidence, ends)


def _cycle_end(evidence: Evidence, sentence: Sentence) -> Dated | None:
    """The day by which a sentence says that all local areas will be inspected under this framework."""
    text = sentence.text
    if not _ALL_AREAS.search(text) or not _INSPECT.search(text) or _OTHER_FRAMEWORK.search(text):
        return None
    for found in dated(text):
        ends = found.kind in (DateKind.BY, DateKind.UNTIL) or _ENDS.search(text[: found.start][-_BEFORE_DATE:])
        if ends and found.last is not None and found.last > evidence.framework.start:
            return found
    return None


def _cycle_ends(evidence: Evidence, ends: list[tuple[_Said, Dated]]) -> Iterator[Finding]:
    known = [end for version in evidence.framework.versions for end in version.sure_cycle_ends]
    sources = "; ".join(dict.fromkeys(f"“{end.wording}” ({end.source})" for end in known))
    told = {found.last for _, found in ends}
    before: set[date | None] = set()
    for place, (said, found) in enumerate(ends):
        if place and found.last not in before:
            other, first = ends[0]
            yield _finding(
                said,
                found.start,
                expected=f"{first.text} ({other.passage.where()})",
                found=found.text,
                message=f"By when all local areas are inspected is said in two ways: here “{found.text}”,"
                f" there “{first.text}” ({other.passage.where(other.sentence.start)}).",
            )
        elif len(told) == 1 and place == 0 and known and found.last not in {end.latest for end in known}:
            yield _finding(
                said,
                found.start,
                expected=known[0].wording,
                found=found.text,
                message=f"By when all local areas are inspected is told otherwise by the sources: {sources}.",
            )
        before.add(found.last)


def _start(evidence: Evidence, said: _Said) -> Iterator[Finding]:
    text = said.sentence.text
    if "framework" not in text or not _BEGAN.search(text) or _OTHER_FRAMEWORK.search(text):
        return
    if not _OF_THE_FIELD.search(text):
        return
    start = evidence.framework.start
    dates = [found for found in dated(text) if found.first is not None and not found.impossible]
    if len(dates) != 1 or not re.match(r"^(?:in|on|since|from)?\s*$", text[: dates[0].start], re.IGNORECASE):
        return
    found = dates[0]
    first, last = found.first, found.last
    assert first is not None
    same = abs((first - start).days) <= 31 if last is None else first <= start <= last
    if not same:
        yield _finding(
            said,
            found.start,
            expected=long_date(start),
            found=found.text,
            message=f"The framework's data have {long_date(start)} as its first day.",
        )


def _ages(evidence: Evidence, said: _Said) -> Iterator[Finding]:
    scope = evidence.framework.versions[-1].scope
    for found in _AGES.finditer(said.sentence.text):
        low, high = int(found["low"] or scope.age_from), int(found["high"])
        if (low, high) == (scope.age_from, scope.age_to) or not _EVERYBODY.search(said.sentence.text):
            continue
        if low == scope.age_from and abs(high - scope.age_to) <= _NEAR_AGE:
            yield _finding(
                said,
                found.start(),
                expected=f"{scope.age_from} to {scope.age_to}",
                found=found[0],
                message=f"The framework is for ages {scope.age_from} to {scope.age_to} ({scope.source}).",
            )


def _intervals(evidence: Evidence, said: _Said) -> Iterator[Finding]:
    text = said.sentence.text
    activities = [
        activity
        for activity, pattern in (
            (Activity.NEXT_FULL_INSPECTION, _NEXT_FULL),
            (Activity.MONITORING_INSPECTION, _MONITORING),
        )
        if pattern.search(text)
    ]
    if len(activities) != 1:
        return
    rules = [
        rule
        for version in evidence.framework.versions
        for outcome in version.outcomes
        if (rule := version.follow_up(outcome.key, activities[0])) is not None
    ]
    for found in _INTERVAL.finditer(text):
        count = _COUNTS.get(found["count"].casefold()) or int(found["count"])
        months = count * (12 if found["unit"].casefold().startswith("year") else 1)
        if rules and months not in {rule.months for rule in rules}:
            allowed = " or ".join(dict.fromkeys(_span(rule.months) for rule in rules))
            yield _finding(
                said,
                found.start(),
                expected=allowed,
                found=found[0],
                message=f"The framework has {allowed} ({rules[0].source}).",
                kind=Kind.PERIOD,
            )


def _span(months: int) -> str:
    return f"{months // 12} years" if months % 12 == 0 else f"{months} months"


@lru_cache(maxsize=16)
def _is_of_the_field(passage: str) -> bool:
    """Asked for each sentence of a passage."""
    return _OF_THE_FIELD.search(passage) is not None


def _statute(evidence: Evidence, said: _Said) -> Iterator[Finding]:
    """The section of an Act under which inspections are said to be, against those that the framework knows."""
    text = said.sentence.text
    if not re.search(r"\binspections?\b", text, re.IGNORECASE) or not _is_of_the_field(said.passage.text):
        return
    statutes = [
        statute
        for version in evidence.framework.versions
        for statute in (version.scope.statute, *(kind.statute for kind in version.inspection_types))
    ]
    known = [found for statute in dict.fromkeys(statutes) if (found := _STATUTE.match(statute))]
    for found in _SECTION.finditer(text):
        act, year = found["act"], found["year"]
        section = re.sub(r"\s", "", found["section"])
        same_act = [entry for entry in known if entry["act"] == act]
        if same_act and not any((entry["section"], entry["year"]) == (section, year) for entry in same_act):
            yield _finding(
                said,
                found.start(),
                expected=same_act[0][0],
                found=found[0],
                message=f"The framework's data have {'; '.join(entry[0] for entry in same_act)}.",
            )


def _finding(said: _Said, offset: int, *, expected: str, found: str, message: str, kind: Kind = Kind.DATE) -> Finding:
    return Finding(
        kind=kind,
        severity=Severity.QUERY,
        where=said.passage.where(said.sentence.start + offset),
        quote=quote(said.passage, said.sentence.start, said.sentence.end),
        expected=expected,
        found=found,
        message=message,
        advice="Check both statements, or say where the difference comes from.",
    )
