"""What every table and figure on the terminal says of itself: unofficial, as at which date, and how complete."""

from typing import Any

from areasend.publication import UNOFFICIAL
from areasend.statistics import Population


def standing_head(population: Population) -> dict[str, Any]:
    """The same as the head of a JSON file."""
    cut = population.snapshot.published_by
    return {
        "unofficial": UNOFFICIAL,
        "as_at": population.as_at.isoformat(),
        "published_by": cut.isoformat() if cut is not None else None,
        "complete_to": population.complete_to.isoformat(),
        "status": population.status.value,
    }


def standing_line(population: Population) -> str:
    """The same in a line."""
    cut = population.snapshot.published_by
    reports = f", reports published by {cut}" if cut is not None else ""
    said = (
        f"As at {population.as_at}{reports}; register complete to {population.complete_to}; {population.status.value}."
    )
    return f"{said} {UNOFFICIAL}"
