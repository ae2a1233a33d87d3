"""How one report looks: everything that differs from one real report to the next, drawn from a seed."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

A4 = (595.28, 841.89)
OF_WORD = (591.84, 839.04)
BLACK, NAVY, PURPLE = (0.0, 0.0, 0.0), (0.08, 0.16, 0.4), (0.33, 0.2, 0.45)
MACHINE = Path("/usr/share/fonts/truetype")
BUNDLED = Path(reportlab.__file__).parent / "fonts"
EMBEDDED = {
    "Vera": (BUNDLED / "Vera.ttf", BUNDLED / "VeraBd.ttf"),
    "DejaVuSans": (MACHINE / "dejavu/DejaVuSans.ttf", MACHINE / "dejavu/DejaVuSans-Bold.ttf"),
    "LiberationSans": (
        MACHINE / "liberation/LiberationSans-Regular.ttf",
        MACHINE / "liberation/LiberationSans-Bold.ttf",
    ),
}
SQUARE, SMALL_SQUARE, DOT, MINUS, DASH, HYPHEN = "◼", "▪", "•", "−", "–", "-"
# What the dot of Symbol and the square of Wingdings are in files that give no better meaning.
PRIVATE_DOT, PRIVATE_SQUARE = "\uf0b7", "\uf0a7"
DINGBATS, SYMBOL = "ZapfDingbats", "Symbol"


@dataclass(frozen=True)
class Faces:
    """The two faces of a report by the names the canvas knows."""

    plain: str
    bold: str


@dataclass(frozen=True)
class Mark:
    """A bullet: what it is in Unicode, what is drawn for it, and in which face."""

    means: str
    drawn: str
    face: str
    scale: float


@dataclass(frozen=True)
class Title:
    """How headings are set."""

    face: str
    size: float
    colour: tuple[float, float, float]
    upper: bool = False


@dataclass(frozen=True)
class Foot:
    """The footer: `form` joins name and dates by a line break, a comma or a space."""

    label: str
    bold_label: bool
    form: str
    rule: bool
    numbered: bool
    number_drop: float
    number_size: float
    height: float
    on_first: bool
    on_last: bool
    before_body: bool


@dataclass(frozen=True)
class Tables:
    """How tables are ruled and what stands in their heads; `numbered` puts findings into one cell or one row each."""

    rules: str
    width: float
    open_splits: bool
    shaded: bool
    head: str
    repeated: bool
    keep_rows: bool
    numbered: str
    padding: float
    team_ruled: bool
    loose_head: bool


@dataclass(frozen=True)
class Style:
    """The look of a whole report."""

    faces: Faces
    size: float
    leading: float
    gap: float
    page: tuple[float, float]
    left: float
    right: float
    top: float
    bottom: float
    title: Title
    heading: Title
    mark: Mark
    cell_mark: Mark
    sub_mark: Mark
    indent: float
    foot: Foot
    tables: Tables
    hyphenated: bool
    justified: bool
    runs: str
    trailing_space: bool
    breaks: frozenset[str]
    stray_mark: bool
    logo: bool
    tags: str
    team_split: bool

    @property
    def width(self) -> float:
        return self.page[0] - self.left - self.right

    @property
    def floor(self) -> float:
        """Where the body ends, measured from the page's upper edge."""
        return self.page[1] - self.bottom


@cache
def faces() -> dict[str, Faces]:
    """The families at hand: those every PDF reader has, the library's own, and what the machine offers."""
    found = {
        "Helvetica": Faces("Helvetica", "Helvetica-Bold"),
        "Times": Faces("Times-Roman", "Times-Bold"),
    }
    for name, (plain, bold) in EMBEDDED.items():
        if plain.is_file() and bold.is_file():
            pdfmetrics.registerFont(TTFont(name, str(plain)))
            pdfmetrics.registerFont(TTFont(f"{name}-Bold", str(bold)))
            found[name] = Faces(name, f"{name}-Bold")
    return found


def style(rng: Random) -> Style:
    family = rng.choice(("Vera", "Vera", "DejaVuSans", "LiberationSans", "Helvetica", "Times"))
    chosen = faces().get(family, faces()["Vera"])
    size = rng.choice((10.5, 11.0, 11.04, 11.5, 12.0)) - (1.0 if family in ("Vera", "DejaVuSans") else 0.0)
    square = rng.choice((*[SQUARE] * 12, *[SMALL_SQUARE] * 6, PRIVATE_SQUARE))
    bold = rng.random() < 0.85
    colour = rng.choice((BLACK, BLACK, BLACK, NAVY, PURPLE))
    big = rng.choice((14.0, 16.0, 22.0, 26.04))
    bottom = rng.uniform(56.0, 95.0)
    return Style(
        faces=chosen,
        size=size,
        leading=round(size * rng.uniform(1.12, 1.45), 2),
        gap=rng.uniform(0.45, 1.1) * size,
        page=rng.choice((A4, OF_WORD)),
        left=rng.uniform(50.0, 72.0),
        right=rng.uniform(50.0, 72.0),
        top=rng.uniform(72.0, 100.0),
        bottom=bottom,
        title=Title(chosen.bold if big < 20 else rng.choice((chosen.plain, chosen.bold)), big, colour),
        heading=Title(
            chosen.bold if bold else chosen.plain,
            size + (rng.choice((0.5, 1.0, 2.0, 3.0)) if bold else 3.0),
            colour,
            rng.random() < 0.1,
        ),
        mark=_mark(rng, chosen, square, rng.choice((square, square, square, square, DOT))),
        cell_mark=_mark(rng, chosen, square, rng.choice((square, DOT, DOT, MINUS, HYPHEN))),
        sub_mark=_mark(rng, chosen, square, rng.choice((DOT, MINUS, DASH, HYPHEN))),
        indent=rng.uniform(14.0, 20.0),
        foot=_foot(rng, bottom),
        tables=_tables(rng),
        hyphenated=rng.random() < 0.25,
        justified=rng.random() < 0.1,
        runs=rng.choice(("line", "pieces", "pieces", "words")),
        trailing_space=rng.random() < 0.6,
        breaks=frozenset(
            key for key in ("experience", "effective", "better", "findings", "details", "end") if rng.random() < 0.35
        ),
        stray_mark=rng.random() < 0.05,
        logo=rng.random() < 0.8,
        tags=rng.choice(("", "", "page", "whole")),
        team_split=rng.random() < 0.25,
    )


def _mark(rng: Random, chosen: Faces, square: str, means: str) -> Mark:
    """Squares are drawn with the machine's font where it has them, else with the dingbats every PDF reader has."""
    if means == PRIVATE_SQUARE:
        return Mark(square, "■", DINGBATS, 0.5)
    if means in (SQUARE, SMALL_SQUARE):
        if square == means and "DejaVuSans" in faces() and rng.random() < 0.5:
            return Mark(means, means, "DejaVuSans", 0.8)
        return Mark(square, "■", DINGBATS, 0.42 if square == SMALL_SQUARE else 0.6)
    if means == MINUS:
        return Mark(means, means, SYMBOL, 1.0)
    if means == DOT and rng.random() < 0.06:
        return Mark(PRIVATE_DOT, DOT, SYMBOL, 1.0)
    return Mark(means, means, chosen.plain, 1.0)


def _foot(rng: Random, bottom: float) -> Foot:
    form = rng.choice(("line", "line", "comma", "comma", "space"))
    return Foot(
        label=rng.choice(("Area SEND inspection report:", "Area SEND inspection report:", "Inspection report:")),
        bold_label=rng.random() < 0.25,
        form=form,
        rule=rng.random() < 0.8,
        numbered=rng.random() < 0.9,
        number_drop=rng.choice((0.0, 11.0)) if form == "line" else rng.choice((0.0, 0.0, 12.0)),
        number_size=rng.choice((9.0, 11.0, 14.0)),
        height=rng.uniform(28.0, min(44.0, bottom - 14.0)),
        on_first=rng.random() < 0.1,
        on_last=rng.random() < 0.9,
        before_body=rng.random() < 0.6,
    )


def _tables(rng: Random) -> Tables:
    found = Tables(
        rules=rng.choice(("bars", "bars", "lines", "boxes")),
        width=rng.choice((0.48, 0.5, 0.72, 1.0)),
        open_splits=rng.random() < 0.3,
        shaded=rng.random() < 0.4,
        head=rng.choice(("both", "both", "both", "heading", "row", "empty row")),
        repeated=rng.random() < 0.25,
        keep_rows=rng.random() < 0.2,
        numbered=rng.choice(("", "", "", "", "", "cell", "rows")),
        padding=rng.uniform(1.0, 4.0),
        team_ruled=rng.random() < 0.3,
        loose_head=rng.random() < 0.1,
    )
    # A head without words is left over from editing; nobody asks for it on every page.
    return replace(found, repeated=found.repeated and found.head != "empty row")
