"""From a snapshot and a programme file: what is due and when, a plan that explains itself, and whether all areas fit.

Holds no records and publishes nothing: a plan names areas before they are told (docs/programme.md, secrecy). May import
snapshot, register, framework and formats. What is due is handed on here; planning and forecasting are doors of their
own, because they load heavy libraries.
"""

from areasend.programme.activities import Due, Kind, Window
from areasend.programme.begun import with_begun
from areasend.programme.configuration import Names, Programme, default_programme, read_programme, template
from areasend.programme.done import check_done
from areasend.programme.due import default_until, due_activities
from areasend.programme.errors import (
    KeyUnusable,
    NothingToForecast,
    NothingToPlan,
    PlanIsSecret,
    PlanNotFound,
    PlanUnreadable,
    PlanWouldBePublic,
    ProgrammeError,
    ProgrammeInvalid,
)
from areasend.programme.secrecy import MARKER, MARKING, is_secret
from areasend.programme.writing import (
    COLUMNS,
    PlanRow,
    due_csv,
    due_text,
    headline,
    plan_csv,
    plan_page,
    plan_text,
    read_plan,
)

__all__ = [
    "COLUMNS",
    "MARKER",
    "MARKING",
    "Due",
    "KeyUnusable",
    "Kind",
    "Names",
    "NothingToForecast",
    "NothingToPlan",
    "PlanIsSecret",
    "PlanNotFound",
    "PlanRow",
    "PlanUnreadable",
    "PlanWouldBePublic",
    "Programme",
    "ProgrammeError",
    "ProgrammeInvalid",
    "Window",
    "check_done",
    "default_programme",
    "default_until",
    "due_activities",
    "due_csv",
    "due_text",
    "headline",
    "is_secret",
    "plan_csv",
    "plan_page",
    "plan_text",
    "read_plan",
    "read_programme",
    "template",
    "with_begun",
]
