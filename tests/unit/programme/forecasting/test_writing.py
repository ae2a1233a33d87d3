"""The files of a forecast: numbers alike in all of them, words that say what was assumed, no area named."""

import csv
import io
import re
from dataclasses import replace
from datetime import date

import pytest
from lxml import html
from tests.forecast_programmes import FRAMEWORK, programme, records

from areasend.programme import Kind
from areasend.programme.configuration.model import Limits, Pin, RegionLimit
from areasend.programme.forecasting import EndRow, Enough, Forecast, Interval, Settings, forecast_files, forecast_of
from areasend.programme.forecasting.writing.charts import chart_svg
from areasend.programme.forecasting.writing.tables import Series
from areasend.programme.forecasting.writing.words import assumptions, end_words, precedence_words, share_words

AS_AT, UNTIL = date(2024, 12, 31), date(2025, 12, 31)
PINNED = Pin(gss_code="E06000003", kind=Kind.FIRST_FULL, monday=date(2025, 6, 9))


@pytest.fixture(scope="module")
def found() -> Forecast:
    asked = programme(
        AS_AT,
        UNTIL,
        limits=Limits(full_per_week=1, full_per_month=4, full_per_year=30, per_week=3, per_month=9, per_year=60),
        region_limits=(RegionLimit(region="London", per_month=1),),
        pins=(PINNED,),
        is_assumed=("terms",),
    )
    settings = Settings(draws=50, seed=1, until=UNTIL)
    made = forecast_of(records(AS_AT), FRAMEWORK, asked, settings)
    end = EndRow(
        wordings=("by the end of 2025",),
        day=UNTIL,
        chance=0.124,
        left=Interval(1, 2, 3, 4, 5),
        overdue=Interval(6, 7, 8, 9, 10),
        enough=Enough(full_a_year=41, reached=0.9),
        all_in_time=Enough(full_a_year=46, reached=0.912),
    )
    return replace(made, ends=(end, *made.ends[1:]))


@pytest.fixture(scope="module")
def files(found: Forecast) -> dict[str, bytes]:
    return forecast_files(found, FRAMEWORK, version="0")


def rows(content: bytes) -> list[dict[str, str]]:
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))


def test_the_files_are_those_that_are_promised(files: dict[str, bytes]) -> None:
    assert sorted(files) == [
        "forecast-cycle-ends.csv",
        "forecast-mix.csv",
        "forecast-outcomes.csv",
        "forecast-terms.csv",
        "forecast.html",
        "forecast.txt",
    ]


def test_the_page_has_the_numbers_of_the_csv_files(found: Forecast, files: dict[str, bytes]) -> None:
    page = html.fromstring(files["forecast.html"].decode())
    shown = {
        (section.get("aria-labelledby"), row[0].text_content()): [cell.text_content() for cell in row[1:]]
        for section in page.iter("section")
        for table in section.iter("table")
        for row in table.find("tbody")
    }

    def span(low: str, high: str) -> str:
        return low if low == high else f"{low} to {high}"

    kinds = {
        "first full inspections": "first",
        "repeat full inspections": "repeat",
        "monitoring inspections": "monitoring",
    }
    checked = 0
    for row in rows(files["forecast-terms.csv"]):
        cells = shown[kinds[row["inspections"]], row["term"]]
        assert cells == [row["median"], span(row["low_50"], row["high_50"]), span(row["low_90"], row["high_90"])]
        checked += 1
    for row in rows(files["forecast-outcomes.csv"]):
        if row["outcome"] != "all":
            place = found.observed.outcomes.index(row["outcome"]) + 1
            cells = shown[f"outcome-{place}", row["year"]]
            assert cells == [row["median"], span(row["low_50"], row["high_50"]), span(row["low_90"], row["high_90"])]
            checked += 1
    assert checked == 3 * 3 + 3
    mix = rows(files["forecast-mix.csv"])
    assert len(mix) == 8 * 3
    assert sum(int(row["inspections_observed"]) for row in mix) == 54
    assert shown["mix", "London"][0] == "10"
    assert shown["in-short", "31 December 2025"] == ["in 12% of 50 draws", "1 to 5", "6 to 10", "41", "46"]
    assert shown["in-short", "31 August 2028"] == ["outside the forecast", "", "", "", ""]


def test_the_text_has_them_too(files: dict[str, bytes]) -> None:
    text = files["forecast.txt"].decode()
    assert max(map(len, text.splitlines())) <= 100
    for row in rows(files["forecast-terms.csv"]):
        assert re.search(rf"^{row['term']} +{row['median']} ", text, re.MULTILINE)
    assert "As at 31 December 2024, 99 of 153 local areas are without a full inspection" in text


def test_ends_of_the_cycle_are_written_with_three_decimals(files: dict[str, bytes]) -> None:
    first, *others = rows(files["forecast-cycle-ends.csv"])
    assert list(first.values()) == [
        "2025-12-31",
        "by the end of 2025",
        "0.124",
        *("1", "2", "3", "4", "5"),
        "41",
        "0.900",
        *("6", "7", "8", "9", "10"),
        "46",
        "0.912",
    ]
    assert [row["chance_all_first_inspected"] for row in others] == ["", ""]


def test_no_area_is_named_in_any_file(files: dict[str, bytes]) -> None:
    """A pinned area above all. Regions share words with areas: London is one, and no area is named so."""
    areas = records(AS_AT).existing_areas
    for name, content in files.items():
        text = content.decode()
        assert not re.search(r"E\d{8}", text), name
        assert [area.name for area in areas if re.search(rf"\b{re.escape(area.name)}\b", text)] == [], name
    assert b"2025-06-09" not in b"".join(files.values())
    assert b"9 June 2025" not in b"".join(files.values())


def test_what_is_assumed_is_said(found: Forecast) -> None:
    said = " ".join(assumptions(found, FRAMEWORK))
    assert "in the 54 recorded as at 31 December 2024 (14 “Typically positive”, 26 “Inconsistent”, 14" in said
    assert "Regions are partly pooled" in said
    assert "usually 18 months after the report" in said
    assert "the last is 2025-06" in said
    assert "41 to 145 days after the last day on site: one of the 54 spans" in said
    assert (
        "at most 1 full inspection a week, at most 4 full inspections a month, at most 30 full inspections a year, "
        "at most 3 inspections a week, at most 9 inspections a month, at most 60 inspections a year, "
        "at most 1 a month in London"
    ) in said
    assert "Assumed, because the programme does not say: terms." in said
    assert "1 pinned inspection," in said


def test_what_is_not_assumed_is_not_said(found: Forecast) -> None:
    plain = replace(
        found,
        settings=replace(found.settings, pooled=False),
        programme=programme(AS_AT, UNTIL, count=1, limits=Limits()),
    )
    said = " ".join(assumptions(plain, FRAMEWORK))
    assert "Regions are not pooled" in said
    assert "1 team," in said
    assert "no further limit" in said
    assert "pinned" not in said
    assert "Assumed" not in said


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.0, "in none of 1,000 draws"),
        (0.001, "in under 1% of 1,000 draws"),
        (0.005, "in 1% of 1,000 draws"),
        (0.5, "in 50% of 1,000 draws"),
        (0.994, "in 99% of 1,000 draws"),
        (0.996, "in over 99% of 1,000 draws"),
        (1.0, "in all of 1,000 draws"),
    ],
)
def test_a_share_is_never_all_or_nothing_where_some_draws_differ(share: float, said: str) -> None:
    assert share_words(share, 1000) == said


def test_an_end_says_what_would_do_or_that_nothing_does() -> None:
    none, some = Interval(0, 0, 0, 0, 0), Interval(1, 1, 2, 3, 3)
    nothing, forty, fifty = (Enough(full_a_year=number, reached=1.0) for number in (0, 40, 50))
    row = EndRow(
        wordings=("in 2027",),
        day=date(2027, 12, 31),
        chance=1.0,
        left=none,
        overdue=none,
        enough=nothing,
        all_in_time=nothing,
    )
    said = "By 31 December 2027 (“in 2027”) every area has its first inspection in all of 10 draws."
    assert end_words(row, 10) == (said,)
    assert end_words(replace(row, wordings=()), 10)[0].startswith("By 31 December 2027 every area")
    assert end_words(replace(row, overdue=some), 10)[0] == (
        f"{said} Repeat inspections past their day then: 2 (90% interval 1 to 3)."
    )
    assert end_words(replace(row, enough=None, all_in_time=None), 10)[1:] == (
        "No number of full inspections a year makes this 90% likely.",
    )
    first = (
        "40 full inspections a year at an even pace make it at least 90% likely (in all of 10 draws), with repeat "
        "inspections giving way to first ones."
    )
    for also, words in (
        (None, "No number makes it 90% likely that no repeat inspection is past its day then as well."),
        (forty, "With as many, no repeat inspection is past its day then either."),
        (
            fifty,
            "For no repeat inspection to be past its day then as well, it takes 50 a year (in all of 10 draws).",
        ),
    ):
        assert end_words(replace(row, enough=forty, all_in_time=also), 10)[1:] == (first, words)
    # Where none is left to do, repeats alone ask for a number.
    assert end_words(replace(row, all_in_time=fifty), 10)[1].endswith("it takes 50 a year (in all of 10 draws).")


def test_which_kind_gives_way_is_said_by_weight() -> None:
    plain = programme(AS_AT, UNTIL)
    assert (
        "as in a plan: first full inspections; then repeat full inspections and monitoring inspections."
        in precedence_words(plain)
    )
    alike = tuple((kind, 1) for kind, _ in plain.late_weights)
    assert precedence_words(replace(plain, late_weights=alike)).endswith("weighs lateness of all kinds alike.")


def test_a_chart_draws_each_interval_where_its_axis_says() -> None:
    chart = html.fromstring(
        chart_svg(Series("k", "A <title>", (("one", Interval(0, 2, 3, 5, 10)), ("two", Interval(1, 1, 1, 1, 1)))))
    )
    ticks = {text.text: float(text.get("x")) for text in chart.iter("text") if text.get("class") == "tick"}
    assert list(ticks) == ["0", "2", "4", "6", "8", "10"]
    per_unit = (ticks["10"] - ticks["0"]) / 10
    dots = [float(dot.get("cx")) for dot in chart.iter("circle")]
    assert dots == pytest.approx([ticks["0"] + 3 * per_unit, ticks["0"] + per_unit], abs=0.11)
    bars = [(float(bar.get("x")), float(bar.get("width"))) for bar in chart.iter("rect")]
    assert bars[0] == pytest.approx((ticks["2"], 3 * per_unit), abs=0.11)
    assert chart.find("title").text.startswith("A <title>:")


@pytest.mark.parametrize(
    ("highest", "ticks"), [(0, ["0", "1"]), (1, ["0", "1"]), (7, ["0", "2", "4", "6", "8"]), (9000, ["0", "9000"])]
)
def test_an_axis_holds_the_highest_value(highest: int, ticks: list[str]) -> None:
    one = Interval(0, 0, 0, 0, highest)
    chart = html.fromstring(chart_svg(Series("k", "t", (("one", one),), outcome=0)))
    assert [text.text for text in chart.iter("text") if text.get("class") == "tick"] == ticks
