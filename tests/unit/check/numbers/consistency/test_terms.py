"""Terms used for each other: inspections and local areas, SEN and SEND."""

from tests.unit.check.numbers.building import Writer, found_by

from areasend.check.numbers.consistency.terms import terms
from areasend.check.numbers.results.model import Kind, Severity

PROSE = "We carried out 54 full inspections. In 14 inspections all was well, in 26 inspections not."


def test_a_table_of_areas_with_the_numbers_of_inspections() -> None:
    written = Writer().text(PROSE).table(["Group", "Well", "Not", "Total"], ["Local areas", "14", "26", "54"])
    (found,) = found_by(terms, written)
    assert (found.kind, found.severity) == (Kind.TERM, Severity.QUERY)
    assert "3 numbers that the table gives as local areas" in found.message
    assert found.where.line == 7


def test_shares_in_text_and_table() -> None:
    prose = "It was so in 55% of inspections, that in 46% of inspections and the rest in 28% of all inspections."
    written = (
        Writer().items(prose).table(["Theme", "Proportion of local areas"], ["a", "55%"], ["b", "46%"], ["c", "28%"])
    )
    assert len(found_by(terms, written)) == 1
    other = "It was so in 55% of local areas, that in 46% of areas and the rest in 28% of the local areas."
    table = [["a", "55%"], ["b", "46%"], ["c", "28%"]]
    (found,) = found_by(terms, Writer().text(other).table(["Theme", "Percentage of inspections"], *table))
    assert "stand in the text as local areas" in found.message


def test_few_or_both_terms_are_silent() -> None:
    few = Writer().text("We carried out 54 inspections and 14 inspections.").table(["", "a"], ["Local areas", "54"])
    assert found_by(terms, few) == []
    both = Writer().text(PROSE + " That is 54 local areas: 14 local areas and 26 local areas.")
    assert found_by(terms, both.table(["", "a", "b", "c"], ["Local areas", "14", "26", "54"])) == []
    dates = Writer().text(PROSE).table(["", "On"], ["Local areas", "31 May 2024"])
    assert found_by(terms, dates) == []
    same = Writer().text(PROSE).table(["", "a", "b", "c"], ["Inspections", "14", "26", "54"])
    assert found_by(terms, same) == []


def test_a_note_that_names_another_term_than_its_caption() -> None:
    def written(caption: str, note: str) -> Writer:
        return Writer().text(caption).text(note)

    right = "Note: Number of local areas in brackets."
    (found,) = found_by(terms, written("Figure 1: Outcomes of inspections in 2024", right))
    assert found.found == right
    assert found_by(terms, written("Figure 1: Outcomes as at 31 May 2024", right)) == []
    assert found_by(terms, written("Figure 1: Outcomes of inspections by local area", right)) == []
    assert found_by(terms, written("Figure 1: Outcomes of inspections", "Number of inspections in brackets.")) == []
    assert found_by(terms, written("Outcomes of inspections", right)) == []
    apart = Writer().text("Figure 1: Inspections in 2024").heading("More").text(right)
    assert found_by(terms, apart) == []
    assert found_by(terms, Writer().text("Figure 1: Inspections in 2024").items("a").text(right)) == []
    twice = Writer().text("Figure 1: Inspections in 2024").text(right).text("Figure 2: Inspections").text(right)
    (found,) = found_by(terms, twice)
    assert "also a.txt, line 4" in found.message
    noted = Writer().text(PROSE).text("Figure 1: Inspections in 2024").text(right)
    (found,) = found_by(terms, noted.table(["", "a", "b", "c"], ["Local areas", "14", "26", "54"]))
    assert "say local areas, too: a.txt, line 3" in found.message


def test_one_number_with_sen_and_with_send() -> None:
    def written(one: str, other: str) -> Writer:
        return Writer().text(one).text(other)

    first = "Overall, 18.4% of pupils in school have SEND."
    (found,) = found_by(terms, written(first, "Of pupils in school, 18.4% have SEN."))
    assert "1 number stands with SEND here" in found.message
    assert found.where.line == 1
    both = written(
        first + " And 576,000 pupils with SEND.", "18.4% of pupils in school have SEN; 576,000 pupils with SEN."
    )
    (found,) = found_by(terms, both)
    assert "2 numbers stand" in found.message
    assert found_by(terms, written(first, "Of all money, 18.4% went to SEN lawyers, courts and judges.")) == []
    assert found_by(terms, written(first, "18.4% of pupils in school have SEN or SEND.")) == []
    assert found_by(terms, written("5 pupils in school have SEND.", "5 pupils in school have SEN.")) == []
