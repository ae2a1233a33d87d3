"""Hostile files, each made when it is wanted, with the kinds of document that it may be taken for.

The limits of time and memory are an answer for bombs alone; that a reader crashes never is.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Encryption, Name, Object, Pdf
from tests.reports_hostile.building import HELLO, PAGE, bomb, file_of, packed, page_of, saved, stream
from tests.reports_hostile.long_report import report_of_rows
from tests.reports_written.written import written_report

from areasend.reports import DocumentKind as Kind

GIBIBYTE = 1 << 30
BROKEN = frozenset({Kind.DAMAGED, Kind.EMPTY, Kind.NO_TEXT, Kind.NOT_RECOGNISED})
NO_REPORT = BROKEN | {Kind.TOO_LARGE}
TOO_MUCH = frozenset({Kind.TOO_LARGE, Kind.TIME_LIMIT, Kind.MEMORY_LIMIT})
STILL_A_REPORT = frozenset({Kind.FULL_INSPECTION})


@dataclass(frozen=True)
class Hostile:
    """A file by its name, how it is made, and what it may be taken for; `unharmed` ones say what they said before."""

    name: str
    make: Callable[[], bytes]
    kinds: frozenset[Kind]
    unharmed: bool = False


def _report(edit: Callable[[Pdf], object], encryption: Encryption | None = None) -> bytes:
    """A sound report with something done to it."""
    with pikepdf.open(BytesIO(written_report(0).data)) as pdf:
        edit(pdf)
        return saved(pdf, encryption)


def html() -> bytes:
    return b"<!DOCTYPE html>\n<html lang=en><title>Not found</title><p>The report you asked for has moved.</html>\n"


def nested(opening: bytes, closing: bytes, inner: bytes = b"") -> bytes:
    """An object 100,000 deep, on the way to the page."""
    deep = opening * 100_000 + inner + closing * 100_000
    return page_of(HELLO, page=PAGE[:-2] + b"/Annots " + deep + b">>")


def page_tree_cycle() -> bytes:
    pages = b"<</Type/Pages/Count 2/Kids[2 0 R 3 0 R]/Parent 2 0 R>>"
    return page_of(HELLO, pages=pages, page=b"<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>")


def form_in_itself() -> bytes:
    page = PAGE.replace(b"/Resources<<", b"/Resources<</XObject<</X 7 0 R>>")
    form = stream(b"/X Do " * 50, b"/Type/XObject/Subtype/Form/BBox[0 0 500 500]/Resources<</XObject<</X 7 0 R>>>>")
    return page_of(HELLO + b" /X Do", page=page, o7=form)


def forms_doubled() -> bytes:
    """Each form draws the next one twice, 40 deep: 2 to the power of 40 words."""
    objects = {}
    for number in range(7, 47):
        inner = b"/X Do /X Do" if number < 46 else b"BT /F1 9 Tf 9 9 Td (word) Tj ET"
        resources = b"/Resources<</Font<</F1 5 0 R>>/XObject<</X %d 0 R>>>>" % (number + 1)
        objects[f"o{number}"] = stream(inner, b"/Type/XObject/Subtype/Form/BBox[0 0 500 500]" + resources)
    page = PAGE.replace(b"/Resources<<", b"/Resources<</XObject<</X 7 0 R>>")
    return page_of(HELLO + b" /X Do", page=page, **objects)


def many_pages() -> bytes:
    return page_of(HELLO, pages=b"<</Type/Pages/Count 100000/Kids[%s]>>" % (b"3 0 R " * 100_000))


def claimed_pages() -> bytes:
    """A count of pages that the tree does not have."""
    return page_of(HELLO, pages=b"<</Type/Pages/Count 2147483647/Kids[3 0 R]>>")


def media_box(box: bytes) -> bytes:
    return page_of(HELLO, page=PAGE.replace(b"[0 0 595 842]", b"[" + box + b"]"))


def image(entries: bytes, data: bytes = b"") -> bytes:
    page = PAGE.replace(b"/Resources<<", b"/Resources<</XObject<</I 7 0 R>>")
    head = b"/Type/XObject/Subtype/Image" + entries
    picture = stream(data, head) if data else bomb(b"\0" * 4096, 60_000 * 60_000, head)
    return page_of(b"q 400 0 0 400 50 50 cm /I Do Q", page=page, o7=picture)


def garbled_image(kind: bytes) -> bytes:
    entries = b"/Width 3000/Height 4000/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/" + kind
    return image(entries, bytes((number * 97 + number // 7) % 256 for number in range(20_000)))


def image_bomb() -> bytes:
    return image(b"/Width 60000/Height 60000/ColorSpace/DeviceGray/BitsPerComponent 8")


def scan() -> bytes:
    """Pages that are pictures and nothing else."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 7 0 R>>>>/Contents 4 0 R>>"
    picture = packed(
        b"\xff" * 850 * 1100,
        b"/Type/XObject/Subtype/Image/Width 850/Height 1100/ColorSpace/DeviceGray/BitsPerComponent 8",
    )
    pages = b"<</Type/Pages/Count 6/Kids[%s]>>" % (b"3 0 R " * 6)
    return page_of(b"q 595 0 0 842 0 0 cm /I Do Q", pages=pages, page=page, o7=picture)


def ten_megabytes_of_words() -> bytes:
    line = b"BT /F1 8 Tf 20 %d Td (many words that are all on one and the same page of this document) Tj ET\n"
    lines = b"".join(line % (number % 840) for number in range(10 * (1 << 20) // 90))
    return page_of(packed(lines))


def on_one_spot() -> bytes:
    """90,000 letters, each in its own place in the file and all in one place on the page."""
    return page_of(packed(b"BT /F1 9 Tf 72 700 Td (x) Tj ET\n" * 90_000))


def one_line() -> bytes:
    """90,000 letters on one line without an end."""
    return page_of(packed(b"BT /F1 9 Tf 72 700 Td (" + b"endless " * 11_250 + b") Tj ET"))


def million_rules() -> bytes:
    rules = b"".join(b"%d %d 400 0.48 re f\n" % (number % 97, number % 840) for number in range(1_000_000))
    return page_of(packed(HELLO + b"\n" + rules))


def many_rules_in_a_report() -> bytes:
    """Ruling lines without number over a page with a table."""
    crowd = b"".join(b"%d.%d %d 0.3 40 re f\n" % (number % 590, number % 7, number % 840) for number in range(200_000))
    return _report(lambda pdf: pdf.pages[-2].contents_add(pdf.make_stream(crowd)))


def nested_states() -> bytes:
    return page_of(packed(b"q " * 1_000_000 + HELLO + b" Q" * 1_000_000))


def nested_marks() -> bytes:
    return page_of(packed(b"/P <</MCID 0>> BDC " * 300_000 + HELLO + b" EMC" * 300_000))


def font_circle() -> bytes:
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 5 0 R>>"
    return page_of(HELLO, font=font)


def letters_that_draw_themselves() -> bytes:
    """A Type 3 font whose letters are drawn with the same font."""
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 65/LastChar 65/Widths[9]"
        b"/Encoding<</Differences[65/A]>>/CharProcs<</A 7 0 R>>/Resources<</Font<</F1 5 0 R>>>>>>"
    )
    letter = stream(b"9 0 d0 BT /F1 9 Tf (AAAAAAAA) Tj ET")
    return page_of(b"BT /F1 12 Tf 72 700 Td (AAAA) Tj ET", font=font, o7=letter)


def code_table(table: bytes) -> bytes:
    """A report whose fonts all have this table of what their codes mean."""

    def edit(pdf: Pdf) -> None:
        made = pdf.make_stream(table)
        for found in pdf.objects:
            if isinstance(found, Dictionary) and found.get("/Type") == Name.Font:
                found.ToUnicode = made

    return _report(edit)


ENDLESS_RANGE = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 100 beginbfrange <00> <FFFFFFFF> <0041>"
WRONG_WAY = b"begincmap 1 beginbfrange <FF> <00> <D800> endbfrange 9 beginbfchar <41> <> <42 <00> > endbfchar"


def tree_cycle() -> bytes:
    def edit(pdf: Pdf) -> None:
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        first = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=tree, Pg=pdf.pages[0].obj))
        second = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.P, P=first, K=Array([first, 0]), Pg=pdf.pages[0].obj)
        )
        first.K = Array([second, first, tree])
        first.P = second
        tree.K = Array([first, tree])
        _tagged(pdf, tree, Array([0, pdf.make_indirect(Array([first, second]))]))

    return _report(edit)


def million_elements() -> bytes:
    def edit(pdf: Pdf) -> None:
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        element = Object.parse(b"<</Type/StructElem/S/P/K 0>>")
        groups = [pdf.make_indirect(Array([element] * 1000)) for _ in range(1000)]
        tree.K = Array([pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, K=group)) for group in groups])
        _tagged(pdf, tree, Array([0, groups[0]]))

    return _report(edit)


def deep_elements() -> bytes:
    """Elements within elements, 20,000 deep."""

    def edit(pdf: Pdf) -> None:
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        parent = tree
        for _ in range(20_000):
            child = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, P=parent, Pg=pdf.pages[0].obj))
            parent.K = child
            parent = child
        parent.K = 0
        _tagged(pdf, tree, Array([0, pdf.make_indirect(Array([parent]))]))

    return _report(edit)


def _tagged(pdf: Pdf, tree: Object, numbers: Object) -> None:
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    for page in pdf.pages:
        page.obj.StructParents = 0


def object_stream_in_itself() -> bytes:
    """An object stream that holds itself, the catalogue, and the length of itself."""
    inner = (
        b"7 0 1 40 2 80 "
        + b" " * 26
        + b"<</Type/Catalog/Pages 2 0 R>>".ljust(80)
        + b"<</Type/Pages/Count 1/Kids[7 0 R]>>"
    )
    return file_of({7: b"<</Type/ObjStm/N 3/First 40/Length 7 0 R/Extends 7 0 R>>\nstream\n" + inner + b"\nendstream"})


def table_of_places_circle() -> bytes:
    sound = page_of(HELLO)
    start = sound.rindex(b"xref\n0")
    return sound.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d/XRefStm %d" % (start, start))


def length_circle() -> bytes:
    return page_of(b"<</Length 4 0 R>>\nstream\n" + HELLO + b"\nendstream")


def with_actions(touched: Path) -> bytes:
    """A report that would run a program, a script and a link when it is opened, were it shown in a careless viewer."""

    def edit(pdf: Pdf) -> None:
        script = Dictionary(
            S=Name.JavaScript, JS="while (true) { app.alert('open'); this.submitForm('http://127.0.0.1:9/'); }"
        )
        launch = Dictionary(S=Name.Launch, F=f"/usr/bin/touch {touched}", Next=script)
        pdf.Root.OpenAction = launch
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array(["start", script])))
        pdf.Root.AA = Dictionary(WC=script, DP=launch)
        pdf.pages[0].obj.AA = Dictionary(O=launch)
        link = Dictionary(S=Name.GoToR, F="//127.0.0.1/share/report.pdf")
        pdf.pages[0].obj.Annots = Array(
            [pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 600, 800]), A=link))]
        )

    return _report(edit)


def nul_bytes() -> bytes:
    return page_of(
        b"BT /F1 12 Tf 72 700 Td (Area\0SEND\0inspection \\000of\\000 nowhere\0) Tj 0 -20 Td <00410000> Tj ET"
    )


def other_scripts() -> bytes:
    """Right to left, joined, control and private characters, as the letters of a report."""
    table = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 6 beginbfchar "
    table += b"<61> <05D0> <65> <0627> <69> <202E> <6F> <0000> <75> <D83DDE00> <73> <FFFF> endbfchar endcmap"
    return code_table(table)


def turned() -> bytes:
    """A report whose pages are turned by a quarter, and cropped to a part."""

    def edit(pdf: Pdf) -> None:
        for page in pdf.pages:
            page.obj.Rotate = 90
            page.obj.CropBox = Array([10, 10, 580, 830])

    return _report(edit)


def numbers_beyond(number: bytes) -> bytes:
    content = b"BT /F1 %s Tf %s 0 0 %s %s %s Tm (words) Tj ET %s %s %s 1 re f " % ((number,) * 8) + HELLO
    return page_of(content)


def two_files_in_one() -> bytes:
    """A report with an archive's beginning before it and a web page after it."""
    return b"PK\x03\x04" + b"\0" * 60 + b"\n" + written_report(0).data + html()


HOSTILE = (
    Hostile("empty", lambda: b"", frozenset({Kind.EMPTY})),
    Hostile("header-alone", lambda: b"%PDF-1.7\n", frozenset({Kind.DAMAGED, Kind.EMPTY})),
    Hostile("web-page", html, frozenset({Kind.NOT_A_PDF})),
    Hostile("zeros", lambda: bytes(100_000), frozenset({Kind.NOT_A_PDF})),
    Hostile("larger-than-any-report", lambda: page_of(HELLO) + bytes(65 << 20), TOO_MUCH),
    Hostile("arrays-in-arrays", lambda: nested(b"[", b"]"), NO_REPORT),
    Hostile("dictionaries-in-dictionaries", lambda: nested(b"<</A ", b">>", b"0"), NO_REPORT),
    Hostile("page-tree-cycle", page_tree_cycle, NO_REPORT),
    Hostile("form-in-itself", form_in_itself, NO_REPORT | TOO_MUCH),
    Hostile("forms-doubled", forms_doubled, NO_REPORT | TOO_MUCH),
    Hostile("100000-pages", many_pages, frozenset({Kind.TOO_LARGE})),
    Hostile("claimed-pages", claimed_pages, NO_REPORT),
    Hostile("page-of-14400-points", lambda: media_box(b"0 0 14400 14400"), NO_REPORT),
    Hostile("page-of-a-thousand-million-points", lambda: media_box(b"0 0 1000000000 1000000000"), NO_REPORT),
    Hostile("page-without-size", lambda: media_box(b"0 0 0 0"), NO_REPORT),
    Hostile("page-the-wrong-way-round", lambda: media_box(b"595 842 0 0"), NO_REPORT),
    Hostile("1-gibibyte-of-spaces", lambda: page_of(bomb(b" ", GIBIBYTE)), NO_REPORT | TOO_MUCH),
    Hostile(
        "1-gibibyte-of-words",
        lambda: page_of(bomb(b"BT /F1 9 Tf 9 9 Td (word) Tj ET\n", GIBIBYTE)),
        NO_REPORT | TOO_MUCH,
    ),
    Hostile("jbig2-garbage", lambda: garbled_image(b"JBIG2Decode"), NO_REPORT),
    Hostile("jpx-garbage", lambda: garbled_image(b"JPXDecode"), NO_REPORT),
    Hostile("dct-garbage", lambda: garbled_image(b"DCTDecode"), NO_REPORT),
    Hostile("ccitt-garbage", lambda: garbled_image(b"CCITTFaxDecode"), NO_REPORT),
    Hostile("image-bomb", image_bomb, NO_REPORT | TOO_MUCH),
    Hostile(
        "encrypted",
        lambda: _report(lambda pdf: None, Encryption(user="secret", owner="owner")),
        frozenset({Kind.ENCRYPTED}),
    ),
    Hostile(
        "owner-password",
        lambda: _report(lambda pdf: None, Encryption(user="", owner="owner")),
        STILL_A_REPORT,
        unharmed=True,
    ),
    Hostile("scan", scan, frozenset({Kind.NO_TEXT})),
    Hostile("10-megabytes-of-words", ten_megabytes_of_words, NO_REPORT | TOO_MUCH),
    Hostile("90000-letters-on-one-spot", on_one_spot, NO_REPORT | TOO_MUCH),
    Hostile("90000-letters-on-one-line", one_line, NO_REPORT | TOO_MUCH),
    Hostile("million-rules", million_rules, NO_REPORT | TOO_MUCH),
    Hostile("report-with-200000-rules", many_rules_in_a_report, STILL_A_REPORT | TOO_MUCH, unharmed=True),
    Hostile("million-states", nested_states, NO_REPORT | TOO_MUCH),
    Hostile("300000-marks", nested_marks, NO_REPORT | TOO_MUCH),
    Hostile("font-circle", font_circle, NO_REPORT),
    Hostile("letters-that-draw-themselves", letters_that_draw_themselves, NO_REPORT),
    Hostile("code-table-without-end", lambda: code_table(ENDLESS_RANGE), STILL_A_REPORT | NO_REPORT | TOO_MUCH),
    Hostile("code-table-the-wrong-way", lambda: code_table(WRONG_WAY), STILL_A_REPORT | NO_REPORT),
    Hostile("tree-cycle", tree_cycle, STILL_A_REPORT, unharmed=True),
    Hostile("million-elements", million_elements, STILL_A_REPORT | TOO_MUCH, unharmed=True),
    Hostile("20000-elements-deep", deep_elements, STILL_A_REPORT, unharmed=True),
    Hostile("object-stream-in-itself", object_stream_in_itself, BROKEN),
    Hostile("table-of-places-circle", table_of_places_circle, NO_REPORT),
    Hostile("length-circle", length_circle, NO_REPORT),
    Hostile("nul-bytes", nul_bytes, NO_REPORT),
    Hostile("other-scripts", other_scripts, STILL_A_REPORT | NO_REPORT),
    Hostile("turned", turned, STILL_A_REPORT, unharmed=True),
    Hostile("numbers-without-end", lambda: numbers_beyond(b"9" * 400), NO_REPORT),
    Hostile("numbers-that-are-none", lambda: numbers_beyond(b"1e999"), NO_REPORT),
    Hostile("numbers-of-nothing", lambda: numbers_beyond(b"0"), NO_REPORT),
    Hostile("two-files-in-one", two_files_in_one, STILL_A_REPORT, unharmed=True),
    Hostile("no-font", lambda: page_of(HELLO, font=b"null"), NO_REPORT),
    Hostile("5000-rows", lambda: report_of_rows(5000), STILL_A_REPORT | TOO_MUCH),
)
