"""The clock of this machine, for approving and publishing alone: no number and no page of a release depends on it."""

from datetime import datetime
from threading import Event
from zoneinfo import ZoneInfo


def now() -> datetime:
    """The time in Europe/London."""
    return datetime.now(ZoneInfo("Europe/London"))  # noqa: TID251 - the one place that reads the clock


def pause(seconds: float) -> None:
    """Waits; a signal ends the wait."""
    Event().wait(seconds)
