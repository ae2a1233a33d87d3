"""Charts as SVG for pages and as files, and as PNG, made without a browser.

Geometry is in `bars`, `columns` and `key`, which know marks and no inspections; `selection` picks what is drawn, and
`titles` words it. Every drawn value is a figure of a table that the page shows beside it.
"""

from collections.abc import Iterable, Iterator

from areasend.publication.charts.chart import Chart, Variant
from areasend.publication.charts.selection import charts, saying_revised
from areasend.publication.charts.themes import findings_charts


def chart_files(drawn: Iterable[Chart]) -> Iterator[tuple[str, bytes]]:
    """`figures/<id>.svg` and `figures/<id>.png` of each chart."""
    for chart in drawn:
        yield f"figures/{chart.id}.svg", chart.download_svg.encode()
        yield f"figures/{chart.id}.png", chart.png


__all__ = ["Chart", "Variant", "chart_files", "charts", "findings_charts", "saying_revised"]
