"""Addresses of areas never collide."""

import pytest

from areasend.cli import main
from areasend.publication import UnprovedSentence


def test_two_areas_cannot_share_an_address(tmp_path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setattr("areasend.publication.pages.area_pages.slug", lambda _: "same")
    assert main(["release", "build", "--as-at", "2024-12-31", "--out", str(tmp_path / "out")]) == 70
    assert UnprovedSentence.__name__ in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
