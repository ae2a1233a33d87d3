"""The statements to code, from a folder of readings: what is taken, in which order, and what is wrong with a table."""

from pathlib import Path

import pytest

from areasend.formats import csv_bytes
from areasend.themes import FINDINGS, CodingFault, CodingInvalid, Statement, StatementKind, read_statements
from areasend.themes.statements import statements_csv, statements_in

FINDING_COLUMNS = "inspection_id gss_code local_area kind seq text page_start page_end file".split()  # noqa: SIM905
SECTION_COLUMNS = [*FINDING_COLUMNS[:3], "section", *FINDING_COLUMNS[4:], "form"]


def finding(kind: str = "afi", seq: str = "1", **changed: str) -> dict[str, str]:
    row = {
        "inspection_id": "E06000052-2023-02-06",
        "gss_code": "E06000052",
        "local_area": "Cornwall",
        "kind": kind,
        "seq": seq,
        "text": f"Mend {kind} {seq}.",
        "page_start": "4",
        "page_end": "5",
        "file": "a.pdf",
    }
    return row | changed


def passage(section: str, form: str) -> dict[str, str]:
    return {**finding(), "section": section, "form": form}


def write(path: Path, columns: list[str], *rows: dict[str, str]) -> None:
    path.write_bytes(csv_bytes(columns, [[row[name] for name in columns] for row in rows]))


def test_findings_come_by_inspection_kind_and_number(tmp_path: Path) -> None:
    later = {"inspection_id": "E06000052-2025-01-01"}
    rows = [finding("afi", "10"), finding("afi", "2"), finding("apa", "1"), finding("apa", "1", **later)]
    write(tmp_path / "findings.csv", FINDING_COLUMNS, rows[3], *rows[:3], finding("oak"))
    found = read_statements(tmp_path)
    assert [statement.id for statement in found] == [
        "E06000052-2023-02-06-apa-1",
        "E06000052-2023-02-06-afi-2",
        "E06000052-2023-02-06-afi-10",
        "E06000052-2025-01-01-apa-1",
    ]
    assert found[1] == Statement(
        id="E06000052-2023-02-06-afi-2",
        inspection_id="E06000052-2023-02-06",
        gss_code="E06000052",
        local_area="Cornwall",
        kind=StatementKind.AFI,
        seq=2,
        page_start=4,
        page_end=5,
        file="a.pdf",
        text="Mend afi 2.",
    )
    assert [statement.kind for statement in read_statements(tmp_path, [StatementKind.APA])] == [StatementKind.APA] * 2


def test_bullets_of_two_sections_are_statements_too(tmp_path: Path) -> None:
    rows = [passage("effective", "bullet"), passage("better", "paragraph"), passage("next_steps", "bullet")]
    write(tmp_path / "sections.csv", SECTION_COLUMNS, *rows)
    assert [found.id for found in read_statements(tmp_path, [StatementKind.EFFECTIVE, StatementKind.BETTER])] == [
        "E06000052-2023-02-06-effective-1"
    ]
    with pytest.raises(FileNotFoundError):
        read_statements(tmp_path, FINDINGS)


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"seq": "1.5"}, "seq is no whole number"),
        ({"page_start": ""}, "page_start is no whole number"),
        ({"page_end": "1000000"}, "page_end is no whole number"),
        ({"inspection_id": "[x]"}, "inspection_id is missing: the reading could not tell it"),
        ({"text": " "}, "text is missing: the reading could not tell it"),
        ({"text": "a\x0cb"}, "text holds a control character"),
        ({}, "the statement stands twice (first on row 2)"),
    ],
)
def test_what_is_wrong_in_a_row_is_told(tmp_path: Path, changed: dict[str, str], rule: str) -> None:
    write(tmp_path / "findings.csv", FINDING_COLUMNS, finding(), finding(**changed))
    with pytest.raises(CodingInvalid) as told:
        read_statements(tmp_path)
    ((place, found),) = [(fault.place, fault.rule) for fault in told.value.faults]
    assert (place, found) == ("row 3", rule)


@pytest.mark.parametrize(
    ("content", "place", "rule"),
    [
        (b"", "row 1", "the heading lacks inspection_id, gss_code"),
        (b"a,b\n", "row 1", "the heading lacks inspection_id, gss_code"),
        (b"\xff", "row 1", "the file is not in UTF-8"),
        (",".join(FINDING_COLUMNS).encode() + b"\nx\n", "row 2", "1 cells where the heading has 9"),
    ],
)
def test_what_is_no_table_is_told(tmp_path: Path, content: bytes, place: str, rule: str) -> None:
    (tmp_path / "findings.csv").write_bytes(content)
    with pytest.raises(CodingInvalid) as told:
        read_statements(tmp_path)
    (fault,) = told.value.faults
    assert fault.place == place
    assert fault.rule.startswith(rule)


def test_statements_come_back_from_their_own_table(tmp_path: Path) -> None:
    write(tmp_path / "findings.csv", FINDING_COLUMNS, finding(text='Says "so";\n• and so'), finding("apa"))
    found = read_statements(tmp_path)
    faults: list[CodingFault] = []
    assert statements_in(statements_csv(found), "findings.csv", faults) == found
    assert faults == []


def test_faults_are_told_in_the_order_of_the_file() -> None:
    faults = [CodingFault(file="a", place=f"row {row}", value="", rule="r", remedy="m") for row in (10, 9, 100, 2)]
    assert [fault.place for fault in CodingInvalid("x", faults).faults] == ["row 2", "row 9", "row 10", "row 100"]
