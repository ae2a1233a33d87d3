"""Inspections by outcome: in the year, since the framework began, by region and over time."""

import pytest
from tests.spec.manual import given, shows

from areasend.statistics import build_table

AREAS = """
area    | region
Ashford | London
Barton  | North East
Corby   | Yorkshire and the Humber
Dover   | South East
"""

INSPECTIONS = """
area    | start      | outcome
Ashford | 2023-02-06 | positive
Barton  | 2023-12-27 | inconsistent
Corby   | 2024-01-22 | positive
Dover   | 2024-06-24 | widespread
Ashford | 2024-09-30 | inconsistent
"""


def test_the_calendar_year_counts_inspections_whose_last_day_lies_in_it() -> None:
    shows(
        build_table(given(AREAS, INSPECTIONS), "outcomes-in-year"),
        """
        group   | typically_positive | inconsistent | widespread_systemic_failings | total
        England | 1                  | 1            | 1                            | 3
        """,
    )


def test_the_calendar_year_runs_to_the_date_of_the_snapshot() -> None:
    shows(
        build_table(given(AREAS, INSPECTIONS, as_at="2024-06-30"), "outcomes-in-year"),
        """
        group   | typically_positive | inconsistent | widespread_systemic_failings | total
        England | 1                  | 0            | 1                            | 2
        """,
    )


def test_an_inspection_over_the_new_year_belongs_to_the_year_in_which_it_ends() -> None:
    over = """
    area    | start      | end        | outcome
    Ashford | 2023-12-28 | 2024-01-03 | positive
    """
    shows(
        build_table(given(AREAS, over), "outcomes-by-year"),
        """
        year    | typically_positive | inconsistent | widespread_systemic_failings | total
        2023    | 0                  | 0            | 0                            | 0
        2024    | 1                  | 0            | 0                            | 1
        England | 1                  | 0            | 0                            | 1
        """,
    )


def test_since_the_framework_began_shares_are_of_the_total_rounded_half_up() -> None:
    """2 of 5 are 40%, 1 of 5 is 20%."""
    shows(
        build_table(given(AREAS, INSPECTIONS), "outcomes-since-2023"),
        """
        group   | total | typically_positive_pct | inconsistent_pct | widespread_systemic_failings_pct
        England | 5     | 40                         | 40                   | 20
        """,
    )


def test_half_a_per_cent_is_rounded_up() -> None:
    """1 of 8 is 12.5%: 13, and never 12."""
    eight = "area | start | outcome\n" + "\n".join(
        f"{'Barton' if week else 'Ashford'} | 2024-0{week + 1}-01 | {'inconsistent' if week else 'positive'}"
        for week in range(8)
    )
    shows(
        build_table(given(AREAS, eight), "outcomes-since-2023"),
        """
        typically_positive | inconsistent | typically_positive_pct | inconsistent_pct
        1                  | 7            | 13                         | 88
        """,
    )


def test_an_inspection_without_an_outcome_is_in_no_count_of_outcomes() -> None:
    unknown = """
    area    | start      | outcome
    Ashford | 2025-02-03 | not recorded
    Barton  | 2025-02-03 | positive
    """
    shows(
        build_table(given(AREAS, unknown, as_at="2025-06-30"), "outcomes-since-2023"),
        """
        typically_positive | inconsistent | widespread_systemic_failings | total | typically_positive_pct
        1                  | 0            | 0                            | 1     | 100
        """,
    )


def test_with_nothing_inspected_counts_are_0_and_shares_do_not_apply() -> None:
    shows(
        build_table(given(AREAS), "outcomes-since-2023"),
        """
        typically_positive | total | typically_positive_pct
        0                  | 0     | [z]
        """,
    )


def test_by_the_8_regions_of_the_inspectorate() -> None:
    """The North East and Yorkshire and the Humber are one of them; Ashford's two inspections both count."""
    shows(
        build_table(given(AREAS, INSPECTIONS), "outcomes-by-region"),
        """
        region                               | typically_positive | inconsistent | widespread_systemic_failings | total
        East Midlands                        | 0                  | 0            | 0                            | 0
        East of England                      | 0                  | 0            | 0                            | 0
        London                               | 1                  | 1            | 0                            | 2
        North East, Yorkshire and the Humber | 1                  | 1            | 0                            | 2
        North West                           | 0                  | 0            | 0                            | 0
        South East                           | 0                  | 0            | 1                            | 1
        South West                           | 0                  | 0            | 0                            | 0
        West Midlands                        | 0                  | 0            | 0                            | 0
        England                              | 2                  | 2            | 1                            | 5
        """,
    )


def test_by_the_9_regions_of_the_office_for_national_statistics() -> None:
    shows(
        build_table(given(AREAS, INSPECTIONS), "outcomes-by-ons-region"),
        """
        region                   | typically_positive | inconsistent | widespread_systemic_failings | total
        East Midlands            | 0                  | 0            | 0                            | 0
        East of England          | 0                  | 0            | 0                            | 0
        London                   | 1                  | 1            | 0                            | 2
        North East               | 0                  | 1            | 0                            | 1
        North West               | 0                  | 0            | 0                            | 0
        South East               | 0                  | 0            | 1                            | 1
        South West               | 0                  | 0            | 0                            | 0
        West Midlands            | 0                  | 0            | 0                            | 0
        Yorkshire and the Humber | 1                  | 0            | 0                            | 1
        England                  | 2                  | 2            | 1                            | 5
        """,
    )


def test_shares_by_region_stand_beside_their_base() -> None:
    shows(
        build_table(given(AREAS, INSPECTIONS), "outcome-shares-by-region"),
        """
        region                               | typically_positive_pct | inconsistent_pct | total
        East Midlands                        | [z]                        | [z]                  | 0
        East of England                      | [z]                        | [z]                  | 0
        London                               | 50                         | 50                   | 2
        North East, Yorkshire and the Humber | 50                         | 50                   | 2
        North West                           | [z]                        | [z]                  | 0
        South East                           | 0                          | 0                    | 1
        South West                           | [z]                        | [z]                  | 0
        West Midlands                        | [z]                        | [z]                  | 0
        England                              | 40                         | 40                   | 5
        """,
    )


def test_shares_by_region_have_counts_then_their_total_then_shares() -> None:
    table = build_table(given(AREAS, INSPECTIONS), "outcome-shares-by-region")
    assert table.heading == (
        "region",
        "typically_positive",
        "inconsistent",
        "widespread_systemic_failings",
        "total",
        "typically_positive_pct",
        "inconsistent_pct",
        "widespread_systemic_failings_pct",
    )
    (south_east,) = (row for row in table.text_rows() if row[0] == "South East")
    assert south_east == ("South East", "0", "0", "1", "1", "0", "0", "100")


def test_the_total_is_said_to_be_of_recorded_outcomes() -> None:
    total = build_table(given(AREAS, INSPECTIONS), "outcomes-by-region").figure("london", "total")
    assert total.label == "Full inspections with a recorded outcome, London, 1 January 2023 to 31 December 2024"


def in_every_region(number: int) -> tuple[str, str]:
    """As many areas as told in each of the 8 regions, each inspected once."""
    regions = ("East Midlands", "East of England", "London", "North East", "North West", "South East", "South West")
    names = [(f"{name} {each}", name) for name in (*regions, "West Midlands") for each in range(number)]
    areas = "area | region\n" + "\n".join(f"{area} | {region}" for area, region in names)
    return areas, "area | start | outcome\n" + "\n".join(f"{area} | 2024-01-22 | positive" for area, _ in names)


FEW = "Some regions have few inspections: compare regions with caution."
NOT_FEW = "Compare regions with caution: their areas were not chosen at random."


@pytest.mark.parametrize(("number", "note", "other"), [(9, FEW, NOT_FEW), (10, NOT_FEW, FEW)])
def test_regions_are_called_small_only_where_one_has_fewer_than_10(number: int, note: str, other: str) -> None:
    notes = build_table(given(*in_every_region(number)), "outcome-shares-by-region").notes
    assert (note in notes, other in notes) == (True, False)


def test_a_region_is_small_by_the_inspections_that_its_shares_are_of() -> None:
    """10 inspections in each region; one of London has no outcome, so London's shares are of 9."""
    areas, inspections = in_every_region(10)
    lacking = inspections.replace("London 0 | 2024-01-22 | positive", "London 0 | 2024-01-22 | not recorded")
    assert FEW in build_table(given(areas, lacking), "outcome-shares-by-region").notes


def test_by_calendar_year() -> None:
    shows(
        build_table(given(AREAS, INSPECTIONS), "outcomes-by-year"),
        """
        year    | typically_positive | inconsistent | widespread_systemic_failings | total
        2023    | 1                  | 1            | 0                            | 2
        2024    | 1                  | 1            | 1                            | 3
        England | 2                  | 2            | 1                            | 5
        """,
    )


def test_by_calendar_quarter_the_last_one_to_date() -> None:
    """As at 30 June 2024, Dover's inspection of 24 to 28 June is in; Ashford's of the autumn is not yet."""
    shows(
        build_table(given(AREAS, INSPECTIONS, as_at="2024-06-30"), "outcomes-by-quarter"),
        """
        quarter                  | typically_positive | inconsistent | widespread_systemic_failings | total
        January to March 2023    | 1                  | 0            | 0                            | 1
        April to June 2023       | 0                  | 0            | 0                            | 0
        July to September 2023   | 0                  | 0            | 0                            | 0
        October to December 2023 | 0                  | 1            | 0                            | 1
        January to March 2024    | 1                  | 0            | 0                            | 1
        April to June 2024       | 0                  | 0            | 1                            | 1
        England                  | 2                  | 1            | 1                            | 4
        """,
    )


def test_published_by_leaves_out_reports_that_came_later() -> None:
    late = """
    area    | start      | published  | outcome
    Ashford | 2024-11-18 | 2025-02-04 | positive
    Barton  | 2024-10-07 | 2024-11-28 | inconsistent
    """
    shows(
        build_table(given(AREAS, late, published_by="2024-12-31"), "outcomes-since-2023"),
        """
        typically_positive | inconsistent | total
        0                  | 1            | 1
        """,
    )
