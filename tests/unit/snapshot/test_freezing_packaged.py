"""The packaged records, frozen: held against the publications and against the facts that they were made from."""

import csv
from datetime import date
from pathlib import Path

import pytest
from tests.factories import WIDESPREAD, day, snapshot

from areasend.register import packaged_register

FACTS = Path(__file__).parents[4] / "shared" / "facts" / "inspections.csv"

with_facts = pytest.mark.skipif(not FACTS.is_file(), reason="../shared/facts is not here")


def facts() -> list[dict[str, str]]:
    with FACTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_54_inspections_by_the_end_of_2024_as_the_publication_says() -> None:
    assert len(snapshot(packaged_register(), day("2024-12-31")).inspections) == 54


def test_49_of_them_were_published_by_then() -> None:
    """5 of the 54 were published in February 2025 (docs/domain.md, section 12.1, point 4)."""
    assert len(snapshot(packaged_register(), day("2024-12-31"), day("2024-12-31")).inspections) == 49


def test_the_5_left_out_are_those_published_in_february_2025() -> None:
    names = {str(area.gss_code): area.plain_name for area in packaged_register().local_areas}
    left_out = snapshot(packaged_register(), day("2024-12-31"), day("2024-12-31")).left_out
    assert sorted(names[entry.inspection_id[:9]] for entry in left_out) == [
        "Bedford",
        "Darlington",
        "East Sussex",
        "Herefordshire",
        "Lancashire",
    ]


def test_26_inspections_by_the_end_of_2023_as_the_release_of_2024_says() -> None:
    assert len(snapshot(packaged_register(), day("2023-12-31")).inspections) == 26


@pytest.mark.parametrize(("as_at", "held", "widespread"), [("2024-03-31", 35, 11), ("2024-06-30", 42, 12)])
def test_the_counts_that_others_quoted_are_reproduced(as_at: str, held: int, widespread: int) -> None:
    """National Audit Office: 31% of 35 by March 2024; Schools Week: 12 of 42 (docs/domain.md, section 11)."""
    found = snapshot(packaged_register(), day(as_at)).inspections
    assert (len(found), sum(entry.outcome == WIDESPREAD for entry in found)) == (held, widespread)


def test_97_inspections_by_june_2026_3_of_them_without_dates() -> None:
    frozen = snapshot(packaged_register(), day("2026-06-30"))
    assert (len(frozen.inspections), len(frozen.dated_inspections), len(frozen.undated_inspections)) == (97, 94, 3)


def test_the_inspections_without_dates_are_known_by_name() -> None:
    undated = snapshot(packaged_register(), day("2026-06-30")).undated_inspections
    assert sorted(entry.local_area for entry in undated) == ["Buckinghamshire", "Cambridgeshire", "Thurrock"]


def test_the_list_of_areas_holds_153() -> None:
    assert len(snapshot(packaged_register(), day("2024-12-31")).existing_areas) == 153


@with_facts
@pytest.mark.parametrize("published_by", [None, "2023-12-31", "2024-12-31", "2026-06-30"])
@pytest.mark.parametrize("as_at", ["2023-12-31", "2024-12-31", "2026-06-30"])
def test_a_snapshot_holds_what_a_plain_loop_finds_in_the_facts(as_at: str, published_by: str | None) -> None:
    expected = set()
    for row in facts():
        ended = row["inspection_end"] <= as_at if row["inspection_end"] else as_at > "2024-12-31"
        if ended and (published_by is None or "" < row["publication_date"] <= published_by):
            expected.add((row["gss_code"], row["inspection_start"], row["publication_date"], row["outcome"]))
    frozen = snapshot(packaged_register(), day(as_at), day(published_by) if published_by else None)
    assert {
        (entry.gss_code, text(entry.inspection_start), text(entry.publication_date), entry.outcome or "")
        for entry in frozen.inspections
    } == expected


def text(value: date | None) -> str:
    return value.isoformat() if value is not None else ""
