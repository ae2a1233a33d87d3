"""What a document is, by its title and headings; whatever is not plainly a full inspection report is left alone."""

from collections.abc import Sequence

from areasend.reports.fields.passages import SECTIONS
from areasend.reports.kinds import DocumentKind
from areasend.reports.layout.footers import Furnished
from areasend.reports.parts import FRONT, Part
from areasend.reports.wording import letters, wording

# Of the sections that only a full report under this framework has, how many it must show.
_ENOUGH_SECTIONS = 2
_FIRST_PAGES = 2


def kind_of(pages: Sequence[Furnished], parts: Sequence[Part]) -> DocumentKind:
    """The kind of a document that has text."""
    if not any(page.page.lines for page in pages):
        return DocumentKind.NO_TEXT
    front = " ".join(line.text for part in parts if part.key == FRONT for line in part.lines)
    if any(phrase.search(letters(front)) for phrase in wording().monitoring_titles):
        return DocumentKind.MONITORING_INSPECTION
    keys = {part.key for part in parts}
    titled = wording().title["name"].search(front) is not None and "outcome" in keys
    if titled or len(keys.intersection(SECTIONS)) >= _ENOUGH_SECTIONS:
        return DocumentKind.FULL_INSPECTION
    text = letters(" ".join(line.text for page in pages[:_FIRST_PAGES] for line in page.page.lines))
    for kind, phrases in wording().kinds.items():
        if any(phrase.search(text) for phrase in phrases):
            return DocumentKind(kind)
    return DocumentKind.NOT_RECOGNISED
