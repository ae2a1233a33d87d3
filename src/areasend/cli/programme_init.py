"""`areasend programme init`: write a programme file to fill in, with every default and what it means.

Terms, teams and limits are assumptions until a planner has checked them, and are marked as such in the file.
"""

import argparse
from pathlib import Path

from areasend.cli.arguments import iso_date
from areasend.cli.exits import DONE
from areasend.formats import CannotWrite, write_through
from areasend.framework import packaged_framework
from areasend.programme import template
from areasend.snapshot import read_snapshot


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser("init", help="write a commented programme file to fill in", description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "--as-at", type=iso_date, metavar="DATE", help="the day of the records: planning begins after it"
    )
    source.add_argument("--snapshot", type=Path, metavar="DIR", help="a frozen snapshot, to take its day")
    parser.add_argument("--until", type=iso_date, metavar="DATE", help="the last day to plan (the end of the cycle)")
    parser.add_argument(
        "--out", type=Path, default=Path("programme.toml"), metavar="FILE", help="the new file (programme.toml)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    as_at = options.as_at if options.snapshot is None else read_snapshot(options.snapshot).as_at
    text = template(as_at, packaged_framework(), options.until)
    if options.out.exists():
        raise CannotWrite(f"{options.out} exists already and stays as it is. Choose another name with --out FILE.")
    if not options.out.parent.is_dir():
        raise CannotWrite(f"{options.out.parent} is no folder. Make it first, or choose another place with --out FILE.")
    write_through(options.out, text.encode())
    # Pins will name areas before they are told.
    options.out.chmod(0o600)
    print(f"Wrote {options.out}. Check the tables marked ASSUMPTION, and fill in your teams.")
    records = f"--as-at {as_at}" if options.snapshot is None else f"--snapshot {options.snapshot}"
    print(f"Next: areasend programme plan {records} --programme {options.out} --out DIR")
    return DONE
