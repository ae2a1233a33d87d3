from datetime import date

import pytest
from tests.programmes.small import programme

from areasend.framework import packaged_framework
from areasend.programme import Kind, PlanUnreadable, ProgrammeInvalid
from areasend.programme.configuration import Names
from areasend.programme.configuration.model import AreaClosed, Days, Pin
from areasend.programme.replanning import Closure, Inspected, LimitSet, TeamAway, read_changes, read_pins
from areasend.register import packaged_register

AS_AT = date(2025, 12, 31)
NAMES = Names(packaged_register(), packaged_framework(), AS_AT)


def pins(text):
    return read_pins(text.encode(), place="pins.csv", names=NAMES, programme=programme())


def changes(text):
    return read_changes(
        text.encode(),
        place="changes.toml",
        as_at=AS_AT,
        names=NAMES,
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
        "the first row: column 6 is not known here. Use: local_area, kind, monday, team, announced, reason.",
        "line 2, local_area: no local area of today has this name or code. Write the code of a local area.",
        "line 3, kind: not one of the known words. Use one of: first-full, next-full, monitoring.",
        "line 3, monday = 2026-01-13: is a Tuesday. Write the Monday, such as 2026-01-12.",
        "line 3, team: not one of the known words. Use one of: Team A.",
        "line 3, announced: not one of the known words. Use one of: yes, no.",
        "line 4, monday: no day such as 2025-03-31. Correct the value.",
        "line 5: it has not as many cells as the first row. Add or remove cells.",
        "line 7: a row before it pins the same inspection. Keep one of the two.",
        "line 8, local_area: no local area of today has this name or code. Write the code of a local area.",
        "line 8, monday: no day such as 2025-03-31. Correct the value.",
    ]


def test_a_name_of_several_areas_asks_for_a_code():
    """Cumbria is Cumberland, and Westmorland and Furness."""
    assert faults(pins, "local_area,kind,monday\nCumbria,first-full,2026-01-12\n") == [
        "line 2, local_area: more than one local area has this name. Write the code of a local area."
    ]


def test_a_reason_is_checked_and_not_shown():
    assert faults(pins, "local_area,kind,monday,reason\nLeeds,first-full,2026-01-12,=1+1\n") == [
        "line 2, reason: begins as a formula of a spreadsheet does. Begin with a letter or a digit."
    ]


@pytest.mark.parametrize("name", ["Telford & Wrekin", "Telford and Wrekin", "telford  and wrekin", "E06000020"])
def test_areas_are_named_as_in_the_programme_file(name):
    (change,) = changes(f"[[area_closed]]\narea = '{name}'\nfirst_day = 2026-01-12\nreason = 'flood'")
    assert change.gss_code == "E06000020"
    assert pins(f"local_area,kind,monday\n{name},first-full,2026-01-12\n")[0].gss_code == "E06000020"


@pytest.mark.parametrize("content", [b"local_area,kind\n", b"\xff\xfe", b"", b'local_area,kind,monday\n"Leeds'])
def test_what_is_no_file_of_pins(content):
    with pytest.raises(PlanUnreadable, match=r"pins\.csv"):
        read_pins(content, place="pins.csv", names=NAMES, programme=programme())


def test_every_kind_of_change():
    found = changes("""
        [[team_away]]
        team = "Team A"
        first_day = 2026-01-12
        last_day = 2026-01-30
        reason = "illness"
        [[area_closed]]
        area = "Leeds"
        first_day = 2026-01-12
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
        reason = "two\\nlines"
        [[team_away]]
        team = "Team Z"
        first_day = 2026-01-30
        last_day = 2026-01-12
        reason = "illness"
        [[area_closed]]
        area = 3
        first_day = 2026-01-12T10:00:00
        [[no_site]]
        reason = "x"
        why = "y"
        [[inspected]]
        area = "Leeds"
        kind = "thematic"
        first_day = 2025-11-10
        [[inspected]]
        area = "Nowhere"
        kind = "full"
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
        "team_away[1].reason = 'two\\nlines': holds a control character, or more than 300 characters. Shorten it.",
        (
            "team_away[2].team = 'Team Z': no team of the programme has this name. Name one of: Team A "
            "(did you mean Team A?)."
        ),
        "team_away[2].last_day = 2026-01-12: lies before its first day, 2026-01-30. Correct one of the two.",
        "area_closed[1].area = 3: must be text. Correct the value.",
        "area_closed[1].first_day = 2026-01-12T10:00:00: must be a date (2023-01-31). Correct the value.",
        "area_closed[1].reason: a value is missing. Add reason.",
        "no_site[1].why: no such key is known here. Use one of: first_day, last_day, reason.",
        "no_site[1].first_day: a value is missing. Add first_day.",
        "inspected[1].kind = 'thematic': not one of the known words. Use one of: full, monitoring.",
        ("inspected[2].area = 'Nowhere': no local area has this name or code. Write its name or its code."),
        "inspected[2].last_day: after 2025-12-31, the day of the records. Give a later --as-at, or pin it.",
        (
            "inspected[2].outcome = 'good': no outcome of the framework. Use one of: "
            + ", ".join(entry.key for entry in packaged_framework().version_at(AS_AT).outcomes)
            + "."
        ),
        (
            "inspected[3].published = 2025-11-01: does not lie between the last day, 2025-12-01, and 2025-12-31. "
            "Correct one of the days."
        ),
        "inspected[3].outcome = 'good': an outcome is that of a full inspection. Take it out.",
        (
            "limits.per_day: no such key is known here. Use one of: per_week, per_month, per_year, full_per_week, "
            "full_per_month, full_per_year (did you mean per_year?)."
        ),
        "limits.per_year = True: must be a whole number. Correct the value.",
        (
            'limits.per_week = 0: a capacity of nothing: nobody could be inspected. Write 1 or more, or "none" for no '
            "limit."
        ),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file: it tells of no change. Write one of: team_away, area_closed, no_site, inspected, limits."),
        ("team_away = 3", "team_away = 3: must be a list of tables. Write each as [[team_away]]."),
        ("limits = 3", "limits = 3: a table is needed. Write it as [limits]."),
        (
            "[weather]",
            "weather: no such table is known here. Use one of: team_away, area_closed, no_site, inspected, limits.",
        ),
        ("a = [[", "not valid TOML in UTF-8: "),
        ("a = " + "1" * 5000, "not valid TOML in UTF-8: a whole number does not lie within 64 bits."),
        ("a = " + "[" * 5000, "not valid TOML in UTF-8: lists or tables stand too deep in one another."),
    ],
)
def test_faults_of_a_whole_file(text, said):
    (found,) = faults(changes, text)
    assert found.startswith(said)
