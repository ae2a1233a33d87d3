"""PDF files drawn for a test: sheets of A4, and changes to a file that is there."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0


def drawn(*sheets: Callable[[Canvas], None]) -> bytes:
    """A file with a sheet for each function; it draws from the lower left corner, as PDF does."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=True)
    for sheet in sheets:
        canvas.setFont("Helvetica", 12)
        sheet(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The file after a change to its objects."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def words(text: str, x: float = 72.0, y: float = 700.0) -> Callable[[Canvas], None]:
    """A sheet with one line."""
    return lambda canvas: canvas.drawString(x, y, text)


def of_content(content: str) -> bytes:
    """One sheet of A4 whose content is given as PDF writes it, with Helvetica as F."""
    out = BytesIO()
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(font)))
        page.obj.Contents = pdf.make_stream(content.encode("ascii"))
        pdf.save(out)
    return out.getvalue()


def embedded(name: str, *, bold: bool = False) -> str:
    """A font that comes with the test's libraries, under a name of its own, embedded with a map to its letters."""
    file = Path(reportlab.__file__).parent / "fonts" / ("VeraBd.ttf" if bold else "Vera.ttf")
    pdfmetrics.registerFont(TTFont(name, str(file)))
    return name
