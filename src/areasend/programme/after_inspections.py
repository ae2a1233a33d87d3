"""What follows a full inspection: the next one, and a monitoring inspection after the outcome that asks for one."""

from collections.abc import Iterator
from datetime import date, timedelta

from areasend.framework import (
    Activity,
    FollowUp,
    Framework,
    FrameworkVersion,
    Relation,
    RunsFrom,
    add_months,
    interval_words,
)
from areasend.programme.activities import Due, Kind, Window
from areasend.programme.doubts import about_inspection, about_interval, about_records
from areasend.register import Inspection, LocalArea
from areasend.snapshot import History, Snapshot, expected_about

_KINDS = {
    Activity.NEXT_FULL_INSPECTION: Kind.NEXT_FULL,
    Activity.MONITORING_INSPECTION: Kind.MONITORING,
}


def after_inspection(
    held: Snapshot, framework: Framework, area: LocalArea, history: History
) -> Iterator[tuple[date, Due]]:
    """What follows the latest inspection of an area, each with the first day on which it can be said to be due.

    The rules are those of the version in force on the first day of the inspection; where that day is not recorded, of
    the version in force when its report was published. Inspections before the latest lead to nothing any more.
    """
    latest = history.done[-1]
    version = framework.version_at(_one(latest.inspection_start, latest.publication_date))
    if latest.outcome is None:
        yield from _after_unknown_outcome(held, area, history, version)
        return
    for activity, kind in _KINDS.items():
        rule = version.follow_up(latest.outcome, activity)
        if rule is not None:
            yield _following(held, area, history, (version, rule), kind)


def _one(*days: date | None) -> date:
    """The first of some days that is recorded; an inspection that is done has its dates, or that of its report."""
    return next(day for day in days if day is not None)


def _following(
    held: Snapshot, area: LocalArea, history: History, ruled: tuple[FrameworkVersion, FollowUp], kind: Kind
) -> tuple[date, Due]:
    (version, rule), latest = ruled, history.done[-1]
    window, starts = _window(rule, latest)
    unsure = [*about_inspection(latest), *about_interval(rule, latest)]
    if kind is Kind.MONITORING and _known(latest) < held.as_at:
        unsure.append("The records hold no monitoring inspections: this one may have taken place.")
    return starts, Due(
        id=_id(area, kind, latest),
        kind=kind,
        gss_code=area.gss_code,
        local_area=area.name,
        region=area.ofsted_region,
        window=window,
        rule=interval_words(rule.hedge, rule.relation, rule.months),
        version=version.id,
        source=rule.source,
        follows=latest.inspection_id,
        area_ends=area.valid_to,
        uncertain=(*unsure, *about_records(held, area, history)),
    )


def _window(rule: FollowUp, latest: Inspection) -> tuple[Window, date]:
    """The window, and the first day on which the activity can be said to be due.

    A report is published after the inspection. So an interval from a last day that is not recorded has passed before
    the same interval from publication has; one from a publication that is not recorded has not passed before the same
    interval from the last day has.
    """
    about, after = expected_about(rule, latest), _known(latest) + timedelta(days=1)
    if about is not None:
        if rule.relation is Relation.WITHIN:
            return Window(not_before=after, about=about, not_after=about), about
        return Window(not_before=about, about=about, not_after=None), about
    bound, is_limit = add_months(_known(latest), rule.months), rule.relation is Relation.WITHIN
    if rule.runs_from is RunsFrom.INSPECTION_END:
        return Window(not_before=after, about=None, not_after=bound if is_limit else None), bound
    return Window(not_before=after if is_limit else bound, about=None, not_after=None), bound


def _after_unknown_outcome(
    held: Snapshot, area: LocalArea, history: History, version: FrameworkVersion
) -> Iterator[tuple[date, Due]]:
    """The next full inspection where any outcome may stand before it: due by the longest interval that one leads to,
    and said to be due from the shortest on.
    """
    latest = history.done[-1]
    found = (version.follow_up(outcome.key, Activity.NEXT_FULL_INSPECTION) for outcome in version.outcomes)
    rules = sorted((rule for rule in found if rule is not None), key=lambda rule: rule.months)
    if not rules:
        return
    (_, starts), (longest, _) = _window(rules[0], latest), _window(rules[-1], latest)
    yield (
        starts,
        Due(
            id=_id(area, Kind.NEXT_FULL, latest),
            kind=Kind.NEXT_FULL,
            gss_code=area.gss_code,
            local_area=area.name,
            region=area.ofsted_region,
            window=Window(not_before=longest.not_before, about=None, not_after=longest.not_after),
            rule="the next full inspection depends on the outcome before, which is not recorded",
            version=version.id,
            source=rules[-1].source,
            follows=latest.inspection_id,
            area_ends=area.valid_to,
            uncertain=(
                "The outcome is not recorded: the longest interval is taken, and monitoring may be due too.",
                *about_inspection(latest),
                *about_records(held, area, history),
            ),
        ),
    )


def _known(latest: Inspection) -> date:
    return _one(latest.publication_date, latest.inspection_end)


def _id(area: LocalArea, kind: Kind, latest: Inspection) -> str:
    return f"{area.gss_code}-{kind.key}-after-{latest.inspection_id.removeprefix(f'{area.gss_code}-')}"
