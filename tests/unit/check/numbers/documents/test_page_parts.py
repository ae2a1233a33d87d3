"""What each element of a page becomes, one small page a rule; what a hostile page ends with."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from areasend.check import PublicationUnreadable
from areasend.check.numbers.documents import page, page_tables
from areasend.check.numbers.documents.model import Document, ItemList, MarkKind, Note, Passage, Role, Table
from areasend.check.numbers.documents.page import read_page


def read(markup: str) -> Document:
    return read_page(f"<!DOCTYPE html><html><body>{markup}</body></html>".encode(), "visits.html")


def texts(markup: str) -> list[str]:
    return [passage.text for passage in read(markup).passages()]


def roles(markup: str) -> list[tuple[Role, str]]:
    return [(passage.role, passage.text) for passage in read(markup).passages()]


def table(markup: str) -> Table:
    (found,) = [block for block in read(markup).blocks if isinstance(block, Table)]
    return found


def cells(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


def marks(passage: Passage) -> list[tuple[MarkKind, str, str]]:
    return [(mark.kind, passage.text[mark.start : mark.end], mark.value) for mark in passage.marks]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>We <b>made</b> <i>20</i>\n\t visits</p>", "We made 20 visits"),
        ("<p>We<b> made </b>20 visits</p>", "We made 20 visits"),
        ("<p>20<b>%</b> of 5<sup>th</sup> visits</p>", "20% of 5th visits"),
        ("<p>20 visits<br>in 2024</p>", "20 visits in 2024"),
        ("<p>AT&amp;T &pound;20&hellip; &lt;5&#37;</p>", "AT&T £20… <5%"),
        ("<p>20&nbsp;visits &nbsp; &nbsp;in 2024&nbsp;</p>", "20\xa0visits in 2024"),
        ("<p>&nbsp;20 visits</p>", "20 visits"),
        ("<p>20 vis&shy;its\u200b</p>", "20 visits"),
        ("<p>20 &#8203; visits</p>", "20 visits"),
        ("<p>20<!-- not 30 --> visits</p>", "20 visits"),
        ("<p>20 <del>30</del><ins>visits</ins></p>", "20 visits"),
        ("<p>20 <span style='display: none'>30</span>visits</p>", "20 visits"),
        ("<p>20 <span hidden>30</span>visits</p>", "20 visits"),
        ("<p>20 <span class='x govuk-visually-hidden'>hidden </span>visits</p>", "20 visits"),
        ("<p>20 km<sup>2</sup> and 5 m<sup>3</sup></p>", "20 km2 and 5 m3"),
        ("<p>the <q>visits</q> made</p>", "the “visits” made"),
        ("loose <b>text</b>", "loose text"),
        ("<p class=MsoCaption>20 visits</p>", "20 visits"),
        ("<ul><li><h3>20</h3>visits</ul>", "20 visits"),
        ("<p>20&#8203;</p>", "20"),
        ("<p>20 visits [footnote 2], 5 closed</p>", "20 visits, 5 closed"),
    ],
)
def test_text_reads_as_a_browser_shows_it(markup: str, text: str) -> None:
    assert texts(markup) == [text]


WORDS = st.lists(st.text(st.sampled_from("ab1é£"), min_size=1, max_size=4), min_size=1, max_size=8)
SPACES = st.sampled_from([" ", "\n", "  ", " \n\t ", "<b> </b>", " <i></i>", "<br>", "<br/>\n", "<!-- x --> "])
WRAPS = st.sampled_from(["{}", "<b>{}</b>", "<span><i>{}</i></span>", "<a href='#x'>{}</a>", "<!-- x -->{}"])


@settings(max_examples=40)
@given(WORDS, st.data())
def test_words_are_kept_apart_by_one_space_whatever_stands_between(words: list[str], data: st.DataObject) -> None:
    parts: list[str] = []
    for word in words:
        at = data.draw(st.integers(0, len(word)))
        wrap = data.draw(WRAPS)
        parts += [wrap.format(word[:at]) + word[at:], data.draw(SPACES)]
    document = read(f"<p>{''.join(parts)}</p>")
    (passage,) = document.passages()
    assert passage.text == " ".join(words)
    for offset, line in passage.lines:
        assert passage.text[offset:].split()[0][0] in document.source[line - 1]


def test_blocks_in_any_element_are_passages_of_their_own() -> None:
    markup = "<div>one<p>two<div>three</div>four<section>five<details><summary>six</summary>seven</details></section>"
    assert texts(markup) == ["one", "two", "three", "four", "five", "six", "seven"]


def test_headings_have_levels() -> None:
    document = read(
        "<h1>A</h1><h3>B <b>c</b></h3><p role=heading aria-level=4>D</p><div role=heading aria-level=x>E</div>"
    )
    assert [(block.level, block.text) for block in document.blocks if isinstance(block, Passage)] == [
        (1, "A"),
        (3, "B c"),
        (4, "D"),
        (2, "E"),
    ]
    assert document.title == "A"


def test_a_heading_that_is_a_title_heads_no_section() -> None:
    markup = "<h2>Visits</h2><h3>Table 1: Visits by county</h3><h3>Table manners</h3>"
    assert [role for role, _ in roles(markup)] == [Role.HEADING, Role.CAPTION, Role.HEADING]


def test_a_page_without_a_heading_has_the_title_of_its_tab() -> None:
    document = read_page(b"<title> Visits\n in 2024 </title><p>20", "visits.html")
    assert document.title == "Visits in 2024"
    assert read_page(b"<p>20", "visits.html").title == ""


def test_main_is_the_text_and_what_surrounds_it_furniture() -> None:
    markup = (
        "<p>1 banner</p><main><header><p>20</p></header><form><p>search</p></form><footer>5</footer></main><ul><li>7"
    )
    assert texts(markup) == ["20", "5"]
    assert roles("<header>1</header><article><header>2</header></article><form><p>3</p></form><footer>4</footer>") == [
        (Role.PARAGRAPH, "2"),
        (Role.PARAGRAPH, "3"),
    ]


def test_a_menu_with_a_list_and_a_table_is_no_text() -> None:
    markup = "<nav><ul><li>1</li></ul><table><tr><td>2</td><td></td></tr></table></nav><p>20</p>"
    assert texts(markup) == ["20"]
    assert [block.text for block in read(markup).blocks if isinstance(block, Passage)] == ["1", "2", "20"]


def test_a_class_for_menus_does_not_take_a_whole_page() -> None:
    assert texts("<article class='has-breadcrumbs'><p>20</p></article><div class=breadcrumbs>1</div>") == ["20"]


def test_lists_in_lists_and_text_after_them_are_one_item_each() -> None:
    document = read(
        "<p>Of 3:</p><ul><li>a<ul><li>b</li><li><p>c</p><p>d</p></li></ul>e</li><li><img alt=''></li><li>f</ul>"
    )
    (items,) = [block for block in document.blocks if isinstance(block, ItemList)]
    assert [(item.level, item.text) for item in items.items] == [(1, "a e"), (2, "b"), (2, "c d"), (1, "f")]
    assert items.lead is not None
    assert items.lead.text == "Of 3:"


def test_a_list_has_no_lead_behind_another_list_or_a_table() -> None:
    document = read("<ul><li>a</ul><ul><li>b</ul><ol></ol>")
    assert [block.lead for block in document.blocks if isinstance(block, ItemList)] == [None, None]
    assert texts("<li>alone</li>") == ["alone"]


def test_a_table_in_an_item_is_a_table() -> None:
    document = read("<ul><li>a<table><tr><th>x</th><th>y</th></tr><tr><td>k</td><td>1</td></tr></table></li><li>b</ul>")
    assert [type(block).__name__ for block in document.blocks] == ["Table", "ItemList"]


def test_names_with_several_values_and_with_blocks() -> None:
    markup = """<dl><dt>Published:</dt><dd>5 March</dd><dt>Areas</dt><dd>Kent</dd><dd>Essex</dd>
    <div><dt>Notes</dt><dd><p>one</p><p>two</p></dd></div><dd>alone</dd></dl>"""
    assert texts(markup) == ["Published: 5 March", "Areas: Kent: Essex", "Notes", "one", "two", "alone"]


def test_names_and_values_in_a_cell_stay_in_it() -> None:
    assert table("<table><tr><td><dl><dt>a</dt><dd>b</dd></dl></td><td>1</td></tr></table>").rows[0][0].text == "a: b"


def test_a_list_in_a_cell_stays_in_it() -> None:
    found = table("<table><tr><td>of<ul><li>a</li><li>b</li></ul></td><td>1</td></tr></table>")
    assert [cell.text for cell in found.column(0)] == ["of a b"]


def test_quotations_are_marked_with_their_source() -> None:
    document = read(
        "<blockquote cite='https://example.org/a'><p>20 visits</p><ul><li>5 closed</li></ul>"
        "<table><tr><td>a</td><td>1</td></tr></table></blockquote>"
        "<p>so <q cite='report'>it is</q>, <q data-quoted='x.y'>12</q></p>"
        "<ul><li>as<blockquote>they say</blockquote></ul>"
    )
    found = {passage.text: marks(passage) for passage in document.passages()}
    assert found["20 visits"] == [(MarkKind.QUOTED, "20 visits", "https://example.org/a")]
    assert found["5 closed"] == [(MarkKind.QUOTED, "5 closed", "https://example.org/a")]
    assert found["1"] == [(MarkKind.QUOTED, "1", "https://example.org/a")]
    assert found["so it is, 12"] == [(MarkKind.QUOTED, "it is", "report"), (MarkKind.QUOTED, "12", "x.y")]
    assert found["as they say"] == [(MarkKind.QUOTED, "they say", "")]


def test_dates_values_and_figures_are_marked() -> None:
    (passage,) = read(
        "<p>On <time datetime='2024-12-31'> 31 December</time> <time>2024</time> <a href='n.html#a.b.c_d'>20</a>"
        " <a href='#top'>x</a> <data value='5'>five</data></p>"
    ).passages()
    assert marks(passage) == [
        (MarkKind.DATE, "31 December", "2024-12-31"),
        (MarkKind.FIGURE, "20", "a.b.c_d"),
        (MarkKind.VALUE, "five", "5"),
    ]


def test_a_link_around_blocks_marks_only_what_is_its_own() -> None:
    document = read("<p>a<a href='#x.y'>b<div>c</div></a>d</p>")
    assert [passage.text for passage in document.passages()] == ["ab", "c", "d"]


def test_pictures_are_read_by_their_words_once() -> None:
    markup = """<p>before <img alt="A bar: Kent 13."> after</p><figure><svg><title>Chart</title><desc>Kent 13</desc>
    <text>13</text></svg><svg><title>Chart</title></svg></figure><img src=x><img alt=" ">"""
    assert roles(markup) == [
        (Role.ALTERNATIVE, "A bar: Kent 13."),
        (Role.PARAGRAPH, "before after"),
        (Role.ALTERNATIVE, "Chart"),
        (Role.ALTERNATIVE, "Kent 13"),
    ]


def notes(markup: str) -> list[tuple[str, str, int]]:
    return [(note.label, note.passage.text, note.back_links) for note in read(markup).notes]


@pytest.mark.parametrize(
    ("reference", "note", "label"),
    [
        ('<a href="#fn1">1</a>', '<p id="fn1">a note</p>', "1"),
        ('<a href="https://example.org/visits#fn:1">[footnote 1]</a>', '<ol><li id="fn:1">a note</li></ol>', "1"),
        ('<sup><a href="#cite_note-b-1">[b]</a></sup>', '<ul><li id="cite_note-b-1">a note</li></ul>', "b"),
        ('<a role="doc-noteref" href="#x">(2)</a>', '<div id="x"><p>a note</p></div>', "2"),
        ('<a href="#_edn1"><sup>*</sup></a>', '<div id="edn1"><p>a note</p></div>', "*"),
        ('<a href="#note-4">4</a>', '<p><a id="note-4"></a>a note</p>', "4"),
        ('<a href="#sdfootnote1sym">1</a>', '<p><a name="sdfootnote1sym">a note</a></p>', "1"),
        ("<sup>3</sup>", "<p><sup>3</sup> a note</p>", "3"),
        ("<sup>a, b</sup>", "<p><sup>a</sup> a note</p>", "a"),
    ],
)
def test_notes_of_many_programs(reference: str, note: str, label: str) -> None:
    markup = f"<p>We made 20 visits {reference}.</p>{note}"
    (passage,) = [passage for passage in read(markup).passages() if passage.role is not Role.NOTE]
    assert passage.text == "We made 20 visits."
    assert passage.marked(MarkKind.FOOTNOTE)[0].value == label
    assert notes(markup) == [(label, "a note", 0)]


def test_two_markers_at_one_place() -> None:
    (passage,) = read('<p>20<sup><a href="#fn1">1</a>, <a href="#fn2">2</a></sup> visits</p>').passages()
    assert passage.text == "20 visits"
    assert [mark.value for mark in passage.marked(MarkKind.FOOTNOTE)] == ["1", "2"]


@pytest.mark.parametrize(
    "link", ['<a href="#fn1">See the note</a>', '<a href="#fnref1">1</a>', '<a href="#top">1</a>', "<a href=x>1</a>"]
)
def test_other_links_stay_in_the_text(link: str) -> None:
    (passage,) = read(f"<p>x {link}</p>").passages()
    assert not passage.marked(MarkKind.FOOTNOTE)
    assert passage.text in {"x See the note", "x 1"}


def test_a_list_of_notes_needs_no_markers() -> None:
    markup = '<ol class=footnotes><li>one <a rev=footnote href="#p">up</a></li><li>two <a href="#p">p</a></ol><ul><li>c'
    assert notes(markup) == [("1", "one", 1), ("2", "two p", 0)]


def test_a_raised_number_in_a_cell_or_note_is_no_label() -> None:
    assert table("<table><tr><td><sup>1</sup></td><td>12<sup>1</sup></td></tr></table>").rows[0][0].text == "1"
    assert notes('<p>x<a href="#fn1">1</a></p><p id="fn1"><sup>1</sup> a note</p>') == [("1", "a note", 0)]


def test_an_anchor_within_a_text_makes_no_note() -> None:
    assert notes('<p>x<a href="#fn1">1</a></p><p>text <a name="fn1"></a></p><nav><p id="fn1">y</p></nav>') == []


def test_a_table_with_spans_is_a_rectangle() -> None:
    found = table(
        """<table data-table="visits"><caption>Visits <b>2024</b></caption><colgroup><col></colgroup>
        <thead><tr><th rowspan=2>County</th><th colspan=2>Visits</th></tr><tr><th>Good</th><th>Poor</th></tr></thead>
        <tbody><tr><th scope=rowgroup rowspan=2>Kent</th><td>1</td><td>2</td></tr><tr><td colspan=2>none</td></tr>
        <tr><th>Essex</th><td>3</td></tr></tbody></table>"""
    )
    assert [cell.text for cell in found.header] == ["County", "Visits Good", "Visits Poor"]
    assert cells(found) == [["Kent", "1", "2"], ["Kent", "none", "none"], ["Essex", "3", ""]]
    assert found.rows[0][0] is found.rows[1][0]
    assert (found.name, found.label_columns) == ("visits", 1)
    assert found.caption is not None
    assert (found.caption.text, found.caption.role) == ("Visits 2024", Role.CAPTION)


def test_a_passage_that_stands_twice_is_read_once() -> None:
    assert texts("<h2>T</h2><table><tr><td rowspan=2>a</td><td>1</td></tr><tr><td>2</td></tr></table>") == [
        "T",
        "",
        "",
        "a",
        "1",
        "2",
    ]


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 3)), min_size=1, max_size=3), min_size=1, max_size=4)
)
def test_spans_take_the_places_that_the_standard_gives_them(rows: list[list[tuple[int, int]]]) -> None:
    """Against the algorithm "forming a table" of the HTML standard, cell by cell on a dictionary of places."""
    places: dict[tuple[int, int], str] = {}
    markup, expected_height = "", len(rows)
    for y, row in enumerate(rows):
        markup += "<tr>"
        x = 0
        for number, (wide, high) in enumerate(row):
            while (y, x) in places:
                x += 1
            name = f"c{y}{number}"
            markup += f"<td colspan={wide} rowspan={high}>{name}</td>"
            for down in range(high or expected_height - y):
                for right in range(wide):
                    # Cells that overlap are an error by the standard, and any reading of them is as good.
                    assume((y + down, x + right) not in places)
                    places[y + down, x + right] = name
            x += wide
        markup += "</tr>"
    width = max(x for y, x in places if y < expected_height) + 1
    expected = [[places.get((y, x), "") for x in range(width)] for y in range(expected_height)]
    found = [block for block in read(f"<table>{markup}</table>").blocks if isinstance(block, Table)]
    if width == 1 and expected_height == 1:
        assert not found
        return
    (read_table,) = found
    title = [[read_table.caption.text] * width] if read_table.caption else []
    body_rows = cells(read_table)
    header_rows = len(expected) - len(title) - len(body_rows)
    assert (title + [expected[len(title) + at] for at in range(header_rows)] + body_rows) == expected


@pytest.mark.parametrize(
    ("markup", "header", "rows"),
    [
        ("<tr><td></td><th>2023</th></tr><tr><th>Kent</th><td>8</td></tr>", ["", "2023"], [["Kent", "8"]]),
        (
            "<tr><td>County</td><td>Visits</td></tr><tr><td>Kent</td><td>8</td></tr>",
            ["County", "Visits"],
            [["Kent", "8"]],
        ),
        (
            "<tr><td>Kent</td><td>8</td></tr><tr><td>Essex</td><td>4</td></tr>",
            ["", ""],
            [["Kent", "8"], ["Essex", "4"]],
        ),
        ("<tr><th>County</th><th>Visits</th></tr>", ["County", "Visits"], []),
        ("<tr><th scope=row>Kent</th><td>8</td></tr><tr></tr>", ["", ""], [["Kent", "8"]]),
        ("<thead><td>County<td>Visits</thead><tr><td>Kent<td>8", ["County", "Visits"], [["Kent", "8"]]),
    ],
)
def test_headers_by_markup_or_by_what_stands_there(markup: str, header: list[str], rows: list[list[str]]) -> None:
    found = table(f"<table>{markup}</table>")
    assert [cell.text for cell in found.header] == header
    assert cells(found) == rows


def test_a_first_row_over_all_columns_is_the_title() -> None:
    found = table("<table><tr><td colspan=2>Visits</td></tr><tr><td>County<td>Visits<tr><td>Kent<td>8</table>")
    assert found.caption is not None
    assert found.caption.text == "Visits"
    assert [cell.text for cell in found.header] == ["County", "Visits"]


TABLE = "<table><tr><th>County</th><th>Visits</th></tr><tr><td>Kent</td><td>8</td></tr></table>"


@pytest.mark.parametrize(
    ("markup", "caption"),
    [
        (f"<h3>Visits</h3>{TABLE}", "Visits"),
        (f"<p>Table 3: Visits</p>{TABLE}", "Table 3: Visits"),
        (f"<p>We counted them.</p>{TABLE}", None),
        (f"<figure>{TABLE}<figcaption>Visits</figcaption></figure>", "Visits"),
        (f"<figure><figcaption><h3>Visits</h3><p>England</p></figcaption><p>x</p>{TABLE}</figure>", "Visits"),
        (f"<figure><p>x</p>{TABLE}</figure>", None),
        (f"<figure><figcaption></figcaption>{TABLE}</figure>", None),
        (f"<figure>{TABLE}<figcaption>A</figcaption><figcaption>B</figcaption></figure>", "A"),
        (f"<figcaption>Visits</figcaption>{TABLE}", "Visits"),
        (TABLE.replace("<table>", "<table><caption> </caption><caption>A</caption><caption>B</caption>"), "A"),
        (f"<ul><li>a</li></ul>{TABLE}", None),
    ],
)
def test_titles_of_tables(markup: str, caption: str | None) -> None:
    found = table(markup)
    assert (found.caption.text if found.caption else None) == caption


def test_tables_that_lay_out_a_page_are_its_text() -> None:
    inner = "<table><tr><td>Kent<td>8</table>"
    assert [type(block).__name__ for block in read(f"<table><tr><td><h2>A</h2>{inner}<td>b</table>").blocks] == [
        "Passage",
        "Table",
        "Passage",
    ]
    assert texts("<table role=presentation><caption>c</caption><tr><td>a<td>b</table>") == ["c", "a", "b"]
    assert texts("<table><tr><td>one cell</table>") == ["one cell"]
    assert texts("<table><tr><td> </table><p>x") == ["x"]
    assert notes("<ol class=footnotes><li>a<table><tr><td>b</table></ol>") == [("1", "a b", 0)]
    assert texts("<td>stray") == ["stray"]


def test_a_figure_in_a_figure_keeps_its_own_title() -> None:
    markup = f"<figure><figcaption>outer</figcaption><p>x</p><figure><p>y</p>{TABLE}</figure></figure>"
    assert table(markup).caption is None


def test_lists_of_word_processors_end_where_other_text_begins() -> None:
    item = "<p class=MsoListParagraph style='mso-list:l0 level1'>"
    markup = f"{item}a</p>{item}b</p><img alt=c>{item}d</p>{TABLE}{item}e</p><ul><li>f</ul>{item}g</p><p>h"
    document = read(markup)
    shown = [
        [item.text for item in block.items] if isinstance(block, ItemList) else getattr(block, "text", "table")
        for block in document.blocks
    ]
    assert shown == [["a", "b"], "c", ["d"], "table", ["e"], ["f"], ["g"], "h"]
    assert texts(f"<div>{item.replace('p class', 'div class')}x</div>") == ["x"]


def test_source_lines_are_those_of_the_file() -> None:
    markup = (
        "\n<p\n class=a>one\ntwo <b>three\nfour</b></p>\n<script>\n\n</script> five\n<p hidden>\nx<b>\n</b>\n</p><p>six"
    )
    (first, five, six) = read(markup).passages()
    document = read(markup)
    assert [document.source[line - 1].split()[-1] for _, line in first.lines][1:] == ["<b>three", "four</b></p>"]
    assert "five" in document.source[five.where().line - 1]
    assert "six" in document.source[six.where().line - 1]


HOSTILE = {
    "nesting": ("<div>" * 100_000, "nested"),
    "nested tables": ("<table><tr><td>" * 10_000, "nested"),
    "columns spanned": ("<table><tr><td colspan=100000000>5</table>", "1,000 columns"),
    "rows spanned": ("<table><tr><td rowspan=99999999999999999999>5</table>", "65,534 rows"),
    "a ragged table": ("<table><tr><td colspan=1000>5" + "<tr><td>5" * 1000 + "</table>", "250,000 cells"),
    "tags": ("<b>" * 300_001, "300,000 tags"),
    "attributes": ("<p " + " ".join(f"a{at}=1" for at in range(100_000)) + ">5", "2,000 attributes"),
    "attributes that hide": ("<p " + " ".join(f"a{at}='>'" for at in range(2_001)) + ">5", "2,000 attributes"),
    "one long text": ("a" * 10_100_000, "megabytes in one piece"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_pages_end_with_a_message(case: str) -> None:
    markup, message = HOSTILE[case]
    with pytest.raises(PublicationUnreadable, match=message):
        read(markup)


def test_a_wide_table_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_tables, "MAX_CELLS", 1000)
    with pytest.raises(PublicationUnreadable, match="found 1,200"):
        read("<table>" + "<tr><td colspan=400>5" * 3 + "</table>")


def test_spans_that_are_no_numbers_count_as_one() -> None:
    assert cells(table("<table><tr><td colspan=x rowspan=-1>a<td colspan='0'>1<tr><td>b<td>2</table>")) == [
        ["a", "1"],
        ["b", "2"],
    ]


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
        '<!DOCTYPE html [<!ENTITY c SYSTEM "file:///etc/hostname">]>',
    ],
)
def test_entities_of_a_page_are_not_expanded(declaration: str) -> None:
    document = read_page(f"{declaration}<html><body><main><p>20 &c; visits</p></main></body></html>".encode(), "v.html")
    assert [passage.text for passage in document.passages()] == ["20 &c; visits"]


def test_a_large_page_and_a_page_of_many_lines_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "MAX_FILE", 100)
    with pytest.raises(PublicationUnreadable, match="bytes in a file"):
        read("x" * 100)
    monkeypatch.undo()
    monkeypatch.setattr(page, "MAX_LINES", 3)
    with pytest.raises(PublicationUnreadable, match="lines in a file"):
        read("x\n" * 4)


def test_a_page_in_an_encoding_of_four_bytes_is_refused() -> None:
    with pytest.raises(PublicationUnreadable, match="UTF-32"):
        read_page("<p>20".encode("utf-32"), "visits.html")


def test_ten_times_the_rows_take_ten_times_the_passages() -> None:
    small, large = (read("<table>" + "<tr><th>Kent</th><td>8</td></tr>" * rows + "</table>") for rows in (100, 1000))
    assert sum(1 for _ in large.passages()) - 2 == 10 * (sum(1 for _ in small.passages()) - 2)


def test_notes_are_numbered_after_the_text() -> None:
    document = read('<p id="fn1">first</p><p>20 <a href="#fn1">1</a></p>')
    (note,) = document.notes
    assert isinstance(note, Note)
    assert [passage.id for passage in document.passages()] == [0, 1]
    assert note.passage.id == 1
