"""Tables that stand twice, and percentages beside the table of their counts: known by their headings, in any field."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.check.numbers.building import Writer
from tests.unit.check.numbers.comparing.held import (
    BY_REGION,
    OUTCOMES,
    checked,
    of_the_field,
    only,
    region_rows,
    region_table,
)

from areasend.check.numbers.results.model import Kind, Severity, Status

HEADER = ("Phase", "Good", "Weak", "Closed")
ROWS = (("Primary", 10, 20, 3), ("Secondary", 4, 7, 1), ("Special", 2, 2, 9))
TITLE = "Schools by phase, 2024"


def report(rows=ROWS, header=HEADER, caption=TITLE, file="a.txt", title="School report"):
    return of_the_field(Writer(file=file).table(header, *rows, caption=caption), title=title)


def test_a_table_that_stands_in_page_and_csv_is_consistent():
    result = checked(report(), report(file="b.csv"))
    assert result.findings == ()
    assert {entry.status for entry in result.judged} == {Status.CONSISTENT}


def test_one_cell_that_differs_in_the_csv_is_that_cell():
    rows = (ROWS[0], ("Secondary", 4, 8, 1), ROWS[2])
    result = checked(report(), report(rows, file="b.csv"))
    finding = only(result)
    assert (finding.kind, finding.severity, finding.where.file) == (Kind.TWO_FILES, Severity.ERROR, "b.csv")
    assert (finding.found, finding.expected, finding.quote) == ("8", "7", "Secondary: 8 under “Weak”")
    assert [entry.number.text for entry in result.judged if entry.status is Status.CONTRADICTED] == ["8"]


def test_one_cell_that_differs_in_the_same_file_is_told_as_two_places():
    rows = (ROWS[0], ("Secondary", 4, 8, 1), ROWS[2])
    writer = Writer().table(HEADER, *ROWS, caption=TITLE).table(HEADER, *rows, caption=TITLE)
    assert only(checked(of_the_field(writer, title="School report"))).kind is Kind.TWO_PLACES


def test_of_three_the_odd_one_is_named_wherever_it_stands():
    odd = (ROWS[0], ("Secondary", 4, 8, 1), ROWS[2])
    for place in range(3):
        tables = [odd if place == at else ROWS for at in range(3)]
        result = checked(*(report(rows, file=f"{at}.csv") for at, rows in enumerate(tables)))
        finding = only(result)
        assert (finding.where.file, finding.found, finding.expected) == (f"{place}.csv", "8", "7")


def test_rows_or_columns_exchanged_in_one_of_two_are_named():
    rows = (ROWS[0], ("Special", *ROWS[1][1:]), ("Secondary", *ROWS[2][1:]))
    finding = only(checked(report(), report(rows, file="b.csv")))
    assert (finding.kind, finding.found) == (Kind.EXCHANGED_ROWS, "Special | Secondary")
    header = ("Phase", "Weak", "Good", "Closed")
    finding = only(checked(report(), report(header=header, file="b.csv")))
    assert (finding.kind, finding.found) == (Kind.EXCHANGED_COLUMNS, "Weak | Good")


def test_rows_that_stand_in_another_order_with_their_numbers_are_the_same():
    assert checked(report(), report(ROWS[::-1], file="b.csv")).findings == ()


def test_a_table_of_the_field_is_told_once_by_its_twin():
    rows = region_rows()
    rows[2][1] = 4
    finding = only(checked(region_table(region_rows()), region_table(rows, file="b.csv")))
    assert (finding.kind, finding.found, finding.expected) == (Kind.TWO_FILES, "4", "3")


def test_exchanged_columns_of_the_field_are_told_without_records_too():
    rows = [[region, *counts[::-1], sum(counts)] for region, counts in BY_REGION.items()]
    finding = only(checked(region_table(region_rows()), region_table(rows, file="b.csv")))
    assert (finding.kind, finding.found) == (Kind.EXCHANGED_COLUMNS, f"{OUTCOMES[0]} | {OUTCOMES[2]}")


def test_tables_that_are_something_else_are_not_twins():
    other_year = report(caption="Schools by phase, 2023", file="b.csv", rows=(("Primary", 11, 20, 3), *ROWS[1:]))
    assert checked(report(), other_year).findings == ()
    other_numbers = report(rows=(("Primary", 1, 1, 1), ("Secondary", 1, 1, 1), ("Special", 1, 1, 1)), file="b.csv")
    assert checked(report(), other_numbers).findings == ()
    no_title = report(caption="", rows=(("Primary", 11, 20, 3), *ROWS[1:]))
    assert checked(no_title, no_title).findings == ()


def test_an_undated_title_is_that_of_its_own_document():
    rows = (("Primary", 11, 20, 3), *ROWS[1:])
    first = report(caption="By phase", title="Schools in 2023")
    assert checked(first, report(rows, caption="By phase", file="b.csv", title="Schools in 2024")).findings == ()
    assert len(checked(first, report(rows, caption="By phase", file="b.csv", title="Schools in 2023")).findings) == 1


def test_labels_that_stand_twice_name_nothing():
    rows = (("Primary", 10, 20, 3), ("Primary", 11, 21, 4), ("Special", 2, 2, 9))
    other = (("Primary", 10, 20, 3), ("Primary", 12, 22, 5), ("Special", 2, 2, 9))
    assert checked(report(rows), report(other, file="b.csv")).findings == ()
    same = (("Primary", 1, 2, 3), ("Primary", 2, 3, 4))
    assert checked(report(same), report(same, file="b.csv")).findings == ()


def test_bounds_in_cells_are_not_compared():
    rows = (("Primary", "over 10", 20, 3), *ROWS[1:])
    assert checked(report(rows), report(file="b.csv")).findings == ()


def test_a_percentage_printed_with_more_places_elsewhere_is_the_same():
    page = report((("Primary", "30%", "61%", "9%"), ("Secondary", "33%", "58%", "8%")))
    file = report((("Primary", "30.3%", "60.6%", "9.1%"), ("Secondary", "33.3%", "58.3%", "8.3%")), file="b.csv")
    for documents in ((page, file), (file, page)):
        result = checked(*documents)
        assert result.findings == ()
        assert {entry.status for entry in result.judged} == {Status.CONSISTENT}


# Of 33: 30.3, 60.6 and 9.1; of 12: 33.3, 58.3 and 8.3; of 13: 15.4, 15.4 and 69.2.
SHARES = (("Primary", "30%", "61%", "9%"), ("Secondary", "33%", "58%", "8%"), ("Special", "15%", "15%", "69%"))


def both(shares, counts=ROWS, header=HEADER, shares_header=HEADER, caption="Percentage of schools by phase, 2024"):
    writer = Writer().table(header, *counts, caption="Number of schools by phase, 2024")
    writer.table(shares_header, *shares, caption=caption)
    return of_the_field(writer, title="School report")


def test_percentages_are_consistent_with_the_table_of_their_counts():
    result = checked(both(SHARES))
    assert result.findings == ()
    assert {entry.status for entry in result.judged} == {Status.CONSISTENT}


def test_one_wrong_percentage_is_named_with_its_count():
    shares = (*SHARES[:2], ("Special", "15%", "16%", "69%"))
    finding = only(checked(both(shares)))
    assert (finding.kind, finding.severity) == (Kind.PERCENTAGE_OF_COUNT, Severity.ERROR)
    assert (finding.found, finding.expected) == ("16%", "15%")
    assert "has 2, which is 15%" in finding.message


def test_exchanged_columns_of_percentages_are_named():
    finding = only(checked(both(SHARES, shares_header=("Phase", "Closed", "Weak", "Good"))))
    assert (finding.kind, finding.found) == (Kind.EXCHANGED_COLUMNS, "Closed | Good")


def test_percentages_of_columns_go_by_the_sums_of_columns():
    # Of 16, 29 and 13 by column: 62.5, 25 and 12.5; 69.0, 24.1 and 6.9; 23.1, 7.7 and 69.2.
    shares = (("Primary", "63%", "69%", "23%"), ("Secondary", "25%", "24%", "8%"), ("Special", "12%", "7%", "69%"))
    # 12.5 is 13% half up and 12% half to even: both are right.
    assert checked(both(shares)).findings == ()
    wrong = (*shares[:2], ("Special", "11%", "7%", "69%"))
    assert (only(checked(both(wrong))).found, only(checked(both(wrong))).expected) == ("11%", "13 or 12%")


def test_totals_in_the_table_of_counts_are_the_bases():
    # The total has five schools of a phase that has no column.
    counts = tuple((*row, sum(row[1:]) + 5) for row in ROWS)
    # Of 38, 17 and 18: 26.3, 52.6, 7.9; 23.5, 41.2, 5.9; 11.1, 11.1, 50.
    shares = (("Primary", "26%", "53%", "8%"), ("Secondary", "24%", "41%", "6%"), ("Special", "11%", "11%", "51%"))
    finding = only(checked(both(shares, counts, header=(*HEADER, "Total"))))
    assert (finding.found, finding.expected) == ("51%", "50%")


def test_percentages_of_something_else_and_too_few_of_them_say_nothing():
    other = (("Primary", "1%", "2%", "3%"), ("Secondary", "4%", "5%", "6%"), ("Special", "7%", "8%", "9%"))
    assert checked(both(other)).findings == ()
    assert checked(both((("Primary", "31%", "61%", "9%"),))).findings == ()
    elsewhere = (("Nursery", "30%", "61%", "9%"), ("Infant", "33%", "58%", "9%"))
    assert checked(both(elsewhere)).findings == ()


def test_rows_that_only_one_of_the_two_tables_has_and_bases_of_nothing_are_left_out():
    counts = (*ROWS, ("Closed schools", 0, 0, 0))
    shares = (*SHARES, ("Closed schools", "0%", "1%", "0%"), ("Nursery", "50%", "40%", "10%"))
    result = checked(both(shares, counts))
    assert result.findings == ()
    assert [entry.status for entry in result.judged][-6:] == [Status.UNEXPLAINED] * 6


def test_counts_between_percentages_are_not_taken_for_shares():
    shares = tuple((row[0], row[1], row[2], number) for row, number in zip(SHARES, (4, 2, 8), strict=True))
    result = checked(both(shares, caption="Good and weak schools and those closed, 2024"))
    assert result.findings == ()


NAMES = ("Alder", "Birch", "Cedar", "Dogwood", "Elm")
COLOURS = ("Red", "Green", "Blue", "White")


@st.composite
def tables(draw):
    width, height = draw(st.integers(2, 4)), draw(st.integers(2, 5))
    values = st.lists(st.integers(0, 40), min_size=width, max_size=width)
    return [[name, *draw(values)] for name in NAMES[:height]]


def pair_of(first, second):
    header = ("Tree", *COLOURS[: len(first[0]) - 1])
    return checked(
        report(first, header, "Trees by colour, 2024"), report(second, header, "Trees by colour, 2024", file="b.csv")
    )


MODEST = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@MODEST
@given(tables(), st.data())
def test_any_two_columns_exchanged_are_named_or_change_nothing(rows, data):
    one, other = sorted(data.draw(st.permutations(range(1, len(rows[0]))))[:2])
    changed = [[*row] for row in rows]
    for row in changed:
        row[one], row[other] = row[other], row[one]
    result = pair_of(rows, changed)
    if changed == rows:
        assert result.findings == ()
    else:
        finding = only(result)
        assert finding.kind in (Kind.EXCHANGED_COLUMNS, Kind.EXCHANGED_ROWS)
        assert {entry.status for entry in result.judged} == {Status.CONSISTENT}
        assert finding.severity is Severity.ERROR


@MODEST
@given(tables(), st.data())
def test_any_two_rows_exchanged_are_named_or_change_nothing(rows, data):
    one, other = sorted(data.draw(st.permutations(range(len(rows))))[:2])
    changed = [[*row] for row in rows]
    changed[one][1:], changed[other][1:] = rows[other][1:], rows[one][1:]
    result = pair_of(rows, changed)
    if changed == rows:
        assert result.findings == ()
    elif sum(a != b for a, b in zip(rows[one], rows[other], strict=True)) == 2:
        # One column differs: nothing but the two cells, which the exchange of these rows alone explains.
        assert only(result).kind is Kind.EXCHANGED_ROWS
    else:
        assert only(result).kind in (Kind.EXCHANGED_COLUMNS, Kind.EXCHANGED_ROWS)
        assert {entry.status for entry in result.judged} == {Status.CONSISTENT}


@MODEST
@given(tables(), st.data())
def test_any_one_cell_changed_is_exactly_that_cell(rows, data):
    row, column = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(1, len(rows[0]) - 1))
    changed = [[*entry] for entry in rows]
    changed[row][column] += data.draw(st.integers(1, 9))
    result = pair_of(rows, changed)
    finding = only(result)
    assert (finding.kind, finding.found) == (Kind.TWO_FILES, str(changed[row][column]))
    assert finding.expected == str(rows[row][column])
    assert finding.quote.startswith(f"{rows[row][0]}: ")
    assert finding.quote.endswith(f"“{COLOURS[column - 1]}”")
    assert [entry.number.where.file for entry in result.judged if entry.status is Status.CONTRADICTED] == ["b.csv"]
