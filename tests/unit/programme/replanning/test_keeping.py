"""What stays of an old plan: weeks that are over, areas that were told, pins of today, records that were put right."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.programmes.small import AS_AT, FIRST_MONDAY, due, pin, programme

from areasend.programme import Kind, PlanRow, ProgrammeInvalid, plan_csv, read_plan
from areasend.programme.configuration.model import Days, Done, Limits, Team
from areasend.programme.replanning import TeamAway, changed_programme, moves_csv, moves_text, replan, replan_headline

NEXT = Kind.NEXT_FULL
TWO = (Team(name="Team A"), Team(name="Team B"))


def monday(week):
    return FIRST_MONDAY + timedelta(weeks=week)


def friday(week):
    return monday(week) + timedelta(days=4)


def row(code, number, team="Team A", status="planned", **changes):
    made = PlanRow(
        id=f"{code}-first-full",
        gss_code=code,
        local_area=f"Area {code}",
        kind=Kind.FIRST_FULL,
        status=status,
        notified=monday(number),
        monday=monday(number),
        friday=friday(number),
        team=team,
        weeks_late=0,
    )
    return replace(made, **changes)


def again(old, codes, whole=None, as_at=AS_AT, **options):
    return replan(old, [due(code) for code in codes], whole or programme(), as_at, **options)


def stands(found):
    return {
        item.due.gss_code: ((item.monday - FIRST_MONDAY).days // 7, item.team, item.status) for item in found.plan.items
    }


def test_a_week_that_is_over_and_not_recorded_is_planned_anew():
    """As at the Friday of week 2: E1 (week 1) and E2 (week 2, announced) are over, E3 was never to be yet."""
    old = [row("E1", 1), row("E2", 2, status="announced"), row("E3", 6)]
    found = again(old, ["E1", "E2", "E3"], as_at=friday(2))
    assert [entry.gss_code for entry in found.unrecorded] == ["E1", "E2"]
    assert stands(found)["E3"] == (6, "Team A", "planned")
    now = {code: place[0] for code, place in stands(found).items()}
    assert now["E1"] > 2
    assert now["E2"] > 2
    assert (found.moves, found.added, found.gone, found.clashes) == ((), (), (), ())
    assert found.nearest.unpinned == 1
    assert found.must_settle


def test_what_is_not_recorded_is_told_in_counts_and_in_the_files():
    one = again([row("E1", 1)], ["E1"], as_at=friday(2))
    assert replan_headline(one)[2] == (
        "1 inspection of the old plan was to be on site by 23 January 2026, and the records do not hold it. What took "
        "place, record it, or tell it as [[inspected]] or [[done]]: here each is planned anew."
    )
    two = again([row("E1", 1), row("E2", 2, status="pinned")], ["E1", "E2"], as_at=friday(2))
    assert replan_headline(two)[2].startswith(
        "2 inspections of the old plan were to be on site by 23 January 2026, and"
    )
    text = moves_text(two, [])
    assert "To be on site by now, and not in the records (2)" in text
    assert "Area E1, first full inspection: week of 12 January 2026 (Team A)" in text
    lines = moves_csv(two).decode().splitlines()[1:]
    assert [line.split(",")[4:8] for line in lines] == [
        ["unrecorded", "no", "2026-01-12", "Team A"],
        ["unrecorded", "yes", "2026-01-19", "Team A"],
    ]
    assert all("its week on site is over" in line for line in lines)
    assert lines[0].split(",")[8] > "2026-01-23", "its week now"


def test_what_is_not_recorded_and_is_left_now_has_no_week():
    whole = programme(last_day=friday(3))
    found = again([row("E1", 1), row("E2", 3)], ["E1", "E2"], whole, as_at=friday(2))
    assert [entry.due.gss_code for entry in found.plan.left] == ["E1"]
    assert b"unrecorded,no,2026-01-12,Team A,,," in moves_csv(found)


def test_what_is_told_as_done_is_gone_and_not_to_be_settled():
    whole = programme(done=(Done(gss_code="E1", kind=Kind.FIRST_FULL, day=monday(1)),))
    found = again([row("E1", 1, status="announced"), row("E3", 6)], ["E1", "E3"], whole, as_at=friday(2))
    assert found.unrecorded == ()
    assert [(entry.row.gss_code, entry.reason) for entry in found.gone] == [("E1", "no longer due")]
    assert not found.must_settle


def test_what_was_notified_and_is_still_ahead_stays_and_says_that_it_follows_from_the_date():
    """As at the Tuesday of week 2: notified on Monday, on site in week 3. Nobody said that the area knows."""
    found = again([row("E1", 3, notified=monday(2))], ["E1"], as_at=monday(2) + timedelta(days=1))
    assert stands(found) == {"E1": (3, "Team A", "notified")}
    assert found.plan.items[0].reason[-1] == (
        "By the plan before, the area has been told, so it stays: notified on 2026-01-19 by the plan before."
    )
    assert not found.must_settle
    back = read_plan(plan_csv(found.plan), place="plan.csv")[0]
    assert (back.status, back.is_pinned, back.is_announced) == ("notified", True, False)
    told = again([row("E1", 3, notified=monday(2), status="announced")], ["E1"], as_at=monday(2))
    assert told.plan.items[0].status == "announced"
    assert told.plan.items[0].reason[-1] == "The area has been told, so it stays: announced in the plan before."


def test_a_pin_to_the_same_week_says_that_the_area_knows_and_why():
    old = [row("E1", 3, notified=monday(2))]
    pins = [replace(pin("E1", monday(3), announced=True), reason="told by letter")]
    found = again(old, ["E1"], as_at=monday(2), pins=pins)
    assert found.plan.items[0].status == "announced"
    assert found.plan.items[0].reason[-1] == "The area has been told, so it stays: told by letter."
    bare = again(old, ["E1"], as_at=monday(2), pins=[pin("E1", monday(3))])
    assert bare.plan.items[0].status == "notified"
    assert bare.clashes == ()


def test_one_that_is_on_site_now_stays_before_the_first_week_of_a_new_programme():
    whole = programme(first_day=monday(4))
    old = [row("E1", 3, status="announced"), row("E2", 5)]
    found = again(old, ["E1", "E2"], whole, as_at=monday(3) + timedelta(days=2))
    assert found.clashes == ()
    assert found.plan.items[0].monday == monday(3)
    assert found.plan.items[0].reason == ("It has begun, and ends before the weeks here.",)
    assert found.plan.items[0].weeks_late == 0
    # Limits of its month and year count it.
    full = replace(whole, limits=Limits(per_month=1))
    two = again([row("E1", 3, status="announced"), row("E3", 7)], ["E1", "E3"], full, as_at=monday(3))
    assert [(entry.kind, entry.day) for entry in two.plan.programme.begun] == [(Kind.FIRST_FULL, monday(3))]
    late = [due("E1", not_after=friday(1)), due("E2")]
    assert replan(old, late, whole, as_at=friday(3) - timedelta(days=1)).plan.items[0].weeks_late == 2


def test_one_on_site_now_that_the_programme_pins_elsewhere_is_told():
    whole = programme(first_day=monday(4), pins=(pin("E1", monday(6)),))
    found = again([row("E1", 3)], ["E1"], whole, as_at=monday(3))
    assert [clash.words for clash in found.clashes] == [
        "the programme file pins it to the week of 16 February 2026; its week lies outside the programme"
    ]
    assert stands(found) == {"E1": (3, "Team A", "notified")}


def test_a_pin_that_was_changed_or_removed_counts_as_it_is_now():
    old = [row("E1", 3, status="pinned")]
    moved = again(old, ["E1"], programme(pins=(pin("E1", monday(5)),)))
    assert stands(moved) == {"E1": (5, "Team A", "pinned")}
    assert [move.reason for move in moved.moves] == ["pinned to the week of 9 February 2026"]
    free = again(old, ["E1"])
    assert stands(free) == {"E1": (3, "Team A", "planned")}
    assert free.nearest.unpinned == 1


def test_one_that_was_told_keeps_its_week_against_the_pin_of_the_programme():
    old = [row("E1", 3, status="announced")]
    whole = programme(pins=(pin("E1", monday(5)),))
    found = again(old, ["E1"], whole)
    assert stands(found) == {"E1": (3, "Team A", "announced")}
    assert [(clash.words, clash.is_placed) for clash in found.clashes] == [
        ("the programme file pins it to the week of 9 February 2026", True)
    ]
    # A pin given for this plan alone says where it goes.
    given = again(old, ["E1"], whole, pins=[pin("E1", monday(7), announced=True)])
    assert stands(given) == {"E1": (7, "Team A", "announced")}
    assert given.clashes == ()


def test_a_pinned_team_stays_where_it_is_away_and_that_is_told():
    away = TeamAway(team="Team B", days=Days(name="illness", first_day=monday(3), last_day=friday(3)))
    whole = programme(teams=TWO, pins=(pin("E1", monday(3), team="Team B"),))
    for status in ("pinned", "announced"):
        old = [row("E1", 3, "Team B", status)]
        found = again(old, ["E1"], changed_programme(whole, [away]))
        assert stands(found) == {"E1": (3, "Team B", status)}
        assert [clash.words for clash in found.clashes] == [
            "Team B is not there in its weeks, or has a conflict of interest"
        ]
    # No pin names the team: the area keeps its week, and another team goes.
    free = again([row("E1", 3, "Team B", "announced")], ["E1"], changed_programme(programme(teams=TWO), [away]))
    assert stands(free) == {"E1": (3, "Team A", "announced")}
    assert free.clashes == ()


def follow_up(day, number=3, **changes):
    return row("E1", number, id=f"E1-next-full-after-{day}", kind=NEXT, status="announced", **changes)


def due_after(day):
    return replace(due("E1", NEXT, follows=f"E1-{day}"), id=f"E1-next-full-after-{day}")


@pytest.mark.parametrize("now", ["2022-12-05", "2023-01-30", "2023-06-29"])
def test_a_first_day_that_was_put_right_changes_nothing(now):
    """Up to half a year: the first of these days is earlier, the last a day short of 6 months later."""
    found = replan([follow_up("2022-12-30")], [due_after(now)], programme(), AS_AT)
    assert stands(found) == {"E1": (3, "Team A", "announced")}
    assert found.plan.items[0].id == f"E1-next-full-after-{now}"
    assert (found.moves, found.added, found.gone) == ((), (), ())


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("2022-12-30", "2023-06-30"),
        ("2022-12-30", "2025-10-06"),
        ("not known", "2023-01-09"),
        ("2025-12-01", "2026-01-26"),
    ],
)
def test_another_inspection_before_is_for_people_to_settle(before, now):
    """Six months apart, years apart, without a day; and one that began when this one was to be on site."""
    found = replan([follow_up(before)], [due_after(now)], programme(), AS_AT)
    assert [(entry.row.gss_code, entry.must_settle) for entry in found.gone] == [("E1", True)]
    assert found.gone[0].reason == (
        "what is due there now follows another inspection, and the area was told this week: settle it with the area"
    )
    assert [item.id for item in found.added] == [f"E1-next-full-after-{now}"]
    assert replan_headline(found)[-1] == (
        "Of those no longer due, 1 had been told a week that lies ahead: people must settle that with the areas."
    )
    assert found.must_settle


def test_of_two_rows_for_one_inspection_none_is_taken_for_it():
    old = [follow_up("2022-12-30"), follow_up("2023-01-02", 5)]
    assert len(replan(old, [due_after("2023-01-09")], programme(), AS_AT).gone) == 2


def test_one_left_before_is_the_same_after_a_correction():
    gone = {"notified": None, "monday": None, "friday": None, "team": ""}
    left = replace(follow_up("2022-12-30"), status="left", **gone)
    found = replan([left], [due_after("2023-01-09")], programme(), AS_AT)
    assert found.added == ()
    assert not found.must_settle


def test_a_pin_given_for_a_week_that_is_over():
    with pytest.raises(ProgrammeInvalid) as raised:
        again([row("E1", 1)], ["E1"], as_at=friday(1), pins=[pin("E1", monday(1))])
    said = str(raised.value)
    assert "pin 1, a first full inspection on 2026-01-12: its week on site is over by 2026-01-16" in said
    assert "[[inspected]] or [[done]]; or pin it to a later week" in said
    # A day before it is on site.
    found = again([row("E1", 1)], ["E1"], as_at=date(2026, 1, 15), pins=[pin("E1", monday(1))])
    assert stands(found) == {"E1": (1, "Team A", "notified")}
