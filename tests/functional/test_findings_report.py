"""The findings report: what its pages say, each number placed by its figure, each coding labelled as what it is."""

import csv
import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from areasend.check.workbook.points.spelling import words_of
from areasend.check.workbook.spelling_words import Spelling
from areasend.cli import main
from areasend.cli.counting import Basis
from areasend.themes import packaged_codebooks
from areasend.themes.agreement import WhyNot

LABEL = "areasend’s coding, not a finding of an inspectorate."
NOT_PEOPLE = "Its passes are not independent human coders."


def main_part(release: Path, page: str = "index.html") -> html.HtmlElement:
    (main,) = html.parse(str(release / page)).getroot().xpath("//main")
    return main


def words(element: html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


@pytest.fixture(scope="session")
def findings(built: Callable[[str], Path]) -> Path:
    return built("findings")


# Dates and years, names of figures, titles of documents, and words of the codebook's source.
NO_FIGURES = (
    r"\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}",
    r"(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}",
    r"Figure [1-4]",
    r"first 2 years",
    r"AC1",
    r"The 8 themes and their names",
    r"(V|v)ersion 1",
    r"up to 25",
)


@pytest.mark.parametrize("build", ["findings", "findings-2025"])
@pytest.mark.parametrize("page", ["index.html", "themes/index.html", "themes/governance.html", "published.html"])
def test_no_number_in_prose_is_typed(built: Callable[[str], Path], build: str, page: str) -> None:
    main = main_part(built(build), page)
    for element in main.xpath(".//data | .//table | .//time | .//svg | .//*[@data-reason]"):
        tail = element.tail
        element.clear(keep_tail=False)
        element.tail = tail
    text = words(main)
    for pattern in NO_FIGURES:
        text = re.sub(pattern, "", text)
    assert re.findall(r"[^.]{0,40}\d[^.]{0,20}", text) == []


# Counted by hand over facts/area_themes.csv of the shared folder: what at least two of the three passes saw.
AFI = {
    "Strategic governance and oversight": (28, 52),
    "Information, data-sharing and coordination of services": (25, 46),
    "Joint commissioning arrangements across the partnership": (22, 41),
    "Co-production with children, young people, families and providers": (24, 44),
    "Timeliness and/or quality of EHC plans": (37, 69),
    "Waiting times for health services": (34, 63),
    "Early help and identification of need": (18, 33),
    "Moving to the next stage of education, training or employment": (26, 48),
}
APA = dict(zip(AFI, [(11, 79), (8, 57), (7, 50), (3, 21), (10, 71), (10, 71), (7, 50), (3, 21)], strict=True))


@pytest.mark.parametrize(
    ("chart", "kind", "base", "expected"), [("themes-afi", "afi", 54, AFI), ("themes-apa", "apa", 14, APA)]
)
def test_each_chart_stands_beside_its_numbers(
    findings: Path, chart: str, kind: str, base: int, expected: dict[str, tuple[int, int]]
) -> None:
    (figure,) = main_part(findings).xpath(f".//figure[@id='{chart}']")
    rows = [[words(cell) for cell in row] for row in figure.xpath(".//tbody/tr")]
    assert rows == [[theme, str(count), str(share), str(base)] for theme, (count, share) in expected.items()]
    drawn = {mark.get("data-figure"): mark.get("data-value") for mark in figure.xpath(".//svg[1]//*[@data-figure]")}
    assert list(map(int, drawn.values())) == [count for count, _ in expected.values()]
    assert all(figure.startswith("themes.") and figure.endswith(f".{kind}") for figure in drawn)
    assert [(findings / link).is_file() for link in figure.xpath(".//p[last()]/a/@href")] == [True] * 3


def test_most_common_is_said_where_it_is_so(findings: Path) -> None:
    text = words(main_part(findings))
    assert (
        "The most common theme in areas for improvement was “Timeliness and/or quality of EHC plans”: "
        "in 37 of 54 inspections (69%)." in text
    )
    assert (
        "The most common theme in areas for priority action was “Strategic governance and oversight”: "
        "in 11 of 14 inspections (79%)." in text
    )


def test_the_report_has_every_part_of_the_official_one(findings: Path) -> None:
    text = words(main_part(findings))
    for said in (
        "there were 54 full inspections",
        "Typically positive experiences and outcomes: 14 inspections (26%)",
        "Inconsistent experiences and outcomes: 26 inspections (48%)",
        "Widespread and/or systemic failings: 14 inspections (26%)",
        "54 of the 153 local areas (35%)",
        "the printed total is 67,000 responses; the printed parts add up to 66,000. The total less the parts is 1,000.",
        "Both can hold, because a number among them is a lower bound.",
        "Of 54 inspections with an outcome, 36 were coded finding by finding.",
        "Of 18 reports the text was not at hand, and the findings of a kind were coded together.",
        "The research report says of 93% of the local areas",
        "This share is quoted, and not counted here.",
        "children with SEND who are not in school",
        "announced",
        "compared with caution",
        LABEL,
        NOT_PEOPLE,
    ):
        assert said in text, said
    assert main_part(findings).xpath(".//*[@id='figure-1']//a[@href='map.html']")
    assert (findings / "figures" / "figure-1.svg").is_file()
    assert "Figure 1: Local areas by latest outcome" in (findings / "figures" / "figure-1.svg").read_text("utf-8")


def test_every_inspected_area_stands_in_its_region(findings: Path) -> None:
    tables = main_part(findings).xpath(".//h2[@id='inspected']/following-sibling::div//table")
    rows = [row for table in tables for row in table.xpath("./tbody/tr") if "Local areas inspected" in words(table[0])]
    assert len(rows) == 54
    (london,) = [table for table in tables if words(table[0]) == "Local areas inspected, London"]
    names = [words(cell) for cell in london.xpath("./tbody/tr/th")]
    assert names == sorted(names)
    assert "Haringey" in names


def test_every_page_with_numbers_of_themes_says_whose_they_are(findings: Path) -> None:
    pages = {
        page.relative_to(findings).as_posix(): words(main_part(findings, str(page)))
        for page in findings.rglob("*.html")
    }
    labelled = {page for page, text in pages.items() if LABEL in text}
    themes = {page for page in pages if page.startswith("themes/")}
    assert themes | {"index.html", "published.html", "methodology.html", "quality.html"} <= labelled
    assert {page for page in labelled if page.startswith("areas/")} == {
        f"areas/{row.parent.name}/index.html"
        for row in (findings / "areas").glob("*/data.json")
        if json.loads(row.read_text("utf-8")).get("themes")
    }
    assert all(NOT_PEOPLE in pages[page] for page in labelled)
    with_numbers = {
        page for page in pages if main_part(findings, page).xpath(".//a[contains(@href, 'numbers/theme')]/data")
    }
    assert with_numbers <= labelled
    assert {page for page in pages if page.startswith(("tables/theme", "tables/cod", "numbers/theme"))} <= labelled
    assert not labelled & {"calendar.html", "map.html", "areas/index.html", "tables/coverage.html"}


def rows_of(release: Path, table: str) -> list[dict[str, str]]:
    with (release / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_theme_s_page_lists_every_area_in_which_a_coder_saw_it(findings: Path) -> None:
    name = "Waiting times for health services"
    table = main_part(findings, "themes/waiting-times.html").xpath(
        ".//h2[@id='areas']/following-sibling::div[1]//table"
    )[0]
    listed = [row for row in rows_of(findings, "theme-areas") if row["theme"] == name]
    found = [[words(cell) for cell in row] for row in table.xpath("./tbody/tr")]
    assert [row[2] for row in found] == [row["finding"] for row in listed]
    assert [row[4] for row in found] == [row["coders"] for row in listed]
    assert [row[5] for row in found] == [row["counted"] for row in listed]
    for row, held in zip(found, listed, strict=True):
        assert held["where"] in row[3] if held["where"] != "[x]" else "the report is not at hand" in row[3]
    assert table.xpath(".//a[starts-with(@href, 'https://files.ofsted.gov.uk/')]")


def test_a_theme_s_page_has_the_words_of_the_codebook(findings: Path) -> None:
    book = tomllib.loads((findings / "data" / "codebook" / "1.toml").read_text(encoding="utf-8"))
    for theme in book["theme"]:
        text = words(main_part(findings, f"themes/{theme['key'].replace('_', '-')}.html"))
        assert " ".join(theme["definition"].split()) in text
        assert all(" ".join(entry.split()) in text for entry in theme["includes"])
        assert all(sub["name"] in text for sub in theme["sub_theme"])


def test_an_area_s_page_has_its_themes_with_their_pages(findings: Path) -> None:
    (table,) = main_part(findings, "areas/bury/index.html").xpath(
        ".//h2[@id='themes']/following-sibling::div[2]//table"
    )
    found = [[words(cell) for cell in row] for row in table.xpath("./tbody/tr")]
    listed = [row for row in rows_of(findings, "theme-areas") if row["local_area"] == "Bury"]
    assert [[row[0], row[1], row[2], row[4]] for row in found] == [
        [row["theme"], row["finding"], row["where"], row["counted"]] for row in listed
    ]
    assert "(page " in words(table)
    data = json.loads((findings / "areas" / "bury" / "data.json").read_text("utf-8"))["themes"]
    assert [entry["findings"] for entry in data] == [row["where"] for row in listed]


def test_an_area_without_codings_says_nothing_of_themes(findings: Path) -> None:
    assert "Themes of the findings" not in words(main_part(findings, "areas/barnet/index.html"))
    assert "themes" not in json.loads((findings / "areas" / "barnet" / "data.json").read_text("utf-8"))


def test_impossible_percentages_are_told_neutrally(findings: Path) -> None:
    text = words(main_part(findings, "published.html"))
    assert "55%. No count of 54 rounds to 55%; 30 of 54, cut off instead of rounded, gives it." in text
    assert "35%. No count of 14 rounds to 35%; 5 of 14, cut off instead of rounded, gives it." in text
    assert len(main_part(findings, "published.html").xpath(".//*[@data-reason]")) == 2
    assert not re.search(r"\b(error|mistake|wrong|careless|false)", text)
    (table, _) = main_part(findings, "published.html").xpath(".//table")
    assert len(table.xpath("./tbody/tr")) == 16


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_how_to_ask_for_a_correction(findings: Path, tmp_path: Path) -> None:
    text = words(main_part(findings, "themes/index.html"))
    assert "Name the statement" in text
    assert "Name the theme that is missing, or that does not belong there." in text
    assert "Say why" in text
    assert "Whoever publishes this release names a contact to write to." in text
    config = tmp_path / "release.toml"
    config.write_text('[release]\ntitle = "F"\n[contact]\nname = "Ada"\nemail = "ada@example.org"\n', encoding="utf-8")
    out = tmp_path / "out"
    build = ["release", "build", "--as-at", "2023-06-30", "--kind", "findings", "--config", str(config)]
    assert main([*build, "--out", str(out)]) == 0
    page = main_part(out, "themes/index.html")
    assert "Write to the contact of this release." in words(page)
    assert page.xpath(".//a[@href='mailto:ada@example.org']")
    assert words(main_part(out)).startswith("F as at 30 June 2023")


def test_the_method_says_who_coded_how_far_they_agree_and_what_is_lacking(findings: Path) -> None:
    main = main_part(findings, "methodology.html")
    text = words(main)
    for said in (
        "Passes by one kind of model agree with one another more than people would",
        "A suggestion is no coder and is in no count.",
        "No finding of this release has been settled so.",
        "Of 18 reports the text was not at hand",
        "Inspections and local areas",
    ):
        assert said in text, said
    assert main.xpath(".//a[@href='data/codebook/1.toml']")
    captions = [words(caption) for caption in main.xpath(".//caption")]
    assert "Agreement of broad, neutral and strict, finding by finding" in captions
    assert "Agreement of broad, neutral and strict, inspection by inspection" in captions


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_the_codebook_comes_with_the_release_and_counts_again(findings: Path, tmp_path: Path) -> None:
    manifest = json.loads((findings / "manifest.json").read_text("utf-8"))
    assert manifest["kind"] == "findings"
    assert manifest["id"] == "2024-12-31-findings"
    assert re.fullmatch(r"[0-9a-f]{64}", manifest["inputs"]["codebook"])
    again = tmp_path / "again"
    build = ["release", "build", "--kind", "findings", "--snapshot", str(findings / "data" / "snapshot")]
    assert main([*build, "--codebook", str(findings / "data" / "codebook"), "--out", str(again)]) == 0
    held = {path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()}
    assert held == {path.relative_to(findings): path.read_bytes() for path in findings.rglob("*") if path.is_file()}


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_a_report_in_which_nothing_is_coded_reads_well(tmp_path: Path) -> None:
    records, out = tmp_path / "records", tmp_path / "out"
    assert main(["records", "export", str(records)]) == 0
    for name in ("coders", "codings"):
        path = records / f"{name}.csv"
        path.write_text(path.read_text(encoding="utf-8").splitlines(keepends=True)[0], encoding="utf-8")
    build = ["release", "build", "--records", str(records), "--as-at", "2024-12-31", "--kind", "findings"]
    assert main([*build, "--out", str(out)]) == 0
    text = words(main_part(out))
    assert "most common" not in text
    assert "Nobody has coded these reports, so no theme is counted." in text
    assert "none were coded finding by finding. 54 were not coded, and count in no number about themes." in text
    assert "No coder saw this theme in a finding." in words(main_part(out, "themes/governance.html"))
    assert "Agreement of" not in words(main_part(out, "methodology.html"))
    assert "areasend has coded" not in text


@pytest.mark.parametrize("day", ["2023-04-01", "2026-06-30"])
@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_a_report_of_any_date_is_built(tmp_path: Path, day: str) -> None:
    out = tmp_path / "out"
    assert main(["release", "build", "--as-at", day, "--kind", "findings", "--out", str(out)]) == 0
    text = words(main_part(out))
    assert ("others may have taken place" in text) == (day == "2026-06-30")
    assert LABEL in text


def test_a_codebook_for_another_kind_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["release", "build", "--as-at", "2024-12-31", "--codebook", str(tmp_path), "--out", str(out)]) == 2
    assert "--codebook is for --kind findings" in capsys.readouterr().err
    assert not out.exists()


def test_themes_that_wait_to_be_decided_again_are_not_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Waiting times is defined anew: whoever has it waits, and to count the others alone would count it nowhere."""
    codebook, out = tmp_path / "codebook", tmp_path / "out"
    assert main(["themes", "codebook", "export", str(codebook)]) == 0
    first = (codebook / "1.toml").read_text(encoding="utf-8")
    second = first.replace("version = 1\n", "version = 2\n", 1).replace("How long children", "For how long children", 1)
    change = '\n[[change]]\nkind = "redefine"\nthemes = ["waiting_times"]\nreason = "For a test"\n'
    (codebook / "2.toml").write_text(second + change, encoding="utf-8")
    assert main(["themes", "codebook", "check", str(codebook)]) == 0
    build = ["release", "build", "--as-at", "2024-12-31", "--kind", "findings", "--codebook", str(codebook)]
    capsys.readouterr()
    assert main([*build, "--out", str(out)]) == 2
    assert re.search(r"Version 2 of the codebook opened codings again.*\(waiting_times \d+\)", capsys.readouterr().err)
    assert not out.exists()
    assert main(["themes", "agreement", "--codebook", str(codebook)]) == 2
    assert "nobody has decided since" in capsys.readouterr().err


def test_every_reason_for_no_estimate_has_words_that_the_workbook_may_have() -> None:
    known = Spelling(frozenset(word.casefold() for word in Basis(codebooks=packaged_codebooks()).words.split()))
    unknown = {word for why in WhyNot for word in words_of(why.value) if not known.knows(word)}
    assert unknown == set()


def test_reports_on_findings_are_not_compared_with_statistics(
    findings: Path, release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release", "diff", str(release), str(findings)]) == 2
    assert "one is a report on findings and the other is not" in capsys.readouterr().err
    build = ["release", "build", "--as-at", "2025-12-31", "--previous", str(findings), "--out", str(tmp_path / "out")]
    assert main(build) == 2
    assert not (tmp_path / "out").exists()


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_the_headline_tells_the_themes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["release", "build", "--as-at", "2024-12-31", "--kind", "findings", "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert "  Full inspections with a recorded outcome since 1 January 2023: 54\n" in said
    assert "    Timeliness and/or quality of EHC plans: 37 of 54 (69%), 10 of 14 (71%)\n" in said
