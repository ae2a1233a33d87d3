"""A version must declare what it changed, all of it and nothing else."""

import pytest
from tests.codebooks import change, theme, version, write

from areasend.themes import ChangeKind, CodingInvalid, load_codebooks

OTHER_A = theme("a", definition="Only some of a.")
BOTH = {"includes": ["what is a", "what is b"]}


@pytest.fixture
def faults(tmp_path):
    """The faults of a second version that follows one with the themes a, b, c, each as its place and rule."""

    def told(themes, changes=(), **said):
        folder = write(tmp_path / "codebook", version(1, "abc"), version(2, themes, changes, **said))
        try:
            load_codebooks(folder, place="here")
        except CodingInvalid as error:
            return [f"{fault.place}: {fault.rule}" for fault in error.faults if fault.file == "2.toml"]
        return []

    return told


@pytest.mark.parametrize(
    ("themes", "changes"),
    [
        ("abc", []),
        ("cba", []),
        ([theme("a", terms=["word"], example=[{"text": "So", "themes": ["a"]}]), *"bc"], []),
        ([theme("a", sub_theme=[{"key": "a_1", "name": "A part"}]), *"bc"], []),
        ([theme("a", definition="  All of\na. "), *"bc"], []),
        ([OTHER_A, *"bc"], [change("redefine", "a")]),
        ([theme("a", excludes=["b"]), *"bc"], [change("redefine", "a", widens=False)]),
        ([theme("a", name="New name"), *"bc"], [change("rename", "a")]),
        ([theme("a", name="New name", definition="New."), *"bc"], [change("rename", "a"), change("redefine", "a")]),
        ("abcd", [change("add", into="d")]),
        ("bc", [change("delete", "a")]),
        ([theme("d", **BOTH), "c"], [change("merge", "ab", "d")]),
        ([theme("a", definition="Both.", **BOTH), "c"], [change("merge", "ab", "a")]),
        (
            [theme("d", definition="Both, and more.", **BOTH), "c"],
            [change("merge", "ab", "d"), change("redefine", "d")],
        ),
        ("bcde", [change("split", "a", "de")]),
        ([theme("a", includes=["less"]), *"bcd"], [change("split", "a", "ad")]),
        ("abcd", [change("split", "a", "ad"), change("redefine", "a", widens=True)]),
        ([theme("b", includes=["what is b", "a bit of a"]), *"cd"], [change("split", "a", "bd")]),
        ("bcd", [change("split", "a", "cd"), change("redefine", "d", widens=True)]),
    ],
)
def test_changes_that_say_what_differs_are_accepted(faults, themes, changes):
    assert faults(themes, changes) == []


@pytest.mark.parametrize(
    ("themes", "changes", "rules"),
    [
        ([OTHER_A, *"bc"], [], ["theme: the theme a has another rule than in the version before"]),
        ([theme("a", includes=["x"]), *"bc"], [], ["theme: the theme a has another rule than in the version before"]),
        ([theme("a", name="N"), *"bc"], [], ["theme: the theme a has another name than in the version before"]),
        ("ab", [], ["theme: the theme c is gone, and no change says what became of it"]),
        ("abcd", [], ["theme: the theme d is new, and no change says where it comes from"]),
        ("abc", [change("redefine", "a")], [
            "change: the theme a is said to be redefined, and its rule is the one it had"
        ]),
        ("abc", [change("rename", "a")], ["change: the theme a is said to be renamed, and has the name it had"]),
        ("abc", [change("delete", "a")], ["change[1]: a is deleted, and still there"]),
        ("abc", [change("add", into="a")], ["change[1]: a is added, and was there before"]),
        ("abcd", [change("merge", "ab", "d")], [
            "change[1]: a is merged into another, and still there",
            "change[1]: b is merged into another, and still there",
            "theme: the theme d has another rule than in the version before",
        ]),
        ("ac", [change("merge", "bc", "a")], [
            "change[1]: a was there before, and is not among the merged",
            "change[1]: c is merged into another, and still there",
            "theme: the theme a has another rule than in the version before",
        ]),
        ("cd", [change("merge", "ab", "d")], ["theme: the theme d has another rule than in the version before"]),
        ([theme("d", excludes=["x"], **BOTH), "c"], [change("merge", "ab", "d")], [
            "theme: the theme d has another rule than in the version before"
        ]),
        ([theme("b", definition="B", includes=["x"]), *"cd"], [change("split", "a", "bd")], [
            "theme: the theme b has another rule than in the version before"
        ]),
        ([theme("b", excludes=["x"]), *"cd"], [change("split", "a", "bd")], [
            "theme: the theme b has another rule than in the version before"
        ]),
        ([theme("d", **BOTH), "c"], [change("merge", "ab", "d"), change("add", into="d")], [
            "change: the theme d is added, and also made of others"
        ]),
        ("bcd", [change("split", "a", "d")], ["change[1]: a split has at least 2 under into"]),
        ("cde", [change("split", "ab", "de")], ["change[1]: a split has 1 under themes"]),
        ([theme("d", includes=["what is a"]), *"bc"], [change("merge", "a", "d")], [
            "change[1]: a merge has at least 2 under themes"
        ]),
        ("abc", [change("rename")], ["change[1]: a rename has at least 1 under themes"]),
        ("bc", [change("delete", "a", "b")], ["change[1]: a delete has none under into"]),
        ("abcd", [change("add", "a", "d")], ["change[1]: a add has none under themes"]),
        ("bc", [change("delete", "a", widens=True)], ["change[1]: a delete cannot widen"]),
        ("bc", [change("delete", "ax")], ["change[1]: version 1 has no theme x"]),
        ("bc", [change("delete", "a"), change("redefine", "a")], [
            "change[2]: a is to redefine, and is not there any more"
        ]),
        ("abcd", [change("add", into="d"), change("redefine", "d")], ["change[2]: version 1 has no theme d"]),
        ("abcd", [change("add", into=["d", "x"])], ["change[1]: version 2 has no theme x"]),
        ("c", [change("delete", "ab"), change("split", "b", "cd")], [
            "change: b is named by several changes of kind merge, split, delete",
            "change[2]: version 2 has no theme d",
        ]),
        ([OTHER_A, *"bc"], [change("redefine", "a"), change("redefine", "a", widens=True)], [
            "change: a is named by several changes of kind redefine"
        ]),
    ],
)  # fmt: skip
def test_changes_that_do_not_are_refused(faults, themes, changes, rules):
    assert faults(themes, changes) == rules


def test_a_key_cannot_take_another_meaning_within_one_version(faults):
    taken = [change("merge", "ab", "c"), change("split", "c", "de")]
    told = faults([theme("c", **BOTH), *"de"], taken)
    assert "change[1]: c was there before, and is not among the merged" in told
    told = faults("bcd", [change("split", "a", "bd"), change("delete", "b")])
    assert "change[1]: b takes in a part of another theme, and is itself merged, split or deleted" in told


def test_other_rules_for_all_themes_need_the_themes_that_they_touch(faults):
    rule = "rules: the rules for all themes, or the unit, differ and no theme is redefined"
    assert faults("abc", rules=["Code the first word only"]) == [rule]
    assert faults("abc", unit="A whole report") == [rule]
    assert faults("abc", [change("redefine", "ac")], rules=["Code the first word only"]) == []


def test_a_version_is_not_valid_before_the_one_before_it(faults):
    assert faults("abc", valid_from="2030-01-01") == []
    assert faults("abc", valid_from="2029-12-31") == [
        "valid_from: version 2 is valid from an earlier day than version 1"
    ]


def test_what_was_declared_is_kept_with_its_reason(tmp_path):
    later = version(2, "bc", [change("delete", "a", reason="Nobody used it")])
    (found,) = load_codebooks(write(tmp_path, version(1, "abc"), later), place="here").latest.changes
    assert (found.kind, found.themes, found.into, found.reason, found.widens) == (
        ChangeKind.DELETE, ("a",), (), "Nobody used it", False,
    )  # fmt: skip
