"""A drawing in its own units, and what a local area is in it: a link with its name, outcome, code and class."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from areasend.publication.maps.mapped import MappedArea
from areasend.publication.palette import TEXT


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawing:
    """`content` is SVG between 0, 0 and `width`, `height`."""

    width: float
    height: float
    content: str

    def placed(self, x: float, y: float) -> str:
        """The content moved right and down."""
        return f'<g transform="translate({number(x)} {number(y)})">{self.content}</g>'


def number(value: float) -> str:
    """A coordinate to a tenth of a unit, in as few letters as can be.

    >>> number(12.0), number(0.25), number(-0.46), number(-0.04)
    ('12', '.2', '-.5', '0')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text.replace("0.", ".", 1) if text.lstrip("-").startswith("0.") else text


def area_link(area: MappedArea, inside: str, *, root: str | None, tab: bool = True) -> str:
    """An area as a link to its page. Without a `root` it is not linked: a file to download has no pages beside it.

    `tab` is off for a second drawing of the same area, so that the keyboard passes each area once.
    """
    known = f'data-code="{escape(area.code)}" data-class="{area.kind}"'
    title = f"<title>{escape(area.title, quote=False)}</title>"
    if root is None:
        return f"<g {known}>{title}{inside}</g>"
    address = root + area.address
    named = f'aria-label="{escape(area.title)}"' + ("" if tab else ' tabindex="-1"')
    return f'<a href="{address}" {known} {named}>{title}{inside}</a>'


def words(lines: Iterable[str], x: float, y: float, *, size: float, anchor: str = "start", bold: bool = False) -> str:
    """Lines of text, the first with its baseline at `y`."""
    more = (' font-weight="bold"' if bold else "") + (f' text-anchor="{anchor}"' if anchor != "start" else "")
    return "".join(
        f'<text x="{number(x)}" y="{number(y + line * size * 1.3)}" font-size="{number(size)}"{more} fill="{TEXT}">'
        f"{escape(text, quote=False)}</text>"
        for line, text in enumerate(lines)
    )
