"""Where sentences end. Colons and semicolons end none, nor does a stop after an abbreviation or initial."""

import re
from functools import lru_cache
from typing import Final

from areasend.check.numbers.reading.model import Sentence

_STOP: Final = re.compile(r"(?<![.!?…])[.!?…]++[\"'’”»)\]]{0,4}(?:\s?\[[^\[\]\s]{0,12}(?:\s\w{1,4})?\]){0,6}(?=\s|$)")
_BLANK: Final = re.compile(r"\n[^\S\n]{0,9}\n")
_LAST_WORD: Final = re.compile(r"[\w.]*\Z")
_INITIAL: Final = re.compile(r"(?:[A-Z]|[A-Za-z](?:\.[A-Za-z])+)\Z")
_STARTER: Final = re.compile(
    r"(?:The|This|That|These|Those|It|In|We|Of|They|A|An|However|At|On|For|But|And|He|She|Our|Its|There|All)\b"
)

_NEVER: Final = re.compile(
    r"mr|mrs|ms|dr|prof|rev|hon|sts?|e\.g|i\.e|eg|ie|viz|vs|cf|al|figs?|vol|eds?|ch|paras?|pp?|sec|approx|ca?|dept|gov"
    r"|govt|gen|sgt|messrs|art|regs?"
)
_BEFORE_NUMBER: Final = re.compile(r"nos?|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|tel|ext|ss?|v")
_SOMETIMES: Final = re.compile(r"ltd|inc|co|plc|bros|etc|jr|sr|a\.m|p\.m|u\.k|u\.s|esq")
_LOOK_BACK: Final = 24


# Asked again of the same texts by rule after rule.
@lru_cache(maxsize=4_096)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in order, without the space between them; every letter of the text is in one."""
    found: list[Sentence] = []
    start = 0
    for end in (*_ends(text), len(text)):
        first = start + len(text[start:end]) - len(text[start:end].lstrip())
        last = start + len(text[start:end].rstrip())
        if first < last:
            found.append(Sentence(first, last, text[first:last]))
        start = end
    return tuple(found)


def _ends(text: str) -> list[int]:
    stops = {match.end() for match in _STOP.finditer(text) if _closes(text, match)}
    return sorted(stops | {match.end() for match in _BLANK.finditer(text)})


def _closes(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + 16].lstrip()
    if not after:
        return True
    if after[0].islower():
        return False
    if match.group()[0] != "." or match.group().startswith(".."):
        return True
    return not _abbreviated(text, match.start(), after)


def _abbreviated(text: str, stop: int, after: str) -> bool:
    """Whether the full stop at `stop` belongs to the word before it, `after` coming next."""
    before = _LAST_WORD.search(text, max(0, stop - _LOOK_BACK), stop)
    word = before.group() if before is not None else ""
    if word.isdigit() and (stop - len(word) == 0 or text[stop - len(word) - 1] == "\n"):
        return True
    known = word.lower()
    if _NEVER.fullmatch(known) is not None:
        return True
    if _BEFORE_NUMBER.fullmatch(known) is not None:
        return after[0].isdigit()
    sometimes = _SOMETIMES.fullmatch(known) or _INITIAL.match(word)
    return sometimes is not None and _STARTER.match(after) is None
