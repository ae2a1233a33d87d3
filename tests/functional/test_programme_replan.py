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
    """The plan of the fixture does not fit, and neither does this one: that is told here too."""
    assert replanned(root, "--out", tmp_path / "new") == 1
    stood = {row["id"]: row["on_site_from"] for row in rows(root / "plan" / "plan.csv")}
    assert {row["id"]: row["on_site_from"] for row in rows(tmp_path / "new" / "plan.csv")} == stood
    assert [row["what"] for row in rows(tmp_path / "new" / "moves.csv")] == ["nothing"]
    out = capsys.readouterr().out
    assert " 0 moved (0.0%; as few as can be)" in out
    assert "It does not fit: of " in out
    assert "Need and supply by term" in out
    assert (tmp_path / "new" / "shortage.txt").read_bytes() == (root / "plan" / "shortage.txt").read_bytes()
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
    assert replanned(root, "--pin", pins, "--change", change, "--show") == 1
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


def test_weeks_that_are_over_are_told_in_counts(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Half a year later nothing is left to plan in the quarter, so the programme is the default one."""
    plan, new = str(root / "plan"), tmp_path / "new"
    assert main(["programme", "replan", "--as-at", "2025-02-28", "--plan", plan, "--work", "3", "--out", str(new)]) == 1
    over = {row["id"] for row in rows(root / "plan" / "plan.csv") if "" < row["on_site_to"] <= "2025-02-28"}
    found = [row for row in rows(new / "moves.csv") if row["what"] == "unrecorded"]
    assert found
    assert {row["id"] for row in found} <= over
    assert all(row["to_monday"] == "" or row["to_monday"] > "2025-02-28" for row in found)
    out = capsys.readouterr().out
    assert f"{len(found)} inspections of the old plan were to be on site by 28 February 2025" in out
    assert not any(row["local_area"] in out for row in found)


def test_a_plan_that_fits_ends_with_0_and_leaves_no_shortage_behind(tmp_path: Path) -> None:
    """A shortage that stood beside the plan before is gone with it."""
    file, plan = tmp_path / "programme.toml", tmp_path / "plan"
    assert main(["programme", "init", *AS_AT, "--until", "2025-04-04", "--out", str(file)]) == 0
    assert main(["programme", "plan", *AS_AT, "--programme", str(file), "--out", str(plan)]) == 1
    assert (plan / "shortage.txt").exists()
    # Where every inspection that is late or left is told as done, the others fit.
    missed = [row for row in rows(plan / "plan.csv") if row["weeks_late"] != "0"]
    done = (f'[[done]]\narea = "{row["gss_code"]}"\nkind = "{row["activity"]}"\nday = 2024-12-31\n' for row in missed)
    file.write_text(file.read_text(encoding="utf-8") + "\n".join(["", *done]), encoding="utf-8")
    again = ["programme", "replan", *AS_AT, "--programme", str(file), "--plan", str(plan)]
    assert main(again) == 0
    assert main([*again, "--out", str(plan), "--replace"]) == 0
    assert not (plan / "shortage.txt").exists()


def test_wrong_input_leaves_nothing(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change = tmp_path / "change.toml"
    change.write_text('[[team_away]]\nteam = "Nobody"\n', encoding="utf-8")
    assert replanned(root, "--change", change, "--out", tmp_path / "new") == 2
    assert "has 2 fault(s)" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()
