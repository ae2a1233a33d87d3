"""Tables against the records, or against the sentences of the same document where there are no records."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from areasend.check.numbers.claims.model import Claim, Facet, Origin
from areasend.check.numbers.comparing.exchanges import Exchanges, Place, exchanges_in, is_right
from areasend.check.numbers.comparing.grids import Grid, grids
from areasend.check.numbers.comparing.known import (
    Known,
    agree,
    known_from_records,
    known_from_sentences,
    sentences_by_key,
)
from areasend.check.numbers.comparing.telling import records_said, shown, standing, values_said
from areasend.check.numbers.comparing.twins import known_from_counts, known_from_twins, laid
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
        for place, cell in self.grid.cells.items():
            if any(place[axis] in (one, other) for axis, one, other in self.exchanged.pairs):
                yield cell.number.id

    def told(self) -> Iterator[tuple[int, int]]:
        """Each cell that is not what a sentence or another table has, with the number there."""
        for place, found in self.known.items():
            cell = self.grid.cells.get(self.exchanged.source(place))
            if cell is not None and not found.fits(cell):
                yield from ((cell.number.id, said.number.id) for said in found.sentences)


def judged_tables(evidence: Evidence, counting: Counting | None) -> tuple[JudgedTable, ...]:
    """Every table, held against the records, else a table that has the same, else the sentences of its document."""
    sentences = sentences_by_key(evidence)
    found = tuple(grids(evidence))
    by_labels = [laid(grid) for grid in found]
    twins, shares = known_from_twins(by_labels), known_from_counts(by_labels)
    judged: list[JudgedTable] = []
    for index, grid in enumerate(found):
        known: dict[Place, Known] = {}
        for place, cell in grid.cells.items():
            if cell.number.id in evidence.quoted:
                continue
            records = counting if cell.document in evidence.of_the_field else None
            truth = (
                (known_from_records(cell, records) if records is not None else None)
                or twins.get(index, {}).get(place)
                or shares.get(index, {}).get(place)
                or known_from_sentences(cell, sentences, evidence)
            )
            if truth is not None:
                known[place] = truth
        judged.append(JudgedTable(grid=grid, known=known, exchanged=exchanges_in(grid, known)))
    return tuple(judged)


def tables_against_the_rest(tables: Sequence[JudgedTable], counting: Counting | None) -> Iterator[Verdict]:
    """Each table: rows or columns that stand exchanged first, then single cells; and what is right."""
    for table in tables:
        for pair in range(len(table.exchanged.pairs)):
            yield _pair(table, pair, counting)
        yield from _cells(table.grid, table.known, table.exchanged, counting)


def _pair(judged: JudgedTable, pair: int, counting: Counting | None) -> Finding:
    grid, known = judged.grid, judged.known
    axis, one, other = judged.exchanged.pairs[pair]
    table, lines = grid.table, "columns" if axis else "rows"
    mended = judged.exchanged.up_to(pair)
    wrong = [
        (place, found)
        for place, found in known.items()
        if place[axis] in (one, other) and not found.fits(grid.cells[place]) and is_right(grid, known, mended, place)
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
    against = "the records" if by_records else "what the publication has elsewhere"
    return Finding(
        kind=Kind.EXCHANGED_COLUMNS if axis else Kind.EXCHANGED_ROWS,
        severity=Severity.ERROR
        if not by_records or (counting is not None and counting.is_complete)
        else Severity.QUERY,
        where=where.where(),
        quote=" | ".join(cell.text for cell in table.header),
        expected=f"{names[1]} | {names[0]}",
        found=f"{names[0]} | {names[1]}",
        message=(
            f"In “{_title(grid)}”, {line}: the numbers under “{names[0]}” are those of “{names[1]}” and the other way "
            f"round. {len(wrong)} cells differ from {against} as the table stands, and none of these once exchanged: "
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
    where = f" ({found.sentences[0].number.where})" if found.sentences else ""
    return f"{label}, {head}: printed {shown(cell.number)}, expected {values_said(found)}{where}"


def _cells(
    grid: Grid, known: Mapping[Place, Known], exchanged: Exchanges, counting: Counting | None
) -> Iterator[Verdict]:
    right = {
        (place[0], claim.passage.id)
        for place, found in known.items()
        for claim in found.sentences
        if (cell := grid.cells.get(exchanged.source(place))) is not None and found.fits(cell)
    }
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
            for said in {claim.number.value: claim for claim in reversed(found.sentences)}.values():
                fits = (place[0], said.passage.id) in right or _another_row(grid, place, said, known)
                yield _not_the_words(grid, place, cell, (found, said), others_fit=fits)


def _another_row(grid: Grid, place: Place, said: Claim, known: Mapping[Place, Known]) -> bool:
    """Whether all that a passage says of a row, two numbers at least, is right of another row."""
    stated = {
        column: found.sentences[0]
        for (row, column), found in known.items()
        if row == place[0] and found.sentences and found.sentences[0].passage.id == said.passage.id
    }
    if len(stated) < 2 or said.number.id not in {claim.number.id for claim in stated.values()}:
        return False
    return any(
        all(
            (cell := grid.cells.get((row, column))) is not None and cell.number.value == claim.number.value
            for column, claim in stated.items()
        )
        for row in range(len(grid.table.rows))
    )


def _support(cell: Claim, found: Known, *, moved: bool) -> Support:
    status = Status.VERIFIED if found.from_records else Status.CONSISTENT
    how = records_said(found) if found.from_records else f"{found.sentences[0].number.where} says the same"
    if moved:
        how += "; under the heading that stands exchanged with its own"
    records = found.behind(cell) if found.from_records else ()
    same = [said.number for said in found.sentences if said.number.unit is not cell.number.unit]
    same += [said.number for said in found.sentences if agree(said.number, cell.number)]
    numbers = (cell.number.id, *(number.id for number in same))
    return Support(numbers=numbers, status=status, how=how, records=records)


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


def _not_the_words(grid: Grid, place: Place, cell: Claim, known: tuple[Known, Claim], *, others_fit: bool) -> Finding:
    """What else the document has for a cell: a cell of another table, or a sentence that names its row and column.

    A sentence in the words of a table's own headings may mean some of them only, unless its passage has other cells of
    the row right.
    """
    label, head, (right, said) = _label(grid, place[0]), grid.table.header[place[1]].text, known
    here, there = cell.number, said.number
    tables = said.origin is Origin.CELL
    share = there.unit is not here.unit
    files = here.where.file != there.where.file
    whole = tables or others_fit or not any(term.facet is Facet.LABEL for term in cell.terms)
    if tables:
        kind = Kind.PERCENTAGE_OF_COUNT if share else Kind.TWO_FILES if files else Kind.TWO_PLACES
    else:
        kind = Kind.WORDS_AGAINST_TABLE
    same = (claim.number.id for claim in right.sentences if claim.number.value == there.value)
    at, expected, found = (here, there, here) if tables else (there, here, there)
    other = f"{there.where} has {shown(there)}" + (f", which is {values_said(right)}%" if share else "")
    message = (
        f"“{_title(grid)}” has {shown(here)} for {label}, {head}; {other} for the same."
        if tables
        else f"The sentence has {shown(there)}; “{_title(grid)}” ({here.where}) has {shown(here)} for {label}, {head}."
    )
    return Finding(
        kind=kind,
        severity=Severity.ERROR if whole else Severity.QUERY,
        where=at.where,
        quote=f"{label}: {shown(here)} under “{head}”" if tables else there.sentence.text,
        expected=f"{values_said(right)}%" if share else shown(expected),
        found=shown(found),
        message=message,
        computed="both have the same row and column"
        if tables
        else "the words of the sentence name this row and column",
        advice="see which of the two the source has, and correct the other",
        numbers=(here.id,) if tables else (here.id, *same),
    )


def _label(grid: Grid, row: int) -> str:
    return ", ".join(cell.text for cell in grid.table.rows[row][: grid.table.label_columns])


def _title(grid: Grid) -> str:
    caption = grid.table.caption
    return caption.text if caption is not None else grid.table.name or "the table"
