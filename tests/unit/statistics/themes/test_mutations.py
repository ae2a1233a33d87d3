"""What would go wrong with themes, made on purpose: the invariants or the publication catch each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache

import pytest
from tests.factories import population

from areasend.register import Coding, Inspection, Register, packaged_register
from areasend.statistics import Counted, Figure, ImpossibleFigure, Row, Table, broken_invariants, count_findings


@cache
def counted() -> Counted:
    return count_findings(population(packaged_register()))


def with_rows(table_id: str, change: Callable[[Row], Row]) -> list[str]:
    def changed(table: Table) -> Table:
        return replace(table, rows=tuple(map(change, table.rows))) if table.id == table_id else table

    found = counted()
    return list(broken_invariants(replace(found, tables=tuple(map(changed, found.tables)))))


def with_records(
    table_id: str, key: str, column: str, records: Callable[[tuple[str, ...]], tuple[str, ...]]
) -> list[str]:
    """What is said where one count has other records."""
    place = counted().table(table_id).heading.index(column)

    def change(row: Row) -> Row:
        cell = row.cells[place]
        if row.key != key or not isinstance(cell, Figure):
            return row
        kept = records(cell.records)
        return replace(
            row,
            cells=(*row.cells[:place], replace(cell, value=len(kept), records=kept), *row.cells[place + 1 :]),
        )

    return with_rows(table_id, change)


def test_nothing_is_caught_where_nothing_is_wrong() -> None:
    assert tuple(broken_invariants(counted())) == ()


def less(records: tuple[str, ...]) -> tuple[str, ...]:
    return records[1:]


@pytest.mark.parametrize(
    ("table", "key", "column", "said"),
    [
        ("themes", "governance", "afi", "theme-areas, governance-"),
        ("themes", "governance", "either", "themes, governance: either kind is not one of the two"),
        ("themes", "governance", "either", "themes-by-outcome, governance: not the inspections of themes"),
        ("themes", "governance", "afi_base", "themes, governance, afi_base: not the coded inspections"),
        ("themes-together", "governance", "governance", "themes-together, governance: not the inspections of themes"),
        (
            "themes-by-outcome",
            "governance-either",
            "inconsistent",
            "themes-by-outcome, governance: not the inspections",
        ),
        ("themes-by-region", "governance", "london", "themes-by-region, governance: the parts are not the records"),
        ("themes-by-region", "governance", "total", "themes-by-region, governance: not the inspections of themes"),
        ("themes-by-region", "england", "total", "themes-by-region: the coded inspections are not those"),
        (
            "coded-inspections",
            "together",
            "inspections",
            "coded-inspections, inspections: the rows are not the records",
        ),
    ],
)
def test_an_inspection_dropped_on_the_way_is_caught(table: str, key: str, column: str, said: str) -> None:
    assert any(sentence.startswith(said) for sentence in with_records(table, key, column, less))


def test_two_themes_whose_columns_are_swapped_are_caught() -> None:
    """In the table of themes that occur together, governance and information stand under each other's headings."""

    def swapped(row: Row) -> Row:
        name, first, second, *rest = row.cells
        assert isinstance(first, Figure)
        assert isinstance(second, Figure)
        one = replace(first, value=second.value, records=second.records)
        other = replace(second, value=first.value, records=first.records)
        return replace(row, cells=(name, one, other, *rest))

    said = with_rows("themes-together", swapped)
    assert "themes-together, governance: not the inspections of themes" in said
    assert "themes-together, information: not the inspections of themes" in said


def test_two_themes_whose_rows_are_swapped_are_caught() -> None:
    table = counted().table("themes")
    rows = {row.key: row for row in table.rows}

    def swapped(row: Row) -> Row:
        other = {"governance": "early_help", "early_help": "governance"}.get(row.key)
        if other is None:
            return row
        cells = (
            replace(mine, value=its.value, records=its.records, base=its.base)
            if isinstance(mine, Figure) and isinstance(its, Figure)
            else mine
            for mine, its in zip(row.cells, rows[other].cells, strict=True)
        )
        return replace(row, cells=tuple(cells))

    said = with_rows("themes", swapped)
    assert "themes-by-region, governance: not the inspections of themes" in said
    assert any(sentence.startswith("theme-areas, early_help-") for sentence in said)


def test_a_theme_counted_though_the_list_of_areas_says_no_is_caught() -> None:
    def denied(row: Row) -> Row:
        return replace(row, cells=tuple("no" if cell == "yes" else cell for cell in row.cells))

    assert any(sentence.startswith("theme-areas, ") for sentence in with_rows("theme-areas", denied))


def test_a_percentage_cut_off_cannot_be_made() -> None:
    share = counted().table("themes").figure("governance", "afi_pct")
    with pytest.raises(ImpossibleFigure, match="is 51 but has 28 of 54 records"):
        replace(share, value=Fraction(51))


def reasons(records: Register) -> dict[str, str]:
    table = count_findings(population(records)).table("themes-published")
    return {row.key: str(table.named(row)["reason"]) for row in table.rows}


def test_an_inspection_that_leaves_the_period_is_seen_beside_the_published_bases() -> None:
    """An inspection of 2024 dated into 2025: 53 of ours stand beside the published 54, in every row of that kind."""

    def shifted(entry: Inspection) -> Inspection:
        later = entry.inspection_id == "E10000017-2024-12-09"
        return replace(entry, inspection_end=date(2025, 1, 3)) if later else entry

    register = packaged_register()
    found = reasons(replace(register, inspections=tuple(map(shifted, register.inspections))))
    other = {key for key, reason in found.items() if "Another base: 53 inspections here, 54 as published." in reason}
    assert other == {key for key in found if key.endswith("-afi")}


def test_an_area_that_is_dropped_from_the_codings_is_seen_there_too() -> None:
    def kept(entry: Coding) -> bool:
        return entry.gss_code != "E10000017"

    register = packaged_register()
    found = reasons(replace(register, codings=tuple(filter(kept, register.codings))))
    assert "Another base: 53 inspections here, 54 as published." in found["ehc_plans-afi"]


def test_two_themes_swapped_in_the_codings_are_seen_in_the_shares_that_agreed() -> None:
    other = {"ehc_plans": "governance", "governance": "ehc_plans"}

    def swapped(entry: Coding) -> Coding:
        return replace(entry, themes=tuple(other.get(theme, theme) for theme in entry.themes))

    register = packaged_register()
    assert reasons(register)["ehc_plans-afi"] == "The same share."
    found = reasons(replace(register, codings=tuple(map(swapped, register.codings))))
    assert found["ehc_plans-afi"] == "Different coding, cause unknown."
