"""The mix of outcomes to come: draws from the Dirichlet posterior, by default with partial pooling over regions.

With pooling, for region r with counts y_r (n_r in all) over K outcomes:

    y_r | t_r ~ Multinomial(n_r, t_r)          t_r | a, m ~ Dirichlet(a m)
    m ~ Dirichlet(1, ..., 1)                   p(a) proportional to a^(-3/2)

m is the mix of the country and a the concentration: how alike regions are, in inspections that the country's mix is
worth. The prior of a is flat in a^(-1/2), as Gelman et al. (Bayesian Data Analysis, section 5.3) advise for such a
model. t_r is integrated out exactly,

    p(y | a, m) = product over r, k of  [a m_k][a m_k + 1] ... [a m_k + y_rk - 1]
                  divided by the product over r of  [a][a + 1] ... [a + n_r - 1],

and (a, m) lie on a grid: a from 1 to 1,024 by factors of the square root of 2, m in steps of 1/48. So the posterior is
a table, a draw from it needs no chain, and t_r is then drawn from Dirichlet(a m + y_r). A region without inspections
takes the country's mix with the regions' spread.

Without pooling each region stands for itself: t_r ~ Dirichlet(1 + y_r).
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

_CONCENTRATIONS = 2.0 ** (np.arange(21) / 2)
_STEPS = 48

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Grid:
    """Points (a, m): `concentration` by point, `mix` by point and outcome, and the posterior `weight`, summing to 1."""

    concentration: Floats
    mix: Floats
    weight: Floats


def draw_mixes(counts: Counts, draws: int, rng: np.random.Generator, *, pooled: bool = True) -> Floats:
    """The mix of each region in each draw: an array of draws x regions x outcomes whose last axis sums to 1.

    `counts` are inspections by region and outcome.
    """
    if not pooled:
        return _dirichlet(np.broadcast_to(counts + 1.0, (draws, *counts.shape)), rng)
    grid = posterior(counts)
    place = np.searchsorted(np.cumsum(grid.weight), rng.random(draws), side="right")
    place = np.minimum(place, len(grid.weight) - 1)
    shape = grid.concentration[place, None] * grid.mix[place]
    return _dirichlet(shape[:, None, :] + counts[None, :, :], rng)


def posterior(counts: Counts) -> Grid:
    """The posterior of concentration and common mix, on the grid."""
    places = _simplex(counts.shape[1])
    most = int(counts.max(initial=0))
    alike = _CONCENTRATIONS[:, None]
    # log of the rising product x (x + 1) ... (x + y - 1) for every a, every step of m and every y up to the most.
    steps = np.arange(1, _STEPS) / _STEPS
    above = _rising(alike * steps[None, :], most)
    below = _rising(_CONCENTRATIONS, int(counts.sum(axis=1).max(initial=0)))
    log_weight = np.zeros((len(_CONCENTRATIONS), len(places)))
    for row in counts:
        for outcome, count in enumerate(row):
            log_weight += above[:, places[:, outcome] - 1, count]
        log_weight -= below[:, None, int(row.sum())]
    # p(a) da with the points even in log a: a^(-3/2) * a.
    log_weight -= 0.5 * np.log(alike)
    weight = np.exp(log_weight - log_weight.max()).ravel()
    return Grid(
        concentration=np.repeat(_CONCENTRATIONS, len(places)),
        mix=np.tile(places / _STEPS, (len(_CONCENTRATIONS), 1)),
        weight=weight / weight.sum(),
    )


def _rising(start: Floats, most: int) -> Floats:
    """The logs of the rising products of `start` with 0 to `most` factors, along a new last axis."""
    factors = np.log(start[..., None] + np.arange(most))
    none = np.zeros((*start.shape, 1))
    return np.concatenate([none, np.cumsum(factors, axis=-1)], axis=-1)


def _simplex(outcomes: int) -> Counts:
    """Every way to share the steps among outcomes, each with one at least: points x outcomes."""
    cuts = np.array(list(combinations(range(1, _STEPS), outcomes - 1)), dtype=np.int64).reshape(-1, outcomes - 1)
    edges = np.pad(cuts, ((0, 0), (1, 1)), constant_values=((0, 0), (0, _STEPS)))
    return np.diff(edges, axis=1)


def _dirichlet(shape: Floats, rng: np.random.Generator) -> Floats:
    drawn = rng.standard_gamma(shape)
    drawn += np.finfo(np.float64).tiny
    shares: Floats = drawn / drawn.sum(axis=-1, keepdims=True)
    return shares
