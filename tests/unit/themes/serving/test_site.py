"""The pages by their addresses, without a server: what is shown, saved, kept and refused."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from tests.coding_pages import (
    GUARD,
    coding_folder,
    get,
    headers,
    order,
    post,
    said,
    save,
    seen,
    site_over,
    suggesting,
    to,
)

from areasend.themes.coding import CodingFolder, open_coding
from areasend.themes.serving import Coding, CodingSite, Desk
from areasend.themes.serving.desk import Changed
from areasend.themes.serving.exchange import Request
from areasend.themes.serving.filled import Choice


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    coding_folder(tmp_path / "coding", coders=("ada", "bob"))
    return tmp_path / "coding"


@pytest.fixture
def site(folder: Path) -> CodingSite:
    return site_over(folder)[0]


def test_the_coding_folder_is_what_the_page_asks_for(folder: Path) -> None:
    asked: Coding = open_coding(folder)
    assert isinstance(asked, CodingFolder)


def test_the_list_has_every_statement_in_the_coder_s_own_order(site: CodingSite, folder: Path) -> None:
    page = get(site, "/").content.decode()
    assert tuple(re.findall(r'href="/statements/([^"]+)"', page)) == order(folder)
    assert "0 of 5 done" in said(get(site, "/"))
    assert "Start coding" in page


def test_a_statement_has_its_text_place_and_codebook(site: CodingSite, folder: Path) -> None:
    first = open_coding(folder).statement("E06000001-2024-03-04-afi-1")
    page = get(site, f"/statements/{first.id}").content.decode()
    assert "<p>Partners must act at once:</p>" in page
    assert "<li>to shorten waits for an assessment of autism;</li>" in page
    text = said(get(site, f"/statements/{first.id}"))
    assert "Area for improvement Area 1. area-1.pdf, pages 1 to 2" in text
    for theme in open_coding(folder).history.latest.themes:
        assert theme.definition in text
        assert all(example.text in text for example in theme.examples)


def test_a_decision_is_in_the_folder_before_the_answer_and_the_next_page_says_so(
    site: CodingSite, folder: Path
) -> None:
    first, second, *_ = order(folder)
    reply = save(site, first, theme=["information", "governance"], principal="information", note="clear")
    assert to(reply) == f"/statements/{second}?saved={first}"
    decision = open_coding(folder).decisions("ada")[first]
    assert decision.themes == ("information", "governance")
    assert decision.note == "clear"
    assert decision.codebook == 1
    text = said(get(site, to(reply)))
    assert "Saved. Statement 1: Information, data-sharing and coordination of services (principal); Strategic" in text
    assert "1 of 5 done" in text
    assert "You chose: Information" in said(get(site, "/?show=done"))


def test_that_something_was_saved_is_only_said_of_what_is_in_the_folder(site: CodingSite, folder: Path) -> None:
    first, second, *_ = order(folder)
    for named in (first, "nothing", ""):
        assert "Saved." not in said(get(site, f"/statements/{second}?saved={named}"))


def test_after_the_last_one_comes_what_is_next(site: CodingSite, folder: Path) -> None:
    for statement_id in order(folder)[:-1]:
        assert to(save(site, statement_id, none="yes")).startswith("/statements/")
    assert "Not every statement is decided yet" in said(get(site, "/done"))
    reply = save(site, order(folder)[-1], none="yes")
    assert to(reply).startswith("/done?saved=")
    text = said(get(site, to(reply)))
    assert "Every statement is decided" in text
    assert "areasend themes lock CODING --coder ada" in text
    assert "Saved. Statement 5: No theme" in text
    assert to(get(site, "/next")) == "/done"
    assert "Nothing is left to decide. What comes next" in said(get(site, "/"))


def test_the_next_open_one_is_looked_for_from_the_beginning_too(site: CodingSite, folder: Path) -> None:
    ids = order(folder)
    assert to(save(site, ids[4], theme="information")) == f"/statements/{ids[0]}?saved={ids[4]}"
    assert to(get(site, "/next")) == f"/statements/{ids[0]}"


def test_skip_and_previous_go_through_the_order(site: CodingSite, folder: Path) -> None:
    ids = order(folder)
    assert to(post(site, f"/statements/{ids[0]}", {"go": "skip"})) == f"/statements/{ids[1]}"
    assert to(post(site, f"/statements/{ids[1]}", {"go": "previous"})) == f"/statements/{ids[0]}"
    assert to(post(site, f"/statements/{ids[4]}", {"go": "skip"})) == "/"
    assert to(post(site, f"/statements/{ids[0]}", {"go": "previous"})) == "/"
    assert 'id="previous"' not in get(site, f"/statements/{ids[0]}").content.decode()
    assert open_coding(folder).decisions("ada") == {}


@pytest.mark.parametrize("go", ["skip", "previous"])
def test_choices_that_are_not_saved_are_not_lost_on_the_way(site: CodingSite, folder: Path, go: str) -> None:
    ids = order(folder)
    reply = post(site, f"/statements/{ids[1]}", {"go": go, "theme": "information", "note": "mine"})
    assert reply.status == 422
    page = reply.content.decode()
    assert "What you chose for this statement is not saved" in page
    assert f'<a href="/statements/{ids[2 if go == "skip" else 0]}">Go on without saving it</a>' in page
    assert 'value="information" id="theme-2" checked' in page
    assert ">\nmine</textarea>" in page
    assert "data-unsaved" in page


def test_what_is_wrong_is_told_and_nothing_is_lost(site: CodingSite, folder: Path) -> None:
    first = order(folder)[0]
    reply = save(site, first, theme=["information", "governance"], note="<b>&")
    assert reply.status == 422
    page = reply.content.decode()
    assert "<title>Error: Statement 1 of 5" in page
    assert '<a href="#principal-1">Say which of the themes is the principal one</a>' in page
    assert 'value="governance" id="theme-1" checked' in page
    assert "&lt;b&gt;&amp;</textarea>" in page
    assert open_coding(folder).decisions("ada") == {}


def test_a_note_that_is_too_long_is_told_at_the_note(site: CodingSite, folder: Path) -> None:
    reply = save(site, order(folder)[0], none="yes", note="a" * 2001)
    assert reply.status == 422
    assert 'aria-describedby="note-error"' in reply.content.decode()


def test_a_note_that_the_folder_does_not_take_is_kept_in_the_form(site: CodingSite, folder: Path) -> None:
    reply = save(site, order(folder)[0], none="yes", note="bell \x07")
    assert reply.status == 409
    assert "Not saved: This cannot be written: the note: a control character" in said(reply)
    assert open_coding(folder).decisions("ada") == {}


def test_of_two_tabs_the_later_one_is_asked(site: CodingSite, folder: Path) -> None:
    first = order(folder)[0]
    both = seen(site, first)
    assert post(site, f"/statements/{first}", {"seen": both, "theme": "information", "note": "one"}).status == 303
    reply = post(site, f"/statements/{first}", {"seen": both, "theme": "governance"})
    assert reply.status == 409
    assert "What stands saved: Information" in said(reply)
    assert "the note “one”" in said(reply)
    assert open_coding(folder).decisions("ada")[first].themes == ("information",)
    # What the second tab had chosen still stands, and saving it now is saving knowingly.
    page = reply.content.decode()
    assert 'value="governance" id="theme-1" checked' in page
    again = re.search(r'name="seen" value="(\w+)"', page)[1]
    assert post(site, f"/statements/{first}", {"seen": again, "theme": "governance"}).status == 303
    assert [held.themes for held in open_coding(folder).past("ada", first)] == [("information",), ("governance",)]


def between_looking_and_saving(desk: Desk, happens: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets something happen after the site looked at the folder and before it saves."""
    save_really = desk.save

    def late(*said: str) -> None:
        monkeypatch.undo()
        happens()
        save_really(*said)

    monkeypatch.setattr(desk, "save", late)


def test_a_decision_made_between_looking_and_saving_is_not_overwritten(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, desk = site_over(folder)
    first = order(folder)[0]
    form = {"seen": seen(site, first), "theme": "governance"}
    other, _ = site_over(folder)
    between_looking_and_saving(desk, lambda: save(other, first, theme="information"), monkeypatch)
    reply = post(site, f"/statements/{first}", form)
    assert reply.status == 409
    assert "What stands saved: Information" in said(reply)
    assert [held.themes for held in open_coding(folder).past("ada", first)] == [("information",)]


def test_a_lock_between_looking_and_saving_holds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, desk = site_over(folder)
    first = order(folder)[0]
    form = {"seen": seen(site, first), "theme": "governance"}
    lock = partial(open_coding(folder).lock, "ada", day=date(2026, 11, 3), with_missing=True)
    between_looking_and_saving(desk, lock, monkeypatch)
    reply = post(site, f"/statements/{first}", form)
    assert reply.status == 409
    assert "Not saved: your work is locked" in said(reply)


def test_the_desk_saves_nothing_for_a_statement_that_there_is_not(folder: Path) -> None:
    _, desk = site_over(folder)
    with pytest.raises(Changed):
        desk.save("nothing", Choice(themes=(), sub_themes=(), note="", suggested=""), "")


def test_a_file_that_goes_away_while_it_is_looked_at_is_told(
    site: CodingSite, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "coders" / "gone").symlink_to("nowhere")

    def gone(_: Path) -> bool:
        return True

    monkeypatch.setattr(Path, "is_file", gone)
    reply = get(site, "/")
    assert reply.status == 503
    assert "The coding folder cannot be read" in said(reply)


def test_who_is_locked_in_another_terminal_reads_it_and_saves_nothing(folder: Path) -> None:
    site, desk = site_over(folder)
    first, second, *_ = order(folder)
    assert save(site, first, theme="information").status == 303
    form = {"seen": seen(site, second), "theme": "governance"}
    open_coding(folder).lock("ada", day=date(2026, 11, 3), with_missing=True)
    reply = post(site, f"/statements/{second}", form)
    assert reply.status == 409
    assert "Not saved: your work is locked" in said(reply)
    page = get(site, f"/statements/{first}")
    assert "Your work was locked on 2026-11-03" in said(page)
    assert 'id="save"' not in page.content.decode()
    assert "Without a code (4)" in said(get(site, "/"))
    assert "Go on coding" not in said(get(site, "/"))
    assert "Your work is locked ! Warning Your work was locked" in said(get(site, "/done"))
    assert to(post(site, f"/statements/{first}", {"go": "skip", "theme": "governance"})) == f"/statements/{second}"
    assert set(open_coding(folder).decisions("ada")) == {first}
    assert desk.work().to_do == 0


def test_after_the_command_was_stopped_nothing_is_saved(folder: Path) -> None:
    site, desk = site_over(folder)
    first = order(folder)[0]
    form = {"seen": seen(site, first), "theme": "governance"}
    desk.close()
    reply = post(site, f"/statements/{first}", form)
    assert reply.status == 503
    assert "the command was stopped" in said(reply)
    assert open_coding(folder).decisions("ada") == {}


def test_a_disk_that_is_full_is_told_and_nothing_is_lost(
    site: CodingSite, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    first = order(folder)[0]
    form = {"seen": seen(site, first), "theme": "governance"}
    monkeypatch.setattr("areasend.themes.coding.keeping.append_through", full)
    reply = post(site, f"/statements/{first}", form)
    assert reply.status == 503
    assert "Not saved: " in said(reply)
    assert "No space left on device" in said(reply)
    assert 'value="governance" id="theme-1" checked' in reply.content.decode()


def test_a_folder_that_is_damaged_meanwhile_is_told_without_what_stands_in_it(site: CodingSite, folder: Path) -> None:
    assert get(site, "/").status == 200
    secret = "c4n4ry"
    (folder / "coders" / "bob" / "decisions.jsonl").write_text(f'{{"{secret}": 1}}\n', encoding="utf-8")
    reply = get(site, "/")
    assert reply.status == 503
    assert "coders/bob/decisions.jsonl" in said(reply)
    assert secret not in reply.content.decode()


def test_a_folder_that_is_gone_is_told(site: CodingSite, folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))
    reply = get(site, "/")
    assert reply.status == 503
    assert "The coding folder cannot be read" in said(reply)


@pytest.mark.parametrize(
    "target",
    [
        "/nothing",
        "/statements/",
        "/statements/nothing",
        "/statements/a/b",
        "/?show=nothing",
        "/?page=0",
        "/?page=2",
        "/?page=-1",
        "/?page=x",
        "//next",
        "/assets/coding.css",
        "/%00",
        "/start/",
    ],
)
def test_what_there_is_not_is_not_found(site: CodingSite, target: str) -> None:
    reply = get(site, target)
    assert reply.status == 404
    assert "There is no such page" in said(reply)


@pytest.mark.parametrize("method", ["DELETE", "PUT", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("target", ["/", "/next", "/done", "/statements/E06000001-2024-03-04-afi-1"])
def test_another_method_is_refused(site: CodingSite, method: str, target: str) -> None:
    reply = site.answer(Request(method=method, target=target, headers=headers()))
    assert reply.status == 405
    assert reply.headers["Allow"].startswith("GET, HEAD")


def test_a_long_list_is_parted_and_keeps_its_filter(tmp_path: Path) -> None:
    coding_folder(tmp_path / "coding", 201)
    site, _ = site_over(tmp_path / "coding")
    shown = [re.findall(r'href="/statements/([^"]+)"', get(site, f"/?page={n}").content.decode()) for n in (1, 2, 3)]
    assert [len(listed) for listed in shown] == [100, 100, 1]
    assert tuple(one for listed in shown for one in listed) == order(tmp_path / "coding")
    page = get(site, "/?show=open&page=2").content.decode()
    assert 'href="/?show=open&amp;page=1"' in page
    assert 'href="/?show=open&amp;page=3"' in page
    assert "There is none in this state" in said(get(site, "/?show=done"))


def test_a_suggestion_is_shown_as_a_model_s_and_never_chosen(folder: Path) -> None:
    first, second, *_ = order(folder)
    hints = {first: suggesting(information=0.716, gone=0.5)[first], second: ()}
    site, _ = site_over(folder, suggestions=hints)
    page = get(site, f"/statements/{first}")
    told = "Accept: Information, data-sharing and coordination of services (72%, for the words share, data)"
    assert told in said(page)
    assert "gone" not in said(page)
    drawn = page.content.decode()
    assert "checked" not in drawn.partition("<dialog")[0]
    assert '<details class="areasend-suggested">' in drawn
    for other in (second, order(folder)[2]):
        assert "What a model suggests" not in said(get(site, f"/statements/{other}"))


def test_an_accepted_suggestion_becomes_the_coder_s_own_and_says_so(folder: Path) -> None:
    first, second, *_ = order(folder)
    site, _ = site_over(folder, suggestions=suggesting(information=0.7))
    assert save(site, first, accept="information").status == 303
    assert save(site, second, theme="information").status == 303
    decisions = open_coding(folder).decisions("ada")
    assert (decisions[first].themes, decisions[first].suggested) == (("information",), "information")
    assert (decisions[second].themes, decisions[second].suggested) == (("information",), "")


def test_what_was_accepted_once_stays_told_when_the_decision_is_changed(folder: Path) -> None:
    first = order(folder)[0]
    site, _ = site_over(folder, suggestions=suggesting(information=0.7, governance=0.6))
    both = {"accept": ["information", "governance"], "principal": "information"}
    assert save(site, first, **both).status == 303
    without, _ = site_over(folder)
    assert save(without, first, theme=["information", "early_help"], principal="early_help").status == 303
    assert [held.suggested for held in open_coding(folder).past("ada", first)] == [
        "governance information",
        "information",
    ]


def test_nobody_but_a_person_of_the_folder_codes_here(folder: Path) -> None:
    from areasend.register import Maker
    from areasend.themes import ThemesError

    open_coding(folder).join("robot", made_by=Maker.MODEL, description="a model", joined=date(2026, 11, 2))
    with pytest.raises(ThemesError, match="'robot' is a model"):
        site_over(folder, "robot")[1].work()
    with pytest.raises(ThemesError, match="'eve' is no coder of this folder"):
        site_over(folder, "eve")[1].work()


def test_head_is_answered_as_get(site: CodingSite) -> None:
    assert site.answer(Request(method="HEAD", target="/", headers=headers())).status == 200
    assert GUARD.port == 8024


def test_the_desk_keeps_what_it_opened_until_a_file_changes(folder: Path) -> None:
    site, desk = site_over(folder)
    assert isinstance(desk, Desk)
    before = desk._fresh.now()
    assert desk._fresh.now() is before
    assert save(site, order(folder)[0], none="yes").status == 303
    assert desk._fresh.now() is not before
