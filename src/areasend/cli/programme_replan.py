"""`areasend programme replan`: a plan made again after something happened; exit 1 if pinned inspections clash.

Pinned and announced inspections stay, and as few others as can be move; every move has its reason. Printed are counts.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from areasend import __version__
from areasend.cli.exits import CHECK_FAILED, DONE
from areasend.cli.programme_planning import add_planning_arguments, asked_of, tell, work_of
from areasend.cli.progress import progress
from areasend.cli.secrecy import PLAN_CSV, plan_folder, write_plan
from areasend.framework import packaged_framework
from areasend.programme import Names, due_activities, headline, read_plan, with_begun

if TYPE_CHECKING:  # OR-Tools is loaded when something is planned, not for --help
    from areasend.programme.replanning import Replanned

MOVES_CSV, MOVES_TEXT = "moves.csv", "moves.txt"


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser("replan", help="make a plan again, moving as little as can be", description=__doc__)
    add_planning_arguments(parser)
    parser.add_argument(
        "--plan", type=Path, required=True, metavar="DIR", help="the plan before: its folder or its plan.csv"
    )
    parser.add_argument(
        "--pin",
        type=Path,
        metavar="FILE",
        help="a CSV of what stays: local_area, kind, monday, team, announced (yes or no), reason",
    )
    parser.add_argument(
        "--change",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a TOML file of what happened (docs/programme.md); may be given more than once",
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="the folder to make: the plan, and moves.csv and moves.txt"
    )
    parser.add_argument("--replace", action="store_true", help="replace a plan that was written at --out before")
    parser.add_argument("--show", action="store_true", help="print every move, with the names of areas")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    if options.out is None:
        found, words = _replanned(options)
    else:
        with plan_folder(options.out, may_replace=options.replace) as staged:
            found, words = _replanned(options)
            write_plan(staged, found.plan, version=__version__, more=_moves(found, words))
    progress("")
    from areasend.programme.replanning import replan_headline

    print("\n".join((*replan_headline(found), *headline(found.plan))))
    if options.show:
        sys.stdout.write("\n" + _moves(found, words)[MOVES_TEXT].decode())
    if options.out is not None:
        print(f"Wrote {options.out}, readable by its owner only: it names areas before they are told.")
    return CHECK_FAILED if found.clashes else DONE


def _moves(found: "Replanned", words: tuple[str, ...]) -> dict[str, bytes]:
    from areasend.programme.replanning import moves_csv, moves_text

    return {MOVES_CSV: moves_csv(found), MOVES_TEXT: moves_text(found, words).encode()}


def _replanned(options: argparse.Namespace) -> tuple["Replanned", tuple[str, ...]]:
    """The new plan, and what happened in words."""
    asked = asked_of(options)
    from areasend.programme.replanning import (
        changed_programme,
        changed_records,
        read_changes,
        read_pins,
        replan,
        words_of,
    )

    framework = packaged_framework()
    names = Names(asked.held, framework, asked.held.as_at)
    file = options.plan / PLAN_CSV if options.plan.is_dir() else options.plan
    old = read_plan(file.read_bytes(), place=str(file))
    pins = (
        read_pins(options.pin.read_bytes(), place=str(options.pin), names=names, programme=asked.programme)
        if options.pin is not None
        else ()
    )
    changes = [
        change
        for place in options.change
        for change in read_changes(
            place.read_bytes(),
            place=str(place),
            as_at=asked.held.as_at,
            names=names,
            framework=framework,
            programme=asked.programme,
        )
    ]
    held = changed_records(asked.held, changes)
    programme = with_begun(changed_programme(asked.programme, changes), held)
    due = due_activities(held, framework, programme.last_day)
    progress("planning again")
    key, work = asked.key.secret, work_of(options)
    found = replan(old, due, programme, asked.held.as_at, pins=pins, key=key, work=work, report=tell)
    known: dict[str, str] = {area.gss_code: area.name for area in asked.held.local_areas}
    return found, tuple(words_of(change, known) for change in changes)
