"""`release build --previous DIR`: what the release before decides of this one, its changes and its ledger."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from areasend.cli.counting import Basis
from areasend.cli.old_release import OldRelease, read_release
from areasend.publication import PreviousUnfit, Release
from areasend.statistics import (
    Appearance,
    Declared,
    Population,
    Side,
    compare_releases,
    declared_appearances,
    ledger,
    placed_figures,
    printed_appearances,
    series_appearances,
)


def chosen_previous(path: Path | None, release: Release, basis: Basis) -> OldRelease | None:
    """The release before, read and fit to be it. Raises `PreviousUnfit`, or why it cannot be read."""
    version = release.config.version
    if path is None:
        if version > 1:
            raise PreviousUnfit(
                f"release.version is {version}, so this release corrects version {version - 1}, and --previous is not "
                "given. Name the folder of that version with --previous DIR."
            )
        return None
    previous = read_release(path, compared_with=basis)
    _require_fit(path, previous, release)
    return previous


def _require_fit(path: Path, previous: OldRelease, release: Release) -> None:
    manifest, version = previous.manifest, release.config.version
    corrected = manifest.id_of_version(version) == release.id
    if version > 1 and not (corrected and manifest.practice.version == version - 1):
        raise PreviousUnfit(
            f"{path} is {manifest.id}, and {release.id} corrects version {version - 1} of itself: the same dates and "
            "the same kind. Name that one with --previous, or set release.version."
        )
    if version == 1 and corrected:
        raise PreviousUnfit(
            f"{path} is {manifest.id}, the same release as this one. Name the release before; a corrected one has "
            f"release.version = {manifest.practice.version + 1} and a [[correction]]."
        )
    if previous.side.population.as_at > release.counted.as_at:
        raise PreviousUnfit(
            f"{path} is as at {previous.side.population.as_at}, later than {release.counted.as_at}. "
            "Name an earlier release, or compare the two with: areasend release diff"
        )


def compared(release: Release, population: Population, previous: OldRelease | None, *, place: str) -> Release:
    """The release with its changes, if there is one before, and with its ledger of first appearances.

    `place` names the configuration in errors. Raises `UnknownFigure` for a figure that it declares and nobody counts.
    """
    tables, config = release.counted.tables, release.config
    entries = (
        Declared(figure=entry.figure, where=entry.where, on=entry.on, reason=entry.reason)
        for entry in config.appeared_earlier
    )
    found = [*printed_appearances(population, tables, before=config.published)]
    found += declared_appearances(entries, tables, place=place)
    if previous is None:
        return replace(release, ledger=ledger(found, (), release.counted))
    found += _in_series(previous, release)
    return replace(
        release,
        changes=compare_releases(previous.side, Side(population=population, tables=tables)),
        ledger=ledger(found, previous.ledger, release.counted),
    )


def _in_series(previous: OldRelease, release: Release) -> Iterator[Appearance]:
    """What the release before has, if it says on which day it was published."""
    manifest, side = previous.manifest, previous.side
    published = manifest.practice.published
    if published is None:
        return
    version = f", version {manifest.practice.version}" if manifest.practice.version > 1 else ""
    earlier = {
        wanted: (text, period)
        for wanted, (_, period) in placed_figures(side.tables).items()
        if (text := side.text(wanted)) is not None
    }
    yield from series_appearances(
        earlier, release.counted.tables, publication=f"{manifest.title}{version}", published=published
    )
