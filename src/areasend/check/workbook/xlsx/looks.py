"""Fonts, fills and alignment of XLSX cells as a `Look`; theme and indexed colours become `#RRGGBB`."""

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from openpyxl.cell.text import InlineFont
from openpyxl.styles.colors import COLOR_INDEX

from areasend.check.workbook.model import Look
from areasend.check.workbook.xlsx.number_formats import number_format

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as XlsxCell
    from openpyxl.styles.colors import Color

_DRAWINGML = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# Cell styles count theme colours light first; the theme part lists dark first (ECMA-376 part 1, 18.8.3).
_THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink")
_WINDOW_TEXT_THEME = 1
_ALIGN = {"right": "end", "left": "start"}


class Palette:
    """Theme colours of one workbook."""

    def __init__(self, theme: Element | None) -> None:
        self.theme: dict[int, str] = {}
        for index, name in enumerate(_THEME_ORDER):
            colour = None if theme is None else theme.find(f".//{_DRAWINGML}clrScheme/{_DRAWINGML}{name}")
            if colour is not None and len(colour):
                value = colour[0].get("lastClr") or colour[0].get("val") or ""
                if re.fullmatch(r"[0-9A-Fa-f]{6}", value):
                    self.theme[index] = f"#{value.upper()}"

    def colour(self, colour: "Color | None") -> str | None:
        """None for automatic."""
        if colour is None:
            return None
        if colour.type == "theme":
            return _tinted(self.theme.get(int(colour.theme)), float(colour.tint or 0))
        value = str(colour.rgb if colour.type == "rgb" else _indexed(colour))
        return f"#{value[-6:].upper()}" if re.fullmatch(r"[0-9A-Fa-f]{6,8}", value) else None

    def text_colour(self, colour: "Color | None") -> str | None:
        """Window text, black unless a reader has chosen otherwise, counts as automatic."""
        if colour is not None and colour.type == "theme" and int(colour.theme) == _WINDOW_TEXT_THEME:
            return None
        return self.colour(colour)


def _indexed(colour: "Color") -> str:
    index = int(colour.indexed)
    return COLOR_INDEX[index] if 0 <= index < len(COLOR_INDEX) else ""


def _tinted(colour: str | None, tint: float) -> str | None:
    """ECMA-376 part 1, 18.8.19: a negative tint darkens, a positive one lightens; applied to each channel here."""
    if colour is None or not tint:
        return colour
    channels = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    moved = (value * (1 + tint) if tint < 0 else value + (255 - value) * tint for value in channels)
    return "#" + "".join(f"{min(max(round(value), 0), 255):02X}" for value in moved)


def cell_look(cell: "XlsxCell", palette: Palette) -> Look:
    font, alignment = cell.font, cell.alignment
    horizontal = alignment.horizontal or ""
    border = cell.border
    sides = (border.left, border.right, border.top, border.bottom)
    return Look(
        wrap=bool(alignment.wrap_text),
        font=font.name or "",
        size=float(font.sz or 11),
        bold=bool(font.b),
        italic=bool(font.i),
        underline=bool(font.u) and str(font.u) != "none",
        colour=palette.text_colour(font.color),
        background=_fill(cell, palette),
        rotation=float(alignment.textRotation or 0),
        raised=_raised(font.vertAlign),
        align="" if horizontal == "general" else _ALIGN.get(horizontal, horizontal),
        border=any(side is not None and side.style not in {None, "none"} for side in sides),
        heading=_style_name(cell).lower().startswith(("heading", "title")),
        declared_text=cell.number_format == "@",
        number_format=number_format(cell.number_format),
    )


def _style_name(cell: "XlsxCell") -> str:
    """LibreOffice writes cells whose named style is not in the list of styles; such a cell has none."""
    try:
        return str(cell.style)
    except (IndexError, KeyError):
        return ""


def _fill(cell: "XlsxCell", palette: Palette) -> str | None:
    fill = cell.fill
    pattern = getattr(fill, "patternType", None)
    if pattern is None and getattr(fill, "stop", None):
        return palette.colour(fill.stop[0].color) or "#FFFFFF"
    if pattern in {None, "none"}:
        return None
    return palette.colour(fill.fgColor) or "#000000"


def _raised(position: str | None) -> str:
    return {"superscript": "super", "subscript": "sub"}.get(position or "", "")


def run_look(own: Look, font: InlineFont, palette: Palette) -> Look:
    """A run names its whole font again; what it leaves out is the cell's."""
    return Look(
        wrap=own.wrap,
        font=font.rFont or own.font,
        size=float(font.sz or own.size),
        bold=bool(font.b),
        italic=bool(font.i),
        underline=bool(font.u) and str(font.u) != "none",
        colour=palette.text_colour(font.color),
        background=own.background,
        rotation=own.rotation,
        raised=_raised(font.vertAlign),
        align=own.align,
        border=own.border,
        heading=own.heading,
        declared_text=own.declared_text,
        number_format=own.number_format,
    )
