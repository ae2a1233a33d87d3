"""Same inputs, same bytes: in any folder, locale, time zone and hash seed, and from the snapshot in a release."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from areasend.cli import main

# What these run is traced by other tests; tracing would double their time.
pytestmark = pytest.mark.no_cover


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def build(out: Path, **environment: str) -> None:
    command = [sys.executable, "-m", "areasend", "release", "build", "--as-at", "2024-12-31", "--out", str(out)]
    subprocess.run(command, check=True, env=os.environ | environment, cwd=out.parent, capture_output=True)


def test_two_builds_are_equal_in_any_surroundings(release: Path, tmp_path: Path) -> None:
    other = tmp_path / "deep" / "Ordner mit Ä"
    other.parent.mkdir()
    build(other, TZ="Pacific/Kiritimati", LC_ALL="C", LANG="de_DE.UTF-8", PYTHONHASHSEED="4711", PYTHONUTF8="0")
    assert contents(other) == contents(release)


def test_a_release_is_rebuilt_from_the_snapshot_it_carries(release: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert main(["release", "build", "--snapshot", str(release / "data" / "snapshot"), "--out", str(again)]) == 0
    assert contents(again) == contents(release)


def test_the_order_of_rows_in_the_records_does_not_matter(release: Path, tmp_path: Path) -> None:
    records, out = tmp_path / "records", tmp_path / "out"
    assert main(["records", "export", str(records)]) == 0
    for path in records.glob("*.csv"):
        heading, *rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text(heading + "".join(reversed(rows)), encoding="utf-8", newline="")
    assert main(["release", "build", "--records", str(records), "--as-at", "2024-12-31", "--out", str(out)]) == 0
    assert contents(out) == contents(release)


def test_the_manifest_holds_the_hash_of_every_file(release: Path) -> None:
    import hashlib
    import json

    manifest = json.loads((release / "manifest.json").read_text(encoding="utf-8"))
    files = contents(release)
    del files["manifest.json"]
    assert manifest["files"] == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    assert manifest["inputs"]["snapshot"] == json.loads(files["data/snapshot/snapshot.json"])["sha256"]
