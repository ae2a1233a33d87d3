"""Passages, headings, lists, notes and furniture of texts, as a person reads them."""

import pytest

from areasend.check.numbers.documents.furniture import is_frame, is_kind, is_links, is_page_number
from areasend.check.numbers.documents.model import Document, ItemList, MarkKind, Passage, Role
from areasend.check.numbers.documents.plain import read_text
from areasend.check.numbers.documents.plain_inline import inline
from areasend.check.numbers.documents.plain_source import joined, source_lines, words_of


def read(text: str) -> Document:
    return read_text(text, "a.txt")


def blocks(text: str) -> list[tuple[str, str]]:
    """Each block as (role and level, text); of a list its items with their depth."""
    found: list[tuple[str, str]] = []
    for block in read(text).blocks:
        if isinstance(block, Passage):
            found.append((f"{block.role.value}{block.level or ''}", block.text))
        elif isinstance(block, ItemList):
            found.append(("list", " / ".join(f"{item.level} {item.text}" for item in block.items)))
        else:
            found.append(("table", ""))
    return found


def texts(text: str) -> list[str]:
    return [passage.text for passage in read(text).passages()]


# headings and titles


def test_plain_headings_stand_alone_and_the_first_is_the_title() -> None:
    text = "Official Statistics\n\nAll about it\n\nPublished 1 May\n\nA first part\n\nText of it."
    text += "\n\n1.2 A smaller part\n\nText."
    assert blocks(text) == [
        ("furniture", "Official Statistics"),
        ("heading1", "All about it"),
        ("paragraph", "Published 1 May"),
        ("heading2", "A first part"),
        ("paragraph", "Text of it."),
        ("heading3", "1.2 A smaller part"),
        ("paragraph", "Text."),
    ]
    assert read(text).title == "All about it"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Guidance\n\nWhat is new", "What is new"),
        ("## A\n\n# B\n\nText.", "B"),
        ("Just a sentence.", ""),
        ("", ""),
        ("- an item", ""),
        ("[Home](#)", ""),
    ],
)
def test_the_title_is_the_highest_heading_or_the_only_line(text: str, title: str) -> None:
    assert read(text).title == title


def test_marked_headings_have_their_level_and_short_lines_below_them_none() -> None:
    text = "# One ##\n\nTwo\n===\n\nThree\n---\n\nA short line\n\n**A bold one**\n\nText."
    text += "\n\n**Another:**\n\nText.\n\n---\n\nEnd."
    assert blocks(text) == [
        ("heading1", "One"),
        ("heading1", "Two"),
        ("heading2", "Three"),
        ("paragraph", "A short line"),
        ("heading3", "A bold one"),
        ("paragraph", "Text."),
        ("heading3", "Another:"),
        ("paragraph", "Text."),
        ("paragraph", "End."),
    ]


def test_headings_over_two_lines_are_one_and_bold_ones_have_one_level() -> None:
    text = "# T\n\n## U\n\n**List of the 5 areas in the**\n\n# **county of it**\n\n- a"
    text += "\n\n**List of all areas as part of  \nvisits**\n\n- b"
    assert blocks(text)[2:] == [
        ("heading1", "List of the 5 areas in the county of it"),
        ("list", "1 a"),
        ("heading1", "List of all areas as part of visits"),
        ("list", "1 b"),
    ]


def test_numbers_before_headings_are_not_items() -> None:
    text = "A report\n\n1. Where it began\n\nWe saw 5.\n\n2. How it ended\nWe then saw 6 of them in all these years."
    text += "\n\nWe need:\n\n1. More\n\nSo it is."
    assert [block for block in blocks(text) if block[0] != "paragraph"] == [
        ("heading1", "A report"),
        ("heading2", "Where it began"),
        ("heading2", "How it ended"),
        ("list", "1 More"),
    ]


def test_headings_without_empty_lines_are_told_by_lines_ended_early() -> None:
    text = "Summary\nThis holds all of what was found in the years that we looked at.\n"
    text += "More\nHere are 5 more of them, which were found somewhat later than that."
    assert [role for role, _ in blocks(text)] == ["heading1", "paragraph", "heading2", "paragraph"]


def test_lines_that_each_begin_anew_are_no_sentence() -> None:
    assert blocks("The Office\n1 Long Street\nBath\n\nText of it.") == [
        ("paragraph", "The Office"),
        ("paragraph", "1 Long Street"),
        ("paragraph", "Bath"),
        ("paragraph", "Text of it."),
    ]


# paragraphs


@pytest.mark.parametrize(
    "text",
    [
        "In these areas, we\n\nfound that 5 of 6 were late.",
        "In these areas, we\n\n\n12\n\nfound that 5 of 6 were late.",
        "In these areas, we\n\n[Home](#) ▾ [More](#)\n\nfound that 5 of 6 were late.",
        "In these\nareas, we found\nthat 5 of 6\nwere late.",
        "In these areas, we\r\n\r\nfound that 5 of 6 were late.",
        "\ufeffIn these areas, we found that 5 of 6 were late.",
        "In these areas, we found\u00a0that 5\u200b of 6 were\u2009late.",
        "In these areas, we fou\u00adnd that 5 of 6 were late.",
        "> In these areas, we\n> found that 5 of 6 were late.",
        "In these areas, <!-- we\nsaw 7 and --> we found that 5 of 6 were late.",
        "In *these* areas, **we** found that <b>5</b> of&nbsp;6 were [late](http://a.b/c_(d)).",
    ],
)
def test_a_sentence_is_whole_however_it_was_broken(text: str) -> None:
    assert texts(text) == ["In these areas, we found that 5 of 6 were late."]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("The third and last set of visits, for", "2025 will look at schools.", True),
        ("We visited all of those areas that had been chosen in January", "2025 in the first half of it.", True),
        ("We saw many of them, e.g.", "those in Bath.", True),
        ("We saw many of them.", "those in Bath.", False),
        ("We saw many of them in", "Bath and York and then some more.", False),
        ("We saw very many of them in the city of", "Bath and York and then some more.", True),
        ("A short heading", "text that begins small.", False),
    ],
)
def test_passages_are_joined_only_where_a_sentence_goes_on(above: str, below: str, whole: bool) -> None:
    assert (texts(f"{above}\n\n{below}") == [f"{above} {below}"]) is whole


def test_each_line_of_a_passage_has_its_offset() -> None:
    (passage,) = read("Of these, inspec-\ntions were\n\n5\n\nmade in 2024-\n25 in all [1]\n[2] places.").blocks[:1]
    assert isinstance(passage, Passage)
    assert passage.text == "Of these, inspections were made in 2024-25 in all places."
    assert passage.lines == ((0, 1), (16, 2), (27, 6), (40, 7), (50, 8))
    assert [(mark.start, mark.value) for mark in passage.marked(MarkKind.FOOTNOTE)] == [(49, "1"), (49, "2")]
    assert passage.where(50).line == 8


@pytest.mark.parametrize(
    ("first", "second", "elsewhere", "whole"),
    [
        ("inspec-", "tions", "", "inspections"),
        ("data-", "sharing", "data is for sharing", "data-sharing"),
        ("data-", "sharing", "datasharing", "datasharing"),
        ("well-", "being", "", "well-being"),
        ("multi-", "agency", "multi-agency", "multi-agency"),
        ("North-", "East", "", "North-East"),
        ("2023–", "24", "", "2023–24"),
        ("x -", "y", "", "x - y"),
        ("5-", "year", "", "5- year"),
        ("multi\u00ad", "plied", "", "multiplied"),
    ],
)
def test_hyphens_at_the_end_of_lines(first: str, second: str, elsewhere: str, whole: str) -> None:
    assert joined([(1, first), (2, " "), (3, second)], words_of(elsewhere))[0] == whole


def test_a_space_between_digits_stays_as_it_is() -> None:
    assert texts("There are 12\u00a0345 and 6\u2009789 of\u00a0them. \u00a05") == [
        "There are 12\u00a0345 and 6\u2009789 of them. 5"
    ]


def test_source_lines_end_as_in_an_editor() -> None:
    assert source_lines("\ufeffa\r\nb\rc\u2028d\x0ce\n\n") == ("a", "b", "c\u2028d\x0ce", "")
    assert read("a\nb").source == ("a", "b")


# marks


@pytest.mark.parametrize(
    ("source", "text", "labels"),
    [
        ("It is.[footnote 1] So", "It is. So", ["1"]),
        ("It is. [\\[footnote 2\\]](#) So", "It is. So", ["2"]),
        ("It is.<sup>[\\[footnote 3\\]](#f3)</sup>", "It is.", ["3"]),
        ("It [note 4], too", "It, too", ["4"]),
        ("It [1, 2] is [^a][^5]", "It is", ["1", "2", "a", "5"]),
        ("Areas¹,² and 54³ of 5 m² and 6 km²", "Areas and 54 of 5 m² and 6 km²", ["1", "2", "3"]),
        ("It<sup>1</sup> is the 1<sup>st</sup>", "It is the 1st", ["1"]),
        ("It <sup><a href='#a'>[6]</a></sup> is", "It is", ["6"]),
        ("(see note 2) of [2024] and [x]", "(see note 2) of [2024] and [x]", []),
        ("[1] before", "before", ["1"]),
    ],
)
def test_footnote_markers_are_taken_out_and_marked(source: str, text: str, labels: list[str]) -> None:
    found = inline([(1, source)])
    assert (found.text, [mark.value for mark in found.marks]) == (text, labels)
    assert all(mark.start == mark.end for mark in found.marks)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("5 * 3 and *it* and **b** and __c__ and _d_", "5 * 3 and it and b and c and d"),
        ("snake_case and Total* and 2*3*4", "snake_case and Total* and 2*3*4"),
        ("`code` ~~not~~ \\*so\\* \\# \\a", "code not *so* # \\a"),
        ("[a [b] c](d) and e](f) and [g]", "a [b] c and e](f) and [g]"),
        ('![a map](m.png "Map") and [it](x "y")', "a map and it"),
        ("a<br>b <span class='x'>c</span> <http://d.e> <f@g.h> x < 5 <y", "a b c http://d.e f@g.h x < 5 <y"),
        ("&lt;5 &amp; &#54; &#x35; &bogus; R&D; &nbsp;x", "<5 & 6 5 &bogus; R&D; x"),
        ("end. ↩ ↩<sup>2</sup>", "end."),
        ("**", ""),
    ],
)
def test_marks_of_markdown_and_html_are_taken_out(source: str, text: str) -> None:
    assert inline([(7, source)]).text == text
    assert inline([(7, source)]).lines == ((0, 7),)


def test_a_line_of_which_nothing_is_left_has_no_place() -> None:
    assert inline([(1, "a"), (2, "[1]")]).lines == ((0, 1),)


# lists


@pytest.mark.parametrize("marker", ["•", "-", "*", "–", "◦", "\t•\t"])
def test_lists_of_any_marker_have_their_items_and_their_lead(marker: str) -> None:
    text = f"We found:\n\n{marker} one that\n  goes on\n{marker} two of\n\n12\n\n{marker} three\n\nThe end."
    document = read(text)
    found = next(block for block in document.blocks if isinstance(block, ItemList))
    assert [item.text for item in found.items] == ["one that goes on", "two of", "three"]
    assert found.lead is not None
    assert found.lead.text == "We found:"


def test_lists_part_where_their_numbers_begin_again_or_their_marker_changes() -> None:
    text = "1. a\n2. b\n\n1. c\n2. d\n\n- e\n\n* f\n   1. g\n   2. h\n* i\n\na) j\n(b) k\n"
    assert blocks(text) == [
        ("list", "1 a / 1 b"),
        ("list", "1 c / 1 d"),
        ("list", "1 e"),
        ("list", "1 f / 2 g / 2 h / 1 i"),
        ("list", "1 j / 1 k"),
    ]


def test_items_nest_by_indent_or_by_marker() -> None:
    assert blocks("• a\n    – b\n        - c\n  – d\n• e") == [("list", "1 a / 2 b / 3 c / 2 d / 1 e")]
    assert blocks("• a\n– b\n– c\n• d") == [("list", "1 a / 2 b / 2 c / 1 d")]
    assert blocks("    - a\n- b") == [("list", "1 a / 1 b")]


def test_lines_of_print_differ_in_length() -> None:
    lines = [
        "The council of the county and the boards of health of the Great North Integrated",
        "Care Board are responsible for the planning and for the commissioning of all services in it",
        "for children",
    ]
    assert texts("\n".join(lines)) == [" ".join(lines)]


def test_markers_in_the_middle_of_a_sentence_are_words() -> None:
    text = "There were many areas in the whole region\n– 54 of them in all – and we went to\n2. The rest came:\n- one."
    assert [role for role, _ in blocks(text)] == ["paragraph", "list"]
    assert blocks("- many areas in the whole of the region, of which\n– 54 of them in all – are large\n- few") == [
        ("list", "1 many areas in the whole of the region, of which – 54 of them in all – are large / 1 few")
    ]


def test_an_item_ends_where_a_text_or_anything_else_begins() -> None:
    text = "- one\nThis is a new paragraph that has a long line.\n\n- two\nFigure 1: It all"
    text += "\n\n- three\n[Home](#)\n- four\nSee Figure 1\n"
    assert [text for role, text in blocks(text) if role == "list"] == ["1 one", "1 two", "1 three / 1 four"]


def test_bullets_on_lines_of_their_own_belong_to_what_follows() -> None:
    assert blocks("•\nOne thing\n\n•\nAnother\n\n-\n\nThe end of it.") == [
        ("list", "1 One thing / 1 Another"),
        ("paragraph", "The end of it."),
    ]


# notes


def notes(text: str) -> list[tuple[str, int, str]]:
    return [(note.label, note.back_links, note.passage.text) for note in read(text).notes]


def test_notes_are_the_last_list_if_markers_name_them_or_ways_lead_back() -> None:
    assert notes("Five.[1]\n\n1. A note on\n   two lines\n2. B") == [("1", 0, "A note on two lines"), ("2", 0, "B")]
    assert notes("Five.\n\n  1. A ↩\n\n## Help us improve GOV.UK\n\n[a](#)") == [("1", 1, "A")]
    assert notes("Five.\n\n1. A\n2. B") == []
    assert notes("Five.[1] We need:\n\n1. A\n2. B") == []
    assert notes("Five.[1]\n\n1. A\n\nThe end.") == []


def test_notes_stand_below_their_heading_or_begin_with_their_marker() -> None:
    assert notes("T.\n\nFootnotes\n\n1. A\n2. B\n\nAnnex\n\n1. C\n\nD.") == [("1", 0, "A"), ("2", 0, "B")]
    assert notes("T[^x] and.\n\n[^x]: A\n  b\n[^y]: C") == [("x", 0, "A b"), ("y", 0, "C")]
    assert notes("T.\n\n[1] A\n[note 2] B\n¹ C") == [("1", 0, "A"), ("2", 0, "B"), ("1", 0, "C")]
    assert notes("T.\n\n`code` ~ !x #y ```") == []


@pytest.mark.parametrize(
    ("marked", "note", "ways", "kept"),
    [
        ("a[1] b[1]", "Year 2023/24\u00a02", 2, "Year 2023/24"),
        ("a[1] b[1] c[1]", "Plans 2 3", 3, "Plans"),
        ("a[1] b[1]", "From Table 2", 0, "From Table 2"),
        ("a[1] b[1]", "As at 3 May 2", 0, "As at 3 May 2"),
        ("a[1]", "Plans 2", 0, "Plans 2"),
        ("a[1] b[1]", "Plans 3", 0, "Plans 3"),
        ("a[1] b[1]", "2", 0, "2"),
        ("a[1] b[1]", "Plans ↩ ↩2", 2, "Plans"),
        ("a[1]", "Plans ↩ ↩ 2", 2, "Plans"),
        ("a[1]", "Plans ↩²", 1, "Plans"),
    ],
)
def test_what_is_left_of_ways_back_is_no_number(marked: str, note: str, ways: int, kept: str) -> None:
    assert notes(f"Text {marked}.\n\n1. {note}") == [("1", ways, kept)]


# furniture


@pytest.mark.parametrize(
    "text",
    [
        "See Figure 4",
        "View data in an accessible table format.",
        "© Crown copyright 2025",
        "Print this page",
        "We use cookies to.",
    ],
)
def test_the_frame_of_a_page(text: str) -> None:
    assert is_frame(text)
    assert blocks(f"# T\n\n{text}\n\nText.")[1][0] == "furniture"


@pytest.mark.parametrize("text", ["See Figure 4 for the 5 areas", "We found 5.", "x" * 500, "Cookies"])
def test_what_is_no_frame(text: str) -> None:
    assert not is_frame(text)
    assert not is_kind(text)


@pytest.mark.parametrize(
    ("text", "number"), [("12", True), ("- 3 -", True), ("Page 3 of 12", True), ("54 areas", False), ("1 " * 30, False)]
)
def test_numbers_of_pages(text: str, number: bool) -> None:
    assert is_page_number(text) is number


@pytest.mark.parametrize(
    ("source", "links"),
    [
        ("[Home](#) ▾ [More \\[5\\]](a_(b))", True),
        ("- [Home](#)", True),
        ("[Home](#) and [more](#)", False),
        ("[Home](#).", False),
        ("Home", False),
    ],
)
def test_lines_of_links(source: str, links: bool) -> None:
    assert is_links(source) is links


def test_a_contents_list_a_menu_and_running_heads_are_furniture() -> None:
    entries = ["First part", "Long second part", "Third part"]
    text = "The title\n\nContents\n\nFirst part\nLong second part\n3. Third part\n\n"
    text += "\n\n".join(f"{entry}\n\nA text." for entry in entries)
    assert [text for role, text in blocks(text) if role == "furniture"] == ["Contents", *entries]
    assert [text for role, text in blocks(text) if role == "heading2"] == entries
    assert blocks("# T\n\nText.\n\n## Menu of it\n\n[a](#)\n\n## U\n\nText.")[2][0] == "furniture"
    pages = "\n\n".join(f"Some areas were seen on the\n\nAnnual report\n\n{page}\n\nway." for page in (1, 2, 3))
    assert {text for role, text in blocks(pages) if role == "paragraph"} == {"Some areas were seen on the way."}
    assert [role for role, _ in blocks("Where it began ........ 3\n\nText.")] == ["furniture", "paragraph"]


def test_the_foot_of_a_page_is_furniture_but_a_sentence_with_a_figure_is_not() -> None:
    text = "# T\n\nText.\n\nServices and information\n\nBenefits\n\nWork and so on\n\nWe saw 5 areas."
    assert [role for role, _ in blocks(text)][2:] == ["furniture", "furniture", "furniture", "paragraph"]


def test_links_and_search_help_over_broken_lines_are_furniture() -> None:
    text = "[Home](#) ▾ [Education, training\nand skills](#)\n\n# T\n\nClick on Ctrl + F on a laptop or\nCommand + F."
    assert [role for role, _ in blocks(text)] == ["furniture", "heading1", "furniture"]


def test_what_pages_repeat_at_their_edges_is_furniture() -> None:
    places = ["Bath", "York", "Hull", "Leeds"]
    pages = [
        f"A report of it\nof May {page}\n\f◼ All of the 5 areas were\n\nseen in {place}."
        for page, place in enumerate(places, start=1)
    ]
    heads = [block for block in read("\n".join(pages)).blocks if isinstance(block, Passage)]
    assert [head.text for head in heads if head.role is Role.FURNITURE][:2] == ["A report of it", "of May 1"]
    rows = "\n".join(f"{page} areas\n\fTotal {5 * page} 6\nMore." for page in (1, 2, 3))
    assert "15" in texts(rows)


def test_a_question_may_be_a_heading() -> None:
    assert [role for role, _ in blocks("T of it all\n\nWhat do we do?\n\nText.\n\nIs it so?\n\nText.")] == [
        "heading1",
        "heading2",
        "paragraph",
        "paragraph",
        "paragraph",
    ]


def test_captions_and_pictures_are_no_headings() -> None:
    text = "# T\n\n### Figure 1: A map\n\n![The map shows 5 areas](m.png)\n\n**Table 2 - Numbers**"
    text += "\n\nFigure 3 shows 5.\n\nFigure 4: All.\nOf it.\n\nText of\nfigure 4: it ends.\n\nFigure 1.5 shows."
    assert [role for role, _ in blocks(text)][1:] == [
        "caption",
        "alternative",
        "caption",
        "paragraph",
        "caption",
        *["paragraph"] * 3,
    ]


def test_code_and_rules_are_left_out() -> None:
    assert blocks("```\nWe saw 5.\n```\n\n***\n\n**\n\n|---|---|\n\na\t---\n---\t---") == [
        ("paragraph", "We saw 5."),
        ("table", ""),
    ]


def test_roles_of_what_is_read() -> None:
    document = read("# T\n\nText.\n\n- a\n\nSee Figure 1")
    assert [passage.role for passage in document.passages()] == [Role.HEADING, Role.PARAGRAPH, Role.ITEM]
