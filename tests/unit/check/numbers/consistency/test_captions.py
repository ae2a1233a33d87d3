"""One figure number, one caption."""

from tests.unit.check.numbers.building import Writer, found_by

from areasend.check.numbers.consistency.captions import captions
from areasend.check.numbers.documents.model import Role
from areasend.check.numbers.results.model import Finding, Kind, Severity

FIRST = "Figure 1: Outcomes of inspections carried out in 2024"


def found_between(one: str, other: str) -> list[Finding]:
    return found_by(captions, Writer().text(one, Role.CAPTION).text("More.").text(other))


def test_the_same_caption_twice_is_silent() -> None:
    assert found_between(FIRST, "Data for Figure 1: Outcomes of inspections carried out in 2024.") == []
    assert found_between(FIRST, "Figure 2: Outcomes of inspections carried out in 2023") == []
    assert found_between(FIRST, "Table 1: Outcomes of inspections carried out in 2023") == []
    assert found_between(FIRST, "Figure 1 shows the outcomes of inspections carried out in 2023") == []
    assert found_between(FIRST, "Figure 1: " + "long " * 100) == []


def test_another_date_is_an_error() -> None:
    (found,) = found_between(FIRST, "Data for Figure 1: Outcomes of inspections carried out in 2023")
    assert (found.kind, found.severity, found.where.line) == (Kind.CAPTION, Severity.ERROR, 3)
    assert (found.expected, found.found) == (FIRST[10:], FIRST[10:-1] + "3")


def test_another_word_is_a_query() -> None:
    (found,) = found_between(FIRST, "Data for Figure 1: Outcomes of visits carried out in 2024")
    assert found.severity is Severity.QUERY
    (found,) = found_between(FIRST, "Data for Figure 1: Nothing of the kind")
    assert found.severity is Severity.QUERY


def test_numbering_that_begins_again_is_silent() -> None:
    assert found_between(FIRST, "Figure 1: Staff of the office by grade") == []
