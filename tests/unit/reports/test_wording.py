"""How reports word what is read from them: letters alone decide, and the patterns that come with areasend hold."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.framework import packaged_framework
from areasend.reports.kinds import DocumentKind
from areasend.reports.wording import NUMBER_WORDS, letters, wording


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("What is it like to be a child or young person?", "what is it like to be a child or young person"),
        ("Children’s  and ‘young people's’ needs", "childrens and young peoples needs"),
        ("special educational needs and/or disabilities (SEND)", "special educational needs and or disabilities send"),
        ("STOKE-ON-TRENT – 2024", "stoke on trent 2024"),
        ("Zoë Anaïs Núñez", "zoe anais nunez"),
        ("e\u0301te\u0301 \ufb01ne part\xadner", "ete fine partner"),
        (" …… ", ""),
    ],
)
def test_letters_and_digits_alone_are_compared(printed: str, plain: str) -> None:
    assert letters(printed) == plain


@given(st.text())
def test_what_is_compared_is_words_of_letters_and_digits_and_stays_as_it_is(text: str) -> None:
    plain = letters(text)
    assert set(plain) <= set(string.ascii_lowercase + string.digits + " ")
    assert plain == " ".join(plain.split())
    assert letters(plain) == plain


@given(st.lists(st.text(alphabet=string.ascii_letters + string.digits, min_size=1), max_size=6), st.data())
def test_case_and_what_stands_between_words_never_decide(words: list[str], data: st.DataObject) -> None:
    between = st.text(alphabet=' -–.,:;()[]/\n\t•“”"', min_size=1, max_size=3)
    text = "".join(word.swapcase() + data.draw(between) for word in words)
    assert letters(text) == " ".join(words).lower()


SECTIONS = {
    "Inspection outcome": "outcome",
    "Information about the local area partnership": "partnership",
    "Information about the area partnership": "partnership",
    "What is it like to be a child or young person with special educational needs and/or disabilities (SEND) in this area?": "experience",  # noqa: E501
    "What’s it like to be a child or young person SEND in this area?": "experience",
    "What is the area partnership doing that is effective?": "effective",
    "What is the local area partnership doing that is effective?": "effective",
    "What does the area partnership need to do better?": "better",
    "AREAS FOR PRIORITY ACTION": "apa",
    "Area for priority action": "apa",
    "Areas for improvement": "afi",
    "Local area partnership details": "details",
    "Information about this inspection": "inspection",
    "Inspection team": "team",
    "The inspection team:": "team",
    "If you are not happy with the inspection or the report, you can complain.": "closing",
    "The Office for Standards in Education, Children’s Services and Skills": "closing",
}


@pytest.mark.parametrize(("printed", "key"), SECTIONS.items())
def test_the_headings_of_reports_are_known_by_how_they_begin(printed: str, key: str) -> None:
    text = letters(printed)
    known = [
        section.key
        for section in wording().sections
        if text.startswith(section.begins) and section.heading.fullmatch(text)
    ]
    assert known == [key]


def test_a_sentence_about_a_section_is_no_heading_of_it() -> None:
    for text in ("The areas for improvement are these", "Inspection outcomes", "Information about the partnership"):
        assert not any(section.heading.fullmatch(letters(text)) for section in wording().sections)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("responsible_body", ["Responsible body", "Responsible bodies", "Responsible body(ies)"]),
        ("local_authority", ["Local authority", "Local Authorities", "Local authority(ies)"]),
        (
            "integrated_care_board",
            [
                "Integrated care board",
                "Integrated Care Boards",
                "Integrated care board(s)",
                "Integrated care board (ICB)",
            ],
        ),
        ("integrated_care_board", ["Integrated care boards (ICBs)", "Integrated care board(s) (ICB(s))"]),
        ("ofsted", ["Ofsted"]),
        ("care_quality_commission", ["Care Quality Commission", "The Care Quality Commission (CQC)"]),
    ],
)
def test_the_headings_of_columns_are_known(name: str, printed: list[str]) -> None:
    for text in printed:
        assert wording().columns[name].fullmatch(letters(text)), text
    assert not wording().columns[name].fullmatch("health board")


def test_an_outcome_is_told_by_words_of_its_own() -> None:
    outcomes = {outcome.key for version in packaged_framework().versions for outcome in version.outcomes}
    assert wording().outcomes.keys() == outcomes
    for version in packaged_framework().versions:
        for outcome in version.outcomes:
            said = [
                code
                for code, patterns in wording().outcomes.items()
                if any(pattern.search(letters(outcome.wording)) for pattern in patterns)
            ]
            assert said == [outcome.key]


def test_kinds_are_those_that_documents_are_told_by() -> None:
    assert [DocumentKind(kind) for kind in wording().kinds] == [
        DocumentKind.MONITORING_INSPECTION,
        DocumentKind.EARLIER_FRAMEWORK,
        DocumentKind.OTHER_INSPECTORATE_REPORT,
    ]


@pytest.mark.parametrize("number", ["3", "18", *NUMBER_WORDS])
def test_numbers_are_read_in_figures_and_in_words(number: str) -> None:
    said = letters(f"The next full area SEND inspection will be within approximately {number} years.")
    found = wording().follow_up["next_full_inspection"].search(said)
    assert found
    assert (found.group(1), found.group(2)) == (letters(number), "years")


def test_number_words_are_in_order_from_zero() -> None:
    assert NUMBER_WORDS.index("twelve") == 12
    assert NUMBER_WORDS.index("thirteen") == 13
    assert NUMBER_WORDS.index("nineteen") == 19
    assert NUMBER_WORDS[-1] == "twenty-four"
    assert NUMBER_WORDS.index("twenty-four") == 24


def test_no_pattern_is_left_with_a_placeholder() -> None:
    found = wording()
    patterns: list[re.Pattern[str]] = [
        *found.title.values(),
        *found.columns.values(),
        *found.follow_up.values(),
        *found.previous.values(),
        *(section.heading for section in found.sections),
    ]
    assert not any(re.search("NUMBER|UNIT", pattern.pattern) for pattern in patterns)
