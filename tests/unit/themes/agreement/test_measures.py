"""Every measure is what its definition says, on random tables, and keeps its value when names and orders change."""

import random
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score
from tests.unit.themes.agreement import plainly

from areasend.themes.agreement import (
    Estimate,
    Scale,
    WhyNot,
    cohens_kappa,
    gwets_ac1,
    krippendorffs_alpha,
    mean_kappa,
    raw_agreement,
)
from areasend.themes.agreement.comparing import estimate
from areasend.themes.agreement.formulas import AC1, Alpha, Formula, Kappa, MeanKappa, Raw, weighed
from areasend.themes.agreement.tallies import area_of, tally
from areasend.themes.units import CodedUnit

TABLES = 10_000
Row = tuple[int | None, ...]


def drawn(seed: int, *, codes: int | None = None) -> list[Row]:
    """A table of 1 to 8 units by 2 to 4 coders; in some nothing is missing, in some nearly everything."""
    luck = random.Random(seed)
    units, coders = luck.randint(1, 8), luck.choice((2, 2, 3, 4))
    number, missing, lean = codes or luck.randint(1, 5), luck.choice((0, 0.1, 0.3, 0.7)), luck.choice((0, 0.5, 0.9))
    return [
        tuple(
            None if luck.random() < missing else 0 if luck.random() < lean else luck.randrange(number)
            for _ in range(coders)
        )
        for _ in range(units)
    ]


def same(found: Estimate, plain: Fraction | None) -> bool:
    if plain is None or found.value is None:
        return found.value is None and plain is None
    return abs(found.value - plain) < 1e-9


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_10_000_random_tables() -> None:
    valued: Counter[str] = Counter()
    for seed in range(TABLES):
        table = drawn(seed)
        pair = [unit[:2] for unit in table]
        found = {
            "raw": (raw_agreement(table), plainly.raw(table)),
            "kappa": (cohens_kappa(pair), plainly.kappa(pair)),
            "mean": (mean_kappa(table), plainly.mean_kappa(table)),
            "alpha": (krippendorffs_alpha(table), plainly.alpha(table)),
            "ac1": (gwets_ac1(table), plainly.ac1(table)),
        }
        for name, (ours, plain) in found.items():
            assert same(ours, plain), (seed, name)
            valued[name] += plain is not None
    # For each measure, many tables have a value and many have none.
    assert all(TABLES // 5 < number < TABLES * 9 // 10 for number in valued.values()), valued


@pytest.mark.parametrize("scale", [scale for scale in Scale if scale is not Scale.NOMINAL])
def test_alpha_on_scales_of_numbers(scale: Scale, request: pytest.FixtureRequest) -> None:
    tables = TABLES if request.config.getoption("--long") else TABLES // 25
    for seed in range(tables):
        table = drawn(seed)
        assert same(krippendorffs_alpha(table, scale), plainly.alpha(table, scale.value)), seed


def test_yes_and_no_by_sums_over_areas(request: pytest.FixtureRequest) -> None:
    """What the table of agreement uses: sums of whole numbers by area, for all coders and for each pair."""
    for seed in range(TABLES if request.config.getoption("--long") else TABLES // 20):
        table = drawn(seed, codes=2)
        coders = [f"c{number}" for number in range(len(table[0]))]
        units = [unit_of(number, codes, coders) for number, codes in enumerate(table)]
        areas = sorted({unit.inspection_id for unit in units})
        counted = tally(units, areas=areas, kinds=["afi"], themes=["t"], coders=coders)
        layout, totals = counted.layout, [int(total) for total in counted.counts.sum(axis=(0, 1, 2))]
        pairs = list(combinations(range(len(coders)), 2))
        found = [
            (Raw(), plainly.raw(table)),
            (Alpha(), plainly.alpha(table)),
            (AC1(), plainly.ac1(table, 2)),
            (MeanKappa(len(pairs)), plainly.mean_kappa(table)),
            *((Kappa(row), plainly.kappa([(unit[a], unit[b]) for unit in table])) for row, (a, b) in enumerate(pairs)),
        ]
        for formula, plain in found:
            assert same(estimate(formula, layout, totals), plain), (seed, formula)


def unit_of(number: int, codes: Sequence[int | None], coders: Sequence[str]) -> CodedUnit:
    given = {coder: ("t",) if code else () for coder, code in zip(coders, codes, strict=True) if code is not None}
    return CodedUnit(id=str(number), inspection_id=f"i{number % 3}", kind="afi", whole=False, codes=given)


CODES = st.one_of(st.none(), st.integers(0, 3))
TABLE = st.integers(2, 4).flatmap(lambda coders: st.lists(st.tuples(*[CODES] * coders), min_size=1, max_size=12))
MEASURES = [raw_agreement, mean_kappa, krippendorffs_alpha, gwets_ac1]


@given(table=TABLE, luck=st.randoms(use_true_random=False))
@pytest.mark.parametrize("measure", MEASURES)
def test_neither_order_nor_names_matter(measure: plainly.Distance, table: list[Row], luck: random.Random) -> None:
    coders, names, units = list(range(len(table[0]))), ["a", "b", "c", "d"], list(table)
    luck.shuffle(coders)
    luck.shuffle(names)
    luck.shuffle(units)
    other = [tuple(None if unit[coder] is None else names[unit[coder] or 0] for coder in coders) for unit in units]
    assert measure(table) == measure(other)


@given(table=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=20))
def test_kappa_of_another_reader(table: list[Row]) -> None:
    found = cohens_kappa(table)
    if found.value is None:
        assert len({code for unit in table for code in unit}) == 1
    else:
        assert cohen_kappa_score(*zip(*table, strict=True)) == pytest.approx(float(found.value), abs=1e-9)


@pytest.mark.parametrize("measure", [cohens_kappa, mean_kappa, krippendorffs_alpha, gwets_ac1])
@pytest.mark.parametrize(
    ("table", "why_not"),
    [
        ([], WhyNot.NO_UNIT),
        ([(None, None)], WhyNot.NO_UNIT),
        ([(1,), (2,)], WhyNot.ONE_CODER),
        ([(1, None), (None, 2)], WhyNot.NO_OVERLAP),
        ([(1, 1), (1, 1)], WhyNot.ONE_CATEGORY),
        ([(1, 1), (None, 2)], WhyNot.ONE_CATEGORY),
    ],
)
def test_not_estimable(measure: plainly.Distance, table: list[Row], why_not: WhyNot) -> None:
    assert measure(table) == Estimate(why_not=why_not)


@pytest.mark.parametrize("scale", Scale)
def test_one_number_is_not_estimable_on_any_scale(scale: Scale) -> None:
    # The library would divide by zero where another number stands in a unit with one code.
    assert krippendorffs_alpha([(1, 1), (1, 1), (None, 2)], scale) == Estimate(why_not=WhyNot.ONE_CATEGORY)


def test_raw_agreement_has_a_value_where_every_answer_is_the_same() -> None:
    assert raw_agreement([(1, 1), (1, 1)]).value == 1
    assert raw_agreement([(1, None)]).why_not is WhyNot.NO_OVERLAP


def test_a_mean_of_kappas_needs_all_of_them() -> None:
    # The first two coders never coded the same unit; each of them has one with the third, who varies.
    assert mean_kappa([(1, None, 1), (2, None, 1), (None, 1, 2), (None, 2, 2)]).why_not is WhyNot.A_PAIR


def test_a_coder_who_never_varies_has_a_kappa_of_0() -> None:
    assert cohens_kappa([(1, 1), (1, 2), (1, 1)]).value == 0


def test_a_category_that_nobody_used_lowers_what_chance_gives() -> None:
    # By hand: shares 3/4 and 1/4, agreement 1/2; chance 3/8 with two categories, 3/16 with three.
    table = [(1, 1), (1, 2)]
    assert gwets_ac1(table).value == (Fraction(1, 2) - Fraction(3, 8)) / (1 - Fraction(3, 8))
    assert gwets_ac1(table, categories=3).value == (Fraction(1, 2) - Fraction(3, 16)) / (1 - Fraction(3, 16))


@pytest.mark.parametrize("formula", [Raw(), Alpha(), AC1(), Kappa(1), MeanKappa(3)], ids=repr)
def test_gradients_are_those_of_the_complement(formula: Formula) -> None:
    """What standard errors rest on, against small steps."""
    coders, luck = ["a", "b", "c"], random.Random(5)
    units = [unit_of(number, [luck.choice((0, 0, 1, None)) for _ in coders], coders) for number in range(60)]
    counted = tally(units, areas=["i0", "i1", "i2"], kinds=["afi"], themes=["t"], coders=coders)
    parts = list(counted.counts.sum(axis=(0, 1, 2)) @ weighed(formula, counted.layout).to_parts)
    for place, slope in enumerate(formula.gradient([np.array(part) for part in parts])):
        higher, lower = list(parts), list(parts)
        higher[place] += 1e-4
        lower[place] -= 1e-4
        step = formula.complement([np.array(p) for p in higher]) - formula.complement([np.array(p) for p in lower])
        assert float(slope) == pytest.approx(float(step) / 2e-4, rel=1e-5, abs=1e-8)


@pytest.mark.parametrize(
    ("inspection", "area"),
    [("E06000052-2023-02-06", "E06000052"), ("2532283", "2532283"), ("town-2023", "town-2023")],
)
def test_the_area_of_an_inspection(inspection: str, area: str) -> None:
    assert area_of(inspection) == area
