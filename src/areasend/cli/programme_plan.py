"""`areasend programme plan`: weeks and teams for what is due, each with its reason; exit 1 if it does not fit.

A plan names areas before they are told. It is written for its owner alone and marked; what is printed are counts.
"""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from areasend import __version__
from areasend.cli.exits import CHECK_FAILED, DONE
from areasend.cli.programme_planning import Asked, add_planning_arguments, asked_of, tell, work_of
from areasend.cli.programme_shortage import print_shortage, shortage_files, shortage_words
from areasend.cli.progress import progress
from areasend.cli.secrecy import plan_folder, write_plan
from areasend.programme import headline, plan_text

if TYPE_CHECKING:  # OR-Tools is loaded when something is planned, not for --help
    from areasend.programme.planning import Plan
    from areasend.programme.shortage import Shortage


class PinsClash(Exception):
    """No plan keeps every hard rule, because the pinned inspections do not; `shortage` says which."""

    def __init__(self, shortage: "Shortage") -> None:
        self.shortage = shortage
        super().__init__("No plan keeps every rule: pinned inspections clash with the rules. Nothing was written.")


@dataclass(frozen=True, slots=True)
class _Made:
    """A plan, and what is missing where something is."""

    plan: "Plan"
    shortage: "Shortage | None"


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser(
        "plan", help="plan what is due; exit 1 if not all of it fits in time", description=__doc__
    )
    add_planning_arguments(parser)
    parser.add_argument("--out", type=Path, metavar="DIR", help="the folder to make: plan.csv, plan.txt, plan.html")
    parser.add_argument("--replace", action="store_true", help="replace a plan that was written at --out before")
    parser.add_argument("--show", action="store_true", help="print the whole plan, with the names of areas")
    parser.add_argument(
        "--why",
        action="store_true",
        help="where it does not fit, also search for the rules that clash and for what would fit (takes minutes)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    asked = asked_of(options)
    try:
        made = _planned(asked, options) if options.out is None else _written(asked, options)
    except PinsClash as clash:
        progress("")
        print(f"areasend: {clash}", file=sys.stderr)
        sys.stdout.write(shortage_words(clash.shortage, show=options.show))
        return CHECK_FAILED
    asked.key.keep()
    progress("")
    print("\n".join(headline(made.plan)))
    if options.show:
        sys.stdout.write(f"\n{plan_text(made.plan)}")
    print_shortage(made.shortage, show=options.show)
    if options.out is not None:
        print(f"Wrote {options.out}, readable by its owner only: it names areas before they are told.")
    if made.shortage is not None and not options.why:
        print("Which rules clash, and what would fit: add --why.")
    if options.key is None:
        print("Made without a key: whoever has the same records and programme can work it out. Add --key FILE.")
    return DONE if made.plan.fits else CHECK_FAILED


def _written(asked: Asked, options: argparse.Namespace) -> _Made:
    """The plan, written into its folder."""
    with plan_folder(options.out, may_replace=options.replace) as staged:
        made = _planned(asked, options)
        write_plan(staged, made.plan, version=__version__, more=shortage_files(made.shortage))
    return made


def _planned(asked: Asked, options: argparse.Namespace) -> _Made:
    """The plan of what was asked for. Raises `PinsClash`."""
    from areasend.programme.planning import plan_of, solve
    from areasend.programme.shortage import shortage_of

    progress("planning")
    solution = solve(asked.problem, work=work_of(options), report=tell)
    if options.why or solution is None:
        progress("working out which rules clash, and what would fit")
    shortage = shortage_of(asked.problem, solution, search=options.why or solution is None)
    if solution is None:
        assert shortage is not None, "pins that clash are a shortage"
        raise PinsClash(shortage)
    return _Made(plan_of(asked.problem, solution), shortage)
