"""Local areas first inspected quarter by quarter, and reports by the working days they took, counted by hand."""

from tests.spec.manual import given, shows

from areasend.statistics import Table, build_table

AREAS = """
area    | region     | from       | to         | formed of
Ashford | London     | -          | -          | -
Barton  | London     | -          | -          | -
Corby   | London     | -          | 2024-03-31 | -
Dover   | London     | 2024-04-01 | -          | Corby
"""


def first_inspected(inspections: str, as_at: str, published_by: str = "") -> Table:
    found = given(AREAS, inspections, as_at=as_at, published_by=published_by, complete_to="2024-12-31")
    return build_table(found, "areas-first-inspected")


def test_an_area_counts_in_the_quarter_in_which_its_first_inspection_ended_and_once() -> None:
    """Ashford's first ended on 3 April; Barton was inspected again, which counts no area."""
    several = """
    area    | start      | end        | outcome
    Ashford | 2023-03-27 | 2023-04-03 | inconsistent
    Barton  | 2023-02-06 | 2023-02-10 | widespread
    Barton  | 2023-10-02 | 2023-10-06 | positive
    """
    shows(
        first_inspected(several, "2023-12-31"),
        """
        quarter                  | first_inspected | cumulative | local_areas
        January to March 2023    | 1               | 1          | 3
        April to June 2023       | 1               | 2          | 3
        July to September 2023   | 0               | 2          | 3
        October to December 2023 | 0               | 2          | 3
        """,
    )


def test_before_the_first_inspection_there_are_none() -> None:
    shows(
        first_inspected("", "2023-01-31"),
        """
        quarter               | first_inspected | cumulative | local_areas
        January to March 2023 | 0               | 0          | 3
        """,
    )


def test_an_area_that_has_ended_counts_in_no_quarter_and_its_successor_starts_anew() -> None:
    """As at the end of 2023 Corby exists and was inspected; as at June 2024 it is Dover, which was not."""
    corby = """
    area    | start      | outcome
    Corby   | 2023-02-06 | inconsistent
    """
    assert [figure.text for figure in first_inspected(corby, "2023-12-31").figures()][1::3] == ["1", "1", "1", "1"]
    assert [figure.text for figure in first_inspected(corby, "2024-06-30").figures()][1::3] == ["0"] * 6


def test_a_report_that_came_later_leaves_its_area_out_until_then() -> None:
    later = """
    area    | start      | published  | outcome
    Ashford | 2024-09-30 | 2025-02-10 | inconsistent
    Barton  | 2024-09-30 | 2024-11-11 | inconsistent
    """
    assert first_inspected(later, "2024-12-31", "2024-12-31").figure("2024-q4", "cumulative").text == "1"
    assert first_inspected(later, "2024-12-31").figure("2024-q4", "cumulative").text == "2"


def test_an_area_without_a_dated_inspection_is_in_coverage_but_in_no_quarter() -> None:
    gaps = """
    area    | start      | published  | outcome
    Ashford | -          | 2025-05-13 | inconsistent
    Barton  | 2025-01-20 | 2025-05-13 | inconsistent
    """
    found = given(AREAS, gaps, as_at="2025-06-30")
    assert build_table(found, "areas-first-inspected").figure("2025-q2", "cumulative").text == "1"
    assert build_table(found, "coverage").figure("england", "inspected").text == "2"


def test_each_number_knows_its_areas() -> None:
    """Ashford is E06000001 and Barton E06000002."""
    two = """
    area    | start      | outcome
    Barton  | 2023-02-06 | inconsistent
    Ashford | 2023-05-01 | inconsistent
    """
    table = first_inspected(two, "2023-06-30")
    assert table.figure("2023-q2", "first_inspected").records == ("E06000001",)
    assert table.figure("2023-q2", "cumulative").records == ("E06000001", "E06000002")


BANDS = """
area    | start      | end        | published  | outcome
Ashford | 2024-09-30 | 2024-10-04 | 2024-10-18 | positive
Barton  | 2024-09-30 | 2024-10-04 | 2024-10-21 | positive
Corby   | 2024-01-22 | 2024-01-26 | 2024-01-27 | positive
Dover   | 2024-04-08 | 2024-04-12 | 2024-09-30 | positive
Ashford | 2024-11-04 | 2024-11-08 | -          | positive
"""


def test_reports_stand_in_bands_of_10_working_days() -> None:
    """10 days are in the first band, 11 in the next, a Saturday's report counts 0; the last is open: 118 days."""
    shows(
        build_table(given(AREAS, BANDS), "reports-by-working-days"),
        """
        working_days  | reports
        10 or fewer   | 2
        11 to 20      | 1
        21 to 30      | 0
        31 to 40      | 0
        41 to 50      | 0
        51 to 60      | 0
        61 to 70      | 0
        71 to 80      | 0
        81 to 90      | 0
        91 to 100     | 0
        More than 100 | 1
        England       | 4
        """,
    )


def test_bands_say_how_days_are_counted_and_which_spans_had_no_report() -> None:
    _, counted, *pauses = build_table(given(AREAS, BANDS), "reports-by-working-days").notes
    assert counted.startswith("Working days are Monday to Friday without England’s bank holidays")
    assert [note[:59] for note in pauses] == [
        "No report in these records was published from 4 April 2024 ",
        "No report in these records was published from 21 May 2024 t",
    ]
