"""Printed figures beside ours: whether they agree, by how much they differ, and why."""

from decimal import Decimal

import pytest
from tests.factories import POSITIVE, area, day, document, inspection, population, printed, register
from tests.spec.manual import shows

from areasend.register import PrintedFigure, Unit
from areasend.statistics import Population, UnknownFigure, build_table

PERCENT = Unit.PERCENT
SHARE = "outcomes-since-2023.england.typically_positive_pct"
TOTAL = "outcomes-since-2023.england.total"


def given(*figures: PrintedFigure, published_by: str = "", areas_from: str = "2023-01-01") -> Population:
    """27 inspections, 7 of them positive (25.93%), the first in 2023; the last report came in February 2025."""
    made = register(
        [area(number) for number in range(1, 28)],
        [
            inspection(
                area(number),
                day("2023-05-15") if number == 1 else day("2024-01-22"),
                published=day("2025-02-04") if number == 27 else day("2024-03-25"),
                outcome=POSITIVE if number <= 7 else "inconsistent",
            )
            for number in range(1, 28)
        ],
        documents=[document("findings", published=day("2024-06-05"))],
        printed_figures=figures,
        areas_from=day(areas_from),
    )
    return population(made, published_by=day(published_by) if published_by else None)


def reason(*figures: PrintedFigure, published_by: str = "") -> str:
    (row,) = build_table(given(*figures, published_by=published_by), "reconciliation").text_rows()
    return row[-1]


def test_a_printed_count_agrees_differs_or_is_not_counted_here() -> None:
    table = build_table(
        given(
            printed("p-1", "27", figure=TOTAL),
            printed("p-2", "30", figure=TOTAL, remark="A misprint."),
            printed("p-3", "93", unit=PERCENT),
        ),
        "reconciliation",
    )
    shows(
        table,
        """
        printed | unit     | counted | difference | result           | reason
        27      | count    | 27      | 0          | agrees           | [z]
        30      | count    | 27      | 3          | differs          | A misprint.
        93      | per cent | [x]     | [x]        | not counted here | Not counted from these records.
        """,
    )


def test_the_summary_counts_the_results_by_publication() -> None:
    table = build_table(
        given(printed("p-1", "27", figure=TOTAL), printed("p-2", "30", figure=TOTAL), printed("p-3", "1")),
        "reconciliation-summary",
    )
    shows(
        table,
        """
        publication                             | agree | differ | not_counted | total
        Title of findings (Ofsted, 5 June 2024) | 1     | 1      | 1           | 3
        England                                 | 1     | 1      | 1           | 3
        """,
    )


@pytest.mark.parametrize(
    ("value", "counted", "difference", "result"),
    [
        ("26", "26", "0", "agrees"),
        ("25", "26", "-1", "differs"),
        ("25.9", "25.9", "0.0", "agrees"),
        ("25.8", "25.9", "-0.1", "differs"),
        ("25.93", "25.93", "0.00", "agrees"),
    ],
)
def test_ours_is_rounded_half_up_as_far_as_the_publication_prints(
    value: str, counted: str, difference: str, result: str
) -> None:
    """7 of 27 are 25.926%."""
    (row,) = build_table(given(printed("p-1", value, unit=PERCENT, figure=SHARE)), "reconciliation").text_rows()
    assert (row[6], Decimal(row[7]), row[8]) == (counted, Decimal(difference), result)


def test_ours_is_counted_as_at_the_date_that_the_publication_states() -> None:
    at_2023 = printed("p-1", "1", figure=TOTAL, as_at=day("2023-12-31"))
    shows(
        build_table(given(at_2023), "reconciliation"),
        """
        as_at      | printed | counted | result
        2023-12-31 | 1       | 1       | agrees
        """,
    )


def test_a_date_that_the_records_do_not_reach_back_to_is_not_counted() -> None:
    before = given(printed("p-1", "1", figure=TOTAL, as_at=day("2023-03-31")), areas_from="2023-04-01")
    shows(
        build_table(before, "reconciliation"),
        """
        as_at      | printed | counted | result           | reason
        2023-03-31 | 1       | [x]     | not counted here | Not counted from these records.
        """,
    )


def test_a_figure_before_the_framework_began_is_not_counted() -> None:
    before = given(printed("p-1", "1", figure=TOTAL, as_at=day("2021-03-31")))
    shows(
        build_table(before, "reconciliation"),
        """
        as_at      | counted | result
        2021-03-31 | [x]     | not counted here
        """,
    )


def test_a_difference_without_a_remark_says_so() -> None:
    assert reason(printed("p-1", "30", figure=TOTAL)) == "No reason is recorded."


def test_a_difference_of_a_release_that_leaves_reports_out_is_explained_by_that() -> None:
    said = reason(printed("p-1", "27", figure=TOTAL, remark="Another."), published_by="2024-12-31")
    assert said == "This release leaves out inspections whose report came later."


def test_reports_left_out_after_the_printed_date_explain_nothing_at_that_date() -> None:
    """As at the end of 2023 nothing is left out by published_by of 2024, so the difference has another reason."""
    then = printed("p-1", "2", figure=TOTAL, as_at=day("2023-12-31"))
    assert reason(then, published_by="2024-12-31") == "No reason is recorded."


def test_a_printed_figure_is_cited_with_its_publisher_and_date() -> None:
    table = build_table(given(printed("p-1", "27", figure=TOTAL)), "reconciliation")
    (row,) = table.text_rows()
    assert row[0] == "Title of findings (Ofsted, 5 June 2024)"
    assert table.figure("p-1", "printed").label == (
        "what it counts, as printed in Title of findings (Ofsted, 5 June 2024)"
    )


def test_a_figure_of_a_table_that_is_not_there_is_refused_by_the_name_of_its_file() -> None:
    wrong = given(printed("p-7", "27", figure="outcomes-since-2032.england.total"))
    with pytest.raises(
        UnknownFigure,
        match=r"^printed_figures\.csv, p-7: No figure has the id 'outcomes-since-2032\.england\.total'\. "
        r"Did you mean outcomes-since-2023\.england\.total ",
    ):
        build_table(wrong, "reconciliation")


def test_a_row_that_the_records_have_nothing_of_is_not_counted() -> None:
    shows(
        build_table(given(printed("p-1", "6", figure="thematic-visits.2024.local_areas")), "reconciliation"),
        """
        counted | result           | reason
        [x]     | not counted here | Not counted from these records.
        """,
    )


@pytest.mark.parametrize(
    ("as_at", "period"),
    [("2023-12-31", "2023-01-01/2023-12-31"), ("2021-03-31", "2021-03-31/2021-03-31")],
)
def test_a_printed_figure_stands_for_the_time_to_its_date(as_at: str, period: str) -> None:
    (row,) = build_table(given(printed("p-1", "1", figure=TOTAL, as_at=day(as_at))), "reconciliation").rows
    assert row.period is not None
    assert row.period.iso == period


@pytest.mark.parametrize(
    ("value", "base", "said"),
    [
        ("93", 14, "Not counted in this release; 13 of 14 would give it."),
        ("36", 14, "Not counted in this release; 5 of 14 would give it."),
        (
            "55",
            54,
            (
                "No whole number of 54 gives 55% when rounded half up: 29 gives 54% and 30 gives 56%. "
                "30 of 54 gives it when the decimals are cut off."
            ),
        ),
        (
            "35",
            14,
            (
                "No whole number of 14 gives 35% when rounded half up: 4 gives 29% and 5 gives 36%. "
                "5 of 14 gives it when the decimals are cut off."
            ),
        ),
        ("51", 3, "No whole number of 3 gives 51% when rounded half up: 1 gives 33% and 2 gives 67%."),
        ("35.7", 14, "Not counted in this release; 5 of 14 would give it."),
        (
            "35.8",
            14,
            "No whole number of 14 gives 35.8% when rounded half up: 5 gives 35.7% and 6 gives 42.9%.",
        ),
        ("1", 150, "Not counted in this release; 1 or 2 of 150 would give it."),
        ("0", 14, "Not counted in this release; 0 of 14 would give it."),
        ("100", 14, "Not counted in this release; 14 of 14 would give it."),
    ],
)
def test_a_share_that_is_not_counted_here_is_held_against_its_base(value: str, base: int, said: str) -> None:
    """The values of the research report as in docs/domain.md, section 10; the rest by hand (2 of 150 are 1.33%)."""
    assert reason(printed("p-1", value, unit=PERCENT, base=base)) == said


@pytest.mark.parametrize(("unit", "base"), [(Unit.COUNT, 14), (PERCENT, None), (PERCENT, 0)])
def test_what_is_no_share_of_anything_is_not_explained(unit: Unit, base: int | None) -> None:
    assert reason(printed("p-1", "5", unit=unit, base=base)) == "Not counted from these records."


def test_a_share_of_nothing_is_not_counted_here() -> None:
    empty = register([area(1)], documents=[document()], printed_figures=[printed("p-1", unit=PERCENT, figure=SHARE)])
    shows(
        build_table(population(empty), "reconciliation"),
        """
        printed | counted | difference | result
        54      | [x]     | [x]        | not counted here
        """,
    )
