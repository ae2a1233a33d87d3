"""The commented file reads back to the default, says what is assumed, and its examples hold."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.programme.configuration.programme_files import AS_AT, read

from areasend.framework import packaged_framework
from areasend.programme import Programme, ProgrammeInvalid, default_programme, is_secret, read_programme, template
from areasend.register import packaged_register

FRAMEWORK = packaged_framework()
ASSUMED = ("team", "term", "break", "monitoring_inspection", "limits", "rules", "weight_of_lateness")


def back(text: str, as_at: date) -> Programme:
    return read_programme(text.encode(), place="template", as_at=as_at, areas=packaged_register(), framework=FRAMEWORK)


@given(st.dates(date(2023, 1, 1), date(2028, 12, 1)), st.none() | st.integers(2, 1500))
def test_the_template_reads_back_to_the_default(as_at: date, days: int | None) -> None:
    last = None if days is None else min(as_at + timedelta(days=days), date(2028, 12, 31))
    default = default_programme(as_at, FRAMEWORK, last)
    text = template(as_at, FRAMEWORK, last)
    assert back(text, as_at) == default
    assert max(map(len, text.splitlines())) <= 120


def test_an_empty_file_is_the_default() -> None:
    assert read("") == default_programme(AS_AT, FRAMEWORK)


def test_the_default_at_the_end_of_2024_runs_to_the_end_of_the_cycle() -> None:
    default = default_programme(AS_AT, FRAMEWORK)
    assert (default.first_day, default.last_day) == (date(2025, 1, 1), date(2027, 12, 31))
    assert [team.name for team in default.teams] == ["Team 1", "Team 2", "Team 3", "Team 4"]
    assert default.limits.full_per_week == 1
    assert default.full == default.monitoring
    assert (default.full.weeks_before, default.full.weeks) == (2, 3)
    assert len(default.bank_holidays) == 24
    assert default.pauses == ()
    assert default.is_assumed == ASSUMED


def test_the_default_leaves_94_weeks_on_site_in_three_years() -> None:
    """Counted by hand on a calendar: 10 + 9 + 13, 9 + 10 + 12 and 8 + 11 + 12 by spring, summer and autumn."""
    default = default_programme(AS_AT, FRAMEWORK)
    open_weeks = Counter(monday.year for monday in mondays(default) if is_open(default, monday))
    assert open_weeks == {2025: 32, 2026: 31, 2027: 31}


def mondays(programme: Programme) -> list[date]:
    days = (programme.last_day - programme.first_day).days
    every = (programme.first_day + timedelta(days=day) for day in range(days))
    return [day for day in every if day.weekday() == 0 and day >= programme.first_day + timedelta(days=14)]


def is_open(programme: Programme, monday: date) -> bool:
    """Whether a week may be on site in its own terms, written apart from the code of the plan."""
    week = {monday + timedelta(days=day) for day in range(5)}

    def days(first: date, last: date) -> set[date]:
        return {first + timedelta(days=day) for day in range((last - first).days + 1)}

    def in_term(of: set[date]) -> bool:
        return any(of & days(term.first_day, term.last_day) for term in programme.terms)

    before = [{day - timedelta(days=7 * weeks) for day in week} for weeks in (1, 2)]
    closed = any(week & days(entry.first_day, entry.last_day) for entry in programme.breaks)
    return in_term(week) and all(map(in_term, before)) and not closed and not week & set(programme.bank_holidays)


def test_confirmed_tables_and_changed_ones_are_no_assumptions() -> None:
    text = template(AS_AT, FRAMEWORK).replace("# confirmed = [", "confirmed = [")
    assert read(text).is_assumed == tuple(name for name in ASSUMED if name not in ("term", "break"))
    changed = """
        [[team]]
        name = "North"
        [monitoring_inspection]
        on_site_weeks = 2
        [limits]
        per_year = 46
        [rules]
        gap_weeks = 2
        [weight_of_lateness]
        monitoring = 2
        """
    assert read(changed).is_assumed == ("term", "break")
    assert read("[programme]\ntitle = 'Mine'").is_assumed == ASSUMED


def test_the_examples_hold_when_the_marks_of_notes_are_taken_away() -> None:
    """A planner removes "# " from lines with a key or a table; the CSV of other inspections stays a note."""
    text = template(AS_AT, FRAMEWORK)
    shown = re.sub(r"^# (?=\[\[|[a-z_]+ = )", "", text, flags=re.MULTILINE)
    found = read(shown)
    assert [team.name for team in found.teams] == ["North", "Team 1", "Team 2", "Team 3", "Team 4"]
    assert found.teams[0].conflicts == {"E08000035", "E08000034"}
    assert [entry.name for entry in found.teams[0].away] == ["training"]
    assert (found.limits.per_week, found.limits.per_month, found.limits.per_year) == (2, 6, 46)
    assert (found.limits.full_per_month, found.limits.full_per_year) == (5, 33)
    assert [(limit.region, limit.per_month) for limit in found.region_limits] == [("London", 2)]
    assert [rule.gss_code for rule in found.areas] == ["E10000016"]
    assert [done.gss_code for done in found.done] == ["E08000004"]
    assert [(pin.gss_code, pin.team) for pin in found.pins] == [("E08000035", "Team 1")]
    assert len(found.pauses) == 1
    csv = re.findall(r"^# (area,inspection,.*)\n# (Leeds,.*)$", text, re.MULTILINE)
    assert len(read("", "\n".join(csv[0])).other_inspections) == 1


def test_the_template_carries_the_marking_of_plans() -> None:
    assert is_secret(template(AS_AT, FRAMEWORK).encode())


def test_terms_of_ones_own_beyond_the_known_bank_holidays_are_no_assumption() -> None:
    text = """
        [programme]
        first_day = 2028-12-01
        last_day = 2029-02-16
        bank_holidays = [2028-12-25, 2028-12-26, 2029-01-01]
        [[term]]
        name = "autumn 2028"
        first_day = 2028-12-01
        last_day = 2028-12-22
        [[term]]
        name = "spring 2029"
        first_day = 2029-01-08
        last_day = 2029-02-09
        """
    found = read(text)
    assert "term" not in found.is_assumed
    assert found.bank_holidays == (date(2028, 12, 25), date(2028, 12, 26), date(2029, 1, 1))


@pytest.mark.parametrize(
    ("as_at", "last", "words"),
    [
        (date(2022, 12, 31), None, "as at 2022-12-31: the framework began on 2023-01-01"),
        (date(2028, 12, 31), None, "bank holidays are known to 2028-12-31. Choose a date between the two."),
        (AS_AT, AS_AT, "last day 2024-12-31: it must come after 2025-01-01"),
        (AS_AT, date(2029, 1, 1), "last day 2029-01-01: it must come after 2025-01-01, the first day"),
    ],
)
def test_dates_beyond_what_is_known_are_told(as_at: date, last: date | None, words: str) -> None:
    with pytest.raises(ProgrammeInvalid, match=words):
        template(as_at, FRAMEWORK, last)


def test_areas_are_known_by_every_name_and_code() -> None:
    names = ["Herefordshire", "E06000019", "herefordshire, county of", "Bristol", "Durham", "Isles of  Scilly"]
    rules = "".join(f"[[area]]\narea = {name!r}\nnot_before = 2026-01-01\nreason = 'r'\n" for name in names)
    codes = [rule.gss_code for rule in read(rules).areas]
    assert codes == ["E06000019", "E06000019", "E06000019", "E06000023", "E06000047", "E06000053"]
