"""SIGKILL at 200 random instants of build, approve and publish: the old release or the new one is left, each whole.

Nothing can catch that signal, so nothing cleans up: what the next run finds is what the kill left.
"""

import json
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from tests.functional.forks import Forks, forks
from tests.releases import APPROVED, MOMENT, corrected, is_whole, practice, site_is, small_release

from areasend.publication.practice import read_ledger

# What these run is traced by other tests; tracing would double their time.
pytestmark = pytest.mark.no_cover

KILLS_OF_BUILD, KILLS_OF_APPROVE, KILLS_OF_PUBLISH = 3, 50, 147
BY = ("--by", "Bea Approver", "--role", "Head of profession")
THEN, NOW = APPROVED.isoformat(), MOMENT.isoformat()


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forks]:
    with forks(str(tmp_path_factory.mktemp("said") / "said.txt")) as server:
        yield server


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in memory where the machine has one: what a kill leaves is the same there, and costs less time."""
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else tmp_path_factory.getbasetemp()) as place:
        yield Path(place)


def instants(seed: int, count: int, seconds: float) -> list[float]:
    chance = random.Random(seed)
    return [chance.uniform(0, seconds) for _ in range(count)]


def test_a_killed_build_leaves_the_target_absent_or_whole(loaded: Forks, tmp_path: Path) -> None:
    build = ("release", "build", "--as-at", "2024-12-31", "--out")
    seconds = loaded.seconds(*build, str(tmp_path / "first"))
    out = tmp_path / "out"
    for after in instants(1, KILLS_OF_BUILD, seconds):
        was_there = out.exists()
        assert loaded.run(*build, str(out), "--replace", kill_after=after) in (0, -9)
        hold_what_is_left(out, was_there=was_there)
    # The writing is the shortest part of a build: a few kills are sure to meet it.
    assert loaded.run(*build, str(out), "--replace") == 0
    for change in (2, 40, 250):
        assert loaded.run(*build, str(out), "--replace", kill_at=change) == -9
        hold_what_is_left(out, was_there=True)
    # What all the killed builds left is gone, and the release is the same as if there had been none.
    assert loaded.run(*build, str(out), "--replace") == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first", "out"]
    assert (out / "manifest.json").read_bytes() == (tmp_path / "first" / "manifest.json").read_bytes()
    assert is_whole(out)


def hold_what_is_left(out: Path, *, was_there: bool) -> None:
    """The release is whole; or it is absent, and what it replaced stands whole beside it until the next build."""
    asides = [path for path in out.parent.iterdir() if path.name.endswith(".old")]
    whole = [path for path in (out, *asides) if path.exists() and is_whole(path)]
    assert len(asides) <= 1
    assert out in whole if out.exists() else len(whole) == was_there


def test_a_killed_approval_is_made_or_not_made(loaded: Forks, tmp_path: Path) -> None:
    def approve(folder: Path, *, after: float | None = None, at: int = 0) -> int:
        return loaded.run("release", "approve", str(folder), *BY, now=THEN, kill_after=after, kill_at=at)

    firsts = [str(small_release(tmp_path / f"first-{number}")) for number in range(4)]
    seconds = min(loaded.seconds("release", "approve", first, *BY, now=THEN) for first in firsts)
    ended: Counter[tuple[int, bool]] = Counter()
    # At random instants, and before each of the few changes of the disk.
    kills = [{"after": after} for after in instants(2, KILLS_OF_APPROVE, seconds)] + [{"at": at} for at in range(1, 5)]
    for number, kill in enumerate(kills):
        folder = small_release(tmp_path / str(number) / "release")
        ledger = folder.with_name("release.ledger.json")
        ended[approve(folder, **kill), ledger.exists()] += 1
        if ledger.exists():
            assert len(read_ledger(ledger.read_bytes(), place="ledger").events) == 1
        assert is_whole(folder)
        assert approve(folder) == 0
        assert len(read_ledger(ledger.read_bytes(), place="ledger").events) == 1
        assert sorted(path.name for path in folder.parent.iterdir()) == ["release", "release.ledger.json"]
    assert ended[-9, False] + ended[-9, True] >= KILLS_OF_APPROVE // 4, ended


@pytest.fixture(scope="module")
def prepared(loaded: Forks, memory: Path) -> Path:
    """A public folder with a release in it, and its second version, approved."""
    case = memory / "prepared"
    first = small_release(case / "first", practice())
    second = small_release(case / "second", corrected(2), id="2024-12-31-v2")
    for folder in (first, second):
        assert loaded.run("release", "approve", str(folder), *BY, now=THEN) == 0
    assert loaded.run("release", "publish", str(first), "--to", str(case / "public"), now=NOW) == 0
    return case


def publish(loaded: Forks, case: Path, *, kill_after: float | None = None, kill_at: int = 0) -> int:
    command = ("release", "publish", str(case / "second"), "--to", str(case / "public"))
    return loaded.run(*command, now=NOW, kill_after=kill_after, kill_at=kill_at)


def interrupted(loaded: Forks, case: Path, *, kill_after: float | None = None, kill_at: int = 0) -> tuple[int, str]:
    """Publishes, kills it, holds the site, and publishes again. The exit code, and what the kill left to be seen."""
    code, site = publish(loaded, case, kill_after=kill_after, kill_at=kill_at), case / "public" / "site"
    old, new = site_is(site, case / "first"), site_is(site, case / "second")
    assert old != new, "the site is one of the two, and whole"
    assert (site / "releases" / "2024-12-31-v2").exists() == new
    assert publish(loaded, case) == 0
    finished(case)
    return code, "new" if new else "old"


def test_a_killed_publication_leaves_the_old_or_the_new_release_whole(
    loaded: Forks, prepared: Path, memory: Path
) -> None:
    took = []
    for number in range(4):
        shutil.copytree(prepared, case := memory / f"timed-{number}", symlinks=True)
        began = time.monotonic()
        assert publish(loaded, case) == 0
        took.append(time.monotonic() - began)
    ended: Counter[tuple[int, str]] = Counter()
    for number, after in enumerate(instants(3, KILLS_OF_PUBLISH, min(took))):
        shutil.copytree(prepared, case := memory / str(number), symlinks=True)
        ended[interrupted(loaded, case, kill_after=after)] += 1
        shutil.rmtree(case)
    assert ended[-9, "old"] >= KILLS_OF_PUBLISH // 4, ended
    assert ended[0, "old"] == 0, ended


def test_a_publication_killed_before_any_change_of_the_disk_is_finished_by_the_next(
    loaded: Forks, prepared: Path, memory: Path
) -> None:
    ended = []
    for number in count(1):
        shutil.copytree(prepared, case := memory / f"at-{number}", symlinks=True)
        ended.append(interrupted(loaded, case, kill_at=number))
        shutil.rmtree(case)
        if ended[-1] == (0, "new"):
            break
    # The site turns once: before that change everybody sees the old release, after it the new one.
    seen = [site for _, site in ended]
    assert seen == sorted(seen, reverse=True)
    assert seen.count("old") >= 40
    assert seen.count("new") >= 3
    assert {code for code, _ in ended[:-1]} == {-9}


def finished(case: Path) -> None:
    """After the command was run again: the new release, both addresses, both ledgers, and nothing left over."""
    public = case / "public"
    assert site_is(public / "site", case / "second")
    assert (public / "site" / "releases" / "2024-12-31" / "index.html").is_file()
    assert sorted(path.name for path in public.iterdir()) == ["releases", "site", "views"]
    assert sorted(path.name for path in (public / "releases").iterdir()) == ["2024-12-31", "2024-12-31-v2"]
    assert len(list((public / "views").iterdir())) == 2
    told = [
        json.loads(path.read_bytes())["events"] for path in (public / "site/ledger.json", case / "second.ledger.json")
    ]
    assert [event["kind"] for event in told[0]] == ["approved", "published"] * 2
    assert [(event["kind"], event["at"]) for event in told[1]] == [(e["kind"], e["at"]) for e in told[0][2:]]
    assert not [path for path in case.rglob("*") if path.name.endswith((".partial", ".next"))]
