"""Tables against the records, or against the sentences of the same document where there are no records."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from areasend.check.numbers.claims.model import Claim
from areasend.check.numbers.comparing.exchanges import Exchanges, Place, exchanges_in
from areasend.check.numbers.comparing.grids import Grid, grids
from areasend.check.numbers.comparing.keys import Key
from areasend.check.numbers.comparing.known import (
    Known,
    known_from_records,
    known_from_sentences,
    sentences_by_key,
)
from areasend.check.numbers.comparing.telling import records_said, shown, standing, values_said
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.records.counting import Counting
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class JudgedTable:
    """A table with what is known of its cells and which of its lines stand exchanged."""

    grid: Grid
    known: Mapping[Place, Known]
    exchanged: Exchanges

    def moved(self) -> Iterator[int]:
        """The numbers of lines that stand exchanged: their headings say nothing of them."""
        columns = {column for pair in self.exchanged.columns for column in pair}
        rows = {row for pair in self.exchanged.rows for row in pair}
        for (row, column), cell in self.grid.cells.items():
            if row in rows or column in columns:
                yield cell.number.id


def judged_tables(evidence: Evidence, counting: Counting | None) -> tuple[JudgedTable, ...]:
    """Every table, held against the records or else against the sentences of its document."""
    sentences = sentences_by_key(evidence)
    return tuple(_judged(grid, sentences, counting, evidence) for grid in grids(evidence))


def _judged(
    grid: Grid, sentences: Mapping[Key, tuple[Claim, ...]], counting: Counting | None, evidence: Evidence
) -> JudgedTable:
    known: dict[Place, Known] = {}
    for place, cell in grid.cells.items():
        found = None
        if counting is not None and cell.document in evidence.of_the_field:
            found = known_from_records(cell, counting)
        found = found or known_from_sentences(cell, sentences, evidence)
        if found is not None and cell.number.id not in evidence.quoted:
            known[place] = found
    return JudgedTable(grid=grid, known=known, exchanged=exchanges_in(grid, known))


def tables_against_the_rest(tables: Sequence[JudgedTable], counting: Counting | None) -> Iterator[Verdict]:
    """Each table: rows or columns that stand exchanged first, then single cells; and what is right."""
    for table in tables:
        yield from _exchanged(table.grid, table.known, table.exchanged, counting)
        yield from _cells(table.grid, table.known, table.exchanged, counting)


def _exchanged(
    grid: Grid, known: Mapping[Place, Known], exchanged: Exchanges, counting: Counting | None
) -> Iterator[Finding]:
    for kind, pairs, axis in (
        (Kind.EXCHANGED_COLUMNS, exchanged.columns, 1),
        (Kind.EXCHANGED_ROWS, exchanged.rows, 0),
    ):
        for one, other in pairs:
            yield _pair(grid, known, (kind, axis, one, other), counting)


def _pair(
    grid: Grid, known: Mapping[Place, Known], pair: tuple[Kind, int, int, int], counting: Counting | None
) -> Finding:
    kind, axis, one, other = pair
    table, lines = grid.table, "columns" if axis else "rows"
    wrong = [
        (place, found)
        for place, found in known.items()
        if place[axis] in (one, other) and place in grid.cells and not found.fits(grid.cells[place])
    ]
    by_records = any(found.from_records for _, found in wrong)
    if axis == 1:
        names, where = [table.header[index].text for index in (one, other)], table.header[one]
        shift = table.label_columns - 1
        line = f"columns {one - shift} and {other - shift} stand exchanged"
    else:
        names, where = [_label(grid, index) for index in (one, other)], table.rows[one][0]
        line = f"rows {one + 1} and {other + 1} stand exchanged"
    examples = "; ".join(_example(grid, place, found) for place, found in wrong[:3])
    against = "the records" if by_records else "sentences of this document"
    return Finding(
        kind=kind,
        severity=Severity.ERROR
        if not by_records or (counting is not None and counting.is_complete)
        else Severity.QUERY,
        where=where.where(),
        quote=" | ".join(cell.text for cell in table.header),
        expected=f"{names[1]} | {names[0]}",
        found=f"{names[0]} | {names[1]}",
        message=(
            f"In “{_title(grid)}”, {line}: the numbers under “{names[0]}” are those of “{names[1]}” and the other way "
            f"round. {len(wrong)} cells differ from {against} as the table stands, and none of them once exchanged: "
            f"{examples}. Totals do not show this."
        ),
        computed=f"every cell held against {against}, as printed and with the two {lines} exchanged",
        advice=f"exchange the headings or the numbers of the two {lines}; see which the source has",
        records=tuple(
            sorted({record for _, found in wrong for reading in found.readings for record in reading.records})
        ),
    )


def _example(grid: Grid, place: Place, found: Known) -> str:
    cell = grid.cells[place]
    label, head = _label(grid, place[0]), grid.table.header[place[1]].text
    where = f" (“{found.sentences[0].number.sentence.text}”)" if found.sentences else ""
    return f"{label}, {head}: printed {shown(cell.number)}, expected {values_said(found)}{where}"


def _cells(
    grid: Grid, known: Mapping[Place, Known], exchanged: Exchanges, counting: Counting | None
) -> Iterator[Verdict]:
    for place, found in known.items():
        source = exchanged.source(place)
        cell = grid.cells.get(source)
        if cell is None:
            continue
        if found.fits(cell):
            yield _support(cell, found, moved=source != place)
        elif found.from_records:
            yield _not_the_records(grid, place, cell, found, counting)
        else:
            yield _not_the_words(grid, place, cell, found.sentences)


def _support(cell: Claim, found: Known, *, moved: bool) -> Support:
    status = Status.VERIFIED if found.from_records else Status.CONSISTENT
    how = records_said(found) if found.from_records else "a sentence of the document says the same"
    if moved:
        how += "; under the heading that stands exchanged with its own"
    records = next((reading.records for reading in found.readings if cell.number.value == reading.value), ())
    return Support(numbers=(cell.number.id,), status=status, how=how, records=records)


def _not_the_records(grid: Grid, place: Place, cell: Claim, found: Known, counting: Counting | None) -> Finding:
    label, head = _label(grid, place[0]), grid.table.header[place[1]].text
    return Finding(
        kind=Kind.RECORDS,
        severity=Severity.ERROR if counting is not None and counting.is_complete else Severity.QUERY,
        where=cell.number.where,
        quote=f"{label}: {shown(cell.number)} under “{head}”",
        expected=values_said(found),
        found=shown(cell.number),
        message=(
            f"“{_title(grid)}” has {shown(cell.number)} for {label}, {head}; the records have {values_said(found)}."
            + standing(counting)
        ),
        computed=records_said(found),
        advice="look at the inspections behind it, then correct the cell or the records",
        numbers=(cell.number.id,),
        records=found.readings[0].records,
    )


def _not_the_words(grid: Grid, place: Place, cell: Claim, sentences: Sequence[Claim]) -> Finding:
    label, head, said = _label(grid, place[0]), grid.table.header[place[1]].text, sentences[0]
    in_full = not cell.is_total or not any(term.key.startswith(("row:", "column:")) for term in cell.terms)
    return Finding(
        kind=Kind.WORDS_AGAINST_TABLE,
        severity=Severity.ERROR if in_full else Severity.QUERY,
        where=said.number.where,
        quote=said.number.sentence.text,
        expected=shown(cell.number),
        found=shown(said.number),
        message=(
            f"The sentence has {shown(said.number)}; “{_title(grid)}” ({cell.number.where}) has {shown(cell.number)} "
            f"for {label}, {head}."
        ),
        computed="the words of the sentence name this row and this column",
        advice="see which of the two the source has, and correct the other",
        numbers=(cell.number.id, *(claim.number.id for claim in sentences)),
    )


def _label(grid: Grid, row: int) -> str:
    return ", ".join(cell.text for cell in grid.table.rows[row][: grid.table.label_columns])


def _title(grid: Grid) -> str:
    caption = grid.table.caption
    return caption.text if caption is not None else grid.table.name or "the table"
