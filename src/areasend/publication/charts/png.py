"""SVG to PNG without a browser: the one home of vl-convert.

Bytes must not depend on the machine, but vl-convert prefers any installed font to the Liberation Sans that it carries:
another version of it, or Arial for `sans-serif`, gives other bytes, and a list of which no font exists draws no letter
at all and says nothing. So the letters are a font of our own name, beside this module (docs/adr/0013-charts.md).
"""

from functools import lru_cache
from importlib.resources import files

from vl_convert import register_font_directory, svg_to_png

from areasend.formats import smaller_png

# For pictures that travel alone: the renderer knows the first, in regular and bold; readers of SVG have another.
FONTS = "Areasend Sans, Arial, Helvetica, sans-serif"
SCALE = 2


def png_bytes(svg: str) -> bytes:
    """The picture at twice its size, for screens of high density and for print."""
    _know_our_font()
    return smaller_png(bytes(svg_to_png(svg, scale=SCALE)))


@lru_cache(maxsize=1)
def _know_our_font() -> None:
    register_font_directory(str(files("areasend.publication.charts") / "fonts"))
