"""How much of a limit of a year or month is taken up by inspections that began before a plan does."""

from areasend.programme.configuration.model import Programme

Month = tuple[int, int]


def begun_in(programme: Programme, period: int | Month, *, full_only: bool = False, region: str = "") -> int:
    """How many inspections began in a calendar year, or in a month of one, by the date of the records.

    Of all kinds and regions, or of full inspections alone, or of one region.
    """
    return sum(
        (period == entry.day.year if isinstance(period, int) else period == (entry.day.year, entry.day.month))
        and (entry.kind.is_full or not full_only)
        and region in ("", entry.region)
        for entry in programme.begun
    )
