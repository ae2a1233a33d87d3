"""Two real releases compared by the command: known numbers, every format, and folders that cannot be compared."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from tests.built_releases import change

from areasend.cli import main

Built = Callable[[str], Path]
Captured = pytest.CaptureFixture[str]


def told(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["release", "diff", *arguments])
    return code, *capsys.readouterr()


def as_json(capsys: Captured, old: Path, new: Path) -> dict[str, Any]:
    code, out, _ = told(capsys, str(old), str(new), "--format", "json")
    assert code == 0
    read: dict[str, Any] = json.loads(out)
    return read


def copied(release: Path, folder: Path) -> Path:
    """A copy that a test may spoil."""
    shutil.copytree(release, folder)
    return folder


def resign(release: Path) -> None:
    """Writes the manifest anew, as somebody would who changes a release on purpose."""
    path = release / "manifest.json"
    read = json.loads(path.read_bytes())
    found = (file for file in sorted(release.rglob("*")) if file.is_file() and file != path)
    read["files"] = {file.relative_to(release).as_posix(): sha256(file.read_bytes()).hexdigest() for file in found}
    path.write_text(json.dumps(read), encoding="utf-8")


def test_from_the_first_year_to_the_second(built: Built, capsys: Captured) -> None:
    """26 inspections by the end of 2023 and 54 by the end of 2024; outcomes 7, 11, 8 and 14, 26, 14."""
    read = as_json(capsys, built("2023"), built("2024"))
    values = {entry["id"]: entry for entry in read["changes"]}
    for column, old, new in (
        ("typically_positive", 7, 14),
        ("inconsistent", 11, 26),
        ("widespread_systemic_failings", 8, 14),
        ("total", 26, 54),
    ):
        entry = values[f"outcomes-since-2023.england.{column}"]
        assert (entry["change"], entry["old"], entry["new"], entry["difference"]) == ("changed", old, new, new - old)
        ((reason, records),) = [(held["reason"], held["records"]) for held in entry["reasons"]]
        assert (reason, len(records)) == ("new inspection", new - old)
        assert all(record[10:14] == "2024" for record in records)
    year = values["outcomes-in-year.england.total"]
    assert (year["change"], year["old"], year["new"], year["difference"]) == ("another period", 26, 28, None)
    assert read["not_reproduced"] == []
    assert sum(record["reason"] == "new inspection" for record in read["records"]) == 28
    assert read["unofficial"].startswith("This is an unofficial build")
    assert (read["old"], read["new"]) == ("2023-12-31", "2024-12-31")


def test_the_text_says_it_table_by_table(built: Built, capsys: Captured) -> None:
    code, out, _ = told(capsys, str(built("2023")), str(built("2024")))
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == "From 2023-12-31 (as at 2023-12-31, complete) to 2024-12-31 (as at 2024-12-31, complete)"
    assert "  outcomes-since-2023.england.total  26 -> 54 (+28)  new inspection (28)" in lines
    assert "  outcomes-since-2023.england.typically_positive_pct  27 -> 26 (-1)  new inspection (28)" in lines
    assert "  outcomes-in-year.england.total  26, now 28: another period, so another figure" in lines
    assert "  outcomes-by-year: 4" in lines
    assert any(
        line.startswith("  new inspection: E06000054-2024-10-14  Wiltshire, 14 October 2024: ") for line in lines
    )
    assert lines[-1].startswith("This is an unofficial build")


def test_the_csv_is_that_of_the_release(built: Built, capsys: Captured) -> None:
    _, out, _ = told(capsys, str(built("2023")), str(built("2024")), "--format", "csv")
    found = list(csv.reader(io.StringIO(out)))
    with (built("since-2023") / "data" / "changes.csv").open(encoding="utf-8", newline="") as file:
        assert found == list(csv.reader(file))
    assert found[0][:3] == ["figure_id", "change", "table_id"]


def test_exit_codes(built: Built, capsys: Captured) -> None:
    old, new = str(built("2023")), str(built("2024"))
    assert told(capsys, old, new, "--exit-code")[0] == 1
    code, out, _ = told(capsys, new, new, "--exit-code")
    assert code == 0
    assert out.splitlines()[1].startswith("No value differs, of ")


def test_reports_that_came_later(built: Built, capsys: Captured) -> None:
    """49 of the 54 were published by the end of 2024."""
    code, out, _ = told(capsys, str(built("published-by")), str(built("2024")))
    assert code == 0
    first = "From 2024-12-31-published-by-2024-12-31 (as at 2024-12-31, reports published by 2024-12-31, reports"
    assert out.startswith(first)
    assert "  outcomes-since-2023.england.total  49 -> 54 (+5)  dates of the release (5)" in out


@pytest.mark.parametrize("name", ["index.html", "api/v1/figures.json", "data/snapshot/inspections.csv"])
def test_a_changed_file_is_named_and_refused(built: Built, tmp_path: Path, capsys: Captured, name: str) -> None:
    old = copied(built("2023"), tmp_path / "old")
    path = old / name
    path.write_bytes(path.read_bytes().replace(b"2023", b"2022", 1))
    code, out, err = told(capsys, str(old), str(built("2024")))
    assert (code, out) == (2, "")
    assert f"{name} was changed" in err


def test_a_missing_file_and_one_too_many_are_named(built: Built, tmp_path: Path, capsys: Captured) -> None:
    old = copied(built("2023"), tmp_path / "old")
    (old / "data" / "coverage.csv").unlink()
    (old / "note.txt").write_text("mine")
    code, _, err = told(capsys, str(old), str(built("2024")))
    assert code == 2
    assert "data/coverage.csv is missing" in err
    assert "note.txt is not in the manifest" in err


def test_a_release_without_its_frozen_records_cannot_be_compared(
    built: Built, tmp_path: Path, capsys: Captured
) -> None:
    old = copied(built("2023"), tmp_path / "old")
    shutil.rmtree(old / "data" / "snapshot")
    resign(old)
    code, _, err = told(capsys, str(old), str(built("2024")))
    assert code == 2
    assert "data/snapshot/snapshot.json is not in it" in err
    assert "build it again" in err


def test_a_snapshot_that_is_not_what_was_frozen_is_refused(built: Built, tmp_path: Path, capsys: Captured) -> None:
    old = copied(built("2023"), tmp_path / "old")
    change(old / "data" / "snapshot", "2023-05-16", "2023-05-17")
    resign(old)
    code, _, err = told(capsys, str(old), str(built("2024")))
    assert code == 2
    assert "inspections.csv: sha256 is" in err


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ("no json", "JSONDecodeError"),
        ('{"figures": [{"id": "a", "label": "b"}]}', "KeyError: 'value'"),
        ('{"figures": [{"id": 1, "label": "b", "value": 2}]}', "1 is no text"),
        ('{"figures": [{"id": "a", "label": "b", "value": true}]}', "True is no value of a figure"),
        ('{"figures": [{"id": "a", "label": "b", "value": null}]}', "None is no value of a figure"),
        ("[1]", "TypeError"),
    ],
)
def test_figures_that_areasend_did_not_write_are_refused(
    built: Built, tmp_path: Path, capsys: Captured, figures: str, said: str
) -> None:
    old = copied(built("2023"), tmp_path / "old")
    (old / "api" / "v1" / "figures.json").write_text(figures)
    resign(old)
    code, _, err = told(capsys, str(old), str(built("2024")))
    assert code == 2
    assert "figures.json: not figures as areasend writes them" in err
    assert said in err


def test_a_folder_that_is_no_release_is_refused(built: Built, tmp_path: Path, capsys: Captured) -> None:
    code, _, err = told(capsys, str(tmp_path), str(built("2024")))
    assert code == 2
    assert "manifest.json: missing" in err


def test_a_value_that_was_published_otherwise_is_named(built: Built, tmp_path: Path, capsys: Captured) -> None:
    """The figures of the old release say 27 where its frozen records give 26: it was counted differently then."""
    old = copied(built("2023"), tmp_path / "old")
    path = old / "api" / "v1" / "figures.json"
    read = json.loads(path.read_bytes())
    (entry,) = [figure for figure in read["figures"] if figure["id"] == "outcomes-since-2023.england.total"]
    entry["value"] = 27
    read["figures"] = [figure for figure in read["figures"] if figure["id"] != "coverage.england.inspected"]
    read["figures"].append({"id": "coverage.wales.inspected", "label": "Local areas of Wales", "value": 1.5})
    path.write_text(json.dumps(read), encoding="utf-8")
    resign(old)
    found = as_json(capsys, old, built("2024"))
    assert found["not_reproduced"] == [
        {"id": "outcomes-since-2023.england.total", "published": 27, "counted": 26},
        {"id": "coverage.england.inspected", "published": None, "counted": 26},
        {"id": "coverage.wales.inspected", "published": 1.5, "counted": None},
    ]
    values = {entry["id"]: entry for entry in found["changes"]}
    total = values["outcomes-since-2023.england.total"]
    method = "counted differently by this version of areasend"
    assert (total["old"], total["new"]) == (27, 54)
    assert [reason["reason"] for reason in total["reasons"]] == ["new inspection", method]
    assert values["coverage.wales.inspected"]["reasons"] == [{"reason": method, "records": []}]
    _, out, _ = told(capsys, str(old), str(built("2024")))
    assert "  outcomes-since-2023.england.total  27, counted 26" in out
    assert "  coverage.wales.inspected  1.5, counted -" in out
    assert "no longer published:\n  coverage: 1" in out
    out_dir = tmp_path / "new"
    build = ["release", "build", "--as-at", "2024-12-31", "--previous", str(old), "--out", str(out_dir)]
    assert main(build) == 0
    page = html.parse(str(out_dir / "changes.html")).getroot()
    said = " ".join(page.xpath("string(//h2[@id='not-reproduced']/following-sibling::ul[1])").split())
    assert "outcomes-since-2023.england.total: published 27, counted now 26" in said
    assert "coverage.wales.inspected: published 1.5, counted now not at all" in said
