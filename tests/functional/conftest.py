"""Releases that were built once, for every test that reads them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from tests.built_releases import built_release


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A function from the name of a build to its folder."""
    return partial(built_release, folders=tmp_path_factory)


@pytest.fixture(scope="session")
def release(built: Callable[[str], Path]) -> Path:
    """The release as at 31 December 2024."""
    return built("2024")
