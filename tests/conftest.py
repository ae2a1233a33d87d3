"""Property tests have no deadline, because machines are shared and noisy; in CI they try the same cases each time."""

import gc
import os

import pytest
from hypothesis import settings

settings.register_profile(
    "areasend", deadline=None, derandomize=bool(os.environ.get("CI")), print_blob=True, max_examples=60
)
settings.load_profile("areasend")
# Thousands of tests keep many objects alive; looking through them after every 700 new ones takes long.
gc.set_threshold(50_000, 20, 50)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--long",
        action="store_true",
        help="read 1,000 written reports and 2,000 damaged files instead of some dozens (make test-long)",
    )
