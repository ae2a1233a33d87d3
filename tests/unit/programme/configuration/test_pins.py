"""Pins that contradict each other or a rule are told, each with the rule that it breaks."""

import pytest
from tests.unit.programme.configuration.programme_files import faults, read

TEAMS = "[[team]]\nname = 'North'\nconflicts = ['Leeds']\n[[team]]\nname = 'South'\n"
AWAY = (
    "[[team]]\nname = 'North'\naway = [{ name = 'leave', first_day = 2025-06-06, last_day = 2025-06-06 }]\n"
    "[[team]]\nname = 'South'\n"
)


def pin(area: str, monday: str, kind: str = "first-full", more: str = "") -> str:
    return f"[[pin]]\narea = '{area}'\nkind = '{kind}'\nmonday = {monday}\n{more}\n"


def test_a_pin_that_breaks_nothing_is_read() -> None:
    (found,) = read(TEAMS + pin("Kent", "2025-06-16", more="team = 'North'\nannounced = true\nreason = 'r'")).pins
    assert (found.gss_code, found.kind.key, f"{found.monday}") == ("E10000016", "first-full", "2025-06-16")
    assert (found.team, found.announced, found.reason) == ("North", True, "r")


ONE_FAULT = {
    pin("Kent", "2025-06-17"): "pin[1].monday = 2025-06-17: is a Tuesday. Write the Monday, such as 2025-06-16.",
    pin("Knet", "2025-06-16"): "pin[1].area: no local area of today has this name or code.",
    2 * pin("Kent", "2025-06-16"): "pin[2].monday = 2025-06-16: pin[1] pins the same inspection. Keep one",
    pin("Kent", "2025-06-16") + pin("E10000016", "2025-06-23"): "pin[2].monday = 2025-06-23: two weeks for one "
    "inspection: pin[1] has 2025-06-16. Keep one of the two.",
    pin("Kent", "2028-06-12"): "pin[1].monday = 2028-06-12: its weeks, 2028-05-29 to 2028-06-16, are not all in "
    "2025-01-01 to 2027-12-31.",
    "[programme]\nfirst_day = 2025-01-14\n"
    + pin("Kent", "2025-01-20"): "pin[1].monday = 2025-01-20: its weeks, 2025-01-06 to 2025-01-24, are not all in",
    pin(
        "Kent", "2025-01-13"
    ): "pin[1].monday = 2025-01-13: notification would be on 2024-12-30, and the records are as "
    "at 2024-12-31. Choose a later Monday, or write announced = true if the area has been told.",
    "[programme]\nfirst_day = 2024-09-02\n"
    + pin(
        "Kent", "2024-12-09"
    ): "pin[1].monday = 2024-12-09: notification would be on 2024-11-25, and the records are as at 2024-12-31.",
    pin("Kent", "2025-05-26"): "the week on site from 2025-05-26 meets half-term of summer 2025, 2025-05-26 to "
    "2025-05-30. Pin it to another week, or correct the rule.",
    pin("Kent", "2025-05-05"): "the week on site from 2025-05-05 holds a bank holiday, 2025-05-05.",
    pin("Kent", "2025-08-11"): "the week on site from 2025-08-11 lies outside the terms, or in part.",
    pin("Kent", "2027-03-22"): "the week on site from 2027-03-22 lies outside the terms, or in part.",
    pin("Kent", "2025-09-08"): "notification or preparation from 2025-08-25 lies outside the terms.",
    "[rules]\nnotice_in_breaks = false\n"
    + pin("Kent", "2025-06-09"): "notification or preparation from 2025-05-26 lies "
    "in a half-term, and notice_in_breaks is false.",
    "[[pause]]\nname = 'an election'\nfirst_day = 2025-06-20\nlast_day = 2025-06-22\n"
    + pin("Kent", "2025-06-16"): "meets an election, 2025-06-20 to 2025-06-22.",
    "[full_inspection]\non_site_weeks = 2\n"
    + pin("Kent", "2025-05-19"): "the week on site from 2025-05-26 meets half-term of summer 2025",
    "[[area]]\narea = 'Kent'\nnot_before = 2025-06-17\nreason = 'a new director'\n"
    + pin("Kent", "2025-06-16"): "pin[1].monday = 2025-06-16: area[1] forbids it.",
    "[[area]]\narea = 'Kent'\nnot_after = 2025-06-19\nreason = 'a reorganisation'\n"
    + pin("Kent", "2025-06-16"): "pin[1].monday = 2025-06-16: area[1] forbids it.",
    TEAMS
    + pin(
        "Kent", "2025-06-16", more="team = 'Nort'"
    ): "pin[1].team: no team has this name. Name one of [[team]]: North, South.",
    TEAMS + pin("Leeds", "2025-06-16", more="team = 'North'"): "pin[1].team: this team has a conflict of "
    "interest with the area. Name another team.",
    AWAY + pin("Kent", "2025-06-16", more="team = 'North'"): "pin[1].team: this team is not there in the "
    "week from 2025-06-02.",
    TEAMS
    + pin("Kent", "2025-06-16", more="team = 'South'")
    + pin(
        "Bury", "2025-06-30", "monitoring", more="team = 'South'"
    ): "pin[1] and pin[2] = 2025-06-30: South cannot be with two areas in the week from 2025-06-16. Move one",
    pin("Kent", "2025-06-16")
    + pin("Kent", "2025-12-08", "monitoring"): "pin[1] and pin[2] = 2025-12-08: pinned less than 6 months apart",
    pin("Kent", "2025-06-16", "next-full")
    + pin("Kent", "2026-06-15", "monitoring"): "pin[1] and pin[2] = 2026-06-15: the next full inspection is pinned "
    "before the monitoring one, and takes its place. Move one",
    pin("Kent", "2025-06-16")
    + pin("Bury", "2025-06-16"): "pins = '2025-06-16': 2 pins fall here, and limits.full_per_week "
    "is 1. Move pins, or raise the limit.",
    "[limits]\nper_month = 1\n"
    + pin("Kent", "2025-06-16")
    + pin("Bury", "2025-06-30", "monitoring"): "pins = '2025-06': 2 pins fall here, and limits.per_month is 1.",
    "[limits]\nfull_per_year = 1\n"
    + pin("Kent", "2025-06-16")
    + pin("Bury", "2025-11-17"): "pins = '2025': 2 pins fall here, and limits.full_per_year is 1.",
    "[[region]]\nregion = 'London'\nper_month = 1\n"
    + pin("Barnet", "2025-06-16")
    + pin("Camden", "2025-06-23"): "pins = '2025-06': 2 pins fall here, and per_month of London is 1.",
}


@pytest.mark.parametrize(("text", "fault"), ONE_FAULT.items())
def test_one_fault_is_told_alone(text: str, fault: str) -> None:
    found = faults(text)
    assert len(found) == 1, found
    assert fault in found[0]


def test_more_pins_than_teams_in_a_week_are_told() -> None:
    text = (
        "[limits]\nfull_per_week = 'none'\n[[team]]\nname = 'A'\n"
        + pin("Kent", "2025-06-16")
        + pin("Bury", "2025-06-23")
    )
    assert faults(text) == (
        "pins = 'week of 2025-06-09': 2 pins fall here, and the number of teams is 1. Move pins, or raise the limit.",
        "pins = 'week of 2025-06-16': 2 pins fall here, and the number of teams is 1. Move pins, or raise the limit.",
    )
    assert len(read(text.replace("2025-06-23", "2025-07-07")).pins) == 2


OTHERS = "area,inspection,first_day,last_day,monitoring_visit\nKent,children’s services,2025-04-28,{},no\n"


def test_a_pin_stays_clear_of_other_inspections_of_the_council() -> None:
    # Notified on 2 June; four whole weeks before begin on 5 May.
    text = pin("Kent", "2025-06-16") + pin("Bury", "2025-06-23")
    assert len(read(text, OTHERS.format("2025-05-04")).pins) == 2
    (found,) = faults(text, OTHERS.format("2025-05-05"))
    assert "less than 4 weeks from another inspection of the council, 2025-04-28 to 2025-05-05." in found


def test_six_months_apart_are_enough_for_two_inspections_of_an_area() -> None:
    assert len(read(pin("Kent", "2025-06-09") + pin("Kent", "2025-12-15", "monitoring")).pins) == 2


def test_pins_are_held_against_all_that_can_be_read() -> None:
    """5 May is a bank holiday; 2 pins in one week are more than the limit of a week, which has no fault."""
    text = "[limits]\nper_year = 0\n" + pin("Kent", "2025-05-05") + pin("Bury", "2025-05-05")
    assert [entry.split(":")[0] for entry in faults(text)] == [
        "limits.per_year = 0",
        "pins = '2025-05-05'",
        "pin[1].monday = 2025-05-05",
        "pin[2].monday = 2025-05-05",
    ]


# A part that cannot be read, and pins that only this part would stand against.
UNREADABLE = {
    "[programme]\nlast_day = 2024-01-01\n": pin("Kent", "2025-05-05"),
    "[[pause]]\nname = 'p'\nfirst_day = 2025-06-20\nlast_day = 2025-06-01\n": pin("Kent", "2025-05-05"),
    "[full_inspection]\non_site_weeks = 0\n": pin("Kent", "2025-05-05"),
    "[rules]\nmonths_between = -1\n": pin("Kent", "2025-06-09") + pin("Kent", "2025-06-16", "monitoring"),
    "[limits]\nfull_per_week = 0\n": pin("Kent", "2025-06-09") + pin("Bury", "2025-06-09"),
    "[[region]]\nregion = 'London'\nper_month = 0\n": pin("Barnet", "2025-06-09") + pin("Camden", "2025-06-16"),
    "team = 3\n": pin("Kent", "2025-06-09", more="team = 'North'"),
    "team = [3]\n": pin("Kent", "2025-06-09", more="team = 'North'"),
    "[[team]]\nname = 3\n": pin("Kent", "2025-06-09", more="team = 'North'"),
    "[[area]]\narea = 'Kent'\nnot_after = 2025-06-10\nreason = 'r'\n[[area]]\narea = 'Knet'\nnot_after = 2025-01-10\n"
    "reason = 'r'\n": pin("Kent", "2025-06-16"),
    AWAY.replace("last_day = 2025-06-06", "last_day = 2025-06-01"): pin("Kent", "2025-06-16", more="team = 'North'"),
}


@pytest.mark.parametrize(("text", "pins"), UNREADABLE.items())
def test_pins_are_not_held_against_a_part_that_cannot_be_read(text: str, pins: str) -> None:
    found = faults(text + pins)
    assert len(found) == 1, found
    assert "pin" not in found[0]


def test_a_team_of_a_pin_is_known_in_other_letters() -> None:
    assert read(TEAMS + pin("Kent", "2025-06-16", more="team = 'NORTH'")).pins[0].team == "North"


TOLD = "announced = true"


def test_an_area_that_has_been_told_may_have_been_told_before_the_programme() -> None:
    """The records are as at 31 December 2024; on site from 6 January means notified on 23 December."""
    assert read(pin("Kent", "2025-01-06", more=TOLD)).pins[0].announced
    (found,) = faults(pin("Kent", "2025-01-06"))
    assert "notification would be on 2024-12-23" in found
    # The holidays before count for nothing, for that area has been told.
    assert read(pin("Kent", "2025-09-08", more=TOLD)).pins[0].announced


def test_one_that_is_on_site_on_the_day_of_the_records_stays_until_its_last_friday() -> None:
    """Three weeks on site from 9 December end on 27 December, four on 3 January."""
    autumn = "[programme]\nfirst_day = 2024-12-02\n[[term]]\nname = 'autumn'\nfirst_day = 2024-12-02\n"
    text = autumn + (
        "last_day = 2025-01-31\n[full_inspection]\non_site_weeks = {}\n" + pin("Kent", "2024-12-09", more=TOLD)
    )
    text = text.replace(
        "[programme]", "[programme]\nlast_day = 2025-01-31\nbank_holidays = [2024-12-25, 2024-12-26, 2025-01-01]"
    )
    (found,) = faults(text.format(3))
    assert found.startswith(
        "pin[1].monday = 2024-12-09: its last day on site is 2024-12-27, and the records are as at 2024-12-31. Remove"
    )
    (found,) = faults(pin("Kent", "2024-12-30", more=TOLD))
    assert "its weeks on site, 2024-12-30 to 2025-01-03, are not all in 2025-01-01 to 2027-12-31." in found


def test_a_team_is_busy_in_the_weeks_of_the_programme_alone() -> None:
    """Told before; the weeks before 1 January are over, and 6 January is the only one left."""
    pins = pin("Kent", "2025-01-06", more=f"{TOLD}\nteam = 'North'")
    away = AWAY.replace("2025-06-06", "DAY")
    assert read(away.replace("DAY", "2024-12-30") + pins).pins[0].team == "North"
    (found,) = faults(away.replace("DAY", "2025-01-06") + pins)
    assert found == "pin[1].team: this team is not there in the week from 2025-01-06. Name another."
