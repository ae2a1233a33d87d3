"""Cross-validation over areas: no area is split, nothing that was tested was learnt, the same seed gives the same."""

import random
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.written_statements import statement, unit, written

from areasend.themes import packaged_codebooks
from areasend.themes.suggesting import NotEnough, evaluate, evaluating, mean_f1, training_from
from areasend.themes.suggesting.settling import parts_of

BOOK = packaged_codebooks().latest


def training(pairs):
    return training_from([made for made, _ in pairs], [coded for _, coded in pairs], BOOK)


@pytest.fixture(scope="module")
def found():
    return evaluate(training(list(written(2, 160))), folds=3, seeds=(0, 1))


@given(st.sets(st.text(min_size=1, max_size=9), min_size=1, max_size=40), st.integers(1, 12), st.integers())
def test_areas_fall_into_parts_of_one_size_whatever_their_order(areas, parts, seed):
    fallen = parts_of(sorted(areas), parts, seed)
    assert fallen == parts_of(sorted(areas, reverse=True) * 2, parts, seed)
    sizes = [list(fallen.values()).count(number) for number in range(min(parts, len(areas)))]
    assert max(sizes) - min(sizes) <= 1
    assert sum(sizes) == len(areas)


def test_plain_requests_are_found_again(found):
    assert found.mean_macro > Fraction(9, 10)
    assert (found.statements, found.areas, found.folds, found.seeds) == (160, 20, 3, (0, 1))
    assert all(one.support % 2 == 0 for one in found.measures.values())
    assert found.left_out == {}


def test_the_mean_is_over_themes_and_rounds(found):
    assert len(found.macro) == 2
    assert found.mean_macro == sum(found.macro) / 2
    assert min(found.macro) <= mean_f1(found.measures.values()) <= max(found.macro) or len(set(found.macro)) == 1


def test_how_well_each_coder_gives_what_the_others_gave(found):
    """Coders a and b are one; the hasty c misses second themes and never adds one."""
    assert set(found.coders) == {"a", "b", "c"}
    assert all(one.wrong == 0 for one in found.coders["c"].values())
    assert sum(one.missed for one in found.coders["c"].values()) > 0
    assert all(one.missed == 0 for one in found.coders["a"].values())


def test_the_same_seeds_give_the_same_whatever_the_order():
    pairs = list(written(3, 80))
    mixed = list(pairs)
    random.Random(1).shuffle(mixed)
    assert evaluate(training(pairs), folds=2, seeds=(7,)) == evaluate(training(mixed), folds=2, seeds=(7,))


def test_no_model_is_tested_on_an_area_or_on_words_that_it_learnt(monkeypatch):
    """Statements of one wording stand in areas 1, 2 and 3: they count as alike, and are never in both halves."""
    pairs = list(written(2, 120))
    for area in (1, 2, 3):
        made = statement(90, "Zebras graze in the park.", area=area)
        pairs.append((made, unit(made, ("governance",))))
    held = training(pairs)
    fits = []
    real = evaluating.fit_rows

    def watched(rows, lines, seed):
        fits.append(rows)
        return real(rows, lines, seed)

    monkeypatch.setattr(evaluating, "fit_rows", watched)
    tested = []
    real_suggested = evaluating._Task._suggested

    def noted(task, seen, places, seed):
        tested.append(task.rows.at(places))
        return real_suggested(task, seen, places, seed)

    monkeypatch.setattr(evaluating._Task, "_suggested", noted)
    found = evaluate(held, folds=4, seeds=(0,))
    assert len(fits) == len(tested) == 4
    for learnt, asked in zip(fits, tested, strict=True):
        assert not set(learnt.areas) & set(asked.areas)
        assert not {tuple(one) for one in learnt.stems} & {tuple(one) for one in asked.stems}
    assert sum(len(asked.areas) for asked in tested) == len(pairs)
    assert found.alike >= 3


def test_one_coder_has_no_others():
    pairs = [(made, unit(made, coded.codes["a"])) for made, coded in written(2, 120)]
    assert evaluate(training(pairs), folds=2, seeds=(0,)).coders == {}


def test_a_coder_is_held_against_others_only_where_both_coded():
    pairs = [
        (made, replace(coded, codes=({"a": coded.codes["a"]} if number % 2 else dict(coded.codes))))
        for number, (made, coded) in enumerate(written(2, 120))
    ]
    coders = evaluate(training(pairs), folds=2, seeds=(0,)).coders
    whole = evaluate(training(pairs[::2]), folds=2, seeds=(0,)).coders
    assert coders["b"] == whole["b"]


def test_there_are_never_more_folds_than_areas():
    assert evaluate(training(list(written(4, 160, areas=3))), folds=10, seeds=(0,)).folds == 3


def test_a_theme_that_a_fold_cannot_learn_is_missed_there_and_no_fault():
    """Transitions stands in three areas: without one of them a model has two and does not learn it."""
    pairs = [pair for pair in written(2, 80, areas=6) if "transitions" not in pair[1].codes["a"]]
    for area in (1, 1, 2, 2, 3, 3):
        made = statement(200 + len(pairs), "Prepare pupils for adulthood.", area=area)
        pairs.append((made, unit(made, ("transitions",))))
    found = evaluate(training(pairs), folds=6, seeds=(0,))
    assert found.measures["transitions"].right == 0
    assert found.measures["transitions"].missed == 6


def test_where_a_fold_can_learn_no_theme_nothing_is_suggested_there():
    pairs = []
    for number, area in enumerate((1, 1, 2, 2, 3, 3) * 2):
        made = statement(number + 1, f"Zebras graze {number}.", area=area)
        pairs.append((made, unit(made, ("transitions",) if number < 6 else ())))
    found = evaluate(training(pairs), folds=3, seeds=(0,))
    assert found.macro == (0,)
    assert found.left_out.keys() == set(BOOK.keys) - {"transitions"}


def test_of_one_area_nothing_is_learnt():
    with pytest.raises(NotEnough, match="of 1 areas"):
        evaluate(training(list(written(2, 80, areas=1))), folds=5, seeds=(0,))
    with pytest.raises(NotEnough, match="of 2 areas"):
        evaluate(training(list(written(2, 2, areas=2))), folds=5, seeds=(0,))


def test_every_step_is_told():
    steps = []
    evaluate(training(list(written(2, 70))), folds=2, seeds=(0, 1), done=lambda number, of: steps.append((number, of)))
    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]
