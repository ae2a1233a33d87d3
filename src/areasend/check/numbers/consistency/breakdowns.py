"""A table by region, theme or outcome against the table of its totals: the same columns, as at the same day.

A document often has one table of a single row ("Local areas 14 26 14 54") and another that breaks it down by the
members of a complete set, without a row of totals. Its columns add up to that row; if a member has no row and the sums
fall short, the row is missing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from areasend.check.numbers.consistency.plain_words import quote, spelling
from areasend.check.numbers.consistency.standard_names import Sort, bare, standard_names
from areasend.check.numbers.documents.model import Document, Passage, Table
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading import dated
from areasend.check.numbers.reading.model import Number, Relation, Unit
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict

_FEWEST = 3
_MOST_MISSING = 2

Row = tuple[Number, ...]
Key = tuple[tuple[tuple[str, ...], ...], tuple[tuple[date | None, date | None], ...]]


@dataclass(frozen=True, slots=True)
class _Set:
    """A complete set: its members in order, by their words."""

    members: Mapping[tuple[str, ...], str]


def breakdowns(evidence: Evidence) -> Iterator[Verdict]:
    """Each breakdown of a document against the totals of the same columns and days."""
    sets = _sets(evidence)
    for document in evidence.documents:
        totals: dict[Key, tuple[Table, Row]] = {}
        for key, table in _keyed(document):
            row = _numbers(evidence, table, table.rows[0]) if len(table.rows) == 1 else None
            if row is not None:
                totals.setdefault(key, (table, row))
        for key, table in _keyed(document) if totals else ():
            kind = next((kind for kind in sets if _is_of(table, kind)), None)
            rows = [_numbers(evidence, table, row) for row in table.rows]
            full = [row for row in rows if row is not None]
            if kind is not None and key in totals and len(full) == len(rows):
                yield from _compared(table, kind, full, *totals[key])


def _sets(evidence: Evidence) -> list[_Set]:
    found: dict[tuple[Sort, str], dict[tuple[str, ...], str]] = {}
    for name in standard_names(evidence):
        for kind in name.sets if name.sort in (Sort.REGION, Sort.THEME) else ():
            found.setdefault((name.sort, kind), {})[bare(name.name)] = name.name
    return [_Set(members) for members in found.values()]


def _keyed(document: Document) -> Iterator[tuple[Key, Table]]:
    """The tables with a dated caption, each with the words of its columns and its dates."""
    for block in document.blocks:
        if isinstance(block, Table) and block.caption is not None and block.rows:
            days = tuple((found.first, found.last) for found in dated(block.caption.text))
            if days:
                yield (tuple(spelling(cell.text) for cell in block.header[block.label_columns :]), days), block


def _is_of(table: Table, kind: _Set) -> bool:
    """Whether the rows of a table are members of a set, each once, and nearly all of them."""
    labels = [bare(row[0].text) for row in table.rows]
    known = all(label in kind.members for label in labels) and len(set(labels)) == len(labels)
    return known and len(labels) >= max(_FEWEST, len(kind.members) - _MOST_MISSING)


def _numbers(evidence: Evidence, table: Table, row: Sequence[Passage]) -> Row | None:
    """The exact counts of a row, one for each column, or None if a cell has none or more than one."""
    found = []
    for cell in row[table.label_columns :]:
        numbers = evidence.numbers_in(cell)
        if len(numbers) != 1 or not numbers[0].is_statistic:
            return None
        if numbers[0].unit is not Unit.COUNT or numbers[0].relation is not Relation.EXACT:
            return None
        found.append(numbers[0])
    return tuple(found) or None


def _compared(table: Table, kind: _Set, rows: Sequence[Row], other: Table, totals: Row) -> Iterator[Verdict]:
    sums = [sum(row[column].value for row in rows) for column in range(len(totals))]
    differ = [column for column, total in enumerate(totals) if total.value != sums[column]]
    labels = {bare(row[0].text) for row in table.rows}
    missing = [name for spelt, name in kind.members.items() if spelt not in labels]
    if not differ:
        numbers = tuple(number.id for row in (*rows, totals) for number in row)
        how = f"the rows add up to the totals ({other.rows[0][0].where()})"
        yield Support(numbers=numbers, status=Status.CONSISTENT, how=how)
    elif missing and all(totals[column].value >= sums[column] for column in differ):
        yield _no_row(table, kind, missing, other, [(totals[column], sums[column]) for column in differ])
    elif not missing:
        for column in differ:
            yield _no_sum(table, rows, column, other, totals[column])


def _no_row(
    table: Table, kind: _Set, missing: Sequence[str], other: Table, differ: Sequence[tuple[Number, object]]
) -> Finding:
    """The finding stands at the row before which the missing one would come in the order of its set."""
    order = list(kind.members)
    after = order[order.index(bare(missing[0])) :]
    rows = {bare(row[0].text): row[0] for row in table.rows}
    place = next((rows[spelt] for spelt in after if spelt in rows), table.rows[-1][0])
    names = "; ".join(missing)
    sums = ", ".join(f"{found} of {total.text}" for total, found in differ)
    return Finding(
        kind=Kind.LIST_ITEM,
        severity=Severity.ERROR,
        where=place.where(),
        quote=quote(place),
        expected=f"a row for {names}",
        found="no such row",
        message=f"The table has no row for {names}, and its columns add up to less than the totals"
        f" ({other.rows[0][0].where()}): {sums}.",
        advice="Add the row, or correct the totals.",
    )


def _no_sum(table: Table, rows: Sequence[Row], column: int, other: Table, total: Number) -> Finding:
    heading = table.header[table.label_columns + column].text
    values = [row[column] for row in rows]
    found = sum(number.value for number in values)
    return Finding(
        kind=Kind.TOTAL,
        severity=Severity.ERROR,
        where=values[0].where,
        quote=heading,
        expected=total.text,
        found=str(found),
        message=f"“{heading}” adds up to {found} here; the totals have {total.text} ({other.rows[0][0].where()}).",
        computed=" + ".join(number.text for number in values) + f" = {found}",
        advice="Correct the row that is wrong, or the total.",
        numbers=(*(number.id for number in values), total.id),
    )
