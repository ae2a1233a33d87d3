"""Intervals of the framework in words."""

from areasend.framework.model import Hedge, Relation


def interval_words(hedge: Hedge, relation: Relation, months: int) -> str:
    """An interval with the hedge of its source.

    >>> interval_words(Hedge.USUALLY, Relation.WITHIN, 36), interval_words(Hedge.APPROXIMATELY, Relation.WITHIN, 18)
    ('usually within 3 years', 'within approximately 18 months')
    """
    years, rest = divmod(months, 12)
    length = f"{months} months" if rest else f"{years} years" if years > 1 else "1 year"
    if relation is Relation.AFTER:
        return f"{hedge.value} {length} after the report"
    return f"within approximately {length}" if hedge is Hedge.APPROXIMATELY else f"{hedge.value} within {length}"
