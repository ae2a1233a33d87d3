"""The page of a forecast in a real browser: accessible, within 320 pixels, asking for nothing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.forecast_programmes import FRAMEWORK, programme, records

from areasend.programme.forecasting import Settings, forecast_of, forecast_page

AS_AT, UNTIL = date(2024, 12, 31), date(2026, 7, 31)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    settings = Settings(draws=50, seed=1, until=UNTIL)
    found = forecast_of(records(AS_AT), FRAMEWORK, programme(AS_AT, UNTIL), settings)
    path = Path(tmp_path_factory.mktemp("forecast") / "forecast.html")
    path.write_bytes(forecast_page(found, FRAMEWORK, version="0"))
    return path.as_uri()


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_it_fits_the_width(view: Page, address: str, width: int) -> None:
    view.set_viewport_size({"width": width, "height": 900})
    view.goto(address)
    found = Axe().run(view).response
    assert [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found["violations"]] == []
    assert len(found["passes"]) > 15
    assert view.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_charts_are_legible_and_beside_their_tables(view: Page, address: str, width: int) -> None:
    view.set_viewport_size({"width": width, "height": 900})
    view.goto(address)
    charts = view.locator("svg.chart")
    assert charts.count() == view.locator(".beside table").count() == 6
    heights = view.evaluate(
        "[...document.querySelectorAll('svg.chart text')].map(text => text.getBoundingClientRect().height)"
    )
    assert min(heights) >= 10
    inside = view.evaluate(
        """[...document.querySelectorAll('svg.chart')].every(chart => [...chart.querySelectorAll('text')].every(text =>
        text.getBoundingClientRect().left >= chart.getBoundingClientRect().left - 1 &&
        text.getBoundingClientRect().right <= chart.getBoundingClientRect().right + 1))"""
    )
    assert inside
    chart, table = charts.first.bounding_box(), view.locator(".beside table").first.bounding_box()
    assert chart is not None
    assert table is not None
    assert (table["x"] >= chart["x"] + chart["width"]) if width > 768 else (table["y"] >= chart["y"] + chart["height"])


def test_it_asks_for_nothing_and_its_own_policy_stops_nothing_of_it(browser: Browser, address: str) -> None:
    context = browser.new_context(offline=True)
    view = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    view.on("request", lambda request: asked.append(request.url))
    view.on("console", lambda message: said.append(message.text))
    view.goto(address)
    assert asked == [address]
    assert said == []
    assert view.evaluate("getComputedStyle(document.querySelector('.band')).backgroundColor") == "rgb(18, 67, 109)"
    context.close()


def test_wide_tables_are_reached_by_the_keyboard(view: Page, address: str) -> None:
    view.set_viewport_size({"width": 320, "height": 900})
    view.goto(address)
    regions = view.locator(".wide[tabindex='0'][role=region]")
    assert regions.count() == 2
    assert all(regions.nth(place).get_attribute("aria-label") for place in range(2))
