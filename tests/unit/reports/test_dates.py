"""The file of publication dates: which row belongs to which report, and what is no date of it."""

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st
from tests.factories import area, other_name, register
from tests.readings import SHARED, reading_of, shared_rows

from areasend.register import NameKind, packaged_files, packaged_register
from areasend.reports import NOT_FOUND, Origin, ReportsError, read_dates
from areasend.reports.dates import DATES_COLUMNS

BURY, LEEDS = area(1, name="Bury"), area(2, name="Leeds")
EAST, WEST = area(3, name="East Cumbria"), area(4, name="West Cumbria")
REGISTER = register(
    [BURY, LEEDS, EAST, WEST],
    names=[
        other_name(BURY, "Bury MBC"),
        other_name(EAST, "Cumbria", NameKind.FORMER),
        other_name(WEST, "Cumbria", NameKind.FORMER),
    ],
)
URL = "https://files.example.org/v1/file/50216722"
BURY_CODE, LEEDS_CODE = BURY.gss_code, LEEDS.gss_code


def dates(*lines):
    return read_dates("\n".join(lines).encode(), "dates.csv", register=REGISTER)


def of(reading, *lines):
    """Day and address that the rows give a reading, which must not come with a problem."""
    said = dates(*lines).of(reading)
    assert said.problem is None, said.problem
    return (str(said.publication_date or ""), said.report_url or "")


def problem_of(reading, *lines):
    said = dates(*lines).of(reading)
    assert (said.publication_date, said.report_url) == (None, None)
    assert (said.problem.field, said.problem.page) == ("publication_date", 0)
    return f"{said.problem.expected} | {said.problem.found}"


def faults(*lines):
    with pytest.raises(ReportsError) as caught:
        dates(*lines)
    first, *rest = str(caught.value).splitlines()
    assert first.startswith("The file of publication dates has ")
    return [line.strip() for line in rest]


READING = reading_of(BURY, "2024-02-12", file="reports/50216722-bury.pdf")


@pytest.mark.parametrize(
    "name", ["50216722-bury.pdf", "elsewhere/50216722-bury.pdf", "C:\\elsewhere\\50216722-bury.pdf"]
)
def test_a_row_may_name_the_file_in_whatever_folder(name):
    assert of(READING, "file,publication_date", f"{name},2024-04-15") == ("2024-04-15", "")


def test_a_file_name_is_the_same_however_its_letters_are_composed():
    """One and the same name: an e with an accent, and an e followed by an accent, as macOS writes it."""
    reading = reading_of(BURY, "2024-02-12", file="bury-re\u0301sume\u0301.pdf")
    assert of(reading, "file,publication_date", "bury-r\u00e9sum\u00e9.pdf,2024-04-15") == ("2024-04-15", "")


@pytest.mark.parametrize("file", ["50216722.pdf", "50216722-bury.pdf", "bury 50216722.pdf", "bury_50216722.PDF"])
@pytest.mark.parametrize("column", ["report_url", "address"])
def test_the_last_part_of_an_address_may_stand_in_the_file_s_name(file, column):
    reading = reading_of(BURY, "2024-02-12", file=file)
    assert of(reading, f"{column},publication_date", f"{URL},2024-04-15") == ("2024-04-15", URL)


@pytest.mark.parametrize("file", ["502167221.pdf", "150216722.pdf", "bury50216722.pdf", "file.pdf", "v1.pdf"])
def test_a_part_of_a_word_is_not_the_last_part_of_an_address(file):
    reading = reading_of(BURY, "2024-02-12", file=file)
    assert of(reading, "report_url,publication_date", f"{URL},2024-04-15") == ("", "")


@pytest.mark.parametrize("address", ["https://files.example.org/", "https://files.example.org"])
def test_an_address_without_a_path_belongs_to_no_file(address):
    assert of(READING, "report_url,publication_date", f"{address},2024-04-15") == ("", "")


def test_an_address_may_end_with_the_name_of_the_file():
    reading = reading_of(BURY, "2024-02-12", file="bury.pdf")
    url = "https://example.org/reports/bury.pdf?download=1"
    assert of(reading, "report_url,publication_date", f"{url},2024-04-15") == ("2024-04-15", url)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("gss_code", BURY_CODE),
        ("local_area", "Bury"),
        ("local_area", "bury mbc"),
        ("local_area", "Bury Metropolitan Borough Council"),
        ("gss_code,inspection_start", f"{BURY_CODE},2024-02-12"),
        ("local_area,inspection_start,inspection_end", "Bury,2024-02-12,2024-02-16"),
        ("local_area,inspection_end", "Bury,2024-02-16"),
        ("gss_code,local_area", f"{BURY_CODE},A name of its own"),
        ("gss_code,local_area", f"{BURY_CODE},[x]"),
    ],
)
def test_a_row_may_name_the_area(heading, cells):
    assert of(READING, f"publication_date,{heading}", f"2024-04-15,{cells}") == ("2024-04-15", "")


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("gss_code", LEEDS_CODE),
        ("local_area,inspection_start", "Bury,2021-02-12"),
        ("local_area,inspection_end", "Bury,2021-02-16"),
        ("file,gss_code", f"another.pdf,{BURY_CODE}"),
        ("file,report_url", f"another.pdf,{URL}"),
        ("file", "bury.pdf"),
        ("publisher,gss_code", f"{BURY_CODE},{LEEDS_CODE}"),
    ],
)
def test_a_row_about_another_report_gives_nothing(heading, cells):
    assert of(READING, f"publication_date,{heading}", f"2024-04-15,{cells}") == ("", "")


def test_the_surest_row_counts():
    """The file before the address, this before the inspection's day, this before the area alone."""
    rows = [
        f",,{BURY_CODE},,2024-05-01",
        f",,{BURY_CODE},2024-02-12,2024-05-02",
        f",{URL},,,2024-05-03",
        "50216722-bury.pdf,,,,2024-05-04",
    ]
    heading = "file,report_url,gss_code,inspection_start,publication_date"
    found = [of(READING, heading, *rows[:number])[0] for number in (1, 2, 3, 4)]
    assert found == ["2024-05-01", "2024-05-02", "2024-05-03", "2024-05-04"]
    assert of(READING, heading, *reversed(rows)) == of(READING, heading, *rows)


def test_rows_that_say_the_same_are_one():
    row = f"{BURY_CODE},2024-04-15"
    assert of(READING, "gss_code,publication_date", row, row) == ("2024-04-15", "")


def test_two_days_for_one_report_are_a_problem():
    lines = (
        "gss_code,publication_date",
        f"{BURY_CODE},2024-04-15",
        f"{LEEDS_CODE},2024-04-15",
        f"{BURY_CODE},2024-04-16",
    )
    assert problem_of(READING, *lines) == (
        "one date and one address for the report | row 2, row 4 of the file of dates differ"
    )


@pytest.mark.parametrize(
    ("heading", "cells", "said"),
    [
        ("file,gss_code", f"50216722-bury.pdf,{LEEDS_CODE}", f"area, {BURY_CODE} | {LEEDS_CODE}"),
        ("report_url,local_area", f"{URL},Leeds", f"area, {BURY_CODE} | {LEEDS_CODE}"),
        ("file,inspection_start", "50216722-bury.pdf,2024-02-11", "inspection_start, 2024-02-12 | 2024-02-11"),
        (
            "local_area,inspection_start,inspection_end",
            "Bury,2024-02-12,2024-02-17",
            "inspection_end, 2024-02-16 | 2024-02-17",
        ),
    ],
)
def test_a_row_that_gainsays_the_report_is_a_problem(heading, cells, said):
    told = problem_of(READING, f"publication_date,{heading}", f"2024-04-15,{cells}")
    assert told == f"a row with the report's {said} in row 2 of the file of dates"


@pytest.mark.parametrize("day", ["2024-02-16", "2024-02-12", "2023-04-15"])
@pytest.mark.parametrize("key", [f"gss_code,{BURY_CODE}", "file,50216722-bury.pdf"])
def test_no_report_comes_before_its_inspection_has_ended(key, day):
    heading, cell = key.split(",")
    assert problem_of(READING, f"publication_date,{heading}", f"{day},{cell}") == (
        f"a day after the inspection, which ended on 2024-02-16 | {day} in row 2 of the file of dates"
    )


def test_an_area_alone_gives_no_day_that_may_be_of_another_inspection():
    heading = "gss_code,publication_date"
    assert of(READING, heading, f"{BURY_CODE},2025-02-16") == ("2025-02-16", "")
    assert problem_of(READING, heading, f"{BURY_CODE},2025-02-17") == (
        "a day within a year of the inspection, which ended on 2024-02-16, or a row with inspection_start | "
        "2025-02-17 in row 2 of the file of dates"
    )
    undated = reading_of(BURY, "2024-02-12", inspection_start=NOT_FOUND, inspection_end=NOT_FOUND)
    assert problem_of(undated, heading, f"{BURY_CODE},2024-04-15") == (
        "a row with file or inspection_start, as the last day of the inspection is not known | "
        "2024-04-15 in row 2 of the file of dates"
    )


def test_a_row_for_the_file_serves_where_nothing_else_is_known():
    unknown = reading_of(
        BURY, "2024-02-12", file="a.pdf", gss_code=NOT_FOUND, inspection_start=NOT_FOUND, inspection_end=NOT_FOUND
    )
    row = f"a.pdf,{BURY_CODE},2024-02-12,2024-04-15"
    assert of(unknown, "file,gss_code,inspection_start,publication_date", row) == ("2024-04-15", "")


def test_a_row_without_a_day_gives_the_address_alone():
    assert of(READING, "publication_date,report_url", f",{URL}") == ("", URL)
    assert of(READING, "publication_date,report_url", f"[x],{URL}") == ("", URL)


def test_what_is_given_stands_in_the_reading_with_its_origin():
    given = dates("publication_date,report_url", f"2024-04-15,{URL}").dated(READING)
    found = [given.get(name) for name in ("publication_date", "report_url")]
    assert [(value.value, value.origin) for value in found] == [("2024-04-15", Origin.DATES), (URL, Origin.DATES)]
    assert given.problems == ()


def test_what_is_not_given_is_not_available_and_no_problem():
    given = dates("publication_date,gss_code").dated(READING)
    assert (given.text("publication_date"), given.text("report_url"), given.problems) == (NOT_FOUND, "", ())


def test_a_row_that_cannot_be_right_is_a_problem_of_the_reading():
    given = dates("publication_date,gss_code", f"2024-02-01,{BURY_CODE}").dated(READING)
    assert given.text("publication_date") == NOT_FOUND
    assert [problem.field for problem in given.problems] == ["publication_date"]


def test_every_fault_of_the_file_is_told_at_once():
    found = faults(
        "publication_date,gss_code,local_area,report_url,address,inspection_start",
        f"2024-13-45,{BURY_CODE},,,,",
        "2024-04-15,E06009999,,,,",
        "2024-04-15,,Atlantis,,,",
        "2024-04-15,,Cumbria,,,",
        f"2024-04-15,{BURY_CODE},Leeds,,,",
        "2024-04-15,,,,,2024-02-12",
        f"2024-04-15,,,{URL},{URL}9,",
        "2024-04-15,,,http://files.example.org/1,,",
        "01/01/1900,,Bury,,,",
        "2024-04-15",
    )
    told = [
        "row 2, column publication_date: no such day in the calendar (found '2024-13-45')",
        "row 3, column gss_code: no local area of the register has this code (found 'E06009999')",
        "row 4, column local_area: no local area of the register has this name (found 'Atlantis')",
        "row 5, column local_area: this is a name of E06000003 and E06000004 (found 'Cumbria')",
        f"row 6, column local_area: this is a name of {LEEDS_CODE}, not of {BURY_CODE} (found 'Leeds')",
        "row 7: the row names no report. Fill in one of file, report_url, address, gss_code, local_area",
        f"row 8, column address: another address than report_url (found '{URL}9')",
        "row 9, column report_url: must be an https address",
        "row 10, column publication_date: a placeholder, not a date (found '01/01/1900')",
        "row 11: the row has 1 cells where the heading has 6 (found '2024-04-15')",
    ]
    assert len(found) == len(told)
    for fault, beginning in zip(found, told, strict=True):
        assert fault.startswith(f"dates.csv, {beginning}")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ("", "the file is empty: not even a heading. Begin with publication_date."),
        ("gss_code\nE06000001\n", "column publication_date: the column is missing. Add it; needed: publication_date."),
        ("publication_date,file,file\n", "row 1, column file: the column stands twice. Keep one of them."),
        ("publication_date,file\n\n", "row 2: an empty line. Remove the line."),
        (
            "publication_date;file\n2024-01-01;a",
            "row 1: the columns are not parted by commas (found 'publication_date;",
        ),
        ("publication_date\tfile\n", "Save it as CSV with commas."),
        ('publication_date,file\n"2024', "not valid CSV (RFC 4180) from here on"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(content, rule):
    (fault,) = faults(content)
    assert rule in fault


ROWS = st.tuples(
    st.sampled_from(["", "50216722-bury.pdf", "other.pdf"]),
    st.sampled_from(["", URL, f"{URL}9"]),
    st.sampled_from(["", BURY_CODE, LEEDS_CODE]),
    st.sampled_from(["", "2024-02-12", "2021-02-12"]),
    st.sampled_from(["", "2024-02-16", "2024-04-15", "2024-04-16", "2026-04-15"]),
).filter(lambda row: any(row[:3]))


@for_any(st.lists(ROWS, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters_and_no_day_is_made_up(rows, random):
    shuffled = list(rows)
    random.shuffle(shuffled)
    heading = "file,report_url,gss_code,inspection_start,publication_date"
    one, other = (dates(heading, *map(",".join, order)).of(READING) for order in (rows, shuffled))
    assert (one.publication_date, one.report_url) == (other.publication_date, other.report_url)
    assert (one.problem is None) == (other.problem is None)
    if one.publication_date is not None:
        day = str(one.publication_date)
        assert day > "2024-02-16"
        assert any(row[4] == day and (row[0] == "50216722-bury.pdf" or not row[0]) for row in rows)


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not on this machine")
def test_the_list_of_inspections_gives_each_report_its_date_as_it_is():
    """By area and first day: the names of the files are those of the areas."""
    given = read_dates((SHARED / "facts" / "inspections.csv").read_bytes(), "inspections.csv")
    known = {(row["gss_code"], row["inspection_start"]): row for row in shared_rows("facts/inspections.csv")}
    reports = shared_rows("truth/inspections.csv")
    assert len(reports) == 37
    for report in reports:
        here = area(1, name=report["local_area"])
        reading = reading_of(
            here, report["inspection_start"], inspection_end=report["inspection_end"], gss_code=report["gss_code"]
        )
        said, row = given.of(reading), known[report["gss_code"], report["inspection_start"]]
        assert (str(said.publication_date), said.report_url) == (report["publication_date"], row["report_url"])


def test_the_packaged_inspections_serve_as_they_are():
    given = read_dates(packaged_files()["inspections.csv"], "inspections.csv")
    for entry in packaged_register().inspections:
        if entry.inspection_start is None:
            continue
        here = next(a for a in packaged_register().local_areas if a.gss_code == entry.gss_code)
        said = given.of(reading_of(here, str(entry.inspection_start), inspection_end=str(entry.inspection_end)))
        assert (said.publication_date, said.report_url) == (entry.publication_date, entry.report_url)


def test_each_column_says_what_it_holds():
    assert [column.name for column in DATES_COLUMNS if not column.description] == []
