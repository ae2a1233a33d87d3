"""Debian's Chromium over pages served on 127.0.0.1. Without it the tests skip loudly; in CI they fail."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from areasend.cli import main

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync")


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing: the tests look at pages, not at the server."""


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
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a built release, with a folder for each build: `/2024/`, `/2025/`, `/information/`."""
    root = tmp_path_factory.mktemp("site")
    build(root / "2024", "--as-at", "2024-12-31")
    build(root / "2025", "--as-at", "2025-12-31")
    build(root / "information", "--as-at", "2024-12-31", "--kind", "management-information")
    handler = functools.partial(QuietHandler, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def build(out: Path, *arguments: str) -> None:
    assert main(["release", "build", *arguments, "--out", str(out)]) == 0
