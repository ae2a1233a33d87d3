"""A release on this machine, as nginx and Caddy serve it: `python deploy/serve.py DIR --port 8000` (`make serve`).

Standard library only. It sends what deploy/headers.toml says, so that a page which a browser would refuse on the real
server is refused here too. `DIR` may be the link that `areasend release publish` switches: it is followed once for each
request, and a file is read whole before its first byte is sent, so no answer holds parts of two releases. It is made
for one person and for tests, not for the open internet.
"""

import argparse
import gzip
import re
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

RULES = Path(__file__).with_name("headers.toml")
ALLOWED = "GET, HEAD"
UNKNOWN = "application/octet-stream"
NOT_FOUND = "404.html"


@dataclass(frozen=True, kw_only=True, slots=True)
class Rules:
    """deploy/headers.toml: what is sent with which file."""

    headers: Mapping[str, str]
    over_tls: Mapping[str, str]
    hashed_name: re.Pattern[str]
    hashed: str
    other: str
    types: Mapping[str, str]
    compressed: frozenset[str]
    least_bytes: int

    def type_of(self, name: str) -> str:
        return next((found for end, found in self.types.items() if name.endswith(end)), UNKNOWN)

    def caching_of(self, path: str) -> str:
        return self.hashed if self.hashed_name.match(path) else self.other

    def compresses(self, content_type: str, size: int) -> bool:
        return size >= self.least_bytes and content_type.split(";")[0] in self.compressed


@cache
def read_rules() -> Rules:
    read = tomllib.loads(RULES.read_text(encoding="utf-8"))
    caching, compression = read["caching"], read["compression"]
    return Rules(
        headers=read["headers"],
        over_tls=read["over_tls"],
        hashed_name=re.compile(caching["hashed_name"]),
        hashed=caching["hashed"],
        other=caching["other"],
        types=read["types"],
        compressed=frozenset(compression["types"]),
        least_bytes=compression["least_bytes"],
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """A status, the headers that only this answer has, and the bytes."""

    status: HTTPStatus
    headers: Mapping[str, str]
    content: bytes = b""


def answer(folder: Path, target: str, rules: Rules) -> Answer:
    """What a GET of `target`, as it stands in the request line, is answered with."""
    path = unquote(re.split("[?#]", target, maxsplit=1)[0])
    parts = [part for part in path.split("/") if part]
    # A name that begins with a dot is hidden or climbs; one with a backslash or a NUL is a name on no system.
    if not path.startswith("/") or any(part.startswith(".") for part in parts) or re.search(r"[\\\0]", path):
        return not_found(folder, rules)
    root = folder.resolve()
    place = root.joinpath(*parts)
    try:
        if not is_published(place.resolve(), root):
            return not_found(folder, rules)
        if place.is_dir():
            return in_folder(folder, parts, root, rules) if path.endswith("/") else moved(parts)
        if path.endswith("/") or parts == [NOT_FOUND]:
            return not_found(folder, rules)
        return found("/" + "/".join(parts), place.read_bytes(), rules)
    except OSError:
        return not_found(folder, rules)


def is_published(found: Path, root: Path) -> bool:
    """Whether what a name leads to is of the root itself, or of the releases that a view of `publish` links to."""
    releases = root.parents[1] / "releases" if root.parent.name == "views" else root
    return found.is_relative_to(root) or found.is_relative_to(releases)


def in_folder(folder: Path, parts: list[str], root: Path, rules: Rules) -> Answer:
    index = root.joinpath(*parts, "index.html")
    if not index.is_file() or not is_published(index.resolve(), root):
        return not_found(folder, rules)
    return found("/" + "/".join([*parts, "index.html"]), index.read_bytes(), rules)


def found(path: str, content: bytes, rules: Rules) -> Answer:
    headers = {"Content-Type": rules.type_of(path), "Cache-Control": rules.caching_of(path)}
    return Answer(status=HTTPStatus.OK, headers=headers, content=content)


def moved(parts: list[str]) -> Answer:
    """To the folder. Built from the parts, so that `//elsewhere` cannot become the address of another host."""
    address = "/" + quote("/".join(parts)) + "/"
    return Answer(status=HTTPStatus.MOVED_PERMANENTLY, headers={"Location": address, "Cache-Control": "no-cache"})


def not_found(folder: Path, rules: Rules) -> Answer:
    """The release's own page, or a line of text where it has none."""
    page = folder / NOT_FOUND
    if page.is_file():
        headers, content = {"Content-Type": rules.type_of(NOT_FOUND)}, page.read_bytes()
    else:
        headers, content = {"Content-Type": rules.type_of(".txt")}, b"404 Not Found\n"
    return Answer(status=HTTPStatus.NOT_FOUND, headers=headers | {"Cache-Control": rules.other}, content=content)


class ReleaseHandler(BaseHTTPRequestHandler):
    """GET and HEAD of the files of one folder."""

    protocol_version = "HTTP/1.1"
    server_version = "areasend"
    sys_version = ""

    def __init__(self, *connection: Any, folder: Path, quiet: bool = False) -> None:
        self.folder = folder
        self.quiet = quiet
        super().__init__(*connection)

    def do_GET(self) -> None:
        self.send(answer(self.folder, self.path, read_rules()))

    do_HEAD = do_GET

    def send(self, reply: Answer) -> None:
        rules, content = read_rules(), reply.content
        self.send_response(reply.status)
        for name, value in {**rules.headers, **reply.headers}.items():
            self.send_header(name, value)
        if rules.compresses(reply.headers.get("Content-Type", ""), len(content)):
            self.send_header("Vary", "Accept-Encoding")
            if accepts_gzip(self.headers.get("Accept-Encoding", "")):
                content = gzip.compress(content, 6, mtime=0)
                self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the library refuses itself: a method that is not ours (it says 501), a request that is not HTTP."""
        refused = code == HTTPStatus.NOT_IMPLEMENTED
        status = HTTPStatus.METHOD_NOT_ALLOWED if refused else HTTPStatus(code)
        headers = {"Content-Type": read_rules().type_of(".txt"), "Cache-Control": "no-cache", "Connection": "close"}
        if refused:
            headers["Allow"] = ALLOWED
        # A request that is not HTTP has no headers, and its version may be one that is answered without any.
        self.headers = getattr(self, "headers", None) or {}
        self.request_version = self.protocol_version
        self.send(Answer(status=status, headers=headers, content=f"{status.value} {status.phrase}\n".encode()))

    def log_message(self, *said: Any) -> None:
        if not self.quiet:
            super().log_message(*said)


def accepts_gzip(header: str) -> bool:
    for offered in header.lower().split(","):
        name, _, weight = offered.partition(";")
        if name.strip() in ("gzip", "*"):
            return not re.fullmatch(r"\s*q=0(\.0*)?\s*", weight)
    return False


class Server(ThreadingHTTPServer):
    """A thread for each connection; as many may wait as a test has clients."""

    daemon_threads = True
    request_queue_size = 128


def server_of(folder: Path, *, address: str = "127.0.0.1", port: int = 0, quiet: bool = False) -> Server:
    """A server that listens and does not serve yet; port 0 takes a free one."""
    return Server((address, port), partial(ReleaseHandler, folder=folder, quiet=quiet))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DIR", help="a release, or the link that is switched to one")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--address", default="127.0.0.1", help="where to listen; the default is this machine alone")
    options = parser.parse_args(arguments)
    if not (options.folder / "index.html").is_file():
        print(f"serve: {options.folder} holds no index.html: name a folder that `make release` made", file=sys.stderr)
        return 2
    try:
        server = server_of(options.folder, address=options.address, port=options.port)
    except (OSError, OverflowError) as error:
        print(f"serve: cannot listen at {options.address}:{options.port}: {error}; try PORT=8001", file=sys.stderr)
        return 2
    with server:
        print(f"Open http://{options.address}:{server.server_address[1]}/ (stop with Ctrl+C)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
