"""The coding page in a real browser: accessible in every state, by the keyboard, without its script, narrow, large."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page
from tests.coding_pages import KEY, coding_folder, order, reopen, site_over, suggesting

from areasend.themes.coding import CodingFolder, open_coding
from areasend.themes.serving import CodingServer, Guard

LONG = "Partners should mend this at once: • " + "W" * 300 + " • <script>document.title = 'taken'</script> • the rest."
LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", event => window.violations.push(event.violatedDirective));
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """A running page of the coder ada over a folder of six statements."""

    folder: Path
    guard: Guard

    @property
    def order(self) -> tuple[str, ...]:
        return order(self.folder)

    @property
    def coding(self) -> CodingFolder:
        return open_coding(self.folder)

    def decided(self, number: int) -> tuple[str, ...] | None:
        """What is on the disk for a statement by its number."""
        decision = self.coding.decisions("ada").get(self.order[number - 1])
        return None if decision is None else decision.themes

    def address(self, target: str) -> str:
        """`#3` is the third statement."""
        numbered = re.sub("#([0-9])", lambda found: f"/statements/{self.order[int(found[1]) - 1]}", target)
        return f"{self.guard.origin}{numbered}"


@contextmanager
def running(folder: Path, *, text: str = "") -> Iterator[Desk]:
    coding_folder(folder, 6, coders=("ada", "bob"), text=text)
    with CodingServer(0) as server:
        guard = Guard(key=KEY, port=server.port)
        site, _ = site_over(folder, guard=guard, suggestions=suggesting(information=0.71, ehc_plans=0.6))
        thread = threading.Thread(target=server.serve, args=(site,), daemon=True)
        thread.start()
        yield Desk(folder, guard)
        server.shutdown()
        thread.join()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with running(tmp_path / "coding") as found:
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    found = browser.new_context(viewport={"width": 1280, "height": 900})
    found.add_init_script(LISTEN)
    yield found
    found.close()


@pytest.fixture
def view(context: BrowserContext, desk: Desk) -> Page:
    page = context.new_page()
    page.goto(desk.guard.start_address)
    return page


def goes(view: Page, does: Callable[[], object]) -> None:
    """Waits for the page that follows."""
    with view.expect_navigation():
        does()


def keys(view: Page, *pressed: str) -> None:
    for key in pressed:
        view.keyboard.press(key)


def show(view: Page, desk: Desk, state: str) -> None:
    """Brings the page into a state by its name, as a coder would get there."""
    STATES[state](view, desk)


def at(target: str) -> Callable[[Page, Desk], None]:
    return lambda view, desk: view.goto(desk.address(target)) and None


def chosen(view: Page, desk: Desk) -> None:
    view.goto(desk.address("#1"))
    keys(view, "2", "5")
    view.locator("#about-2 summary").click()
    view.locator(".areasend-suggested summary").click()


def saved(view: Page, desk: Desk) -> None:
    view.goto(desk.address("#1"))
    keys(view, "3")
    goes(view, lambda: keys(view, "Enter"))


def wrong(view: Page, desk: Desk) -> None:
    view.goto(desk.address("#1"))
    view.locator("#note").fill("a" * 2001)
    view.locator("#theme-1").check()
    view.locator("#sub-1-1").check()
    view.evaluate("document.getElementById('theme-1').checked = false")
    goes(view, lambda: view.locator("#save").click())


def not_saved(view: Page, desk: Desk) -> None:
    view.goto(desk.address("#1"))
    keys(view, "3")
    goes(view, lambda: keys(view, "j"))


def changed(view: Page, desk: Desk) -> None:
    view.goto(desk.address("#1"))
    other = view.context.new_page()
    other.goto(desk.address("#1"))
    keys(other, "2")
    goes(other, lambda: keys(other, "Enter"))
    other.close()
    keys(view, "3")
    goes(view, lambda: keys(view, "Enter"))


def reopened(view: Page, desk: Desk) -> None:
    saved_with_one(view, desk)
    reopen(desk.folder)
    view.goto(desk.address("#1"))
    view.locator(".areasend-reopened summary").click()


def saved_with_one(view: Page, desk: Desk) -> None:
    view.goto(desk.address("#1"))
    keys(view, "1")
    goes(view, lambda: keys(view, "Enter"))


def locked(view: Page, desk: Desk) -> None:
    saved_with_one(view, desk)
    desk.coding.lock("ada", day=date(2026, 11, 3), with_missing=True)
    view.goto(desk.address("#1"))


def locked_elsewhere(view: Page, desk: Desk) -> None:
    view.goto(desk.address("#1"))
    desk.coding.lock("ada", day=date(2026, 11, 3), with_missing=True)
    keys(view, "1")
    goes(view, lambda: keys(view, "Enter"))


def locked_list(view: Page, desk: Desk) -> None:
    locked(view, desk)
    view.goto(desk.address("/"))


def all_done(view: Page, desk: Desk) -> None:
    view.goto(desk.address("/next"))
    while "/statements/" in view.url:
        keys(view, "0")
        goes(view, lambda: keys(view, "Enter"))


def keys_shown(view: Page, desk: Desk) -> None:
    view.goto(desk.address("#1"))
    keys(view, "?")


def not_let_in(view: Page, desk: Desk) -> None:
    view.context.clear_cookies()
    view.goto(desk.address("/"))


def damaged(view: Page, desk: Desk) -> None:
    (desk.folder / "findings.csv").write_bytes(b"a")
    view.goto(desk.address("/"))


STATES: dict[str, Callable[[Page, Desk], None]] = {
    "list": at("/"),
    "filtered list": at("/?show=done"),
    "statement": at("#2"),
    "chosen": chosen,
    "saved": saved,
    "wrong": wrong,
    "not saved": not_saved,
    "changed": changed,
    "reopened": reopened,
    "locked": locked,
    "locked elsewhere": locked_elsewhere,
    "locked list": locked_list,
    "done early": at("/done"),
    "done": all_done,
    "keys": keys_shown,
    "not found": at("/nothing"),
    "not let in": not_let_in,
    "damaged": damaged,
}


def faults(view: Page) -> list[str]:
    """Everything that axe-core finds, with no rule switched off."""
    found = Axe().run(view).response
    assert len(found["passes"]) > 15
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in found["violations"]]


def overflow(view: Page) -> int:
    return view.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_accessible_narrow_and_wide(view: Page, desk: Desk, state: str) -> None:
    said: list[str] = []
    view.on("pageerror", lambda error: said.append(str(error)))
    show(view, desk, state)
    for width in (1280, 320):
        view.set_viewport_size({"width": width, "height": 900})
        assert faults(view) == [], width
        assert overflow(view) <= 0, width
    assert said == []
    assert view.evaluate("window.violations") == []


def test_what_axe_would_find_is_found(view: Page, desk: Desk) -> None:
    show(view, desk, "statement")
    view.evaluate("document.querySelector('label[for=note]').remove()")
    assert [fault.partition(":")[0] for fault in faults(view)] == ["label"]


@pytest.mark.parametrize("state", ["list", "chosen", "wrong", "reopened", "done", "not found"])
def test_text_of_twice_the_size_and_wide_spacing_fits(view: Page, desk: Desk, state: str) -> None:
    """WCAG 1.4.4 and 1.4.12. The policy lets no style in but the page's own, so the browser does it: zoom of text."""
    show(view, desk, state)
    view.evaluate("""() => {
      document.documentElement.style.fontSize = "200%";
      for (const element of document.querySelectorAll("body *")) {
        Object.assign(element.style, { lineHeight: "1.5", letterSpacing: "0.12em", wordSpacing: "0.16em" });
      }
    }""")
    assert overflow(view) <= 0
    for box in view.locator("button:visible, h1, label:visible, summary:visible").all():
        cut = box.evaluate("e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflow === 'hidden'")
        assert not cut, box.inner_text()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("state", ["list", "chosen", "wrong", "keys"])
def test_targets_are_large_enough_and_do_not_overlap(view: Page, desk: Desk, state: str, width: int) -> None:
    view.set_viewport_size({"width": width, "height": 900})
    show(view, desk, state)
    boxes = []
    for control in view.locator("input:visible, button:visible, summary:visible, textarea").all():
        bounds = control.bounding_box()
        assert bounds is not None
        assert min(bounds["width"], bounds["height"]) >= 23.5, control.evaluate("e => e.outerHTML")
        if control.evaluate("e => e.matches('form input')"):
            boxes.append(bounds)
    for one in boxes:
        for other in boxes:
            if one is not other:
                apart = (
                    one["x"] + one["width"] <= other["x"] + 0.5
                    or other["x"] + other["width"] <= one["x"] + 0.5
                    or one["y"] + one["height"] <= other["y"] + 0.5
                    or other["y"] + other["height"] <= one["y"] + 0.5
                )
                assert apart, (one, other)


@pytest.mark.parametrize("state", ["list", "chosen", "wrong", "done", "keys", "not found"])
def test_focus_is_always_seen_and_never_hidden(view: Page, desk: Desk, state: str) -> None:
    show(view, desk, state)
    seen = set()
    for _ in range(80):
        keys(view, "Tab")
        now = view.evaluate("""() => {
          const element = document.activeElement;
          if (element === document.body) return null;
          const bounds = element.getBoundingClientRect();
          const label = element.matches("input") ? element.labels[0] : null;
          const looks = [getComputedStyle(element), ...(label ? [getComputedStyle(label, "::before")] : [])];
          const ring = looks.some(look => (look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2)
            || look.boxShadow !== "none");
          const at = document.elementFromPoint(bounds.x + bounds.width / 2, bounds.y + Math.min(bounds.height / 2, 10));
          const hidden = !(element.contains(at) || label?.contains(at) || element.parentElement.contains(at));
          return { id: element.id || element.textContent.trim().slice(0, 60), ring, hidden };
        }""")
        if now is None or now["id"] in seen:
            continue
        seen.add(now["id"])
        assert now["ring"], now
        assert not now["hidden"], now
    assert len(seen) >= {"keys": 2, "not found": 3}.get(state, 5), seen


def test_three_statements_by_the_keyboard_alone(view: Page, desk: Desk) -> None:
    """From the list: to the button by Tab, then digits and Enter; each is on the disk when the page says so."""
    while view.evaluate("document.activeElement.textContent.trim()") != "Start coding":
        keys(view, "Tab")
    goes(view, lambda: keys(view, "Enter"))
    assert view.evaluate("document.activeElement.id") == "heading"
    keys(view, "2")
    assert "principal theme" in view.locator("#said").inner_text()
    goes(view, lambda: keys(view, "Enter"))
    assert desk.decided(1) == ("information",)
    assert "Saved. Statement 1: Information" in view.locator("#saved").inner_text()
    # The first chosen is the principal one, until Shift and a digit make it another.
    keys(view, "5", "3", "Shift+Digit3")
    goes(view, lambda: keys(view, "Enter"))
    assert desk.decided(2) == ("commissioning", "ehc_plans")
    # A theme that is taken back, no theme instead of others, and a note that may hold digits.
    keys(view, "1", "1", "4", "0", "n")
    view.keyboard.type("20 of 30, j")
    keys(view, "Enter")
    view.keyboard.type("a second line")
    assert view.locator("#theme-4").is_checked() is False
    goes(view, lambda: keys(view, "Control+Enter"))
    assert desk.decided(3) == ()
    assert desk.coding.decisions("ada")[desk.order[2]].note == "20 of 30, j\na second line"
    assert view.locator("h1").inner_text().startswith("Statement 4 of 6")
    goes(view, lambda: keys(view, "k"))
    assert view.locator("h1").inner_text().startswith("Statement 3 of 6")
    assert view.locator("#theme-0").is_checked()
    goes(view, lambda: keys(view, "ArrowRight"))
    goes(view, lambda: keys(view, "j"))
    assert view.locator("h1").inner_text().startswith("Statement 5 of 6")
    goes(view, lambda: keys(view, "ArrowLeft"))
    assert view.locator("h1").inner_text().startswith("Statement 4 of 6")


def test_taking_back_the_principal_theme_makes_the_next_one_principal(view: Page, desk: Desk) -> None:
    show(view, desk, "statement")
    keys(view, "6", "2", "4", "6")
    assert view.locator("[name=principal]:checked").input_value() == "information"
    goes(view, lambda: keys(view, "Enter"))
    assert desk.decided(2) == ("information", "coproduction")


def test_sub_themes_show_with_their_theme_and_go_with_it(view: Page, desk: Desk) -> None:
    show(view, desk, "statement")
    sub = view.locator("#sub-5-3")
    assert not sub.is_visible()
    keys(view, "5")
    sub.check()
    keys(view, "5")
    assert not sub.is_visible()
    keys(view, "1")
    goes(view, lambda: keys(view, "Enter"))
    assert desk.coding.decisions("ada")[desk.order[1]].sub_themes == ()


def test_keys_of_one_character_can_be_switched_off(view: Page, desk: Desk) -> None:
    show(view, desk, "keys")
    assert view.evaluate("document.activeElement.id") == "keys-on"
    keys(view, "Space", "Escape", "2", "j", "?", "n")
    assert view.locator("[name=theme]:checked").count() == 0
    assert not view.locator("#keys").is_visible()
    assert view.locator("h1").inner_text().startswith("Statement 1 of 6")
    assert view.locator(".areasend-digit").first.is_visible() is False
    assert view.locator("[aria-keyshortcuts]").count() == 0
    view.reload()
    keys(view, "2")
    assert view.locator("[name=theme]:checked").count() == 0
    view.locator("#show-keys").click()
    view.locator("#keys-on").check()
    keys(view, "Escape", "2")
    assert view.locator("[name=theme]:checked").count() == 1
    assert view.evaluate("document.activeElement.id") == "show-keys"


def test_keys_with_others_held_and_keys_in_fields_are_the_browser_s(view: Page, desk: Desk) -> None:
    show(view, desk, "statement")
    keys(view, "Control+2", "Alt+2", "Meta+2")
    view.locator("#note").focus()
    view.keyboard.type("2jk?0")
    assert view.locator("[name=theme]:checked").count() == 0
    keys(view, "Escape")
    assert view.evaluate("document.activeElement.id") == "heading"
    keys(view, "c")
    assert view.evaluate("document.activeElement.id") == "codebook"
    keys(view, "Tab", "Enter")
    assert view.locator("#about-1").evaluate("e => e.open")
    assert view.url == desk.address("#2")


def test_what_is_open_of_the_codebook_stays_open(view: Page, desk: Desk) -> None:
    show(view, desk, "statement")
    view.locator("#about-3 summary").click()
    keys(view, "Escape")
    goes(view, lambda: keys(view, "j"))
    assert view.locator(".areasend-codebook__theme[open]").evaluate_all("all => all.map(e => e.id)") == ["about-3"]


@pytest.mark.parametrize("key", ["j", "ArrowRight", "k"])
def test_choices_are_not_lost_by_going_on(view: Page, desk: Desk, key: str) -> None:
    show(view, desk, "statement")
    keys(view, "2")
    goes(view, lambda: keys(view, key))
    assert view.evaluate("document.activeElement.id") == "problem"
    assert view.locator("#theme-2").is_checked()
    goes(view, lambda: view.get_by_role("link", name="Go on without saving it").click())
    assert view.locator("h1").inner_text().startswith("Statement 1" if key == "k" else "Statement 3")
    assert desk.decided(2) is None


def test_leaving_in_another_way_asks_first(view: Page, desk: Desk) -> None:
    asked: list[str] = []
    view.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    show(view, desk, "statement")
    view.locator("#theme-2").check()
    view.get_by_role("link", name="All statements").click()
    view.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert view.url == desk.address("#2")
    assert view.locator("#theme-2").is_checked()
    keys(view, "Escape")
    goes(view, lambda: keys(view, "Enter"))
    assert asked == ["beforeunload"]
    goes(view, lambda: view.get_by_role("link", name="All statements").click())
    assert asked == ["beforeunload"]


def test_holding_enter_down_saves_once(view: Page, desk: Desk) -> None:
    show(view, desk, "statement")
    keys(view, "2")
    view.evaluate("""() => {
      const enter = (repeat) => new KeyboardEvent("keydown", { key: "Enter", code: "Enter", repeat, bubbles: true });
      document.body.dispatchEvent(enter(false));
      document.body.dispatchEvent(enter(true));
      document.body.dispatchEvent(enter(false));
    }""")
    view.wait_for_url("**saved=*")
    assert len(desk.coding.past("ada", desk.order[1])) == 1
    assert sum(len(desk.coding.past("ada", one)) for one in desk.order) == 1


def test_an_accepted_suggestion_chooses_its_theme(view: Page, desk: Desk) -> None:
    show(view, desk, "statement")
    view.locator(".areasend-suggested summary").click()
    view.get_by_label(re.compile("Accept: Timeliness")).check()
    assert view.locator("#theme-5").is_checked()
    keys(view, "Escape", "5")
    assert view.locator("[name=accept]:checked").count() == 0
    view.get_by_label(re.compile("Accept: Timeliness")).check()
    goes(view, lambda: keys(view, "Enter"))
    assert desk.coding.decisions("ada")[desk.order[1]].suggested == "ehc_plans"


def test_the_later_of_two_tabs_is_asked_and_may_save_its_own(view: Page, desk: Desk) -> None:
    show(view, desk, "changed")
    assert "What stands saved: Information" in view.locator("#problem").inner_text()
    assert view.locator("#theme-3").is_checked()
    goes(view, lambda: view.get_by_role("button", name="Save mine instead").click())
    assert desk.decided(1) == ("commissioning",)


def test_what_a_report_says_never_runs_and_never_breaks_the_page(context: BrowserContext, tmp_path: Path) -> None:
    with running(tmp_path / "coding", text=LONG) as desk:
        view = context.new_page()
        view.goto(desk.guard.start_address)
        for target in ("/", "#1"):
            view.goto(desk.address(target))
            for width in (1280, 320):
                view.set_viewport_size({"width": width, "height": 900})
                assert overflow(view) <= 0
                assert faults(view) == []
        assert "coding" in view.title()
        assert view.locator(".areasend-statement li").count() == 3


@pytest.fixture
def plain(browser: Browser, desk: Desk) -> Iterator[Page]:
    """A page whose script does not arrive, in a browser that could run it: axe-core is a script too."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.route("**/*.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(desk.guard.start_address)
    yield page
    context.close()


@pytest.mark.parametrize("width", [1280, 320])
def test_without_its_script_the_page_is_accessible(plain: Page, desk: Desk, width: int) -> None:
    plain.set_viewport_size({"width": width, "height": 900})
    plain.goto(desk.address("#1"))
    plain.locator("#theme-2").check()
    plain.locator("#theme-5").check()
    assert faults(plain) == []
    assert overflow(plain) <= 0
    assert not plain.locator("#show-keys").is_visible()
    assert not plain.locator(".areasend-digit").first.is_visible()
    goes(plain, lambda: plain.locator("#save").click())
    assert "Say which of the themes is the principal one" in plain.locator("#problem").inner_text()
    assert faults(plain) == []


def test_without_its_script_three_statements_are_coded(plain: Page, desk: Desk) -> None:
    goes(plain, lambda: plain.get_by_role("button", name="Start coding").click())
    plain.get_by_label("Waiting times").first.check()
    keys(plain, "Enter")
    plain.wait_for_url("**saved=*")
    assert desk.decided(1) == ("waiting_times",)
    plain.locator("#theme-2").check()
    plain.locator("#theme-5").check()
    plain.locator("#principal-5").check()
    plain.locator("#sub-5-1").check()
    goes(plain, lambda: plain.get_by_role("button", name="Save and next").click())
    assert desk.decided(2) == ("ehc_plans", "information")
    plain.locator("#theme-0").check()
    goes(plain, lambda: plain.get_by_role("button", name="Skip").click())
    assert "is not saved" in plain.locator("#problem").inner_text()
    goes(plain, lambda: plain.get_by_role("button", name="Save and next").click())
    assert desk.decided(3) == ()
    goes(plain, lambda: plain.get_by_role("button", name="Previous").click())
    assert plain.locator("h1").inner_text().startswith("Statement 3 of 6")


def test_without_its_script_enter_in_a_box_saves_and_skips_nothing(plain: Page, desk: Desk) -> None:
    plain.goto(desk.address("#2"))
    plain.locator("#theme-8").focus()
    keys(plain, "Space")
    goes(plain, lambda: keys(plain, "Enter"))
    assert desk.decided(2) == ("transitions",)


def test_the_skip_links_lead_to_the_statement_and_the_codebook(view: Page, desk: Desk) -> None:
    view.goto(desk.address("/done"))
    keys(view, "Tab")
    assert view.evaluate("document.activeElement.textContent.trim()") == "Skip to main content"
    view.route("**/*.js", lambda route: route.abort())
    view.goto(desk.address("#1"))
    keys(view, "Tab", "Tab")
    assert view.evaluate("document.activeElement.textContent.trim()") == "Skip to the codebook"
    keys(view, "Enter", "Tab", "Enter")
    assert view.locator("#about-1").evaluate("e => e.open")
