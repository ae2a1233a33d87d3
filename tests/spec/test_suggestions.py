"""How good suggestions are on the statements of the 37 published reports, held against the three passes in ../shared.

Every statement is suggested by a model that has seen nothing of its area. The numbers are those that docs/adr/0025
gives, with room for another version of a library, and not for a way of learning that is worse.
"""

import csv
from pathlib import Path

import pytest

from areasend.themes import CodedUnit, Statement, StatementKind, packaged_codebooks
from areasend.themes.suggesting import evaluate, training_from

TRUTH = Path(__file__).parents[3] / "shared" / "truth"
pytestmark = pytest.mark.skipif(not TRUTH.is_dir(), reason="../shared is not on this machine")
PASSES = ("broad", "strict", "neutral")


def rows(name):
    with (TRUTH / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@pytest.fixture(scope="module")
def found():
    codes = {(row["urn"], row["kind"], row["seq"]): row for row in rows("theme_codes.csv")}
    statements, units = [], []
    for row in rows("statements.csv"):
        made = Statement(
            id=f"{row['urn']}-{row['kind']}-{row['seq']}",
            inspection_id=row["urn"],
            gss_code=row["local_area"],
            local_area=row["local_area"],
            kind=StatementKind(row["kind"]),
            seq=int(row["seq"]),
            page_start=int(row["page_start"]),
            page_end=int(row["page_end"]),
            file=row["urn"],
            text=row["text"],
        )
        said = codes[row["urn"], row["kind"], row["seq"]]
        themes = {one: tuple(theme for theme in said[one].split(";") if theme) for one in PASSES}
        statements.append(made)
        units.append(CodedUnit(id=made.id, inspection_id=row["urn"], kind=row["kind"], whole=False, codes=themes))
    return evaluate(training_from(statements, units, packaged_codebooks().latest), folds=10, seeds=(0, 1, 2))


def test_all_statements_of_all_areas_are_suggested_and_every_theme_is_learnt(found):
    assert (found.statements, found.areas) == (171, 37)
    assert found.left_out == {}
    assert len(found.measures) == 8


def test_mean_f1_over_themes_is_at_least_080_whatever_the_seed(found):
    assert min(found.macro) >= 0.80


def test_no_theme_is_left_to_chance(found):
    assert min(float(one.f1) for one in found.measures.values()) >= 0.60


def test_shares_of_areas_are_within_8_points_on_average(found):
    assert found.mean_points <= 8


def test_what_a_pass_itself_reaches_against_the_others_is_the_ceiling(found):
    """A pass holds against the two others, where these agree, as counted from the file by hand for one of them."""
    both = [(row, set(row["broad"].split(";")), set(row["strict"].split(";"))) for row in rows("theme_codes.csv")]
    right = sum("information" in broad & strict and "information" in row["neutral"] for row, broad, strict in both)
    wrong = sum("information" not in broad | strict and "information" in row["neutral"] for row, broad, strict in both)
    missed = sum("information" in broad & strict and "information" not in row["neutral"] for row, broad, strict in both)
    measured = found.coders["neutral"]["information"]
    assert (measured.right, measured.wrong, measured.missed) == (right, wrong, missed)
