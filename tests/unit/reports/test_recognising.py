"""What a document is: a full report by its sections, another by its title, or not recognised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.typeset import SetPage, line

from areasend.reports.kinds import DESCRIPTIONS, DocumentKind
from areasend.reports.layout.footers import Furnished
from areasend.reports.parts import FRONT, Part
from areasend.reports.recognising import kind_of


def kind(*pages: list[str], sections: tuple[str, ...] = (), front: tuple[str, ...] = ()) -> DocumentKind:
    """The kind of a document with these pages, these sections, and these lines before the first of them."""
    furnished = [
        Furnished(
            SetPage(number, tuple(line(text, 100.0 + 20 * place) for place, text in enumerate(texts))),  # type: ignore[arg-type]
            (),
            (),
        )
        for number, texts in enumerate(pages, start=1)
    ]
    lines = [line(text, 100.0 + 20 * place) for place, text in enumerate(front)]
    return kind_of(furnished, [Part(FRONT, "", (), lines), *(Part(key, "", ()) for key in sections)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Area SEND monitoring inspection of Harbour Local Area Partnership", DocumentKind.MONITORING_INSPECTION),
        ("Monitoring inspection of the local area partnership", DocumentKind.MONITORING_INSPECTION),
        ("This is the report of our monitoring visit in May", DocumentKind.MONITORING_INSPECTION),
        ("Joint local area SEND inspection in Harbour", DocumentKind.EARLIER_FRAMEWORK),
        ("Joint area SEND revisit in Harbour", DocumentKind.EARLIER_FRAMEWORK),
        ("A Written Statement of Action is required", DocumentKind.EARLIER_FRAMEWORK),
        ("Ofsted: School report", DocumentKind.OTHER_INSPECTORATE_REPORT),
        ("The Care Quality Commission inspected this hospital", DocumentKind.OTHER_INSPECTORATE_REPORT),
        ("A timetable of buses", DocumentKind.NOT_RECOGNISED),
        ("時刻表", DocumentKind.NOT_RECOGNISED),
    ],
)
def test_a_document_is_named_by_what_its_first_pages_say(title: str, wanted: DocumentKind) -> None:
    assert kind([title]) is wanted
    assert kind(["1"], [title]) is wanted
    # What stands further in is about others.
    assert kind(["1"], ["2"], [title]) is DocumentKind.NOT_RECOGNISED


def test_a_title_may_run_over_lines() -> None:
    assert kind(["Area SEND", "monitoring", "inspection"]) is DocumentKind.MONITORING_INSPECTION


def test_two_sections_of_a_full_report_are_enough_and_one_is_not() -> None:
    assert kind(["Ofsted"], sections=("experience", "effective")) is DocumentKind.FULL_INSPECTION
    assert kind(["Ofsted"], sections=("experience", "experience")) is DocumentKind.OTHER_INSPECTORATE_REPORT
    # Other reports of the inspectorates have these, too.
    assert kind(["Ofsted"], sections=("outcome", "team", "details")) is DocumentKind.OTHER_INSPECTORATE_REPORT


TITLE = ("Area SEND inspection of Harbour", "Local Area Partnership")


def test_a_report_cut_after_its_outcome_is_told_by_its_title() -> None:
    assert kind(["Ofsted"], sections=("outcome",), front=TITLE) is DocumentKind.FULL_INSPECTION
    assert kind(["Ofsted"], sections=("team",), front=TITLE) is DocumentKind.OTHER_INSPECTORATE_REPORT
    assert kind(["Ofsted"], sections=("outcome",), front=TITLE[:1]) is DocumentKind.OTHER_INSPECTORATE_REPORT


@pytest.mark.parametrize(
    "title",
    [
        ("Area SEND monitoring inspection of Harbour", "Local Area Partnership"),
        ("Monitoring visit of Harbour",),
        ("The outcome of the area SEND", "monitoring inspection"),
    ],
)
def test_a_monitoring_inspection_is_told_by_its_title_whatever_its_sections(title: tuple[str, ...]) -> None:
    found = kind(["Ofsted"], sections=("outcome", "partnership", "experience", "effective"), front=title)
    assert found is DocumentKind.MONITORING_INSPECTION


def test_a_full_report_may_tell_of_a_monitoring_inspection_to_come() -> None:
    said = ["A monitoring inspection will be carried out within 18 months."]
    assert kind(said, sections=("partnership", "experience")) is DocumentKind.FULL_INSPECTION


def test_a_document_without_text_is_told_from_one_that_is_not_recognised() -> None:
    assert kind() is DocumentKind.NO_TEXT
    assert kind([], []) is DocumentKind.NO_TEXT
    assert kind([], [], ["Text"]) is DocumentKind.NOT_RECOGNISED


@given(st.lists(st.lists(st.text(alphabet="abc 123.–", min_size=1).filter(str.strip), max_size=3), max_size=4))
def test_nothing_is_recognised_in_words_that_say_nothing(pages: list[list[str]]) -> None:
    assert kind(*pages) is (DocumentKind.NOT_RECOGNISED if any(pages) else DocumentKind.NO_TEXT)


def test_every_kind_is_described_in_words_of_its_own() -> None:
    assert DESCRIPTIONS.keys() == set(DocumentKind)
    assert len(set(DESCRIPTIONS.values())) == len(DocumentKind)
