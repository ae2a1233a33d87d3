"""`areasend themes disagreements`: the statements on which coders differ, once all of them are locked."""

import argparse
import sys
from pathlib import Path

from areasend.cli.exits import DONE
from areasend.cli.themes_folder import add_folder, opened
from areasend.formats import write_through
from areasend.themes import ThemesError
from areasend.themes.coding import KINDS, Disagreement, disagreements, disagreements_csv, pages


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser("disagreements", help="what coders differ on", description=__doc__)
    add_folder(parser)
    parser.add_argument("--all", action="store_true", help="also those that are settled")
    parser.add_argument(
        "--csv", type=Path, metavar="FILE", help="write a new table to settle them in, for themes adjudicate --file"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    if options.csv is not None and options.csv.exists():
        raise ThemesError(f"{options.csv} is already there, and may be filled in. Name a new file.")
    folder = opened(options.folder)
    found = disagreements(folder, settled_too=options.all)
    if options.csv is not None:
        write_through(options.csv, disagreements_csv(folder, found))
    else:
        for entry in found:
            sys.stdout.write(_shown(entry))
    print(
        f"Coders differ on {len(found)} of {len(folder.statements)} statements{'' if options.all else ', unsettled'}."
    )
    if options.csv is not None:
        print(
            f"Wrote {options.csv}. Fill in settled_themes and settled_reason, then: areasend themes adjudicate --file"
        )
    return DONE


def _shown(entry: Disagreement) -> str:
    statement, unit = entry.statement, entry.unit
    lines = [f"{statement.id}: {statement.local_area}, {KINDS[statement.kind]}, page {pages(statement)}"]
    lines += [f"  {line}" for line in statement.text.splitlines()]
    lines += [f"  {coder}: {', '.join(themes) or 'none'}" for coder, themes in sorted(unit.codes.items())]
    if entry.only_principal:
        lines.append("  The same themes, with another one as the principal one.")
    if unit.adjudicated is not None:
        lines.append(f"  settled: {', '.join(unit.adjudicated) or 'none'}")
    return "\n".join(lines) + "\n\n"
