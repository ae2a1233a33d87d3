"""The list of local areas: the search and the filters, by hand and by keyboard; and the same without JavaScript."""

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture
def areas(browser: Browser, site: str):
    view = browser.new_page()
    view.goto(f"{site}/2024/areas/index.html")
    yield view
    view.close()


def shown(view: Page) -> list[str]:
    return view.locator("#areas tbody tr:visible th").all_inner_texts()


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Hull", ["Kingston upon Hull"]),
        ("Stoke", ["Stoke-on-Trent"]),
        ("stoke on", ["Stoke-on-Trent"]),
        ("Telford", ["Telford and Wrekin"]),
        ("bcp", ["Bournemouth, Christchurch and Poole"]),
        ("Poole", ["Bournemouth, Christchurch and Poole"]),
        ("olihul", ["Solihull"]),
        ("St Helens", ["St. Helens"]),
        ("Cumbria", ["Cumberland", "Westmorland and Furness"]),
        ("Northamptonshire", ["North Northamptonshire", "West Northamptonshire"]),
    ],
)
def test_an_area_is_found_by_its_names(areas: Page, typed: str, names: list[str]) -> None:
    areas.get_by_label("Find a local area").fill(typed)
    assert shown(areas) == names
    assert "local area" in areas.locator("#found").inner_text()


def test_filters_narrow_the_list_together(areas: Page) -> None:
    assert len(shown(areas)) == 153
    areas.get_by_label("Region", exact=True).select_option(label="London")
    assert len(shown(areas)) == 33
    # Figure 4 of the publication: of the inspections in London, 3 were typically positive.
    areas.get_by_label("Latest outcome", exact=True).select_option(label="Typically positive experiences and outcomes")
    assert areas.locator("#found").inner_text() == "3 local areas fit."
    areas.get_by_label("Find a local area").fill("no such place")
    assert shown(areas) == []
    assert areas.locator("#found").inner_text() == "No local area fits. Try a shorter name."


def test_the_keyboard_alone_finds_an_area(areas: Page) -> None:
    areas.get_by_label("Find a local area").focus()
    areas.keyboard.type("hull")
    areas.keyboard.press("Enter")
    assert shown(areas) == ["Kingston upon Hull"]
    link = areas.get_by_role("link", name="Kingston upon Hull").first
    for _ in range(60):
        areas.keyboard.press("Tab")
        if link.evaluate("element => element === document.activeElement"):
            break
    areas.keyboard.press("Enter")
    areas.wait_for_url("**/areas/kingston-upon-hull/index.html")


def test_without_javascript_lists_lead_by_region_and_outcome(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    view = context.new_page()
    view.goto(f"{site}/2024/areas/index.html")
    assert not view.get_by_label("Find a local area").is_visible()
    assert len(shown(view)) == 153
    view.get_by_role("link", name="London", exact=True).click()
    assert view.locator("tbody tr").count() == 33
    view.goto(f"{site}/2024/areas/index.html")
    view.get_by_role("link", name="Inconsistent experiences and outcomes", exact=True).click()
    assert view.locator("tbody tr").count() == 26
    view.goto(f"{site}/2024/areas/index.html")
    assert view.get_by_text("Hull: see Kingston upon Hull").is_visible()
    context.close()
