"""What is drawn is what the table says: each value once, at its length, in order, with its label (CH04, CH09, CH19).

The checker reads the picture and the rows of the table as text; that it catches what would go wrong is tested too.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.factories import INCONSISTENT, POSITIVE, WIDESPREAD
from tests.unit.publication.charts.reading import IDS, PICTURES, RELEASES, Box, Drawn, chart, picture, read

from areasend.publication.charts.selection import charts
from areasend.statistics import Counted, Figure, Row, Table

OUTCOMES = (POSITIVE, INCONSISTENT, WIDESPREAD)
# The rows and columns of its table that each chart draws, bar by bar: rows by their place, columns by their names.
DRAWS = {
    "figure-1": (slice(None), OUTCOMES),
    "figure-2": (slice(None), OUTCOMES),
    "figure-4": (slice(None, -1), OUTCOMES),
    "areas-first-inspected": (slice(None), ("cumulative",)),
    "working-days": (slice(None, -1), ("reports",)),
}


def expected(chart_id: str, table: Table) -> list[list[tuple[str, int]]]:
    """The figures that must be drawn, by bar, with the values that the table prints."""
    rows, columns = DRAWS[chart_id]
    keyed = list(zip(table.rows, table.text_rows(), strict=True))[rows]
    return [
        [(f"{table.id}.{row.key}.{column}", int(cells[table.heading.index(column)])) for column in columns]
        for row, cells in keyed
    ]


def faults(chart_id: str, drawn: Drawn, table: Table) -> Iterator[str]:
    """A line for each way in which a picture is not its table."""
    bars = expected(chart_id, table)
    values = dict(pair for bar in bars for pair in bar)
    yield from _presence(drawn, values)
    for mark in drawn.marks:
        if mark.value != values.get(mark.figure):
            yield f"{mark.figure} is drawn as {mark.value}, the table has {values.get(mark.figure)}"
        length = mark.down if chart_id == "areas-first-inspected" else mark.across
        if abs(length / mark.unit - mark.value) * mark.unit > 0.5:
            yield f"{mark.figure} is {length} long, which is {length / mark.unit} and not {mark.value}"
    marks = {mark.figure: mark for mark in drawn.marks}
    for bar in bars:
        yield from _place(chart_id, [marks[name] for name, value in bar if value and name in marks])
    yield from _labels(chart_id, drawn, values, table)
    if chart_id == "areas-first-inspected":
        yield from _line(drawn, table)


def _presence(drawn: Drawn, values: dict[str, int]) -> Iterator[str]:
    found = sorted(mark.figure for mark in drawn.marks)
    wanted = sorted(name for name, value in values.items() if value)
    if found != wanted:
        yield f"drawn are {set(found) - set(wanted)} too many and {set(wanted) - set(found)} too few"


def _place(chart_id: str, marks: list[Box]) -> Iterator[str]:
    """Each begins where the one before it ends, the first one at zero."""
    for place, mark in enumerate(marks):
        begins = mark.bottom if chart_id == "areas-first-inspected" else mark.x
        ends = marks[place - 1].right if place else mark.zero
        if abs(begins - ends) > 0.5:
            yield f"{mark.figure} begins at {begins} and not at {ends}"


def _labels(chart_id: str, drawn: Drawn, values: dict[str, int], table: Table) -> Iterator[str]:
    said = {label.label_of: label.text for label in drawn.labels}
    for name, value in values.items():
        shown = said.get(name)
        if shown is None:
            # Columns are labelled as far as there is room; the last of them always is.
            if value and (chart_id != "areas-first-inspected" or name == list(values)[-1]):
                yield f"{name} has no label"
            continue
        number, share = re.fullmatch(r"([\d,]+)(?: \((\d+)%\))?", shown).groups()  # type: ignore[union-attr]  # or it is none
        if number != f"{value:,}":
            yield f"{name} is labelled {shown} and is {value}"
        row, column = name.split(".")[1:]
        if share is not None and share != table.figure(row, f"{column}_pct").text:
            yield f"{name} is labelled {shown}, the share is {table.figure(row, f'{column}_pct').text}"


def _line(drawn: Drawn, table: Table) -> Iterator[str]:
    (line,) = (entry for entry in drawn.lines if entry.figure)
    wanted = table.figure(table.rows[-1].key, "local_areas")
    if (line.figure, str(line.value)) != (wanted.id, wanted.text):
        yield f"the line is {line.figure} of {line.value} and not {wanted.id} of {wanted.text}"
    if abs(line.zero - (line.y + line.down / 2) - line.value * line.unit) > 0.5:
        yield "the line is not at its value"


@pytest.mark.parametrize("kind", PICTURES)
@pytest.mark.parametrize("chart_id", IDS)
@pytest.mark.parametrize("release", RELEASES)
def test_drawn_values_are_those_of_the_table(release: str, chart_id: str, kind: str) -> None:
    found = chart(release, chart_id)
    assert found.table is RELEASES[release]().table(found.table.id)
    assert list(faults(chart_id, read(picture(found, kind)), found.table)) == []


def test_figure_1_of_2024_is_drawn_as_published() -> None:
    """7, 15 and 6 of 28 (docs/domain.md, section 9.3): a quarter, a little over half, and the rest of one bar."""
    marks = read(picture(chart("2024-12-31", "figure-1"), "wide")).marks
    whole = marks[-1].right - marks[0].x
    assert [round(28 * mark.across / whole, 2) for mark in marks] == [7, 15, 6]


def test_the_line_of_the_end_of_2024_stands_at_153_and_the_last_column_at_54() -> None:
    drawn = read(picture(chart("2024-12-31", "areas-first-inspected"), "wide"))
    (line,) = (entry for entry in drawn.lines if entry.figure)
    assert (line.value, drawn.marks[-1].value) == (153, 54)
    assert round((line.zero - line.y - 1) / drawn.marks[-1].down, 2) == round(153 / 54, 2)


@pytest.mark.parametrize("release", ["2024-12-31", "2026-06-30"])
@pytest.mark.parametrize("chart_id", ["figure-1", "figure-2", "figure-4"])
def test_the_base_stands_in_brackets_after_the_name_of_a_bar(release: str, chart_id: str) -> None:
    found = chart(release, chart_id)
    rows = list(found.table.text_rows())[DRAWS[chart_id][0]]
    total = found.table.heading.index("total")
    said = " ".join(words.text for words in read(picture(found, "narrow")).words)
    assert all(f"{row[0]} ({row[total]})" in said for row in rows)


@pytest.mark.parametrize(("release", "reports"), [("2024-12-31", 54), ("2023-01-31", 0)])
def test_the_number_of_reports_stands_in_brackets_over_their_bars(release: str, reports: int) -> None:
    assert read(picture(chart(release, "working-days"), "narrow")).key == (f"Reports ({reports})",)


def test_no_share_is_printed_of_fewer_than_10() -> None:
    """8 inspections by 1 April 2023; 54 by the end of 2024."""
    assert "%" not in picture(chart("2023-04-01", "figure-2"), "wide")
    assert "26 (48%)" in picture(chart("2024-12-31", "figure-2"), "wide")


# What would go wrong, made on purpose.


def swapped(table: Table) -> Table:
    """The records of columns 1 and 3 exchanged under their ids."""

    def row(entry: Row) -> Row:
        name, first, second, third, *rest = entry.cells
        assert isinstance(first, Figure)
        assert isinstance(third, Figure)
        one = replace(first, value=third.value, records=third.records)
        other = replace(third, value=first.value, records=first.records)
        return replace(entry, cells=(name, one, second, other, *rest))

    return replace(table, rows=tuple(map(row, table.rows)))


def with_table(of: Counted, table: Table) -> Counted:
    return replace(of, tables=tuple(table if entry.id == table.id else entry for entry in of.tables))


def test_two_columns_of_the_table_swapped_are_caught() -> None:
    release = RELEASES["2024-12-31"]()
    table = release.table("outcomes-by-region")
    (broken,) = (entry for entry in charts(with_table(release, swapped(table))) if entry.id == "figure-4")
    found = list(faults("figure-4", read(picture(broken, "wide")), table))
    assert f"{table.id}.east-midlands.{POSITIVE} is drawn as 4, the table has 1" in found


MARK = re.compile(
    r'<rect x="[\d.]+" y="[\d.]+" width="(?P<across>[\d.]+)" height="(?P<down>[\d.]+)"[^>]*data-figure[^>]*/>'
)


def first_mark(chart_id: str) -> tuple[str, re.Match[str]]:
    svg = picture(chart("2024-12-31", chart_id), "wide")
    found = MARK.search(svg)
    assert found is not None
    return svg, found


@pytest.mark.parametrize("chart_id", IDS)
def test_a_scaled_mark_is_caught(chart_id: str) -> None:
    svg, found = first_mark(chart_id)
    side = "down" if chart_id == "areas-first-inspected" else "across"
    start, end = found.span(side)
    longer = svg[:start] + str(float(found[side]) * 1.1) + svg[end:]
    table = chart("2024-12-31", chart_id).table
    assert any(" long, which is " in line for line in faults(chart_id, read(longer), table))


@pytest.mark.parametrize("chart_id", IDS)
def test_a_dropped_mark_is_caught(chart_id: str) -> None:
    svg, found = first_mark(chart_id)
    table = chart("2024-12-31", chart_id).table
    said = list(faults(chart_id, read(svg.replace(found[0], "")), table))
    assert any("too few" in line for line in said)


@pytest.mark.parametrize("chart_id", IDS)
def test_a_moved_mark_is_caught(chart_id: str) -> None:
    svg, found = first_mark(chart_id)
    x, y = (float(value) for value in re.findall(r' [xy]="([\d.]+)"', found[0]))
    moved = found[0].replace(f'x="{x:g}"', f'x="{x + 9:g}"').replace(f' y="{y:g}"', f' y="{y - 9:g}"')
    assert moved != found[0]
    table = chart("2024-12-31", chart_id).table
    assert any(" begins at " in line for line in faults(chart_id, read(svg.replace(found[0], moved)), table))


@pytest.mark.parametrize(
    ("chart_id", "right", "wrong"),
    [
        ("figure-1", ">15</text>", ">16</text>"),
        ("figure-2", ">26 (48%)</text>", ">26 (49%)</text>"),
        ("working-days", ">20</text>", ">2</text>"),
        ("areas-first-inspected", ">54</text>", ">45</text>"),
    ],
)
def test_a_wrong_label_is_caught(chart_id: str, right: str, wrong: str) -> None:
    found = chart("2024-12-31", chart_id)
    svg = picture(found, "wide")
    assert right in svg
    assert any(" is labelled " in line for line in faults(chart_id, read(svg.replace(right, wrong)), found.table))


def test_a_label_left_out_is_caught() -> None:
    found = chart("2024-12-31", "figure-1")
    without = re.sub(r"<text[^>]*data-label[^>]*>15</text>", "", picture(found, "wide"))
    assert list(faults("figure-1", read(without), found.table)) == [
        f"outcomes-in-year.england.{INCONSISTENT} has no label"
    ]


def test_a_line_at_another_height_is_caught() -> None:
    found = chart("2024-12-31", "areas-first-inspected")
    svg = picture(found, "wide")
    line = re.search(r'<line [^>]*y1="(?P<y>[\d.]+)"[^>]*data-figure[^>]*/>', svg)
    assert line is not None
    lower = line[0].replace(f'"{line["y"]}"', f'"{float(line["y"]) + 4:g}"')
    assert "the line is not at its value" in list(faults(found.id, read(svg.replace(line[0], lower)), found.table))
