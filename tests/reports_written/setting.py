"""Breaking text into lines, as a word processor does: at spaces, after hyphens, and with hyphens of its own."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfmetrics
from tests.reports_written.typography import Mark
from tests.reports_written.vocabulary import BREAKS

SUPER = 0.6
ENDED = re.compile(r"[.:;?!…]['’”)]*$")
CORE = re.compile(r"^(\W*)(\w+)(\W*)$")


@dataclass
class Traced:
    """The pages on which something was drawn."""

    pages: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Line:
    """One line ready to be drawn: where it begins from the frame's left edge, what stands above it, who it belongs to.

    `starts` is true for the first line of a paragraph or bullet; `broken` where a word goes on in the next line with a
    hyphen that the word does not have.
    """

    text: str
    x: float
    face: str
    size: float
    height: float
    gap: float = 0.0
    mark: Mark | None = None
    mark_x: float = 0.0
    starts: bool = False
    last: bool = False
    broken: bool = False
    numbered: bool = False
    width: float = 0.0
    owner: Traced | None = None

    @property
    def ended(self) -> bool:
        """Whether a sentence or a clause ends with this line, so that a reader could not tell that it goes on."""
        return bool(ENDED.search(self.text))


def is_parted_clearly(before: Line, after: Line) -> bool:
    """Whether a reader who turns the page sees a new paragraph begin: the line above had room for its first word."""
    first = after.text.split(" ", 1)[0]
    return after.mark is not None or width_of(f"{before.text} {first}", before.face, before.size) <= before.width


@dataclass
class Hyphens:
    """Where the word processor may hyphenate: in a long word that stands unbroken elsewhere too, once for each word."""

    counts: Counter[str]
    used: set[str] = field(default_factory=set)

    @classmethod
    def over(cls, texts: Iterable[str]) -> "Hyphens":
        return cls(Counter(word.casefold() for text in texts for word in re.findall(r"\w+", text)))

    def broken(self, token: str, face: str, size: float, room: float) -> tuple[str, str] | None:
        """The token in two, the first with a hyphen; None where it stays whole."""
        match = CORE.match(token)
        parts = BREAKS.get(match.group(2).casefold()) if match else None
        if not match or not parts:
            return None
        word = match.group(2)
        key = word.casefold()
        if self.counts[key] < 2 or key in self.used:
            return None
        for number in range(len(parts) - 1, 0, -1):
            cut = sum(map(len, parts[:number]))
            head = f"{match.group(1)}{word[:cut]}-"
            if cut > 1 and len(word) - cut > 1 and width_of(head, face, size) <= room:
                self.used.add(key)
                return head, word[cut:] + match.group(3)
        return None


def width_of(text: str, face: str, size: float) -> float:
    """Width of a text in which ^ begins and ends what is raised."""
    return sum(
        pdfmetrics.stringWidth(part, face, size * (SUPER if number % 2 else 1.0))
        for number, part in enumerate(text.split("^"))
    )


def wrap(text: str, face: str, size: float, width: float, hyphens: Hyphens | None = None) -> list[tuple[str, bool]]:
    """The lines of a text; with each, whether its last word was broken by a hyphen of the word processor's."""
    lines: list[tuple[str, bool]] = []
    line = ""
    tokens = text.split(" ")[::-1]
    while tokens:
        token = tokens.pop()
        longer = f"{line} {token}" if line else token
        if width_of(longer, face, size) <= width:
            line = longer
            continue
        cut = _cut(token, face, size, width - width_of(f"{line} " if line else "", face, size), hyphens)
        if cut:
            head, rest, broken = cut
            lines.append((f"{line} {head}" if line else head, broken))
            line = ""
            tokens.append(rest)
        elif line:
            lines.append((line, False))
            line = ""
            tokens.append(token)
        else:
            head = _longest(token, face, size, width)
            lines.append((head, False))
            tokens.append(token[len(head) :])
    return [*lines, (line, False)] if line else lines


def _cut(token: str, face: str, size: float, room: float, hyphens: Hyphens | None) -> tuple[str, str, bool] | None:
    """The token parted after one of its own hyphens, or by a new one."""
    ends = [match.end() for match in re.finditer(r"(?<=\w)-(?=\w)", token)]
    for end in reversed(ends):
        if width_of(token[:end], face, size) <= room:
            return token[:end], token[end:], False
    found = hyphens.broken(token, face, size, room) if hyphens else None
    return (*found, True) if found else None


def _longest(token: str, face: str, size: float, width: float) -> str:
    number = len(token)
    while number > 1 and width_of(token[:number], face, size) > width:
        number -= 1
    return token[:number]
