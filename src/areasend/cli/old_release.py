"""A release folder read back to be compared with another: its figures as published, its records, its ledger.

Every file is held against the manifest first. What a comparison needs and does not find stops it: nothing is guessed.
"""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from areasend.cli.counting import Basis, standing_basis
from areasend.cli.release_folder import read_folder
from areasend.publication import ReleaseKind, ReleaseUnreadable
from areasend.publication.practice import ReleaseManifest
from areasend.snapshot import read_snapshot
from areasend.statistics import Appearance, PublishedFigure, Side, Source

FIGURES = "api/v1/figures.json"
LEDGER = "data/first-appearance.csv"
SNAPSHOT = "data/snapshot"
_FOREIGN = "Build the release again with this version of areasend."


@dataclass(frozen=True, kw_only=True, slots=True)
class OldRelease:
    """`side` is counted by this version and holds what was published; `ledger` is empty where the folder has none.

    `basis` is what its folder holds to count by; it may have been counted by a later one, to be compared with that.
    """

    manifest: ReleaseManifest
    basis: Basis
    side: Side
    ledger: tuple[Appearance, ...]


def read_release(path: Path, *, compared_with: Basis | None = None) -> OldRelease:
    """The release in a folder, counted by what it holds or, where it is `compared_with` another, by what that holds.

    So a value that another codebook makes different is told as one that is counted otherwise now. Raises
    `ManifestUnreadable`, `ReleaseUnreadable` and `SnapshotInvalid`, and `PreviousUnfit` for a kind with other tables.
    """
    folder = read_folder(path)
    if folder.differences:
        raise _unreadable(path, *folder.differences, remedy="Name the folder as it was built, or build it again.")
    for wanted in (FIGURES, f"{SNAPSHOT}/snapshot.json"):
        if wanted not in folder.manifest.files:
            remedy = "A release can be compared if it holds its figures and its frozen records: build it again."
            raise _unreadable(path, f"{wanted} is not in it", remedy=remedy)
    if folder.manifest.kind not in [kind.value for kind in ReleaseKind]:
        raise _unreadable(path, f"its kind {folder.manifest.kind!r} is not one of this version", remedy=_FOREIGN)
    basis = standing_basis(ReleaseKind(folder.manifest.kind), folder.path)
    if compared_with is not None:
        compared_with.require_alike(basis, str(path))
    counted_by = compared_with or basis
    population = counted_by.population(read_snapshot(folder.path / SNAPSHOT))
    published = {figure.id: figure for figure in _figures(folder.path / FIGURES)}
    rows = tuple(_appearances(folder.path / LEDGER)) if LEDGER in folder.manifest.files else ()
    side = Side(population=population, tables=counted_by.count(population).tables, published=published)
    return OldRelease(manifest=folder.manifest, basis=basis, side=side, ledger=rows)


def _unreadable(path: Path, *problems: str, remedy: str) -> ReleaseUnreadable:
    lines = "\n".join(f"  {problem}" for problem in problems)
    return ReleaseUnreadable(f"The release in {path} cannot be compared:\n{lines}\n{remedy}")


def _figures(path: Path) -> Iterator[PublishedFigure]:
    try:
        for entry in json.loads(path.read_bytes(), parse_float=Decimal)["figures"]:
            yield PublishedFigure(id=_text(entry["id"]), label=_text(entry["label"]), value=_value(entry["value"]))
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        problem = f"{path.name}: not figures as areasend writes them: {type(error).__name__}: {error}"
        raise _unreadable(
            path, problem, remedy="Build the release again with a version of areasend that this one reads."
        ) from error


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _value(value: Any) -> int | Decimal | str:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise TypeError(f"{value!r} is no value of a figure")
    return value


def _appearances(path: Path) -> Iterator[Appearance]:
    """The rows of a ledger of first appearances; columns are found by their names."""
    try:
        for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")), strict=True):
            yield Appearance(
                figure=row["figure_id"],
                period=row["time_period"],
                source=Source(row["source"]),
                publication=row["publication"],
                place=row["place"],
                published=date.fromisoformat(row["published"]),
                value=row["value_there"],
            )
    except (KeyError, TypeError, ValueError, csv.Error) as error:
        problem = f"{path.name}: not a ledger as areasend writes it: {type(error).__name__}: {error}"
        raise _unreadable(
            path, problem, remedy="Build the release again with a version of areasend that this one reads."
        ) from error
