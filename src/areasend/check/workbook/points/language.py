"""Plain written content (SS15): sentence length, capitals, dates, abbreviations.

Asked of writers are 25 words; a sentence fails above 30, so that a name or a number more does not.
"""

import re
from collections.abc import Iterator

from areasend.check.workbook.evidence import Evidence, Verdict, judged, place, quoted
from areasend.check.workbook.model import Cell, Sheet
from areasend.check.workbook.report import Place
from areasend.check.workbook.wordlists import word_list

LONGEST_SENTENCE = 30
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\[(\"'0-9])|\n+")
_WEB = re.compile(r"(?:https?://|mailto:|www\.)\S+|(?<!\S)\S+@\S+")
_SHOUTED = re.compile(r"[A-Z]{2,}")
_ABBREVIATION = re.compile(r"(?<![\w-])([A-Z]{3,})(?:s|'s|’s)?(?![\w])")
_EXPANSION = re.compile(r"(?<=[a-z])[\"'”’]?\s*\(([A-Z]{3,})s?[),;]")
_WRONG_DATE = re.compile(
    # A date inside a longer code, such as E06000052-2023-02-06, is no date for people.
    r"\b\d{1,2}/\d{1,2}/\d{2,4}\b|(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])|(?<![\w-])\d{1,2}[.-]\d{1,2}[.-]\d{4}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)\s+(?:of\s+)?{_MONTH}\b|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,\s*\d{{4}}\b"
    r"|\b\d{1,2}\s+(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\s+\d{2,4}\b",
    re.IGNORECASE,
)


def plain_language(evidence: Evidence) -> Verdict:
    """SS15."""
    known = evidence.words | word_list("abbreviations.txt")
    expanded: set[str] = set()
    seen: dict[str, list[tuple[str, str]]] = {}
    places: list[Place] = []
    for sheet, cell in evidence.cells():
        if not isinstance(cell.value, str):
            continue
        if cell.text not in seen:
            seen[cell.text] = list(_text_faults(cell.text))
        places.extend(place(sheet.name, cell.name, found, remedy) for found, remedy in seen[cell.text])
        places.extend(_abbreviation_faults(sheet, cell, known, expanded))
    return judged(places)


def _text_faults(text: str) -> Iterator[tuple[str, str]]:
    plain = _WEB.sub("", text)
    for sentence in _sentences(plain):
        length = len(sentence.split())
        if length > LONGEST_SENTENCE:
            yield f"a sentence of {length} words {quoted(sentence)}", f"write at most {LONGEST_SENTENCE}, better 25"
    if len(_SHOUTED.findall(plain)) > 1 and plain.isupper():
        yield f"text all in capitals {quoted(text)}", "write it in sentence case"
    for match in _WRONG_DATE.finditer(plain):
        yield f"the date {match[0]!r}", "write dates as 31 December 2024"


def _sentences(text: str) -> list[str]:
    """Only text that ends like prose is held to a length: a list of column names is no sentence."""
    return _SENTENCE_END.split(text) if text.rstrip().endswith((".", "!", "?")) else []


def _abbreviation_faults(sheet: Sheet, cell: Cell, known: frozenset[str], expanded: set[str]) -> Iterator[Place]:
    """Every unexpanded abbreviation, at its first use; the cell's own expansions count from where they stand."""
    if not _SHOUTED.search(cell.text):
        return
    text = _WEB.sub("", cell.text)
    if text.isupper() and len(_SHOUTED.findall(text)) > 1:
        return
    explained = {match[1]: match.start() for match in reversed(list(_EXPANSION.finditer(text)))}
    for match in _ABBREVIATION.finditer(text):
        short = match[1]
        if short in expanded or short.casefold() in known:
            continue
        expanded.add(short)
        if explained.get(short, len(text)) > match.start():
            remedy = f'write "long form ({short})" where it is first used'
            yield place(sheet.name, cell.name, f"the abbreviation {short} not spelled out", remedy)
