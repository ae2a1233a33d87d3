"""What a document is: a full inspection report under this framework, or something else that is named and left alone."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """What a file turned out to be. Values are read from `FULL_INSPECTION` alone."""

    FULL_INSPECTION = "full_inspection"
    MONITORING_INSPECTION = "monitoring_inspection"
    EARLIER_FRAMEWORK = "earlier_framework"
    OTHER_INSPECTORATE_REPORT = "other_inspectorate_report"
    NOT_RECOGNISED = "not_recognised"
    NO_TEXT = "no_text"
    EMPTY = "empty"
    NOT_A_PDF = "not_a_pdf"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    TIME_LIMIT = "time_limit"
    MEMORY_LIMIT = "memory_limit"
    CRASHED = "crashed"
    UNREADABLE = "unreadable"


DESCRIPTIONS = {
    DocumentKind.FULL_INSPECTION: "a report of a full area SEND inspection under the framework of January 2023",
    DocumentKind.MONITORING_INSPECTION: "a letter or report of a monitoring inspection",
    DocumentKind.EARLIER_FRAMEWORK: "a report under the framework before January 2023",
    DocumentKind.OTHER_INSPECTORATE_REPORT: "another report of the inspectorates",
    DocumentKind.NOT_RECOGNISED: "a document that is not recognised",
    DocumentKind.NO_TEXT: "a PDF without text, such as a scan",
    DocumentKind.EMPTY: "an empty file or a PDF without pages",
    DocumentKind.NOT_A_PDF: "a file that is no PDF",
    DocumentKind.ENCRYPTED: "a PDF that asks for a password",
    DocumentKind.DAMAGED: "a PDF that is truncated or damaged",
    DocumentKind.TOO_LARGE: "a file beyond the limits of size or pages",
    DocumentKind.TIME_LIMIT: "a file that was not read within the time limit",
    DocumentKind.MEMORY_LIMIT: "a file that needed more than the memory limit",
    DocumentKind.CRASHED: "a file on which the reader crashed",
    DocumentKind.UNREADABLE: "a file that could not be opened",
}
"""Each kind in words, as problems and pages say it."""
