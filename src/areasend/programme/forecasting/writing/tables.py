"""The numbers of a forecast as tables: for CSV files, and for the text and the page."""

from collections.abc import Iterator
from dataclasses import dataclass

from areasend.formats import csv_bytes
from areasend.programme.forecasting.intervals import Interval
from areasend.programme.forecasting.model import EndRow, Enough, Forecast

_ENDS = ("low_90", "low_50", "median", "high_50", "high_90")
KINDS = ("first full inspections", "repeat full inspections", "monitoring inspections")


@dataclass(frozen=True, slots=True)
class Series:
    """One number over time: a row for each label. `key` names it in ids; `outcome` is its place, or None."""

    key: str
    title: str
    rows: tuple[tuple[str, Interval], ...]
    outcome: int | None = None


def series_of(found: Forecast) -> tuple[Series, ...]:
    """What has a chart: inspections each term by kind, then full inspections each year by outcome."""
    by_term = (
        Series("first", "First full inspections each term", tuple((row.term, row.first) for row in found.terms)),
        Series("repeat", "Repeat full inspections each term", tuple((row.term, row.repeat) for row in found.terms)),
        Series(
            "monitoring", "Monitoring inspections each term", tuple((row.term, row.monitoring) for row in found.terms)
        ),
    )
    by_year = tuple(
        Series(
            f"outcome-{place + 1}",
            f"Full inspections each year with the outcome “{label}”",
            tuple((str(row.year), row.outcomes[place]) for row in found.years),
            place,
        )
        for place, label in enumerate(found.outcome_labels)
    )
    return by_term + by_year


def csv_files(found: Forecast) -> dict[str, bytes]:
    """The CSV files by name."""
    return {
        "forecast-terms.csv": csv_bytes(("term", "inspections", *_ENDS), _terms(found)),
        "forecast-outcomes.csv": csv_bytes(("year", "outcome", *_ENDS), _years(found)),
        "forecast-cycle-ends.csv": csv_bytes(
            (
                "last_day",
                "sources_say",
                "chance_all_first_inspected",
                *(f"areas_left_{name}" for name in _ENDS),
                "full_a_year_for_90_per_cent",
                "chance_at_that_number",
                *(f"repeats_overdue_{name}" for name in _ENDS),
                "full_a_year_for_90_per_cent_repeats_too",
                "chance_at_that_number_repeats_too",
            ),
            (_end(row) for row in found.ends),
        ),
        "forecast-mix.csv": csv_bytes(
            ("region", "outcome", "inspections_observed", *(f"share_per_cent_{name}" for name in _ENDS)), _mix(found)
        ),
    }


def _cells(interval: Interval) -> tuple[str, ...]:
    return tuple(str(getattr(interval, name)) for name in _ENDS)


def _terms(found: Forecast) -> Iterator[tuple[str, ...]]:
    for row in found.terms:
        for kind, interval in zip(KINDS, (row.first, row.repeat, row.monitoring), strict=True):
            yield row.term, kind, *_cells(interval)


def _years(found: Forecast) -> Iterator[tuple[str, ...]]:
    for row in found.years:
        yield str(row.year), "all", *_cells(row.full)
        for key, interval in zip(found.observed.outcomes, row.outcomes, strict=True):
            yield str(row.year), key, *_cells(interval)


def _end(row: EndRow) -> tuple[str, ...]:
    return (
        row.day.isoformat(),
        "; ".join(row.wordings),
        _share(row.chance),
        *_cells_or_none(row.left),
        *_enough(row.enough),
        *_cells_or_none(row.overdue),
        *_enough(row.all_in_time),
    )


def _cells_or_none(interval: Interval | None) -> tuple[str, ...]:
    return ("",) * len(_ENDS) if interval is None else _cells(interval)


def _enough(found: Enough | None) -> tuple[str, str]:
    return ("", "") if found is None else (str(found.full_a_year), _share(found.reached))


def _share(share: float | None) -> str:
    """Three decimals, as many as a thousand draws can tell apart."""
    return "" if share is None else f"{share:.3f}"


def _mix(found: Forecast) -> Iterator[tuple[str, ...]]:
    for row in found.regions:
        for key, count, share in zip(found.observed.outcomes, row.observed, row.shares, strict=True):
            yield row.region, key, str(count), *_cells(share)
