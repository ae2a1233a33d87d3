"""Pages for tests of fields: words set where a test says, in a fixed width, without a PDF."""

from collections.abc import Sequence
from typing import Any, cast

from areasend.reports.layout.footers import Furnished
from areasend.reports.layout.hyphens import Hyphens
from areasend.reports.layout.strips import Strip, strip_of_line
from areasend.reports.layout.telling import Telling
from areasend.reports.parts import Part
from areasend.reports.pdf import Line, Page, Rule, Word

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, MIDDLE = 60.0, 535.0, 200.0
# Every letter is as wide as this, and every line this far under the one before.
LETTER, PITCH, SIZE = 5.0, 14.0, 11.0
PLAIN = Hyphens([])


class Paper:
    """A page as far as fields ask for it: number, measures, ruling lines, the words of a line, and no tags."""

    def __init__(self, number: int = 1, *, rules: Sequence[Rule] = ()) -> None:
        self.number, self.width, self.height, self.rules = number, WIDTH, HEIGHT, tuple(rules)
        self._bold: set[int] = set()
        self.lines: list[Line] = []

    def size_at(self, at: int) -> float:
        return SIZE

    def is_bold_at(self, at: int) -> bool:
        return at // 1000 in self._bold

    def words(self, fragments: Sequence[Word]) -> tuple[Word, ...]:
        return tuple(word for fragment in fragments for word in _words(fragment))

    def line(self, y: float, *texts: str | tuple[float, str], bold: bool = False) -> Line:
        """What stands at one height: texts at the left margin, or where they are said to begin."""
        placed = [text if isinstance(text, tuple) else (LEFT, text) for text in texts]
        # The place in the page's text tells words apart: no two heights or columns share one.
        fragments = tuple(_word(text, x, y, int(y) * 1000 + int(x)) for x, text in placed)
        self._bold |= {int(y)} if bold else set()
        self.lines.append(Line(self.page, fragments))
        return self.lines[-1]

    def column(self, y: float, *texts: str | tuple[float, str], pitch: float = PITCH) -> list[Line]:
        """Texts under each other, the first at `y`."""
        return [self.line(y + number * pitch, text) for number, text in enumerate(texts)]

    @property
    def page(self) -> Page:
        return cast(Page, cast(Any, self))


def across(*heights: float) -> list[Rule]:
    """Ruling lines from margin to margin."""
    return [Rule(LEFT - 5, y, RIGHT, y + 0.5) for y in heights]


def upright(x: float, top: float, bottom: float) -> Rule:
    return Rule(x, top, x + 0.5, bottom)


def part_of(key: str, *lines: Line) -> Part:
    """A part with its lines, its heading well above them."""
    heading = Paper(lines[0].page).line(lines[0].y - 4 * PITCH, key) if lines else Paper().line(60.0, key)
    return Part(key, key, (strip_of_line(heading),), list(lines))


def telling(*texts: str) -> Telling:
    """Lines of a page as one text."""
    return Telling([strip_of_line(line) for line in Paper().column(100, *texts)], PLAIN)


def strips(*texts: str) -> tuple[Strip, ...]:
    return tuple(strip_of_line(line) for line in Paper().column(100, *texts))


def furnished(number: int, body: Sequence[str] = (), running: Sequence[str | tuple[float, str]] = ()) -> Furnished:
    """A page with lines of text and a footer."""
    paper = Paper(number)
    foot = (paper.line(800.0, *running),) if running else ()
    return Furnished(paper.page, tuple(paper.column(100, *body)), foot)


def by_number(*papers: Paper) -> dict[int, Page]:
    return {paper.number: paper.page for paper in papers}


def _word(text: str, x: float, y: float, at: int) -> Word:
    return Word(text, x, x + LETTER * len(text), y, SIZE, at)


def _words(fragment: Word) -> list[Word]:
    found, at = [], 0
    for text in fragment.text.split(" "):
        found.append(_word(text, fragment.x0 + LETTER * at, fragment.y, fragment.at + at))
        at += len(text) + 1
    return found
