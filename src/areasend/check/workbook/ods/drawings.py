"""Whatever floats over the cells of an ODS sheet: images, charts, text boxes, shapes, comments, form controls."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from areasend.check.workbook.model import Drawing
from areasend.check.workbook.ods.names import DRAW, FORM, OFFICE, SCRIPT


def drawings_in(parent: Element, cell: str) -> Iterator[Drawing]:
    """Drawings that are direct children: of a cell, or of the `table:shapes` of a sheet."""
    for child in parent:
        if child.tag == f"{OFFICE}annotation":
            yield Drawing(cell=cell, kind="comment")
        elif child.tag.startswith(DRAW):
            yield Drawing(cell=cell, kind=_kind(child))
        elif child.tag.startswith("{urn:oasis:names:tc:opendocument:xmlns:text") and len(child):
            yield from drawings_in(child, cell)


def _kind(element: Element) -> str:
    if element.tag == f"{DRAW}control":
        return "control"
    if element.find(f"{DRAW}object") is not None:
        return "chart"
    if element.find(f"{DRAW}image") is not None:
        return "image"
    return "text box or shape"


def listeners_in(root: Element) -> Iterator[str]:
    """Event listeners run macros; an empty `office:event-listeners` does nothing."""
    for element in root.iter():
        if element.tag in {f"{SCRIPT}event-listener", f"{FORM}form"}:
            yield element.get(f"{SCRIPT}event-name", "") or element.get(f"{FORM}name", "") or "form"
