"""`areasend themes`: code what inspectors found to themes, and say how far coders agree."""

import argparse
from types import ModuleType

from areasend.cli import (
    themes_accept,
    themes_adjudicate,
    themes_agreement,
    themes_code,
    themes_codebook,
    themes_disagreements,
    themes_evaluate,
    themes_export,
    themes_import,
    themes_lock,
    themes_sheet,
    themes_start,
    themes_status,
    themes_suggest,
)

_ACTIONS: tuple[ModuleType, ...] = (
    themes_codebook,
    themes_start,
    themes_code,
    themes_sheet,
    themes_import,
    themes_suggest,
    themes_accept,
    themes_evaluate,
    themes_status,
    themes_lock,
    themes_disagreements,
    themes_adjudicate,
    themes_agreement,
    themes_export,
)


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("themes", help="code findings to themes, and measure agreement", description=__doc__)
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    for module in _ACTIONS:
        module.add_action(actions)
