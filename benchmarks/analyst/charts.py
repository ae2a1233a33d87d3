"""The charts and the map of hexagons, as matplotlib and geopandas draw them, each as SVG and as PNG."""

from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from shapely.geometry import Polygon

from analyst.records import NOT_APPLICABLE, OUTCOMES, START, Records

COLOURS = {
    "Typically positive": "#12436d",
    "Inconsistent": "#28a197",
    "Widespread and/or systemic failings": "#801650",
    "Not yet inspected": "#d9d9d9",
}
TITLES = {
    "outcomes-in-year": "Full inspections in the year, by outcome",
    "outcomes-since-2023": "Full inspections since January 2023, by outcome",
    "outcomes-by-region": "Full inspections since January 2023, by region and outcome",
    "areas-first-inspected": "Local areas inspected at least once, by quarter",
    "working-days": "Reports by working days from inspection to publication",
    "map": "Local areas by latest outcome",
}
# In metres: 153 hexagons of this radius cover about as much as England.
RADIUS, AREAS = 18_000, 153


def write_charts(tables: Mapping[str, pd.DataFrame], records: Records, out: Path) -> None:
    out.mkdir()
    mpl.use("agg")
    mpl.rcParams["svg.fonttype"] = "none"
    for name in ("outcomes-in-year", "outcomes-since-2023", "outcomes-by-region"):
        save(name, stacked_bars(tables[name]), out)
    save("areas-first-inspected", first_inspected(records), out)
    save("working-days", working_days(records), out)
    save("map", hexagon_map(tables["areas"], records), out)


def save(name: str, axes: Axes, out: Path) -> None:
    for form in ("svg", "png"):
        axes.figure.savefig(out / f"{name}.{form}", bbox_inches="tight")
    plt.close(axes.figure)


def stacked_bars(counts: pd.DataFrame) -> Axes:
    bars = counts.set_index(counts.columns[0])[list(OUTCOMES)].rename(columns=OUTCOMES)[::-1]
    height = 1.5 + 0.4 * len(bars)
    axes = bars.plot.barh(stacked=True, color=COLOURS, edgecolor="white", figsize=(9, height), ylabel="", width=0.7)
    for drawn in axes.containers:
        labels = [f"{bar.get_width():.0f}" if bar.get_width() else "" for bar in drawn]
        axes.bar_label(drawn, labels, label_type="center", color="white")
    axes.set_xlabel("Full inspections")
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3, frameon=False)
    return axes


def first_inspected(records: Records) -> Axes:
    first = records.inspections.groupby("gss_code")["inspection_end"].min().dt.to_period("Q")
    quarters = pd.period_range(START, records.as_at, freq="Q")
    so_far = first.value_counts().reindex(quarters, fill_value=0).cumsum()
    so_far.index = quarters.strftime("Q%q %Y")
    axes = so_far.plot.bar(figsize=(9, 4), color=COLOURS["Typically positive"], rot=0, ylabel="Local areas")
    axes.bar_label(axes.containers[0])
    axes.axhline(len(records.areas), color="black", linewidth=1)
    axes.text(-0.4, len(records.areas) - 8, f"All {len(records.areas)} local areas")
    return axes


def working_days(records: Records) -> Axes:
    days = records.inspections["working_days"].dropna().astype(int)
    bands = np.arange(0.5, days.max() + 10, 10)
    axes = days.plot.hist(bins=bands, figsize=(9, 4), color=COLOURS["Typically positive"], edgecolor="white")
    axes.set_xlabel("Working days")
    axes.set_ylabel("Reports")
    axes.bar_label(axes.containers[0])
    return axes


def hexagon_map(areas: pd.DataFrame, records: Records) -> Axes:
    latest = areas["latest_outcome"].replace(NOT_APPLICABLE, "Not yet inspected")
    centres = records.areas.set_index("gss_code").loc[areas["gss_code"], ["easting", "northing"]].to_numpy(float)
    frame = gpd.GeoDataFrame({"outcome": latest}, geometry=hexagons(centres))
    axes = plt.subplots(figsize=(7, 8))[1]
    for outcome, shapes in frame.groupby("outcome"):
        shapes.plot(ax=axes, color=COLOURS[outcome], edgecolor="white")
    handles = [plt.Rectangle((0, 0), 1, 1, color=colour) for colour in COLOURS.values()]
    labels = [f"{name} ({(latest == name).sum()})" for name in COLOURS]
    axes.legend(handles, labels, loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2, frameon=False)
    axes.set_axis_off()
    return axes


def hexagons(centres: np.ndarray) -> list[Polygon]:
    """One for each area: the nearest that is free. Where areas lie close together they are placed last."""
    radius = RADIUS * np.sqrt(AREAS / len(centres))
    step = np.sqrt(3) * radius
    (left, bottom), (right, top) = centres.min(axis=0) - 5 * radius, centres.max(axis=0) + 5 * radius
    rows = np.arange(bottom, top, 1.5 * radius)
    grid = np.array([(x + i % 2 * step / 2, y) for i, y in enumerate(rows) for x in np.arange(left, right, step)])
    apart = np.hypot(*(centres[:, None] - centres[None, :]).T)
    middles = np.empty_like(centres)
    for area in np.argsort(-np.sort(apart)[:, 5]):
        nearest = np.hypot(*(grid - centres[area]).T).argmin()
        middles[area] = grid[nearest]
        grid = np.delete(grid, nearest, axis=0)
    angles = np.radians(np.arange(30, 390, 60))
    corners = radius * np.column_stack([np.cos(angles), np.sin(angles)])
    return [Polygon(middle + corners) for middle in middles]
