"""Codings carried to later versions, each expectation worked out by hand."""

import pytest
from tests.codebooks import change, theme, version, write

from areasend.themes import Carried, ThemesError, load_codebooks


@pytest.fixture
def carried(tmp_path):
    """Carries a coding through versions whose first has the themes a, b, c, d, e."""

    def carry(themes, *later, made_with=1, to=None):
        history = load_codebooks(write(tmp_path / "codebook", version(1, "abcde"), *later), place="here")
        found = history.carried(themes.split(), made_with=made_with, to=to)
        return " ".join(found.themes), " ".join(sorted(found.reopened))

    return carry


OTHER_A = theme("a", definition="Only some of a.")
NARROWED = version(2, [OTHER_A, *"bcde"], [change("redefine", "a")])
WIDENED = version(2, [OTHER_A, *"bcde"], [change("redefine", "a", widens=True)])
RENAMED = version(2, [theme("a", name="Another"), *"bcde"], [change("rename", "a")])
ADDED = version(2, "abcdef", [change("add", into="f")])
DELETED = version(2, "bcde", [change("delete", "a")])
SPLIT = version(2, "fgbcde", [change("split", "a", "fg")])
PART_LEAVES = version(2, [theme("a", includes=["less"]), *"bcdef"], [change("split", "a", "af")])
PART_COMES = version(2, [theme("b", includes=["what is b", "new"]), *"cdef"], [change("split", "a", "bf")])
BOTH = {"includes": ["what is a", "what is b"]}
MERGED = version(2, [theme("f", **BOTH), *"cde"], [change("merge", "ab", "f")])
MERGED_KEPT = version(2, [theme("b", definition="Both.", **BOTH), *"cde"], [change("merge", "ab", "b")])
MERGED_OTHER = version(2, [theme("f"), *"cde"], [change("merge", "ab", "f"), change("redefine", "f")])
MERGED_WIDER = version(2, [theme("f"), *"cde"], [change("merge", "ab", "f"), change("redefine", "f", widens=True)])


@pytest.mark.parametrize(
    ("later", "coding", "themes", "reopened"),
    [
        (NARROWED, "b a", "b a", "a"),
        (NARROWED, "b c", "b c", ""),
        (NARROWED, "", "", ""),
        (WIDENED, "b a", "b a", "a"),
        (WIDENED, "b c", "b c", "a"),
        (WIDENED, "", "", "a"),
        (RENAMED, "a b", "a b", ""),
        (ADDED, "b", "b", "f"),
        (ADDED, "", "", "f"),
        (DELETED, "a b", "b", ""),
        (DELETED, "a", "", ""),
        (SPLIT, "b a", "b", "f g"),
        (SPLIT, "b", "b", ""),
        (PART_LEAVES, "b a", "b a", "a f"),
        (PART_LEAVES, "b", "b", ""),
        (PART_COMES, "a", "", "b f"),
        (PART_COMES, "a b", "b", "f"),
        (PART_COMES, "b c", "b c", ""),
        (MERGED, "c b d a", "c f d", ""),
        (MERGED, "a", "f", ""),
        (MERGED, "c", "c", ""),
        (MERGED_KEPT, "a c b", "b c", ""),
        (MERGED_KEPT, "b", "b", ""),
        (MERGED_OTHER, "c a", "c f", "f"),
        (MERGED_OTHER, "c", "c", ""),
        (MERGED_WIDER, "c", "c", "f"),
    ],
)
def test_one_change_carries_a_coding(carried, later, coding, themes, reopened):
    assert carried(coding, later) == (themes, reopened)


def test_a_merge_and_a_split_into_the_same_new_theme_hold_and_open_it(carried):
    after = version(
        2, [theme("f", includes=["what is a", "what is b", "a part of c"]), *"deg"],
        [change("merge", "ab", "f"), change("split", "c", "fg")],
    )  # fmt: skip
    assert carried("a", after) == ("f", "")
    assert carried("c", after) == ("", "f g")
    assert carried("c a", after) == ("f", "g")


def test_what_a_split_opened_stays_open_in_what_it_is_merged_into(carried):
    joined = version(
        3, [theme("h", includes=["what is f", "what is b"]), *"gcde"], [change("merge", "fb", "h")]
    )  # fmt: skip
    assert carried("a", SPLIT, joined) == ("", "g h")
    assert carried("a b", SPLIT, joined) == ("h", "g")
    assert carried("b", SPLIT, joined) == ("h", "")


def test_a_theme_that_is_deleted_takes_its_question_with_it(carried):
    assert carried("a b", NARROWED, version(3, "bcde", [change("delete", "a")])) == ("b", "")


def test_an_open_theme_that_is_redefined_stays_open_and_its_split_opens_the_parts(carried):
    again = version(3, [theme("a", definition="Again."), *"bcde"], [change("redefine", "a")])
    assert carried("a", NARROWED, again) == ("a", "a")
    parts = version(3, "fgbcde", [change("split", "a", "fg")])
    assert carried("b", WIDENED, parts) == ("b", "f g")


def test_a_coding_of_the_version_between_is_carried_from_there(carried):
    again = version(3, [theme("f", definition="Less.", **BOTH), *"cde"], [change("redefine", "f")])
    assert carried("f c", MERGED, again, made_with=2) == ("f c", "f")
    assert carried("f c", MERGED, again, made_with=3) == ("f c", "")


def test_a_coding_as_the_version_it_was_made_with_has_it_is_unchanged(carried):
    assert carried("c b a", MERGED, made_with=1, to=1) == ("c b a", "")


def test_what_cannot_be_carried_is_refused(carried):
    with pytest.raises(ThemesError, match=r"made with version 2 .* cannot be carried back to version 1"):
        carried("c", MERGED, made_with=2, to=1)
    with pytest.raises(ThemesError, match=r"Version 2 of the codebook has no theme 'a'\. Use one of: f, c, d, e\."):
        carried("a", MERGED, made_with=2)
    with pytest.raises(ThemesError, match=r"A theme stands twice in a coding: c c\."):
        carried("c c", MERGED)
    with pytest.raises(ThemesError, match="no version 3: its versions are 1 to 2"):
        carried("c", MERGED, to=3)
    with pytest.raises(ThemesError, match="no version 0"):
        carried("c", MERGED, made_with=0)


def test_carrying_leaves_the_coding_as_it_was(tmp_path):
    history = load_codebooks(write(tmp_path, version(1, "abcde"), MERGED), place="here")
    coding = ["c", "a", "b"]
    assert history.carried(coding, made_with=1) == Carried(themes=("c", "f"), reopened=frozenset())
    assert coding == ["c", "a", "b"]
