"""What a coder fills in becomes a decision, or slips that name the control that mends them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.coding_pages import statement

from areasend.themes import packaged_codebooks
from areasend.themes.serving.filled import LONGEST_NOTE, Choice, Filled, Slip, choice_of, filled_in
from areasend.themes.serving.work import State, Task

BOOK = packaged_codebooks().latest
# Of the framework: the numbers are the digits that choose them.
TASK = Task(
    statement=statement(1),
    number=1,
    state=State.OPEN,
    may_change=True,
    decision=None,
    themes=(),
    reopened=frozenset(),
    version="",
)
GOVERNANCE, INFORMATION, EHC_PLANS = "governance", "information", "ehc_plans"
A_SUB = BOOK.theme(EHC_PLANS).sub_themes[0]


def slips_of(filled: Filled) -> list[tuple[str, str]]:
    found = choice_of(filled, BOOK)
    assert isinstance(found, tuple)
    return [(slip.control, slip.text) for slip in found]


def test_the_only_theme_is_the_principal_one() -> None:
    assert choice_of(Filled(themes=(INFORMATION,)), BOOK) == Choice(
        themes=(INFORMATION,), sub_themes=(), note="", suggested=""
    )


def test_the_principal_theme_comes_first_and_the_others_follow_the_codebook() -> None:
    filled = Filled(themes=(GOVERNANCE, INFORMATION, EHC_PLANS), principal=EHC_PLANS)
    found = choice_of(filled, BOOK)
    assert isinstance(found, Choice)
    assert found.themes == (EHC_PLANS, GOVERNANCE, INFORMATION)


def test_a_principal_theme_that_was_taken_back_does_not_count() -> None:
    found = choice_of(Filled(themes=(INFORMATION,), principal=GOVERNANCE), BOOK)
    assert isinstance(found, Choice)
    assert found.themes == (INFORMATION,)


def test_no_theme_is_a_decision() -> None:
    found = choice_of(Filled(none=True, note="too general"), BOOK)
    assert found == Choice(themes=(), sub_themes=(), note="too general", suggested="")


@pytest.mark.parametrize(
    ("filled", "control", "said"),
    [
        (Filled(), "theme-1", "Choose the themes, or “No theme”"),
        (Filled(themes=(GOVERNANCE,), none=True), "theme-0", "not both"),
        (Filled(themes=(INFORMATION, EHC_PLANS)), "principal-2", "principal one"),
        (Filled(themes=(GOVERNANCE,), sub_themes=(A_SUB.key,)), "theme-5", A_SUB.name),
        (Filled(none=True, note="a" * (LONGEST_NOTE + 1)), "note", "2,001"),
    ],
)
def test_what_stands_in_the_way_is_told_with_its_control(filled: Filled, control: str, said: str) -> None:
    ((found, text),) = slips_of(filled)
    assert found == control
    assert said in text


def test_every_slip_is_told_at_once() -> None:
    filled = Filled(sub_themes=(A_SUB.key,), note="a" * (LONGEST_NOTE + 1))
    assert [control for control, _ in slips_of(filled)] == ["theme-1", "theme-5", "note"]


def test_what_was_sent_is_read() -> None:
    sent = {
        "theme": [EHC_PLANS, GOVERNANCE],
        "principal": [EHC_PLANS],
        "sub_theme": [A_SUB.key],
        "note": ["  two\r\nlines "],
        "accept": [INFORMATION, "transitions"],
    }
    assert filled_in(sent, BOOK, [INFORMATION], TASK) == Filled(
        themes=(GOVERNANCE, INFORMATION, EHC_PLANS),
        principal=EHC_PLANS,
        sub_themes=(A_SUB.key,),
        note="two\nlines",
        accepted=(INFORMATION,),
    )


def test_an_accepted_suggestion_is_noted_with_the_decision() -> None:
    found = choice_of(filled_in({"accept": [INFORMATION]}, BOOK, [INFORMATION], TASK), BOOK)
    assert found == Choice(themes=(INFORMATION,), sub_themes=(), note="", suggested=INFORMATION)


def test_a_form_without_anything_is_empty() -> None:
    assert filled_in({}, BOOK, [], TASK) == Filled()


KEYS = st.lists(st.sampled_from([*BOOK.keys, "no_theme_of_ours"]), max_size=6)


@given(themes=KEYS, principal=st.sampled_from(["", *BOOK.keys, "no_theme_of_ours"]), none=st.booleans())
def test_a_choice_has_each_chosen_theme_once_or_there_is_a_slip(themes: list[str], principal: str, none: bool) -> None:
    sent = {"theme": themes, "principal": [principal], **({"none": ["yes"]} if none else {})}
    known = {theme for theme in themes if theme in BOOK.keys}
    found = choice_of(filled_in(sent, BOOK, [], TASK), BOOK)
    sound = (none and not known) or (not none and (len(known) == 1 or (len(known) > 1 and principal in known)))
    assert isinstance(found, Choice) == sound
    if isinstance(found, Choice):
        assert set(found.themes) == known
        assert len(found.themes) == len(known)
        assert found.themes[:1] == ((principal,) if principal in known else found.themes[:1])
    else:
        assert all(isinstance(slip, Slip) for slip in found)


def test_only_what_makes_a_difference_makes_one() -> None:
    one = Filled(themes=(GOVERNANCE,))
    assert one.same_choice(replace(one, principal=GOVERNANCE))
    assert one.same_choice(replace(one, principal=INFORMATION))
    assert not one.same_choice(replace(one, note="a"))
    two = Filled(themes=(GOVERNANCE, INFORMATION), principal=GOVERNANCE)
    assert not two.same_choice(replace(two, principal=INFORMATION))
    assert not two.same_choice(one)
