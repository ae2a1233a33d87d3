"""Placing figures in pages: every number is put there by its figure's id and leads to how it was counted."""

import re
from collections.abc import Collection, Mapping
from datetime import date

from markupsafe import Markup, escape

from areasend.publication.errors import UnprovedSentence
from areasend.publication.wording import digits, number_text
from areasend.statistics import MONTHS, REVISED, Cell, Figure, cell_text, long_date

_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b")

_REVISED = Markup('<span class="revised">{0}</span>').format(REVISED)


def has_revised(markup: str) -> bool:
    """Whether a revised figure stands somewhere in a page, which must then say what the shorthand means."""
    return _REVISED in markup


class Placer:
    """Looks figures up by id for one release, and knows the page of each one's entry.

    `root`, in its methods, leads from a page to the root of the release, such as `../../`. Figures that are `revised`
    get their shorthand behind them.
    """

    def __init__(
        self, figures: Mapping[str, Figure], addresses: Mapping[str, str], revised: Collection[str] = ()
    ) -> None:
        self._figures, self._addresses, self._revised = figures, addresses, revised

    def revision(self, figure: Figure) -> Markup:
        """The shorthand that stands behind a revised figure; nothing behind another."""
        return Markup(" {0}").format(_REVISED) if figure.id in self._revised else Markup("")

    def figure(self, wanted: str) -> Figure:
        """The figure. Raises `UnprovedSentence` for an id that no table holds."""
        if wanted not in self._figures:
            raise UnprovedSentence(f"a page asks for the figure {wanted!r}, which no table holds")
        return self._figures[wanted]

    def known(self, wanted: str) -> Figure | None:
        """The figure, or None where this release has none under the id."""
        return self._figures.get(wanted)

    def address(self, figure: Figure, root: str = "") -> str:
        """Where the figure's entry stands."""
        return f"{root}{self._addresses[figure.id]}#{figure.id}"

    def place(self, figure: Figure | str, root: str = "", *, text: str | None = None) -> Markup:
        """The number as a link to its entry, marked up as `<data>`."""
        found = self.figure(figure) if isinstance(figure, str) else figure
        shown = number_text(found) if text is None else text
        markup = Markup('<a href="{0}"><data value="{1}">{2}</data></a>{3}')
        return markup.format(self.address(found, root), found.text, shown, self.revision(found))

    def counted(self, figure: Figure | str, singular: str, plural: str, root: str = "") -> Markup:
        """A count with its noun in the right number: "1 inspection", "7 inspections", "none of the inspections"."""
        found = self.figure(figure) if isinstance(figure, str) else figure
        if found.value == 0:
            return self.place(found, root, text="none") + Markup(" of the ") + escape(plural)
        return self.place(found, root) + Markup(" ") + escape(singular if found.value == 1 else plural)

    def cell(self, cell: Cell, root: str = "") -> Markup | str:
        """A cell of a data table: figures and dates carry the exact value that CSV and workbook hold."""
        if isinstance(cell, Figure):
            return self.place(cell, root, text=digits(cell))
        return timed(cell) if isinstance(cell, date) else cell_text(cell)


def timed(day: date) -> Markup:
    """A day in full, marked up so that a program can read it."""
    return Markup('<time datetime="{0}">{1}</time>').format(day.isoformat(), long_date(day))


def with_times(text: str) -> Markup:
    """Words without markup, in which each day in full becomes one that a program can read (checklist point HT08)."""
    return Markup(_DAY.sub(_timed, str(escape(text))))


def _timed(found: re.Match[str]) -> str:
    day, month, year = found.groups()
    return str(timed(date(int(year), MONTHS.index(month) + 1, int(day))))
