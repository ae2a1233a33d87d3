"""The three servers of deploy/ on 127.0.0.1: the shipped configuration, with its root and its port replaced only."""

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from deploy.serve import server_of

DEPLOY = Path(__file__).parents[2] / "deploy"
SERVERS = ("serve.py", "nginx", "caddy")
# What the main configuration of a distribution holds around ours.
AROUND = """daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 2;
events {{ }}
http {{
    {types}
    gzip on;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/areasend.conf;
}}
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    content: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Served:
    """A running server and the root that it serves, a link."""

    name: str
    port: int

    def ask(self, path: str, method: str = "GET", **headers: str) -> Reply:
        """The path goes out as it stands, dots and all. `If_None_Match` is the header If-None-Match."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        with contextlib.closing(connection):
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Reply(status=answer.status, headers=found, content=answer.read())

    def ask_raw(self, request: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65536), b""))


@contextlib.contextmanager
def serving(name: str, root: Path, folder: Path) -> Iterator[Served]:
    """One of `SERVERS` over `root`; `folder` takes its own files. Skips loudly, or fails, where it is not installed."""
    if name == "serve.py":
        with _own(root) as port:
            yield Served(name=name, port=port)
        return
    if shutil.which(name) is None:
        if os.environ.get("AREASEND_NEEDS_SERVERS"):
            pytest.fail(f"no {name} on this machine, and AREASEND_NEEDS_SERVERS is set")
        pytest.skip(f"NO {name.upper()}: deploy/ is not tested with it here (apt-get install {name})")
    port = _free_port()
    command = (_nginx if name == "nginx" else _caddy)(root, folder, port)
    homeless = os.environ | {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, env=homeless)
    try:
        _wait_for(port, process, folder / "said.txt")
        yield Served(name=name, port=port)
    finally:
        process.terminate()
        process.wait(10)


@contextlib.contextmanager
def _own(root: Path) -> Iterator[int]:
    with server_of(root, quiet=True) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def _nginx(root: Path, folder: Path, port: int) -> list[str]:
    shipped = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    own = _replaced(shipped, {"listen 80;": f"listen 127.0.0.1:{port};", "root /srv/areasend/site;": f"root {root};"})
    (folder / "areasend.conf").write_text(own, encoding="utf-8")
    types = Path("/etc/nginx/mime.types")
    around = AROUND.format(
        folder=folder,
        user="user root;" if os.geteuid() == 0 else "",
        types=f"include {types};" if types.is_file() else "",
    )
    (folder / "nginx.conf").write_text(around, encoding="utf-8")
    return ["nginx", "-e", str(folder / "error.log"), "-p", str(folder), "-c", str(folder / "nginx.conf")]


def _caddy(root: Path, folder: Path, port: int) -> list[str]:
    shipped = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    address = {"areasend.example.org {": f"http://127.0.0.1:{port} {{", "root * /srv/areasend/site": f"root * {root}"}
    # The endpoint for reloading has one port for all of a machine.
    (folder / "Caddyfile").write_text("{\n\tadmin off\n}\n" + _replaced(shipped, address), encoding="utf-8")
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]


def _replaced(text: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        assert text.count(f"{old}") == 1, old
        text = text.replace(old, new)
    return text


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(port: int, process: subprocess.Popen[bytes], said: Path) -> None:
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    pytest.fail(f"the server does not answer:\n{said.read_text(errors='replace')[-2000:]}")
