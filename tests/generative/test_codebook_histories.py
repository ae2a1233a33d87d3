"""Codings carried through random histories of the codebook, against a slow second way that knows no open themes."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.codebooks import change, write
from tests.generative.codebook_histories import endings, written_histories

from areasend.themes import CodingInvalid, load_codebooks


def loaded(versions):
    with tempfile.TemporaryDirectory() as folder:
        return load_codebooks(write(Path(folder), *versions), place="here")


@st.composite
def codings(draw):
    """A history, a coding made with one of its versions, and a later or the same version."""
    made = draw(written_histories())
    made_with = draw(st.integers(1, len(made.versions)))
    to = draw(st.integers(made_with, len(made.versions)))
    coding = draw(st.permutations(made.keys[made_with - 1]))[: draw(st.integers(0, 4))]
    return made, coding, made_with, to


@settings(max_examples=150)
@given(codings())
def test_exactly_the_themes_on_which_decisions_may_differ_are_open(drawn):
    made, coding, made_with, to = drawn
    found = loaded(made.versions).carried(coding, made_with=made_with, to=to)
    possible = endings(made, coding, made_with, to)
    always = frozenset.intersection(*possible)
    sometimes = frozenset.union(*possible)
    assert found.reopened == sometimes - always
    assert always <= set(found.themes) <= sometimes
    assert len(set(found.themes)) == len(found.themes)
    assert set(found.themes) | found.reopened <= set(made.keys[to - 1])


@settings(max_examples=100)
@given(codings())
def test_what_goes_on_has_the_order_it_had(drawn):
    made, coding, made_with, to = drawn
    found = loaded(made.versions).carried(coding, made_with=made_with, to=to)
    kept = [key for key in coding if key in found.themes]
    untouched = not any({*kept} & {*entry["into"]} for changes in made.steps for entry in changes)
    if untouched:
        assert [key for key in found.themes if key in kept] == kept


@settings(max_examples=100)
@given(codings(), st.data())
def test_carrying_in_two_steps_is_carrying_in_one(drawn, data):
    made, coding, made_with, to = drawn
    between = data.draw(st.integers(made_with, to))
    history = loaded(made.versions)
    halfway = history.carried(coding, made_with=made_with, to=between)
    rest = history.carried(halfway.themes, made_with=between, to=to)
    whole = history.carried(coding, made_with=made_with, to=to)
    assert rest.themes == whole.themes
    if not halfway.reopened:
        assert rest.reopened == whole.reopened


@settings(max_examples=100)
@given(written_histories(), st.data())
def test_each_declared_change_is_needed_and_no_other(made, data):
    loaded(made.versions)
    numbers = [number for number, changes in enumerate(made.steps) if changes]
    if numbers:
        number = data.draw(st.sampled_from(numbers))
        left_out = data.draw(st.integers(1, len(made.steps[number])))
        parts = made.versions[number + 1].split("\n[[change]]\n")
        less = [*made.versions]
        less[number + 1] = "\n[[change]]\n".join(parts[:left_out] + parts[left_out + 1 :])
        with pytest.raises(CodingInvalid):
            loaded(less)


@settings(max_examples=100)
@given(written_histories(), st.sampled_from(["redefine", "rename", "delete"]), st.data())
def test_a_change_of_what_did_not_change_is_refused(made, kind, data):
    touched = {key for entry in made.steps[-1] for key in (*entry["themes"], *entry["into"])} if made.steps else set()
    untouched = sorted(set(made.keys[-1]) - touched)
    if made.steps and untouched:
        entry = change(kind, [data.draw(st.sampled_from(untouched))])
        lines = [f"{key} = {str(value).replace(chr(39), chr(34))}" for key, value in entry.items() if key != "reason"]
        lines[0] = f'kind = "{kind}"'
        more = "\n".join(["\n[[change]]", *lines, 'reason = "None"\n'])
        with pytest.raises(CodingInvalid):
            loaded([*made.versions[:-1], made.versions[-1] + more])
