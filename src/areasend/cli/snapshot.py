"""`areasend snapshot`: freeze records as at a date, verify a snapshot, or compare two."""

import argparse
import json
import sys
from pathlib import Path

from areasend.cli.arguments import add_snapshot_arguments, chosen_snapshot
from areasend.cli.exits import CHECK_FAILED, DONE
from areasend.formats import new_folder, write_files
from areasend.snapshot import SNAPSHOT_FILE, Change, SnapshotInvalid, compare, read_snapshot, snapshot_files


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("snapshot", help="freeze, verify or compare snapshots", description=__doc__)
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    freeze = actions.add_parser("freeze", help="freeze records as at a date into a new folder")
    add_snapshot_arguments(freeze)
    freeze.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to make")
    freeze.set_defaults(run=run_freeze)
    verify = actions.add_parser("verify", help="prove that a snapshot is what was frozen; exit 1 if it is not")
    verify.add_argument("folder", type=Path, metavar="DIR")
    verify.set_defaults(run=run_verify)
    diff = actions.add_parser("diff", help="list what changed from one snapshot to another, value by value")
    diff.add_argument("old", type=Path, metavar="OLD")
    diff.add_argument("new", type=Path, metavar="NEW")
    diff.set_defaults(run=run_diff)


def run_freeze(options: argparse.Namespace) -> int:
    held = chosen_snapshot(options)
    files = snapshot_files(held)
    with new_folder(options.out) as staged:
        write_files(staged, files)
    print(f"Froze {len(held.inspections)} full inspections as at {held.as_at} into {options.out}.")
    print(f"sha256 {json.loads(files[SNAPSHOT_FILE])['sha256']}")
    return DONE


def run_verify(options: argparse.Namespace) -> int:
    try:
        held = read_snapshot(options.folder)
    except SnapshotInvalid as error:
        print(f"areasend: {error}", file=sys.stderr)
        return CHECK_FAILED
    print(f"{options.folder} is what was frozen: {len(held.inspections)} full inspections as at {held.as_at}.")
    return DONE


def run_diff(options: argparse.Namespace) -> int:
    changes = compare(read_snapshot(options.old), read_snapshot(options.new))
    for change in changes:
        print(_line(change))
    print(f"{len(changes)} changes." if changes else "No value differs.")
    return DONE


def _line(change: Change) -> str:
    where = " ".join(part for part in (change.table, change.record, change.column) if part)
    if not change.column:
        return f"{change.kind.value}: {where}: {change.new or f'was {change.old}'}"
    return f"{change.kind.value}: {where}: {change.old or 'empty'} -> {change.new or 'empty'}"
