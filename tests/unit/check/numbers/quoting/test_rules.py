"""What is said of quoted numbers and of survey returns."""

import pytest
from tests.quoted_pages import document, numbers

from areasend.check.numbers.documents.model import Document
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.quoting import RULES
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict
from areasend.framework import packaged_framework
from areasend.register import packaged_register


def said(*texts: str, notes: dict[str, str] | None = None) -> list[Verdict]:
    made: Document = document(*texts, notes=notes)
    evidence = Evidence(
        documents=(made,),
        numbers=numbers(made),
        shares=(),
        claims=(),
        framework=packaged_framework(),
        register=packaged_register(),
    )
    return [verdict for rule in RULES for verdict in rule(evidence)]


def findings(*texts: str, notes: dict[str, str] | None = None) -> list[Finding]:
    return [verdict for verdict in said(*texts, notes=notes) if isinstance(verdict, Finding)]


def test_a_quoted_number_is_marked_with_its_reason() -> None:
    assert said("The Ministry of Works reported that 40 bridges closed.") == [
        Support(numbers=(0,), status=Status.QUOTED, how="its sentence names a source: The Ministry of Works")
    ]


def test_a_recorded_figure_that_agrees_with_its_source_is_no_finding() -> None:
    assert findings("An EHC plan was held by 576,000 children and young people aged up to 25 in January 2024.") == []


SEND = "Overall, 18.4% of children and young people in school are designated as having SEND."


def test_a_known_difference_from_the_source_is_a_query_once() -> None:
    (query,) = findings(SEND, SEND)
    assert (query.kind, query.severity, query.found) == (Kind.QUOTED_SOURCE, Severity.QUERY, "18.4%")
    assert "special educational needs (SEN), not SEND" in query.message
    assert "Department for Education" in query.message


def test_numbers_that_differ_alike_are_one_query() -> None:
    text = (
        "In the year to August 2024 courts and tribunals had 21,000 SEN-related appeals, an increase of 55% from the "
        "previous year. Of these, 27% were against a refusal to secure an EHC assessment."
    )
    assert [query.found for query in findings(text)] == ["21,000", "55%, 27%"]


def test_a_note_and_the_register_may_both_know_a_number() -> None:
    notes = {"1": "Department for Education, School places, 2031."}
    (query,) = findings(SEND.replace("SEND.", "SEND.[1]"), notes=notes)
    assert query.found == "18.4%"


def test_a_difference_that_the_document_states_is_no_query() -> None:
    assert findings(SEND, "The source counts special educational needs (SEN), not SEND.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In January 2024, 567,000 children and young people aged up to 25 had an EHC plan.", ["567,000"]),
        ("In January 2025, 639,000 children and young people aged up to 25 had an EHC plan.", []),
        ("Some 567,000 children and young people aged up to 25 had an EHC plan.", []),
        ("In January 2024, 57 children and young people aged up to 25 had an EHC plan.", []),
        ("In January 2024, 567,000 pupils had a plan.", []),
        ("In January 2024, 12% of children and young people aged up to 25 had an EHC plan.", []),
        ("In January 2024, 14.8% of children and young people in school are designated as having SEND.", ["14.8%"]),
        ("During 2023, only 53.0% of EHC plans were issued within the 20-week statutory time limit.", ["53.0%"]),
        ("During 2022, only 49.2% of EHC plans were issued within the 20-week statutory time limit.", []),
        ("We saw a 104% increase in requests for EHC plans over the last 10 years.", ["104%"]),
        ("We saw a 104% increase in requests for EHC plans over the last 5 years.", []),
        ("Since 2014, an average yearly increase of 1% or 2% in children and young people with an EHC plan.", []),
    ],
)
def test_another_value_for_the_same_measure_and_period_is_a_query(text: str, found: list[str]) -> None:
    assert [query.found for query in findings(text)] == found


def test_the_query_names_the_register_and_the_publication() -> None:
    (query,) = findings("In January 2024, 567,000 children and young people aged up to 25 had an EHC plan.")
    assert query.severity is Severity.QUERY
    assert query.expected == "576,000"
    assert query.message.startswith("The register has 576,000 for children and young people aged up to 25 with an EHC")
    assert "(Ofsted, 26 June 2025); here it is 567,000." in query.message


def test_the_value_of_a_figure_that_stands_elsewhere_is_asked_of_no_other_number() -> None:
    text = "In the 2023–24 financial year, SEN-related appeals had an increase of {0} from the previous year."
    assert [query.found for query in findings(text.format("55%"), text.format("45%"))] == ["55%"]
    assert [query.found for query in findings(text.format("45%"))] == ["45%"]


SURVEY = (
    "Over {0} responses came in the first {1} years. Of these, over {2} responses were from children and young people, "
    "and more than {3} were from parents and carers. We received a further {4} from practitioners."
)


def test_survey_returns_are_consistent_with_the_register_and_not_quoted() -> None:
    verdicts = said(SURVEY.format("67,000", "two", "6,000", "43,000", "17,000"))
    assert [(verdict.numbers, verdict.status) for verdict in verdicts if isinstance(verdict, Support)] == [
        ((place,), Status.CONSISTENT) for place in range(4)
    ]
    assert len(verdicts) == 4


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (("76,000", "2", "6,000", "43,000", "17,000"), [("over 67,000", "76,000")]),
        (("67,000", "two", "43,000", "6,000", "17,000"), [("over 6,000", "43,000"), ("more than 43,000", "6,000")]),
        (("67,000", "2", "6,000", "43,000", "71,000"), [("a further 17,000", "71,000")]),
        (("99,000", "3", "9,000", "73,000", "17,000"), []),
        (("99,000", "few", "9,000", "73,000", "17,000"), []),
    ],
)
def test_other_numbers_of_answers_for_the_same_years_are_queries(
    values: tuple[str, ...], found: list[tuple[str, str]]
) -> None:
    assert [(query.expected, query.found) for query in findings(SURVEY.format(*values))] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("From 2023 to 2024 we had over 76,000 responses.", ["76,000"]),
        ("From 2023 to 2025 we had over 76,000 responses.", []),
        ("We had over 76,000 responses.", []),
        ("From 2023 to 2024 we had over 76,000 visitors.", []),
        ("From 2023 to 2024 there were 76 responses and 12% were short.", []),
    ],
)
def test_answers_are_held_against_the_recorded_years_only(text: str, found: list[str]) -> None:
    assert [query.found for query in findings(text)] == found


def test_another_number_of_answers_beside_the_recorded_one_counts_something_else() -> None:
    text = "In the first 2 years we had over 67,000 responses, and a sum of {0} responses is stated elsewhere."
    assert findings(text.format("66,000")) == []
    assert findings("In the first 2 years, responses numbered 66,000 in sum.") == []


def test_a_long_passage_costs_one_pass() -> None:
    words = "The Ministry of Works reported that " + ", ".join(f"{number},000 responses" for number in range(100, 900))
    made = said(words + " were counted in 2031.")
    assert sum(isinstance(verdict, Support) and verdict.status is Status.QUOTED for verdict in made) == 800
