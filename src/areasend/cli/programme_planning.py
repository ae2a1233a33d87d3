"""What the commands that plan share: their arguments, the programme they name, and the search with its progress."""

import argparse
import importlib.util
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from areasend.cli.arguments import add_snapshot_arguments, chosen_snapshot
from areasend.cli.programme_key import Key, key_of
from areasend.cli.progress import progress
from areasend.framework import Framework, packaged_framework
from areasend.programme import (
    NothingToPlan,
    Programme,
    ProgrammeError,
    check_done,
    default_programme,
    due_activities,
    read_programme,
    template,
    with_begun,
)

if TYPE_CHECKING:  # OR-Tools is loaded when something is planned, not for --help
    from areasend.programme.planning import Problem, Progress
    from areasend.snapshot import Snapshot


class PlanningNotInstalled(ProgrammeError):
    """OR-Tools, which planning needs, is not installed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What is to be planned: the records, the programme, and both as a problem in the order of a key."""

    held: "Snapshot"
    programme: Programme
    problem: "Problem"
    key: Key


def add_planning_arguments(parser: argparse.ArgumentParser) -> None:
    """`--as-at` and its kin, `--programme`, `--other-inspections`, `--work`."""
    add_snapshot_arguments(parser)
    add_programme_argument(parser)
    parser.add_argument(
        "--other-inspections",
        type=Path,
        metavar="FILE",
        help="a CSV of other inspections of the same councils, which a plan keeps away from",
    )
    parser.add_argument(
        "--key",
        type=Path,
        metavar="FILE",
        help="a secret file, made if it is not there: without it, others can work out the plan from the same records",
    )
    parser.add_argument(
        "--work",
        type=_work,
        metavar="UNITS",
        help="how much to search, in units of about a second on one core (default: 35); the same units, the same plan",
    )


def add_programme_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--programme",
        type=Path,
        metavar="FILE",
        help="your programme.toml (default: that of `areasend programme init`)",
    )


def require_planning() -> None:
    """Raises `PlanningNotInstalled` where OR-Tools is missing."""
    if importlib.util.find_spec("ortools") is None:
        raise PlanningNotInstalled(
            "Planning needs OR-Tools, which is not installed. Install it with: make planning (or "
            "pip install 'areasend[planning]')"
        )


def asked_of(options: argparse.Namespace) -> Asked:
    """Reads what the arguments name. Raises errors of the user, also where there is nothing to plan."""
    require_planning()
    from areasend.programme.planning import problem_of

    progress("reading and freezing records")
    held, framework = chosen_snapshot(options), packaged_framework()
    if options.programme is None and options.other_inspections is None:
        programme = default_programme(held.as_at, framework)
    else:
        programme = programme_in(options.programme, held, framework, others=options.other_inspections)
    programme = with_begun(programme, held)
    key = key_of(options.key)
    problem = problem_of(due_activities(held, framework, programme.last_day), programme, held.as_at, key=key.secret)
    if not problem.tasks:
        raise NothingToPlan(f"No inspection is due after {held.as_at} and by {programme.last_day}.")
    return Asked(held=held, programme=programme, problem=problem, key=key)


def work_of(options: argparse.Namespace) -> tuple[float, float, float]:
    """The work of each stage of the search: what `--work` says, shared as by default."""
    from areasend.programme.planning import WORK

    share = 1.0 if options.work is None else options.work / sum(WORK)
    return (WORK[0] * share, WORK[1] * share, WORK[2] * share)


def tell(found: "Progress") -> None:
    """The progress line: what is minimised, the best plan so far, what none can pass, and the gap."""
    gap = (found.value - found.bound) / found.value if found.value else 0.0
    progress(f"planning: {found.stage} {found.value:,.0f}, bound {found.bound:,.0f}, gap {gap:.1%}")


def programme_in(file: Path | None, held: "Snapshot", framework: Framework, *, others: Path | None = None) -> Programme:
    """The programme in a file, or the default one where none is named, with other inspections of the councils."""
    place = str(file) if file is not None else "the default programme"
    programme = read_programme(
        file.read_bytes() if file is not None else template(held.as_at, framework).encode(),
        place=place,
        as_at=held.as_at,
        areas=held,
        framework=framework,
        other_inspections=others.read_bytes() if others is not None else None,
    )
    check_done(programme, held, framework, place=place)
    return programme


def _work(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 < value < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is no number above 0")
    return value
