"""A forecast as plain text of at most 100 columns."""

import textwrap
from collections.abc import Iterator

from areasend.framework import Framework
from areasend.programme.forecasting.intervals import Interval
from areasend.programme.forecasting.model import Forecast
from areasend.programme.forecasting.writing.tables import Series, series_of
from areasend.programme.forecasting.writing.words import UNOFFICIAL, assumptions, in_short, span
from areasend.programme.writing.wording import day_words

_WIDTH = 100


def forecast_text(found: Forecast, framework: Framework) -> str:
    """The whole forecast; lines end with LF."""
    return "\n".join([*_lines(found, framework), ""])


def _lines(found: Forecast, framework: Framework) -> Iterator[str]:
    settings = found.settings
    yield f"Forecast of area SEND inspections from {day_words(found.as_at)} to {day_words(settings.until)}"
    yield from textwrap.wrap(UNOFFICIAL, _WIDTH)
    yield f"{settings.draws:,} draws, seed {settings.seed}."
    yield ""
    for sentence in in_short(found):
        yield from textwrap.wrap(sentence, _WIDTH)
    for series in series_of(found):
        yield ""
        yield from _table(series)
    yield ""
    yield "What this assumes"
    for paragraph in assumptions(found, framework):
        yield from textwrap.wrap(paragraph, _WIDTH, initial_indent="- ", subsequent_indent="  ")


def _table(series: Series) -> Iterator[str]:
    yield series.title
    wide = max(len(label) for label, _ in series.rows)
    yield f"{'':{wide}}  {'middle':>6}  {'50% interval':>13}  {'90% interval':>13}"
    for label, interval in series.rows:
        yield f"{label:{wide}}  {interval.median:>6}  {half(interval):>13}  {most(interval):>13}"


def half(interval: Interval) -> str:
    """The 50% interval in words."""
    return span(interval.low_50, interval.high_50)


def most(interval: Interval) -> str:
    """The 90% interval in words."""
    return span(interval.low_90, interval.high_90)
