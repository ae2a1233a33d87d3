"""Bullets that are drawn as figures: which figure stands before which words."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.unit.reports.pdf.drawn import HEIGHT, drawn

from areasend.reports.pdf import Rule, Word, open_pdf
from areasend.reports.pdf.drawn_bullets import with_bullets

WORDS = [Word(text, x, x + 30, 100.0, 14.0, int(x)) for text, x in (("Body", 72.0), ("Leaders", 300.0), ("act", 340.0))]


def texts(*figures: Rule) -> list[str]:
    return [word.text for word in with_bullets(WORDS, figures)]


def disc(x: float, y: float = 96.0) -> Rule:
    return Rule(x - 2, y - 2, x + 2, y + 2)


def test_a_figure_before_a_column_s_words_is_a_bullet() -> None:
    assert texts() == ["Body", "Leaders", "act"]
    assert texts(disc(60)) == ["•", "Body", "Leaders", "act"]
    assert texts(disc(60), disc(288)) == ["•", "Body", "•", "Leaders", "act"]
    assert with_bullets(WORDS, [disc(60)])[0][1:4] == (58.0, 62.0, 100.0)


@pytest.mark.parametrize("figure", [disc(30), disc(60, 80), disc(60, 104), disc(80), disc(310), disc(372)])
def test_what_stands_elsewhere_is_none(figure: Rule) -> None:
    assert texts(figure) == ["Body", "Leaders", "act"]


def sheet(figure: Callable[[Canvas], object]) -> list[tuple[str, float, list[str]]]:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Leaders know")
        canvas.drawString(72, 686, "their area.")
        figure(canvas)

    with open_pdf(drawn(page)) as pdf:
        pdf.pages[0].see_drawn_bullets()
        return [
            (line.text, round(line.x0, 1), [word.text for word in line.words])
            for line in pdf.pages[0].lines
            if line.y < HEIGHT - 690
        ]


@pytest.mark.parametrize(
    "figure",
    [
        lambda canvas: canvas.circle(62, 704, 2, stroke=0, fill=1),
        lambda canvas: canvas.circle(62, 704, 2, stroke=1, fill=0),
        lambda canvas: canvas.rect(60, 702, 4, 4, stroke=0, fill=1),
    ],
)
def test_discs_circles_and_squares(figure: Callable[[Canvas], object]) -> None:
    ((text, x0, words),) = sheet(figure)
    assert text == "• Leaders know"
    assert x0 == pytest.approx(60, abs=1.1)
    assert words == ["•", "Leaders", "know"]


@pytest.mark.parametrize(
    "figure",
    [
        lambda canvas: canvas.rect(40, 695, 22, 22, stroke=0, fill=1),
        lambda canvas: canvas.rect(60, 703.5, 0.5, 0.5, stroke=0, fill=1),
        lambda canvas: canvas.rect(56, 703, 8, 2, stroke=0, fill=1),
        lambda canvas: None,
    ],
)
def test_other_figures(figure: Callable[[Canvas], object]) -> None:
    assert sheet(figure) == [("Leaders know", 72.0, ["Leaders", "know"])]
