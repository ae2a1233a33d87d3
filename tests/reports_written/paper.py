"""The sheets a report is drawn on: text in the runs a word processor leaves, rules, footers, and marks for the tags."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from random import Random

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from tests.reports_written.setting import SUPER, Line, width_of, wrap
from tests.reports_written.typography import Style

BLUE = (0.15, 0.25, 0.6)


@dataclass
class Element:
    """An element of the structure tree: its kind, and what it holds in order, marked content as (page, number)."""

    kind: str
    kids: list["Element | tuple[int, int]"] = field(default_factory=list)

    def add(self, kind: str) -> "Element":
        child = Element(kind)
        self.kids.append(child)
        return child


class Paper:
    """Draws on one page after another; y is measured from the page's upper edge to the base line."""

    def __init__(self, style: Style, rng: Random, footer: tuple[str, str]) -> None:
        self.style = style
        self.rng = rng
        self.footer = footer
        self.page = 0
        self.root = Element("Document")
        self._file = BytesIO()
        self._canvas = Canvas(self._file, pagesize=style.page, invariant=1, pageCompression=rng.randint(0, 1))
        self._canvas.setTitle("Local area partnership report")
        self._marks = 0
        self._logo = _logo(rng)

    def turn(self) -> None:
        """A new sheet, with what stands on every page."""
        if self.page:
            self._finish(last=False)
        self.page += 1
        self._marks = 0
        if self.style.logo:
            with self.artifact():
                box = (self.style.page[0] - 236, self.style.page[1] - 66, 190, 48)
                self._canvas.drawImage(self._logo, *box, mask=None)
        if self.style.foot.before_body and (self.page > 1 or self.style.foot.on_first):
            self._foot()

    def close(self) -> bytes:
        self._finish(last=True)
        self._canvas.save()
        return self._file.getvalue()

    def _finish(self, *, last: bool) -> None:
        foot = self.style.foot
        wanted = (self.page > 1 or foot.on_first) and (foot.on_last or not last)
        if wanted and not foot.before_body:
            self._foot()
        self._canvas.showPage()

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn within belongs to no element: footers, pictures, rules."""
        if self.style.tags:
            self._canvas._code.append("/Artifact << /Type /Pagination >> BDC")
        yield
        if self.style.tags:
            self._canvas._code.append("EMC")

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """What is drawn within is content of the element."""
        if self.style.tags:
            self._canvas._code.append(f"/{element.kind} << /MCID {self._marks} >> BDC")
            element.kids.append((self.page, self._marks))
            self._marks += 1
        yield
        if self.style.tags:
            self._canvas._code.append("EMC")

    def write(self, line: Line, x: float, y: float, colour: tuple[float, float, float] = (0, 0, 0)) -> None:
        """One line with its base line at y, its bullet before it."""
        if line.owner:
            line.owner.pages.add(self.page)
        if line.mark:
            size = line.size * line.mark.scale
            self._run(x + line.mark_x, y - (line.size - size) * 0.3, line.mark.drawn, line.mark.face, size, colour)
        spread = (self.style.justified or self.style.runs == "words") and "^" not in line.text
        if spread:
            self._spread(line, x + line.x, y, colour)
        else:
            self._raised(line, x + line.x, y, colour)

    def _spread(self, line: Line, x: float, y: float, colour: tuple[float, float, float]) -> None:
        """Word for word, with more room between them where the line is justified."""
        words = line.text.split(" ")
        extra = 0.0
        if self.style.justified and line.width and not line.last and len(words) > 1:
            extra = max(0.0, line.width - width_of(line.text, line.face, line.size)) / (len(words) - 1)
        for number, word in enumerate(words):
            spaced = f"{word} " if self.style.runs != "words" and number < len(words) - 1 else word
            self._run(x, y, spaced, line.face, line.size, colour)
            x += width_of(f"{word} ", line.face, line.size) + extra

    def _raised(self, line: Line, x: float, y: float, colour: tuple[float, float, float]) -> None:
        parts = line.text.split("^")
        if self.style.trailing_space and not line.broken:
            parts[-1] += " "
        for number, part in enumerate(parts):
            size = line.size * (SUPER if number % 2 else 1.0)
            rise = line.size * 0.33 if number % 2 else 0.0
            for piece in self._pieces(part):
                self._run(x, y - rise, piece, line.face, size, colour)
                x += width_of(piece, line.face, size)

    def _pieces(self, text: str) -> list[str]:
        """The text as a word processor parts it: anywhere, within words too."""
        if self.style.runs != "pieces" or len(text) < 4:
            return [text] if text else []
        cuts = sorted(self.rng.sample(range(1, len(text)), min(len(text) - 1, self.rng.randint(0, 3))))
        return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]

    def _run(self, x: float, y: float, text: str, face: str, size: float, colour: tuple[float, float, float]) -> None:
        run = self._canvas.beginText(round(x, 2), round(self.style.page[1] - y, 2))
        run.setFont(face, size)
        run.setFillColorRGB(*colour)
        run.textOut(text)
        self._canvas.drawText(run)

    def bar(self, x0: float, y0: float, x1: float, y1: float, grey: float = 0.0) -> None:
        """A filled rectangle: a rule as word processors draw it, or the shade of a heading row."""
        self._canvas.setFillGray(grey)
        self._canvas.rect(x0, self.style.page[1] - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
        self._canvas.setFillGray(0)

    def stroke(self, x0: float, y0: float, x1: float, y1: float, width: float) -> None:
        self._canvas.setLineWidth(width)
        height = self.style.page[1]
        self._canvas.line(x0, height - y0, x1, height - y1)

    def frame(self, x0: float, y0: float, x1: float, y1: float, width: float) -> None:
        self._canvas.setLineWidth(width)
        self._canvas.rect(x0, self.style.page[1] - y1, x1 - x0, y1 - y0, stroke=1, fill=0)

    def _foot(self) -> None:
        style, foot = self.style, self.style.foot
        size = 9.0
        base = style.page[1] - foot.height
        name, dates = self.footer
        with self.artifact():
            if foot.rule:
                self.bar(style.left, base - 12.4, style.page[0] - style.right, base - 12.0)
            room = style.width - 40
            joined = {"comma": f"{name}, {dates}", "space": f"{name} {dates}"}.get(foot.form)
            lines = [text for text, _ in wrap(joined, style.faces.plain, size, room)] if joined else [name, dates]
            for number, text in enumerate(lines):
                self._label(text, base + number * 11.0, size, bold=foot.bold_label and number == 0)
            if foot.numbered:
                x = style.page[0] - style.right - width_of(str(self.page), style.faces.bold, foot.number_size)
                y = base + min(foot.number_drop, 11.0 * len(lines))
                self._run(x, y, str(self.page), style.faces.bold, foot.number_size, BLUE)

    def _label(self, text: str, y: float, size: float, *, bold: bool) -> None:
        faces, x = self.style.faces, self.style.left
        if bold and ": " in text:
            label, text = text.split(": ", 1)
            self._run(x, y, f"{label}: ", faces.bold, size, (0, 0, 0))
            x += width_of(f"{label}: ", faces.bold, size)
        self._run(x, y, text, faces.plain, size, (0, 0, 0))


def _logo(rng: Random) -> ImageReader:
    """A picture where the inspectorates' marks stand."""
    picture = Image.new("RGB", (95, 24), (255, 255, 255))
    for x in range(8, 88):
        for y in range(6, 18):
            if (x * y + rng.randint(0, 6)) % 7 == 0:
                picture.putpixel((x, y), (140, 90, 150))
    return ImageReader(picture)
