"""The command line: help, versions, formats, exit codes, and plain words for what a user can mend."""

import csv
import io
import json
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from areasend import __version__
from areasend.cli import main
from areasend.cli.word_list import config_words
from areasend.publication import read_config


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "areasend", *arguments], capture_output=True, text=True, check=False)


def test_the_installed_command_is_the_module() -> None:
    command = Path(sys.executable).with_name("areasend")
    done = subprocess.run([str(command), "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"areasend {__version__}\n"


def test_help_and_version() -> None:
    assert "exit codes:" in run("--help").stdout
    assert run("--version").stdout == f"areasend {__version__}\n"
    assert "--published-by" in run("release", "build", "--help").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tables", "show", "outcomes-by-regions", "--as-at", "2024-12-31"), "Did you mean outcomes-by-region"),
        (("tables", "show", "coverage"), "No date is given"),
        (("tables", "show", "coverage", "--as-at", "2023-03-31"), "2023-04-01"),
        (("tables", "show", "coverage", "--as-at", "2031-01-01"), "The framework's calendar ends on 2028-12-31"),
        (
            ("tables", "show", "coverage", "--as-at", "2024-12-31", "--published-by", "2022-01-01"),
            "No report was published",
        ),
        (
            ("tables", "show", "coverage", "--as-at", "2024-12-31", "--records", "/no/such"),
            "is not a folder of records",
        ),
        (("tables", "show", "coverage", "--snapshot", "/no/such"), "snapshot.json: the file is missing"),
        (
            ("figures", "show", "outcomes-by-region.londn.total", "--as-at", "2024-12-31"),
            "outcomes-by-region.london.total",
        ),
        (("figures", "show", "nothing", "--as-at", "2024-12-31"), "No figure has the id 'nothing'"),
        (("records", "validate", "/no/such"), "is not a folder of records"),
        (("workbook", "check", "/no/such.ods"), "/no/such.ods"),
    ],
)
def test_a_user_s_slip_is_told_in_plain_words(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.err.startswith("areasend: ")
    assert "Traceback" not in captured.err
    assert captured.out == ""


@pytest.mark.parametrize("day", ["31/12/2024", "2024-02-30", "20241231", "yesterday"])
def test_a_date_that_is_none_is_refused(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["tables", "show", "coverage", "--as-at", day])
    assert stop.value.code == 2
    assert "no date of the calendar written as 2024-12-31" in capsys.readouterr().err


def test_tables_show_as_the_issue_has_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tables", "show", "outcomes-by-region", "--as-at", "2024-12-31", "--format", "csv"]) == 0
    assert list(csv.reader(io.StringIO(capsys.readouterr().out))) == [
        ["region", "typically_positive", "inconsistent", "widespread_systemic_failings", "total"],
        ["East Midlands", "1", "0", "4", "5"],
        ["East of England", "1", "1", "2", "4"],
        ["London", "3", "6", "1", "10"],
        ["North East, Yorkshire and the Humber", "4", "5", "0", "9"],
        ["North West", "1", "3", "4", "8"],
        ["South East", "1", "6", "1", "8"],
        ["South West", "2", "2", "1", "5"],
        ["West Midlands", "1", "3", "1", "5"],
        ["England", "14", "26", "14", "54"],
    ]


def test_json_and_text_show_the_same_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tables", "show", "coverage", "--as-at", "2024-12-31", "--format", "json"]) == 0
    table = json.loads(capsys.readouterr().out)
    assert table["rows"][-1] == {
        "region": "England",
        "local_areas": 153,
        "inspected": 54,
        "not_established": 0,
        "not_yet_inspected": 99,
        "inspected_pct": 35,
    }
    assert main(["tables", "show", "coverage", "--as-at", "2024-12-31"]) == 0
    text = capsys.readouterr().out
    assert text.splitlines()[-3].split() == ["England", "153", "54", "0", "99", "35"] or "England" in text


def test_a_figure_names_the_inspections_behind_it(capsys: pytest.CaptureFixture[str]) -> None:
    wanted = "outcomes-by-region.east-midlands.widespread_systemic_failings"
    assert main(["figures", "show", wanted, "--as-at", "2024-12-31"]) == 0
    text = capsys.readouterr().out
    assert "value        4 full inspections" in text
    for area in ("Derbyshire", "North Northamptonshire", "West Northamptonshire", "Nottinghamshire"):
        assert area in text
    assert "Rutland" not in text


def test_a_share_shows_its_numerator_and_denominator(capsys: pytest.CaptureFixture[str]) -> None:
    wanted = "outcome-shares-by-region.east-midlands.widespread_systemic_failings_pct"
    assert main(["figures", "show", wanted, "--as-at", "2024-12-31", "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["as_at"], shown["complete_to"], shown["status"]) == ("2024-12-31", "2024-12-31", "complete")
    assert "unofficial" in shown["unofficial"]
    (figure,) = shown["figures"]
    assert (figure["value"], figure["numerator"], figure["denominator"]) == (80, 4, 5)
    assert len(figure["base"]) == 5


def test_every_table_is_listed_with_its_subject(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tables", "list"]) == 0
    listed = dict(line.split("  ", 1) for line in capsys.readouterr().out.splitlines())
    assert len(listed) >= 20
    assert "outcomes-by-region" in listed
    assert all(subject.strip() for subject in listed.values())


def test_every_listed_figure_can_be_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "list", "--as-at", "2024-12-31"]) == 0
    listed = [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()]
    assert len(listed) == len(set(listed)) > 800
    assert main(["figures", "show", *listed[:5], "--as-at", "2024-12-31"]) == 0
    assert capsys.readouterr().out.count("numerator") == 5


def test_a_closed_pipe_is_told_as_shells_tell_it() -> None:
    command = f"{sys.executable} -m areasend tables show areas --as-at 2024-12-31 | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_stream_is_no_crash(closed: str) -> None:
    command = f"{sys.executable} -m areasend tables show coverage --as-at 2024-12-31 {closed}"
    assert subprocess.run(["bash", "-c", command], capture_output=True, check=False).returncode == 0


def test_a_bug_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a planted bug")

    monkeypatch.setattr("areasend.cli.tables.build_table", broken)
    assert main(["tables", "show", "coverage", "--as-at", "2024-12-31"]) == 70
    err = capsys.readouterr().err
    assert "Traceback" in err
    assert "a planted bug" in err


def test_a_snapshot_is_verified_and_a_changed_byte_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "snapshot"
    assert main(["snapshot", "freeze", "--as-at", "2024-12-31", "--out", str(folder)]) == 0
    assert "Froze 54 full inspections" in capsys.readouterr().out
    assert main(["snapshot", "verify", str(folder)]) == 0
    path = folder / "inspections.csv"
    path.write_bytes(path.read_bytes().replace(b"2023-05-16", b"2023-05-17", 1))
    assert main(["snapshot", "verify", str(folder)]) == 1
    assert "inspections.csv: sha256 is" in capsys.readouterr().err


def test_the_difference_of_two_snapshots_is_told_by_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, day in (("old", "2024-12-31"), ("new", "2026-06-30")):
        assert main(["snapshot", "freeze", "--as-at", day, "--out", str(tmp_path / name)]) == 0
    capsys.readouterr()
    assert main(["snapshot", "diff", str(tmp_path / "old"), str(tmp_path / "new")]) == 0
    out = capsys.readouterr().out
    assert out.count("re-inspection: ") == 1
    assert "re-inspection: inspections E06000052-2026-03-23" in out
    assert out.count("new inspection: ") == 42
    assert main(["snapshot", "diff", str(tmp_path / "old"), str(tmp_path / "old")]) == 0
    assert capsys.readouterr().out == "No value differs.\n"


def test_a_folder_in_the_way_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "note.txt").write_text("mine")
    assert main(["release", "build", "--as-at", "2024-12-31", "--out", str(tmp_path)]) == 2
    assert "is already there" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_a_workbook_that_fails_its_check_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("areasend.publication.workbook._ONE_TABLE", "Here are 2 tables.")
    assert main(["release", "build", "--as-at", "2024-12-31", "--out", str(tmp_path / "deep" / "out")]) == 1
    assert "SS29 FAIL" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_configuration_is_told_whole_and_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "release.toml"
    config.write_text(
        '[release]\ntitle = ""\nfoo = 1\n[contact]\nemail = "stats@ofsted.gov.uk"\n[[pre_release_access]]\nname = "A"\n'
    )
    out = tmp_path / "out"
    assert main(["release", "build", "--as-at", "2024-12-31", "--config", str(config), "--out", str(out)]) == 2
    err = capsys.readouterr().err
    for said in (
        "release.title",
        "release.foo",
        "ofsted.gov.uk",
        "pre_release_access[1].role",
        "pre_release_access[1].reason",
    ):
        assert said in err
    assert [path.name for path in tmp_path.iterdir()] == ["release.toml"]


def test_a_configuration_reaches_the_pages(tmp_path: Path) -> None:
    config = tmp_path / "release.toml"
    config.write_text(
        '[release]\ntitle = "Our title"\npublished = 2025-06-26\nnext_release = "June 2026"\npublisher = "A team"\n'
        '[contact]\nname = "The team"\nemail = "team@example.org"\ntelephone = "01234"\nrole = "statisticians"\n'
        '[acknowledgements]\ntext = "Thanks to <everybody>."\n'
        '[[pre_release_access]]\nname = "A. Person"\nrole = "Minister"\n'
        'organisation = "A department"\nreason = "Briefing"\n'
    )
    out = tmp_path / "out"
    arguments = ["release", "build", "--as-at", "2024-12-31", "--config", str(config), "--out", str(out)]
    assert main(arguments) == 0
    index = (out / "index.html").read_text(encoding="utf-8")
    for said in (
        "our title as at 31 December 2024",
        "26 June 2025",
        "June 2026",
        "mailto:team@example.org",
        "&lt;everybody&gt;",
    ):
        assert said in index
    assert "A. Person" in (out / "pre-release-access.html").read_text(encoding="utf-8")


def test_a_snapshot_answers_for_an_earlier_date_and_no_later_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "snapshot")
    assert main(["snapshot", "freeze", "--as-at", "2024-12-31", "--out", folder]) == 0
    capsys.readouterr()
    show = ["tables", "show", "outcomes-since-2023", "--format", "csv", "--snapshot", folder]
    assert main([*show, "--as-at", "2023-12-31"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("England,7,11,8,26,")
    assert main([*show, "--published-by", "2024-12-31"]) == 0
    assert capsys.readouterr().out.splitlines()[1].split(",")[4] == "49"
    assert main([*show, "--as-at", "2025-12-31"]) == 2
    assert "cannot answer for 2025-12-31" in capsys.readouterr().err


def test_a_share_of_few_carries_its_caution(capsys: pytest.CaptureFixture[str]) -> None:
    wanted = ["outcome-shares-by-region.east-midlands.inconsistent_pct", "outcomes-since-2023.england.inconsistent_pct"]
    assert main(["figures", "show", *wanted, "--as-at", "2024-12-31"]) == 0
    small, large, standing = capsys.readouterr().out.split("\n\n")
    assert standing.startswith(
        "As at 2024-12-31; register complete to 2024-12-31; complete. This is an unofficial build"
    )
    assert "caution" in small
    assert "caution" not in large


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_a_build_shows_its_progress_on_a_terminal_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build = ["release", "build", "--as-at", "2024-12-31", "--out"]
    assert main([*build, str(tmp_path / "quiet")]) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert main([*build, str(tmp_path / "seen")]) == 0
    assert "checking the workbook…" in capsys.readouterr().err


def test_a_word_list_is_known_words(release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = release / "data" / "area-send-inspections.ods"
    spoiled = tmp_path / "spoiled.ods"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(spoiled, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, old.read(entry).replace(b"Back to contents", b"Back to contentz"))
    assert main(["workbook", "check", str(spoiled)]) == 1
    assert "found the word 'contentz'" in capsys.readouterr().out
    words = tmp_path / "words.txt"
    words.write_text("contentz\n", encoding="utf-8")
    assert main(["workbook", "check", str(spoiled), "--words", str(words), "--format", "json"]) == 0
    assert {result["status"] for result in json.loads(capsys.readouterr().out)["results"]} == {"pass", "not checkable"}


@pytest.mark.parametrize(
    ("option", "content", "said"),
    [
        ("--words", b"\xff\xfe", "not a text file in UTF-8"),
        ("--csv", b"a,b\r\n\xe9,1\r\n", "not a CSV file in UTF-8"),
        ("--csv", b'a,b\r\n"open,1\r\n', "not a CSV file in UTF-8"),
    ],
)
def test_what_a_workbook_is_checked_with_must_be_readable(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, content: bytes, said: str
) -> None:
    path = tmp_path / "outcomes-by-region.csv"
    path.write_bytes(content)
    workbook = str(release / "data" / "area-send-inspections.ods")
    place = str(tmp_path if option == "--csv" else path)
    assert main(["workbook", "check", workbook, option, place]) == 2
    assert said in capsys.readouterr().err


def test_a_folder_of_csv_files_must_be_one(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workbook = str(release / "data" / "area-send-inspections.ods")
    assert main(["workbook", "check", workbook, "--csv", "/no/such"]) == 2
    assert "/no/such is not a folder of CSV files" in capsys.readouterr().err


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_a_name_in_the_configuration_is_a_known_word(tmp_path: Path) -> None:
    config = tmp_path / "release.toml"
    config.write_text('[release]\ntitle = "Area SEND"\npublisher = "Qwertz"\n[contact]\nname = "Priya Ramanathan"\n')
    build = ["release", "build", "--as-at", "2024-12-31", "--config", str(config), "--out", str(tmp_path / "out")]
    assert main(build) == 0


def test_the_word_list_of_a_build_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build = ["release", "build", "--as-at", "2024-12-31", "--out", str(tmp_path / "out")]
    assert main([*build, "--words", str(tmp_path / "none.txt")]) == 2
    assert "none.txt: not a text file in UTF-8" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_telephone_may_say_words(tmp_path: Path) -> None:
    """A contact is the producer's own, like a name: it is not spelt wrongly."""
    config = tmp_path / "release.toml"
    config.write_text('[release]\ntitle = "T"\n[contact]\nname = "A"\ntelephone = "0300 1, Xylqa"\n', encoding="utf-8")
    assert "Xylqa" in config_words(read_config(config.read_bytes(), place="r", as_at=date(2024, 12, 31)))
