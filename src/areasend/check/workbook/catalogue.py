"""The checklist: its 44 points, which of them the accessibility regulations make essential, and who judges each.

Source: Analysis Function, "checklist of the basics", with points of our own from SS37 on (shared checklist B1).
"""

from collections.abc import Callable
from dataclasses import dataclass

from areasend.check.workbook.evidence import Evidence, Verdict
from areasend.check.workbook.points import (
    appearance,
    column_a,
    document,
    language,
    links,
    notes,
    numbers,
    objects,
    round_trip,
    shorthand,
    spelling,
    structure,
    tables,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    number: str
    essential: bool
    rule: str
    judge: Callable[[Evidence], Verdict]


def _point(number: int, rule: str, judge: Callable[[Evidence], Verdict]) -> Point:
    return Point(number=f"SS{number:02}", essential=number in _ESSENTIAL, rule=rule, judge=judge)


_ESSENTIAL = frozenset({1, 3, 4, 5, 6, 8, 11, 15, 16, 18, 20, 23, 24, 27, 28, 29, 30, 33, 35, 36})

POINTS = (
    _point(1, "tables are marked up, with their header row", tables.marked_up),
    _point(2, "tables have meaningful names of their own", tables.meaningful_names),
    _point(3, "no cells are merged, split or nested", tables.no_merged_cells),
    _point(4, "no row or column within a table is blank", tables.no_blank_rows_or_columns),
    _point(5, "one header row is tagged, its headers filled and unique", tables.one_header_row),
    _point(6, "text wraps or fits its column", appearance.text_is_visible),
    _point(7, "no filters and no frozen panes", objects.no_filters_or_panes),
    _point(8, "empty data cells are explained", tables.empty_cells_explained),
    _point(9, "no sheet, row or column is hidden", objects.nothing_hidden),
    _point(10, "columns are 2 to 12 cm wide and hold their longest word", appearance.sensible_widths),
    _point(11, "notes are not marked by symbols or raised text", notes.no_symbols),
    _point(12, "note markers use the word note, as in [note 1]", notes.word_note),
    _point(13, "note markers stand in titles, headers or a notes column", notes.not_in_data),
    _point(14, "each note stands once on the notes sheet, numbered by first use", notes.on_notes_sheet),
    _point(15, "the language is plain", language.plain_language),
    _point(16, "links say where they lead, and lead there", links.descriptive_links),
    _point(17, "text is sans-serif, large enough, upright and dark", appearance.text_format),
    _point(18, "every sheet has its title in A1, as in the contents", structure.titles),
    _point(19, "shorthand is agreed and explained, symbols do not stand alone", shorthand.agreed_shorthand),
    _point(20, "no page headers, footers or text boxes", objects.no_headers_or_boxes),
    _point(21, "no rows that only divide", objects.no_dividers),
    _point(22, "no cell has a background fill", appearance.no_fill),
    _point(23, "colour is not the only carrier of a meaning", appearance.colour_carries_nothing),
    _point(24, "text has a contrast of at least 4.5 to 1", appearance.enough_contrast),
    _point(25, "no images", objects.no_images),
    _point(26, "no macros", objects.no_macros),
    _point(27, "sheet names are unique and safe", structure.sheet_names),
    _point(28, "no sheet is blank", structure.no_blank_sheets),
    _point(29, "column A leads to the table: title, contents of the sheet, notes, source, way back", column_a.column_a),
    _point(30, "tables start in column A", tables.starts_in_column_a),
    _point(31, "nothing stands below a table", tables.nothing_below),
    _point(32, "each sheet has one table, the cover none", tables.one_table_per_sheet),
    _point(33, "spelling is British and correct", spelling.spelling),
    _point(34, "a checker has been run", document.checker_run),
    _point(35, "the document information is filled in", document.document_information),
    _point(36, "the file opens at A1 of its first sheet", document.cursor_at_start),
    _point(37, "cover, contents, notes, then tables; contents link to each", structure.cover_and_contents),
    _point(38, "numbers are stored as numbers and shown as their format says", numbers.numbers_are_numbers),
    _point(39, "dates are stored as dates", numbers.dates_are_dates),
    _point(40, "codes are stored as text", numbers.codes_are_text),
    _point(41, "read back, the values are those of the source", round_trip.round_trip),
    _point(42, "the workbook and the CSV say the same", round_trip.same_in_all_formats),
    _point(43, "the file is written reproducibly", document.same_bytes),
    _point(44, "small, without formulas or external data", document.size_and_formats),
)
