"""Tables on pages of a release: each row and column is headed as the figures in it say, and no row is left out."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from areasend.check.numbers.documents.model import MarkKind, Passage, Table, Where
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.release_files.model import Release
from areasend.check.numbers.results.model import Finding, Kind, Severity, Verdict

_ADVICE = "See which of the two is right, and build the files again from it."
_FEWEST = 3
# A table on a page without more of the rows shows a part of the table and does not leave any out.
_FEW = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A row or column: its heading, the key that most of its figures have, and the key that the heading names."""

    heading: Passage
    by_figures: str
    by_words: str


def own_tables(release: Release | None) -> Callable[[Evidence], Iterator[Verdict]]:
    """The rule for the tables of a release; nothing without its data files."""

    def rule(evidence: Evidence) -> Iterator[Verdict]:
        if release is None:
            return
        rows = _rows_of(release)
        for document in evidence.documents:
            for block in document.blocks:
                if isinstance(block, Table):
                    yield from _of_table(block, release, rows)

    return rule


def _rows_of(release: Release) -> Mapping[str, Sequence[str]]:
    """The keys of the rows of each table, in their order."""
    found: dict[str, dict[str, None]] = {}
    for entry in release.observed.values():
        found.setdefault(entry.table, {})[entry.row] = None
    return {table: tuple(keys) for table, keys in found.items()}


def _of_table(block: Table, release: Release, rows: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    ids = [[_figure(cell, release) for cell in row] for row in block.rows]
    tables = {entry[0] for row in ids for entry in row if entry is not None}
    if len(tables) != 1:
        return
    table = tables.pop()
    keys, names = release.tables.rows.get(table, {}), release.tables.columns.get(table, {})
    by_row = [
        _Line(row[0], _usual([entry[1] for entry in found if entry is not None]), keys.get(row[0].text.strip()) or "")
        for row, found in zip(block.rows, ids, strict=True)
    ]
    by_column = [
        _Line(cell, _usual([entry[2] for entry in column if entry is not None]), names.get(cell.text.strip(), ""))
        for cell, column in zip(block.header, zip(*ids, strict=True), strict=True)
    ]
    yield from _misnamed(table, by_row, Kind.EXCHANGED_ROWS)
    yield from _misnamed(table, by_column, Kind.EXCHANGED_COLUMNS)
    yield from _left_out(block, table, by_row, rows[table])


def _figure(cell: Passage, release: Release) -> tuple[str, str, str] | None:
    """The table, row and column of the figure that a cell names."""
    marks = cell.marked(MarkKind.FIGURE)
    entry = release.observed.get(marks[0].value) if marks else None
    return (entry.table, entry.row, entry.column) if entry is not None else None


def _usual(keys: Sequence[str]) -> str:
    return Counter(keys).most_common(1)[0][0] if keys else ""


def _misnamed(table: str, lines: Sequence[_Line], kind: Kind) -> Iterator[Finding]:
    """Lines whose heading names another line than their figures; two that name each other are one finding."""
    wrong = [line for line in lines if line.by_words and line.by_figures and line.by_words != line.by_figures]
    told: set[str] = set()
    what = "row" if kind is Kind.EXCHANGED_ROWS else "column"
    for line in wrong:
        pair = any(one.by_words == line.by_figures and one.by_figures == line.by_words for one in wrong)
        if pair and line.by_words in told:
            continue
        told.add(line.by_figures)
        yield _finding(
            kind if pair else Kind.WORDS_AGAINST_TABLE,
            line.heading.where(),
            line.heading.text,
            (line.by_figures, line.by_words),
            f"The {what} is headed “{line.heading.text}”; its figures are those of {line.by_figures} in the table "
            f"{table}" + (f", and {line.by_figures} stands over those of {line.by_words}." if pair else "."),
        )


def _left_out(block: Table, table: str, lines: Sequence[_Line], keys: Sequence[str]) -> Iterator[Finding]:
    present = {key for line in lines for key in (line.by_figures, line.by_words) if key}
    missing = [key for key in keys if key not in present]
    if 0 < len(missing) <= _FEW and len(present) >= _FEWEST:
        yield _finding(
            Kind.LIST_ITEM,
            _before(block, lines, keys, missing[0]).where(),
            block.caption.text if block.caption is not None else table,
            (f"{len(keys)} rows, with {', '.join(missing)}", f"{len(present)} rows"),
            f"The table {table} has {', '.join(missing)} in the data of the release, and not here.",
        )


def _before(block: Table, lines: Sequence[_Line], keys: Sequence[str], missing: str) -> Passage:
    """The heading of the row after which a row is missing, or of the table's columns where it is the first."""
    at = {line.by_figures or line.by_words: line.heading for line in lines}
    earlier = [at[key] for key in keys[: keys.index(missing)] if key in at]
    return earlier[-1] if earlier else block.header[0]


def _finding(kind: Kind, where: Where, quote: str, values: tuple[str, str], message: str) -> Finding:
    return Finding(
        kind=kind,
        severity=Severity.ERROR,
        where=where,
        quote=quote,
        expected=values[0],
        found=values[1],
        message=message,
        computed="headings held against the ids of the figures under them",
        advice=_ADVICE,
    )
