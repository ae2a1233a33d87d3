"""Which pages a release has, and where the reader finds them: a few at the top, the others at the foot."""

from collections.abc import Iterator

from areasend.publication.edition import Entry
from areasend.publication.release import Release


def main_entries(release: Release) -> Iterator[Entry]:
    """Name and address of the pages at the top."""
    yield from release.edition.top
    yield "Local areas", "areas/index.html"
    yield "Map", "map.html"
    yield "Tables and data", "data.html"
    yield "Methodology", "methodology.html"


def foot_entries(release: Release) -> Iterator[Entry]:
    """Name and address of the pages at the foot."""
    yield "Quality and what is missing", "quality.html"
    yield "How each number was counted", "numbers.html"
    yield from release.edition.foot
    if release.changes is not None:
        yield "Changes since the last release", "changes.html"
    yield "Figures that were public before", "first-appearance.html"
    yield "Glossary", "glossary.html"
    yield "Calendar of releases", "calendar.html"
    yield "How releases are approved and published", "release-practice.html"
    yield "Pre-release access", "pre-release-access.html"
    yield "Feed of releases and reports (Atom)", "feed.atom"
