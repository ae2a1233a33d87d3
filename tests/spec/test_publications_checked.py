"""The two official publications, checked: every contradiction that was found in them by hand, and nothing else.

What is expected was worked out by hand from ../shared/publications (docs/domain.md there lists its oddities).
"""

import json
from pathlib import Path
from typing import Any

import pytest

from areasend.cli import main

SHARED = Path(__file__).parents[3] / "shared" / "publications"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not on this machine")
STATISTICS, RESEARCH = SHARED / "main-findings-2024.txt", SHARED / "first-two-years.txt"
RECORDS = ("--as-at", "2024-12-31")


def checked(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    code = main(["check", *map(str, arguments), "--format", "json"])
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert code == int(any(entry["severity"] == "error" for entry in told["findings"]))
    return told


def lines(told: dict[str, Any], kind: str, severity: str = "error") -> list[int]:
    found = [entry for entry in told["findings"] if entry["kind"] == kind and entry["severity"] == severity]
    return sorted(entry["where"]["line"] for entry in found)


def errors(told: dict[str, Any]) -> list[tuple[str, int]]:
    found = [entry for entry in told["findings"] if entry["severity"] == "error"]
    return sorted((entry["kind"], entry["where"]["line"]) for entry in found)


def test_the_statistics_have_two_columns_exchanged_and_a_note_with_two_meanings(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = checked(capsys, STATISTICS, *RECORDS)
    assert errors(told) == [("exchanged-columns", 135), ("footnote", 33)]
    exchanged = next(entry for entry in told["findings"] if entry["kind"] == "exchanged-columns")
    assert "columns 1 and 3 stand exchanged" in exchanged["message"]
    assert told["numbers"] - told["quoted"] == 64
    assert told["verified"] >= 0.9 * 64
    assert told["contradicted"] == told["impossible"] == 0
    quoted = [(mark["text"], mark["line"]) for mark in told["marks"] if mark["status"] == "quoted"]
    assert quoted == [("576,000", 45), ("1.2 million", 45), ("18.4%", 45)]


def test_without_records_its_words_still_contradict_its_table(capsys: pytest.CaptureFixture[str]) -> None:
    told = checked(capsys, STATISTICS)
    assert errors(told) == [("exchanged-columns", 135), ("footnote", 33)]
    assert told["verified"] == 0


def test_the_research_has_percentages_that_no_count_gives(capsys: pytest.CaptureFixture[str]) -> None:
    told = checked(capsys, RESEARCH, *RECORDS)
    assert errors(told) == [
        ("fraction-two-ways", 182),
        ("impossible-percentage", 110),
        ("impossible-percentage", 182),
        ("impossible-percentage", 214),
        ("impossible-percentage", 220),
        ("quotation", 57),
    ]
    impossible = {
        entry["where"]["line"]: entry for entry in told["findings"] if entry["kind"] == "impossible-percentage"
    }
    assert impossible[110]["found"] == "55%"
    assert "30 of 54 gives 55%" in impossible[110]["computed"]
    assert impossible[182]["found"] == "35%"
    assert "5 of 14 gives 35%" in impossible[182]["computed"]
    two_ways = next(entry for entry in told["findings"] if entry["kind"] == "fraction-two-ways")
    assert {two_ways["expected"], two_ways["found"]} == {"36%", "35%"}
    assert told["impossible"] == 4
    assert told["contradicted"] == 0


def test_what_may_be_right_in_the_research_is_a_query(capsys: pytest.CaptureFixture[str]) -> None:
    told = checked(capsys, RESEARCH, *RECORDS)
    assert lines(told, "bounds", "query") == [83]
    bounds = next(entry for entry in told["findings"] if entry["kind"] == "bounds")
    assert bounds["expected"] == "66,000"
    assert lines(told, "name", "query") == [156, 188, 304]
    right = {(mark["text"], mark["line"]) for mark in told["marks"] if mark["status"] in ("verified", "consistent")}
    table = {("14", 68), ("26%", 68), ("26", 69), ("48%", 69), ("14", 70), ("26%", 70)}
    assert right >= table | {("93%", 57), ("8", 91), ("54", 223), ("12", 311), ("153", 202)}


def test_the_end_of_the_cycle_is_said_in_two_ways_where_both_are_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(checked(capsys, RESEARCH, *RECORDS), "date", "query") == []
    both = checked(capsys, STATISTICS, RESEARCH, *RECORDS)
    dates = [entry for entry in both["findings"] if entry["kind"] == "date"]
    assert [entry["severity"] for entry in dates] == ["query"]
    assert {"2027", "2027/28"} <= set(dates[0]["message"].replace("“", " ").replace("”", " ").replace(",", " ").split())
    assert lines(both, "two-files") == []
