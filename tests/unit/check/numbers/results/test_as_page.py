"""The page of a check, read back with a parser of its own: links both ways, every number, nothing that runs."""

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from itertools import pairwise

from tests.checked_documents import DOCUMENT, FINDINGS, NAME, RESULT, ROSES, SAID, finding, judged, number, passage

from areasend.check.numbers import Acceptance, Report, report_page, reported
from areasend.check.numbers.documents.model import Document, ItemList, Mark, MarkKind, Role, Table, Where
from areasend.check.numbers.results.model import Kind, Severity, Status
from areasend.check.numbers.results.shown import shown


class Read(HTMLParser):
    """Elements with their attributes, and all text."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.html = report_page(report, version="1").decode()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.elements if "id" in attributes]

    def links(self) -> list[str]:
        return [str(attributes["href"]) for tag, attributes in self.elements if tag == "a"]

    def of(self, key: str) -> dict[str, str | None]:
        (found,) = [attributes for _, attributes in self.elements if attributes.get("id") == key]
        return found


PAGE = Read(reported(RESULT))


def test_every_link_stays_in_the_page_and_leads_somewhere() -> None:
    accepted = Acceptance(
        where=Where(file="a", line=1), kind=ROSES.kind, file="note.txt", found="5", line=2, reason="So."
    )
    for page in (PAGE, Read(reported(RESULT, (accepted,))), Read(Report(documents=(), judged=(), findings=()))):
        assert Counter(page.ids()).most_common(1)[0][1] == 1
        assert {link for link in page.links() if link[1:] not in page.ids()} == set()
        assert all(link.startswith("#") for link in page.links())


def test_every_number_is_there_once_with_its_state_in_words() -> None:
    for entry in RESULT.judged:
        shown_as = PAGE.of(f"n{entry.number.id}")
        assert shown_as["class"] == entry.status.value
        assert shown_as["aria-label"] == f"{entry.number.text}, {entry.status.value}"
        assert str(shown_as["title"]).startswith(f"{entry.status.value}: ")


def test_a_number_leads_to_its_remark_and_that_back() -> None:
    assert [PAGE.of(key)["href"] for key in ("n1", "n2", "n0")] == ["#f1", "#f2", "#s1"]
    for remark, place in (("f1", "n1"), ("f2", "n2"), ("f3", "p0-12")):
        after = PAGE.html.split(f'id="{remark}"')[1].split("</li>")[0]
        assert f'href="#{place}"' in after
    assert 'href="#f3">remark 3</a>' in PAGE.html.split('id="p0-12"')[1].split("</th>")[0]


def test_an_accepted_remark_is_led_to_and_shows_its_reason() -> None:
    entry = Acceptance(
        where=Where(file="a", line=1), kind=ROSES.kind, file="note.txt", found="5", line=2, reason="So <it> is."
    )
    page = Read(reported(RESULT, (entry,)))
    assert page.of("n1")["href"] == "#a1"
    assert page.of("n2")["href"] == "#f1"
    assert "Reason: So <it> is." in page.text


def test_the_counts_and_the_document_are_there() -> None:
    for said in (
        "12 numbers read. 2 errors, 1 query.",
        "Of 14 gardens, 5 (35%) had roses, and 9 had none; 120 people asked.",
        "Table 1: gardens by county",
        "Menu Search Contact",
        "[1] Counted by 7 gardeners.",
        "7 inspections: E06000000-2023-02-06, E06000001-2023-02-06,",
        "E06000004-2023-02-06 and 2 more",
        'quote = "Of 14 gardens, 5 (35%) had roses, and 9 had none; 120 people asked."',
    ):
        assert said in PAGE.text, said
    assert re.findall(r"<mark>(.*?)</mark>", PAGE.html) == ["5", "35%", "Dorset"]


def test_headings_leave_no_level_out() -> None:
    headings = [
        passage(key, f"Part {key}", Role.HEADING, level=level) for key, level in enumerate((3, 6, 6, 9, 3, 1, 4))
    ]
    nothing = passage(7, " ", Role.HEADING, level=2)
    document = Document(file="f", title="T", blocks=(*headings, nothing))
    page = Read(Report(documents=(document,), judged=(), findings=()))
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h\d", tag)]
    assert levels[-8:-1] == [4, 5, 5, 6, 4, 4, 5]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_no_document_can_put_anything_into_the_page() -> None:
    bad = '<script>alert(1)</script><img src=x onerror="x">"\u202e\0\ud800'
    said = passage(0, f"{bad} 5", file=bad)
    tables = Table(header=(passage(1, bad, file=bad),), rows=((passage(2, bad, file=bad),),), caption=None, name=bad)
    entry = number(0, said, "5")
    about = finding(
        said,
        found=bad,
        expected=bad,
        quote=said.text,
        message=bad,
        computed=bad,
        advice=bad,
        records=(bad,),
        numbers=(0,),
    )
    report = Report(
        documents=(Document(file=bad, title=bad, blocks=(said, tables)),),
        judged=(judged(entry, Status.CONTRADICTED, bad, 0),),
        findings=(about,),
    )
    page = Read(report)
    assert not {tag for tag, _ in page.elements} & {"script", "img"}
    assert not {name for _, attributes in page.elements for name in attributes if name.startswith("on")}
    assert not {"\u202e", "\0"} & set(page.html)


def test_tables_without_rows_labels_or_headings() -> None:
    def cells(*texts: str) -> tuple[object, ...]:
        return tuple(passage(key, text, Role.CELL) for key, text in enumerate(texts))

    blocks = (
        Table(header=cells("A", "B"), rows=(), caption=None),  # type: ignore[arg-type]
        Table(header=cells("", ""), rows=(cells("x", ""),), caption=passage(9, " ", Role.CAPTION), label_columns=2),  # type: ignore[arg-type]
        ItemList(items=(passage(5, "deep", Role.ITEM, level=9), passage(6, "flat", Role.ITEM))),
    )
    page = Read(Report(documents=(Document(file="f", title="", blocks=blocks),), judged=(), findings=()))
    assert [tag for tag, attributes in page.elements if tag == "th" and attributes["scope"] != "col"][6:] == []
    assert page.html.count("<th scope") == 3 + 6
    assert "depth4" in page.html
    assert "depth1" in page.html


def test_notes_are_marked_where_they_stood_and_overlapping_numbers_do_no_harm() -> None:
    said = replace(
        passage(0, "Of 26 areas"), marks=(Mark(MarkKind.FOOTNOTE, 5, 5, "2"), Mark(MarkKind.QUOTED, 0, 2, "x"))
    )
    wide = number(0, said, "26")
    inside = replace(wide, id=1, start=4, end=5, value=Decimal(6))
    report = Report(
        documents=(Document(file="note.txt", title="T", blocks=(said,)),),
        judged=(judged(wide, Status.VERIFIED, "a"), judged(inside, Status.VERIFIED, "b")),
        findings=(),
    )
    cut = shown(report).documents[0].blocks[0].passages[0].segments
    assert [(part.text, part.number is not None, part.note) for part in cut] == [
        ("Of ", False, False), ("26", True, False), ("2", False, True), (" areas", False, False),
    ]  # fmt: skip


def test_a_finding_of_no_passage_leads_nowhere_and_one_of_a_line_to_the_words_it_quotes() -> None:
    lost = finding(SAID, found="", expected="", where=Where(file="accepted.toml", line=1), kind=Kind.ACCEPTANCE)
    row = [passage(key, text, Role.CELL, line=3) for key, text in enumerate(("Kent", "4", "Dorset"), 20)]
    table = Table(header=HEADER3, rows=(tuple(row),), caption=None)
    document = replace(DOCUMENT, blocks=(table,))
    about = [finding(cell, found="", expected="", quote=cell.text, severity=Severity.QUERY) for cell in row]
    odd = finding(row[0], found="", expected="", quote="elsewhere")
    seen = shown(Report(documents=(document,), judged=(), findings=(lost, *about, odd)))
    assert seen.places == ("", "p0-20", "p0-21", "p0-22", "p0-20")


HEADER3 = tuple(passage(key, str(key), Role.CELL, line=1) for key in (17, 18, 19))


def test_what_a_publication_is_called() -> None:
    def title(*documents: Document) -> str:
        page = Read(Report(documents=documents, judged=(), findings=()))
        return page.html.split("<h1>")[1].split("</h1>")[0]

    plain = Document(file="a.txt", title=" ", blocks=())
    assert title(plain) == "Numbers of a.txt"
    assert title() == "Numbers of no file"
    assert title(DOCUMENT, plain, plain) == "Numbers of Visits to gardens and 2 other files"
    assert title(replace(plain, title="x" * 200)) == f"Numbers of {'x' * 119}…"


def test_no_remark_is_no_certificate() -> None:
    page = Read(reported(replace(RESULT, findings=())))
    assert "No error and no query. That does not make every number right" in page.text
    assert FINDINGS[2] is NAME
