"""Two columns whose headings stand exchanged in a publication: said only where the printed row itself proves it."""

import pytest
from tests import factories
from tests.factories import INCONSISTENT, POSITIVE, WIDESPREAD, area, day, document, inspection, population, register

from areasend.register import PrintedFigure
from areasend.statistics import build_table

ROW = "outcomes-by-region.london"
SAID = "In the copy at hand, the headings of columns {} and {} stand exchanged."
NO_REASON = "No reason is recorded."


def printed(name: str, value: str, outcome: str, *, row: str = ROW, document: str = "findings") -> PrintedFigure:
    return factories.printed(name, value, figure=f"{row}.{outcome}", document=document)


def reasons(*figures: PrintedFigure, published_by: str = "") -> dict[str, str]:
    """London has 1 positive, 2 inconsistent and 4 widespread; the last report came in February 2025."""
    outcomes = [POSITIVE, INCONSISTENT, INCONSISTENT, WIDESPREAD, WIDESPREAD, WIDESPREAD, WIDESPREAD]
    areas = [area(number) for number in range(1, 8)]
    made = register(
        areas,
        [
            inspection(of, outcome=outcome, published=day("2025-02-04" if of is areas[-1] else "2024-03-25"))
            for of, outcome in zip(areas, outcomes, strict=True)
        ],
        documents=[document("findings"), document("other")],
        printed_figures=figures,
    )
    counted = population(made, published_by=day(published_by) if published_by else None)
    table = build_table(counted, "reconciliation")
    return {row.key: text[-1] for row, text in zip(table.rows, table.text_rows(), strict=True)}


@pytest.mark.parametrize(
    ("first", "second", "columns"),
    [
        ((POSITIVE, "4"), (WIDESPREAD, "1"), (1, 3)),
        ((POSITIVE, "2"), (INCONSISTENT, "1"), (1, 2)),
        ((WIDESPREAD, "2"), (INCONSISTENT, "4"), (2, 3)),
    ],
)
def test_two_cells_with_each_others_counts_prove_it_for_both(
    first: tuple[str, str], second: tuple[str, str], columns: tuple[int, int]
) -> None:
    found = reasons(printed("p-1", first[1], first[0]), printed("p-2", second[1], second[0]))
    assert found == {"p-1": SAID.format(*columns), "p-2": SAID.format(*columns)}


@pytest.mark.parametrize(("positive", "widespread"), [("4", "2"), ("3", "1"), ("5", "5")])
def test_one_cell_of_two_that_does_not_match_proves_nothing_for_either(positive: str, widespread: str) -> None:
    found = reasons(printed("p-1", positive, POSITIVE), printed("p-2", widespread, WIDESPREAD))
    assert found == {"p-1": NO_REASON, "p-2": NO_REASON}


def test_a_cell_that_agrees_is_no_half_of_an_exchange() -> None:
    found = reasons(printed("p-1", "4", POSITIVE), printed("p-2", "4", WIDESPREAD))
    assert found == {"p-1": NO_REASON, "p-2": "[z]"}


def test_a_cell_whose_partner_is_not_printed_proves_nothing() -> None:
    assert reasons(printed("p-1", "4", POSITIVE)) == {"p-1": NO_REASON}


def test_partners_in_two_publications_prove_nothing() -> None:
    found = reasons(printed("p-1", "4", POSITIVE), printed("p-2", "1", WIDESPREAD, document="other"))
    assert found == {"p-1": NO_REASON, "p-2": NO_REASON}


def test_partners_in_two_rows_prove_nothing() -> None:
    found = reasons(printed("p-1", "4", POSITIVE), printed("p-2", "1", WIDESPREAD, row="outcomes-by-region.england"))
    assert found == {"p-1": NO_REASON, "p-2": NO_REASON}


def test_a_total_has_no_partner() -> None:
    assert reasons(printed("p-1", "4", "total"), printed("p-2", "7", POSITIVE)) == {"p-1": NO_REASON, "p-2": NO_REASON}


def test_what_is_proved_goes_before_what_is_left_out() -> None:
    """With one of the 4 left out, 3 and 1 exchanged are proved; 2 and 1 are not, and one is left out."""
    proved = reasons(printed("p-1", "3", POSITIVE), printed("p-2", "1", WIDESPREAD), published_by="2024-12-31")
    assert proved == {"p-1": SAID.format(1, 3), "p-2": SAID.format(1, 3)}
    open_ = reasons(printed("p-1", "4", POSITIVE), printed("p-2", "1", WIDESPREAD), published_by="2024-12-31")
    assert set(open_.values()) == {"This release leaves out inspections whose report came later."}
