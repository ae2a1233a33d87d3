"""What a text is made of before it is a document: lines gathered into drafts of passages and tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from areasend.check.numbers.documents.plain_inline import Inline, inline
from areasend.check.numbers.documents.plain_source import Piece

_CAPTION = re.compile(
    r"(?:data (?:table )?(?:for|behind) )?(?:figure|fig\.?|table|chart|map|graph|exhibit)\s+"
    r"[a-z]?\d+(?:\.\d+|[a-z])?(?:\s*[:–—]\s*\S|\.\s+\S|\s+-\s+\S)",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"[.!?…:;][\"'’”)\]*_]*(?:\s?(?:<sup>)?\[?\\?\[(?:(?:foot)?note )?\^?\d{1,3}\\?\](?:\]?\(#[^()\s]*\))?(?:</sup>)?"
    r"|[⁰¹²³⁴-⁹])*[\"'’”)*_]*$"
)
_ABOUT = re.compile(
    r"(?:first )?(?:published|updated|last updated|released|applies to|sources?|notes?|date|isbn|ref(?:erence)?)\b",
    re.IGNORECASE,
)
_FUNCTION = frozenset(
    re.findall(
        r"\w+",
        """a an the of in on at by for to from with and or but nor as than that which who whose where when while if
        because is are was were be been has have had we they he she these those their its our into between under per""",
    )
)
_LAST_WORD = re.compile(r"(\w+)[^\w]*$")
_NUMBERED = frozenset(
    re.findall(
        r"\w+",
        """table figure chart map annex appendix section part chapter volume vol no page pages p pp issue number note
        year stage phase step level group band quintile decile type tier quarter week aged age ages under over of to and
        jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june july august september
        october november december""",
    )
)
_QUESTION = re.compile(r"(?:How|What|When|Where|Which|Who|Why)\b[^.!?:;]*\?")
LONGEST_HEADING = 150


class Sort(Enum):
    HEADING = auto()
    CAPTION = auto()
    TEXT = auto()
    ITEM = auto()
    IMAGE = auto()
    FURNITURE = auto()
    TABLE = auto()


@dataclass(slots=True)
class Rows:
    """A table before it has its columns: each cell the pieces it stands in. `header` is one row, or empty."""

    header: list[list[Piece]]
    rows: list[list[list[Piece]]]


@dataclass(slots=True)
class Draft:
    """`level`: a heading's, 0 if only its looks say that it is one; an item's depth is told by `indent`, in columns.
    `gap`: an empty line stood before it. `marker`: an item's, "1." for any number. `bold`: all of it is.
    `content` is what the pieces give when read; `cells` what those of a table's header (if any) and rows give."""

    sort: Sort
    pieces: list[Piece]
    level: int = 0
    gap: bool = False
    bold: bool = False
    marker: str = ""
    ordinal: str = ""
    indent: int = 0
    table: Rows | None = None
    content: Inline = field(default_factory=lambda: Inline("", ()))
    cells: list[list[Inline]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.content.text


def read_in(drafts: Sequence[Draft], words: frozenset[str]) -> list[Draft]:
    """The same with the text that their pieces give."""
    return [
        replace(
            draft,
            content=inline(draft.pieces, words),
            cells=[[inline(cell, words) for cell in row] for row in _rows_of(draft.table)],
        )
        for draft in drafts
    ]


def _rows_of(table: Rows | None) -> list[list[list[Piece]]]:
    if table is None:
        return []
    return [table.header, *table.rows] if table.header else table.rows


def is_caption(text: str) -> bool:
    """ "Figure 1: ...", "Data for Figure 4: ...", "Table A2 - ...": the title of what follows, not a heading."""
    return len(text) <= 300 and _CAPTION.match(text) is not None


def is_about(text: str) -> bool:
    """Lines about a text or figure that look like headings: "Published 6 June 2025", "Applies to England"."""
    return _ABOUT.match(text) is not None


def has_ended(text: str) -> bool:
    """Whether a sentence ends with this text."""
    return _ENDED.search(text[-120:]) is not None


def breaks_off(text: str) -> bool:
    """Whether a text ends in the middle of a phrase: with "of", "the", a comma, an opening bracket."""
    if text.endswith((",", "(", "-", "–", "‘", "“", "/", "&")):
        return True
    last = _LAST_WORD.search(text[-40:])
    return last is not None and last[0] == last[1] and last[1] in _FUNCTION


def begins_inside(text: str) -> bool:
    """Whether a text begins in the middle of a sentence: with a small letter or a sign that closes."""
    first = text.lstrip("\"'‘“(")[:1]
    return first.islower() or text[:1] in tuple(",;.)%–—")


def takes_number(text: str) -> bool:
    """Whether a number after this text belongs to its last word: "Table", "31 December", "up to"."""
    last = _LAST_WORD.search(text[-40:])
    return last is not None and last[1].lower() in _NUMBERED and last[0].removeprefix(last[1]) in ("", ".", ":")


def looks_like_heading(text: str) -> bool:
    """A short line that begins like a sentence and does not end like one."""
    first = text.lstrip("\"'‘“(")[:1]
    return (
        len(text) <= LONGEST_HEADING
        and (first.isupper() or first.isdigit())
        and any(letter.isalpha() for letter in text)
        and (not has_ended(text) or _QUESTION.fullmatch(text) is not None)
        and not breaks_off(text)
        and not is_about(text)
    )
