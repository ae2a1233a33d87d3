"""What stands in a cell that has no number, in the shorthand that official statistics agree on."""

from enum import StrEnum


class Marker(StrEnum):
    """A cell without a value says why; it is never 0, empty or not-a-number."""

    NOT_AVAILABLE = "[x]"
    SUPPRESSED = "[c]"
    NOT_APPLICABLE = "[z]"


MEANINGS = {
    Marker.NOT_AVAILABLE: "not available: the records do not hold it",
    Marker.SUPPRESSED: "suppressed, so that nobody can be identified",
    Marker.NOT_APPLICABLE: "not applicable",
}

# Beside a value, never in place of one: the shorthand for a figure that a correction changed.
REVISED = "[r]"
REVISED_MEANING = "revised: the value differs from that of the version before"
