"""An Atom feed (RFC 4287) and a sitemap (sitemaps.org, 0.9), as bytes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n'


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedEntry:
    """`id` is an IRI that never changes; `link` is absolute; `updated` has an offset."""

    id: str
    title: str
    link: str
    updated: datetime
    summary: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """`updated` stands for the whole; `author` is an organisation."""

    id: str
    title: str
    subtitle: str
    link: str
    self_link: str
    updated: datetime
    author: str
    rights: str
    entries: tuple[FeedEntry, ...]


def atom_bytes(feed: Feed) -> bytes:
    """The feed in the order of its entries."""
    register_namespace("", _ATOM)
    root = Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en-GB"})
    for name, text in (("id", feed.id), ("title", feed.title), ("subtitle", feed.subtitle), ("rights", feed.rights)):
        _text(root, name, text)
    _text(root, "updated", feed.updated.isoformat())
    _text(SubElement(root, f"{{{_ATOM}}}author"), "name", feed.author)
    _link(root, "alternate", feed.link)
    _link(root, "self", feed.self_link)
    for entry in feed.entries:
        _entry(SubElement(root, f"{{{_ATOM}}}entry"), entry)
    return _document(root)


def _entry(element: Element, entry: FeedEntry) -> None:
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", entry.updated.isoformat())
    _link(element, "alternate", entry.link)
    _text(element, "summary", entry.summary)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _link(parent: Element, relation: str, address: str) -> None:
    SubElement(parent, f"{{{_ATOM}}}link", {"rel": relation, "href": address})


def sitemap_bytes(addresses: Iterable[str]) -> bytes:
    """A sitemap of absolute addresses, in their order."""
    register_namespace("", _SITEMAP)
    root = Element(f"{{{_SITEMAP}}}urlset")
    for address in addresses:
        SubElement(SubElement(root, f"{{{_SITEMAP}}}url"), f"{{{_SITEMAP}}}loc").text = address
    return _document(root)


def _document(root: Element) -> bytes:
    indent(root)
    return _DECLARATION + tostring(root, encoding="unicode").encode() + b"\n"
