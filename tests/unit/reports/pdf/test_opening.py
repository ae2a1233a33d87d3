"""What a file is when it cannot be read, and that whatever is opened is closed."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pikepdf
import pypdfium2.raw as raw
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.pdf.drawn import changed, drawn, words

from areasend.reports.kinds import DocumentKind
from areasend.reports.pdf import NotReadable, open_pdf
from areasend.reports.pdf.opening import MOST_PAGES

TWO_PAGES = drawn(words("Leaders know"), words("their area."))


def lines(data: bytes) -> list[list[str]]:
    with open_pdf(data) as pdf:
        return [[line.text for line in page.lines] for page in pdf.pages]


def refused(data: bytes) -> tuple[DocumentKind, str]:
    with pytest.raises(NotReadable) as caught, open_pdf(data):
        pass  # pragma: no cover
    assert str(caught.value) == caught.value.detail
    return caught.value.kind, caught.value.detail


def locked(**passwords: str) -> bytes:
    def lock(pdf: pikepdf.Pdf) -> None:
        save = pdf.save
        pdf.save = lambda out: save(out, encryption=pikepdf.Encryption(**passwords))  # type: ignore[assignment]

    return changed(TWO_PAGES, lock)


def test_pages_are_numbered_and_measured() -> None:
    with open_pdf(TWO_PAGES) as pdf:
        assert [(page.number, page.width, page.height) for page in pdf.pages] == [(1, 595.0, 842.0), (2, 595.0, 842.0)]
    assert lines(TWO_PAGES) == [["Leaders know"], ["their area."]]


def test_a_header_within_the_first_1024_bytes_is_enough() -> None:
    assert lines(b"x" * 500 + TWO_PAGES) == [["Leaders know"], ["their area."]]
    assert refused(b"x" * 1024 + TWO_PAGES) == (DocumentKind.NOT_A_PDF, "it begins with b'xxxxxxxx'")


def test_what_is_no_pdf_is_named() -> None:
    assert refused(b"") == (DocumentKind.EMPTY, "0 bytes")
    assert refused(b"PK\x03\x04") == (DocumentKind.NOT_A_PDF, r"it begins with b'PK\x03\x04'")
    assert refused(changed(TWO_PAGES, lambda pdf: pdf.pages.__delitem__(slice(None)))) == (
        DocumentKind.EMPTY,
        "0 pages",
    )


def test_what_a_file_is_does_not_depend_on_what_was_opened_before() -> None:
    """PDFium keeps the code of its last error."""
    no_pages = changed(TWO_PAGES, lambda pdf: pdf.pages.__delitem__(slice(None)))
    assert refused(b"%PDF-1.7 and nothing more")[0] is DocumentKind.DAMAGED
    assert refused(no_pages) == (DocumentKind.EMPTY, "0 pages")


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_file_cut_off_is_damaged(share: float) -> None:
    assert refused(TWO_PAGES[: int(len(TWO_PAGES) * share)])[0] is DocumentKind.DAMAGED


def test_a_page_that_is_missing_is_named() -> None:
    assert b"/Count 2" in TWO_PAGES
    data = TWO_PAGES.replace(b"/Count 2", b"/Count 3")
    assert refused(data) == (DocumentKind.DAMAGED, "page 3 cannot be opened")


def test_a_password_is_asked_for_only_where_one_is_needed_to_read() -> None:
    assert refused(locked(user="secret", owner="owner")) == (DocumentKind.ENCRYPTED, "it asks for a password")
    assert lines(locked(user="", owner="owner")) == [["Leaders know"], ["their area."]]


def test_files_far_beyond_a_report_are_refused() -> None:
    many = drawn(*[lambda canvas: None] * (MOST_PAGES + 1))
    assert refused(many) == (DocumentKind.TOO_LARGE, "151 pages, of which 150 are read at most")
    with open_pdf(drawn(*[lambda canvas: None] * MOST_PAGES)) as pdf:
        assert len(pdf.pages) == 150


def crowded(canvas: Any) -> None:
    """200 lines of 600 letters, of a point each."""
    canvas.setFont("Helvetica", 1)
    for number in range(200):
        canvas.drawString(1, 800 - 2 * number, "x" * 600)


def test_a_page_far_beyond_a_report_s_is_refused() -> None:
    kind, detail = refused(drawn(words("Leaders"), crowded))
    assert kind is DocumentKind.TOO_LARGE
    # 120,000 letters, and a line's end, of two signs, between lines.
    assert detail == "page 2: 120398 characters, of which 100000 are read at most"


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often PDFium was asked to open and to close."""
    counted: Counter[str] = Counter()

    def counting(name: str) -> Callable[..., Any]:
        asked = getattr(raw, name)

        def call(*arguments: Any) -> Any:
            counted[name] += 1
            return asked(*arguments)

        return call

    for name in (
        "FPDF_LoadMemDocument64",
        "FPDF_CloseDocument",
        "FPDF_LoadPage",
        "FPDF_ClosePage",
        "FPDFText_LoadPage",
        "FPDFText_ClosePage",
    ):
        monkeypatch.setattr(raw, name, counting(name))
    return counted


@pytest.mark.parametrize(
    ("data", "opened", "loaded"),
    [
        (TWO_PAGES, 2, 2),
        (drawn(words("Leaders"), crowded), 2, 2),
        # The third page is asked for, and is not there.
        (TWO_PAGES.replace(b"/Count 2", b"/Count 3"), 3, 2),
    ],
    ids=["whole", "too large", "damaged"],
)
def test_whatever_is_opened_is_closed(calls: Counter[str], data: bytes, opened: int, loaded: int) -> None:
    try:
        with open_pdf(data) as pdf:
            assert calls["FPDF_ClosePage"] == 0
            assert len(pdf.pages) == 2
    except NotReadable:
        pass
    assert calls == {
        "FPDF_LoadMemDocument64": 1,
        "FPDF_CloseDocument": 1,
        "FPDF_LoadPage": opened,
        "FPDF_ClosePage": loaded,
        "FPDFText_LoadPage": loaded,
        "FPDFText_ClosePage": loaded,
    }


def test_what_fails_while_a_file_is_open_closes_it(calls: Counter[str]) -> None:
    with pytest.raises(ZeroDivisionError), open_pdf(TWO_PAGES):
        raise ZeroDivisionError
    assert calls["FPDF_ClosePage"] == 2
    assert calls["FPDF_CloseDocument"] == 1


@given(st.binary(max_size=200).filter(lambda data: b"%PDF-" not in data), st.booleans())
def test_bytes_by_chance_are_refused_for_what_they_are(data: bytes, has_header: bool) -> None:
    whole = b"%PDF-1.7\n" * has_header + data
    kind, _ = refused(whole)
    if has_header:
        assert kind is DocumentKind.DAMAGED
    else:
        assert kind is (DocumentKind.NOT_A_PDF if data else DocumentKind.EMPTY)
