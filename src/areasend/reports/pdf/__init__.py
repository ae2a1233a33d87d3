"""PDF: a document's pages as words with their place, ruling lines, and what its tags say; the only user of PDFium.

PDFium is not safe for threads: whoever needs several documents at once uses processes (docs/adr/0020).
Hands on `Page`s measured in points from the upper left corner, or `NotReadable` that names what the file is.
"""

from areasend.reports.pdf.opening import NotReadable, PdfFile, open_pdf
from areasend.reports.pdf.page import Line, Page, grouped_by_baseline
from areasend.reports.pdf.ruling import Rule
from areasend.reports.pdf.words import Word

__all__ = ["Line", "NotReadable", "Page", "PdfFile", "Rule", "Word", "grouped_by_baseline", "open_pdf"]
