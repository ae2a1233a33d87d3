"""Property tests have no deadline, because machines are shared and noisy; in CI they try the same cases each time."""

import os

import pytest
from hypothesis import settings

settings.register_profile("areasend", deadline=None, derandomize=bool(os.environ.get("CI")), print_blob=True)
settings.load_profile("areasend")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--long",
        action="store_true",
        help="read 1,000 written reports and 2,000 damaged files instead of some dozens (make test-long)",
    )
