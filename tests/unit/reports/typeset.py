"""Lines and pages as the layout sees them, set in a type whose every letter is as wide as it is asked to be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from areasend.reports.layout.strips import Strip, strip_of_line
from areasend.reports.pdf import Rule, Word

LETTER = 6.0
PITCH = 14.4


@dataclass(frozen=True)
class SetLine:
    """What `areasend.reports.pdf.Line` offers, without a document behind it."""

    page: int
    text: str
    x0: float
    x1: float
    y: float
    height: float
    size: float
    bold: bool
    words: tuple[Word, ...]


@dataclass(frozen=True)
class SetPage:
    """A sheet of A4; `tags` says of a word which element holds it."""

    number: int
    lines: tuple[SetLine, ...] = ()
    rules: tuple[Rule, ...] = ()
    width: float = 595.0
    height: float = 842.0
    tags: Callable[[Word], tuple[int, ...]] = field(default=lambda word: ())

    def element(self, word: Word) -> tuple[int, ...]:
        return self.tags(word)


def words_of(text: str, x0: float, y: float, height: float = 14.0, at: int = 0) -> tuple[Word, ...]:
    """The words of a text set from x0, a letter's width between them."""
    found = []
    for word in text.split(" "):
        found.append(Word(word, x0, x0 + LETTER * len(word), y, height, at))
        x0 += LETTER * (len(word) + 1)
        at += len(word) + 1
    return tuple(found)


def line(
    text: str, y: float, *, page: int = 1, x0: float = 72.0, size: float = 12.0, bold: bool = False, at: int = 0
) -> SetLine:
    """A line of one column."""
    words = words_of(text, x0, y, at=at or round(y * 1000))
    return SetLine(page, text, x0, words[-1].x1, y, 14.0, size, bold, words)


def line_of_cells(y: float, *cells: tuple[str, float], page: int = 1) -> SetLine:
    """A line across columns: what stands in each, and where it begins."""
    words: list[Word] = []
    for number, (text, x0) in enumerate(cells):
        words += words_of(text, x0, y, at=round(y * 1000) + 100 * number)
    text = " ".join(word.text for word in words)
    return SetLine(page, text, words[0].x0, words[-1].x1, y, 14.0, 12.0, False, tuple(words))


def strip(text: str, y: float, *, page: int = 1, x0: float = 72.0, size: float = 12.0) -> Strip:
    return strip_of_line(line(text, y, page=page, x0=x0, size=size))  # type: ignore[arg-type]


def strips(*texts: str, page: int = 1, top: float = 100.0) -> list[Strip]:
    """Lines one under the other at the usual distance; each space at a line's beginning sets it in by a letter."""
    return [
        strip(text.lstrip(), top + number * PITCH, page=page, x0=72.0 + LETTER * (len(text) - len(text.lstrip())))
        for number, text in enumerate(texts)
    ]


def untagged(before: Strip, after: Strip) -> bool | None:
    """What the tags say of a document that has none."""
    return None


def texts(found: Sequence[Strip]) -> list[str]:
    return [one.text for one in found]
