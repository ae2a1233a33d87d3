"""`areasend boundaries`: check whether a boundary file fits the local areas of a date."""

import argparse
import sys
from pathlib import Path

from areasend.cli.arguments import iso_date
from areasend.cli.exits import CHECK_FAILED, DONE
from areasend.framework import packaged_framework
from areasend.publication.boundaries import (
    Boundaries,
    BoundariesUnfit,
    KnownArea,
    boundary_bytes,
    read_boundaries,
)
from areasend.register import load_folder, packaged_register
from areasend.snapshot import Snapshot, freeze


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("boundaries", help="check a boundary file", description=__doc__)
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    check = actions.add_parser("check", help="exit 1 if the file was read and does not fit, 2 if it cannot be read")
    check.add_argument("file", type=Path, metavar="FILE", help="Counties and Unitary Authorities, from the ONS")
    check.add_argument(
        "--as-at",
        type=iso_date,
        metavar="DATE",
        help="the local areas of DATE (default: when the records are complete)",
    )
    check.add_argument("--records", type=Path, metavar="DIR", help="a folder of your own records")
    check.set_defaults(run=run_check)


def run_check(options: argparse.Namespace) -> int:
    register = load_folder(options.records) if options.records is not None else packaged_register()
    as_at = options.as_at or register.completeness.complete_to
    held = freeze(register, packaged_framework(), as_at=as_at)
    try:
        found = chosen_boundaries(options.file, held)
    except BoundariesUnfit as error:
        print(f"areasend: {error}", file=sys.stderr)
        return CHECK_FAILED
    print(f"{options.file} has the {len(found.codes)} local areas of {as_at}, in boundaries of {found.vintage}.")
    print(f"sha256 {found.sha256}")
    return DONE


def chosen_boundaries(file: Path, held: Snapshot) -> Boundaries:
    """The boundaries of the local areas that exist on the date of a snapshot. Raises errors of `PublicationError`."""
    areas = [
        KnownArea(code=area.gss_code, name=area.plain_name) for area in held.local_areas if area.exists_on(held.as_at)
    ]
    return read_boundaries(boundary_bytes(file), areas, place=str(file))
