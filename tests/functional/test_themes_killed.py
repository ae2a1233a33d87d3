"""SIGKILL at random instants of deciding, importing and locking: what was told as decided is there, and whole."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.coding_folders import coding, statement, version
from tests.functional.forks import Forks, forks

from areasend.themes import FINDINGS
from areasend.themes.codebook import packaged_codebook_files
from areasend.themes.coding import open_coding, sheet_csv

RUNS = 10
NOW = "2026-12-02T09:30:00+00:00"
STATEMENTS = [statement(number) for number in range(1, 41)]

# Tells each decision on stdout once `decide` has returned.
_CODER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from areasend.themes.coding import open_coding
folder = open_coding(Path(sys.argv[1]))
print("ready", flush=True)
for number in range(100_000):
    key = folder.order("anna")[number % 40]
    folder.decide("anna", key, ["plans"], note=f"{sys.argv[2]} {number}", decided=datetime(2025, 1, 1, tzinfo=UTC))
    print(f"{sys.argv[2]} {number}", flush=True)
"""


def notes(place: Path) -> list[str]:
    lines = (place / "coders/anna/decisions.jsonl").read_bytes().split(b"\n")[:-1]
    return [json.loads(line)["note"] for line in lines]


def test_every_decision_that_was_told_is_there_after_a_kill(tmp_path: Path) -> None:
    place = tmp_path / "c"
    coding(place, "anna", statements=STATEMENTS, codebook={"1.toml": version(1)})
    chance = random.Random(5)
    told: list[str] = []
    for run in range(RUNS):
        with subprocess.Popen(
            [sys.executable, "-c", _CODER, str(place), str(run)], stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0, 0.1))
            os.kill(child.pid, signal.SIGKILL)
            told += [line.strip() for line in child.stdout if line.endswith("\n")]
        found = notes(place)
        assert set(told) <= set(found)
        # At most the one decision that was on the disk and not told yet.
        assert len(found) - len(told) <= run + 1
        assert found == sorted(found, key=lambda note: tuple(map(int, note.split())))
        open_coding(place)
    assert told


def test_two_processes_at_once_write_whole_lines(tmp_path: Path) -> None:
    place = tmp_path / "c"
    coding(place, "anna", statements=STATEMENTS, codebook={"1.toml": version(1)})
    children = [
        subprocess.Popen([sys.executable, "-c", _CODER, str(place), str(run)], stdout=subprocess.PIPE, text=True)
        for run in range(2)
    ]
    told: list[str] = []
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdout is not None
        told += [child.stdout.readline().strip() for _ in range(30)]
    for child in children:
        child.kill()
        child.communicate()
    found = notes(place)
    assert set(told) <= set(found)
    for run in "01":
        mine = [int(note.split()[1]) for note in found if note.startswith(f"{run} ")]
        assert mine == list(range(len(mine)))
    open_coding(place)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forks]:
    with forks(str(tmp_path_factory.mktemp("said") / "said.txt")) as server:
        yield server


def test_a_killed_import_and_lock_are_made_or_not_made(loaded: Forks, tmp_path: Path) -> None:
    """What a killed import left is a beginning of it, in whole decisions; the same import again completes it."""
    folders = []
    for number in range(10):
        place = tmp_path / f"c{number}"
        made = coding(place, "anna", statements=STATEMENTS, codebook=packaged_codebook_files())
        folders.append(place)
    rows = sheet_csv(made, "anna").decode().replace(",,,,,1,anna", ",ehc_plans; governance,,,,1,anna")
    sheet = tmp_path / "anna.csv"
    sheet.write_bytes(rows.encode())
    ended = set()
    for number, place in enumerate(folders):
        bring = ("themes", "import", str(place), str(sheet), "--coder", "anna")
        lock = ("themes", "lock", str(place), "--coder", "anna")
        assert loaded.run(*bring, now=NOW, kill_at=number + 1) in (0, -9)
        ended.add(len(open_coding(place).decisions("anna")))
        assert loaded.run(*bring, now=NOW) == 0
        assert len(open_coding(place).decisions("anna")) == 40
        assert loaded.run(*lock, now=NOW, kill_at=number + 1) in (0, -9)
        again = open_coding(place)
        if again.coder("anna").locked is None:
            assert loaded.run(*lock, now=NOW) == 0
        assert open_coding(place).coder("anna").locked is not None
        assert [path.name for path in (place / "coders").iterdir()] == ["anna"]
    assert ended <= {0, 40}
    assert again.kinds == FINDINGS


def test_a_killed_start_or_join_leaves_nothing_or_all(loaded: Forks, tmp_path: Path) -> None:
    made = coding(tmp_path / "c", "anna", codebook=packaged_codebook_files())
    for number in range(1, 9):
        sheets = tmp_path / f"s{number}"
        sheet = ("themes", "sheet", str(tmp_path / "c"), "--coder", f"ben{number}", "--out", str(sheets))
        loaded.run(*sheet, now=NOW, kill_at=number)
        again = open_coding(tmp_path / "c")
        assert {coder.key for coder in again.coders} >= {coder.key for coder in made.coders}
        assert loaded.run(*sheet, now=NOW) == 0
        made = open_coding(tmp_path / "c")
        assert f"ben{number}" in {coder.key for coder in made.coders}
