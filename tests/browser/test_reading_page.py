"""The page of a reading in a real browser, opened from the disk: accessible, linked both ways, acting on nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.shown_readings import PAGE, place, small_reading, statement, value

from areasend.formats import grey_png
from areasend.reports import DESCRIPTIONS, DocumentKind, Problem, Reading
from areasend.reports.pdf.rendering import PagePicture, PagePictures
from areasend.reports.showing import reading_page

# A page of grey lines on white: what stands on it does not matter here.
LINES = grey_png([b"\xff" * 60, b"\xff" * 10 + b"\x60" * 40 + b"\xff" * 10] * 42)
LONG = "W" * 3000
HOSTILE = "<script>document.title = 'taken'</script><img src=x onerror=\"document.title = 'taken'\">\u202e\0 " + LONG
ENDLESS = Reading(
    file=f"{HOSTILE}.pdf",
    sha256="ab" * 32,
    document=DocumentKind.FULL_INSPECTION,
    values=(value("title_name", HOSTILE, place(HOSTILE)), value("outcome", LONG, place(LONG)), value(LONG, LONG)),
    findings=(statement("apa", 99, f"{HOSTILE} • {LONG}", place(LONG), bodies=(LONG, HOSTILE)),),
    problems=(Problem(field="outcome", page=1, expected=LONG, found=HOSTILE),),
    page_sizes=((14400.0, 20.0), (20.0, 14400.0)),
)
LETTER = Reading(
    file="letter.pdf",
    sha256="ab" * 32,
    document=DocumentKind.MONITORING_INSPECTION,
    problems=(
        Problem(field="document", page=0, expected="a report", found=DESCRIPTIONS[DocumentKind.MONITORING_INSPECTION]),
    ),
    page_sizes=(PAGE,),
)
SHOWN = {
    "report": (small_reading(), PagePictures(3, tuple(PagePicture(page, *PAGE, LINES) for page in (1, 2, 3)))),
    "endless": (ENDLESS, PagePictures(2, tuple(PagePicture(page, *PAGE, LINES) for page in (1, 2)))),
    "letter": (LETTER, PagePictures(1, (PagePicture(1, *PAGE, LINES),))),
    "unopened": (LETTER, PagePictures(0, (), "the file cannot be opened as a PDF")),
}
LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", event => window.violations.push(event.violatedDirective));
"""


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("readings")
    for name, (reading, pictures) in SHOWN.items():
        (folder / f"{name}.html").write_bytes(reading_page(reading, pictures, version="0"))
    return {name: Path(folder / f"{name}.html").as_uri() for name in SHOWN}


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", SHOWN)
def test_axe_finds_nothing(view: Page, addresses: dict[str, str], name: str, width: int) -> None:
    view.set_viewport_size({"width": width, "height": 900})
    view.goto(addresses[name])
    found = Axe().run(view).response
    assert [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found["violations"]] == []
    assert len(found["passes"]) > 15


@pytest.mark.parametrize("name", SHOWN)
def test_every_control_off_the_pages_is_large_enough(view: Page, addresses: dict[str, str], name: str) -> None:
    """Boxes around words are as large as the words; the signs beside the page do the same (WCAG 2.2, 2.5.8)."""
    view.set_viewport_size({"width": 320, "height": 900})
    view.goto(addresses[name])
    options = {"runOnly": {"type": "rule", "values": ["target-size"]}}
    found = Axe().run(view, context={"exclude": [["svg"]]}, options=options).response
    assert [v["nodes"][0]["html"][:120] for v in found["violations"]] == []
    assert [rule["id"] for rule in found["passes"]] == ["target-size"]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", SHOWN)
def test_it_fits_the_width(view: Page, addresses: dict[str, str], name: str, width: int) -> None:
    view.set_viewport_size({"width": width, "height": 600})
    view.goto(addresses[name])
    assert view.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", SHOWN)
def test_it_asks_for_nothing_and_its_own_policy_stops_nothing_of_it(
    browser: Browser, addresses: dict[str, str], name: str
) -> None:
    context = browser.new_context(offline=True)
    context.add_init_script(LISTEN)
    view = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    view.on("request", lambda request: asked.append(request.url))
    view.on("console", lambda message: said.append(message.text))
    view.goto(addresses[name])
    assert [url for url in asked if not url.startswith("data:")] == [addresses[name]]
    assert said == []
    assert view.evaluate("window.violations") == []
    assert view.evaluate("getComputedStyle(document.querySelector('.band')).backgroundColor") == "rgb(18, 67, 109)"
    context.close()


def test_what_a_document_says_never_runs(view: Page, addresses: dict[str, str]) -> None:
    view.goto(addresses["endless"])
    assert view.title().startswith("<script>")
    assert view.locator("script, img").count() == 0


def test_from_the_field_to_its_words_to_the_value_beside_them_and_back(
    browser: Browser, addresses: dict[str, str]
) -> None:
    """Without JavaScript: what the browser itself does with links and `:target`."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 700})
    view = context.new_page()
    view.goto(addresses["report"])
    field = view.locator(".fields > div", has_text="Outcome")
    field.locator(".to-words").click()
    box = view.locator("a.box:target")
    assert box.locator("text").text_content() == "2"
    bounds = box.bounding_box()
    assert bounds is not None
    assert 0 <= bounds["y"] <= 700 - bounds["height"]
    box.locator("rect").first.click()
    beside = view.locator(".beside li:target")
    assert "inconsistent" in beside.inner_text()
    beside.get_by_role("link", name="Outcome").click()
    assert view.locator(".fields > div:target").inner_text() == field.inner_text()
    context.close()


def test_a_box_that_is_led_to_is_told_from_the_others_by_more_than_colour(
    view: Page, addresses: dict[str, str]
) -> None:
    view.goto(addresses["report"])
    width = "element => getComputedStyle(element).strokeWidth"
    box = view.locator("#box-v2-1 rect").first
    assert box.evaluate(width) == "1.5px"
    view.locator(".fields > div", has_text="Outcome").locator(".to-words").click()
    assert box.evaluate(width) == "3px"


def test_boxes_lie_on_the_words_at_any_width(view: Page, addresses: dict[str, str]) -> None:
    for width in (320, 800, 1280):
        view.set_viewport_size({"width": width, "height": 900})
        view.goto(addresses["report"])
        page = view.locator("section[aria-labelledby=page-1] image").bounding_box()
        box = view.locator("#box-v1-1 rect").first.bounding_box()
        assert page is not None
        assert box is not None
        scale = page["width"] / PAGE[0]
        assert box["x"] - page["x"] == pytest.approx((80 - 1.5) * scale, abs=1.5)
        assert box["y"] - page["y"] == pytest.approx((100 - 1.5) * scale, abs=1.5)


def test_pages_can_be_reached_and_moved_by_the_keyboard_where_they_are_wider_than_the_window(
    view: Page, addresses: dict[str, str]
) -> None:
    view.set_viewport_size({"width": 320, "height": 900})
    view.goto(addresses["letter"])
    paper = view.locator(".paper")
    paper.focus()
    assert paper.evaluate("element => element.scrollWidth > element.clientWidth")
    view.keyboard.press("ArrowRight")
    for _ in range(50):  # scrolling is smooth, and the page's policy stops what Playwright would wait by
        if paper.evaluate("element => element.scrollLeft") > 0:
            break
        view.wait_for_timeout(100)
    assert paper.evaluate("element => element.scrollLeft") > 0
