"""Opening a file: what it is when it is no PDF that can be read, and its pages when it is one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from areasend.reports.kinds import DocumentKind
from areasend.reports.pdf.page import Page, PageTooLarge, open_page

# A published report has at most 12 pages; whatever is far beyond that is not one, and would only cost time.
MOST_PAGES = 150
# PDF 32000-1, 7.5.2: readers accept a header within the first 1,024 bytes.
_HEADER_WITHIN = 1024


class NotReadable(Exception):
    """The file cannot be read as a document; `kind` says what it is, `detail` what was found."""

    def __init__(self, kind: DocumentKind, detail: str) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail


@dataclass(frozen=True, slots=True)
class PdfFile:
    """An open document; its pages are valid until it is closed."""

    pages: tuple[Page, ...]


@contextmanager
def open_pdf(data: bytes) -> Iterator[PdfFile]:
    """The pages of a PDF file. Raises `NotReadable` for whatever cannot be opened or is beyond the limits."""
    document = _opened(data)
    pages: list[Page] = []
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise NotReadable(DocumentKind.TOO_LARGE, f"{count} pages, of which {MOST_PAGES} are read at most")
        for number in range(1, count + 1):
            pages.append(_page(document, number))
        yield PdfFile(tuple(pages))
    finally:
        for page in pages:
            page.close()
        document.close()


def _page(document: pdfium.PdfDocument, number: int) -> Page:
    try:
        return open_page(document, number)
    except PageTooLarge as error:
        raise NotReadable(DocumentKind.TOO_LARGE, f"page {number}: {error}") from error
    except pdfium.PdfiumError as error:
        raise NotReadable(DocumentKind.DAMAGED, f"page {number} cannot be opened") from error


def _opened(data: bytes) -> pdfium.PdfDocument:
    if not data:
        raise NotReadable(DocumentKind.EMPTY, "0 bytes")
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise NotReadable(DocumentKind.NOT_A_PDF, f"it begins with {data[:8]!r}")
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        # PDFium's code is that of the last file that it could not open, which may have been another.
        if _opens(data):
            raise NotReadable(DocumentKind.EMPTY, "0 pages") from error
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise NotReadable(DocumentKind.ENCRYPTED, "it asks for a password") from error
        raise NotReadable(DocumentKind.DAMAGED, "its structure cannot be followed") from error


def _opens(data: bytes) -> bool:
    """Whether PDFium opens the file at all; pypdfium2 refuses one without pages as if it did not."""
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if document:
        raw.FPDF_CloseDocument(document)
    return bool(document)
