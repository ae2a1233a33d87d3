"""`areasend themes status`: how far each coder is, and nothing of what was coded."""

import argparse

from areasend.cli.exits import DONE
from areasend.cli.themes_folder import add_folder, opened


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser("status", help="how far each coder is", description=__doc__)
    add_folder(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    folder = opened(options.folder)
    total = len(folder.statements)
    print(f"{total} statements, version {folder.history.latest.version} of the codebook, {len(folder.coders)} coders.")
    for coder in folder.coders:
        # Counts of what was decided at all: how many a change of the codebook reopened would tell what was given.
        missing = total - len(folder.decisions(coder.key))
        if coder.locked is not None:
            state = f"locked {coder.locked}" + (f", {missing} missing" if missing else "")
        else:
            state = f"{missing} open" + (", and what the codebook reopened" if folder.reopened_for(coder.key) else "")
        print(f"  {coder.key} ({coder.made_by}): {total - missing} done, {state}")
    return DONE
