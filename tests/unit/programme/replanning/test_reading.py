from datetime import date

import pytest
from tests.programmes.small import programme

from areasend.framework import packaged_framework
from areasend.programme import Kind, PlanUnreadable, ProgrammeInvalid
from areasend.programme.configuration.model import AreaClosed, Days, Pin
from areasend.programme.replanning import Closure, Inspected, LimitSet, TeamAway, read_changes, read_pins
from areasend.register import packaged_register

AS_AT = date(2025, 12, 31)


def pins(text):
    return read_pins(text.encode(), place="pins.csv", register=packaged_register(), programme=programme())


def changes(text):
    return read_changes(
        text.encode(),
        place="changes.toml",
        as_at=AS_AT,
        register=packaged_register(),
        framework=packaged_framework(),
        programme=programme(),
    )


def faults(read, text):
    with pytest.raises(ProgrammeInvalid) as caught:
        read(text)
    return list(caught.value.faults)


def test_pins_are_read_by_code_or_name():
    found = pins(
        "local_area,kind,monday,team,announced,reason\n"
        "E08000035,first-full,2026-01-12,team a,yes,told\n"
        "leeds,monitoring inspection,2026-02-02,,,\n"
    )
    assert found == (
        Pin(
            gss_code="E08000035",
            kind=Kind.FIRST_FULL,
            monday=date(2026, 1, 12),
            team="Team A",
            announced=True,
            reason="told",
        ),
        Pin(gss_code="E08000035", kind=Kind.MONITORING, monday=date(2026, 2, 2)),
    )


def test_pins_need_no_more_than_where_what_and_when():
    assert pins("kind,monday,local_area\nnext-full,2026-01-12,Leeds\n")[0].kind is Kind.NEXT_FULL


def test_all_faults_of_pins_at_once():
    assert faults(
        pins,
        "local_area,kind,monday,team,announced,colour\n"
        "Atlantis,first-full,2026-01-12,,,\n"
        "Leeds,thematic,2026-01-13,Team Z,perhaps,\n"
        "Leeds,first-full,2026-13-01,,,\n"
        "Leeds,first-full\n"
        "Leeds,first-full,2026-01-12,,no,\n"
        "E08000035,first-full,2026-01-19,,no,\n"
        ",first-full,12 January,,no,\n",
    ) == [
        "the first row: 'colour' is not known here; there are local_area, kind, monday, team, announced, reason",
        "line 2, local_area: 'Atlantis' is neither the code nor a name of a local area of the register",
        (
            "line 3, kind: 'thematic' is not one of first full inspection, first-full, monitoring, "
            "monitoring inspection, next full inspection, next-full"
        ),
        "line 3, monday: 2026-01-13 is a Tuesday; that week’s Monday is 2026-01-12",
        "line 3, team: 'Team Z' is no team of the programme: one of Team A",
        "line 3, announced: 'perhaps' is no answer: one of no, yes",
        "line 4, monday: '2026-13-01' is no day such as 2025-03-31",
        "line 5: it has not as many cells as the first row",
        "line 7: a row before it pins the same inspection",
        "line 8, local_area: nothing is neither the code nor a name of a local area of the register",
        "line 8, monday: '12 January' is no day such as 2025-03-31",
    ]


def test_a_name_of_several_areas_asks_for_a_code():
    shared = next(
        name.name
        for name in packaged_register().area_names
        if len({other.gss_code for other in packaged_register().area_names if other.name == name.name}) > 1
    )
    assert "give one of these codes" in faults(pins, f"local_area,kind,monday\n{shared},first-full,2026-01-12\n")[0]


@pytest.mark.parametrize("content", [b"local_area,kind\n", b"\xff\xfe", b"", b'local_area,kind,monday\n"Leeds'])
def test_what_is_no_file_of_pins(content):
    with pytest.raises(PlanUnreadable, match=r"pins\.csv"):
        read_pins(content, place="pins.csv", register=packaged_register(), programme=programme())


def test_every_kind_of_change():
    found = changes("""
        [[team_away]]
        team = "Team A"
        first_day = 2026-01-12
        last_day = 2026-01-30
        reason = "illness"
        [[area_closed]]
        area = "Leeds"
        first_day = "2026-01-12"
        reason = "flood"
        [[no_site]]
        first_day = 2026-01-19
        reason = "a bank holiday"
        [[inspected]]
        area = "Leeds"
        kind = "full"
        first_day = 2025-11-10
        last_day = 2025-11-14
        published = 2025-12-20
        outcome = "Inconsistent experiences and outcomes"
        [[inspected]]
        area = "York"
        kind = "monitoring"
        first_day = 2025-11-10
        [limits]
        per_week = 2
        full_per_year = "none"
    """)
    day = date(2026, 1, 12)
    outcome = packaged_framework().version_at(AS_AT).outcomes
    assert found == (
        TeamAway(team="Team A", days=Days(name="illness", first_day=day, last_day=date(2026, 1, 30))),
        AreaClosed(gss_code="E08000035", days=Days(name="flood", first_day=day, last_day=day)),
        Closure(days=Days(name="a bank holiday", first_day=date(2026, 1, 19), last_day=date(2026, 1, 19))),
        Inspected(
            gss_code="E08000035",
            local_area="Leeds",
            kind=Kind.FIRST_FULL,
            first_day=date(2025, 11, 10),
            last_day=date(2025, 11, 14),
            published=date(2025, 12, 20),
            outcome=next(entry.key for entry in outcome if entry.order == 2),
        ),
        Inspected(
            gss_code="E06000014",
            local_area="York",
            kind=Kind.MONITORING,
            first_day=date(2025, 11, 10),
            last_day=date(2025, 11, 10),
        ),
        LimitSet(name="per_week", value=2),
        LimitSet(name="full_per_year", value=None),
    )


def test_all_faults_of_changes_at_once():
    assert faults(
        changes,
        """
        [[team_away]]
        team = "Team Z"
        first_day = 2026-01-30
        last_day = 2026-01-12
        reason = "two\\nlines"
        [[area_closed]]
        area = 3
        first_day = 2026-01-12T10:00:00
        [[no_site]]
        reason = "x"
        why = "y"
        [[inspected]]
        area = "Nowhere"
        kind = "thematic"
        first_day = 2026-01-05
        outcome = "good"
        [[inspected]]
        area = "Leeds"
        kind = "monitoring"
        first_day = 2025-12-01
        published = 2025-11-01
        outcome = "good"
        [limits]
        per_day = 1
        per_week = 0
        per_year = true
        """,
    ) == [
        "team_away 1, team: 'Team Z' is no team of the programme: one of Team A",
        "team_away 1: last_day 2026-01-12 is before first_day 2026-01-30",
        "team_away 1, reason: 'two\\nlines' is no text in one line",
        "area_closed 1, area: 3 is neither the code nor a name of a local area of the register",
        "area_closed 1, first_day: datetime.datetime(2026, 1, 12, 10, 0) is no day such as 2025-03-31",
        "area_closed 1, reason: nothing is no text in one line",
        "no_site 1: 'why' is not known here; there are first_day, last_day, reason",
        "no_site 1, first_day: nothing is no day such as 2025-03-31",
        "inspected 1, area: 'Nowhere' is neither the code nor a name of a local area of the register",
        "inspected 1, kind: 'thematic' is not one of full, full inspection, monitoring, monitoring inspection",
        "inspected 1, outcome: 'good' is no outcome of the framework: one of "
        + ", ".join(sorted(entry.key for entry in packaged_framework().version_at(AS_AT).outcomes)),
        "inspected 1: last_day 2026-01-05 is after 2025-12-31: give a later --as-at",
        "inspected 2: published 2025-11-01 does not lie between last_day 2025-12-01 and 2025-12-31",
        "inspected 2, outcome: an outcome is that of a full inspection",
        (
            "limits: 'per_day' is not known here; there are per_week, per_month, per_year, full_per_week, "
            "full_per_month, full_per_year"
        ),
        'limits, per_week: 0 is neither a whole number from 1 nor "none"',
        'limits, per_year: True is neither a whole number from 1 nor "none"',
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file: it tells of no change"),
        ("team_away = 3", "team_away: it is written as [[team_away]], once for each"),
        ("limits = 3", "limits: it is written as [limits], with a line for each limit"),
        (
            "[weather]",
            "the file: 'weather' is not known here; there are team_away, area_closed, no_site, inspected, limits",
        ),
    ],
)
def test_faults_of_a_whole_file(text, said):
    assert said in faults(changes, text)


def test_what_is_no_toml():
    with pytest.raises(PlanUnreadable, match=r"changes\.toml cannot be read as TOML"):
        changes("[[")
