"""`areasend programme`: what is due and when, a plan that explains itself, and whether all areas fit.

A plan names areas before they are told: its files are for their owner alone (docs/programme.md).
"""

import argparse
from types import ModuleType

from areasend.cli import (
    programme_due,
    programme_forecast,
    programme_init,
    programme_plan,
    programme_replan,
)

# In the order of the work: a new action is imported above and named here.
_ACTIONS: tuple[ModuleType, ...] = (
    programme_due,
    programme_forecast,
    programme_init,
    programme_plan,
    programme_replan,
)


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("programme", help="what is due, and a plan for it", description=__doc__)
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    for module in _ACTIONS:
        module.add_action(actions)
