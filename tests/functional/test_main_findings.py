"""The page of main findings: every number placed by id, every statement of the official release there."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from areasend.cli import main

BUILDS = ("2024", "2023", "2025", "2026", "published-by")


def main_part(release: Path, page: str = "index.html") -> html.HtmlElement:
    (main,) = html.parse(str(release / page)).getroot().xpath("//main")
    return main


def words(element: html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


# Numbers that are no figures: dates and years, the names of figures and footnotes, the statute, ages and intervals of
# the framework, and parts of the titles of documents.
NO_FIGURES = (
    r"\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}",
    r"(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}",
    r"(in|year) 20\d\d(/\d\d)?",
    r"20\d\d/\d\d",
    r"“in 2027”",
    r"(by the end of|December) 2027",
    r"reporting year 2024",
    r"Figure [1-6]",
    r"footnote \d",
    r"Children Act 2004, section 20\(1\)\(a\)",
    r"aged 0 to 25",
    r"up to (age )?25",
    r"within (approximately )?[35] years",
    r"(approximately )?18 months",
    r"first 2 years",
)


@pytest.mark.parametrize("build", BUILDS)
def test_no_number_in_prose_is_typed(built: Callable[[str], Path], build: str) -> None:
    main = main_part(built(build))
    # What charts draw is held against their tables in tests/unit/publication/charts.
    for element in main.xpath(".//data | .//table | .//time | .//code | .//svg"):
        tail = element.tail
        element.clear(keep_tail=False)
        element.tail = tail
    text = words(main)
    for pattern in NO_FIGURES:
        text = re.sub(pattern, "", text)
    text = text.replace("outcomes-since-2023", "")
    assert re.findall(r"[^.]{0,40}\d[^.]{0,20}", text) == []


def test_every_count_and_share_of_the_official_release_stands_there(release: Path) -> None:
    text = words(main_part(release))
    for said in (
        "carried out 54 full inspections",
        "Of these, 28 ended in 2024",
        "Typically positive experiences and outcomes: 14 inspections (26%), of which 7 in 2024",
        "Inconsistent experiences and outcomes: 26 inspections (48%), of which 15 in 2024",
        "Widespread and/or systemic failings: 14 inspections (26%), of which 6 in 2024",
        "carried out 28 full inspections",
        "In 7 inspections, the inspectorates concluded that children and young people with SEND typically have",
        "In 15 inspections, the inspectorates concluded that the experiences and outcomes of children and young people",
        "In the remaining 6 inspections, the inspectorates concluded that failings are widespread and/or systemic",
        "In 14 inspections, the inspectorates concluded that children and young people with SEND typically have",
        "In 26 inspections, the inspectorates concluded that the experiences and outcomes of children and young people",
        "In the remaining 14 inspections, the inspectorates concluded that failings are widespread and/or systemic",
        "highest in the East Midlands (4 of 5 inspections, 80%)",
        "The North East, Yorkshire and the Humber is the only Ofsted region with inspections in which no",
        "North East, Yorkshire and the Humber (4 of 9 inspections, 44%)",
        "compared with caution",
        "576,000 (January 2024)",
        "over 1.2 million",
        "18.4%",
        "The reports of these inspections have all been published.",
        "54 of the 153 local areas (35%)",
        "section 20(1)(a)",
        "aged 0 to 25",
    ):
        assert said in text, said


def test_figures_quoted_from_elsewhere_stand_in_quotation_markup(release: Path) -> None:
    quoted = [words(q) for q in main_part(release).xpath(".//q[@data-quoted]")]
    assert quoted == ["576,000", "over 1.2 million", "18.4%"]


def test_a_year_without_an_inspection_reads_well(tmp_path: Path) -> None:
    assert main(["release", "build", "--as-at", "2024-01-02", "--out", str(tmp_path / "out")]) == 0
    text = words(main_part(tmp_path / "out"))
    assert (
        "carried out 26 full inspections of local area partnerships in England. Of these, none ended in 2024." in text
    )
    assert "No full inspection ended between 1 January 2024 and 2 January 2024." in text


def test_the_exact_wording_of_the_three_outcomes_is_printed(release: Path) -> None:
    text = words(main_part(release))
    assert (
        "“The local area partnership’s SEND arrangements typically lead to positive experiences and outcomes for"
        in text
    )
    assert "“The local area partnership’s arrangements lead to inconsistent experiences and outcomes for" in text
    assert "“There are widespread and/or systemic failings leading to significant concerns about" in text


def test_2023_reads_as_its_own_year(built: Callable[[str], Path]) -> None:
    text = words(main_part(built("2023")))
    assert "carried out 26 full inspections" in text
    assert "Typically positive experiences and outcomes: 7 inspections (27%)" in text
    assert "of which" not in text
    assert text.count("carried out 26 full inspections") == 2
    assert "Figure 2 shows the same inspections as Figure 1" in text
    assert "In 11 inspections" in text
    assert "In the remaining 8 inspections" in text
    assert "2024" not in text


@pytest.mark.parametrize("build", ["2025", "2026"])
def test_a_provisional_release_says_so_everywhere_and_never_all(built: Callable[[str], Path], build: str) -> None:
    release = built(build)
    for path in sorted(release.rglob("*.html")):
        root = html.parse(str(path)).getroot()
        text = words(root)
        assert "Provisional and incomplete." in text, path
        assert "complete to 31 December 2024" in text, path
        assert not re.search(r"\ball\b", text, re.IGNORECASE), path
        assert "remaining" not in text, path
    text = words(main_part(release))
    assert "others may have taken place" in text
    assert "hold 3 inspections without dates, in no period, and 1 inspection without an outcome" in text
    assert "Among the inspections counted here, the share" in text
    assert "is the only Ofsted region" not in text


def test_what_is_missing_is_named(built: Callable[[str], Path]) -> None:
    text = words(main_part(built("2025"), "quality.html"))
    for said in (
        "Slough: the outcome",
        "Cambridgeshire: the dates",
        "Buckinghamshire: the dates",
        "Thurrock: the dates",
    ):
        assert said in text


def test_a_partial_release_makes_no_claim_of_completeness(built: Callable[[str], Path]) -> None:
    text = words(main_part(built("published-by")))
    assert "The records behind this release hold 49 full inspections" in text
    assert "have all been published" not in text
    assert "5 inspections are left out because the report came later" in text


def test_a_partial_release_names_what_it_leaves_out(built: Callable[[str], Path]) -> None:
    release = built("published-by")
    quality = words(main_part(release, "quality.html"))
    for area in ("Bedford", "East Sussex", "Darlington", "Herefordshire, County of", "Lancashire"):
        assert f"{area}: inspection" in quality
    darlington = words(main_part(release, "areas/darlington/index.html"))
    assert (
        "An inspection of Darlington had ended by 31 December 2024. Its report came after 31 December 2024"
        in darlington
    )
    assert "had not had a full inspection" not in darlington
    text = words(main_part(release))
    assert "others had taken place" in text
    assert "For 5 areas this is not established" in text


def test_after_a_re_inspection_the_two_measures_differ(built: Callable[[str], Path]) -> None:
    release = built("2026")
    text = words(main_part(release))
    assert "different numbers here: an area that was inspected again has more than one inspection" in text
    assert "inspection without recorded dates counts for its area only" in text
    cornwall = words(main_part(release, "areas/cornwall/index.html"))
    assert "6 February 2023 to 10 February 2023" in cornwall
    assert "23 March 2026 to 27 March 2026" in cornwall


def test_a_release_names_only_the_gaps_that_it_has(built: Callable[[str], Path]) -> None:
    text = words(main_part(built("2025")))
    assert not re.search(r"none of the inspections with", text)
    for page in ("areas/index.html", "map.html"):
        assert "Outcome not known here (1)" in words(main_part(built("2026"), page))
    assert b"Outcome not known here (1)" in (built("2026") / "figures" / "figure-3.svg").read_bytes()
    listed = words(main_part(built("2026"), "areas/with/not-known/index.html"))
    assert "1 local area as at 30 June 2026" in listed


def test_the_page_of_an_area_explains_its_shorthand_and_where_to_complain(release: Path) -> None:
    for area in ("bedford", "barnet"):
        text = words(main_part(release, f"areas/{area}/index.html"))
        for said in (
            "Care Quality Commission (CQC)",
            "special educational needs and/or disabilities",
            "education, health and care (EHC) plan",
            "Office for National Statistics (ONS)",
            "How to complain A complaint goes first to",
        ):
            assert said in text, (area, said)


def test_the_days_of_the_banner_and_the_warning_can_be_read_by_a_program(built: Callable[[str], Path]) -> None:
    root = html.parse(str(built("2026") / "map.html")).getroot()
    for part in (".//header", ".//main//*[contains(@class, 'govuk-warning-text')]", ".//footer"):
        assert "2024-12-31" in root.xpath(f"{part}//time/@datetime"), part


def test_each_figure_has_its_table_and_footnotes_lead_both_ways(release: Path) -> None:
    main = main_part(release)
    for figure, table in (
        ("figure-1", "outcomes-in-year"),
        ("figure-2", "outcomes-since-2023"),
        ("figure-4", "outcomes-by-region"),
        ("areas-first-inspected", "areas-first-inspected"),
        ("working-days", "reports-by-working-days"),
    ):
        (drawn,) = main.xpath(f".//figure[@id='{figure}']")
        assert drawn.xpath(f".//table[@data-table='{table}']")
        links = drawn.xpath(".//a/@href")
        assert {f"figures/{figure}.svg", f"figures/{figure}.png", f"data/{table}.csv"} <= set(links)
        assert all((release / link).is_file() for link in links if link.startswith(("figures/", "data/")))
    assert main.xpath(".//*[@id='figure-3']//a[@href='map.html']")
    for number in (1, 2, 3):
        assert main.xpath(f".//a[@id='ref-{number}' and @href='#note-{number}']")
        assert main.xpath(f".//li[@id='note-{number}']//a[@href='#ref-{number}']")
