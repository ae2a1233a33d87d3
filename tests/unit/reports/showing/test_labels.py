"""What parts of a reading are called."""

import pytest

from areasend.reports import Origin
from areasend.reports.columns import INSPECTION_COLUMNS
from areasend.reports.showing.labels import (
    FIELD_LABELS,
    ORIGIN_LABELS,
    counted,
    field_label,
    form_counts,
    page_span,
    statement_label,
)


def test_every_column_has_a_name_of_its_own() -> None:
    assert INSPECTION_COLUMNS.keys() <= FIELD_LABELS.keys()
    assert len(set(FIELD_LABELS.values())) == len(FIELD_LABELS)


def test_what_has_no_name_keeps_its_key() -> None:
    assert field_label("section effective") == "section effective"
    assert field_label("outcome") == "Outcome"
    assert statement_label("other", 2) == "other 2"
    assert statement_label("apa", 1) == "Area for priority action 1"


def test_every_origin_but_the_report_itself_is_told() -> None:
    assert ORIGIN_LABELS.keys() == set(Origin) - {Origin.REPORT}


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ((), "no page"),
        ((3,), "page 3"),
        ((1, 2), "pages 1 to 2"),
        ((1, 3), "pages 1, 3"),
        ((2, 3, 4, 7, 9, 10), "pages 2 to 4, 7, 9 to 10"),
    ],
)
def test_pages_in_words(pages: tuple[int, ...], said: str) -> None:
    assert page_span(pages) == said


def test_numbers_with_their_nouns() -> None:
    assert counted(1, "page") == "1 page"
    assert counted(0, "page") == "0 pages"
    assert form_counts([("paragraph", 1), ("bullet", 4)]) == "1 paragraph, 4 bullets"
