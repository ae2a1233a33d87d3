"""10,000 random histories of areas: what is due, and when, is what an independent calculation says."""

from collections.abc import Iterable
from datetime import date
from random import Random

import pytest
from tests.factories import area, inspection, register, snapshot
from tests.generative.expected_due import Expected, Recorded, expected, recorded
from tests.generative.histories import AS_AT, LEAP_DAYS, histories

from areasend.framework import packaged_framework
from areasend.programme import Due, Kind, due_activities

BATCHES, AREAS = 20, 500
UNTIL = AS_AT.replace(year=2040)
# What is due is traced by the unit tests.
pytestmark = pytest.mark.no_cover


@pytest.mark.parametrize("seed", range(BATCHES))
def test_random_histories_lead_to_the_windows_of_an_independent_calculation(seed: int) -> None:
    chance = Random(1_000 + seed)
    made = {
        area(number, valid_from=found.since, predecessors=found.predecessors): [
            recorded(done, chance) for done in found.inspections
        ]
        for number, found in enumerate(histories(1_000 + seed, AREAS), 1)
    }
    inspections = [
        inspection(of, done.start, end=done.end, published=done.published, outcome=done.outcome)
        for of, all_done in made.items()
        for done in all_done
    ]
    held, framework = snapshot(register(list(made), inspections), AS_AT), packaged_framework()
    awaited = {of.gss_code: expected(of.valid_from, done) for of, done in made.items()}
    assert told(due_activities(held, framework, UNTIL)) == of_all(awaited, UNTIL)
    soon = date(2027 + seed % 3, chance.randrange(1, 13), 28)
    assert told(due_activities(held, framework, soon)) == of_all(awaited, soon)
    assert_varied(list(made.values()), [entry for entries in awaited.values() for entry in entries])


def told(due: Iterable[Due]) -> list[tuple]:
    """What is due without meetings and visits, by area."""
    return sorted(
        (entry.gss_code, entry.kind.value, entry.version, window.not_before, window.about, window.not_after)
        for entry in due
        if (window := entry.window) and entry.kind in (Kind.FIRST_FULL, Kind.NEXT_FULL, Kind.MONITORING)
    )


def of_all(awaited: dict[str, list[Expected]], until: date) -> list[tuple]:
    return sorted(
        (code, *entry.told) for code, entries in awaited.items() for entry in entries if entry.starts <= until
    )


def assert_varied(made: list[list[Recorded]], awaited: list[Expected]) -> None:
    """The histories hold enough of what is rare for the test to mean something."""
    assert sum(len(done) > 1 for done in made) > 50
    assert sum(found.end in LEAP_DAYS for done in made for found in done) > 5
    assert sum(found.end is None for done in made for found in done) > 15
    assert sum(found.outcome is None for done in made for found in done) > 15
    for version in ("2023-01", "2025-06"):
        assert sum(entry.kind == "monitoring inspection" and entry.version == version for entry in awaited) > 5
    assert any(entry.about is None and entry.kind == "monitoring inspection" for entry in awaited)
