"""What the framework hands out to be printed is sure: a rule below high confidence is held and never handed out."""

from dataclasses import replace

import pytest

from areasend.framework import Activity, Confidence, FrameworkVersion, load_framework, packaged_framework

V25 = "versions/2025-06.toml"
OUTCOMES = ("typically_positive", "inconsistent", "widespread_systemic_failings")
VERSIONS = packaged_framework().versions
each_version = pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.id)
each_doubt = pytest.mark.parametrize("confidence", ["medium", "low"])


def lowered(framework, after: str, confidence: str) -> FrameworkVersion:
    """The version of 2025 with the first rule behind the mark held with less confidence."""
    framework.change(V25, '\nconfidence = "high"', f'\nconfidence = "{confidence}"', after=after)
    return load_framework(framework.folder).versions[-1]


@each_doubt
@pytest.mark.parametrize("activity", list(Activity))
def test_a_follow_up_that_is_not_sure_is_not_handed_out(last_only, activity, confidence):
    mark = f'outcome = "widespread_systemic_failings"\nactivity = "{activity.value}"'
    version = lowered(last_only, mark, confidence)
    assert version.follow_up("widespread_systemic_failings", activity) is None
    assert len(version.follow_ups) == 4


@each_doubt
def test_only_the_follow_up_that_is_not_sure_is_kept_back(last_only, confidence):
    version = lowered(last_only, 'outcome = "inconsistent"\nactivity = "next_full_inspection"', confidence)
    handed_out = [version.follow_up(outcome, Activity.NEXT_FULL_INSPECTION) for outcome in OUTCOMES]
    assert [None if rule is None else rule.months for rule in handed_out] == [60, None, 36]


@each_doubt
def test_a_plan_that_is_not_sure_is_not_handed_out(last_only, confidence):
    version = lowered(last_only, 'key = "priority_action_plan"\nname', confidence)
    plans = [version.plan(outcome) for outcome in OUTCOMES]
    assert [None if plan is None else plan.key for plan in plans] == [
        "strategic_plan_update",
        "strategic_plan_update",
        None,
    ]
    assert len(version.plans) == 3


def test_an_outcome_that_the_framework_does_not_have_has_no_plan():
    assert VERSIONS[-1].plan("good") is None


@each_doubt
def test_a_statement_on_the_end_of_the_cycle_that_is_not_sure_is_not_handed_out(last_only, confidence):
    version = lowered(last_only, 'wording = "by the end of 2027"', confidence)
    assert len(version.cycle_ends) == 4
    assert len(version.sure_cycle_ends) == 3
    assert "by the end of 2027" not in [end.wording for end in version.sure_cycle_ends]


@each_doubt
def test_a_type_of_inspection_that_is_not_sure_is_not_handed_out(last_only, confidence):
    version = lowered(last_only, 'key = "thematic_visit"', confidence)
    assert len(version.inspection_types) == 4
    assert [kind.key for kind in version.sure_inspection_types] == ["full_inspection", "engagement_meeting"]


@pytest.mark.parametrize("confidence", [Confidence.MEDIUM, Confidence.LOW])
def test_a_deadline_that_is_not_sure_is_no_law(confidence):
    """Loading refuses such a deadline already; this is the second lock on the same door."""
    duty = next(deadline for deadline in VERSIONS[-1].deadlines if deadline.statutory)
    assert replace(VERSIONS[-1], deadlines=(duty,)).statutory_deadlines == (duty,)
    assert replace(VERSIONS[-1], deadlines=(replace(duty, confidence=confidence),)).statutory_deadlines == ()


def test_a_sure_deadline_that_is_not_in_a_statute_is_no_law(last_only):
    last_only.change(V25, "statutory = true", "statutory = false")
    version = load_framework(last_only.folder).versions[-1]
    assert version.deadlines[0].confidence is Confidence.HIGH
    assert version.statutory_deadlines == ()


@each_version
def test_of_the_packaged_rules_the_monitoring_inspection_alone_is_not_sure(version):
    unsure = set(version.inspection_types) - set(version.sure_inspection_types)
    assert [kind.key for kind in unsure] == ["monitoring_inspection"]
    assert len(version.sure_cycle_ends) == 4
    assert None not in [version.plan(outcome) for outcome in OUTCOMES]
    assert None not in [version.follow_up(outcome, Activity.NEXT_FULL_INSPECTION) for outcome in OUTCOMES]
