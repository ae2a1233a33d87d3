"""Writing a coder's sheet: the statements in the coder's own order with the coder's own codes, and the codebook."""

from collections.abc import Iterator, Sequence

from areasend.formats import csv_bytes
from areasend.formats.ods import OdsTable, Sheet, Text, TextStyle, Workbook, ods_bytes
from areasend.themes.codebook import Codebook
from areasend.themes.coding.folder import CodingFolder
from areasend.themes.coding.model import Decision
from areasend.themes.coding.sheets.cells import inert, themes_cell
from areasend.themes.statements import Statement, StatementKind

COLUMNS = (
    "statement",
    "local_area",
    "kind",
    "pages",
    "text",
    "themes",
    "sub_themes",
    "note",
    "earlier",
    "codebook",
    "coder",
)
SHEET = "statements"
_WIDTHS = (58, 38, 34, 16, 140, 60, 50, 60, 40, 25, 25)
KINDS = {
    StatementKind.APA: "area for priority action",
    StatementKind.AFI: "area for improvement",
    StatementKind.EFFECTIVE: "what is effective",
    StatementKind.BETTER: "what needs to be better",
}
_HOW = (
    "Fill in the column themes, one row after the other.",
    (
        "Write the keys or the names of themes as the sheet codebook has them, parted by semicolons, the principal one "
        "first: ehc_plans; governance"
    ),
    "Write none where a statement has no theme. An empty cell means that you have not decided yet.",
    "sub_themes and note may stay empty. A sub-theme needs its theme in the row.",
    "earlier shows what you decided with an earlier version of the codebook, where that has to be decided again.",
    "Leave the other columns as they are. You may sort whole rows, hide columns and add columns of your own.",
    "Decide by yourself: do not look at what other coders decided before everybody is done.",
    "Save as ODS, or as CSV in UTF-8, and give it back with: areasend themes import CODING SHEET --coder NAME",
)


def sheet_rows(folder: CodingFolder, coder: str) -> list[list[str]]:
    """The rows under `COLUMNS`; nothing in them comes from another coder."""
    standing, decided = folder.standing(coder), folder.decisions(coder)
    version_and_coder = (str(folder.history.latest.version), coder)
    return [
        [inert(cell) for cell in _row(folder.statement(key), standing.get(key), decided.get(key), *version_and_coder)]
        for key in folder.order(coder)
    ]


def sheet_csv(folder: CodingFolder, coder: str) -> bytes:
    """The sheet as CSV."""
    return csv_bytes(COLUMNS, sheet_rows(folder, coder))


def sheet_ods(folder: CodingFolder, coder: str) -> bytes:
    """The sheet as a workbook with the codebook beside it."""
    rows, codebook = sheet_rows(folder, coder), folder.history.latest
    workbook = Workbook(
        title=f"Sheet of coder {coder}",
        description="Statements of inspection reports to be coded to themes. Not for publication.",
        subject="Coding",
        keywords=(),
        creator="areasend",
        generator="areasend",
        sheets=(
            _table(SHEET, COLUMNS, rows, _WIDTHS),
            _table("codebook", _CODEBOOK, list(_codebook_rows(codebook)), _CODEBOOK_WIDTHS),
            _table("how_to", ("how to fill in the sheet",), [[line] for line in (*_HOW, *codebook.rules)], (180,)),
        ),
    )
    return ods_bytes(workbook)


def pages(statement: Statement) -> str:
    first, last = statement.page_start, statement.page_end
    return str(first) if first == last else f"{first} to {last}"


def _row(
    statement: Statement, standing: Decision | None, earlier: Decision | None, version: str, coder: str
) -> list[str]:
    """A decision that has to be made again shows what it was and its note, but not as an answer."""
    decided = ["", "", "", ""]
    if standing is not None:
        decided = [themes_cell(standing.themes), "; ".join(standing.sub_themes), standing.note, ""]
    elif earlier is not None:
        decided = ["", "", earlier.note, themes_cell(earlier.themes)]
    return [
        statement.id,
        statement.local_area,
        KINDS[statement.kind],
        pages(statement),
        statement.text,
        *decided,
        version,
        coder,
    ]


_CODEBOOK = ("theme", "name", "definition", "takes in", "leaves out", "sub-themes")
_CODEBOOK_WIDTHS = (35, 50, 90, 90, 90, 90)


def _codebook_rows(codebook: Codebook) -> Iterator[list[str]]:
    for theme in codebook.themes:
        subs = [f"{sub.key}: {sub.name}" for sub in theme.sub_themes]
        lists = ("\n".join(lines) for lines in (theme.includes, theme.excludes, subs))
        yield [theme.key, theme.name, theme.definition, *lists]


def _table(name: str, heading: Sequence[str], rows: Sequence[Sequence[str]], widths: tuple[int, ...]) -> Sheet:
    return Sheet(
        name=name,
        widths=widths,
        rows=(
            tuple(Text(cell, TextStyle.HEADER) for cell in heading),
            *(tuple(Text(cell) for cell in row) for row in rows),
        ),
        table=OdsTable(name=f"{name}_table", heading_row=0, width=len(heading), rows=len(rows)),
        frozen_rows=1,
    )


__all__ = ["COLUMNS", "KINDS", "SHEET", "pages", "sheet_csv", "sheet_ods", "sheet_rows"]
