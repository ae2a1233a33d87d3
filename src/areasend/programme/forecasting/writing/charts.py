"""Charts of intervals as inline SVG: a row for each label; 90% is a line, 50% a bar, the middle a dot.

Drawn 320 units wide, so that nothing has to be scrolled on a small screen; a table stands beside each.
"""

from dataclasses import dataclass

from markupsafe import Markup

from areasend.programme.forecasting.intervals import Interval
from areasend.programme.forecasting.writing.tables import Series

_WIDTH, _LEFT, _RIGHT, _TOP, _ROW = 320, 98, 12, 8, 26
# Counts are grey, outcomes have the fills that releases give them, so that no colour means two things.
_COUNT = "#3d3d3d"
_OUTCOMES = ("#12436d", "#28a197", "#801650")
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class _Scale:
    """`step` is the distance of ticks, `most` the last of them."""

    step: int
    most: int

    def x(self, value: int) -> str:
        return f"{_LEFT + value * (_WIDTH - _LEFT - _RIGHT) / self.most:.1f}"


def chart_svg(series: Series) -> Markup:
    """The chart of a series; its name is its title, its values stand in the table beside it."""
    scale = _scale(max(interval.high_90 for _, interval in series.rows))
    bottom = _TOP + _ROW * len(series.rows)
    fill = _COUNT if series.outcome is None else _OUTCOMES[series.outcome % len(_OUTCOMES)]
    drawn = [
        Markup(
            '<svg class="chart" viewBox="0 0 {} {}" role="img" aria-labelledby="chart-{}-title" focusable="false">'
            '<title id="chart-{}-title">{}: chart; the table beside it has the same numbers</title>'
        ).format(_WIDTH, bottom + 24, series.key, series.key, series.title)
    ]
    for tick in range(0, scale.most + 1, scale.step):
        x = scale.x(tick)
        drawn.append(
            Markup(
                '<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/><text class="tick" x="{}" y="{}">{}</text>'
            ).format(x, x, _TOP, bottom, x, bottom + 16, tick)
        )
    for place, (label, interval) in enumerate(series.rows):
        drawn.append(_row(label, interval, scale, _TOP + _ROW * place + _ROW // 2, fill))
    return Markup("\n").join([*drawn, Markup("</svg>")])


def _row(label: str, interval: Interval, scale: _Scale, y: int, fill: str) -> Markup:
    low, high = scale.x(interval.low_90), scale.x(interval.high_90)
    left, right = scale.x(interval.low_50), scale.x(interval.high_50)
    return Markup(
        '<text class="label" x="{}" y="{}">{}</text>'
        '<path d="M{} {}H{}M{} {}v8M{} {}v8" stroke="{}" stroke-width="2" fill="none"/>'
        '<rect x="{}" y="{}" width="{:.1f}" height="10" fill="{}"/>'
        '<circle cx="{}" cy="{}" r="4" fill="#ffffff" stroke="{}" stroke-width="2"/>'
    ).format(
        _LEFT - 8,
        y + 4,
        label,
        *(low, y, high, low, y - 4, high, y - 4, fill),
        *(left, y - 5, float(right) - float(left), fill),
        *(scale.x(interval.median), y, fill),
    )


def _scale(highest: int) -> _Scale:
    """At most six ticks."""
    step = next((step for step in _STEPS if step * 5 >= highest), highest)
    return _Scale(step, step * max(1, -(-highest // step)))
