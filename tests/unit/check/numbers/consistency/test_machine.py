"""What is shown against what the page says to machines."""

import pytest
from tests.unit.check.numbers.building import Writer, said

from areasend.check.numbers.consistency.machine import machine_dates, machine_values
from areasend.check.numbers.documents.model import Mark, MarkKind
from areasend.check.numbers.results.model import Kind, Severity


def marked(text, shown, value, kind=MarkKind.VALUE):
    start = text.index(shown)
    return Writer().paragraph(text, marks=(Mark(kind, start, start + len(shown), value),))


@pytest.mark.parametrize(
    ("shown", "value"),
    [("15", "15"), ("26%", "26"), ("26%", "0.26"), ("26%", "0.2593"), ("1,234", "1234"), ("18.4", "18.4"),
     ("1.2 million", "1212000"), ("£5", "5")],
)  # fmt: skip
def test_the_same_value_is_supported(shown, value):
    found, supports = said(machine_values, marked(f"There were {shown} of them.", shown, value))
    assert (found, len(supports)) == ([], 1)


def test_another_value_is_an_error_with_both():
    (found,), _ = said(machine_values, marked("There were 15 visits.", "15", "14"))
    assert (found.kind, found.severity, found.expected, found.found) == (Kind.TWO_PLACES, Severity.ERROR, "14", "15")


@pytest.mark.parametrize(
    ("shown", "value"), [("15", "high"), ("visits", "14"), ("15 visits in all", "14"), ("15", "1e999999")]
)
def test_a_mark_that_is_no_number_or_shows_none_is_not_judged(shown, value):
    assert said(machine_values, marked("There were 15 visits in all.", shown, value)) == ([], [])


def test_a_day_is_held_against_the_date_for_machines():
    text = "Published on 31 December 2024 in London."
    assert said(machine_dates, marked(text, "31 December 2024", "2024-12-31", MarkKind.DATE)) == ([], [])
    assert said(machine_dates, marked(text, "31 December 2024", "2024-12-31T09:30:00Z", MarkKind.DATE)) == ([], [])
    (found,), _ = said(machine_dates, marked(text, "31 December 2024", "2024-12-30", MarkKind.DATE))
    assert (found.expected, found.found) == ("2024-12-30", "31 December 2024")
    for shown, value in (("London", "2024-12-30"), ("31 December 2024", "2024-12"), ("31 December 2024", "2024-13-30")):
        assert said(machine_dates, marked(text, shown, value, MarkKind.DATE)) == ([], [])
