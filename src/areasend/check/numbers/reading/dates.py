"""Dates and periods in a text: single ones, ranges, and those with an open end ("since", "by", "as at")."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from areasend.check.numbers.reading.date_words import Atom, atoms, day_atom
from areasend.check.numbers.reading.model import Dated, DateKind
from areasend.check.numbers.reading.typography import plain
from areasend.check.numbers.reading.year_words import year_kind

_LINK: Final = re.compile(
    r",?\s?(?:-|\b(?:to|until|through|up\sto|and|till)\b)\s?(?:and\sincluding\s)?(?:the\send\sof\s)?"
)
_BETWEEN: Final = re.compile(r"\bbetween\s(?:the\s(?:beginning|start)\sof\s)?\Z")
_FROM: Final = re.compile(r"\b(?:between|from)\s(?:the\s(?:beginning|start)\sof\s)?\Z")
_YEAR_TO: Final = re.compile(
    r"\b(?:(?:12|twelve)\smonths|(?:(?P<kind>financial|reporting|calendar|academic)\s)?year)\s"
    r"(?:ending|ended|to)\s(?:on\s|in\s)?\Z"
)
_OPEN: Final = re.compile(
    r"\b(?:(?P<since>since)|(?P<after>after)|(?P<by>by|no\slater\sthan)|(?P<before>before|prior\sto)"
    r"|(?P<as_at>as\s(?:at|of|on)|at)|(?P<until>up\sto|until|till))"
    r"(?:\sand\sincluding)?(?:\sthe\s(?:end|start|beginning)\sof)?\s\Z"
)
_LOOK: Final = 48


@lru_cache(maxsize=32_768)
def dated(text: str) -> tuple[Dated, ...]:
    """The dates and periods of a text in order, none inside another. A law's year ("Children Act 2004") is none.

    `start` and `end` hold the words that make the period too: "between", "since", "as at".
    """
    letters = plain(text)
    joined: list[Atom] = []
    for atom in atoms(letters, text):
        whole = _range(letters, joined[-1], atom) if joined else None
        if whole is None:
            joined.append(atom)
        else:
            joined[-1] = whole
    return tuple(_worded(text, letters, atom) for atom in joined)


def _range(text: str, before: Atom, after: Atom) -> Atom | None:
    """Both as one range, if the words between them (and before the first) say so."""
    if DateKind.RANGE in (before.kind, after.kind) or after.start - before.end > _LOOK:
        return None
    link = _LINK.fullmatch(text, before.end, after.start)
    if link is None or ("and" in link.group().split() and not _says(_BETWEEN, text, before.start)):
        return None
    if before.kind is DateKind.YEARLESS and after.last is not None:
        before = day_atom(before.start, before.end, after.last.year, before.month, before.day)
    return _from_to(text, before, after)


def _from_to(text: str, before: Atom, after: Atom) -> Atom:
    first, last = before.first, after.last
    kind = year_kind(text, before.start, after.end)
    if first is None or last is None:
        impossible = before.impossible or after.impossible
        end = DateKind.RANGE if impossible else DateKind.YEARLESS
        return Atom(start=before.start, end=after.end, kind=end, first=None, last=None, impossible=impossible)
    if kind is not None and before.kind is after.kind is DateKind.YEAR and last.year == first.year + 1:
        school = kind is DateKind.SCHOOL_YEAR
        first = date(first.year, 9 if school else 4, 1)
        last = date(last.year, 8, 31) if school else date(last.year, 3, 31)
        return Atom(start=before.start, end=after.end, kind=kind, first=first, last=last)
    return Atom(start=before.start, end=after.end, kind=DateKind.RANGE, first=first, last=last, impossible=first > last)


def _says(words: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """The words, if they stand right before `end`."""
    return words.search(text, max(0, end - _LOOK), end)


def _worded(text: str, letters: str, atom: Atom) -> Dated:
    """A date with the words before it that open an end of it or make a year of it."""
    found = Dated(
        start=atom.start,
        end=atom.end,
        text=text[atom.start : atom.end],
        first=atom.first,
        last=atom.last,
        kind=atom.kind,
        impossible=atom.impossible,
    )
    if atom.kind is DateKind.RANGE:
        return _starting(found, text, _says(_FROM, letters, atom.start))
    year_to = _says(_YEAR_TO, letters, atom.start)
    if year_to is not None and atom.last is not None:
        return _starting(_year_to(found, atom.last, year_to.group("kind")), text, year_to)
    opened = _says(_OPEN, letters, atom.start)
    if opened is None or atom.first is None or atom.last is None:
        return found
    return _starting(_opened(found, atom.first, atom.last, opened), text, opened)


def _starting(found: Dated, text: str, words: re.Match[str] | None) -> Dated:
    if words is None:
        return found
    return replace(found, start=words.start(), text=text[words.start() : found.end])


def _year_to(found: Dated, last: date, kind: str | None) -> Dated:
    """The twelve months that end with a date: "year ending 31 March 2024"."""
    if found.kind is DateKind.YEAR and kind == "financial":
        last = date(last.year, 3, 31)
    elif found.kind is DateKind.YEAR and kind == "academic":
        last = date(last.year, 8, 31)
    after = last + timedelta(days=1)
    leap_day = (after.month, after.day) == (2, 29)
    first = date(after.year - 1, 3, 1) if leap_day else after.replace(year=after.year - 1)
    return replace(found, first=first, last=last, kind=DateKind.RANGE)


def _opened(found: Dated, first: date, last: date, words: re.Match[str]) -> Dated:
    start_meant = re.search(r"start|beginning", words.group()) is not None
    edge = first if start_meant else last
    match words.lastgroup:
        case "since":
            return replace(found, first=first, last=None, kind=DateKind.SINCE)
        case "after":
            return replace(found, first=edge + timedelta(days=1), last=None, kind=DateKind.AFTER)
        case "before":
            return replace(found, first=None, last=first - timedelta(days=1), kind=DateKind.BEFORE)
        case "as_at":
            return replace(found, first=None, last=edge, kind=DateKind.AS_AT)
        case "by":
            return replace(found, first=None, last=edge, kind=DateKind.BY)
        case _:
            return replace(found, first=None, last=edge, kind=DateKind.UNTIL)
