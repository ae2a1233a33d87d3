"""The details table: the local authority and the integrated care boards, as printed and by their own names."""

from collections.abc import Callable, Mapping, Sequence

from areasend.reports.fields.boards import board_of, names_in, without_label
from areasend.reports.fields.found import Found
from areasend.reports.layout.blocks import blocks_of
from areasend.reports.layout.columns import column_headings
from areasend.reports.layout.hyphens import Hyphens
from areasend.reports.layout.running_on import untagged
from areasend.reports.layout.strips import Strip, place_by_line
from areasend.reports.layout.tables import cells_of, grid_of, rows_between
from areasend.reports.parts import Part
from areasend.reports.pdf import Line, Page
from areasend.reports.reading import NOT_FOUND
from areasend.reports.wording import wording

_AUTHORITY = "the local authority in the table of local area partnership details"
_BOARDS = "the integrated care boards in the table of local area partnership details"


def read_details(
    details: Part | None, pages: Mapping[int, Page], hyphens: Hyphens, all_letters: Callable[[], str], found: Found
) -> None:
    """local_authority, icbs and icbs_as_printed; `all_letters` gives the whole report, as letters."""
    cells = _first_cells(details, pages) if details else None
    if cells is None:
        found.missing("local_authority", _AUTHORITY)
        found.missing("icbs_as_printed", _BOARDS)
        found.missing("icbs", _BOARDS)
        return
    authority, boards = (hyphens.joined(strip.text for strip in cell) for cell in cells)
    if name := without_label(authority).strip(" ,."):
        found.value("local_authority", name, place_by_line(cells[0]))
    else:
        found.missing("local_authority", _AUTHORITY)
    _read_boards(names_in(without_label(boards)), cells[1], all_letters, found)


def _read_boards(printed: Sequence[str], cell: Sequence[Strip], all_letters: Callable[[], str], found: Found) -> None:
    places = place_by_line(cell)
    if not printed:
        found.missing("icbs_as_printed", _BOARDS)
        found.missing("icbs", _BOARDS)
        return
    found.value("icbs_as_printed", ";".join(printed), places)
    boards = [board_of(name, all_letters) for name in printed]
    for name, board in zip(printed, boards, strict=True):
        if board is None:
            found.problem("icbs", "an integrated care board of England by its name", name, places)
    found.value("icbs", ";".join(board or NOT_FOUND for board in boards), places)


def _first_cells(details: Part, pages: Mapping[int, Page]) -> tuple[tuple[Strip, ...], tuple[Strip, ...]] | None:
    """The cells of the first row under the headings: who they are; persons and addresses follow."""
    columns = wording().columns
    headings = column_headings(details.lines, columns["local_authority"], columns["integrated_care_board"])
    if not headings:
        return None
    heading = headings[0]
    again = {number for item in headings for number in item.numbers}
    rest = [line for number, line in enumerate(details.lines) if number > heading.numbers[0] and number not in again]
    if not rest:
        return None
    # The headings may be all that their page had room for.
    below = [line for line in rest if line.page == rest[0].page]
    above = [heading.line] if heading.line.page == below[0].page else []
    grid = grid_of(pages[below[0].page], [*above, *below])
    starts = [start for start in grid.starts if abs(start - heading.start) < 20] or [heading.start]
    ruled = [height for height in grid.heights if height > (above or below)[0].y]
    row = rows_between(below, ruled)[0] if len(ruled) > 1 else below
    left, right = cells_of(row, starts[:1])
    return (left, right) if len(ruled) > 1 else (_first_block(left, below[0]), _first_block(right, below[0]))


def _first_block(cell: Sequence[Strip], first: Line) -> tuple[Strip, ...]:
    """Where no line parts the rows, the first paragraph of the column; empty where the other column alone has one."""
    if not cell or cell[0].y > first.y + first.height / 2:
        return ()
    return blocks_of(cell, untagged)[0].strips
