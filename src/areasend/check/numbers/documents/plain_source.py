"""Lines of a text, as an editor numbers them, and how broken lines are joined again.

Only CR, LF and CRLF end a line: other characters that Python's `splitlines` takes (form feed, U+2028) stand inside one.
"""

import re
from collections.abc import Iterable

_END = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"(?<![^\W\d_])[^\W\d_]++-[ \t]*+\r?\n\s*+[^\W\d_]++")
_WORD_BROKEN = re.compile(r"([^\W\d_]+)-$")
_WORD_FIRST = re.compile(r"[^\W\d_]+")
_SPACE = re.compile("(?<=\\d)[\u00a0\u2009\u202f](?=\\d)|\\s+")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")
_COMMENT = ("<!--", "-->")
_SOFT_HYPHEN = "\u00ad"

Piece = tuple[int, str]
"""A line's number (the first is 1) and what of the line is meant, as it stands in the source."""

_KEEPS_HYPHEN = frozenset(
    re.findall(
        r"\w+",
        """all anti co cross ex full half high inter large long low mid multi non off on part post pre re self semi
        short small sub two under well year""",
    )
)


def source_lines(text: str) -> tuple[str, ...]:
    """The lines of a text without their ends; a byte order mark and an empty last line are no part of it."""
    lines = _END.split(text.removeprefix("\ufeff"))
    return tuple(lines if lines[-1] else lines[:-1])


def without_comments(text: str) -> str:
    """The text without HTML comments; line ends within them stay, so that lines keep their numbers."""
    opening, closing = _COMMENT
    kept: list[str] = []
    place = 0
    while (start := text.find(opening, place)) >= 0 and (end := text.find(closing, start)) >= 0:
        kept += [text[place:start], "".join(_END.findall(text, start, end))]
        place = end + len(closing)
    return "".join([*kept, text[place:]])


def words_of(text: str) -> frozenset[str]:
    """Every word of a text in lower case, those with hyphens whole, for `joined`; not those that a line's end parts."""
    return frozenset(_WORD.findall(_BROKEN.sub(" ", text).lower()))


def spaced(text: str) -> str:
    """One plain space for any run of white space; a space that groups the digits of a number stays as it is."""
    if text.isascii():
        return " ".join(text.split())
    return _SPACE.sub(lambda found: " " if len(found[0]) > 1 else _kept(found), _INVISIBLE.sub("", text)).strip()


def _kept(found: re.Match[str]) -> str:
    before, after = found.start() - 1, found.end()
    inside = before >= 0 and after < len(found.string)
    grouping = (
        inside and found.string[before].isdigit() and found.string[after].isdigit() and found[0] in "\u00a0\u2009\u202f"
    )
    return found[0] if grouping else " "


def joined(pieces: Iterable[Piece], words: frozenset[str]) -> tuple[str, list[tuple[int, int]]]:
    """Broken lines as one, with the offset at which each of them begins.

    A hyphen at a line's end goes if the word is written without it elsewhere in the text, or if nothing says that it
    is the word's own: it is written so elsewhere, its first part is a prefix such as "non", or both parts are words.
    """
    parts: list[str] = []
    starts: list[tuple[int, int]] = []
    length = 0
    for line, source in pieces:
        text = _without_soft_hyphens(spaced(source))
        if not text:
            continue
        if parts:
            cut, glue = _seam(parts[-1], text, words)
            parts[-1] = parts[-1][:-1] + glue if cut else parts[-1] + glue
            length += len(glue) - cut
        if not starts or starts[-1][1] != line:
            starts.append((length, line))
        parts.append(text)
        length += len(text)
    return "".join(parts), starts


def _without_soft_hyphens(text: str) -> str:
    """All but one at the end, which says that the word goes on in the next line."""
    return text[:-1].replace(_SOFT_HYPHEN, "") + text[-1:]


def _seam(before: str, after: str, words: frozenset[str]) -> tuple[bool, str]:
    """Whether the last character of a line goes, and what stands between it and the next."""
    if before.endswith(_SOFT_HYPHEN):
        return True, ""
    if before[-2:-1].isdigit() and before[-1] in "-–" and after[0].isdigit():
        return False, ""
    broken = _WORD_BROKEN.search(before[-64:])
    rest = _WORD_FIRST.match(after)
    if broken is None or rest is None:
        return False, " "
    first, second = broken[1].lower(), rest[0].lower()
    if not after[0].islower() or f"{first}-{second}" in words:
        return False, ""
    if first + second in words:
        return True, ""
    return not (first in _KEEPS_HYPHEN or (first in words and second in words)), ""
