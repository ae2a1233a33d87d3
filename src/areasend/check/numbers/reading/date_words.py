"""Single dates and periods as they are written: one day, month, quarter or year, without the words around them.

Conventions: an academic year runs from 1 September to 31 August, a financial year from 1 April to 31 March (England);
"2023/24" alone may be either and is read from 1 April 2023 to 31 August 2024, so that nothing inside can seem outside.
All-number dates have the day first, as in Britain.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from areasend.check.numbers.reading.model import DateKind
from areasend.check.numbers.reading.year_words import is_year, year_kind
from areasend.statistics import MONTHS

_MONTH_OF: Final = (
    {name.lower(): place for place, name in enumerate(MONTHS, start=1)}
    | {name[:3].lower(): place for place, name in enumerate(MONTHS, start=1)}
    | {"sept": 9}
)
_MONTH: Final = "(?:" + "|".join(sorted(_MONTH_OF, key=len, reverse=True)) + r")\b\.?"
_DAY: Final = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:19|20)[0-9]{2}"
_TO: Final = r"\s?(?:-|/|\b(?:to|and|until|through)\b)\s?"
_END: Final = r"(?![\w%]|[.,/:][0-9])"
_QUARTER: Final = r"(?:q|quarter\s)[1-4]|(?:first|second|third|fourth|last|final)\squarter"
_QUARTERS: Final = {"1": 1, "2": 2, "3": 3, "4": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}

_ATOM: Final = re.compile(
    rf"""(?<![\w£€$#@/])(?<![0-9][.,:-])(?:
      (?P<interval>{_YEAR}-[0-9]{{2}}-[0-9]{{2}}/{_YEAR}-[0-9]{{2}}-[0-9]{{2}}(?!\w))
    | (?P<iso>{_YEAR}-[0-9]{{2}}-[0-9]{{2}}(?:t[0-9:.]{{5,15}}(?:z|[+-][0-9:]{{4,5}})?)?(?![\w]))
    | (?P<slashed>[0-9]{{1,2}}/[0-9]{{1,2}}/{_YEAR}(?![\w/])|[0-9]{{1,2}}\.[0-9]{{1,2}}\.{_YEAR}(?!\w|\.[0-9]))
    | (?P<day>(?:{_DAY}{_TO})?{_DAY}\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR}{_END})?)
    | (?P<american>{_MONTH}\s{_DAY},?\s{_YEAR}{_END})
    | (?P<month>(?:{_MONTH}{_TO})?{_MONTH},?\s(?:of\s)?{_YEAR}{_END})
    | (?P<quarter>(?:{_QUARTER}),?\s(?:of\s)?{_YEAR}{_END}|{_YEAR},?[\s-]?q[1-4]\b)
    | (?P<split>{_YEAR}\s?[-/]\s?(?:{_YEAR}|[0-9]{{2}})(?![\w%/]|[.,:-][0-9]))
    | (?P<year>{_YEAR})(?![\w%/£€$@]|[.,:-][0-9]|-[a-z]|\([a-z0-9]\))
    )""",
    re.VERBOSE,
)
_DIGITS: Final = re.compile(r"[0-9]++")
_MONTH_WORD: Final = re.compile(_MONTH)
_ORDINAL_WORD: Final = re.compile(r"first|second|third|fourth|last|final")


@dataclass(frozen=True, kw_only=True, slots=True)
class Atom:
    """One date as written. `day` and `month` are kept where the year is missing, until one is found further on."""

    start: int
    end: int
    kind: DateKind
    first: date | None
    last: date | None
    impossible: bool = False
    day: int = 0
    month: int = 0


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def atoms(text: str, printed: str) -> Iterator[Atom]:
    """The dates of a text in order; `text` is in plain typography, `printed` as it stands."""
    for match in _ATOM.finditer(text):
        atom = _READERS[match.lastgroup or ""](match, printed)
        if atom is not None:
            yield atom


def day_atom(start: int, end: int, year: int, month: int, day: int, first_day: int = 0) -> Atom:
    """A day, or some days of one month; a day that no calendar has makes it impossible."""
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return Atom(start=start, end=end, kind=DateKind.DAY, first=None, last=None, impossible=True)
    last = date(year, month, day)
    if not first_day:
        return Atom(start=start, end=end, kind=DateKind.DAY, first=last, last=last)
    first = date(year, month, min(first_day, monthrange(year, month)[1]))
    return Atom(start=start, end=end, kind=DateKind.RANGE, first=first, last=last, impossible=first > last)


def _figures(match: re.Match[str]) -> list[int]:
    return [int(digits) for digits in _DIGITS.findall(match.group())]


def _months(match: re.Match[str]) -> list[int]:
    return [_MONTH_OF[word.rstrip(".")] for word in _MONTH_WORD.findall(match.group())]


def _iso(match: re.Match[str], _: str) -> Atom | None:
    year, month, day = _figures(match)[:3]
    atom = day_atom(match.start(), match.end(), year, month, day)
    return None if atom.impossible else atom


def _interval(match: re.Match[str], _: str) -> Atom | None:
    year, month, day, last_year, last_month, last_day = _figures(match)
    first = day_atom(match.start(), match.end(), year, month, day).first
    last = day_atom(match.start(), match.end(), last_year, last_month, last_day).last
    if first is None or last is None:
        return None
    return Atom(
        start=match.start(), end=match.end(), kind=DateKind.RANGE, first=first, last=last, impossible=first > last
    )


def _slashed(match: re.Match[str], _: str) -> Atom | None:
    day, month, year = _figures(match)
    if month > 12 >= day:
        day, month = month, day
    return day_atom(match.start(), match.end(), year, month, day)


def _day(match: re.Match[str], printed: str) -> Atom | None:
    figures, month = _figures(match), _months(match)[0]
    if figures[-1] > 99:
        first_day = figures[0] if len(figures) == 3 else 0
        return day_atom(match.start(), match.end(), figures[-1], month, figures[-2], first_day)
    word = _MONTH_WORD.search(match.group())
    if word is not None and printed[match.start() + word.start()].islower():
        return None
    day = figures[-1]
    return Atom(
        start=match.start(),
        end=match.end(),
        kind=DateKind.YEARLESS,
        first=None,
        last=None,
        impossible=not 1 <= day <= monthrange(2024, month)[1],
        day=day,
        month=month,
    )


def _american(match: re.Match[str], _: str) -> Atom | None:
    day, year = _figures(match)
    return day_atom(match.start(), match.end(), year, _months(match)[0], day)


def _month(match: re.Match[str], _: str) -> Atom | None:
    months, (year,) = _months(match), _figures(match)
    first, last = date(year, months[0], 1), month_end(year, months[-1])
    kind = DateKind.MONTH if len(months) == 1 else DateKind.RANGE
    return Atom(start=match.start(), end=match.end(), kind=kind, first=first, last=last, impossible=first > last)


def _quarter(match: re.Match[str], _: str) -> Atom | None:
    year = max(_figures(match))
    word = _ORDINAL_WORD.search(match.group())
    quarter = _QUARTERS.get(word.group(), 4) if word is not None else min(_figures(match))
    first, last = date(year, 3 * quarter - 2, 1), month_end(year, 3 * quarter)
    return Atom(start=match.start(), end=match.end(), kind=DateKind.QUARTER, first=first, last=last)


def _split(match: re.Match[str], _: str) -> Atom | None:
    year, other = _figures(match)
    other = other if other > 99 else year - year % 100 + other + (100 if other < year % 100 else 0)
    if other == year + 1 and (len(match.group()) < 9 or year_kind(match.string, match.start(), match.end())):
        kind = year_kind(match.string, match.start(), match.end()) or DateKind.SPLIT_YEAR
        first = date(year, 9, 1) if kind is DateKind.SCHOOL_YEAR else date(year, 4, 1)
        last = date(other, 3, 31) if kind is DateKind.FINANCIAL_YEAR else date(other, 8, 31)
        return Atom(start=match.start(), end=match.end(), kind=kind, first=first, last=last)
    if "/" in match.group() or other - year > 100:
        return None
    first, last = date(year, 1, 1), date(other, 12, 31)
    return Atom(
        start=match.start(), end=match.end(), kind=DateKind.RANGE, first=first, last=last, impossible=first > last
    )


def _year(match: re.Match[str], _: str) -> Atom | None:
    if not is_year(match.string, match.start(), match.end()):
        return None
    year = int(match.group())
    first, last = date(year, 1, 1), date(year, 12, 31)
    return Atom(start=match.start(), end=match.end(), kind=DateKind.YEAR, first=first, last=last)


_READERS: Final = {
    "iso": _iso,
    "interval": _interval,
    "slashed": _slashed,
    "day": _day,
    "american": _american,
    "month": _month,
    "quarter": _quarter,
    "split": _split,
    "year": _year,
}
