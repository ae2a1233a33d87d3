"""A publication beside the one before: what should not have changed and did, with a note or without."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areasend.check.numbers.check import check_publication, gather
from areasend.check.numbers.documents.csv_tables import read_csv
from areasend.check.numbers.documents.model import Document
from areasend.check.numbers.documents.page import read_page
from areasend.check.numbers.previous import compare_previous
from areasend.check.numbers.results.model import Finding, Kind, Severity
from areasend.framework import packaged_framework
from areasend.register import packaged_register


def compared(new: Document, *old: Document) -> list[Finding]:
    evidence = gather([new], framework=packaged_framework(), register=packaged_register())
    found = list(compare_previous(evidence, old))
    assert all(isinstance(entry, Finding) and entry.kind is Kind.PREVIOUS for entry in found)
    return [entry for entry in found if isinstance(entry, Finding)]


def told(findings: list[Finding]) -> list[tuple[Severity, str, str]]:
    return [(entry.severity, entry.expected, entry.found) for entry in findings]


def page(body: str, file: str = "new.html", title: str = "Homes as at 31 December 2030") -> Document:
    whole = (
        f"<html lang='en'><head><title>{title}</title></head><body><main><h1>{title}</h1>{body}</main></body></html>"
    )
    return read_page(whole.encode(), file)


def table(caption: str, rows: str, heading: str = "Region,Warm,Cold", after: str = "") -> str:
    head = "".join(f"<th scope='col'>{cell}</th>" for cell in heading.split(","))
    body = ""
    for row in rows.split(";"):
        label, *cells = row.split(",")
        body += f"<tr><th scope='row'>{label}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{after}"


ERROR, QUERY = Severity.ERROR, Severity.QUERY


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("Homes in 2029", "Homes in 2029", [(ERROR, "4", "5")]),
        ("Table 1: Homes in 2029", "Figure 3.2 – Homes in 2029", [(ERROR, "4", "5")]),
        ("Homes as at 31 March 2030", "Homes as at 31 March 2030", [(ERROR, "4", "5")]),
        ("Homes as at 31 March 2030", "Homes as at 31 March 2031", []),
        ("Homes", "Homes", []),
        ("Homes since January 2029", "Homes since January 2029", []),
        ("Warm homes in 2029", "Old homes in 2029", []),
        ("2029", "2029", []),
    ],
)
def test_a_cell_of_a_past_period_may_not_change(
    before: str, now: str, expected: list[tuple[Severity, str, str]]
) -> None:
    old = page(table(before, "North,4,1;South,2,2"), "old.html")
    assert told(compared(page(table(now, "North,5,1;South,2,2")), old)) == expected


def test_the_finding_names_both_places_and_the_period_it_is_about() -> None:
    old = page(table("Homes in 2029", "North,4,1"), "old.html")
    (error,) = compared(page(table("Homes in 2029", "North,5,1")), old)
    assert error.message.startswith(
        "“North”, “Warm” was 4 in old.html, line 1 and is 5 here, for a period that was over"
    )
    assert error.where.file == "new.html"
    assert len(error.numbers) == 1


def test_a_count_since_a_day_that_goes_down_is_asked_about() -> None:
    old = page(table("Homes since January 2029", "North,4,1"), "old.html")
    assert told(compared(page(table("Homes since January 2029", "North,3,1")), old)) == [(QUERY, "4", "3")]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Homes as at 31 December 2030", [(ERROR, "4", "5")]),
        ("Homes from 1 January 2025 to 30 June 2030", []),
        ("Homes, published 1 February 2030", []),
        ("Homes", []),
    ],
)
def test_a_row_of_a_series_may_not_change_once_its_period_is_over(
    title: str, expected: list[tuple[Severity, str, str]]
) -> None:
    old = page(table("Homes by year", "2029,1,1;2030,4,1", "Year,Warm,Cold"), "old.html", title)
    new = page(table("Homes by year", "2029,1,1;2030,5,1;2031,9,9", "Year,Warm,Cold"))
    assert told(compared(new, old)) == expected


def test_a_column_of_a_series_may_not_change_either() -> None:
    old = page(table("Homes", "North,4,1", "Region,2028,2029"), "old.html")
    new = page(table("Homes", "North,5,1,7", "Region,2028,2029,2030"))
    assert told(compared(new, old)) == [(ERROR, "4", "5")]


def test_rows_that_are_gone_from_a_series_are_asked_about() -> None:
    old = page(table("Homes by year", "2028,3,1;2029,1,1;2030,4,1", "Year,Warm,Cold"), "old.html")
    new = page(table("Homes by year", "2029,1,1;2030,4,1;2031,9,9", "Year,Warm,Cold"))
    (query,) = compared(new, old)
    assert (query.severity, query.expected, query.found) == (QUERY, "2028", "not there")
    assert "In the table “homes by year”, 2028 stood in the previous publication (old.html, line 1)" in query.message
    other = page(table("Homes by year", "2040,1,1", "Year,Warm,Cold"))
    assert compared(other, old) == []


def test_only_some_of_many_rows_that_are_gone_are_named() -> None:
    years = ";".join(f"{year},1,1" for year in range(2001, 2009))
    old = page(table("Homes by year", years, "Year,Warm,Cold"), "old.html")
    (query,) = compared(page(table("Homes by year", "2008,1,1", "Year,Warm,Cold")), old)
    assert "2001, 2002, 2003, 2004, 2005 and 2 more stood" in query.message


@pytest.mark.parametrize(
    ("heading", "rows"),
    [("Region,Warm,Cold", "North,5 [r],1"), ("Region,Warm,Cold", "North,5 (was corrected),1")],
)
def test_a_mark_of_revision_explains_a_change(heading: str, rows: str) -> None:
    old = page(table("Homes in 2029", "North,4,1"), "old.html")
    assert compared(page(table("Homes in 2029", rows, heading)), old) == []


def test_a_note_that_speaks_of_revision_explains_its_cell() -> None:
    old = page(table("Homes in 2029", "North,4,1"), "old.html")
    cell = '5 <a href="#note-1" id="ref-1">[footnote 1]</a>'
    for text, expected in (("Counted again and revised.", []), ("Counted by hand.", [(ERROR, "4", "5")])):
        notes = (
            f'<section><h2>Footnotes</h2><ol><li id="note-1"><p>{text} <a href="#ref-1">↩</a></p></li></ol></section>'
        )
        new = page(table("Homes in 2029", f"North,{cell},1") + notes)
        assert told(compared(new, old)) == expected


@pytest.mark.parametrize(
    ("note", "severity"),
    [
        ("The numbers for 2029 have been revised since the last edition.", QUERY),
        ("We have corrected one table.", QUERY),
        ("Correction: one home was counted twice.", QUERY),
        ("Homes are counted once a year.", ERROR),
        ("The right answer is corrective.", ERROR),
    ],
)
def test_a_note_in_the_document_makes_it_a_query(note: str, severity: Severity) -> None:
    old = page(table("Homes in 2029", "North,4,1"), "old.html")
    (found,) = compared(page(table("Homes in 2029", "North,5,1", after=f"<p>{note}</p>")), old)
    assert found.severity is severity
    assert (note in found.message) is (severity is QUERY)


def test_a_note_that_stood_there_before_explains_nothing() -> None:
    note = "<p>Numbers that have been revised are marked.</p>"
    old = page(table("Homes in 2029", "North,4,1") + note, "old.html")
    (found,) = compared(page(table("Homes in 2029", "North,5,1") + note), old)
    assert found.severity is ERROR


def test_tables_of_one_title_are_compared_with_none() -> None:
    twice = table("Homes in 2029", "North,4,1") + table("Homes in 2029", "North,6,1")
    assert compared(page(table("Homes in 2029", "North,5,1")), page(twice, "old.html")) == []


def test_a_table_without_caption_goes_by_the_heading_above() -> None:
    plain = "<h2>Homes in 2029</h2>" + table("", "North,{0},1").replace("<caption></caption>", "")
    bare = read_csv("Region,Warm\nNorth,4\n", "bare.csv")
    assert told(compared(page(plain.format(5)), page(plain.format(4), "old.html"), bare)) == [(ERROR, "4", "5")]


def test_a_percentage_is_not_compared_with_a_count() -> None:
    old = page(table("Homes in 2029", "North,40,1"), "old.html")
    assert compared(page(table("Homes in 2029", "North,45%,1")), old) == []


TITLE = "Area SEND inspections and outcomes as at 31 December 2024"


def prose(sentence: str, file: str = "new.html", title: str = TITLE) -> Document:
    return page(f"<p>{sentence}</p>", file, title)


IN_2023 = "In 2023, {0} inspections found inconsistent experiences and outcomes."
SINCE = "Since January 2023, we have carried out {0} inspections."


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (IN_2023.format(11), IN_2023.format(12), [(ERROR, "11", "12")]),
        (IN_2023.format(11), IN_2023.format(11), []),
        (IN_2023.format(11), IN_2023.format(12).replace("2023", "2024"), []),
        (IN_2023.format(11), IN_2023.format("over 12"), []),
        (SINCE.format(54), SINCE.format(60), []),
        (SINCE.format(54), SINCE.format(52), [(QUERY, "54", "52")]),
        (IN_2023.format(11) + " " + IN_2023.format(13), IN_2023.format(12), []),
        ("There were 11 homes.", "There were 12 homes.", []),
    ],
)
def test_a_sentence_about_a_past_period_may_not_change(
    before: str, now: str, expected: list[tuple[Severity, str, str]]
) -> None:
    assert told(compared(prose(now), prose(before, "old.html"))) == expected


def test_a_year_that_had_not_ended_may_change() -> None:
    old = prose(IN_2023.format(5), "old.html", "Area SEND inspections and outcomes as at 30 June 2023")
    assert compared(prose(IN_2023.format(11)), old) == []


def test_a_sentence_with_its_revision_is_explained() -> None:
    assert compared(prose(IN_2023.format(12) + " This was revised."), prose(IN_2023.format(11), "old.html")) == []


def test_the_rule_runs_in_a_whole_check() -> None:
    result = check_publication(
        [prose(IN_2023.format(12))],
        framework=packaged_framework(),
        register=packaged_register(),
        previous=[prose(IN_2023.format(11), "old.html")],
    )
    assert [entry.kind for entry in result.errors] == [Kind.PREVIOUS]


HEADING = "figure_id,time_period,value,revision"


def observations(*rows: str, heading: str = HEADING, file: str = "data/observations.csv") -> Document:
    return read_csv("\n".join([heading, *rows]) + "\n", file)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("homes.a.warm,2029,4,[z]", "homes.a.warm,2029,5,[z]", [(ERROR, "4", "5")]),
        ("homes.a.warm,2029,4,[z]", "homes.a.warm,2029,5,[r]", []),
        ("homes.a.warm,2029,4,[z]", "homes.a.warm,2030,5,[z]", []),
        ("homes.a.warm,2029,4,[z]", "homes.a.warm,2029,[x],[z]", [(ERROR, "4", "[x]")]),
        ("homes.a.warm,2029,4.0,[z]", "homes.a.warm,2029,4,[z]", []),
        ("homes.b.warm,2029,4,[z]", "homes.a.warm,2029,5,[z]", [(QUERY, "b", "not there")]),
        ("other.b.warm,2029,4,[z]", "homes.a.warm,2029,5,[z]", []),
    ],
)
def test_figures_are_compared_by_id_and_period(
    before: str, now: str, expected: list[tuple[Severity, str, str]]
) -> None:
    assert told(compared(observations(now), observations(before))) == expected


def test_changed_figures_of_one_row_are_one_finding() -> None:
    old = observations("homes.a.warm,2029,4,[z]", "homes.a.cold,2029,6,[z]")
    (error,) = compared(observations("homes.a.warm,2029,5,[z]", "homes.a.cold,2029,5,[z]"), old)
    assert "In homes.a, for the same period (2029), warm was 4, is 5; cold was 6, is 5" in error.message
    assert len(error.numbers) == 2


@pytest.mark.parametrize("heading", ["figure_id,new_value", "Figure,New value", "other,new_value"])
def test_a_table_of_changes_explains(heading: str) -> None:
    new = observations("homes.a.warm,2029,5,[z]")
    changes = read_csv(f"{heading}\nhomes.a.warm,5\nhomes.b.warm,[z]\n", "data/changes.csv")
    evidence = gather([new, changes], framework=packaged_framework(), register=packaged_register())
    old = [observations("homes.a.warm,2029,4,[z]", "homes.b.warm,2029,4,[z]")]
    assert (list(compare_previous(evidence, old)) == []) is ("igure" in heading)


def test_observations_without_their_columns_are_none() -> None:
    assert compared(observations("a,1", heading="name,value"), observations("a,2", heading="name,value")) == []
    plain = observations("a.b.c,2029,1", heading="figure_id,time_period,value")
    assert told(compared(plain, observations("a.b.c,2029,2", heading="figure_id,time_period,value"))) == [
        (ERROR, "2", "1")
    ]


@settings(max_examples=30)
@given(st.lists(st.integers(min_value=0, max_value=9), min_size=2, max_size=2), st.integers(min_value=0, max_value=9))
def test_only_a_changed_value_is_found(values: list[int], new: int) -> None:
    old = page(table("Homes in 2029", f"North,{values[0]},{values[1]}"), "old.html")
    found = compared(page(table("Homes in 2029", f"North,{new},{values[1]}")), old)
    assert told(found) == ([(ERROR, str(values[0]), str(new))] if new != values[0] else [])


UNDER = "Area SEND inspections and outcomes as at 31 December 2024"
HEADED = "<h2>Inspections between 1 January 2023 and 31 December 2023</h2><p>{0}</p>"


@pytest.mark.parametrize(
    ("now", "severity"),
    [
        ("In 12 inspections, we found inconsistent experiences and outcomes.", ERROR),
        ("Inconsistent experiences and outcomes were found in 12 inspections.", QUERY),
    ],
)
def test_a_period_from_the_heading_is_sure_for_the_same_words(now: str, severity: Severity) -> None:
    before = "In 11 inspections, we found inconsistent experiences and outcomes."
    old = page(HEADED.format(before), "old.html", UNDER)
    assert told(compared(page(HEADED.format(now), title=UNDER), old)) == [(severity, "11", "12")]


def test_cells_in_words_of_the_field_are_compared_once() -> None:
    heading = "Group,Typically positive experiences and outcomes,Inconsistent experiences and outcomes"
    title = "Inspection outcomes for inspections carried out in 2023"
    old = page(table(title, "Local areas,7,11", heading), "old.html", UNDER)
    assert told(compared(page(table(title, "Local areas,7,12", heading), title=UNDER), old)) == [(ERROR, "11", "12")]


def test_a_row_that_is_open_at_one_end_may_change() -> None:
    old = page(table("Homes by time", "Since 2028,1,1;2029,4,1", "Year,Warm,Cold"), "old.html")
    assert compared(page(table("Homes by time", "Since 2028,3,1;2029,4,1", "Year,Warm,Cold")), old) == []
