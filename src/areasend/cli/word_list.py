"""The words that a release of these records may use beyond the dictionary: names of places and publications."""

import re
from collections.abc import Iterable

from areasend.register import Document, LocalArea

# Terms of the field that stand in titles, before anything can spell them out; the cover of a workbook does.
FIELD = {"areasend", "Ofsted", "SEND"}


def known_words(areas: Iterable[LocalArea], documents: Iterable[Document]) -> set[str]:
    """Every word in the names of local areas, their predecessors and regions, and in titles of publications."""
    texts = [text for a in areas for text in (a.name, a.plain_name, a.ons_region, a.ofsted_region, *a.predecessors)]
    texts += [text for document in documents for text in (document.title, document.publisher)]
    return {word for text in texts for word in re.findall(r"[^\W\d_]+(?:[’'][^\W\d_]+)*", text)} | FIELD
