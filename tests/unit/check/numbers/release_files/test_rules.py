"""One figure has one value in every page and file of a release; exchanged rows and columns are named as such."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import figure_folders as folders

from areasend.check.numbers.documents.model import Document, Mark, MarkKind, Note, Passage, Role
from areasend.check.numbers.release_files import Release, own_figures
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support
from areasend.statistics import Figure
from areasend.statistics import Kind as FigureKind


def counted(row: str, column: str, records: int, base: int = 0) -> dict[str, Figure]:
    """A figure as the records give it: so many of so many."""
    held = tuple(f"record-{place}" for place in range(max(records, base)))
    made = Figure(
        id=folders.figure(row, column),
        label=f"{column}, {row}",
        kind=FigureKind.PERCENT if base else FigureKind.COUNT,
        unit="per cent" if base else "homes",
        value=Fraction(100 * records, base) if base else records,
        records=held[:records],
        base=held[:base],
    )
    return {made.id: made}


def findings(
    *documents: Document, release: Release | None = None, figures: dict[str, Figure] | None = None
) -> list[Finding]:
    made = folders.evidence(*documents)
    return [verdict for verdict in own_figures(release, figures)(made) if isinstance(verdict, Finding)]


def supports(
    *documents: Document, release: Release | None = None, figures: dict[str, Figure] | None = None
) -> dict[str, Status]:
    """How the printed numbers of the documents are supported, by their texts in order."""
    made = folders.evidence(*documents)
    return {
        f"{place}:{made.numbers[number].text}": verdict.status
        for verdict in own_figures(release, figures)(made)
        if isinstance(verdict, Support)
        for place, number in enumerate(verdict.numbers)
    }


WHOLE = folders.release()
PROSE = f"<p>In the north, {folders.link('north', 'warm', '1')} of {folders.link('north', 'total', '5')} is warm.</p>"


def test_a_release_that_agrees_with_itself_has_no_findings() -> None:
    documents = (folders.page(PROSE + folders.html_table()), folders.csv_page(), folders.csv_page(titles=True))
    assert findings(*documents, release=WHOLE) == []


def test_numbers_that_agree_in_several_places_are_consistent() -> None:
    documents = (folders.page(PROSE), folders.csv_page())
    held = supports(*documents, release=WHOLE)
    assert set(held.values()) == {Status.CONSISTENT}
    assert {"0:1", "1:1", "0:5", "1:5", "0:60"} <= set(held)


def test_numbers_that_the_records_give_are_verified_with_the_records() -> None:
    made = folders.evidence(folders.page(PROSE))
    (found,) = [
        verdict
        for verdict in own_figures(WHOLE, counted("north", "warm", 1))(made)
        if isinstance(verdict, Support) and verdict.status is Status.VERIFIED
    ]
    assert [made.numbers[number].text for number in found.numbers] == ["1"]
    assert found.records == ("record-0",)
    assert "homes-by-region.north.warm: warm, north" in found.how


@pytest.mark.parametrize(
    ("body", "found", "printed"),
    [
        (f"<p>Warm homes: {folders.link('north', 'warm', '1', '2')}.</p>", "2", 1),
        (f"<p>Warm homes: {folders.link('north', 'warm', '2', '1')}.</p>", "2", 0),
        (f"<p>Warm homes: {folders.link('north', 'warm', '1', 'two')}.</p>", "two", 1),
        (f"<p>Warm homes: {folders.link('north', 'warm_pct', '20', '21%')}.</p>", "21%", 1),
    ],
)
def test_a_number_or_machine_value_that_differs_is_an_error_with_both_places(
    body: str, found: str, printed: int
) -> None:
    (error,) = findings(folders.page(body), release=WHOLE)
    assert (error.kind, error.severity, error.found) == (Kind.TWO_FILES, Severity.ERROR, found)
    assert error.where.file == "index.html"
    assert "homes-by-region.north.warm" in error.message
    assert "data/observations.csv, line " in error.message
    assert len(error.numbers) == printed


@pytest.mark.parametrize("text", ["over 1", "one", "1.0", "the third", "these", "1 or 2"])
def test_other_ways_to_print_the_value_are_no_error(text: str) -> None:
    assert findings(folders.page(f"<p>Homes: {folders.link('north', 'warm', '1', text)}.</p>"), release=WHOLE) == []


def test_a_cell_of_a_data_file_that_differs_is_an_error() -> None:
    (error,) = findings(folders.csv_page(folders.changed("south", "cold", "3")), release=WHOLE)
    assert (error.kind, str(error.where), error.expected, error.found) == (
        Kind.TWO_FILES,
        "data/homes-by-region.csv, C3",
        "2",
        "3",
    )
    assert len(error.numbers) == 1


def test_json_that_differs_is_an_error_without_numbers() -> None:
    wrong = folders.changed("south", "cold", "3")
    (first,) = findings(folders.csv_page(), release=folders.release(figures=folders.figures_json(wrong)))
    (second,) = findings(folders.csv_page(), release=folders.release(table=folders.table_json(wrong)))
    assert (str(first.where), first.numbers) == ("api/v1/figures.json, line 8", ())
    assert (str(second.where), second.numbers) == ("api/v1/homes-by-region.json, line 12", ())


def test_the_records_decide_where_files_differ() -> None:
    wrong = folders.changed("south", "cold", "3")
    made = folders.release(observed=folders.observations(wrong), figures=folders.figures_json(wrong))
    errors = findings(folders.csv_page(), release=made, figures=counted("south", "cold", 2))
    assert [(str(error.where), error.kind, error.expected) for error in errors] == [
        ("data/observations.csv, line 7", Kind.RECORDS, "2"),
        ("api/v1/figures.json, line 8", Kind.RECORDS, "2"),
    ]
    assert errors[0].message.endswith("; data/homes-by-region.csv, C3 has 2 and the records give 2.")
    assert errors[0].records == ("record-0", "record-1")


def test_a_figure_that_is_wrong_everywhere_is_said_once() -> None:
    (error,) = findings(folders.page(PROSE), release=WHOLE, figures=counted("north", "warm", 2))
    assert (error.kind, error.found, error.expected) == (Kind.RECORDS, "1", "2")
    assert error.message.endswith("is 1 here; the other 3 places of this figure have the same, but the records give 2.")


def test_a_page_by_itself_is_held_against_the_records() -> None:
    (error,) = findings(folders.page(f"<p>{folders.link('a', 'b', '3')} homes</p>"), figures=counted("a", "b", 2))
    assert error.message.endswith("The figure homes-by-region.a.b is 3 here; the records give 2.")
    assert findings(folders.page(f"<p>{folders.link('a', 'b', '2')} homes</p>"), figures=counted("a", "b", 2)) == []


def test_a_page_by_itself_has_one_value_for_a_figure() -> None:
    body = f"<p>{folders.link('a', 'b', '3')} homes</p><p>{folders.link('a', 'b', '4')} homes</p>"
    (error,) = findings(folders.page(body))
    assert (error.kind, error.expected, error.found) == (Kind.TWO_FILES, "3", "4")


SWAPPED = {row: {**cells, "warm": cells["cold"], "cold": cells["warm"]} for row, cells in folders.VALUES.items()}
TURNED = {**folders.VALUES, "north": folders.VALUES["south"], "south": folders.VALUES["north"]}


@pytest.mark.parametrize(
    ("values", "kind", "names", "cells"),
    [(SWAPPED, Kind.EXCHANGED_COLUMNS, ("warm", "cold"), 6), (TURNED, Kind.EXCHANGED_ROWS, ("north", "south"), 6)],
)
def test_exchanged_rows_and_columns_are_one_finding(
    values: folders.Values, kind: Kind, names: tuple[str, str], cells: int
) -> None:
    for documents, made in (
        ((folders.csv_page(values),), WHOLE),
        ((folders.csv_page(values, titles=True),), WHOLE),
        ((folders.page(folders.html_table(values)),), WHOLE),
        ((), folders.release(table=folders.table_json(values))),
    ):
        (error,) = findings(*documents, release=made)
        assert error.kind is kind
        assert all(f"“{name}”" in error.message for name in names)
        assert f"{cells} numbers are those of the other" in error.message
        assert len(error.numbers) in (cells, 0)


def test_links_that_move_with_their_numbers_do_not_hide_an_exchange() -> None:
    headings = {
        "region": "Region",
        "cold": "Cold homes",
        "warm": "Warm homes",
        "total": "Total",
        "warm_pct": "Warm (%)",
    }
    (error,) = findings(folders.page(folders.html_table(headings=headings)), release=WHOLE)
    assert error.kind is Kind.EXCHANGED_COLUMNS


def test_one_wrong_cell_beside_an_exchange_is_said_by_itself() -> None:
    values = folders.changed("england", "total", "11", SWAPPED)
    kinds = [error.kind for error in findings(folders.csv_page(values), release=WHOLE)]
    assert kinds == [Kind.EXCHANGED_COLUMNS, Kind.TWO_FILES]


def test_figures_quoted_from_a_publication_are_quoted() -> None:
    made = folders.release(figures=folders.figures_json(kind="quoted"))
    assert set(supports(folders.page(PROSE), release=made).values()) == {Status.QUOTED}


ENTRY = (
    "<h1>How these numbers were counted</h1><h2>20%: Warm homes, north</h2><dl><dt>Figure</dt>"
    "<dd><code>homes-by-region.north.warm_pct</code></dd><dt>Value</dt><dd>20%</dd>"
    "<dt>Counted as</dt><dd>{0} of {1}, as a percentage, rounded half up.</dd>"
    "<dt>Numerator</dt><dd>1</dd><dt>Denominator</dt><dd>5</dd></dl><p>Value: 7</p><h2>Words</h2><p>Value: 7</p>"
)


def test_the_entry_of_a_figure_is_held_against_value_numerator_and_denominator() -> None:
    figures = counted("north", "warm_pct", 1, 5)
    entry = folders.page(ENTRY.format(1, 5).replace("<p>Value: 7</p>", ""), "numbers/homes.html")
    held = supports(entry, release=WHOLE, figures=figures)
    assert sorted(held) == ["0:1", "0:20%", "0:5", "1:1", "1:20%", "1:5"]
    assert set(held.values()) == {Status.VERIFIED}
    wrong = folders.page(ENTRY.format(2, 5), "numbers/homes.html")
    assert [(error.found, error.expected) for error in findings(wrong, release=WHOLE, figures=figures)] == [
        ("7", "20"),
        ("2", "1"),
    ]


def test_rows_that_carry_ids_are_held_against_the_figures() -> None:
    name = folders.figure("north", "warm")
    text = f"figure_id,publication,value,value_there\n{name},Other,1,3\n{name},Other,2,[z]\nother.a.b,Other,9,8\n"
    made = folders.read_csv(text, "data/first-appearance.csv")
    assert [(error.found, error.expected) for error in findings(made, release=WHOLE)] == [("2", "1")]
    assert Status.QUOTED in supports(made, release=WHOLE).values()


@pytest.mark.parametrize("heading", ["Figure", "figure_id"])
def test_a_column_of_pictures_is_no_column_of_ids(heading: str) -> None:
    made = folders.read_csv(f"{heading},Value\nFigure 1.2.3 of it,2\nFigure 2,3\n", "data/pictures.csv")
    assert findings(made, release=WHOLE) == []


def test_minus_signs_belong_to_the_number() -> None:
    values = folders.changed("north", "warm", "-1")
    made = folders.release(
        observed=folders.observations(values), figures=folders.figures_json(values), table=folders.table_json(values)
    )
    for text in ("-1", "−1"):
        assert findings(folders.page(f"<p>It is {folders.link('north', 'warm', '-1', text)}.</p>"), release=made) == []
    assert len(findings(folders.page(f"<p>It is {folders.link('north', 'warm', '-1', '1')}.</p>"), release=made)) == 1


@settings(max_examples=40)
@given(
    st.sampled_from(["north", "south", "england"]),
    st.sampled_from(["warm", "cold", "total"]),
    st.integers(min_value=0, max_value=30),
)
def test_any_other_value_in_one_file_is_found_and_the_same_one_is_not(row: str, column: str, value: int) -> None:
    wrong = str(value) != folders.VALUES[row][column]
    errors = findings(folders.csv_page(folders.changed(row, column, str(value))), release=WHOLE)
    assert [error.found for error in errors] == ([str(value)] if wrong else [])


def test_links_in_captions_lists_and_notes_are_read() -> None:
    one = folders.link("north", "warm", "1", "2")
    table = f"<table><caption>Homes: {one}</caption><tr><th>a</th></tr><tr><td>b</td></tr></table>"
    notes = f'<section><h2>Footnotes</h2><ol><li id="n1"><p>Of {one} homes. <a href="#r1">↩</a></p></li></ol></section>'
    mark = '<p>Homes are warm.<a href="#n1" id="r1">[footnote 1]</a></p>'
    for body in (table, f"<ul><li>{one} homes</li></ul>", mark + notes):
        assert [error.found for error in findings(folders.page(body), release=WHOLE)] == ["2"]


def test_a_link_may_hold_more_than_its_number() -> None:
    name = folders.figure("north", "warm")
    for text, errors in (("1 of 5 homes", 0), ("a third of homes", 0), ("2 homes", 1), ("no number", 0)):
        body = f'<p>It has <a href="numbers/x.html#{name}">{text}</a>.</p>'
        assert len(findings(folders.page(body), release=WHOLE)) == errors


def test_observations_among_the_documents_are_the_observations() -> None:
    text = folders.observations(folders.changed("north", "warm", "[x]")).decode()
    made = folders.read_csv(text, "data/observations.csv")
    assert findings(made, release=folders.release(observed=text.encode())) == []
    wrong = folders.read_csv(
        folders.observations(folders.changed("north", "warm", "7")).decode(), "data/observations.csv"
    )
    assert [(error.where.file, error.found) for error in findings(wrong, release=WHOLE)] == [
        ("data/observations.csv", "7")
    ]


def test_a_marker_in_the_observations_is_no_value() -> None:
    made = folders.release(observed=folders.observations(folders.changed("north", "warm", "[x]")))
    assert findings(folders.csv_page(), release=made) == []


def test_many_wrong_rows_are_each_said() -> None:
    rows = {f"r{place}": {"warm": str(place), "cold": str(place + 100)} for place in range(50)}
    right = folders.release(observed=folders.observations(rows), figures=b"{}", table=b"{}")
    lines = "\n".join(f"{row},{int(cells['warm']) + 1000},{int(cells['cold']) + 1}" for row, cells in rows.items())
    made = folders.read_csv(f"region,warm,cold\n{lines}\n", f"data/{folders.TABLE}.csv")
    figures = {}
    for row, cells in rows.items():
        for column, value in cells.items():
            figures |= counted(row, column, int(value))
    assert {error.kind for error in findings(made, release=right, figures=figures)} == {Kind.RECORDS}
    assert len(findings(made, release=right, figures=figures)) == 100


def test_lines_of_an_entry_without_their_numbers_are_passed_over() -> None:
    body = (
        "<h2>Warm homes</h2><p>Value: 3</p><ul><li>a</li></ul>"
        "<dl><dt>Figure</dt><dd>homes-by-region.north.warm</dd><dt>Value</dt><dd>[x]</dd></dl>"
        "<p>Counted as: 1 of 5, as a half.</p><p>Value: a third of them</p>"
    )
    assert findings(folders.page(body), release=WHOLE) == []


def test_marks_in_notes_and_over_parts_of_numbers() -> None:
    """Built by hand: a page reader gives marks whole words, and other readers may not."""
    name = folders.figure("north", "warm")
    base = folders.page("<p>Of 12 homes, 2 are warm.</p>")
    paragraph = next(block for block in base.blocks if isinstance(block, Passage) and block.role is Role.PARAGRAPH)
    start = paragraph.text.index("12")
    half = replace(paragraph, marks=(Mark(MarkKind.FIGURE, start, start + 1, name),))
    assert findings(replace(base, blocks=(half,)), release=WHOLE) == []
    place = paragraph.text.index("2 are")
    noted = replace(paragraph, marks=(Mark(MarkKind.FIGURE, place, place + 1, name),))
    made = replace(base, blocks=(), notes=(Note(label="1", passage=noted),))
    assert [error.found for error in findings(made, release=WHOLE)] == ["2"]


def test_a_table_of_a_page_by_itself_is_held_by_its_links() -> None:
    body = folders.html_table() + f"<p>{folders.link('north', 'warm', '7')} homes</p>"
    assert [(error.expected, error.found) for error in findings(folders.page(body))] == [("1", "7")]
