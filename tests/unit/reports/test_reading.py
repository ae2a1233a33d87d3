"""A reading: its fields by name, and what takes the place of what."""

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.readings import readings

from areasend.reports import Box, DocumentKind, FoundStatement, Origin, Place, Problem, Reading, Value

READING = Reading(file="a.pdf", sha256="0" * 64, document=DocumentKind.FULL_INSPECTION)


def value(field: str, text: str) -> Value:
    return Value(field=field, value=text)


def statement(*pages: int) -> FoundStatement:
    return FoundStatement(
        kind="afi",
        seq=1,
        responsible_body="",
        responsible_bodies=(),
        text="Leaders should act.",
        n_bullets=0,
        places=tuple(Place(page, "Leaders", Box(72.0, 88.8, 114.0, 102.8)) for page in pages),
    )


def test_a_statement_runs_from_its_first_page_to_its_last() -> None:
    assert (statement(6, 7).page_start, statement(6, 7).page_end) == (6, 7)
    assert (statement(6).page_start, statement(6).page_end) == (6, 6)
    # One that a person added stands on no page.
    assert (statement().page_start, statement().page_end) == (0, 0)


def test_a_field_that_the_reading_does_not_have_is_empty() -> None:
    assert READING.get("outcome") is None
    assert READING.text("outcome") == ""


def test_a_value_takes_the_place_of_its_field_s_and_of_no_other() -> None:
    reading = READING.with_values(value("pages", "9"), value("outcome", "[x]"))
    corrected = Value(field="outcome", value="inconsistent", origin=Origin.CORRECTION)
    changed = reading.with_values(corrected)
    assert changed.get("outcome") == corrected
    assert changed.text("pages") == "9"
    assert len(changed.values) == 2
    assert reading.text("outcome") == "[x]"


def test_problems_are_in_order_and_each_is_there_once() -> None:
    late = Problem(field="pages", page=3, expected="page number 3", found="page number 4")
    early = Problem(field="outcome", page=0, expected="an outcome", found="nothing")
    reading = READING.with_problems(late, early).with_problems(late)
    assert reading.problems == (early, late)


@given(readings, st.lists(st.builds(value, st.sampled_from("abc"), st.text()), unique_by=lambda one: one.field))
def test_what_was_given_is_what_is_there(reading: Reading, values: list[Value]) -> None:
    changed = reading.with_values(*values)
    for one in values:
        assert changed.get(one.field) == one
    given_fields = {one.field for one in values}
    assert [one for one in changed.values if one.field not in given_fields] == [
        one for one in reading.values if one.field not in given_fields
    ]
    assert changed.findings == reading.findings
