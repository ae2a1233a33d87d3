"""The maps in a real browser: the keyboard reaches every area, letters are large enough, white lines part the areas."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

MAPS = ("boundaries/map.html", "boundaries/map-geographic.html")
WIDTHS = (320, 375, 640, 767, 768, 1280)

# Of the first map: pixels to a unit of the drawing.
SCALE = "svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width"
LETTERS = """svg => [...svg.querySelectorAll('text')].filter(text => text.getClientRects().length)
    .map(text => parseFloat(getComputedStyle(text).fontSize))"""
BOXES = """svg => [...svg.querySelectorAll('a')].map(area => area.getBoundingClientRect())
    .map(box => Math.min(box.width, box.height))"""


@pytest.fixture
def opened(browser: Browser, site: str) -> Iterator[Callable[[str, int], Page]]:
    pages = []

    def view(page: str, width: int) -> Page:
        pages.append(browser.new_page(viewport={"width": width, "height": 900}))
        pages[-1].goto(f"{site}/{page}")
        return pages[-1]

    yield view
    for page in pages:
        page.close()


@pytest.mark.parametrize("page", MAPS)
@pytest.mark.parametrize("width", [320, 1280])
def test_the_rule_of_target_sizes_that_is_off_by_default_finds_nothing_either(
    opened: Callable[[str, int], Page], page: str, width: int
) -> None:
    tags = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
    found = Axe().run(opened(page, width), options=tags).response
    assert [rule["id"] for rule in found["violations"]] == []
    assert "target-size" in {rule["id"] for rule in (*found["passes"], *found["incomplete"])}


@pytest.mark.parametrize("page", MAPS)
def test_tab_alone_reaches_every_area_once(opened: Callable[[str, int], Page], page: str) -> None:
    view = opened(page, 1280)
    view.locator(".areasend-map a").first.focus()
    reached = []
    for _ in range(153):
        reached.append(view.evaluate("document.activeElement.getAttribute('data-code')"))
        view.keyboard.press("Tab")
    assert None not in reached
    assert len(set(reached)) == 153
    assert view.evaluate("document.activeElement.closest('svg') === null")


@pytest.mark.parametrize("page", MAPS)
def test_the_area_in_focus_is_marked(opened: Callable[[str, int], Page], page: str) -> None:
    view = opened(page, 1280)
    shape = view.locator(".areasend-map a[data-code=E08000025] path").first
    fill = "element => getComputedStyle(element).fill"
    before = shape.evaluate(fill)
    view.locator(".areasend-map a").first.focus()
    for _ in range(200):
        if view.evaluate("document.activeElement.getAttribute('data-code')") == "E08000025":
            break
        view.keyboard.press("Tab")
    assert shape.evaluate(fill) == "rgb(255, 221, 0)" != before
    assert shape.evaluate("element => getComputedStyle(element).stroke") == "rgb(11, 12, 12)"
    assert float(shape.evaluate("element => parseFloat(getComputedStyle(element).strokeWidth)")) >= 4
    view.keyboard.press("Enter")
    view.wait_for_url("**/areas/birmingham/**")


def test_a_link_leads_past_the_map(opened: Callable[[str, int], Page]) -> None:
    view = opened(MAPS[0], 1280)
    skip = view.get_by_role("link", name="Skip past the map to the table")
    skip.focus()
    assert skip.bounding_box()["height"] > 20
    view.keyboard.press("Enter")
    view.keyboard.press("Tab")
    view.keyboard.press("Tab")
    assert view.evaluate("document.activeElement.closest('table') !== null")


@pytest.mark.parametrize("width", WIDTHS)
def test_letters_and_hexagons_are_large_enough(opened: Callable[[str, int], Page], width: int) -> None:
    """Letters at least 12 pixels high (CH08), hexagons at least 24 across (WCAG 2.5.8)."""
    svg = opened(MAPS[0], width).locator(".areasend-map svg").first
    scale = svg.evaluate(SCALE)
    letters = svg.evaluate(LETTERS)
    assert len(letters) >= 153
    assert min(letters) * scale >= 12
    assert min(svg.evaluate(BOXES)) >= 24


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_letters_stay_inside_their_hexagon(opened: Callable[[str, int], Page], width: int) -> None:
    outside = """svg => [...svg.querySelectorAll('a')].filter(area => {
        const hexagon = area.querySelector('path').getBoundingClientRect();
        return [...area.querySelectorAll('text')].filter(text => text.getClientRects().length).some(text => {
            const words = text.getBoundingClientRect();
            return words.left < hexagon.left || words.right > hexagon.right || words.top < hexagon.top
                || words.bottom > hexagon.bottom; });
        }).map(area => area.getAttribute('aria-label'))"""
    assert opened(MAPS[0], width).locator(".areasend-map svg").first.evaluate(outside) == []


@pytest.mark.parametrize("page", MAPS)
@pytest.mark.parametrize("width", [320, 1280])
def test_a_white_line_of_a_pixel_parts_the_areas(opened: Callable[[str, int], Page], page: str, width: int) -> None:
    svg = opened(page, width).locator(".areasend-map svg").first
    lines = svg.evaluate(
        """svg => [...svg.querySelectorAll('a path')].map(path => getComputedStyle(path)).map(style =>
            [style.stroke, style.vectorEffect, parseFloat(style.strokeWidth)])"""
    )
    scale = svg.evaluate(SCALE)
    for stroke, effect, width_of in lines:
        assert stroke == "rgb(255, 255, 255)"
        assert width_of * (1 if effect == "non-scaling-stroke" else scale) >= 1


def test_without_scripts_the_map_is_whole(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    view = context.new_page()
    view.goto(f"{site}/{MAPS[0]}")
    assert view.locator(".areasend-map a").count() == 153
    assert view.locator("table tbody tr").count() == 153
    context.close()
