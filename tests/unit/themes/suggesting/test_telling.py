"""An evaluation as a person reads it and as programs do, from numbers made by hand."""

import csv
import json
from fractions import Fraction

from areasend.themes.suggesting import (
    Evaluation,
    Measures,
    ShareError,
    evaluation_csv,
    evaluation_json,
    evaluation_text,
)

ONE = Measures(right=6, wrong=2, missed=4)
NOTHING = Measures(right=0, wrong=0, missed=0)


def evaluation(**said):
    usual = {
        "statements": 20,
        "areas": 4,
        "folds": 2,
        "seeds": (3, 4),
        "alike": 0,
        "measures": {"governance": ONE, "transitions": NOTHING},
        "macro": (Fraction(2, 3), Fraction(3, 4)),
        "shares": (
            ShareError(kind="apa", theme="governance", areas=3, coded=1, suggested=Fraction(3, 2)),
            ShareError(kind="afi", theme="governance", areas=4, coded=2, suggested=Fraction(2)),
        ),
        "coders": {"ann": {"governance": ONE}},
        "left_out": {"early_help": "1 coded statement with it in 1 area; 5 in 3 are needed"},
    }
    return Evaluation(**(usual | said))


def test_for_a_terminal():
    assert evaluation_text(evaluation(), "The truth.") == (
        "Themes suggested for 20 coded statements of 4 areas, each by a model that has\n"
        "seen nothing of its area (2 folds of whole areas, 2 times with other folds; seed 3).\n"
        "\n"
        "theme            precision  recall      F1  statements\n"
        "governance            0.75    0.60    0.67           5\n"
        "transitions              -       -       -           0\n"
        "mean                                  0.71 (0.67 to 0.75)\n"
        "early_help is left out: 1 coded statement with it in 1 area; 5 in 3 are needed.\n"
        "\n"
        "Inspections with a theme, as coded and as suggested:\n"
        "areas for priority action (3 inspections)\n"
        "  governance           1     1.5    16.7 points\n"
        "areas for improvement (4 inspections)\n"
        "  governance           2     2.0     0.0 points\n"
        "The shares differ by 8.3 percentage points on average.\n"
        "\n"
        "Coder ann against most of the others: mean F1 0.67.\n"
        "The truth.\n"
    )


def test_one_round_has_no_spread_and_what_is_alike_is_said():
    shown = evaluation_text(evaluation(seeds=(3,), macro=(Fraction(1, 2),), alike=4), "")
    assert "(2 folds of whole areas; seed 3)" in shown
    assert "    0.50\n" in shown
    assert "4 statements have the very words of a statement of another area" in shown


def test_for_programs():
    rows = list(csv.DictReader(evaluation_csv(evaluation()).splitlines()))
    told = {(row["level"], row["kind"], row["theme"], row["measure"]): row["value"] for row in rows}
    assert told["findings", "", "governance", "f1"] == "0.6667"
    assert told["findings", "", "governance", "support"] == "5"
    assert told["findings", "", "transitions", "f1"] == ""
    assert told["findings", "", "", "macro_f1"] == "0.7083"
    assert told["findings", "", "", "macro_f1_lowest"] == "0.6667"
    assert told["areas", "apa", "governance", "points"] == "16.6667"
    assert told["areas", "", "", "mean_points"] == "8.3333"
    assert told["coder ann", "", "", "macro_f1"] == "0.6667"


def test_as_json():
    told = json.loads(evaluation_json(evaluation(), "The truth."))
    assert told["themes"]["governance"] == {"precision": 0.75, "recall": 0.6, "f1": 0.6667, "support": 5}
    assert told["themes"]["transitions"]["f1"] is None
    assert told["macro_f1_by_seed"] == [0.6667, 0.75]
    assert told["shares"][0]["points"] == 16.6667
    assert told["truth"] == "The truth."
    assert told["coders"] == {"ann": 0.6667}
    assert told["mean_points"] == 8.3333
