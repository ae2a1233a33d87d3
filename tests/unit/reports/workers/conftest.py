"""Folders of files, each of which does to its reader what its name says."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from areasend.reports.workers import Limits, Task

# What must succeed has all the time of a slow and busy machine.
PLENTY = Limits(seconds=300)


def make_files(folder: Path, names: Sequence[str]) -> list[Task]:
    """A file for each name, which holds that name and a word; after a dot may follow what tells two apart."""
    for name in names:
        (folder / name).write_text(f"{name.split('.')[0]} word\n", encoding="utf-8")
    return [Task(file=name, path=folder / name) for name in names]


def measure_nothing(patch: pytest.MonkeyPatch) -> None:
    """A worker that is killed cannot put away what coverage saw of it, or only half."""
    for name in [name for name in os.environ if name.startswith("COVERAGE")]:
        patch.delenv(name)


@pytest.fixture
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    measure_nothing(monkeypatch)


@pytest.fixture
def acting(tmp_path: Path) -> Callable[[Sequence[str]], list[Task]]:
    return lambda names: make_files(tmp_path, names)
