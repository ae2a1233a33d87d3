"""The intervals of the first version are those that the published inspection reports print, hedge and all."""

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from areasend.framework import Activity, packaged_framework

REPORTS = Path(__file__).parents[4] / "shared" / "reports"
PDFS = sorted(REPORTS.glob("*.pdf"))
pytestmark = [
    pytest.mark.skipif(not PDFS, reason="../shared/reports is not on this machine"),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not on this machine"),
]
VERSION = packaged_framework().versions[0]
YEARS = {"3": 36, "three": 36, "5": 60, "five": 60}
NEXT = re.compile(
    r"The next full (?:area SEND )?(?:re)?inspection will (?:be|take place) (\w+) (?:(\w+) )?(\w+) years\.",
    re.IGNORECASE,
)
MONITORING = re.compile(r"A monitoring inspection will be carried out (\w+) (?:(\w+) )?(\d+) months\.")
# The one report that prints the interval bare: "within five years".
BARE = "80580-wiltshire"
WITH_MONITORING = {
    "2637539-north-northamptonshire",
    "80443-bury",
    "80460-derbyshire",
    "80471-halton",
    "80475-hertfordshire",
    "80480-lancashire",
    "80534-nottinghamshire",
    "80536-oxfordshire",
    "80565-suffolk",
}
PHRASES = {
    "typically_positive": "arrangements typically lead to positive experiences and outcomes",
    "inconsistent": "arrangements lead to inconsistent experiences and outcomes",
    "widespread_systemic_failings": "There are widespread and/or systemic failings leading to significant concerns",
}
each_report = pytest.mark.parametrize("name", [path.stem for path in PDFS])


@cache
def text_of(name):
    command = ["pdftotext", "-enc", "UTF-8", str(REPORTS / f"{name}.pdf"), "-"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=True)
    return re.sub(r"\s+", " ", done.stdout)


def outcome_of(name):
    """The phrase that tells the outcome in a report's box; the rest of its sentence differs a little from 2023 on."""
    (found,) = [key for key, phrase in PHRASES.items() if phrase in text_of(name)]
    return found


def test_all_37_reports_are_read():
    assert len(PDFS) == 37


def test_the_phrases_are_those_of_the_framework():
    assert all(phrase in VERSION.outcome(key).wording for key, phrase in PHRASES.items())


@each_report
def test_a_report_prints_the_interval_to_the_next_full_inspection(name):
    (printed,) = NEXT.findall(text_of(name))
    rule = VERSION.follow_up(outcome_of(name), Activity.NEXT_FULL_INSPECTION)
    hedge = "" if name == BARE else rule.hedge.value
    assert (printed[0], printed[1], YEARS[printed[2]]) == (rule.relation.value, hedge, rule.months)


@each_report
def test_a_report_of_systemic_failings_alone_prints_the_interval_to_monitoring(name):
    printed = MONITORING.findall(text_of(name))
    rule = VERSION.follow_up(outcome_of(name), Activity.MONITORING_INSPECTION)
    expected = [] if rule is None else [(rule.relation.value, rule.hedge.value, str(rule.months))]
    assert printed == expected
    assert bool(printed) is (name in WITH_MONITORING)
