"""What holds for every text: nothing stops the reader, words stand where lines say, broken lines change nothing."""

import re
import textwrap
from collections.abc import Sequence

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from areasend.check.numbers.documents.model import Document, ItemList, Passage, Role, Table
from areasend.check.numbers.documents.plain import read_text

WORDS = ("areas", "inspected", "leaders", "in", "of", "the", "54", "14", "(26%)", "found", "region,", "since", "2024")
SIGNS = ("\n", "\n\n", "\t", "|", "# ", "- ", "1. ", "**", "[", "](#)", "[footnote 1]", "<sup>", "¹", "12", "  ", ": ")

words = st.lists(st.sampled_from(WORDS), min_size=4, max_size=60)
sentences = words.map(lambda chosen: "Then " + " ".join(chosen) + " ended.")
names = st.sampled_from(
    ["East", "North East, Yorkshire and the Humber", "Isle of Wight", "Aged 16 to 25", "The 3 Ridings"]
)
cells = st.sampled_from(["0", "5", "1,234", "86%", "14 (26%)", "[x]", "..", "-"])
titles = st.lists(st.sampled_from(["Good", "Poor grades", "Total"]), min_size=2, max_size=5)


def passages(document: Document) -> list[Passage]:
    shown = [block for block in document.blocks if isinstance(block, Passage) and block.role is Role.FURNITURE]
    return [*document.passages(), *shown]


@settings(max_examples=200)
@given(st.lists(st.one_of(st.sampled_from(SIGNS), st.text(max_size=8)), max_size=30).map("".join))
@example("# a")
@example("a\tb\n\n")
@example("- \n\n1. x")
@example("1\n2\n3")
def test_any_text_is_read_and_every_passage_has_its_own_id_and_a_line(text: str) -> None:
    document = read_text(text, "any.txt")
    found = passages(document)
    assert len({passage.id for passage in found}) == len(found)
    for passage in found:
        offsets = [offset for offset, _ in passage.lines]
        assert offsets[:1] == [0]
        assert offsets == sorted(set(offsets))
        assert all(1 <= line <= max(len(document.source), 1) for _, line in passage.lines)
        assert all(0 <= mark.start <= mark.end <= len(passage.text) for mark in passage.marks)
    for block in document.blocks:
        if isinstance(block, Table):
            assert {len(row) for row in block.rows} <= {len(block.header)}
            assert 1 <= block.label_columns <= max(1, len(block.header) - 1)


@settings(max_examples=100)
@given(st.lists(sentences, min_size=1, max_size=4), st.integers(20, 90), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_word_stands_in_the_line_that_its_place_gives(paragraphs: Sequence[str], width: int, end: str) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    document = read_text(wrapped.replace("\n", end), "words.txt")
    assert document.source == tuple(wrapped.split("\n"))
    for passage in document.passages():
        for word in re.finditer(r"\S+", passage.text):
            assert word[0] in document.source[passage.where(word.start()).line - 1].split()


@settings(max_examples=100)
@given(st.lists(sentences, min_size=1, max_size=5), st.integers(25, 100))
def test_a_text_reads_the_same_however_its_lines_are_broken(paragraphs: Sequence[str], width: int) -> None:
    wrapped = [textwrap.fill(paragraph, width) for paragraph in paragraphs]
    # A line that ends in two numbers is what a row of a table without borders looks like.
    assume(not any(re.search(r"[\d%]\S* \S*[\d%]\S*$", line) for text in wrapped for line in text.split("\n")))
    whole = read_text("\n\n".join(paragraphs), "whole.txt")
    broken = read_text("\n\n".join(wrapped), "broken.txt")
    assert [passage.text for passage in whole.passages()] == paragraphs
    assert [passage.text for passage in broken.passages()] == paragraphs


@settings(max_examples=100)
@given(titles, st.lists(st.tuples(names, st.lists(cells, min_size=5, max_size=5)), min_size=1, max_size=6))
def test_a_table_reads_the_same_with_tabs_bars_or_spaces(
    columns: Sequence[str], body: Sequence[tuple[str, Sequence[str]]]
) -> None:
    header = ["Region", *columns]
    rows = [[name, *numbers[: len(columns)]] for name, numbers in body]
    tabs = "\n".join("\t".join(row) for row in [header, *rows])
    bars = "\n".join(f"| {' | '.join(row)} |" for row in [header, ["---"] * len(header), *rows])
    wide = "\n".join(f"{row[0]:40}" + "".join(f"{cell:>14}" for cell in row[1:]) for row in [header, *rows])
    bare = "\n".join(" ".join(row) for row in [header, *rows])
    for text in (tabs, bars, wide, bare):
        (table,) = read_text(f"Before it.\n\n{text}\n\nAfter it.", "table.txt").blocks[1:-1]
        assert isinstance(table, Table)
        assert [cell.text for cell in table.header] == header
        assert [[cell.text for cell in row] for row in table.rows] == rows


@settings(max_examples=60)
@given(st.lists(words, min_size=1, max_size=6), st.sampled_from(["•", "-", "*", "–", "  •", "1.", "a)"]), st.booleans())
def test_a_list_has_the_items_that_were_written(items: Sequence[Sequence[str]], marker: str, apart: bool) -> None:
    numbers = {"1.": "123456", "a)": "abcdef"}.get(marker, "")
    signs = [f"{number}{marker[-1]}" for number in numbers] or [marker] * len(items)
    texts = ["Some " + " ".join(item) for item in items]
    lines = [
        textwrap.fill(f"{sign} {text}", 60, subsequent_indent="   ") for sign, text in zip(signs, texts, strict=False)
    ]
    document = read_text("We found:\n\n" + ("\n\n" if apart else "\n").join(lines) + "\n\nSo it ended.", "list.txt")
    (found,) = (block for block in document.blocks if isinstance(block, ItemList))
    assert [item.text for item in found.items] == texts
    assert {item.level for item in found.items} == {1}
    assert found.lead is not None
    assert found.lead.text == "We found:"
