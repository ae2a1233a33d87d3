"""What the drawing library cannot write: what squares mean in Unicode, and the structure tree of a tagged document."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name
from tests.reports_written.paper import Element
from tests.reports_written.typography import DINGBATS, SYMBOL, Mark, Style

# The codes of what is drawn, in the encodings of these two fonts.
CODES = {(DINGBATS, "■"): 0x6E, (SYMBOL, "•"): 0xB7, (SYMBOL, "−"): 0x2D}
MEANING = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Meaning def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
{count} beginbfchar
{lines}
endbfchar
endcmap CMapName currentdict /CMap defineresource pop end end"""


def finished(data: bytes, style: Style, root: Element) -> bytes:
    """The file as it is published: bullets that say what they are, tags where the style has them."""
    with pikepdf.open(BytesIO(data)) as pdf:
        _mean(pdf, (style.mark, style.cell_mark, style.sub_mark))
        if style.tags:
            _tag(pdf, root)
        out = BytesIO()
        pdf.save(out, static_id=True)
        return out.getvalue()


def _mean(pdf: pikepdf.Pdf, marks: tuple[Mark, ...]) -> None:
    for font in (DINGBATS, SYMBOL):
        means = {CODES[font, mark.drawn]: ord(mark.means) for mark in marks if mark.face == font}
        if not means:
            continue
        lines = "\n".join(f"<{code:02X}> <{meaning:04X}>" for code, meaning in means.items())
        table = pdf.make_stream(MEANING.format(count=len(means), lines=lines).encode())
        for found in pdf.objects:
            if isinstance(found, Dictionary) and found.get("/BaseFont") == Name(f"/{font}"):
                found.ToUnicode = table


def _tag(pdf: pikepdf.Pdf, root: Element) -> None:
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    parents: dict[int, dict[int, pikepdf.Object]] = {}
    tree.K = _element(pdf, root, tree, parents)
    numbers = Array()
    for index, page in enumerate(pdf.pages):
        page.obj.StructParents = index
        owners = parents.get(index + 1, {})
        numbers.append(index)
        numbers.append(pdf.make_indirect(Array([owners[number] for number in sorted(owners)])))
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = pikepdf.String("en-GB")


def _element(
    pdf: pikepdf.Pdf, element: Element, parent: pikepdf.Object, parents: dict[int, dict[int, pikepdf.Object]]
) -> pikepdf.Object:
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.kind}"), P=parent))
    kids = Array()
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(_element(pdf, kid, made, parents))
        else:
            page, number = kid
            kids.append(Dictionary(Type=Name.MCR, Pg=pdf.pages[page - 1].obj, MCID=number))
            parents.setdefault(page, {})[number] = made
    made.K = kids
    return made
