"""The packaged findings are those of the 37 reports read by hand, without their words."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from areasend.register import FindingKind, Source, packaged_register

SHARED = Path(__file__).parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not on this machine")
REGISTER = packaged_register()
FINDINGS = REGISTER.findings


def truth(name):
    with (SHARED / "truth" / name).open(encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


@needs_shared
def test_the_findings_are_the_statements_of_the_reports_one_by_one():
    reports = {row["urn"]: row for row in truth("inspections.csv")}
    expected = []
    for row in truth("statements.csv"):
        report = reports[row["urn"]]
        expected.append((report["gss_code"], report["inspection_start"], row["kind"], int(row["seq"])))
    assert sorted(expected) == sorted((f.gss_code, str(f.inspection_start), f.kind.value, f.seq) for f in FINDINGS)


@needs_shared
def test_responsible_bodies_are_those_printed():
    """Without the names, only what joins them is left."""
    reports = {row["urn"]: row for row in truth("inspections.csv")}
    printed = {
        (reports[row["urn"]]["gss_code"], row["kind"], int(row["seq"])): row["responsible_body"]
        for row in truth("statements.csv")
    }
    for finding in FINDINGS:
        rest = printed[finding.gss_code, finding.kind.value, finding.seq]
        for body in finding.responsible_bodies:
            assert body in rest
            rest = rest.replace(body, "", 1)
        assert rest.replace(",", "").split() in ([], ["and"])


@needs_shared
def test_what_the_rules_demand_holds_in_every_report_read_by_hand():
    """At least one area for improvement in each of 37; areas for priority action in all 9 of the third and no other."""
    rows = truth("inspections.csv")
    assert len(rows) == 37
    assert all(int(row["n_areas_for_improvement"]) >= 1 for row in rows)
    urgent = {row["urn"] for row in rows if int(row["n_areas_for_priority_action"])}
    third = {row["urn"] for row in rows if row["outcome"] == "widespread_systemic_failings"}
    assert urgent == third
    assert len(third) == 9


@needs_shared
def test_pages_are_those_on_which_the_statements_begin():
    reports = {row["urn"]: row for row in truth("inspections.csv")}
    expected = {
        (reports[row["urn"]]["gss_code"], row["kind"], int(row["seq"])): int(row["page_start"])
        for row in truth("statements.csv")
    }
    assert len(expected) == 171
    assert {(f.gss_code, f.kind.value, f.seq): f.page for f in FINDINGS} == expected


def test_there_are_136_areas_for_improvement_and_35_for_priority_action():
    assert Counter(finding.kind for finding in FINDINGS) == {FindingKind.AFI: 136, FindingKind.APA: 35}
    assert len({finding.inspection_id for finding in FINDINGS}) == 37


def test_only_areas_for_priority_action_name_who_is_responsible():
    for finding in FINDINGS:
        assert bool(finding.responsible_bodies) is (finding.kind is FindingKind.APA)


def test_findings_were_read_from_reports_that_were_checked():
    checked = {entry.inspection_id for entry in REGISTER.inspections if entry.source is Source.REPORT}
    assert {finding.source for finding in FINDINGS} == {Source.REPORT}
    assert {finding.inspection_id for finding in FINDINGS} <= checked
