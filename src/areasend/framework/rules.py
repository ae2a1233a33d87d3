"""Rules over the whole framework: what must hold between entries, versions and files."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from areasend.framework.calendar import WorkingDays
from areasend.framework.model import (
    Activity,
    Confidence,
    FrameworkVersion,
    OfstedRegion,
    OnsRegion,
    PublicationPause,
    RunsFrom,
)
from areasend.framework.reading import FaultList


def check_version(version: FrameworkVersion, *, file: str, faults: FaultList) -> None:
    """Outcomes are ordered 1, 2, 3 with distinct keys and wording; each has its follow-up and exactly one plan."""
    _check_outcomes(version, file=file, faults=faults)
    _check_follow_ups(version, file=file, faults=faults)
    _check_plans(version, file=file, faults=faults)
    _check_unique((kind.key for kind in version.inspection_types), "inspection_type.key", file=file, faults=faults)
    scope = version.scope
    if not 0 <= scope.age_from < scope.age_to:
        faults.add(
            file,
            "scope.age_to",
            value=(scope.age_from, scope.age_to),
            rule="ages must rise from 0 or more",
            remedy="Correct age_from and age_to",
        )
    if version.valid_to is not None and version.valid_to < version.valid_from:
        faults.add(
            file,
            "valid_to",
            value=version.valid_to,
            rule=f"ends before it starts ({version.valid_from})",
            remedy="Correct one of the dates",
        )


def _check_outcomes(version: FrameworkVersion, *, file: str, faults: FaultList) -> None:
    for name in ("key", "wording", "label", "short_label", "finding"):
        _check_unique((getattr(entry, name) for entry in version.outcomes), f"outcome.{name}", file=file, faults=faults)
    orders = [outcome.order for outcome in version.outcomes]
    if orders != list(range(1, len(orders) + 1)):
        faults.add(
            file, "outcome.order", value=orders, rule="the order must be 1, 2, 3, …", remedy="Renumber the outcomes"
        )


def _check_follow_ups(version: FrameworkVersion, *, file: str, faults: FaultList) -> None:
    known = {outcome.key for outcome in version.outcomes}
    pairs = Counter((rule.outcome, rule.activity) for rule in version.follow_ups)
    for number, rule in enumerate(version.follow_ups, 1):
        key = f"follow_up[{number}]"
        if rule.outcome not in known:
            faults.add(
                file, f"{key}.outcome", value=rule.outcome, rule="no such outcome", remedy=f"Use one of {sorted(known)}"
            )
        if rule.months <= 0:
            faults.add(
                file, f"{key}.months", value=rule.months, rule="must be more than 0", remedy="Correct the interval"
            )
        if pairs[rule.outcome, rule.activity] > 1:
            faults.add(file, key, value=rule.activity.value, rule="the rule stands twice", remedy="Keep one of them")
    for outcome in sorted(
        known - {rule.outcome for rule in version.follow_ups if rule.activity is Activity.NEXT_FULL_INSPECTION}
    ):
        faults.add(
            file,
            "follow_up",
            value=outcome,
            rule="no next full inspection is stated for this outcome",
            remedy="Add a [[follow_up]] table",
        )


def _check_plans(version: FrameworkVersion, *, file: str, faults: FaultList) -> None:
    known = {outcome.key for outcome in version.outcomes}
    counts = Counter(plan.outcome for plan in version.plans)
    for outcome in sorted(known | counts.keys()):
        if outcome not in known or counts[outcome] != 1:
            faults.add(
                file,
                "plan.outcome",
                value=outcome,
                rule="each outcome of the framework needs exactly one plan",
                remedy="Add, remove or rename a [[plan]] table",
            )
    plans = {plan.key for plan in version.plans}
    for number, deadline in enumerate(version.deadlines, 1):
        key = f"deadline[{number}]"
        if deadline.plan not in plans:
            faults.add(
                file, f"{key}.plan", value=deadline.plan, rule="no such plan", remedy=f"Use one of {sorted(plans)}"
            )
        if deadline.working_days <= 0:
            faults.add(
                file,
                f"{key}.working_days",
                value=deadline.working_days,
                rule="must be more than 0",
                remedy="Correct it",
            )
        if deadline.statutory and deadline.confidence is not Confidence.HIGH:
            faults.add(
                file,
                f"{key}.statutory",
                value=deadline.confidence.value,
                rule="a legal duty needs a source of high confidence",
                remedy="Set statutory = false or name the statute",
            )
        if deadline.runs_from is RunsFrom.INSPECTION_END:
            faults.add(
                file,
                f"{key}.runs_from",
                value=deadline.runs_from.value,
                rule="a plan's deadline runs from the report",
                remedy="Use report_receipt or publication",
            )


def check_versions(versions: tuple[FrameworkVersion, ...], faults: FaultList) -> None:
    """Versions follow one another without gap or overlap; only the last may be open. Outcome keys stay the same."""
    for earlier, later in pairwise(versions):
        if earlier.valid_to is None or earlier.valid_to + timedelta(days=1) != later.valid_from:
            faults.add(
                f"versions/{later.id}.toml",
                "valid_from",
                value=later.valid_from,
                rule=f"must be the day after version {earlier.id} ends ({earlier.valid_to})",
                remedy="Close the gap or the overlap",
            )
        if [entry.key for entry in earlier.outcomes] != [entry.key for entry in later.outcomes]:
            faults.add(
                f"versions/{later.id}.toml",
                "outcome.key",
                value=[entry.key for entry in later.outcomes],
                rule=f"differs from version {earlier.id}: published tables need the same outcomes throughout",
                remedy="Use the same keys in the same order",
            )
    _check_unique((version.id for version in versions), "id", file="versions", faults=faults)


def check_regions(
    ofsted: tuple[OfstedRegion, ...], ons: tuple[OnsRegion, ...], *, file: str, faults: FaultList
) -> None:
    """Every ONS region belongs to exactly one Ofsted region, so that both sets add up to England."""
    for name, values in (
        ("ofsted_region.key", [region.key for region in ofsted]),
        ("ofsted_region.name", [region.name for region in ofsted]),
        ("ons_region.key", [region.key for region in ons]),
        ("ons_region.name", [region.name for region in ons]),
        ("ons_region.code", [region.code for region in ons]),
    ):
        _check_unique(values, name, file=file, faults=faults)
    placed = Counter(name for region in ofsted for name in region.ons_regions)
    known = {region.name for region in ons}
    for name in sorted(known | placed.keys()):
        if name not in known or placed[name] != 1:
            faults.add(
                file,
                "ofsted_region.ons_regions",
                value=name,
                rule="each ONS region must stand in exactly one Ofsted region",
                remedy="Correct the lists of ons_regions",
            )


def check_calendar(days: WorkingDays, pauses: tuple[PublicationPause, ...], *, file: str, faults: FaultList) -> None:
    """Bank holidays rise, fall on weekdays and lie inside the years covered; pauses do not end before they begin."""
    if list(days.bank_holidays) != sorted(set(days.bank_holidays)):
        faults.add(
            file,
            "bank_holidays",
            value="order",
            rule="days must rise, each once",
            remedy="Sort the list and drop doubles",
        )
    for day in days.bank_holidays:
        if day.weekday() >= 5 or not days.covers_from <= day <= days.covers_to:
            faults.add(
                file,
                "bank_holidays",
                value=day,
                rule="a bank holiday is a weekday inside the years covered",
                remedy="Use the substitute day, or correct the year",
            )
    missing = sorted(
        set(range(days.covers_from.year, days.covers_to.year + 1)) - {day.year for day in days.bank_holidays}
    )
    for year in missing:
        faults.add(file, "bank_holidays", value=year, rule="a year covered has no bank holidays", remedy="Add them")
    for pause in pauses:
        if pause.last_day < pause.first_day:
            faults.add(
                file, "publication_pause", value=pause.name, rule="ends before it begins", remedy="Correct the dates"
            )


def _check_unique(values: Iterable[str | date], key: str, *, file: str, faults: FaultList) -> None:
    for value, count in sorted(Counter(values).items()):
        if count > 1:
            faults.add(file, key, value=value, rule=f"stands {count} times", remedy="Give each entry its own")
