"""The ODS reader: text, repetition, styles, values, settings. What programs write that our sample does not."""

import time
from datetime import date, datetime
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areasend.check.workbook import Status, WorkbookUnreadable
from areasend.check.workbook.addresses import cell_name
from areasend.check.workbook.checking import read_workbook
from areasend.check.workbook.model import Kind, Link, NumberFormat
from areasend.check.workbook.ods.grid import read_grid
from areasend.check.workbook.ods.names import FO, NUMBER, OFFICE, STYLE, TABLE, TEXT, XLINK
from areasend.check.workbook.ods.number_styles import number_format
from areasend.check.workbook.ods.styles import Styles
from areasend.check.workbook.ods.text import cell_text
from areasend.check.workbook.ods.values import typed_value

PREFIXES = {"table": TABLE, "office": OFFICE, "text": TEXT, "style": STYLE, "fo": FO, "number": NUMBER, "xlink": XLINK}
DECLARED = " ".join(f'xmlns:{prefix}="{name[1:-1]}"' for prefix, name in PREFIXES.items())


def xml(text):
    head, mark, rest = text.partition(">") if "/>" not in text.split(">")[0] + ">" else text.partition("/>")
    return fromstring(f"{head} {DECLARED}{mark}{rest}")


def styles(text=""):
    return Styles(xml(f"<office:styles>{text}</office:styles>"))


def test_paragraphs_spaces_tabs_breaks_links_and_spans_make_one_text():
    cell = xml(
        '<table:table-cell><text:p>A<text:s text:c="2"/>B<text:tab/>C<text:s/>D</text:p>'
        "<text:p><text:span>x<text:span>y</text:span></text:span><text:line-break/>"
        '<text:a xlink:href="#S.A1">to <text:span>S</text:span></text:a> <text:sheet-name>S1</text:sheet-name></text:p>'
        "</table:table-cell>"
    )
    found = cell_text(cell, styles(), "")
    assert found.text == "A  B\tC D\nxy\nto S S1"
    assert found.links == (Link(text="to S", target="#S.A1"),)


def test_claimed_spaces_are_bounded():
    cell = xml('<table:table-cell><text:p>A<text:s text:c="999999999"/></text:p></table:table-cell>')
    assert len(cell_text(cell, styles(), "").text) == 1_001


cells = st.tuples(st.sampled_from(["", "a", "b"]), st.integers(1, 3))
rows = st.tuples(st.lists(cells, max_size=4), st.integers(1, 3))


@given(st.lists(rows, max_size=5))
@settings(derandomize=True, max_examples=60, deadline=None)
def test_repetition_expands_like_a_plain_loop(sheet):
    naive, written, row = {}, [], 0
    for contents, times in sheet:
        inner = "".join(
            f'<table:table-cell table:number-columns-repeated="{count}">'
            + (f"<text:p>{text}</text:p>" if text else "")
            + "</table:table-cell>"
            for text, count in contents
        )
        written.append(f'<table:table-row table:number-rows-repeated="{times}">{inner}</table:table-row>')
        for _ in range(times):
            line = [text for text, count in contents for _ in range(count)]
            naive |= {(row, column): text for column, text in enumerate(line) if text}
            row += 1
    grid = read_grid(xml(f"<table:table>{''.join(written)}</table:table>"), styles())
    assert {place: cell.text for place, cell in grid.cells.items()} == naive
    assert list(grid.cells) == sorted(naive)


def test_what_a_program_adds_to_a_row_takes_no_column():
    cells = "<table:table-cell><text:p>a</text:p></table:table-cell><office:extra/><table:table-cell><text:p>b</text:p>"
    row = f"<table:table-row>{cells}</table:table-cell></table:table-row>"
    grid = read_grid(xml(f"<table:table>{row}</table:table>"), styles())
    assert {place: cell.text for place, cell in grid.cells.items()} == {(0, 0): "a", (0, 1): "b"}


def test_a_million_empty_rows_cost_nothing():
    cell = '<table:table-cell table:number-columns-repeated="16384"/>'
    rows = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    started = time.process_time()
    grid = read_grid(xml(f"<table:table>{rows * 50}</table:table>"), styles())
    assert grid.cells == {}
    assert time.process_time() - started < 1


def test_a_million_filled_rows_are_refused(ods, check_ods):
    ods.change("content.xml", "<table:table-row>", '<table:table-row table:number-rows-repeated="1048576">')
    with pytest.raises(WorkbookUnreadable, match=r"Cover!A1.*at most 1,000,000 filled cells"):
        check_ods(ods)


def test_empty_cells_take_the_style_of_their_column_or_row():
    ruled = (
        '<style:style style:name="r" style:family="table-cell">'
        '<style:table-cell-properties fo:background-color="#ff0000"/></style:style>'
    )
    columns = '<table:table-column table:default-cell-style-name="r"/><table:table-column/>'
    plain = '<table:table-row><table:table-cell table:number-columns-repeated="3"/></table:table-row>'
    of_row = '<table:table-row table:default-cell-style-name="r"><table:table-cell/></table:table-row>'
    group = f"<table:table-column-group>{columns}</table:table-column-group>"
    grid = read_grid(xml(f"<table:table>{group}{plain}{of_row}</table:table>"), styles(ruled))
    assert [blank.block.address for blank in grid.blanks] == ["A1:A1", "A2:A2"]


def test_styles_inherit_from_parent_then_default():
    sheet = styles(
        '<style:default-style style:family="table-cell"><style:text-properties fo:font-size="10pt" fo:color="#112233"/>'
        "</style:default-style>"
        '<style:style style:name="p" style:family="table-cell"><style:text-properties fo:font-size="150%"/>'
        '<style:paragraph-properties fo:text-align="right"/></style:style>'
        '<style:style style:name="c" style:family="table-cell" style:parent-style-name="p">'
        '<style:text-properties fo:font-weight="bold" fo:font-family="Arial"/></style:style>'
        '<style:style style:name="s" style:family="text"><style:text-properties fo:font-size="50%" '
        'style:use-window-font-color="true"/></style:style>'
        '<style:style style:name="loop" style:family="table-cell" style:parent-style-name="loop">'
        '<style:paragraph-properties style:text-align-source="value-type" fo:text-align="right"/></style:style>'
    )
    look = sheet.look("c")
    assert (look.size, look.bold, look.align, look.colour, look.font) == (15, True, "end", "#112233", "Arial")
    run = sheet.look("c", "s")
    assert (run.size, run.colour, run.bold) == (7.5, None, True)
    assert sheet.look("loop").align == ""
    assert sheet.look("unknown").size == 10


@pytest.mark.parametrize(
    ("attributes", "kind", "value"),
    [
        ('office:value-type="float" office:value="1.5"', Kind.NUMBER, 1.5),
        ('office:value-type="currency" office:value="2"', Kind.NUMBER, 2.0),
        ('office:value-type="float" office:value="many"', Kind.ERROR, "shown"),
        ('office:value-type="float" office:value="inf"', Kind.ERROR, "shown"),
        ('office:value-type="date" office:date-value="2024-12-31"', Kind.DATE, date(2024, 12, 31)),
        ('office:value-type="date" office:date-value="2024-12-31T09:30:00"', Kind.DATE, datetime(2024, 12, 31, 9, 30)),
        ('office:value-type="date" office:date-value="yesterday"', Kind.ERROR, "shown"),
        ('office:value-type="boolean" office:boolean-value="true"', Kind.BOOLEAN, True),
        ('office:value-type="time" office:time-value="PT1H"', Kind.TIME, "PT1H"),
        ('office:value-type="string" office:string-value="whole"', Kind.TEXT, "whole"),
        ("", Kind.TEXT, "shown"),
    ],
)
def test_typed_values(attributes, kind, value):
    assert typed_value(xml(f"<table:table-cell {attributes}/>"), "shown") == (kind, value)


def test_error_values():
    cell = fromstring(
        '<c xmlns:e="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" e:value-type="error"/>'
    )
    assert typed_value(cell, "#REF!") == (Kind.ERROR, "#REF!")


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('<number:number number:decimal-places="1" number:grouping="true"/>', NumberFormat(decimals=1, grouping=True)),
        ("<number:number/>", NumberFormat(decimals=None)),
        (
            '<number:text>£</number:text><number:number number:decimal-places="0"/><number:text>m</number:text>',
            NumberFormat(decimals=0, prefix="£", suffix="m"),
        ),
        ('<number:number number:display-factor="1000"/>', None),
        ('<number:number number:min-integer-digits="3"/>', None),
        ('<number:number number:decimal-places="2" number:min-decimal-places="0"/>', None),
        ("<number:number/><number:number/>", None),
        ("<number:fraction/>", None),
    ],
)
def test_number_styles_are_decoded_or_left(inner, expected):
    assert number_format(xml(f"<number:number-style>{inner}</number:number-style>")) == expected


def test_a_bare_ods_is_read_with_the_defaults_of_the_programs(ods, tmp_path):
    ods.order = ["content.xml"]
    path = tmp_path / "bare.ods"
    path.write_bytes(ods.bytes())
    workbook = read_workbook(path)
    assert [sheet.cursor for sheet in workbook.sheets] == ["A1"] * 4
    assert workbook.properties.text_language == ""
    assert workbook.sheets[0].cells[0, 0].look.size == 10
    assert cell_name(0, 16_383) == "XFD1"


def test_ranges_that_name_no_cells_are_passed_over(ods, check_ods, point):
    ods.change("content.xml", "Outcomes.A7:Outcomes.G9", "nowhere at all")
    assert [place.cell for place in point(check_ods(ods), "SS32").places] == ["A7"]


def test_page_without_furniture_and_link_to_a_data_source(ods, check_ods, point):
    ods.change("styles.xml", '<style:header style:display="false"/><style:footer style:display="false"/>', "")
    source = '<office:dde-source office:dde-item="A1"/><table:table-column '
    ods.change("content.xml", "<table:table-column ", source)
    report = check_ods(ods)
    assert point(report, "SS20").status is Status.PASS
    assert [place.found for place in point(report, "SS44").places] == ["a link to data in A1"]


def test_view_settings_without_sheets(ods, check_ods):
    ods.change("settings.xml", 'config:name="Tables"', 'config:name="Other"')
    assert check_ods(ods).passed


def test_default_text_language_may_be_left_out(ods, check_ods, point):
    ods.change("styles.xml", 'fo:language="en" fo:country="GB"', "")
    assert [place.found for place in point(check_ods(ods), "SS35").places] == ["the default text language ''"]


@pytest.mark.parametrize("count", ["²", "-1", "many", "0", "9" * 5_000])
def test_counts_that_are_no_numbers_count_once(count):
    cell = f'<table:table-cell table:number-columns-repeated="{count}"><text:p>a</text:p></table:table-cell>'
    grid = read_grid(xml(f"<table:table><table:table-row>{cell}</table:table-row></table:table>"), styles())
    assert list(grid.cells) == [(0, 0)]


def test_a_column_style_without_a_width_leaves_it_open():
    table = xml(
        '<table:table><table:table-column table:style-name="no-width"/>'
        "<table:table-column-group><table:table-column/></table:table-column-group><table:shapes/></table:table>"
    )
    grid = read_grid(table, styles('<style:style style:name="no-width" style:family="table-column"/>'))
    assert [column.width_cm for column in grid.columns] == [None, None]


def test_a_column_style_whose_width_is_no_length_leaves_it_open():
    table = xml('<table:table><table:table-column table:style-name="odd"/></table:table>')
    grid = read_grid(
        table,
        styles(
            '<style:style style:name="odd" style:family="table-column">'
            '<style:table-column-properties style:column-width="wide"/></style:style>'
        ),
    )
    assert [column.width_cm for column in grid.columns] == [None]


def test_comments_and_footnotes_are_no_text_of_the_cell():
    cell = xml("<table:table-cell><text:p>A<text:note><text:p>hidden</text:p></text:note>B</text:p></table:table-cell>")
    assert cell_text(cell, styles(), "").text == "AB"


def test_the_width_is_taken_from_the_properties_that_have_it():
    table = xml('<table:table><table:table-column table:style-name="two"/></table:table>')
    grid = read_grid(
        table,
        styles(
            '<style:style style:name="two" style:family="table-column"><style:table-column-properties/>'
            '<style:table-column-properties style:column-width="2cm"/></style:style>'
        ),
    )
    assert [column.width_cm for column in grid.columns] == [2.0]
