"""What is learnt from, what is said where that is too little, and what gives a model its name."""

from dataclasses import replace

import pytest
from tests.written_statements import statement, unit, written

from areasend.themes import ThemesError, packaged_codebooks
from areasend.themes.suggesting import NotEnough, training_from
from areasend.themes.suggesting.learning import codebook_lines, learnt, left_out, model_id

BOOK = packaged_codebooks().latest


def training(*pairs):
    return training_from([made for made, _ in pairs], [coded for _, coded in pairs], BOOK)


def test_it_says_which_codings_are_needed():
    with pytest.raises(NotEnough, match=r"--records DIR.*--coding DIR") as told:
        training_from([statement(1, "Some text")], [], BOOK)
    assert isinstance(told.value, ThemesError)


def test_codings_of_whole_inspections_and_units_that_nobody_coded_teach_nothing():
    made = statement(1, "Some text")
    whole = replace(unit(made, ("governance",)), whole=True)
    with pytest.raises(NotEnough, match="no codings of single findings"):
        training_from([made], [whole, unit(made)], BOOK)


def test_it_says_that_the_reports_of_the_codings_are_to_be_read():
    coded = unit(statement(1, "", area=2), ("governance",))
    with pytest.raises(NotEnough, match=r"None of the 1 statements read is among the 1 that were coded.*reports read"):
        training_from([statement(1, "Some text")], [coded], BOOK)


def test_what_holds_is_what_most_coders_gave_or_somebody_settled():
    first, second, third = (statement(number, "Some text") for number in (1, 2, 3))
    held = training(
        (third, unit(third, ("governance",), adjudicated=())),
        (first, unit(first, ("governance", "information"), ("governance",), ("transitions",))),
        (second, unit(second, ("governance",), ())),
    )
    assert [example.statement.seq for example in held.examples] == [1, 2, 3]
    assert [example.said.themes for example in held.examples] == [("governance",), (), ()]
    assert [example.said.undecided for example in held.examples] == [(), ("governance",), ()]
    assert held.areas == ("E06000001",)


def pairs_with(theme, with_areas, without_areas):
    """One statement for each area named, with the theme and without it."""
    for number, (area, themes) in enumerate(
        [*((area, (theme,)) for area in with_areas), *((area, ()) for area in without_areas)], 1
    ):
        made = statement(number, f"Some text {number}", area=area)
        yield made, unit(made, themes)


@pytest.mark.parametrize(
    ("with_areas", "without_areas", "reason"),
    [
        ((1, 2, 3, 3, 3), (1, 1, 1, 2, 3), ""),
        ((1, 2, 3, 3), (1, 1, 1, 2, 3), "4 coded statements with it in 3 areas; 5 in 3 are needed"),
        ((1, 2, 2, 2, 2), (1, 1, 1, 2, 3), "5 coded statements with it in 2 areas; 5 in 3 are needed"),
        ((1,), (1, 1, 1, 2, 3), "1 coded statement with it in 1 area; 5 in 3 are needed"),
        ((1, 2, 3, 3, 3), (1, 2, 3, 4), "4 coded statements without it in 4 areas; 5 in 3 are needed"),
    ],
)
def test_a_theme_needs_examples_in_several_areas(with_areas, without_areas, reason):
    held = training(*pairs_with("governance", with_areas, without_areas))
    assert left_out(held).get("governance", "") == reason


def test_a_statement_on_which_coders_are_even_is_no_example():
    pairs = list(pairs_with("governance", (1, 2, 3, 3, 3), (1, 1, 1, 2, 3)))
    made, _ = pairs[0]
    held = training((made, unit(made, ("governance",), ())), *pairs[1:])
    assert left_out(held)["governance"].startswith("4 coded statements with it")


def test_where_no_theme_has_enough_nothing_is_learnt():
    held = training(*pairs_with("governance", (1,), (2,)))
    with pytest.raises(NotEnough, match=r"5 statements in 3 areas .* among the 2 coded statements of 2 areas"):
        learnt(held)


def test_the_codebook_teaches_by_what_it_says_of_each_theme_and_by_its_examples():
    lines = dict(codebook_lines(BOOK))
    governance = BOOK.theme("governance")
    assert lines[governance.definition] == lines[governance.includes[0]] == ("governance",)
    assert lines[governance.sub_themes[0].name] == ("governance",)
    assert lines["The partnership should see that every child is happy and safe."] == ()
    assert all(exclude not in lines for theme in BOOK.themes for exclude in theme.excludes)


def test_a_model_has_another_name_whenever_anything_it_is_made_from_differs():
    pairs = list(written(1, 40))
    name = model_id(training(*pairs), 0)
    assert name == model_id(training(*reversed(pairs)), 0)
    made, coded = pairs[0]
    other_text = replace(made, text=made.text + " More")
    renamed = replace(BOOK, themes=(replace(BOOK.themes[0], terms=("board",)), *BOOK.themes[1:]))
    others = [
        model_id(training(*pairs), 1),
        model_id(training(*pairs[1:]), 0),
        model_id(training((other_text, coded), *pairs[1:]), 0),
        model_id(training((made, unit(made, ("governance", "transitions", "early_help"))), *pairs[1:]), 0),
        model_id(training_from([one for one, _ in pairs], [one for _, one in pairs], renamed), 0),
    ]
    assert len({name, *others}) == 6
