"""The command `themes code` and its server: on 127.0.0.1 alone, patient, quiet, and nothing of other coders on it."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.coding_pages import CHANGED, KEY, Ticking, coding_folder, get, order, reopen, site_over, suggesting
from tests.functional.test_html_validator import validate as validate  # the fixture

from areasend.cli import main
from areasend.themes import Suggestions, suggestions_csv
from areasend.themes.coding import open_coding
from areasend.themes.serving import CodingServer, CodingSite, Desk, Guard

CANARY = "c4n4ry"
FORM = "application/x-www-form-urlencoded"


class Served:
    """A running server, and what a browser that was let in asks of it."""

    def __init__(self, port: int, key: str) -> None:
        self.port, self.guard = port, Guard(key=key, port=port)

    def ask(
        self, method: str, target: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], str]:
        sent = {"Cookie": f"areasend-{self.port}={self.guard.key}"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as connection:
            connection.request(method, target, body, sent)
            reply = connection.getresponse()
            return reply.status, dict(reply.getheaders()), reply.read().decode()

    def get(self, target: str) -> str:
        return self.ask("GET", target)[2]

    def post(self, statement_id: str, **fields: str) -> tuple[int, dict[str, str], str]:
        page = self.get(f"/statements/{statement_id}")
        held = {name: re.search(f'name="{name}" value="([^"]+)"', page)[1] for name in ("token", "seen")}
        body = urlencode({**held, **fields}).encode()
        return self.ask("POST", f"/statements/{statement_id}", body, Content_Type=FORM, Origin=self.guard.origin)

    def raw(self, sent: bytes, *, wait: bool = True) -> bytes:
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            connection.sendall(sent)
            received = b""
            while wait and (part := connection.recv(65536)):
                received += part
            return received


@contextmanager
def serving(folder: Path, coder: str = "ada") -> Iterator[tuple[Served, Desk]]:
    with CodingServer(0) as server:
        site, desk = site_over(folder, coder, guard=Guard(key=KEY, port=server.port))
        thread = threading.Thread(target=server.serve, args=(site,), daemon=True)
        thread.start()
        yield Served(server.port, KEY), desk
        server.shutdown()
        thread.join()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    coding_folder(tmp_path / "coding", 6, coders=("ada", "bob"))
    return tmp_path / "coding"


@pytest.fixture
def served(folder: Path) -> Iterator[Served]:
    with serving(folder) as (running, _):
        yield running


def test_it_listens_on_this_machine_alone(served: Served) -> None:
    listening = Path("/proc/net/tcp")
    if not listening.exists():
        pytest.skip("no /proc/net/tcp on this machine")
    port = f":{served.port:04X}"
    found = [line.split()[1] for line in listening.read_text(encoding="ascii").splitlines() if f"{port} " in line]
    assert {place for place in found if place.endswith(port)} == {f"0100007F{port}"}


def test_every_answer_carries_the_same_headers(served: Served) -> None:
    asked = [
        ("GET", "/"),
        ("GET", "/nothing"),
        ("GET", "/next"),
        ("GET", "/start"),
        ("POST", "/"),
        ("BREW", "/"),
        ("HEAD", "/"),
    ]
    for method, target in asked:
        status, headers, body = served.ask(method, target)
        assert status in (200, 303, 403, 404, 405, 411), (method, target)
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self';"), (method, target)
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"
        assert headers["Connection"] == "close"
        assert "Python" not in headers["Server"]
        assert method != "HEAD" or body == ""


def test_a_decision_is_on_the_disk_before_the_answer(served: Served, folder: Path) -> None:
    first, second, *_ = order(folder)
    status, headers, _ = served.post(first, theme="information", go="save")
    assert (status, headers["Location"]) == (303, f"/statements/{second}?saved={first}")
    written = (folder / "coders" / "ada" / "decisions.jsonl").read_text(encoding="utf-8")
    assert first in written
    assert "information" in written


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"\r\n\r\n", None),
        (b"hello\r\n\r\n", 400),
        (b"GET / HTTP/9.9\r\n\r\n", 505),
        (b"GET /" + b"a" * 70000 + b" HTTP/1.1\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\nHost: {host}\r\n" + b"A: b\r\n" * 200 + b"\r\n", 431),
        (b"GET / HTTP/1.1\r\nHost: {host}\r\nA: " + b"a" * 70000 + b"\r\n\r\n", 431),
        (b"POST / HTTP/1.1\r\nHost: {host}\r\n\r\n", 411),
        (b"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: -1\r\n\r\n", 411),
        (b"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: \xb2\r\n\r\n", 411),
        (b"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411),
        (b"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 65537\r\n\r\n", 413),
        (b"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 99999999999999\r\n\r\n", 413),
        (b"TRACE / HTTP/1.1\r\nHost: {host}\r\n\r\n", 405),
        (b"GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n", 421),
        (b"GET http://elsewhere.example/ HTTP/1.1\r\nHost: {host}\r\n\r\n", 403),
        (b"GET / HTTP/1.0\r\n\r\n", 421),
    ],
)
def test_what_is_no_request_of_ours_gets_a_plain_page(served: Served, sent: bytes, status: int | None) -> None:
    reply = served.raw(sent.replace(b"{host}", served.guard.host.encode()))
    if status is None:
        assert reply == b""
        return
    assert reply.startswith(f"HTTP/1.1 {status} ".encode()), reply[:200]
    assert b"<h1>" in reply
    assert b"Traceback" not in reply
    assert served.ask("GET", "/")[0] == 200


def test_a_slow_client_keeps_nobody_waiting(served: Served) -> None:
    with socket.create_connection(("127.0.0.1", served.port)) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\n")
        began = time.monotonic()
        assert served.ask("GET", "/")[0] == 200
        assert time.monotonic() - began < 5


def test_a_client_that_falls_silent_is_let_go(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("areasend.themes.serving.server._Handler.timeout", 0.2)
    with serving(folder) as (running, _):
        head = f"POST / HTTP/1.1\r\nHost: {running.guard.host}\r\nContent-Length: 10\r\n\r\nabc".encode()
        assert running.raw(head) == b""
        assert running.raw(b"GET / HT") == b""
    assert capfd.readouterr().err == ""


def test_a_browser_that_goes_away_is_no_news(served: Served, capfd: pytest.CaptureFixture[str]) -> None:
    cookie = f"areasend-{served.port}={KEY}"
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", served.port)) as leaving:
            leaving.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            leaving.sendall(f"GET / HTTP/1.1\r\nHost: {served.guard.host}\r\nCookie: {cookie}\r\n\r\n".encode())
    cut = f"POST / HTTP/1.1\r\nHost: {served.guard.host}\r\nContent-Length: 10\r\n\r\nabc".encode()
    served.raw(cut, wait=False)
    assert served.ask("GET", "/")[0] == 200
    time.sleep(0.2)
    assert capfd.readouterr().err == ""


def test_many_quick_requests_are_all_answered_and_each_save_counts_once(served: Served, folder: Path) -> None:
    ids = order(folder)
    with ThreadPoolExecutor(16) as pool:
        shown = list(pool.map(lambda n: served.ask("GET", f"/statements/{ids[n % 6]}")[0], range(120)))
        saved = list(pool.map(lambda n: served.post(ids[n % 6], theme="information", note=str(n))[0], range(60)))
    assert set(shown) == {200}
    assert set(saved) <= {303, 409}
    coding = open_coding(folder)
    assert sum(len(coding.past("ada", statement_id)) for statement_id in ids) == saved.count(303)


def test_two_forms_drawn_at_once_save_once(served: Served, folder: Path) -> None:
    first = order(folder)[0]
    page = served.get(f"/statements/{first}")
    held = {name: re.search(f'name="{name}" value="([^"]+)"', page)[1] for name in ("token", "seen")}

    def send(theme: str) -> int:
        body = urlencode({**held, "theme": theme}).encode()
        return served.ask("POST", f"/statements/{first}", body, Content_Type=FORM)[0]

    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(send, ["information", "governance"] * 4))
    assert sorted(statuses) == [303] + [409] * 7
    assert len(open_coding(folder).past("ada", first)) == 1


def test_a_bug_is_told_as_one_and_shown_in_the_terminal(
    served: Served, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError(CANARY)

    monkeypatch.setattr(CodingSite, "answer", broken)
    status, _, body = served.ask("GET", "/")
    assert status == 500
    assert "It is a bug of areasend" in body
    assert CANARY not in body
    assert CANARY in capfd.readouterr().err


def test_a_bug_of_the_server_itself_is_shown_in_the_terminal(
    served: Served, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError(CANARY)

    monkeypatch.setattr("areasend.themes.serving.server._Handler._send", broken)
    assert served.raw(f"GET / HTTP/1.1\r\nHost: {served.guard.host}\r\n\r\n".encode()) == b""
    time.sleep(0.2)
    assert CANARY in capfd.readouterr().err


def test_every_page_is_valid(validate: Callable[[Iterable[Path]], list[str]], folder: Path, tmp_path: Path) -> None:
    """In every state that changes what a page is made of; the Nu HTML Checker, nothing filtered."""
    with serving(folder) as (running, _):
        first, second, third, *rest = order(folder)
        pages = {"list": running.get("/"), "early": running.get("/done"), "refusal": running.get("/nothing")}
        saved = running.post(first, theme="governance", sub_theme="accountability", note="a\nb")
        pages["saved"] = running.get(saved[1].get("Location", f"/statements/{first}"))
        pages["wrong"] = running.post(second, theme="governance", none="yes", note="a" * 2001)[2]
        pages["several"] = running.post(second, theme="governance", sub_theme="annual_reviews")[2]
        pages["not saved"] = running.post(second, go="skip", note="a")[2]
        pages["conflict"] = running.post(first, seen="old", none="yes")[2]
        for statement_id in (second, third, *rest):
            running.post(statement_id, none="yes")
        pages["done"] = running.get("/done")
        reopen(folder)
        pages["reopened list"], pages["reopened"] = running.get("/?show=reopened"), running.get(f"/statements/{first}")
        open_coding(folder).lock("ada", day=date(2027, 1, 5), with_missing=True)
        pages["locked"], pages["locked list"] = running.get(f"/statements/{first}"), running.get("/")
        pages["hints"] = get_with_hints(folder, second)
    for name, page in pages.items():
        (tmp_path / f"{name.replace(' ', '-')}.html").write_text(page, encoding="utf-8")
    long = tmp_path / "long"
    coding_folder(long, 120)
    site, _ = site_over(long)
    (tmp_path / "paged.html").write_bytes(get(site, "/?page=2").content)
    assert "govuk-pagination" in (tmp_path / "paged.html").read_text(encoding="utf-8")
    assert "areasend-reopened" in pages["reopened"]
    assert validate(sorted(tmp_path.glob("*.html"))) == []


def get_with_hints(folder: Path, statement_id: str) -> str:
    site, _ = site_over(folder, suggestions=suggesting(information=0.7))
    return get(site, f"/statements/{statement_id}").content.decode()


def test_nothing_of_another_coder_is_on_any_page(folder: Path) -> None:
    """Bob has decided everything, with a canary in each of his codes: Ada sees none, and neither how far he is."""
    reopen(folder)
    coding = open_coding(folder)
    at = Ticking()
    for statement_id in order(folder):
        coding.decide(
            "bob", statement_id, ("transitions",), note=f"{CANARY} note", decided=at(), suggested=f"{CANARY} hint"
        )
    with serving(folder) as (running, _):
        first, second, third, *rest = order(folder)
        assert running.post(first, none="yes")[0] == 303
        targets = ["/", "/next", "/done", "/nothing", "/start", "/start?key=wrong", f"/done?saved={first}"]
        targets += [f"/?show={state}" for state in ("open", "reopened", "done", "left", "other")]
        targets += [f"/statements/{statement_id}" for statement_id in order(folder)]
        targets += ["/coders/bob", "/statements/bob", "/decisions", "/bob", "/codes", "/export", "/?coder=bob"]
        pages = {target: running.get(target) for target in targets}
        pages["empty"] = running.post(second)[2]
        pages["skip"] = running.post(second, go="skip", note="a")[2]
        pages["conflict"] = running.post(second, seen="old", none="yes")[2]
        pages["elsewhere"] = running.ask("POST", f"/statements/{second}", b"", Origin="http://elsewhere.example")[2]
        pages["kind"] = running.ask("POST", f"/statements/{second}", b"a")[2]
        pages["broken"] = running.ask("POST", f"/statements/{second}", b"%ff", Content_Type=FORM)[2]
        pages["length"] = running.raw(b"POST / HTTP/1.1\r\n\r\n").decode()
        pages["method"] = running.ask("DELETE", "/")[2]
        open_coding(folder).lock("ada", day=date(2027, 1, 5), with_missing=True)
        pages["locked"] = running.get(f"/statements/{third}")
        pages["locked list"] = running.get("/")
        pages["not saved"] = running.post(rest[0], none="yes")[2]
        lines = (folder / "coders" / "bob" / "decisions.jsonl").read_text(encoding="utf-8")
        damaged = lines.replace('"transitions"', f'"{CANARY}"', 1)
        (folder / "coders" / "bob" / "decisions.jsonl").write_text(damaged, encoding="utf-8")
        pages["damaged"] = running.get("/")
    assert "coders/bob" in pages["damaged"]
    for name, page in pages.items():
        assert CANARY not in page, name
        if name not in ("damaged",):
            assert "bob" not in page.replace("/bob", "").lower(), name
    assert "1 of 6 done" in pages["/"]
    assert "Moving to the next stage" not in pages["/"]
    assert CHANGED in pages[f"/statements/{second}"]


# Where the tests run in the background of a shell, their children inherit that Ctrl+C is ignored.
HEARS = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from areasend.__main__ import entrypoint
entrypoint()
"""


def command(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    said = [sys.executable, "-c", HEARS, "themes", "code", str(folder), "--coder", "ada", *arguments]
    return subprocess.Popen(said, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ))


def test_the_command_serves_until_ctrl_c_and_everything_is_saved(folder: Path) -> None:
    with command(folder, "--port", "0", "--no-browser") as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "Coding as ada: 0 of 6 statements done.\n"
        address = re.fullmatch(r"Open http://127\.0\.0\.1:(\d+)/start\?key=([\w-]{43})\n", running.stdout.readline())
        assert address is not None
        running.stdout.readline()
        browser = Served(int(address[1]), address[2])
        status, headers, _ = browser.ask("GET", f"/start?key={address[2]}")
        assert (status, headers["Location"]) == (303, "/")
        assert address[2] in headers["Set-Cookie"]
        first = order(folder)[0]
        assert browser.post(first, none="yes")[0] == 303
        # One who says nothing does not keep the command from ending.
        with socket.create_connection(("127.0.0.1", browser.port)):
            running.send_signal(signal.SIGINT)
            try:
                out, err = running.communicate(timeout=60)
            finally:
                running.kill()
    assert running.returncode == 0
    assert out.endswith("Stopped: 1 of 6 statements done.\n")
    assert err == "\n"
    assert set(open_coding(folder).decisions("ada")) == {first}


def test_a_connection_that_ends_with_the_command_is_no_news_and_a_bug_is(capsys: pytest.CaptureFixture[str]) -> None:
    with CodingServer(0) as server, socket.socket() as connection:
        for close, told in ((False, True), (True, False)):
            if close:
                connection.close()
            try:
                raise OSError("Bad file descriptor")
            except OSError:
                server.handle_error(connection, ("127.0.0.1", 1))
            assert ("Bad file descriptor" in capsys.readouterr().err) is told


def test_a_port_in_use_is_told_and_nobody_joins(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        assert main(["themes", "code", str(folder), "--coder", "new", "--port", str(port), "--no-browser"]) == 2
    told = capsys.readouterr()
    assert told.err == (
        f"areasend: The page cannot be served at 127.0.0.1:{port}: Address already in use. Name another port, such as "
        f"--port {port + 1 if port < 65535 else 1}.\n"
    )
    assert told.out == ""
    assert [coder.key for coder in open_coding(folder).coders] == ["ada", "bob"]


@pytest.mark.parametrize("port", ["-1", "65536", "x", "1e3", "٣"])
def test_what_is_no_port_is_refused(folder: Path, port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["themes", "code", str(folder), "--coder", "ada", f"--port={port}"])
    assert stop.value.code == 2
    assert "is no port" in capsys.readouterr().err


def test_a_new_coder_joins_as_a_person_and_the_browser_is_opened(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = threading.Event()
    addresses: list[str] = []

    def see(address: str) -> None:
        addresses.append(address)
        opened.set()

    def stop(*_: object) -> None:
        assert opened.wait(20)
        raise KeyboardInterrupt

    monkeypatch.setattr("webbrowser.open", see)
    monkeypatch.setattr(CodingServer, "serve", stop)
    hints = Suggestions(model="m1", statements=suggesting(information=0.7))
    file = folder.with_name("suggestions.csv")
    file.write_bytes(suggestions_csv(hints))
    line = ["themes", "code", str(folder), "--port", "0", "--suggestions", str(file)]
    assert main([*line, "--coder", "eve", "--description", "reads on Mondays"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith(f"eve joins {folder} (person).\nCoding as eve: 0 of 6 statements done.\n")
    assert addresses[0] in told.out
    eve = open_coding(folder).coder("eve")
    assert (eve.made_by, eve.description) == ("person", "reads on Mondays")
    assert main([*line, "--coder", "eve", "--description", "another"]) == 2
    assert "--description is for a new coder" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("no-such-folder", "--coder", "ada"), "no-such-folder"),
        (("{folder}", "--coder", "Ada Lovelace"), "is no key of a coder"),
    ],
)
def test_a_slip_is_told_in_plain_words(
    folder: Path, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    line = [argument.replace("{folder}", str(folder)) for argument in arguments]
    assert main(["themes", "code", *line, "--port", "0", "--no-browser"]) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert "Traceback" not in told.err
