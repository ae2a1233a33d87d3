"""Captions: one figure or table number, one caption: "Figure 1: ... in 2024" and "Data for Figure 1: ... in 2023"."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from areasend.check.numbers.consistency.plain_words import quote, spelling
from areasend.check.numbers.documents.model import Document, Passage
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.results.model import Finding, Kind, Severity, Verdict

_CAPTION = re.compile(
    r"^(?:(?P<data>data|data table|table|chart|description) (?:for|of) )?(?P<what>figure|fig\.?|table|chart|map|graph)"
    r" (?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?)\s?[:.–—-]\s+(?P<title>\S.*)$",
    re.IGNORECASE,
)
_LONGEST = 400
_LIKE = 0.75


@dataclass(frozen=True, slots=True)
class _Caption:
    passage: Passage
    title: str
    start: int
    is_data: bool


def captions(evidence: Evidence) -> Iterator[Verdict]:
    """Captions of each document that bear one number, each against the first."""
    for document in evidence.documents:
        first: dict[tuple[str, str], _Caption] = {}
        for key, caption in _captions(document):
            before = first.setdefault(key, caption)
            if before is not caption and spelling(before.title) != spelling(caption.title):
                yield from _differ(before, caption)


def _captions(document: Document) -> Iterator[tuple[tuple[str, str], _Caption]]:
    for passage in document.passages():
        found = _CAPTION.match(passage.text) if len(passage.text) <= _LONGEST else None
        if found:
            key = (found["what"].casefold().rstrip("."), found["number"].casefold())
            yield key, _Caption(passage, found["title"].rstrip(" ."), found.start("title"), found["data"] is not None)


def _differ(before: _Caption, caption: _Caption) -> Iterator[Finding]:
    """Two captions that differ in a date or number are an error, if else they are the same; in words, a query."""
    one, other = spelling(before.title), spelling(caption.title)
    alike = difflib.SequenceMatcher(None, one, other, autojunk=False)
    if alike.ratio() < _LIKE and before.is_data == caption.is_data:
        return
    changed = [op for op in alike.get_opcodes() if op[0] != "equal"]
    numeric = all(
        any(word[0].isdigit() for word in one[op[1] : op[2]])
        and any(word[0].isdigit() for word in other[op[3] : op[4]])
        for op in changed
    )
    yield Finding(
        kind=Kind.CAPTION,
        severity=Severity.ERROR if numeric else Severity.QUERY,
        where=caption.passage.where(caption.start),
        quote=quote(caption.passage),
        expected=before.title,
        found=caption.title,
        message=f"The same number bears another caption: “{before.passage.text}” ({before.passage.where()}).",
        advice="Give both the same caption.",
    )
