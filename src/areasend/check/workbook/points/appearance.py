"""How cells look: wrapping and widths (SS06, SS10), text format (SS17), fills, colour and contrast (SS22 to SS24)."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from areasend.check.workbook.addresses import cell_name
from areasend.check.workbook.contrast import contrast_of
from areasend.check.workbook.evidence import Evidence, Verdict, judged, place, quoted
from areasend.check.workbook.layout import Layout
from areasend.check.workbook.model import Cell, Kind, Look, Sheet
from areasend.check.workbook.report import Place
from areasend.check.workbook.wordlists import word_list

MIN_CONTRAST = 4.5
MIN_SIZE, ADVISED_SIZE = 10.0, 12.0
NARROWEST_CM, WIDEST_CM = 2.0, 12.0
# Average advance of Arial and its like is half the size; bold is about a tenth wider. 1 point is 2.54/72 cm.
CM_PER_POINT = 0.5 * 2.54 / 72
BOLD_FACTOR = 1.08
_BREAKS = re.compile(r"[\s/-]+")
_APPROXIMATE = "text widths are estimated from the number of characters and the font size, not measured"


def text_width_cm(text: str, look: Look) -> float:
    return len(text) * look.size * CM_PER_POINT * (BOLD_FACTOR if look.bold else 1)


def text_is_visible(evidence: Evidence) -> Verdict:
    """SS06."""
    places = []
    for sheet in evidence.workbook.sheets:
        for cell in sheet.cells.values():
            if cell.look.wrap and cell.kind is Kind.TEXT:
                continue
            lines = cell.text.split("\n")
            width = sheet.width_cm(cell.column)
            if max(text_width_cm(line, cell.look) for line in lines) > width:
                found = f"{quoted(cell.text)} in a column of {width:.1f} cm without wrapping"
                places.append(place(sheet.name, cell.name, found, "wrap the text or widen the column"))
    return judged(places, _APPROXIMATE)


def sensible_widths(evidence: Evidence) -> Verdict:
    """SS10."""
    return judged((found for sheet in evidence.workbook.sheets for found in _width_faults(sheet)), _APPROXIMATE)


def _width_faults(sheet: Sheet) -> Iterator[Place]:
    columns: dict[int, list[Cell]] = {}
    for cell in sheet.cells.values():
        columns.setdefault(cell.column, []).append(cell)
    for column, cells in sorted(columns.items()):
        width = sheet.width_cm(column)
        if not NARROWEST_CM <= width <= WIDEST_CM:
            remedy = f"make it {NARROWEST_CM:.0f} to {WIDEST_CM:.0f} cm"
            yield place(sheet.name, cell_name(0, column), f"a column {width:.1f} cm wide", remedy)
        for cell in cells:
            word = longest_word(cell.text)
            if cell.kind is Kind.TEXT and text_width_cm(word, cell.look) > width:
                found = f"the word {quoted(word)} wider than its column ({width:.1f} cm)"
                yield place(sheet.name, cell.name, found, "widen the column or shorten the word")


@cache
def longest_word(text: str) -> str:
    """
    >>> longest_word("Buckinghamshire and north-west")
    'Buckinghamshire'
    """
    return max(_BREAKS.split(text), key=len)


def text_format(evidence: Evidence) -> Verdict:
    """SS17. Below 10 point fails (Department for Transport); below 12 is reported (Analysis Function's theme)."""
    # Looks are shared between cells, so what has been judged is known by identity: hashing one takes longer.
    faults: dict[tuple[int, bool], str] = {}
    places = []
    small: Counter[float] = Counter()
    for sheet, cell in evidence.cells():
        if MIN_SIZE <= cell.look.size < ADVISED_SIZE:
            small[cell.look.size] += 1
        for look, linked in _looks_of(cell):
            key = (id(look), linked)
            if key not in faults:
                faults[key] = "; ".join(_format_faults(look, linked))
            if faults[key]:
                remedy = "use a sans-serif font of 12 point, upright, not underlined, dark on white"
                places.append(place(sheet.name, cell.name, f"{quoted(cell.text)} with {faults[key]}", remedy))
    reason = f"{small.total():,} cells are below 12 point, the smallest {min(small):g}" if small else ""
    return judged(places, reason)


def _looks_of(cell: Cell) -> Iterator[tuple[Look, bool]]:
    whole = len(cell.links) == 1 and cell.links[0].text == cell.text
    yield cell.look, whole
    for run in cell.runs:
        yield run.look, run.linked or whole


def _format_faults(look: Look, linked: bool) -> Iterator[str]:
    if look.font.lower() not in word_list("sans_serif_fonts.txt"):
        yield f"font {look.font or 'left to the program'}"
    if look.size < MIN_SIZE:
        yield f"{look.size:g} point"
    if look.italic:
        yield "italics"
    if look.underline and not linked:
        yield "underlining"
    if look.rotation:
        yield f"text turned by {look.rotation:g} degrees"
    if look.colour is not None and look.background is None and contrast_of(look) < MIN_CONTRAST:
        yield f"text colour {look.colour}"


def no_fill(evidence: Evidence) -> Verdict:
    """SS22."""
    places = []
    remedy = "take the background colour away"
    for sheet in evidence.workbook.sheets:
        for cell in sheet.cells.values():
            if cell.look.background is not None:
                places.append(place(sheet.name, cell.name, f"background {cell.look.background}", remedy))
        for blank in sheet.blanks:
            if blank.look.background is not None:
                start = cell_name(blank.block.first_row, blank.block.first_column)
                found = f"background {blank.look.background} of empty cells {blank.block.address}"
                places.append(place(sheet.name, start, found, remedy))
    return judged(places)


def colour_carries_nothing(evidence: Evidence) -> Verdict:
    """SS23. Conditional formats, and data cells of one table in more than one colour."""
    places = [
        place(sheet.name, reference.partition(":")[0], f"a conditional format over {reference}", "say it in words")
        for sheet in evidence.workbook.sheets
        for reference in sheet.conditional
    ]
    for layout in evidence.beside_cover():
        places.extend(_odd_colours(layout))
    return judged(places)


def _odd_colours(layout: Layout) -> Iterator[Place]:
    cells = [cell for cell in layout.body() if not cell.links]
    colours = Counter((cell.look.colour or "automatic", cell.look.background or "none") for cell in cells)
    if len(colours) > 1:
        usual = colours.most_common(1)[0][0]
        for cell in cells:
            own = (cell.look.colour or "automatic", cell.look.background or "none")
            if own != usual:
                found = f"text {own[0]} on background {own[1]} where the table has {usual[0]} on {usual[1]}"
                yield place(layout.name, cell.name, found, "use one colour; say the meaning in words")


def enough_contrast(evidence: Evidence) -> Verdict:
    """SS24. WCAG 2.2, 1.4.3; automatic colour is black or white, whichever a program would choose."""
    ratios: dict[int, float] = {}
    places = []
    for sheet, cell in evidence.cells():
        for look, _ in _looks_of(cell):
            if id(look) not in ratios:
                ratios[id(look)] = contrast_of(look)
            ratio = ratios[id(look)]
            if ratio < MIN_CONTRAST:
                found = f"{look.colour} on {look.background or 'white'}, contrast {ratio:.2f}"
                places.append(place(sheet.name, cell.name, found, f"reach at least {MIN_CONTRAST} to 1"))
    return judged(places)
