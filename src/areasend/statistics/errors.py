"""User errors and broken promises of the statistics."""

from collections.abc import Iterable
from difflib import get_close_matches


class StatisticsError(Exception):
    """A user error of the statistics room."""


class UnknownTable(StatisticsError):
    """No table of the catalogue has the id asked for."""

    def __init__(self, wanted: str, known: Iterable[str]) -> None:
        super().__init__(f"No table has the id {wanted!r}.{_near(wanted, known)} List them with: areasend tables list")


class UnknownFigure(StatisticsError):
    """No figure of this snapshot has the id asked for; `where` says who asks, if it is not the user."""

    def __init__(self, wanted: str, known: Iterable[str], *, where: str = "") -> None:
        super().__init__(
            f"{where}No figure has the id {wanted!r}.{_near(wanted, known)} List them with: areasend figures list"
        )


class ImpossibleFigure(Exception):
    """A figure contradicts its own records: a bug of ours, never a user's."""


def _near(wanted: str, known: Iterable[str]) -> str:
    close = get_close_matches(wanted, list(known), n=3)
    return f" Did you mean {' or '.join(close)}?" if close else ""
