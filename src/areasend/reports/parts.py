"""The parts of a report by their headings: which lines belong to the outcome, to each section, to each table."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from areasend.reports.layout.footers import Furnished
from areasend.reports.layout.strips import Strip, strip_of_line
from areasend.reports.pdf import Line
from areasend.reports.wording import SectionWording, letters, wording

FRONT = "front"
# A long heading in a narrow column runs over five lines at most.
_LONGEST_HEADING = 5
# How much larger than the text around it a heading is, where it is not bold.
_LARGER = 1.12
# Lines of a page whose size is measured to learn the usual one.
_SAMPLE = 8


@dataclass(slots=True)
class Part:
    """A heading as printed, and the lines under it up to the next; the front has no heading.

    `again` are lines that repeat the heading, as the tables do; `end` is the next heading's first line, or None where
    the report ends with this part.
    """

    key: str
    heading: str
    heading_strips: tuple[Strip, ...]
    lines: list[Line] = field(default_factory=list)
    again: list[Line] = field(default_factory=list)
    end: Line | None = None

    @property
    def strips(self) -> tuple[Strip, ...]:
        return tuple(strip_of_line(line) for line in self.lines)


def parts_of(pages: Sequence[Furnished]) -> tuple[Part, ...]:
    """The parts in the order of the pages; a heading that comes again, as tables repeat theirs, begins no new part."""
    lines = [line for page in pages for line in page.body]
    usual = _usual_size(lines)
    parts = [Part(FRONT, "", ())]
    number = 0
    while number < len(lines):
        found = _heading_at(lines, number, usual)
        if found is None:
            parts[-1].lines.append(lines[number])
            number += 1
            continue
        key, length = found
        if parts[-1].key != key:
            strips = tuple(strip_of_line(line) for line in lines[number : number + length])
            parts[-1].end = lines[number]
            parts.append(Part(key, " ".join(strip.text for strip in strips), strips))
        else:
            parts[-1].again += lines[number : number + length]
        number += length
    return tuple(parts)


def part(parts: Sequence[Part], key: str) -> Part | None:
    """The first part of this kind, or None where the report has no such heading."""
    return next((found for found in parts if found.key == key), None)


def _usual_size(lines: Sequence[Line]) -> float:
    """The size in which most characters are set, going by the longest lines of each page."""
    sizes: dict[float, int] = {}
    for _, of_page in groupby(lines, key=lambda line: line.page):
        for line in sorted(of_page, key=lambda line: -len(line.text))[:_SAMPLE]:
            sizes[line.size] = sizes.get(line.size, 0) + len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _heading_at(lines: Sequence[Line], number: int, usual: float) -> tuple[str, int] | None:
    """The section whose heading begins at this line, and over how many lines it runs."""
    first = lines[number]
    if len(first.text) > 120:
        return None
    text = letters(first.text)
    sections = [section for section in wording().sections if text.startswith(section.begins)]
    if not sections:
        return None
    best: tuple[str, int] | None = None
    for length, line in enumerate(lines[number : number + _LONGEST_HEADING], start=1):
        if length > 1 and not _same_heading(lines[number + length - 2], line):
            break
        if length > 1:
            text = f"{text} {letters(line.text)}"
        for section in sections:
            if (
                section.heading.fullmatch(text)
                and _is_whole(section, text, line)
                and _is_set(section, first, line, usual)
            ):
                best = (section.key, length)
        if best and line.text.endswith("?"):
            break
    return best


def _same_heading(before: Line, line: Line) -> bool:
    """Whether a line is set like the one before and close under it."""
    near = 0 < line.y - before.y < 2 * line.height
    return line.page == before.page and near and line.bold == before.bold and abs(line.size - before.size) < 1


def _is_whole(section: SectionWording, text: str, line: Line) -> bool:
    """Whether a heading that may end in many ways has come to its end."""
    if section.ends is None:
        return True
    return section.ends.search(text) is not None or line.text.endswith("?")


def _is_set(section: SectionWording, first: Line, last: Line, usual: float) -> bool:
    """Whether the lines are set as a heading; a plain heading must be all there is on them, which a pattern holds."""
    if section.any_style or first.bold or first.size > usual * _LARGER:
        return True
    # "... is an / area for improvement." ends a paragraph.
    whole = section.ends is None or last.text.endswith("?")
    return whole and first.text[0].isupper() and not last.text.endswith((".", ",", ";"))
