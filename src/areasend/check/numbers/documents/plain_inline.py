"""Marks within a passage: Markdown's, HTML's and footnote markers taken out of the text, lines and places kept right.

Footnote markers are read in these forms: `[footnote 1]`, `[note 1]`, `[1]`, `[1, 2]`, `[^1]`, each also as a link, with
escaped brackets or raised (`<sup>`), `<sup>1</sup>` and superscript digits. "(see note 2)" is text, [x] a cell's.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from areasend.check.numbers.documents.model import Mark, MarkKind
from areasend.check.numbers.documents.plain_source import Piece, joined, spaced

_HTML = (
    "a|abbr|b|blockquote|br|caption|center|cite|code|data|del|details|div|em|figcaption|figure|font|h[1-6]|hr|i|img|ins|li"
    "|mark|nav|ol|p|q|s|section|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|u|ul"
)
_LINK = r"\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s\"[^\"]*\")?\)"
_LABELS = r"\d{1,3}(?:\s?[,&]\s?\d{1,3})*"
_TOKEN = re.compile(
    rf"""
    (?=[\[\]<&*_`~\\!↩⁰¹²³⁴-⁹])(?:
    (?P<back>↩[\ufe0e\ufe0f]?(?:\s?<sup>\s?\d{{1,3}}\s?</sup>|[⁰¹²³⁴-⁹]+)?)
  | (?P<foot>(?:<sup(?:\s[^<>]*)?>\s?)?\[?\\?\[
      (?:\^(?P<named>[^\]\[\s\\]{{1,40}})|(?:(?:foot)?notes?\s)?(?P<labels>{_LABELS}))
      \\?\](?:\]?{_LINK})?(?:\s?</sup>)?)
  | (?P<raised><sup(?:\s[^<>]*)?>\s?(?:<a[^<>]*>)?\[?(?P<sup>{_LABELS})\]?(?:</a>)?\s?</sup>)
  | (?P<digits>(?<=[^\s])[⁰¹²³⁴-⁹]+(?:,[⁰¹²³⁴-⁹]+)*)
  | (?P<escape>\\[!-/:-@\[-`{{-~])
  | (?P<image>!\[(?P<alt>[^\[\]]*)\]{_LINK})
  | (?P<open>\[)
  | (?P<close>\]{_LINK})
  | (?P<shut>\])
  | (?P<break><br\s*/?>)
  | (?P<address><(?:https?://[^<>\s]+|[^<>\s@]+@[^<>\s]+)>)
  | (?P<tag></?(?:{_HTML})(?:\s[^<>]*)?/?>)
  | (?P<entity>&(?:[a-zA-Z]\w{{1,30}}|\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}});)
  | (?P<bold>\*\*+|(?<!\w)__+(?=\w)|(?<=[\w.,;:!?)])__+(?!\w)|~~|`+)
  | (?P<slant>[*_]))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGN = re.compile(r"[\[\]<&*_`~\\↩⁰¹²³⁴-⁹]")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UNIT_BEFORE = re.compile(r"(?:^|[^a-z])(?:[mkc]m|m|ft|in|r|x|co)$", re.IGNORECASE)
_NO_SPACE_BEFORE = frozenset(".,;:!?)]’”")


@dataclass(slots=True)
class Inline:
    """A passage's text as a reader has it. `back_links` counts the ways back of a note's text ("↩")."""

    text: str
    lines: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...] = ()
    back_links: int = 0


@dataclass(slots=True)
class _Writer:
    """What is kept of the raw text: (place in it, text, label of a footnote marker or None)."""

    kept: list[tuple[int, str, str | None]] = field(default_factory=list)
    brackets: list[int] = field(default_factory=list)
    slants: dict[str, int] = field(default_factory=dict)
    back_links: int = 0

    def put(self, place: int, text: str) -> None:
        self.kept.append((place, text, None))

    def blank(self, index: int) -> None:
        self.kept[index] = (self.kept[index][0], "", None)


def inline(pieces: Sequence[Piece], words: frozenset[str] = frozenset()) -> Inline:
    """A passage from the parts of lines that it stands in, at least one of them."""
    raw, starts = joined(pieces, words)
    if not _SIGN.search(raw):
        return Inline(text=raw, lines=tuple(starts or [(0, pieces[0][0])]))
    writer = _Writer()
    place = 0
    for found in _TOKEN.finditer(raw):
        if found.start() > place:
            writer.put(place, raw[place : found.start()])
        _WRITES[found.lastgroup or ""](found, writer)
        place = found.end()
    writer.put(place, raw[place:])
    return _settled(writer, starts or [(0, pieces[0][0])])


def _back(found: re.Match[str], writer: _Writer) -> None:
    writer.back_links += 1


def _markers(found: re.Match[str], writer: _Writer) -> None:
    labels = [found["named"]] if found["named"] else re.findall(r"\d+", found["labels"] or found["sup"])
    writer.kept.extend((found.start(), "", label) for label in labels)


def _digits(found: re.Match[str], writer: _Writer) -> None:
    if _UNIT_BEFORE.search(found.string[max(0, found.start() - 3) : found.start()]):
        writer.put(found.start(), found[0])
        return
    writer.kept.extend((found.start(), "", label.translate(_SUPERSCRIPT)) for label in found[0].split(","))


def _open(found: re.Match[str], writer: _Writer) -> None:
    writer.brackets.append(len(writer.kept))
    writer.put(found.start(), found[0])


def _close(found: re.Match[str], writer: _Writer) -> None:
    """The end of a link: of it stays its text, if it began anywhere."""
    if writer.brackets:
        writer.blank(writer.brackets.pop())
    else:
        writer.put(found.start(), found[0])


def _shut(found: re.Match[str], writer: _Writer) -> None:
    """The end of brackets that are no link."""
    if writer.brackets:
        writer.brackets.pop()
    writer.put(found.start(), found[0])


def _slant(found: re.Match[str], writer: _Writer) -> None:
    """An asterisk or underscore is a mark if it opens at the beginning of a word and closes at the end of one."""
    sign, text = found[0], found.string
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    opener = writer.slants.get(sign)
    if opener is not None and before.strip() and not after.isalnum():
        writer.blank(opener)
        del writer.slants[sign]
        return
    if after.strip() and not before.isalnum():
        writer.slants[sign] = len(writer.kept)
    writer.put(found.start(), sign)


def _becomes(text: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str], _Writer], None]:
    return lambda found, writer: writer.put(found.start(), text(found))


_WRITES: dict[str, Callable[[re.Match[str], _Writer], None]] = {
    "back": _back,
    "foot": _markers,
    "raised": _markers,
    "digits": _digits,
    "escape": _becomes(lambda found: found[0][1:]),
    "image": _becomes(lambda found: found["alt"]),
    "open": _open,
    "close": _close,
    "shut": _shut,
    "break": _becomes(lambda found: " "),
    "address": _becomes(lambda found: found[0][1:-1]),
    "tag": _becomes(lambda found: ""),
    "entity": _becomes(lambda found: spaced(html.unescape(found[0])) or " "),
    "bold": _becomes(lambda found: ""),
    "slant": _slant,
}


def _settled(writer: _Writer, starts: list[tuple[int, int]]) -> Inline:
    """The kept parts as one text without spaces that stood around what was taken out."""
    parts: list[str] = []
    marks: list[Mark] = []
    places: list[tuple[int, int]] = []
    length = 0
    gap = False
    for place, part, label in writer.kept:
        if label is not None:
            end = length - gap
            marks.append(Mark(MarkKind.FOOTNOTE, end, end, label))
            continue
        text = part.lstrip(" ") if gap or not length else part
        place += len(part) - len(text)
        if not text:
            continue
        if gap and marks and marks[-1].end == length - 1 and text[0] in _NO_SPACE_BEFORE:
            parts[-1] = parts[-1][:-1]
            length -= 1
        places.append((place, length))
        parts.append(text)
        length += len(text)
        gap = text.endswith(" ")
    text = "".join(parts).rstrip(" ")
    return Inline(text=text, lines=_lines(places, starts, len(text)), marks=tuple(marks), back_links=writer.back_links)


def _lines(places: list[tuple[int, int]], starts: list[tuple[int, int]], length: int) -> tuple[tuple[int, int], ...]:
    """Where each line begins in the text: at its first character that was kept."""
    lines: dict[int, int] = {}
    for start, line in starts:
        index = bisect_right(places, (start, length)) - 1
        offset = 0
        if index >= 0:
            place, offset = places[index]
            reach = places[index + 1][1] if index + 1 < len(places) else length
            offset = min(offset + start - place, reach)
        if offset < length or not lines:
            lines[offset if lines else 0] = line
    return tuple(lines.items())
