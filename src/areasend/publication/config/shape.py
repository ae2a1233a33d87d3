"""Which sections and keys `release.toml` may hold, and what kind of value each takes."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from areasend.publication.config.model import CalendarState, Rule


@dataclass(frozen=True, kw_only=True, slots=True)
class Key:
    """A kind of value: whether one is right, and its shape in words for whom it is wrong."""

    is_right: Callable[[Any], bool]
    shape: str
    required: bool = False


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _day(value: Any) -> bool:
    return type(value) is date and 2000 <= value.year < 2100


def _address(value: Any) -> bool:
    found = _ADDRESS.fullmatch(value) if isinstance(value, str) else None
    return found is not None and int(found["port"] or 0) < 65536


def _one_of(kinds: type[Rule] | type[CalendarState], *, required: bool = True) -> Key:
    values = [kind.value for kind in kinds]
    return Key(is_right=lambda value: value in values, shape=f"one of {', '.join(values)}", required=required)


_HOST = r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*"
_ADDRESS = re.compile(rf"https?://{_HOST}(:(?P<port>[0-9]{{1,5}}))?(/(?!\.{{1,2}}/)[A-Za-z0-9._~-]+)*/")
_HOUR = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
# Control characters other than the line feed, what XML 1.0 cannot hold, and what turns the text behind it round.
_UNFIT = re.compile("[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")
# Enough for any release; with more, pages would grow beyond the 150 kB that they may weigh.
_LONGEST_TEXT, _LONGEST_LIST = 2000, 100
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December".split("|")  # noqa: SIM905
)
_MONTH = re.compile(rf"({'|'.join(_MONTHS)}) (20[0-9]{{2}})")

_TEXT = Key(is_right=_text, shape="text in quotation marks")
_NEEDED = Key(is_right=_text, shape=_TEXT.shape, required=True)
_DAY = Key(is_right=_day, shape="a date, unquoted, such as 2025-06-26, of this century")
_NEEDED_DAY = Key(is_right=_day, shape=_DAY.shape, required=True)
_VERSION = Key(
    is_right=lambda value: type(value) is int and 1 <= value <= 99, shape="a whole number from 1 to 99, unquoted"
)

SECTIONS: Mapping[str, Mapping[str, Key]] = {
    "release": {
        "title": _TEXT,
        "publisher": _TEXT,
        "author": _TEXT,
        "address": Key(
            is_right=_address,
            shape='an absolute web address that ends in "/", such as "https://statistics.example.org/send/"',
        ),
        "version": _VERSION,
        "announced": _DAY,
        "published": _DAY,
        "hour": Key(
            is_right=lambda value: _text(value) and _HOUR.fullmatch(value) is not None,
            shape='an hour of Europe/London in quotation marks, such as "09:30"',
        ),
        "next_release": _TEXT,
    },
    "contact": {"name": _TEXT, "role": _TEXT, "email": _TEXT, "telephone": _TEXT},
    "acknowledgements": {"text": _TEXT},
}

LISTS: Mapping[str, Mapping[str, Key]] = {
    "pre_release_access": {
        "name": _NEEDED,
        "role": _NEEDED,
        "organisation": _NEEDED,
        "reason": _NEEDED,
        "access_from": Key(
            is_right=lambda value: isinstance(value, datetime) and 2000 <= value.year < 2100,
            shape="a date and hour of this century, unquoted, such as 2025-06-25T09:30:00",
        ),
    },
    "exemption": {"rule": _one_of(Rule), "reason": _NEEDED, "by": _NEEDED},
    "calendar": {
        "title": _NEEDED,
        "date": _DAY,
        "month": Key(
            is_right=lambda value: _text(value) and _MONTH.fullmatch(value) is not None,
            shape='a month in quotation marks, such as "June 2026"',
        ),
        "state": _one_of(CalendarState),
        "note": _TEXT,
    },
    "correction": {"version": Key(is_right=_VERSION.is_right, shape=_VERSION.shape, required=True)}
    | {"date": _NEEDED_DAY, "note": _NEEDED},
    "appeared_earlier": {"figure": _NEEDED, "where": _NEEDED, "on": _NEEDED_DAY, "reason": _NEEDED},
}


def hour_in(text: str) -> time:
    return time.fromisoformat(text)


def month_in(text: str) -> date:
    """The first day of a month written in words.

    >>> month_in("June 2026")
    datetime.date(2026, 6, 1)
    """
    name, year = text.split(" ")
    return date(int(year), _MONTHS.index(name) + 1, 1)


def shape_faults(table: Mapping[str, Any]) -> Iterator[str]:
    """Every section, key and value that is not of its kind."""
    for name in sorted(table.keys() - {*SECTIONS, *LISTS}):
        yield f"[{name}]: no such section is known here. Remove or rename it."
    for section, keys in SECTIONS.items():
        values = table.get(section, {})
        if isinstance(values, Mapping):
            yield from _key_faults(section, values, keys)
        else:
            yield f"{section}: must be a section, [{section}]."
    for name, keys in LISTS.items():
        yield from _list_faults(name, table.get(name, []), keys)


def sound_part(table: Mapping[str, Any]) -> dict[str, Any]:
    """What is of its kind, so that the rules can be held against it: right values, and lists without a fault."""
    sections = {
        name: {key: value for key, value in values.items() if key in keys and keys[key].is_right(value)}
        for name, keys in SECTIONS.items()
        if isinstance(values := table.get(name, {}), Mapping)
    }
    lists = {
        name: table.get(name, [])
        for name, keys in LISTS.items()
        if not any(_list_faults(name, table.get(name, []), keys))
    }
    return sections | lists


def _list_faults(name: str, entries: object, keys: Mapping[str, Key]) -> Iterator[str]:
    if not isinstance(entries, list) or not all(isinstance(entry, Mapping) for entry in entries):
        yield f"{name}: must be a list of [[{name}]] sections."
        return
    if len(entries) > _LONGEST_LIST:
        yield f"{name}: {len(entries)} entries, and a page has room for {_LONGEST_LIST}. Keep those that matter."
    required = [key for key, kind in keys.items() if kind.required]
    for number, entry in enumerate(entries, 1):
        for key in required:
            if key not in entry or (isinstance(entry[key], str) and not entry[key].strip()):
                yield f"{name}[{number}].{key}: missing. Each [[{name}]] needs {', '.join(required)}."
        yield from _key_faults(f"{name}[{number}]", entry, keys)


def _key_faults(place: str, values: Mapping[str, Any], keys: Mapping[str, Key]) -> Iterator[str]:
    for key, value in values.items():
        if key not in keys:
            yield f"{place}.{key}: no such key is known here. The keys are {', '.join(keys)}."
        elif not keys[key].is_right(value):
            yield f"{place}.{key} = {value!r}: must be {keys[key].shape}."
        elif isinstance(value, str) and (unfit := _UNFIT.search(value)):
            yield f"{place}.{key} = {value[:80]!r}: holds a control character, {unfit[0]!a}. Remove it."
        elif isinstance(value, str) and len(value) > _LONGEST_TEXT:
            yield f"{place}.{key}: {len(value)} characters, and a page has room for {_LONGEST_TEXT}. Shorten it."
