"""Reports: published inspection reports read into values, findings and passages, each with the words it stands on.

Holds the reader of PDF files, the layout of their pages, the fields, the rules across them, and the merging of
readings into register records. May import framework, register and formats; it knows no themes: reading is not judging.
Hands on `Reading`s; whatever is not certain is a `Problem`, never a guess.
"""

from areasend.reports.cache import ReadingCache, reader_version
from areasend.reports.columns import COLUMNS_OF_TABLES
from areasend.reports.correcting import corrected
from areasend.reports.corrections import CORRECTIONS, Correction, Corrections, read_corrections
from areasend.reports.dates import DATES_COLUMNS, read_dates
from areasend.reports.dating import PublicationDates, Published
from areasend.reports.document import DOCUMENT_READER
from areasend.reports.errors import ReportsError, TableInvalid
from areasend.reports.kinds import DESCRIPTIONS, DocumentKind
from areasend.reports.merging.entries import Entry, EntryKind, Verdict
from areasend.reports.merging.merging import Merged, merge
from areasend.reports.merging.readings_folder import read_readings
from areasend.reports.merging.record_files import merged_files, new_records
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
from areasend.reports.settling import settled
from areasend.reports.workers import Limits, Task, read_all
from areasend.reports.writing import files_of

__all__ = [
    "COLUMNS_OF_TABLES",
    "CORRECTIONS",
    "DATES_COLUMNS",
    "DESCRIPTIONS",
    "DOCUMENT_READER",
    "NOT_FOUND",
    "Box",
    "Correction",
    "Corrections",
    "DocumentKind",
    "Entry",
    "EntryKind",
    "FoundStatement",
    "Limits",
    "Merged",
    "Origin",
    "Passage",
    "Place",
    "Problem",
    "PublicationDates",
    "Published",
    "Reading",
    "ReadingCache",
    "ReportsError",
    "TableInvalid",
    "Task",
    "Value",
    "Verdict",
    "corrected",
    "files_of",
    "merge",
    "merged_files",
    "new_records",
    "read_all",
    "read_corrections",
    "read_dates",
    "read_readings",
    "reader_version",
    "reading_from_json",
    "reading_to_json",
    "settled",
]
