"""The words of a page with their place, as PDFium's text layer gives them."""

import ctypes
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2.raw as raw

# PDFium writes U+FFFE for a hyphen at the end of a line and joins the two halves; U+0002 is what older builds wrote.
UNREADABLE = "\ufffd"
"""A sign whose letter the file does not tell."""
# Baselines nearer than this share of the line's height are one line: a raised "th" lies a third above.
SAME_LINE = 0.34
_HYPHENS = "\ufffe\x02"
_BLANK = r"\s\x00\u200b\ufeff"
# What has no width within a word does not part it.
_WORD = re.compile(rf"[^\s{_HYPHENS}]+[{_HYPHENS}]?|[{_HYPHENS}]")
_FRAGMENT = re.compile(rf"[^{_BLANK}{_HYPHENS}](?:[^\r\n{_HYPHENS}]*[^{_BLANK}{_HYPHENS}])?[{_HYPHENS}]?|[{_HYPHENS}]")
# Codes of a font that does not say which letters they stand for.
_CONTROLS = [code for code in (*range(1, 0x20), *range(0x7F, 0xA0)) if not chr(code).isspace()]
_AS_PRINTED = str.maketrans(
    {
        **{chr(code): UNREADABLE for code in _CONTROLS},
        "\ufffe": "-",
        "\x02": "-",
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\u200b": None,
        "\ufeff": None,
        "\x00": None,
    }
)
_NOT_PRINTED = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\ufb00-\ufb04\ufeff\ufffe]")


class Word(NamedTuple):
    """A run of characters without white space, in points from the page's upper left corner.

    `y` is the baseline, `height` that of the font's tallest letters and deepest tails, `at` the place of its first
    character in the page's text.
    """

    text: str
    x0: float
    x1: float
    y: float
    height: float
    at: int


class TextLayer:
    """A page's text with the place of every character, for a page whose corner lies at `left`, `top`."""

    def __init__(self, handle: raw.FPDF_TEXTPAGE, text: str, left: float, top: float) -> None:
        self._handle, self._text, self._left, self._top = handle, text, left, top
        self._x, self._y, self._box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
        self._places = ctypes.byref(self._x), ctypes.byref(self._y), ctypes.byref(self._box)

    def fragments(self) -> Iterator[Word]:
        """What PDFium holds for a line, blanks within it included; it may be a part of what a reader sees as one."""
        for fragment in self._found(_FRAGMENT, 0, len(self._text)):
            # The box that was measured last is that of the fragment's last letter.
            box, baseline = self._box, self._top - fragment.y
            if box.bottom - fragment.height < baseline <= box.top:
                yield fragment
            else:
                yield from self._parted(fragment)

    def words(self, fragment: Word) -> Iterator[Word]:
        """The words of a fragment."""
        return self._found(_WORD, fragment.at, fragment.at + len(fragment.text))

    def _parted(self, fragment: Word) -> Iterator[Word]:
        """What PDFium took for one line and is not: its parts by their baselines."""
        starts: list[int] = []
        to_x, to_y, _ = self._places
        baseline = 0.0
        for at in range(fragment.at, fragment.at + len(fragment.text)):
            raw.FPDFText_GetCharOrigin(self._handle, at, to_x, to_y)
            if not starts or abs(self._y.value - baseline) > SAME_LINE * fragment.height:
                starts.append(at)
                baseline = self._y.value
        for start, end in itertools.pairwise([*starts, fragment.at + len(fragment.text)]):
            yield from self._found(_FRAGMENT, start, end)

    def _found(self, pattern: re.Pattern[str], start: int, end: int) -> Iterator[Word]:
        to_x, to_y, to_box = self._places
        for found in pattern.finditer(self._text, start, end):
            first, last = found.start(), found.end() - 1
            raw.FPDFText_GetCharOrigin(self._handle, first, to_x, to_y)
            raw.FPDFText_GetLooseCharBox(self._handle, last, to_box)
            box = self._box
            yield Word(
                found.group(),
                self._x.value - self._left,
                box.right - self._left,
                self._top - self._y.value,
                box.top - box.bottom,
                first,
            )


def as_printed(text: str) -> str:
    """The text as a reader sees it: letters in place of ligatures, hyphens in place of PDFium's marks."""
    return text.translate(_AS_PRINTED) if _NOT_PRINTED.search(text) else text
