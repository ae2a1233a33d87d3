"""What is needed and what is there, in team-weeks, by term and by region, for all to be in time."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from areasend.programme.planning import Problem, Solution, Week
from areasend.programme.shortage.counting import room_of, weeks_in_time
from areasend.programme.shortage.scopes import scopes_of


@dataclass(frozen=True, kw_only=True, slots=True)
class TermSupply:
    """A term with a week on site, added up from the first day of the programme to its end.

    `full_due` full inspections have no week in time after it, `full_room` have room up to it. `weeks_needed` are the
    team-weeks of all inspections due by then, `weeks_there` those in which a team is there and may be at work.
    `site_weeks` are those of the term alone.
    """

    term: str
    site_weeks: int
    full_due: int
    full_room: int
    weeks_needed: int
    weeks_there: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RegionSupply:
    """A region: inspections due and the team-weeks that they take, and how many the plan has in time, late and not.

    `room` is what a limit of the region leaves room for; None without one. The last three are 0 without a plan.
    """

    region: str
    full_due: int
    monitoring_due: int
    weeks_needed: int
    room: int | None
    in_time: int
    late: int
    left: int


def by_term(problem: Problem) -> tuple[TermSupply, ...]:
    """The terms that hold a week on site, in order of time."""
    spans: dict[str, list[Week]] = defaultdict(list)
    for week in problem.site_weeks:
        spans[week.term].append(week)
    due = [(weeks[-1], task) for task in problem.tasks if (weeks := weeks_in_time(task))]
    full = scopes_of(problem.programme)[0]
    places = [place for place, task in enumerate(problem.tasks) if full.has(task)]
    opened = {week for place in places for week in problem.tasks[place].open_weeks}
    found = []
    for term, span in spans.items():
        end = span[-1].index
        years = room_of(problem, full, places, (week for week in opened if week <= end))
        found.append(
            TermSupply(
                term=term,
                site_weeks=len(span),
                full_due=sum(last <= end and task.due.kind.is_full for last, task in due),
                full_room=sum(year.room for year in years),
                weeks_needed=sum(task.shape.weeks for last, task in due if last <= end),
                weeks_there=sum(
                    len(entry.names) * sum(_is_at_work(problem.weeks[week]) for week in entry.weeks if week <= end)
                    for entry in problem.classes
                ),
            )
        )
    return tuple(found)


def by_region(problem: Problem, solution: Solution | None) -> tuple[RegionSupply, ...]:
    """The regions by name. `problem` and `solution` are those of the plan."""
    weeks = {entry.task: entry.week for entry in solution.placements} if solution is not None else {}
    rooms = _rooms(problem)
    found = []
    for region in sorted({task.due.region for task in problem.tasks}):
        places = [place for place, task in enumerate(problem.tasks) if task.due.region == region]
        tasks = [problem.tasks[place] for place in places]
        late = sum(problem.tasks[place].weeks_late(weeks[place]) > 0 for place in places if place in weeks)
        placed = sum(place in weeks for place in places)
        found.append(
            RegionSupply(
                region=region,
                full_due=sum(task.due.kind.is_full for task in tasks),
                monitoring_due=sum(not task.due.kind.is_full for task in tasks),
                weeks_needed=sum(task.shape.weeks for task in tasks),
                room=rooms.get(region),
                in_time=placed - late,
                late=late,
                left=len(places) - placed if solution is not None else 0,
            )
        )
    return tuple(found)


def _is_at_work(week: Week) -> bool:
    return not week.no_site or not week.no_notice


def _rooms(problem: Problem) -> Mapping[str, int]:
    found = {}
    for scope in scopes_of(problem.programme):
        if scope.region and scope.is_full is None:
            places = [place for place, task in enumerate(problem.tasks) if scope.has(task)]
            weeks = {week for place in places for week in problem.tasks[place].open_weeks}
            found[scope.region] = sum(year.room for year in room_of(problem, scope, places, weeks))
    return found
