"""The class of a local area on a date: the outcome of its latest inspection, not yet inspected, or not known.

Charts, maps and lists group areas by it; `palette` gives each class its look.
"""

from collections.abc import Mapping

from areasend.framework import FrameworkVersion
from areasend.publication.palette import NOT_KNOWN, NOT_YET_INSPECTED
from areasend.statistics import ENGLAND, Cell, Figure, Marker, Stand, Table

# The columns of the table areas-by-latest-outcome that count a class; "not known" is two of them.
COUNTED_IN = {
    NOT_KNOWN: ("outcome_not_recorded", "not_established"),
    NOT_YET_INSPECTED: ("not_yet_inspected",),
}


def class_of(named: Mapping[str, Cell]) -> str:
    """The class of a row of the table areas, its cells by the names of their columns."""
    key = named["latest_outcome_key"]
    if not isinstance(key, Marker):
        return str(key)
    return NOT_YET_INSPECTED if named["status"] == Stand.NOT_YET_INSPECTED.value else NOT_KNOWN


def class_figures(table: Table, kind: str) -> tuple[Figure, ...]:
    """What counts the areas of a class in England, from the table areas-by-latest-outcome.

    Of two columns that make one class up, those that hold areas: "1 and 0" would tell a reader nothing.
    """
    columns = COUNTED_IN.get(kind, (kind,))
    figures = tuple(table.figure(ENGLAND, column) for column in columns)
    return tuple(figure for figure in figures if figure.value) or figures[:1]


def class_labels(version: FrameworkVersion) -> dict[str, str]:
    """Every class in the order of keys and lists, with its words: the outcomes first, in the framework's order."""
    outcomes = {outcome.key: outcome.label for outcome in version.outcomes}
    return outcomes | {NOT_KNOWN: "Outcome not known here", NOT_YET_INSPECTED: "Not yet inspected"}
