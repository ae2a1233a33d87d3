"""Addresses of areas never collide, and names are found however they are typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.built_releases import change

from areasend.cli import main
from areasend.publication import UnprovedSentence
from areasend.publication.pages.area_lists import folded


def test_areas_share_no_address_with_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        "areasend.publication.pages.area_text.slug", lambda name: "same" if name in ("Bury", "Hartlepool") else name
    )
    assert main(["release", "build", "--as-at", "2024-12-31", "--out", str(tmp_path / "out")]) == 70
    assert UnprovedSentence.__name__ in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["In", "With"])
def test_an_area_with_the_address_of_the_lists_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    records, out = tmp_path / "records", tmp_path / "out"
    assert main(["records", "export", str(records)]) == 0
    change(records, "E08000002,Bury,Bury,", f"E08000002,Bury,{name},", file="local_areas.csv")
    assert main(["release", "build", "--as-at", "2024-12-31", "--records", str(records), "--out", str(out)]) == 2
    told = f"The local area {name!r} would have the address areas/{name.lower()}/, under which the lists of areas stand"
    assert f"{told}. Give it another plain_name in local_areas.csv" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["records"]


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("St. Helens", "st helens"),
        ("Stoke-on-Trent", "stoke on trent"),
        ("B&NES", "b and nes"),
        ("King’s  Lynn", "kings lynn"),
        ("Kingston upon Hull, City of", "kingston upon hull city of"),
    ],
)
def test_names_are_folded_for_the_search(name: str, plain: str) -> None:
    assert folded(name) == plain


@given(st.text(max_size=30))
def test_folding_is_done_once(name: str) -> None:
    assert folded(folded(name)) == folded(name)
    assert set(folded(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
