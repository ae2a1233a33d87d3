"""The posterior of the outcome mix, held against the textbook with its gamma functions and known special cases."""

from math import exp, lgamma

import numpy as np
import pytest

from areasend.programme.forecasting.mix import draw_mixes, posterior

# Regions x outcomes as at 31 December 2024 (docs/domain.md, 9.3: rebuilt from the reports).
PACKAGED = np.array([[1, 0, 4], [1, 1, 2], [3, 6, 1], [4, 5, 0], [1, 3, 4], [1, 6, 1], [2, 2, 1], [1, 3, 1]])


def rng(seed: int = 7) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(seed))


def dirichlet_multinomial(counts: list[int], alpha: list[float]) -> float:
    """The log of the probability of one order of outcomes, by the textbook's formula with gamma functions."""
    total = lgamma(sum(alpha)) - lgamma(sum(alpha) + sum(counts))
    return total + sum(lgamma(a + y) - lgamma(a) for a, y in zip(alpha, counts, strict=True))


@pytest.mark.parametrize("outcomes", [2, 3])
def test_the_weights_are_those_of_the_textbook(outcomes: int) -> None:
    counts = PACKAGED[:, :outcomes]
    grid = posterior(counts)
    assert grid.weight.sum() == pytest.approx(1)
    assert grid.mix.sum(axis=1) == pytest.approx(1)
    chosen = np.random.default_rng(0).choice(len(grid.weight), 40, replace=False)
    logs = np.array(
        [
            sum(dirichlet_multinomial(list(row), list(grid.concentration[p] * grid.mix[p])) for row in counts.tolist())
            # The prior a^(-3/2) over points that are even in log a.
            - 0.5 * np.log(grid.concentration[p])
            for p in chosen
        ]
    )
    best = int(np.argmax(logs))
    for place, log in zip(chosen, logs, strict=True):
        assert grid.weight[place] / grid.weight[chosen[best]] == pytest.approx(exp(log - logs[best]), rel=1e-6)


def test_regions_that_are_alike_pull_together_and_regions_that_differ_do_not() -> None:
    def concentration(counts: list[list[int]]) -> float:
        grid = posterior(np.array(counts))
        return float((grid.weight * np.log(grid.concentration)).sum())

    assert concentration([[20, 20, 20]] * 8) > concentration([[60, 0, 0], [0, 60, 0], [0, 0, 60]] * 3) + 1


def test_without_pooling_a_region_has_its_own_dirichlet() -> None:
    drawn = draw_mixes(np.array([[8, 1, 0], [0, 0, 0]]), 40_000, rng(), pooled=False)
    # Dirichlet(9, 2, 1) and Dirichlet(1, 1, 1): means by hand, variance of the first share a b / (n^2 (n + 1)).
    assert drawn.mean(axis=0) == pytest.approx(np.array([[9 / 12, 2 / 12, 1 / 12], [1 / 3] * 3]), abs=0.006)
    assert drawn[:, 0, 0].var() == pytest.approx(9 * 3 / (144 * 13), rel=0.05)


def test_pooling_draws_a_small_region_towards_the_country() -> None:
    pooled = draw_mixes(PACKAGED, 4000, rng()).mean(axis=0)
    alone = draw_mixes(PACKAGED, 4000, rng(), pooled=False).mean(axis=0)
    country = PACKAGED.sum(axis=0) / PACKAGED.sum()
    assert pooled.shape == (8, 3)
    assert abs(pooled[0] - country).sum() < abs(alone[0] - country).sum()
    # Still on its own side of the country: 4 of 5 were of the third outcome.
    assert pooled[0, 2] > country[2] + 0.05


def test_a_region_without_inspections_and_a_country_without_any_can_be_drawn() -> None:
    assert draw_mixes(np.zeros((2, 3), dtype=np.int64), 5000, rng()).mean(axis=0) == pytest.approx(1 / 3, abs=0.02)
    counts = np.array([[40, 5, 5], [0, 0, 0]])
    assert draw_mixes(counts, 2000, rng())[:, 1, 0].mean() > 0.5


def test_the_same_seed_gives_the_same_shares() -> None:
    assert np.array_equal(draw_mixes(PACKAGED, 50, rng(3)), draw_mixes(PACKAGED, 50, rng(3)))
    assert not np.array_equal(draw_mixes(PACKAGED, 50, rng(3)), draw_mixes(PACKAGED, 50, rng(4)))
