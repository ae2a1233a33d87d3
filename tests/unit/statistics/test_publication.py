"""The text of the publication itself, read by this test, beside the tables: where they agree and where they do not."""

import re
from pathlib import Path

import pytest
from tests.factories import INCONSISTENT, POSITIVE, WIDESPREAD, population

from areasend.register import packaged_register
from areasend.statistics import Table, build_table

SHARED = Path(__file__).parents[4] / "shared" / "publications"
MAIN, RESEARCH = SHARED / "main-findings-2024.txt", SHARED / "first-two-years.txt"
COLUMNS = (POSITIVE, INCONSISTENT, WIDESPREAD, "total")
SWAPPED = {  # docs/domain.md, section 12.1, point 1; South East and West Midlands are symmetric
    "East Midlands",
    "East of England",
    "London",
    "North East, Yorkshire and the Humber",
    "North West",
    "South West",
}

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/publications is not here")


def table(table_id: str) -> Table:
    return build_table(population(packaged_register()), table_id)


def annex_table(figure: str) -> dict[str, tuple[int, ...]]:
    """The rows of "Data for <figure>": a name and four numbers."""
    text = MAIN.read_text(encoding="utf-8")
    start = text.index(f"Data for {figure}:")
    part = text[start : text.index(f"See {figure}", start)]
    return {
        match[1]: tuple(int(number) for number in match[2].split())
        for match in re.finditer(r"^([^\d\n]+?)((?: \d+){4})$", part, re.MULTILINE)
    }


def ours_by_region() -> dict[str, tuple[int, ...]]:
    return {
        str(row[0]): tuple(int(cell) for cell in row[1:])
        for row in table("outcomes-by-region").text_rows()
        if row[0] != "England"
    }


@pytest.mark.parametrize(
    ("figure", "table_id"), [("Figure 1", "outcomes-in-year"), ("Figure 2", "outcomes-since-2023")]
)
def test_figures_1_and_2_agree(figure: str, table_id: str) -> None:
    ours = table(table_id)
    assert annex_table(figure) == {"Local areas": tuple(ours.figure("england", name).value for name in COLUMNS)}


def test_figure_4_differs_in_columns_1_and_3_of_6_regions_and_nowhere_else() -> None:
    printed, ours = annex_table("Figure 4"), ours_by_region()
    differing = {
        (region, column)
        for region in printed.keys() | ours.keys()
        for column in range(4)
        if printed[region][column] != ours[region][column]
    }
    assert differing == {(region, column) for region in SWAPPED for column in (0, 2)}


def test_figure_4_agrees_once_its_columns_1_and_3_are_exchanged() -> None:
    exchanged = {region: (row[2], row[1], row[0], row[3]) for region, row in annex_table("Figure 4").items()}
    assert exchanged == ours_by_region()


def test_the_text_on_regions_agrees_with_ours() -> None:
    text = MAIN.read_text(encoding="utf-8")
    found = re.search(r"In the East Midlands, (\d) out of the (\d) .* \((\d+)%\) have been .*failings", text)
    other = re.search(r"in (\d) out of the (\d) inspected areas in the region \((\d+)%\)", text)
    assert found is not None
    assert other is not None
    shares, counts = table("outcome-shares-by-region"), table("outcomes-by-region")
    east, north = "east-midlands", "north-east-yorkshire-and-the-humber"
    assert found.groups() == (
        counts.figure(east, WIDESPREAD).text,
        counts.figure(east, "total").text,
        shares.figure(east, f"{WIDESPREAD}_pct").text,
    )
    assert other.groups() == (
        counts.figure(north, POSITIVE).text,
        counts.figure(north, "total").text,
        shares.figure(north, f"{POSITIVE}_pct").text,
    )


def test_table_1_of_the_research_report_agrees() -> None:
    printed = re.findall(r"\t(\d+) \((\d+)%\)$", RESEARCH.read_text(encoding="utf-8"), re.MULTILINE)
    ours = table("outcomes-since-2023")
    assert printed == [
        (ours.figure("england", key).text, ours.figure("england", f"{key}_pct").text) for key in COLUMNS[:3]
    ]


def reconciled() -> list[dict[str, str]]:
    ours = table("reconciliation")
    return [dict(zip(ours.heading, row, strict=True)) for row in ours.text_rows()]


def test_12_printed_figures_differ_all_of_them_in_figure_4() -> None:
    differing = [row for row in reconciled() if row["result"] == "differs"]
    assert {row["place"] for row in differing} == {"Data for Figure 4"}
    assert {row["says"] for row in differing} == {
        f"{region}, outcome {outcome}"
        for region in SWAPPED
        for outcome in ("typically positive", "widespread and/or systemic failings")
    }


def test_every_difference_has_its_reason() -> None:
    """No remark is recorded: that the headings stand exchanged follows from the 12 cells themselves."""
    assert {entry.remark for entry in packaged_register().printed_figures} == {""}
    reasons = [row["reason"] for row in reconciled() if row["result"] == "differs"]
    assert reasons == ["In the copy at hand, the headings of columns 1 and 3 stand exchanged."] * 12


def test_the_publications_are_cited_with_publisher_and_date() -> None:
    assert {row["publication"] for row in reconciled()} == {
        "Main findings: area SEND inspections and outcomes in England as at 31 December 2024 (Ofsted, 26 June 2025)",
        (
            "Area SEND framework: findings from the first 2 years of inspections "
            "(Ofsted and the Care Quality Commission, 6 June 2025)"
        ),
    }


def test_what_is_not_counted_is_a_share_of_a_theme_or_of_leaders() -> None:
    missing = [row for row in reconciled() if row["result"] == "not counted here"]
    assert all(row["unit"] == "per cent" and " of " in row["reason"] for row in missing)
    assert len(missing) == 1 + 2 * 16


def test_the_impossible_shares_are_named_wherever_they_are_printed() -> None:
    """55% of 54 and 35% of 14, in the text and in the annex (docs/domain.md, section 12.2, points 1 and 2)."""
    impossible = [(row["printed"], row["reason"][:22]) for row in reconciled() if row["reason"].startswith("No whole")]
    assert sorted(impossible) == [("35", "No whole number of 14 ")] * 2 + [("55", "No whole number of 54 ")] * 2


def test_every_other_printed_figure_agrees() -> None:
    results = [row["result"] for row in reconciled()]
    assert results.count("agrees") == len(results) - 12 - 33


def test_every_number_of_the_annex_of_themes_is_compared() -> None:
    printed = re.findall(r"\t(\d+)%\t(\d+)%$", RESEARCH.read_text(encoding="utf-8"), re.MULTILINE)
    in_annex = [row["printed"] for row in reconciled() if row["place"] == "Annex, table of themes"]
    assert sorted(in_annex) == sorted(number for pair in printed for number in pair)
