"""Shares: numbers that say one share together, in one sentence: "4 out of the 5 (80%)", "14 (26%)", "26 of 54"."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from areasend.check.numbers.reading.model import Number, Share, Unit
from areasend.check.numbers.reading.typography import plain

_NOUN: Final = r"(?:\s(?!of\b|out\b|and\b|or\b|than\b|by\b|in\b|to\b|from\b)[a-z'/-]{1,24})"
_THE: Final = r"(?:\s(?:all|the|these|those|its|our|their|only|just|a\stotal\sof|some|over)){0,3}"
_OF: Final = re.compile(rf"{_NOUN}{{0,4}}\sout\sof{_THE}\s|\sof{_THE}\s|\sin\severy\s|\s?/\s?")
_WORDS: Final = r"(?:\s(?!than\b|by\b|up\b|down\b|from\b|more\b|fewer\b|less\b|rose\b|fell\b)[a-z'/-]{1,24})"
_OPENS: Final = re.compile(rf"{_WORDS}{{0,8}}\s?[(\[]")
_OPENS_BASE: Final = re.compile(rf"{_WORDS}{{0,8}}\s?[(\[;,]\s?(?:n|base)\s?[=:]?\s?")
_IN_SAME_BRACKET: Final = re.compile(rf"{_WORDS}{{0,4}}[,;:]\s")
_CLOSES: Final = re.compile(r"\s?[)\];]")
_CLOSES_NOUN: Final = re.compile(r"(?:\s[a-z'/-]{1,24}){0,3}\s?[)\]]")
_THAT_IS: Final = re.compile(r",?\s(?:or|that\sis|i\.e\.|which\sis),?\s|,\s|:\s|\s=\s")
_OR: Final = re.compile(rf"{_WORDS}{{0,4}},?\s(?:or|that\sis|i\.e\.)\s|\s=\s")
_OF_WHOLE: Final = re.compile(rf"\sof{_THE}\s")
_IN_TOTAL: Final = re.compile(r"\s(?:in\stotal|overall|altogether)")


def read_shares(numbers: Sequence[Number]) -> tuple[Share, ...]:
    """The shares of a check in reading order; a number stands in one at most. `numbers` are all of it, in order."""
    found: list[Share] = []
    for _, entries in groupby(numbers, key=lambda number: (number.passage.file, number.passage.id)):
        group = list(entries)
        if len(group) > 1:
            found.extend(_of_passage(plain(group[0].passage.text), group))
    return tuple(found)


def _of_passage(letters: str, numbers: Sequence[Number]) -> Iterator[Share]:
    at = 0
    while at + 1 < len(numbers):
        share, used = _share(letters, numbers[at : at + 3])
        if share is not None:
            yield share
        at += used


def _share(letters: str, numbers: Sequence[Number]) -> tuple[Share | None, int]:
    """The share that begins with the first of up to three numbers, and how many of them it takes (1 if none)."""
    first, second = numbers[0], numbers[1]
    third = numbers[2] if len(numbers) > 2 and _together(second, numbers[2]) else None
    if not _together(first, second):
        return None, 1
    if first.unit is Unit.COUNT and second.unit is Unit.COUNT:
        return _from_counts(letters, first, second, third)
    if first.unit is Unit.COUNT and second.unit is Unit.PERCENT:
        return _from_count_and_percent(letters, first, second, third)
    if first.unit is Unit.PERCENT and second.unit is Unit.COUNT:
        return _from_percent(letters, first, second, third)
    return None, 1


def _together(first: Number, second: Number) -> bool:
    return first.is_statistic and second.is_statistic and first.sentence == second.sentence


def _gap(letters: str, first: Number, second: Number, words: re.Pattern[str]) -> bool:
    """Whether these words, and no others, stand between two numbers, those of a relation aside."""
    return words.fullmatch(letters, first.end, second.start) is not None


def _from_counts(letters: str, part: Number, whole: Number, third: Number | None) -> tuple[Share | None, int]:
    """ "4 of 5", and with a percentage: "4 of the 5 areas (80%)", "4 of 5, or 80%"."""
    if not _gap(letters, part, whole, _OF):
        return None, 1
    if third is not None and third.unit is Unit.PERCENT and _says_percent(letters, whole, third):
        return Share(part=part, whole=whole, percent=third), 3
    return Share(part=part, whole=whole, percent=None), 2


def _says_percent(letters: str, count: Number, percent: Number) -> bool:
    """Whether a percentage stands for the count before it: "(80%)" or ", or 80%,"."""
    if _gap(letters, count, percent, _OPENS) or _gap(letters, count, percent, _IN_SAME_BRACKET):
        return _CLOSES.match(letters, percent.end) is not None
    return _gap(letters, count, percent, _OR)


def _from_count_and_percent(
    letters: str, count: Number, percent: Number, third: Number | None
) -> tuple[Share | None, int]:
    """ "14 (26%)", "14, or 26% of the 54"."""
    if not _says_percent(letters, count, percent):
        return None, 1
    if third is not None and third.unit is Unit.COUNT and _gap(letters, percent, third, _OF_WHOLE):
        return Share(part=count, whole=third, percent=percent), 3
    return Share(part=count, whole=None, percent=percent), 2


def _from_percent(letters: str, percent: Number, count: Number, third: Number | None) -> tuple[Share | None, int]:
    """ "80% (4 of 5)", "80%, or 4 of 5", "26% (14)", "48% of the 54 (26)", "26% (n=54)"."""
    if _gap(letters, percent, count, _OF_WHOLE):
        if third is not None and third.unit is Unit.COUNT and _in_brackets(letters, count, third):
            return Share(part=third, whole=count, percent=percent), 3
        return Share(part=None, whole=count, percent=percent), 2
    of_third = third is not None and third.unit is Unit.COUNT and _gap(letters, count, third, _OF)
    if _gap(letters, percent, count, _OPENS_BASE) and not of_third:
        return Share(part=None, whole=count, percent=percent), 2
    if of_third:
        if any(_gap(letters, percent, count, words) for words in (_THAT_IS, _OPENS, _OPENS_BASE)):
            return Share(part=count, whole=third, percent=percent), 3
    elif _in_brackets(letters, percent, count):
        return Share(part=count, whole=None, percent=percent), 2
    return None, 1


def _in_brackets(letters: str, before: Number, count: Number) -> bool:
    """Whether a count alone, or with its noun, stands in brackets after a number: "26% (14)", "26% (14 areas)"."""
    closed = _CLOSES_NOUN.match(letters, count.end) is not None
    return closed and _gap(letters, before, count, _OPENS) and _IN_TOTAL.match(letters, count.end) is None
