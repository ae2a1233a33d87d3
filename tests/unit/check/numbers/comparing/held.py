"""Documents held against records: what the rules of this folder say of texts and tables made by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from tests.unit.check.numbers.building import Writer, text

from areasend.check.numbers.check import gather
from areasend.check.numbers.checking import judge
from areasend.check.numbers.comparing import RULES
from areasend.check.numbers.documents.model import Document
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.results.model import Finding, Judged, Result, Status
from areasend.framework import packaged_framework
from areasend.register import packaged_register
from areasend.snapshot import Snapshot, freeze

FIELD = "Area SEND inspections"
OUTCOMES = ("Typically positive", "Inconsistent", "Widespread and/or systemic failings")
FIRST_TWO_YEARS = "between 1 January 2023 and 31 December 2024"
# The data for Figure 4 of the official statistics as at 31 December 2024, its exchanged columns put right.
BY_REGION: dict[str, tuple[int, int, int]] = {
    "East Midlands": (1, 0, 4),
    "East of England": (1, 1, 2),
    "London": (3, 6, 1),
    "North East, Yorkshire and the Humber": (4, 5, 0),
    "North West": (1, 3, 4),
    "South East": (1, 6, 1),
    "South West": (2, 2, 1),
    "West Midlands": (1, 3, 1),
}
REGION_TITLE = "Inspection outcomes by Ofsted region as at 31 December 2024"


def region_rows() -> list[list[object]]:
    """The rows of the table by region, each with its total."""
    return [[region, *counts, sum(counts)] for region, counts in BY_REGION.items()]


def region_table(rows: Sequence[Sequence[object]], file: str = "a.txt", *, caption: str = REGION_TITLE) -> Document:
    """A document of the field with a table by region."""
    return of_the_field(Writer(file=file).table(["Ofsted region", *OUTCOMES, "Total"], *rows, caption=caption))


@cache
def records() -> Snapshot:
    """The packaged records as at 31 December 2024, frozen once."""
    return freeze(packaged_register(), packaged_framework(), as_at=date(2024, 12, 31), published_by=None)


def of_the_field(writer: Writer | str, title: str = FIELD) -> Document:
    """A document whose title says that it is about area SEND inspections."""
    made = text(writer) if isinstance(writer, str) else writer
    return replace(made.document(), title=title)


def gathered(*documents: Document | Writer | str, snapshot: Snapshot | None = None) -> Evidence:
    """Evidence about documents of the field; a `Document` is taken as it is."""
    made = tuple(entry if isinstance(entry, Document) else of_the_field(entry) for entry in documents)
    return gather(made, framework=packaged_framework(), register=packaged_register(), snapshot=snapshot)


def checked(*documents: Document | Writer | str, snapshot: Snapshot | None = None) -> Result:
    """What comparing says of documents, by themselves or with records."""
    return judge(gathered(*documents, snapshot=snapshot), RULES)


def by_records(*documents: Document | Writer | str) -> Result:
    """The same against the packaged records."""
    return checked(*documents, snapshot=records())


def standing_of(result: Result, printed: str) -> Judged:
    """How the first number that is printed so stands."""
    return next(entry for entry in result.judged if entry.number.text == printed)


def only(result: Result) -> Finding:
    """The one finding of a result."""
    (found,) = result.findings
    return found


def statuses(result: Result) -> dict[str, Status]:
    """Each printed number with how it stands."""
    return {entry.number.text: entry.status for entry in result.judged}
