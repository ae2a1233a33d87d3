"""What a release says of the one before: its changes, its corrections and the ledger of first appearances."""

import csv
import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html
from python_calamine import CalamineWorkbook
from tests.built_releases import SAMPLES, change
from tests.functional.test_release_diff import resign

from areasend.cli import main

Built = Callable[[str], Path]
Captured = pytest.CaptureFixture[str]
BUILD = ["release", "build", "--as-at", "2024-12-31"]


def root_of(path: Path) -> html.HtmlElement:
    return html.parse(str(path)).getroot()


def rows_of(release: Path, table: str) -> list[dict[str, str]]:
    with (release / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def revised_in(release: Path) -> set[str]:
    return {row["figure_id"] for row in rows_of(release, "observations") if row["revision"] == "[r]"}


def test_the_page_of_changes_has_the_known_numbers(built: Built) -> None:
    page = root_of(built("since-2023") / "changes.html")
    (table,) = page.xpath("//h3[@id='values-outcomes-since-2023']/following-sibling::div[1]/table")
    rows = [[cell.text_content() for cell in row.xpath("./th|./td")] for row in table.xpath("./tbody/tr")]
    assert [row[1:4] for row in rows] == [
        ["7", "14", "+7"],
        ["11", "26", "+15"],
        ["8", "14", "+6"],
        ["26", "54", "+28"],
        ["27%", "26%", "−1 percentage points"],
        ["42%", "48%", "+6 percentage points"],
        ["31%", "26%", "−5 percentage points"],
    ]
    assert rows[3][4] == "New inspection: 28 records"
    assert len(page.xpath("//h3[@id='records-new-inspection']/following-sibling::ul[1]/li")) == 28
    other = page.xpath("//h2[@id='other-period']/following-sibling::div[1]//tbody/tr")
    assert [[cell.text_content() for cell in row.xpath("./td")] for row in other] == [
        ["7", "7"],
        ["11", "15"],
        ["8", "6"],
        ["26", "28"],
    ]


def test_a_reason_leads_to_the_area(built: Built) -> None:
    page = root_of(built("since-2023") / "changes.html")
    addresses = set(page.xpath("//h3[@id='records-new-inspection']/following-sibling::ul[1]/li/a/@href"))
    assert "areas/wiltshire/index.html" in addresses
    assert len(addresses) == 28


def test_every_change_stands_on_the_page_or_is_said_to_be_in_the_csv(built: Built) -> None:
    release = built("since-2023")
    page = root_of(release / "changes.html")
    changed: dict[str, int] = {}
    for row in rows_of(release, "changes"):
        if row["change"] == "changed":
            changed[row["table_id"]] = changed.get(row["table_id"], 0) + 1
    shown = {
        heading.get("id").removeprefix("values-"): len(heading.xpath("./following-sibling::div[1]//tbody/tr"))
        for heading in page.xpath("//h3[starts-with(@id, 'values-')]")
    }
    rest = [
        int(item.text_content().rpartition(": ")[2])
        for item in page.xpath("//h3[@id='more']/following-sibling::ul[1]/li")
    ]
    assert all(changed[table] == number for table, number in shown.items())
    assert sum(shown.values()) + sum(rest) == sum(changed.values())
    assert shown.keys() >= {"outcomes-since-2023", "outcomes-by-region", "areas-by-latest-outcome", "coverage"}


def test_pages_stay_light(built: Built) -> None:
    for name in ("since-2023", "corrected"):
        for page in ("changes.html", "first-appearance.html"):
            assert (built(name) / page).stat().st_size <= 150_000, (name, page)


def test_many_changes_give_way_and_the_page_says_how_many(built: Built, tmp_path: Path) -> None:
    """From no inspection at all to three years of them, more changes than a page can hold."""
    old, new = tmp_path / "old", tmp_path / "new"
    assert main(["release", "build", "--as-at", "2023-04-01", "--out", str(old)]) == 0
    assert main(["release", "build", "--as-at", "2026-06-30", "--previous", str(old), "--out", str(new)]) == 0
    page = new / "changes.html"
    assert page.stat().st_size <= 150_000
    rest = root_of(page).xpath("//h3[@id='more']/following-sibling::ul[1]/li")
    assert rest
    assert (new / "first-appearance.html").stat().st_size <= 150_000


def test_the_previous_release_is_an_input(built: Built) -> None:
    release = built("since-2023")
    manifest = json.loads((release / "manifest.json").read_bytes())
    assert manifest["inputs"]["previous"] == sha256((built("2023") / "manifest.json").read_bytes()).hexdigest()
    assert {"changes.html", "data/changes.csv", "api/v1/changes.json"} <= manifest["files"].keys()
    index = json.loads((release / "api" / "v1" / "index.json").read_bytes())
    assert index["changes"] == "changes.json"


def test_without_a_previous_release_nothing_is_said_of_changes(release: Path) -> None:
    assert not (release / "changes.html").exists()
    assert not (release / "data" / "changes.csv").exists()
    assert "previous" not in json.loads((release / "manifest.json").read_bytes())["inputs"]
    for page in ("index.html", "data.html"):
        assert "changes." not in (release / page).read_text(encoding="utf-8")


def test_a_correction_marks_each_revised_figure_everywhere(built: Built) -> None:
    release = built("corrected")
    revised = {row["figure_id"] for row in rows_of(release, "changes") if row["change"] == "changed"}
    assert "outcomes-by-region.london.typically_positive" in revised
    assert "outcomes-by-region.london.total" not in revised
    assert revised_in(release) == revised
    figures = json.loads((release / "api" / "v1" / "figures.json").read_bytes())["figures"]
    assert {figure["id"] for figure in figures if figure["revised"]} == revised
    marked = 0
    for path in release.rglob("*.html"):
        for data in root_of(path).xpath("//main//data"):
            figure = data.getparent().get("href").partition("#")[2]
            behind = data.xpath("boolean(../following-sibling::*[1][self::span and @class='revised' and .='[r]'])")
            assert behind == (figure in revised), f"{path}: {figure}"
            marked += behind
    assert marked > len(revised)


def test_a_page_explains_the_shorthand_once_if_it_uses_it(built: Built) -> None:
    for path in built("corrected").rglob("*.html"):
        page = root_of(path)
        used = bool(page.xpath("//main//span[@class='revised']"))
        assert page.text_content().count("[r] revised: the value differs") == used, path


def test_the_note_stands_where_readers_look(built: Built) -> None:
    release = built("corrected")
    note = "The outcome of the inspection of Haringey was recorded wrongly. It is corrected here."
    for page in ("index.html", "changes.html"):
        text = root_of(release / page).text_content()
        assert f"Version 2, 10 July 2025: {note}" in text
    for name in ("figures", "index", "coverage", "changes"):
        head = json.loads((release / "api" / "v1" / f"{name}.json").read_bytes())
        assert head["version"] == 2
        assert head["corrections"] == [{"version": 2, "date": "2025-07-10", "note": note}]
    workbook = CalamineWorkbook.from_path(str(release / "data" / "area-send-inspections.ods"))
    cover = [row[0] for row in workbook.get_sheet_by_name("Cover").to_python()]
    assert f"Correction, version 2, 10 July 2025: {note}" in cover


def test_the_workbook_names_its_revised_cells_and_keeps_them_numbers(built: Built) -> None:
    release = built("corrected")
    revised = revised_in(release)
    workbook = CalamineWorkbook.from_path(str(release / "data" / "area-send-inspections.ods"))
    for table in sorted({figure.partition(".")[0] for figure in revised}):
        rows = workbook.get_sheet_by_name(table.replace("-", "_")).to_python()
        (line,) = [row[0] for row in rows if str(row[0]).startswith("Shorthand for corrected values: [r]")]
        named = line.partition("Cells revised in this version: ")[2].rstrip(".").replace(". ", ", ").split(", ")
        assert len(named) == sum(figure.startswith(f"{table}.") for figure in revised)
        for cell in named:
            letters, number = cell.rstrip("0123456789"), int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
            column = sum((ord(letter) - 64) * 26**place for place, letter in enumerate(reversed(letters))) - 1
            assert isinstance(rows[number - 1][column], float), f"{table}: {cell}"
    (line,) = [
        row[0] for row in workbook.get_sheet_by_name("outcomes_by_region").to_python() if "Cells revised" in str(row[0])
    ]
    # London is the third region, England the last row; outcomes stand in columns B and C.
    assert line.endswith("Cells revised in this version: B10, C10, B16, C16.")
    assert not any("[r]" in str(row[0]) for row in workbook.get_sheet_by_name("coverage").to_python())


def test_a_chart_says_that_it_draws_revised_values(built: Built) -> None:
    release = built("corrected")
    said = "This chart draws revised values [r]: its table says which."
    assert said in root_of(release / "index.html").text_content()
    assert said in (release / "figures" / "figure-1.svg").read_text(encoding="utf-8")
    assert said not in (release / "figures" / "working-days.svg").read_text(encoding="utf-8")


def test_another_release_has_changes_and_no_revisions(built: Built) -> None:
    assert revised_in(built("since-2023")) == set()
    assert "[r]" not in root_of(built("since-2023") / "index.html").text_content()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--config", "corrected.toml"), "corrects version 1, and --previous is not given"),
        (("--config", "corrected.toml", "--previous", "{2023}"), "corrects version 1 of itself"),
        (("--config", "corrected.toml", "--previous", "{corrected}"), "corrects version 1 of itself"),
        (("--config", "corrected.toml", "--previous", "{published-by}"), "corrects version 1 of itself"),
        (("--config", "corrected.toml", "--previous", "{information}"), "corrects version 1 of itself"),
        (("--previous", "{2024}"), "the same release as this one"),
        (("--previous", "{2025}"), "is as at 2025-12-31, later than 2024-12-31"),
        (("--previous", "/no/such"), "manifest.json: missing"),
    ],
)
def test_a_release_that_cannot_be_the_one_before_is_refused(
    built: Built, tmp_path: Path, capsys: Captured, arguments: tuple[str, ...], said: str
) -> None:
    places = {word: str(built(word[1:-1])) for word in arguments if word.startswith("{")}
    places["corrected.toml"] = str(SAMPLES / "corrected.toml")
    out = tmp_path / "out"
    assert main([*BUILD, *(places.get(word, word) for word in arguments), "--out", str(out)]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_declared_figure_that_is_not_counted_stops_the_build(built: Built, tmp_path: Path, capsys: Captured) -> None:
    config = tmp_path / "release.toml"
    text = (SAMPLES / "corrected.toml").read_text(encoding="utf-8")
    config.write_text(text.replace("coverage.england.inspected", "coverage.england.inspecte"), encoding="utf-8")
    build = [*BUILD, "--config", str(config), "--previous", str(built("first")), "--out", str(tmp_path / "out")]
    assert main(build) == 2
    assert "Did you mean coverage.england.inspected" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["release.toml"]


def test_the_ledger_names_what_was_public_before(built: Built) -> None:
    rows = rows_of(built("corrected"), "first-appearance")
    found = {(row["figure_id"], row["source"], row["value"], row["value_there"], row["result"]) for row in rows}
    printed = "another publication"
    # The main findings of the official release print 54 inspections, and their Figure 4 has two headings exchanged.
    assert ("outcomes-since-2023.england.total", printed, "54", "54", "agrees") in found
    assert ("outcomes-by-region.east-midlands.typically_positive", printed, "1", "4", "differs") in found
    assert ("coverage.england.inspected", "declared by the producer", "54", "[x]", "value not given") in found
    assert ("coverage.england.total", "an earlier release of this series", "153", "153", "agrees") not in found
    assert ("coverage.england.local_areas", "an earlier release of this series", "153", "153", "agrees") in found
    corrected = [row for row in rows if row["figure_id"] == "outcomes-by-region.london.typically_positive"]
    assert not any(row["source"] == "an earlier release of this series" for row in corrected)


def test_only_what_came_before_the_day_of_the_release_stands_in_its_ledger(built: Built) -> None:
    """The release of 26 June 2025 has the report of 6 June in its ledger, and not the findings of its own day."""
    rows = rows_of(built("first"), "first-appearance")
    assert {row["published"] for row in rows} == {"2025-06-06"}


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_the_first_place_stays_the_first(built: Built, tmp_path: Path) -> None:
    text = (SAMPLES / "corrected.toml").read_text(encoding="utf-8").replace("2025-07-10", "2025-07-24", 1)
    third = text.replace("version = 2\n\n", "version = 3\n\n", 1)
    third += '\n[[correction]]\nversion = 3\ndate = 2025-07-24\nnote = "Nothing but a word."\n'
    config = tmp_path / "third.toml"
    config.write_text(third, encoding="utf-8")
    out = tmp_path / "third"
    build = [*BUILD, "--config", str(config), "--previous", str(built("corrected")), "--out", str(out)]
    assert main(build) == 0
    series = [row for row in rows_of(out, "first-appearance") if row["source"] == "an earlier release of this series"]
    first = {row["published"] for row in series if row["figure_id"] == "coverage.england.local_areas"}
    assert first == {"2025-06-26"}
    london = [row for row in series if row["figure_id"] == "outcomes-by-region.london.typically_positive"]
    assert [(row["published"], row["value_there"]) for row in london] == [("2025-07-10", "3")]
    assert "version 2" in london[0]["publication"]
    assert revised_in(out) == set()


def test_a_ledger_that_areasend_did_not_write_is_refused(built: Built, tmp_path: Path, capsys: Captured) -> None:
    old = tmp_path / "old"
    shutil.copytree(built("first"), old)
    change(old / "data", "another publication", "somewhere", file="first-appearance.csv")
    resign(old)
    assert main([*BUILD, "--previous", str(old), "--out", str(tmp_path / "out")]) == 2
    assert "first-appearance.csv: not a ledger as areasend writes it" in capsys.readouterr().err


def test_the_page_of_first_appearances(built: Built) -> None:
    page = root_of(built("corrected") / "first-appearance.html")
    headings = [heading.text_content() for heading in page.xpath("//main/h2[starts-with(@id, 'publication-')]")]
    assert "A newsletter" in headings
    assert headings[-1] == "Area SEND inspections and outcomes in England as at 31 December 2024"
    shown = len(page.xpath("//main//tbody/tr"))
    rest = sum(int(text.split()[6]) for text in page.xpath("//p[starts-with(., 'This page cannot hold')]/text()"))
    assert shown + rest == len(rows_of(built("corrected"), "first-appearance"))


def test_a_release_with_nothing_public_before_says_so(built: Built) -> None:
    text = root_of(built("2023") / "first-appearance.html").text_content()
    assert "No figure of this release is recorded as having been public before." in text
