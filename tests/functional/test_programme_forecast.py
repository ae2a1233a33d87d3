"""`areasend programme forecast` as a user runs it: files, exit codes, the same bytes, nothing left behind."""

from pathlib import Path

import pytest

from areasend.cli import main, programme_planning

SHORT = ("programme", "forecast", "--as-at", "2024-12-31", "--until", "2025-08-31", "--draws", "20", "--seed", "7")


def test_a_forecast_is_written_and_said_in_short(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*SHORT, "--out", str(tmp_path / "one")]) == 0
    said = capsys.readouterr().out
    assert said.startswith("As at 31 December 2024, 99 of 153 local areas are without a full inspection in the cycle.")
    assert sorted(path.name for path in (tmp_path / "one").iterdir()) == [
        "forecast-cycle-ends.csv",
        "forecast-mix.csv",
        "forecast-outcomes.csv",
        "forecast-terms.csv",
        "forecast.html",
        "forecast.txt",
    ]
    assert main([*SHORT, "--out", str(tmp_path / "two")]) == 0
    assert main([*SHORT, "--no-pooling", "--out", str(tmp_path / "three")]) == 0
    one, two, three = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two", "three")
    )
    assert one == two
    assert one["forecast-mix.csv"] != three["forecast-mix.csv"]


def test_a_programme_file_sets_the_capacity_and_the_last_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "programme.toml"
    assert main(["programme", "init", "--as-at", "2024-12-31", "--until", "2025-04-30", "--out", str(file)]) == 0
    asked = ("programme", "forecast", "--as-at", "2024-12-31", "--draws", "5", "--programme", str(file))
    assert main([*asked, "--out", str(tmp_path / "out")]) == 0
    assert "to 30 April 2025" in (tmp_path / "out" / "forecast.txt").read_text(encoding="utf-8")
    assert main([*asked, "--until", "2026-01-31", "--out", str(tmp_path / "later")]) == 2
    assert "The programme ends on 2025-04-30" in capsys.readouterr().err
    assert not (tmp_path / "later").exists()


def test_without_a_last_day_both_ends_of_the_cycle_are_answered(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["programme", "forecast", "--as-at", "2026-06-30", "--draws", "20", "--out", str(out)]) == 0
    ends = (out / "forecast-cycle-ends.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[0] for line in ends[1:]] == ["2027-12-31", "2028-08-31"]
    assert all(line.split(",")[2] for line in ends[1:])


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (["--draws", "0"], "ask for 1 to 100,000"),
        (["--until", "2024-01-01"], "last day 2024-01-01"),
        (["--snapshot", "missing"], "missing"),
    ],
)
def test_what_cannot_be_forecast_leaves_nothing_behind(
    changed: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*SHORT, *changed, "--out", str(tmp_path / "out")]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("number", ["1.5", "many", "١", "-1"])
def test_draws_and_seeds_are_whole_numbers(number: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*SHORT, f"--draws={number}", "--out", str(tmp_path / "out")])
    assert stopped.value.code == 2
    assert "is no whole number from 0 on" in capsys.readouterr().err


def test_without_or_tools_it_says_how_to_get_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programme_planning.importlib.util, "find_spec", lambda name: None)
    assert main([*SHORT, "--out", str(tmp_path / "out")]) == 2
    assert "make planning" in capsys.readouterr().err


@pytest.mark.no_cover
def test_after_the_last_end_of_the_cycle_no_end_is_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["programme", "forecast", "--as-at", "2028-09-30", "--draws", "2", "--out", str(out)]) == 0
    assert "31 August 2028 (“by 2027/28”) lies outside the forecast." in capsys.readouterr().out


def test_without_a_folder_the_text_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*SHORT, "--by", "2025-07-31"]) == 0
    printed = capsys.readouterr().out
    assert "By 31 July 2025 every area has its first inspection in none of 20 draws." in printed
    assert main([*SHORT, "--by", "2025-07-31", "--out", str(tmp_path / "out")]) == 0
    assert printed == (tmp_path / "out" / "forecast.txt").read_text(encoding="utf-8")


def test_a_last_day_before_the_first_whole_week_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, out = tmp_path / "programme.toml", tmp_path / "out"
    assert main(["programme", "init", "--as-at", "2026-06-30", "--out", str(file)]) == 0
    asked = ("programme", "forecast", "--as-at", "2026-06-30", "--programme", str(file), "--until", "2026-07-04")
    assert main([*asked, "--draws", "10", "--out", str(out)]) == 2
    assert "No whole week of a term lies between 2026-06-30 and 2026-07-04." in capsys.readouterr().err
    assert not out.exists()
