"""Hyphens at the ends of lines: the word processor's are undone, a word's own stay.

The file holds one character for both. What tells them apart is the report itself: how it writes the word elsewhere.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

_HYPHENS = "-‐‑\xad"
_MARKS = tuple(_HYPHENS)
_LETTERS = r"[^\W\d_]+"
_WORD = re.compile(rf"{_LETTERS}(?:[-‐‑]{_LETTERS})*")
_BROKEN = re.compile(rf"({_WORD.pattern})[{_HYPHENS}]\n({_LETTERS})")
_AT_END = re.compile(rf"({_WORD.pattern})[{_HYPHENS}]\Z")
_AT_START = re.compile(_LETTERS)
_SOFT = "\xad"
# Years and ages, "2022-23" and "0-25", and words on both sides of a stroke.
_BETWEEN = re.compile(rf"[^\W_][-‐‑]\n\d|\d[-‐‑]\n[^\W_]|{_LETTERS}/\n{_LETTERS}")
# A word processor leaves two letters at least on either line, and breaks no word before a capital.
_SHORTEST_PART = 2
_LINKING = {"and", "or", "to"}
_COMPOUND = re.compile(rf"{_LETTERS}[-‐‑]{_LETTERS}")


class Hyphens:
    """The words of one report, by which a hyphen at the end of a line is judged."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    def joined(self, lines: Iterable[str]) -> str:
        """The lines as one text, with a space between them where no hyphen joins them."""
        text = ""
        for line in lines:
            text = text + line if not text else self.followed(text, line)
        return text.replace(_SOFT, "")

    def followed(self, text: str, line: str) -> str:
        """The text with one more line behind it."""
        if text[-1] not in "-‐‑\xad/":
            return f"{text} {line}"
        last = text.rsplit(" ", 1)[-1]
        ending, start = _AT_END.search(last), _AT_START.match(line)
        if "www." in last or "://" in last:
            return text + line
        if not ending or not start:
            return text + line if _BETWEEN.search(f"{last}\n{line}") else f"{text} {line}"
        left, right = ending.group(1), start.group()
        known = True if text[-1] == _SOFT else self._known(left.casefold(), right.casefold())
        if known is None and right in _LINKING and not _COMPOUND.match(line):
            # "short- and long-term": the gap is printed.
            return f"{text} {line}"
        if known is None:
            known = self._breaks_words and not self._has_hyphen(left, right)
        return (text[:-1] if known else text) + line

    def _has_hyphen(self, left: str, right: str) -> bool:
        """Whether two halves that stand nowhere else as one are two words of the report, or cannot be parts of one."""
        last = left.rsplit("-", 1)[-1]
        if min(len(last), len(right)) < _SHORTEST_PART or right in _LINKING:
            return True
        if right[0].isupper() and not left.isupper():
            return True
        unbroken = self._unbroken
        return all(re.search(rf"(?<![^\W_]){half.casefold()}(?![^\W_])", unbroken) for half in (last, right))

    def _known(self, left: str, right: str) -> bool | None:
        """True where the report writes the word in one, False where with its hyphen, None where neither."""
        whole, apart = self._count(left.rsplit("-", 1)[-1] + right), self._count(f"{left}-{right}")
        return None if whole == apart == 0 else whole > apart

    def _count(self, word: str) -> int:
        """How often the report writes the word, not counting where a line breaks it."""
        # Found as it stands and then looked at on both sides: a pattern with both conditions takes ten times as long.
        text, count, at = self._text, 0, self._text.find(word)
        while at >= 0:
            end = at + len(word)
            count += not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())
            at = text.find(word, end)
        return count

    @cached_property
    def _text(self) -> str:
        return "\n".join(self._lines).casefold()

    @cached_property
    def _unbroken(self) -> str:
        return _BROKEN.sub("\n", self._text)

    @cached_property
    def _breaks_words(self) -> bool:
        """Whether its word processor broke at least one word that the report writes in one elsewhere."""
        broken = ((before, after) for before, after in pairwise(self._text.split("\n")) if before.endswith(_MARKS))
        return any(
            self._known(parts.group(1), parts.group(2))
            for before, after in broken
            if (parts := _BROKEN.search(f"{before.rsplit(' ', 1)[-1]}\n{after}"))
        )
