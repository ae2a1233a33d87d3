"""The class of an area, and one look for each class in pages, charts and maps."""

import re
from pathlib import Path

import pytest
from tests.spec import manual

from areasend.framework import packaged_framework
from areasend.publication.classes import COUNTED_IN, class_figures, class_labels, class_of
from areasend.publication.palette import LOOKS
from areasend.statistics import Marker, Stand, build_table

AREAS = """
area    | region
Ashford | London
Barton  | London
"""
NOT_RECORDED = "Ashford | 2025-07-07 | 2025-11-06 | not recorded\n"
NOT_ESTABLISHED = "Barton | - | 2026-02-10 | inconsistent\n"

DESIGN = Path(__file__).parents[3] / "design"


@pytest.mark.parametrize(
    ("key", "status", "kind"),
    [
        ("inconsistent", Stand.OUTCOME.value, "inconsistent"),
        (Marker.NOT_AVAILABLE, Stand.OUTCOME_NOT_RECORDED.value, "not_known"),
        (Marker.NOT_AVAILABLE, Stand.NOT_ESTABLISHED.value, "not_known"),
        (Marker.NOT_AVAILABLE, Stand.REPORT_LATER.value, "not_known"),
        (Marker.NOT_APPLICABLE, Stand.NOT_YET_INSPECTED.value, "not_yet_inspected"),
    ],
)
def test_an_area_is_of_the_class_of_its_latest_outcome(key: str | Marker, status: str, kind: str) -> None:
    assert class_of({"latest_outcome_key": key, "status": status}) == kind


def test_every_class_has_its_words_and_its_look() -> None:
    labels = class_labels(packaged_framework().versions[-1])
    assert labels.keys() == LOOKS.keys()
    assert list(labels)[:3] == ["typically_positive", "inconsistent", "widespread_systemic_failings"]
    assert labels["not_yet_inspected"] == "Not yet inspected"
    assert COUNTED_IN.keys() == {"not_known", "not_yet_inspected"}


@pytest.mark.parametrize(
    ("areas", "shown"),
    [
        (NOT_RECORDED, [1]),
        (NOT_ESTABLISHED, [1]),
        (NOT_RECORDED + NOT_ESTABLISHED, [1, 1]),
        ("Ashford | 2025-07-07 | 2025-11-06 | positive", [0]),
    ],
)
def test_a_class_of_two_columns_shows_those_that_hold_areas(areas: str, shown: list[int]) -> None:
    given = manual.given(AREAS, "area | start | published | outcome\n" + areas, as_at="2025-12-31")
    table = build_table(given, "areas-by-latest-outcome")
    assert [figure.value for figure in class_figures(table, "not_known")] == shown


def test_pages_have_the_colours_of_charts_and_maps() -> None:
    sheet = (DESIGN / "_prose.scss").read_text(encoding="utf-8")
    found = dict(re.findall(r"\.areasend-outcome--([a-z-]+) \{ border-left-color: (#[0-9a-f]{6}); \}", sheet))
    assert found == {key.replace("_", "-"): look.fill for key, look in LOOKS.items()}
