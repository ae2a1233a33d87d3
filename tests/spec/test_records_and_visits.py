"""Thematic visits, and what the records behind a release hold and lack."""

from tests.spec.manual import given, shows

from areasend.statistics import build_table

AREAS = """
area    | region
Ashford | London
Barton  | South West
Corby   | London
"""


def test_thematic_visits_by_year() -> None:
    visits = """
    area    | year | theme
    Ashford | 2023 | alternative provision
    Barton  | 2023 | alternative provision
    Ashford | 2024 | preparation for adulthood
    """
    shows(
        build_table(given(AREAS, visits=visits), "thematic-visits"),
        """
        year    | theme                     | local_areas
        2023    | alternative provision     | 2
        2024    | preparation for adulthood | 1
        England | every theme               | 2
        """,
    )


def test_two_themes_in_a_year_are_two_rows() -> None:
    visits = """
    area    | year | theme
    Ashford | 2024 | alternative provision
    Ashford | 2024 | preparation for adulthood
    """
    table = build_table(given(AREAS, visits=visits), "thematic-visits")
    assert [row.key for row in table.rows] == [
        "2024-alternative-provision",
        "2024-preparation-for-adulthood",
        "england",
    ]


def test_the_areas_visited_are_listed() -> None:
    visits = """
    area    | year | theme
    Barton  | 2023 | alternative provision
    """
    shows(
        build_table(given(AREAS, visits=visits), "thematic-visit-areas"),
        """
        year | theme                 | gss_code  | local_area
        2023 | alternative provision | E06000002 | Barton
        """,
    )


def test_a_thematic_visit_is_no_inspection_of_the_area() -> None:
    visits = """
    area    | year | theme
    Ashford | 2023 | alternative provision
    """
    shows(
        build_table(given(AREAS, visits=visits), "areas"),
        """
        local_area | status            | thematic_visits             | full_inspections
        Ashford    | not yet inspected | 2023: alternative provision | 0
        Barton     | not yet inspected | none recorded               | 0
        Corby      | not yet inspected | none recorded               | 0
        """,
    )


def test_a_year_that_has_not_ended_has_no_thematic_visit_yet() -> None:
    visits = """
    area    | year | theme
    Ashford | 2023 | alternative provision
    Barton  | 2024 | preparation for adulthood
    """
    shows(
        build_table(given(AREAS, visits=visits, as_at="2024-12-30"), "thematic-visits"),
        """
        year    | local_areas
        2023    | 1
        England | 1
        """,
    )


def test_thematic_visits_stay_whatever_reports_are_left_out() -> None:
    visits = """
    area    | year | theme
    Ashford | 2023 | alternative provision
    """
    table = build_table(given(AREAS, visits=visits, published_by="2023-01-01"), "thematic-visits")
    assert table.figure("england", "local_areas").records == ("E06000001",)


HELD = """
area    | start      | published  | outcome
Ashford | 2024-11-18 | 2025-02-04 | positive
Barton  | 2025-03-03 | 2025-05-13 | not recorded
Corby   | -          | 2025-05-20 | inconsistent
"""


def test_what_the_records_hold_and_lack() -> None:
    shows(
        build_table(given(AREAS, HELD, as_at="2025-05-15"), "register-completeness"),
        """
        measure                                | inspections
        Full inspections held                  | 3
        Read from the report and checked       | 0
        Taken from a public list, unchecked    | 3
        Without recorded dates, in no period   | 1
        Without a recorded outcome             | 1
        Report published after 15 May 2025     | 1
        Left out because the report came later | 0
        """,
    )


def test_what_published_by_leaves_out_is_counted() -> None:
    shows(
        build_table(given(AREAS, HELD, as_at="2025-05-15", published_by="2025-05-14"), "register-completeness"),
        """
        measure                                | inspections
        Full inspections held                  | 2
        Read from the report and checked       | 0
        Taken from a public list, unchecked    | 2
        Without recorded dates, in no period   | 0
        Without a recorded outcome             | 1
        Report published after 14 May 2025     | 0
        Left out because the report came later | 1
        """,
    )


def test_an_inspection_without_dates_is_listed_last_and_placed_in_no_period() -> None:
    shows(
        build_table(given(AREAS, HELD, as_at="2025-12-31"), "inspections"),
        """
        local_area | inspection_start | inspection_end | publication_date | outcome            | report_url
        Ashford    | 2024-11-18       | 2024-11-22     | 2025-02-04       | Typically positive | https://reports.example.org/E06000001/2024-11-18
        Barton     | 2025-03-03       | 2025-03-07     | 2025-05-13       | [x]                | https://reports.example.org/E06000002/2025-03-03
        Corby      | [x]              | [x]            | 2025-05-20       | Inconsistent       | https://reports.example.org/E06000003/2025-05-20
        """,
    )


def test_a_period_holds_no_inspection_without_dates() -> None:
    shows(
        build_table(given(AREAS, HELD, as_at="2025-12-31"), "outcomes-since-2023"),
        """
        typically_positive | inconsistent | total
        1                  | 0            | 1
        """,
    )
