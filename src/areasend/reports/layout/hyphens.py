"""Hyphens at the ends of lines: the word processor's are undone, a word's own stay.

The file holds one character for both. What tells them apart is the report itself: how it writes the word elsewhere.
"""

import itertools
import re
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_AT_END = re.compile(r"([^\W\d_]+(?:[-‐‑][^\W\d_]+)*)([-‐‑\xad])$")
_AT_START = re.compile(r"[^\W\d_]+")
_SOFT = "\xad"


class Hyphens:
    """The words of one report, by which a hyphen at the end of a line is judged."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words: dict[str, int] = {}
        broken = []
        for before, line in zip(["", *lines], lines, strict=False):
            inner = line
            if _AT_END.search(before):
                inner = _AT_START.sub("", inner, count=1)
            if ending := _AT_END.search(line):
                inner = inner.removesuffix(ending.group())
                broken.append(line)
            for word in _WORD.findall(inner.casefold()):
                self._words[word] = self._words.get(word, 0) + 1
        self._breaks_words = any(
            self._known(ending.group(1), start.group()) is True
            for line, after in itertools.pairwise(lines)
            if (ending := _AT_END.search(line)) and (start := _AT_START.match(after))
        )

    def joined(self, lines: Iterable[str]) -> str:
        """The lines as one text, with a space between them where no hyphen joins them."""
        text = ""
        for line in lines:
            ending = _AT_END.search(text)
            start = _AT_START.match(line)
            if ending and start:
                undone = ending.group(2) == _SOFT or self._undone(ending.group(1), start.group())
                text = (text[: ending.start(2)] if undone else text) + line
            elif text.endswith(("-", "/")) and _is_address(text):
                text += line
            else:
                text = f"{text} {line}" if text else line
        return text.replace(_SOFT, "")

    def _undone(self, left: str, right: str) -> bool:
        known = self._known(left, right)
        return self._breaks_words if known is None else known

    def _known(self, left: str, right: str) -> bool | None:
        """True where the report writes the word in one, False where with its hyphen, None where neither."""
        left, right = left.casefold(), right.casefold()
        whole = self._words.get(left.rsplit("-", 1)[-1] + right, 0)
        apart = self._words.get(f"{left}-{right}", 0)
        return None if whole == apart == 0 else whole > apart


def _is_address(text: str) -> bool:
    last = text.rsplit(" ", 1)[-1]
    return "www." in last or "://" in last
