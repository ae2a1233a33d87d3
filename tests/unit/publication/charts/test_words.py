"""What charts say: titles proved and short, subtitles with place and period, text alternatives (CH02, CH03, CH20)."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from tests.factories import population
from tests.generative.registers import DATES, registers
from tests.spec import manual
from tests.unit.publication.charts.reading import IDS, RELEASES, read

from areasend.publication.charts import Chart, charts
from areasend.publication.charts.drawing import text
from areasend.publication.release import UNOFFICIAL
from areasend.register import Register
from areasend.statistics import Counted, count_population, most_common_outcomes

AREAS = """
area    | region
Ashford | London
Barton  | London
Corby   | South West
Dover   | South West
"""


def by_id(counted: Counted) -> dict[str, Chart]:
    return {chart.id: chart for chart in charts(counted)}


def counted(inspections: str, **more: str) -> Counted:
    return count_population(manual.given(AREAS, inspections, **more))


def row(area: str, start: str, outcome: str, published: str = "-") -> str:
    return f"{area} | {start} | {published} | {outcome}\n"


HEAD = "area | start | published | outcome\n"


def require_well_worded(found: Chart, whole: Counted) -> None:
    assert len(found.title.split()) <= 15, found.title
    assert "England" in found.subtitle
    assert str(found.table.period) in found.subtitle
    assert found.alt
    assert len(found.alt) <= 220, found.alt
    assert found.alt != found.title
    assert not re.search(r"image of|chart of|picture of", found.alt, re.IGNORECASE)
    said = " ".join((found.title, found.subtitle, found.alt, *found.notes))
    assert not re.search(
        r"\b(best|worst|top|better|highest|lowest|rank\w*|target(?! and|,))\b", said.replace("not a target", "")
    )
    if not whole.claims.all_included:
        assert not re.search(r"\b(all|every (?!region with counted))\b", f"{found.title} {found.alt}", re.IGNORECASE)


@pytest.mark.parametrize("release", RELEASES)
def test_titles_subtitles_and_alternatives(release: str) -> None:
    whole = RELEASES[release]()
    found = charts(whole)
    assert tuple(chart.id for chart in found) == IDS
    assert [chart.number for chart in found] == [f"Figure {number}" for number in (1, 2, 4, 5, 6)]
    for chart in found:
        require_well_worded(chart, whole)


@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(records=registers(), as_at=DATES)
def test_whatever_is_recorded_is_well_worded(records: Register, as_at: date) -> None:
    whole = count_population(population(records, as_at))
    for chart in charts(whole):
        require_well_worded(chart, whole)


@pytest.mark.parametrize("release", RELEASES)
def test_every_number_in_words_is_a_figure_of_the_release(release: str) -> None:
    """But for dates, the 10 of the bands and the numbers of figures."""
    whole = RELEASES[release]()
    known = {figure.text for figure in whole.figures().values()}
    for chart in charts(whole):
        words = f"{chart.title}. {chart.alt}".replace("bands of 10", "").replace("band of 10", "")
        words = re.sub(r"\d+ (January|March|April|June|December) \d{4}|January 2023|in 20\d\d", "", words)
        assert set(re.findall(r"\d+(?:\.\d+)?", words)) <= known


def test_titles_of_the_release_of_2024() -> None:
    """15 of 28 and 26 of 54 were inconsistent, 54 of 153 areas inspected (docs/domain.md, section 9.3)."""
    found = by_id(RELEASES["2024-12-31"]())
    assert found["figure-1"].title == "15 of 28 inspections in 2024 found inconsistent experiences and outcomes"
    assert (
        found["figure-2"].title == "26 of 54 inspections since January 2023 found inconsistent experiences and outcomes"
    )
    assert found["figure-4"].title == (
        "Typically positive experiences and outcomes were found in every region with inspections"
    )
    assert found["areas-first-inspected"].title == "54 of 153 local areas had been inspected by 31 December 2024"
    assert found["working-days"].title == "Reports took a median of 43.5 working days to be published"


def test_a_provisional_release_speaks_of_what_is_counted() -> None:
    found = by_id(RELEASES["2026-06-30"]())
    assert found["figure-1"].title == "6 of 13 counted inspections in 2026 found inconsistent experiences and outcomes"
    assert found["figure-4"].title == "Each outcome was found in every region with counted inspections"
    assert found["areas-first-inspected"].title == (
        "93 of 153 local areas had an inspection with recorded dates by 30 June 2026"
    )
    assert found["working-days"].title.startswith("Counted reports took")
    assert all("Provisional and incomplete." in chart.download_svg for chart in found.values())


def test_one_inspection_is_one() -> None:
    found = by_id(RELEASES["one"]())
    assert (
        found["figure-2"].title
        == "1 of 1 inspection since January 2023 found typically positive experiences and outcomes"
    )


def test_where_nothing_is_counted_titles_say_so() -> None:
    assert [chart.title for chart in charts(RELEASES["2023-01-31"]())] == [
        "No inspection with a recorded outcome is counted in 2023",
        "No inspection with a recorded outcome is counted since January 2023",
        "No inspection with a recorded outcome is counted since January 2023",
        "No local area is counted as inspected by 31 January 2023",
        "No report with recorded dates is counted",
    ]


TWO = HEAD + row("Ashford", "2024-01-22", "positive") + row("Corby", "2024-01-22", "inconsistent")
EACH = TWO + row("Barton", "2024-01-22", "widespread")


@pytest.mark.parametrize(
    ("inspections", "title"),
    [
        (TWO, "Two outcomes were the most common in 2024: 1 each of 2 inspections"),
        (EACH, "Each outcome was found in 1 of 3 inspections in 2024"),
    ],
)
def test_outcomes_that_tie_are_not_told_apart(inspections: str, title: str) -> None:
    assert by_id(counted(inspections))["figure-1"].title == title


@pytest.mark.parametrize(
    ("inspections", "title"),
    [
        (TWO, "None of the outcomes was found in every region with inspections"),
        (
            TWO + row("Barton", "2024-01-22", "inconsistent"),
            "Inconsistent experiences and outcomes were found in every region with inspections",
        ),
        (
            TWO + row("Barton", "2024-01-22", "inconsistent") + row("Dover", "2024-01-22", "positive"),
            "Only widespread and/or systemic failings were not found in every region with inspections",
        ),
    ],
)
def test_outcomes_found_wherever_inspections_were(inspections: str, title: str) -> None:
    assert by_id(counted(inspections))["figure-4"].title == title


def test_a_partial_release_gives_the_areas_inspected_as_the_least() -> None:
    later = (
        HEAD
        + row("Ashford", "2024-01-22", "positive", "2024-03-04")
        + row("Barton", "2024-11-04", "positive", "2025-02-10")
    )
    found = by_id(counted(later, published_by="2024-12-31"))
    assert found["areas-first-inspected"].title == "At least 1 of 4 local areas had been inspected by 31 December 2024"


def test_the_most_common_outcomes_are_named_with_their_ties() -> None:
    assert most_common_outcomes(counted(HEAD).table("outcomes-in-year")) == ()
    assert most_common_outcomes(counted(TWO).table("outcomes-in-year")) == ("typically_positive", "inconsistent")
    more = TWO + row("Barton", "2024-01-22", "inconsistent")
    assert most_common_outcomes(counted(more).table("outcomes-since-2023")) == ("inconsistent",)


@pytest.mark.parametrize("chart_id", IDS)
def test_a_picture_that_travels_alone_says_what_it_is(chart_id: str) -> None:
    found = by_id(RELEASES["published by 2024-12-31"]())[chart_id]
    assert found.download_svg.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    said = " ".join(words.text for words in read(found.download_svg).words)
    for part in (
        found.subtitle,
        *found.notes,
        "As at 31 December 2024, counting reports published by 31 December 2024. Partial.",
        "Source: inspection reports of Ofsted and the Care Quality Commission.",
        UNOFFICIAL,
    ):
        assert part in said


def test_the_line_is_said_to_be_no_target() -> None:
    (note,) = by_id(RELEASES["2026-06-30"]())["areas-first-inspected"].notes
    assert note == "The line is the number of local areas. It is not a target, and nothing is projected."


def test_words_are_escaped() -> None:
    """No chart has such words today; a name of a region could."""
    assert (
        text("R & D <b>", 1, 2, label_of='a"b') == '<text x="1" y="2" data-label="a&quot;b">R &amp; D &lt;b&gt;</text>'
    )
