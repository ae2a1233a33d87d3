"""The pages on release practice: the calendar, the practice of this release, and who saw it before."""

import json
from calendar import month_name
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from lxml import html

from areasend.cli import clock, main
from areasend.publication.config import CalendarEntry, CalendarState
from areasend.publication.pages.practice_pages import calendar_months

CONFIG = """
[release]
title = "Area SEND"
author = "Ann Author"
address = "https://statistics.example.org/send/"
version = {version}
{announced}
published = 2025-06-26
next_release = "June 2026"
[[pre_release_access]]
name = "Ada"
role = "Minister"
organisation = "A department"
reason = "Briefing"
access_from = 2025-06-25T09:30:00
[[pre_release_access]]
name = "Bo"
role = "Adviser"
organisation = "A department"
reason = "Briefing"
[[exemption]]
rule = "monday"
reason = "A joint release"
by = "The head of profession"
[[calendar]]
title = "Tables to June"
date = 2025-12-11
state = "confirmed"
note = "Moved by a week: a source came late."
[[calendar]]
title = "Findings of the year"
month = "June 2026"
state = "provisional"
[[calendar]]
title = "The one after"
date = 2026-12-10
state = "provisional"
note = "First plan."
{correction}
[[appeared_earlier]]
figure = "outcomes-since-2023.england.total"
where = "A speech"
on = 2025-06-20
reason = "Urgent"
"""

CORRECTION = """
[[correction]]
version = 2
date = 2025-06-26
note = "One outcome was wrong & is corrected."
"""
ANNOUNCED = "announced = 2025-05-29"


def config(*, version: int = 1, announced: str = "", correction: str = "", more: str = "") -> str:
    return CONFIG.format(version=version, announced=announced, correction=correction) + more


def built_with(tmp_path: Path, said: str, *options: str) -> Path:
    tmp_path.mkdir(exist_ok=True)
    (tmp_path / "release.toml").write_text(said)
    build = ["release", "build", "--as-at", "2024-12-31", "--config", str(tmp_path / "release.toml"), *options]
    assert main([*build, "--out", str(tmp_path / "out")]) == 0
    return tmp_path / "out"


def page(folder: Path, name: str) -> html.HtmlElement:
    return html.fromstring((folder / name).read_bytes())


def rows(found: html.HtmlElement) -> list[list[str]]:
    return [[cell.text_content() for cell in row.xpath("th|td")] for row in found.xpath("//tbody/tr")]


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_what_was_said_of_practice_is_on_the_pages_and_in_the_manifest(tmp_path: Path) -> None:
    first = built_with(tmp_path / "first", config(announced=ANNOUNCED))
    second = config(version=2, announced=ANNOUNCED, correction=CORRECTION)
    folder = built_with(tmp_path / "second", second, "--previous", str(first))
    calendar = rows(page(folder, "calendar.html"))
    assert [row[0] for row in calendar][0::12] == ["June 2025", "June 2026"]
    assert len(calendar) == 13
    assert [row for row in calendar if len(row) > 2] == [
        ["June 2025", "Area SEND as at 31 December 2024", "26 June 2025", "confirmed", "This release."],
        ["December 2025", "Tables to June", "11 December 2025", "confirmed", "Moved by a week: a source came late."],
        ["June 2026", "Findings of the year", "a day in June 2026", "provisional", "none"],
    ]
    assert "The one after: 10 December 2026, provisional. First plan." in page(folder, "calendar.html").text_content()
    assert "The next release is expected: June 2026." in page(folder, "calendar.html").text_content()

    practice = page(folder, "release-practice.html").text_content()
    for said in (
        "2024-12-31-v2 and is version 2. It was built to appear on Thursday 26 June 2025, 09:30 (+01:00).",
        "Names and roles are self-declared",
        "given as Ann Author",
        "announced on 29 May 2025",
        "https://statistics.example.org/send/ledger.json",
        "One outcome was wrong & is corrected.",
        "Version 2, 26 June 2025",
    ):
        assert said in practice
    assert rows(page(folder, "release-practice.html")) == [
        ["not on a Monday", "A joint release", "The head of profession"],
        ["outcomes-since-2023.england.total", "A speech", "20 June 2025", "Urgent"],
    ]
    assert rows(page(folder, "pre-release-access.html")) == [
        ["Ada", "Minister", "A department", "Briefing", "Wednesday 25 June 2025, 09:30 (+01:00)"],
        ["Bo", "Adviser", "A department", "Briefing", "not recorded"],
    ]
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert (manifest["id"], manifest["author"]) == ("2024-12-31-v2", "Ann Author")
    assert manifest["practice"]["published"] == "2025-06-26"
    assert manifest["practice"]["pre_release_access"][0]["access_from"] == "2025-06-25T09:30:00+01:00"
    assert main(["release", "status", str(folder)]) == 0


def test_the_packaged_release_says_that_nothing_is_set(release: Path) -> None:
    calendar = rows(page(release, "calendar.html"))
    assert [row[0] for row in calendar] == [f"{month} 2025" for month in month_name[1:]]
    assert {tuple(row[1:]) for row in calendar} == {("No release is planned.",)}
    practice = page(release, "release-practice.html").text_content()
    for said in (
        "No date of publication was set when it was built.",
        "This release names no author, so it cannot be approved as it stands.",
        "No departure is recorded for this release.",
        "This is the first version: it corrects nothing.",
        "The producer declares no figure that was public elsewhere before this release.",
    ):
        assert said in practice
    assert "Nobody had access" in page(release, "pre-release-access.html").text_content()


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_a_date_that_is_not_announced_is_provisional_and_a_planned_one_is_not_said_twice(tmp_path: Path) -> None:
    own = '[[calendar]]\ntitle = "Mine"\ndate = 2025-06-26\nstate = "confirmed"\n'
    unannounced = page(built_with(tmp_path / "a", config()), "calendar.html")
    assert rows(unannounced)[0][3] == "provisional"
    planned = page(built_with(tmp_path / "b", config(more=own)), "calendar.html")
    assert [row[1] for row in rows(planned) if row[0] == "June 2025"] == ["Mine"]


@pytest.mark.parametrize(
    ("start", "first", "last", "count"),
    [
        (date(2025, 1, 1), "January 2025", "December 2025", 12),
        (date(2025, 6, 26), "June 2025", "June 2026", 13),
        (date(2024, 2, 29), "February 2024", "February 2025", 13),
        (date(2024, 12, 31), "December 2024", "December 2025", 13),
    ],
)
def test_the_calendar_runs_for_twelve_months(start: date, first: str, last: str, count: int) -> None:
    entry = CalendarEntry(title="t", day=start, month=None, state=CalendarState.CONFIRMED, note="")
    months = calendar_months((entry,), start)
    assert (months[0].name, months[-1].name, len(months)) == (first, last, count)
    assert [month.entries for month in months] == [(entry,), *[()] * (count - 1)]


def test_the_clock_is_that_of_the_machine_in_london() -> None:
    before = datetime.now(UTC)
    clock.pause(0.01)
    now = clock.now()
    assert before + timedelta(seconds=0.01) <= now <= datetime.now(UTC)
    assert str(now.tzinfo) == "Europe/London"
