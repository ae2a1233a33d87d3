"""A workbook that keeps every rule passes every point that can be checked, in both formats."""

from areasend.check.workbook import Status, report_text


def test_compliant_ods_passes_every_point(ods, check_ods):
    report = check_ods(ods)
    assert report.passed, report_text(report)
    assert {result.status for result in report.results} == {Status.PASS}
    assert [result.point for result in report.results] == [f"SS{number:02}" for number in range(1, 45)]
    assert report.format == "ods"
    assert report.file == "sample.ods"


def test_without_published_tables_the_comparisons_are_not_checkable(ods, check_ods):
    report = check_ods(ods, tables=None)
    open_points = [result for result in report.results if result.status is Status.NOT_CHECKABLE]
    assert [result.point for result in open_points] == ["SS41", "SS42"]
    assert all("needs" in result.reason for result in open_points)
    assert report.passed


def test_compliant_xlsx_passes_every_point(xlsx, check_xlsx):
    report = check_xlsx(xlsx)
    assert report.passed, report_text(report)
    assert report.format == "xlsx"


def test_one_file_proves_no_reproducible_build(ods, check_ods, point):
    assert "build it twice" in point(check_ods(ods), "SS43").reason
