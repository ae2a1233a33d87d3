"""`areasend programme replan`: what moves, who may read it, and that wrong input leaves nothing behind."""

import csv
import io
from pathlib import Path

import pytest

from areasend.cli import main
from areasend.programme import is_secret

AS_AT = ("--as-at", "2024-12-31")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A programme file for a quarter and its plan."""
    made = tmp_path_factory.mktemp("replan")
    file = made / "programme.toml"
    assert main(["programme", "init", *AS_AT, "--until", "2025-04-04", "--out", str(file)]) == 0
    assert main(["programme", "plan", *AS_AT, "--programme", str(file), "--out", str(made / "plan")]) == 1
    return made


def rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))


def replanned(root: Path, *arguments: object) -> int:
    programme, plan = str(root / "programme.toml"), str(root / "plan")
    return main(["programme", "replan", *AS_AT, "--programme", programme, "--plan", plan, *map(str, arguments)])


def test_where_nothing_happened_the_plan_stays(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert replanned(root, "--out", tmp_path / "new") == 0
    stood = {row["id"]: row["on_site_from"] for row in rows(root / "plan" / "plan.csv")}
    assert {row["id"]: row["on_site_from"] for row in rows(tmp_path / "new" / "plan.csv")} == stood
    assert [row["what"] for row in rows(tmp_path / "new" / "moves.csv")] == ["nothing"]
    out = capsys.readouterr().out
    assert " 0 moved (0.0%; as few as can be)" in out
    assert all(is_secret(file.read_bytes()) for file in (tmp_path / "new").iterdir())
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "new").iterdir()} == {0o600}


def test_a_pinned_one_stays_and_a_closed_one_moves(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = [row for row in rows(root / "plan" / "plan.csv") if row["activity"] == "first-full"][:2]
    pins, change = tmp_path / "pins.csv", tmp_path / "change.toml"
    pins.write_text(
        f"local_area,kind,monday,announced\n{second['gss_code']},first-full,{second['on_site_from']},yes\n",
        encoding="utf-8",
    )
    change.write_text(
        f'[[area_closed]]\narea = "{first["gss_code"]}"\nfirst_day = {first["notification"]}\nlast_day = 2025-12-31\n'
        'reason = "flood"\n',
        encoding="utf-8",
    )
    capsys.readouterr()
    assert replanned(root, "--pin", pins, "--change", change, "--show") == 0
    out = capsys.readouterr().out
    assert f"{first['local_area']}, first full inspection: week of" in out
    assert f"{first['local_area']} cannot be inspected from" in out


def test_a_clash_ends_with_1_and_is_written(root: Path, tmp_path: Path) -> None:
    first = next(row for row in rows(root / "plan" / "plan.csv") if row["activity"] == "first-full")
    pins, change = tmp_path / "pins.csv", tmp_path / "change.toml"
    pins.write_text(
        f"local_area,kind,monday\n{first['gss_code']},first-full,{first['on_site_from']}\n", encoding="utf-8"
    )
    change.write_text(f'[[no_site]]\nfirst_day = {first["on_site_from"]}\nreason = "snow"\n', encoding="utf-8")
    # The plan may be named by its CSV.
    plan = root / "plan" / "plan.csv"
    assert replanned(root, "--plan", plan, "--pin", pins, "--change", change, "--out", tmp_path / "new") == 1
    assert "clash" in {row["what"] for row in rows(tmp_path / "new" / "moves.csv")}


def test_wrong_input_leaves_nothing(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change = tmp_path / "change.toml"
    change.write_text('[[team_away]]\nteam = "Nobody"\n', encoding="utf-8")
    assert replanned(root, "--change", change, "--out", tmp_path / "new") == 2
    assert "has 2 fault(s)" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()
