"""The packaged codebook: the framework's themes, each with all that a coder needs, in our own words."""

import re
from datetime import date
from pathlib import Path

import pytest

from areasend.framework import packaged_framework
from areasend.themes import packaged_codebook_files, packaged_codebooks

SHARED = Path(__file__).parents[5] / "shared"
BOOK = packaged_codebooks().version(1)
NAMES = {(theme.key, theme.name) for theme in packaged_framework().themes}


def test_its_themes_are_the_frameworks_in_their_order():
    assert [(theme.key, theme.name) for theme in BOOK.themes] == [
        (theme.key, theme.name) for theme in packaged_framework().themes
    ]
    assert (BOOK.version, BOOK.valid_from, BOOK.changes) == (1, date(2026, 11, 22), ())


@pytest.mark.parametrize("theme", BOOK.themes, ids=lambda theme: theme.key)
def test_each_theme_has_all_that_a_coder_needs(theme):
    assert len(theme.includes) >= 4
    assert len(theme.excludes) >= 3
    assert len(theme.sub_themes) >= 3
    assert 2 <= len(theme.examples) <= 3
    assert any(example.themes[0] == theme.key for example in theme.examples)
    assert len(theme.terms) >= 10
    assert theme.terms == tuple(term.lower() for term in theme.terms)


@pytest.mark.parametrize("theme", BOOK.themes, ids=lambda theme: theme.key)
def test_what_a_theme_leaves_out_says_where_it_goes_instead(theme):
    for entry in theme.excludes:
        where = entry.rpartition(": ")[2]
        named = [key for key in BOOK.keys if re.search(rf"\b{key}\b", where)]
        assert named or where.startswith("the theme of"), entry


def test_the_sub_themes_stand_where_they_belong():
    wanted = {
        "annual_reviews": "ehc_plans",
        "ehc_needs_assessment_timeliness": "ehc_plans",
        "professional_advice": "ehc_plans",
        "quality_assurance_of_plans": "ehc_plans",
        "wheelchair_and_equipment_waits": "waiting_times",
        "support_while_waiting": "waiting_times",
        "diagnosis_pathways": "waiting_times",
        "out_of_area_placements": "governance",
        "alternative_provision_oversight": "governance",
        "joint_strategic_needs_assessment": "governance",
        "short_breaks": "commissioning",
        "sufficiency_of_places": "commissioning",
        "joint_funding": "commissioning",
        "parent_carer_forum": "coproduction",
        "local_offer": "coproduction",
        "preparation_for_adulthood": "transitions",
        "moves_between_phases": "transitions",
        "mandated_health_checks": "early_help",
        "sen_support_in_settings": "early_help",
        "data_sharing_systems": "information",
    }
    assert wanted.items() <= BOOK.sub_themes.items()


def test_examples_show_none_one_and_several_themes():
    numbers = {len(example.themes) for theme in BOOK.themes for example in theme.examples}
    assert {1, 2} <= numbers
    assert {0, 2, 3} <= {len(example.themes) for example in BOOK.examples}


def test_its_files_are_its_versions():
    assert list(packaged_codebook_files()) == [f"{entry.version}.toml" for entry in packaged_codebooks().versions]


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here")
def test_no_nine_words_in_a_row_are_taken_from_the_sources_but_names():
    said = _rows(" | ".join(packaged_codebook_files()["1.toml"].decode().splitlines()))
    taken = {
        row
        for path in [*SHARED.glob("publications/*.txt"), *SHARED.glob("truth/*"), *SHARED.glob("docs/*.md")]
        for row in _rows(path.read_text(encoding="utf-8")) & said
    }
    names = {row for _, name in NAMES for row in _rows(name)}
    title = _rows("Area SEND framework: findings from the first 2 years")
    assert taken <= names | title


def _rows(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {tuple(words[at : at + 9]) for at in range(len(words) - 8)}
