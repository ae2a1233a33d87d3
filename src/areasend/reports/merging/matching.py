"""Which standing inspection a reading is of: none, one, or not to be told."""

from collections.abc import Iterable
from dataclasses import dataclass

from areasend.register import Inspection
from areasend.reports.dating import LONGEST_WAIT
from areasend.reports.merging.agreeing import span


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """The standing inspection, or None for a new one; `unsure` says why neither can be said."""

    standing: Inspection | None = None
    unsure: str = ""


def match(read: Inspection, standing: Iterable[Inspection]) -> Match:
    """The one standing inspection that has the reading's address, or its area and days that overlap with its own."""
    found, doubtful = [], []
    for entry in standing:
        if entry.report_url is not None and entry.report_url == read.report_url:
            found.append(entry)
        elif entry.gss_code == read.gss_code:
            found += [entry] if _is_the_same(entry, read) else []
            doubtful += [entry] if _may_be_the_same(entry, read) else []
    if len(found) > 1:
        return Match(unsure=f"it is of {' and of '.join(entry.inspection_id for entry in found)}")
    if found and found[0].gss_code != read.gss_code:
        return Match(unsure=f"its address is that of the report of {found[0].inspection_id}")
    if not found and doubtful:
        names = ", ".join(entry.inspection_id for entry in doubtful)
        return Match(unsure=f"it may be {names}, which stands without days: fill them in, or add the report's address")
    return Match(standing=found[0] if found else None)


def _is_the_same(entry: Inspection, read: Inspection) -> bool:
    if entry.inspection_start is None:
        return entry.publication_date is not None and entry.publication_date == read.publication_date
    (start, end), (first, last) = span(entry), span(read)
    return start <= last and first <= end


def _may_be_the_same(entry: Inspection, read: Inspection) -> bool:
    """Of a standing inspection without days: its report came within a year of the days that were read."""
    if entry.inspection_start is not None or entry.publication_date is None or read.inspection_end is None:
        return False
    return read.inspection_end < entry.publication_date <= read.inspection_end + LONGEST_WAIT
