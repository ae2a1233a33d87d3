"""Lines of text that stand together, cut into furniture, captions, tables and paragraphs."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from areasend.check.numbers.documents.furniture import begins_frame, is_frame, is_links
from areasend.check.numbers.documents.plain_columns import cuts
from areasend.check.numbers.documents.plain_drafts import (
    LONGEST_HEADING,
    Draft,
    Rows,
    Sort,
    begins_inside,
    breaks_off,
    has_ended,
    is_caption,
    looks_like_heading,
)
from areasend.check.numbers.documents.plain_inline import inline
from areasend.check.numbers.documents.plain_layouts import spaced_table, stacked_table
from areasend.check.numbers.documents.plain_source import Piece, spaced
from areasend.check.numbers.documents.plain_tables import bare_table, ending_cells

_BOLD = re.compile(r"\s*(\*\*|__|<b>|<strong>)(.+?)(\*\*|__|</b>|</strong>)\s*$", re.DOTALL)
_LONGEST_CAPTION = 4
_LONGEST_ROW = 300
_LONG = 60
_FULL = 0.85


def drafts_of(pieces: Sequence[Piece], gap: bool, width: int, known: Collection[str]) -> Iterator[Draft]:
    """The drafts of lines between empty lines. `gap` is whether an empty line stands before the first of them, `width`
    how long the lines of a text are that has its lines broken, 0 for one that has not."""
    if is_links(" ".join(source for _, source in pieces)):
        yield Draft(Sort.FURNITURE, list(pieces), gap=gap)
        return
    for run, sort in _runs(pieces, width):
        begin, end, table = (_table_in(run, known) if sort is Sort.TEXT else None) or (len(run), len(run), None)
        for part in _paragraphs(run[:begin]) if sort is Sort.TEXT else [run]:
            yield Draft(sort, part, gap=gap, bold=_is_bold(part))
            gap = False
        if table is not None:
            yield Draft(Sort.TABLE, [(run[begin][0], "")], gap=gap, table=table)
            gap = False
            for part in _paragraphs(run[end:]):
                yield Draft(sort, part, bold=_is_bold(part))


def _table_in(run: Sequence[Piece], known: Collection[str]) -> tuple[int, int, Rows] | None:
    return spaced_table(run) or stacked_table(run) or bare_table(run, known)


def goes_on_over_gap(lines: Sequence[str], below: str, known: Collection[str]) -> bool:
    """Whether what stands after an empty line is a further row of a table whose last line is the last of these, or the
    first row below the header that they are."""
    if len(lines[-1]) > _LONGEST_ROW or len(below) > _LONGEST_ROW:
        return False
    label, cells = ending_cells(spaced(below))
    above = spaced(lines[-1])
    if len(cells) < 2 or not label or has_ended(above):
        return False
    before = ending_cells(above)[1]
    if not before and len(lines) > 1 and breaks_off(above):
        before = ending_cells(spaced(lines[-2]))[1]
    if before or len(lines) > 1:
        return len(before) == len(cells)
    words = above.split(" ")
    places = cuts(words, len(cells) + 1, known)
    return places is not None and not any(begins_inside(words[place]) for place in places)


def _is_bold(pieces: Sequence[Piece]) -> bool:
    source = "\n".join(text for _, text in pieces)
    found = _BOLD.match(source) if len(source) <= 2 * LONGEST_HEADING else None
    return found is not None and "**" not in found[2]


def _runs(pieces: Sequence[Piece], width: int) -> list[tuple[list[Piece], Sort]]:
    """The lines cut where furniture and captions stand; a caption takes the lines that its phrase goes on in."""
    runs: list[tuple[list[Piece], Sort]] = []
    for number, source in pieces:
        text = inline([(number, source)]).text
        above, sort = runs[-1] if runs else ([], Sort.FURNITURE)
        if begins_frame(text):
            runs.append(([(number, source)], Sort.TEXT))
        elif is_links(source) or is_frame(text):
            runs.append(([(number, source)], Sort.FURNITURE))
        elif is_caption(text) and not (sort is Sort.TEXT and breaks_off(above[-1][1].rstrip())):
            runs.append(([(number, source)], Sort.CAPTION))
        elif sort is Sort.TEXT or (sort is Sort.CAPTION and _caption_goes_on(above, text, width)):
            above.append((number, source))
        else:
            runs.append(([(number, source)], Sort.TEXT))
    return runs


def _caption_goes_on(lines: Sequence[Piece], text: str, width: int) -> bool:
    last = lines[-1][1].strip()
    if len(lines) >= _LONGEST_CAPTION or has_ended(last) or not text:
        return False
    return breaks_off(last) or begins_inside(text) or _is_open(last) or not would_have_fit(last, text, width)


def _is_open(source: str) -> bool:
    return source.count("**") % 2 == 1


def would_have_fit(above: str, below: str, width: int) -> bool:
    """Whether the first word of a line had room in the line above, so that the line was ended on purpose. Nothing says
    so of a text whose lines are not broken (`width` 0): every line was. In print letters differ in width, so that of
    long lines only much room says so unless a sentence ended."""
    room = width if has_ended(above) or width < _LONG else width * _FULL
    return not width or len(above.strip()) + 1 + len(below.split(maxsplit=1)[0]) <= room


def _paragraphs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Lines cut where one was ended on purpose; short lines that all begin with a capital stand each for itself."""
    if not pieces:
        return []
    sources = [source.strip() for _, source in pieces]
    width = max(map(len, sources))
    fits = [would_have_fit(above, below, width) for above, below in pairwise(sources)]
    apart = len(pieces) > 2 and width <= 100 and any(fits) and not any(map(_holds_on, sources))
    runs = [[pieces[0]]]
    early = [*fits[1:], False]
    for place, (above, below) in enumerate(pairwise(sources)):
        heading = early[place] and has_ended(above) and looks_like_heading(below)
        if (apart or fits[place] or heading) and not (breaks_off(above) or begins_inside(below) or _is_open(above)):
            runs.append([])
        runs[-1].append(pieces[place + 1])
    return runs


def _holds_on(text: str) -> bool:
    return has_ended(text) or breaks_off(text) or begins_inside(text)
