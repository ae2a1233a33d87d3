"""Footnotes of a page: which links lead to a note, what their marker is called, which lead back."""

import re
from functools import lru_cache

from lxml.etree import _Element

# How programs name the target of a note: GOV.UK fn:1, Word _ftn1 and _edn1, wikis cite_note-1, LibreOffice
# sdfootnote1sym, this project's pages note-1.
_TARGET = re.compile(
    r"(?:user-content-)?_{0,2}(?:fn|ftn|edn|foot-?notes?|end-?notes?|notes?|cite_note|sdfootnote|sdendnote)"
    r"[-_:.]?[\w:.-]{0,40}",
    re.IGNORECASE,
)
_BACK = re.compile(r"(?:fn|ftn|edn|note|cite)[-_]?ref|^_?ref|anc$|-ref", re.IGNORECASE)
_NAME = r"(?:[0-9]{1,3}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§¶#]{1,3})"
_MARKER = re.compile(
    rf"\[\s*(?:(?:foot|end)?note\s+)?(?P<square>{_NAME})\s*\]|\(\s*(?:(?:foot|end)?note\s+)?(?P<round>{_NAME})\s*\)"
    r"|(?P<bare>[0-9]{1,3}|[*†‡§¶#]{1,3})",
    re.IGNORECASE,
)
_RAISED = re.compile(rf"[\[(]?(?P<name>[0-9]{{1,2}}|[a-z]|[*†‡§¶#]{{1,3}})[\])]?(?:\s*,\s*{_NAME})*", re.IGNORECASE)
_ORDINALS = re.compile(r"st|nd|rd|th", re.IGNORECASE)
_POWERS = re.compile(r"(?:^|[\s\d(])(?:[kcm]?m|ft|miles?|yards?|R|r|x|n)$")
_FIGURE = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+")


def fragment(href: str) -> str:
    """The part of a link behind `#`; saved pages give the whole address even of places in themselves."""
    return href.partition("#")[2]


def figure_of(href: str) -> str:
    """The id of the figure that a link leads to, empty if it leads to none.

    >>> figure_of("numbers/coverage.html#coverage.england.inspected"), figure_of("index.html#summary")
    ('coverage.england.inspected', '')
    """
    place = fragment(href)
    return place if _FIGURE.fullmatch(place) else ""


def reference(link: _Element) -> str | None:
    """The label of the note that a link refers to; None for any other link."""
    place = fragment(link.get("href", ""))
    if not place:
        return None
    stated = link.get("role") == "doc-noteref" or link.get("rel") == "footnote"
    if not stated and (_TARGET.fullmatch(place) is None or _BACK.search(place)):
        return None
    found = _MARKER.fullmatch("".join(link.itertext()).strip())
    if found is None:
        return None
    return found["square"] or found["round"] or found["bare"]


def is_back_link(link: _Element) -> bool:
    """Whether a link in a note leads back to its place in the text."""
    if link.get("role") == "doc-backlink" or link.get("rev") == "footnote":
        return True
    return _BACK.search(fragment(link.get("href", ""))) is not None


def raised_label(raised: str, before: str) -> str | None:
    """The label of a note for raised text without a link; None for ordinals (1st) and powers (km²)."""
    found = _RAISED.fullmatch(raised.strip())
    if found is None or _ORDINALS.fullmatch(raised.strip()):
        return None
    if raised.strip() in {"2", "3"} and _POWERS.search(before):
        return None
    return found["name"]


def note_targets(root: _Element) -> dict[str, str]:
    """The ids of the notes that the page refers to, with the label of the first reference to each."""
    targets: dict[str, str] = {}
    for link in root.iter("a"):
        label = reference(link)
        if label is not None:
            place = fragment(link.get("href", ""))
            targets.setdefault(place, label)
            targets.setdefault(place.lstrip("_"), label)
    return targets


@lru_cache(maxsize=4096)
def holds_notes(role: str, classes: str) -> bool:
    """Whether an element is the list of notes of its page."""
    names = {"footnotes", "endnotes", "references"}
    return role in {"doc-endnotes", "doc-footnotes"} or not names.isdisjoint(classes.lower().split())
