"""A findings report is approved and published as every release is, and is built to the same bytes anywhere."""

import json
import os
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


def test_two_builds_are_equal_in_any_surroundings(built: Callable[[str], Path], tmp_path: Path) -> None:
    other = tmp_path / "Ordner mit Ä"
    command = [sys.executable, "-m", "areasend", "release", "build", "--as-at", "2024-12-31", "--kind", "findings"]
    environment = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4711", "PYTHONUTF8": "0"}
    subprocess.run(
        [*command, "--out", str(other)], check=True, env=os.environ | environment, cwd=tmp_path, capture_output=True
    )
    assert contents(other) == contents(built("findings"))


def test_only_a_release_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build = ["release", "build", "--as-at", "2024-12-31", "--kind", "findings", "--out", str(out)]
    assert main(build) == 0
    assert main(build) == 2
    assert main([*build, "--replace"]) == 0
