"""What drafts are to each other: passages that a page broke, headings that only look like headings, furniture."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from areasend.check.numbers.documents.furniture import (
    has_leader,
    is_contents,
    is_footer,
    is_frame,
    is_kind,
    is_links,
    is_page_number,
)
from areasend.check.numbers.documents.plain_drafts import (
    Draft,
    Sort,
    begins_inside,
    breaks_off,
    has_ended,
    is_about,
    is_caption,
    looks_like_heading,
    read_in,
)
from areasend.check.numbers.documents.plain_tables import ending_cells

_LONGEST_HEAD = 120
_NUMBERING = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s")
_ABBREVIATED = ("e.g.", "i.e.", "cf.", "vs.", "no.")


def structured(drafts: Sequence[Draft], words: frozenset[str]) -> list[Draft]:
    """Drafts in their final form: each passage whole, headings with their levels, furniture marked."""
    read = [draft for draft in read_in(drafts, words) if draft.sort is Sort.TABLE or draft.text or draft.marker]
    read = _without_running_heads([_named(draft) for draft in read])
    read = _joined(_joined(read, _is_broken_heading, words), _is_broken_text, words)
    read = [draft for draft in read if draft.sort is Sort.TABLE or draft.text]
    read = _headings(_furniture(read))
    return _levels(_without_empty_sections(read))


def _named(draft: Draft) -> Draft:
    """A caption is one however it is marked; a frame's passage is furniture."""
    if (
        draft.sort in (Sort.TEXT, Sort.HEADING)
        and is_caption(draft.text)
        and (draft.sort is Sort.HEADING or draft.bold)
    ):
        return replace(draft, sort=Sort.CAPTION, level=0)
    if draft.sort in (Sort.TEXT, Sort.HEADING, Sort.ITEM) and is_frame(draft.text):
        return replace(draft, sort=Sort.FURNITURE)
    return draft


def _without_running_heads(drafts: list[Draft]) -> list[Draft]:
    """A short line beside a page's number that stands on three pages or more is furniture."""
    times = Counter(draft.text for draft in drafts if draft.sort is Sort.TEXT and len(draft.text) <= _LONGEST_HEAD)
    beside: set[str] = set()
    for above, below in pairwise(drafts):
        for page, other in ((above, below), (below, above)):
            if (
                page.sort is Sort.FURNITURE
                and is_page_number(page.text)
                and times[other.text] > 2
                and not has_ended(other.text)
            ):
                beside.add(other.text)
    return [
        replace(draft, sort=Sort.FURNITURE) if draft.sort is Sort.TEXT and draft.text in beside else draft
        for draft in drafts
    ]


def _joined(drafts: Iterable[Draft], goes_on: Callable[[Draft, Draft], bool], words: frozenset[str]) -> list[Draft]:
    """Drafts that a break parted, put together. Furniture may stand between and comes after.

    The parts of a passage are gathered first and read once, so that a passage of many parts costs no more than one.
    """
    kept: list[Draft] = []
    changed: dict[int, Draft] = {}
    last: int | None = None
    end: Draft | None = None
    for draft in drafts:
        if draft.sort is Sort.FURNITURE:
            kept.append(draft)
        elif last is not None and end is not None and goes_on(end, draft):
            whole = changed.setdefault(last, replace(kept[last], pieces=list(kept[last].pieces)))
            whole.pieces.extend(draft.pieces)
            whole.level = min(whole.level or draft.level, draft.level or whole.level)
            whole.sort = Sort.HEADING if whole.level else whole.sort
            end = replace(draft, sort=whole.sort, bold=whole.bold)
        else:
            last, end = len(kept), draft
            kept.append(draft)
    for place, whole in changed.items():
        kept[place] = read_in([whole], words)[0]
    return kept


def _is_broken_heading(above: Draft, below: Draft) -> bool:
    """Two lines of one heading: marked as such or bold both, and the first one ends or the second begins inside."""
    marked = all(draft.sort is Sort.HEADING or (draft.sort is Sort.TEXT and draft.bold) for draft in (above, below))
    return marked and not has_ended(above.text) and (breaks_off(above.text) or begins_inside(below.text))


def _is_broken_text(above: Draft, below: Draft) -> bool:
    """Whether a sentence goes on in the next passage."""
    if below.sort is not Sort.TEXT or below.bold or above.bold or above.sort not in (Sort.TEXT, Sort.ITEM):
        return False
    if not above.text:
        return not below.gap
    if above.text.lower().endswith(_ABBREVIATED):
        return begins_inside(below.text)
    if has_ended(above.text):
        return False
    if begins_inside(below.text):
        return above.sort is Sort.ITEM or not (looks_like_heading(above.text) and len(above.text) < 60)
    if above.sort is Sort.ITEM or is_about(below.text):
        return False
    return len(above.text) >= 30 and (breaks_off(above.text) or (len(above.text) >= 60 and below.text[0].isdigit()))


def _furniture(drafts: Sequence[Draft]) -> list[Draft]:
    """Contents lists, what stands above the title, and the frame's last part."""
    times = Counter(_entry(draft.text) for draft in drafts if draft.sort in (Sort.TEXT, Sort.HEADING, Sort.ITEM))
    kept: list[Draft] = []
    contents = footer = titled = False
    for draft in drafts:
        text = draft.text
        if draft.sort in (Sort.TEXT, Sort.HEADING, Sort.ITEM):
            times[_entry(text)] -= 1
            entry = has_leader(text) or (len(text) <= 200 and times[_entry(text)] > 0)
            contents = is_contents(text) or (contents and entry)
            frame = footer and not (has_ended(text) and any(sign.isdigit() for sign in text))
            if contents or frame or has_leader(text) or (not titled and is_kind(text)):
                draft = replace(draft, sort=Sort.FURNITURE)
            else:
                titled = titled or draft.sort is Sort.HEADING or looks_like_heading(text)
        footer = footer or (draft.sort is Sort.FURNITURE and is_footer(text))
        kept.append(draft)
    return kept


def _entry(text: str) -> str:
    return text.casefold().strip(" .0123456789")


def _headings(drafts: Sequence[Draft]) -> list[Draft]:
    """Text that looks like a heading becomes one if it stands alone and something follows that it may head.

    Where a text marks its headings, short lines below the first of them are lines; bold ones are headings everywhere.
    """
    kept: list[Draft] = []
    marked = False
    for place, draft in enumerate(drafts):
        below = next((other for other in drafts[place + 1 : place + 6] if other.sort is not Sort.FURNITURE), None)
        above = drafts[place - 1] if place else None
        marked = marked or (draft.sort is Sort.HEADING and draft.level > 0)
        if draft.sort is Sort.TEXT and (draft.bold or not marked) and _is_heading(above, draft, below):
            draft = replace(draft, sort=Sort.HEADING)
        elif draft.sort is Sort.ITEM and _is_numbered_heading(above, draft, below):
            draft = replace(draft, sort=Sort.HEADING, marker="")
        kept.append(draft)
    return kept


def _is_heading(above: Draft | None, draft: Draft, below: Draft | None) -> bool:
    text = draft.text.removesuffix(":") if draft.bold else draft.text
    if below is None or not looks_like_heading(text) or len(ending_cells(text)[1]) > 1:
        return False
    if above is not None and not draft.gap and above.sort is Sort.TEXT and not has_ended(above.text):
        return False
    return below.gap or below.sort is not Sort.TEXT or has_ended(below.text) or len(below.text) > 100


def _is_numbered_heading(above: Draft | None, draft: Draft, below: Draft | None) -> bool:
    """ "1. Introduction" between empty lines, with text below and no other item beside it."""
    return (
        draft.marker == "1."
        and draft.gap
        and below is not None
        and below.sort is Sort.TEXT
        and not (above is not None and (above.sort is Sort.ITEM or above.text.endswith(":")))
        and len(draft.text) <= 100
        and looks_like_heading(draft.text)
    )


def _without_empty_sections(drafts: Sequence[Draft]) -> list[Draft]:
    """A heading below the first with nothing under it but links is a menu's."""
    kept = list(drafts)
    headings = [place for place, draft in enumerate(drafts) if draft.sort is Sort.HEADING]
    for place, following in pairwise([*headings[1:], len(drafts)]):
        under = drafts[place + 1 : following]
        if under and all(draft.sort is Sort.FURNITURE and is_links(draft.pieces[0][1]) for draft in under):
            kept[place] = replace(kept[place], sort=Sort.FURNITURE)
    return kept


def _levels(drafts: Sequence[Draft]) -> list[Draft]:
    """Headings without a level: the first of all is the title (1), others 2, or one below the marked ones above them.

    A bold line has the level of the last heading that began as one, so that headings of one look have one level.
    """
    kept: list[Draft] = []
    marked = 0
    bold = 0
    for draft in drafts:
        if draft.sort is Sort.HEADING:
            depth = _NUMBERING.match(draft.text)
            below = 1 if depth is None else depth[0].count(".") + (not depth[0].rstrip().endswith("."))
            level = draft.level or (bold if draft.bold and bold else min(marked + below, 6))
            bold = level if draft.bold else bold
            if draft.level or not marked:
                marked = level
            draft = replace(draft, level=level)
        kept.append(draft)
    return kept
