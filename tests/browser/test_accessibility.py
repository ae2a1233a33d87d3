"""Every kind of page in a real browser: axe-core with no rule off, reflow, focus, and nothing from elsewhere."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

PAGES = (
    "2024/index.html",
    "2025/index.html",
    "information/index.html",
    "2024/areas/index.html",
    "2024/areas/bury/index.html",
    "2024/areas/cumberland/index.html",
    "2025/areas/slough/index.html",
    "2024/areas/in/london/index.html",
    "2024/areas/with/inconsistent/index.html",
    "2024/404.html",
    "2025/map.html",
    "boundaries/map.html",
    "boundaries/map-geographic.html",
    "2024/data.html",
    "2024/methodology.html",
    "2025/quality.html",
    "2024/reconciliation.html",
    "2024/numbers.html",
    "2024/numbers/outcomes-by-region.html",
    "2024/glossary.html",
    "2024/calendar.html",
    "2024/release-practice.html",
    "2024/first-appearance.html",
    "2025/changes.html",
    "2024/pre-release-access.html",
    "2024/tables/areas.html",
    "2024/tables/outcomes-by-region.html",
    "2024/tables/context.html",
    "findings/index.html",
    "findings/themes/index.html",
    "findings/themes/ehc-plans.html",
    "findings/published.html",
    "findings/methodology.html",
    "findings/quality.html",
    "findings/glossary.html",
    "findings/map.html",
    "findings/data.html",
    "findings/areas/bury/index.html",
    "findings/areas/bexley/index.html",
    "findings/numbers/themes.html",
    "findings/tables/codings.html",
    "findings/tables/theme-areas.html",
    "findings/tables/theme-agreement.html",
)

# Narrow, every page; wide, one of each layout: what a width changes is how its parts lie, and these have all of them.
WIDE = (
    "2024/index.html",
    "2024/areas/index.html",
    "2024/areas/bury/index.html",
    "boundaries/map-geographic.html",
    "2024/data.html",
    "2024/reconciliation.html",
    "2024/numbers/outcomes-by-region.html",
    "2024/calendar.html",
    "2025/changes.html",
    "2025/quality.html",
    "2024/tables/outcomes-by-region.html",
    "findings/index.html",
    "findings/themes/ehc-plans.html",
    "findings/areas/bexley/index.html",
    "findings/map.html",
)
SCRIPTED = ("2024/areas/index.html",)


@pytest.mark.parametrize(("page", "width"), [*((page, 320) for page in PAGES), *((page, 1280) for page in WIDE)])
def test_axe_finds_nothing_and_the_page_reflows(browser: Browser, site: str, page: str, width: int) -> None:
    view = browser.new_page(viewport={"width": width, "height": 900})
    scripts = assert_accessible(view, f"{site}/{page}")
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    view.close()
    # A page that loads no script is the same without JavaScript, so this was the test of both.
    assert scripts == (1 if page in SCRIPTED else 0)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("page", SCRIPTED)
def test_axe_finds_nothing_where_the_script_does_not_run(browser: Browser, site: str, page: str, width: int) -> None:
    """axe-core is a script itself, so JavaScript stays on, and the script of the page does not arrive."""
    view = browser.new_page(viewport={"width": width, "height": 900})
    view.route("**/*.js", lambda route: route.abort())
    assert_accessible(view, f"{site}/{page}")
    view.close()


def assert_accessible(view: Page, address: str) -> int:
    """Opens a page and holds it against every rule; returns how many scripts it asked for."""
    requests: list[str] = []
    view.on("request", lambda request: requests.append(request.url))
    view.goto(address)
    scripts = sum(url.endswith(".js") for url in requests)
    found = Axe().run(view).response
    assert [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found["violations"]] == []
    assert len(found["passes"]) > 15
    assert len({urlsplit(url).netloc for url in requests}) == 1
    return scripts


def test_the_first_key_leads_to_the_main_content(browser: Browser, site: str) -> None:
    view = browser.new_page()
    view.goto(f"{site}/2024/index.html")
    view.keyboard.press("Tab")
    assert view.evaluate("document.activeElement.textContent") == "Skip to main content"
    view.keyboard.press("Enter")
    assert view.evaluate("location.hash") == "#main"
    view.close()


def test_a_number_leads_to_its_entry(browser: Browser, site: str) -> None:
    view = browser.new_page()
    view.goto(f"{site}/2024/index.html")
    view.click("#since-the-start + p a:has(data)")
    entry = view.locator(":target")
    assert "54" in entry.locator("h2").inner_text()
    entry.locator("summary").click()
    assert entry.locator("li").count() == 54
    view.close()


def test_pages_are_whole_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    view = context.new_page()
    view.goto(f"{site}/2024/index.html")
    assert view.locator("table").count() == 5
    context.close()
