"""Approving, publishing and asking how a release stands, as commands: what they say, refuse and leave behind."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.releases import APPROVED, AUTHOR, MOMENT, corrected, person, practice, site_is, small_release

from areasend.cli import main
from areasend.formats import locked
from areasend.publication.practice import MANIFEST, State, ledger_bytes, read_ledger

BY = ["--by", "Bea  Approver", "--role", "Head of profession"]
SetClock = Callable[[datetime], None]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    def set_to(moment: datetime) -> None:
        monkeypatch.setattr("areasend.cli.clock.now", lambda: moment)

    set_to(APPROVED)
    return set_to


def approve(folder: Path, *by: str) -> int:
    return main(["release", "approve", str(folder), *(by or BY)])


def publish(folder: Path, *options: str) -> int:
    return main(["release", "publish", str(folder), "--to", str(folder.parent / "public"), *options])


def status(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    capsys.readouterr()
    assert main(["release", "status", str(folder), *options]) == 0
    return capsys.readouterr().out


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_from_draft_to_published(tmp_path: Path, clock: SetClock, capsys: pytest.CaptureFixture[str]) -> None:
    folder, public = small_release(tmp_path / "release"), tmp_path / "public"
    draft = status(folder, capsys)
    assert draft.startswith("2024-12-31: draft\n")
    assert f"author     {AUTHOR}" in draft
    assert "approval: nobody has approved" in draft
    assert "add --to PUBLIC" in draft
    assert "next possible moment by days, hour and notice: Thursday 26 June 2025, 09:30 (+01:00)" in draft

    assert approve(folder) == 0
    said = capsys.readouterr().out
    assert "2024-12-31 is approved, by Bea Approver, Head of profession." in said
    assert "self-declared" in said
    clock(APPROVED + timedelta(hours=1))
    assert approve(folder, "--by", "Cy", "--role", "Other") == 0
    assert "was approved already, by Bea Approver" in capsys.readouterr().out
    assert len(read_ledger((tmp_path / "release.ledger.json").read_bytes(), place="l").events) == 1

    approved = status(folder, capsys, "--to", str(public))
    assert approved.startswith("2024-12-31: approved\n")
    assert "approved   Friday 20 June 2025, 12:00 (+01:00), by Bea Approver, Head of profession" in approved
    assert "add --to" not in approved
    assert publish(folder) == 1
    assert "hour: it is Friday 20 June 2025, 13:00 (+01:00), and the release appears on" in capsys.readouterr().err
    assert not public.exists()

    clock(MOMENT)
    assert "nothing would stop its publication now" in status(folder, capsys, "--to", str(public))
    assert publish(folder) == 0
    assert "2024-12-31 is published." in capsys.readouterr().out
    assert site_is(public / "site", folder)
    assert "self-declared" in json.loads((public / "site" / "ledger.json").read_bytes())["names"]
    before = snapshot(tmp_path)
    clock(MOMENT + timedelta(days=9))
    assert publish(folder) == 0
    assert "2024-12-31 was published already." in capsys.readouterr().out
    assert snapshot(tmp_path) == before
    for options in ((), ("--to", str(public))):
        published = status(folder, capsys, *options)
        assert published.startswith("2024-12-31: published\n")
        assert "published  Thursday 26 June 2025, 09:30 (+01:00)" in published
        assert "changed since" not in published


def test_a_release_without_a_date_or_author_says_so(
    tmp_path: Path, clock: SetClock, capsys: pytest.CaptureFixture[str]
) -> None:
    clock(datetime.fromisoformat("2028-12-20T12:00:00+00:00"))
    said = status(small_release(tmp_path / "release", practice(published=None, announced=None), author=""), capsys)
    assert "author     not named" in said
    assert "planned    no date is set" in said
    assert "none is known: bank holidays are recorded to 2028-12-31" in said


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda folder: (folder / "index.html").write_text("early"), "files: index.html was changed: "),
        (lambda folder: (folder / "new.html").touch(), "files: new.html is not in the manifest"),
        (lambda folder: (folder / "feed.atom").unlink(), "files: feed.atom is missing"),
        (lambda folder: (folder / "link").symlink_to("/etc"), "files: link is not in the manifest"),
    ],
)
def test_a_folder_that_differs_from_its_manifest_is_neither_approved_nor_published(
    tmp_path: Path, clock: SetClock, capsys: pytest.CaptureFixture[str], spoil: Callable[[Path], None], said: str
) -> None:
    folder = small_release(tmp_path / "release")
    other = small_release(tmp_path / "other")
    assert approve(other) == 0
    for spoiled in (folder, other):
        spoil(spoiled)
    assert approve(folder) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "release.ledger.json").exists()
    clock(MOMENT)
    assert publish(other) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "public").exists()


def test_the_author_does_not_approve(tmp_path: Path, clock: SetClock, capsys: pytest.CaptureFixture[str]) -> None:
    assert approve(small_release(tmp_path / "a"), "--by", AUTHOR.upper(), "--role", "R") == 1
    assert "author: 'ANN AUTHOR' is the author, 'Ann Author', who may not approve" in capsys.readouterr().err
    assert approve(small_release(tmp_path / "b", author="")) == 1
    assert "author: the release names no author" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


@pytest.mark.parametrize("name", ["", "  ", "A\x07", "A\u200bB", ".", "1 2"])
def test_a_name_is_one_that_can_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    with pytest.raises(SystemExit) as stop:
        approve(tmp_path, "--by", name, "--role", "R")
    assert stop.value.code == 2
    assert "is no name or role: write letters, on one line" in capsys.readouterr().err


def test_what_was_built_anew_is_a_draft_again(
    tmp_path: Path, clock: SetClock, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = small_release(tmp_path / "release")
    assert approve(folder) == 0
    small_release(folder, text="other")
    shutil.rmtree(folder / "assets")
    small_release(folder, text="other")
    assert status(folder, capsys).startswith("2024-12-31: draft\n")
    clock(MOMENT)
    assert publish(folder) == 1
    assert "approval: nobody has approved" in capsys.readouterr().err
    assert approve(folder) == 0
    assert publish(folder) == 0


def test_a_correction_is_a_new_version_and_the_old_stays(
    tmp_path: Path, clock: SetClock, capsys: pytest.CaptureFixture[str]
) -> None:
    first = small_release(tmp_path / "first")
    changed = small_release(tmp_path / "changed", text="changed")
    second = small_release(tmp_path / "second", corrected(2), id="2024-12-31-v2")
    for folder in (first, changed, second):
        assert approve(folder) == 0
    clock(MOMENT)
    assert publish(second) == 1
    assert "version 1, which version 2 corrects, is not published here" in capsys.readouterr().err
    assert publish(first) == 0
    assert publish(changed) == 1
    assert "with other content, and stays as it is. Correct it as version 2" in capsys.readouterr().err
    assert publish(second) == 0
    site = tmp_path / "public" / "site"
    assert site_is(site, second)
    assert (site / "releases" / "2024-12-31" / "index.html").read_bytes() == (first / "index.html").read_bytes()
    # The first was published and stays so; asking again does not bring it back to the root.
    assert publish(first) == 0
    assert site_is(site, second)


def test_what_is_served_is_held_against_what_was_approved(
    tmp_path: Path, clock: SetClock, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = small_release(tmp_path / "release")
    assert approve(folder) == 0
    clock(MOMENT)
    assert publish(folder) == 0
    served = tmp_path / "public" / "releases" / "2024-12-31" / "index.html"
    served.chmod(0o644)
    served.write_text("changed")
    (folder / "more").touch()
    said = status(folder, capsys, "--to", str(tmp_path / "public"))
    assert "changed since, here: more is not in the manifest" in said
    assert "changed since, in public: index.html was changed" in said
    (folder / "more").unlink()
    assert publish(folder) == 1
    assert "served: index.html was changed" in capsys.readouterr().err


def test_a_copy_that_differs_is_not_published(
    tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = small_release(tmp_path / "release")
    assert approve(folder) == 0
    clock(MOMENT)

    def flipped(source: Path, target: Path, names: tuple[str, ...]) -> None:
        shutil.copytree(source, target)
        (target / "index.html").write_text("flipped")

    monkeypatch.setattr("areasend.publication.practice.public_root.copy_sealed", flipped)
    assert publish(folder) == 1
    assert "files: the copy of index.html was changed" in capsys.readouterr().err
    assert sorted(path.name for path in (tmp_path / "public").rglob("*")) == ["releases", "views"]


def test_a_release_waits_for_its_hour_and_no_longer_than_a_day(
    tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = small_release(tmp_path / "release")
    assert approve(folder) == 0
    clock(MOMENT - timedelta(hours=24, seconds=1))
    assert publish(folder, "--wait") == 1
    assert "or up to 24 hours before with --wait" in capsys.readouterr().err
    times = {"now": MOMENT - timedelta(hours=24)}
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        # The clock is set forward while the command waits, and a sleep may end early.
        times["now"] += timedelta(hours=23, minutes=59, seconds=58.6) if len(slept) == 1 else timedelta(seconds=seconds)

    monkeypatch.setattr("areasend.cli.clock.now", lambda: times["now"])
    monkeypatch.setattr("areasend.cli.clock.pause", sleep)
    assert publish(folder, "--wait") == 0
    assert slept == pytest.approx([1, 1, 0.4])
    events = read_ledger((tmp_path / "release.ledger.json").read_bytes(), place="l").events
    assert [event.at for event in events] == [APPROVED, MOMENT]


def test_a_release_that_has_no_date_does_not_wait(
    tmp_path: Path, clock: SetClock, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = small_release(tmp_path / "release", practice(published=None, announced=None))
    assert approve(folder) == 0
    assert publish(folder, "--wait") == 1
    assert "date: the release has no date of publication" in capsys.readouterr().err


def test_a_change_while_it_waits_stops_it(
    tmp_path: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = small_release(tmp_path / "release")
    assert approve(folder) == 0
    clock(MOMENT - timedelta(seconds=1))

    def changed(_: float) -> None:
        clock(MOMENT)
        (folder / "index.html").write_text("changed")

    monkeypatch.setattr("areasend.cli.clock.pause", changed)
    assert publish(folder, "--wait") == 1
    assert "files: index.html was changed" in capsys.readouterr().err
    assert not (tmp_path / "public" / "site").exists()


def test_two_publications_at_once_are_one(tmp_path: Path, clock: SetClock, capsys: pytest.CaptureFixture[str]) -> None:
    folder = small_release(tmp_path / "release")
    assert approve(folder) == 0
    clock(MOMENT)
    (tmp_path / "public").mkdir()
    with locked(tmp_path / "public"):
        assert publish(folder) == 2
    assert "public is in use by another areasend. Wait until that has ended" in capsys.readouterr().err
    assert publish(folder) == 0


def test_people_with_access_are_held_to_their_window(
    tmp_path: Path, clock: SetClock, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = practice(pre_release_access=(person(MOMENT - timedelta(hours=25)), person(None, name="Bo", role="")))
    folder = small_release(tmp_path / "release", seen)
    assert approve(folder) == 0
    clock(MOMENT)
    assert publish(folder) == 1
    said = capsys.readouterr().err
    assert "pre-release access: 'Ada': access began" in said
    assert "pre-release access: 'Bo': has no role" in said
    assert "pre-release access: 'Bo': nothing says when" in said


@pytest.mark.parametrize("action", ["approve", "publish", "status"])
def test_a_ledger_that_was_edited_is_refused(
    tmp_path: Path, clock: SetClock, capsys: pytest.CaptureFixture[str], action: str
) -> None:
    folder = small_release(tmp_path / "release")
    assert approve(folder) == 0
    ledger = tmp_path / "release.ledger.json"
    ledger.write_bytes(ledger.read_bytes().replace(b"Bea", b"Ann"))
    clock(MOMENT)
    extra = {"approve": BY, "publish": ["--to", str(tmp_path / "public")], "status": []}[action]
    assert main(["release", action, str(folder), *extra]) == 2
    assert "release.ledger.json: the chain breaks at event 1" in capsys.readouterr().err
    assert not (tmp_path / "public").exists()


@pytest.mark.parametrize("kind", ["a folder", "a pipe"])
def test_a_ledger_that_is_no_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    """A pipe would be waited for without end."""
    folder, ledger = small_release(tmp_path / "release"), tmp_path / "release.ledger.json"
    (Path.mkdir if kind == "a folder" else os.mkfifo)(ledger)
    assert main(["release", "status", str(folder)]) == 2
    assert "release.ledger.json: no file, and the ledger of a release is one. Move" in capsys.readouterr().err


def test_the_name_of_a_file_is_no_line_of_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = small_release(tmp_path / "release")
    (folder / "x\nareasend: approved").touch()
    assert approve(folder) == 1
    assert "files: 'x\\nareasend: approved' is not in the manifest" in capsys.readouterr().err


def test_a_folder_without_a_manifest_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", "status", str(tmp_path)]) == 2
    assert "manifest.json: missing. Name a folder that `areasend release build` made" in capsys.readouterr().err
    folder = small_release(tmp_path / "release")
    (folder / MANIFEST).write_text("{}")
    assert main(["release", "status", str(folder)]) == 2
    assert "not a manifest of a release with its practice" in capsys.readouterr().err


def test_a_lost_ledger_is_taken_up_from_the_public_one(tmp_path: Path, clock: SetClock) -> None:
    folder = small_release(tmp_path / "release")
    assert approve(folder) == 0
    clock(MOMENT)
    assert publish(folder) == 0
    ledger = tmp_path / "release.ledger.json"
    kept = ledger.read_bytes()
    ledger.unlink()
    assert publish(folder) == 0
    assert ledger.read_bytes() == kept


STEPS = st.lists(
    st.tuples(st.sampled_from(["approve", "publish", "edit", "restore", "damage"]), st.integers(0, 2)), max_size=14
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(STEPS)
def test_whatever_is_done_nothing_unapproved_is_ever_served(clock: SetClock, steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        plans = [(practice(), "2024-12-31"), (corrected(2), "2024-12-31-v2"), (practice(), "2023-12-31")]
        folders = [small_release(home / f"r{n}", plan, id=id_) for n, (plan, id_) in enumerate(plans)]
        seen: dict[str, bytes] = {}
        for step, number in steps:
            take(step, folders[number], clock)
            hold_what_is_served(home / "public" / "site", seen)
            for folder in folders:
                hold_the_ledger_of(folder)


def take(step: str, folder: Path, clock: SetClock) -> None:
    if step == "approve":
        clock(APPROVED)
        assert approve(folder) in (0, 1)
    elif step == "publish":
        clock(MOMENT)
        assert publish(folder) in (0, 1)
    elif step == "edit":
        # Built anew: other content and its own manifest.
        planned = corrected(2) if folder.name == "r1" else practice()
        id_ = json.loads((folder / MANIFEST).read_bytes())["id"]
        shutil.rmtree(folder)
        small_release(folder, planned, id=id_, text=f"{id_}-edited")
    elif step == "damage":
        (folder / "index.html").write_text("damaged")
    else:
        planned = corrected(2) if folder.name == "r1" else practice()
        id_ = json.loads((folder / MANIFEST).read_bytes())["id"]
        shutil.rmtree(folder)
        small_release(folder, planned, id=id_)


def hold_what_is_served(site: Path, seen: dict[str, bytes]) -> None:
    """What was once public at its address is there for ever, byte for byte, and the ledger knows an approval of it."""
    if not site.exists():
        return
    ledger = read_ledger((site / "ledger.json").read_bytes(), place="public")
    assert {path.name for path in (site / "releases").iterdir()} == ledger.published.keys()
    for id_, event in ledger.published.items():
        manifest = (site / "releases" / id_ / MANIFEST).read_bytes()
        assert seen.setdefault(id_, manifest) == manifest
        assert ledger.state_of(event.manifest) is State.PUBLISHED
        assert ledger.approval_of(event.manifest) is not None
        assert "damaged" not in (site / "releases" / id_ / "index.html").read_text()
    assert seen.keys() == ledger.published.keys()
    if "2024-12-31-v2" in seen:
        assert list(seen).index("2024-12-31") < list(seen).index("2024-12-31-v2")


def hold_the_ledger_of(folder: Path) -> None:
    path = folder.with_name(f"{folder.name}.ledger.json")
    if path.exists():
        assert ledger_bytes(read_ledger(path.read_bytes(), place="own")) == path.read_bytes()
