"""What would go wrong, made on purpose: the invariants or the publications catch each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.factories import INCONSISTENT, POSITIVE, WIDESPREAD, population

from areasend.register import Inspection, Register, packaged_register
from areasend.statistics import (
    Counted,
    Figure,
    ImpossibleFigure,
    Row,
    Table,
    broken_invariants,
    build_table,
    count_population,
    require_invariants,
)
from areasend.statistics import figure as figure_module


def counted() -> Counted:
    return count_population(population(packaged_register()))


def with_rows(found: Counted, table_id: str, change: Callable[[Row], Row]) -> Counted:
    def changed(table: Table) -> Table:
        return replace(table, rows=tuple(map(change, table.rows))) if table.id == table_id else table

    return replace(found, tables=tuple(map(changed, found.tables)))


def swapped(row: Row) -> Row:
    """The records of columns 1 and 3 exchanged under their ids, as in the publication's figure 4."""
    name, first, second, third, *rest = row.cells
    assert isinstance(first, Figure)
    assert isinstance(third, Figure)
    one = replace(first, value=third.value, records=third.records)
    other = replace(third, value=first.value, records=first.records)
    return replace(row, cells=(name, one, second, other, *rest))


def differing(records: Register) -> set[str]:
    table = build_table(population(records), "reconciliation")
    result = table.heading.index("result")
    return {row.key for row in table.rows if row.cells[result] == "differs"}


def places_of(keys: set[str]) -> set[str]:
    return {entry.place for entry in packaged_register().printed_figures if entry.id in keys}


def changed(change: Callable[[Inspection], Inspection]) -> Register:
    register = packaged_register()
    return replace(register, inspections=tuple(change(entry) for entry in register.inspections))


BASELINE = 12


def test_nothing_is_caught_where_nothing_is_wrong() -> None:
    assert (tuple(broken_invariants(counted())), len(differing(packaged_register()))) == ((), BASELINE)


def test_two_columns_swapped_in_the_regions_are_caught_though_their_totals_are_equal() -> None:
    """14 and 14: sums cannot tell, records can."""
    broken = with_rows(counted(), "outcomes-by-region", lambda row: swapped(row) if row.key != "england" else row)
    assert set(broken_invariants(broken)) == {
        f"outcomes-by-region, {column}: the rows are not the records of England" for column in (POSITIVE, WIDESPREAD)
    }


def test_two_columns_swapped_in_every_row_are_caught_by_the_other_tables() -> None:
    broken = with_rows(counted(), "outcomes-by-region", swapped)
    assert "outcomes-by-year and outcomes-by-region count different records for England, typically_positive" in tuple(
        broken_invariants(broken)
    )


def test_two_outcomes_swapped_in_the_records_are_caught_by_the_text_of_the_publication() -> None:
    other = {POSITIVE: WIDESPREAD, WIDESPREAD: POSITIVE}
    found = differing(changed(lambda entry: replace(entry, outcome=other.get(entry.outcome or "", entry.outcome))))
    assert "Outcomes by Ofsted region" in places_of(found)
    assert "Data for Figure 4" not in places_of(found)


def reasons(records: Register) -> dict[str, str]:
    """The reasons of what differs, by region and outcome."""
    table = build_table(population(records), "reconciliation")
    rows = [dict(zip(table.heading, row, strict=True)) for row in table.text_rows()]
    return {row["says"]: row["reason"] for row in rows if row["result"] == "differs"}


EXCHANGED = "In the copy at hand, the headings of columns 1 and 3 stand exchanged."


@pytest.mark.parametrize(
    "says", ["London, outcome typically positive", "London, outcome widespread and/or systemic failings"]
)
def test_one_printed_cell_that_does_not_match_ends_the_proof_for_its_region_alone(says: str) -> None:
    """London is printed with 1 and 3 and counted with 3 and 1; printed with 2 in either place it proves nothing."""
    register = packaged_register()
    figures = tuple(
        replace(entry, value=Decimal(2)) if (entry.place, entry.says) == ("Data for Figure 4", says) else entry
        for entry in register.printed_figures
    )
    found = reasons(replace(register, printed_figures=figures))
    assert {name for name, reason in found.items() if reason == "No reason is recorded."} == {
        "London, outcome typically positive",
        "London, outcome widespread and/or systemic failings",
    }
    assert list(found.values()).count(EXCHANGED) == 10


def test_one_outcome_changed_in_the_records_ends_the_proof_for_its_region_alone() -> None:
    """The one widespread of London counted as inconsistent: 3, 7, 0 against a printed 1, 6, 3."""
    register = packaged_register()
    london = {area.gss_code for area in register.local_areas if area.ofsted_region == "London"}
    found = reasons(
        changed(
            lambda entry: (
                replace(entry, outcome=INCONSISTENT)
                if entry.gss_code in london and entry.outcome == WIDESPREAD and entry.inspection_end < date(2025, 1, 1)  # type: ignore[operator]  # dated up to 2024
                else entry
            )
        )
    )
    assert {name: reason for name, reason in found.items() if name.startswith("London, outcome")} == {
        "London, outcome typically positive": "No reason is recorded.",
        "London, outcome inconsistent": "No reason is recorded.",
        "London, outcome widespread and/or systemic failings": "No reason is recorded.",
    }
    assert found["East Midlands, outcome typically positive"] == EXCHANGED


def test_a_percentage_cut_off_cannot_be_made() -> None:
    since = counted().table("outcomes-since-2023").figure("england", f"{POSITIVE}_pct")
    with pytest.raises(ImpossibleFigure, match="is 25 but has 14 of 54 records"):
        replace(since, value=Fraction(25))


def test_percentages_shown_cut_off_would_differ_from_the_publication(monkeypatch: pytest.MonkeyPatch) -> None:
    """14 of 54 are 25.93%: printed as 26; 4 of 9 are 44.4% and survive the cut."""
    monkeypatch.setattr(figure_module, "round_half_up", lambda value, places=0: Decimal(int(value)))
    shown = counted().table("outcomes-since-2023").figure("england", f"{POSITIVE}_pct").text
    (printed,) = {
        str(entry.value)
        for entry in packaged_register().printed_figures
        if entry.figure == f"outcomes-since-2023.england.{POSITIVE}_pct"
    }
    assert (shown, printed) == ("25", "26")


def test_an_area_dropped_from_a_region_is_caught() -> None:
    def dropped(row: Row) -> Row:
        if row.key != "london":
            return row
        name, areas, *rest = row.cells
        assert isinstance(areas, Figure)
        fewer = replace(areas, value=len(areas.records) - 1, records=areas.records[1:])
        return replace(row, cells=(name, fewer, *rest))

    broken = with_rows(counted(), "coverage", dropped)
    assert tuple(broken_invariants(broken)) == ("the regions do not hold every local area exactly once",)


def test_an_area_in_two_regions_is_caught() -> None:
    def doubled(row: Row) -> Row:
        if row.key != "london":
            return row
        name, areas, *rest = row.cells
        assert isinstance(areas, Figure)
        more = replace(areas, value=len(areas.records) + 1, records=(*areas.records, "E06000001"))
        return replace(row, cells=(name, more, *rest))

    broken = with_rows(counted(), "coverage", doubled)
    assert tuple(broken_invariants(broken)) == ("the regions do not hold every local area exactly once",)


def test_an_area_dropped_from_the_records_is_caught_by_the_153_of_the_publication() -> None:
    register = packaged_register()
    inspected = {entry.gss_code for entry in register.inspections}
    never = next(area for area in register.local_areas if area.gss_code not in inspected)
    fewer = replace(register, local_areas=tuple(area for area in register.local_areas if area is not never))
    assert places_of(differing(fewer)) == {"Data for Figure 4", "Conclusion"}


def test_an_inspection_dropped_from_the_records_is_caught_by_the_54() -> None:
    register = packaged_register()
    found = differing(replace(register, inspections=register.inspections[1:]))
    assert {"Main findings, second paragraph", "Data for Figure 2", "Table 1"} <= places_of(found)


@pytest.mark.parametrize(
    ("inspection", "end", "place"),
    [
        ("E10000017-2024-12-09", date(2025, 1, 3), "Data for Figure 2"),
        ("E10000013-2023-12-11", date(2024, 1, 3), "Data for Figure 1"),
    ],
)
def test_a_date_shifted_over_the_end_of_a_year_is_caught(inspection: str, end: date, place: str) -> None:
    shifted = changed(lambda entry: replace(entry, inspection_end=end) if entry.inspection_id == inspection else entry)
    assert place in places_of(differing(shifted))


def fewer(column: int) -> Callable[[Row], Row]:
    """A row with one record less in a column."""

    def change(row: Row) -> Row:
        cell = row.cells[column]
        assert isinstance(cell, Figure)
        less = replace(cell, value=len(cell.records) - 1, records=cell.records[1:])
        return replace(row, cells=(*row.cells[:column], less, *row.cells[column + 1 :]))

    return change


@pytest.mark.parametrize(
    ("table", "key", "column", "said"),
    [
        ("areas-first-inspected", "2023-q4", 1, ", 2023-q4: the areas up to here are not those first inspected"),
        ("areas-first-inspected", "2023-q4", 2, ", 2023-q4: the areas up to here are not those first inspected"),
        ("areas-first-inspected", "2023-q4", 3, ", 2023-q4: the local areas are not those of coverage"),
        ("reports-by-working-days", "31-to-40", 1, ": the bands are not the records of England"),
        (
            "findings-by-outcome",
            "inconsistent",
            1,
            ", inspections_with_findings: the rows are not the records of England",
        ),
        ("findings-by-outcome", "inconsistent", 2, ", areas_for_improvement: the rows are not the records of England"),
        ("findings-by-outcome", "england", 3, ", areas_for_priority_action: the rows are not the records of England"),
        ("findings-by-outcome", "england", 2, ", areas_for_improvement: not the findings of the table inspections"),
        ("findings-by-outcome", "england", 3, ", areas_for_priority_action: not the findings of the table inspections"),
        ("reports-by-working-days", "england", 1, " and working-days-to-publication count different records"),
    ],
)
def test_a_record_dropped_on_the_way_is_caught(table: str, key: str, column: int, said: str) -> None:
    broken = with_rows(counted(), table, lambda row: fewer(column)(row) if row.key == key else row)
    assert any(sentence.startswith(f"{table}{said}") for sentence in broken_invariants(broken))


def test_an_area_never_first_inspected_though_it_was_is_caught_by_coverage() -> None:
    """Its quarter and every number after it leave it out, so that the table agrees with itself."""

    def without(row: Row) -> Row:
        cells = tuple(
            replace(cell, value=len(kept), records=kept)
            if isinstance(cell, Figure)
            and (kept := tuple(r for r in cell.records if r != "E06000052"))
            and not cell.id.endswith("local_areas")
            else cell
            for cell in row.cells
        )
        return replace(row, cells=cells)

    broken = with_rows(counted(), "areas-first-inspected", without)
    assert tuple(broken_invariants(broken)) == (
        "areas-first-inspected: the areas are not those inspected in coverage, as far as inspections have dates",
    )


def test_a_total_that_is_not_its_parts_is_caught() -> None:
    def short(row: Row) -> Row:
        total = row.cells[-1]
        assert isinstance(total, Figure)
        return replace(row, cells=(*row.cells[:-1], replace(total, value=total.value - 1, records=total.records[1:])))  # type: ignore[operator]  # counts are whole

    broken = with_rows(counted(), "outcomes-by-year", lambda row: short(row) if row.key == "2024" else row)
    assert "outcomes-by-year, 2024: the parts are not the records of the total" in tuple(broken_invariants(broken))


def test_a_figure_replaced_by_a_word_is_caught() -> None:
    def worded(row: Row) -> Row:
        return replace(row, cells=(row.cells[0], "some", *row.cells[2:])) if row.key == "2024" else row

    broken = with_rows(counted(), "outcomes-by-year", worded)
    assert "outcomes-by-year, 2024: the parts are not the records of the total" in tuple(broken_invariants(broken))


def test_a_broken_invariant_stops_the_build_with_every_sentence() -> None:
    broken = with_rows(counted(), "outcomes-by-region", swapped)
    with pytest.raises(ImpossibleFigure, match=r"count different records for England, typically_positive; .*failings"):
        require_invariants(broken)
