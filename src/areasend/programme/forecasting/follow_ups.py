"""What follows a full inspection, for thousands of draws at once: the framework's rules as tables over days.

A day is a number: the days since the framework began. `NEVER` is a day after all others.
"""

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from areasend.framework import Activity, FollowUp, Framework, FrameworkVersion, Relation, RunsFrom, add_months

Ints = NDArray[np.int32]
NEVER = 40_000
# The order of the two halves of every table of activities: full inspections, then monitoring inspections.
FULL, MONITORING = 0, 1
_ACTIVITIES = (Activity.NEXT_FULL_INSPECTION, Activity.MONITORING_INSPECTION)


class FollowUps:
    """The rules of every version for every outcome, ready to be applied to arrays.

    `early_weeks` is how long before its day a follow-up may be taken where the rule states a limit ("within 3 years");
    `late_weeks` how long after it one is late where the rule states a distance ("18 months after").
    """

    def __init__(
        self, framework: Framework, outcomes: tuple[str, ...], last: date, *, early_weeks: int, late_weeks: int
    ) -> None:
        self._framework = framework
        self._origin = framework.start
        rules = [[_rules(version, outcome) for outcome in outcomes] for version in framework.versions]
        shape = (len(rules), len(outcomes), len(_ACTIVITIES))
        flat = [rule for version in rules for pair in version for rule in pair]
        self._months = np.array([0 if rule is None else rule.months for rule in flat]).reshape(shape)
        self._is_limit = np.array([rule is not None and rule.relation is Relation.WITHIN for rule in flat]).reshape(
            shape
        )
        self._from_end = np.array(
            [rule is not None and rule.runs_from is RunsFrom.INSPECTION_END for rule in flat]
        ).reshape(shape)
        self._days = (last - self._origin).days + 1
        self._later = {int(months): self._months_later(int(months)) for months in np.unique(self._months)}
        self._early, self._late = early_weeks * 7, late_weeks * 7

    @property
    def shortest_full(self) -> int:
        """The fewest months after which any outcome brings the next full inspection; 0 if one brings none."""
        return int(self._months[:, :, FULL].min())

    def number(self, day: date) -> int:
        return (day - self._origin).days

    def version(self, day: date) -> int:
        """The place of the version in force on a day."""
        return self._framework.versions.index(self._framework.version_at(day))

    def after(self, version: int, outcome: Ints, end: Ints, published: Ints) -> tuple[Ints, Ints]:
        """The first day of, and the day not to pass for, each activity: two arrays of rows x (full, monitoring).

        `outcome` holds places among the outcomes, `end` and `published` days; `version` is that of the first day.
        """
        first = np.full((len(outcome), len(_ACTIVITIES)), NEVER, dtype=np.int32)
        due = first.copy()
        for activity in (FULL, MONITORING):
            base = np.where(self._from_end[version, outcome, activity], end, published)
            months = self._months[version, outcome, activity]
            is_limit = self._is_limit[version, outcome, activity]
            for length, later in self._later.items():
                rows = months == length
                if length and rows.any():
                    about = later[np.minimum(base[rows], self._days - 1)]
                    within = is_limit[rows]
                    due[rows, activity] = np.where(within, about, about + self._late)
                    earliest = np.where(within, about - self._early, about)
                    first[rows, activity] = np.maximum(earliest, published[rows] + 1)
        return first, due

    def later(self, months: int, day: int) -> int:
        """The day so many months after a day."""
        return self.number(add_months(self._origin + timedelta(days=day), months))

    def _months_later(self, months: int) -> Ints:
        """For every day the day so many months later."""
        days = (self._origin + timedelta(days=number) for number in range(self._days))
        return np.array([self.number(add_months(day, months)) for day in days], dtype=np.int32)


def _rules(version: FrameworkVersion, outcome: str) -> tuple[FollowUp | None, ...]:
    return tuple(version.follow_up(outcome, activity) for activity in _ACTIVITIES)
