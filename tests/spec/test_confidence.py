"""What no source is sure of is printed by nobody: not as a rule, not as a month, not as a plan or a duty."""

from dataclasses import replace

import pytest
from tests.factories import WIDESPREAD, area, day, document, inspection, population, register
from tests.spec.manual import shows

from areasend.framework import Activity, Confidence, Framework, FrameworkVersion, packaged_framework
from areasend.statistics import Population, build_table, expectation

ASHFORD = area(1)
ENTRY = inspection(ASHFORD, day("2023-09-25"), published=day("2023-11-24"), outcome=WIDESPREAD)
UNSURE = [Confidence.MEDIUM, Confidence.LOW]


def with_first(version: FrameworkVersion) -> Framework:
    framework = packaged_framework()
    return replace(framework, versions=(version, *framework.versions[1:]))


def first() -> FrameworkVersion:
    return packaged_framework().versions[0]


def counted(framework: Framework) -> Population:
    frozen = population(register([ASHFORD], [ENTRY], documents=[document()])).snapshot
    return Population(snapshot=frozen, framework=framework)


@pytest.mark.parametrize("confidence", UNSURE)
def test_a_rule_that_no_source_is_sure_of_is_handed_out_by_nobody(confidence: Confidence) -> None:
    version = replace(first(), follow_ups=tuple(replace(rule, confidence=confidence) for rule in first().follow_ups))
    assert len(version.follow_ups) == 4
    for activity in Activity:
        assert version.follow_up(WIDESPREAD, activity) is None
        assert expectation(with_first(version), ENTRY, activity) is None
    shows(
        build_table(counted(with_first(version)), "areas"),
        """
        next_full_inspection | next_full_inspection_expected | monitoring_inspection | monitoring_inspection_expected
        [z]                  | [z]                           | [z]                   | [z]
        """,
    )


def test_one_unsure_rule_leaves_the_others_standing() -> None:
    rules = tuple(
        replace(rule, confidence=Confidence.MEDIUM) if rule.activity is Activity.MONITORING_INSPECTION else rule
        for rule in first().follow_ups
    )
    shows(
        build_table(counted(with_first(replace(first(), follow_ups=rules))), "areas"),
        """
        next_full_inspection         | monitoring_inspection
        within approximately 3 years | [z]
        """,
    )


@pytest.mark.parametrize("confidence", UNSURE)
def test_a_plan_that_no_source_is_sure_of_is_not_asked_for(confidence: Confidence) -> None:
    version = replace(first(), plans=tuple(replace(plan, confidence=confidence) for plan in first().plans))
    assert version.plan(WIDESPREAD) is None
    shows(
        build_table(counted(with_first(version)), "areas"),
        """
        next_full_inspection         | plan
        within approximately 3 years | [z]
        """,
    )


@pytest.mark.parametrize("version", ["2023-01", "2025-06"])
def test_of_the_packaged_deadlines_only_the_70_days_of_the_regulations_may_be_called_a_duty(version: str) -> None:
    """SI 2015/1792, regulation 4; 30, 35 and 50 days are of low or medium confidence and are no law."""
    (held,) = (entry for entry in packaged_framework().versions if entry.id == version)
    assert [(deadline.key, deadline.working_days) for deadline in held.statutory_deadlines] == [
        ("written_statement_maximum", 70)
    ]


@pytest.mark.parametrize("confidence", UNSURE)
def test_a_statutory_deadline_that_no_source_is_sure_of_is_no_duty(confidence: Confidence) -> None:
    deadlines = tuple(replace(entry, confidence=confidence, statutory=True) for entry in first().deadlines)
    assert replace(first(), deadlines=deadlines).statutory_deadlines == ()


def test_of_the_packaged_kinds_of_inspection_the_monitoring_inspection_is_not_sure() -> None:
    assert [entry.key for entry in first().sure_inspection_types] == [
        "full_inspection",
        "thematic_visit",
        "engagement_meeting",
    ]


def test_an_end_of_the_cycle_that_no_source_is_sure_of_is_left_out() -> None:
    unsure, *sure = first().cycle_ends
    version = replace(first(), cycle_ends=(replace(unsure, confidence=Confidence.MEDIUM), *sure))
    assert [entry.wording for entry in version.sure_cycle_ends] == ["in 2027", "by the end of 2027", "December 2027"]
