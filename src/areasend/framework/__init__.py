"""The inspection framework as dated data: outcomes and their wording, what follows, regions, themes, working days.

Holds policy, read from TOML and validated whole; it knows no places, people or cases. May import nothing of ours.
Hands on a `Framework`: ask it for the version in force at a date, a region, or a count of working days.
What the sources hold with less than high confidence is configuration and is never handed on as a legal duty.
"""

from areasend.framework.calendar import WorkingDays, add_months, last_day_of_quarter
from areasend.framework.errors import FrameworkError, FrameworkFault, FrameworkInvalid, OutsideCalendar
from areasend.framework.loading import framework_sha256, load_framework, packaged_framework
from areasend.framework.model import (
    Activity,
    Confidence,
    CycleEnd,
    Deadline,
    FollowUp,
    Framework,
    FrameworkVersion,
    Hedge,
    InspectionType,
    OfstedRegion,
    OnsRegion,
    Outcome,
    Plan,
    PublicationPause,
    Relation,
    RunsFrom,
    Scope,
    Theme,
)
from areasend.framework.reading import FaultList, build
from areasend.framework.wording import interval_words

__all__ = [
    "Activity",
    "Confidence",
    "CycleEnd",
    "Deadline",
    "FaultList",
    "FollowUp",
    "Framework",
    "FrameworkError",
    "FrameworkFault",
    "FrameworkInvalid",
    "FrameworkVersion",
    "Hedge",
    "InspectionType",
    "OfstedRegion",
    "OnsRegion",
    "Outcome",
    "OutsideCalendar",
    "Plan",
    "PublicationPause",
    "Relation",
    "RunsFrom",
    "Scope",
    "Theme",
    "WorkingDays",
    "add_months",
    "build",
    "framework_sha256",
    "interval_words",
    "last_day_of_quarter",
    "load_framework",
    "packaged_framework",
]
