"""How many inspections are to come, with intervals: outcomes drawn, their follow-ups added, the capacity applied.

Names no area. Loads numpy and, through planning, OR-Tools, so it is a door of its own.
"""

from areasend.programme.forecasting.forecast import (
    WANTED,
    EndRow,
    Forecast,
    RegionRow,
    Settings,
    TermRow,
    YearRow,
    forecast_of,
)
from areasend.programme.forecasting.intervals import Interval
from areasend.programme.forecasting.writing import forecast_files, forecast_page, forecast_text, in_short

__all__ = [
    "WANTED",
    "EndRow",
    "Forecast",
    "Interval",
    "RegionRow",
    "Settings",
    "TermRow",
    "YearRow",
    "forecast_files",
    "forecast_of",
    "forecast_page",
    "forecast_text",
    "in_short",
]
