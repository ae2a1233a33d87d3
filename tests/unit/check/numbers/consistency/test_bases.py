"""Of what percentages are, where the count that says so stands elsewhere in the document."""

from tests.unit.check.numbers.building import Writer, findings, said, table, text

from areasend.check.numbers.consistency.percentages import percentages
from areasend.check.numbers.results.model import Kind

WHOLE = "We carried out 54 full inspections."


def kinds(*paragraphs):
    return [entry.kind for entry in findings(percentages, text(*paragraphs))]


def test_a_share_of_all_inspections_is_of_the_count_of_them():
    sentence = "Early help was an area for improvement in {}% of inspections."
    assert [entry.how for entry in said(percentages, text(WHOLE, sentence.format(20)))[1]] == ["11 of 54"]
    (found,) = findings(percentages, text(WHOLE, sentence.format(55)))
    assert found.kind is Kind.IMPOSSIBLE_PERCENTAGE
    assert found.message.endswith("30 of 54 is 56%. The base stands at a.txt, line 1.")


def test_a_share_of_something_else_has_no_base():
    assert kinds(WHOLE, "Of all complaints, 55% were about plans.") == []
    assert kinds(WHOLE, "In the year, 55% of plans were late.") == []
    assert kinds(WHOLE, "It was late in 55% of inspections of care homes.") == []
    assert kinds(WHOLE, "In our inspections, 55% were late.") == []
    assert kinds(WHOLE, "Of the inspections, 55% were late.") == [Kind.IMPOSSIBLE_PERCENTAGE]
    assert kinds(WHOLE, "It was late in 21% of inspections.") == [Kind.IMPOSSIBLE_PERCENTAGE]
    assert kinds(WHOLE, "It was late in 21% of East Midlands inspections.") == []


def test_a_change_between_two_shares_says_of_neither_what_it_is_of():
    before = "In 2023, 11 of the 26 inspections (42%) were inconsistent; in 2024 it was 15 of 28 (54%)."
    assert kinds(before, "Meanwhile widespread and systemic failings went down from 8 (31%) to 6 (21%).") == []


def test_a_share_of_another_period_than_the_only_count_is_not_of_it():
    counted = "We carried out 28 full inspections between 1 January 2024 and 31 December 2024."
    share = "Between 1 January {0} and 31 December {0}, 31% of inspections had typically positive experiences."
    assert kinds(counted, share.format(2023)) == []
    assert kinds(counted, share.format(2024)) == [Kind.IMPOSSIBLE_PERCENTAGE]


def test_two_counts_of_the_same_are_no_base():
    assert kinds(WHOLE, "In all, there were 60 full inspections.", "It was so in 55% of inspections.") == []


def test_a_base_that_most_shares_contradict_is_not_theirs():
    shares = [f"Early help was an area for improvement in {share}% of inspections." for share in (21, 23, 34, 20)]
    assert kinds(WHOLE, *shares) == []


def test_a_share_of_another_period_is_not_of_the_count():
    before = "We carried out 54 full inspections between 1 January 2024 and 31 December 2024."
    assert kinds(before, "Between 1 January 2022 and 31 December 2022, it was so in 55% of inspections.") == []


def themes(*rows):
    written = text(WHOLE)
    return written.table(("Theme", "Proportion of inspections with this area for improvement"), *rows)


def test_a_column_of_shares_alone_is_of_the_count_elsewhere_if_nearly_all_can_be():
    rows = [("Early help and identification of need", "20%"), ("Waiting times for health services", "57%")]
    rows += [("Timeliness and/or quality of EHC plans", "69%"), ("Strategic governance and oversight", "{}%")]
    right = [(name, share.format(52)) for name, share in rows]
    assert len(said(percentages, themes(*right))[1]) == 4
    wrong = [(name, share.format(55)) for name, share in rows]
    assert [entry.found for entry in findings(percentages, themes(*wrong))] == ["55%"]


def test_a_table_with_counts_states_its_own_bases():
    written = Writer().paragraph(WHOLE)
    written.table(("Theme", "Reports", "Share of inspections (%)"), ("A", 4, 29), ("B", 1, 7), ("C", 10, 70))
    assert findings(percentages, written) == []


def test_the_paragraph_before_a_table_may_state_the_base():
    rows = (("A", "14 (26%)"), ("B", "20 (37%)"), ("C", "10 (19%)"))
    written = text("We asked 54 people.").table(("Answer", "People"), *rows)
    assert len(said(percentages, written)[1]) == 3


def test_a_column_may_be_of_a_number_that_the_table_does_not_have():
    rows = [("A", 4, 29), ("B", 1, 7), ("C", 10, 71), ("D", 9, 64), ("E", 5, 36)]
    assert len(said(percentages, table(("Theme", "Good", "Good (%)"), *rows))[1]) == 5
    (found,) = findings(percentages, table(("Theme", "Good", "Good (%)"), *rows[:4], ("E", 5, 35)))
    assert (found.expected, found.found) == ("36%", "35%")


def test_numbers_that_are_rounded_themselves_are_held_loosely():
    assert findings(percentages, "There were 21,000 of 160,000 (13%).") == []
    assert len(findings(percentages, "There were 21,000 of 160,000 (18%).")) == 1


def test_no_base_from_elsewhere_is_held_against_shares_beside_counts():
    rows = [("Early help and identification of need", 4, "20%"), ("Waiting times for health services", 9, "34%")]
    rows += [("Timeliness and/or quality of EHC plans", 9, "57%"), ("Strategic governance and oversight", 9, "69%")]
    written = text(WHOLE).table(("Theme", "Reports", "Proportion of inspections"), *rows)
    assert findings(percentages, written) == []


def test_two_groups_of_columns_may_have_bases_of_their_own():
    header = ("Place", "Good", "Good (%)", "Poor", "Poor (%)", "Of poor")
    rows = [("A", 1, 17, 5, 50, 10), ("B", 2, 33, 6, 30, 20), ("C", 3, 50, 1, 5, 20), ("D", "[c]", 12, 2, 20, 10)]
    assert len(said(percentages, table(header, *rows))[1]) > 3
    bounds = [("A", "<14 (26%)"), ("B", "26 (48%)"), ("C", "14 (26%)")]
    assert len(said(percentages, table(("Outcome", "Areas"), *bounds, caption="54 areas"))[1]) == 2


def test_shares_beside_their_counts_in_prose_are_of_the_count_that_most_of_them_fit():
    sentence = (
        "Of these, 14 inspections (26%) were typically positive, 26 inspections (48%) were inconsistent "
        "and 14 inspections ({}%) found widespread and/or systemic failings."
    )
    assert len(said(percentages, text(WHOLE, sentence.format(26)))[1]) == 3
    assert kinds(WHOLE, sentence.format(25)) == [Kind.PERCENTAGE_OF_COUNT, Kind.FRACTION_TWO_WAYS]
    assert kinds(WHOLE, "Of these, 14 inspections (20%) were typically positive.") == []
