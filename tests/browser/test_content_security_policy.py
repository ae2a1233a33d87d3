"""The pages are whole under the policy of deploy/headers.toml: no inline style or script, nothing from elsewhere.

Every page that a release has is held against it, one of each kind of local area and table apart: the pages of a kind
come from one template.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from deploy.serve import read_rules
from playwright.sync_api import Browser, Page
from tests.browser.conftest import served

# What the browser itself says of a page, before any script of ours could.
LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", event =>
    window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""
BUILDS = ("2024", "2025")
OF_A_KIND = 3


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


def complaints(view: Page, address: str) -> list[str]:
    """What the policy stopped on a page, from the events and from the console, and whatever else the console says.

    A file that is missing is said there too, so that a style sheet or a script was loaded, not only not stopped.
    """
    said: list[str] = []
    # A page for a wrong address is a fault to the console, and so is the icon that a page does not name.
    expected = (address, address[: address.index("/", 8)] + "/favicon.ico")
    view.on("console", lambda message: said.append(message.text) if message.location["url"] not in expected else None)
    view.on("pageerror", lambda error: said.append(str(error)))
    reply = view.goto(address)
    assert reply.headers["content-security-policy"] == read_rules().headers["Content-Security-Policy"]
    return [*said, *view.evaluate("window.violations")]


def pages(root: Path) -> list[str]:
    """Each page at the top, and the first, the middle and the last of every folder of pages of one kind."""
    found = [
        "an/address/that/nothing/has" if path.name == "404.html" else path.name for path in sorted(root.glob("*.html"))
    ]
    for folder in sorted(path for path in root.iterdir() if path.is_dir()):
        inside = sorted(path.relative_to(root).as_posix() for path in folder.rglob("*.html"))
        alike = [name for name in inside if name != f"{folder.name}/index.html"]
        found += [name for name in inside if name not in alike]
        found += sorted({alike[place] for place in (0, len(alike) // 2, -1)} if alike else ())
    return found


@pytest.mark.parametrize("build", BUILDS)
def test_no_page_breaks_the_policy(browser: Browser, site_root: Path, build: str) -> None:
    names = pages(site_root / build)
    assert {"index.html", "areas/index.html", "data.html"} <= set(names)
    context = browser.new_context()
    context.add_init_script(LISTEN)
    # At the root of a server, as a release is published: the page for wrong addresses names its files from there.
    with served(site_root / build) as address:
        for name in names:
            view = context.new_page()
            assert complaints(view, f"{address}/{name}") == [], name
            assert view.evaluate("document.styleSheets.length") >= 1, name
            view.close()
    context.close()


@pytest.mark.parametrize(
    ("broken", "stopped"),
    [
        ('<p style="color: #fff">a</p>', "style-src-attr: inline"),
        ("<style>p { color: #fff }</style>", "style-src-elem: inline"),
        ("<script>document.title = 'b'</script>", "script-src-elem: inline"),
        ('<p id="a" onclick="alert(1)">a</p>', "script-src-attr: inline"),
        ('<img alt="" src="https://elsewhere.example/a.png">', "img-src: https://elsewhere.example/a.png"),
        ('<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', "img-src: data"),
        ('<base href="/elsewhere/">', "base-uri"),
        ('<iframe title="a" src="/index.html"></iframe>', "frame-src"),
    ],
)
def test_what_breaks_the_policy_is_found(view: Page, tmp_path: Path, broken: str, stopped: str) -> None:
    (tmp_path / "index.html").write_text(f"<!DOCTYPE html><title>a</title>{broken}", encoding="utf-8")
    with served(tmp_path) as address:
        said = complaints(view, f"{address}/index.html")
    assert any(stopped in line for line in said), said


def test_data_for_search_engines_is_no_script(view: Page, tmp_path: Path) -> None:
    """JSON-LD stands inline; a browser does not run it, so the policy lets it be."""
    page = '<!DOCTYPE html><title>a</title><script type="application/ld+json">{"@type": "Dataset"}</script>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    with served(tmp_path) as address:
        assert complaints(view, f"{address}/index.html") == []
