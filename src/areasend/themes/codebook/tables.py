"""TOML tables read field by field: what is missing, of another type or unknown is a fault with its file and key."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from areasend.themes.errors import CodingFault

_LONGEST_TEXT = 2000
_MOST_ENTRIES = 500
_LONGEST_VALUE = 80


class Table:
    """One TOML table. Each method takes a key; `finish` then tells the keys that nobody took."""

    def __init__(self, values: Mapping[str, Any], faults: list[CodingFault], *, file: str, place: str = "") -> None:
        self._values = values
        self._faults = faults
        self._file = file
        self._place = place
        self._taken: set[str] = set()

    def fault(self, key: str, *, rule: str, remedy: str, value: object = "") -> None:
        place = ".".join(part for part in (self._place, key) if part)
        shown = value if isinstance(value, str) else repr(value)
        self._faults.append(made_fault(self._file, place, rule, remedy, value=shown))

    def text(self, key: str) -> str:
        """Text in one line: a run of white space is one space."""
        value = self._take(key)
        return "" if value is None else self._checked_text(key, value)

    def texts(self, key: str, *, needed: bool = True) -> tuple[str, ...]:
        """A list of texts, none of them twice; `needed` asks for at least one."""
        value = self._take(key, needed=needed)
        if value is None:
            return ()
        if not isinstance(value, list) or (needed and not value):
            rule = "a list of texts is needed"
            self.fault(key, rule=rule, remedy='Write it as ["...", "..."]', value=value)
            return ()
        if self._too_many(key, value):
            return ()
        found = tuple(self._checked_text(f"{key}[{number}]", entry) for number, entry in enumerate(value, 1))
        for entry in sorted(entry for entry, times in Counter(found).items() if entry and times > 1):
            self.fault(key, rule="the entry stands more than once", remedy="Keep it once", value=entry)
        return found

    def integer(self, key: str) -> int:
        value = self._take(key)
        if value is not None and type(value) is not int:
            self.fault(key, rule="this is no whole number", remedy="Write digits without quotes", value=value)
            return 0
        return value or 0

    def flag(self, key: str) -> bool:
        """True or false; false where it is not there."""
        value = self._take(key, needed=False)
        if value is not None and type(value) is not bool:
            self.fault(key, rule="this is neither true nor false", remedy="Write true or false", value=value)
            return False
        return bool(value)

    def day(self, key: str) -> date | None:
        value = self._take(key)
        if value is not None and type(value) is not date:
            self.fault(key, rule="this is no date", remedy="Write it as 2026-11-22, without quotes", value=value)
            return None
        return value

    def tables(self, key: str, *, needed: bool = True) -> Iterator["Table"]:
        """Every table of an array of tables."""
        value = self._take(key, needed=needed)
        if value is None:
            return
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value) or (needed and not value):
            self.fault(key, rule="tables are needed", remedy=f"Write each under [[{key}]]", value=value)
            return
        if self._too_many(key, value):
            return
        for number, entry in enumerate(value, 1):
            place = ".".join(part for part in (self._place, f"{key}[{number}]") if part)
            yield Table(entry, self._faults, file=self._file, place=place)

    def finish(self) -> None:
        for key in sorted(self._values.keys() - self._taken):
            remedy = f"Remove or rename it; known here: {', '.join(sorted(self._taken))}"
            self.fault(key, rule="no such key is known here", remedy=remedy, value=self._values[key])

    def _take(self, key: str, *, needed: bool = True) -> Any:
        self._taken.add(key)
        value = self._values.get(key)
        if value is None and needed:
            self.fault(key, rule="the key is missing", remedy=f"Add {key}")
        return value

    def _too_many(self, key: str, entries: list[Any]) -> bool:
        if len(entries) > _MOST_ENTRIES:
            rule = f"{len(entries)} entries are more than the {_MOST_ENTRIES} that anybody can keep apart"
            self.fault(key, rule=rule, remedy="Merge some of them")
        return len(entries) > _MOST_ENTRIES

    def _checked_text(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            self.fault(key, rule="this is no text", remedy="Write it in quotes", value=value)
            return ""
        text = " ".join(unicodedata.normalize("NFC", value).split())
        odd = [mark for mark in value if mark not in "\n\t" and unicodedata.category(mark) in ("Cc", "Cf")]
        if not text:
            self.fault(key, rule="the text is empty", remedy="Write what is meant, or leave the entry out")
        elif odd:
            named = " ".join(f"U+{ord(mark):04X}" for mark in dict.fromkeys(odd))
            self.fault(key, rule="an invisible character stands in the text", remedy="Remove it", value=named)
        elif len(text) > _LONGEST_TEXT:
            rule = f"{len(text)} characters are more than the {_LONGEST_TEXT} that a coder can be asked to read"
            self.fault(key, rule=rule, remedy="Shorten it", value=text)
        return text


def made_fault(file: str, place: str, rule: str, remedy: str, *, value: str = "") -> CodingFault:
    """A fault to be printed: characters that a terminal would act on are spelled out, a long value is cut."""
    shown = _printable(value)
    return CodingFault(
        file=_printable(file),
        place=_printable(place),
        value=shown if len(shown) <= _LONGEST_VALUE else f"{shown[: _LONGEST_VALUE - 1]}…",
        rule=_printable(rule),
        remedy=_printable(remedy),
    )


def _printable(text: str) -> str:
    return "".join(mark if mark.isprintable() else f"\\u{ord(mark):04x}" for mark in text)


__all__ = ["Table", "made_fault"]
