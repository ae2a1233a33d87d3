"""The layout of the hexagon map: every area once, regions in one piece, England to be recognised."""

import csv
import importlib.util
import sys
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest

from areasend.publication.maps.hexagons import Cell, packaged_layout
from areasend.register import LocalArea, packaged_register

DESIGN = Path(__file__).parents[4] / "design" / "lay_out_hexagons.py"
AREAS: dict[str, LocalArea] = {area.gss_code: area for area in packaged_register().local_areas}
CELLS = {code: cell for code, (cell, _) in packaged_layout().items()}
LABELS = {code: label for code, (_, label) in packaged_layout().items()}
ONS = sorted({area.ons_region for area in AREAS.values()})
OFSTED = sorted({area.ofsted_region for area in AREAS.values()})


def across(cell: Cell) -> float:
    return cell.column + cell.row % 2 / 2


def in_one_piece(cells: Iterable[Cell]) -> bool:
    left = set(cells)
    reached = [left.pop()]
    while reached:
        for other in reached.pop().neighbours():
            if other in left:
                left.remove(other)
                reached.append(other)
    return not left


def named(name: str) -> Cell:
    return next(CELLS[code] for code, area in AREAS.items() if area.plain_name == name)


def test_every_area_has_one_cell_of_its_own() -> None:
    assert CELLS.keys() == AREAS.keys()
    assert len(CELLS) == len(set(CELLS.values())) == 153


@pytest.mark.parametrize("region", ONS)
def test_a_region_is_in_one_piece(region: str) -> None:
    assert in_one_piece(CELLS[code] for code, area in AREAS.items() if area.ons_region == region)


@pytest.mark.parametrize("region", OFSTED)
def test_so_are_the_regions_of_the_inspectorate(region: str) -> None:
    assert in_one_piece(CELLS[code] for code, area in AREAS.items() if area.ofsted_region == region)


def test_england_is_in_one_piece_without_holes() -> None:
    cells = set(CELLS.values())
    assert in_one_piece(cells)
    around = {Cell(column, row) for column in range(-2, 17) for row in range(-2, 25)} - cells
    assert in_one_piece(around)


def test_neighbours_of_a_cell_have_it_as_theirs() -> None:
    for cell in CELLS.values():
        for other in cell.neighbours():
            assert cell in other.neighbours()
            assert abs(across(other) - across(cell)) + abs(other.row - cell.row) in (1, 1.5)


def test_london_is_a_block_of_33_round_the_city() -> None:
    london = {CELLS[code] for code, area in AREAS.items() if area.ons_region == "London"}
    assert len(london) == 33
    assert set(named("City of London").neighbours()) <= london
    middle = sum(map(across, london)) / 33, sum(cell.row for cell in london) / 33
    assert abs(across(named("City of London")) - middle[0]) < 1
    assert abs(named("City of London").row - middle[1]) < 1


def test_the_corners_of_england_are_where_they_are() -> None:
    assert named("Northumberland").row == min(cell.row for cell in CELLS.values())
    assert across(named("Isles of Scilly")) == min(map(across, CELLS.values()))
    assert named("Isles of Scilly").row == max(cell.row for cell in CELLS.values())
    assert named("Isles of Scilly") in named("Cornwall").neighbours()
    middle_column = sum(map(across, CELLS.values())) / 153
    assert across(named("Kent")) > middle_column + 4
    assert named("Kent").row >= 18
    norfolk, lincolnshire = named("Norfolk"), named("Lincolnshire")
    assert across(norfolk) > across(lincolnshire)
    assert named("Isle of Wight").row == max(cell.row for cell in CELLS.values())


def test_north_is_up_and_east_is_right() -> None:
    """Of any two areas more than 100 km apart north to south, or 150 km west to east."""
    right = wrong = 0
    for one, other in combinations(AREAS.values(), 2):
        a, b = CELLS[one.gss_code], CELLS[other.gss_code]
        if abs(one.northing - other.northing) > 100_000:
            good = (one.northing > other.northing) == (a.row < b.row)
            right, wrong = right + good, wrong + (not good)
        if abs(one.easting - other.easting) > 150_000:
            good = (one.easting > other.easting) == (across(a) > across(b))
            right, wrong = right + good, wrong + (not good)
    assert right / (right + wrong) > 0.97


def test_neighbours_are_mostly_kept() -> None:
    """Of the cells that touch, most are areas that are among each other's nearest on the ground."""

    def nearest(code: str) -> set[str]:
        here = AREAS[code]
        by_distance = sorted(
            (area for area in AREAS.values() if area is not here),
            key=lambda area: (area.easting - here.easting) ** 2 + (area.northing - here.northing) ** 2,
        )
        return {area.gss_code for area in by_distance[:12]}

    at = {cell: code for code, cell in CELLS.items()}
    near = {code: nearest(code) for code in AREAS}
    touching = [(code, at[other]) for cell, code in at.items() for other in cell.neighbours() if other in at]
    kept = sum(other in near[code] or code in near[other] for code, other in touching)
    assert kept / len(touching) > 0.7


def test_labels_are_short_and_their_own() -> None:
    assert all(1 <= len(label) <= 5 for label in LABELS.values())
    assert len({label.casefold() for label in LABELS.values()}) == 153
    names = {AREAS[code].plain_name: label for code, label in LABELS.items()}
    for name, label in (
        ("Bury", "Bury"),
        ("Leeds", "Leeds"),
        ("Bournemouth, Christchurch and Poole", "BCP"),
        ("Kensington and Chelsea", "K&C"),
        ("Telford and Wrekin", "T&W"),
        ("Kingston upon Hull", "Hull"),
    ):
        assert names[name] == label


def test_a_label_begins_as_its_area_does_or_is_what_it_is_called() -> None:
    called = {"Hull", "Durhm", "Soton", "Oxon", "Hants", "Shrop", "MK", "City", "Scil"}
    for code, label in LABELS.items():
        assert label[0] == AREAS[code].plain_name[0] or label in called, (label, AREAS[code].plain_name)


@pytest.fixture(scope="module")
def script() -> ModuleType:
    found = importlib.util.spec_from_file_location("lay_out_hexagons", DESIGN)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_the_script_gives_the_packaged_layout(script: ModuleType) -> None:
    rows = list(script.laid_out(script.read_plan(), script.read_areas()))
    with script.LAYOUT.open(encoding="utf-8", newline="") as lines:
        packaged = [tuple(row) for row in csv.reader(lines)]
    assert packaged == [script.HEADING, *((code, str(column), str(row), label) for code, column, row, label in rows)]


def test_a_plan_that_does_not_fit_the_register_is_refused(script: ModuleType) -> None:
    plan = script.read_plan()
    plan["rows"][0] = plan["rows"][0].replace("N", ".")
    with pytest.raises(ValueError, match=r"North East: 11 free cells for 12 areas"):
        list(script.laid_out(plan, script.read_areas()))
    assert "lay_out_hexagons" not in sys.modules
