"""A reading as text for a terminal of a given width: what it is, problems, fields, findings, sections."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from areasend.reports.kinds import DESCRIPTIONS
from areasend.reports.reading import Problem, Reading
from areasend.reports.showing.in_short import (
    FieldInShort,
    FindingInShort,
    SectionInShort,
    fields_in_short,
    findings_in_short,
    sections_in_short,
)
from areasend.reports.showing.labels import (
    FOR_CHECKING,
    UNOFFICIAL,
    counted,
    form_counts,
    page_span,
)
from areasend.reports.visible import quoted, visible

# Narrower than this, and what would stand beside each other stands below.
_LEAST_FOR_COLUMNS = 80
_NARROWEST, _WIDEST = 30, 150
# An inspection id is not broken.
_LEAST_VALUE = 20
_BETWEEN = 2
# Of long words a person compares the beginning and the end.
_MOST_WORDS = 300
_BOLD, _PLAIN = "\033[1m", "\033[0m"

Lines = Iterator[str]


def reading_text(reading: Reading, *, width: int, bold: bool = False) -> str:
    """The whole of it, no line longer than `width`; headings are bold where a terminal can show that."""
    width = max(_NARROWEST, min(width, _WIDEST))
    blocks = [list(lines) for lines in _blocks(reading, width)]
    for block in blocks[:-1]:
        block[0] = f"{_BOLD}{block[0]}{_PLAIN}" if bold else block[0]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _blocks(reading: Reading, width: int) -> Iterator[Lines]:
    yield _what_it_is(reading, width)
    yield _problems(reading.problems, width)
    if fields := fields_in_short(reading):
        yield _fields(fields, width)
    if findings := findings_in_short(reading):
        yield _findings(findings, width)
    if sections := sections_in_short(reading):
        yield _sections(sections, width)
    yield iter(textwrap.wrap(f"{UNOFFICIAL} {FOR_CHECKING if reading.values else ''}", width))


def _what_it_is(reading: Reading, width: int) -> Lines:
    pages = f", {counted(len(reading.page_sizes), 'page')}" if reading.page_sizes else ""
    yield from _wrapped(visible(reading.file), width)
    yield from _wrapped(f"This is {DESCRIPTIONS[reading.document]}{pages}.", width)
    yield from _wrapped(f"sha256 {visible(reading.sha256)}", width)


def _problems(problems: Sequence[Problem], width: int) -> Lines:
    if not problems:
        yield "No problem was found"
        return
    yield f"Problems ({len(problems)})"
    for problem in problems:
        page = f", page {problem.page}" if problem.page else ""
        yield from _wrapped(f"! {visible(problem.field)}{page}", width, further=2)
        yield from _wrapped(f"expected  {quoted(problem.expected, _MOST_WORDS)}", width, first=4, further=14)
        yield from _wrapped(f"found     {quoted(problem.found, _MOST_WORDS)}", width, first=4, further=14)


def _fields(fields: Sequence[FieldInShort], width: int) -> Lines:
    yield f"Fields ({len(fields)})"
    if width < _LEAST_FOR_COLUMNS:
        for field in fields:
            yield from _wrapped(f"{_sign(field)} {visible(field.field)}: {field.shown}", width, further=4)
            for pages, words in _evidence(field):
                yield from _wrapped(f"{f'page {pages}: ' if pages else ''}{words}", width, first=4, further=6)
        return
    widths = _widths(fields, width)
    name, value, page, _ = widths
    yield f"  {'field':<{name}}  {'value':<{value}}  {'page':>{page}}  words"
    for field in fields:
        yield from _row(field, widths)


def _widths(fields: Sequence[FieldInShort], width: int) -> tuple[int, int, int, int]:
    """Of the columns field, value, page and words: names and pages whole, and the words have what is left."""
    names = max(len(visible(field.field)) for field in fields)
    pages = max(len(pages) for field in fields for pages, _ in _evidence(field))
    names, pages = min(names, width // 3), max(len("page"), min(pages, width // 8))
    left = width - names - pages - 4 * _BETWEEN
    values = min(max(len(field.shown) for field in fields), max(_LEAST_VALUE, left * 2 // 5))
    return names, values, pages, left - values


def _row(field: FieldInShort, widths: tuple[int, int, int, int]) -> Lines:
    name, value, pages, words = widths
    evidence = [
        cells
        for found, said in _evidence(field)
        for cells in zip_longest(_cell(found, pages), _cell(said, words), fillvalue="")
    ]
    beside = zip_longest(_cell(visible(field.field), name), _cell(field.shown, value), evidence)
    for place, (one, two, three) in enumerate(beside):
        found, said = three or ("", "")
        sign = " " if place else _sign(field)
        yield f"{sign} {one or '':<{name}}  {two or '':<{value}}  {found:>{pages}}  {said}".rstrip()


def _cell(text: str, width: int) -> list[str]:
    """The text in lines; a key breaks after its underscores."""
    if " " in text or len(text) <= width:
        return textwrap.wrap(text, width)
    return [line.replace("_ ", "_") for line in textwrap.wrap(text.replace("_", "_ "), width)]


def _sign(field: FieldInShort) -> str:
    """Marks what a person should look at first."""
    return "!" if field.doubtful else " "


def _evidence(field: FieldInShort) -> Iterator[tuple[str, str]]:
    """Where a value comes from: the pages and the words, and what else it is not the report."""
    if field.source or not field.quotations:
        yield "", field.source
    for quotation in field.quotations:
        yield page_span(quotation.pages).split(" ", 1)[1], f"“{quoted(quotation.words, _MOST_WORDS)}”"


def _findings(findings: Sequence[FindingInShort], width: int) -> Lines:
    yield f"Findings ({len(findings)})"
    for finding in findings:
        named = (finding.label, page_span(finding.pages), finding.source, *finding.bodies)
        yield from _wrapped("; ".join(filter(None, named)), width, first=2, further=4)
        for line in finding.lines:
            yield from _wrapped(line, width, first=4, further=6 if line.startswith("•") else 4)


def _sections(sections: Sequence[SectionInShort], width: int) -> Lines:
    yield f"Sections ({len(sections)})"
    for section in sections:
        yield from _wrapped(visible(section.heading), width, first=2, further=4)
        yield from _wrapped(f"{form_counts(section.forms)}; {page_span(section.pages)}", width, first=4, further=4)
        for sentence in section.leadership:
            yield from _wrapped(f"senior leaders: “{visible(sentence)}”", width, first=4, further=6)


def _wrapped(text: str, width: int, *, first: int = 0, further: int = 0) -> Lines:
    """The text in lines of the width, the first and the further ones indented; one empty line for no text."""
    lines = textwrap.wrap(text, width, initial_indent=" " * first, subsequent_indent=" " * further)
    yield from lines or [""]
