"""Each rule of a version, and between versions, broken once."""

import pytest

from areasend.framework import load_framework

V23, V25 = "versions/2023-01.toml", "versions/2025-06.toml"
FOLLOW_UP = """
[[follow_up]]
outcome = "{outcome}"
activity = "{activity}"
months = 12
hedge = "usually"
relation = "within"
runs_from = "publication"
runs_from_confidence = "low"
source = "a test"
confidence = "low"
"""
PLAN = """
[[plan]]
outcome = "{outcome}"
key = "another_plan"
name = "plan"
action = "write"
source = "a test"
confidence = "low"
"""


@pytest.mark.parametrize(
    ("name", "old", "new", "value"),
    [
        ("short_label", '"Inconsistent"', '"Typically positive"', "'Typically positive'"),
        (
            "label",
            '"Inconsistent experiences and outcomes"',
            '"Widespread and/or systemic failings"',
            "'Widespread and/or systemic failings'",
        ),
    ],
)
def test_two_outcomes_never_share_a_label(last_only, name, old, new, value):
    last_only.change(V25, old, new)
    assert last_only.only_fault() == f"{V25}: outcome.{name} = {value}: stands 2 times. Give each entry its own."


def test_two_outcomes_never_share_their_wording(last_only):
    path = last_only.folder / V25
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    wordings = [number for number, line in enumerate(lines) if line.startswith("wording = ")]
    lines[wordings[1]] = lines[wordings[0]]
    path.write_text("".join(lines), encoding="utf-8")
    assert ": stands 2 times" in last_only.only_fault()


def test_two_outcomes_never_share_what_was_found(last_only):
    path = last_only.folder / V25
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    findings = [number for number, line in enumerate(lines) if line.startswith("finding = ")]
    lines[findings[2]] = lines[findings[0]]
    path.write_text("".join(lines), encoding="utf-8")
    assert last_only.only_fault().startswith(f"{V25}: outcome.finding = 'children and young people with SEND ")


def test_two_outcomes_never_share_a_key(last_only):
    last_only.change(V25, 'key = "inconsistent"', 'key = "typically_positive"')
    assert f"{V25}: outcome.key = 'typically_positive': stands 2 times. Give each entry its own." in map(
        str, last_only.faults()
    )


def test_the_order_of_outcomes_has_no_gap(last_only):
    last_only.change(V25, "order = 3", "order = 4")
    assert last_only.only_fault() == (
        f"{V25}: outcome.order = [1, 2, 4]: the order must be 1, 2, 3, …. Renumber the outcomes."
    )


def test_a_follow_up_belongs_to_an_outcome(last_only):
    last_only.append(V25, FOLLOW_UP.format(outcome="good", activity="monitoring_inspection"))
    assert last_only.only_fault().startswith(f"{V25}: follow_up[5].outcome = 'good': no such outcome. Use one of ['inc")


def test_a_follow_up_stands_once(last_only):
    last_only.append(V25, FOLLOW_UP.format(outcome="inconsistent", activity="next_full_inspection"))
    assert [str(fault) for fault in last_only.faults()] == [
        f"{V25}: follow_up[{number}] = 'next_full_inspection': the rule stands twice. Keep one of them."
        for number in (2, 5)
    ]


@pytest.mark.parametrize("months", [0, -18])
def test_a_follow_up_lies_ahead(last_only, months):
    last_only.change(V25, "months = 18", f"months = {months}")
    assert last_only.only_fault() == (
        f"{V25}: follow_up[4].months = {months}: must be more than 0. Correct the interval."
    )


def test_every_outcome_has_a_next_full_inspection(last_only):
    last_only.change(V25, 'activity = "next_full_inspection"', 'activity = "monitoring_inspection"')
    assert last_only.only_fault() == (
        f"{V25}: follow_up = 'typically_positive': no next full inspection is stated for this outcome. "
        "Add a [[follow_up]] table."
    )


def test_an_outcome_has_no_second_plan(last_only):
    last_only.append(V25, PLAN.format(outcome="inconsistent"))
    assert last_only.only_fault().startswith(
        f"{V25}: plan.outcome = 'inconsistent': each outcome of the framework needs exactly one plan."
    )


def test_a_plan_belongs_to_an_outcome(last_only):
    last_only.append(V25, PLAN.format(outcome="good"))
    assert last_only.only_fault().startswith(f"{V25}: plan.outcome = 'good': each outcome of the framework needs")


def test_every_outcome_has_a_plan(last_only):
    last_only.change(V25, '[[plan]]\noutcome = "inconsistent"', '[[plan]]\noutcome = "typically_positive"')
    assert [fault.value for fault in last_only.faults()] == ["'inconsistent'", "'typically_positive'"]


def test_a_deadline_is_of_a_plan(last_only):
    last_only.change(V25, 'plan = "strategic_plan_update"', 'plan = "holiday_plan"')
    assert last_only.only_fault() == (
        f"{V25}: deadline[3].plan = 'holiday_plan': no such plan. "
        "Use one of ['priority_action_plan', 'strategic_plan_update']."
    )


@pytest.mark.parametrize("days", [0, -1])
def test_a_deadline_lies_ahead(last_only, days):
    last_only.change(V25, "working_days = 35", f"working_days = {days}")
    assert f"deadline[2].working_days = {days}: must be more than 0. Correct it." in last_only.only_fault()


@pytest.mark.parametrize("confidence", ["medium", "low"])
def test_a_legal_duty_needs_a_source_of_high_confidence(last_only, confidence):
    last_only.change(V25, 'confidence = "high"', f'confidence = "{confidence}"', after="statutory = true")
    assert last_only.only_fault() == (
        f"{V25}: deadline[1].statutory = '{confidence}': a legal duty needs a source of high confidence. "
        "Set statutory = false or name the statute."
    )


def test_a_deadline_never_runs_from_the_inspection(last_only):
    last_only.change(V25, 'runs_from = "report_receipt"', 'runs_from = "inspection_end"', after="working_days = 70")
    assert last_only.only_fault() == (
        f"{V25}: deadline[1].runs_from = 'inspection_end': a plan's deadline runs from the report. "
        "Use report_receipt or publication."
    )


def test_a_deadline_may_run_from_publication(last_only):
    last_only.change(V25, 'runs_from = "report_receipt"', 'runs_from = "publication"', after="working_days = 70")
    assert load_framework(last_only.folder).versions[0].deadlines[0].runs_from == "publication"


def test_a_type_of_inspection_stands_once(last_only):
    last_only.change(V25, 'key = "thematic_visit"', 'key = "full_inspection"')
    assert last_only.only_fault() == (
        f"{V25}: inspection_type.key = 'full_inspection': stands 2 times. Give each entry its own."
    )


@pytest.mark.parametrize("ages", [(25, 25), (26, 25), (-1, 25)])
def test_ages_rise_from_0_or_more(last_only, ages):
    last_only.change(V25, "age_from = 0\nage_to = 25", f"age_from = {ages[0]}\nage_to = {ages[1]}")
    assert last_only.only_fault().startswith(f"{V25}: scope.age_to = {ages}: ages must rise from 0 or more.")


def test_a_version_does_not_end_before_it_starts(last_only):
    last_only.change(V25, "valid_from = 2025-06-06", "valid_from = 2025-06-06\nvalid_to = 2025-06-05")
    assert last_only.only_fault() == (
        f"{V25}: valid_to = 2025-06-05: ends before it starts (2025-06-06). Correct one of the dates."
    )


def test_a_version_may_hold_for_one_day(last_only):
    last_only.change(V25, "valid_from = 2025-06-06", "valid_from = 2025-06-06\nvalid_to = 2025-06-06")
    assert len(load_framework(last_only.folder).versions) == 1


@pytest.mark.parametrize("valid_to", ["2025-06-04", "2025-06-06"], ids=["gap", "overlap"])
def test_versions_follow_one_another_without_gap_or_overlap(framework, valid_to):
    framework.change(V23, "valid_to = 2025-06-05", f"valid_to = {valid_to}")
    assert framework.only_fault() == (
        f"{V25}: valid_from = 2025-06-06: must be the day after version 2023-01 ends ({valid_to}). "
        "Close the gap or the overlap."
    )


def test_only_the_last_version_is_open(framework):
    framework.change(V23, "valid_to = 2025-06-05\n", "")
    assert "must be the day after version 2023-01 ends (None)" in framework.only_fault()


def test_all_versions_have_the_same_outcomes(framework):
    path = framework.folder / V25
    path.write_text(path.read_text(encoding="utf-8").replace('"inconsistent"', '"mixed"'), encoding="utf-8")
    assert framework.only_fault() == (
        f"{V25}: outcome.key = ['typically_positive', 'mixed', 'widespread_systemic_failings']: differs from version "
        "2023-01: published tables need the same outcomes throughout. Use the same keys in the same order."
    )


def test_two_versions_never_share_an_id(framework):
    framework.change(V25, 'id = "2025-06"', 'id = "2023-01"')
    assert framework.only_fault() == "versions: id = '2023-01': stands 2 times. Give each entry its own."


def test_versions_are_sorted_by_their_first_day_and_not_by_their_file(framework):
    (framework.folder / V23).rename(framework.folder / "versions" / "z.toml")
    assert [version.id for version in load_framework(framework.folder).versions] == ["2023-01", "2025-06"]


def test_the_shortest_intervals_are_a_month_and_a_working_day(last_only):
    last_only.change(V25, "months = 18", "months = 1")
    last_only.change(V25, "working_days = 35", "working_days = 1")
    version = load_framework(last_only.folder).versions[0]
    assert (version.follow_ups[3].months, version.deadlines[1].working_days) == (1, 1)
