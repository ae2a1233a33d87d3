"""`areasend themes lock`: end a coder's work for good; what is locked is never changed."""

import argparse

from areasend.cli.clock import now
from areasend.cli.exits import DONE
from areasend.cli.themes_folder import add_folder, opened


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser("lock", help="end a coder's work", description=__doc__)
    add_folder(parser)
    parser.add_argument("--coder", required=True, metavar="NAME", help="whose work is done")
    parser.add_argument("--with-missing", action="store_true", help="also where statements have no code of this coder")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    folder = opened(options.folder)
    coder = folder.lock(options.coder, day=now().date(), with_missing=options.with_missing)
    missing = len(folder.missing_for(coder.key))
    done = len(folder.statements) - missing
    print(f"Locked {coder.key}: {done} statements coded{f', {missing} missing' if missing else ''}.")
    waiting = [other.key for other in folder.coders if other.locked is None]
    if waiting:
        print(f"Still at work: {', '.join(waiting)}. Codes are shown when all are locked.")
    else:
        print(f"All coders are locked. Next: areasend themes disagreements {options.folder}")
    return DONE
