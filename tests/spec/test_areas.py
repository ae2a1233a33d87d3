"""Local areas by latest outcome, how many are inspected, and what two inspections of an area found."""

from tests.spec.manual import cells_of, given, shows

from areasend.statistics import Table, build_table

AREAS = """
area    | region     | from       | formed of
Ashford | London     | -          | -
Barton  | London     | -          | -
Corby   | London     | -          | -
Dover   | London     | -          | -
Exeter  | South West | 2023-04-01 | Old Exeter
"""


def shows_region(table: Table, expected: str) -> None:
    """The rows of London, the South West and England only; no other region has an area here."""
    heading, *rows = cells_of(expected)
    places = [table.heading.index(name) for name in heading]
    found = [row for row in table.text_rows() if row[0] in ("London", "South West", "England")]
    assert [[row[place] for place in places] for row in found] == rows


def test_an_area_counts_once_by_its_latest_outcome() -> None:
    twice = """
    area    | start      | outcome
    Ashford | 2023-02-06 | widespread
    Ashford | 2024-09-23 | positive
    Barton  | 2024-01-22 | inconsistent
    """
    shows_region(
        build_table(given(AREAS, twice), "areas-by-latest-outcome"),
        """
        region     | typically_positive | inconsistent | widespread_systemic_failings | not_yet_inspected | total
        London     | 1                  | 1            | 0                            | 2                 | 4
        South West | 0                  | 0            | 0                            | 1                 | 1
        England    | 1                  | 1            | 0                            | 3                 | 5
        """,
    )


def test_the_latest_outcome_is_that_of_the_date_of_the_snapshot() -> None:
    twice = """
    area    | start      | outcome
    Ashford | 2023-02-06 | widespread
    Ashford | 2024-09-23 | positive
    """
    shows_region(
        build_table(given(AREAS, twice, as_at="2024-09-26"), "areas-by-latest-outcome"),
        """
        region     | typically_positive | widespread_systemic_failings | not_yet_inspected
        London     | 0                  | 1                            | 3
        South West | 0                  | 0                            | 1
        England    | 0                  | 1                            | 4
        """,
    )


GAPS = """
area    | start      | published  | outcome
Ashford | 2025-07-07 | 2025-11-06 | not recorded
Barton  | -          | 2025-05-13 | inconsistent
Corby   | -          | 2026-02-10 | inconsistent
"""


def test_what_the_records_lack_is_counted_apart() -> None:
    """As at the end of 2025, Barton's report is out, so it has an outcome; Corby's is not."""
    shows_region(
        build_table(given(AREAS, GAPS, as_at="2025-12-31"), "areas-by-latest-outcome"),
        """
        region     | inconsistent | outcome_not_recorded | not_established | not_yet_inspected | total
        London     | 1            | 1                    | 1               | 1                 | 4
        South West | 0            | 0                    | 0               | 1                 | 1
        England    | 1            | 1                    | 1               | 2                 | 5
        """,
    )


def test_coverage_counts_an_area_without_a_recorded_outcome_as_inspected() -> None:
    """2 of 5 are 40%."""
    shows_region(
        build_table(given(AREAS, GAPS, as_at="2025-12-31"), "coverage"),
        """
        region     | local_areas | inspected | not_established | not_yet_inspected | inspected_pct
        London     | 4           | 2         | 1               | 1                 | 50
        South West | 1           | 0         | 0               | 1                 | 0
        England    | 5           | 2         | 1               | 2                 | 40
        """,
    )


def test_a_predecessors_inspection_is_not_carried_over() -> None:
    formed = """
    area     | region     | from       | to         | formed of
    Cumbria  | North West | -          | 2024-03-31 | -
    Kendal   | North West | 2024-04-01 | -          | Cumbria
    """
    before = """
    area    | start      | outcome
    Cumbria | 2023-05-15 | positive
    """
    table = build_table(given(formed, before), "areas")
    shows(
        table,
        """
        local_area | status            | latest_outcome | full_inspections | predecessors | in_present_form_since
        Kendal     | not yet inspected | [z]            | 0                | Cumbria      | 2024-04-01
        """,
    )


def test_a_predecessors_inspection_still_counts_as_an_inspection() -> None:
    formed = """
    area     | region     | from       | to         | formed of
    Cumbria  | North West | -          | 2024-03-31 | -
    Kendal   | North West | 2024-04-01 | -          | Cumbria
    """
    before = """
    area    | start      | outcome
    Cumbria | 2023-05-15 | positive
    """
    shows(
        build_table(given(formed, before), "outcomes-since-2023"),
        """
        typically_positive | total
        1                  | 1
        """,
    )


def test_areas_lists_each_with_what_is_known_of_its_latest_inspection() -> None:
    shows(
        build_table(given(AREAS, GAPS, as_at="2025-12-31"), "areas"),
        """
        local_area | status                                              | latest_outcome | inspection_start
        Ashford    | inspected, outcome not recorded                     | [x]            | 2025-07-07
        Barton     | inspected                                           | Inconsistent   | [x]
        Corby      | not established: an inspection has no recorded date | [x]            | [x]
        Dover      | not yet inspected                                   | [z]            | [z]
        Exeter     | not yet inspected                                   | [z]            | [z]
        """,
    )


LATE = """
area    | start      | published  | outcome
Ashford | 2024-11-18 | 2025-02-04 | positive
Barton  | 2023-02-06 | 2023-05-05 | inconsistent
Barton  | 2024-11-18 | 2025-02-04 | positive
Corby   | 2024-11-18 | -          | positive
"""


def test_an_area_whose_only_report_came_later_is_not_called_uninspected() -> None:
    """Barton keeps the outcome whose report was out in time; Ashford's and Corby's inspections are left out."""
    shows(
        build_table(given(AREAS, LATE, published_by="2024-12-31"), "areas"),
        """
        local_area | status                             | latest_outcome | next_full_inspection         | source
        Ashford    | not counted: the report came later | [x]            | [x]                          | [x]
        Barton     | inspected                          | Inconsistent   | within approximately 3 years | secondary
        Corby      | not counted: the report came later | [x]            | [x]                          | [x]
        Dover      | not yet inspected                  | [z]            | [z]                          | [z]
        Exeter     | not yet inspected                  | [z]            | [z]                          | [z]
        """,
    )


def test_a_report_that_came_later_is_counted_as_not_established() -> None:
    shows_region(
        build_table(given(AREAS, LATE, published_by="2024-12-31"), "areas-by-latest-outcome"),
        """
        region     | typically_positive | inconsistent | not_established | not_yet_inspected | total
        London     | 0                  | 1            | 2               | 1                 | 4
        South West | 0                  | 0            | 0               | 1                 | 1
        England    | 0                  | 1            | 2               | 2                 | 5
        """,
    )


def test_coverage_has_what_came_later_neither_inspected_nor_uninspected() -> None:
    shows_region(
        build_table(given(AREAS, LATE, published_by="2024-12-31"), "coverage"),
        """
        region     | local_areas | inspected | not_established | not_yet_inspected | inspected_pct
        London     | 4           | 1         | 2               | 1                 | 25
        South West | 1           | 0         | 0               | 1                 | 0
        England    | 5           | 1         | 2               | 2                 | 20
        """,
    )


def test_what_had_not_ended_by_the_date_did_not_come_later() -> None:
    table = build_table(given(AREAS, LATE, as_at="2024-11-21", published_by="2024-11-21"), "coverage")
    assert table.figure("england", "not_established").records == ()


def test_first_outcome_against_second() -> None:
    again = """
    area    | start      | outcome
    Ashford | 2023-02-06 | inconsistent
    Ashford | 2024-02-05 | inconsistent
    Ashford | 2024-09-23 | positive
    Barton  | 2023-03-06 | widespread
    Barton  | 2024-03-04 | positive
    Corby   | 2023-03-06 | positive
    """
    shows(
        build_table(given(AREAS, again), "first-and-second-outcomes"),
        """
        first_outcome                       | typically_positive | inconsistent | widespread_systemic_failings | total
        Typically positive                  | 0                  | 0            | 0                            | 0
        Inconsistent                        | 0                  | 1            | 0                            | 1
        Widespread and/or systemic failings | 1                  | 0            | 0                            | 1
        England                             | 1                  | 1            | 0                            | 2
        """,
    )


def test_a_pair_without_both_outcomes_is_no_pair() -> None:
    again = """
    area    | start      | outcome
    Ashford | 2023-02-06 | inconsistent
    Ashford | 2025-02-03 | not recorded
    """
    shows(
        build_table(given(AREAS, again, as_at="2025-12-31"), "first-and-second-outcomes"),
        """
        first_outcome                       | total
        Typically positive                  | 0
        Inconsistent                        | 0
        Widespread and/or systemic failings | 0
        England                             | 0
        """,
    )


def test_what_the_first_and_second_outcomes_leave_out_is_said() -> None:
    table = build_table(given(AREAS), "first-and-second-outcomes")
    assert table.notes[-1] == "An area whose first or second outcome is not recorded is left out."
    assert [(column.title, column.description) for column in table.columns[1:]] == [
        (
            "Typically positive experiences and outcomes",
            "Local areas with the second outcome: Typically positive experiences and outcomes",
        ),
        (
            "Inconsistent experiences and outcomes",
            "Local areas with the second outcome: Inconsistent experiences and outcomes",
        ),
        (
            "Widespread and/or systemic failings",
            "Local areas with the second outcome: Widespread and/or systemic failings",
        ),
        ("Total", "Local areas whose first and second outcomes are both recorded"),
    ]
