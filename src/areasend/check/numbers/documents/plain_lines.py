"""What each line of a text is: heading, list item, row of a table, rule, note, or text."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from areasend.check.numbers.documents.plain_source import Piece
from areasend.check.numbers.documents.plain_tables import bar_cells, is_rule

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(\S.*)$")
_CLOSING = re.compile(r"\s#+\s*$")
_BULLET = re.compile(r"(\s*)([•●▪■◼◾◆◦○□‣∙·➢➤❖✓✔\uf0a7\uf0b7*+–—-])(?:\s+(\S.*)|\s*)$")
_NUMBER = re.compile(r"(\s*)\(?(\d{1,3}|[a-z]|[ivx]{1,5})([.)])\s+(\S.*)$")
_NOTE = re.compile(r"\s{0,3}\[\^([^\]\s]{1,40})\]:\s*(.*)$")
_MARKED = re.compile(r"\s*\[?\\?\[(?:(?:foot)?note\s)?(\d{1,3})\\?\](?:\]?\([^()\s]*\))?:?\s+(\S.*)$", re.IGNORECASE)
_RAISED = re.compile(r"\s*([⁰¹²³⁴-⁹]{1,3})\s?([^\s⁰¹²³⁴-⁹].*)$")
_STROKES = re.compile(r"\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-+)\s*$")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_IMAGE = re.compile(r"\s*!\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s\"[^\"]*\")?\)\s*$")


_SPECIAL = frozenset("#[`~!⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


_QUOTE = re.compile(r"^\s{0,3}(?:>\s?)+(?=\S)")


class Shape(Enum):
    BLANK = auto()
    TEXT = auto()
    HEADING = auto()
    ITEM = auto()
    NOTE = auto()
    STROKES = auto()
    FENCE = auto()
    IMAGE = auto()
    TABS = auto()
    BARS = auto()
    HEAD = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """`text` is what is meant of the line: an item's without its marker. `marker` is "1." for any number with a dot,
    `ordinal` the number itself or a note's label; `indent` counts columns, a tab as four."""

    number: int
    shape: Shape
    text: str
    source: str
    level: int = 0
    marker: str = ""
    ordinal: str = ""
    indent: int = 0

    @property
    def piece(self) -> Piece:
        return self.number, self.text


def line_of(number: int, source: str) -> Line:
    """The line by itself; whether a marker is an item's, a stroke an underline, its neighbours say."""
    source = _QUOTE.sub("", source)
    bare = source.strip()
    if not bare:
        return Line(number, Shape.BLANK, "", source)
    if bare[0] in _SPECIAL and (special := _special(number, source)):
        return special
    if "\t" not in bare and _STROKES.match(source):
        return Line(number, Shape.STROKES, bare, source)
    if item := _item(number, source):
        return item
    if "|" in bare and (bare[0] == "|" or is_rule(bar_cells(source))):
        return Line(number, Shape.BARS, source, source)
    if "\t" in bare:
        return Line(number, Shape.TABS, source, source)
    return Line(number, Shape.TEXT, source, source, indent=_width(source[: len(source) - len(source.lstrip())]))


def _special(number: int, source: str) -> Line | None:
    if found := _HEADING.match(source):
        return Line(number, Shape.HEADING, _CLOSING.sub("", found[2]), source, level=len(found[1]))
    if found := _NOTE.match(source):
        return Line(number, Shape.NOTE, found[2], source, marker="^", ordinal=found[1])
    if found := _MARKED.match(source) or _RAISED.match(source):
        return Line(number, Shape.NOTE, found[2], source, marker="[", ordinal=found[1].translate(_SUPERSCRIPT))
    if _FENCE.match(source):
        return Line(number, Shape.FENCE, "", source)
    if found := _IMAGE.match(source):
        return Line(number, Shape.IMAGE, found[1], source)
    return None


def _item(number: int, source: str) -> Line | None:
    if found := _BULLET.match(source):
        return Line(number, Shape.ITEM, found[3] or "", source, marker=found[2], indent=_width(found[1]))
    if found := _NUMBER.match(source):
        kind = "1" if found[2].isdigit() else "a"
        return Line(
            number, Shape.ITEM, found[4], source, marker=kind + found[3], ordinal=found[2], indent=_width(found[1])
        )
    return None


def _width(space: str) -> int:
    return sum(4 if sign == "\t" else 1 for sign in space)


def underline_level(source: str) -> int:
    """1 for a line of "=", 2 for one of "-", which make the text above a heading; else 0."""
    found = _UNDERLINE.match(source)
    return 0 if found is None else 1 if found[1][0] == "=" else 2
