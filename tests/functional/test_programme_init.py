"""`areasend programme init` writes a file for its owner alone, and overwrites nothing."""

from datetime import date
from pathlib import Path

import pytest

from areasend.cli.main import main
from areasend.framework import packaged_framework
from areasend.programme import template


def test_init_writes_the_template_for_its_owner_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["programme", "init", "--as-at", "2024-12-31"]) == 0
    written = tmp_path / "programme.toml"
    assert written.read_text("utf-8") == template(date(2024, 12, 31), packaged_framework())
    assert written.stat().st_mode & 0o777 == 0o600
    out = capsys.readouterr().out
    assert "Wrote programme.toml." in out
    assert "areasend programme plan --as-at 2024-12-31 --programme programme.toml" in out


def test_init_takes_the_day_of_a_snapshot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["snapshot", "freeze", "--as-at", "2024-12-31", "--out", "held"]) == 0
    assert main(["programme", "init", "--snapshot", "held"]) == 0
    assert (tmp_path / "programme.toml").read_text("utf-8") == template(date(2024, 12, 31), packaged_framework())
    assert "areasend programme plan --snapshot held --programme programme.toml" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--as-at", "2024-12-31", "--out", "taken.toml"], "taken.toml exists already and stays as it is."),
        (["--as-at", "2024-12-31", "--out", "nowhere/p.toml"], "nowhere is no folder."),
        (["--as-at", "2024-12-31", "--until", "2024-12-31"], "last day 2024-12-31: it must come after 2025-01-01"),
        (["--as-at", "2022-01-01"], "the framework began on 2023-01-01"),
    ],
)
def test_what_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taken.toml").write_text("mine", "utf-8")
    assert main(["programme", "init", *arguments]) == 2
    assert words in capsys.readouterr().err
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("taken.toml", "mine")]
