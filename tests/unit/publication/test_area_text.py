"""Addresses of areas never collide, and names are found however they are typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.cli import main
from areasend.publication import UnprovedSentence
from areasend.publication.pages.area_lists import folded


@pytest.mark.parametrize("address", ["same", "in"])
def test_areas_share_no_address_with_each_other_or_with_a_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    monkeypatch.setattr(
        "areasend.publication.pages.area_text.slug", lambda name: address if name in ("Bury", "Hartlepool") else name
    )
    assert main(["release", "build", "--as-at", "2024-12-31", "--out", str(tmp_path / "out")]) == 70
    assert UnprovedSentence.__name__ in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


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
