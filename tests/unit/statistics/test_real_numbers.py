"""The packaged records, counted: the numbers that the reports and the publications give, written down by hand."""

from functools import lru_cache
from statistics import median

import pytest
from tests.factories import INCONSISTENT, POSITIVE, WIDESPREAD, day, population

from areasend.register import packaged_register
from areasend.statistics import Counted, Stand, Status, broken_invariants, count_population, standings

# Positive, inconsistent, widespread, total, rebuilt from the 54 reports (docs/domain.md, section 9.3).
BY_REGION = {
    "East Midlands": (1, 0, 4, 5),
    "East of England": (1, 1, 2, 4),
    "London": (3, 6, 1, 10),
    "North East, Yorkshire and the Humber": (4, 5, 0, 9),
    "North West": (1, 3, 4, 8),
    "South East": (1, 6, 1, 8),
    "South West": (2, 2, 1, 5),
    "West Midlands": (1, 3, 1, 5),
    "England": (14, 26, 14, 54),
}


@lru_cache
def counted(as_at: str, published_by: str = "") -> Counted:
    return count_population(population(packaged_register(), day(as_at), day(published_by) if published_by else None))


def rows(table: str, as_at: str, published_by: str = "") -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in counted(as_at, published_by).table(table).text_rows()}


def as_text(numbers: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(str(number) for number in numbers)


def test_outcomes_by_the_8_regions() -> None:
    assert rows("outcomes-by-region", "2024-12-31") == {name: as_text(row) for name, row in BY_REGION.items()}


def test_the_9_regions_part_the_merged_one() -> None:
    """The North East alone 2, 3, 0; Yorkshire and the Humber alone 2, 2, 0 (docs/domain.md, section 9.3)."""
    expected = {name: as_text(row) for name, row in BY_REGION.items() if name != "North East, Yorkshire and the Humber"}
    parted = {"North East": as_text((2, 3, 0, 5)), "Yorkshire and the Humber": as_text((2, 2, 0, 4))}
    assert rows("outcomes-by-ons-region", "2024-12-31") == expected | parted


@pytest.mark.parametrize("table", ["outcomes-by-region", "outcomes-by-ons-region"])
@pytest.mark.parametrize("as_at", ["2023-12-31", "2024-12-31", "2026-06-30"])
def test_either_set_of_regions_adds_up_to_england(table: str, as_at: str) -> None:
    found = {name: [int(cell) for cell in row] for name, row in rows(table, as_at).items()}
    england = found.pop("England")
    assert [sum(column) for column in zip(*found.values(), strict=True)] == england


@pytest.mark.parametrize(("as_at", "expected"), [("2023-12-31", (7, 11, 8, 26)), ("2024-12-31", (14, 26, 14, 54))])
def test_outcomes_since_the_framework_began(as_at: str, expected: tuple[int, ...]) -> None:
    assert rows("outcomes-since-2023", as_at)["England"][:4] == as_text(expected)


def test_outcomes_in_2024() -> None:
    assert rows("outcomes-in-year", "2024-12-31") == {"England": ("7", "15", "6", "28")}


def test_outcomes_by_year() -> None:
    assert rows("outcomes-by-year", "2024-12-31") == {
        "2023": ("7", "11", "8", "26"),
        "2024": ("7", "15", "6", "28"),
        "England": ("14", "26", "14", "54"),
    }


def test_areas_first_inspected_by_quarter() -> None:
    """8 by March 2023 and 26 by its end, as published; 54 of 153 by the end of 2024 (docs/domain.md, section 9.3)."""
    found = rows("areas-first-inspected", "2024-12-31")
    assert found["October to December 2023"][1:] == ("26", "153")
    assert found["October to December 2024"][1:] == ("54", "153")


def test_reports_by_working_days_hold_the_54() -> None:
    found = rows("reports-by-working-days", "2024-12-31")
    assert found["England"] == ("54",)
    assert sum(int(number) for (number,) in found.values()) == 54 + 54


def test_shares_since_the_framework_began() -> None:
    assert rows("outcomes-since-2023", "2024-12-31")["England"][4:] == ("26", "48", "26")


def test_49_with_reports_published_by_the_end_of_2024() -> None:
    """Of the 5 left out, Bedford is positive, Lancashire widespread and the other 3 inconsistent."""
    assert rows("outcomes-since-2023", "2024-12-31", "2024-12-31")["England"][:4] == ("13", "23", "13", "49")


def test_leaving_reports_out_is_partial() -> None:
    assert counted("2024-12-31", "2024-12-31").status is Status.PARTIAL


def test_cornwall_has_two_inspections_in_june_2026() -> None:
    (cornwall,) = (
        standing
        for standing in standings(population(packaged_register(), day("2026-06-30")))
        if standing.area.name == "Cornwall"
    )
    assert [entry.inspection_id for entry in cornwall.history] == ["E06000052-2023-02-06", "E06000052-2026-03-23"]
    assert cornwall.stand is Stand.OUTCOME


def test_a_re_inspection_parts_the_two_measures() -> None:
    """97 inspections held, 3 of them without dates and 1 without an outcome; 96 areas, because Cornwall has two."""
    found = counted("2026-06-30")
    inspections = found.table("register-completeness").figure("held", "inspections").value
    inspected = found.table("coverage").figure("england", "inspected").value
    assert (inspections, inspected) == (97, 96)
    assert found.claims.apart[0] == "an area that was inspected again has more than one inspection"


def test_until_the_first_re_inspection_the_two_measures_agree() -> None:
    found = counted("2024-12-31")
    by_outcome = found.table("areas-by-latest-outcome")
    assert [by_outcome.figure("england", key).value for key in (POSITIVE, INCONSISTENT, WIDESPREAD)] == [14, 26, 14]
    assert found.claims.apart == ()


def test_the_5_areas_whose_report_came_in_2025_are_not_called_uninspected() -> None:
    """99 of 153 are not yet inspected, whether or not the 5 reports of February 2025 are left out."""
    assert rows("coverage", "2024-12-31", "2024-12-31")["England"] == ("153", "49", "5", "99", "32")
    places = standings(population(packaged_register(), day("2024-12-31"), day("2024-12-31")))
    assert sorted(place.area.plain_name for place in places if place.stand is Stand.REPORT_LATER) == [
        "Bedford",
        "Darlington",
        "East Sussex",
        "Herefordshire",
        "Lancashire",
    ]


def test_99_of_153_areas_are_not_yet_inspected() -> None:
    assert rows("coverage", "2024-12-31")["England"] == ("153", "54", "0", "99", "35")


def test_the_first_and_second_outcome_of_cornwall() -> None:
    table = counted("2026-06-30").table("first-and-second-outcomes")
    assert table.figure(INCONSISTENT, INCONSISTENT).records == ("E06000052",)


def test_12_areas_had_thematic_visits_6_in_each_year() -> None:
    assert [row[-1] for row in counted("2024-12-31").table("thematic-visits").text_rows()] == ["6", "6", "12"]


def days_without_cornwall() -> dict[str, list[int]]:
    """The working days of 53 of the 54: docs/domain.md, section 4.3, had no day of publication for Cornwall."""
    found: dict[str, list[int]] = {}
    table = counted("2024-12-31").table("inspections")
    outcome = table.heading.index("outcome_key")
    for row in table.rows:
        if row.key != "E06000052-2023-02-06":
            figure = table.figure(row.key, "working_days_to_publication")
            assert isinstance(figure.value, int)
            found.setdefault(str(row.cells[outcome]), []).append(figure.value)
    return found


def test_the_working_days_are_those_of_the_fact_sheet() -> None:
    every = [days for held in days_without_cornwall().values() for days in held]
    assert (len(every), min(every), median(every), max(every)) == (53, 29, 43, 100)
    assert (sum(d <= 38 for d in every), sum(d <= 45 for d in every), sum(d > 60 for d in every)) == (11, 29, 8)


def test_the_medians_by_outcome_are_those_of_the_fact_sheet() -> None:
    medians = {outcome: median(held) for outcome, held in days_without_cornwall().items()}
    assert medians == {POSITIVE: 40.5, INCONSISTENT: 45, WIDESPREAD: 45.5}


@pytest.mark.parametrize(
    ("inspection", "days"),
    [
        ("E08000018-2024-09-30", 29),
        ("E10000032-2023-11-27", 61),
        ("E06000020-2023-03-20", 66),
        ("E10000024-2023-01-30", 68),
        ("E06000062-2024-03-18", 76),
        ("E10000015-2023-07-10", 84),
        ("E08000036-2024-03-18", 86),
        ("E09000010-2023-03-20", 88),
        ("E06000065-2024-04-29", 100),
    ],
)
def test_the_longest_and_the_shortest_times_by_name(inspection: str, days: int) -> None:
    table = counted("2024-12-31").table("inspections")
    assert table.figure(inspection, "working_days_to_publication").value == days


@pytest.mark.parametrize("as_at", ["2023-04-01", "2023-12-31", "2024-02-29", "2024-12-31", "2026-06-30", "2028-12-31"])
@pytest.mark.parametrize("published_by", ["", "2024-12-31"])
def test_no_invariant_is_broken(as_at: str, published_by: str) -> None:
    assert tuple(broken_invariants(counted(as_at, published_by))) == ()


@pytest.mark.parametrize("as_at", ["2024-12-31", "2026-06-30"])
def test_figure_ids_are_unique_over_all_tables(as_at: str) -> None:
    ids = [figure.id for table in counted(as_at).tables for figure in table.figures()]
    assert len(ids) == len(set(ids))


def test_working_days_england_row_has_all_54() -> None:
    assert rows("working-days-to-publication", "2024-12-31")["England"][1:2] == ("54",)


def test_the_two_pauses_of_2024_are_said_of_the_packaged_records() -> None:
    """The local elections of 2 May 2024 and the general election of 4 July 2024."""
    said = "No report in these records was published from"
    assert counted("2024-12-31").table("working-days-to-publication").notes[-2:] == (
        f"{said} 4 April 2024 to 6 May 2024, around the local elections of May 2024.",
        f"{said} 21 May 2024 to 11 July 2024, around the general election of 4 July 2024.",
    )
