"""Other inspections of the same councils, from CSV."""

from datetime import date

import pytest
from tests.unit.programme.configuration.programme_files import AS_AT, faults, read

from areasend.framework import packaged_framework
from areasend.programme import ProgrammeInvalid, read_programme
from areasend.register import packaged_register

HEADING = "area,inspection,first_day,last_day,monitoring_visit"


def test_rows_are_read_and_sorted_whatever_their_order_and_line_ends() -> None:
    rows = ['Leeds,"visit, third",2025-03-03,2025-03-04,YES', "", "Kent,services,2025-01-06,2025-01-24,no"]
    found = read("", "\ufeff" + "\r\n".join([HEADING, *rows]) + "\r\n").other_inspections
    assert [(entry.gss_code, entry.name, entry.is_monitoring_visit) for entry in found] == [
        ("E08000035", "visit, third", True),
        ("E10000016", "services", False),
    ]
    assert found[1].first_day == date(2025, 1, 6)
    assert found[1].last_day == date(2025, 1, 24)
    assert read("", "\n".join([HEADING, *reversed(rows)])).other_inspections == found


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "other inspections = '': the heading is another. Write as the first line: area,inspection,"),
        ("area,name\n", "other inspections = 'area,name': the heading is another."),
        (f"{HEADING}\nKent,a\n", "other inspections, row 2 = 2: 5 cells are needed."),
        (f"{HEADING}\nKnet,a,2025-01-01,2025-01-02,no\n", "other inspections, row 2, area = 'Knet': no local area"),
        (f"{HEADING}\nKent,,2025-01-01,2025-01-02,no\n", "row 2, inspection = '': the text is empty."),
        (f"{HEADING}\nKent,a,2025-1-1,2025-01-02,no\n", "row 2, first_day = '2025-1-1': must be a day of this century"),
        (f"{HEADING}\nKent,a,2025-01-01,2025-02-30,no\n", "row 2, last_day = '2025-02-30': must be a day"),
        (f"{HEADING}\nKent,a,2025-01-03,2025-01-02,no\n", "row 2, last_day = 2025-01-02: lies before its first day"),
        (f"{HEADING}\nKent,a,2025-01-01,2025-01-02,\n", "row 2, monitoring_visit = '': must be yes or no."),
        (
            HEADING + 2 * "\nKent,a,2025-01-01,2025-01-02,no",
            "other inspections, row 3: row 2 says the same. Remove one.",
        ),
        (f'{HEADING}\n"Kent', "other inspections: no CSV in UTF-8: "),
    ],
)
def test_a_fault_is_told_with_its_row(text: str, fault: str) -> None:
    (found,) = faults("", text)
    assert fault in found


def test_a_file_in_another_encoding_is_told() -> None:
    with pytest.raises(ProgrammeInvalid, match="other inspections: no CSV in UTF-8"):
        read_programme(
            b"",
            place="mine.toml",
            as_at=AS_AT,
            areas=packaged_register(),
            framework=packaged_framework(),
            other_inspections=b"\xff\xfe",
        )
