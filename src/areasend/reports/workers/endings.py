"""What the end of a worker says about the file it had: too slow, too large for the memory, or a crash."""

from areasend.reports.kinds import DocumentKind
from areasend.reports.workers.system import OUTGROWN, Ending
from areasend.reports.workers.tasks import Limits

# What PDFium does when it is refused memory is to abort. So does the C library over a damaged heap: a worker that came
# near its limit is taken to have met it, of any other only the signal is told.
_NEAR_THE_LIMIT = 0.5


def seen_in(ending: Ending | None, peak_at_start: int, limits: Limits) -> tuple[DocumentKind, str]:
    """What to report of a file whose worker ended by itself: the kind, and the detail.

    The peak counts for nothing where the worker had it from the start: Linux hands on that of the parent.
    """
    if ending is None:
        return DocumentKind.CRASHED, "its process fell silent and had to be ended"
    if ending.by == "SIGXCPU":
        return too_slow(limits)
    near = ending.peak > peak_at_start and ending.peak >= (limits.mebibytes << 20) * _NEAR_THE_LIMIT
    if ending.code == OUTGROWN or (ending.by and near):
        return too_much(limits)
    if ending.by:
        hint = ", as PDFium does when memory is refused" if ending.by == "SIGABRT" else ""
        return DocumentKind.CRASHED, f"its process ended by {ending.by}{hint}"
    return DocumentKind.CRASHED, f"its process ended with code {ending.code}"


def too_slow(limits: Limits) -> tuple[DocumentKind, str]:
    return DocumentKind.TIME_LIMIT, f"{limits.seconds:g} seconds"


def too_much(limits: Limits) -> tuple[DocumentKind, str]:
    return DocumentKind.MEMORY_LIMIT, f"{limits.mebibytes} MiB"
