"""Totals of tables: found by heading and by how often they hold; the cell that would mend what fails is named."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.check.numbers.building import findings, numbers_only, said, table, text

from areasend.check.numbers.consistency.table_sums import table_sums
from areasend.check.numbers.results.model import Finding, Severity

HEADER = ("Place", "Good", "Fair", "Poor", "Total")


def test_a_table_that_adds_up_is_supported_and_draws_no_finding():
    found, supports = said(table_sums, table(HEADER, ("A", 7, 15, 6, 28), ("B", 1, 2, 3, 6), ("Total", 8, 17, 9, 34)))
    assert found == []
    assert len(supports) == 7
    assert supports[0].how == "7 + 15 + 6 = 28"


def test_a_wrong_cell_is_named_with_what_would_mend_both_of_its_margins():
    (found,) = findings(table_sums, table(HEADER, ("A", 7, 14, 6, 28), ("B", 1, 2, 3, 6), ("Total", 8, 17, 9, 34)))
    assert (found.expected, found.found, found.severity) == ("15", "14", Severity.ERROR)
    assert "The cell “a”, “Fair” has 14; with 15 there" in found.message
    assert found.numbers == (1,)


def test_a_wrong_grand_total_is_named_itself():
    (found,) = findings(table_sums, table(HEADER, ("A", 7, 15, 6, 28), ("B", 1, 2, 3, 6), ("Total", 8, 17, 9, 35)))
    assert (found.expected, found.found) == ("34", "35")


def test_one_row_alone_is_judged_by_its_total():
    (found,) = findings(table_sums, table(HEADER, ("Areas", 7, 15, 6, 29)))
    assert (found.expected, found.found, found.severity) == ("28", "29", Severity.ERROR)


def test_a_rate_of_all_is_no_total_of_rates_but_shares_of_one_add_up():
    rates = [("Parents", "0.850"), ("Staff", "1.000"), ("Leaders", "0.867")]
    assert findings(table_sums, table(("Kind", "Agreement"), *rates, ("All kinds", "0.950"))) == []
    parts = [("Parents", "0.20"), ("Staff", "0.50"), ("Leaders", "0.35")]
    (found,) = findings(table_sums, table(("Kind", "Millions of pounds"), *parts, ("Total", "1.00")))
    assert (found.expected, found.found) == ("1.05", "1.00")
    (found,) = findings(table_sums, table(("Kind", "Visits"), ("A", 1), ("B", 0), ("C", 1), ("Total", 1)))
    assert (found.expected, found.found) == ("2", "1")


def test_totals_may_come_first_and_each_group_may_have_its_own():
    first = table(("Place", "N"), ("Total", 10), ("A", 4), ("B", 6))
    groups = table(
        ("Place", "N", "M"), ("A", 4, 1), ("B", 6, 2), ("Total", 10, 3), ("C", 5, 2), ("D", 6, 2), ("Total", 11, 4),
        ("Grand total", 21, 7),
    )  # fmt: skip
    for case, supports in ((first, 1), (groups, 6)):
        found, supported = said(table_sums, case)
        assert found == []
        assert len(supported) == supports


def test_groups_named_in_a_first_column_have_their_totals():
    rows = [
        ("North", "Good", 4),
        ("North", "Poor", 3),
        ("North", "Total", 7),
        ("South", "Good", 1),
        ("South", "Poor", 2),
    ]
    assert findings(table_sums, table(("Region", "Outcome", "N"), *rows, ("South", "Total", 3), labels=2)) == []
    (found,) = findings(table_sums, table(("Region", "Outcome", "N"), *rows, ("South", "Total", 4), labels=2))
    assert (found.expected, found.found) == ("3", "4")


def test_a_column_that_no_heading_calls_a_total_is_none():
    assert findings(table_sums, table(("Place", "A", "B", "C"), ("X", 1, 2, 4), ("Y", 1, 2, 3))) == []


def test_a_mean_is_no_part_and_no_total():
    assert findings(table_sums, table(HEADER[:-1], ("A", 1, 2, 3), ("B", 3, 4, 5), ("Average", 2, 3, 4))) == []
    assert findings(table_sums, table((*HEADER, "Mean"), ("A", 1, 2, 3, 6, 2), ("B", 3, 4, 5, 12, 4))) == []


def test_a_margin_with_a_marker_is_not_judged():
    assert findings(table_sums, table(HEADER, ("A", 7, "[c]", 6, 28), ("B", 1, 2, 3, 6))) == []
    assert findings(table_sums, table(HEADER, ("A", 7, "", 6, 28))) == []
    assert findings(table_sums, table(HEADER, ("A", 7, "<5", 6, 28))) == []
    below = (("A", 1, "[c]"), ("B", 2, 3), ("Total", 3, 9))
    assert len(said(table_sums, table(HEADER[:3], *below))[1]) == 1


def test_parts_that_may_overlap_are_not_judged():
    header, row = ("Group", "By call", "By letter", "Total"), ("Parents", 20, 15, 30)
    assert findings(table_sums, table(header, row, caption="Answers (respondents could choose more than one)")) == []
    assert findings(table_sums, text("People gave several answers.").table(header, row)) == []
    assert len(findings(table_sums, table(header, row))) == 1


def test_a_row_of_all_that_sums_nothing_is_no_total():
    rows = (("Theme A", 10, 4), ("Theme B", 12, 5), ("All inspections", 14, 6))
    assert findings(table_sums, table(("Theme", "N", "M"), *rows)) == []


def test_numbers_rounded_to_fives_may_miss_their_total_by_what_rounding_takes():
    rows = (("A", 10, 25, 40, 70), ("B", 5, 15, 20, 40), ("Total", 15, 40, 60, 115))
    assert findings(table_sums, table(HEADER, *rows)) == []


def test_columns_of_percentages_and_of_words_are_left_out_of_sums():
    header = ("Place", "Good", "Poor", "Total", "Good (%)", "Poor (%)", "Remark")
    assert findings(table_sums, table(header, ("A", 1, 3, 4, 25, 75, "see note"), ("B", 2, 2, 4, 50, 50, ""))) == []


def test_a_total_that_is_more_than_its_parts_throughout_is_asked_about_once():
    rows = [("A", 7, 15, 6, 28), ("B", 1, 2, 3, 6), ("Total", 10, 20, 12, 42)]
    (found,) = findings(table_sums, table(HEADER, *rows))
    assert (found.severity, found.expected, found.found) == (Severity.QUERY, "8", "10")
    assert findings(table_sums, table(HEADER, *rows, caption="The largest places")) == []
    assert findings(table_sums, table(HEADER, *rows[:2], ("Total", 7, 20, 12, 39))) == []


def test_a_weak_total_is_asked_about_and_one_that_fails_mostly_is_none():
    rows = [("A", 7, 15), ("B", 1, 2)]
    (found,) = findings(table_sums, table(HEADER[:3], *rows, ("England", 8, 18)))
    assert found.severity is Severity.QUERY
    header = ("Place", "Good", "Fair", "Poor")
    mostly = [("A", 7, 15, 3), ("B", 1, 2, 4), ("All places", 8, 16, 5)]
    assert findings(table_sums, table(header, *mostly)) == []


def test_a_sum_of_more_than_twice_its_total_is_asked_about():
    (alone,) = findings(table_sums, table(HEADER, ("A", 7, 15, 6, 10)))
    assert alone.severity is Severity.QUERY


def test_decimals_may_miss_their_total_by_what_rounding_takes():
    rows = (("A", "1.2", "2.4"), ("B", "1.3", "2.5"), ("Total", "2.6", "4.9"))
    assert findings(table_sums, table(("Place", "Staff", "Cost"), *rows)) == []


def test_codes_left_of_the_counts_are_no_parts_and_leave_one_row_unjudged():
    header = ("Place", "Code", "Good", "Poor", "Total")
    assert findings(table_sums, table(header, ("A", 101, 7, 6, 13), ("B", 102, 1, 2, 3))) == []
    assert findings(table_sums, table(header, ("A", 101, 7, 6, 14))) == []


def test_one_row_of_a_table_in_parts_is_not_judged():
    assert findings(table_sums, table(HEADER, ("A", 7, 15, 6, 29), caption="Outcomes, part 2")) == []


def test_two_numbers_in_a_cell_that_are_no_share_are_words():
    assert findings(table_sums, table(HEADER, ("A", "7 of 9", 15, 6, 28))) == []


def quickly(written):
    verdicts = table_sums(numbers_only(written))
    return [verdict for verdict in verdicts if isinstance(verdict, Finding)]


COUNTS = st.integers(0, 60)
BODIES = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(COUNTS, min_size=width, max_size=width), min_size=2, max_size=6)
)


def with_margins(body):
    rows = [[*row, sum(row)] for row in body]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def made(rows, order=None):
    names = [f"place {chr(97 + index)}" for index in range(len(rows) - 1)]
    body = list(zip(names, rows[:-1], strict=True))
    if order is not None:
        body = [body[index] for index in order]
    header = ["Place", *(f"kind {chr(97 + index)}" for index in range(len(rows[0]) - 1)), "Total"]
    return table(header, *([name, *row] for name, row in body), ["Total", *rows[-1]])


@settings(max_examples=40)
@given(BODIES)
def test_no_table_with_its_totals_draws_a_finding(body):
    assert quickly(made(with_margins(body))) == []


@settings(max_examples=60)
@given(BODIES.filter(lambda body: all(any(row) for row in body)), st.data())
def test_any_changed_cell_is_found_and_named(body, data):
    rows = with_margins(body)
    row = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(0, len(rows[0]) - 1))
    right = rows[row][column]
    rows[row][column] = data.draw(st.integers(0, 300).filter(lambda value: value != right))
    (found,) = quickly(made(rows))
    assert found.expected == f"{right:,}"
    assert found.found == str(rows[row][column])


@settings(max_examples=20)
@given(BODIES, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(body, random):
    rows = with_margins(body)
    rows[0][0] += 1
    order = list(range(len(body)))
    random.shuffle(order)
    straight, shuffled = quickly(made(rows)), quickly(made(rows, order))
    assert [entry.message for entry in straight] == [entry.message for entry in shuffled]
