"""`areasend programme replan`: a plan made again after something happened.

Pinned and announced inspections stay, and as few others as can be move; every move has its reason. Printed are counts.
Exit 1 if not all of it fits in time, or if there is something that people must settle.
"""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from areasend import __version__
from areasend.cli.exits import CHECK_FAILED, DONE
from areasend.cli.programme_key import Key
from areasend.cli.programme_planning import add_planning_arguments, asked_of, tell, work_of
from areasend.cli.programme_shortage import print_shortage, shortage_files
from areasend.cli.progress import progress
from areasend.cli.secrecy import PLAN_CSV, plan_folder, write_plan
from areasend.framework import packaged_framework
from areasend.programme import Names, due_activities, headline, read_plan, with_begun

if TYPE_CHECKING:  # OR-Tools is loaded when something is planned, not for --help
    from areasend.programme.replanning import Replanned
    from areasend.programme.shortage import Shortage

MOVES_CSV, MOVES_TEXT = "moves.csv", "moves.txt"


@dataclass(frozen=True, slots=True)
class _Made:
    """The new plan, what happened in words, what is missing where something is, and the key."""

    found: "Replanned"
    words: tuple[str, ...]
    shortage: "Shortage | None"
    key: Key

    @property
    def moves(self) -> dict[str, bytes]:
        from areasend.programme.replanning import moves_csv, moves_text

        return {MOVES_CSV: moves_csv(self.found), MOVES_TEXT: moves_text(self.found, self.words).encode()}


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
        made = _replanned(options)
    else:
        with plan_folder(options.out, may_replace=options.replace) as staged:
            made = _replanned(options)
            files = made.moves | shortage_files(made.shortage)
            write_plan(staged, made.found.plan, version=__version__, more=files)
    made.key.keep()
    progress("")
    from areasend.programme.replanning import replan_headline

    plan = made.found.plan
    print("\n".join((*replan_headline(made.found), *headline(plan))))
    if options.show:
        sys.stdout.write("\n" + made.moves[MOVES_TEXT].decode())
    print_shortage(made.shortage, show=options.show)
    if options.out is not None:
        print(f"Wrote {options.out}, readable by its owner only: it names areas before they are told.")
    return DONE if plan.fits and not made.found.must_settle else CHECK_FAILED


def _replanned(options: argparse.Namespace) -> _Made:
    """The plan made again."""
    asked = asked_of(options)
    from areasend.programme.replanning import (
        changed_programme,
        changed_records,
        read_changes,
        read_pins,
        replan,
        words_of,
    )
    from areasend.programme.shortage import shortage_of

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
    key, work = asked.key, work_of(options)
    found = replan(old, due, programme, asked.held.as_at, pins=pins, key=key.secret, work=work, report=tell)
    known: dict[str, str] = {area.gss_code: area.name for area in asked.held.local_areas}
    words = tuple(words_of(change, known) for change in changes)
    return _Made(found, words, shortage_of(found.problem, found.nearest.solution, search=False), key)
