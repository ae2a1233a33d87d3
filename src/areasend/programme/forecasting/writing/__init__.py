"""Writing a forecast: CSV files, text, and a page with charts. Same forecast, same bytes; no area is named."""

from areasend.framework import Framework
from areasend.programme.forecasting.model import Forecast
from areasend.programme.forecasting.writing.page import forecast_page
from areasend.programme.forecasting.writing.tables import csv_files
from areasend.programme.forecasting.writing.text import forecast_text
from areasend.programme.forecasting.writing.words import in_short

__all__ = ["forecast_files", "forecast_page", "forecast_text", "in_short"]


def forecast_files(found: Forecast, framework: Framework, *, version: str) -> dict[str, bytes]:
    """Every file of a forecast by its name."""
    return {
        **csv_files(found),
        "forecast.txt": forecast_text(found, framework).encode(),
        "forecast.html": forecast_page(found, framework, version=version),
    }
