"""Every page: sound links, headings, tables and labels, and what must be said everywhere."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from areasend.cli import main

BUILDS = ("2024", "2026", "information", "since-2023", "corrected", "findings", "findings-2025")


def pages(release: Path) -> list[Path]:
    return sorted(release.rglob("*.html"))


@pytest.mark.parametrize("build", BUILDS)
def test_every_link_leads_somewhere(built: Callable[[str], Path], build: str) -> None:
    release = built(build)
    ids = {path: set(html.parse(str(path)).getroot().xpath("//@id")) for path in pages(release)}
    for path in ids:
        root = html.parse(str(path)).getroot()
        for address in root.xpath("//a/@href | //link/@href"):
            if re.match(r"(https|mailto):", address):
                continue
            place, _, fragment = unquote(address).partition("#")
            start = built(build) if place.startswith("/") else path.parent
            target = (start / place.lstrip("/")).resolve() if place else path
            assert target.is_file(), f"{path}: {address}"
            if fragment:
                assert fragment in ids[target], f"{path}: {address}"


@pytest.mark.parametrize("build", BUILDS)
def test_every_page_has_the_frame(built: Callable[[str], Path], build: str) -> None:
    for path in pages(built(build)):
        root = html.parse(str(path)).getroot()
        assert root.get("lang") == "en-GB"
        assert len(root.xpath("//h1")) == 1
        assert root.xpath("//a[@class='govuk-skip-link' and @href='#main']")
        assert root.xpath("//main[@id='main']")
        text = root.text_content()
        assert text.count("unofficial build by areasend from published inspection reports") >= 2
        assert "The register behind it is complete to 31 December 2024." in text
        assert "Open Government Licence v3.0" in text
        ids = root.xpath("//@id")
        assert len(ids) == len(set(ids)), path


@pytest.mark.parametrize("build", BUILDS)
def test_headings_do_not_skip_a_level(built: Callable[[str], Path], build: str) -> None:
    for path in pages(built(build)):
        levels = [int(heading.tag[1]) for heading in html.parse(str(path)).getroot().xpath("//h1|//h2|//h3|//h4")]
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), path
        assert all(
            heading.text_content().strip() for heading in html.parse(str(path)).getroot().xpath("//h1|//h2|//h3")
        )


@pytest.mark.parametrize("build", BUILDS)
def test_every_table_has_a_caption_and_scopes(built: Callable[[str], Path], build: str) -> None:
    for path in pages(built(build)):
        for table in html.parse(str(path)).getroot().xpath("//table"):
            assert table.xpath("./caption")[0].text_content().strip()
            assert all(cell.get("scope") in ("col", "row") for cell in table.xpath(".//th"))
            width = len(table.xpath("./thead/tr/th"))
            for row in table.xpath("./tbody/tr"):
                assert sum(int(cell.get("colspan", "1")) for cell in row.xpath("./th|./td")) == width, path


def test_nothing_claims_to_be_the_government(release: Path) -> None:
    for path in pages(release):
        text = path.read_text(encoding="utf-8")
        assert "GDS Transport" not in text
        assert not re.search(r"[\w.]+@(ofsted|cqc)", text)
        assert "Rebecca" not in text
        plain = html.fromstring(text).text_content()
        assert "Official Statistics" not in plain.replace("Pre-release Access to Official Statistics Order", "")


def test_a_page_asks_no_other_host_and_holds_no_script_or_style(release: Path) -> None:
    for path in pages(release):
        root = html.parse(str(path)).getroot()
        assert not root.xpath("//iframe | //style | //@style | //@*[starts-with(name(), 'on')]")
        scripts = root.xpath("//script[not(@type='application/ld+json')]")
        assert all(script.get("src") and script.get("type") == "module" and not script.text for script in scripts)
        assert all(path.parent.name == "areas" for _ in scripts)
        assert not [a for a in root.xpath("//img/@src | //link/@href | //script/@src") if a.startswith("http")]


def test_every_local_area_has_its_page(release: Path) -> None:
    index = html.parse(str(release / "areas" / "index.html")).getroot()
    links = index.xpath("//tbody//th/a/@href")
    assert len(links) == len(set(links)) == 153
    assert {path.parent.name for path in (release / "areas").glob("*/index.html")} == {a.split("/")[0] for a in links}
    names = [link.text_content() for link in index.xpath("//tbody//th/a")]
    assert names == sorted(names, key=str.casefold)


def area(release: Path, slug: str) -> str:
    (main,) = html.parse(str(release / "areas" / slug / "index.html")).getroot().xpath("//main")
    return re.sub(r"\s+", " ", main.text_content())


def test_an_area_s_page_says_what_was_found_when_and_what_follows(release: Path) -> None:
    text = area(release, "bury")
    assert "inspected Bury from 12 February 2024 to 16 February 2024" in text
    assert "They concluded that failings are widespread and/or systemic" in text
    assert "The next full inspection: within approximately 3 years, so expected by about February 2027." in text
    assert "A monitoring inspection: within approximately 18 months, so expected by about November 2025." in text
    assert "does not judge any one school" in text
    report = html.parse(str(release / "areas" / "bury" / "index.html")).getroot().xpath("//main//a/@href")
    assert "https://files.ofsted.gov.uk/v1/file/50246030" in report


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_without_a_published_report_no_month_is_derived(tmp_path: Path) -> None:
    records, out = tmp_path / "records", tmp_path / "out"
    assert main(["records", "export", str(records)]) == 0
    path = records / "inspections.csv"
    content = path.read_text(encoding="utf-8")
    assert "E08000002,Bury,2024-02-12,2024-02-16,2024-05-07," in content
    path.write_text(content.replace("2024-02-16,2024-05-07,", "2024-02-16,,", 1), encoding="utf-8")
    assert main(["release", "build", "--records", str(records), "--as-at", "2024-12-31", "--out", str(out)]) == 0
    assert "A monitoring inspection: within approximately 18 months. The next full" in area(out, "bury")
    index = html.parse(str(out / "index.html")).getroot().text_content()
    assert "have all been published" not in index


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_a_report_left_out_of_an_area_that_has_ended_is_still_named(tmp_path: Path) -> None:
    records, out = tmp_path / "records", tmp_path / "out"
    assert main(["records", "export", str(records)]) == 0
    path = records / "local_areas.csv"
    content = path.read_text(encoding="utf-8")
    assert '"North East, Yorkshire and the Humber",,,,428029,' in content
    ended = content.replace('Humber",,,,428029,', 'Humber",,2024-12-15,,428029,', 1)
    path.write_text(ended, encoding="utf-8")
    build = ["release", "build", "--records", str(records), "--as-at", "2024-12-31", "--published-by", "2024-12-31"]
    assert main([*build, "--out", str(out)]) == 0
    quality = html.parse(str(out / "quality.html")).getroot().text_content()
    assert "E06000005: inspection E06000005-2024-11-25 is left out" in quality


def test_a_month_that_has_passed_is_told_in_the_past(built: Callable[[str], Path]) -> None:
    text = area(built("2026"), "nottinghamshire")
    assert "A monitoring inspection: within approximately 18 months, so it was expected by about November 2024." in text


def test_what_follows_is_that_of_the_framework_at_the_inspection(built: Callable[[str], Path]) -> None:
    text = area(built("2026"), "leeds")
    assert "A monitoring inspection: usually 18 months after the report, so expected about December 2027." in text


def test_an_area_not_yet_inspected_carries_no_outcome_of_a_predecessor(release: Path) -> None:
    text = area(release, "cumberland")
    assert "Cumberland had not had a full inspection under this framework by 31 December 2024." in text
    assert "Formed from" in text
    assert "Cumbria, on 1 April 2023" in text
    assert "are not carried over" in text


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_an_inspection_without_an_outcome_and_one_without_dates(built: Callable[[str], Path]) -> None:
    release = built("2025")
    assert "The outcome is not recorded here: the official report has it." in area(release, "slough")
    assert "on dates that are not recorded" in area(release, "cambridgeshire")
    assert "Whether the inspection had ended by 31 December 2025 is not established." in area(release, "thurrock")


def test_management_information_has_tables_and_no_commentary(built: Callable[[str], Path]) -> None:
    release = built("information")
    assert (release / "numbers.html").is_file()
    (main,) = html.parse(str(release / "index.html")).getroot().xpath("//main")
    assert len(main.xpath(".//table")) == 5
    assert "remaining" not in main.text_content()
    assert (release / "data" / "area-send-inspections.ods").is_file()


def test_the_reconciliation_explains_the_exchanged_headings_neutrally(release: Path) -> None:
    text = html.parse(str(release / "reconciliation.html")).getroot().text_content()
    assert "In the copy at hand, the headings of columns 1 and 3 stand exchanged" in text
    assert "No whole number of 54 gives 55% when rounded half up: 29 gives 54% and 30 gives 56%." in text
    assert "No whole number of 14 gives 35% when rounded half up: 4 gives 29% and 5 gives 36%." in text
    assert not re.search(r"\b(error|mistake|wrong|careless)", text)


def test_nobody_had_access_before_publication(release: Path) -> None:
    assert "Nobody had access" in html.parse(str(release / "pre-release-access.html")).getroot().text_content()


@pytest.mark.parametrize("build", ["2024", "2023", "2026", "findings"])
def test_addresses_of_lists_are_there_in_every_release(built: Callable[[str], Path], build: str) -> None:
    kinds = {path.parent.name for path in (built(build) / "areas" / "with").glob("*/index.html")}
    assert kinds == {
        "typically-positive",
        "inconsistent",
        "widespread-systemic-failings",
        "not-known",
        "not-yet-inspected",
    }
    assert len(list((built(build) / "areas" / "in").glob("*/index.html"))) == 8
