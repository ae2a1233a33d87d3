"""`areasend themes sheet`: write a sheet for each coder, to be filled in with a spreadsheet program."""

import argparse
from pathlib import Path

from areasend.cli.clock import now
from areasend.cli.exits import DONE
from areasend.cli.themes_folder import add_folder, opened, told_joined
from areasend.formats import new_folder, write_files
from areasend.register import Maker
from areasend.themes import ThemesError
from areasend.themes.coding import CodingFolder, sheet_csv, sheet_ods


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser(
        "sheet",
        help="write a sheet for each coder",
        description="Writes NAME.ods and NAME.csv for each coder: the statements in an order of the coder's own, with "
        "what the coder has decided so far and nothing of anybody else. A coder who is new joins the folder.",
    )
    add_folder(parser)
    parser.add_argument("--coder", action="append", required=True, metavar="NAME", help="whose sheet; may be repeated")
    parser.add_argument("--made-by", choices=[maker.value for maker in Maker], help="of new coders (person)")
    parser.add_argument("--description", metavar="TEXT", help="of new coders: who or what codes, and how")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the new folder of sheets")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    folder = opened(options.folder)
    coders = list(dict.fromkeys(options.coder))
    new = [key for key in coders if key not in [coder.key for coder in folder.coders]]
    if not new and (options.made_by or options.description):
        raise ThemesError("--made-by and --description are for new coders; these are coders already. Leave them out.")
    for key in coders:
        if key not in new and folder.coder(key).locked is not None:
            raise ThemesError(f"The work of {key} is locked: there is nothing left to fill in.")
    seen = folder.could_be_seen
    with new_folder(options.out) as staged:
        for key in new:
            _join(folder, key, options)
        for key in coders:
            write_files(staged, {f"{key}.ods": sheet_ods(folder, key), f"{key}.csv": sheet_csv(folder, key)})
    told_joined(folder, new, seen=seen)
    print(f"Wrote {options.out}: {len(folder.statements)} statements for each of {', '.join(coders)}.")
    print(f"Next: areasend themes import {options.folder} {options.out / coders[0]}.ods --coder {coders[0]}")
    return DONE


def _join(folder: CodingFolder, key: str, options: argparse.Namespace) -> None:
    made_by = Maker(options.made_by or Maker.PERSON)
    folder.join(key, made_by=made_by, description=options.description or "", joined=now().date())
