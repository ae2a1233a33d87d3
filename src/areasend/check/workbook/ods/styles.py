"""Style inheritance of ODS: automatic style -> parent -> ... -> default style, resolved into a `Look`.

A style's own attributes win over its parent's; the default style of the family `table-cell` comes last
(OpenDocument 1.3, part 3, section 16.2). Text spans in a cell add their own text properties on top.
"""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from areasend.check.workbook.model import Look, NumberFormat
from areasend.check.workbook.ods.names import FO, NUMBER, STYLE, SVG
from areasend.check.workbook.ods.number_styles import number_format

Attributes = Mapping[str, str]

_PROPERTIES = ("table-cell-properties", "paragraph-properties", "text-properties")
_LENGTH = re.compile(r"(-?[0-9]*\.?[0-9]+)(cm|mm|in|pt|pc|px)")
_PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?)%")
_CM = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96}
# LibreOffice and Excel both fall back to 10 point where a file names no size at all.
FALLBACK_SIZE = 10.0
MAX_PARENTS = 20


def length_cm(text: str | None) -> float | None:
    match = _LENGTH.fullmatch(text or "")
    return None if match is None else float(match[1]) * _CM[match[2]]


class Styles:
    """The style sheets of one ODS file; looks are resolved once for each combination of names that occurs."""

    def __init__(self, *roots: Element) -> None:
        self.named: dict[tuple[str, str], Element] = {}
        self.defaults: dict[str, Element] = {}
        self.fonts: dict[str, str] = {}
        self.numbers: dict[str, NumberFormat | None] = {}
        self.text_formats: set[str] = set()
        for root in roots:
            self._collect(root)
        self._merged: dict[tuple[str, str], dict[str, str]] = {}
        self._looks: dict[tuple[str, ...], Look] = {}

    def _collect(self, root: Element) -> None:
        for element in root.iter(f"{STYLE}style"):
            key = (element.get(f"{STYLE}family", ""), element.get(f"{STYLE}name", ""))
            self.named[key] = element
        for element in root.iter(f"{STYLE}default-style"):
            self.defaults[element.get(f"{STYLE}family", "")] = element
        for element in root.iter(f"{STYLE}font-face"):
            family = element.get(f"{SVG}font-family", "")
            self.fonts[element.get(f"{STYLE}name", "")] = family
        for kind in ("number-style", "percentage-style"):
            for element in root.iter(f"{NUMBER}{kind}"):
                self.numbers[element.get(f"{STYLE}name", "")] = number_format(element)
        self.text_formats |= {element.get(f"{STYLE}name", "") for element in root.iter(f"{NUMBER}text-style")}

    def chain(self, family: str, name: str) -> list[Element]:
        """The style and its parents, nearest first; a loop or a very long chain of a hostile file is cut."""
        found: list[Element] = []
        while name and len(found) < MAX_PARENTS:
            element = self.named.get((family, name))
            if element is None or element in found:
                break
            found.append(element)
            name = element.get(f"{STYLE}parent-style-name", "")
        return found

    def merged(self, family: str, name: str) -> dict[str, str]:
        key = (family, name)
        if key not in self._merged:
            self._merged[key] = self._merge(family, name)
        return self._merged[key]

    def _merge(self, family: str, name: str) -> dict[str, str]:
        attributes: dict[str, str] = {}
        chain = self.chain(family, name)
        if family == "table-cell":
            default = self.named.get((family, "Default"))
            # A cell without a style has the common style "Default", as every spreadsheet program shows it.
            if not chain and default is not None:
                chain = [default]
            chain.extend(self.defaults[name] for name in (family,) if name in self.defaults)
        for element in reversed(chain):
            size = attributes.get(f"{FO}font-size")
            for part in _PROPERTIES:
                for properties in element.findall(f"{STYLE}{part}"):
                    attributes.update(properties.attrib)
            attributes[f"{FO}font-size"] = _resized(attributes.get(f"{FO}font-size"), size)
            data_style = element.get(f"{STYLE}data-style-name")
            if data_style:
                attributes["data-style"] = data_style
            if element.find(f"{STYLE}map") is not None:
                attributes["map"] = "true"
        return attributes

    def look(self, cell_style: str, *span_styles: str) -> Look:
        key = (cell_style, *span_styles)
        if key not in self._looks:
            attributes = dict(self.merged("table-cell", cell_style))
            for name in span_styles:
                size = attributes.get(f"{FO}font-size")
                added = {key: value for key, value in self.merged("text", name).items() if value}
                attributes |= added
                attributes[f"{FO}font-size"] = _resized(attributes.get(f"{FO}font-size"), size)
            self._looks[key] = self._resolved(attributes, self._is_heading(cell_style))
        return self._looks[key]

    def is_conditional(self, cell_style: str) -> bool:
        return "map" in self.merged("table-cell", cell_style)

    def _is_heading(self, cell_style: str) -> bool:
        names = [element.get(f"{STYLE}name", "") for element in self.chain("table-cell", cell_style)]
        return any(name.lower().startswith(("heading", "title")) for name in names)

    def _resolved(self, attributes: Attributes, heading: bool) -> Look:
        data_style = attributes.get("data-style", "")
        return Look(
            wrap=attributes.get(f"{FO}wrap-option") == "wrap",
            font=self._font(attributes),
            size=_points(attributes.get(f"{FO}font-size")),
            bold=attributes.get(f"{FO}font-weight", "normal") in {"bold", "600", "700", "800", "900"},
            italic=attributes.get(f"{FO}font-style", "normal") != "normal",
            underline=attributes.get(f"{STYLE}text-underline-style", "none") != "none",
            colour=_colour(attributes),
            background=_background(attributes),
            rotation=_angle(attributes.get(f"{STYLE}rotation-angle")),
            raised=_raised(attributes.get(f"{STYLE}text-position", "")),
            align=_align(attributes),
            border=any("border" in key and value != "none" for key, value in attributes.items() if key.startswith(FO)),
            heading=heading,
            declared_text=data_style in self.text_formats,
            number_format=self.numbers.get(data_style),
        )

    def _font(self, attributes: Attributes) -> str:
        named = attributes.get(f"{STYLE}font-name", "")
        family = self.fonts.get(named, named) or attributes.get(f"{FO}font-family", "")
        return family.split(",")[0].strip().strip("'\"")


def _resized(own: str | None, inherited: str | None) -> str:
    """A size in per cent is of the size inherited; where that is not known yet, it stays in per cent."""
    own = own or inherited or ""
    percent = _PERCENT.fullmatch(own)
    if percent is not None and inherited:
        return f"{_points(inherited) * float(percent[1]) / 100}pt"
    return own


def _points(text: str | None) -> float:
    centimetres = length_cm(text)
    return FALLBACK_SIZE if centimetres is None else round(centimetres / _CM["pt"], 2)


def _angle(text: str | None) -> float:
    digits = re.match(r"-?[0-9]+(\.[0-9]+)?", text or "")
    return 0.0 if digits is None else float(digits[0]) % 360


def _colour(attributes: Attributes) -> str | None:
    if attributes.get(f"{STYLE}use-window-font-color") == "true":
        return None
    value = attributes.get(f"{FO}color", "")
    return value.upper() if re.fullmatch(r"#[0-9A-Fa-f]{6}", value) else None


def _background(attributes: Attributes) -> str | None:
    value = attributes.get(f"{FO}background-color", "transparent")
    return value.upper() if re.fullmatch(r"#[0-9A-Fa-f]{6}", value) else None


def _raised(position: str) -> str:
    first = position.split(" ")[0]
    if first in {"super", "sub"}:
        return first
    percent = _PERCENT.fullmatch(first.removeprefix("-"))
    if percent is None or float(percent[1]) == 0:
        return ""
    return "sub" if first.startswith("-") else "super"


def _align(attributes: Attributes) -> str:
    if attributes.get(f"{STYLE}text-align-source") == "value-type":
        return ""
    value = attributes.get(f"{FO}text-align", "")
    return {"right": "end", "left": "start"}.get(value, value)
