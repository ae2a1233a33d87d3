"""A chart in a page: heading, subtitle, both sizes, notes, the table beside it, and its files to download."""

from importlib.resources import files
from pathlib import Path

import pytest
from lxml import html
from markupsafe import Markup
from tests.unit.publication.charts.reading import IDS, chart

from areasend.formats import page_environment
from areasend.publication.placing import with_times
from areasend.statistics import Figure

TEMPLATES = Path(str(files("areasend.publication") / "templates"))


def figure(chart_id: str, call: str = "c.figure(chart, place, table)") -> html.HtmlElement:
    environment = page_environment(TEMPLATES)
    environment.filters["times"] = with_times
    page = environment.from_string('{% import "chart.html.j2" as c %}{{ ' + call + " }}")
    found = chart("2024-12-31", chart_id)
    return html.fragment_fromstring(page.render(chart=found, place=place, table=Markup("<table></table>")))


def place(figure: Figure, root: str, *, text: str) -> Markup:
    return Markup('<a href="{0}numbers.html#{1}"><data value="{2}">{3}</data></a>').format(
        root, figure.id, figure.text, text
    )


@pytest.mark.parametrize("chart_id", IDS)
def test_a_figure_has_its_parts_in_their_order(chart_id: str) -> None:
    found, made = chart("2024-12-31", chart_id), figure(chart_id)
    assert made.get("id") == chart_id
    assert made.find("figcaption/h3").text_content() == f"{found.number}: {found.title}"
    assert made.find("figcaption/p").text_content() == found.subtitle
    classes = [svg.get("class") for svg in made.findall("div/svg")]
    assert classes == ["areasend-chart areasend-chart--wide", "areasend-chart areasend-chart--narrow"]
    assert [entry.tag for entry in made] == ["figcaption", "div", *(["p"] * len(found.notes)), "table", "p"]


def test_its_downloads_are_the_files_of_the_release() -> None:
    links = [link.get("href") for link in figure("figure-2").findall("p/a")]
    assert links == ["figures/figure-2.svg", "figures/figure-2.png", "data/outcomes-since-2023.csv"]


def test_a_number_in_the_heading_leads_to_its_figure() -> None:
    links = [link.get("href") for link in figure("figure-2").findall("figcaption/h3/a")]
    assert links == [
        "numbers.html#outcomes-since-2023.england.inconsistent",
        "numbers.html#outcomes-since-2023.england.total",
    ]


def test_the_heading_and_the_root_follow_the_page() -> None:
    made = figure("figure-2", 'c.figure(chart, place, level=2, root="../")')
    assert made.find("figcaption/h2") is not None
    assert all(link.get("href").startswith("../") for link in made.iter("a"))
    assert made.find("table") is None


def test_nothing_in_it_needs_a_script_or_a_style_of_its_own() -> None:
    text = html.tostring(figure("areas-first-inspected"), encoding="unicode")
    assert all(banned not in text for banned in ("<script", "<style", "style=", "onclick", "javascript:"))
