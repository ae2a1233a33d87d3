"""The command `areasend check` from files to exit code, on small texts about gardens and on built releases."""

import json
import re
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import jsonschema
import pytest
from tests.unit.check.numbers.results.test_as_json import SCHEMA

from areasend.cli import main

SAMPLES = Path(__file__).parents[1] / "samples" / "releases"
TABLE = """County,With roses,Without,Total
Kent,2,4,6
Dorset,3,5,8
Total,5,9,14
"""
WRONG = TABLE.replace("3,5,8", "3,5,9")
TEXT = """Gardens of two counties

In 2023, we visited 14 gardens in all.

The gardens are open from spring to autumn, and most of them have a pond.
"""
ACCEPTED = """[[accepted]]
kind = "total"
file = "gardens.csv"
quote = "9"
found = "9"
reason = "One garden lies in both."
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], str]:
    def made(name: str, text: str) -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    return made


Write = Callable[[str, str], str]


@pytest.mark.parametrize(("text", "code"), [(TABLE, 0), (WRONG, 1)])
def test_the_exit_code_says_whether_an_error_stands(
    write: Write, capsys: pytest.CaptureFixture[str], text: str, code: int
) -> None:
    assert main(["check", write("gardens.csv", text)]) == code
    told, talk = capsys.readouterr()
    assert ("1. ERROR: Parts do not add up to their total" in told) == bool(code)
    assert max(map(len, told.replace(str(Path(write("gardens.csv", text)).parent), "").splitlines())) <= 80
    assert talk == ""


def test_a_text_and_a_table_are_one_publication(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", write("gardens.txt", TEXT), write("gardens.csv", TABLE)]) == 0
    assert "2 files: " in capsys.readouterr().out


def test_the_json_has_the_shape_that_was_asked_for(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", write("gardens.csv", WRONG), "--format", "json", "--as-at", "2024-12-31"]) == 1
    told = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(SCHEMA).validate(told)
    (finding,) = told["findings"]
    assert (finding["kind"], finding["expected"], finding["found"]) == ("total", "8", "9")
    assert finding["where"]["quote"]
    assert (told["numbers"], told["contradicted"]) == (9, 1)
    assert told["against"]["as_at"] == "2024-12-31"
    assert len(told["against"]["snapshot"]) == 64


def test_the_page_needs_nothing_beside_it(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", write("gardens.csv", WRONG), "--format", "html"]) == 1
    page = capsys.readouterr().out
    assert page.startswith("<!DOCTYPE html>")
    assert "http://" not in page
    assert 'class="contradicted" href="#f1"' in page


def test_an_accepted_error_is_none_and_an_entry_that_fits_nothing_is_told(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    accept = ["--accept", write("accepted.toml", ACCEPTED)]
    assert main(["check", write("gardens.csv", WRONG), *accept]) == 0
    assert "accepted   One garden lies in both." in capsys.readouterr().out
    assert main(["check", write("right.csv", TABLE), *accept]) == 0
    assert "accepted.toml, line 1\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.txt"], "nowhere.txt"),
        (["{gardens.csv}", "--accept", "nowhere.toml"], "nowhere.toml"),
        (["{gardens.csv}", "--accept", "{gardens.csv}"], "a TOML file in UTF-8"),
        (["{gardens.csv}", "--previous", "nowhere.txt"], "nowhere.txt"),
        (["{gardens.csv}", "--published-by", "2024-12-31"], "--published-by is given without a date. Add --as-at"),
        (["{gardens.csv}", "--records", "nowhere"], "--records is given without a date. Add --as-at"),
        (["{gardens.csv}", "--snapshot", "nowhere"], "nowhere"),
    ],
)
def test_what_cannot_run_ends_with_2_and_says_why(
    write: Write, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    gardens = write("gardens.csv", TABLE)
    assert main(["check", *(gardens if word == "{gardens.csv}" else word for word in arguments)]) == 2
    told, talk = capsys.readouterr()
    assert told == ""
    assert talk.startswith("areasend: ")
    assert said in talk


def test_the_help_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", "--help"])
    assert stopped.value.code == 0
    assert "areasend check release --snapshot release/data/snapshot" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("build", "numbers", "as_at"),
    [
        ("2024", 1000, "31 December 2024"),
        ("findings", 1000, "31 December 2024"),
        ("information", 1000, "31 December 2024"),
        # Few inspections, so that regions tie; and one whose outcome is not in the public list.
        ("2023", 500, "31 December 2023"),
        ("2026", 1000, "30 June 2026"),
    ],
)
def test_a_release_has_no_finding_and_says_how_its_numbers_stand(
    built: Callable[[str], Path], build: str, numbers: int, as_at: str
) -> None:
    release = built(build)
    told = json.loads((release / "data/number-check.json").read_bytes())
    jsonschema.Draft202012Validator(SCHEMA).validate(told)
    assert [f"{entry['where']}: {entry['message']}" for entry in told["findings"]] == []
    assert told["numbers"] > numbers
    assert not [file for file in told["files"] if file.startswith(("/", "data/number-check"))]
    page = (release / "quality.html").read_text(encoding="utf-8")
    shown = page.split('id="numbers"')[1].split("</dl>")[0]
    assert f"{told['numbers']:,}</dd>" in shown
    assert f"as at {as_at}" in page.split('id="numbers"')[1]
    assert (release / "data/number-check.txt").read_text(encoding="utf-8").count("ERROR") == 0
    manifest = json.loads((release / "manifest.json").read_bytes())
    assert {"data/number-check.json", "data/number-check.txt", "quality.html"} <= manifest["files"].keys()


def test_whoever_checks_the_folder_later_finds_no_error_in_what_its_quality_page_repeats(
    built: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The section came after the check. It is read as quoted from the result."""
    release = built("2024")
    quality = release / "quality.html"
    assert main(["check", str(quality), "--snapshot", str(release / "data/snapshot"), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    section = quality.read_text(encoding="utf-8").split('id="numbers"')[0].count("\n") + 1
    states = [mark["status"] for mark in told["marks"] if mark["line"] > section]
    assert len(states) >= 7
    assert set(states) == {"quoted"}


CONTRADICTING = str(SAMPLES / "contradicting.toml")
ALLOWED = """[[accepted]]
kind = "percentage-of-count"
file = "calendar.html"
quote = "5 of 14 (99%) had roses"
found = "99%"
reason = "The survey prints it like that."
"""


def test_a_release_with_an_error_is_built_told_and_not_approved_until_it_is_accepted(
    write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release = tmp_path / "release"
    build = ["release", "build", "--as-at", "2024-12-31", "--config", CONTRADICTING, "--out", str(release)]
    approve = ["release", "approve", str(release), "--by", "Bea Reader", "--role", "Head"]
    assert main(build) == 0
    told, talk = capsys.readouterr()
    assert re.search(r"^  Numbers: [0-9,]+ read, .*; 1 error, ", told, re.MULTILINE)
    assert "errors stand in the numbers, and `areasend release approve` refuses" in talk
    assert "A percentage does not follow from its count" in (release / "quality.html").read_text(encoding="utf-8")
    assert main(approve) == 1
    refused = capsys.readouterr().err
    assert re.search(r"numbers: calendar\.html, line \d+: .*36%\. Correct it, or accept it with a reason", refused)

    assert main([*build, "--replace", "--accept", write("accepted.toml", ALLOWED)]) == 0
    told, talk = capsys.readouterr()
    assert (", 1 accepted" in told, talk) == (True, "")
    assert "Reason: The survey prints it like that." in (release / "quality.html").read_text(encoding="utf-8")
    manifest = json.loads((release / "manifest.json").read_bytes())
    assert manifest["inputs"]["accepted"] == sha256(ALLOWED.encode()).hexdigest()
    assert main(approve) == 0


def test_a_result_that_was_edited_or_taken_away_is_not_approved(
    built: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release = tmp_path / "release"
    shutil.copytree(built("2024"), release)
    place = release / "data/number-check.json"
    told = json.loads(place.read_bytes())
    where = {"file": "index.html", "line": 7, "quote": "4 of 5"}
    told["findings"].insert(0, {"severity": "error", "where": where, "message": "The table has 1."})
    place.write_text(json.dumps(told))
    approve = ["release", "approve", str(release), "--by", "Bea Reader", "--role", "Head"]
    assert main(approve) == 1
    refused = capsys.readouterr().err
    assert "numbers: index.html, line 7: The table has 1. Correct it, or accept it with a reason" in refused
    assert "files: data/number-check.json was changed" in refused
    place.unlink()
    assert main(approve) == 1
    assert "numbers: the release has no data/number-check.json" in capsys.readouterr().err
