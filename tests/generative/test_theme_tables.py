"""The tables of themes of random codings, against plain loops and against what must hold of any coding."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import population
from tests.generative.codings import SMALL, coded
from tests.generative.registers import DATES
from tests.generative.theme_counter import ThemeRecount

from areasend.register import RECORD_TYPES, Register
from areasend.statistics import Counted, Figure, Kind, build_table, count_findings, require_invariants

# What these run is traced by other tests; tracing would double their time.
pytestmark = pytest.mark.no_cover

CUTS = st.none() | DATES
TABLES = (
    "themes",
    "themes-together",
    "themes-by-outcome",
    "themes-by-region",
    "coded-inspections",
    "coders",
    "leadership-changes",
)


def texts(records: Register, as_at: date, cut: date | None) -> dict[str, str]:
    held = population(records, as_at, cut, codebooks=SMALL)
    return {figure.id: figure.text for table in TABLES for figure in build_table(held, table).figures()}


def counted(records: Register, as_at: date, cut: date | None) -> Counted:
    return count_findings(population(records, as_at, cut, codebooks=SMALL))


@settings(max_examples=60)
@given(records=coded(), as_at=DATES, cut=CUTS)
def test_every_figure_is_that_of_plain_loops(records: Register, as_at: date, cut: date | None) -> None:
    assert texts(records, as_at, cut) == ThemeRecount(records, as_at, cut, SMALL.latest.keys).figures()


@settings(max_examples=30)
@given(records=coded(), as_at=DATES, cut=CUTS, seed=st.integers(0, 10**6))
def test_the_order_of_records_never_matters(records: Register, as_at: date, cut: date | None, seed: int) -> None:
    order = random.Random(seed)
    held = {kind.name: getattr(records, kind.name) for kind in RECORD_TYPES}
    mixed = {name: tuple(order.sample(rows, len(rows))) for name, rows in held.items() if rows}
    assert counted(replace(records, **mixed), as_at, cut) == counted(records, as_at, cut)


@settings(max_examples=50)
@given(records=coded(), as_at=DATES, cut=CUTS)
def test_what_must_hold_of_any_coding(records: Register, as_at: date, cut: date | None) -> None:
    found = counted(records, as_at, cut)
    require_invariants(found)
    figures = list(found.figures().values())
    assert len({figure.id for figure in figures}) == sum(1 for table in found.tables for _ in table.figures())
    shares = found.table("themes")
    for row in shares.rows:
        for scope in ("afi", "apa", "either"):
            assert len(shares.figure(row.key, scope).records) <= len(shares.figure(row.key, f"{scope}_base").records)
    assert_agreement(found)


def assert_agreement(found: Counted) -> None:
    """A value lies in its interval; a row rests on units of its own inspections, and counts each decision once."""
    table = found.table("theme-agreement")
    for row in table.rows:
        cells = {name: cell for name, cell in table.named(row).items() if isinstance(cell, Figure)}
        units = cells["units"].records
        themes = 1 if table.named(row)["theme"] != "All themes" else len(SMALL.latest.keys)
        assert cells["decisions"].value == len(units) * themes
        assert set(cells["decisions"].records) == {unit[:20] for unit in units}
        for name in ("raw", "kappa", "alpha", "ac1"):
            if name in cells:
                assert cells[name].kind is Kind.AGREEMENT
                assert cells[name].value <= 1  # type: ignore[operator]  # a number
            if f"{name}_low" in cells:
                assert cells[f"{name}_low"].value <= cells[f"{name}_high"].value  # type: ignore[operator]  # numbers


@settings(max_examples=50)
@given(records=coded(), as_at=DATES)
def test_what_is_most_common_holds_in_the_most_inspections(records: Register, as_at: date) -> None:
    found, plain = counted(records, as_at, None), ThemeRecount(records, as_at, None, SMALL.latest.keys)
    assert found.themes is not None
    expected = []
    for scope in ("afi", "apa", "either"):
        held = {theme: len(plain.having(theme, scope)) for theme in SMALL.latest.keys}
        top = tuple(theme for theme, number in held.items() if number == max(held.values()))
        expected += [(scope, top)] if max(held.values()) else []
    assert [(claim.scope.value, claim.themes) for claim in found.themes.most_common] == expected
    assert found.themes.all_coded is (bool(plain.dated) and len(plain.coded) == len(plain.dated))
    assert found.themes.coded == len(plain.coded)
