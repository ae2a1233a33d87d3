"""Locks that end with their process, files that are whole, a link that turns in one step, read-only folders."""

import os
import signal
import time
from pathlib import Path

import pytest

from areasend.formats import (
    FolderBusy,
    append_through,
    copy_sealed,
    hashes_in,
    locked,
    make_links,
    move_sealed,
    point,
    remove_sealed,
    write_through,
)
from areasend.formats.switching import hold, let_go


def test_a_folder_is_locked_for_one(tmp_path: Path) -> None:
    with locked(tmp_path):
        assert hold(tmp_path) is None
        with (
            pytest.raises(FolderBusy, match="is in use by another areasend"),
            locked(tmp_path),
        ):
            pass
    with locked(tmp_path):
        pass


def test_a_lock_ends_with_its_process_however_that_ends(tmp_path: Path) -> None:
    ready, told = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover - it is killed
        hold(tmp_path)
        os.write(told, b"held")
        signal.pause()
    assert os.read(ready, 4) == b"held"
    assert hold(tmp_path) is None
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with locked(tmp_path):
        pass
    os.close(ready)
    os.close(told)


def test_a_folder_that_went_or_was_put_in_another_s_place_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hold(tmp_path / "none") is None
    place = tmp_path / "place"
    place.mkdir()

    def replaced(held: int, _: int) -> None:
        place.rename(tmp_path / "elsewhere")
        place.mkdir()

    def removed(held: int, _: int) -> None:
        place.rmdir()

    for stolen in (replaced, removed):
        monkeypatch.setattr("areasend.formats.switching.fcntl.flock", stolen)
        assert hold(place) is None
    monkeypatch.undo()
    held = hold(tmp_path / "elsewhere")
    assert held is not None
    let_go(held)


def test_a_file_is_written_through_under_its_name(tmp_path: Path) -> None:
    (tmp_path / ".a.json.partial").write_bytes(b"left by a kill")
    write_through(tmp_path / "a.json", b"1")
    write_through(tmp_path / "a.json", b"2")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.json": b"2"}


def test_a_file_that_is_not_on_the_disk_yet_does_not_have_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError("No space left on device")

    write_through(tmp_path / "a.json", b"old")
    monkeypatch.setattr("areasend.formats.switching.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_through(tmp_path / "a.json", b"new")
    assert (tmp_path / "a.json").read_bytes() == b"old"


def test_lines_are_appended_after_the_last_that_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    append_through(path, b"1\n")
    append_through(path, b"2\n3\n")
    assert path.read_bytes() == b"1\n2\n3\n"
    for left in (b"half", b"\0" * 200_000):
        path.write_bytes(b"1\n" + left)
        append_through(path, b"2\n")
        assert path.read_bytes() == b"1\n2\n"
    path.write_bytes(b"x" * 200_000)
    append_through(path, b"2\n")
    assert path.read_bytes() == b"2\n"


def test_lines_that_cannot_be_written_leave_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError("No space left on device")

    append_through(tmp_path / "a.jsonl", b"1\n")
    monkeypatch.setattr("areasend.formats.switching.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        append_through(tmp_path / "a.jsonl", b"2\n")
    assert (tmp_path / "a.jsonl").read_bytes() == b"1\n"


def test_who_waits_for_a_lock_gets_it_when_it_is_free(tmp_path: Path) -> None:
    ready, told = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover - it is killed
        hold(tmp_path)
        os.write(told, b"held")
        time.sleep(0.3)
        os.kill(os.getpid(), signal.SIGKILL)
    assert os.read(ready, 4) == b"held"
    assert hold(tmp_path) is None
    with locked(tmp_path, wait=True):
        pass
    os.waitpid(child, 0)
    os.close(ready)
    os.close(told)


def test_a_link_turns(tmp_path: Path) -> None:
    (tmp_path / ".site.next").symlink_to("left by a kill")
    for to in ("views/1", "views/2"):
        point(tmp_path / "site", to)
        assert str((tmp_path / "site").readlink()) == to
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_copy_is_sealed_moved_and_removed(tmp_path: Path) -> None:
    source = tmp_path / "source"
    (source / "a" / "b").mkdir(parents=True)
    (source / "a" / "b" / "c").write_bytes(b"1")
    (source / "d").write_bytes(b"2")
    copy_sealed(source, tmp_path / "staging" / "copy", ("a/b/c", "d"))
    move_sealed(tmp_path / "staging" / "copy", tmp_path / "moved")
    assert hashes_in(tmp_path / "moved") == hashes_in(source)
    assert {path.stat().st_mode & 0o222 for path in (tmp_path / "moved", *(tmp_path / "moved").rglob("*"))} == {0}
    make_links(tmp_path / "moved-links", {"x/y": "../../source/d", "z": "../source"})
    assert (tmp_path / "moved-links" / "x" / "y").read_bytes() == b"2"
    remove_sealed(tmp_path / "moved")
    remove_sealed(tmp_path / "moved-links")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["source", "staging"]
    assert (source / "a" / "b" / "c").is_file()


def test_what_is_no_file_of_a_folder_has_no_hash(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "folder" / "pipe")
    assert hashes_in(tmp_path) == {
        "file": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "link": "a symbolic link",
        "folder/pipe": "neither a file nor a folder",
    }
