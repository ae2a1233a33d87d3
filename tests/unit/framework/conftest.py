"""A copy of the packaged framework that a test can spoil, and what loading says of it."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from areasend.framework import FrameworkFault, FrameworkInvalid, load_framework


class Copy:
    """The framework's files in a folder of the test's own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def change(self, name: str, old: str, new: str, *, after: str = "") -> None:
        """Replaces the first `old` behind the mark `after`, and nothing else."""
        path = self.folder / name
        before, mark, rest = (
            path.read_text(encoding="utf-8").partition(after) if after else ("", "", path.read_text("utf-8"))
        )
        assert old in rest, f"{name} has no {old!r} after {after!r}"
        path.write_text(before + mark + rest.replace(old, new, 1), encoding="utf-8")

    def append(self, name: str, text: str) -> None:
        path = self.folder / name
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    def faults(self) -> tuple[FrameworkFault, ...]:
        with pytest.raises(FrameworkInvalid) as caught:
            load_framework(self.folder)
        return caught.value.faults

    def only_fault(self) -> str:
        faults = self.faults()
        assert len(faults) == 1, faults
        return str(faults[0])


@pytest.fixture
def framework(tmp_path: Path) -> Copy:
    shutil.copytree(str(files("areasend.framework") / "data"), tmp_path / "framework")
    return Copy(tmp_path / "framework")


@pytest.fixture
def last_only(framework: Copy) -> Copy:
    """The same with the version of 2025 alone, so that a change of it meets no rule between versions."""
    (framework.folder / "versions" / "2023-01.toml").unlink()
    return framework
