"""Files of suggestions: written, read back, and every fault of one told at once."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.themes import (
    CodingInvalid,
    Suggestion,
    Suggestions,
    read_suggestions,
    suggestions_csv,
    suggestions_json,
)


def suggestion(statement, theme, probability, *words, rank=1):
    return Suggestion(statement=statement, theme=theme, probability=probability, words=words, rank=rank)


HELD = Suggestions(
    model="m1",
    statements={
        "one": (
            suggestion("one", "governance", 0.9, "board", "education, health"),
            suggestion("one", "transitions", 0.25, rank=2),
        ),
        "two": (),
    },
)


def test_the_csv_has_a_row_for_each_suggestion():
    assert suggestions_csv(HELD).decode() == (
        "statement,theme,probability,words,rank,model\r\n"
        'one,governance,0.900,"board; education, health",1,m1\r\n'
        "one,transitions,0.250,,2,m1\r\n"
    )


def test_the_json_has_every_statement_asked_about():
    assert json.loads(suggestions_json(HELD)) == {
        "model": "m1",
        "statements": {
            "one": [
                {"theme": "governance", "probability": 0.9, "words": ["board", "education, health"]},
                {"theme": "transitions", "probability": 0.25, "words": []},
            ],
            "two": [],
        },
    }


def written(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def test_both_are_read_back(tmp_path):
    assert read_suggestions(written(tmp_path, "a.json", suggestions_json(HELD))) == HELD
    back = read_suggestions(written(tmp_path, "a.csv", suggestions_csv(HELD)))
    assert back.model == "m1"
    assert back.statements == {"one": HELD.statements["one"]}


WORDS = st.text(
    st.characters(codec="utf-8", exclude_characters=";\r\n\0", exclude_categories=("C",)), min_size=1
).filter(lambda text: text == text.strip())
FOUND = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.integers(0, 1000), st.lists(WORDS, max_size=3)),
    max_size=4,
    unique_by=lambda one: one[0],
)


@given(st.dictionaries(WORDS, FOUND, max_size=4))
def test_whatever_is_suggested_is_read_back(tmp_path_factory, drawn):
    held = Suggestions(
        model="m",
        statements={
            key: tuple(
                suggestion(key, theme, thousandths / 1000, *words, rank=rank)
                for rank, (theme, thousandths, words) in enumerate(found, 1)
            )
            for key, found in drawn.items()
        },
    )
    folder = tmp_path_factory.mktemp("held")
    assert read_suggestions(written(folder, "a.json", suggestions_json(held))) == held
    with_some = {key: found for key, found in held.statements.items() if found}
    assert read_suggestions(written(folder, "a.csv", suggestions_csv(held))).statements == with_some


GOOD = {"theme": "a", "probability": 0.5, "words": []}


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        ("a", "no theme with probability and words"),
        ({"theme": "a"}, "no theme with probability and words"),
        (GOOD | {"more": 1}, "no theme with probability and words"),
        (GOOD | {"theme": ""}, "no key of a theme"),
        (GOOD | {"theme": 5}, "no key of a theme"),
        (GOOD | {"probability": 1.01}, "no number from 0 to 1"),
        (GOOD | {"probability": float("nan")}, "no number from 0 to 1"),
        (GOOD | {"probability": True}, "no number from 0 to 1"),
        (GOOD | {"probability": "0.5"}, "no number from 0 to 1"),
        (GOOD | {"words": "a"}, "no list of words"),
        (GOOD | {"words": [1]}, "no list of words"),
    ],
)
def test_every_faulty_entry_of_json_is_named(tmp_path, entry, rule):
    path = written(tmp_path, "a.json", {"model": "m", "statements": {"one": [entry], "two": [GOOD, GOOD]}})
    with pytest.raises(CodingInvalid) as told:
        read_suggestions(path)
    first, second = told.value.faults
    assert (first.place, second.place) == ("statement one", "statement two")
    assert rule in first.rule
    assert second.rule == "the theme stands twice for its statement"
    assert "themes suggest --out" in first.remedy


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"\xff", "no JSON in UTF-8"),
        (b"{", "no JSON in UTF-8"),
        (b"[" * 100_000, "no JSON in UTF-8"),
        (b"[]", "no object with a model and its statements"),
        (b'{"model": 1, "statements": {}}', "no object with a model and its statements"),
        (b'{"model": "m", "statements": []}', "no object with a model and its statements"),
        (b'{"model": "m", "statements": {"one": 1}}', "no list of themes"),
    ],
)
def test_a_file_that_is_no_such_json_is_refused(tmp_path, content, rule):
    with pytest.raises(CodingInvalid, match=rule):
        read_suggestions(written(tmp_path, "a.json", content))


HEADING = "statement,theme,probability,words,rank,model\r\n"


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ("", "the heading is not"),
        ("statement,theme\r\na,b\r\n", "the heading is not statement,theme,probability,words,rank,model"),
        (HEADING + "one,a,0.5,,1\r\n", "row 2: 5 cells where the heading has 6"),
        (HEADING + "one,a,much,,1,m\r\n", "row 2: the probability is no number from 0 to 1"),
        (HEADING + "one,a,0.5,,1,m\r\none,a,0.5,,2,m\r\n", "row 3: the theme stands twice"),
        (HEADING + "one,a,0.5,,1,m\r\none,b,0.5,,2,n\r\n", "suggestions of more than one model"),
    ],
)
def test_a_file_that_is_no_such_csv_is_refused(tmp_path, content, rule):
    with pytest.raises(CodingInvalid, match=rule):
        read_suggestions(written(tmp_path, "a.csv", content.encode()))


def test_nothing_was_suggested_at_all(tmp_path):
    held = Suggestions(model="", statements={})
    assert read_suggestions(written(tmp_path, "a.csv", HEADING.encode())) == held
