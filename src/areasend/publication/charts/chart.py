"""A chart of a release: what it is called and shows, the table it draws, and its pictures."""

from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from areasend.publication.charts.drawing import NARROW, WIDE, Sheet
from areasend.publication.charts.picture import Described, Surroundings, inline_svg, standalone_svg
from areasend.publication.charts.png import png_bytes
from areasend.publication.charts.shapes import Bars, Columns
from areasend.publication.said import Said
from areasend.statistics import Table


class Variant(StrEnum):
    """A page holds both and shows the one that fits: from 34 em of its own width on the wide one."""

    WIDE = "wide"
    NARROW = "narrow"

    @property
    def sheet(self) -> Sheet:
        return WIDE if self is Variant.WIDE else NARROW


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """`headline` says what the chart shows, `subtitle` its measure, place and period, `alt` the same in words.

    `table` is what it draws, to stand beside it; `provenance` are the lines under a picture that travels alone.
    """

    id: str
    number: str
    headline: Said
    subtitle: str
    alt: str
    notes: tuple[str, ...]
    table: Table
    drawing: Bars | Columns
    provenance: tuple[str, ...]

    @property
    def title(self) -> str:
        return self.headline.text

    def svg(self, variant: Variant | str) -> Markup:
        """The picture inside a page."""
        chosen = Variant(variant)
        css = f"areasend-chart areasend-chart--{chosen.value}"
        svg = inline_svg(self.drawing, chosen.sheet, f"{self.id}-{chosen.value}", self._described, css)
        return Markup(svg)

    @property
    def download_svg(self) -> str:
        """The picture as a file."""
        around = Surroundings(above=(self.subtitle,), beneath=(*self.notes, *self.provenance))
        return standalone_svg(self.drawing, WIDE, self.id, self._described, around)

    @property
    def png(self) -> bytes:
        """The same picture in pixels."""
        return png_bytes(self.download_svg)

    @property
    def _described(self) -> Described:
        return Described(name=f"{self.number}: {self.title}", words=self.alt)
