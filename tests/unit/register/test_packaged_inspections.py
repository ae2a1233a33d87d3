"""The packaged inspections: those of ../shared/facts value by value, and adding up as domain.md and the text say."""

import csv
import re
from collections import Counter
from datetime import date
from itertools import groupby
from pathlib import Path
from statistics import median

import pytest

from areasend.framework import packaged_framework
from areasend.register import Source, cell_text, packaged_register

SHARED = Path(__file__).parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not on this machine")
REGISTER = packaged_register()
INSPECTIONS = REGISTER.inspections
REGIONS = {area.gss_code: area for area in REGISTER.local_areas}
FIRST_TWO_YEARS = [i for i in INSPECTIONS if i.inspection_end is not None and i.inspection_end <= date(2024, 12, 31)]
P, I, W = "typically_positive", "inconsistent", "widespread_systemic_failings"  # noqa: E741 - as in domain.md


@needs_shared
def test_the_inspections_are_those_of_the_facts_value_by_value():
    with (SHARED / "facts" / "inspections.csv").open(encoding="utf-8", newline="") as table:
        facts = list(csv.DictReader(table))
    shared = [name for name in facts[0] if name not in {"ofsted_region", "ons_region"}]
    ours = [{name: cell_text(getattr(entry, name)) for name in shared} for entry in INSPECTIONS]
    by_address = {row["report_url"]: row for row in ours}
    assert len(by_address) == len(facts)
    assert [by_address[row["report_url"]] for row in facts] == [{name: row[name] for name in shared} for row in facts]


@needs_shared
def test_the_facts_place_each_inspection_in_the_regions_of_its_area():
    with (SHARED / "facts" / "inspections.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            area = REGIONS[row["gss_code"]]
            assert (area.ofsted_region, area.ons_region) == (row["ofsted_region"], row["ons_region"])


def test_97_inspections_are_recorded_55_of_them_read_from_the_report():
    assert Counter(entry.source for entry in INSPECTIONS) == {Source.REPORT: 55, Source.SECONDARY: 42}


def test_the_55_read_from_the_report_are_those_of_two_years_and_dudley():
    later = [entry for entry in INSPECTIONS if entry.source is Source.REPORT and entry not in FIRST_TWO_YEARS]
    assert [(entry.local_area, entry.inspection_start) for entry in later] == [("Dudley", date(2025, 1, 20))]


def test_three_inspections_have_no_dates_and_say_so():
    undated = {entry.local_area: entry.note for entry in INSPECTIONS if entry.inspection_start is None}
    assert undated == dict.fromkeys(
        ("Cambridgeshire", "Buckinghamshire", "Thurrock"), "No inspection dates are recorded in the public list."
    )


def test_one_inspection_has_no_outcome_and_says_so():
    lacking = [(entry.local_area, entry.note) for entry in INSPECTIONS if entry.outcome is None]
    assert lacking == [("Slough", "No outcome is recorded in the public list.")]


def test_every_record_says_where_its_report_is_and_when_it_was_published():
    assert [entry for entry in INSPECTIONS if entry.report_url is None or entry.publication_date is None] == []


def test_only_records_with_a_gap_carry_a_note():
    assert sum(entry.note != "" for entry in INSPECTIONS) == 4


def test_cornwall_alone_is_inspected_twice():
    twice = [code for code, count in Counter(entry.gss_code for entry in INSPECTIONS).items() if count > 1]
    assert [REGIONS[code].name for code in twice] == ["Cornwall"]
    starts = [entry.inspection_start for entry in INSPECTIONS if entry.local_area == "Cornwall"]
    assert starts == [date(2023, 2, 6), date(2026, 3, 23)]


@pytest.mark.parametrize(("year", "outcomes"), [(2023, {P: 7, I: 11, W: 8}), (2024, {P: 7, I: 15, W: 6})])
def test_outcomes_of_a_year_are_those_of_domain_md(year, outcomes):
    assert Counter(entry.outcome for entry in INSPECTIONS if _year(entry) == year) == outcomes


def _year(entry):
    return entry.inspection_end.year if entry.inspection_end else None


# domain.md, section 9.3: rebuilt from the 54 reports.
REGIONAL = {
    "East Midlands": (1, 0, 4),
    "East of England": (1, 1, 2),
    "London": (3, 6, 1),
    "North East, Yorkshire and the Humber": (4, 5, 0),
    "North West": (1, 3, 4),
    "South East": (1, 6, 1),
    "South West": (2, 2, 1),
    "West Midlands": (1, 3, 1),
}


@pytest.mark.parametrize("region", REGIONAL)
def test_outcomes_of_a_region_are_those_of_domain_md(region):
    outcomes = [e.outcome for e in FIRST_TWO_YEARS if REGIONS[e.gss_code].ofsted_region == region]
    assert tuple(outcomes.count(key) for key in (P, I, W)) == REGIONAL[region]


@needs_shared
def test_the_54_areas_are_those_that_the_research_report_lists():
    text = (SHARED / "publications" / "first-two-years.txt").read_text(encoding="utf-8")
    part = text.partition("**List of 54 local areas inspected")[2].partition("**List of the 12")[0]
    listed = re.findall(r"^- (.+)$", part, re.MULTILINE)
    longer = {
        "Southend": "Southend-on-Sea",
        "Durham": "County Durham",
        "Brighton": "Brighton and Hove",
        "Richmond": "Richmond upon Thames",
        "Stoke": "Stoke-on-Trent",
    }
    ours = sorted(REGIONS[entry.gss_code].plain_name for entry in FIRST_TWO_YEARS)
    assert ours == sorted(longer.get(name, name) for name in listed)
    assert len(ours) == 54


def test_five_reports_of_2024_were_published_in_february_2025():
    late = [e for e in FIRST_TWO_YEARS if e.publication_date is not None and e.publication_date.year == 2025]
    assert {(entry.publication_date.year, entry.publication_date.month) for entry in late} == {(2025, 2)}
    assert len(late) == 5


def test_reports_took_the_working_days_that_domain_md_counted():
    # Section 0, fact 8: 53 of the 54, all but Cornwall in 2023, which the public list had lost.
    days = [
        packaged_framework().working_days.between(entry.inspection_end, entry.publication_date)
        for entry in FIRST_TWO_YEARS
        if entry.local_area != "Cornwall"
    ]
    assert len(days) == 53
    assert (median(days), min(days), max(days)) == (43, 29, 100)
    assert sum(count <= 38 for count in days) == 11


def test_the_first_inspection_was_of_nottinghamshire():
    first = INSPECTIONS[0]
    assert (first.local_area, first.inspection_start, first.inspection_end) == (
        "Nottinghamshire",
        date(2023, 1, 30),
        date(2023, 2, 3),
    )


def test_inspections_stand_in_the_order_of_their_dates():
    dates = [entry.inspection_start or entry.publication_date for entry in INSPECTIONS]
    assert dates == sorted(dates)
    for _, group in groupby(INSPECTIONS, key=lambda entry: entry.inspection_start or entry.publication_date):
        codes = [entry.gss_code for entry in group]
        assert codes == sorted(codes)


def test_no_report_was_published_while_publication_paused():
    for pause in packaged_framework().publication_pauses:
        inside = [i.local_area for i in INSPECTIONS if pause.first_day <= i.publication_date <= pause.last_day]
        assert inside == []


def test_the_register_says_to_what_day_it_is_complete():
    claim = REGISTER.completeness
    assert (claim.complete_to, claim.areas_from) == (date(2024, 12, 31), date(2023, 4, 1))
    assert "ended on or before 31 December 2024 was read from its published report" in claim.statement
