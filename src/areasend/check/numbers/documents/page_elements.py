"""What each element of a page starts, by its tag: blocks here, what stands within a line in `page_inline`."""

import re
from collections.abc import Mapping

from lxml.etree import _Element

from areasend.check.numbers.documents.model import MarkKind, Role
from areasend.check.numbers.documents.page_blocks import ItemDraft
from areasend.check.numbers.documents.page_inline import INLINE
from areasend.check.numbers.documents.page_tables import Cell, TableDraft, spans
from areasend.check.numbers.documents.page_text import Text
from areasend.check.numbers.documents.page_walk import End, Gathers, Handler, Walk, skip

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_GROUPS = ("address", "article", "aside", "center", "details", "div", "fieldset", "figure", "footer", "form", "header")
_PARTS = ("hgroup", "hr", "legend", "main", "nav", "optgroup", "option", "p", "pre", "section", "summary")
_LISTS = ("ul", "ol", "dl", "table", "tbody", "tfoot", "thead", "tr", "blockquote")
_BLOCK_TAGS = _HEADINGS + _GROUPS + _PARTS + _LISTS
_BLOCKS = frozenset(_BLOCK_TAGS)
_WORD_LEVEL = re.compile(r"\blevel([1-9])\b")


def _block(walk: Walk, element: _Element) -> End | None:
    walk.boundary()
    return walk.boundary


def _paragraph(walk: Walk, element: _Element) -> End | None:
    """A paragraph; word processors say by its class what it is, pages sometimes by its role."""
    kind = element.get("class", "")
    if kind.startswith("MsoListParagraph") and walk.gathers is Gathers.FLOW:
        return _loose_item(walk, element)
    if kind.startswith("MsoCaption"):
        return walk.start_passage(Role.CAPTION)
    if kind.startswith("MsoTitle"):
        return walk.start_passage(Role.HEADING, 1)
    if element.get("role") == "heading":
        level = element.get("aria-level", "2")
        return walk.start_passage(Role.HEADING, int(level) if level in {"1", "2", "3", "4", "5", "6"} else 2)
    return _block(walk, element)


def _loose_item(walk: Walk, element: _Element) -> End:
    walk.flush()
    found = _WORD_LEVEL.search(element.get("style", ""))
    draft = ItemDraft(int(found[1]) if found else 1, walk.line)
    walk.loose_items.append(draft)
    return walk.gather(draft.text, Gathers.INLINE)


def _heading(walk: Walk, element: _Element) -> End | None:
    return walk.start_passage(Role.HEADING, int(str(element.tag)[1]))


def _main(walk: Walk, element: _Element) -> End:
    """The text of the page: what surrounds it may be furniture, it is none."""
    unfurnish = walk.furnish(False)
    inside = _inside(walk, element)

    def end() -> None:
        inside()
        unfurnish()

    return end


def _inside(walk: Walk, element: _Element) -> End:
    walk.boundary()
    outer, walk.inside = walk.inside, True

    def end() -> None:
        walk.boundary()
        walk.inside = outer

    return end


def _list(walk: Walk, element: _Element) -> End | None:
    if walk.gathers is Gathers.INLINE:
        return _block(walk, element)
    outer = walk.items is None
    walk.boundary()
    if outer:
        walk.end_loose_items()
        walk.items = []
        lead = walk.out.lead()
    walk.depth += 1

    def end() -> None:
        walk.depth -= 1
        walk.boundary()
        if outer:
            drafts, walk.items = walk.items or [], None
            walk.out.put_list(drafts, lead)

    return end


def _item(walk: Walk, element: _Element) -> End | None:
    if walk.items is None or walk.gathers is Gathers.INLINE:
        return _block(walk, element)
    walk.boundary()
    draft = ItemDraft(walk.depth, walk.line)
    walk.items.append(draft)
    return walk.gather(draft.text, Gathers.ITEM)


def _term(walk: Walk, element: _Element) -> End:
    """The name in a list of names and values; what is said of it follows in the same passage."""
    walk.boundary()
    return _within_line(walk)


def _value(walk: Walk, element: _Element) -> End | None:
    if any(child.tag in _BLOCKS for child in element):
        return _block(walk, element)
    text = walk.text
    if text:
        text.join("" if text.ends_with((":", ".", "?", ";")) else ":")
    return _within_line(walk)


def _within_line(walk: Walk) -> End:
    outer = walk.gathers
    if outer is Gathers.FLOW:
        walk.gathers = Gathers.INLINE
    return lambda: setattr(walk, "gathers", outer)


def _quotation(walk: Walk, element: _Element) -> End:
    """Words from elsewhere: every passage within is marked as a whole."""
    walk.boundary()
    source = element.get("cite", "")
    if walk.gathers is not Gathers.FLOW:
        return walk.mark(MarkKind.QUOTED, source)
    walk.out.sources.append(source)

    def end() -> None:
        walk.boundary()
        walk.out.sources.pop()

    return end


def _figure(walk: Walk, element: _Element) -> End:
    walk.boundary()
    walk.out.start_figure()

    def end() -> None:
        walk.boundary()
        walk.out.end_figure()

    return end


def _figure_caption(walk: Walk, element: _Element) -> End | None:
    """The title of a figure; where it has blocks of its own, the first of them is."""
    walk.boundary()
    since = len(walk.out.blocks)
    blocks = any(child.tag in _BLOCKS for child in element)
    inner = walk.boundary if blocks else walk.start_passage(Role.CAPTION)

    def end() -> None:
        inner()
        walk.out.title_figure(since)

    return end


def _table(walk: Walk, element: _Element) -> End | None:
    """A table, or a way to lay out a page: one with the role of nothing, or with a table in it."""
    walk.boundary()
    lays_out = element in walk.layouts or element.get("role") in {"presentation", "none"}
    draft = None
    if not lays_out and walk.gathers is not Gathers.INLINE:
        walk.end_loose_items()
        name = element.get("data-table", "")
        draft = TableDraft(file=walk.out.file, line=walk.line, name=name)
    walk.tables.append(draft)

    def end() -> None:
        walk.boundary()
        walk.tables.pop()
        if draft is not None:
            walk.out.put_table(draft)

    return end


def _current(walk: Walk) -> TableDraft | None:
    return walk.tables[-1] if walk.tables else None


def _head(walk: Walk, element: _Element) -> End:
    walk.boundary()
    outer, walk.in_head = walk.in_head, element.tag == "thead"
    return lambda: setattr(walk, "in_head", outer)


def _row(walk: Walk, element: _Element) -> End | None:
    draft = _current(walk)
    if draft is None:
        return _block(walk, element)
    draft.start_row(walk.in_head)
    return None


def _cell(walk: Walk, element: _Element) -> End | None:
    draft = _current(walk)
    if draft is None:
        return _block(walk, element)
    if not draft.rows:
        draft.start_row(walk.in_head)
    where = f"{walk.out.file}, line {walk.line}"
    columns, rows = spans(element.get("colspan"), element.get("rowspan"), where)
    names_row = element.get("scope") in {"row", "rowgroup"}
    cell = Cell(
        file=walk.out.file,
        line=walk.line,
        heads=element.tag == "th" or names_row or element.get("role") == "rowheader",
        names_row=names_row,
        columns=columns,
        rows=rows,
    )
    draft.add(cell)
    return walk.gather(cell.text, Gathers.INLINE)


def _caption(walk: Walk, element: _Element) -> End | None:
    draft = _current(walk)
    if draft is None:
        return _block(walk, element)
    text, line = Text(), walk.line
    restore = walk.gather(text, Gathers.INLINE)

    def end() -> None:
        restore()
        if text and draft.caption is None:
            draft.caption = walk.out.passage(text, Role.CAPTION, line=line)

    return end


def _unread(walk: Walk, element: _Element) -> End:
    return skip


HANDLERS: Mapping[str, Handler] = {
    **dict.fromkeys(_BLOCK_TAGS, _block),
    **dict.fromkeys(_HEADINGS, _heading),
    **dict.fromkeys(("thead", "tbody", "tfoot"), _head),
    "p": _paragraph,
    "div": _paragraph,
    "main": _main,
    "article": _inside,
    "ul": _list,
    "ol": _list,
    "dir": _list,
    "li": _item,
    "dt": _term,
    "dd": _value,
    "blockquote": _quotation,
    "figure": _figure,
    "figcaption": _figure_caption,
    "table": _table,
    "tr": _row,
    "td": _cell,
    "th": _cell,
    "caption": _caption,
    "colgroup": _unread,
    **INLINE,
}
