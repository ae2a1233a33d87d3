"""Pages read as their readers read them: one publication in the markup of three programs, and what each adds."""

import pytest

from areasend.check import PublicationUnreadable
from areasend.check.numbers.documents.model import Document, ItemList, MarkKind, Passage, Role, Table
from areasend.check.numbers.documents.page import read_page

GOVUK = """<!DOCTYPE html>
<html lang="en" class="govuk-template">
<head><meta charset="utf-8"><title>Library visits: main findings - GOV.UK</title>
<script>var n = 4711;</script><style>p { margin: 12px }</style></head>
<body class="govuk-template__body js-enabled">
<div id="global-cookie-message" class="gem-c-cookie-banner"><p>We use 9 essential cookies</p></div>
<a class="gem-c-skip-link govuk-skip-link" href="#content">Skip to main content</a>
<header role="banner"><nav><ul><li><a href="/">Search 1 million pages</a></li></ul></nav></header>
<main role="main" id="content" lang="en">
<div class="gem-c-title"><span class="govuk-caption-xl">Official Statistics</span>
<h1 class="gem-c-title__text">Library visits:
  main findings</h1></div>
<div class="gem-c-metadata"><dl><dt>Published</dt><dd>5 March 2025</dd>
<dt>Applies to</dt><dd>England,
 Wales</dd></dl></div>
<nav class="gem-c-contents-list" role="navigation"><h2>Contents</h2><ol><li><a href="#a">1. Summary</a></li></ol></nav>
<div class="govspeak"><h2 id="a">Summary</h2>
<p>We visited <strong>20</strong>&nbsp;libraries<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="govuk-link"
 rel="footnote">[footnote 1]</a></sup>, of which
12&#8201;were open (60%)&#8230;</p>
<p>There were 3 outcomes:</p>
<ul>
  <li>good: 12</li>
  <li><p>fair: 6, of these
    <ul><li>rural: 4</li><li>urban: 2</li></ul></li>
  <li>poor: 2</li>
</ul>
<h3 id="t1">Table 1: Visits by county</h3>
<table><thead>
<tr><th scope="col" rowspan="2">County</th><th colspan="2" scope="colgroup">Outcome</th></tr>
<tr><th scope="col">Good</th><th scope="col">Fair or poor</th></tr></thead>
<tbody><tr><th scope="row">Kent</th><td>8</td><td>5</td></tr>
<tr><th scope="row">Essex</th><td>4</td><td>3</td></tr></tbody></table>
<figure class="image"><img src="a.png" alt="A bar for each county: Kent 13."><figcaption>Visits</figcaption></figure>
<div class="footnotes" role="doc-endnotes"><ol><li id="fn:1" role="doc-endnote">
<p>Without mobile ones. <a href="#fnref:1" class="govuk-link" role="doc-backlink" aria-label="go to where this is
 referenced">&#8617;</a> <a href="#fnref:1:1" role="doc-backlink">&#8617;<sup>2</sup></a></p></li></ol></div>
</div></main>
<footer><p>&copy; Crown copyright 2025</p></footer></body></html>
"""

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><title>x</title></head>
<body lang=EN-GB><div class=WordSection1>
<p class=MsoTitle>Library visits: main findings</p>
<h2>Summary</h2>
<p class=MsoNormal>We visited <b>20</b>\xa0libraries<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"
title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'>[1]</span></span></a>, of
which 12 were open (60%)…<o:p></o:p></p>
<p class=MsoNormal>There were 3 outcomes:</p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>\xb7<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>good: 12</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>\xb7</span>fair: 6,
of these</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>rural: 4</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'>urban: 2</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'>poor: 2</p>
<p class=MsoCaption>Table 1: Visits by county</p>
<table class=MsoTableGrid border=1>
<tr><td rowspan=2><p class=MsoNormal>County</p></td><td colspan=2><p class=MsoNormal>Outcome</p></td></tr>
<tr><td><p class=MsoNormal>Good</p></td><td><p class=MsoNormal>Fair or<br>poor</p></td></tr>
<tr><td><p class=MsoNormal>Kent</p></td><td><p class=MsoNormal>8</p></td><td><p class=MsoNormal>5</p></td></tr>
<tr><td><p class=MsoNormal>Essex</p></td><td><p class=MsoNormal>4</p></td><td><p class=MsoNormal>3<o:p></o:p></p></td>
</tr></table>
</div><div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span
class=MsoFootnoteReference>[1]</span></a> Without mobile ones.</p></div></div></body></html>
""".encode("cp1252")

OURS = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Library visits: main findings – site</title></head><body>
<header><nav><ul><li>Home</li></ul></nav></header>
<main id="main"><h1>Library visits: main findings</h1>
<h2>Summary</h2>
<p>We visited <a href="numbers/visits.html#visits.england.total"><data value="20">20</data></a> libraries
<a id="ref-1" href="#note-1" aria-label="Footnote 1">[footnote 1]</a>, of which <span
data-ref="visits.england.open">12</span> were open (60%)…</p>
<p>There were 3 outcomes:</p>
<ol><li>good: 12</li><li>fair: 6, of these <ul><li>rural: 4</li><li>urban: 2</li></ul></li><li>poor: 2</li></ol>
<figure><figcaption>Table 1: Visits by county</figcaption>
<table data-table="visits"><thead><tr><th rowspan="2">County</th><th colspan="2">Outcome</th></tr>
<tr><th>Good</th><th>Fair or poor</th></tr></thead>
<tr><th scope="row">Kent</th><td>8</td><td>5</td></tr><tr><th scope="row">Essex</th><td>4</td><td>3</td></tr></table>
</figure>
<h2>Footnotes</h2>
<ol><li id="note-1">Without mobile ones. <a href="#ref-1">Back to footnote 1 in the text</a></li></ol>
</main></body></html>
"""

PAGES = {"govuk": GOVUK.encode(), "word": WORD, "ours": OURS.encode()}


def the_table(document: Document) -> Table:
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    return table


def the_list(document: Document) -> ItemList:
    (items,) = [block for block in document.blocks if isinstance(block, ItemList)]
    return items


@pytest.mark.parametrize("style", PAGES)
def test_one_publication_reads_the_same_from_three_programs(style: str) -> None:
    document = read_page(PAGES[style], "visits.html")
    assert document.title == "Library visits: main findings"
    (visited,) = [passage for passage in document.passages() if passage.text.startswith("We visited")]
    assert visited.text.replace("\xa0", " ").replace("\u2009", " ") == (
        "We visited 20 libraries, of which 12 were open (60%)…"
    )
    (footnote,) = visited.marked(MarkKind.FOOTNOTE)
    assert (footnote.start, footnote.end, footnote.value) == (len("We visited 20 libraries"),) * 2 + ("1",)
    items = the_list(document)
    assert items.lead is not None
    assert items.lead.text == "There were 3 outcomes:"
    assert [(item.level, item.text) for item in items.items] == [
        (1, "good: 12"),
        (1, "fair: 6, of these"),
        (2, "rural: 4"),
        (2, "urban: 2"),
        (1, "poor: 2"),
    ]
    table = the_table(document)
    assert [cell.text for cell in table.header] == ["County", "Outcome Good", "Outcome Fair or poor"]
    assert [[cell.text for cell in row] for row in table.rows] == [["Kent", "8", "5"], ["Essex", "4", "3"]]
    assert table.label_columns == 1
    assert table.caption is not None
    assert table.caption.text == "Table 1: Visits by county"
    (note,) = document.notes
    assert (note.label, note.passage.text, note.passage.role) == ("1", "Without mobile ones.", Role.NOTE)
    assert note.back_links == (2 if style == "govuk" else 1)


@pytest.mark.parametrize("style", PAGES)
def test_every_passage_names_a_line_that_holds_its_first_word(style: str) -> None:
    document = read_page(PAGES[style], "visits.html")
    for passage in document.passages():
        first = passage.text.replace("\xa0", " ").split()[0][:6] if passage.text else ""
        line = document.source[passage.where().line - 1]
        assert first in line.replace("&nbsp;", " "), (passage.text, line)


def test_furniture_is_kept_apart_and_what_is_not_shown_is_left_out() -> None:
    document = read_page(PAGES["govuk"], "visits.html")
    read = " ".join(passage.text for passage in document.passages())
    furniture = [block.text for block in document.blocks if isinstance(block, Passage) and block.role is Role.FURNITURE]
    assert "We use 9 essential cookies" in furniture
    assert "1. Summary" in furniture
    for words in ("cookies", "million", "4711", "12px", "Skip", "Contents", "Crown", "↩"):
        assert words not in read


def test_names_with_their_values_read_as_one_passage_each() -> None:
    texts = [passage.text for passage in read_page(PAGES["govuk"], "visits.html").passages()]
    assert "Published: 5 March 2025" in texts
    assert "Applies to: England, Wales" in texts


def test_marks_of_our_pages_stand_on_the_words_that_they_mark() -> None:
    (visited,) = [
        passage for passage in read_page(PAGES["ours"], "visits.html").passages() if passage.text.startswith("We v")
    ]
    marked = [(mark.kind, visited.text[mark.start : mark.end], mark.value) for mark in visited.marks]
    assert marked == [
        (MarkKind.FIGURE, "20", "visits.england.total"),
        (MarkKind.VALUE, "20", "20"),
        (MarkKind.FOOTNOTE, "", "1"),
        (MarkKind.FIGURE, "12", "visits.england.open"),
    ]


def test_a_page_nested_beyond_reading_is_refused() -> None:
    with pytest.raises(PublicationUnreadable, match="nested"):
        read_page(b"<div>" * 100_000 + b"54 visits", "deep.html")
