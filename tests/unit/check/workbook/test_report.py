"""The report as objects, text and JSON; doctests of the rooms; the point catalogue."""

import doctest
import importlib
import json
import pkgutil

import pytest

import areasend.check
from areasend.check.workbook import Place, PointResult, Status, WorkbookReport, report_json, report_text
from areasend.check.workbook.catalogue import POINTS
from areasend.check.workbook.contrast import contrast

MODULES = [module.name for module in pkgutil.walk_packages(areasend.check.__path__, "areasend.check.")]


def result(point="SS01", status=Status.PASS, places=(), reason=""):
    return PointResult(point=point, essential=True, rule="rule", status=status, reason=reason, places=tuple(places))


def report(*results):
    return WorkbookReport(file="theirs.ods", format="ods", results=results)


def where(sheet, cell):
    return Place(sheet=sheet, cell=cell, found="x", remedy="y")


def test_a_point_fails_exactly_when_it_names_places():
    with pytest.raises(ValueError, match="SS01: a point fails exactly when it names places, got fail"):
        result(status=Status.FAIL)
    with pytest.raises(ValueError, match="got pass"):
        result(places=[where("A", "A1")])


def test_points_not_checkable_do_not_count_against_the_file():
    assert report(result(), result(status=Status.NOT_CHECKABLE)).passed
    assert not report(result(), result(status=Status.FAIL, places=[where("", "")])).passed


def test_text_has_a_line_a_point_and_the_places_under_it():
    places = [where("", ""), where("Notes", ""), where("Notes", "A1")]
    text = report_text(report(result(reason="why"), result("SS02", Status.FAIL, places)))
    assert text == (
        "theirs.ods (ODS): workbook checklist SS01 to SS44\n"
        "SS01 pass (essential): rule - why\n"
        "SS02 FAIL (essential): rule\n"
        "    the file: found x; y\n"
        "    Notes: found x; y\n"
        "    Notes!A1: found x; y\n"
        "2 points: 1 pass, 1 fail, 0 not checkable. The checklist is not met.\n"
    )


def test_text_shows_twenty_places_of_a_point_and_json_all():
    many = report(result(status=Status.FAIL, places=[where("S", f"A{row}") for row in range(1, 1_024)]))
    text = report_text(many)
    assert text.count("found x") == 20
    assert "    and 1,003 more\n" in text
    assert len(json.loads(report_json(many))["results"][0]["places"]) == 1_023


def test_json_is_stable_and_ends_with_a_newline():
    found = report_json(report(result()))
    assert found.endswith("}\n")
    assert found == report_json(report(result()))
    assert json.loads(found)["counts"] == {"fail": 0, "not checkable": 0, "pass": 1}
    assert list(json.loads(found)) == sorted(json.loads(found))


def test_the_catalogue_has_the_points_of_the_checklist_in_order():
    assert [point.number for point in POINTS] == [f"SS{number:02}" for number in range(1, 45)]
    essential = [int(point.number[2:]) for point in POINTS if point.essential]
    assert essential == [1, 3, 4, 5, 6, 8, 11, 15, 16, 18, 20, 23, 24, 27, 28, 29, 30, 33, 35, 36]
    assert len({point.rule for point in POINTS}) == 44


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#12436D", 10.25), ("#28A197", 3.17), ("#F46A25", 3.03), ("#000000", 21)]
)
def test_contrast_against_white(colour, ratio):
    assert round(contrast(colour, "#FFFFFF"), 2) == ratio
    assert contrast(colour, "#FFFFFF") == contrast("#FFFFFF", colour)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
