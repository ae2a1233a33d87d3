"""Markers and notes: none alone, none twice, in order, and one meaning each."""

from tests.unit.check.numbers.building import Writer, found_by

from areasend.check.numbers.consistency.footnotes import footnotes
from areasend.check.numbers.results.model import Severity

SOURCE = "Figures sourced from the department of trade: ships, reporting year 2024."


def test_each_marker_and_its_note_are_silent() -> None:
    written = Writer().text("Ships sank.[^1] Boats too.[^2]").table(["a", "b"], ["c[^3]", "4"])
    assert (
        found_by(footnotes, written.note("1", "See A.").note("2", "See B.").note("3", "See C.").note("", "No.")) == []
    )


def test_a_marker_without_note_and_a_note_without_marker() -> None:
    written = Writer().text("Ships sank.[^1] Boats too.[^1] And more.[^2]").note("1", "See A.").note("3", "See C.")
    first, second = found_by(footnotes, written)
    assert (first.expected, first.severity) == ("a note 2", Severity.QUERY)
    assert second.expected == "a marker 3"
    assert "Markers that stand more than once: 1." in second.message
    (found,) = found_by(footnotes, Writer().text("Ships sank.").note("1", "See A."))
    assert found.message == "Nothing in the text points to note 1."


def test_a_label_before_two_notes() -> None:
    (found,) = found_by(footnotes, Writer().text("Ships.[^1]").note("1", "See A.").note("1", "See B."))
    assert found.found == "2 notes 1"


def test_markers_out_of_order() -> None:
    written = Writer().text("Ships.[^2] Boats.[^1] Rafts.[^2]").note("1", "See A.").note("2", "See B.")
    (found,) = found_by(footnotes, written)
    assert found.found == "1 after 2"
    assert found_by(footnotes, Writer().text("Ships.[^b] Boats.[^a]").note("a", "A").note("b", "B")) == []


def test_a_source_of_figures_after_a_sentence_without_figures() -> None:
    written = Writer().text("Inspectors go under section 20 of the Ships Act 2004.[^1] More is told there.")
    (found,) = found_by(footnotes, written.text("There were 576 ships.[^1]").note("1", SOURCE))
    assert found.severity is Severity.ERROR
    assert "20 of the Ships Act" in found.quote
    assert "a.txt, line 2" in found.message


def test_a_sentence_that_speaks_of_what_the_note_names_is_a_query() -> None:
    written = Writer().text("Ships matter to the department.[^1]").text("There were 576 ships.[^1]").note("1", SOURCE)
    (found,) = found_by(footnotes, written)
    assert found.severity is Severity.QUERY


def test_a_note_used_twice_rightly_is_silent() -> None:
    assert found_by(footnotes, Writer().text("There were 5 ships.[^1] Only 50.3% sank.[^1]").note("1", SOURCE)) == []
    assert found_by(footnotes, Writer().text("Ships sank.[^1] Boats sank.[^1]").note("1", SOURCE)) == []
    assert found_by(footnotes, Writer().text("There were 5 ships.[^1] Boats sank.[^1]").note("1", "See A.")) == []
    assert found_by(footnotes, Writer().text("[^1]").text("There were 5 ships.[^1]").note("1", "See A.")) == []
