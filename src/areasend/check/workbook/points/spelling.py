"""British spelling over every text of the workbook (SS33).

The English word list is pyspellchecker's, which needs no download. It knows mostly American forms, so a British form
is known when its American twin is, and the American form is refused. Names are for the caller to give.
"""

import re
from collections.abc import Iterator

from areasend.check.workbook.evidence import Evidence, Verdict, judged, place, quoted
from areasend.check.workbook.model import Cell, Sheet
from areasend.check.workbook.report import Place
from areasend.check.workbook.spelling_words import Spelling

# The look-behinds keep the time linear: a stranger's cell can be one word of a million letters.
_NOT_WORDS = re.compile(
    r"(?:https?://|mailto:|www\.)\S+|(?<!\S)\S+@\S+|(?<!\S)\S+\.(?:csv|ods|xlsx|html|json|org|uk|com)\b|\[\w+\]"
)
_TOKEN = re.compile(r"[^\W_](?:[\w'’]*[^\W_])?")
_CODE = re.compile(r"[\d_]")
_ALL_CAPITALS = re.compile(r"[A-Z]{2,}s?(?:['’]s?)?")


def spelling(evidence: Evidence) -> Verdict:
    """SS33."""
    checker = Spelling(evidence.words)
    known: dict[str, tuple[tuple[str, str], ...]] = {}
    places: list[Place] = []
    for sheet, cell in evidence.cells():
        if isinstance(cell.value, str):
            if cell.text not in known:
                known[cell.text] = tuple(_faults(cell.text, checker))
            places.extend(_places(sheet, cell, known[cell.text]))
    return judged(places)


def _faults(text: str, checker: Spelling) -> Iterator[tuple[str, str]]:
    for word in words_of(text):
        wanted = checker.british(word)
        if wanted is not None:
            yield word, f"write {wanted}"
        elif not checker.knows(word):
            yield word, "correct it, or give it as a known word"


def _places(sheet: Sheet, cell: Cell, faults: tuple[tuple[str, str], ...]) -> Iterator[Place]:
    return (place(sheet.name, cell.name, f"the word {quoted(word)}", remedy) for word, remedy in faults)


def words_of(text: str) -> Iterator[str]:
    """
    >>> list(words_of("Local-area partners' [c] E06000052 table_name SEND plans, see https://example.org/x"))
    ['Local', 'area', 'partners', 'plans', 'see']
    """
    for match in _TOKEN.finditer(_NOT_WORDS.sub(" ", text)):
        word = match[0].replace("’", "'")
        if not _CODE.search(word) and not _ALL_CAPITALS.fullmatch(word):
            yield word
