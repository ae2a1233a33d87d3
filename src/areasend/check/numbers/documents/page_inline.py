"""What stands within a line of a page: links, markers of notes, marked figures, dates and quotations, pictures."""

from collections.abc import Mapping

from lxml.etree import _Element

from areasend.check.numbers.documents.model import MarkKind
from areasend.check.numbers.documents.page_notes import figure_of, is_back_link, raised_label, reference
from areasend.check.numbers.documents.page_walk import End, Gathers, Handler, Walk, skip


def _link(walk: Walk, element: _Element) -> End | None:
    if walk.note is not None and is_back_link(element):
        walk.note.back_links += 1
        return skip
    if element.get("href") is None:
        _note_anchor(walk, element)
        return None
    label = reference(element)
    if label is not None:
        walk.text.note(label)
        return skip
    figure = figure_of(element.get("href", ""))
    return walk.mark(MarkKind.FIGURE, figure) if figure else None


def _note_anchor(walk: Walk, element: _Element) -> None:
    """An anchor at the start of a paragraph to which a marker leads: the paragraph is a note."""
    label = walk.targets.get(element.get("id") or element.get("name") or "")
    if label is not None and not walk.text and walk.gathers is Gathers.FLOW:
        walk.note_label = label


def _raised(walk: Walk, element: _Element) -> End | None:
    linked = [label for label in map(reference, element.iter("a")) if label is not None]
    if linked:
        for name in linked:
            walk.text.note(name)
        return skip
    label = raised_label("".join(element.itertext()), walk.text.tail())
    if label is None:
        return None
    if walk.text:
        walk.text.note(label)
    elif walk.gathers is Gathers.FLOW:
        walk.note_label = label
    elif walk.note is None:
        return None
    return skip


def _data(walk: Walk, element: _Element) -> End:
    return walk.mark(MarkKind.VALUE, element.get("value", ""))


def _time(walk: Walk, element: _Element) -> End | None:
    stated = element.get("datetime")
    return None if stated is None else walk.mark(MarkKind.DATE, stated)


def _quote(walk: Walk, element: _Element) -> End | None:
    """Words in quotation marks, which a browser sets; with a source they are marked as quoted instead."""
    if element.get("data-quoted") is not None:
        return None
    source = element.get("cite")
    if source is not None:
        return walk.mark(MarkKind.QUOTED, source)
    text, line = walk.text, walk.line
    text.add("“", line)

    def end() -> None:
        text.add("”", walk.line)

    return end


def _break(walk: Walk, element: _Element) -> End | None:
    walk.text.space()
    return None


def _image(walk: Walk, element: _Element) -> End:
    _tell(walk, element.get("alt", ""))
    return skip


def _drawing(walk: Walk, element: _Element) -> End:
    """A drawing in words: its title and description; its labels are those of the table or text beside it."""
    for words in element.iter("title", "desc"):
        _tell(walk, "".join(words.itertext()))
    return skip


def _tell(walk: Walk, words: str) -> None:
    if not words.strip():
        return
    if walk.gathers is Gathers.FLOW and not walk.text:
        walk.end_loose_items()
    walk.out.put_alternative(words, walk.line)


INLINE: Mapping[str, Handler] = {
    "a": _link,
    "sup": _raised,
    "data": _data,
    "time": _time,
    "q": _quote,
    "br": _break,
    "img": _image,
    "svg": _drawing,
}
