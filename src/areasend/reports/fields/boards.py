"""Integrated care boards: printed names brought to the board's own name, never by likeness alone."""

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.resources import files

from areasend.reports.wording import letters

# NHS Greater Manchester calls itself "Integrated Care" alone.
_SUFFIX = re.compile(r"\b(?:integrated care(?: boards?| systems?)?|icbs?|ics)\b")
_FORM_WORDS = {"nhs", "the", "area", "and"}
_FORM = re.compile(r"^NHS | ICB$")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
# Where one name ends and the next begins in a cell that names several.
_AND = r"\s*(?:,(?:\s*and\b)?|\band\b|&|/)\s*"
_NEXT_NAME = re.compile(
    rf"\s*;(?:\s*and\b)?\s*|(?<=\bICB){_AND}|(?<=\bBoard){_AND}|(?<=\bICB\)){_AND}|{_AND}(?=(?:the\s+)?NHS\b)"
    # Two names on lines of their own, with nothing between them.
    r"|(?:(?<=\bICB)|(?<=\bBoard)|(?<=\bICB\)))\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\s*names? of (?:the )?(?:icbs?|integrated care boards?|(?:local )?authorit(?:y|ies))\s*:\s*", re.IGNORECASE
)


def without_label(text: str) -> str:
    """The cell without a label such as "Name of ICB:"."""
    return _LABEL.sub("", text)


def names_in(cell: str) -> tuple[str, ...]:
    """The boards that a cell names, as printed, in order."""
    return tuple(name for part in _NEXT_NAME.split(cell) if (name := part.strip(" ,.")))


def board_of(printed: str, all_letters: Callable[[], str]) -> str | None:
    """The board's own name, or None.

    A printed name is a board's when it holds the same words, whatever its form ("NHS Sussex", "Sussex Integrated Care
    Board"), or when it is listed as another name. A shortened one is completed by the only board that holds its words
    and that the report names in full elsewhere in its text (`all_letters`).
    """
    core = _core(_IN_BRACKETS.sub(" ", printed))
    if not core:
        return None
    if core in _boards():
        return _boards()[core]
    text = f" {_without_forms(all_letters())} "
    longer = {name for words, name in _boards().items() if set(core) < set(words) and f" {' '.join(words)} " in text}
    return longer.pop() if len(longer) == 1 else None


def printed_board() -> str:
    """A pattern for a board's name in full, with or without "NHS" before it and with what it is behind it."""
    names = "|".join(re.escape(_FORM.sub("", name)) for name in sorted(set(_boards().values())))
    return rf"(?:NHS\s+)?(?:{names})\s+(?:NHS\s+)?(?:ICB|Integrated\s+Care\s+Board)\b"


def _core(name: str) -> tuple[str, ...]:
    return tuple(word for word in _SUFFIX.sub(" ", letters(name)).split() if word not in _FORM_WORDS)


def _without_forms(text: str) -> str:
    return " ".join(word for word in text.split() if word not in _FORM_WORDS)


@lru_cache(maxsize=1)
def _boards() -> Mapping[tuple[str, ...], str]:
    """Every name, as the words that tell it apart, with the board it names."""
    found = tomllib.loads(
        (files("areasend.reports") / "data" / "integrated_care_boards.toml").read_text(encoding="utf-8")
    )
    names = {_core(name): name for name in found["boards"]}
    return names | {_core(name): board for name, board in found["also"].items()}
