"""deploy/: every server sends the same headers with everything, refuses the same things, and switches at once."""

import gzip
import hashlib
import os
import re
import threading
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from deploy.serve import UNKNOWN, accepts_gzip, main, read_rules
from tests.functional.servers import DEPLOY, SERVERS, Served, serving
from tests.releases import APPROVED, MOMENT, corrected, small_release

from areasend.cli import main as areasend

RULES = read_rules()
WORDS = "A sentence that is long enough to be worth compressing. " * 20
HASHED = "/assets/areasend.0123456789ab.css"
FILES = {
    "index.html": f"<title>first</title>{WORDS}",
    "areas/index.html": "<title>areas</title>",
    "areas/bury/index.html": "<title>Bury</title>",
    "data/areas.csv": WORDS,
    "data/areas.csv-metadata.json": f'{{"note": "{WORDS}"}}',
    "data/areas.ods": WORDS,
    "data/unknown.parquet": WORDS,
    "api/v1/areas.json": f'{{"note": "{WORDS}"}}',
    "feed.atom": f"<feed>{WORDS}</feed>",
    "sitemap.xml": f"<urlset>{WORDS}</urlset>",
    "charts/one.svg": f"<svg>{WORDS}</svg>",
    "charts/one.png": "PNG",
    "robots.txt": "User-agent: *\n",
    "assets/plain.css": f"/* {WORDS} */",
    HASHED[1:]: f"/* {WORDS} */",
    "assets/map-0123456789abcdef.js": f"// {WORDS}",
    ".hidden": "secret",
    ".git/config": "secret",
    "areas/.hidden/index.html": "secret",
    "404.html": f"<title>There is no such page</title>{WORDS}",
}


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as `areasend release publish` leaves it, with a link out of the release that nobody should follow."""
    folder = tmp_path_factory.mktemp("public")
    write(folder / "releases" / "a", FILES)
    write(folder / "outside", {"secret.txt": "secret", "index.html": "secret"})
    (folder / "releases" / "a" / "data" / "link.txt").symlink_to(folder / "outside" / "secret.txt")
    (folder / "releases" / "a" / "linked").symlink_to(folder / "outside")
    (folder / "site").symlink_to("releases/a")
    return folder


@pytest.fixture(scope="module", params=SERVERS)
def server(request: pytest.FixtureRequest, public: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(request.param, public / "site", tmp_path_factory.mktemp(request.param)) as running:
        yield running


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def security_headers(headers: object) -> dict[str, str]:
    return {name: headers[name.lower()] for name in RULES.headers if name.lower() in headers}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("HEAD", "/index.html", 200),
        ("GET", HASHED, 200),
        ("GET", "/data/areas.csv", 200),
        ("GET", "/areas", 301),
        ("GET", "/nowhere", 404),
        ("GET", "/nowhere.css", 404),
        ("HEAD", "/nowhere", 404),
        ("POST", "/", 405),
        ("PUT", "/index.html", 405),
        ("DELETE", "/index.html", 405),
        ("OPTIONS", "/", 405),
        ("PROPFIND", "/", 405),
    ],
)
def test_every_answer_has_every_header(server: Served, method: str, path: str, status: int) -> None:
    reply = server.ask(path, method)
    assert reply.status == (308 if server.name == "caddy" and status == 301 else status)
    assert security_headers(reply.headers) == dict(RULES.headers)
    assert "unsafe-inline" not in reply.headers["content-security-policy"]
    assert ("allow" in reply.headers) == (status == 405)
    if status == 405:
        assert reply.headers["allow"] == "GET, HEAD"
    if method == "HEAD":
        assert reply.content == b""


def test_a_request_that_is_no_http_gets_them_too(server: Served) -> None:
    said = server.ask_raw(b"GET /index.html two HTTP/9\r\n\r\n").decode()
    assert re.match(r"HTTP/1\.. 400 ", said)
    # Caddy answers it before its configuration is asked.
    if server.name != "caddy":
        assert all(f"{name}: {value}" in said for name, value in RULES.headers.items())


def test_a_folder_without_its_slash_leads_to_itself_and_nowhere_else(server: Served) -> None:
    assert server.ask("/areas").headers["location"].endswith("/areas/")
    assert server.ask("/areas/").content == b"<title>areas</title>"
    elsewhere = server.ask("//areas").headers.get("location", "/")
    assert not elsewhere.startswith("//")


def test_what_is_not_there_is_said_on_the_page_of_the_release(server: Served) -> None:
    for path in ("/nowhere", "/areas/nowhere/", "/data/nowhere.csv", "/assets/gone.0123456789ab.css"):
        reply = server.ask(path)
        assert (reply.status, reply.content.decode()) == (404, FILES["404.html"]), path
        assert reply.headers["content-type"] == "text/html; charset=utf-8"
        assert reply.headers["cache-control"] == "no-cache"
    assert server.ask("/404.html").status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../outside/secret.txt",
        "/areas/../../../outside/secret.txt",
        "/%2e%2e/%2e%2e/outside/secret.txt",
        "/areas/%2e%2e/%2e%2e/%2e%2e/outside/secret.txt",
        "/..%2f..%2foutside%2fsecret.txt",
        "/..%5c..%5coutside%5csecret.txt",
        "/%252e%252e/%252e%252e/outside/secret.txt",
        "//outside/secret.txt",
        "/.hidden",
        "/%2ehidden",
        "/.git/config",
        "/areas/.hidden/",
        "/areas/%2ehidden/index.html",
        "/data/",
        "/index.html/",
        "/index.html%00.csv",
        "/" + "a" * 300,
        "/%ff%fe",
    ],
)
def test_nothing_outside_and_nothing_hidden_is_read(server: Served, path: str) -> None:
    reply = server.ask(path)
    # A name that no file system can hold is an error of its own to Caddy.
    impossible = server.name == "caddy" and ("%00" in path or len(path) > 255)
    assert reply.status in ((400, 404, 500) if impossible else (400, 404))
    assert b"secret" not in reply.content


def test_a_link_inside_a_release_is_not_followed(server: Served) -> None:
    """By nginx and Caddy it is: what publishing leaves is links. A release holds none, and one that does is refused."""
    for path in ("/data/link.txt", "/linked/secret.txt", "/linked/"):
        if server.name == "serve.py":
            assert server.ask(path).status == 404, path


def test_types(server: Served) -> None:
    for name in FILES:
        if name.startswith(".") or "/." in name or name == "404.html":
            continue
        reply = server.ask(f"/{name}")
        assert reply.status == 200, name
        assert reply.headers["content-type"] == RULES.type_of(name), name
        assert reply.content.decode() == FILES[name], name


def test_text_is_compressed_for_those_who_ask(server: Served) -> None:
    for path, text in (("/", FILES["index.html"]), ("/data/areas.csv-metadata.json", None), ("/feed.atom", None)):
        reply = server.ask(path, Accept_Encoding="br;q=1.0, gzip;q=0.8")
        assert reply.headers["content-encoding"] == "gzip", path
        assert reply.headers["vary"] == "Accept-Encoding"
        assert gzip.decompress(reply.content).decode() == (text or FILES[path[1:]])
        assert "content-encoding" not in server.ask(path).headers
    for path in ("/areas/", "/data/areas.ods", "/charts/one.png"):
        assert "content-encoding" not in server.ask(path, Accept_Encoding="gzip").headers, path


def test_only_files_with_a_hash_are_kept(server: Served) -> None:
    for name in FILES:
        if not name.startswith((".", "404")) and "/." not in name:
            expected = RULES.hashed if name.startswith("assets/") and "0123456789" in name else RULES.other
            assert server.ask(f"/{name}").headers["cache-control"] == expected, name
    assert server.ask(HASHED, "POST").headers["cache-control"] == RULES.other


def test_nothing_can_be_compared_and_nothing_comes_in_parts(server: Served) -> None:
    first = server.ask("/")
    assert not {"etag", "last-modified", "accept-ranges"} & first.headers.keys()
    for headers in (
        {"If_Modified_Since": "Fri, 01 Jan 2100 00:00:00 GMT"},
        {"If_None_Match": '"0"'},
        {"If_None_Match": 'W/"0"', "If_Modified_Since": "Fri, 01 Jan 2100 00:00:00 GMT"},
        {"Range": "bytes=0-9"},
        {"Range": "bytes=0-9", "If_Range": '"0"'},
    ):
        reply = server.ask("/", **headers)
        assert (reply.status, reply.content) == (200, first.content), headers


@pytest.fixture(params=SERVERS)
def switched(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SimpleNamespace]:
    """Two releases that differ in one letter a line, with the same sizes and the same times, and the link."""
    for name in "ab":
        pages = {f"{page}.html": f"{name}\n" * 20_000 for page in ("index", "areas")}
        write(tmp_path / "releases" / name, pages)
        for page in pages:
            os.utime(tmp_path / "releases" / name / page, (1_700_000_000, 1_700_000_000))
    (tmp_path / "site").symlink_to("releases/a")

    def switch(name: str) -> None:
        (tmp_path / "next").symlink_to(f"releases/{name}")
        (tmp_path / "next").replace(tmp_path / "site")

    folder = tmp_path / "server"
    folder.mkdir()
    with serving(request.param, tmp_path / "site", folder) as server:
        yield SimpleNamespace(server=server, switch=switch)


def test_a_switch_is_seen_at_once_by_those_who_have_the_old_one(switched: SimpleNamespace) -> None:
    for name in "abab":
        switched.switch(name)
        before = switched.server.ask("/")
        assert set(before.content.decode().split()) == {name}
        other = "b" if name == "a" else "a"
        switched.switch(other)
        known = {"If_None_Match": before.headers.get("etag", '"-"')}
        known["If_Modified_Since"] = before.headers.get("last-modified", "Tue, 14 Nov 2023 22:13:20 GMT")
        after = switched.server.ask("/", **known)
        assert after.status == 200
        assert set(after.content.decode().split()) == {other}


def test_no_answer_holds_parts_of_two_releases(switched: SimpleNamespace) -> None:
    seen: list[tuple[int, frozenset[str], int]] = []
    stop = threading.Event()

    def poll() -> None:
        while not stop.is_set():
            reply = switched.server.ask("/areas.html", Accept_Encoding="gzip")
            text = gzip.decompress(reply.content).decode() if reply.status == 200 else ""
            seen.append((reply.status, frozenset(text.split()), len(text)))

    clients = [threading.Thread(target=poll) for _ in range(4)]
    for client in clients:
        client.start()
    for number in range(400):
        switched.switch("ab"[number % 2])
        stop.wait(0.003)
    stop.set()
    for client in clients:
        client.join()
    assert set(seen) == {(200, frozenset("a"), 40_000), (200, frozenset("b"), 40_000)}


@pytest.mark.parametrize("name", SERVERS)
def test_every_file_of_a_release_arrives_as_it_was_built(name: str, release: Path, tmp_path: Path) -> None:
    with serving(name, release, tmp_path) as server:
        for path in sorted(path for path in release.rglob("*") if path.is_file()):
            address = path.relative_to(release).as_posix()
            if address == "404.html":
                continue
            reply = server.ask(f"/{address}")
            assert reply.headers["content-type"] == RULES.type_of(address) != UNKNOWN, address
            assert hashlib.sha256(reply.content).digest() == hashlib.sha256(path.read_bytes()).digest(), address


@pytest.mark.parametrize("name", SERVERS)
def test_what_was_published_is_served(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through the real command: the root is a folder of links, and earlier releases stand beside the current one."""
    public, corrects = tmp_path / "public", corrected(2)
    folders = [small_release(tmp_path / "1"), small_release(tmp_path / "2", corrects, id="2024-12-31-v2")]
    for folder in folders:
        monkeypatch.setattr("areasend.cli.clock.now", lambda: APPROVED)
        assert areasend(["release", "approve", str(folder), "--by", "Bea", "--role", "Head"]) == 0
        monkeypatch.setattr("areasend.cli.clock.now", lambda: MOMENT)
        assert areasend(["release", "publish", str(folder), "--to", str(public)]) == 0
    secret = public / "releases" / "2024-12-31" / "areas"
    secret.chmod(0o755)
    write(tmp_path, {"secret.txt": "secret", "secret/index.html": "secret"})
    (secret / "secret.txt").symlink_to(tmp_path / "secret.txt")
    (secret / "secret").symlink_to(tmp_path / "secret")
    (tmp_path / "server").mkdir()
    with serving(name, public / "site", tmp_path / "server") as server:
        for folder, start in ((folders[1], "/"), (folders[0], "/releases/2024-12-31/")):
            for path in (path for path in folder.rglob("*") if path.is_file()):
                reply = server.ask(start + path.relative_to(folder).as_posix())
                assert (reply.status, reply.content) == (200, path.read_bytes()), path
            assert server.ask(f"{start}areas/").content == (folder / "areas" / "index.html").read_bytes()
        assert server.ask("/ledger.json").content == (public / "site" / "ledger.json").read_bytes()
        assert server.ask("/releases/").status == 404
        for path in ("secret.txt", "secret/", "secret/index.html") if name == "serve.py" else ():
            assert server.ask(f"/releases/2024-12-31/areas/{path}").status == 404, path


def test_without_a_page_for_it_404_is_plain(tmp_path: Path) -> None:
    write(tmp_path / "site", {"index.html": "a"})
    (tmp_path / "server").mkdir()
    for name in SERVERS:
        with serving(name, tmp_path / "site", tmp_path / "server") as server:
            reply = server.ask("/nowhere.csv")
            assert reply.status == 404
            assert b"404" in reply.content
            assert security_headers(reply.headers) == dict(RULES.headers)
            assert reply.headers["content-type"].startswith("text/")


class TestOneSource:
    """deploy/headers.toml is repeated word for word where a server cannot read it."""

    read = tomllib.loads((DEPLOY / "headers.toml").read_text(encoding="utf-8"))
    nginx = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    caddy = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")

    def test_headers(self) -> None:
        said = dict(re.findall(r'^    add_header (\S+) "(.+)" always;$', self.nginx, re.MULTILINE))
        assert said == self.read["headers"]
        block = self.caddy.split("(areasend_headers)")[1].split("\n}\n")[0]
        assert dict(re.findall(r'^\t\t([A-Z]\S+) "(.+)"$', block, re.MULTILINE)) == self.read["headers"]
        ((tls, value),) = self.read["over_tls"].items()
        assert f'#   add_header {tls} "{value}" always;' in self.nginx
        assert f'# {tls} "{value}"' in self.caddy

    def test_caching(self) -> None:
        caching = self.read["caching"]
        name = caching["hashed_name"].removeprefix("^")
        assert f'"~^200:{name}" "{caching["hashed"]}";' in self.nginx
        assert f'    default "{caching["other"]}";' in self.nginx
        assert f'\t\t~^{name} "{caching["hashed"]}"\n\t\tdefault "{caching["other"]}"\n' in self.caddy
        assert re.findall(r"header Cache-Control (.+)", self.caddy) == ["{areasend_caching}", f'"{caching["other"]}"']

    def test_types(self) -> None:
        (*inside,) = re.findall(r"^        (\S+/\S+) (\w+);$", self.nginx, re.MULTILINE)
        charset = words(self.nginx, "charset_types")
        said = {f".{end}": found + ("; charset=utf-8" if found in charset else "") for found, end in inside}
        ((end, found),) = re.findall(r'location ~ "(\S+)\$" \{\n        types \{ \}\n +default_type (\S+);', self.nginx)
        assert said | {end.replace("\\", ""): found} == self.read["types"]
        lines = re.findall(r'^\t\t~(\S*\.\w\S*)\$ "(\w+/.+)"$', self.caddy, re.MULTILINE)
        ends = {end.replace("(?:\\.html|/)", "\\.html").replace("\\", ""): found for end, found in lines}
        assert list(ends.items()) == list(self.read["types"].items())
        assert (f"default_type {UNKNOWN};" in self.nginx, f'default "{UNKNOWN}"' in self.caddy) == (True, True)

    def test_compression(self) -> None:
        compression = self.read["compression"]
        assert words(self.nginx, "gzip_types") | {"text/html"} == set(compression["types"])
        assert set(re.findall(r"header Content-Type (\S+)\*$", self.caddy, re.MULTILINE)) == set(compression["types"])
        assert f"gzip_min_length {compression['least_bytes']};" in self.nginx
        assert f"minimum_length {compression['least_bytes']}\n" in self.caddy

    def test_no_permission_is_left_open(self) -> None:
        policy = self.read["headers"]["Content-Security-Policy"].split("; ")
        assert all(re.fullmatch(r"[a-z-]+ '(none|self)'", part) for part in policy)
        assert "default-src 'none'" in policy


def words(text: str, directive: str) -> set[str]:
    return set(re.search(rf"\b{directive} ([^;]+);", text)[1].split())


class TestCommand:
    """`python deploy/serve.py`."""

    def test_a_folder_that_is_no_release(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main([str(tmp_path)]) == 2
        assert "holds no index.html: name a folder that `make release` made" in capsys.readouterr().err

    def test_a_port_that_is_taken(self, public: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        with serving("serve.py", public / "site", tmp_path) as server:
            assert main([str(public / "site"), "--port", str(server.port)]) == 2
        assert "cannot listen at 127.0.0.1" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("header", "accepted"),
        [
            ("gzip", True),
            ("br, gzip;q=0.1", True),
            ("*", True),
            ("gzip;q=0", False),
            ("gzip; q=0.0", False),
            ("", False),
        ],
    )
    def test_accept_encoding(self, header: str, accepted: bool) -> None:
        assert accepts_gzip(header) is accepted

    def test_the_recipe_uses_it(self) -> None:
        recipe = (DEPLOY.parent / "Makefile").read_text(encoding="utf-8")
        assert "deploy/serve.py" in recipe
        assert "http.server" not in recipe
