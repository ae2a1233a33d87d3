"""What tags say of words: which element of the document's tree holds them."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.pdf.drawn import HEIGHT, WIDTH, changed, drawn, words

from areasend.reports.pdf import open_pdf
from areasend.reports.pdf import tags as module

# An element is its kind and what it holds: elements, and marked content as the page, from 0, and its number there.
Element = tuple[str, list[Any]]


def tagged(tree: list[Element], pages: int = 1) -> bytes:
    """Pages that print every marked content on a line of its own, as `w` and its number."""
    out = BytesIO()
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
        for _ in range(pages):
            pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        parents: list[list[Any]] = [[] for _ in range(pages)]
        root = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))

        def build(element: Element, parent: Any) -> Any:
            kind, kids = element
            found = pdf.make_indirect(
                pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name(f"/{kind}"), P=parent)
            )
            held = pikepdf.Array()
            for kid in kids:
                if isinstance(kid[0], str):
                    held.append(build(kid, found))
                    continue
                page, number = kid
                held.append(
                    pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=pdf.pages[page].obj, MCID=number) if page else number
                )
                found.Pg = pdf.pages[0].obj
                while len(parents[page]) <= number:
                    parents[page].append(root)
                parents[page][number] = found
            found.K = held
            return found

        root.K = pikepdf.Array([build(element, root) for element in tree])
        numbers = pikepdf.Array()
        for page, held in enumerate(parents):
            lines = "\n".join(
                f"/P <</MCID {number}>> BDC BT /F 12 Tf 72 {700 - 20 * number} Td (w{number}) Tj ET EMC"
                for number in range(len(held))
            )
            sheet = pdf.pages[page].obj
            sheet.Contents = pdf.make_stream(f"{lines}\nBT /F 12 Tf 72 100 Td (untagged) Tj ET".encode())
            sheet.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            sheet.StructParents = page
            numbers.extend([page, pdf.make_indirect(pikepdf.Array(held))])
        root.ParentTree = pdf.make_indirect(pikepdf.Dictionary(Nums=numbers))
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        pdf.save(out)
    return out.getvalue()


def paths(data: bytes) -> list[dict[str, tuple[int, ...]]]:
    """The element of each word, page by page."""
    with open_pdf(data) as pdf:
        return [{word.text: page.element(word) for line in page.lines for word in line.words} for page in pdf.pages]


def test_a_word_s_element_is_its_place_in_the_tree_from_the_root() -> None:
    tree: list[Element] = [
        ("H1", [(0, 0)]),
        ("L", [("LI", [("LBody", [(0, 1)])]), ("LI", [("LBody", [(0, 2), (0, 3)])])]),
    ]
    assert paths(tagged(tree)) == [{"w0": (0,), "w1": (1, 0, 0), "w2": (1, 1, 0), "w3": (1, 1, 0), "untagged": ()}]


def test_a_place_is_the_same_on_every_page() -> None:
    tree: list[Element] = [("P", [(0, 0)]), ("P", [(0, 1), (1, 0)]), ("P", [(1, 1)])]
    assert paths(tagged(tree, pages=2)) == [
        {"w0": (0,), "w1": (1,), "untagged": ()},
        {"w0": (1,), "w1": (2,), "untagged": ()},
    ]


def test_a_link_within_a_paragraph_belongs_to_the_paragraph() -> None:
    tree: list[Element] = [("P", [(0, 0), ("Span", [("Link", [(0, 1)])]), ("Reference", [(0, 2)])])]
    assert paths(tagged(tree)) == [{"w0": (0,), "w1": (0,), "w2": (0,), "untagged": ()}]


def test_an_inline_element_at_the_top_is_a_place_of_its_own() -> None:
    assert paths(tagged([("Span", [(0, 0)]), ("Span", [(0, 1)])])) == [{"w0": (0,), "w1": (1,), "untagged": ()}]


def test_cells_are_places_of_their_own() -> None:
    row: Element = ("TR", [("TD", [("P", [(0, 0)])]), ("TD", [("P", [(0, 1)])])])
    assert paths(tagged([("Table", [row])])) == [{"w0": (0, 0, 0, 0), "w1": (0, 0, 1, 0), "untagged": ()}]


def test_without_tags_a_word_has_no_element() -> None:
    assert paths(drawn(words("Leaders know"))) == [{"Leaders": (), "know": ()}]


@pytest.mark.parametrize("entry", ["/StructTreeRoot", "/MarkInfo"])
def test_marked_content_without_a_tree_has_no_element(entry: str) -> None:
    data = changed(tagged([("P", [(0, 0)])]), lambda pdf: pdf.Root.__delitem__(entry))
    assert paths(data) == [{"w0": (), "untagged": ()}]


def test_a_number_that_the_tree_does_not_hold_has_no_element() -> None:
    def renumber(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.K[1].K = pikepdf.Array([7])

    data = changed(tagged([("P", [(0, 0)]), ("P", [(0, 1)])]), renumber)
    assert paths(data) == [{"w0": (0,), "w1": (), "untagged": ()}]


def deep(levels: int) -> bytes:
    element: Element = ("P", [(0, 0)])
    for _ in range(levels - 1):
        element = ("Sect", [element])
    return tagged([element])


def test_trees_are_followed_to_a_depth_that_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_DEEPEST", 6)
    assert paths(deep(6))[0]["w0"] == (0,) * 6
    assert paths(deep(7))[0]["w0"] == ()


def test_trees_are_followed_to_a_number_of_elements_that_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_ELEMENTS", 3)
    found = paths(tagged([("P", [(0, 0)]), ("P", [(0, 1)]), ("P", [(0, 2)]), ("P", [(0, 3)])]))[0]
    assert [found[f"w{number}"] for number in range(4)] == [(0,), (1,), (2,), ()]


LEAVES = st.just("leaf")
TREES = st.recursive(LEAVES, lambda kids: st.lists(kids, min_size=1, max_size=3), max_leaves=12)


@given(st.lists(TREES, min_size=1, max_size=4))
def test_every_word_is_found_where_the_tree_holds_it(shape: list[Any]) -> None:
    count = 0
    wanted: dict[str, tuple[int, ...]] = {}

    def grown(part: Any, path: tuple[int, ...]) -> Element:
        nonlocal count
        if part == "leaf":
            count += 1
            wanted[f"w{count - 1}"] = path
            return ("P", [(0, count - 1)])
        return ("Sect", [grown(kid, (*path, number)) for number, kid in enumerate(part)])

    data = tagged([grown(part, (number,)) for number, part in enumerate(shape)])
    assert paths(data) == [{**wanted, "untagged": ()}]
