"""`areasend themes accept`: a person takes over what a model suggests, as a decision of that person.

The decision says that it followed a suggestion. Nothing is accepted without a name of a statement, or --all for every
open statement that has a suggestion; what is decided already stays as it is.
"""

import argparse
from pathlib import Path

from areasend.cli.clock import now
from areasend.cli.exits import DONE
from areasend.cli.themes_folder import add_folder, opened
from areasend.themes import ThemesError, read_suggestions
from areasend.themes.coding import accept


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser("accept", help="take over suggestions as your decisions", description=__doc__)
    add_folder(parser)
    parser.add_argument("suggestions", type=Path, metavar="SUGGESTIONS", help="the file that `themes suggest` wrote")
    parser.add_argument("statements", nargs="*", metavar="STATEMENT", help="ids of the statements to accept")
    parser.add_argument("--all", action="store_true", help="every open statement that has a suggestion")
    parser.add_argument("--coder", required=True, metavar="NAME", help="the person who accepts")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    if bool(options.statements) == options.all:
        raise ThemesError("Name the statements whose suggestions you accept, or give --all.")
    folder = opened(options.folder)
    decisions = accept(
        folder,
        options.coder,
        read_suggestions(options.suggestions),
        statements=None if options.all else options.statements,
        decided=now(),
    )
    left = len(folder.open_for(options.coder))
    print(f"{options.coder} accepted the suggestions for {_counted(len(decisions))}; {left} are open.")
    print("They are marked as decisions that followed a suggestion; change one with areasend themes code.")
    return DONE


def _counted(number: int) -> str:
    return f"{number} statement{'' if number == 1 else 's'}"
