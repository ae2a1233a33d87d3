"""Every number of every document, in reading order."""

from collections.abc import Iterable, Iterator, Sequence

from areasend.check.numbers.documents.model import Block, Document, ItemList, Passage, Role, Table
from areasend.check.numbers.reading.model import Number
from areasend.check.numbers.reading.printed import Printed
from areasend.check.numbers.reading.tables import table_numbers
from areasend.check.numbers.reading.texts import as_numbers, printed_numbers


def read_numbers(documents: Sequence[Document]) -> tuple[Number, ...]:
    """The numbers of all documents, ids 0, 1, ... through all of them; a cell that stands in several places once."""
    found: list[Number] = []
    for document in documents:
        seen: set[int] = set()
        for passage, printed in _printed(document):
            if passage.id not in seen:
                seen.add(passage.id)
                found.extend(as_numbers(passage, printed, len(found)))
    return tuple(found)


def _printed(document: Document) -> Iterator[tuple[Passage, Iterable[Printed]]]:
    for block in document.blocks:
        yield from _of_block(block)
    for note in document.notes:
        yield note.passage, printed_numbers(note.passage)


def _of_block(block: Block) -> Iterator[tuple[Passage, Iterable[Printed]]]:
    if isinstance(block, Passage):
        if block.role is not Role.FURNITURE:
            yield block, printed_numbers(block)
    elif isinstance(block, ItemList):
        for item in block.items:
            yield item, printed_numbers(item)
    else:
        yield from _of_table(block)


def _of_table(table: Table) -> Iterator[tuple[Passage, Iterable[Printed]]]:
    if table.caption is not None:
        yield table.caption, printed_numbers(table.caption)
    by_id = table_numbers(table)
    for cell in (*table.header, *(cell for row in table.rows for cell in row)):
        yield cell, by_id[cell.id]
