"""Periods as two publications state them: which are over, which are open, and for which date a document is made."""

import re
from datetime import date
from itertools import islice

from areasend.check.numbers.documents.model import Document, Passage, Role
from areasend.check.numbers.reading import dated
from areasend.check.numbers.reading.model import Dated, DateKind

_OPEN = (DateKind.SINCE, DateKind.AFTER, DateKind.BY, DateKind.UNTIL, DateKind.BEFORE, DateKind.YEARLESS)
Period = tuple[date | None, date]
_HEAD = 12


def closed(entry: Dated) -> Period | None:
    """A period with both ends, or a day as at which something stood; None if it goes on or says no year."""
    if entry.impossible or entry.kind in _OPEN or entry.last is None:
        return None
    return entry.first, entry.last


def period_of(text: str) -> Period | None:
    """The one period that a heading or label states, None if it states none, several, or an open one."""
    found = dated(text)
    return closed(found[0]) if len(found) == 1 else None


def without_periods(text: str) -> str:
    """A title without its dates and periods, folded to compare: "Homes by region as at 31 March 2030" of any date."""
    kept, position = [], 0
    for entry in dated(text):
        kept.append(text[position : entry.start])
        position = entry.end
    return folded("".join([*kept, text[position:]]))


def folded(text: str) -> str:
    """Small letters, straight apostrophes, one space; no punctuation at the ends."""
    return " ".join(text.casefold().replace("’", "'").split()).strip(" .,:;–-")


def made_for(document: Document) -> date | None:
    """The latest day that the head of a document names as that of its data, or as that of its publication.

    Looked for in the title and in the first passages: "as at 31 December 2030", else the end of a range, else any day.
    """
    head = [passage.text for passage in _first_passages(document)]
    entries = [entry for text in (document.title, *head) for entry in dated(text)]
    for kinds in ((DateKind.AS_AT,), (DateKind.RANGE, DateKind.YEAR), (DateKind.DAY,)):
        days = [entry.last for entry in entries if entry.kind in kinds and entry.last is not None]
        if days:
            return max(days)
    return None


def _first_passages(document: Document) -> list[Passage]:
    spoken = (entry for entry in document.passages() if entry.role in (Role.HEADING, Role.PARAGRAPH, Role.CAPTION))
    return list(islice(spoken, _HEAD))


_NUMBERED = re.compile(r"^(?:data for )?(?:table|figure|chart|map|annex)\s+[\w.]{1,6}\s*[:.–-]\s*", re.IGNORECASE)


def unnumbered(title: str) -> str:
    """A title without its number: "Table 4: Homes" is "Homes"."""
    return _NUMBERED.sub("", title.strip())
