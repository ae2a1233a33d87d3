"""The charts of themes: titles that are proved and short, shares beside counts, none where the base is small."""

import pytest
from tests.factories import LAST_OF_2024
from tests.unit.publication.findings.made import counted_of

from areasend.framework import packaged_framework
from areasend.publication.charts import Chart, findings_charts
from areasend.register import packaged_register
from areasend.snapshot import freeze
from areasend.statistics import Counted, Population, count_findings

GOVERNANCE, BOTH = (["governance"], []), (["governance"], ["ehc_plans"])


@pytest.fixture(scope="module")
def packaged() -> Counted:
    framework = packaged_framework()
    return count_findings(
        Population(snapshot=freeze(packaged_register(), framework, as_at=LAST_OF_2024), framework=framework)
    )


def themes(counted: Counted, kind: str) -> Chart:
    (found,) = (chart for chart in findings_charts(counted) if chart.id == f"themes-{kind}")
    return found


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("afi", "The most common theme of areas for improvement stood in 37 of 54 inspections"),
        ("apa", "The most common theme of areas for priority action stood in 11 of 14 inspections"),
    ],
)
def test_the_title_says_what_is_proved(packaged: Counted, kind: str, title: str) -> None:
    chart = themes(packaged, kind)
    assert chart.title == title
    assert len(chart.title.split()) <= 15
    assert len(chart.alt) <= 220
    assert "England" in chart.subtitle
    assert any("not a finding of an inspectorate" in note for note in chart.notes)
    assert {bar.marks[0].label.partition(" ")[2][-2:] for bar in chart.drawing.bars} == {"%)"}


def test_titles_where_nothing_is_proved(packaged: Counted) -> None:
    assert themes(counted_of(GOVERNANCE, uncoded=1), "afi").title == (
        "Themes of areas for improvement, by number of inspections"
    )
    tied = counted_of((["governance", "ehc_plans"], []))
    assert (
        themes(tied, "afi").title == "The most common themes of areas for improvement each stood in 1 of 1 inspections"
    )
    assert themes(tied, "apa").title == "Themes of areas for priority action, by number of inspections"


def test_a_share_of_few_is_not_drawn() -> None:
    bars = themes(counted_of(BOTH, GOVERNANCE), "afi").drawing.bars
    assert bars[0].marks[0].label == "2"
    assert all("%" not in bar.marks[0].label for bar in bars)


def test_bars_stand_in_the_order_of_the_codebook(packaged: Counted) -> None:
    chart = themes(packaged, "afi")
    assert packaged.themes is not None
    assert [bar.label for bar in chart.drawing.bars] == [theme.name for theme in packaged.themes.codebook.themes]
    assert [chart.id for chart in findings_charts(packaged)] == ["figure-2", "themes-afi", "themes-apa"]
