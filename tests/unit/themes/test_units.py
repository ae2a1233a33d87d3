"""What holds for a unit by the word of its coders, and the units of one kind in an inspection taken together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.themes import CodedUnit, by_area, settled


def unit(
    inspection: str = "a", seq: int | None = 1, *, kind: str = "afi", settled: str | None = None, **codes: str
) -> CodedUnit:
    """`ann="gi"` is that Ann gave the themes g and i; `ann=""` that she gave none."""
    return CodedUnit(
        id=f"{inspection}-{kind}" + ("" if seq is None else f"-{seq}"),
        inspection_id=inspection,
        kind=kind,
        whole=seq is None,
        codes={coder: tuple(themes) for coder, themes in codes.items()},
        adjudicated=None if settled is None else tuple(settled),
    )


@pytest.mark.parametrize(
    ("codes", "themes", "undecided"),
    [
        ({"ann": "g", "bob": "g", "cat": ""}, "g", ""),
        ({"ann": "g", "bob": "", "cat": ""}, "", ""),
        ({"ann": "g", "bob": "i"}, "", "gi"),
        ({"ann": "ig", "bob": "gi"}, "ig", ""),
        ({"ann": "g"}, "g", ""),
        ({"ann": "g", "bob": "g", "cat": "i", "dan": "i"}, "", "gi"),
        ({}, "", ""),
    ],
)
def test_what_more_than_half_gave_holds_and_a_tie_is_undecided(
    codes: dict[str, str], themes: str, undecided: str
) -> None:
    found = settled(unit(**codes))
    assert ("".join(found.themes), "".join(found.undecided)) == (themes, undecided)


def test_what_a_person_settled_holds_whatever_the_coders_gave() -> None:
    found = settled(unit(settled="t", ann="g", bob="g"))
    assert (found.themes, found.undecided) == (("t",), ())
    assert settled(unit(settled="", ann="g")).themes == ()


@given(
    st.dictionaries(
        st.sampled_from("abcdef"), st.text("git", max_size=3).map(lambda text: "".join(dict.fromkeys(text)))
    )
)
def test_each_theme_holds_is_undecided_or_neither_by_its_votes(codes: dict[str, str]) -> None:
    found = settled(unit(**codes))
    for theme in "git":
        votes = [theme in themes for themes in codes.values()]
        assert (theme in found.themes) is (votes.count(True) > votes.count(False))
        assert (theme in found.undecided) is (votes.count(True) == votes.count(False) and any(votes))


def together(*units: CodedUnit, inspections: str = "a", kinds: tuple[str, ...] = ("afi",)) -> list[CodedUnit]:
    return list(by_area(units, list(inspections), kinds))


def test_a_coder_has_the_themes_of_all_findings_once() -> None:
    (found,) = together(unit(ann="gi", bob=""), unit(seq=2, ann="ti", bob="t"))
    assert (found.id, found.whole, found.codes) == ("a-afi", True, {"ann": ("g", "i", "t"), "bob": ("t",)})
    assert found.adjudicated is None


def test_a_coder_who_left_out_a_finding_is_left_out() -> None:
    (found,) = together(unit(ann="g", bob="g"), unit(seq=2, bob="i"))
    assert found.codes == {"bob": ("g", "i")}


def test_a_finding_that_was_settled_is_settled_for_every_coder() -> None:
    (found,) = together(unit(ann="g", bob=""), unit(seq=2, settled="t", bob="i"))
    assert found.codes == {"ann": ("g", "t"), "bob": ("t",)}
    assert found.adjudicated is None


def test_where_all_findings_were_settled_so_is_the_whole_though_nobody_s_coding_stands() -> None:
    (found,) = together(unit(settled="g"), unit(seq=2, settled="tg"))
    assert (found.codes, found.adjudicated) == ({}, ("g", "t"))


def test_an_area_with_no_code_counts_as_zero_for_every_coder() -> None:
    found = together(unit(ann="g", bob="i"), inspections="ab", kinds=("afi", "apa"))
    assert [(entry.id, entry.codes) for entry in found] == [
        ("a-afi", {"ann": ("g",), "bob": ("i",)}),
        ("a-apa", {"ann": (), "bob": ()}),
        ("b-afi", {"ann": (), "bob": ()}),
        ("b-apa", {"ann": (), "bob": ()}),
    ]
