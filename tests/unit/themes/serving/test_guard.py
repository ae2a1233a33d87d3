"""Who is let in, and what a page elsewhere or another user of the machine gets."""

from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.coding_pages import GUARD, KEY, PORT, coding_folder, get, headers, post, site_over

from areasend.themes.coding import open_coding
from areasend.themes.serving import CodingSite, Guard
from areasend.themes.serving.exchange import Request

HERE = "http://127.0.0.1:8024"
STATEMENT = "/statements/E06000001-2024-03-04-afi-1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    coding_folder(tmp_path / "coding")
    return tmp_path / "coding"


@pytest.fixture
def site(folder: Path) -> CodingSite:
    return site_over(folder)[0]


def test_the_printed_address_lets_a_browser_in(site: CodingSite) -> None:
    assert GUARD.start_address == f"{HERE}/start?key={KEY}"
    reply = site.answer(Request(method="GET", target=f"/start?key={KEY}", headers={"host": "127.0.0.1:8024"}))
    assert (reply.status, reply.headers["Location"]) == (303, "/")
    assert reply.headers["Set-Cookie"] == f"areasend-{PORT}={KEY}; Path=/; HttpOnly; SameSite=Strict"


@pytest.mark.parametrize("key", ["", "k", f"{KEY}k", "é", KEY.upper()])
def test_another_key_does_not(site: CodingSite, key: str) -> None:
    reply = site.answer(Request(method="GET", target="/start?" + urlencode({"key": key}), headers=headers()))
    assert reply.status == 403
    assert "Set-Cookie" not in reply.headers


@pytest.mark.parametrize(
    "cookie",
    [
        None,
        "",
        "areasend-8024=",
        f"areasend-8025={KEY}",
        f"areasend={KEY}",
        "areasend-8024=wrong",
        "areasend-8024=é",
        "\x00=;=;==",
        '"',
    ],
)
@pytest.mark.parametrize("target", ["/", "/next", "/done", STATEMENT, "/nothing"])
def test_without_its_cookie_nothing_is_told(site: CodingSite, target: str, cookie: str | None) -> None:
    sent = {name: value for name, value in headers().items() if name != "cookie"}
    reply = site.answer(
        Request(method="GET", target=target, headers=sent if cookie is None else {**sent, "cookie": cookie})
    )
    assert reply.status == 403
    assert b"Open the page by the address that the command printed" in reply.content
    assert b"ada" not in reply.content


@pytest.mark.parametrize(
    "host",
    ["", "localhost:8024", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.example:8024", "rebound.example:8024", "[::1]:8024"],
)
@pytest.mark.parametrize("target", ["/", f"/start?key={KEY}", STATEMENT])
def test_a_name_that_was_pointed_here_is_refused(site: CodingSite, host: str, target: str) -> None:
    reply = get(site, target, host=host)
    assert reply.status == 421
    assert "Set-Cookie" not in reply.headers
    assert HERE.encode() in reply.content


def test_on_port_80_browsers_leave_the_port_out() -> None:
    guard = Guard(key=KEY, port=80)
    for host in ("127.0.0.1", "127.0.0.1:80"):
        guard.check_host(Request(method="GET", target="/", headers={"host": host}))


@pytest.mark.parametrize(
    "sent",
    [
        {"origin": "http://elsewhere.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:8025"},
        {"origin": "https://127.0.0.1:8024"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "none"},
        {"token": ""},
        {"token": "é"},
        {"token": KEY},
    ],
)
def test_a_form_from_elsewhere_saves_nothing(site: CodingSite, folder: Path, sent: dict[str, str]) -> None:
    fields = {"none": "yes", **({"token": sent["token"]} if "token" in sent else {})}
    others = {name: value for name, value in sent.items() if name != "token"}
    reply = _post(site, fields, **others)
    assert reply.status == 403
    assert b"Not saved" in reply.content
    assert open_coding(folder).decisions("ada") == {}


def _post(site: CodingSite, fields: dict[str, str], **others: str):  # type: ignore[no-untyped-def]
    body = urlencode({"token": GUARD.form_token, **fields}).encode()
    sent = headers(origin=HERE, content_type="application/x-www-form-urlencoded") | {
        name.replace("_", "-"): value for name, value in others.items()
    }
    return site.answer(Request(method="POST", target=STATEMENT, headers=sent, body=body))


@pytest.mark.parametrize("kind", ["", "text/plain", "multipart/form-data; boundary=a", "application/json"])
def test_only_a_plain_form_is_read(site: CodingSite, kind: str) -> None:
    assert _post(site, {"none": "yes"}, content_type=kind).status == 415


@pytest.mark.parametrize("body", [b"\xff", b"token=%ff", b"token", "é=1".encode("latin-1"), b"&".join([b"a=1"] * 501)])
def test_a_form_that_cannot_be_read_is_told(site: CodingSite, body: bytes) -> None:
    sent = headers(origin=HERE, content_type="application/x-www-form-urlencoded")
    reply = site.answer(Request(method="POST", target=STATEMENT, headers=sent, body=body))
    assert reply.status == 400
    assert b"cannot be read" in reply.content


def test_an_empty_form_has_no_token(site: CodingSite) -> None:
    sent = headers(content_type="application/x-www-form-urlencoded; charset=utf-8")
    assert site.answer(Request(method="POST", target=STATEMENT, headers=sent)).status == 403


def test_a_program_that_sends_neither_origin_nor_site_needs_the_token_alone(site: CodingSite) -> None:
    assert post(site, STATEMENT, {"go": "skip"}).status == 303


def test_what_other_programs_of_this_machine_left_in_the_browser_does_no_harm(site: CodingSite) -> None:
    assert get(site, "/", cookie=f'odd/name="; [a]=b; areasend-{PORT}={KEY}; é=1').status == 200


def test_assets_need_no_cookie_and_may_be_kept(site: CodingSite) -> None:
    page = get(site, STATEMENT).content.decode()
    for ending, kind in (("css", "text/css"), ("js", "text/javascript"), ("svg", "image/svg+xml")):
        (address,) = {part for part in page.split('"') if part.startswith("/assets/") and part.endswith(ending)}
        reply = site.answer(Request(method="GET", target=address, headers={"host": "127.0.0.1:8024"}))
        assert reply.status == 200
        assert reply.headers["Content-Type"].startswith(kind)
        assert "immutable" in reply.headers["Cache-Control"]


def test_the_form_s_token_does_not_tell_the_key(site: CodingSite) -> None:
    assert KEY not in get(site, STATEMENT).content.decode()
    assert GUARD.form_token != Guard(key=KEY[:-1] + "l", port=PORT).form_token
