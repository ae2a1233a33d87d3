"""The page of a check in a real browser, opened from the disk: accessible, linked both ways, acting on nothing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.checked_documents import DOCUMENT, RESULT, ROSES, finding, judged, number, passage

from areasend.check.numbers import Acceptance, Report, report_page, reported
from areasend.check.numbers.documents.model import Document, ItemList, Role, Table, Where
from areasend.check.numbers.results.model import Status

LONG = "W" * 3000
HOSTILE = "<script>document.title = 'taken'</script><img src=x onerror=\"document.title = 'taken'\">\u202e\0 " + LONG
ACCEPTED = Acceptance(where=Where(file="a", line=1), kind=ROSES.kind, file="note.txt", found="5", line=2, reason="So.")


def hostile() -> Report:
    """Long words, markup in every place, headings out of order, tables of nothing."""
    said = passage(0, f"{HOSTILE} 5 {LONG}", file=HOSTILE)
    cells = tuple(passage(key, text, Role.CELL, file=HOSTILE) for key, text in enumerate(("", HOSTILE, "5"), 1))
    blocks = (
        passage(9, "Deep", Role.HEADING, level=6),
        passage(10, "", Role.HEADING, level=1),
        said,
        Table(header=cells, rows=(), caption=None),
        Table(header=cells, rows=(cells, cells), caption=passage(11, HOSTILE, Role.CAPTION), label_columns=3),
        ItemList(items=(passage(12, LONG, Role.ITEM, level=9),)),
    )
    return Report(
        documents=(Document(file=HOSTILE, title=HOSTILE, blocks=blocks), Document(file="empty", title="", blocks=())),
        judged=(judged(number(0, said, "5"), Status.IMPOSSIBLE, HOSTILE, 0),),
        findings=(finding(said, found=HOSTILE, expected=LONG, message=HOSTILE, records=(LONG,), numbers=(0,)),),
    )


def long_table(rows: int) -> Report:
    """A workbook of ten numbers a row."""
    header = tuple(passage(key, f"Year {key}", Role.CELL, sheet="Table_1", cell=f"A{key}") for key in range(11))
    made = tuple(
        tuple(
            passage(11 + row * 11 + column, f"{row + column:,}" if column else f"Row {row}", Role.CELL, line=row + 2)
            for column in range(11)
        )
        for row in range(rows)
    )
    numbers = [number(key, cell, cell.text) for key, cell in enumerate(cell for row in made for cell in row[1:])]
    statuses = list(Status)
    return Report(
        documents=(
            replace(DOCUMENT, blocks=(Table(header=header, rows=made, caption=None, name="Table_1"),), notes=()),
        ),
        judged=tuple(judged(entry, statuses[2 + entry.id % 4], f"row {entry.id // 10} adds up") for entry in numbers),
        findings=(),
    )


SHOWN = {
    "checked": reported(RESULT),
    "accepted": reported(RESULT, (ACCEPTED,)),
    "hostile": hostile(),
    "table": long_table(12),
    "nothing": Report(documents=(), judged=(), findings=()),
}


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("checks")
    for name, report in SHOWN.items():
        (folder / f"{name}.html").write_bytes(report_page(report, version="0"))
    return {name: Path(folder / f"{name}.html").as_uri() for name in SHOWN}


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


@pytest.mark.parametrize("name", SHOWN)
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


def test_it_asks_for_nothing_and_nothing_of_a_document_runs(browser: Browser, addresses: dict[str, str]) -> None:
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


def test_from_the_number_to_its_remark_and_back_without_javascript(browser: Browser, addresses: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 700})
    view = context.new_page()
    view.goto(addresses["checked"])
    view.get_by_role("link", name="5, contradicted").click()
    remark = view.locator("li:target")
    assert "The text and a table differ" in remark.inner_text()
    remark.get_by_role("link", name="Show it in the publication").click()
    assert view.locator("a:target").inner_text() == "5"
    view.get_by_role("link", name="9, consistent").click()
    assert "5 + 9 = 14" in view.locator("li:target").inner_text()
    context.close()


def test_no_state_is_told_by_colour_alone(view: Page, addresses: dict[str, str]) -> None:
    view.goto(addresses["checked"])
    look = "e => getComputedStyle(e, '::after').content + getComputedStyle(e).textDecorationStyle"
    looks = [view.locator(f".document .{status.value}").first.evaluate(look) for status in Status]
    assert len(set(looks)) == len(Status)
    assert all(view.locator(f".legend .{status.value}").is_visible() for status in Status)
