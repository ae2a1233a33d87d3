"""Lines and words of a page, with their place, size and weight."""

from collections.abc import Callable

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from tests.unit.reports.pdf.drawn import changed, drawn, embedded, of_content, words

from areasend.reports.pdf import Line, Word, grouped_by_baseline, open_pdf


def read(data: bytes, of: Callable[[Line], object] = lambda line: line.text) -> list[object]:
    with open_pdf(data) as pdf:
        return [of(line) for line in pdf.pages[0].lines]


def word(text: str, x0: float, y: float, height: float = 14.0) -> Word:
    return Word(text, x0, x0 + 6.0 * len(text), y, height, 0)


def test_a_line_begins_and_ends_where_it_was_drawn() -> None:
    width = stringWidth("Leaders know", "Helvetica", 12)
    ((text, x0, x1, y, size, page),) = read(
        drawn(words("Leaders know", 72, 700)),
        lambda line: (line.text, line.x0, line.x1, line.y, line.size, line.page),
    )  # type: ignore[misc]
    assert (text, size, page) == ("Leaders know", 12.0, 1)
    # The sheet is 842 points high.
    assert (x0, y) == (pytest.approx(72), pytest.approx(142))
    assert x1 == pytest.approx(72 + width, abs=0.01)


def test_words_stand_where_their_letters_do() -> None:
    ((first, second),) = read(drawn(words("Leaders know", 72, 700)), lambda line: line.words)  # type: ignore[misc]
    assert (first.text, second.text) == ("Leaders", "know")
    assert first.x1 == pytest.approx(72 + stringWidth("Leaders", "Helvetica", 12), abs=0.01)
    assert second.x0 == pytest.approx(72 + stringWidth("Leaders ", "Helvetica", 12), abs=0.01)


def test_lines_are_in_the_order_of_the_page_not_of_the_file() -> None:
    def sheet(canvas: Canvas) -> None:
        canvas.drawString(72, 600, "second")
        canvas.drawString(300, 700, "right")
        canvas.drawString(72, 700, "left")

    assert read(drawn(sheet)) == ["left right", "second"]


def test_a_raised_ending_belongs_to_its_number() -> None:
    def sheet(canvas: Canvas) -> None:
        for text, size, rise in (("The 12", 12, 0), ("th", 7, 4), (" of February", 12, 0)):
            canvas.setFont("Helvetica", size)
            canvas.drawString(sheet.x, 700 + rise, text)  # type: ignore[attr-defined]
            sheet.x += stringWidth(text, "Helvetica", size)  # type: ignore[attr-defined]

    sheet.x = 72.0  # type: ignore[attr-defined]
    data = drawn(sheet)
    assert read(data) == ["The 12th of February"]
    assert read(data, lambda line: [word.text for word in line.words]) == [["The", "12th", "of", "February"]]
    assert read(data, lambda line: (line.size, line.y)) == [(12.0, pytest.approx(142))]


def test_parts_that_touch_are_one_word_in_whatever_order_they_were_drawn() -> None:
    def sheet(canvas: Canvas) -> None:
        canvas.drawString(72 + stringWidth("part", "Helvetica", 12), 700, "nership works")
        canvas.drawString(300, 600, "between")
        canvas.drawString(72, 700, "part")

    assert read(drawn(sheet)) == ["partnership works", "between"]
    assert read(drawn(sheet), lambda line: [word.text for word in line.words])[0] == ["partnership", "works"]


def test_weight_is_told_by_the_font_or_by_its_name() -> None:
    def sheet(canvas: Canvas) -> None:
        for y, font in ((700, "Helvetica-Bold"), (680, "Helvetica"), (660, heavy), (640, plain)):
            canvas.setFont(font, 12)
            canvas.drawString(72, y, "Leaders")

    def of_one_weight(pdf: pikepdf.Pdf) -> None:
        """As some producers write it, whatever the font."""
        for found in pdf.objects:
            if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/FontDescriptor":
                found.StemV = 80

    heavy, plain = embedded("Harbour-Bold", bold=True), embedded("Harbour")
    data = drawn(sheet)
    assert read(data, lambda line: line.bold) == [True, False, True, False]
    assert read(changed(data, of_one_weight), lambda line: line.bold) == [True, False, True, False]


def test_the_style_is_that_of_a_line_s_longest_part() -> None:
    def sheet(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(72, 700, "•")
        canvas.setFont("Helvetica", 12)
        canvas.drawString(100, 700, "Leaders know their area.")

    assert read(drawn(sheet), lambda line: (line.text, line.size, line.bold)) == [
        ("• Leaders know their area.", 12.0, False)
    ]


def test_the_size_is_the_one_that_is_seen() -> None:
    # A word processor may set letters at one point and enlarge them.
    content = "BT /F 1 Tf 14 0 0 14 72 700 Tm (Leaders know) Tj ET"
    assert read(of_content(content), lambda line: line.size) == [14.0]


def test_pages_are_measured_from_the_corner_of_what_is_seen() -> None:
    def crop(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].CropBox = [50, 40, 550, 800]

    with open_pdf(changed(drawn(words("Leaders", 72, 700)), crop)) as pdf:
        page = pdf.pages[0]
        assert (page.width, page.height) == (500.0, 760.0)
        assert (page.lines[0].x0, page.lines[0].y) == (pytest.approx(22), pytest.approx(100))


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_that_was_turned_is_read_as_it_was_set(rotation: int) -> None:
    def sheet(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "The local area partnership")
        canvas.drawString(72, 680, "knows its children.")
        canvas.line(72, 600, 500, 600)

    def turn(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Rotate = rotation

    with open_pdf(drawn(sheet)) as pdf, open_pdf(changed(drawn(sheet), turn)) as turned:
        as_set, as_turned = pdf.pages[0], turned.pages[0]
        assert (as_turned.width, as_turned.height) == (595.0, 842.0)
        assert [(line.text, line.words) for line in as_turned.lines] == [
            (line.text, line.words) for line in as_set.lines
        ]
        assert as_turned.rules == as_set.rules != ()


def test_ligatures_hyphens_and_signs_without_width_are_read_as_printed() -> None:
    def sheet(canvas: Canvas) -> None:
        canvas.setFont(font, 12)
        canvas.drawString(72, 700, "an \ufb01ne \ufb02ow")
        canvas.drawString(72, 680, "many chil-")
        canvas.drawString(72, 666, "dren wait")

    font = embedded("Harbour")
    assert read(drawn(sheet)) == ["an fine flow", "many chil-", "dren wait"]
    assert read(drawn(sheet), lambda line: [word.text for word in line.words])[1:] == [
        ["many", "chil-"],
        ["dren", "wait"],
    ]


def lettered(text: bytes, letters: dict[int, int]) -> bytes:
    """A line of codes, and which letters they stand for."""
    content = f"BT /F 12 Tf 72 700 Td <{text.hex()}> Tj ET"
    mapping = "".join(f"<{code:02x}> <{chr(letter).encode('utf-16-be').hex()}>\n" for code, letter in letters.items())

    def map_letters(pdf: pikepdf.Pdf) -> None:
        font = pdf.pages[0].Resources.Font.F
        font.Encoding = pikepdf.Dictionary(
            Type=pikepdf.Name.Encoding,
            Differences=[1, *(pikepdf.Name(f"/sign{number}") for number in range(1, 9))],
        )
        font.ToUnicode = pdf.make_stream(
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            b"1 begincodespacerange <00> <ff> endcodespacerange\n"
            + f"{len(letters)} beginbfchar\n{mapping}endbfchar\n".encode()
            + b"endcmap end end"
        )

    return changed(of_content(content), map_letters)


PRINTED = {code: code for code in range(0x20, 0x7F)}


def test_a_mark_that_the_font_has_no_letter_for_begins_its_line() -> None:
    def sheet(canvas: Canvas) -> None:
        canvas.setFont(font, 12)
        canvas.drawString(72, 700, "Leaders should")
        canvas.drawString(72, 680, "◼")
        canvas.drawString(90, 680, "know wi◼h it")

    font = embedded("Harbour")
    assert read(drawn(sheet)) == ["Leaders should", "\ufffd know wi h it"]
    assert read(drawn(sheet), lambda line: line.y) == [pytest.approx(142), pytest.approx(162)]


def test_signs_whose_letter_nothing_tells_are_shown_as_such() -> None:
    assert read(lettered(b"\x03 a pl\x04n \x1c made", PRINTED)) == ["\ufffd a pl\ufffdn made"]


def test_signs_beyond_the_first_65536_do_not_move_the_words_behind_them() -> None:
    data = lettered(b"a \x02\x02 plan", {**PRINTED, 2: 0x1F600})
    ((text, plan),) = read(data, lambda line: (line.text, line.words[-1]))  # type: ignore[misc]
    (plain,) = read(lettered(b"a \x03\x03 plan", PRINTED), lambda line: line.words[-1])
    assert text == "a plan"
    assert (plan.text, plan.x0, plan.x1) == ("plan", plain.x0, plain.x1)  # type: ignore[attr-defined]


def test_an_empty_page_has_no_lines() -> None:
    assert read(drawn(lambda canvas: None)) == []
    assert read(drawn(words("   "))) == []


@given(st.permutations(list(range(12))))
def test_lines_do_not_depend_on_the_order_of_words(order: list[int]) -> None:
    """Three lines of four words, each up to a fourth of the height off its baseline."""
    every = [
        word(f"w{row}{place}", 72 + 40 * place, 100 + 14.4 * row + place) for row in range(3) for place in range(4)
    ]
    found = grouped_by_baseline(every[number] for number in order)
    assert [[one.text for one in line] for line in found] == [
        [f"w{row}{place}" for place in range(4)] for row in range(3)
    ]


def test_nothing_is_grouped_where_nothing_is() -> None:
    assert grouped_by_baseline([]) == []


@given(st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=8), min_size=1, max_size=8))
def test_words_drawn_are_words_read(drawn_words: list[str]) -> None:
    data = drawn(words(" ".join(drawn_words), 20, 700))
    assert read(data) == [" ".join(drawn_words)]
    assert read(data, lambda line: [word.text for word in line.words]) == [drawn_words]


def test_lines_that_pdfium_takes_for_one_are_parted() -> None:
    """Set letter by letter on a sheet drawn upside down, a full stop is too low for PDFium to see a new line behind."""

    def line(text: str, y: float) -> str:
        placed = ((letter, 136 + stringWidth(text[:at], "Helvetica", 17.33)) for at, letter in enumerate(text))
        letters = " ".join(f"1 0 0 -1 {x:.2f} {y} Tm ({letter}) Tj" for letter, x in placed if letter != " ")
        return f"BT /F 17.33 Tf {letters} ET"

    data = of_content(
        "\n".join(["0.53 0 0 -0.53 0 842 cm", line("They know their area.", 200), line("More is in it.", 219)])
    )
    assert read(data) == ["They know their area.", "More is in it."]
    assert read(data, lambda line: line.words[-1].text) == ["area.", "it."]
