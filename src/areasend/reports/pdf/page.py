"""A page: its lines in reading order with size and weight, its ruling lines, and the tags behind its words."""

import ctypes
import itertools
import math
import re
from collections.abc import Iterable
from functools import cached_property

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from areasend.reports.pdf.drawn_bullets import DRAWN, with_bullets
from areasend.reports.pdf.ruling import Rule, rules_of, small_figures
from areasend.reports.pdf.tags import path_of
from areasend.reports.pdf.words import SAME_LINE, UNREADABLE, TextLayer, Word, as_printed

# A page of a report holds up to 5,000 characters.
MOST_CHARACTERS = 100_000
# Parts of a line nearer than this share of its height have no space between them.
_TOUCHING = 0.08
_BOLD = 600
_MARK = re.compile(r"\s\0(?=\s)")


class PageTooLarge(Exception):
    """The page holds more than a report's page can."""


class Line:
    """What stands on one baseline from left to right; where the page has columns, across all of them."""

    def __init__(self, page: "Page", fragments: tuple[Word, ...]) -> None:
        self.page = page.number
        # The longest part has the line's own baseline and style.
        self._longest = fragments[0] if len(fragments) == 1 else max(fragments, key=_length)
        self.x0, self.x1 = fragments[0].x0, max(fragment.x1 for fragment in fragments)
        self.y = self._longest.y
        self.height = max(fragment.height for fragment in fragments)
        self.text = " ".join(as_printed(_joined(fragments)).split())
        self._page, self._fragments = page, fragments

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words from left to right, measured only when they are asked for."""
        return self._page.words(self._fragments)

    @cached_property
    def size(self) -> float:
        """The size of its type in points, measured only when it is asked for."""
        return self._page.size_at(self._middle)

    @cached_property
    def bold(self) -> bool:
        """Whether it is set in bold type."""
        return self._page.is_bold_at(self._middle)

    @property
    def _middle(self) -> int:
        """A character past a bullet or a number, and no blank: blanks may be made up."""
        text = self._longest.text
        places = range(len(text) // 2, len(text))
        return self._longest.at + next(place for place in places if not text[place].isspace())


class Page:
    """A page of an open document; measures are points from its upper left corner."""

    def __init__(self, document: pdfium.PdfDocument, number: int) -> None:
        self.number = number
        self._page = document[number - 1]
        # Words lie as they were set; a page that was turned afterwards would have them run down its side.
        if self._page.get_rotation():
            self._page.set_rotation(0)
        left, bottom, right, top = self._page.get_bbox()
        self.width: float = right - left
        self.height: float = top - bottom
        self._corner = (left, top)
        self._text_page = self._page.get_textpage()
        self._figures: tuple[Rule, ...] = ()

    def close(self) -> None:
        self._text_page.close()
        self._page.close()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The page's lines from top to bottom. Raises `PageTooLarge`."""
        groups = grouped_by_baseline(self._text_layer.fragments())
        return tuple(Line(self, self._with_bullets(group) if self._figures else group) for group in groups)

    def see_drawn_bullets(self) -> None:
        """From now on, lines begin with a bullet where one is drawn before them."""
        self._figures = tuple(small_figures(self._page.raw, *self._corner))
        self.__dict__.pop("lines", None)

    def _with_bullets(self, fragments: tuple[Word, ...]) -> tuple[Word, ...]:
        words = tuple(word for part in fragments for word in self._text_layer.words(part))
        parted = with_bullets(words, self._figures)
        return fragments if len(parted) == len(words) else parted

    def words(self, fragments: Iterable[Word]) -> tuple[Word, ...]:
        """The words of a line's fragments from left to right."""
        found: list[Word] = []
        for part in fragments:
            words = [part] if part.text == DRAWN else list(self._text_layer.words(part))
            if found and _touch(found[-1], words[0]):
                first = words.pop(0)
                found[-1] = found[-1]._replace(text=found[-1].text + first.text, x1=first.x1)
            found += words
        printed = (word._replace(text=as_printed(word.text)) for word in found)
        return tuple(sorted((word for word in printed if word.text), key=_by_left))

    @cached_property
    def _text_layer(self) -> TextLayer:
        count = self._text_page.count_chars()
        if count > MOST_CHARACTERS:
            raise PageTooLarge(f"{count} characters, of which {MOST_CHARACTERS} are read at most")
        return TextLayer(self._text_page.raw, _text_by_index(self._text_page, count), *self._corner)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The ruling lines of the page, drawn as lines or as thin rectangles."""
        return rules_of(self._page.raw, *self._corner)

    def element(self, word: Word) -> tuple[int, ...]:
        """The place in the document's tree of tags of the paragraph, cell or list item that holds the word, or ()."""
        return path_of(self._page.raw, self._text_page.raw, word.at)

    def size_at(self, at: int) -> float:
        """The size of the character at this place of the page's text, in points to a tenth."""
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._text_page.raw, at, ctypes.byref(matrix))
        size: float = raw.FPDFText_GetFontSize(self._text_page.raw, at) * math.hypot(matrix.c, matrix.d)
        return round(size, 1)

    def is_bold_at(self, at: int) -> bool:
        """Whether the character is bold, by its font's weight or name: some producers state one weight for all."""
        if raw.FPDFText_GetFontWeight(self._text_page.raw, at) >= _BOLD:
            return True
        name = ctypes.create_string_buffer(128)
        raw.FPDFText_GetFontInfo(self._text_page.raw, at, name, len(name), None)
        return b"bold" in name.value.lower()


def open_page(document: pdfium.PdfDocument, number: int) -> Page:
    """Page `number`, from 1. Raises `PageTooLarge`, or `PdfiumError` where it cannot be opened."""
    page = Page(document, number)
    try:
        page.lines  # noqa: B018 - a page beyond the limits is refused when it is opened
    except PageTooLarge:
        page.close()
        raise
    return page


def grouped_by_baseline(words: Iterable[Word]) -> list[tuple[Word, ...]]:
    """Words grouped by baseline from top to bottom, each group from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=_by_baseline):
        line = lines[-1] if lines else None
        if line is not None and word.y - line[0].y <= SAME_LINE * max(word.height, line[0].height):
            line.append(word)
        else:
            lines.append([word])
    return [tuple(sorted(line, key=_by_left)) for line in lines]


def _joined(fragments: tuple[Word, ...]) -> str:
    """The text of a line's parts, with a space between them where one is seen: a raised "th" touches its number."""
    text = fragments[0].text
    for before, after in itertools.pairwise(fragments):
        text += after.text if _touch(before, after) else f" {after.text}"
    return text


def _touch(before: Word, after: Word) -> bool:
    return abs(after.x0 - before.x1) < _TOUCHING * before.height


def _by_baseline(word: Word) -> tuple[float, float]:
    return (word.y, word.x0)


def _by_left(word: Word) -> tuple[float, float]:
    return (word.x0, word.y)


def _length(word: Word) -> int:
    return len(word.text)


def _text_by_index(text_page: pdfium.PdfTextPage, count: int) -> str:
    """The page's text with one character for each index; where PDFium's own text has another length, one by one.

    PDFium leaves out what it has no letter for, and counts two for a sign beyond the first 65,536, which is lost here.
    """
    text: str = text_page.get_text_range()
    if len(text) == count:
        return text
    found = (raw.FPDFText_GetUnicode(text_page.raw, index) for index in range(count))
    text = "".join(chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\0" for code in found)
    # A sign that stands alone without a letter behind it is a mark; PDFium may see no new line before it.
    return _MARK.sub(f"\n{UNREADABLE}", text).replace("\0", " ")
