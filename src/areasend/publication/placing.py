"""Placing figures in pages: every number in prose is put there by its figure's id, marked up and linked.

The placer remembers which figures were used, in order, so that `numbers.html` explains exactly those.
"""

from datetime import date

from markupsafe import Markup, escape

from areasend.publication.errors import UnprovedSentence
from areasend.publication.wording import digits, number_text
from areasend.statistics import Cell, Figure, cell_text, long_date


class Placer:
    """Looks figures up by id for one release. `root` leads from a page to the root of the release, such as `../../`."""

    def __init__(self, figures: dict[str, Figure]) -> None:
        self._figures = figures
        self.used: dict[str, Figure] = {}

    def figure(self, wanted: str) -> Figure:
        """The figure. Raises `UnprovedSentence` for an id that no table holds."""
        if wanted not in self._figures:
            raise UnprovedSentence(f"a page asks for the figure {wanted!r}, which no table holds")
        return self._figures[wanted]

    def place(self, figure: Figure | str, root: str = "", *, text: str | None = None) -> Markup:
        """The number as a link to its entry in `numbers.html`, marked up as `<data>`."""
        found = self.figure(figure) if isinstance(figure, str) else figure
        self.used.setdefault(found.id, found)
        shown = Markup('<a class="figure" href="{0}numbers.html#{1}">{2}</a>')
        return shown.format(root, found.id, self.data(found, text=text))

    def data(self, figure: Figure, *, text: str | None = None) -> Markup:
        """The number marked up with its value and id, without a link."""
        markup = Markup('<data value="{0}" data-figure="{1}">{2}</data>')
        return markup.format(figure.text, figure.id, number_text(figure) if text is None else text)

    def counted(self, figure: Figure | str, singular: str, plural: str, root: str = "") -> Markup:
        """A count with its noun in the right number: "1 inspection", "7 inspections", "none of the inspections"."""
        found = self.figure(figure) if isinstance(figure, str) else figure
        if found.value == 0:
            return self.place(found, root, text="none") + Markup(" of the ") + escape(plural)
        return self.place(found, root) + Markup(" ") + escape(singular if found.value == 1 else plural)


def table_data(cell: Cell) -> Markup | str:
    """A cell inside a data table: figures and dates carry the exact value that CSV and workbook hold."""
    if isinstance(cell, Figure):
        return Markup('<data value="{0}" data-figure="{1}">{2}</data>').format(cell.text, cell.id, digits(cell))
    if isinstance(cell, date):
        return Markup('<time datetime="{0}">{1}</time>').format(cell.isoformat(), long_date(cell))
    return cell_text(cell)
