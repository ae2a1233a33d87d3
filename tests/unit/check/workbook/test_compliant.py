"""A workbook that keeps every rule passes every point that one file can prove, in both formats."""

from areasend.check.workbook import Status, report_text

ONE_FILE = (
    "one file cannot prove that the same inputs give the same bytes: build it twice and compare; "
    "nothing in this file speaks against it"
)


def open_points(report):
    return {result.point: result.reason for result in report.results if result.status is Status.NOT_CHECKABLE}


def test_compliant_ods_passes_every_point_but_the_one_that_no_file_alone_can_prove(ods, check_ods):
    report = check_ods(ods)
    assert report.passed, report_text(report)
    assert open_points(report) == {"SS43": ONE_FILE}
    assert [result.point for result in report.results] == [f"SS{number:02}" for number in range(1, 45)]
    assert report.format == "ods"
    assert report.file == "sample.ods"
    closing = "44 points: 43 pass, 0 fail, 1 not checkable. The checklist is met as far as it can be checked.\n"
    assert report_text(report).endswith(closing)


def test_without_published_tables_the_comparisons_are_not_checkable(ods, check_ods):
    report = check_ods(ods, tables=None)
    needs = "needs the published tables (CSV) to compare with"
    assert open_points(report) == {"SS41": needs, "SS42": needs, "SS43": ONE_FILE}
    assert report.passed


def test_compliant_xlsx_passes_every_point(xlsx, check_xlsx):
    report = check_xlsx(xlsx)
    assert report.passed, report_text(report)
    assert set(open_points(report)) == {"SS41", "SS42", "SS43"}
    assert open_points(report)["SS43"] == ONE_FILE
    assert report.format == "xlsx"


def test_titles_as_in_the_contents_pass_and_what_is_not_judged_is_said(ods, check_ods, point):
    result = point(check_ods(ods), "SS18")
    assert result.status is Status.PASS
    assert result.reason == "subject, geography and period in the title are not judged"


def test_a_title_unlike_the_contents_fails_and_what_is_not_judged_is_said(ods, check_ods, point):
    ods.change("content.xml", "<text:p>Outcomes", "<text:p>Results", after='table:name="Outcomes"')
    result = point(check_ods(ods), "SS18")
    assert [(place.sheet, place.cell) for place in result.places] == [("Outcomes", "A1")]
    assert "that differs from the contents" in result.places[0].found
    assert result.reason == "subject, geography and period in the title are not judged"
