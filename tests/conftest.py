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


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """Keeps workers from being traced as processes of the first one: pytest-cov traces them itself."""
    _trace_no_process(pytest.MonkeyPatch())


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Stops what pytest-cov begins in a worker before it knows that it is in one, and then begins again.

    Traced twice, stopping the one for what is marked `no_cover` would only go on with the other.
    """
    plugin = session.config.pluginmanager.getplugin("_cov")
    if hasattr(session.config, "workerinput") and plugin is not None and plugin.cov_controller is not None:
        plugin.cov_controller.cov.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """What is marked `no_cover` starts its processes untraced too: tracing takes most of the time of a short one."""
    with pytest.MonkeyPatch.context() as patch:
        if item.get_closest_marker("no_cover"):
            _trace_no_process(patch)
        return (yield)


def _trace_no_process(patch: pytest.MonkeyPatch) -> None:
    for name in ("COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START"):
        patch.delenv(name, raising=False)
