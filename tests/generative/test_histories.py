"""10,000 random histories of areas: what the table of areas expects is what another calendar says."""

import pytest
from tests.factories import area, inspection, population, register
from tests.generative.histories import AS_AT, LEAP_DAYS, History, histories, monitoring, next_full

from areasend.statistics import Marker, build_table

BATCHES, AREAS = 20, 500


@pytest.mark.parametrize("seed", range(BATCHES))
def test_random_histories_lead_to_the_months_of_an_independent_calendar(seed: int) -> None:
    made = list(histories(seed, AREAS))
    areas = [
        area(number, valid_from=found.since, predecessors=found.predecessors) for number, found in enumerate(made, 1)
    ]
    inspections = [
        inspection(of, done.start, end=done.end, published=done.published, outcome=done.outcome)
        for of, found in zip(areas, made, strict=True)
        for done in found.inspections
    ]
    table = build_table(population(register(areas, inspections, complete_to=AS_AT), AS_AT), "areas")
    rows = {row.key: table.named(row) for row in table.rows}
    for of, found in zip(areas, made, strict=True):
        assert_follows(rows[of.gss_code], found)
    ends = [done.end for found in made for done in found.inspections]
    assert sum(end in LEAP_DAYS for end in ends) > 5
    assert sum(len(found.counted) > 1 for found in made) > 50
    assert sum(len(found.inspections) > len(found.counted) for found in made) > 5


def assert_follows(named: dict, found: History) -> None:
    latest = found.latest
    assert named["full_inspections"].value == len(found.counted)
    assert named["predecessors"] == ("; ".join(found.predecessors) or Marker.NOT_APPLICABLE)
    if latest is None:
        assert named["status"] == "not yet inspected"
        assert named["next_full_inspection_expected"] is Marker.NOT_APPLICABLE
        return
    assert (named["inspection_start"], named["inspection_end"]) == (latest.start, latest.end)
    assert named["latest_outcome_key"] == latest.outcome
    assert (named["next_full_inspection"], named["next_full_inspection_expected"]) == next_full(latest)
    rule, month = monitoring(latest) or (Marker.NOT_APPLICABLE, Marker.NOT_APPLICABLE)
    assert named["monitoring_inspection"] == rule
    assert named["monitoring_inspection_expected"] == (month or Marker.NOT_AVAILABLE)
