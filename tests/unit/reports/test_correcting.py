"""A person's corrections applied to readings: each where the reader still reads what the person saw."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import area, day, register
from tests.readings import document_hash, reading_of

from areasend.formats import csv_text
from areasend.framework import packaged_framework
from areasend.reports import (
    CORRECTIONS,
    NOT_FOUND,
    Box,
    Corrections,
    DocumentKind,
    Origin,
    Place,
    Problem,
    PublicationDates,
    Value,
    corrected,
    read_corrections,
    reading_from_json,
    reading_to_json,
)
from areasend.reports.settling import settled

BURY, LEEDS = area(1, name="Bury"), area(2, name="Leeds")
REGISTER = register([BURY, LEEDS])
FILE = "bury.pdf"
READING = reading_of(BURY, "2024-02-12", file=FILE, title_name="Bury", pages="8")
WORDS = [statement.text for statement in READING.findings]


def corrections(*rows, file=FILE):
    cells = [(document_hash(file), file, *row, "seen", "2026-11-22") for row in rows]
    return read_corrections(csv_text(CORRECTIONS.heading, cells).encode())


def under(reading, *rows):
    return corrected(reading, corrections(*rows), register=REGISTER)


def doubting(*fields, of=READING):
    """The reading with a problem in each of the fields."""
    return of.with_problems(*(Problem(field=name, page=1, expected="a", found="b") for name in fields))


def problems(reading):
    return [(problem.field, problem.expected, problem.found) for problem in reading.problems]


def texts(reading, kind="afi"):
    found = [statement for statement in reading.findings if statement.kind == kind]
    assert [statement.seq for statement in found] == list(range(1, len(found) + 1))
    return [statement.text for statement in found]


def test_a_value_that_was_not_read_is_filled_in_and_its_problem_is_over():
    unread = doubting("outcome", "footer_dates", of=READING.with_values(Value(field="outcome", value=NOT_FOUND)))
    found = under(unread, ("outcome", "[x]", "typically_positive"))
    assert found.get("outcome") == Value(field="outcome", value="typically_positive", origin=Origin.CORRECTION)
    assert [problem.field for problem in found.problems] == ["footer_dates"]


@pytest.mark.parametrize("read", ["", "[x]"])
@pytest.mark.parametrize("now", ["", "[x]"])
def test_nothing_read_is_nothing_however_it_is_written(read, now):
    reading = READING.with_values(Value(field="previous_revisit", value=now))
    assert under(reading, ("previous_revisit", read, "2020-03-24")).text("previous_revisit") == "2020-03-24"


def test_a_corrected_value_keeps_the_words_that_it_was_read_from():
    place = Place(1, "Leeds", Box(1, 2, 3, 4))
    reading = READING.with_values(Value(field="title_name", value="Leeds", places=(place,)))
    assert under(reading, ("title_name", "Leeds", "Bury")).get("title_name").places == (place,)


def test_a_correction_of_something_else_is_stale_and_is_not_applied():
    place = Place(2, "Bury", Box(1, 2, 3, 4))
    reading = READING.with_values(Value(field="title_name", value="Bury", places=(place,)))
    found = under(doubting("title_name", of=reading), ("title_name", "Leeds", "York"))
    assert found.get("title_name") == reading.get("title_name")
    (stale,) = set(found.problems) - set(doubting("title_name").problems)
    assert stale == Problem(field="title_name", page=2, expected="as when it was corrected: Leeds", found="Bury")
    assert ("title_name", "a", "b") in problems(found)


def test_a_correction_that_the_reader_has_caught_up_with_changes_nothing():
    found = under(doubting("title_name"), ("title_name", "Leeds", "Bury"))
    assert (found.get("title_name"), found.problems) == (READING.get("title_name"), ())


def test_what_was_read_can_be_confirmed():
    found = under(doubting("title_name", "pages"), ("title_name", "Bury", "Bury"), ("pages", "8", "8"))
    assert (found.text("title_name"), found.get("title_name").origin) == ("Bury", Origin.CORRECTION)
    assert found.problems == ()


def test_a_corrected_area_brings_what_the_register_says_of_it():
    found = under(READING, ("gss_code", BURY.gss_code, LEEDS.gss_code))
    names = ("gss_code", "local_area", "urn", "la_code", "ofsted_region", "ons_region", "inspection_id")
    assert [found.text(name) for name in names] == [
        LEEDS.gss_code,
        "Leeds",
        LEEDS.ofsted_urn,
        LEEDS.dfe_la_code,
        "London",
        "London",
        f"{LEEDS.gss_code}-2024-02-12",
    ]
    assert found.get("local_area").origin is Origin.REGISTER


def test_a_corrected_area_settles_what_was_doubted_of_it():
    doubts = doubting("gss_code", "local_area", "title_name", "inspection_start")
    found = under(doubts, ("gss_code", BURY.gss_code, LEEDS.gss_code))
    assert [problem.field for problem in found.problems] == ["inspection_start"]


def test_an_area_is_found_anew_by_a_corrected_name():
    """The title page was read as Leeds; the authority, which was not read, does not gainsay Bury."""
    misread = reading_of(LEEDS, "2024-02-12", file=FILE, title_name="Leads", local_authority=NOT_FOUND)
    found = under(
        doubting("gss_code", "title_name", of=misread), ("title_name", "Leads", "Bury Local Area Partnership")
    )
    assert [found.text(name) for name in ("gss_code", "local_area", "inspection_id")] == [
        BURY.gss_code,
        "Bury",
        f"{BURY.gss_code}-2024-02-12",
    ]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("name", "code", "told"),
    [
        ("Leeds", NOT_FOUND, "Leeds / Bury Council: the title page and the details table name different areas"),
        ("York", BURY.gss_code, "no area's name: York"),
    ],
)
def test_an_area_that_corrected_names_leave_open_is_a_problem(name, code, told):
    misread = reading_of(BURY, "2024-02-12", file=FILE, title_name="Berry", local_authority="Bury Council")
    found = under(doubting("gss_code", of=misread), ("title_name", "Berry", name))
    (problem,) = found.problems
    assert (problem.field, found.text("gss_code")) == ("gss_code", code)
    assert problem.found.startswith(told)
    assert (found.text("local_area"), found.text("inspection_id")) == (
        ("Bury", f"{BURY.gss_code}-2024-02-12") if code == BURY.gss_code else (NOT_FOUND, NOT_FOUND)
    )


def test_a_given_area_counts_more_than_corrected_names():
    misread = reading_of(LEEDS, "2024-02-12", file=FILE, title_name="Leads", local_authority=NOT_FOUND)
    found = under(misread, ("title_name", "Leads", "Bury"), ("gss_code", LEEDS.gss_code, LEEDS.gss_code))
    assert (found.text("gss_code"), found.text("local_area"), found.problems) == (LEEDS.gss_code, "Leeds", ())


def test_an_area_that_the_register_does_not_have_is_a_problem():
    found = under(READING, ("gss_code", BURY.gss_code, "E06009999"))
    assert problems(found) == [("gss_code", "a local area of the register", "E06009999")]
    unknown = under(READING, ("gss_code", BURY.gss_code, ""))
    assert problems(unknown) == [("gss_code", "a local area of the register", NOT_FOUND)]
    assert unknown.text("inspection_id") == NOT_FOUND


def test_a_corrected_first_day_is_that_of_the_inspection_s_id():
    assert under(READING, ("inspection_start", "2024-02-12", "2024-02-13")).text("inspection_id") == (
        f"{BURY.gss_code}-2024-02-13"
    )
    assert under(READING, ("inspection_start", "2024-02-12", "[x]")).text("inspection_id") == NOT_FOUND


def test_the_packaged_register_serves_where_none_is_given():
    found = corrected(READING, corrections(("gss_code", BURY.gss_code, "E10000024")))
    assert found.text("local_area") == "Nottinghamshire"


def test_a_reading_of_another_report_is_as_it_was():
    assert corrected(READING, corrections(("title_name", "Bury", "Leeds"), file="leeds.pdf")) is READING
    assert corrected(READING, Corrections()) is READING


def test_a_reading_comes_back_as_it_is_from_the_corrections_that_it_stands_under():
    rows = [("footer_dates", "", "A"), ("afi.1.text", WORDS[0], ""), ("afi.9.text", "None.", "Some.")]
    found = under(READING, *rows)
    assert found.text("corrections_sha256") == corrections(*rows).sha256_of(READING.sha256)
    assert under(found, *rows) is found


@pytest.mark.parametrize("rows", [[], [("footer_dates", "", "B")]])
def test_a_reading_under_other_corrections_is_a_problem(rows):
    found = under(under(READING, ("footer_dates", "", "A")), *rows)
    assert problems(found) == [
        (
            "corrections_sha256",
            "a reading under the corrections that are kept of the report",
            "one under others: read the report again with `--corrections` and the file that is kept",
        )
    ]
    assert found.text("footer_dates") == "A"


def test_a_document_that_is_no_report_is_not_made_one():
    letter = replace(READING, document=DocumentKind.MONITORING_INSPECTION, values=(), findings=())
    found = under(letter, ("outcome", "[x]", "inconsistent"))
    assert found.values == ()
    (problem,) = found.problems
    assert (problem.field, problem.expected) == ("corrections_sha256", "a full inspection report, as was corrected")
    assert problem.found == "a letter or report of a monitoring inspection"


def test_the_text_of_a_statement_is_corrected_where_it_stands():
    found = under(READING, ("afi.2.text", WORDS[1], "Other words: • one. • two."))
    assert texts(found) == [WORDS[0], "Other words: • one. • two."]
    assert [statement.origin for statement in found.findings] == [Origin.REPORT, Origin.CORRECTION]
    assert (found.findings[1].n_bullets, found.findings[1].places) == (2, READING.findings[1].places)
    assert found.get("n_areas_for_improvement") == READING.get("n_areas_for_improvement")


def test_a_statement_that_is_none_is_taken_out_and_the_others_move_up():
    found = under(doubting("n_areas_for_improvement", "section afi"), ("afi.1.text", WORDS[0], ""))
    assert texts(found) == [WORDS[1]]
    assert found.text("n_areas_for_improvement") == "1"
    assert found.problems == ()


def test_a_statement_that_was_not_read_stands_after_the_one_whose_number_it_carries():
    added = {"afi.0a": "First.", "afi.1a": "A.", "afi.1b": "B.", "afi.2a": "L."}
    found = under(READING, *((f"{place}.text", "", text) for place, text in added.items()))
    assert texts(found) == ["First.", WORDS[0], "A.", "B.", WORDS[1], "L."]
    added = found.findings[0]
    assert (added.origin, added.places, added.page_start, added.page_end) == (Origin.CORRECTION, (), 0, 0)
    assert found.text("n_areas_for_improvement") == "6"


def test_one_statement_that_was_read_as_two_is_made_one():
    joined = f"{WORDS[0]} {WORDS[1]}"
    assert texts(under(READING, ("afi.1.text", WORDS[0], joined), ("afi.2.text", WORDS[1], ""))) == [joined]


def test_added_statements_of_priority_action_stand_before_those_of_improvement():
    found = under(READING, ("apa.0a.text", "", "Urgent."), ("apa.0a.responsible_body", "", "A Council and NHS B ICB"))
    assert [statement.kind for statement in found.findings] == ["apa", "afi", "afi"]
    assert found.findings[0].responsible_bodies == ("A Council", "NHS B ICB")
    assert found.text("n_areas_for_priority_action") == "1"


URGENT = reading_of(BURY, "2024-02-12", file=FILE, apa=["A Council;NHS B ICB"], outcome="widespread_systemic_failings")


@pytest.mark.parametrize(
    ("rows", "body", "bodies"),
    [
        ([("responsible_body", "A Council and NHS B ICB", "C Council")], "C Council", ("C Council",)),
        ([("responsible_bodies", "A Council;NHS B ICB", "A Council")], "A Council and NHS B ICB", ("A Council",)),
        ([("responsible_bodies", "A Council;NHS B ICB", "")], "A Council and NHS B ICB", ()),
        (
            [
                ("responsible_body", "A Council and NHS B ICB", "A and B Council"),
                ("responsible_bodies", "A Council;NHS B ICB", "A and B Council"),
            ],
            "A and B Council",
            ("A and B Council",),
        ),
    ],
)
def test_responsible_bodies_are_corrected_as_printed_or_taken_apart(rows, body, bodies):
    found = under(URGENT, *((f"apa.1.{part}", read, now) for part, read, now in rows))
    assert (found.findings[0].responsible_body, found.findings[0].responsible_bodies) == (body, bodies)
    assert found.findings[0].text == URGENT.findings[0].text


@pytest.mark.parametrize(
    ("row", "field", "said"),
    [
        (("afi.1.text", "Something else.", "Words."), "afi.1.text", WORDS[0]),
        (("afi.1.responsible_body", "A", "B"), "afi.1.responsible_body", NOT_FOUND),
        (("afi.3.text", "Something else.", "Words."), "afi.3.text", NOT_FOUND),
        (("afi.3a.text", "", "Words."), "afi.3a.text", NOT_FOUND),
        (("afi.3.responsible_body", "A", "B"), "afi.3.responsible_body", NOT_FOUND),
    ],
)
def test_a_correction_of_another_statement_is_stale(row, field, said):
    found = under(READING, row)
    assert texts(found) == WORDS
    assert [(problem.field, problem.found) for problem in found.problems] == [(field, said)]


@pytest.mark.parametrize(
    "row",
    [
        ("afi.2.text", "Something else.", WORDS[1]),
        ("afi.3.text", "Something else.", ""),
        ("afi.3.text", "Something else.", WORDS[1]),
        ("afi.1a.text", "", WORDS[1]),
        ("afi.7a.text", "", WORDS[1]),
    ],
)
def test_a_correction_of_a_statement_that_is_read_by_now_changes_nothing(row):
    found = under(READING, row)
    assert (found.findings, found.problems) == (READING.findings, ())


def test_a_long_text_is_told_by_its_beginning():
    (problem,) = under(READING, ("afi.1.text", "words " * 50 + ".", "Words.")).problems
    assert problem.expected == f"as when it was corrected: {('words ' * 20).rstrip()}…"


def test_a_corrected_reading_survives_the_way_through_json():
    found = under(
        URGENT, ("apa.1.responsible_body", "A Council and NHS B ICB", "C Council"), ("title_name", "", "Bury")
    )
    assert reading_from_json(reading_to_json(found)) == found


# What a person does to one statement that was read, and what is then due in its place.
EDITS = st.sampled_from(["keep", "change", "take out"])


@given(st.lists(st.tuples(EDITS, st.integers(0, 2)), min_size=1, max_size=6), st.integers(0, 2), st.randoms())
def test_whatever_was_read_can_be_made_what_stands_in_the_report(edits, first, random):
    """Statements changed, taken out and added anywhere come out as the person wrote them."""
    reading = reading_of(BURY, "2024-02-12", file=FILE, afi=len(edits))
    rows, due = [], []

    def add(after, number):
        for letter in "ab"[:number]:
            rows.append((f"afi.{after}{letter}.text", "", f"Added {after}{letter}."))
            due.append(f"Added {after}{letter}.")

    add(0, first)
    for (edit, added), statement in zip(edits, reading.findings, strict=True):
        wanted = {"keep": statement.text, "change": f"Changed {statement.seq}.", "take out": ""}[edit]
        if edit != "keep":
            rows.append((f"afi.{statement.seq}.text", statement.text, wanted))
        due += [wanted] if wanted else []
        add(statement.seq, added)
    random.shuffle(rows)
    found = under(reading, *rows)
    assert texts(found) == due
    assert found.text("n_areas_for_improvement") == str(len(due))
    assert found.problems == ()
    assert under(found, *rows) == found


def settled_under(reading, *rows, areas=REGISTER):
    (found,) = settled(
        [reading],
        register=areas,
        framework=packaged_framework(),
        with_dates=PublicationDates().dated,
        corrected=lambda reading: corrected(reading, corrections(*rows), register=areas),
    )
    return found


def printed(**values):
    """A reading as a document prints it, before anybody has looked for its area."""
    told = {
        "title_name": "Berry Local Area Partnership",
        "inspection_start": "2024-02-12",
        "inspection_end": "2024-02-16",
    }
    told |= {"n_areas_for_priority_action": "0", "n_areas_for_improvement": "2", "outcome": "inconsistent"} | values
    fields = tuple(Value(field=name, value=value) for name, value in told.items())
    return replace(READING, values=fields)


def test_a_person_s_area_counts_when_a_reading_is_settled():
    """It is corrected as it stands in inspections.csv, where it was not found."""
    unknown = settled_under(printed())
    assert (unknown.text("gss_code"), "gss_code" in {item.field for item in unknown.problems}) == (NOT_FOUND, True)
    found = settled_under(printed(), ("gss_code", NOT_FOUND, BURY.gss_code))
    assert (found.text("local_area"), found.text("inspection_id")) == ("Bury", f"{BURY.gss_code}-2024-02-12")
    assert "gss_code" not in {item.field for item in found.problems}


def test_a_corrected_area_has_to_be_there_on_the_day():
    """The day is held to the area that a person named, not to the one that was read."""
    young = area(3, name="Corby", valid_from=day("2024-02-13"))
    areas = register([BURY, young])
    read = {"title_name": "Corby", "local_authority": NOT_FOUND}

    def told(reading, *row):
        problems = settled_under(reading, *row, areas=areas).problems
        return [item.found for item in problems if item.field == "inspection_start"]

    assert told(printed(**read)) == ["2024-02-12"]
    assert told(printed(**read), ("gss_code", young.gss_code, BURY.gss_code)) == []
    assert told(printed(), ("gss_code", NOT_FOUND, young.gss_code)) == ["2024-02-12"]


def test_rules_and_dates_go_by_what_a_person_corrected():
    wrong = printed(title_name="Bury", outcome="typically_positive", next_full_inspection="3 years")
    assert "next_full_inspection" in {item.field for item in settled_under(wrong).problems}
    found = settled_under(wrong, ("outcome", "typically_positive", "inconsistent"))
    assert "next_full_inspection" not in {item.field for item in found.problems}
    assert settled_under(found, ("outcome", "typically_positive", "inconsistent")) == found


def test_a_letter_that_was_corrected_as_a_report_says_so_when_it_is_settled():
    letter = replace(READING, document=DocumentKind.MONITORING_INSPECTION, values=(), findings=())
    assert [item.field for item in settled_under(letter, ("outcome", "[x]", "inconsistent")).problems] == [
        "corrections_sha256"
    ]
