"""How many inspections are to come, with intervals: outcomes drawn, their follow-ups added, the capacity applied.

Names no area. Loads numpy and, through planning, OR-Tools, so it is a door of its own.
"""

from areasend.programme.forecasting.forecast import forecast_of
from areasend.programme.forecasting.intervals import Interval
from areasend.programme.forecasting.model import (
    WANTED,
    EndRow,
    Enough,
    Forecast,
    RegionRow,
    Settings,
    TermRow,
    YearRow,
)
from areasend.programme.forecasting.writing import forecast_files, forecast_page, forecast_text, in_short

__all__ = [
    "WANTED",
    "EndRow",
    "Enough",
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
