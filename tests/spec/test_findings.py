"""Areas for improvement and for priority action: of each area, of each inspection, and by outcome.

The numbers of the packaged records are added up by hand from ../shared/truth, whose reports were read twice.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest
from tests.factories import day, population
from tests.spec.manual import given, shows

from areasend.register import packaged_register
from areasend.statistics import Population, build_table

SHARED = Path(__file__).parents[3] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not on this machine")

AREAS = """
area    | region
Ashford | London
Barton  | London
Corby   | London
Dover   | South West
"""
INSPECTIONS = """
area    | start      | outcome
Ashford | 2023-02-06 | widespread
Ashford | 2024-09-23 | positive
Barton  | 2024-01-22 | inconsistent
Corby   | 2024-02-05 | widespread
"""
FOUND = """
area    | start      | afi | apa
Ashford | 2023-02-06 | 4   | 3
Ashford | 2024-09-23 | 2   | 0
Corby   | 2024-02-05 | 5   | 1
"""


def made(as_at: str = "2024-12-31") -> Population:
    return given(AREAS, INSPECTIONS, found=FOUND, as_at=as_at)


def test_an_area_has_the_findings_of_its_latest_inspection() -> None:
    """Barton's are not recorded, which is not the same as none; Dover has no inspection that could have any."""
    shows(
        build_table(made(), "areas"),
        """
        local_area | latest_outcome                      | areas_for_improvement | areas_for_priority_action
        Ashford    | Typically positive                  | 2                     | 0
        Barton     | Inconsistent                        | [x]                   | [x]
        Corby      | Widespread and/or systemic failings | 5                     | 1
        Dover      | [z]                                 | [z]                   | [z]
        """,
    )


def test_before_its_re_inspection_an_area_has_the_findings_of_the_first() -> None:
    shows(
        build_table(made(as_at="2024-09-26"), "areas"),
        """
        local_area | areas_for_improvement | areas_for_priority_action
        Ashford    | 4                     | 3
        Barton     | [x]                   | [x]
        Corby      | 5                     | 1
        Dover      | [z]                   | [z]
        """,
    )


def test_each_inspection_has_its_own_findings() -> None:
    shows(
        build_table(made(), "inspections"),
        """
        inspection_id        | areas_for_improvement | areas_for_priority_action
        E06000001-2023-02-06 | 4                     | 3
        E06000002-2024-01-22 | [x]                   | [x]
        E06000003-2024-02-05 | 5                     | 1
        E06000001-2024-09-23 | 2                     | 0
        """,
    )


BY_OUTCOME = "outcome | inspections_with_findings | areas_for_improvement | areas_for_priority_action"


def test_findings_by_outcome_count_every_inspection_whose_findings_are_recorded() -> None:
    shows(
        build_table(made(), "findings-by-outcome"),
        f"""
        {BY_OUTCOME}
        Typically positive                  | 1 | 2  | 0
        Inconsistent                        | 0 | 0  | 0
        Widespread and/or systemic failings | 2 | 9  | 4
        England                             | 3 | 11 | 4
        """,
    )


def test_what_is_counted_are_the_findings() -> None:
    table = build_table(made(), "findings-by-outcome")
    assert table.figure("typically_positive", "areas_for_improvement").records == (
        "E06000001-2024-09-23-afi-1",
        "E06000001-2024-09-23-afi-2",
    )
    assert table.figure("england", "areas_for_priority_action").records == (
        "E06000001-2023-02-06-apa-1",
        "E06000001-2023-02-06-apa-2",
        "E06000001-2023-02-06-apa-3",
        "E06000003-2024-02-05-apa-1",
    )
    figure = build_table(made(), "areas").figure("E06000001", "areas_for_improvement")
    assert (figure.unit, figure.label, figure.records) == (
        "areas for improvement",
        "Areas for improvement, latest full inspection of Ashford, as at 31 December 2024",
        ("E06000001-2024-09-23-afi-1", "E06000001-2024-09-23-afi-2"),
    )


def test_the_table_says_that_it_is_not_of_every_inspection() -> None:
    assert any("not those of every inspection" in note for note in build_table(made(), "findings-by-outcome").notes)


def test_an_inspection_without_a_recorded_outcome_is_in_its_list_and_in_no_count_of_outcomes() -> None:
    one = """
    area    | start      | outcome
    Ashford | 2025-03-10 | not recorded
    """
    found = """
    area    | start      | afi | apa
    Ashford | 2025-03-10 | 3   | 1
    """
    later = given(AREAS, one, found=found, as_at="2025-12-31")
    assert build_table(later, "findings-by-outcome").figure("england", "areas_for_improvement").value == 0
    assert build_table(later, "inspections").figure("E06000001-2025-03-10", "areas_for_improvement").value == 3


def test_the_findings_of_the_packaged_records_to_the_end_of_2024() -> None:
    """36 reports. Of 9 with the third outcome: 4 + 6 + 6 + 5 + 2 + 3 + 2 + 5 + 2 = 35 areas for priority action."""
    shows(
        build_table(population(packaged_register()), "findings-by-outcome"),
        f"""
        {BY_OUTCOME}
        Typically positive                  | 10 | 25  | 0
        Inconsistent                        | 17 | 72  | 0
        Widespread and/or systemic failings | 9  | 36  | 35
        England                             | 36 | 133 | 35
        """,
    )


def test_dudley_of_january_2025_is_the_37th_with_3_areas_for_improvement() -> None:
    table = build_table(population(packaged_register(), day("2025-03-31")), "findings-by-outcome")
    assert [table.figure("england", column).value for column in table.heading[1:]] == [37, 136, 35]


@pytest.mark.parametrize(
    ("area", "improvement", "priority"),
    [
        ("Bury", "3", "6"),
        ("Kingston upon Hull", "5", "0"),
        ("Telford and Wrekin", "2", "0"),
        ("Suffolk", "3", "2"),
        ("Cornwall", "[x]", "[x]"),  # inspected; its report is not among those that were read for this
        ("Leeds", "[z]", "[z]"),  # not yet inspected
    ],
)
def test_the_findings_of_an_area(area: str, improvement: str, priority: str) -> None:
    table = build_table(population(packaged_register()), "areas")
    (row,) = (row for row in table.text_rows() if row[table.heading.index("plain_name")] == area)
    found = dict(zip(table.heading, row, strict=True))
    assert (found["areas_for_improvement"], found["areas_for_priority_action"]) == (improvement, priority)


@needs_shared
def test_each_inspection_names_as_many_as_its_report() -> None:
    """By counting the statements, and by the totals that stand beside them in another file of the truth."""
    with (SHARED / "truth" / "inspections.csv").open(encoding="utf-8-sig", newline="") as file:
        reports = {row["urn"]: row for row in csv.DictReader(file)}
    with (SHARED / "truth" / "statements.csv").open(encoding="utf-8-sig", newline="") as file:
        counts = Counter((row["urn"], row["kind"]) for row in csv.DictReader(file))
    table = build_table(population(packaged_register(), day("2026-06-30")), "inspections")
    columns = ("inspection_id", "areas_for_improvement", "areas_for_priority_action")
    places = [table.heading.index(name) for name in columns]
    cells = [[row[place] for place in places] for row in table.text_rows()]
    known = {name: (improvement, urgent) for name, improvement, urgent in cells if improvement != "[x]"}
    ids = {urn: f"{row['gss_code']}-{row['inspection_start']}" for urn, row in reports.items()}
    assert known == {ids[urn]: (str(counts[urn, "afi"]), str(counts[urn, "apa"])) for urn in reports}
    assert known == {
        ids[urn]: (row["n_areas_for_improvement"], row["n_areas_for_priority_action"]) for urn, row in reports.items()
    }
