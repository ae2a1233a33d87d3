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
    "What is the partnership doing that’s effective?": "effective",
    "What does the area partnership need to do better?": "better",
    "What does the partnership need to do better?": "better",
    "What it is like to be a child or young person with SEND in this local area": "experience",
    "Details of the local area partnership": "details",
    "About this inspection": "inspection",
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


@pytest.mark.parametrize(
    ("field", "told", "interval"),
    [
        ("next_full_inspection", "The next full SEND inspection should take place within the next five (5) years.", 5),
        ("next_full_inspection", "The next area SEND full inspection is likely to be within 5 years.", 5),
        ("next_full_inspection", "A full reinspection will usually take place within approximately 3 years.", 3),
        ("next_full_inspection", "The next full re-inspection of the local area partnership will be in 3 years.", 3),
        ("monitoring_inspection", "A monitoring visit will be carried out no later than 18 months after this.", 18),
        ("monitoring_inspection", "A monitoring inspection will usually take place 18 months from the report.", 18),
    ],
)
def test_when_inspectors_come_again_is_told_in_many_ways(field: str, told: str, interval: int) -> None:
    found = wording().follow_up[field].search(letters(told))
    assert found
    assert found.group(1) in (str(interval), NUMBER_WORDS[interval])


def test_a_monitoring_inspection_is_not_the_next_full_one() -> None:
    said = letters("A monitoring inspection will be carried out within approximately 18 months.")
    assert not wording().follow_up["next_full_inspection"].search(said)


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("strategic_plan", "Ofsted and CQC ask the partnership to update and publish its existing strategic plan."),
        ("strategic_plan", "The local area partnership should update and publish its joint strategic plan."),
        ("strategic_plan", "The area partnership is asked to update and publish their SEND strategic plan."),
        (
            "priority_action_plan",
            "HMCI requires the partnership to produce and submit an area SEND priority action plan.",
        ),
        (
            "priority_action_plan",
            "The local area partnership is required to prepare and submit a priority action plan.",
        ),
        ("priority_action_plan", "HMCI requires the local area partnership to prepare and submit to HMCI a PAP."),
    ],
)
def test_a_plan_is_asked_for_in_many_ways(plan: str, told: str) -> None:
    asked = {
        name for name in ("strategic_plan", "priority_action_plan") if wording().follow_up[name].search(letters(told))
    }
    assert asked == {plan}


def test_a_plan_that_is_not_required_is_not_asked_for() -> None:
    said = letters("HMCI does not require the local area partnership to prepare and submit a priority action plan.")
    assert not wording().follow_up["priority_action_plan"].search(said)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("name", "Area SEND full inspection of Ambleford Local Area Partnership"),
        ("name", "Area SEND inspection: Ambleford Local Area Partnership"),
        ("inspection_dates", "Inspection dates 12 to 16 February 2024"),
        ("previous_inspection", "Dates of previous area SEND inspection: 12 to 16 February 2018"),
        ("previous_inspection", "Date of previous inspection and revisit: 12 to 16 February 2018"),
        ("previous_inspection", "Dates of previous inspection Not previously inspected"),
    ],
)
def test_labels_of_the_title_page(name: str, printed: str) -> None:
    found = wording().title[name].search(printed)
    assert found
    assert name != "name" or found.group("name") == "Ambleford Local Area Partnership"
    assert name == "inspection_dates" or not wording().title["inspection_dates"].search(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "This area has not previously been inspected",
        "The local area partnership has not been previously inspected",
        "Not inspected previously",
        "There has been no previous inspection",
    ],
)
def test_that_there_was_no_inspection_before_is_told_in_many_ways(printed: str) -> None:
    assert wording().previous["none"].fullmatch(letters(printed))


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
