"""What happened since a plan was made, each a change to the programme or to what is due.

Changes are data: applying them makes a new programme and new records, and leaves the old ones alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from areasend.programme.activities import Kind
from areasend.programme.configuration.model import AreaClosed, Days, Done, Limits, Programme
from areasend.register import AreaCode, Inspection, Source
from areasend.snapshot import Snapshot


@dataclass(frozen=True, kw_only=True, slots=True)
class TeamAway:
    """A team that cannot inspect on some days; the days' name says why: illness, leave."""

    team: str
    days: Days


@dataclass(frozen=True, kw_only=True, slots=True)
class Closure:
    """Days on which nobody can be on site: an unforeseen bank holiday, a pre-election period."""

    days: Days


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitSet:
    """A limit of the programme (a field of `Limits`) with its new value; None lifts it."""

    name: str
    value: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Inspected:
    """An inspection that took place and that the records do not hold yet.

    `outcome` is the key of the outcome of a full inspection, None while it is not known: then nothing follows yet.
    """

    gss_code: AreaCode
    local_area: str
    kind: Kind
    first_day: date
    last_day: date
    published: date | None = None
    outcome: str | None = None

    @property
    def has_follow_up(self) -> bool:
        """Whether the framework's rules can be applied to it: a full inspection with an outcome."""
        return self.kind.is_full and self.outcome is not None


Change = TeamAway | AreaClosed | Closure | LimitSet | Inspected


def changed_programme(programme: Programme, changes: Iterable[Change]) -> Programme:
    """The programme after the changes, in their order."""
    for change in changes:
        match change:
            case TeamAway():
                teams = tuple(
                    replace(team, away=(*team.away, change.days)) if team.name == change.team else team
                    for team in programme.teams
                )
                programme = replace(programme, teams=teams)
            case AreaClosed():
                programme = replace(programme, closed_areas=(*programme.closed_areas, change))
            case Closure():
                programme = replace(programme, pauses=(*programme.pauses, change.days))
            case LimitSet():
                programme = replace(programme, limits=_with_limit(programme.limits, change))
            case Inspected() if not change.has_follow_up:
                kinds = (Kind.FIRST_FULL, Kind.NEXT_FULL) if change.kind.is_full else (change.kind,)
                done = (Done(gss_code=change.gss_code, kind=kind, day=change.first_day) for kind in kinds)
                programme = replace(programme, done=(*programme.done, *done))
            case _:
                """It is in the records (`changed_records`)."""
    return programme


def changed_records(held: Snapshot, changes: Iterable[Change]) -> Snapshot:
    """The records with the full inspections that the changes tell of, as provisional ones."""
    found = tuple(
        Inspection(
            gss_code=change.gss_code,
            local_area=change.local_area,
            inspection_start=change.first_day,
            inspection_end=change.last_day,
            publication_date=change.published,
            outcome=change.outcome,
            report_url=None,
            source=Source.SECONDARY,
            note="told in a file of changes",
        )
        for change in changes
        if isinstance(change, Inspected) and change.has_follow_up
    )
    if not found:
        return held
    return replace(held, inspections=tuple(sorted((*held.inspections, *found), key=lambda entry: entry.inspection_id)))


def words_of(change: Change, names: Mapping[str, str]) -> str:
    """A change in a sentence; `names` are those of areas by their codes."""
    match change:
        case TeamAway():
            return f"{change.team} is away from {_span(change.days)}: {change.days.name}."
        case AreaClosed():
            return f"{names[change.gss_code]} cannot be inspected from {_span(change.days)}: {change.days.name}."
        case Closure():
            return f"Nobody can be on site from {_span(change.days)}: {change.days.name}."
        case LimitSet():
            told = "is lifted" if change.value is None else f"is {change.value}"
            return f"The limit {change.name} {told}."
        case _:
            outcome = f" with the outcome {change.outcome}" if change.outcome is not None else ""
            full = "full inspection" if change.kind.is_full else str(change.kind)
            return f"{change.local_area} had its {full} from {change.first_day} to {change.last_day}{outcome}."


def _span(days: Days) -> str:
    return f"{days.first_day} to {days.last_day}"


def _with_limit(limits: Limits, change: LimitSet) -> Limits:
    return replace(limits, **{change.name: change.value})
