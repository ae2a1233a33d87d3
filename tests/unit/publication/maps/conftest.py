"""Releases of made-up areas for the maps to draw."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from tests.factories import INCONSISTENT, POSITIVE, area, inspection, population, register

from areasend.publication import Release, ReleaseKind, edition_of, packaged_config_bytes, read_config
from areasend.publication.boundaries import Boundaries
from areasend.register import Inspection, LocalArea
from areasend.statistics import count_population

LAST = date(2024, 12, 31)


@pytest.fixture(scope="session")
def release_of() -> Callable[..., Release]:
    """A release of some areas and inspections."""

    def made(
        areas: Sequence[LocalArea],
        inspections: Sequence[Inspection] = (),
        boundaries: Boundaries | None = None,
    ) -> Release:
        return Release(
            counted=count_population(population(register(areas, inspections))),
            config=read_config(packaged_config_bytes(), place="packaged", as_at=LAST),
            edition=edition_of(ReleaseKind.STATISTICS),
            version="0",
            boundaries=boundaries,
        )

    return made


@pytest.fixture(scope="session")
def small(release_of: Callable[..., Release]) -> Release:
    """Four areas, of which one has each class, and whose names need care in SVG."""
    areas = [
        area(1, name="Salt & Pepper"),
        area(2, region="South West", name='The "Quay" <East>'),
        area(3, region="South West", name="X"),
        area(90, region="London", name="Bury"),
    ]
    inspections = [
        inspection(areas[0], outcome=POSITIVE),
        inspection(areas[1], outcome=INCONSISTENT),
        inspection(areas[2], outcome=None),
    ]
    return release_of(areas, inspections)
