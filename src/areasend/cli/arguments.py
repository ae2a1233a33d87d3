"""Arguments that several commands share, and what they stand for."""

import argparse
import re
from datetime import date
from pathlib import Path

from areasend.cli.secrecy import require_no_plan
from areasend.framework import packaged_framework
from areasend.register import Register, load_folder, packaged_register
from areasend.snapshot import CannotFreeze, Snapshot, freeze, narrow, read_snapshot
from areasend.statistics import Population


def iso_date(text: str) -> date:
    """A date argument. Raises `argparse.ArgumentTypeError`."""
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date of the calendar written as 2024-12-31") from None


def add_snapshot_arguments(parser: argparse.ArgumentParser) -> None:
    """`--as-at`, `--published-by`, and where the records come from."""
    parser.add_argument(
        "--as-at", type=iso_date, metavar="DATE", help="count inspections that ended on or before DATE (2024-12-31)"
    )
    parser.add_argument(
        "--published-by", type=iso_date, metavar="DATE", help="leave out inspections whose report came after DATE"
    )
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--snapshot", type=Path, metavar="DIR", help="a frozen snapshot to count")
    source.add_argument(
        "--records", type=Path, metavar="DIR", help="a folder of your own records (default: the packaged)"
    )


def chosen_snapshot(options: argparse.Namespace) -> Snapshot:
    """The snapshot that the arguments name: read and verified, or frozen from records. Raises `PlanIsSecret`."""
    require_no_plan(options.snapshot, options.records)
    if options.snapshot is not None:
        held = read_snapshot(options.snapshot)
        if options.as_at is None and options.published_by is None:
            return held
        published_by = options.published_by if options.published_by is not None else held.published_by
        return narrow(held, as_at=options.as_at or held.as_at, published_by=published_by)
    if options.as_at is None:
        raise CannotFreeze("No date is given. Add --as-at DATE, such as --as-at 2024-12-31, or --snapshot DIR.")
    return freeze(
        chosen_register(options), packaged_framework(), as_at=options.as_at, published_by=options.published_by
    )


def chosen_register(options: argparse.Namespace) -> Register:
    """The records that the arguments name, as they are today; the packaged ones, where none are named."""
    return load_folder(options.records) if options.records is not None else packaged_register()


def chosen_population(options: argparse.Namespace) -> Population:
    """The same, ready to be counted."""
    return Population(snapshot=chosen_snapshot(options), framework=packaged_framework())
