"""What a planner's files say reaches a plan: names of the snapshot, areas that have been told, what has taken place."""

from pathlib import Path

import pytest

from areasend.cli import main
from areasend.programme import PlanRow, read_plan

AS_AT = ("--as-at", "2026-06-30")
SHORT = "[programme]\nlast_day = 2026-07-24\n[[team]]\nname = 'North'\n[[team]]\nname = 'South'\n"


def planned(folder: Path, text: str, *options: object) -> tuple[int, tuple[PlanRow, ...]]:
    """The exit code of `plan` with a programme file, and the rows of its plan."""
    file = folder / "programme.toml"
    file.write_text(SHORT + text, encoding="utf-8")
    arguments = ("--programme", file, "--out", folder / "plan", "--work", "1", *(options or AS_AT))
    code = main(["programme", "plan", *map(str, arguments)])
    plan = folder / "plan" / "plan.csv"
    return code, read_plan(plan.read_bytes(), place="plan") if plan.exists() else ()


def test_an_area_that_has_been_told_is_planned_as_announced_and_takes_its_team(tmp_path: Path) -> None:
    """Told on 22 June: on site from 6 July. The other weeks of the programme begin on 13 and 20 July.

    Notified on 6 July at the earliest, another inspection would be on site from 20 July, when the schools close on the
    17th: nobody else goes.
    """
    pin = "[[pin]]\narea = 'Kent'\nkind = 'first-full'\nmonday = 2026-07-06\nteam = 'North'\nannounced = true\n"
    code, rows = planned(tmp_path, pin)
    assert code == 1
    (told,) = [row for row in rows if row.status != "left"]
    assert (told.local_area, told.status, told.team) == ("Kent", "announced", "North")
    assert str(told.monday) == "2026-07-06"
    assert "2026-06-22,2026-07-06,2026-07-10,North" in (tmp_path / "plan" / "plan.csv").read_text(encoding="utf-8")


def test_nothing_else_takes_the_team_of_one_that_has_been_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pins = "".join(
        f"[[pin]]\narea = '{area}'\nkind = 'first-full'\nmonday = {monday}\nteam = 'North'\nannounced = true\n"
        for area, monday in (("Kent", "2026-07-06"), ("Derby", "2026-07-13"))
    )
    assert planned(tmp_path, pins) == (2, ())
    assert "pin[1] and pin[2] = 2026-07-13: North cannot be with two areas in the week from 2026-07-06." in (
        capsys.readouterr().err
    )
    code, rows = planned(tmp_path, pins.replace("team = 'North'\n", ""))
    assert code == 1
    assert sorted(row.team for row in rows if row.status == "announced") == ["North", "South"]


def test_areas_are_named_as_the_snapshot_has_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records, held = tmp_path / "records", tmp_path / "held"
    assert main(["records", "export", str(records)]) == 0
    with (records / "area_names.csv").open("a", encoding="utf-8", newline="") as names:
        names.write("E10000016,Kent,Garden of England,former\r\n")
    assert main(["snapshot", "freeze", *AS_AT, "--records", str(records), "--out", str(held)]) == 0
    text = "[[area]]\narea = 'Garden of England'\nnot_before = 2026-07-20\nreason = 'r'\n"
    assert planned(tmp_path, text) == (2, ())
    assert "no local area has this name" in capsys.readouterr().err
    assert planned(tmp_path, text, "--snapshot", held)[0] == 1


def test_what_is_said_to_be_done_and_is_not_due_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert planned(tmp_path, "[[done]]\narea = 'Kent'\nkind = 'monitoring'\nday = 2026-01-12\n") == (2, ())
    err = capsys.readouterr().err
    assert "done[1]: no monitoring inspection of this area is due" in err
    assert "Kent" not in err


@pytest.mark.parametrize("text", ["[pin]", "[[pins]]"])
def test_a_mistake_of_typing_shows_no_pin(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    assert planned(tmp_path, f"{text}\narea = 'Kent'\nkind = 'first-full'\nmonday = 2026-09-21\n") == (2, ())
    err = capsys.readouterr().err
    assert "Kent" not in err
    assert "2026" not in err.replace(str(tmp_path), "")
