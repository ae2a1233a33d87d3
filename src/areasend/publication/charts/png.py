"""SVG to PNG without a browser: the one home of vl-convert.

Bytes must not depend on the machine. vl-convert carries Liberation Sans; a font list that begins with its name takes it
whatever else is installed, while `sans-serif` alone takes the system's Arial where there is one, and a list of which no
font exists draws no letters at all and says nothing. Only another font that calls itself Liberation Sans would be
preferred to the renderer's own (docs/adr/0013-charts.md).
"""

from vl_convert import svg_to_png

from areasend.formats import smaller_png

FONTS = "Liberation Sans, sans-serif"
SCALE = 2


def png_bytes(svg: str) -> bytes:
    """The picture at twice its size, for screens of high density and for print."""
    return smaller_png(bytes(svg_to_png(svg, scale=SCALE)))
