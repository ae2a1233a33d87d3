"""Statements that a change of the codebook reopened, and the words in which the page tells of statements and themes."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.coding_pages import (
    CHANGED,
    REASON,
    change,
    coding_folder,
    get,
    order,
    post,
    reopen,
    said,
    save,
    seen,
    site_over,
    statement,
    to,
)

from areasend.themes import Statement, StatementKind, packaged_codebooks
from areasend.themes.coding import open_coding
from areasend.themes.serving import CodingSite, shown

BOOK = packaged_codebooks().latest
FIRST_SUB, OTHER_SUB = BOOK.themes[0].sub_themes[0].key, BOOK.themes[1].sub_themes[0].key


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    coding_folder(tmp_path / "coding")
    return tmp_path / "coding"


@pytest.fixture
def site(folder: Path) -> CodingSite:
    """The first statement has the theme that will change as the second of two, the second statement another."""
    site = site_over(folder)[0]
    first, second, third, *_ = order(folder)
    both = {"theme": ["information", "governance"], "principal": "information"}
    assert save(site, first, **both, sub_theme=[FIRST_SUB, OTHER_SUB], note="as I see it").status == 303
    assert save(site, second, theme="information").status == 303
    assert save(site, third, none="yes").status == 303
    return site


def test_only_what_the_change_touches_is_reopened(site: CodingSite, folder: Path) -> None:
    reopen(folder)
    first = order(folder)[0]
    text = said(get(site, "/"))
    assert "To do (2) Reopened (1) Done (2)" in text.replace("All (5) ", "")
    assert to(get(site, "/next")) == f"/statements/{first}"
    assert get(site, "/?show=reopened").content.decode().count("/statements/") == 1


def test_a_reopened_statement_shows_what_was_chosen_and_what_changed(site: CodingSite, folder: Path) -> None:
    reopen(folder)
    page = get(site, f"/statements/{order(folder)[0]}")
    text = said(page)
    assert (
        "With version 1 of the codebook you chose: Information, data-sharing and coordination of services (principal); "
        "Strategic governance and oversight." in text
    )
    assert f"Version 2: Strategic governance and oversight was given another definition. {REASON}" in text
    old, new = text.index("Definition in version 1 How leaders of"), text.index(f"Definition in version 2 {CHANGED}")
    assert old < new
    drawn = page.content.decode()
    assert 'value="governance" id="theme-1" checked' in drawn
    assert 'value="information" id="principal-2" checked' in drawn
    assert f'value="{FIRST_SUB}" id="sub-1-1" checked' in drawn
    assert ">\nas I see it</textarea>" in drawn


def test_it_is_decided_again_with_the_new_version(site: CodingSite, folder: Path) -> None:
    reopen(folder)
    first = order(folder)[0]
    assert save(site, first, theme="information").status == 303
    coding = open_coding(folder)
    assert [held.codebook for held in coding.past("ada", first)] == [1, 2]
    assert first not in coding.open_for("ada")


def test_a_codebook_that_changes_while_the_form_is_open_is_told(site: CodingSite, folder: Path) -> None:
    undecided = order(folder)[3]
    form = {"seen": seen(site, undecided), "theme": "governance"}
    reopen(folder)
    reply = post(site, f"/statements/{undecided}", form)
    assert reply.status == 409
    assert "The codebook is not as it was when you opened this page" in said(reply)
    assert undecided not in open_coding(folder).decisions("ada")


def codebook(version: int, names: Sequence[str], *changes: str) -> bytes:
    """A codebook of few words; the key of a theme is its name."""
    head = f'title = "a"\nversion = {version}\nvalid_from = 202{version}-01-01\nsource = "b"\nunit = "c"\n'
    themes = [
        f'[[theme]]\nkey = "{n}"\nname = "{n}"\ndefinition = "Of {n}"\nincludes = ["all of {n}"]\n' for n in names
    ]
    return "".join([head, *themes, *changes]).encode()


def test_a_theme_that_was_split_is_told_with_those_it_became(tmp_path: Path) -> None:
    coding_folder(tmp_path / "coding", codebook={"1.toml": codebook(1, ["one", "two"])})
    site, _ = site_over(tmp_path / "coding")
    first, second, *_ = order(tmp_path / "coding")
    assert save(site, first, theme="one").status == 303
    assert save(site, second, theme="two").status == 303
    changes = change("split", ["one"], ["early", "late"]), change("delete", ["two"])
    reopen(tmp_path / "coding", codebook(2, ["early", "late"], *changes))
    text = said(get(site, f"/statements/{first}"))
    assert "With version 1 of the codebook you chose: one." in text
    assert f"Version 2: one was split. {REASON}" in text
    assert "two was taken out" not in text
    for name in ("early", "late"):
        told = f"{name}: what is other than it was Definition in version 2 Of {name} Now takes in all of {name}"
        assert told in text
    assert "checked" not in get(site, f"/statements/{first}").content.decode().partition("<dialog")[0]
    # What was taken out leaves a decision with no theme; nobody has to decide that again.
    page = get(site, f"/statements/{second}").content.decode()
    assert "Decide this again" not in page
    assert 'id="theme-0" checked' in page
    assert "You chose: two" in said(get(site, "/?show=done"))


def test_of_a_theme_only_what_is_other_than_it_was_is_told(tmp_path: Path) -> None:
    first = codebook(1, ["one", "two"])
    coding_folder(tmp_path / "coding", codebook={"1.toml": first})
    site, _ = site_over(tmp_path / "coding")
    statement_id = order(tmp_path / "coding")[0]
    assert save(site, statement_id, theme=["one", "two"], principal="one").status == 303
    lines = 'includes = ["all of one"]', 'includes = ["most of one"]\nexcludes = ["the rest: two"]'
    second = codebook(2, ["one", "two"], change("redefine", ["one"])).decode().replace(*lines)
    reopen(tmp_path / "coding", second.encode())
    text = said(get(site, f"/statements/{statement_id}"))
    assert (
        "one: what is other than it was No longer takes in all of one Now takes in most of one "
        "Now leaves out the rest: two Themes of this statement" in text
    )


def test_where_nothing_can_be_decided_any_more_the_end_says_so(site: CodingSite, folder: Path) -> None:
    open_coding(folder).lock("ada", day=date(2026, 11, 3), with_missing=True)
    reopen(folder)
    assert save(site, order(folder)[0], theme="information").status == 303
    text = said(get(site, "/done"))
    assert "Nothing is left to decide 3 of 5 statements have a decision" in text


def test_what_was_locked_stays_and_what_was_reopened_can_be_decided(site: CodingSite, folder: Path) -> None:
    first, second, _, fourth, _ = order(folder)
    open_coding(folder).lock("ada", day=date(2026, 11, 3), with_missing=True)
    reopen(folder)
    assert 'id="save"' in get(site, f"/statements/{first}").content.decode()
    for closed in (second, fourth):
        page = get(site, f"/statements/{closed}")
        assert "Only reopened statements can be decided again" in said(page)
        assert 'id="save"' not in page.content.decode()
        assert post(site, f"/statements/{closed}", {"seen": "", "theme": "governance"}).status == 409
    assert save(site, first, theme="information").status == 303


def text_of(text: str) -> shown.Text:
    return shown.text_of(statement(1, text))


def test_bullets_are_a_list_and_lines_are_paragraphs() -> None:
    assert text_of("One.\nTwo:\n• a\n• b • c") == shown.Text(paragraphs=("One.", "Two:"), bullets=("a", "b", "c"))
    assert text_of("• a\n• b") == shown.Text(paragraphs=(), bullets=("a", "b"))
    assert text_of("One.") == shown.Text(paragraphs=("One.",), bullets=())


@given(st.lists(st.text("ab .,", min_size=1).filter(str.strip), max_size=4), st.text("ab .", max_size=20))
def test_no_word_of_a_statement_is_left_out(bullets: list[str], before: str) -> None:
    found = shown.text_of(statement(1, f"{before}" + "".join(f"\n• {bullet}" for bullet in bullets) or "a"))
    words = " ".join([*found.paragraphs, *found.bullets]).split()
    assert words == (before + " " + " ".join(bullets)).split() or (not bullets and not before.strip())
    assert len(found.bullets) == len(bullets)


@pytest.mark.parametrize(
    ("start", "end", "said"), [(0, 0, "a.pdf"), (3, 3, "a.pdf, page 3"), (3, 5, "a.pdf, pages 3 to 5")]
)
def test_the_place_is_told_as_somebody_would_look_for_it(start: int, end: int, said: str) -> None:
    placed = Statement(
        id="a",
        inspection_id="a",
        gss_code="a",
        local_area="a",
        kind=StatementKind.AFI,
        seq=1,
        page_start=start,
        page_end=end,
        file="a.pdf",
        text="a",
    )
    assert shown.place_of(placed) == said


def test_a_long_beginning_is_cut_between_words() -> None:
    assert shown.beginning_of(statement(1, "Short: • one")) == "Short: one"
    assert shown.beginning_of(statement(1, "word " * 40)) == "word " * 21 + "word …"
    assert shown.beginning_of(statement(1, "a" * 200)) == "a" * 110 + " …"


def test_a_rule_that_leads_to_another_theme_names_it() -> None:
    assert shown.rule_text("Passing data on: information", BOOK) == f"Passing data on: {BOOK.theme('information').name}"
    assert shown.rule_text("Passing data on: other", BOOK) == "Passing data on: other"
    assert shown.rule_text("Passing data on", BOOK) == "Passing data on"
    assert shown.rule_text("Read this: or: that", BOOK) == "Read this: or: that"
