"""The packaged codings are the three passes over the 54 inspections, finding by finding where reports were read."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from areasend.framework import packaged_framework
from areasend.register import Maker, packaged_register
from areasend.themes import by_area, coded_units, packaged_codebooks

SHARED = Path(__file__).parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not on this machine")
REGISTER = packaged_register()
PASSES = ("broad", "neutral", "strict")
KINDS = ("afi", "apa")


def table(name):
    with (SHARED / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def day_of(code):
    """The first day of the one inspection of an area that is coded: facts name areas alone."""
    (start,) = {entry.inspection_start for entry in REGISTER.codings if entry.gss_code == code}
    return start


def inspected_by_2024():
    """The 54 that ended by then, as the facts have them."""
    return [row for row in table("facts/inspections.csv") if "2023" <= row["inspection_end"] <= "2024-12-31"]


def test_three_passes_of_a_model_coded_and_all_are_locked():
    assert [(str(entry.coder), entry.made_by) for entry in REGISTER.coders] == [(name, Maker.MODEL) for name in PASSES]
    assert {str(entry.coder) for entry in REGISTER.codings} == set(PASSES)


def test_the_54_of_the_first_two_years_are_coded():
    """Dudley is read as well, and later."""
    until = date(2024, 12, 31)
    ended = {e.inspection_id for e in REGISTER.inspections if e.inspection_end and e.inspection_end <= until}
    coded = {entry.inspection_id for entry in REGISTER.codings}
    assert len(ended) == 54
    assert ended < coded
    assert {identity[:9] for identity in coded - ended} == {"E08000027"}


def test_every_finding_that_is_recorded_is_coded_in_every_pass_and_no_other_one_by_one():
    one_by_one = Counter(entry.unit_id for entry in REGISTER.codings if entry.seq is not None)
    assert one_by_one == {finding.finding_id: 3 for finding in REGISTER.findings}


def test_where_no_findings_are_recorded_those_of_a_kind_are_coded_together():
    recorded = {finding.inspection_id for finding in REGISTER.findings}
    together = [entry for entry in REGISTER.codings if entry.seq is None]
    assert not recorded & {entry.inspection_id for entry in together}
    assert set(Counter(entry.unit_id for entry in together).values()) == {3}


@needs_shared
def test_codes_of_findings_are_those_of_the_three_passes():
    reports = {row["urn"]: row for row in table("truth/inspections.csv")}
    expected = {
        (reports[row["urn"]]["gss_code"], reports[row["urn"]]["inspection_start"], row["kind"], row["seq"], coder): {
            *filter(None, row[coder].split(";"))
        }
        for row in table("truth/theme_codes.csv")
        for coder in PASSES
    }
    assert len(expected) == 171 * 3
    assert {
        (str(e.gss_code), str(e.inspection_start), e.kind.value, str(e.seq), str(e.coder)): {*e.themes}
        for e in REGISTER.codings
        if e.seq is not None
    } == expected


@needs_shared
def test_codes_of_areas_that_follow_are_those_of_the_facts_in_every_pass():
    """Each of 54 areas, two kinds, eight themes and three passes: 2,592 decisions."""
    themes = [theme.key for theme in packaged_framework().themes]
    areas = sorted({row["gss_code"] for row in inspected_by_2024()})
    facts = {(row["gss_code"], row["kind"], row["theme"]): row for row in table("facts/area_themes.csv")}
    assert (len(areas), len(themes), len(facts)) == (54, 8, 295)
    assert {code for code, _, _ in facts} <= set(areas)
    expected = {
        (code, kind, theme, coder): facts.get((code, kind, theme), {}).get(coder, "0") == "1"
        for code in areas
        for kind in KINDS
        for theme in themes
        for coder in PASSES
    }
    units = coded_units(REGISTER.codings, REGISTER.adjudications, packaged_codebooks())
    inspections = [f"{code}-{day_of(code)}" for code in areas]
    ours = {(unit.inspection_id[:9], unit.kind): unit.codes for unit in by_area(units, inspections, KINDS)}
    assert {
        (code, kind, theme, coder): theme in ours[code, kind][coder] for code, kind, theme, coder in expected
    } == expected


@needs_shared
def test_the_areas_of_the_facts_have_one_coded_inspection_and_it_is_that_of_the_facts():
    for row in inspected_by_2024():
        assert str(day_of(row["gss_code"])) == row["inspection_start"]


def test_every_theme_that_was_given_is_in_the_version_of_the_codebook_that_was_used():
    for entry in REGISTER.codings:
        known = {theme.key for theme in packaged_codebooks().version(entry.codebook).themes}
        assert known >= set(entry.themes), entry.coding_id


def test_no_coding_stands_for_a_finding_that_its_outcome_does_not_ask_for():
    """Areas for priority action are coded for the third outcome, and for each of them."""
    asked = {e.inspection_id for e in REGISTER.inspections if e.outcome == "widespread_systemic_failings"}
    coded = {entry.inspection_id for entry in REGISTER.codings}
    assert {entry.inspection_id for entry in REGISTER.codings if entry.kind.value == "apa"} == asked & coded
