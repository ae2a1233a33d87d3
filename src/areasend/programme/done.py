"""What a programme says has taken place, held against what is due: `[[done]]` that does nothing is a mistake."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from areasend.framework import Framework
from areasend.programme.activities import Due
from areasend.programme.configuration.model import Done, Programme
from areasend.programme.due import due_activities
from areasend.programme.errors import ProgrammeInvalid
from areasend.snapshot import Snapshot

# What is due long after a programme may have taken place early.
_YEARS_ON = 10


def is_done_by(entry: Due, done: Done) -> bool:
    """Whether it is what took place: since the inspection that it follows, or at any time where it is the first."""
    since = inspection_before(entry.follows)
    is_same = done.gss_code == entry.gss_code and done.kind is entry.kind
    return is_same and (since is None or done.day > since)


def inspection_before(name: str) -> date | None:
    """The first day of an inspection by its id, or by that of an activity which follows it: both end with the day.

    The day of publication where no other is recorded; None where that is not either, and where nothing is followed.
    """
    with suppress(ValueError):
        return date.fromisoformat(name[-10:])
    return None


def check_done(programme: Programme, held: Snapshot, framework: Framework, *, place: str) -> None:
    """Raises `ProgrammeInvalid` with each `[[done]]` that nothing due and no record agrees with, by its number."""
    if not programme.done:
        return
    due = due_activities(held, framework, date(programme.last_day.year + _YEARS_ON, 12, 31))
    recorded = {(entry.gss_code, entry.inspection_start) for entry in held.inspections}
    faults = [
        f"done[{number}]: no {done.kind} of this area is due that can have taken place on this day, and the records "
        "hold no full inspection that began on it. Correct the kind or the day, or remove it."
        for number, done in enumerate(programme.done, 1)
        if not _is_known(done, due, programme.done)
        and not (done.kind.is_full and (done.gss_code, done.day) in recorded)
    ]
    if faults:
        raise ProgrammeInvalid(place, faults)


def _is_known(done: Done, due: Iterable[Due], others: Iterable[Done]) -> bool:
    """Whether it is due, or follows a full inspection that took place and is not in the records either."""
    return any(is_done_by(entry, done) for entry in due) or any(
        other.gss_code == done.gss_code and other.kind.is_full and other.day < done.day for other in others
    )
