"""`areasend programme due`: everything that the framework leads to after a date, with its window and rule.

It follows from public records alone: what is due is no secret, when it is planned for is.
"""

import argparse
import sys

from areasend.cli.arguments import add_snapshot_arguments, chosen_snapshot, iso_date
from areasend.cli.exits import DONE
from areasend.framework import packaged_framework
from areasend.programme import NothingToPlan, default_until, due_activities, due_csv, due_text


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser("due", help="list what is due, with windows and rules", description=__doc__)
    add_snapshot_arguments(parser)
    parser.add_argument(
        "--until", type=iso_date, metavar="DATE", help="what is due by DATE (default: the end of the cycle)"
    )
    parser.add_argument("--format", choices=("text", "csv"), default="text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    held, framework = chosen_snapshot(options), packaged_framework()
    until = options.until or default_until(held, framework)
    if until <= held.as_at:
        raise NothingToPlan(f"--until {until} is not after {held.as_at}, the date of the records. Name a later one.")
    due = due_activities(held, framework, until)
    sys.stdout.write(due_csv(due) if options.format == "csv" else due_text(due, as_at=held.as_at, until=until))
    return DONE
