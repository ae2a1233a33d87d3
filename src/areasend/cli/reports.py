"""`areasend reports`: read published inspection reports into values, findings and sections."""

import argparse

from areasend.cli import reports_read, reports_show


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("reports", help="read published inspection reports", description=__doc__)
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    for module in (reports_read, reports_show):
        module.add_action(actions)
