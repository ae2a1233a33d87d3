"""The interval of pooled alpha holds the true value in 93 to 97 of 100 simulations, and 2,000 resamples take seconds.

Areas are drawn from a known model, in which alpha of all areas there could be follows from probabilities. In one case
decisions are independent; in the other, areas differ: in some there are more themes, and in some coders err more often.
"""

import time
from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from areasend.themes.agreement import Method
from areasend.themes.agreement.formulas import AC1, Alpha, Formula, Kappa, Raw
from areasend.themes.agreement.resampling import Resampling, interval
from areasend.themes.agreement.tallies import Layout, Numbers

# What these run is traced by other tests; tracing would double their time.
pytestmark = pytest.mark.no_cover

AREAS = 54
# The share of areas with each of eight themes as an area for improvement, and for priority action.
PREVALENCE = np.array([[0.8, 0.55, 0.5, 0.45, 0.4, 0.35, 0.25, 0.1], [0.3, 0.25, 0.2, 0.2, 0.15, 0.1, 0.1, 0.05]])
# How much more there is in a rich area than in a poor one, and how much more coders err in a hard one than an easy one;
# half of the areas are rich and three in ten hard.
EVEN, UNEVEN = ((1.0, 1.0), (1.0, 1.0)), ((1.2, 0.5), (2.5, 0.4))
RICH, HARD = 0.5, 0.3


class Model:
    """Coders see a theme that is there with probability 1 - misses, and one that is not there with a third of that."""

    def __init__(self, misses: float, uneven: bool) -> None:
        self.misses = misses
        self.richness, self.hardness = UNEVEN if uneven else EVEN

    def draw(
        self, random: np.random.Generator, areas: int, prevalence: Numbers, coders: int, missing: float
    ) -> Numbers:
        """The counts of a tally, a row for each area; a coder leaves out a kind of an area with probability missing."""
        rich = np.where(random.random(areas) < RICH, *self.richness)
        hard = np.where(random.random(areas) < HARD, *self.hardness)
        there = random.random((areas, *prevalence.shape)) < prevalence * rich[:, None, None]
        luck = random.random((*there.shape, coders))
        misses = self.misses * hard[:, None, None, None]
        yes = np.where(there[..., None], luck >= misses, luck < misses / 3)
        coded = np.broadcast_to(random.random((areas, len(prevalence), 1, coders)) >= missing, yes.shape)
        return counted(yes & coded, coded)

    def alpha(self, prevalence: Numbers) -> float:
        """Of all areas there could be: 1 - the probability that two coders differ, over twice that of yes times no."""
        differ = said = 0.0
        for (rich, p), (hard, q) in product(
            zip(self.richness, (RICH, 1 - RICH), strict=True), zip(self.hardness, (HARD, 1 - HARD), strict=True)
        ):
            there, misses = prevalence * rich, self.misses * hard
            invents = misses / 3
            differ += p * q * (there * 2 * misses * (1 - misses) + (1 - there) * 2 * invents * (1 - invents)).mean()
            said += p * q * (there * (1 - misses) + (1 - there) * invents).mean()
        return float(1 - differ / (2 * said * (1 - said)))


def counted(yes: np.ndarray, coded: np.ndarray) -> Numbers:
    """What `tally` counts, for arrays by area, kind, theme and coder."""
    layout = Layout(yes.shape[-1])
    counts = np.zeros((len(yes), layout.width))
    for column, (number, given) in enumerate(layout.answers):
        counts[:, column] = ((coded.sum(-1) == number) & (yes.sum(-1) == given)).sum(axis=(1, 2))
    for pair, (one, other) in enumerate(layout.pairs):
        both = coded[..., one] & coded[..., other]
        for cell, (first, second) in enumerate(product((False, True), repeat=2)):
            held = both & (yes[..., one] == first) & (yes[..., other] == second)
            counts[:, layout.cells(pair).start + cell] = held.sum(axis=(1, 2))
    return counts


CASES = [
    pytest.param(0.1, False, 2, 0.0, id="two coders, areas alike"),
    pytest.param(0.1, True, 2, 0.0, id="two coders, areas differ"),
    pytest.param(0.03, True, 2, 0.0, id="two coders who nearly always agree"),
    pytest.param(0.2, True, 3, 0.2, id="three coders with gaps"),
]


@pytest.mark.parametrize(("misses", "uneven", "coders", "missing"), CASES)
def test_pooled_alpha(misses: float, uneven: bool, coders: int, missing: float, request: pytest.FixtureRequest) -> None:
    simulations = 1000 if request.config.getoption("--long") else 300
    model = Model(misses, uneven)
    covered, methods = coverage(model, AREAS, PREVALENCE, coders, missing, simulations)
    assert Fraction(93, 100) <= covered <= Fraction(97, 100)
    assert methods == {Method.RESAMPLED}


@pytest.mark.parametrize(("areas", "misses", "prevalence"), [(54, 0.02, 0.5), (54, 0.05, 0.2), (14, 0.05, 0.5)])
def test_a_theme_on_which_coders_seldom_differ(areas: int, misses: float, prevalence: float) -> None:
    """Most intervals there are of the share of areas that differ: they hold the true value at least as often."""
    covered, methods = coverage(Model(misses, uneven=False), areas, np.array([[prevalence]]), 2, 0.0, 500)
    assert covered >= Fraction(93, 100)
    assert Method.EXACT_SHARE in methods


def coverage(
    model: "Model", areas: int, prevalence: Numbers, coders: int, missing: float, simulations: int
) -> tuple[Fraction, set[Method]]:
    """How often the interval of alpha holds the true one, and how the intervals were made."""
    random, true = np.random.default_rng(54), model.alpha(prevalence)
    layout, how = Layout(coders), Resampling(1000, 1)
    found = [
        interval(Alpha(), layout, model.draw(random, areas, prevalence, coders, missing), how)
        for _ in range(simulations)
    ]
    given = [entry for entry in found if entry.low is not None and entry.high is not None]
    assert len(given) > simulations * 9 // 10
    held = sum(entry.low <= true <= entry.high for entry in given if entry.low is not None and entry.high is not None)
    return Fraction(held, len(given)), {entry.method for entry in given}


def test_the_true_alpha_is_that_of_many_areas() -> None:
    random, model = np.random.default_rng(1), Model(0.2, uneven=True)
    totals = sum(model.draw(random, AREAS, PREVALENCE, 2, 0.0).sum(axis=0) for _ in range(300))
    parts = [float(np.dot(totals, [float(weight) for weight in row])) for row in Alpha().sums(Layout(2))]
    assert 1 - Alpha().complement([np.array(part) for part in parts]) == pytest.approx(
        model.alpha(PREVALENCE), abs=0.005
    )


@pytest.mark.parametrize("formula", [Raw(), Alpha(), AC1(), Kappa(0)], ids=lambda formula: type(formula).__name__)
def test_2_000_resamples_take_seconds(formula: Formula) -> None:
    counts = Model(0.1, uneven=True).draw(np.random.default_rng(2), AREAS, PREVALENCE, 2, 0.0)
    began = time.perf_counter()
    assert interval(formula, Layout(2), counts, Resampling(2000, 1)).resamples == 2000
    assert time.perf_counter() - began < 5
