"""What is due in made-up areas, found by area and kind."""

from datetime import date

from tests.factories import snapshot

from areasend.framework import packaged_framework
from areasend.programme import Due, Kind, due_activities
from areasend.register import LocalArea, Register

AS_AT = date(2026, 6, 30)
FAR = date(2040, 12, 31)


def due(of: Register, *, as_at: date = AS_AT, until: date = FAR, published_by: date | None = None) -> tuple[Due, ...]:
    return due_activities(snapshot(of, as_at, published_by), packaged_framework(), until)


def only(found: tuple[Due, ...], of: LocalArea, kind: Kind) -> Due:
    """The one activity of a kind that is due in an area."""
    (entry,) = [entry for entry in found if entry.gss_code == of.gss_code and entry.kind is kind]
    return entry


def kinds(found: tuple[Due, ...], of: LocalArea) -> list[Kind]:
    """What is due in an area besides its meetings, in order of time."""
    return [entry.kind for entry in found if entry.gss_code == of.gss_code and entry.kind is not Kind.ENGAGEMENT]
