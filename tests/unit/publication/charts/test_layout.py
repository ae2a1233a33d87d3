"""Whatever the counts are, labels stay legible: none leaves the picture, none lies on another (CH16)."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.publication.charts.reading import Drawn, read

from areasend.publication.charts.drawing import NARROW, WIDE, Sheet
from areasend.publication.charts.picture import Described, inline_svg
from areasend.publication.charts.shapes import Bar, Bars, Column, Columns, KeyEntry, Mark
from areasend.publication.palette import COUNT, LIMIT, LOOKS

settings.register_profile("layout", max_examples=150, deadline=None, derandomize=True)
often = settings(settings.get_profile("layout"))
# Counts of today, none at all, and a million times as many.
COUNTS = st.integers(0, 30) | st.sampled_from([0, 1, 153, 1000, 10**6]) | st.integers(0, 10**6)
NAMES = ("London", "North East, Yorkshire and the Humber", "England", "Overall (everywhere there is a place to name)")
OUTCOMES = tuple(LOOKS.values())[:3]
SHEETS = st.sampled_from([WIDE, NARROW])


@st.composite
def stacked(draw: st.DrawFn) -> Bars:
    rows = draw(st.lists(st.tuples(COUNTS, COUNTS, COUNTS), min_size=1, max_size=9))
    bars = []
    for place, values in enumerate(rows):
        whole = max(1, sum(values))
        marks = tuple(
            Mark(
                figure=f"t.{place}.{look.key}",
                value=value,
                label=f"{value:,}",
                look=look,
                longer=f"{value:,} ({100 * value // whole}%)",
            )
            for value, look in zip(values, OUTCOMES, strict=True)
        )
        bars.append(Bar(label=f"{NAMES[place % len(NAMES)]} ({sum(values):,})", marks=marks))
    return Bars(bars=tuple(bars), key=tuple(KeyEntry(label=f"Outcome {look.letter}", look=look) for look in OUTCOMES))


@st.composite
def plain(draw: st.DrawFn) -> Bars:
    values = draw(st.lists(COUNTS, min_size=1, max_size=12))
    label = draw(st.sampled_from(["More than 100", "London", NAMES[3]]))
    return Bars(
        bars=tuple(
            Bar(label=label, marks=(Mark(figure=f"t.{place}.c", value=value, label=f"{value:,}", look=COUNT),))
            for place, value in enumerate(values)
        )
    )


@st.composite
def rising(draw: st.DrawFn) -> Columns:
    values = sorted(draw(st.lists(COUNTS, min_size=1, max_size=40)))
    columns = tuple(
        Column(
            mark=Mark(figure=f"t.{place}.c", value=value, label=f"{value:,}", look=COUNT), group=str(2023 + place // 4)
        )
        for place, value in enumerate(values)
    )
    limit = values[-1] + draw(COUNTS)
    line = Mark(figure="t.l.l", value=limit, label=f"{limit:,}", look=LIMIT)
    return Columns(columns=columns, line=line, key=(KeyEntry(label="Areas inspected at least once", look=COUNT),))


def laid_out(drawing: Bars | Columns, sheet: Sheet) -> Drawn:
    return read(inline_svg(drawing, sheet, "p", Described(name="n", words="w"), "c"))


def require_legible(found: Drawn) -> None:
    for words in found.words:
        assert found.view.holds(words.box, slack=0.6), f"{words.text} leaves the picture"
    for one, other in combinations(found.words, 2):
        assert not one.box.meets(other.box), f"{one.text} lies on {other.text}"
    for box in found.boxes:
        assert found.view.holds(box)


@often
@given(drawing=stacked(), sheet=SHEETS)
def test_labels_of_stacked_bars(drawing: Bars, sheet: Sheet) -> None:
    found = laid_out(drawing, sheet)
    require_legible(found)
    drawn = [mark for bar in drawing.bars for mark in bar.marks if mark.value]
    assert sorted(label.label_of for label in found.labels) == sorted(mark.figure for mark in drawn)
    tops = sorted({mark.y for mark in found.marks})
    for one, other in pairwise(tops):
        thick = found.marks[0].down
        assert (other - one) % (thick + 1) or other - one > thick


@often
@given(drawing=stacked(), sheet=SHEETS)
def test_labels_stand_in_the_order_of_their_marks(drawing: Bars, sheet: Sheet) -> None:
    labels = {label.label_of: label.box for label in laid_out(drawing, sheet).labels}
    for bar in drawing.bars:
        beside = [labels[mark.figure] for mark in bar.marks if mark.value]
        for one, other in combinations(beside, 2):
            assert one.y != other.y or one.right < other.x


@often
@given(drawing=plain(), sheet=SHEETS)
def test_labels_of_plain_bars(drawing: Bars, sheet: Sheet) -> None:
    found = laid_out(drawing, sheet)
    require_legible(found)
    assert len(found.labels) == len(drawing.bars)


@often
@given(drawing=rising(), sheet=SHEETS)
def test_labels_of_columns(drawing: Columns, sheet: Sheet) -> None:
    found = laid_out(drawing, sheet)
    require_legible(found)
    for label in found.labels:
        others = [mark for mark in found.marks if mark.figure != label.label_of]
        assert not any(mark.meets(label.box) for mark in others), f"{label.text} stands on another column"


@pytest.mark.parametrize("sheet", [WIDE, NARROW], ids=["wide", "narrow"])
def test_every_group_of_eight_years_is_not_named_twice_in_one_place(sheet: Sheet) -> None:
    """8 years and a quarter: names without room are left out, the others stand apart."""
    columns = tuple(
        Column(mark=Mark(figure=f"t.{n}.c", value=n, label=str(n), look=COUNT), group=str(2023 + n // 4))
        for n in range(33)
    )
    line = Mark(figure="t.l.l", value=153, label="153", look=LIMIT)
    found = laid_out(Columns(columns=columns, line=line, key=()), sheet)
    require_legible(found)
    years = [words.text for words in found.words if words.text.startswith("20") and len(words.text) == 4]
    assert years[0] == "2023"
    assert len(years) == len(set(years))


def test_a_mark_too_short_for_its_label_has_it_beneath() -> None:
    marks = tuple(
        Mark(figure=f"t.r.{n}", value=value, label=f"{value:,}", look=look)
        for n, (value, look) in enumerate(zip((1, 1, 998), OUTCOMES, strict=True))
    )
    found = laid_out(Bars(bars=(Bar(label="England (1,000)", marks=marks),)), WIDE)
    beneath = [label.text for label in found.labels if label.box.y > found.marks[0].bottom]
    assert beneath == ["1", "1"]


def test_nothing_to_draw_is_drawn_as_nothing_and_named() -> None:
    marks = tuple(Mark(figure=f"t.r.{look.key}", value=0, label="0", look=look) for look in OUTCOMES)
    found = laid_out(Bars(bars=(Bar(label="London (0)", marks=marks),)), WIDE)
    assert found.marks == ()
    assert [words.text for words in found.words] == ["London (0)"]
