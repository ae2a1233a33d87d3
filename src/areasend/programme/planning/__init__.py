"""A plan: weeks and teams for what is due, by OR-Tools CP-SAT, the same bytes from the same input on any machine."""

from areasend.programme.planning.already import Month, begun_in
from areasend.programme.planning.closing import why_closed
from areasend.programme.planning.feasibility import QUESTION_WORK, Fewest, Verdict, fewest_late, has_plan
from areasend.programme.planning.model import ALL_RULES, Rule
from areasend.programme.planning.nearest import NEAR_WORK, SHARE, Nearest, solve_nearest
from areasend.programme.planning.plan import LeftItem, Plan, PlannedItem, plan_of
from areasend.programme.planning.problem import PLANNED, Problem, Task, TeamClass, problem_of
from areasend.programme.planning.room import in_the_way
from areasend.programme.planning.settling import Before, same_teams
from areasend.programme.planning.solution import Placement, Progress, Solution, cost_of, lateness_of
from areasend.programme.planning.solving import WORK, solve
from areasend.programme.planning.weeks import Week, weeks_of

__all__ = [
    "ALL_RULES",
    "NEAR_WORK",
    "PLANNED",
    "QUESTION_WORK",
    "SHARE",
    "WORK",
    "Before",
    "Fewest",
    "LeftItem",
    "Month",
    "Nearest",
    "Placement",
    "Plan",
    "PlannedItem",
    "Problem",
    "Progress",
    "Rule",
    "Solution",
    "Task",
    "TeamClass",
    "Verdict",
    "Week",
    "begun_in",
    "cost_of",
    "fewest_late",
    "has_plan",
    "in_the_way",
    "lateness_of",
    "plan_of",
    "problem_of",
    "same_teams",
    "solve",
    "solve_nearest",
    "weeks_of",
    "why_closed",
]
