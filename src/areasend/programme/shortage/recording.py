"""A shortage as plain values, for JSON beside a plan: it may name areas, and is as secret as the plan."""

from areasend.programme.planning import Problem
from areasend.programme.shortage.counting import Count
from areasend.programme.shortage.model import Remedies, Shortage
from areasend.programme.shortage.naming import condition_words, member_words

Value = str | int | bool | None | list["Value"] | dict[str, "Value"]


def record_of(shortage: Shortage) -> dict[str, Value]:
    """Everything that `words` tells, without sentences where there are numbers. Days are ISO 8601."""
    problem, fewest, clash = shortage.problem, shortage.fewest, shortage.clash
    return {
        "all_in_time": shortage.verdict.value,
        "pins_clash": shortage.is_pinned_alone,
        "counts": [_count(problem, count) for count in shortage.counts],
        "fewest_not_in_time": None if fewest is None else {"found": fewest.value, "at_least": fewest.bound},
        "cannot_be_in_time": [entry.task.id for entry in shortage.impossible],
        "clash": None
        if clash is None
        else {
            "is_smallest": clash.is_smallest,
            "rules": [
                {
                    "rule": entry.condition.value,
                    "asks": condition_words(problem.programme, entry.condition),
                    "rest_fits_without": entry.rest_fits.value,
                    "not_in_time_without": None if entry.still_late is None else entry.still_late.value,
                }
                for entry in shortage.without
            ],
            "members": [member_words(problem, member) for member in shortage.members],
        },
        "would_fit": None if shortage.remedies is None else _remedies(shortage.remedies),
        "first_not_in_time": None if shortage.first_late is None else shortage.first_late[0].id,
        "terms": [
            {
                "term": entry.term,
                "site_weeks": entry.site_weeks,
                "full_due": entry.full_due,
                "full_room": entry.full_room,
                "team_weeks_needed": entry.weeks_needed,
                "team_weeks_there": entry.weeks_there,
            }
            for entry in shortage.terms
        ],
        "regions": [
            {
                "region": entry.region,
                "full_due": entry.full_due,
                "monitoring_due": entry.monitoring_due,
                "team_weeks_needed": entry.weeks_needed,
                "room": entry.room,
                "in_time": entry.in_time,
                "late": entry.late,
                "left_out": entry.left,
            }
            for entry in shortage.regions
        ],
    }


def _count(problem: Problem, count: Count) -> dict[str, Value]:
    return {
        "of": count.scope.words(2),
        "first_week": problem.weeks[count.first].monday.isoformat(),
        "last_week": problem.weeks[count.last].monday.isoformat(),
        "due": count.due,
        "room": count.room,
        "missing": count.missing,
        "years": [
            {"year": year.year, "added": year.added, "limit": year.limit, "room": year.room} for year in count.years
        ],
    }


def _remedies(remedies: Remedies) -> dict[str, Value]:
    later = remedies.last_day
    return {
        "alone": [
            {"of": entry.key, "now": entry.now, "needed": entry.needed, "is_least": entry.is_least}
            for entry in remedies.alone
        ],
        "together": None
        if remedies.together is None
        else [{"of": entry.key, "now": entry.now, "needed": entry.needed} for entry in remedies.together],
        "last_day": None if later.last_day is None else later.last_day.isoformat(),
    }
