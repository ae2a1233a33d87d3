"""`areasend themes`: code what inspectors found to themes, and say how far coders agree."""

import argparse
from types import ModuleType

from areasend.cli import themes_agreement, themes_codebook

_ACTIONS: tuple[ModuleType, ...] = (themes_codebook, themes_agreement)


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("themes", help="code findings to themes, and measure agreement", description=__doc__)
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    for module in _ACTIONS:
        module.add_action(actions)
