"""The embargo: 50 clients ask for everything while a release is published at its second, and none sees it early.

The site is served as a web server would: from the folder that PUBLIC/site leads to at the moment of each request.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from areasend.cli import main
from areasend.publication.config import LONDON

# What these run is traced by other tests; tracing would double their time.
pytestmark = pytest.mark.no_cover

CLIENTS = 50
OLD, NEW = "2023-12-31", "2024-12-31"
TITLES = {OLD: "Area SEND, first edition", NEW: "Area SEND, second edition"}
# 2.5 seconds before the hour.
START = datetime(2025, 6, 26, 9, 29, 57, 500_000, tzinfo=LONDON)
HOUR = datetime(2025, 6, 26, 9, 30, tzinfo=LONDON)
POLLED = (
    "index.html",
    "data.html",
    "areas/index.html",
    "api/v1/index.json",
    "manifest.json",
    "feed.atom",
    "sitemap.xml",
    "calendar.html",
    "data/coverage.csv",
    f"releases/{OLD}/index.html",
    f"releases/{NEW}/index.html",
    f"releases/{NEW}/manifest.json",
)


class Clock:
    """Stands at a moment until the command begins to wait, and runs from then on: whatever is early is surely so."""

    def __init__(self, start: datetime) -> None:
        self._start = start
        self._began: float | None = None

    def now(self) -> datetime:
        return self._start + timedelta(seconds=0 if self._began is None else time.monotonic() - self._began)

    def pause(self, seconds: float) -> None:
        self._began = time.monotonic() if self._began is None else self._began
        time.sleep(seconds)


@dataclass(frozen=True, slots=True)
class Answer:
    path: str
    asked: datetime
    answered: datetime
    status: int
    body: bytes


class SiteHandler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, site: Path) -> None:
        self._site = site
        super().__init__(*arguments)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        self.directory = str(self._site.resolve())
        return super().translate_path(path)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(SiteHandler, site=site)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()


def poll(port: int, clock: Clock, first: int, stop: threading.Event, answers: list[Answer]) -> None:
    """One client: asks for one address after another until told to stop, and once for each after that."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    number, last = first, 0
    while last < len(POLLED):
        last += stop.is_set()
        path, asked = POLLED[number % len(POLLED)], clock.now()
        connection.request("GET", f"/{path}")
        response = connection.getresponse()
        body = response.read()
        answers.append(Answer(path, asked, clock.now(), response.status, body))
        number += 1
        stop.wait(0.02)
    connection.close()


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Two releases with their dates, by their id: built as a producer builds them."""
    folder = tmp_path_factory.mktemp("embargo")
    for as_at, announced, published in ((OLD, "2024-05-30", "2024-06-27"), (NEW, "2025-05-29", "2025-06-26")):
        config = folder / f"{as_at}.toml"
        config.write_text(
            f'[release]\ntitle = "{TITLES[as_at]}"\nauthor = "Ann Author"\nannounced = {announced}\n'
            f'published = {published}\n[[pre_release_access]]\nname = "Ada"\nrole = "Minister"\norganisation = "D"\n'
            f'reason = "Briefing"\naccess_from = {int(published[:4])}-06-{int(published[-2:]) - 1}T09:30:00\n'
        )
        build = ["release", "build", "--as-at", as_at, "--config", str(config), "--out", str(folder / as_at)]
        assert main(build) == 0
    return {OLD: folder / OLD, NEW: folder / NEW}


def test_nobody_sees_any_part_before_the_hour_and_no_answer_mixes_two_releases(
    releases: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    public = tmp_path / "public"
    for as_at, moment in (
        (OLD, datetime(2024, 6, 20, 9, tzinfo=LONDON)),
        (NEW, datetime(2025, 6, 20, 9, tzinfo=LONDON)),
    ):
        monkeypatch.setattr("areasend.cli.clock.now", lambda moment=moment: moment)
        assert main(["release", "approve", str(releases[as_at]), "--by", "Bea", "--role", "Head of profession"]) == 0
    monkeypatch.setattr("areasend.cli.clock.now", lambda: datetime(2024, 6, 27, 9, 30, tzinfo=LONDON))
    assert main(["release", "publish", str(releases[OLD]), "--to", str(public)]) == 0

    clock, stop, answers = Clock(START), threading.Event(), []
    monkeypatch.setattr("areasend.cli.clock.now", clock.now)
    monkeypatch.setattr("areasend.cli.clock.pause", clock.pause)
    with served(public / "site") as port:
        clients = [
            threading.Thread(target=poll, args=(port, clock, number, stop, answers)) for number in range(CLIENTS)
        ]
        for client in clients:
            client.start()
        assert main(["release", "publish", str(releases[NEW]), "--to", str(public), "--wait"]) == 0
        switched = clock.now()
        time.sleep(0.5)
        stop.set()
        for client in clients:
            client.join()

    assert HOUR <= switched < HOUR + timedelta(seconds=60)
    old, new = ({path: file_of(path, releases, at_root=id_) for path in POLLED} for id_ in (OLD, NEW))
    for answer in answers:
        seen_old = answer.body == old[answer.path] if old[answer.path] is not None else answer.status == 404
        seen_new = answer.body == new[answer.path]
        assert seen_old or seen_new, f"{answer.path}: neither the old file nor the new one"
        if answer.answered < HOUR:
            assert seen_old, f"{answer.path} was seen at {answer.answered}"
        if answer.asked > switched:
            assert seen_new, f"{answer.path} was still old at {answer.asked}"
    early = [answer for answer in answers if answer.answered < HOUR]
    assert {answer.path for answer in early} == set(POLLED)
    assert {answer.path for answer in answers if answer.asked > switched} == set(POLLED)
    assert len(early) > CLIENTS
    secret = TITLES[NEW].encode()
    assert not [answer.path for answer in early if secret in answer.body]
    assert [answer.path for answer in answers if secret in answer.body]
    assert f"{NEW} is published." in capsys.readouterr().out


def file_of(path: str, releases: dict[str, Path], *, at_root: str) -> bytes | None:
    """The file that an address means while a release is at the root; None where there is none yet."""
    if not path.startswith("releases/"):
        return (releases[at_root] / path).read_bytes()
    _, id_, name = path.split("/", 2)
    return (releases[id_] / name).read_bytes() if id_ <= at_root else None


def test_a_publication_that_waits_and_is_stopped_leaves_nothing(
    releases: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("areasend.cli.clock.now", lambda: START - timedelta(days=2))
    assert main(["release", "approve", str(releases[NEW]), "--by", "Bea", "--role", "Head of profession"]) == 0
    monkeypatch.setattr("areasend.cli.clock.now", lambda: START)
    monkeypatch.setattr("areasend.cli.clock.pause", interrupted)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with pytest.raises(KeyboardInterrupt):
        main(["release", "publish", str(releases[NEW]), "--to", str(tmp_path / "public"), "--wait"])
    assert "ready; waiting 0:00:02 for Thursday 26 June 2025, 09:30 (+01:00)…" in capsys.readouterr().err
    assert sorted(path.name for path in (tmp_path / "public").rglob("*")) == ["releases", "views"]
