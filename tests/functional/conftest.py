"""Releases built once by the real command, for every test that reads them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from areasend.cli import main

BUILDS = {
    "2024": ("--as-at", "2024-12-31"),
    "2023": ("--as-at", "2023-12-31"),
    "2025": ("--as-at", "2025-12-31"),
    "2026": ("--as-at", "2026-06-30"),
    "published-by": ("--as-at", "2024-12-31", "--published-by", "2024-12-31"),
    "information": ("--as-at", "2024-12-31", "--kind", "management-information"),
}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A function from the name of a build to its folder; each is built when it is first asked for."""
    folder = tmp_path_factory.mktemp("releases")

    def build(name: str) -> Path:
        out = folder / name
        if not out.exists():
            assert main(["release", "build", *BUILDS[name], "--out", str(out)]) == 0
        return out

    return build


@pytest.fixture(scope="session")
def release(built: Callable[[str], Path]) -> Path:
    """The release as at 31 December 2024."""
    return built("2024")
