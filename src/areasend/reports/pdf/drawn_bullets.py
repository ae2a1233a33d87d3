"""Bullets that a page draws: browsers paint discs, circles and squares where a word processor sets a sign."""

from collections.abc import Iterable, Sequence

from areasend.reports.pdf.ruling import Rule
from areasend.reports.pdf.words import Word

DRAWN = "•"
"""What stands for a bullet that is drawn."""
# Of a line's height: how far above its baseline the middle of a bullet lies, and how far from its words it stands.
_LOWEST, _HIGHEST, _FARTHEST = 0.0, 0.7, 2.5


def with_bullets(words: Sequence[Word], figures: Iterable[Rule]) -> tuple[Word, ...]:
    """The words of one line from left to right, and a bullet before each word that a figure stands before."""
    found = list(words)
    for figure in figures:
        for at, word in enumerate(found):
            above = word.y - (figure.top + figure.bottom) / 2
            beside = 0 <= word.x0 - figure.x1 <= _FARTHEST * word.height
            free = at == 0 or found[at - 1].x1 < figure.x0
            if beside and free and _LOWEST < above / word.height < _HIGHEST:
                found.insert(at, word._replace(text=DRAWN, x0=figure.x0, x1=figure.x1))
                break
    return tuple(found)
