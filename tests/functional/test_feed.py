"""The feed, the sitemap and the description of the data, each read by a reader that is not ours."""

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from lxml import html

from areasend.cli import main

CORRECTED = """
[release]
title = "Area SEND inspections"
publisher = "A team"
address = "https://send.example.org/statistics/"
published = 2025-06-26
version = 1
"""


def read(release: Path) -> feedparser.FeedParserDict:
    found = feedparser.parse((release / "feed.atom").read_bytes())
    assert not found.bozo
    return found


def test_the_feed_tells_of_the_release_and_of_newly_published_reports(release: Path) -> None:
    found = read(release)
    assert "unofficial build by areasend" in found.feed.subtitle
    titles = [entry.title for entry in found.entries]
    assert titles.count("Area SEND inspections and outcomes in England as at 31 December 2024") == 1
    reports = [entry for entry in found.entries if entry.title.startswith("Inspection report published: ")]
    # Warrington: inspected in November 2024, published on 3 February 2025 (facts/inspections.csv).
    assert len(reports) == 40
    bury = next(entry for entry in reports if entry.title.endswith(": Bury"))
    assert bury.updated == "2024-05-07T00:00:00+00:00"
    assert bury.link == "http://127.0.0.1:8000/areas/bury/index.html"
    assert "Outcome: Widespread and/or systemic failings." in bury.summary
    assert len({entry.id for entry in found.entries}) == len(found.entries)
    times = [entry.updated for entry in found.entries]
    assert times == sorted(times, reverse=True)


def test_addresses_are_those_of_the_place_where_it_is_served(tmp_path: Path) -> None:
    config, out = tmp_path / "release.toml", tmp_path / "out"
    config.write_text(CORRECTED, encoding="utf-8")
    assert main(["release", "build", "--as-at", "2024-12-31", "--config", str(config), "--out", str(out)]) == 0
    found = read(out)
    assert found.entries[0].link == "https://send.example.org/statistics/index.html"
    # 09:30 in London in summer.
    assert found.entries[0].updated == "2025-06-26T09:30:00+01:00"
    assert 'href="/statistics/index.html"' in (out / "404.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("build", ["2024", "2026", "information", "findings"])
def test_the_sitemap_lists_every_page(built: Callable[[str], Path], build: str) -> None:
    release = built(build)
    root = ElementTree.parse(release / "sitemap.xml").getroot()
    listed = [place.text for place in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    pages = {path.relative_to(release).as_posix() for path in release.rglob("*.html")} - {"404.html"}
    assert sorted(listed) == sorted(f"http://127.0.0.1:8000/{page}" for page in pages)


@pytest.mark.parametrize("page", ["index.html", "data.html"])
@pytest.mark.parametrize("build", ["2024", "2026", "information", "findings"])
def test_the_data_are_described_for_catalogues(built: Callable[[str], Path], build: str, page: str) -> None:
    release = built(build)
    (script,) = html.parse(str(release / page)).getroot().xpath("//script[@type='application/ld+json']")
    described = json.loads(script.text)
    assert (described["@context"], described["@type"]) == ("https://schema.org", "Dataset")
    assert "unofficial" in described["description"]
    assert described["spatialCoverage"]["name"] == "England"
    assert described["temporalCoverage"].startswith("2023-01-01/")
    assert "datePublished" not in described
    files = {download["contentUrl"].removeprefix("http://127.0.0.1:8000/") for download in described["distribution"]}
    assert all((release / file).is_file() for file in files)
    assert {f"data/{path.name}" for path in (release / "data").glob("*.csv")} <= files | {"data/changes.csv"}
