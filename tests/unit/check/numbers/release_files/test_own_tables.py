"""Rows and columns of a release's tables are headed as the figures under them say, and no row is left out."""

import pytest
from tests import figure_folders as folders

from areasend.check.numbers.documents.model import Document
from areasend.check.numbers.release_files import Release, own_tables
from areasend.check.numbers.results.model import Finding, Kind, Severity

RELEASE = folders.release()
TABLE = folders.html_table()
FOUR = {
    "north": {"warm": "1", "cold": "4", "total": "5", "warm_pct": "20"},
    "south": {"warm": "3", "cold": "2", "total": "5", "warm_pct": "60"},
    "west": {"warm": "2", "cold": "2", "total": "4", "warm_pct": "50"},
    "england": {"warm": "6", "cold": "8", "total": "14", "warm_pct": "43"},
}


def found(*documents: Document, release: Release | None = RELEASE) -> list[Finding]:
    made = folders.evidence(*documents)
    verdicts = [verdict for verdict in own_tables(release)(made) if isinstance(verdict, Finding)]
    assert all(verdict.severity is Severity.ERROR for verdict in verdicts)
    return verdicts


def swapped(text: str, one: str, other: str) -> str:
    return text.replace(one, "?").replace(other, one).replace("?", other)


def test_a_table_as_built_says_nothing() -> None:
    assert found(folders.page(TABLE)) == []


def test_without_the_data_files_nothing_is_known() -> None:
    assert found(folders.page(swapped(TABLE, ">North<", ">South<")), release=None) == []


def test_two_rows_whose_headings_stand_exchanged_are_one_finding() -> None:
    (finding,) = found(folders.page(swapped(TABLE, ">North<", ">South<")))
    assert (finding.kind, finding.quote, finding.expected, finding.found) == (
        Kind.EXCHANGED_ROWS,
        "South",
        "north",
        "south",
    )


def test_two_columns_whose_headings_stand_exchanged_are_one_finding() -> None:
    (finding,) = found(folders.page(swapped(TABLE, ">Warm homes<", ">Cold homes<")))
    assert (finding.kind, finding.expected, finding.found) == (Kind.EXCHANGED_COLUMNS, "warm", "cold")


def test_one_row_under_the_heading_of_another_is_named() -> None:
    (finding,) = found(folders.page(TABLE.replace(">North<", ">South<")))
    assert (finding.kind, finding.expected, finding.found) == (Kind.WORDS_AGAINST_TABLE, "north", "south")


def test_a_heading_that_names_no_row_is_nobodys() -> None:
    assert found(folders.page(TABLE.replace(">North<", ">Elsewhere<"))) == []


@pytest.mark.parametrize(("row", "after"), [("south", "North"), ("north", "Region")])
def test_a_row_that_is_left_out_is_named_where_it_should_stand(row: str, after: str) -> None:
    observed = folders.release(observed=folders.observations(FOUR), figures=folders.figures_json(FOUR))
    left = {key: cells for key, cells in FOUR.items() if key != row}
    page = folders.page(folders.html_table(left))
    (finding,) = found(page, release=observed)
    assert (finding.kind, finding.found) == (Kind.LIST_ITEM, "3 rows")
    assert row in finding.expected
    (block,) = (entry for entry in page.blocks if hasattr(entry, "header"))
    heading = next(cell for cell in (*block.header, *(line[0] for line in block.rows)) if cell.text == after)
    assert finding.where == heading.where()


def test_a_table_that_shows_a_part_leaves_nothing_out() -> None:
    observed = folders.release(observed=folders.observations(FOUR), figures=folders.figures_json(FOUR))
    part = {key: FOUR[key] for key in ("north",)}
    assert found(folders.page(folders.html_table(part)), release=observed) == []


def test_a_table_of_several_tables_figures_is_none_of_ours() -> None:
    other = f'<a href="numbers/x.html#{folders.figure("north", "warm").replace("homes", "houses")}">1</a>'
    assert found(folders.page(f"<table><tr><th>A</th><th>B</th></tr><tr><td>a</td><td>{other}</td></tr></table>")) == []
