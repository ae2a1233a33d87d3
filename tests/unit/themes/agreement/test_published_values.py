"""Measures against values that others have published or that can be worked out by hand."""

from fractions import Fraction

import pytest

from areasend.themes import ThemesError
from areasend.themes.agreement import Scale, cohens_kappa, gwets_ac1, krippendorffs_alpha, mean_kappa, raw_agreement

# K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example D: 12 units by 4 observers, with gaps.
_ = None
WORKED = (
    (1, 1, _, 1),
    (2, 2, 3, 2),
    (3, 3, 3, 3),
    (3, 3, 3, 3),
    (2, 2, 2, 2),
    (1, 2, 3, 4),
    (4, 4, 4, 4),
    (1, 1, 2, 1),
    (2, 2, 2, 2),
    (_, 5, 5, 5),
    (_, _, 1, 1),
    (_, 3, _, _),
)
# The example that K. Gwet's irrCAC (2019) prints for two raters, cont3x3abstractors.
ABSTRACTORS = (("e", "e"),) * 13 + (("a", "a"),) * 20 + (("a", "n"),) * 7 + (("n", "a"),) * 4 + (("n", "n"),) * 56
LOPSIDED = ((True, True),) * 50 + ((True, False),) * 2 + ((False, True),) * 2


@pytest.mark.parametrize(
    ("scale", "published"),
    [(Scale.NOMINAL, 0.743), (Scale.ORDINAL, 0.815), (Scale.INTERVAL, 0.849), (Scale.RATIO, 0.797)],
)
def test_alpha_of_the_worked_data(scale: Scale, published: float) -> None:
    assert round(float(krippendorffs_alpha(WORKED, scale).value or 0), 3) == published


def test_ac1_of_the_worked_data() -> None:
    # irrCAC prints for the same data: pa 0.8181818, AC1 0.77544.
    assert raw_agreement(WORKED).value == Fraction(9, 11)
    assert round(float(gwets_ac1(WORKED).value or 0), 5) == 0.77544


def test_two_abstractors() -> None:
    # irrCAC prints: kappa 0.7964094, AC1 0.8493305.
    assert round(float(cohens_kappa(ABSTRACTORS).value or 0), 7) == 0.7964094
    assert round(float(gwets_ac1(ABSTRACTORS).value or 0), 7) == 0.8493305
    assert raw_agreement(ABSTRACTORS).value == Fraction(89, 100)


def test_lopsided_decisions() -> None:
    # 54 areas: 50 yes and yes, 2 yes and no, 2 no and yes. By hand: kappa = (50/54 - p) / (1 - p), p = (52² + 2²)/54².
    assert raw_agreement(LOPSIDED).value == Fraction(50, 54)
    assert cohens_kappa(LOPSIDED).value == Fraction(-1, 26)
    assert mean_kappa(LOPSIDED).value == Fraction(-1, 26)
    assert round(float(gwets_ac1(LOPSIDED).value or 0), 3) == 0.920
    # By hand: 108 answers, 104 of them yes, 4 unlike pairs: 1 - 107 * 4 / (104 * 4).
    assert krippendorffs_alpha(LOPSIDED).value == 1 - Fraction(107, 104)


@pytest.mark.parametrize("code", ["1", True, float("inf")])
def test_a_code_that_is_no_number_is_refused_on_scales_of_numbers(code: object) -> None:
    with pytest.raises(ThemesError, match="is no code on the interval scale"):
        krippendorffs_alpha([(code, 2), (1, 2)], Scale.INTERVAL)


def test_ratios_begin_at_nothing() -> None:
    # The library takes -1 and 1 for the same number, because they add up to 0.
    with pytest.raises(ThemesError, match="-1 is no code on the ratio scale"):
        krippendorffs_alpha([(-1, 1), (1, 2)], Scale.RATIO)


def test_kappa_is_of_two_coders() -> None:
    with pytest.raises(ValueError, match="of two coders"):
        cohens_kappa(WORKED)
