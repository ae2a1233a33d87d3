"""The exit codes of the command, and which errors are the user's to mend."""

from areasend.check import CheckError
from areasend.formats import FormatsError
from areasend.framework import FrameworkError
from areasend.programme import ProgrammeError
from areasend.publication import PublicationError
from areasend.register import RegisterError
from areasend.reports import ReportsError
from areasend.snapshot import SnapshotError
from areasend.statistics import StatisticsError
from areasend.themes import ThemesError

DONE = 0
CHECK_FAILED = 1
WRONG_INPUT = 2
BUG = 70

USER_ERRORS = (
    CheckError,
    FormatsError,
    FrameworkError,
    ProgrammeError,
    PublicationError,
    RegisterError,
    ReportsError,
    SnapshotError,
    StatisticsError,
    ThemesError,
    OSError,
)
