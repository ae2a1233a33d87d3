"""What is told of a shortage; words and files are made from it."""

from dataclasses import dataclass

from areasend.programme.planning import Fewest, Problem, Task, Verdict
from areasend.programme.shortage.clashing import Clash
from areasend.programme.shortage.counting import Count
from areasend.programme.shortage.relaxing import Condition, Member
from areasend.programme.shortage.remedies import LaterLastDay, Remedy, Together
from areasend.programme.shortage.supply import RegionSupply, TermSupply


@dataclass(frozen=True, slots=True)
class Impossible:
    """An inspection that cannot be in time even if it were the only one.

    `first_week` is the first in which it could begin on site, late; None if there is none, with the rules that close
    the weeks and how many each, the most first.
    """

    task: Task
    first_week: int | None
    closed: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class WithoutOne:
    """What leaving one rule of a clash out would give.

    `rest_fits`: whether the rest of the clash has a plan (yes: the rule is needed for the clash). `still_late`: the
    fewest late or left if all other rules of the programme are kept, None if not settled.
    """

    condition: Condition
    rest_fits: Verdict
    still_late: Fewest | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Remedies:
    """What would fit: each limit by itself, all together (empty: no number does), and a later last day."""

    alone: tuple[Remedy, ...]
    together: tuple[Together, ...]
    last_day: LaterLastDay


@dataclass(frozen=True, kw_only=True, slots=True)
class Shortage:
    """Why not all is in time, and what would do.

    `problem` is what the proofs are of: the inspections of the programme but for those in `impossible`, which may be
    late there, and which are left out where no week is open to them. `verdict` says whether it has a plan with all in
    time: no is a proof, yes that there is a better plan than the one found.
    Where pins clash, `pins` has the places of these among the programme's pins, and `problem` the pinned ones alone.
    Where it was counted and not searched, `fewest`, `clash`, `members`, `without` and `remedies` are empty.
    `first_late` is the task with the earliest last day that the plan has late or leaves out, with its week if it has
    one. `members` are the single pins, rules of areas and other inspections of the clash.
    """

    problem: Problem
    impossible: tuple[Impossible, ...]
    verdict: Verdict
    counts: tuple[Count, ...]
    fewest: Fewest | None
    clash: Clash[Condition] | None
    members: tuple[Member, ...]
    without: tuple[WithoutOne, ...]
    remedies: Remedies | None
    first_late: tuple[Task, int | None] | None
    is_pinned_alone: bool
    terms: tuple[TermSupply, ...]
    regions: tuple[RegionSupply, ...]
    programme_weeks: int
    is_searched: bool
