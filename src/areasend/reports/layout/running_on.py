"""Whether what ends a page goes on at the top of the next: by its words, and where they leave it open, by the tags."""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from areasend.reports.layout.strips import Strip
from areasend.reports.pdf import Page, Word

BULLETS = "◼▪•●○■□▫◦‣⁃∙·⚫⬛◆◇♦►▶▸▹➢➤➔❖✓✔"
DASHES = "-–—−‒"
# Fonts of signs have their letters from U+F000, and U+FFFD stands for one that the file does not tell.
_BULLET = re.compile(rf"^[{BULLETS}]|^[\uf000-\uf0ff\ufffd](?:\s|$)|^[{DASHES}o]\s")
_ENUMERATED = re.compile(r"^\(?[a-z][.)]\s")
_CLOSING = "’”\"')]»"
_LETTER = re.compile(r"[^\W_]")

# Says of two strips on neighbouring pages whether the tags hold them in one element: None where nothing is tagged.
SameElement: TypeAlias = Callable[[Strip, Strip], bool | None]


def untagged(before: Strip, after: Strip) -> None:
    """What the tags say where there are none, or where nobody is to ask them."""


def starts_bullet(text: str) -> bool:
    """Whether a line begins with a bullet of any kind; dashes, `o` and signs of other fonts need a space behind."""
    return _BULLET.match(text) is not None


def ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith((".", "!", "?"))


def in_sentence(text: str) -> bool:
    """Whether a line begins with a word in lower case: in the middle of a sentence, then."""
    first = _LETTER.search(text)
    return bool(first and first.group().islower() and not _ENUMERATED.match(text))


def runs_on(before: Strip, after: Strip, same_element: SameElement, right: float) -> bool | None:
    """Whether `after`, at the top of a page, continues what `before` began; None where a reader could not tell.

    A bullet and a word in lower case speak for themselves. The tags are believed when they say that it is one element;
    when they say that it is not, a table may only have been parted by the page. What is left is the line itself: one
    that had room for the next word has come to its end. `right` is the right edge of the column.
    """
    if starts_bullet(after.text):
        return False
    if in_sentence(after.text):
        return True
    if same_element(before, after):
        return True
    if had_room(before, after, right):
        return False
    return None if ends_sentence(before.text) else True


def had_room(before: Strip, after: Strip, right: float) -> bool:
    """Whether the first word of the next page would have fitted behind the last line of this one."""
    word = after.text.split(" ", 1)[0]
    width = (after.x1 - after.x0) * (len(word) + 1) / max(len(after.text), 1)
    return before.x1 + width <= right


def by_tags(pages: Mapping[int, Page]) -> SameElement:
    """Asks the tags of the two pages."""

    def same_element(before: Strip, after: Strip) -> bool | None:
        last = pages[before.page].element(_word_at(before, before.x1))
        first = pages[after.page].element(_word_at(after, after.x0))
        return last == first if last and first else None

    return same_element


def _word_at(strip: Strip, x: float) -> Word:
    return min(strip.line.words, key=lambda word: abs((word.x0 + word.x1) / 2 - x))
