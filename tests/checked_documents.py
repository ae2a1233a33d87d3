"""A small publication that was checked, made by hand: a text, a list and a table with every state of a number."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from areasend.check.numbers.documents.model import Block, Document, ItemList, Note, Passage, Role, Table
from areasend.check.numbers.reading.model import Number, Part, Relation, Sentence, Sort, Unit
from areasend.check.numbers.results.model import Finding, Judged, Kind, Result, Severity, Status

FILE = "note.txt"


def passage(
    key: int, text: str, role: Role = Role.PARAGRAPH, *, line: int = 0, file: str = FILE, **said: object
) -> Passage:
    """A passage on one line of its file, the line after its id unless another is given."""
    lines = ((0, line or key + 1),)
    return Passage(id=key, role=role, text=text, file=file, lines=lines, **said)  # type: ignore[arg-type]


def number(key: int, within: Passage, text: str, *, unit: Unit = Unit.COUNT) -> Number:
    """The first number in a passage that is written like this."""
    match = re.search(rf"(?<!\d){re.escape(text)}(?!\d)", within.text)
    assert match is not None, (text, within.text)
    return Number(
        id=key,
        value=Decimal(re.sub(r"[^0-9.]", "", text)),
        text=text,
        sort=Sort.STATISTIC,
        unit=unit,
        relation=Relation.EXACT,
        part=Part.NONE,
        places=0,
        grain=Decimal(1),
        start=match.start(),
        end=match.end(),
        passage=within,
        sentence=Sentence(0, len(within.text), within.text),
    )


def finding(within: Passage, *, found: str, expected: str, numbers: tuple[int, ...] = (), **said: object) -> Finding:
    """A finding about a passage, quoted whole; an error of words against a table unless said otherwise."""
    values: dict[str, object] = {
        "kind": Kind.WORDS_AGAINST_TABLE,
        "severity": Severity.ERROR,
        "where": within.where(),
        "quote": within.text,
        "expected": expected,
        "found": found,
        "message": f"The table has {expected}, the sentence {found}.",
        "numbers": numbers,
    }
    return Finding(**(values | said))  # type: ignore[arg-type]


def judged(entry: Number, status: Status, how: str, *findings: int, records: tuple[str, ...] = ()) -> Judged:
    return Judged(number=entry, status=status, how=how, findings=findings, records=records)


HEADING = passage(0, "Visits to gardens", Role.HEADING, level=1)
SAID = passage(1, "Of 14 gardens, 5 (35%) had roses, and 9 had none; 120 people asked.")
LEAD = passage(2, "There are 2 kinds:")
ITEMS = (passage(3, "walled, of which 3 were open", Role.ITEM, level=1), passage(4, "open", Role.ITEM, level=1))
CAPTION = passage(5, "Table 1: gardens by county", Role.CAPTION)
HEADER = (passage(6, "", Role.CELL), passage(7, "With roses", Role.CELL), passage(8, "Without", Role.CELL))
ROWS = (
    (passage(9, "Kent", Role.CELL), passage(10, "4", Role.CELL), passage(11, "2", Role.CELL)),
    (passage(12, "Dorset", Role.CELL), passage(13, "6", Role.CELL), passage(14, "2", Role.CELL)),
)
FOOT = passage(15, "Menu Search Contact", Role.FURNITURE)
NOTE = passage(16, "Counted by 7 gardeners.", Role.NOTE)

BLOCKS: tuple[Block, ...] = (
    HEADING,
    SAID,
    LEAD,
    ItemList(items=ITEMS, lead=LEAD),
    Table(header=HEADER, rows=ROWS, caption=CAPTION),
    FOOT,
)
DOCUMENT = Document(file=FILE, title="Visits to gardens", blocks=BLOCKS, notes=(Note(label="1", passage=NOTE),))

NUMBERS = (
    number(0, SAID, "14"),
    number(1, SAID, "5"),
    number(2, SAID, "35%", unit=Unit.PERCENT),
    number(3, SAID, "9"),
    number(4, SAID, "120"),
    number(5, LEAD, "2"),
    number(6, ITEMS[0], "3"),
    *(
        number(7 + place, row[column], row[column].text)
        for place, (row, column) in enumerate((row, column) for row in ROWS for column in (1, 2))
    ),
    number(11, NOTE, "7"),
)

ROSES = finding(
    SAID,
    found="5",
    expected="10",
    numbers=(1,),
    computed="4 + 6 = 10",
    advice="Correct the sentence or the table.",
    records=tuple(f"E0600000{place}-2023-02-06" for place in range(7)),
)
SHARE = finding(
    SAID,
    found="35%",
    expected="36%",
    numbers=(2,),
    kind=Kind.IMPOSSIBLE_PERCENTAGE,
    message="5 of 14 is 35.7%, which rounds to 36%.",
)
NAME = finding(ROWS[1][0], found="Dorset", expected="Dorsetshire", kind=Kind.NAME, severity=Severity.QUERY)
FINDINGS = (ROSES, SHARE, NAME)

_STANDS: Sequence[tuple[Status, str, tuple[int, ...]]] = (
    (Status.VERIFIED, "14 gardens in the records", ()),
    (Status.CONTRADICTED, ROSES.message, (0,)),
    (Status.IMPOSSIBLE, SHARE.message, (1,)),
    (Status.CONSISTENT, "5 + 9 = 14", ()),
    (Status.QUOTED, "from the survey", ()),
    (Status.CONSISTENT, "the list has 2 items", ()),
    (Status.UNEXPLAINED, "nothing says it", ()),
    *((Status.CONSISTENT, "rows add up", ()),) * 4,
    (Status.UNEXPLAINED, "nothing says it", ()),
)


def _judged() -> Iterator[Judged]:
    for entry, (status, how, places) in zip(NUMBERS, _STANDS, strict=True):
        yield judged(entry, status, how, *places, records=("E06000001-2023-02-06",) if how.startswith("14") else ())


RESULT = Result(documents=(DOCUMENT,), judged=tuple(_judged()), findings=FINDINGS)
