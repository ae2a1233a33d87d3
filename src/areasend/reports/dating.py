"""Publication dates given by a person: which day, and which address, belongs to which report.

A row belongs to a report by the name of its file, or else by its address, or else by its area: by the first of these
that leads to a row. Whatever else stands in that row must not gainsay the report. Where several rows lead to different
days, where the row and the report disagree, or where the day cannot be right, there is a problem and no date.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from areasend.register import AreaCode, WebAddress
from areasend.reports.reading import NOT_FOUND, Origin, Problem, Reading, Value

# Full inspections of one area are years apart, and a report comes within months: a day within a year of an inspection
# cannot belong to another of the same area.
LONGEST_WAIT = timedelta(days=366)


@dataclass(frozen=True, kw_only=True, slots=True)
class DatedReport:
    """One row: what it gives, and what it gives it for. `codes` has several codes if the area's name is shared."""

    row: int
    publication_date: date | None
    address: WebAddress | None
    file: str
    codes: frozenset[AreaCode]
    inspection_start: date | None
    inspection_end: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """What the file of dates says of one report: nothing, a day and perhaps an address, or why it is not sure."""

    publication_date: date | None = None
    report_url: WebAddress | None = None
    problem: Problem | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PublicationDates:
    """The rows of a file of dates; none where no file was given."""

    rows: tuple[DatedReport, ...] = ()

    def of(self, reading: Reading) -> Published:
        """What the rows say of a report whose area is known by now, if it could be found."""
        about = _About.from_reading(reading)
        for tier in (_by_file, _by_address, _by_inspection, _by_area):
            rows = [row for row in self.rows if tier(row, about)]
            if rows:
                return _published(rows, about, by_area=tier is _by_area)
        return Published()

    def dated(self, reading: Reading) -> Reading:
        """The reading with what the rows say of it: its day, or `[x]`, its address, or nothing, and the problem."""
        said = self.of(reading)
        day = str(said.publication_date or NOT_FOUND)
        given = reading.with_values(
            Value(field="publication_date", value=day, origin=Origin.DATES),
            Value(field="report_url", value=said.report_url or "", origin=Origin.DATES),
        )
        return given.with_problems(said.problem) if said.problem else given


@dataclass(frozen=True, kw_only=True, slots=True)
class _About:
    """What of a reading decides which rows belong to it."""

    file: str
    code: str
    start: date | None
    end: date | None

    @classmethod
    def from_reading(cls, reading: Reading) -> "_About":
        return cls(
            file=file_name(reading.file),
            code=reading.known("gss_code"),
            start=_day(reading.text("inspection_start")),
            end=_day(reading.text("inspection_end")),
        )


def _by_file(row: DatedReport, about: _About) -> bool:
    return row.file == about.file


def _by_address(row: DatedReport, about: _About) -> bool:
    if row.file or row.address is None:
        return False
    last = PurePosixPath(urlsplit(row.address).path).name.removesuffix(".pdf")
    stem = PurePosixPath(about.file).stem
    return bool(last) and re.search(rf"(?<![^\W_]){re.escape(last)}(?![^\W_])", stem, re.IGNORECASE) is not None


def _by_inspection(row: DatedReport, about: _About) -> bool:
    """An area and a day of the inspection: the first, or the last where the first is not given."""
    if row.file or about.code not in row.codes:
        return False
    if row.inspection_start is not None:
        return row.inspection_start == about.start
    return row.inspection_end is not None and row.inspection_end == about.end


def _by_area(row: DatedReport, about: _About) -> bool:
    return not row.file and about.code in row.codes and row.inspection_start is None and row.inspection_end is None


def _published(rows: Sequence[DatedReport], about: _About, *, by_area: bool) -> Published:
    where = ", ".join(f"row {row.row}" for row in rows)
    said = {(row.publication_date, row.address) for row in rows}
    if len(said) > 1:
        return _problem("one date and one address for the report", f"{where} of the file of dates differ")
    for row in rows:
        for what, given, read in _gainsaid(row, about):
            return _problem(f"a row with the report's {what}, {read}", f"{given} in row {row.row} of the file of dates")
    day, address = said.pop()
    wanted = _plausible(day, about, by_area=by_area)
    if wanted:
        return _problem(wanted, f"{day} in {where} of the file of dates")
    return Published(publication_date=day, report_url=address)


def _plausible(day: date | None, about: _About, *, by_area: bool) -> str:
    """What a day should be and is not; empty where nothing speaks against it."""
    if day is None:
        return ""
    if about.end is not None and day <= about.end:
        return f"a day after the inspection, which ended on {about.end}"
    if by_area and about.end is None:
        return "a row with file or inspection_start, as the last day of the inspection is not known"
    if by_area and about.end is not None and day > about.end + LONGEST_WAIT:
        return f"a day within a year of the inspection, which ended on {about.end}, or a row with inspection_start"
    return ""


def _gainsaid(row: DatedReport, about: _About) -> Iterator[tuple[str, str, str]]:
    """What a row says otherwise than the reading; what either does not say is no disagreement."""
    if row.codes and about.code and about.code not in row.codes:
        yield "area", ", ".join(sorted(row.codes)), about.code
    for what, given, read in (
        ("inspection_start", row.inspection_start, about.start),
        ("inspection_end", row.inspection_end, about.end),
    ):
        if given is not None and read is not None and given != read:
            yield what, str(given), str(read)


def _problem(expected: str, found: str) -> Published:
    return Published(problem=Problem(field="publication_date", page=0, expected=expected, found=found))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def file_name(path: str) -> str:
    """The last part of a path, however its letters are composed and its folders parted."""
    return unicodedata.normalize("NFC", path).replace("\\", "/").rpartition("/")[2]
