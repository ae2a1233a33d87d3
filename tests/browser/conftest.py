"""Debian's Chromium over pages served on 127.0.0.1. Without it the tests skip loudly; in CI they fail."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from deploy.serve import server_of
from playwright.sync_api import Browser, sync_playwright
from tests.built_releases import built_release

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync")

# The folders of the site, each with the build it holds.
SITE = {
    "2024": "2024",
    "2025": "since-2024",
    "boundaries": "boundaries",
    "findings": "findings",
    "information": "information",
}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("AREASEND_NEEDS_BROWSER"):
            pytest.fail("no Chromium on this machine, and AREASEND_NEEDS_BROWSER is set")
        pytest.skip("NO BROWSER: pages are not tested in Chromium here (apt-get install chromium)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield running
        running.close()


@pytest.fixture(scope="session")
def site_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with five releases, one of them with boundaries that are made up."""
    root = tmp_path_factory.mktemp("site")
    for name, build in SITE.items():
        shutil.copytree(built_release(build, tmp_path_factory), root / name, copy_function=os.link)
    return root


@pytest.fixture(scope="session")
def site(site_root: Path) -> Iterator[str]:
    """Where they are served with the headers of deploy/: `/2024/` and so on, by the names of `site_root`."""
    with served(site_root) as address:
        yield address


@contextmanager
def served(root: Path) -> Iterator[str]:
    with server_of(root, quiet=True) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()
