"""`areasend themes import`: read a filled sheet back into the coding folder, all of it or, with a fault, nothing."""

import argparse
from pathlib import Path

from areasend.cli.clock import now
from areasend.cli.exits import DONE
from areasend.cli.themes_folder import add_folder, opened
from areasend.themes.coding import import_sheet


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser("import", help="read a filled sheet back", description=__doc__)
    add_folder(parser)
    parser.add_argument("sheet", type=Path, metavar="SHEET", help="the sheet, as ODS or CSV")
    parser.add_argument("--coder", required=True, metavar="NAME", help="whose sheet it is")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    folder = opened(options.folder)
    told = import_sheet(folder, options.coder, options.sheet.read_bytes(), options.sheet.name, decided=now())
    print(f"{options.coder}: {told.new} new, {told.changed} changed, {told.same} as before, {told.still_open} open.")
    if told.left_standing:
        print(f"{told.left_standing} are empty in the sheet and were decided before: they stand as they were.")
    if not told.still_open and folder.coder(options.coder).locked is None:
        print(f"Next: areasend themes lock {options.folder} --coder {options.coder}")
    return DONE
