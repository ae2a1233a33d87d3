"""Plans of a few areas made again; what must move, what must not, and the words for it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.programmes.small import AS_AT, FIRST_MONDAY, THREE_WEEKS, due, pin, programme

from areasend.programme import Kind, PlanRow, ProgrammeInvalid, is_secret
from areasend.programme.configuration.model import AreaClosed, Days, Limits, Team
from areasend.programme.replanning import (
    Closure,
    Inspected,
    LimitSet,
    TeamAway,
    changed_programme,
    moves_csv,
    moves_text,
    replan,
    replan_headline,
    words_of,
)

NAMES = {"E1": "Area E1"}


def monday(week):
    return FIRST_MONDAY + timedelta(weeks=week)


def week(number, name="closed"):
    return Days(name=name, first_day=monday(number), last_day=monday(number) + timedelta(days=4))


def row(code, number, team="Team A", status="planned", kind=Kind.FIRST_FULL):
    on = monday(number) if number is not None else None
    return PlanRow(
        id=f"{code}-{kind.key}",
        gss_code=code,
        local_area=f"Area {code}",
        kind=kind,
        status=status if on is not None else "left",
        notified=on,
        monday=on,
        friday=on + timedelta(days=4) if on is not None else None,
        team=team if on is not None else "",
        weeks_late=0,
    )


def again(old, codes, whole=None, as_at=AS_AT, **options):
    return replan(old, [due(code) for code in codes], whole or programme(), as_at, **options)


def stands(found):
    return {item.due.gss_code: ((item.monday - FIRST_MONDAY).days // 7, item.team) for item in found.plan.items}


def told(found):
    return [(move.due.gss_code, move.reason) for move in found.moves]


TWO = programme(teams=(Team(name="Team A"), Team(name="Team B")))


def test_where_nothing_happened_nothing_moves():
    found = again([row("E1", 5), row("E2", 3, "Team B")], ["E1", "E2"], TWO)
    assert stands(found) == {"E1": (5, "Team A"), "E2": (3, "Team B")}
    assert (found.moves, found.added, found.gone, found.clashes) == ((), (), (), ())


def test_a_closed_area_moves_to_the_nearest_week():
    whole = changed_programme(programme(), [AreaClosed(gss_code="E1", days=week(5, "flood"))])
    found = again([row("E1", 5), row("E2", 4)], ["E1", "E2"], whole)
    assert stands(found) == {"E1": (6, "Team A"), "E2": (4, "Team A")}
    assert told(found) == [("E1", "its old week is closed to it: this area: flood (2026-02-09 to 2026-02-13)")]
    assert found.moved == found.moves


def test_another_team_goes_when_one_is_away():
    whole = changed_programme(TWO, [TeamAway(team="Team A", days=week(5, "illness"))])
    found = again([row("E1", 5)], ["E1"], whole)
    assert stands(found) == {"E1": (5, "Team B")}
    assert told(found) == [("E1", "Team A is not there in its old weeks: illness")]
    assert not found.moves[0].is_of_week
    assert "1 only changed team" in replan_headline(found)[0]


def test_without_any_team_it_moves():
    whole = changed_programme(programme(), [TeamAway(team="Team A", days=week(5))])
    assert told(again([row("E1", 5)], ["E1"], whole)) == [
        ("E1", "no team is there in its old weeks, or all have a conflict of interest")
    ]


def test_a_team_that_is_gone_or_has_a_conflict():
    gone = again([row("E1", 5, "Team X")], ["E1"])
    assert told(gone) == [("E1", "Team X is no team of the programme now")]
    whole = programme(teams=(Team(name="Team A", conflicts=frozenset({"E1"})), Team(name="Team B")))
    assert told(again([row("E1", 5)], ["E1"], whole)) == [("E1", "Team A has a conflict of interest with it now")]


def test_the_first_day_that_a_team_is_there_is_told_without_a_name():
    whole = programme(teams=(Team(name="Team A", first_day=monday(6)), Team(name="Team B")))
    assert told(again([row("E1", 5)], ["E1"], whole)) == [("E1", "Team A is not there in its old weeks")]


def test_one_makes_room_for_a_pin_and_says_for_which():
    found = again([row("E1", 5), row("E2", 8)], ["E1", "E2"], pins=[pin("E2", monday(5))])
    assert stands(found)["E2"] == (5, "Team A")
    assert told(found) == [
        ("E1", "every team that is there goes to Area E2, first full inspection, week of 9 February 2026"),
        ("E2", "pinned to the week of 9 February 2026"),
    ]
    assert [move.due.gss_code for move in found.moved] == ["E1"]


def test_a_pin_to_a_team_and_what_gives_way():
    old = [row("E1", 5), row("E2", 5, "Team B")]
    found = again(old, ["E1", "E2"], TWO, pins=[pin("E1", monday(5), team="Team B")])
    assert stands(found) == {"E1": (5, "Team B"), "E2": (5, "Team A")}
    assert told(found) == [
        ("E1", "pinned to Team B"),
        ("E2", "its team goes to Area E1, first full inspection, week of 9 February 2026"),
    ]


def test_a_limit_makes_room():
    whole = changed_programme(TWO, [LimitSet(name="per_week", value=1)])
    found = again([row("E1", 5), row("E2", 5, "Team B", "announced")], ["E1", "E2"], whole)
    assert stands(found)["E2"] == (5, "Team B")
    assert told(found)[0] == (
        "E1",
        "under the limit of the week it makes room for Area E2, first full inspection, week of 9 February 2026",
    )


def test_a_week_before_the_programme_is_told():
    found = again([row("E1", -3)], ["E1"], as_at=date(2025, 12, 1))
    assert told(found) == [("E1", "its old week lies outside the programme now")]


def test_an_announced_one_stays_on_a_bank_holiday_and_that_is_told():
    whole = changed_programme(programme(), [Closure(days=week(5, "a bank holiday"))])
    found = again([row("E1", 5, status="announced"), row("E2", 4)], ["E1", "E2"], whole)
    assert stands(found) == {"E1": (5, "Team A"), "E2": (4, "Team A")}
    assert found.moves == ()
    assert [(clash.words, clash.is_placed) for clash in found.clashes] == [("on site: a bank holiday", True)]
    assert "1 pinned inspection stays although a rule" in replan_headline(found)[-1]


def test_an_announced_one_without_a_team_stays_and_is_in_the_plan():
    whole = changed_programme(programme(), [TeamAway(team="Team A", days=week(5, "illness"))])
    found = again([row("E1", 5, status="announced")], ["E1"], whole)
    assert stands(found) == {"E1": (5, "Team A")}
    assert [(clash.words, clash.is_placed) for clash in found.clashes] == [
        ("any team is not there in its weeks, or has a conflict of interest", False)
    ]
    assert found.plan.items[0].status == "announced"
    assert found.gone == ()


def test_of_two_pins_that_clash_the_announced_one_has_the_team():
    old = [row("E1", 5), row("E2", 5, status="announced")]
    found = again(old, ["E1", "E2"], pins=[pin("E1", monday(5))])
    assert stands(found) == {"E1": (5, "Team A"), "E2": (5, "Team A")}
    assert [(clash.due.gss_code, clash.words) for clash in found.clashes] == [
        ("E1", "the teams and their weeks is taken up by what is pinned for Area E2")
    ]


def test_two_pins_to_one_team():
    old = [row("E1", 5), row("E2", 5, "Team B")]
    pins = [pin("E1", monday(5), team="Team A"), pin("E2", monday(5), team="Team A", announced=True)]
    found = again(old, ["E1", "E2"], TWO, pins=pins)
    assert [clash.due.gss_code for clash in found.clashes] == ["E1"]


def test_a_pin_outside_the_programme():
    found = again([row("E1", 5)], ["E1"], pins=[pin("E1", date(2027, 1, 4))])
    assert [clash.words for clash in found.clashes] == ["its week lies outside the programme"]


def test_what_was_notified_stays_without_a_clash():
    whole = programme(full=THREE_WEEKS)
    old = [replace(row("E1", 4), notified=monday(2))]
    found = again(old, ["E1"], whole, as_at=monday(3))
    assert stands(found) == {"E1": (4, "Team A")}
    assert found.clashes == ()
    assert found.plan.items[0].is_announced


def test_new_ones_are_added_and_those_no_longer_due_go():
    found = again([row("E1", 5), row("E3", None)], ["E1", "E2"])
    assert [item.due.gss_code for item in found.added] == ["E2"]
    assert [entry.row.gss_code for entry in found.gone] == ["E3"]


def test_a_pin_of_what_is_not_due():
    with pytest.raises(ProgrammeInvalid, match="nothing of this kind is due in its area"):
        again([row("E1", 5)], ["E1"], pins=[pin("E9", monday(5))])
    assert again([row("E1", 5), row("E9", 6)], ["E1"], pins=[pin("E9", monday(6))]).gone[0].row.gss_code == "E9"


def test_one_that_would_be_late_now_moves():
    dues = [due("E1", not_after=monday(3) + timedelta(days=4)), due("E2", not_after=monday(3) + timedelta(days=4))]
    whole = programme(last_day=monday(5) + timedelta(days=4))
    closed = AreaClosed(gss_code="E1", days=Days(name="x", first_day=monday(1), last_day=monday(3)))
    old = [row("E1", 1), row("E2", 0)]
    found = replan(old, dues, changed_programme(whole, [closed]), AS_AT)
    assert stands(found) == {"E1": (0, "Team A"), "E2": (1, "Team A")}


def test_the_files_have_the_marking_and_the_words():
    whole = changed_programme(programme(), [AreaClosed(gss_code="E1", days=week(5, "flood"))])
    old = [row("E1", 5), row("E2", 4, status="announced"), row("E3", 2)]
    whole = changed_programme(whole, [Closure(days=week(4, "snow"))])
    found = again(old, ["E1", "E2", "E4"], whole)
    text = moves_text(found, ["It snowed."])
    assert is_secret(moves_csv(found))
    assert is_secret(text.encode())
    for said in ("It snowed.", "Moved (1)", "Stay against a rule (1)", "New in the plan (1)", "No longer due (1)"):
        assert said in text
    whats = [line.split(b",")[4] for line in moves_csv(found).splitlines()[1:]]
    assert whats == [b"moved", b"added", b"gone", b"clash"]
    assert moves_csv(found) == moves_csv(again(old, ["E1", "E2", "E4"], whole))


def test_what_leaves_the_plan_is_told():
    whole = changed_programme(programme(), [LimitSet(name="per_year", value=1)])
    found = again([row("E1", 5), row("E2", 6)], ["E1", "E2"], whole)
    assert ", 1 of them out of the plan" in replan_headline(found)[0]
    assert "out of the plan, because" in moves_text(found, [])
    assert b',Team A,,,"under the limit of the year' in moves_csv(found)


def test_changes_in_words():
    inspected = Inspected(
        gss_code="E1",
        local_area="Area E1",
        kind=Kind.FIRST_FULL,
        first_day=monday(0),
        last_day=monday(0),
        outcome="inconsistent",
    )
    changes = [
        TeamAway(team="Team A", days=week(1, "illness")),
        AreaClosed(gss_code="E1", days=week(1, "flood")),
        Closure(days=week(1, "snow")),
        LimitSet(name="per_week", value=2),
        LimitSet(name="per_week", value=None),
        inspected,
        replace(inspected, kind=Kind.MONITORING, outcome=None),
    ]
    span = "from 2026-01-12 to 2026-01-16"
    assert [words_of(change, NAMES) for change in changes] == [
        f"Team A is away {span}: illness.",
        f"Area E1 cannot be inspected {span}: flood.",
        f"Nobody can be on site {span}: snow.",
        "The limit per_week is 2.",
        "The limit per_week is lifted.",
        "Area E1 had its full inspection from 2026-01-05 to 2026-01-05 with the outcome inconsistent.",
        "Area E1 had its monitoring inspection from 2026-01-05 to 2026-01-05.",
    ]


def test_what_took_place_without_an_outcome_is_done():
    done = Inspected(
        gss_code="E1", local_area="Area E1", kind=Kind.FIRST_FULL, first_day=date(2025, 12, 1), last_day=AS_AT
    )
    assert {entry.kind for entry in changed_programme(programme(), [done]).done} == {Kind.FIRST_FULL, Kind.NEXT_FULL}
    with_outcome = replace(done, outcome="inconsistent")
    assert changed_programme(programme(limits=Limits()), [with_outcome]).done == ()


def test_one_that_a_new_last_day_makes_late_moves_for_that():
    """The old plan has both in time; now E1 is due in week 2, and week 5 would be three weeks late."""
    dues = [due("E1", not_after=monday(2) + timedelta(days=4)), due("E2", not_after=monday(0) + timedelta(days=4))]
    found = replan([row("E1", 5), row("E2", 6)], dues, programme(), AS_AT)
    assert found.moves == (), "no later than the old plan is enough"


def test_the_share_is_told_with_what_it_costs():
    found = again([row("E1", 5)], ["E1"])
    near = replace(found.nearest, instead=8, later=12, most=5)
    said = replan_headline(replace(found, nearest=near))
    assert said[2] == (
        "With 8 moves the plan would be 12 weighted weeks less late; that is more than the 5 that may move, so it "
        "was not done."
    )


def test_one_moves_so_that_the_plan_is_no_later_than_it_must_be():
    """E2 must be four weeks late; E1, due earlier now, makes that good as far as it can."""
    dues = [due("E1", not_after=monday(2) + timedelta(days=4)), due("E2", not_after=monday(0) + timedelta(days=4))]
    closed = AreaClosed(gss_code="E2", days=Days(name="flood", first_day=monday(0), last_day=monday(3)))
    found = replan([row("E1", 5), row("E2", 0)], dues, changed_programme(programme(), [closed]), AS_AT)
    assert stands(found) == {"E1": (2, "Team A"), "E2": (4, "Team A")}
    assert ("E1", "it would be late there by 3 week(s), and is less late now") in told(found)
