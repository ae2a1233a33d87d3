"""Feed and sitemap, read back by a reader of its own (feedparser) and by an XML parser."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import feedparser
from hypothesis import given
from hypothesis import strategies as st

from areasend.formats import Feed, FeedEntry, atom_bytes, sitemap_bytes

WHEN = datetime(2025, 6, 26, 8, 30, tzinfo=UTC)
# What XML 1.0 can hold; the records are held to the same (register/columns.py).
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=40)


def entry(number: int, title: str = "Report on Bury", summary: str = "Outcome: inconsistent.") -> FeedEntry:
    return FeedEntry(
        id=f"https://example.org/inspections/{number}",
        title=title,
        link=f"https://example.org/areas/{number}/index.html",
        updated=WHEN - timedelta(days=number),
        summary=summary,
    )


def feed(*entries: FeedEntry) -> Feed:
    return Feed(
        id="https://example.org/feed.atom",
        title="Releases & reports",
        subtitle="Unofficial <build>",
        link="https://example.org/index.html",
        self_link="https://example.org/feed.atom",
        updated=WHEN,
        author="areasend",
        rights="OGL",
        entries=entries,
    )


def test_a_reader_of_feeds_finds_everything_in_its_order() -> None:
    read = feedparser.parse(atom_bytes(feed(entry(1), entry(2))))
    assert not read.bozo
    assert read.version == "atom10"
    assert (read.feed.title, read.feed.id) == ("Releases & reports", "https://example.org/feed.atom")
    assert read.feed.updated == "2025-06-26T08:30:00+00:00"
    assert {link.rel: link.href for link in read.feed.links} == {
        "alternate": "https://example.org/index.html",
        "self": "https://example.org/feed.atom",
    }
    assert [found.id for found in read.entries] == [
        "https://example.org/inspections/1",
        "https://example.org/inspections/2",
    ]
    assert read.entries[1].updated == "2025-06-24T08:30:00+00:00"


@given(TEXT, TEXT)
def test_any_text_survives(title: str, summary: str) -> None:
    root = ElementTree.fromstring(atom_bytes(feed(entry(1, title, summary))))
    atom = "{http://www.w3.org/2005/Atom}"
    assert root.findtext(f"{atom}entry/{atom}title") == title
    assert root.findtext(f"{atom}entry/{atom}summary") == summary


def test_a_sitemap_holds_its_addresses_in_order() -> None:
    root = ElementTree.fromstring(sitemap_bytes(["https://example.org/a?b=1&c=2", "https://example.org/"]))
    assert [place.text for place in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")] == [
        "https://example.org/a?b=1&c=2",
        "https://example.org/",
    ]
