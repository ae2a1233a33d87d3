"""A reading as one HTML file: whole, linked both ways, and nothing in it that the document put there to act."""

import base64
import hashlib
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from PIL import Image
from tests.shown_readings import PAGE, place, readings, small_reading, statement, value

from areasend.formats import grey_png
from areasend.reports import DESCRIPTIONS, DocumentKind, Origin, Passage, Problem, Reading
from areasend.reports.pdf.rendering import PagePicture, PagePictures
from areasend.reports.showing import is_reading_page, reading_page

WHITE = grey_png([b"\xff" * 4] * 6)
NONE = PagePictures(0, (), "the file cannot be opened as a PDF")


def pictures(*pages: int, of: int = 3) -> PagePictures:
    return PagePictures(of, tuple(PagePicture(page, *PAGE, WHITE) for page in pages))


def page(reading: Reading, drawn: PagePictures = NONE) -> html.HtmlElement:
    return html.document_fromstring(reading_page(reading, drawn, version="1.2.3").decode())


def words(element: html.HtmlElement) -> str:
    """The text as it is read: elements apart, and no space before a comma."""
    return re.sub(r" ([,.;:])", r"\1", " ".join(" ".join(element.itertext()).split()))


def following(start: html.HtmlElement, href: str) -> html.HtmlElement:
    return start.getroottree().getroot().get_element_by_id(href.removeprefix("#"))


drawings = st.sets(st.integers(1, 6)).map(lambda pages: pictures(*sorted(pages), of=6))


@settings(max_examples=40)  # parsing a page as a browser does takes its time
@given(readings(), drawings)
def test_every_link_leads_somewhere_in_the_page(reading: Reading, drawn: PagePictures) -> None:
    found = page(reading, drawn)
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    leads_to = set(found.xpath("//a/@href"))
    assert leads_to <= {f"#{found_id}" for found_id in ids}


@settings(max_examples=40)  # parsing a page as a browser does takes its time
@given(readings(), drawings)
def test_the_same_comes_out_each_time_and_is_utf_8(reading: Reading, drawn: PagePictures) -> None:
    written = reading_page(reading, drawn, version="1")
    assert written == reading_page(reading, drawn, version="1")
    assert not re.search("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written.decode())


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(1)</script>",
    "]]></svg><a href='javascript:alert(1)'>",
    "{{ 7 * 7 }}",
    "\0\x1b[2J\u202egnp",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_document_stays_text(text: str) -> None:
    sound = small_reading()
    hostile = Reading(
        file=text,
        sha256=text,
        document=DocumentKind.FULL_INSPECTION,
        values=(value("title_name", text, place(text)), value("outcome", text, place(text)), value(text, text)),
        findings=(statement("apa", 1, text, place(text), bodies=(text,)),),
        passages=(Passage(**{**_as_dict(sound.passages[0]), "heading": text, "leadership": text}),),
        problems=(Problem(field=text, page=1, expected=text, found=text),),
        page_sizes=(PAGE,) * 3,
    )
    plain, found = page(sound, pictures(1, 2, 3)), page(hostile, pictures(1, 2, 3))
    assert {element.tag for element in found.iter() if isinstance(element.tag, str)} <= {
        element.tag for element in plain.iter() if isinstance(element.tag, str)
    }
    assert set(found.xpath("//@*/..//@*[starts-with(name(), 'on')]")) == set()
    assert all(link.startswith(("#", "data:image/png;base64,")) for link in found.xpath("//@href | //@src"))
    assert "49" not in words(found.xpath("//h1")[0])


def _as_dict(passage: Passage) -> dict[str, object]:
    return {name: getattr(passage, name) for name in passage.__slots__}


def test_a_field_leads_to_its_box_the_box_to_the_value_beside_it_and_that_back_to_the_field() -> None:
    found = page(small_reading(), pictures(1, 2, 3))
    (row,) = [row for row in found.xpath("//dl[@class='fields']/div") if "Outcome" in words(row)]
    assert "“The arrangements lead to inconsistent experiences” page 1" in words(row)
    box = following(row, row.xpath(".//a[@class='to-words']/@href")[0])
    assert len(box.xpath("./rect[not(@class)]")) == 2
    beside = following(box, box.get("href"))
    assert words(beside) == "2, on the page Outcome inconsistent"
    assert [following(beside, link) for link in beside.xpath(".//a/@href")] == [box, row]


def test_words_that_say_several_values_are_outlined_once() -> None:
    found = page(small_reading(), pictures(1, 2, 3))
    assert words(found.get_element_by_id("beside-v1-1")) == (
        "1, on the page First day of the inspection 2024-01-15 Last day of the inspection 2024-01-19"
    )


def test_a_finding_that_runs_over_is_on_both_pages_in_full() -> None:
    found = page(small_reading(), pictures(1, 2, 3))
    (row,) = [row for row in found.xpath("//section[@aria-labelledby='findings']//li") if "APA 1" in words(row)]
    boxes = [following(row, link) for link in row.xpath(".//a[@class='to-words']/@href")]
    assert [box.xpath("string(text)") for box in boxes] == ["APA 1", "APA 1"]
    beside = [words(following(box, box.get("href"))) for box in boxes]
    assert all("Anywhere Council; NHS Anywhere ICB Leaders should act now: • on this • on that." in it for it in beside)
    assert "begun on page 2" in beside[1]
    assert "begun" not in beside[0]


def test_a_section_is_counted_on_each_of_its_pages() -> None:
    found = page(small_reading(), pictures(1, 2, 3))
    assert words(found.get_element_by_id("beside-s1-2")) == "S 1, on the page About here 2 paragraphs, 1 bullet"
    assert words(found.get_element_by_id("beside-s1-3")) == "S 1, on the page About here Ends here"
    assert "Senior leaders: “A new director began.”" in words(found.get_element_by_id("row-s1"))


def test_problems_come_first_and_lead_to_field_and_page() -> None:
    found = page(small_reading(), pictures(1, 2, 3))
    first = found.xpath("//main//section")[0]
    assert words(first).startswith("2 problems to look at Outcome, page 1 Expected one of the three wordings Found")
    field, leads_to_page = (following(first, link) for link in first.xpath(".//a/@href"))
    assert words(field).startswith("2, beside page 1 Outcome")
    assert "Problem" in words(field)
    assert words(leads_to_page) == "Page 1 of 3"
    assert "section effective" in words(first)


def test_a_problem_of_a_page_that_is_not_shown_leads_nowhere() -> None:
    reading = Reading(
        file="a.pdf",
        sha256="",
        document=DocumentKind.DAMAGED,
        problems=(Problem(field="document", page=7, expected="a", found="b"),),
    )
    first = page(reading).xpath("//main//section")[0]
    assert "Document, page 7" in words(first)
    assert first.xpath(".//a") == []


def test_without_problems_it_says_so_and_promises_nothing() -> None:
    reading = Reading(file="a.pdf", sha256="", document=DocumentKind.FULL_INSPECTION)
    first = page(reading).xpath("//main//section")[0]
    assert words(first).startswith("No problem was found")
    assert "is for a person to see" in words(first)


def test_it_is_told_to_be_unofficial_and_not_for_publication() -> None:
    found = page(small_reading())
    for part in (found.xpath("//header")[0], found.xpath("//footer")[0]):
        assert "unofficial reading by areasend" in words(part)
        assert "for checking and not for publication" in words(part)
    assert "Written by areasend 1.2.3." in words(found.xpath("//footer")[0])
    assert found.xpath("//meta[@name='robots']/@content") == ["noindex"]


@pytest.mark.parametrize("kind", [kind for kind in DocumentKind if kind is not DocumentKind.FULL_INSPECTION])
def test_any_other_document_is_shown_as_what_it_is_with_its_pages(kind: DocumentKind) -> None:
    problem = Problem(field="document", page=0, expected="a report", found=DESCRIPTIONS[kind])
    found = page(Reading(file="a.pdf", sha256="", document=kind, problems=(problem,)), pictures(1, 2, of=2))
    assert f"This is {DESCRIPTIONS[kind]}, 2 pages." in words(found)
    assert len(found.xpath("//svg//image")) == 2
    assert found.xpath("//*[@id='fields' or @id='findings' or @id='sections']") == []
    assert "lead inspectors" not in words(found)


def test_a_page_that_cannot_be_drawn_keeps_its_outlines_on_an_empty_one() -> None:
    found = page(small_reading(), PagePictures(3, pictures(1).pictures, "damaged pages are not drawn"))
    assert "1 of 3 pages could be drawn: damaged pages are not drawn." in words(found)
    (sheet,) = found.xpath("//section[@aria-labelledby='page-2']")
    assert "This page cannot be drawn." in words(sheet)
    assert len(sheet.xpath(".//a[starts-with(@class, 'box')]")) == 3
    assert sheet.xpath(".//image") == []


def test_without_any_page_it_says_why() -> None:
    found = page(Reading(file="a.pdf", sha256="", document=DocumentKind.NOT_A_PDF), NONE)
    assert "No page of this document can be drawn: the file cannot be opened as a PDF." in words(found)


def test_pages_are_as_large_as_the_reading_measured_them() -> None:
    """Boxes are in its points, also where the drawing found another size."""
    drawn = PagePictures(1, (PagePicture(1, 300.0, 400.0, WHITE),))
    sized = page(Reading(file="a", sha256="", document=DocumentKind.NO_TEXT, page_sizes=((500.0, 700.0),)), drawn)
    unsized = page(Reading(file="a", sha256="", document=DocumentKind.NO_TEXT), drawn)
    assert [sized.xpath(f"string(//image/@{side})") for side in ("width", "height")] == ["500.0", "700.0"]
    assert [unsized.xpath(f"string(//image/@{side})") for side in ("width", "height")] == ["300.0", "400.0"]


def test_a_finding_that_a_person_added_stands_on_no_page() -> None:
    reading = Reading(
        file="a.pdf",
        sha256="",
        document=DocumentKind.FULL_INSPECTION,
        values=(value("outcome", "inconsistent", origin=Origin.CORRECTION),),
        findings=(statement("afi", 1, "Added."),),
    )
    found = page(reading, pictures(1, of=1))
    assert found.get_element_by_id("row-f1").xpath(".//a") == []
    assert "Nothing was read from this page." in words(found)


def test_pictures_are_in_the_file() -> None:
    address = page(small_reading(), pictures(1)).xpath("string(//image/@href)")
    png = base64.b64decode(address.removeprefix("data:image/png;base64,"))
    assert Image.open(io.BytesIO(png)).size == (4, 6)


def test_its_own_policy_lets_in_its_style_and_pictures_and_nothing_else() -> None:
    found = page(small_reading())
    policy = found.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    digest = base64.b64encode(hashlib.sha256(found.xpath("string(//style)").encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert found.xpath("//script | //link | //*[@style]") == []


def test_its_own_pages_are_known_from_others() -> None:
    assert is_reading_page(reading_page(small_reading(), NONE, version="1"))
    assert not is_reading_page(b"<!DOCTYPE html><title>a page of somebody's own</title>")
    assert not is_reading_page(b"")
