"""What a PDF's own tags say of a word: which paragraph, cell or list item it belongs to.

PDF 32000-1, 14.7 and 14.8: content carries marked-content numbers, and a tree of elements refers to them. A place in
that tree, from the root, is the same on every page, so that two words of one element know each other across pages.
"""

import ctypes

import pypdfium2.raw as raw

_INLINE = {"Span", "Link", "Reference", "Quote", "Code", "Annot", "NonStruct"}
_MOST_ELEMENTS = 5_000
_DEEPEST = 60


def path_of(page: raw.FPDF_PAGE, text_page: raw.FPDF_TEXTPAGE, at: int) -> tuple[int, ...]:
    """The tree place of the block element that holds the character, or () where nothing is tagged."""
    item = raw.FPDFText_GetTextObject(text_page, at)
    number = raw.FPDFPageObj_GetMarkedContentID(item) if item else -1
    if number < 0:
        return ()
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return ()
    try:
        return _find(tree, number)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _find(tree: raw.FPDF_STRUCTTREE, number: int) -> tuple[int, ...]:
    count = min(raw.FPDF_StructTree_CountChildren(tree), _MOST_ELEMENTS)
    waiting: list[tuple[tuple[int, ...], raw.FPDF_STRUCTELEMENT, tuple[int, ...]]] = [
        ((index,), child, ())
        for index in reversed(range(count))
        if (child := raw.FPDF_StructTree_GetChildAtIndex(tree, index))
    ]
    seen = 0
    while waiting and seen < _MOST_ELEMENTS:
        path, element, block = waiting.pop()
        seen += 1
        here = block if block and _is_inline(element) else path
        if _holds(element, number):
            return here
        if len(path) < _DEEPEST:
            children = min(raw.FPDF_StructElement_CountChildren(element), _MOST_ELEMENTS)
            for index in reversed(range(children)):
                child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
                if child:
                    waiting.append(((*path, index), child, here))
    return ()


def _holds(element: raw.FPDF_STRUCTELEMENT, number: int) -> bool:
    # An element that runs over pages holds the same number on each: only its children on this page are asked.
    count = min(raw.FPDF_StructElement_CountChildren(element), _MOST_ELEMENTS)
    return any(raw.FPDF_StructElement_GetChildMarkedContentID(element, index) == number for index in range(count))


def _is_inline(element: raw.FPDF_STRUCTELEMENT) -> bool:
    name = ctypes.create_string_buffer(64)
    length = raw.FPDF_StructElement_GetType(element, name, len(name))
    return name.raw[: max(length - 2, 0)].decode("utf-16-le", "replace") in _INLINE
