"""A forecast in words: what it says in short, and everything that it assumes."""

from collections.abc import Iterator

from areasend.framework import Activity, Framework, interval_words
from areasend.programme.activities import Kind
from areasend.programme.configuration.model import Limits, Programme
from areasend.programme.forecasting.intervals import Interval
from areasend.programme.forecasting.model import WANTED, EndRow, Forecast
from areasend.programme.writing.wording import counted, day_words

_PLACES = (
    "Every place that can be used is used. Inspections that share a day are in an order drawn anew for each draw. The "
    "intervals hold what outcomes, reports and that order leave open; they do not hold illness, deferrals or weeks "
    "that are lost."
)
_ENOUGH = (
    "The capacity that would do is looked for at an even pace over the weeks that are open, with as many teams as that "
    "takes and without the programme’s limits, over the same draws. A place not used in its week is lost. What this "
    "calendar year has had already counts towards its number."
)
_BY = (
    "Where a day is asked for that comes before the end of the cycle, the first inspections are taken to be wanted by "
    "that day, and others give way to them accordingly; the tables by term and year are those of the programme."
)
_KINDS = {
    Kind.FIRST_FULL: "first full inspections",
    Kind.NEXT_FULL: "repeat full inspections",
    Kind.MONITORING: "monitoring inspections",
}
UNOFFICIAL = "This is an unofficial calculation, not a plan of the inspectorates. It names no local area."


def span(low: int, high: int) -> str:
    """`7`, or `5 to 9`."""
    return f"{low}" if low == high else f"{low} to {high}"


def between(interval: Interval) -> str:
    """`7 (90% interval 5 to 9)`; `7` where the interval is that number."""
    if interval.low_90 == interval.high_90:
        return f"{interval.median}"
    return f"{interval.median} (90% interval {span(interval.low_90, interval.high_90)})"


def share_words(share: float, draws: int) -> str:
    """A share of the draws: never 0% or 100% where some draws differ."""
    if share in (0, 1):
        return f"in {'all' if share else 'none'} of {draws:,} draws"
    per_cent = int(share * 100 + 0.5)
    words = "under 1%" if per_cent == 0 else "over 99%" if per_cent == 100 else f"{per_cent}%"
    return f"in {words} of {draws:,} draws"


def end_words(row: EndRow, draws: int) -> tuple[str, ...]:
    """What is said of one day, a sentence each."""
    named = " or ".join(f"“{wording}”" for wording in row.wordings)
    day = f"{day_words(row.day)} ({named})" if named else day_words(row.day)
    if row.chance is None or row.left is None or row.overdue is None:
        return (f"{day} lies outside the forecast.",)
    said = f"By {day} every area has its first inspection {share_words(row.chance, draws)}."
    if row.left.high_90:
        said += f" Areas left without one: {between(row.left)}."
    if row.overdue.high_90:
        said += f" Repeat inspections past their day then: {between(row.overdue)}."
    return said, *_enough_words(row, draws)


def _enough_words(row: EndRow, draws: int) -> Iterator[str]:
    """What makes it likely: first inspections alone, and with repeats in time."""
    if row.enough is None:
        yield f"No number of full inspections a year makes this {WANTED:.0%} likely."
        return
    first, both = row.enough, row.all_in_time
    if first.full_a_year:
        yield (
            f"{first.full_a_year} full inspections a year at an even pace make it at least {WANTED:.0%} likely "
            f"({share_words(first.reached, draws)}), with repeat inspections giving way to first ones."
        )
    if both is None:
        yield f"No number makes it {WANTED:.0%} likely that no repeat inspection is past its day then as well."
    elif both.full_a_year > first.full_a_year:
        yield (
            f"For no repeat inspection to be past its day then as well, it takes {both.full_a_year} a year "
            f"({share_words(both.reached, draws)})."
        )
    elif both.full_a_year:
        yield "With as many, no repeat inspection is past its day then either."


def in_short(found: Forecast) -> tuple[str, ...]:
    """The forecast in a few sentences."""
    start = (
        f"As at {day_words(found.as_at)}, {found.waiting_first} of {found.areas} local areas are without a full "
        "inspection in the cycle."
    )
    ends = tuple(sentence for row in found.ends for sentence in end_words(row, found.settings.draws))
    return (start, *ends)


def assumptions(found: Forecast, framework: Framework) -> tuple[str, ...]:
    """Everything that the numbers rest on, a paragraph each."""
    return (
        *_on_outcomes(found),
        *_on_follow_ups(found, framework),
        *_on_capacity(found),
        precedence_words(found.programme),
        _PLACES,
        _BY,
        _ENOUGH,
        "Engagement meetings and thematic visits take no team. The framework and the local areas stay as they are.",
    )


def _on_outcomes(found: Forecast) -> Iterator[str]:
    observed = found.observed
    by_outcome = ", ".join(
        f"{count} “{label}”" for count, label in zip(observed.totals, found.outcome_labels, strict=True)
    )
    yield (
        f"Outcomes of coming inspections are drawn as they were in the {sum(observed.totals)} recorded as at "
        f"{day_words(found.as_at)} ({by_outcome}). They do not change over time, and an area’s next outcome does not "
        "depend on its last one."
    )
    if found.settings.pooled:
        yield (
            "Regions are partly pooled: each has a mix of its own, spread around one mix of the country by as much as "
            "the records show. In formulas: mixes of regions are Dirichlet(a m), m is uniform, and the concentration a "
            "has a prior proportional to a to the power of −3/2."
        )
    else:
        yield "Regions are not pooled: each has a mix of its own, with a uniform prior: Dirichlet(1 + count)."


def _on_follow_ups(found: Forecast, framework: Framework) -> Iterator[str]:
    version = framework.version_at(found.settings.until)
    said = []
    for key, label in zip(found.observed.outcomes, found.outcome_labels, strict=True):
        for activity, name in (
            (Activity.NEXT_FULL_INSPECTION, "the next full inspection"),
            (Activity.MONITORING_INSPECTION, "a monitoring inspection"),
        ):
            rule = version.follow_up(key, activity)
            if rule is not None:
                said.append(f"after “{label}” {name} {interval_words(rule.hedge, rule.relation, rule.months)}")
    yield (
        f"Each full inspection is followed up as the version of the framework in force on its first day says; the "
        f"last is {version.id}: {'; '.join(said)}."
    )
    yield (
        f"A follow-up that is to be made within a time is made in the last {found.settings.early_weeks} weeks of it or "
        "later. One that is to be made after a time is not made before. A monitoring inspection not made before the "
        "next full inspection is dropped. The records hold no monitoring inspections, so each that an outcome asks "
        "for counts as still to come."
    )
    lags = found.observed.lags
    yield (
        f"Intervals that run from the report run from a day of publication, {lags[0]} to {lags[-1]} days after the "
        f"last day on site: one of the {len(lags)} spans recorded is drawn each time (the middle one is "
        f"{lags[(len(lags) - 1) // 2]} days)."
    )


def _on_capacity(found: Forecast) -> Iterator[str]:
    programme = found.programme
    teams = counted(len(programme.teams), "team")
    full, monitoring = (counted(shape.weeks, "week") for shape in (programme.full, programme.monitoring))
    weeks = f"{found.open_weeks_a_year} weeks of the fullest calendar year in which a full inspection can begin"
    yield (
        f"The capacity is that of the programme “{programme.title}”: {teams}, {weeks}; a full inspection takes a team "
        f"{full}, a monitoring inspection {monitoring}; "
        f"{limit_words(programme)}."
    )
    if programme.is_assumed:
        yield f"Assumed, because the programme does not say: {', '.join(programme.is_assumed)}."
    if programme.pins:
        yield (
            f"Of {counted(len(programme.pins), 'pinned inspection')}, each comes first in its week, or in the next "
            "one that is open to it."
        )


def precedence_words(programme: Programme) -> str:
    """Which inspection goes next, as the programme weighs lateness."""
    by_weight: dict[int, list[str]] = {}
    for kind, weight in sorted(programme.late_weights, key=lambda entry: -entry[1]):
        by_weight.setdefault(weight, []).append(_KINDS[kind])
    start = "The next inspection in an open week is the one with the earliest day not to pass"
    if len(by_weight) == 1:
        return f"{start}, whatever its kind, because the programme weighs lateness of all kinds alike."
    order = "; then ".join(" and ".join(kinds) for kinds in by_weight.values())
    return (
        f"{start}, as long as enough places are left for those whose lateness the programme weighs more. From there on "
        f"lighter ones give way, as in a plan: {order}. So where capacity is short, lighter ones wait. A place is "
        "counted for each inspection that could begin by its last day, or by the end of the programme if that comes "
        "first."
    )


def limit_words(programme: Programme) -> str:
    """The programme's limits in words."""
    said = [*_limits(programme.limits)]
    said += [f"at most {limit.per_month} a month in {limit.region}" for limit in programme.region_limits]
    return ", ".join(said) if said else "no further limit"


def _limits(limits: Limits) -> Iterator[str]:
    for most, what, unit in (
        (limits.full_per_week, "full inspection", "week"),
        (limits.full_per_month, "full inspection", "month"),
        (limits.full_per_year, "full inspection", "year"),
        (limits.per_week, "inspection", "week"),
        (limits.per_month, "inspection", "month"),
        (limits.per_year, "inspection", "year"),
    ):
        if most is not None:
            yield f"at most {counted(most, what)} a {unit}"
