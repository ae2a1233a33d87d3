"""Ruling lines, in every way that producers draw them."""

from collections.abc import Callable

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas
from tests.unit.reports.pdf.drawn import HEIGHT, changed, drawn, of_content

from areasend.reports.pdf import Rule, open_pdf
from areasend.reports.pdf import ruling as module

# A table of two rows and two columns, in points from the upper left corner: 250 and 270 to 300 high, 72 to 200 to 500.
FLAT = [(72.0, y, 500.0) for y in (250.0, 270.0, 300.0)]
UPRIGHT = [(x, 250.0, 300.0) for x in (72.0, 200.0, 500.0)]


def rules(data: bytes) -> tuple[Rule, ...]:
    with open_pdf(data) as pdf:
        return pdf.pages[0].rules


def placed(found: tuple[Rule, ...]) -> tuple[list[tuple[float, ...]], list[tuple[float, ...]]]:
    """Where horizontal lines run at their middle, and upright ones."""
    flat = sorted({(rule.x0, (rule.top + rule.bottom) / 2, rule.x1) for rule in found if rule.horizontal})
    upright = sorted({((rule.x0 + rule.x1) / 2, rule.top, rule.bottom) for rule in found if not rule.horizontal})
    return [tuple(round(x, 1) for x in one) for one in flat], [tuple(round(x, 1) for x in one) for one in upright]


def as_lines(canvas: Canvas) -> None:
    for x0, y, x1 in FLAT:
        canvas.line(x0, HEIGHT - y, x1, HEIGHT - y)
    for x, top, bottom in UPRIGHT:
        canvas.line(x, HEIGHT - bottom, x, HEIGHT - top)


def as_thick_lines(canvas: Canvas) -> None:
    canvas.setLineWidth(4)
    as_lines(canvas)


def as_thin_rectangles(canvas: Canvas) -> None:
    """As Word draws them: half a point thick, filled."""
    for x0, y, x1 in FLAT:
        canvas.rect(x0, HEIGHT - y - 0.24, x1 - x0, 0.48, stroke=0, fill=1)
    for x, top, bottom in UPRIGHT:
        canvas.rect(x - 0.24, HEIGHT - bottom, 0.48, bottom - top, stroke=0, fill=1)


def as_rectangles_filled_at_once(canvas: Canvas) -> None:
    path = canvas.beginPath()
    for x0, y, x1 in FLAT:
        path.rect(x0, HEIGHT - y - 0.24, x1 - x0, 0.48)
    for x, top, bottom in UPRIGHT:
        path.rect(x - 0.24, HEIGHT - bottom, 0.48, bottom - top)
    canvas.drawPath(path, stroke=0, fill=1)


def as_one_path(canvas: Canvas) -> None:
    canvas.grid([x for x, _, _ in UPRIGHT], [HEIGHT - y for _, y, _ in FLAT])


def as_outlined_cells(canvas: Canvas) -> None:
    for left, right in ((72, 200), (200, 500)):
        for top, bottom in ((250, 270), (270, 300)):
            canvas.rect(left, HEIGHT - bottom, right - left, bottom - top)


def in_a_turned_space(canvas: Canvas) -> None:
    """The same place, reached by enlarging, moving and mirroring."""
    canvas.translate(10, HEIGHT - 20)
    canvas.scale(2, -2)
    for x0, y, x1 in FLAT:
        canvas.line((x0 - 10) / 2, (y - 20) / 2, (x1 - 10) / 2, (y - 20) / 2)
    for x, top, bottom in UPRIGHT:
        canvas.line((x - 10) / 2, (top - 20) / 2, (x - 10) / 2, (bottom - 20) / 2)


def in_a_form(canvas: Canvas) -> None:
    canvas.beginForm("inner")
    canvas.translate(-5, 7)
    as_lines(canvas)
    canvas.endForm()
    canvas.beginForm("outer")
    canvas.translate(-95, -207)
    canvas.doForm("inner")
    canvas.endForm()
    canvas.translate(100, 200)
    canvas.doForm("outer")


@pytest.mark.parametrize(
    "draw",
    [
        as_lines,
        as_thick_lines,
        as_thin_rectangles,
        as_rectangles_filled_at_once,
        as_one_path,
        as_outlined_cells,
        in_a_turned_space,
        in_a_form,
    ],
)
def test_a_table_has_the_same_lines_however_it_is_drawn(draw: Callable[[Canvas], None]) -> None:
    flat, upright = placed(rules(drawn(draw)))
    # A border drawn cell by cell comes in pieces; together they are as long.
    assert {y for _, y, _ in flat} == {250.0, 270.0, 300.0}
    assert {
        (min(x0 for x0, at, _ in flat if at == y), max(x1 for _, at, x1 in flat if at == y)) for _, y, _ in flat
    } == {(72.0, 500.0)}
    assert {x for x, _, _ in upright} == {72.0, 200.0, 500.0}
    assert {(min(top for _, top, _ in upright), max(bottom for _, _, bottom in upright))} == {(250.0, 300.0)}


@pytest.mark.parametrize(
    "draw",
    [
        lambda canvas: canvas.rect(72, 600, 300, 20, stroke=0, fill=1),  # a shaded heading
        lambda canvas: canvas.line(72, 600, 300, 700),  # a slanting line
        lambda canvas: canvas.line(72, 600, 76, 600),  # too short
        lambda canvas: canvas.circle(200, 600, 50),
        lambda canvas: canvas.circle(200, 600, 50, stroke=0, fill=1),
        lambda canvas: canvas.drawString(72, 600, "_" * 40),
        lambda canvas: canvas.clipPath(canvas.beginPath(), stroke=0, fill=0),
    ],
)
def test_what_is_no_line_is_left_out(draw: Callable[[Canvas], None]) -> None:
    assert rules(drawn(draw)) == ()


def test_what_is_not_painted_is_no_line() -> None:
    assert rules(of_content("72 600 300 0.5 re n")) == ()
    assert rules(of_content("72 600 300 0.5 re f")) == (Rule(72.0, 241.5, 372.0, 242.0),)


def test_the_straight_sides_of_a_rounded_outline_count() -> None:
    flat, upright = placed(rules(drawn(lambda canvas: canvas.roundRect(72, 600, 300, 100, 10))))
    assert flat == [(82.0, 142.0, 362.0), (82.0, 242.0, 362.0)]
    assert upright == [(72.0, 152.0, 232.0), (372.0, 152.0, 232.0)]


def test_lines_are_measured_from_the_corner_of_what_is_seen() -> None:
    def crop(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].CropBox = [50, 40, 550, 800]

    assert placed(rules(changed(drawn(lambda canvas: canvas.line(72, 600, 372, 600)), crop)))[0] == [
        (22.0, 200.0, 322.0)
    ]


def test_a_line_as_long_as_it_is_high_is_horizontal() -> None:
    assert Rule(0, 0, 2, 2).horizontal
    assert not Rule(0, 0, 2, 3).horizontal


def nested(depth: int) -> bytes:
    """A line inside so many forms."""

    def sheet(canvas: Canvas) -> None:
        canvas.beginForm("form0")
        canvas.line(72, 600, 372, 600)
        canvas.endForm()
        for number in range(1, depth):
            canvas.beginForm(f"form{number}")
            canvas.doForm(f"form{number - 1}")
            canvas.endForm()
        canvas.doForm(f"form{depth - 1}")

    return drawn(sheet)


def test_forms_are_followed_to_a_depth_that_has_an_end() -> None:
    assert placed(rules(nested(5)))[0] == [(72.0, 242.0, 372.0)]
    assert rules(nested(6)) == ()


def test_pictures_of_very_many_lines_are_read_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_OBJECTS", 3)
    monkeypatch.setattr(module, "_MOST_SEGMENTS", 8)
    lines = [f"72 {600 - 10 * number} m 372 {600 - 10 * number} l" for number in range(6)]
    assert len(rules(of_content("\n".join(f"{line} S" for line in lines)))) == 3
    # Two segments a line.
    assert len(rules(of_content("\n".join(lines) + " S"))) == 4


@given(
    st.lists(st.integers(20, 560), min_size=2, max_size=6, unique=True).map(sorted),
    st.lists(st.integers(20, 800), min_size=2, max_size=6, unique=True).map(sorted),
    st.sampled_from([0.25, 0.5, 1.0, 3.0]),
)
def test_any_grid_is_read_back(across: list[int], down: list[int], width: float) -> None:
    def sheet(canvas: Canvas) -> None:
        canvas.setLineWidth(width)
        canvas.grid(across, down)

    flat, upright = placed(rules(drawn(sheet)))
    # What is shorter than five points is no line.
    is_wide, is_high = across[-1] - across[0] >= 5, down[-1] - down[0] >= 5
    assert flat == (sorted((float(across[0]), HEIGHT - y, float(across[-1])) for y in down) if is_wide else [])
    assert upright == (sorted((float(x), HEIGHT - down[-1], HEIGHT - down[0]) for x in across) if is_high else [])
