"""The numbers of one text: numerals and number words in order, each sorted, with its unit, relation and part."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from areasend.check.numbers.documents.model import MarkKind, Passage, Role
from areasend.check.numbers.reading.dates import dated
from areasend.check.numbers.reading.model import Number, Part, Relation, Sentence, Sort, Unit
from areasend.check.numbers.reading.number_words import cardinals, fractions, rates
from areasend.check.numbers.reading.numerals import numerals
from areasend.check.numbers.reading.printed import Printed
from areasend.check.numbers.reading.qualifiers import relation_and_part
from areasend.check.numbers.reading.sentences import sentences
from areasend.check.numbers.reading.small_words import one_counts, small_words
from areasend.check.numbers.reading.sorting import Sorts
from areasend.check.numbers.reading.typography import plain

_WHOLE: Final = (Role.HEADING, Role.CAPTION, Role.CELL)
_TO: Final = re.compile(r"\sto\s|\s?-\s?|\sor\s")
_BETWEEN: Final = re.compile(r"\bbetween\s\Z")
_CLAUSE: Final = 240
_BRACKETED: Final = re.compile(r"\)\s[\w(\"']")


def passage_sentences(passage: Passage) -> tuple[Sentence, ...]:
    """The sentences of a passage; a heading, a caption and a cell are one each."""
    if passage.role in _WHOLE:
        return (Sentence(0, len(passage.text), passage.text),) if passage.text else ()
    return sentences(passage.text)


def printed_numbers(passage: Passage) -> tuple[Printed, ...]:
    """The numbers of a passage as its own words make them, in order."""
    return _printed(passage.text, tuple((mark.start, mark.end) for mark in passage.marked(MarkKind.DATE)))


# The cells of a publication hold the same few texts again and again: a release has nine cells to a text.
@lru_cache(maxsize=32_768)
def _printed(text: str, marked: tuple[tuple[int, int], ...]) -> tuple[Printed, ...]:
    letters = plain(text)
    dates = [*((entry.start, entry.end) for entry in dated(text)), *marked]
    sorts = Sorts(letters, text, dates)
    found = [replace(number, sort=sorts.of(number)) for number in _in_order(letters)]
    return tuple(_numbered(letters, _ones(letters, _units_of_ranges(letters, found))))


def _in_order(letters: str) -> Iterable[Printed]:
    """Every number of a text, the longest where several stand at one place."""
    every: list[Printed] = [*numerals(letters)]
    for reader in (cardinals, fractions, rates, small_words):
        every.extend(reader(letters))
    last = 0
    for number in sorted(every, key=lambda entry: (entry.start, -entry.end)):
        if number.start >= last:
            last = number.end
            yield number


def _units_of_ranges(letters: str, numbers: list[Printed]) -> list[Printed]:
    """ "20-30%" and "between 20 and 30 per cent" are two percentages."""
    for at in range(len(numbers) - 1, 0, -1):
        before, after = numbers[at - 1], numbers[at]
        if after.unit not in (Unit.PERCENT, Unit.POINTS) or before.unit is not Unit.COUNT:
            continue
        if before.sort is not Sort.STATISTIC or after.start - before.end > 8:
            continue
        gap = letters[before.end : after.start]
        between = gap == " and " and _BETWEEN.search(letters, max(0, before.start - 9), before.start) is not None
        if between or _TO.fullmatch(gap) is not None:
            numbers[at - 1] = replace(before, unit=after.unit)
    return numbers


def _ones(letters: str, numbers: Sequence[Printed]) -> list[Printed]:
    """Takes the "one" that is a pronoun out of the statistics."""
    found: list[Printed] = []
    last_count = -_CLAUSE
    for number in numbers:
        counts = number.sort is Sort.STATISTIC and number.unit is Unit.COUNT
        if counts and letters[number.start : number.end] == "one":
            listed = number.start - last_count < _CLAUSE and ". " not in letters[last_count : number.start]
            counts = one_counts(letters, number.start, number.end, listed)
            number = number if counts else replace(number, sort=Sort.REFERENCE)
        if counts:
            last_count = number.end
        found.append(number)
    return found


def _numbered(letters: str, numbers: Sequence[Printed]) -> Sequence[Printed]:
    """Takes "(1) ... (2) ..." out of the statistics, where they number the parts of a text."""
    places = [
        at
        for at, number in enumerate(numbers)
        if number.sort is Sort.STATISTIC
        and letters[max(0, number.start - 1) : number.start] == "("
        and _BRACKETED.match(letters, number.end) is not None
    ]
    if len(places) < 2 or any(numbers[place].value != at for at, place in enumerate(places, start=1)):
        return numbers
    chosen = set(places)
    return [replace(number, sort=Sort.REFERENCE) if at in chosen else number for at, number in enumerate(numbers)]


def as_numbers(passage: Passage, printed: Iterable[Printed], first_id: int) -> list[Number]:
    """Numbers with their sentence, relation and part; `printed` in order."""
    letters = plain(passage.text)
    parts = passage_sentences(passage)
    found: list[Number] = []
    at = 0
    for number in printed:
        while at + 1 < len(parts) and parts[at].end <= number.start:
            at += 1
        relation, part = Relation.EXACT, Part.NONE
        if number.sort is Sort.STATISTIC:
            relation, part, _ = relation_and_part(letters, number.start, number.end)
        found.append(
            Number(
                id=first_id + len(found),
                value=number.value,
                text=passage.text[number.start : number.end],
                sort=number.sort,
                unit=number.unit,
                relation=relation,
                part=part,
                places=number.places,
                grain=number.grain,
                start=number.start,
                end=number.end,
                passage=passage,
                sentence=parts[at],
                no=number.no,
            )
        )
    return _ranges(letters, found)


def _ranges(letters: str, numbers: list[Number]) -> list[Number]:
    """ "20-30" and "between 20 and 30": at least the one, at most the other."""
    for at, (before, after) in enumerate(pairwise(numbers)):
        if not (before.is_statistic and after.is_statistic) or before.unit is not after.unit:
            continue
        gap = letters[before.end : after.start]
        between = gap == " and " and _BETWEEN.search(letters, max(0, before.start - 9), before.start) is not None
        if (between or gap == "-") and before.relation is after.relation is Relation.EXACT:
            numbers[at] = replace(before, relation=Relation.AT_LEAST)
            numbers[at + 1] = replace(after, relation=Relation.AT_MOST)
    return numbers
