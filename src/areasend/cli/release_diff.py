"""`areasend release diff`: what changed from one release to another, each value with its reason."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from areasend.cli.exits import DONE
from areasend.cli.old_release import read_release
from areasend.formats import csv_text, json_bytes
from areasend.publication import UNOFFICIAL, changes_json
from areasend.statistics import (
    Changes,
    Difference,
    Standpoint,
    ValueChange,
    changes_table,
    compare_releases,
    reason_text,
)

# What `git diff --exit-code` does: without the option, differences are no failure.
DIFFERENT = 1


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    diff = actions.add_parser(
        "diff", help="list each value that differs between two releases, with its reason", description=__doc__
    )
    diff.add_argument("old", type=Path, metavar="OLD", help="the folder of the earlier release")
    diff.add_argument("new", type=Path, metavar="NEW", help="the folder of the later release")
    diff.add_argument("--format", choices=("text", "csv", "json"), default="text")
    diff.add_argument("--exit-code", action="store_true", help="exit 1 if a figure differs, 0 if none does")
    diff.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    new = read_release(options.new)
    old = read_release(options.old, compared_with=new.basis)
    changes = compare_releases(old.side, new.side)
    if options.format == "csv":
        table = changes_table(changes, new.side.population.since_start)
        sys.stdout.write(csv_text(table.heading, table.text_rows()))
    elif options.format == "json":
        names = {"unofficial": UNOFFICIAL, "old": old.manifest.id, "new": new.manifest.id}
        sys.stdout.write(json_bytes(names | changes_json(changes)).decode())
    else:
        print("\n".join(as_text(changes, old.manifest.id, new.manifest.id)))
    return DIFFERENT if options.exit_code and (changes.values or changes.not_reproduced) else DONE


def as_text(changes: Changes, old: str, new: str) -> Iterator[str]:
    """The number of changes by reason, the values table by table, and what happened to the records."""
    yield f"From {old} ({_standing(changes.old)}) to {new} ({_standing(changes.new)})"
    if not changes.values:
        yield f"No value differs, of {changes.compared} compared."
    else:
        counts = (f"{len(changes.of_kind(kind))} {kind.value}" for kind in Difference)
        yield f"{changes.compared} figures compared: {', '.join(counts)}."
    for reason, values, records in changes.reasons():
        yield f"  {reason.value}: {len(values)} changed values, {len(records)} records"
    yield from _values(changes)
    for kind in (Difference.ADDED, Difference.REMOVED):
        tables = Counter(change.table for change in changes.of_kind(kind))
        yield from ["", f"{kind.value}:"] if tables else ()
        yield from (f"  {table}: {number}" for table, number in tables.items())
    if changes.not_reproduced:
        yield from ["", "published otherwise than this version counts from the same records:"]
        yield from (f"  {e.id}  {e.published or '-'}, counted {e.counted or '-'}" for e in changes.not_reproduced)
    if changes.records:
        yield from ["", "records:"]
        yield from (f"  {r.kind.value}: {r.record}  {r.name}: {r.detail}" for r in changes.records)
    yield from ["", UNOFFICIAL]


def _standing(standpoint: Standpoint) -> str:
    cut = f", reports published by {standpoint.published_by}" if standpoint.published_by is not None else ""
    return f"as at {standpoint.as_at}{cut}, {standpoint.status.value}"


def _values(changes: Changes) -> Iterator[str]:
    """Changed values and those of another period, under the title of their table."""
    told = [change for change in changes.values if change.kind in (Difference.VALUE, Difference.PERIOD)]
    for table in dict.fromkeys(change.table for change in told):
        yield from ["", f"{table}: {changes.titles.get(table, '')}"]
        yield from (f"  {_line(change)}" for change in told if change.table == table)


def _line(change: ValueChange) -> str:
    if change.kind is Difference.PERIOD:
        return f"{change.id}  {change.old}, now {change.new}: another period, so another figure"
    difference = f" ({change.difference:+f})" if change.difference is not None else ""
    return f"{change.id}  {change.old} -> {change.new}{difference}  {'; '.join(reason_text(change))}"
