"""The page of a plan in a real browser, from the disk: accessible, whole without JavaScript, acting on nothing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.small_programmes import due, monday, problem, programme, solution, teams

from areasend.programme import MARKER, Kind, plan_page
from areasend.programme.configuration import Pin
from areasend.programme.planning import Plan, plan_of

HOSTILE = "<script>document.title = 'taken'</script><img src=x onerror=\"document.title = 'taken'\">" + "W" * 400


def plan() -> Plan:
    """Area 1 announced in January, area 2 late in March, area 3 left."""
    told = Pin(gss_code="E06000001", kind=Kind.FIRST_FULL, monday=monday(2), announced=True)
    made = problem([due(1), due(2, by=10), due(3)], programme(pins=(told,), teams=teams("Red", "Blue")))
    return plan_of(made, solution(made, (0, 2), (1, 12)))


def hostile() -> Plan:
    held = plan()
    items = tuple(
        replace(item, team=HOSTILE, reason=(HOSTILE,), due=replace(item.due, local_area=HOSTILE, region=HOSTILE))
        for item in held.items
    )
    return replace(held, items=items, programme=replace(held.programme, title=HOSTILE, is_assumed=(HOSTILE,)))


def nothing() -> Plan:
    made = problem([])
    return plan_of(made, solution(made))


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("plans")
    shown = {"plan": plan(), "hostile": hostile(), "nothing": nothing()}
    for name, held in shown.items():
        (folder / f"{name}.html").write_bytes(plan_page(held, version="0"))
    return {name: Path(folder / f"{name}.html").as_uri() for name in shown}


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


@pytest.mark.parametrize("name", ["plan", "hostile", "nothing"])
def test_axe_finds_nothing_and_it_fits_the_width(view: Page, addresses: dict[str, str], name: str) -> None:
    view.goto(addresses[name])
    assert view.evaluate("document.documentElement.scrollWidth") <= 1280
    view.set_viewport_size({"width": 320, "height": 900})
    for toggle in view.locator("summary").all():
        toggle.click()
    assert view.evaluate("document.documentElement.scrollWidth") <= 320
    found = Axe().run(view, options={"rules": {"target-size": {"enabled": True}}}).response
    assert [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found["violations"]] == []
    assert len(found["passes"]) > 15


def test_it_asks_for_nothing_and_nothing_in_it_runs(browser: Browser, addresses: dict[str, str]) -> None:
    context = browser.new_context(offline=True)
    view = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    view.on("request", lambda request: asked.append(request.url))
    view.on("console", lambda message: said.append(message.text))
    view.goto(addresses["hostile"])
    assert asked == [addresses["hostile"]]
    assert said == []
    assert "<script>" in view.title()
    assert view.locator("script, img").count() == 0
    assert view.evaluate("getComputedStyle(document.querySelector('.band')).backgroundColor") == "rgb(18, 67, 109)"
    context.close()


def test_it_is_read_by_month_without_javascript(browser: Browser, addresses: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    view = context.new_page()
    view.goto(addresses["plan"])
    assert view.get_by_role("heading", level=2).all_inner_texts() == [
        "January 2025",
        "March 2025",
        "Left, because they do not fit",
    ]
    view.get_by_role("link", name="March 2025").click()
    assert view.locator("h2:target").inner_text() == "March 2025"
    late = view.get_by_role("row").filter(has_text="Area 2")
    assert "planned, 2 weeks late" in late.inner_text()
    assert not late.get_by_text("the last week in time began on 2025-03-17").is_visible()
    late.locator("summary").click()
    assert late.get_by_text("the last week in time began on 2025-03-17").is_visible()
    assert "announced" in view.get_by_role("row").filter(has_text="Area 1").inner_text()
    context.close()


def test_the_first_thing_said_is_that_it_is_secret(view: Page, addresses: dict[str, str]) -> None:
    view.goto(addresses["plan"])
    assert MARKER in view.locator("main > *").first.inner_text()
    assert "Unofficial" in view.locator("header").inner_text()
    assert view.locator("meta[name=robots]").get_attribute("content") == "noindex, nofollow, noarchive"
