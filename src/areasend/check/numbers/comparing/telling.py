"""How numbers, values and readings are said in messages."""

from areasend.check.numbers.comparing.known import Known
from areasend.check.numbers.reading.model import Number, Relation
from areasend.check.numbers.records.counting import Counting
from areasend.statistics import long_date


def shown(number: Number) -> str:
    """A number as it is printed."""
    return number.text


def said(number: Number) -> str:
    """A number with its relation: "more than 15"."""
    return number.text if number.relation is Relation.EXACT else f"{number.relation.value} {number.text}"


def values_said(known: Known) -> str:
    """The values that would be right, each once.

    Two readings may give one value, and then it is said once.
    """
    return " or ".join(dict.fromkeys(f"{value:f}" for value in known.values))


def records_said(known: Known) -> str:
    """What was counted, reading by reading."""
    return "; ".join(known.counted)


def standing(counting: Counting | None) -> str:
    """What a reader must know of records that may not be whole."""
    if counting is None or counting.is_complete:
        return ""
    held = counting.snapshot
    if held.as_at > held.completeness.complete_to:
        why = f"complete to {long_date(held.completeness.complete_to)}"
    else:
        why = "only what was published by a day counts"
    return f" The records are not whole at this date ({why}), so this may be the records’."
