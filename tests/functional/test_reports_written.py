"""Reports that the tests wrote are read back exactly: every field, finding and passage, and the pages of each."""

import hashlib
import re
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from tests.reports_written.written import TrueFinding, TruePassage, WrittenReport, written_report

from areasend.framework import packaged_framework
from areasend.register import packaged_register
from areasend.reports import FoundStatement, Passage, PublicationDates, Reading
from areasend.reports.document import read_document
from areasend.reports.settling import settled

# What these run is traced by other tests; tracing would double their time.
pytestmark = pytest.mark.no_cover

SOME, MANY = 40, 1000


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(MANY if metafunc.config.getoption("--long") else SOME))


@pytest.fixture
def report(seed: int) -> WrittenReport:
    return written_report(seed)


@pytest.fixture
def reading(report: WrittenReport) -> Reading:
    return _read(report.data)


def _read(data: bytes) -> Reading:
    return read_document(data, file="report.pdf", sha256=hashlib.sha256(data).hexdigest())


def spaced(text: str) -> str:
    """The text with one space wherever there is white space."""
    return " ".join(text.split())


def letters(text: str) -> str:
    """Letters and digits alone, in lower case: what is left where the word processor put hyphens of its own."""
    return re.sub(r"[\W_]", "", text).casefold()


class TestReadBack:
    def test_fields(self, report: WrittenReport, reading: Reading) -> None:
        read = {name: spaced(reading.text(name)) for name in report.truth.fields}
        assert read == report.truth.fields

    def test_findings(self, report: WrittenReport, reading: Reading) -> None:
        same = letters if report.style.hyphenated else spaced
        read = [_as_true_finding(found) for found in reading.findings]
        assert [_finding(found, same) for found in read] == [_finding(found, same) for found in report.truth.findings]

    def test_passages(self, report: WrittenReport, reading: Reading) -> None:
        same = letters if report.style.hyphenated else spaced
        read = [_as_true_passage(found) for found in reading.passages]
        assert [_passage(found, same) for found in read] == [_passage(found, same) for found in report.truth.passages]

    def test_nothing_is_a_problem(self, reading: Reading) -> None:
        assert reading.problems == ()

    def test_the_area_and_the_rules_that_are_broken(self, report: WrittenReport, reading: Reading) -> None:
        (done,) = settled(
            [reading],
            register=packaged_register(),
            framework=packaged_framework(),
            with_dates=PublicationDates().dated,
            corrected=lambda one: one,
        )
        assert (done.text("gss_code"), done.text("local_area")) == (report.truth.gss_code, report.truth.local_area)
        assert {problem.field for problem in done.problems} == report.truth.problems

    def test_words_behind_values_stand_where_they_are_said_to(self, report: WrittenReport, reading: Reading) -> None:
        """An independent extraction finds the words of each place on its page, within its box."""
        with pypdfium2.PdfDocument(report.data) as pdf:
            for value in reading.values:
                for place in value.places:
                    page = pdf[place.page - 1]
                    bottom, top = page.get_height() - place.box.bottom, page.get_height() - place.box.top
                    inside = page.get_textpage().get_text_bounded(
                        place.box.x0 - 1, bottom - 2, place.box.x1 + 1, top + 2
                    )
                    assert letters(place.words) in letters(inside), value.field


class TestTheWrittenReportsThemselves:
    """What the truth says is in the file: held against pypdfium2's plain text, which knows nothing of layout."""

    def test_the_truth_is_on_its_pages(self, report: WrittenReport) -> None:
        with pypdfium2.PdfDocument(report.data) as pdf:
            pages = [letters(page.get_textpage().get_text_range()) for page in pdf]
        assert report.truth.fields["pages"] == str(len(pages))
        for told in (*report.truth.findings, *report.truth.passages):
            if told.page_start == told.page_end:
                assert letters(told.text) in pages[told.page_start - 1]
            else:
                assert letters(told.text)[:8] in pages[told.page_start - 1]
        assert letters(report.truth.fields["title_name"]) in pages[0]

    def test_a_seed_always_gives_the_same_file(self, report: WrittenReport, seed: int) -> None:
        written_report.cache_clear()
        assert written_report(seed).data == report.data

    def test_tags_hold_every_mark(self, report: WrittenReport) -> None:
        """Every number of marked content has its element in the tree, once."""
        with pikepdf.open(BytesIO(report.data)) as pdf:
            assert ("/StructTreeRoot" in pdf.Root) == (report.style.tags != "")
            if not report.style.tags:
                return
            numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
            for page in pdf.pages:
                marks = re.findall(rb"/MCID (\d+)", pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page)))
                owners = numbers[int(page.obj.StructParents) * 2 + 1]
                assert sorted(map(int, marks)) == list(range(len(owners)))


def _finding(told: TrueFinding, same: Callable[[str], str]) -> tuple[object, ...]:
    return (
        told.kind,
        told.seq,
        same(told.responsible_body),
        tuple(map(same, told.responsible_bodies)),
        same(told.text),
        told.n_bullets,
        told.page_start,
        told.page_end,
    )


def _passage(told: TruePassage, same: Callable[[str], str]) -> tuple[object, ...]:
    heading, text, leadership = spaced(told.heading), same(told.text), same(told.leadership)
    return told.section, heading, told.seq, told.form, text, leadership, told.page_start, told.page_end


def _as_true_finding(found: FoundStatement) -> TrueFinding:
    return TrueFinding(
        found.kind,
        found.seq,
        found.responsible_body,
        found.responsible_bodies,
        found.text,
        found.n_bullets,
        found.page_start,
        found.page_end,
    )


def _as_true_passage(found: Passage) -> TruePassage:
    return TruePassage(
        found.section,
        found.heading,
        found.seq,
        found.form,
        found.text,
        found.leadership,
        found.places[0].page,
        found.places[-1].page,
    )
