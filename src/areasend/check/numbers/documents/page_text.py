"""The text of a page as a browser shows it: white space folded, inline elements joined, lines and marks kept."""

import re
from dataclasses import dataclass

from areasend.check.numbers.documents.cutting import without_markers, without_padding
from areasend.check.numbers.documents.model import Mark, MarkKind, Passage, Role

# What HTML calls white space; a non-breaking space is none.
_SPACES = re.compile(r"[ \t\r\f]+")
_INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_ODD = re.compile(r"[\xa0\u00ad\u200b-\u200d\u2060\ufeff]")
_CLOSING = frozenset(".,;:!?)]”’%")


@dataclass(slots=True)
class OpenMark:
    """A mark whose end is not read yet."""

    kind: MarkKind
    value: str
    start: int
    end: int = -1


class Text:
    """Text that is being read. What is added is folded: no space at its start, never two together."""

    __slots__ = ("_after_note", "_odd", "_parts", "_space", "length", "lines", "marks")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._space = False
        self._after_note = False
        self._odd = False
        self.length = 0
        self.lines: list[tuple[int, int]] = []
        self.marks: list[OpenMark] = []

    def add(self, text: str, line: int) -> int:
        """Adds what stands from `line` of the source on; hands on the line on which it ends."""
        if "\n" not in text:
            self._add(text, line)
            return line
        pieces = text.split("\n")
        self._add(pieces[0], line)
        for piece in pieces[1:]:
            line += 1
            self._space = True
            self._add(piece, line)
        return line

    def _add(self, piece: str, line: int) -> None:
        if _ODD.search(piece):
            piece, self._odd = piece.translate(_INVISIBLE), True
        words = _SPACES.sub(" ", piece).strip(" ")
        if not words:
            self._space = self._space or bool(piece)
            return
        before = self._space or piece[0] in " \t\r\f"
        if before and self.length and not (self._after_note and words[:1] in _CLOSING):
            self._parts.append(" ")
            self.length += 1
        if not self.lines or self.lines[-1][1] != line:
            self.lines.append((self.length, line))
        self._parts.append(words)
        self.length += len(words)
        self._space = piece[-1] in " \t\r\f"
        self._after_note = False

    def space(self) -> None:
        """A boundary that shows as a gap: a line break, the end of a block in a cell or an item."""
        self._space = True

    def join(self, text: str) -> None:
        """Adds punctuation that the page shows by its layout, right behind what was read."""
        self._parts.append(text)
        self.length += len(text)
        self._space = True

    def ends_with(self, endings: tuple[str, ...]) -> bool:
        return bool(self._parts) and self._parts[-1].endswith(endings)

    @property
    def shown(self) -> str:
        """The text so far."""
        return "".join(self._parts).strip("\xa0")

    def tail(self) -> str:
        """The last few characters."""
        return "".join(self._parts[-4:])[-12:]

    def open(self, kind: MarkKind, value: str) -> OpenMark:
        mark = OpenMark(kind, value, self.length)
        self.marks.append(mark)
        return mark

    def close(self, mark: OpenMark) -> None:
        mark.end = self.length

    def cover(self, kind: MarkKind, value: str) -> None:
        """Marks all that was read."""
        self.marks.append(OpenMark(kind, value, 0, self.length))

    def note(self, label: str) -> None:
        """A reference to a note, whose marker is left out of the text."""
        self.marks.append(OpenMark(MarkKind.FOOTNOTE, label, self.length, self.length))
        self._after_note = True

    def __bool__(self) -> bool:
        return self.length > 0

    def passage(self, *, number: int, role: Role, file: str, line: int, level: int = 0) -> Passage:
        """What was read; `line` is where it stands if there is no text in it."""
        text = "".join(self._parts)
        lines = tuple(self.lines) or ((0, line),)
        marks = tuple(self._mark(mark, text) for mark in self.marks)
        if self._odd and "\xa0" in text:
            text, lines, marks = without_padding(text, lines, marks)
        if "ote" in text and "[" in text:
            text, lines, marks = without_markers(text, lines, marks)
        return Passage(id=number, role=role, text=text, file=file, lines=lines, level=level, marks=marks)

    def _mark(self, mark: OpenMark, text: str) -> Mark:
        end = self.length if mark.end < 0 else mark.end
        start = mark.start
        if start < end and text[start] == " ":
            start += 1
        return Mark(mark.kind, start, end, mark.value)
