"""Whether two releases say the same: every CSV table, cell by cell, so that the costs are of the same work."""

import csv
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

# Tidy copies of the same numbers, under figure ids that only areasend has.
NOT_COMPARED = {"observations.csv", "first-appearance.csv"}


def differences(ours: Path, theirs: Path) -> Iterator[str]:
    """A line for each cell or table of two folders of CSV files that is not the same in both."""
    for name in sorted(names(ours) | names(theirs)):
        if not ((ours / name).is_file() and (theirs / name).is_file()):
            yield f"{name}: missing in {theirs if (ours / name).is_file() else ours}"
            continue
        for number, pair in enumerate(zip_longest(rows(ours / name), rows(theirs / name)), 1):
            yield from (f"{name}, row {number}: {said}" for said in cell_differences(*pair))


def cell_differences(ours: list[str] | None, theirs: list[str] | None) -> Iterator[str]:
    if ours is None or theirs is None:
        yield f"stands in one only: {ours or theirs}"
        return
    for number, (one, other) in enumerate(zip_longest(ours, theirs), 1):
        if one != other:
            yield f"cell {number} is {one!r} and {other!r}"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*.csv")} - NOT_COMPARED


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))
