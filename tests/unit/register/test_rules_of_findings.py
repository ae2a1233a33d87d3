"""Each rule of findings, broken once."""

from datetime import date

import pytest

from areasend.framework import packaged_framework
from areasend.register import AreaCode, Finding, FindingKind, Source
from areasend.register.rules.findings import (
    findings_are_numbered,
    findings_belong_to_inspections,
    findings_fit_the_outcome,
)

AFI, APA = {"kind": FindingKind.AFI}, {"kind": FindingKind.APA}
THIRD = {"outcome": "widespread_systemic_failings"}


def told(rule, records):
    return [str(fault) for fault in rule(records)]


def places(rule, records):
    return [(fault.row, fault.column, fault.rule) for fault in rule(records)]


def test_the_id_of_a_finding_is_that_of_its_inspection_with_kind_and_number():
    finding = Finding(
        gss_code=AreaCode("E06000052"),
        local_area="Cornwall",
        inspection_start=date(2023, 2, 6),
        kind=FindingKind.APA,
        seq=2,
        responsible_bodies=(),
        source=Source.REPORT,
    )
    assert finding.finding_id == "E06000052-2023-02-06-apa-2"


def test_a_finding_is_one_of_an_inspection(record_set):
    records = record_set(findings=[{}, {"inspection_start": date(2023, 2, 7)}])
    assert told(findings_belong_to_inspections, records) == [
        (
            "findings.csv, row 3, column inspection_start: no inspection of the area began on this day "
            "(found '2023-02-07'). Correct the day, or add the inspection to inspections.csv."
        )
    ]


def test_an_inspection_of_another_area_on_that_day_is_not_the_one(record_set):
    other = {"gss_code": AreaCode("E06009002")}
    records = record_set(local_areas=[{}, other], findings=[other])
    assert [fault.row for fault in findings_belong_to_inspections(records)] == [2]


def test_an_unknown_area_is_told_by_the_rule_of_areas_alone(record_set):
    assert told(findings_belong_to_inspections, record_set(findings=[{"gss_code": AreaCode("E06009009")}])) == []


@pytest.mark.parametrize("name", ["unread", "partly_read"])
def test_an_inspection_whose_row_could_not_be_read_is_not_missed(record_set, name):
    records = record_set(findings=[{"inspection_start": date(2023, 2, 7)}], **{name: frozenset({"inspections"})})
    assert told(findings_belong_to_inspections, records) == []


def numbered(*numbers, **more):
    return [{"seq": number} | more for number in numbers]


@pytest.mark.parametrize("numbers", [(1,), (1, 2), (3, 1, 2)])
def test_numbers_from_1_on_are_taken_in_any_order(record_set, numbers):
    records = record_set(findings=[*numbered(*numbers), *numbered(*numbers, **APA)])
    assert told(findings_are_numbered, records) == []


@pytest.mark.parametrize(
    ("numbers", "row", "due"), [((2,), 2, 1), ((0, 1), 2, 1), ((1, 2, 4), 4, 3), ((5, 1, 9), 2, 2)]
)
@pytest.mark.parametrize("kind", [AFI, APA])
def test_the_first_number_out_of_turn_is_told(record_set, numbers, row, due, kind):
    assert places(findings_are_numbered, record_set(findings=numbered(*numbers, **kind))) == [
        (row, "seq", f"findings of one kind in one report are numbered 1, 2, 3, ...; {due} was due here")
    ]


def test_the_kinds_and_the_inspections_are_numbered_for_themselves(record_set):
    again = {"inspection_start": date(2024, 2, 5)}
    records = record_set(findings=[{}, APA, again, again | APA, again | {"seq": 3}])
    assert places(findings_are_numbered, records) == [
        (6, "seq", "findings of one kind in one report are numbered 1, 2, 3, ...; 2 was due here")
    ]


def test_a_finding_stands_once(record_set):
    assert told(findings_are_numbered, record_set(findings=numbered(1, 2, 2))) == [
        (
            "findings.csv, row 4, column seq: the finding stands twice (first on row 3) (found '2'). "
            "Remove or correct one of the rows."
        )
    ]


def test_where_a_row_could_not_be_read_no_number_is_missed(record_set):
    records = record_set(findings=numbered(1, 3, 3), partly_read=frozenset({"findings"}))
    assert [fault.rule[:25] for fault in findings_are_numbered(records)] == ["the finding stands twice "]


@pytest.mark.parametrize(
    ("outcome", "found"),
    [
        ("typically_positive", [AFI]),
        ("inconsistent", [AFI]),
        ("widespread_systemic_failings", [AFI, APA]),
        (None, [AFI]),
        (None, [AFI, APA]),
        ("good", [AFI, APA]),  # its fault is told by the rule of outcomes
    ],
)
def test_findings_that_fit_the_outcome_are_taken(record_set, outcome, found):
    records = record_set(inspections=[{"outcome": outcome}], findings=found)
    assert told(findings_fit_the_outcome, records) == []


@pytest.mark.parametrize("start", [date(2023, 2, 6), date(2025, 6, 9)])
@pytest.mark.parametrize("outcome", ["typically_positive", "inconsistent"])
def test_areas_for_priority_action_come_with_the_third_outcome_only(record_set, outcome, start):
    inspected = {"outcome": outcome, "inspection_start": start}
    rows = [kind | {"inspection_start": start} for kind in (AFI, APA, APA)]
    records = record_set(inspections=[inspected], findings=rows)
    rule = "an area for priority action with an outcome that does not ask for a priority action plan"
    assert places(findings_fit_the_outcome, records) == [(3, "kind", rule), (4, "kind", rule)]


def test_the_third_outcome_comes_with_an_area_for_priority_action(record_set):
    records = record_set(inspections=[THIRD], findings=numbered(1, 2))
    assert told(findings_fit_the_outcome, records) == [
        (
            "findings.csv, row 2, column kind: no area for priority action, although the outcome asks for a priority "
            "action plan (found 'afi'). Add the areas for priority action."
        )
    ]


def test_every_report_has_an_area_for_improvement(record_set):
    records = record_set(inspections=[THIRD], findings=[APA])
    assert told(findings_fit_the_outcome, records) == [
        (
            "findings.csv, row 2, column kind: areas for priority action alone, where every report has an area for "
            "improvement (found 'apa'). Add the areas for improvement."
        )
    ]


@pytest.mark.parametrize("found", [[APA], [AFI]])
def test_where_a_row_could_not_be_read_no_kind_is_missed(record_set, found):
    records = record_set(inspections=[THIRD], findings=found, partly_read=frozenset({"findings"}))
    assert told(findings_fit_the_outcome, records) == []


def test_a_finding_of_no_inspection_or_before_the_framework_fits_any_outcome(record_set):
    early = {"inspection_start": date(2022, 12, 12)}
    records = record_set(inspections=[early], findings=[early | AFI, early | APA, AFI, APA])
    assert told(findings_fit_the_outcome, records) == []


def test_only_the_third_outcome_asks_for_priority_action_in_every_version():
    for version in packaged_framework().versions:
        asking = [outcome.key for outcome in version.outcomes if version.asks_for_priority_action(outcome.key)]
        assert asking == ["widespread_systemic_failings"]
