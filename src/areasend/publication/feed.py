"""`feed.atom`: this release, what it corrects, the releases announced with it, and newly published reports."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from areasend.formats import Feed, FeedEntry, atom_bytes
from areasend.publication.addresses import area_address
from areasend.publication.release import ATTRIBUTION, UNOFFICIAL, Release
from areasend.statistics import Marker, Table, cell_text

# How many of the newest reports stand in the feed: those of about a year.
_REPORTS = 40


def feed_bytes(release: Release) -> bytes:
    """The feed, newest first. Its times are the days of records and of `release.toml`, never those of a clock."""
    address = release.config.address
    entries = tuple(sorted(_entries(release), key=lambda entry: (entry.updated, entry.id), reverse=True))
    return atom_bytes(
        Feed(
            id=f"{address}feed.atom",
            title=f"{release.config.title}: releases, corrections and newly published reports",
            subtitle=f"{UNOFFICIAL} {release.complete_text} {release.status_title}",
            link=f"{address}index.html",
            self_link=f"{address}feed.atom",
            updated=entries[0].updated,
            author=release.config.publisher or "areasend",
            rights=ATTRIBUTION,
            entries=entries,
        )
    )


def _entries(release: Release) -> Iterator[FeedEntry]:
    config = release.config
    home = f"{config.address}index.html"
    published = config.publication_moment or _midnight(release.counted.as_at)
    yield FeedEntry(
        id=f"{config.address}releases/{release.id}/",
        title=release.title,
        link=home,
        updated=published,
        summary=f"{UNOFFICIAL} {release.dates_text} {release.status_title} {release.status_text}",
    )
    for correction in config.corrections:
        yield FeedEntry(
            id=f"{config.address}releases/{release.id}/#correction-{correction.version}",
            title=f"Correction: {release.title}, version {correction.version}",
            link=home,
            updated=_midnight(correction.day),
            summary=f"{correction.note} {UNOFFICIAL}",
        )
    yield from _reports(release)


def _reports(release: Release) -> Iterator[FeedEntry]:
    """The newest reports up to the date of the release."""
    table = release.counted.table("inspections")
    plain = _plain_names(release.counted.table("areas"))
    dated = [(day, row) for row in table.rows if isinstance(day := table.named(row)["publication_date"], date)]
    for day, row in sorted(dated, key=lambda pair: (pair[0], pair[1].key), reverse=True)[:_REPORTS]:
        named = table.named(row)
        name = plain.get(str(named["gss_code"]), "")
        outcome = named["outcome"]
        said = "The outcome is not recorded here." if isinstance(outcome, Marker) else f"Outcome: {outcome}."
        place = area_address(name) if name else "tables/inspections.html"
        yield FeedEntry(
            id=f"{release.config.address}inspections/{row.key}",
            title=f"Inspection report published: {name or cell_text(named['local_area'])}",
            link=f"{release.config.address}{place}",
            updated=_midnight(day),
            summary=f"{said} {UNOFFICIAL}",
        )


def _plain_names(areas: Table) -> dict[str, str]:
    return {row.key: str(areas.named(row)["plain_name"]) for row in areas.rows}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
