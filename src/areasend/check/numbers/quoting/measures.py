"""The words of a recorded measure, and how many of them a sentence has; years that a text names.

Words are compared by their stems ("plans", "plan"), abbreviations that the document introduces are spelled out.
"""

import re
from collections.abc import Mapping

from areasend.check.numbers.quoting.bodies import words_of
from areasend.check.numbers.word_lists import source_words

_SMALL = source_words("small")
_IRREGULAR = {"children": "child", "people": "person", "majesty's": "", "responses": "response"}
_YEARS = re.compile(r"(?<![\d,.])(20\d\d|19\d\d)(?:\s?[–/‑-]\s?(20\d\d|\d\d)(?!\d))?(?![\d,]*\d)")


def stem(word: str) -> str:
    """A word without the endings of number and tense, in small letters.

    >>> stem("complaints"), stem("increased"), stem("increase"), stem("waiting"), stem("Children")
    ('complaint', 'increas', 'increas', 'wait', 'child')
    """
    folded = word.casefold().replace("’", "'").removesuffix("'s").removesuffix("'")
    folded = _IRREGULAR.get(folded, folded)
    for ending, shortest in (("ies", 5), ("ing", 6), ("ed", 5), ("es", 6), ("s", 4)):
        if folded.endswith(ending) and len(folded) >= shortest and not folded.endswith("ss"):
            return folded.removesuffix(ending) + ("y" if ending == "ies" else "")
    return folded.removesuffix("e") if len(folded) > 4 else folded


def stems(text: str, short: Mapping[str, str]) -> frozenset[str]:
    """The stems of the words that carry meaning; words joined by a hyphen also one by one."""
    found: set[str] = set()
    for word in words_of(text):
        spelled = short.get(word.folded)
        for part in re.split(r"[-\s]", f"{word.folded} {spelled}" if spelled else word.folded):
            if part and part not in _SMALL:
                found.add(stem(part))
    found.discard("")
    return frozenset(found)


def coverage(wanted: frozenset[str], found: frozenset[str]) -> float:
    """The share of the wanted words that are found."""
    return len(wanted & found) / len(wanted) if wanted else 0.0


def years(text: str) -> frozenset[int]:
    """The years that a text names; of "2023–24" and "2023/24" both.

    >>> sorted(years("between 2022–23 and 2023/24, since 2014"))
    [2014, 2022, 2023, 2024]
    """
    found: set[int] = set()
    for match in _YEARS.finditer(text):
        first = int(match.group(1))
        found.add(first)
        if match.group(2):
            second = int(match.group(2)) if len(match.group(2)) == 4 else first // 100 * 100 + int(match.group(2))
            if second == first + 1:
                found.add(second)
    return frozenset(found)
