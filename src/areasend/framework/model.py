"""The framework's types. Each rule carries its source and how sure that source is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from areasend.framework.calendar import WorkingDays

# The plan that answers areas for priority action; the only key of a plan that code knows.
PRIORITY_ACTION_PLAN = "priority_action_plan"


class Confidence(StrEnum):
    """How sure the source of a rule is; only `HIGH` may be printed as what the framework says."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Activity(StrEnum):
    """What may follow an inspection on site."""

    NEXT_FULL_INSPECTION = "next_full_inspection"
    MONITORING_INSPECTION = "monitoring_inspection"


class Hedge(StrEnum):
    """The word with which the source weakens an interval; it is always printed."""

    USUALLY = "usually"
    APPROXIMATELY = "approximately"


class Relation(StrEnum):
    """Whether an interval is a limit ("within 3 years") or a distance ("18 months after")."""

    WITHIN = "within"
    AFTER = "after"


class RunsFrom(StrEnum):
    """The event from which an interval is counted."""

    INSPECTION_END = "inspection_end"
    PUBLICATION = "publication"
    REPORT_RECEIPT = "report_receipt"


@dataclass(frozen=True, kw_only=True, slots=True)
class Scope:
    age_from: int
    age_to: int
    covers: tuple[str, ...]
    statute: str
    source: str
    confidence: Confidence


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """`wording` is exact; `finding` is a clause of ours, to follow "the inspectorates concluded that"."""

    key: str
    order: int
    wording: str
    label: str
    short_label: str
    finding: str
    source: str
    confidence: Confidence


@dataclass(frozen=True, kw_only=True, slots=True)
class FollowUp:
    """An inspection that follows an outcome: `hedge` `relation` `months`, counted from `runs_from`."""

    outcome: str
    activity: Activity
    months: int
    hedge: Hedge
    relation: Relation
    runs_from: RunsFrom
    runs_from_confidence: Confidence
    source: str
    confidence: Confidence


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What the local area partnership is asked to write after an outcome."""

    outcome: str
    key: str
    name: str
    action: str
    submitted_to: str
    source: str
    confidence: Confidence


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    key: str
    plan: str
    working_days: int
    runs_from: RunsFrom
    statutory: bool
    source: str
    confidence: Confidence


@dataclass(frozen=True, kw_only=True, slots=True)
class CycleEnd:
    """By when all local areas are to be inspected, as one source words it, and the latest day that this can mean."""

    wording: str
    latest: date
    source: str
    confidence: Confidence


@dataclass(frozen=True, kw_only=True, slots=True)
class InspectionType:
    key: str
    label: str
    purpose: str
    statute: str
    has_outcome: bool
    source: str
    confidence: Confidence


@dataclass(frozen=True, kw_only=True, slots=True)
class FrameworkVersion:
    """The framework between two dates; `valid_to` is None while no later version is recorded."""

    id: str
    title: str
    valid_from: date
    valid_to: date | None
    scope: Scope
    outcomes: tuple[Outcome, ...]
    follow_ups: tuple[FollowUp, ...]
    plans: tuple[Plan, ...]
    deadlines: tuple[Deadline, ...]
    cycle_ends: tuple[CycleEnd, ...]
    inspection_types: tuple[InspectionType, ...]

    def outcome(self, key: str) -> Outcome:
        """The outcome with this key. Raises `KeyError`."""
        for outcome in self.outcomes:
            if outcome.key == key:
                return outcome
        raise KeyError(key)

    def follow_up(self, outcome: str, activity: Activity) -> FollowUp | None:
        """The rule for this activity after this outcome; None where there is none or its source is not sure."""
        found = (rule for rule in _sure(self.follow_ups) if rule.outcome == outcome and rule.activity is activity)
        return next(found, None)

    def plan(self, outcome: str) -> Plan | None:
        """The plan that this outcome asks for, or None where its source is not sure."""
        return next((plan for plan in _sure(self.plans) if plan.outcome == outcome), None)

    def asks_for_priority_action(self, outcome: str) -> bool:
        """Whether this outcome asks for a priority action plan, so that its reports name areas for priority action."""
        return any(plan.outcome == outcome and plan.key == PRIORITY_ACTION_PLAN for plan in self.plans)

    @property
    def sure_cycle_ends(self) -> tuple[CycleEnd, ...]:
        return tuple(_sure(self.cycle_ends))

    @property
    def sure_inspection_types(self) -> tuple[InspectionType, ...]:
        return tuple(_sure(self.inspection_types))

    @property
    def statutory_deadlines(self) -> tuple[Deadline, ...]:
        """The deadlines that are law; those that are not, or not for sure, are configuration and are never printed."""
        return tuple(deadline for deadline in _sure(self.deadlines) if deadline.statutory)


class _Sourced(Protocol):
    @property
    def confidence(self) -> Confidence: ...


_S = TypeVar("_S", bound=_Sourced)


def _sure(rules: Iterable[_S]) -> Iterator[_S]:
    """The one gate between what a source holds and what may be printed: high confidence alone passes."""
    return (rule for rule in rules if rule.confidence is Confidence.HIGH)


@dataclass(frozen=True, kw_only=True, slots=True)
class OfstedRegion:
    """`phrase` is the name as it stands inside a sentence, with its article where it has one."""

    key: str
    name: str
    phrase: str
    ons_regions: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OnsRegion:
    key: str
    name: str
    code: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Theme:
    key: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PublicationPause:
    """A span around an election in which no report was published, first and last day included."""

    name: str
    first_day: date
    last_day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Framework:
    """All versions of the framework and what does not change with them."""

    versions: tuple[FrameworkVersion, ...]
    country: str
    country_code: str
    ofsted_regions: tuple[OfstedRegion, ...]
    ons_regions: tuple[OnsRegion, ...]
    themes: tuple[Theme, ...]
    working_days: WorkingDays
    publication_pauses: tuple[PublicationPause, ...]

    @property
    def start(self) -> date:
        """The first day of the first version: no inspection under this framework is earlier."""
        return self.versions[0].valid_from

    def version_at(self, day: date) -> FrameworkVersion:
        """The version in force on `day`. Raises `KeyError` before the framework began."""
        for version in reversed(self.versions):
            if version.valid_from <= day:
                return version
        raise KeyError(f"The framework began on {self.start}; none was in force on {day}.")

    def ofsted_region_of(self, ons_region: str) -> OfstedRegion:
        """The Ofsted region that an ONS region belongs to. Raises `KeyError`."""
        for region in self.ofsted_regions:
            if ons_region in region.ons_regions:
                return region
        raise KeyError(ons_region)
