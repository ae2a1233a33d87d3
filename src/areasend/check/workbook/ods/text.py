"""Text of an ODS cell: paragraphs joined by newlines, `text:s`, `text:tab`, line breaks, links and nested spans."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from areasend.check.workbook.model import Link, Look, Run
from areasend.check.workbook.ods.names import OFFICE, TEXT, XLINK
from areasend.check.workbook.ods.styles import Styles

# A hostile file can claim any number of spaces; no cell of a table needs more than these.
MAX_SPACES = 1_000


@dataclass(frozen=True, kw_only=True, slots=True)
class _Piece:
    text: str
    styles: tuple[str, ...] = ()
    target: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CellText:
    text: str
    links: tuple[Link, ...] = ()
    runs: tuple[Run, ...] = ()


def cell_text(cell: Element, styles: Styles, cell_style: str) -> CellText:
    paragraphs = cell.findall(f"{TEXT}p")
    if all(len(paragraph) == 0 for paragraph in paragraphs):
        return CellText(text="\n".join(paragraph.text or "" for paragraph in paragraphs))
    pieces: list[_Piece] = []
    for number, paragraph in enumerate(paragraphs):
        if number:
            pieces.append(_Piece(text="\n"))
        pieces.extend(_pieces(paragraph, (), None))
    own = styles.look(cell_style)
    return CellText(
        text="".join(piece.text for piece in pieces),
        links=tuple(_links(pieces)),
        runs=tuple(_runs(pieces, styles, cell_style, own)),
    )


def _pieces(element: Element, within: tuple[str, ...], target: str | None) -> Iterator[_Piece]:
    if element.text:
        yield _Piece(text=element.text, styles=within, target=target)
    for child in element:
        yield from _child(child, within, target)
        if child.tail:
            yield _Piece(text=child.tail, styles=within, target=target)


def _child(child: Element, within: tuple[str, ...], target: str | None) -> Iterator[_Piece]:
    if child.tag == f"{TEXT}s":
        yield _Piece(text=" " * _count(child.get(f"{TEXT}c")), styles=within, target=target)
    elif child.tag == f"{TEXT}tab":
        yield _Piece(text="\t", styles=within, target=target)
    elif child.tag == f"{TEXT}line-break":
        yield _Piece(text="\n", styles=within, target=target)
    elif child.tag in {f"{TEXT}a", f"{TEXT}span"}:
        name = child.get(f"{TEXT}style-name", "")
        inner = (*within, name) if name else within
        leads_to = child.get(f"{XLINK}href", "") if child.tag == f"{TEXT}a" else target
        # A link without text is still a link, and a fault to report.
        yield from [*_pieces(child, inner, leads_to)] or [_Piece(text="", styles=inner, target=leads_to)]
    elif child.tag not in {f"{OFFICE}annotation", f"{TEXT}note"}:
        # Fields (page number, date, sheet name) show their text like any other.
        yield from _pieces(child, within, target)


def _count(text: str | None) -> int:
    return min(int(text), MAX_SPACES) if text and text.isdecimal() else 1


def _links(pieces: list[_Piece]) -> Iterator[Link]:
    """Neighbouring pieces with one target are one link, the way a reader meets it."""
    text, target = "", None
    for piece in [*pieces, _Piece(text="")]:
        if piece.target == target and target is not None:
            text += piece.text
            continue
        if target is not None:
            yield Link(text=text, target=target)
        text, target = piece.text, piece.target


def _runs(pieces: list[_Piece], styles: Styles, cell_style: str, own: Look) -> Iterator[Run]:
    for piece in pieces:
        look = styles.look(cell_style, *piece.styles)
        if look != own or piece.target is not None:
            yield Run(text=piece.text, look=look, linked=piece.target is not None)
