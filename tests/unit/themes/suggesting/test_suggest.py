"""A model that was fitted to statements in our own words, and what it suggests for others."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.written_statements import THEMES, statement, unit, written

from areasend.themes import packaged_codebooks
from areasend.themes.suggesting import fit, suggest, training_from

BOOK = packaged_codebooks().latest
PAIRS = tuple(written(1, 160))


def fitted(pairs=PAIRS, *, seed=0, book=BOOK):
    return fit(training_from([made for made, _ in pairs], [coded for _, coded in pairs], book), seed=seed)


@pytest.fixture(scope="module")
def model():
    return fitted()


def themes_for(model, text, area=99):
    ((_, found),) = suggest(model, [statement(1, text, area=area)])
    return found


def test_it_finds_the_theme_that_is_asked_for_and_the_words_that_ask(model):
    found = themes_for(model, "The clinic ought to shorten the waiting lists for speech and language therapy.")
    assert found[0].theme == "waiting_times"
    assert found[0].probability > 0.9
    assert {"waiting lists", "speech and language"} <= set(found[0].words)
    assert len(found[0].words) <= 5


def test_themes_stand_by_probability(model):
    found = themes_for(
        model, "Hold annual reviews of each EHC plan, and prepare young people for adulthood and college."
    )
    assert {"ehc_plans", "transitions"} == {one.theme for one in found}
    assert [one.rank for one in found] == [1, 2]
    assert found[0].probability >= found[1].probability >= model.line - 0.001


@pytest.mark.parametrize("text", ["", "•", "• • •", "…", "the of and", "Łódź żółw ąę", "子供たち", "x" * 300])
def test_a_text_without_a_word_that_it_knows_gets_nothing(model, text):
    assert themes_for(model, text) == ()


def test_another_language_is_no_fault(model):
    assert themes_for(model, "Les responsables doivent réduire les délais d’attente pour les enfants.") is not None


def test_a_huge_text_is_read_as_far_as_it_is_sensible(model):
    huge = "They should hold annual reviews of EHC plans. " * 20_000
    assert themes_for(model, huge)[0].theme == "ehc_plans"


def test_every_statement_is_answered_in_order_over_batches(model):
    asked = [made for made, _ in written(9, 1203, areas=30)]
    told = list(suggest(model, asked))
    assert [key for key, _ in told] == [made.id for made in asked]
    alone = dict(suggest(model, asked[700:702]))
    assert all(dict(told)[key] == found for key, found in alone.items())


def test_the_order_of_statements_and_codings_changes_nothing():
    mixed = list(PAIRS)
    random.Random(5).shuffle(mixed)
    asked = [made for made, _ in PAIRS[:60]]
    first, second = fitted(), fitted(mixed)
    assert first.id == second.id
    assert dict(suggest(first, asked)) == dict(suggest(second, asked[::-1]))


def test_a_statement_that_it_learnt_from_is_suggested_without_its_area():
    """Its own odd code does not come back: nobody else's statement has these words."""
    odd = [(made, coded) for made, coded in PAIRS]
    made = statement(50, "Zebras graze zebras graze zebras graze", area=3)
    odd += [(replace(made, id=f"{made.id}-{count}"), unit(made, ("transitions",))) for count in range(6)]
    odd = [(one, replace(coded, id=one.id)) for one, coded in odd]
    model = fitted(odd)
    ((_, seen),) = suggest(model, [odd[-1][0]])
    ((_, unseen),) = suggest(model, [replace(made, id="new")])
    assert "transitions" not in [one.theme for one in seen]
    assert [one.theme for one in unseen] == ["transitions"]
    assert unseen[0].words == ("Zebras", "graze")


def test_a_theme_with_too_few_examples_is_left_out_and_said():
    few = [pair for pair in PAIRS if "transitions" not in pair[1].codes["a"]]
    model = fitted(few)
    assert dict(model.left_out) == {"transitions": "0 coded statements with it in 0 areas; 5 in 3 are needed"}
    assert model.themes == tuple(theme for theme in BOOK.keys if theme != "transitions")
    assert "transitions" not in [one.theme for one in themes_for(model, "Prepare them for adulthood and college.")]


def test_a_theme_in_every_statement_is_left_out_and_said():
    every = [(made, unit(made, ("governance", *coded.codes["a"]))) for made, coded in PAIRS]
    assert fitted(every).left_out["governance"].startswith("0 coded statements without it")


def test_statements_on_which_coders_are_even_weigh_nothing_for_that_theme():
    """A pile of statements about zebras, on which two coders are even, leaves zebras without a meaning."""
    piled = list(PAIRS)
    for count in range(12):
        made = statement(80 + count, "Zebras graze", area=count + 1)
        piled.append((made, unit(made, ("transitions",), ())))
    assert themes_for(fitted(piled), "Zebras graze") == ()


def test_a_codebook_without_terms_or_examples_will_do():
    bare = replace(
        BOOK, examples=(), themes=tuple(replace(theme, terms=(), examples=(), includes=()) for theme in BOOK.themes)
    )
    assert themes_for(fitted(book=bare), "They should hold annual reviews of EHC plans.")[0].theme == "ehc_plans"


def test_as_few_as_three_areas_will_do():
    model = fitted(tuple(written(4, 160, areas=3)))
    assert themes_for(model, "They should hold annual reviews of EHC plans.")[0].theme == "ehc_plans"


def test_the_seed_is_part_of_the_name():
    assert fitted(seed=1).id != fitted(seed=2).id


@settings(max_examples=60)
@given(st.text(max_size=200) | st.lists(st.sampled_from([*PAIRS]), max_size=3).map(str))
def test_whatever_the_text_suggestions_are_sound(text):
    model = _MODEL
    found = themes_for(model, text)
    assert [one.rank for one in found] == list(range(1, len(found) + 1))
    assert len({one.theme for one in found}) == len(found)
    assert {one.theme for one in found} <= set(THEMES)
    assert [one.probability for one in found] == sorted((one.probability for one in found), reverse=True)
    flat = " ".join(text.split())
    for one in found:
        assert 0 <= one.probability <= 1
        assert len(set(one.words)) == len(one.words) <= 5
        assert all(word in flat for word in one.words)


_MODEL = fitted()
