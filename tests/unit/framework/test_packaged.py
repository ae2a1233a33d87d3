"""The packaged framework says what the publications and domain.md (sections 2, 3 and 9) say."""

import csv
import hashlib
import re
import tomllib
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.framework import (
    Activity,
    Confidence,
    Hedge,
    Relation,
    RunsFrom,
    framework_sha256,
    packaged_framework,
)

SHARED = Path(__file__).parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not on this machine")
P, I, W = "typically_positive", "inconsistent", "widespread_systemic_failings"  # noqa: E741 - as in domain.md
VERSIONS = packaged_framework().versions
each_version = pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.id)


@needs_shared
@each_version
def test_outcomes_are_worded_as_in_the_publication(version):
    text = (SHARED / "publications" / "main-findings-2024.txt").read_text(encoding="utf-8")
    _, _, rest = text.partition("There are 3 possible full inspection outcomes")
    listed = [line.strip().removeprefix("• ") for line in rest.splitlines() if line.startswith("  • ")][:3]
    assert [outcome.wording for outcome in version.outcomes] == listed


@needs_shared
@each_version
def test_labels_are_the_headings_of_the_publication(version):
    text = (SHARED / "publications" / "main-findings-2024.txt").read_text(encoding="utf-8")
    heading = "Group " + " ".join(outcome.label for outcome in version.outcomes) + " Total"
    assert heading in text.splitlines()


@each_version
def test_each_outcome_has_a_finding_of_its_own_to_follow_a_that(version):
    findings = [outcome.finding for outcome in version.outcomes]
    assert len(set(findings)) == 3
    assert all(finding[0].islower() and not finding.endswith(".") for finding in findings)


@each_version
def test_three_outcomes_stand_in_the_order_of_the_publication(version):
    assert [(outcome.order, outcome.key) for outcome in version.outcomes] == [(1, P), (2, I), (3, W)]


@each_version
def test_every_outcome_is_held_with_high_confidence(version):
    assert {outcome.confidence for outcome in version.outcomes} == {Confidence.HIGH}


@pytest.mark.parametrize(("outcome", "months"), [(P, 60), (I, 36), (W, 36)])
@pytest.mark.parametrize(("version", "hedge"), list(zip(VERSIONS, (Hedge.APPROXIMATELY, Hedge.USUALLY), strict=True)))
def test_the_next_full_inspection_is_within_five_or_three_years(version, hedge, outcome, months):
    rule = version.follow_up(outcome, Activity.NEXT_FULL_INSPECTION)
    assert (rule.months, rule.hedge, rule.relation) == (months, hedge, Relation.WITHIN)


def test_monitoring_follows_within_and_since_june_2025_after_18_months():
    rules = [version.follow_up(W, Activity.MONITORING_INSPECTION) for version in VERSIONS]
    assert [(rule.months, rule.relation) for rule in rules] == [(18, Relation.WITHIN), (18, Relation.AFTER)]


def test_monitoring_is_counted_from_the_receipt_of_the_report_since_june_2025():
    rules = [version.follow_up(W, Activity.MONITORING_INSPECTION) for version in VERSIONS]
    assert [(rule.hedge, rule.runs_from, rule.runs_from_confidence) for rule in rules] == [
        (Hedge.APPROXIMATELY, RunsFrom.PUBLICATION, Confidence.LOW),
        (Hedge.USUALLY, RunsFrom.REPORT_RECEIPT, Confidence.HIGH),
    ]


@each_version
@pytest.mark.parametrize("outcome", [P, I])
def test_no_monitoring_follows_the_other_outcomes(version, outcome):
    assert version.follow_up(outcome, Activity.MONITORING_INSPECTION) is None


@each_version
def test_a_priority_action_plan_is_asked_for_after_systemic_failings_alone(version):
    assert [version.plan(outcome).key for outcome in (P, I, W)] == [
        "strategic_plan_update",
        "strategic_plan_update",
        "priority_action_plan",
    ]
    assert [version.plan(outcome).submitted_to for outcome in (P, I, W)] == [
        "",
        "",
        "His Majesty’s Chief Inspector (HMCI)",
    ]


@each_version
def test_the_one_legal_duty_is_the_70_working_days_of_the_regulations(version):
    duties = version.statutory_deadlines
    assert [(rule.working_days, rule.runs_from, rule.source) for rule in duties] == [
        (70, RunsFrom.REPORT_RECEIPT, "SI 2015/1792, regulation 4")
    ]


@each_version
def test_no_deadline_below_high_confidence_is_a_legal_duty(version):
    unsure = [rule for rule in version.deadlines if rule.confidence is not Confidence.HIGH]
    assert len(unsure) == 2
    assert not any(rule.statutory for rule in unsure)


def test_the_strategic_plan_had_30_days_and_has_50_since_june_2025():
    days = [[d.working_days for d in version.deadlines if d.key == "strategic_plan_update"] for version in VERSIONS]
    assert days == [[30], [50]]


@each_version
def test_children_and_young_people_are_0_to_25(version):
    assert (version.scope.age_from, version.scope.age_to) == (0, 25)
    assert version.scope.statute == "Children Act 2004, section 20(1)(a)"


@each_version
def test_only_a_full_inspection_has_an_outcome(version):
    kinds = {kind.key: kind.has_outcome for kind in version.inspection_types}
    assert kinds == {
        "full_inspection": True,
        "monitoring_inspection": False,
        "thematic_visit": False,
        "engagement_meeting": False,
    }


@needs_shared
@each_version
def test_both_publications_wording_of_the_end_of_the_cycle_is_held(version):
    statistics = (SHARED / "publications" / "main-findings-2024.txt").read_text(encoding="utf-8")
    research = (SHARED / "publications" / "first-two-years.txt").read_text(encoding="utf-8")
    by_year, in_year = version.cycle_ends[:2]
    assert f"inspecting all local areas {by_year.wording}." in statistics
    assert f"will conclude {in_year.wording}." in research
    assert (by_year.latest, in_year.latest) == (date(2028, 8, 31), date(2027, 12, 31))


@each_version
def test_two_further_statements_name_the_end_of_2027(version):
    assert [(end.wording, end.latest, end.source) for end in version.cycle_ends[2:]] == [
        (
            "by the end of 2027",
            date(2027, 12, 31),
            "Department for Education, answer to a parliamentary question, 9 April 2025",
        ),
        ("December 2027", date(2027, 12, 31), "Tes, 6 June 2025"),
    ]


@pytest.mark.parametrize(
    ("day", "version"),
    [
        (date(2023, 1, 1), "2023-01"),
        (date(2025, 6, 5), "2023-01"),
        (date(2025, 6, 6), "2025-06"),
        (date(2030, 1, 1), "2025-06"),
    ],
)
def test_the_version_in_force(day, version):
    assert packaged_framework().version_at(day).id == version


def test_no_version_was_in_force_before_2023():
    with pytest.raises(KeyError, match="began on 2023-01-01; none was in force on 2022-12-31"):
        packaged_framework().version_at(date(2022, 12, 31))


@given(st.dates(date(2023, 1, 1), date(2050, 12, 31)))
def test_exactly_one_version_spans_every_day(day):
    spanning = [v for v in VERSIONS if v.valid_from <= day and (v.valid_to is None or day <= v.valid_to)]
    assert spanning == [packaged_framework().version_at(day)]


def test_the_framework_began_with_2023():
    assert packaged_framework().start == date(2023, 1, 1)


def test_an_outcome_is_found_by_its_key():
    assert VERSIONS[0].outcome(W).short_label == "Widespread and/or systemic failings"


def test_an_outcome_that_is_not_there_is_a_key_error():
    with pytest.raises(KeyError, match="'good'"):
        VERSIONS[0].outcome("good")


@needs_shared
def test_the_8_ofsted_regions_are_those_of_figure_4():
    text = (SHARED / "publications" / "main-findings-2024.txt").read_text(encoding="utf-8")
    table = text.partition("Data for Figure 4")[2].partition("See Figure 4")[0]
    printed = re.findall(r"^(.+?)(?: \d+){4}$", table, re.MULTILINE)
    assert [region.name for region in packaged_framework().ofsted_regions] == printed
    assert len(printed) == 8


# ONS, Register of Geographic Codes: the nine regions of England.
ONS_REGIONS = {
    "E12000001": "North East",
    "E12000002": "North West",
    "E12000003": "Yorkshire and the Humber",
    "E12000004": "East Midlands",
    "E12000005": "West Midlands",
    "E12000006": "East of England",
    "E12000007": "London",
    "E12000008": "South East",
    "E12000009": "South West",
}


def test_the_9_ons_regions_have_their_codes():
    assert {region.code: region.name for region in packaged_framework().ons_regions} == ONS_REGIONS


@pytest.mark.parametrize("name", ONS_REGIONS.values())
def test_an_ons_region_lies_in_its_ofsted_region(name):
    merged = "North East, Yorkshire and the Humber"
    expected = merged if name in {"North East", "Yorkshire and the Humber"} else name
    assert packaged_framework().ofsted_region_of(name).name == expected


def test_a_region_that_is_not_there_is_a_key_error():
    with pytest.raises(KeyError, match="Wessex"):
        packaged_framework().ofsted_region_of("Wessex")


def test_a_phrase_is_the_name_with_or_without_its_article():
    phrases = {region.name: region.phrase for region in packaged_framework().ofsted_regions}
    assert all(phrase in {name, f"the {name}"} for name, phrase in phrases.items())
    assert [name for name, phrase in phrases.items() if phrase == name] == ["London"]


@needs_shared
def test_the_8_themes_are_those_of_the_research_report():
    text = (SHARED / "publications" / "first-two-years.txt").read_text(encoding="utf-8")
    rest = text.partition("The themes we have identified are:")[2]
    listed = [line.removeprefix("- ") for line in rest.splitlines() if line.startswith("- ")][:8]
    names = [theme.name for theme in packaged_framework().themes]
    assert [name.casefold() for name in names] == [entry.casefold() for entry in listed]


@needs_shared
def test_themes_have_the_keys_of_the_coding():
    with (SHARED / "facts" / "area_themes.csv").open(encoding="utf-8", newline="") as table:
        coded = {entry["theme"] for entry in csv.DictReader(table)}
    assert {theme.key for theme in packaged_framework().themes} == coded


def test_the_pauses_are_around_the_elections_of_their_names():
    # 2 May 2024 (local), 4 July 2024 (general), 1 May 2025 and 7 May 2026 (local): each vote lies inside its pause.
    votes = [date(2024, 5, 2), date(2024, 7, 4), date(2025, 5, 1), date(2026, 5, 7)]
    pauses = packaged_framework().publication_pauses
    assert len(pauses) == len(votes)
    for pause, vote in zip(pauses, votes, strict=True):
        assert pause.first_day <= vote <= pause.last_day
        assert str(vote.year) in pause.name
        assert pause.last_day - pause.first_day < timedelta(days=60)


def test_the_hash_is_of_names_and_contents_in_the_order_of_names():
    folder = files("areasend.framework") / "data"
    names = ["calendar.toml", "regions.toml", "themes.toml", "versions/2023-01.toml", "versions/2025-06.toml"]
    content = b"".join(name.encode() + b"\0" + (folder / name).read_bytes() + b"\0" for name in names)
    assert framework_sha256() == hashlib.sha256(content).hexdigest()


def test_every_file_of_the_framework_is_named_for_its_version():
    for entry in (files("areasend.framework") / "data" / "versions").iterdir():
        assert tomllib.loads(entry.read_text(encoding="utf-8"))["id"] == entry.name.removesuffix(".toml")
