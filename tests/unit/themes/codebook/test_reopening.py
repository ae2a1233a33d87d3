"""Which codings a version opens again: exactly those it touches, and none is lost."""

import pytest
from tests.codebooks import change, theme, version, write

from areasend.themes import CodingInvalid, load_codebooks
from areasend.themes.codebook import MadeCoding, carried_codings, reopened_by_theme

FIRST = version(1, "abc")
SECOND = version(2, [theme("a", definition="Less."), *"bc"], [change("redefine", "a")])
CODINGS = [
    MadeCoding(coder="x", statement="1-afi-1", themes=("b", "a"), codebook=1),
    MadeCoding(coder="x", statement="1-afi-2", themes=("b",), codebook=1),
    MadeCoding(coder="y", statement="1-afi-1", themes=(), codebook=1),
    MadeCoding(coder="y", statement="1-afi-2", themes=("a",), codebook=2),
]


def test_a_redefined_theme_opens_the_codings_that_had_it_under_the_old_version(tmp_path):
    history = load_codebooks(write(tmp_path, FIRST, SECOND), place="here")
    found = carried_codings(history, CODINGS)
    assert [entry.coding for entry in found] == CODINGS
    assert [sorted(entry.carried.reopened) for entry in found] == [["a"], [], [], []]
    assert not any(entry.changed for entry in found)
    assert reopened_by_theme(history, found) == {"a": (CODINGS[0],)}


def test_codings_of_later_versions_are_left_out_of_an_earlier_one(tmp_path):
    history = load_codebooks(write(tmp_path, FIRST, SECOND), place="here")
    found = carried_codings(history, CODINGS, to=1)
    assert [entry.coding for entry in found] == CODINGS[:3]
    assert not any(entry.carried.reopened for entry in found)


def test_a_merged_coding_has_changed_and_is_not_open(tmp_path):
    merged = version(2, [theme("d", includes=["what is a", "what is b"]), "c"], [change("merge", "ab", "d")])
    history = load_codebooks(write(tmp_path, FIRST, merged), place="here")
    found = carried_codings(history, CODINGS[:3])
    assert [(entry.changed, entry.carried.themes, entry.carried.reopened) for entry in found] == [
        (True, ("d",), frozenset()),
        (True, ("d",), frozenset()),
        (False, (), frozenset()),
    ]


def test_codings_of_another_codebook_are_all_named(tmp_path):
    history = load_codebooks(write(tmp_path, FIRST, SECOND), place="here")
    odd = [
        MadeCoding(coder="x", statement="1-afi-1", themes=("z",), codebook=1),
        MadeCoding(coder="y", statement="1-afi-2", themes=("a",), codebook=3),
    ]
    with pytest.raises(CodingInvalid, match="were not made with this codebook: 2 faults") as caught:
        carried_codings(history, [*CODINGS, *odd])
    assert [str(fault) for fault in caught.value.faults] == [
        "codings, 1-afi-1 by x: Version 1 of the codebook has no theme 'z' (found: z). Use one of: a, b, c.",
        "codings, 1-afi-2 by y: The codebook has no version 3: its versions are 1 to 2 (found: a). Use one of them.",
    ]
