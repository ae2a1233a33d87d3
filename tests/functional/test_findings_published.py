"""A findings report is approved and published as every release is, and is built to the same bytes anywhere."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.releases import APPROVED, MOMENT

from areasend.cli import main

CONFIG = """[release]
title = "Findings of area SEND inspections in England"
author = "Ann Author"
announced = 2025-05-29
published = 2025-06-26
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_it_is_approved_published_and_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config, out, public = tmp_path / "findings.toml", tmp_path / "release", tmp_path / "public"
    config.write_text(CONFIG, encoding="utf-8")
    build = ["release", "build", "--as-at", "2024-12-31", "--kind", "findings", "--config", str(config)]
    assert main([*build, "--out", str(out)]) == 0
    monkeypatch.setattr("areasend.cli.clock.now", lambda: APPROVED)
    assert main(["release", "approve", str(out), "--by", "Bea", "--role", "Head"]) == 0
    assert main(["release", "publish", str(out), "--to", str(public)]) == 1
    monkeypatch.setattr("areasend.cli.clock.now", lambda: MOMENT)
    assert main(["release", "publish", str(out), "--to", str(public)]) == 0
    served = public / "site"
    assert "Findings of area SEND inspections" in (served / "index.html").read_text("utf-8")
    at_its_address = served / "releases" / "2024-12-31-findings"
    assert (at_its_address / "themes" / "governance.html").is_file()
    assert (at_its_address / "data" / "codebook" / "1.toml").is_file()
    assert json.loads((served / "manifest.json").read_text("utf-8"))["kind"] == "findings"


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_two_builds_are_equal_in_any_surroundings(built: Callable[[str], Path], tmp_path: Path) -> None:
    other = tmp_path / "Ordner mit Ä"
    command = [sys.executable, "-m", "areasend", "release", "build", "--as-at", "2024-12-31", "--kind", "findings"]
    environment = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4711", "PYTHONUTF8": "0"}
    subprocess.run(
        [*command, "--out", str(other)], check=True, env=os.environ | environment, cwd=tmp_path, capture_output=True
    )
    assert contents(other) == contents(built("findings"))


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_only_a_release_is_replaced(built: Callable[[str], Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(built("findings"), out)
    build = ["release", "build", "--as-at", "2024-12-31", "--kind", "findings", "--out", str(out)]
    assert main(build) == 2
    assert main([*build, "--replace"]) == 0


SAMPLES = Path(__file__).parents[1] / "samples" / "releases"


def test_what_a_person_settles_is_a_correction_with_its_reason(tmp_path: Path) -> None:
    records, old, new = tmp_path / "records", tmp_path / "old", tmp_path / "new"
    assert main(["records", "export", str(records)]) == 0
    build = ["release", "build", "--records", str(records), "--as-at", "2023-06-30", "--kind", "findings"]
    assert main([*build, "--config", str(SAMPLES / "first.toml"), "--out", str(old)]) == 0
    settled = "E10000024,Nottinghamshire,2023-01-30,afi,1,governance,1,2026-11-22,Ada,It asks for this.\n"
    path = records / "adjudications.csv"
    path.write_text(path.read_text(encoding="utf-8") + settled, encoding="utf-8", newline="")
    corrected = ["--config", str(SAMPLES / "corrected.toml"), "--previous", str(old)]
    assert main([*build, *corrected, "--out", str(new)]) == 0
    page = (new / "index.html").read_text(encoding="utf-8")
    assert "[r]" in page
    assert "This chart draws revised values [r]: its table says which." in page
    changes = (new / "changes.html").read_text(encoding="utf-8")
    assert "Coding: " in changes
    assert "not a finding of an inspectorate" in changes
    assert "Nottinghamshire" in changes
    assert "The table of codings says which findings were settled so." in (new / "methodology.html").read_text("utf-8")
    assert "governance" in (new / "data" / "codings.csv").read_text("utf-8").split("Nottinghamshire", 2)[1]


def test_a_release_of_an_unknown_kind_is_not_compared(
    built: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "odd"
    shutil.copytree(built("findings"), folder)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8")) | {"kind": "poem"}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert main(["release", "diff", str(folder), str(folder)]) == 2
    assert "its kind 'poem' is not one of this version" in capsys.readouterr().err
