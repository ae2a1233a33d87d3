"""A shortage in plain words, lines of at most 100 characters, for a terminal or a text file."""

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import wrap

from areasend.programme.activities import Kind
from areasend.programme.planning import Verdict
from areasend.programme.shortage.counting import Count, Room, YearRoom
from areasend.programme.shortage.model import Impossible, Shortage, WithoutOne
from areasend.programme.shortage.naming import (
    condition_words,
    limit_words,
    member_words,
    task_words,
)
from areasend.programme.shortage.remedies import LaterLastDay, Remedy, Together
from areasend.programme.shortage.tables import region_table, term_table
from areasend.programme.writing.wording import counted, day_words

WIDTH = 100


def words(shortage: Shortage, *, show: bool = True) -> str:
    """All of it, ending in a line break; without `show` nothing that tells of an area or of the plan, but what is due
    and what is there: others may read along, and a due date can tell an area as well as its name.
    """
    parts = [
        *_verdict(shortage),
        *(line for count in shortage.counts for line in _count(shortage, count)),
        *_fewest(shortage),
        *_impossible(shortage, show),
        *_clash(shortage, show),
        *_fits(shortage),
        *(_first_late(shortage) if show else ()),
        *term_table(shortage.terms),
        *region_table(shortage.regions, with_plan=show),
    ]
    lines = [line for part in parts for line in _wrapped(part)]
    return "\n".join(lines).strip("\n") + "\n"


def _wrapped(text: str) -> list[str]:
    indent = " " * (len(text) - len(text.lstrip(" ")))
    if len(text) <= WIDTH:
        return [text]
    return wrap(text, WIDTH, subsequent_indent=indent + "  " * text.lstrip().startswith("- "), break_long_words=False)


def _verdict(shortage: Shortage) -> Iterator[str]:
    if shortage.is_pinned_alone:
        yield "No plan keeps every hard rule, because of pinned inspections."
    elif shortage.verdict is Verdict.NO:
        yield "Not all inspections can be in time. This is proved."
    elif shortage.verdict is Verdict.YES and not shortage.impossible:
        yield "A plan with all inspections in time exists. The search for the best plan ended before it was found."
        yield "Allow it more work."
    elif shortage.verdict is Verdict.YES:
        yield "All inspections can be in time but for those that cannot be in time whatever the plan."
    elif shortage.is_searched:
        yield "Whether all inspections can be in time was not settled within the work allowed."
    else:
        yield "Counting alone does not show what is missing: the rules together leave less room than each by itself."
    yield ""


def _count(shortage: Shortage, count: Count) -> Iterator[str]:
    problem = shortage.problem
    tasks = [problem.tasks[place] for place in count.tasks]
    named = [
        (sum(task.due.kind is kind for task in tasks), label)
        for kind, label in (
            (Kind.FIRST_FULL, "first"),
            (Kind.NEXT_FULL, "that follow another" if count.scope.is_full else "full that follow another"),
            (Kind.MONITORING, "monitoring"),
        )
    ]
    split = ", ".join(f"{number:,} {label}" for number, label in named if number)
    lasts = [task.due.window.not_after for task in tasks if task.due.window.not_after is not None]
    until = max(lasts) if lasts and len(lasts) == len(tasks) else problem.programme.last_day
    starts = problem.weeks[count.first].monday
    begins = f"From {day_words(starts)} to " if starts > _first_open(shortage) else "By "
    verb = "is" if count.due == 1 else "are"
    yield (
        f"{begins}{day_words(until)} {count.due:,} {count.scope.words(count.due)} {verb} due ({split}); the weeks on "
        f"site have room for {count.room:,}. {count.missing:,} {'does' if count.missing == 1 else 'do'} not fit."
    )
    for year in count.years:
        yield from _year(year)
    yield f"  In all: room for {' + '.join(f'{year.room:,}' for year in count.years)} = {count.room:,}."
    yield ""


def _first_open(shortage: Shortage) -> date:
    problem = shortage.problem
    return min(problem.weeks[task.open_weeks[0]].monday for task in problem.tasks if task.open_weeks)


def _year(year: YearRoom) -> Iterator[str]:
    limit = ""
    if year.limit is not None and year.room < year.added:
        begun = f", of which {year.begun:,} began before" if year.begun else ""
        limit = f"; at most {year.limit:,} a year{begun}, so {year.room:,}"
    yield f"  {year.year}: {' + '.join(f'{term.room:,}' for term in year.terms)} = {year.added:,}{limit}"
    for term in year.terms:
        yield f"    {_term(term)}"


def _term(term: Room) -> str:
    weeks = counted(term.weeks, "week")
    if term.by_limits is None:
        return f"{term.term}: {weeks} on site; the teams can do {term.by_teams:,} one after another"
    return (
        f"{term.term}: {weeks} on site, {term.by_limits:,} by the limits of a week and a month, "
        f"{term.by_teams:,} by the teams"
    )


def _fewest(shortage: Shortage) -> Iterator[str]:
    fewest = shortage.fewest
    if shortage.verdict is not Verdict.NO or fewest is None:
        return
    counted_missing = sum(count.missing for count in shortage.counts)
    if fewest.bound == fewest.value == counted_missing:
        yield (
            f"The count is exact: the search found a plan in which only {fewest.value:,} "
            f"{'is' if fewest.value == 1 else 'are'} not in time."
        )
    elif fewest.bound == fewest.value:
        yield (
            f"By the search, no plan has fewer than {fewest.value:,} not in time, and one has so many. Counting alone "
            f"shows {counted_missing:,}; the rules together leave less room than any of them by itself."
        )
    else:
        yield (
            f"By the search, at least {max(fewest.bound, counted_missing):,} cannot be in time; a plan was found with "
            f"{fewest.value:,} not in time. The least number was not settled within the work allowed."
        )
    yield ""


def _impossible(shortage: Shortage, show: bool) -> Iterator[str]:
    if shortage.impossible and not show:
        yield f"Besides, {len(shortage.impossible):,} cannot be in time whatever the plan."
        yield ""
    elif shortage.impossible:
        yield "Besides, cannot be in time whatever the plan:"
        for entry in shortage.impossible:
            yield f"- {_why(shortage, entry)}"
        yield ""


def _why(shortage: Shortage, entry: Impossible) -> str:
    due = entry.task.due.window.not_after or entry.task.due.window.about
    when = f", due by {day_words(due)}" if due is not None else ""
    if entry.first_week is not None:
        monday = shortage.problem.weeks[entry.first_week].monday
        return f"{task_words(entry.task)}{when}: the first week open to it begins on {day_words(monday)}"
    reasons = "; ".join(f"{reason} ({counted(count, 'week')})" for reason, count in entry.closed)
    return f"{task_words(entry.task)}{when}: no week is open to it: {reasons or 'the programme has no week'}"


def _clash(shortage: Shortage, show: bool) -> Iterator[str]:
    clash = shortage.clash
    if clash is None:
        return
    if not clash.members:
        yield "Even with all rules of the programme left out, what the framework and the areas ask cannot be kept."
        yield ""
        return
    yield f"The {'smallest ' * clash.is_smallest}set of rules that clash:"
    for condition in clash.members:
        yield f"- {condition_words(shortage.problem.programme, condition)}"
    if shortage.members and not show:
        yield f"Of single pins and rules of areas, {len(shortage.members):,} are needed for the clash."
    elif shortage.members:
        yield "Of single rules, only these are needed for the clash:"
        yield from (f"- {member_words(shortage.problem, member)}" for member in shortage.members)
    if not clash.is_smallest:
        yield "Whether a smaller set clashes was not settled within the work allowed."
    yield "Each was left out by itself:"
    for entry in shortage.without:
        yield f"- {_left_out(shortage, entry)}"
    yield ""


def _left_out(shortage: Shortage, entry: WithoutOne) -> str:
    name = f"without the {entry.condition.value}"
    if entry.rest_fits is not Verdict.YES:
        return f"{name}, whether the others of the set clash was not settled"
    told = f"{name}, the others of the set leave room for all"
    if shortage.is_pinned_alone:
        return told
    if entry.still_late is None:
        return f"{told}; with all rules of the programme kept but this, it was not settled"
    if entry.still_late.value == 0:
        return f"{told}, and so do all other rules of the programme"
    least = "" if entry.still_late.bound == entry.still_late.value else "at most "
    return f"{told}; with all other rules of the programme {least}{entry.still_late.value:,} would not be in time"


def _fits(shortage: Shortage) -> Iterator[str]:
    remedies = shortage.remedies
    if remedies is None:
        return
    yield "What would fit (found by solving, all else kept):"
    for remedy in remedies.alone:
        yield f"- {_remedy(remedy)}"
    if not remedies.together:
        yield "- no limits and no number of teams would do: other rules stand against it"
    for way in remedies.together:
        several = [remedy for remedy in way.remedies if remedy.needed != remedy.now]
        if len(several) > 1:
            yield f"- {_way(way, several)}"
    yield f"- {_last_day(remedies.last_day)}"
    yield ""


def _way(way: Together, several: Sequence[Remedy]) -> str:
    first = "as few teams" if way.first == "teams" else "limits as low"
    amounts = ", ".join(_amount(remedy.key, remedy.needed or 0) for remedy in several)
    fewer = "" if all(remedy.is_least for remedy in way.remedies) else " (fewer may do)"
    return f"together, with {first} as will do: {amounts}{fewer}"


def _remedy(remedy: Remedy) -> str:
    if remedy.needed is None:
        told = {"teams": "more teams alone", "regions": "higher limits of the regions alone"}
        name = told.get(remedy.key, f"a higher limit of {limit_words(remedy.key, remedy.now)} alone")
        return f"{name}: not enough, however high" if remedy.is_least else f"{name}: not settled"
    fewer = "" if remedy.is_least else "; whether one less would do was not settled"
    return f"{_amount(remedy.key, remedy.needed)} instead of {remedy.now:,} would do{fewer}"


def _amount(key: str, value: int) -> str:
    if key == "teams":
        return counted(value, "team")
    if key == "regions":
        return f"{value:,} more a month in each region that has a limit"
    return limit_words(key, value)


def _last_day(later: LaterLastDay) -> str:
    if later.last_day is None:
        return "a later last day alone: not found within 8 years" + ("" if later.is_least else ", and not settled")
    fewer = "" if later.is_least else " at the latest (an earlier day was not settled)"
    terms = "; terms beyond those of the file repeat its last year" if later.assumes_terms else ""
    return f"if being late is accepted, all can be held by {day_words(later.last_day)}{fewer}{terms}"


def _first_late(shortage: Shortage) -> Iterator[str]:
    if shortage.first_late is None:
        return
    task, week = shortage.first_late
    due = task.due.window.not_after or task.due.window.about
    when = f" (due by {day_words(due)})" if due is not None else ""
    place = "is left out" if week is None else f"comes {counted(task.weeks_late(week), 'week')} late"
    yield f"In the plan, the first that is not in time is {task_words(task)}{when}: it {place}."
    yield ""
