"""A reading in short: order, numbers, quotations, counts."""

from tests.shown_readings import passage, place, small_reading, value

from areasend.reports import DocumentKind, Origin, Reading, Value
from areasend.reports.showing.in_short import fields_in_short, findings_in_short, sections_in_short


def reading(*values: Value) -> Reading:
    return Reading(file="a.pdf", sha256="", document=DocumentKind.FULL_INSPECTION, values=values)


def test_fields_stand_in_the_order_of_the_columns_and_others_after_them() -> None:
    found = fields_in_short(
        reading(value("title_name", "A"), value("something_else", "B"), value("outcome", "C"), value("sha256", "D"))
    )
    assert [field.field for field in found] == ["outcome", "title_name", "something_else"]


def test_only_what_stands_on_words_has_a_number() -> None:
    numbers = {field.field: field.number for field in fields_in_short(small_reading())}
    assert [name for name, number in numbers.items() if number] == [
        "inspection_start",
        "inspection_end",
        "outcome",
        "title_name",
        "footer_dates",
    ]
    # Both days are read from the same words, which have one number.
    assert list(filter(None, numbers.values())) == [1, 1, 2, 3, 4]


def quotations(*places: tuple[str, int, float]) -> list[tuple[str, tuple[int, ...]]]:
    (field,) = fields_in_short(reading(value("outcome", "x", *(place(*found) for found in places))))
    return [(quotation.words, quotation.pages) for quotation in field.quotations]


def test_lines_that_follow_each_other_are_one_quotation() -> None:
    assert quotations(("one", 1, 100), ("two", 1, 115), ("three", 1, 130)) == [("one two three", (1,))]


def test_words_further_apart_are_two() -> None:
    assert quotations(("one", 1, 100), ("two", 1, 140)) == [("one", (1,)), ("two", (1,))]
    assert quotations(("one", 1, 100), ("two", 1, 100)) == [("one", (1,)), ("two", (1,))]
    assert quotations(("one", 1, 830), ("two", 2, 840)) == [("one", (1,)), ("two", (2,))]


def test_the_same_words_are_quoted_once_with_all_their_pages() -> None:
    assert quotations(("footer", 2, 800), ("footer", 3, 800), ("other", 4, 800), ("footer", 5, 800)) == [
        ("footer", (2, 3, 5)),
        ("other", (4,)),
    ]


def test_where_a_value_comes_from_is_said_unless_words_say_it() -> None:
    found = fields_in_short(
        reading(
            value("gss_code", "E1", origin=Origin.REGISTER),
            value("inspection_start", "2024-01-15", place("15 January")),
            value("previous_revisit", ""),
            value("publication_date", "[x]"),
            value("outcome", "inconsistent", place("systemic"), origin=Origin.CORRECTION),
            value("pages", "9"),
        )
    )
    assert {field.field: field.source for field in found} == {
        "gss_code": "from the register",
        "inspection_start": "",
        "previous_revisit": "",
        "publication_date": "not found",
        "outcome": "corrected by a person",
        "pages": "the report as a whole",
    }
    assert [field.field for field in found if field.missing] == ["publication_date"]
    assert [field.shown for field in found if field.field == "previous_revisit"] == ["–"]


def test_words_that_name_the_area_are_quoted_once_for_all_that_the_register_has_of_it() -> None:
    named = place("Anywhere Local Area Partnership")
    found = fields_in_short(
        reading(
            value("gss_code", "E1", named, origin=Origin.REGISTER),
            value("local_area", "Anywhere", named, origin=Origin.REGISTER),
            value("title_name", "Anywhere Local Area Partnership", named),
        )
    )
    assert [(field.field, field.number, len(field.quotations)) for field in found] == [
        ("gss_code", 1, 1),
        ("local_area", 1, 0),
        ("title_name", 1, 1),
    ]


def test_a_date_of_publication_may_be_given_later() -> None:
    missing = [value("outcome", "[x]"), value("publication_date", "[x]", origin=Origin.DATES)]
    assert [(field.source, field.doubtful) for field in fields_in_short(reading(*missing))] == [
        ("none was given", False),
        ("not found", True),
    ]


def test_a_field_knows_its_problems() -> None:
    troubled = [field.field for field in fields_in_short(small_reading()) if field.problems]
    assert troubled == ["outcome"]


def test_findings_keep_their_order_and_their_lines() -> None:
    first, second = findings_in_short(small_reading())
    assert (first.sign, first.label, first.pages) == ("APA 1", "Area for priority action 1", (2, 3))
    assert first.lines == ("Leaders should act now:", "• on this", "• on that.")
    assert (second.sign, second.number, second.bodies) == ("AFI 1", 2, ())


def test_sections_are_counted_by_form() -> None:
    made = Reading(
        file="a.pdf",
        sha256="",
        document=DocumentKind.FULL_INSPECTION,
        passages=(
            passage("b", 1, "paragraph", "1", place("1", 1)),
            passage("a", 1, "bullet", "2", place("2", 2), leadership="New."),
            passage("a", 2, "bullet", "3", place("3", 2), place("4", 3)),
            passage("b", 2, "bullet", "5", place("5", 4)),
        ),
    )
    first, second = sections_in_short(made)
    assert (first.sign, first.heading, first.forms, first.pages) == (
        "S 1",
        "About b",
        (("paragraph", 1), ("bullet", 1)),
        (1, 4),
    )
    assert (second.forms, second.pages, second.leadership) == ((("bullet", 2),), (2, 3), ("New.",))
