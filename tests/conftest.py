"""Property tests have no deadline, because machines are shared and noisy; in CI they try the same cases each time."""

import gc
import os
from collections.abc import Iterator

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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """What is marked `no_cover` starts its processes untraced too: tracing takes most of the time of a short one."""
    with pytest.MonkeyPatch.context() as patch:
        if item.get_closest_marker("no_cover"):
            for name in [name for name in os.environ if name.startswith("COVERAGE")]:
                patch.delenv(name)
        return (yield)
