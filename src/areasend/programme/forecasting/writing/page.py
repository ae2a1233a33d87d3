"""A forecast as one HTML file that needs nothing beside it; its own policy lets nothing else in."""

import base64
import hashlib
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup

from areasend.formats import page_environment
from areasend.framework import Framework
from areasend.programme.forecasting.model import Forecast
from areasend.programme.forecasting.writing.charts import chart_svg
from areasend.programme.forecasting.writing.tables import series_of
from areasend.programme.forecasting.writing.text import half, most
from areasend.programme.forecasting.writing.words import UNOFFICIAL, assumptions, in_short, share_words
from areasend.programme.writing.wording import day_words


def forecast_page(found: Forecast, framework: Framework, *, version: str) -> bytes:
    """The file; `version` is that of areasend."""
    style = (_folder() / "assets/forecast.css").read_text(encoding="utf-8")
    text = _template()(
        found=found,
        settings=found.settings,
        series=[(series, chart_svg(series)) for series in series_of(found)],
        in_short=in_short(found),
        assumptions=assumptions(found, framework),
        unofficial=UNOFFICIAL,
        day_words=day_words,
        share_words=share_words,
        half=half,
        most=most,
        version=version,
        style=Markup(style),
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )
    return text.encode()


def _folder() -> Path:
    return Path(str(files("areasend.programme.forecasting.writing")))


@lru_cache(maxsize=1)
def _template() -> Callable[..., str]:
    return page_environment(_folder() / "templates").get_template("forecast.html.j2").render
