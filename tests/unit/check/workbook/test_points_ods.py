"""Each point turns from pass to fail when its rule is broken, and the report names the right place (ODS).

The cases are data: `tests/samples/workbooks/spoiled_ods.toml`, each the compliant sample with one fault.
"""

import tomllib
from pathlib import Path

import pytest

from areasend.check.workbook import Status, report_text

CASES = tomllib.loads(
    (Path(__file__).parents[3] / "samples" / "workbooks" / "spoiled_ods.toml").read_text(encoding="utf-8")
)["case"]
# SS34 is met by running the checker; SS43 is about the archive and is spoiled in `test_archive.py`.
NOT_BY_TEXT = {"SS34", "SS43"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['point']} {case['fault']}")
def test_spoiled_workbook_fails_the_point_at_the_place(case, ods, check_ods, point):
    for change in case["change"]:
        ods.change(**change)
    report = check_ods(ods)
    result = point(report, case["point"])
    assert result.status is Status.FAIL, report_text(report)
    places = {(place.sheet, place.cell) for place in result.places}
    assert (case["sheet"], case["cell"]) in places, report_text(report)


def test_every_point_has_a_case():
    assert {case["point"] for case in CASES} | NOT_BY_TEXT == {f"SS{number:02}" for number in range(1, 45)}
