"""`areasend themes adjudicate`: settle what coders differ on, with a reason; their codes stay as they are."""

import argparse
from pathlib import Path

from areasend.cli.clock import now
from areasend.cli.exits import DONE
from areasend.cli.themes_folder import add_folder, opened
from areasend.themes import ThemesError
from areasend.themes.coding import read_settlements


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser(
        "adjudicate",
        help="settle what coders differ on",
        description="Settles one statement (STATEMENT --themes LIST --reason TEXT), or all that are filled in in the "
        "table that `themes disagreements --csv` wrote (--file). Settling a statement again supersedes what was "
        "settled; both stay in the folder.",
    )
    add_folder(parser)
    parser.add_argument("statement", nargs="?", metavar="STATEMENT", help="id of the statement to settle")
    parser.add_argument("--themes", metavar="LIST", help="keys parted by commas, the principal one first, or none")
    parser.add_argument("--reason", metavar="TEXT", help="why; it goes into records with the themes")
    parser.add_argument("--file", type=Path, metavar="FILE", help="the filled table, as CSV or ODS")
    parser.add_argument("--by", required=True, metavar="NAME", help="who settles it")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    one = (options.statement, options.themes, options.reason)
    if (options.file is None) == (None in one) or (options.file is not None and any(one)):
        raise ThemesError("Give STATEMENT with --themes and --reason, or --file alone.")
    folder = opened(options.folder)
    if options.file is None:
        keys = [] if options.themes == "none" else [key.strip() for key in options.themes.split(",")]
        folder.adjudicate(options.statement, keys, reason=options.reason, by=options.by, decided=now())
        number = 1
    else:
        folder.all_locked()
        content, name = options.file.read_bytes(), options.file.name
        entries = read_settlements(folder, content, name, by=options.by, decided=now())
        folder.adjudicate_all(entries)
        number = len(entries)
    print(f"Settled {number} {'statement' if number == 1 else 'statements'} in {options.folder}.")
    return DONE
