"""A plan in files: every one marked, and the CSV enough to read the plan back."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small_programmes import due, monday, problem, programme, solution, teams

from areasend.programme import (
    COLUMNS,
    Kind,
    PlanUnreadable,
    Window,
    due_csv,
    due_text,
    headline,
    is_secret,
    plan_csv,
    plan_page,
    plan_text,
    read_plan,
)
from areasend.programme.configuration import Pin
from areasend.programme.planning import Plan, plan_of

PINS = (
    Pin(gss_code="E06000001", kind=Kind.FIRST_FULL, monday=monday(2), announced=True),
    Pin(gss_code="E06000002", kind=Kind.FIRST_FULL, monday=monday(5)),
)


def small() -> Plan:
    """Area 1 announced in week 2, area 2 pinned to week 5, area 3 two weeks late in week 12, area 4 left."""
    made = problem(
        [due(1), due(2), due(3, kind=Kind.MONITORING, by=10, after=2), due(4, uncertain=("A, B; “C”.", "D."))],
        programme(pins=PINS, teams=teams('Red, "the" first', "Blue")),
    )
    return plan_of(made, solution(made, (0, 2), (1, 5), (2, 12), best=False))


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_every_file_carries_the_marking() -> None:
    plan = small()
    assert all(map(is_secret, (plan_csv(plan), plan_text(plan).encode(), plan_page(plan, version="0"))))


def test_every_row_carries_the_marking() -> None:
    content = plan_csv(small())
    lines = content.split(b"\r\n")[1:-1]
    assert len(lines) == 4
    assert all(map(is_secret, lines))


def test_a_row_says_when_and_by_whom() -> None:
    announced, pinned, late, left = rows(plan_csv(small()))
    assert list(announced) == list(COLUMNS)
    assert [row["status"] for row in (announced, pinned, late, left)] == ["announced", "pinned", "planned", "left"]
    assert (announced["notification"], announced["on_site_from"]) == ("2025-01-06", "2025-01-20")
    assert (announced["on_site_to"], announced["team"]) == ("2025-01-24", "Blue")
    assert (late["activity"], late["weeks_late"], late["weeks_open"]) == ("monitoring", "2", "8")
    assert (late["not_before"], late["about"], late["not_after"]) == ("2025-01-20", "", "2025-03-21")
    assert (left["team"], left["on_site_from"], left["weeks_late"]) == ("", "", "")
    assert left["uncertain"] == "A, B; “C”. D."
    assert left["reason"].startswith("Rule: a rule in words (framework version 2023-01, handbook, 1). Window: ")


def test_a_plan_is_read_back() -> None:
    plan = small()
    found = read_plan(plan_csv(plan), place="plan.csv")
    assert [row.id for row in found] == [*(item.id for item in plan.items), *(left.id for left in plan.left)]
    for row, item in zip(found, plan.items, strict=False):
        assert (row.notified, row.monday, row.friday) == (item.notified, item.monday, item.friday)
        assert (row.team, row.kind, row.weeks_late) == (item.team, item.due.kind, item.weeks_late)
        assert (row.gss_code, row.local_area) == (item.due.gss_code, item.due.local_area)
    assert [row.is_announced for row in found] == [True, False, False, False]
    assert [row.is_pinned for row in found] == [True, True, False, False]
    last = found[-1]
    assert (last.status, last.notified, last.monday, last.friday, last.team) == ("left", None, None, None, "")


def test_a_plan_that_a_spreadsheet_program_saved_is_read_back() -> None:
    content = plan_csv(small())
    saved = b"\xef\xbb\xbf" + content.replace(b"\r\n", b"\n") + b"\n"
    assert read_plan(saved, place="a") == read_plan(content, place="a")


def changed(row: int, **cells: str) -> bytes:
    found = rows(plan_csv(small()))
    found[row] |= cells
    held = io.StringIO(newline="")
    writer = csv.DictWriter(held, tuple(COLUMNS))
    writer.writeheader()
    writer.writerows(found)
    return held.getvalue().encode()


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"id": ""}, "row 2: id '' is empty or stands twice"),
        ({"id": "E06000002-first-full"}, "row 3: id 'E06000002-first-full' is empty or stands twice"),
        ({"activity": "visit"}, "row 2: activity 'visit' is none of first-full"),
        ({"status": "maybe"}, "row 2: status 'maybe' is none of announced"),
        ({"notification": "soon"}, "row 2: notification 'soon' is no date"),
        ({"notification": "2025-01-11"}, "row 2: notification 2025-01-11 is no working day"),
        ({"on_site_from": "2025-01-21"}, "row 2: on_site_from 2025-01-21 is no Monday"),
        ({"on_site_to": "2025-01-25"}, "row 2: on_site_to 2025-01-25 is no Friday"),
        ({"notification": "2025-01-27"}, "row 2: its days are in the wrong order"),
        ({"on_site_to": "2025-01-10"}, "row 2: its days are in the wrong order"),
        ({"team": ""}, "row 2: it has no team"),
        ({"weeks_late": "-1"}, "row 2: weeks_late '-1' is no whole number"),
        ({"weeks_late": "²"}, "row 2: weeks_late '²' is no whole number"),
    ],
)
def test_a_plan_that_is_not_sound_is_not_read(cells: dict[str, str], fault: str) -> None:
    with pytest.raises(PlanUnreadable) as raised:
        read_plan(changed(0, **cells), place="my plan")
    assert str(raised.value).startswith("my plan has 1 fault(s):\n")
    assert fault in str(raised.value)


def test_a_notification_on_the_day_after_a_bank_holiday_is_read() -> None:
    assert read_plan(changed(0, notification="2025-01-07"), place="my plan")[0].notified == date(2025, 1, 7)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "my plan is no plan: it has no column id, "),
        (b"a,b\r\n1,2\r\n", "my plan is no plan: it has no column id, "),
        (b"\xff", "my plan is no CSV in UTF-8"),
        (b'"a', "my plan is no CSV in UTF-8"),
    ],
)
def test_a_file_that_is_no_plan_is_not_read(content: bytes, said: str) -> None:
    with pytest.raises(PlanUnreadable, match=said):
        read_plan(content, place="my plan")


def test_every_fault_is_told_and_no_more_than_can_be_read() -> None:
    heading = plan_csv(small()).split(b"\r\n")[0]
    with pytest.raises(PlanUnreadable) as raised:
        read_plan(heading + b"\r\n" + b"x,y\r\n" * 30, place="a")
    lines = str(raised.value).splitlines()
    assert lines[0] == "a has 30 fault(s):"
    assert lines[1] == "  row 2: fewer cells than columns"
    assert (len(lines), lines[-1]) == (22, "  and 10 more")


@given(team=st.text(st.characters(codec="utf-8"), min_size=1), reason=st.text(st.characters(codec="utf-8")))
def test_any_words_are_read_back(team: str, reason: str) -> None:
    plan = small()
    items = tuple(replace(item, team=team, reason=(reason,)) for item in plan.items)
    found = read_plan(plan_csv(replace(plan, items=items)), place="a")
    assert [row.team for row in found[:3]] == [team] * 3


def test_the_headline_names_nobody() -> None:
    assert headline(small()) == (
        "It does not fit: of 4 inspections, 1 is left and 1 is late, by 2 weeks together.",
        "Lateness 10 weighted weeks; lower bound 4, gap 60.0%: a plan that is less late may exist.",
        "Unevenness over terms and regions 0.",
    )
    made = problem([due(1), due(2)])
    plan = plan_of(made, solution(made, (0, 2), (1, 5)))
    assert headline(plan)[:2] == (
        "It fits: each of 2 inspections is planned, and in time.",
        "Lateness 10 weighted weeks; lower bound 10: no plan can be less late.",
    )


def test_the_text_goes_by_month() -> None:
    lines = plan_text(replace(small(), programme=programme(pins=PINS, is_assumed=("terms", "teams")))).splitlines()
    assert "A quarter: 1 January 2025 to 4 April 2025" in lines
    assert "Assumed, not given by the programme file: terms, teams." in lines
    months = [line for line in lines if line.endswith(("(1 inspection)", "(2 inspections)"))]
    assert months == ["January 2025 (1 inspection)", "February 2025 (1 inspection)", "March 2025 (1 inspection)"]
    assert "  20 January 2025 to 24 January 2025  Area 1 (North West), first full inspection, Blue, announced" in lines
    assert "      Notification 6 January 2025" in lines
    assert any(line.endswith("monitoring inspection, Blue, 2 weeks late") for line in lines)
    assert lines.index("Left, because they do not fit (1)") < lines.index("  Area 4, first full inspection")
    assert max(len(line) for line in lines if line.startswith("      ")) <= 100


def test_a_plan_in_which_all_is_well_says_nothing_of_the_rest() -> None:
    made = problem([due(1)])
    text = plan_text(plan_of(made, solution(made, (0, 2))))
    assert "Left" not in text
    assert "Assumed" not in text


def test_what_is_due_as_csv_has_no_plan_in_it() -> None:
    content = due_csv([due(1, after=2, by=5)])
    (row,) = csv.DictReader(io.StringIO(content))
    assert row["activity"] == "first-full"
    assert (row["not_before"], row["about"], row["not_after"]) == ("2025-01-20", "", "2025-02-14")
    assert set(row) < set(COLUMNS)
    assert not set(row) & {"status", "notification", "on_site_from", "team", "reason", "marking"}
    assert not is_secret(content.encode())


def test_what_is_due_as_a_table_with_its_notes() -> None:
    visit = replace(
        due(9),
        id="v",
        kind=Kind.THEMATIC,
        local_area="",
        window=Window(not_before=None, about=date(2025, 3, 1), not_after=None),
    )
    text = due_text(
        [due(1, by=5, uncertain=("One.", "Two.")), due(2, uncertain=("Two.",)), visit],
        as_at=date(2024, 12, 31),
        until=date(2025, 12, 31),
    )
    lines = text.splitlines()
    assert lines[0] == "Due after 31 December 2024, about or at the earliest by 31 December 2025: 3 in all."
    assert lines[4].startswith("-           -           2025-02-14  first full inspection  Area 1")
    assert lines[4].endswith("1 2")
    assert lines[5].endswith("  2")
    assert "2025-03-01  -" in lines[6]
    assert "areas to be chosen" in lines[6]
    assert lines[-3:] == ["Notes", "1  One.", "2  Two."]
    assert "Notes" not in due_text([due(1)], as_at=date(2024, 12, 31), until=date(2025, 12, 31))
