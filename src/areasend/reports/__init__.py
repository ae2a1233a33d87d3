"""Reports: published inspection reports read into values, findings and passages, each with the words it stands on.

Holds the reader of PDF files, the layout of their pages, the fields, the rules across them, and the merging of
readings into register records. May import framework, register and formats; it knows no themes: reading is not judging.
Hands on `Reading`s; whatever is not certain is a `Problem`, never a guess.
"""

from areasend.reports.errors import ReportsError
from areasend.reports.kinds import DESCRIPTIONS, DocumentKind
from areasend.reports.reading import (
    NOT_FOUND,
    Box,
    FoundStatement,
    Origin,
    Passage,
    Place,
    Problem,
    Reading,
    Value,
    reading_from_json,
    reading_to_json,
)

__all__ = [
    "DESCRIPTIONS",
    "NOT_FOUND",
    "Box",
    "DocumentKind",
    "FoundStatement",
    "Origin",
    "Passage",
    "Place",
    "Problem",
    "Reading",
    "ReportsError",
    "Value",
    "reading_from_json",
    "reading_to_json",
]
