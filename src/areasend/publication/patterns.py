"""The patterns of the outcomes as SVG, for charts and maps alike: colour is never the only difference (CH13, MP02).

A pattern is one tile of 8 units: the fill of the look with white marks on it. White is what parts segments and areas,
so the marks have the contrast that the palette gives each fill to white (at least 3:1).
"""

from collections.abc import Iterable

from areasend.publication.palette import OUTLINE, Look, Pattern

TILE = 8

MARKS = {
    Pattern.DIAGONAL: '<path d="M-1,1 l2,-2 M0,8 l8,-8 M7,9 l2,-2" stroke="{0}" stroke-width="1" fill="none"/>',
    Pattern.DOTS: '<circle cx="2" cy="2" r="0.9" fill="{0}"/><circle cx="6" cy="6" r="0.9" fill="{0}"/>',
    Pattern.CROSS: '<path d="M0,8 l8,-8 M0,0 l8,8" stroke="{0}" stroke-width="1" fill="none"/>',
    Pattern.LINES: '<path d="M0,4 h8" stroke="{0}" stroke-width="1.2" fill="none"/>',
}


def pattern_defs(prefix: str, looks: Iterable[Look]) -> str:
    """A `<defs>` element with the pattern of each look that has one, or nothing; `prefix` keeps ids apart on a page."""
    patterns = "".join(_pattern(prefix, look) for look in looks if look.pattern is not Pattern.PLAIN)
    return f"<defs>{patterns}</defs>" if patterns else ""


def paint(prefix: str, look: Look) -> str:
    """The value of a `fill` attribute that draws the look: its colour, or `url(#…)` of its pattern."""
    return look.fill if look.pattern is Pattern.PLAIN else f"url(#{_pattern_id(prefix, look)})"


def _pattern(prefix: str, look: Look) -> str:
    return (
        f'<pattern id="{_pattern_id(prefix, look)}" width="{TILE}" height="{TILE}" patternUnits="userSpaceOnUse">'
        f'<rect width="{TILE}" height="{TILE}" fill="{look.fill}"/>{MARKS[look.pattern].format(OUTLINE)}</pattern>'
    )


def _pattern_id(prefix: str, look: Look) -> str:
    return f"{prefix}-{look.key.replace('_', '-')}"
