"""A table by region against the single row of its totals."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.check.numbers.building import Writer, found_by, right_by

from areasend.check.numbers.consistency.breakdowns import breakdowns
from areasend.check.numbers.results.model import Kind, Severity
from areasend.framework import packaged_framework

REGIONS = [region.name for region in packaged_framework().ofsted_regions]
HEADER = ["Good", "Bad"]
WHOLE = "Table 1: Visits as at 31 May 2024"
PARTS = "Table 2: Visits by region as at 31 May 2024"
COUNTS = [(4, 0), (2, 1), (1, 6), (0, 5), (4, 3), (1, 7), (1, 2), (1, 3)]


def written(counts: Sequence[tuple[int, int]], total: tuple[str, str], *, regions: Sequence[str] = REGIONS) -> Writer:
    rows = [[region, str(good), str(bad)] for region, (good, bad) in zip(regions, counts, strict=False)]
    return (
        Writer()
        .table(["Group", *HEADER], ["Areas", *total], caption=WHOLE)
        .table(["Region", *HEADER], *rows, caption=PARTS)
    )


def test_rows_that_add_up_support_all_their_numbers() -> None:
    assert found_by(breakdowns, written(COUNTS, ("14", "27"))) == []
    assert len(right_by(breakdowns, written(COUNTS, ("14", "27")))) == 18


def test_a_column_that_does_not_add_up_is_an_error() -> None:
    (found,) = found_by(breakdowns, written([(4, 1), *COUNTS[1:]], ("14", "27")))
    assert (found.kind, found.severity, found.expected, found.found) == (Kind.TOTAL, Severity.ERROR, "27", "28")
    assert found.computed == "1 + 1 + 6 + 5 + 3 + 7 + 2 + 3 = 28"
    assert len(found.numbers) == 9


@given(st.integers(0, 7))
def test_a_missing_row_is_named_where_it_belongs(gone: int) -> None:
    left = [place for place in range(8) if place != gone]
    short = written([COUNTS[place] for place in left], ("14", "27"), regions=[REGIONS[place] for place in left])
    (found,) = found_by(breakdowns, short)
    assert (found.kind, found.expected) == (Kind.LIST_ITEM, f"a row for {REGIONS[gone]}")
    assert found.quote == REGIONS[min(gone + 1, 7) if gone < 7 else 6]


def test_a_region_without_visits_needs_no_row() -> None:
    assert found_by(breakdowns, written(COUNTS[:7], ("13", "24"))) == []
    assert found_by(breakdowns, written(COUNTS[:7], ("12", "25"))) == []


def test_other_tables_are_left_alone() -> None:
    assert found_by(breakdowns, written(COUNTS[:4], ("14", "27"))) == []
    assert found_by(breakdowns, written(COUNTS, ("14%", "27%"))) == []
    assert found_by(breakdowns, written(COUNTS, ("about 14", "27"))) == []
    assert found_by(breakdowns, written(COUNTS, ("14 of 41", "27"))) == []
    assert found_by(breakdowns, written(COUNTS, ("1", "2"), regions=["Leeds", *REGIONS[1:]])) == []
    undated = Writer().table(["Group", *HEADER], ["Areas", "1", "2"], caption="Visits").table(["Region"], ["London"])
    assert found_by(breakdowns, undated) == []
    other = written(COUNTS, ("1", "2")).document().blocks
    elsewhere = Writer()
    elsewhere.blocks += [other[1]]
    elsewhere.table(["Group", *HEADER], ["Areas", "1", "2"], caption="Table 1: Visits as at 31 May 2023")
    assert found_by(breakdowns, elsewhere) == []
