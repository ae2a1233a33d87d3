"""The table as a person reads it, and as programs do."""

import csv
import io
import json
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.themes.agreement.units import table, unit

from areasend.themes import CodedUnit
from areasend.themes.agreement import (
    Agreement,
    Estimate,
    Interval,
    WhyNot,
    agreement,
    agreement_csv,
    agreement_json,
    agreement_text,
)
from areasend.themes.agreement.sentences import percent, rounded

PEOPLE = {"ann": "person", "bob": "person"}


def rows(units: Sequence[CodedUnit], coders: dict[str, str] | None = None) -> tuple[Agreement, ...]:
    inspections = sorted({unit.inspection_id for unit in units})
    return agreement(units, ("t",), coders=coders or PEOPLE, inspections=inspections, seed=1, resamples=400)


def text(found: Sequence[Agreement]) -> str:
    return agreement_text(found, seed=1, resamples=400, source="a test").decode()


def test_the_text_says_what_is_compared_and_what_came_of_it() -> None:
    said = text(rows(table(50, 2, 2, 0)))
    assert said.startswith("Agreement between coders, a test\n\nA decision is whether")
    assert "from 400 resamples of whole areas (seed 1)" in said
    assert "\nFindings: each by itself\n" in said
    assert "\nann, bob (people with each other)\n" in said
    assert "\n  areas for improvement: 54 findings coded by two or more in 54 areas\n" in said
    line = next(line for line in said.splitlines() if line.startswith("  t  "))
    assert line.split()[1:5] == ["0.926", "-0.038", "-0.029", "0.920"]
    assert line.split()[5:7] == ["96%", "96%"]
    assert "  Lopsided: agreement is 93%, and yet kappa is -0.038" in said
    assert "- [1]" in said
    assert "\n[1] No interval: in fewer than two areas do coders agree on yes, or on no.\n" in said
    assert max(map(len, said.splitlines())) <= 110


def test_what_has_no_value_is_none_with_its_reason() -> None:
    said = text(rows([unit("i1", ann="t"), unit("i2", ann="")], {"ann": "person"}))
    assert "none [1]" in said
    assert "[1] Not estimable: there is only one coder." in said
    # A theme of its own note, which others do not have.
    found = rows([*table(20, 6, 6, 20), unit("i00", "apa", ann="t", bob="t")])
    assert "] 51 of 52 inspections have no area for priority action. There" in text(found)
    assert "inspections with an area for priority action only\n" in text(found)
    assert "\n  both kinds: 104 inspections and kinds in 52 areas\n" in text(found)
    assert "\n  areas for priority action: 1 inspection in 1 area\n" in text(found)


def test_themes_of_pairs_stand_in_full_only_where_there_is_one_pair() -> None:
    units = [unit(f"i{n}", ann="t" * (n % 2), bob="t" * (n % 3 == 0), cat="", m1="t") for n in range(9)]
    people = PEOPLE | {"cat": "person"}
    many = text(rows(units, people))
    assert "Each theme for each pair: --format csv" in many
    assert many.count("\n  t  ") == many.count("ann, bob, cat (")
    both = text(rows(units, PEOPLE | {"m1": "model"}))
    assert "(a person with a model)" in both
    assert both.count("\n  t  ") == both.count("ann, bob (people")
    assert "Each theme for each pair" not in text(rows(units))


def test_without_a_note_there_is_no_heading_for_them() -> None:
    assert "Notes" not in text(rows(table(20, 6, 6, 20)))
    assert "\nNotes\n=====\n[1] " in text(rows(table(50, 2, 2, 0)))


def test_one_coder_has_nobody_to_agree_with() -> None:
    said = text(rows([unit(f"i{n}", ann="t") for n in range(6)], {"ann": "person"}))
    assert "\nann (one coder: there is nobody to agree with)\n" in said
    assert "with each other" not in said


def test_nothing_was_coded() -> None:
    assert text(()) == "Agreement between coders, a test: nothing was coded.\n"


def test_a_person_who_coded_nothing_has_no_share() -> None:
    said = text(rows([unit("i1", ann="t"), unit("i2", bob="t")]))
    assert "Not estimable: no unit was coded by two coders." in said
    assert next(line for line in said.splitlines() if line.startswith("  t  ")).endswith("- -")


def test_csv_has_a_line_for_each_row() -> None:
    found = rows([*table(20, 6, 6, 20), unit("i00", "apa", ann="t", bob="t")])
    read = list(csv.DictReader(io.StringIO(agreement_csv(found).decode())))
    assert len(read) == len(found)
    first = read[0]
    assert (first["level"], first["kind"], first["theme"], first["coders"]) == ("findings", "all", "all", "ann;bob")
    # 41 of 53 alike.
    assert first["raw"] == "0.773585"
    assert first["raw_interval"] == "resampled"
    assert float(first["raw_low"]) < 0.773585 < float(first["raw_high"])
    assert (first["yes"], first["answers"]) == ("27;27", "53;53")
    apa = next(row for row in read if row["kind"] == "apa" and row["level"] == "findings")
    assert (apa["kappa"], apa["kappa_why_not"]) == ("", "not estimable: every answer is the same")
    said = "no interval: it rests on fewer than five areas"
    assert (apa["raw_low"], apa["raw_interval"], apa["raw_why_not"]) == ("", "", said)


def test_json_says_the_same() -> None:
    found = rows([*table(20, 6, 6, 20), unit("i00", "apa", ann="t", bob="t")])
    read = json.loads(agreement_json(found, seed=1, resamples=400, source="a test"))
    assert (read["seed"], read["resamples"], read["confidence"]) == (1, 400, 0.95)
    first, apa = read["agreement"][0], next(row for row in read["agreement"] if row["kind"] == "apa")
    assert (first["kind"], first["theme"], first["coders"]) == (None, None, ["ann", "bob"])
    assert first["raw"]["value"] == 0.773585
    assert first["raw"]["interval"][0] < 0.773585 < first["raw"]["interval"][1]
    assert first["yes"]["ann"] == {"yes": 27, "answers": 53}
    assert first["kappa_is"] == "Cohen's kappa"
    assert apa["kappa"] == {"value": None, "why_not": "every answer is the same"}
    assert apa["raw"]["interval"] is None
    assert apa["raw"]["why_not"] == "it rests on fewer than five areas"


@given(value=st.fractions(-2, 2), places=st.integers(0, 6))
def test_rounding_is_half_up_from_the_exact_value(value: Fraction, places: int) -> None:
    found = rounded(value, places)
    assert abs(Fraction(found) - value) <= Fraction(1, 2 * 10**places)
    assert len(found.partition(".")[2]) == places
    assert not (found.startswith("-") and Fraction(found) == 0)


def test_halves_go_away_from_zero() -> None:
    assert [rounded(Fraction(value, 2000), 3) for value in (1, -1, 3)] == ["0.001", "-0.001", "0.002"]
    assert percent(Fraction(1, 8)) == "13%"


@pytest.mark.parametrize(
    "broken",
    [
        lambda: Estimate(),
        lambda: Estimate(value=1, why_not=WhyNot.NO_UNIT),
        lambda: Estimate(value=float("nan")),
        lambda: Interval(),
        lambda: Interval(low=0.5),
        lambda: Interval(low=0.5, high=0.4),
    ],
)
def test_an_estimate_cannot_be_nothing_or_two_things(broken: object) -> None:
    with pytest.raises(ValueError, match=r"estimate|interval"):
        broken()  # type: ignore[operator]
