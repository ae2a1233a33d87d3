"""One thing counted in two places: differing numbers are errors, equal ones support each other."""

from dataclasses import replace

import pytest
from tests.unit.check.numbers.building import Writer, all_quoted, text
from tests.unit.check.numbers.comparing.held import FIRST_TWO_YEARS, checked, gathered, of_the_field, only, statuses

from areasend.check.numbers.checking import judge
from areasend.check.numbers.comparing import RULES
from areasend.check.numbers.results.model import Kind, Severity, Status

PERIOD = FIRST_TWO_YEARS.capitalize()


def test_two_sentences_that_differ_are_both_in_doubt():
    result = checked(
        text(f"{PERIOD}, 26 inspections were inconsistent.", f"{PERIOD}, 27 inspections were inconsistent.")
    )
    finding = only(result)
    assert (finding.kind, finding.severity) == (Kind.TWO_PLACES, Severity.ERROR)
    assert (finding.found, finding.expected, finding.where.line) == ("27", "26", 2)
    assert "a.txt, line 1 has 26" in finding.message
    assert statuses(result) == {"26": Status.CONTRADICTED, "27": Status.CONTRADICTED}


def test_of_three_the_odd_one_is_named_wherever_it_stands():
    odd, usual = f"{PERIOD}, 27 inspections were inconsistent.", f"{PERIOD}, 26 inspections were inconsistent."
    for order in ([odd, usual, usual], [usual, odd, usual], [usual, usual, odd]):
        result = checked(text(*order))
        finding = only(result)
        assert (finding.found, finding.expected, len(finding.numbers)) == ("27", "26", 1)
        assert statuses(result)["27"] is Status.CONTRADICTED
        assert statuses(result)["26"] is Status.UNEXPLAINED


def test_two_that_are_equal_support_each_other_and_one_alone_does_not():
    once = f"{PERIOD}, 26 inspections were inconsistent."
    assert set(statuses(checked(text(once))).values()) == {Status.UNEXPLAINED}
    result = checked(text(once, once))
    assert [entry.status for entry in result.judged] == [Status.CONSISTENT] * 2
    assert result.judged[0].how == "the same in 2 places"


@pytest.mark.parametrize(("finer", "same"), [("48.1%", True), ("47.5%", True), ("48.5%", True), ("48.6%", False)])
def test_one_percentage_with_more_places_is_the_same_if_it_rounds_to_the_other(finer, same):
    # 48.5 gives 49 half up and 48 half to even: either way of rounding is one that publications use.
    for order in (("48%", finer), (finer, "48%")):
        result = checked(text(*(f"{PERIOD}, {value} of inspections were inconsistent." for value in order)))
        assert {entry.kind for entry in result.findings} == (set() if same else {Kind.TWO_PLACES})
        wanted = Status.CONSISTENT if same else Status.CONTRADICTED
        assert [entry.status for entry in result.judged] == [wanted] * 2


def test_inspections_and_local_areas_may_differ():
    result = checked(
        text(f"{PERIOD}, 28 inspections were inconsistent.", f"{PERIOD}, 26 local areas were inconsistent.")
    )
    assert result.findings == ()
    assert set(statuses(result).values()) == {Status.UNEXPLAINED}


def test_other_periods_and_other_outcomes_are_other_things():
    result = checked(
        text(
            f"{PERIOD}, 26 inspections were inconsistent.",
            "In 2024, 15 inspections were inconsistent.",
            f"{PERIOD}, 14 inspections were typically positive.",
        )
    )
    assert result.findings == ()


@pytest.mark.parametrize(
    ("bound", "found"),
    [
        ("over 26", "more than 26"),
        ("at least 27", "at least 27"),
        ("fewer than 26", "less than 26"),
        ("up to 25", "at most 25"),
        ("about 40", "about 40"),
    ],
)
def test_a_bound_that_the_number_elsewhere_does_not_keep_is_named(bound, found):
    result = checked(
        text(f"{PERIOD}, {bound} inspections were inconsistent.", f"{PERIOD}, 26 inspections were inconsistent.")
    )
    finding = only(result)
    assert (finding.found, finding.expected, finding.where.line) == (found, "26", 1)
    assert len(finding.numbers) == 1


@pytest.mark.parametrize("bound", ["over 25", "at least 26", "fewer than 27", "up to 26", "about 25"])
def test_a_bound_that_holds_is_no_finding(bound):
    result = checked(
        text(f"{PERIOD}, {bound} inspections were inconsistent.", f"{PERIOD}, 26 inspections were inconsistent.")
    )
    assert result.findings == ()


def test_two_files_are_told_as_two_files():
    page = of_the_field(text(f"{PERIOD}, 26 inspections were inconsistent."))
    writer = Writer(file="b.txt").paragraph(f"{PERIOD}, 27 inspections were inconsistent.")
    finding = only(checked(page, of_the_field(writer)))
    assert (finding.kind, finding.where.file) == (Kind.TWO_FILES, "b.txt")
    assert "a.txt, line 1" in finding.message


def test_the_counterpart_in_the_same_file_is_shown_before_another():
    page = of_the_field(text(f"{PERIOD}, 26 inspections were inconsistent."))
    writer = Writer(file="b.txt").paragraph(f"{PERIOD}, 26 inspections were inconsistent.")
    writer.paragraph(f"{PERIOD}, 27 inspections were inconsistent.")
    finding = only(checked(page, of_the_field(writer)))
    assert (finding.kind, "b.txt, line 1" in finding.message) == (Kind.TWO_PLACES, True)


def test_a_long_sentence_is_shortened_in_the_message_and_not_in_the_quote():
    tail = ", and " + " ".join(["much was said of it"] * 12)
    first, second = (f"{PERIOD}, {number} inspections were inconsistent{tail}." for number in (26, 27))
    finding = only(checked(text(first, second)))
    assert first[:157] + "…" in finding.message
    assert first not in finding.message
    assert finding.quote == second


def test_what_is_quoted_from_elsewhere_and_other_fields_are_left_out():
    made = text(f"{PERIOD}, 26 inspections were inconsistent.", f"{PERIOD}, 27 inspections were inconsistent.")
    assert judge(all_quoted(gathered(made)), RULES).findings == ()
    other = text(f"{PERIOD}, 26 inspections were held.", f"{PERIOD}, 27 inspections were held.")
    schools = replace(other.document(), title="Inspections of schools")
    assert checked(schools).findings == ()
    assert len(checked(other).findings) == 1
