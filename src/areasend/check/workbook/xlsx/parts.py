"""Facts of an XLSX package that openpyxl drops: shapes and pictures, macros, external data, where a sheet lives."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, tostring

from areasend.check.workbook.addresses import cell_name, parse_block
from areasend.check.workbook.model import Drawing
from areasend.check.workbook.package import Package

WORKBOOK = "xl/workbook.xml"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFFICE_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_KINDS = {"pic": "image", "graphicFrame": "chart"}
_SCRIPT_PARTS = ("xl/vbaProject", "xl/macrosheets/", "xl/activeX/", "xl/ctrlProps/")
_SOURCE_PARTS = ("xl/externalLinks/", "xl/connections.xml", "xl/queryTables/")
MAX_EXPANDED = 1_000_000
_EXPANDED = ("mergeCell", "hyperlink")
# UTF-8 with or without saying so, and neither a comment nor a processing instruction after that.
_PLAIN = re.compile(
    rb"""(\xef\xbb\xbf)?(<\?xml version=["']1\.0["']( encoding=["'](?i:utf-8)["'])?"""
    rb"""( standalone=["'](yes|no)["'])?\s*\?>)?(?!.*<(\?|!--))""",
    re.DOTALL,
)
_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")


def sheet_parts(package: Package) -> Mapping[str, str]:
    """Sheet name -> part in the package."""
    targets = dict(_relations(package, WORKBOOK))
    root = package.xml(WORKBOOK)
    ids = ((sheet.get("name", ""), sheet.get(f"{_OFFICE_RELATIONS}id", "")) for sheet in root.iter(f"{_MAIN}sheet"))
    return {name: targets[identifier][1] for name, identifier in ids if identifier in targets}


def expanded_cells(root: Element) -> int:
    """Cells that openpyxl would build for the merged and the linked ranges of a part."""
    blocks = (parse_block(element.get("ref", "")) for tag in _EXPANDED for element in root.iter(f"{_MAIN}{tag}"))
    return sum(block.size for block in blocks if block is not None)


def is_plain(content: bytes) -> bool:
    """Whether every XML parser reads this well-formed part alike."""
    return _PLAIN.match(content) is not None


def plain_xml(root: Element) -> bytes:
    """The same part in UTF-8 without comments and processing instructions, which our own parser has dropped."""
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written.replace(b"\r", b"&#13;")


def drawings(package: Package, part: str) -> Iterator[Drawing]:
    for _, (kind, target) in _relations(package, part):
        if kind == "drawing" and package.holds(target):
            yield from _anchored(package.xml(target))
        elif kind in {"comments", "threadedComment"}:
            yield from _comments(package, target)


def scripts(package: Package) -> Iterator[str]:
    return (member.name for member in package.members if member.name.startswith(_SCRIPT_PARTS))


def sources(package: Package) -> Iterator[str]:
    wanted = (member.name for member in package.members if member.name.startswith(_SOURCE_PARTS))
    return (name for name in wanted if not name.endswith(".rels"))


def _relations(package: Package, part: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Relations of a part: id -> (kind, path of the target inside the package)."""
    folder, name = posixpath.split(part)
    path = f"{folder}/_rels/{name}.rels"
    if not package.holds(path):
        return
    for relation in package.xml(path).iter(f"{_RELATIONS}Relationship"):
        kind = relation.get("Type", "").rpartition("/")[2]
        target = relation.get("Target", "")
        full = target.removeprefix("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        yield relation.get("Id", ""), (kind, full)


def _anchored(root: Element) -> Iterator[Drawing]:
    for anchor in (element for name in _ANCHORS for element in root.iter(f"{_DRAWING}{name}")):
        for child in anchor:
            kind = child.tag.rpartition("}")[2]
            if kind in {"pic", "graphicFrame", "sp", "cxnSp", "grpSp"}:
                yield Drawing(cell=_corner(anchor), kind=_KINDS.get(kind, "text box or shape"))


def _corner(anchor: Element) -> str:
    numbers = [anchor.findtext(f"{_DRAWING}from/{_DRAWING}{name}", "") for name in ("row", "col")]
    return cell_name(int(numbers[0]), int(numbers[1])) if all(text.isdecimal() for text in numbers) else ""


def _comments(package: Package, target: str) -> Iterator[Drawing]:
    if package.holds(target):
        for element in package.xml(target).iter():
            if element.tag.endswith(("}comment", "}threadedComment")):
                yield Drawing(cell=element.get("ref", ""), kind="comment")
