"""Opening a publication: the reader of a file is picked by what the file is, its name comes second."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from areasend.check.errors import PublicationUnreadable
from areasend.check.numbers.documents.csv_tables import read_csv
from areasend.check.numbers.documents.decoding import decode
from areasend.check.numbers.documents.folder import Part, parts_of
from areasend.check.numbers.documents.limits import (
    MAX_ALL,
    MAX_COLUMNS,
    MAX_FILE,
    MAX_LINES,
    MAX_NUMBERS,
    MAX_TEXT,
    refuse_above,
)
from areasend.check.numbers.documents.model import Document, Role, Table
from areasend.check.numbers.documents.page import read_page
from areasend.check.numbers.documents.plain import read_text
from areasend.check.numbers.documents.sheets import read_sheets
from areasend.check.numbers.documents.sniffing import Form, form_of

_DIGITS = re.compile(r"[0-9][0-9,.]*")


def read_publication(paths: Sequence[Path], *, without: tuple[str, ...] = ()) -> tuple[Document, ...]:
    """Reads files and release folders, in the order given; each file is one `Document`.

    A file is named as it was given, a file of a folder by its path in the folder; those whose name begins as in
    `without` are not read. Raises `PublicationUnreadable`.
    """
    parts = [part for path in paths for part in parts_of(path) if not part.file.startswith(without)]
    seen: dict[Path, str] = {}
    for part in parts:
        real = part.path.resolve()
        if real in seen:
            raise _refused(part.file, "each file is given once", f"the same file as {seen[real]}", "leave one out")
        seen[real] = part.file
    refuse_above(MAX_ALL, sum(part.size for part in parts), what="bytes in all its files", where=_named(paths))
    documents = tuple(_read(part) for part in _told_apart(parts))
    numbers = sum(map(_numerals, documents))
    refuse_above(MAX_NUMBERS, numbers, what="numbers", where=_named(paths))
    return documents


def _read(part: Part) -> Document:
    refuse_above(MAX_FILE, part.size, what="bytes in a file", where=part.file)
    try:
        content = part.path.read_bytes()
    except OSError as error:
        found = error.strerror or type(error).__name__
        raise _refused(part.file, "a file can be read", found, "give a file that can be opened") from error
    form = form_of(content, part.file)
    document = _READERS[form](content, part)
    columns = max((len(block.header) for block in document.blocks if isinstance(block, Table)), default=0)
    refuse_above(MAX_COLUMNS, columns, what="columns in a table", where=part.file)
    return document


def _page(content: bytes, part: Part) -> Document:
    document = read_page(content, part.file)
    # A page has more to it than its text; a table may be larger, its limit is that of cells.
    running = sum(len(passage.text) for passage in document.passages() if passage.role is not Role.CELL)
    refuse_above(MAX_TEXT, running, what="characters in a text", where=part.file)
    return document


def _text(content: bytes, part: Part) -> Document:
    text = _lines(content, part)
    refuse_above(MAX_TEXT, len(text), what="characters in a text", where=part.file)
    bars = max(line.count("|") for line in text.split("\n"))
    refuse_above(MAX_COLUMNS, bars, what="columns in a table", where=part.file)
    return read_text(text, part.file)


def _table(content: bytes, part: Part) -> Document:
    beside = part.path.with_name(f"{part.path.name}-metadata.json")
    description = None
    if beside.is_file() and beside.stat().st_size <= MAX_FILE:
        description = decode(beside.read_bytes(), beside.name)
    return read_csv(_lines(content, part), part.file, description)


def _workbook(content: bytes, part: Part) -> Document:
    return read_sheets(part.path, part.file)


def _lines(content: bytes, part: Part) -> str:
    text = decode(content, part.file)
    refuse_above(MAX_LINES, text.count("\n") + 1, what="lines in a file", where=part.file)
    return text


_READERS: dict[Form, Callable[[bytes, Part], Document]] = {
    Form.PAGE: _page,
    Form.TEXT: _text,
    Form.TABLE: _table,
    Form.WORKBOOK: _workbook,
}


def _told_apart(parts: Sequence[Part]) -> list[Part]:
    """Files of several folders that have one name there are named by their whole path."""
    names: dict[str, int] = {}
    for part in parts:
        names[part.file] = names.get(part.file, 0) + 1
    return [part if names[part.file] == 1 else part.renamed(part.path.as_posix()) for part in parts]


def _numerals(document: Document) -> int:
    """How many numerals a document has: runs of digits."""
    return sum(len(_DIGITS.findall(passage.text)) for passage in document.passages())


def _named(paths: Sequence[Path]) -> str:
    return ", ".join(path.as_posix() for path in paths[:3])


def _refused(where: str, rule: str, found: str, remedy: str) -> PublicationUnreadable:
    return PublicationUnreadable(rule=rule, found=found, where=where, remedy=remedy)
