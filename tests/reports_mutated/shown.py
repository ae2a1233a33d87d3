"""The text of a page as its content stream shows it, character by character, so that it can be changed in place.

Word processors and drawing libraries place each run with a matrix of its own between BT and ET: where a run begins is
all that is needed to tell lines apart, to blank what stands in a part of the page, or to print other words instead.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Name

SHOWS = {"Tj", "'", '"', "TJ"}


@dataclass
class Sign:
    """A character, its code in its font, and the string of the content stream that holds it."""

    text: str
    code: bytes
    holder: "Holder"


@dataclass
class Holder:
    """A string that is shown; its signs may be changed."""

    font: "Font"
    signs: list[Sign] = field(default_factory=list)

    def written(self) -> pikepdf.String:
        return pikepdf.String(b"".join(sign.code for sign in self.signs))


@dataclass(frozen=True)
class Font:
    """How codes and characters of a font go together."""

    width: int
    meanings: dict[bytes, str]

    def code(self, text: str) -> bytes:
        """The code of a character; raises `KeyError` where the font has none."""
        return {meaning: code for code, meaning in self.meanings.items()}[text]


@dataclass
class Run:
    """What one BT … ET shows, and where it begins, in points from the page's lower left corner."""

    x: float
    y: float
    signs: list[Sign]
    size: float


@dataclass
class Row:
    """The runs at one height, from left to right."""

    y: float
    runs: list[Run]

    @property
    def signs(self) -> list[Sign]:
        return [sign for run in self.runs for sign in run.signs]

    @property
    def text(self) -> str:
        return "".join(sign.text for sign in self.signs)

    @property
    def letters(self) -> str:
        """The line without white space, in lower case."""
        return re.sub(r"\s", "", self.text).casefold()

    @property
    def size(self) -> float:
        return max(run.size for run in self.runs)


class ShownPage:
    """A page whose text can be read, blanked and replaced; `write` puts what was changed back."""

    def __init__(self, pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        self._pdf = pdf
        self._page = page
        self._content: list[list[object]] = []
        self.runs: list[Run] = []
        self._fonts = {str(name): _font(font) for name, font in (page.resources.get("/Font") or {}).items()}
        self._read()

    @property
    def rows(self) -> list[Row]:
        """The lines from top to bottom; what is raised or dropped a little belongs to its line."""
        rows: list[Row] = []
        for run in sorted(self.runs, key=lambda run: -run.y):
            if rows and rows[-1].y - run.y < 3.0:
                rows[-1].runs.append(run)
            else:
                rows.append(Row(run.y, [run]))
        for row in rows:
            row.runs.sort(key=lambda run: run.x)
        return rows

    def row(self, begins: str) -> Row | None:
        """The first line that begins so, white space and case aside."""
        wanted = re.sub(r"\s", "", begins).casefold()
        return next((row for row in self.rows if row.letters.startswith(wanted)), None)

    def blank(self, where: Callable[[Run], bool]) -> int:
        """Take away what stands there; how many characters that were."""
        gone = 0
        for run in self.runs:
            if where(run):
                gone += sum(not sign.text.isspace() for sign in run.signs)
                for sign in run.signs:
                    sign.holder.signs.remove(sign)
                run.signs.clear()
        return gone

    def write(self) -> None:
        data = pikepdf.unparse_content_stream(
            [([_written(operand) for operand in operands], operator) for operands, operator in self._content]
        )
        self._page.Contents = self._pdf.make_stream(data)

    def _read(self) -> None:
        font, size, run = Font(1, {}), 0.0, Run(0.0, 0.0, [], 0.0)
        for operands, operator in pikepdf.parse_content_stream(self._page):
            name, kept = str(operator), list(operands)
            if name == "Tf":
                font, size = self._fonts[str(operands[0])], float(operands[1])
            elif name == "BT":
                run = Run(0.0, 0.0, [], 0.0)
                self.runs.append(run)
            elif name in ("Tm", "Td") and not run.signs:
                run.x, run.y = float(operands[-2]), float(operands[-1])
            elif name in SHOWS:
                run.size = max(run.size, size)
                kept = [_held(operand, font, run) for operand in operands]
            self._content.append([kept, operator])


def _held(operand: object, font: Font, run: Run) -> object:
    """The operand with its strings taken apart into signs."""
    if isinstance(operand, pikepdf.Array):
        return [_held(one, font, run) for one in operand]
    if not isinstance(operand, pikepdf.String):
        return operand
    holder = Holder(font)
    data = bytes(operand)
    for start in range(0, len(data), font.width):
        code = data[start : start + font.width]
        sign = Sign(font.meanings.get(code, "\ufffd"), code, holder)
        holder.signs.append(sign)
        run.signs.append(sign)
    return holder


def _written(operand: object) -> object:
    if isinstance(operand, Holder):
        return operand.written()
    if isinstance(operand, list):
        return pikepdf.Array([_written(one) for one in operand])
    return operand


def replace(signs: Sequence[Sign], old: str, new: str) -> bool:
    """Print `new` where `old` stands among the signs, white space aside; False where it does not stand there."""
    solid = [sign for sign in signs if not sign.text.isspace()]
    line, wanted = "".join(sign.text for sign in solid), re.sub(r"\s", "", old)
    at = line.find(wanted)
    if at < 0:
        return False
    first, *others = solid[at : at + len(wanted)]
    inner = set(map(id, others))
    start = next(number for number, sign in enumerate(signs) if sign is first)
    end = next((number for number, sign in enumerate(signs) if others and sign is others[-1]), start)
    for sign in signs[start + 1 : end + 1]:
        if id(sign) in inner or sign.text.isspace():
            sign.holder.signs[:] = [kept for kept in sign.holder.signs if kept is not sign]
    holder = first.holder
    place = next(number for number, sign in enumerate(holder.signs) if sign is first)
    holder.signs[place : place + 1] = [Sign(char, holder.font.code(char), holder) for char in new]
    return True


def _font(font: pikepdf.Object) -> Font:
    width = 2 if font.get("/Subtype") == Name.Type0 else 1
    meanings = {bytes([code]): bytes([code]).decode("cp1252", "replace") for code in range(256)} if width == 1 else {}
    if "/ToUnicode" in font:
        meanings.update(_table(font.ToUnicode.read_bytes().decode("latin-1")))
    return Font(width, meanings)


def _table(table: str) -> dict[bytes, str]:
    found: dict[bytes, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, meaning in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[bytes.fromhex(code)] = _meaning(meaning)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, rest in re.findall(r"<(\w+)>\s*<(\w+)>\s*(<\w+>|\[[^\]]*\])", block):
            told = [_meaning(one) for one in re.findall(r"<(\w+)>", rest)]
            for number in range(int(last, 16) - int(first, 16) + 1):
                text = told[number] if rest[0] == "[" else told[0][:-1] + chr(ord(told[0][-1]) + number)
                found[(int(first, 16) + number).to_bytes(len(first) // 2, "big")] = text
    return found


def _meaning(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "replace")
