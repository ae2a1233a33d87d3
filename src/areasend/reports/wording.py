"""How reports word what is read from them: patterns over letters and digits, read from wording.toml."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

_ACCENTS = re.compile("[\u0300-\u036f]+")
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_TEENS = [f"{name}teen" for name in ("thir", "four", "fif", "six", "seven", "eigh", "nine")]
NUMBER_WORDS = (*_UNITS, *_TEENS, "twenty", "twenty-one", "twenty-two", "twenty-three", "twenty-four")
_NUMBER = "|".join([r"\d{1,3}", *sorted((word.replace("-", " ") for word in NUMBER_WORDS), key=len, reverse=True)])
_UNIT = "years?|months?"


def letters(text: str) -> str:
    """The text as words of letters and digits in lower case, parted by one space: what patterns are matched against."""
    plain = text.lower()
    if not plain.isascii():
        plain = plain.replace("’", "").replace("‘", "").replace("\xad", "")
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain.casefold()))
    return _NOT_A_LETTER.sub(" ", plain.replace("'", "")).strip()


@dataclass(frozen=True, kw_only=True, slots=True)
class SectionWording:
    """A heading: `any_style` marks one that is set like the text around it."""

    key: str
    begins: tuple[str, ...]
    heading: re.Pattern[str]
    ends: re.Pattern[str] | None
    any_style: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """All patterns, compiled."""

    sections: tuple[SectionWording, ...]
    title: Mapping[str, re.Pattern[str]]
    columns: Mapping[str, re.Pattern[str]]
    outcomes: Mapping[str, tuple[re.Pattern[str], ...]]
    outcome_variants: tuple[tuple[re.Pattern[str], str], ...]
    follow_up: Mapping[str, re.Pattern[str]]
    previous: Mapping[str, re.Pattern[str]]
    footer: re.Pattern[str]
    monitoring_titles: tuple[re.Pattern[str], ...]
    kinds: Mapping[str, tuple[re.Pattern[str], ...]]
    leadership_posts: re.Pattern[str]
    leadership_changes: re.Pattern[str]


@lru_cache(maxsize=1)
def wording() -> Wording:
    """The wording that comes with areasend."""
    found = tomllib.loads((files("areasend.reports") / "data" / "wording.toml").read_text(encoding="utf-8"))
    return Wording(
        sections=tuple(_section(item) for item in found["section"]),
        title={name: re.compile(text, re.IGNORECASE) for name, text in found["title"].items()},
        columns={name: _heading(text) for name, text in found["columns"].items()},
        outcomes=_lists(found["outcome"]),
        outcome_variants=tuple((_pattern(item["pattern"]), item["becomes"]) for item in found["outcome_variant"]),
        follow_up={name: _pattern(text) for name, text in found["follow_up"].items()},
        previous={name: _pattern(text) for name, text in found["previous"].items()},
        footer=_pattern(found["footer"]["start"]),
        monitoring_titles=tuple(_pattern(text) for text in found["monitoring"]["titles"]),
        kinds=_lists(found["kinds"]),
        leadership_posts=_any_of(found["leadership"]["posts"]),
        leadership_changes=_any_of(found["leadership"]["changes"]),
    )


def _section(item: Mapping[str, Any]) -> SectionWording:
    return SectionWording(
        key=item["key"],
        begins=tuple(item["begins"]),
        heading=_heading(item["heading"]),
        ends=_pattern(item["ends"]) if "ends" in item else None,
        any_style=item.get("any_style", False),
    )


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text.replace("NUMBER", _NUMBER).replace("UNIT", _UNIT))


def _heading(text: str) -> re.Pattern[str]:
    """A pattern for headings: between capitals set close, a file that holds no blanks may show none."""
    return _pattern(text.replace(" ", " ?"))


def _lists(found: Mapping[str, list[str]]) -> dict[str, tuple[re.Pattern[str], ...]]:
    return {name: tuple(_pattern(text) for text in texts) for name, texts in found.items()}


def _any_of(texts: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(texts)})\b")
