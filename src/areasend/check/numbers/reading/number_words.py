"""Numbers in words: cardinals ("twenty-six", "a dozen"), fractions ("two-thirds of") and rates ("one in five")."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from areasend.check.numbers.reading.model import Sort, Unit
from areasend.check.numbers.reading.numerals import unit_after
from areasend.check.numbers.reading.printed import Printed, grain_of

_UNITS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL: Final = {word: value for value, word in enumerate(_UNITS)} | {"nil": 0}
_TENS_OF: Final = {word: 10 * place for place, word in enumerate(_TENS, start=2)}
_GREAT: Final = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_BASIC: Final = "|".join(sorted((*_SMALL, *_TENS_OF, *_GREAT), key=len, reverse=True))
_RUN: Final = re.compile(
    rf"(?<![\w'.])(?<![a-z0-9]-)(?:an?\s(?=(?:{'|'.join(_GREAT)})\b))?(?:{_BASIC})(?:(?:\s|-|\sand\s)(?:{_BASIC})\b)*+(?!\w)"
)
_WORD: Final = re.compile(r"[a-z]++")
_VALUE: Final = _SMALL | _TENS_OF | _GREAT
_DIVISORS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_FRACTION: Final = re.compile(
    rf"(?<![\w'.,-])(?:(?P<n>an?|[1-9]|{'|'.join(_UNITS[1:10])})[\s-])?(?P<of>{'|'.join(_DIVISORS)})s?(?![\w-])"
)
_RATE_NUMBER: Final = "[1-9][0-9]{0,3}|(?:" + "|".join((*_UNITS[1:], *_TENS)) + r")\b|hundred\b"
_RATE: Final = re.compile(
    rf"(?<![\w'./,-])(?P<n>{_RATE_NUMBER})\s(?P<link>in|out\sof)\s(?P<every>every\s)?(?P<of>{_RATE_NUMBER})"
    r"(?![\w-]|[.,/:][0-9]|\s?%|\sper\scent|\s(?:years?|months?|weeks?|days?|hours?|january|february|march|april|may"
    r"|june|july|august|september|october|november|december)\b)"
)
_ROUND: Final = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000)
_OF_AFTER: Final = re.compile(r"\sof\s(?!(?:19|20)[0-9]{2})")
_WHOLE_AFTER: Final = re.compile(
    r"\s(?:of|the|all|our|these|those|were|was|had|have|has|are|is|said|received)\s(?!(?:19|20)[0-9]{2})"
)
_AMOUNT_BEFORE: Final = re.compile(
    r"\b(?:over|more\sthan|almost|nearly|around|about|at\sleast|approximately|roughly|under|(?:less|fewer)\sthan"
    r"|just|only|up\sto|above|below|remaining|by)\s\Z"
)
_NOT_A_PART_BEFORE: Final = re.compile(r"\b(?:first|second|other|latter|last|top|bottom|better|early|third|next)\s\Z")
_AND_BEFORE: Final = re.compile(r"\band\s\Z")
_TIME_AFTER: Final = re.compile(
    r"\s(?:of\s)?(?:the\s|an?\s|in\s|to\s)?(?:calendar\s|academic\s|financial\s|school\s)?(?:ago|later|years?|days?|term|time"
    r"|months?|weeks?|hours?|season|century|row|past|dozen|(?:19|20)[0-9]{2})\b"
)
_PART_OF_GREAT: Final = re.compile(
    r"(?<![\w-])(?:(?P<half>half\s)|(?P<three>three[\s-]quarters\sof\s)|(?:an?\s)?quarter\sof\s)\Z"
)
_PER: Final = re.compile(
    r"(?<![\w.,/-])(?P<n>[0-9]{1,6}(?:\.[0-9]{1,3})?)\sper\s(?P<of>100|1,?000|10,?000|100,?000)(?![\w%]|[.,][0-9])"
)
_LOOK: Final = 32


def cardinals(text: str) -> Iterator[Printed]:
    """Cardinal numbers in words, in order: "twenty-six", "one hundred and fifty-three", "a dozen", "two million"."""
    for run in _RUN.finditer(text):
        words = list(_WORD.finditer(text, run.start(), run.end()))
        at = 0
        while at < len(words):
            value, following = _one_number(words, at)
            if value is not None:
                yield _cardinal(text, words[at].start(), words[following - 1].end(), value)
            at = following


def _one_number(words: Sequence[re.Match[str]], at: int) -> tuple[int | None, int]:
    """The number that begins with a word, and the place of the word after it. "hundred" alone and "and" begin none."""
    first = words[at].group()
    if first == "and" or (first in _GREAT and (not at or words[at - 1].group() not in ("a", "an"))):
        return None, at + 1
    if first in ("a", "an"):
        total, current, last, place = 0, 1, first, at + 1
    else:
        total, current, last, place = 0, _VALUE[first], first, at + 1
    while place < len(words):
        joined = words[place].group() == "and"
        word = words[place + joined].group()
        grown = _grown(total, current, last, word, joined)
        if grown is None:
            break
        (total, current), last, place = grown, word, place + joined + 1
    return total + current, place


def _grown(total: int, current: int, last: str, word: str, joined: bool) -> tuple[int, int] | None:
    """What a number becomes with the next word, None if the word cannot go on with it."""
    if word in ("hundred", "dozen"):
        fits = not joined and 0 < current < 100 and last not in _GREAT
        return (total, current * _GREAT[word]) if fits else None
    if word in _GREAT:
        fits = not joined and 0 < current < 1000 and (not total or total >= 1000 * _GREAT[word])
        return (total + current * _GREAT[word], 0) if fits else None
    if last in _GREAT and last != "dozen" and _VALUE.get(word, 0) > 0:
        return total, current + _VALUE[word]
    if last in _TENS_OF and word in _SMALL and 0 < _SMALL[word] < 10 and not joined:
        return total, current + _SMALL[word]
    return None


def _cardinal(text: str, start: int, end: int, value: int) -> Printed:
    if text[start : start + 2] == "a " and (part := _PART_OF_GREAT.search(text, max(0, start - _LOOK), start)):
        start, value = (
            part.start(),
            value // 2 if part.group("half") else value // 4 * (3 if part.group("three") else 1),
        )
    glued = text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
    unit, stop = unit_after(text, end, False)
    return Printed(
        start=start,
        core=end,
        end=stop,
        value=Decimal(value),
        unit=unit,
        sort=Sort.REFERENCE if glued and unit is Unit.COUNT else Sort.STATISTIC,
        grain=grain_of(Decimal(value)),
        grouped=unit is not Unit.COUNT,
        spelled=True,
    )


def fractions(text: str) -> Iterator[Printed]:
    """Fractions in words, in order: "half of", "over a third", "two-thirds"; "a third visit" is none."""
    for match in _FRACTION.finditer(text):
        if (value := _fraction(text, match)) is not None:
            yield _fraction_printed(match.start(), match.end(), value)


def _fraction(text: str, match: re.Match[str]) -> Fraction | None:
    numerator, divisor = match.group("n") or "", _DIVISORS[match.group("of")]
    above = 1 if numerator in ("", "a", "an") else int(numerator) if numerator.isdigit() else _SMALL[numerator]
    if above >= divisor or (not numerator and divisor != 2) or _is_no_part(text, match):
        return None
    if (above > 1 and match.group().endswith("s")) or _counts(text, match, divisor):
        return Fraction(above, divisor)
    return None


def _is_no_part(text: str, match: re.Match[str]) -> bool:
    """Half a day, the first half, two and a half."""
    before = max(0, match.start() - _LOOK)
    if _TIME_AFTER.match(text, match.end()) or _NOT_A_PART_BEFORE.search(text, before, match.start()):
        return True
    added = _AND_BEFORE.search(text, before, match.start()) is not None and match.group() in ("half", "a half")
    return added and _OF_AFTER.match(text, match.end()) is None


def _counts(text: str, match: re.Match[str], divisor: int) -> bool:
    """Whether "half" or "a third" says a share here: something follows of which it is one, or "over" precedes it."""
    amount = _AMOUNT_BEFORE.search(text, max(0, match.start() - _LOOK), match.start()) is not None
    after = _WHOLE_AFTER if divisor == 2 else _OF_AFTER
    return after.match(text, match.end()) is not None or (
        amount and not text[match.end() : match.end() + 2].strip().isalnum()
    )


def rates(text: str) -> Iterator[Printed]:
    """Rates, in order: "one in five", "5 in every 14", "67 per 10,000" are one number each, a fraction.

    "4 out of the 5" and "4 out of 5" are two counts; `shares` puts them together.
    """
    for match in _RATE.finditer(text):
        above, below = (_rate_value(match.group(name)) for name in ("n", "of"))
        every = match.group("every") is not None
        round_ = below in ((10, 100, 1000) if match.group("link") != "in" else _ROUND)
        if above < below and (every or round_):
            yield _fraction_printed(match.start(), match.end(), Fraction(above, below))
    yield from _per_thousands(text)


def _per_thousands(text: str) -> Iterator[Printed]:
    """ "67 per 10,000"."""
    for match in _PER.finditer(text):
        value = Fraction(match.group("n")) / int(match.group("of").replace(",", ""))
        yield _fraction_printed(match.start(), match.end(), value)


def _rate_value(word: str) -> int:
    return int(word) if word.isdigit() else _VALUE[word]


def _fraction_printed(start: int, end: int, value: Fraction) -> Printed:
    return Printed(
        start=start,
        core=end,
        end=end,
        value=value,
        unit=Unit.FRACTION,
        grain=Decimal("0.01"),
        grouped=True,
        spelled=True,
    )
