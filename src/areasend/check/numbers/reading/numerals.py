"""Numerals: where they stand in a text, their value, unit and decimals. A code's digits ("E06000052") are none."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from areasend.check.numbers.reading.model import Sort, Unit
from areasend.check.numbers.reading.printed import Printed, grain_of

MOST_DIGITS: Final = 15
_NUMERAL: Final = re.compile(
    r"(?<!\w)(?:[0-9]{1,3}(?:[,\xa0][0-9]{3})++(?![0-9])|[0-9]{1,3}(?: 0[0-9]{2})++(?![0-9])|[0-9]++)"
    r"(?:\.[0-9]++)?(?P<part>[½¼¾⅓⅔])?|(?<!\w)(?P<alone>[½¼¾⅓⅔])"
)
_SCALE: Final = re.compile(r"(?:[\s-]?(thousand|million|billion|trillion)|(bn|tn|m|k))(?!\w)")
_POINTS: Final = re.compile(r"(?:\s?%|\s?per\s?cent(?:age)?|[\s-]percentage)[\s-]points?\b|\s?ppt?s?\b")
_PERCENT: Final = re.compile(r"\s?%|\s?-?per[\s-]?cent\b")
_SCALES: Final = {
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
_PARTS: Final = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_ORDINAL: Final = re.compile(r"(?:st|nd|rd|th)\b")
_PLURAL: Final = re.compile(r"'?s\b")
_LABEL_AFTER: Final = re.compile(r"\w|[.:/@\\][\w/]|,[0-9]|\((?:[a-z0-9]|[ivx]{2,4})\)|\.[0-9]|-(?=[a-z])")
_LABEL_BEFORE: Final = re.compile(r"(?:[\w)]\.|[0-9],|[\w)]:|[a-z]-|[a-z]/|[#@_\\=&?]|\.)\Z")
_N_EQUALS: Final = re.compile(r"\b(?:n|base)\s?=\s?\Z")
_SLASHES: Final = re.compile(r"[0-9]/\Z")


def numerals(text: str) -> Iterator[Printed]:
    """The numerals of a text in plain typography, in order; one of more than 15 digits is an identifier and no number.

    "1.2 million", "£1.5bn", "50.3 per cent", "-3" are one each; "20-30", "5/14", "14 (26%)" are two.
    """
    for match in _NUMERAL.finditer(text):
        if len(match.group()) <= MOST_DIGITS + 5:
            yield _numeral(text, match)


def _numeral(text: str, match: re.Match[str]) -> Printed:
    digits = re.sub(r"[,\xa0 ½¼¾⅓⅔]", "", match.group())
    value = Decimal(digits) if digits else Decimal(0)
    value += _PARTS.get(match.group("part") or match.group("alone") or "", Decimal(0))
    places = len(digits.partition(".")[2])
    start, core = _signed(text, match.start()), match.end()
    money = start < match.start() and any(sign in "£€$" for sign in text[start : match.start()])
    if "-" in text[start : match.start()]:
        value = -value
    end, scale = core, 1
    if (scaled := _SCALE.match(text, core)) is not None:
        end, scale = scaled.end(), _SCALES[scaled.group(1) or scaled.group(2)]
    unit, end = unit_after(text, end, money)
    grain = Decimal(1).scaleb(-places) * scale if places or scale > 1 else grain_of(value)
    grouped = end > core or start < match.start() or len(digits) < core - match.start()
    return Printed(
        start=start,
        core=core,
        end=end,
        value=value * scale,
        unit=Unit.FRACTION if match.group("alone") and unit is Unit.COUNT else unit,
        sort=_sort(text, match, end, grouped),
        places=places,
        grain=grain,
        grouped=grouped,
    )


def _signed(text: str, start: int) -> int:
    """Where a numeral starts with its sign and currency."""
    if start and text[start - 1] in "£€$":
        start -= 1
    if start and text[start - 1] == "-" and (start == 1 or text[start - 2] in " \xa0([|"):
        before = text[max(0, start - 3) : start - 1].strip()
        return start - 1 if not before[-1:].isdigit() else start
    return start


def unit_after(text: str, end: int, money: bool) -> tuple[Unit, int]:
    """The unit that stands at `end`, and where it ends."""
    if money:
        return Unit.MONEY, end
    if (points := _POINTS.match(text, end)) is not None:
        return Unit.POINTS, points.end()
    if (percent := _PERCENT.match(text, end)) is not None:
        return Unit.PERCENT, percent.end()
    return Unit.COUNT, end


def _sort(text: str, match: re.Match[str], end: int, grouped: bool) -> Sort:
    """What the letters that touch a numeral make of it."""
    start, digits = match.start(), match.group()
    if _ORDINAL.match(text, match.end()) is not None:
        return Sort.ORDINAL
    if _PLURAL.match(text, match.end()) is not None:
        return Sort.AGE
    leading = len(digits) > 1 and digits[0] == "0" and digits[1] != "."
    before, after = text[max(0, start - 2) : start], text[end : end + 6]
    if leading or len(digits) > MOST_DIGITS:
        return Sort.REFERENCE
    if _LABEL_BEFORE.search(before) is not None and _N_EQUALS.search(text, max(0, start - 8), start) is None:
        return Sort.REFERENCE
    if _LABEL_AFTER.match(after) is not None and not grouped:
        return Sort.STATISTIC if _is_share(text, match) else Sort.REFERENCE
    if _SLASHES.search(before) is not None:
        return Sort.STATISTIC if _is_share_end(text, match) else Sort.REFERENCE
    return Sort.STATISTIC


_SHARE: Final = re.compile(r"([0-9]{1,6}|[0-9]{1,3}(?:,[0-9]{3}){1,3})\s?/\s?([0-9,]{1,14})(?![\w/-]|[.][0-9])")


def _is_share(text: str, match: re.Match[str]) -> bool:
    """Whether the numeral is the 5 of "5/14"; "24/7" and "4/0/1" are none."""
    share = _SHARE.match(text, match.start())
    if share is None or text[max(0, match.start() - 1) : match.start()] == "/":
        return False
    part, whole = (int(digits.replace(",", "") or "0") for digits in share.groups())
    return part <= whole > 0


def _is_share_end(text: str, match: re.Match[str]) -> bool:
    first = match.start() - 1
    while first and text[first - 1] in "0123456789," and match.start() - first < 14:
        first -= 1
    numeral = _NUMERAL.match(text, first)
    return numeral is not None and _is_share(text, numeral)
