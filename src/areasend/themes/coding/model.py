"""What a coding folder holds: coders, decisions, locks and adjudications."""

import re
from dataclasses import dataclass
from datetime import date

from areasend.register import Maker
from areasend.themes.errors import ThemesError
from areasend.themes.printable import is_printable


class NotAllowed(ThemesError):
    """The rules of coding do not let this happen; nothing was changed."""


class NotLocked(ThemesError):
    """Codes were asked for while coders are still at work; `coders` names them."""

    def __init__(self, coders: tuple[str, ...]) -> None:
        self.coders = coders
        who = "coder is" if len(coders) == 1 else "coders are"
        super().__init__(
            f"The {who} not locked: {', '.join(coders)}. Nobody sees another's codes before everybody is done. "
            "End each coder's work with: areasend themes lock CODING --coder NAME"
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Coder:
    """One who codes; `locked` is the day on which the work ended, None while it goes on."""

    key: str
    made_by: Maker
    description: str
    joined: date
    locked: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """What a coder gave a statement: no theme, one or several, the principal one first.

    `codebook` is the version it was made with, `decided` the moment in ISO 8601, `suggested` what the coder was shown
    as a suggestion when deciding, empty without one.
    """

    statement: str
    themes: tuple[str, ...]
    sub_themes: tuple[str, ...] = ()
    note: str = ""
    codebook: int
    decided: str
    suggested: str = ""

    @property
    def said(self) -> tuple[tuple[str, ...], tuple[str, ...], str]:
        """What was decided, apart from when and how."""
        return self.themes, self.sub_themes, self.note


@dataclass(frozen=True, kw_only=True, slots=True)
class Adjudication:
    """What a person settled for a statement after its coders were done, and why."""

    statement: str
    themes: tuple[str, ...]
    reason: str
    by: str
    codebook: int
    decided: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Lock:
    """The end of a coder's work under a version of the codebook.

    It holds for the first `size` bytes of the decisions: `decisions` lines with this hash. `missing` statements had no
    decision; `codebook_sha256` is the hash of the codebook's files up to that version.
    """

    day: date
    codebook: int
    codebook_sha256: str
    decisions: int
    missing: int
    size: int
    sha256: str


_CODER = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*", re.ASCII)
LONGEST = 4000


def is_coder_key(key: str) -> bool:
    """Lower-case words joined by _ or -, short enough to name a folder."""
    return len(key) <= 40 and _CODER.fullmatch(key) is not None


def text_fault(text: str) -> str | None:
    """What is wrong with any text, or None."""
    if len(text) > LONGEST:
        return f"longer than {LONGEST} characters"
    return None if is_printable(text) else "a control character in the text"


__all__ = [
    "LONGEST",
    "Adjudication",
    "Coder",
    "Decision",
    "Lock",
    "Maker",
    "NotAllowed",
    "NotLocked",
    "is_coder_key",
    "text_fault",
]
