"""Dates and spans of days as reports print them: "12 to 16 February 2024", "28 February to 4 March 2022"."""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ["january", "february", "march", "april", "may", "june", "july"]
_MONTHS += ["august", "september", "october", "november", "december"]
_SHORT_MONTHS = [month[:3] for month in _MONTHS]
_TURN_OF_YEAR = 14
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY_NAME = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_DAY = r"(\d{1,2})(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"((?:19|20)\d\d)"
# Two days with a year each are a span where "to" or a dash joins them; "and" joins two dates of their own.
_TO = rf"(?:(?:,?\s+{_YEAR})?\s*(?:to|until|[-‐‑‒–—−])\s*|\s+and\s+)"
_OF = r"(?:\s+of)?\s+"
_SPAN = re.compile(
    rf"(?<!\d){_DAY_NAME}{_DAY}(?:{_OF}({_MONTH}))?{_TO}{_DAY_NAME}{_DAY}{_OF}({_MONTH}),?\s+{_YEAR}(?!\d)",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?<!\d){_DAY_NAME}{_DAY}{_OF}({_MONTH}),?\s+{_YEAR}(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """A first and a last day, and where in the text they stand; `last` is None where one day alone is printed.

    The last day is never before the first.
    """

    first: date
    last: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NoSuchDate:
    """Words set like a date that the calendar does not have, or like a span whose last day is before its first."""

    words: str
    start: int
    end: int


def spans_in(text: str) -> tuple[Span | NoSuchDate, ...]:
    """Every date and span of dates in the text, from left to right, each stretch of it used once."""
    found: list[Span | NoSuchDate] = []
    at = 0
    while match := _next(text, at):
        found.append(_span(match))
        at = match.end()
    return tuple(found)


def _next(text: str, at: int) -> re.Match[str] | None:
    span, one = _SPAN.search(text, at), _ONE.search(text, at)
    if span and (one is None or span.start() <= one.start()):
        return span
    return one


def _span(match: re.Match[str]) -> Span | NoSuchDate:
    parts = match.groups()
    try:
        if match.re is _ONE:
            day, month, year = parts
            return Span(_date(day, month, year), None, match.start(), match.end())
        day, month, year, last_day, last_month, last_year = parts
        last = _date(last_day, last_month, last_year)
        first = _date(day, month or last_month, year or last_year)
        if year is None and first > last:
            around = _date(day, month or last_month, str(int(last_year) - 1))
            # "28 December to 3 January 2024" runs over the turn of the year; "16 to 12 February" runs nowhere.
            first = around if (last - around).days <= _TURN_OF_YEAR else first
    except ValueError:
        return NoSuchDate(match.group(), match.start(), match.end())
    if last < first:
        return NoSuchDate(match.group(), match.start(), match.end())
    return Span(first, last, match.start(), match.end())


def _date(day: str, month: str, year: str) -> date:
    """Raises `ValueError` for a month that has another name and for a day that the month does not have."""
    name = month.rstrip(".").casefold()
    if name not in (*_MONTHS, *_SHORT_MONTHS, "sept"):
        raise ValueError(month)
    return date(int(year), _SHORT_MONTHS.index(name[:3]) + 1, int(day))
