"""Notes that explain a change: marks of revision, and sentences that say something was revised or corrected."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from areasend.check.numbers.documents.model import Document, MarkKind, Passage
from areasend.statistics import REVISED

_SAID = re.compile(
    r"\b(?:(?:has|have|had|was|were|is|are) (?:\w+ )?(?:revised|corrected|amended|restated|reissued)\b"
    r"|we (?:have )?(?:revised|corrected|amended|restated)\b"
    r"|(?:revised|corrected|amended|restated) (?:figures?|data|numbers?|values?|totals?|tables?|version)\b"
    r"|(?:revised|corrected|amended|restated) (?:since|from|in|on)\b"
    r"|(?:correction|revision|amendment)s?(?: notice| note)?(?::| (?:to|of|in|made|dated|published)\b))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Notes:
    """What the new publication says of changes: `general` is a sentence about the document, empty if there is none."""

    general: str

    @classmethod
    def of(cls, documents: Sequence[Document], previous: Sequence[Document]) -> "Notes":
        """Boilerplate that stood in the previous publication too explains nothing."""
        known = {passage.text for document in previous for passage in document.passages()}
        for document in documents:
            for passage in document.passages():
                if _SAID.search(passage.text) and passage.text not in known:
                    return cls(passage.text)
        return cls("")


def is_marked(document: Document, *passages: Passage) -> bool:
    """Whether a mark of revision stands in one of the passages, or behind it a note that speaks of revision."""
    if any(REVISED in passage.text or _SAID.search(passage.text) for passage in passages):
        return True
    labels = {mark.value for passage in passages for mark in passage.marked(MarkKind.FOOTNOTE)}
    if not labels:
        return False
    return any(note.label in labels and _speaks_of_revision(note.passage.text) for note in document.notes)


def _speaks_of_revision(text: str) -> bool:
    return re.search(r"\b(?:revis|correct|amend|restat)", text, re.IGNORECASE) is not None
