"""A folder appears whole under its name, or not at all."""

import errno
import shutil
from pathlib import Path

import pytest

from areasend.formats import CannotWrite, FolderInTheWay, locked, new_folder, write_files
from areasend.formats.switching import hold


def test_it_appears_when_everything_is_in_it(tmp_path: Path) -> None:
    target = tmp_path / "out"
    with new_folder(target) as staged:
        write_files(staged, {"a.txt": b"1", "deep/b.txt": b"2"})
        assert not target.exists()
    assert (target / "deep" / "b.txt").read_bytes() == b"2"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert target.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("stop", [ValueError, KeyboardInterrupt, SystemExit])
def test_nothing_is_left_when_it_fails(tmp_path: Path, stop: type[BaseException]) -> None:
    def fail() -> None:
        with new_folder(tmp_path / "made" / "too" / "out") as staged:
            write_files(staged, {"a.txt": b"1"})
            raise stop

    with pytest.raises(stop):
        fail()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", ["mkdir", "hold"])
@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_nothing_is_left_when_it_is_stopped_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, stop: type[BaseException]
) -> None:
    """A signal comes between two steps: after the parents were made, or after the folder itself was."""

    def stopped(*_: object) -> None:
        raise stop

    if step == "hold":
        monkeypatch.setattr("areasend.formats.folder.hold", stopped)
    else:
        monkeypatch.setattr("areasend.formats.folder._fresh", stopped)
    with pytest.raises(stop), new_folder(tmp_path / "made" / "too" / "out"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_parents_that_were_there_stay(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()

    def fail() -> None:
        with new_folder(tmp_path / "mine" / "more" / "out"):
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        fail()
    assert [path.name for path in tmp_path.rglob("*")] == ["mine"]


def test_an_empty_folder_may_stand_there(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with new_folder(tmp_path / "out") as staged:
        write_files(staged, {"a.txt": b"1"})
    assert (tmp_path / "out" / "a.txt").is_file()


@pytest.mark.parametrize("kind", ["file", "full folder", "dangling link"])
def test_what_is_in_the_way_stays(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "out"
    if kind == "file":
        target.write_text("mine")
    elif kind == "full folder":
        target.mkdir()
        (target / "mine").touch()
    else:
        target.symlink_to(tmp_path / "nowhere")
    with pytest.raises(FolderInTheWay, match=r"out is already there. Name a new folder"), new_folder(target):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_name_that_another_build_is_using_is_left_to_it(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    for name in (".out.0.partial", ".out.0.old"):
        (tmp_path / name).mkdir()
    with locked(tmp_path / ".out.0.partial"), new_folder(tmp_path / "out") as staged:
        assert staged.name == ".out.1.partial"
    assert names(tmp_path) == [".out.0.old", ".out.0.partial", "out"]


def test_a_folder_that_somebody_takes_between_is_left_to_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([None])
    monkeypatch.setattr("areasend.formats.folder.hold", lambda place: None if next(answers, 1) is None else hold(place))
    with new_folder(tmp_path / "out") as staged:
        assert staged.name == ".out.1.partial"


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    for name in (".out.0.partial", ".out.7.partial", ".out.3.old", ".other.0.partial", ".outer.0.partial"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "half").touch()
    (tmp_path / "out").mkdir()
    with new_folder(tmp_path / "out") as staged:
        assert staged.name == ".out.0.partial"
    assert names(tmp_path) == [".other.0.partial", ".outer.0.partial", "out"]


@pytest.mark.parametrize("new_is_left", [True, False])
def test_what_was_moved_aside_by_a_killed_replacement_comes_back(tmp_path: Path, new_is_left: bool) -> None:
    (tmp_path / ".out.0.old").mkdir()
    (tmp_path / ".out.0.old" / "release").touch()
    if new_is_left:
        (tmp_path / ".out.0.partial").mkdir()
    with pytest.raises(FolderInTheWay), new_folder(tmp_path / "out"):
        pass
    assert names(tmp_path) == ["out"]
    assert names(tmp_path / "out") == ["release"]


def test_a_replacement_that_fails_puts_the_old_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "old").touch()
    renamed = Path.replace

    def fails_for_the_new(self: Path, target: Path) -> Path:
        if self.suffix == ".partial":
            raise OSError(errno.EIO, "Input/output error")
        return renamed(self, target)

    monkeypatch.setattr(Path, "replace", fails_for_the_new)
    with pytest.raises(CannotWrite), new_folder(tmp_path / "out", may_replace=lambda _: True):
        pass
    assert names(tmp_path) == ["out"]
    assert names(tmp_path / "out") == ["old"]


def test_an_error_of_the_disk_is_told_with_the_place(tmp_path: Path) -> None:
    def full_disk() -> None:
        with new_folder(tmp_path / "made" / "out"):
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(CannotWrite, match=r"out cannot be written: No space left on device. Name a folder in a place"):
        full_disk()
    assert list(tmp_path.iterdir()) == []


def test_a_second_interruption_does_not_stop_the_clean_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    removed = shutil.rmtree
    calls: list[Path] = []

    def interrupted_once(place: Path, *, ignore_errors: bool) -> None:
        calls.append(place)
        if len(calls) == 1:
            raise KeyboardInterrupt
        removed(place, ignore_errors=ignore_errors)

    monkeypatch.setattr("areasend.formats.folder.shutil.rmtree", interrupted_once)

    def fail() -> None:
        with new_folder(tmp_path / "out") as staged:
            write_files(staged, {"a.txt": b"1"})
            raise ValueError

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_what_may_be_replaced_goes_when_the_new_is_there(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "old").touch()
    with new_folder(tmp_path / "out", may_replace=lambda place: (place / "old").exists()) as staged:
        write_files(staged, {"new": b""})
        assert (tmp_path / "out" / "old").exists()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["new"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_private_folder_is_for_its_owner_alone_from_the_start(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.mkdir()
    with new_folder(target, is_private=True) as staged:
        assert staged.stat().st_mode & 0o777 == 0o700
        write_files(staged, {"a.txt": b"1", "deep/b.txt": b"2"}, is_private=True)
    assert target.stat().st_mode & 0o777 == 0o700
    for name, content in (("a.txt", b"1"), ("deep/b.txt", b"2")):
        assert (target / name).read_bytes() == content
        assert (target / name).stat().st_mode & 0o777 == 0o600


def test_a_private_file_takes_no_place_that_others_may_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_files(tmp_path, {"a.txt": b"secret"}, is_private=True)
    assert (tmp_path / "a.txt").read_bytes() == b"old"
