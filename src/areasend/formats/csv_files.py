"""CSV after RFC 4180: UTF-8 without a mark, one heading, lines that end with CRLF in files."""

import csv
import io
from collections.abc import Iterable, Sequence


def csv_bytes(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file of text cells."""
    return csv_text(heading, rows, line_end="\r\n").encode()


def csv_text(heading: Sequence[str], rows: Iterable[Sequence[str]], *, line_end: str = "\n") -> str:
    """The same as text; a terminal and the tools around it want lines that end with LF alone."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator=line_end)
    writer.writerow(heading)
    writer.writerows(rows)
    return buffer.getvalue()
