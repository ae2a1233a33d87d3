"""`areasend programme plan`: weeks and teams for what is due, each with its reason; exit 1 if it does not fit.

A plan names areas before they are told. It is written for its owner alone and marked; what is printed are counts.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from areasend import __version__
from areasend.cli.exits import CHECK_FAILED, DONE
from areasend.cli.programme_planning import Asked, add_planning_arguments, asked_of, tell, work_of
from areasend.cli.progress import progress
from areasend.cli.secrecy import plan_folder, write_plan
from areasend.programme import headline, plan_text

if TYPE_CHECKING:  # OR-Tools is loaded when something is planned, not for --help
    from areasend.programme.planning import Plan


class PinsClash(Exception):
    """No plan keeps every hard rule, because the pinned inspections do not."""


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser(
        "plan", help="plan what is due; exit 1 if not all of it fits in time", description=__doc__
    )
    add_planning_arguments(parser)
    parser.add_argument("--out", type=Path, metavar="DIR", help="the folder to make: plan.csv, plan.txt, plan.html")
    parser.add_argument("--replace", action="store_true", help="replace a plan that was written at --out before")
    parser.add_argument("--show", action="store_true", help="print the whole plan, with the names of areas")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    asked = asked_of(options)
    try:
        plan = _planned(asked, options) if options.out is None else _written(asked, options)
    except PinsClash as clash:
        progress("")
        print(f"areasend: {clash}", file=sys.stderr)
        return CHECK_FAILED
    progress("")
    print("\n".join(headline(plan)))
    if options.show:
        sys.stdout.write(f"\n{plan_text(plan)}")
    if options.out is not None:
        print(f"Wrote {options.out}, readable by its owner only: it names areas before they are told.")
    if options.key is None:
        print("Made without a key: whoever has the same records and programme can work it out. Add --key FILE.")
    return DONE if plan.fits else CHECK_FAILED


def _written(asked: Asked, options: argparse.Namespace) -> "Plan":
    """The plan, written into its folder."""
    with plan_folder(options.out, may_replace=options.replace) as staged:
        plan = _planned(asked, options)
        write_plan(staged, plan, version=__version__)
    return plan


def _planned(asked: Asked, options: argparse.Namespace) -> "Plan":
    """The plan of what was asked for. Raises `PinsClash`."""
    from areasend.programme.planning import plan_of, solve

    progress("planning")
    solution = solve(asked.problem, work=work_of(options), report=tell)
    if solution is None:
        raise PinsClash("No plan keeps every rule: pinned inspections clash with the rules. Nothing was written.")
    return plan_of(asked.problem, solution)
