"""The words that a release of these records may use beyond the dictionary: names of places, publications and people."""

import re
from collections.abc import Iterable
from pathlib import Path

from areasend.check import WordListUnreadable
from areasend.publication import ReleaseConfig
from areasend.register import AreaName, Document, LocalArea
from areasend.snapshot import Snapshot

# Terms of the field that stand in titles, before anything can spell them out; the cover of a workbook does.
FIELD = {"areasend", "Ofsted", "SEND"}


def known_words(areas: Iterable[LocalArea], names: Iterable[AreaName], documents: Iterable[Document]) -> set[str]:
    """Every word in all the names of local areas, their predecessors and regions, and in titles of publications."""
    texts = [text for a in areas for text in (a.name, a.plain_name, a.ons_region, a.ofsted_region, *a.predecessors)]
    texts += [entry.name for entry in names]
    texts += [text for document in documents for text in (document.title, document.publisher)]
    return _words(texts) | FIELD


def snapshot_words(snapshot: Snapshot) -> set[str]:
    """The same of a snapshot, and the words of its notes and of its coders: they are the producer's own."""
    notes = [entry.note for entry in snapshot.inspections]
    notes += [text for entry in snapshot.coders for text in (entry.coder, entry.description)]
    return known_words(snapshot.local_areas, snapshot.area_names, snapshot.documents) | _words(
        [*notes, snapshot.completeness.statement]
    )


def config_words(config: ReleaseConfig) -> set[str]:
    """The words of `release.toml`, in which a producer's names stand."""
    contact = config.contact
    notes = [correction.note for correction in config.corrections]
    named = (contact.name, contact.role, contact.email, contact.telephone)
    return _words([*notes, config.title, config.publisher, config.next_release, *named])


def text_words(text: str) -> set[str]:
    """The words of a text."""
    return _words([text])


def words_in(path: Path | None) -> set[str]:
    """The words of a text file, parted by white space. Raises `WordListUnreadable`."""
    if path is None:
        return set()
    try:
        return set(path.read_text(encoding="utf-8-sig").split())
    except (OSError, UnicodeDecodeError) as error:
        raise WordListUnreadable(f"{path}: not a text file in UTF-8 ({error}). Write one word a line.") from error


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in re.findall(r"[^\W\d_]+(?:[’'][^\W\d_]+)*", text)}
