"""What a benchmark run says: medians, ratios with their spread over the rounds, and whether the aim is met."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import Any

from measure import Cost

AIM = 1 / 3
MEASURES = ("cpu_s", "wall_s", "peak_mb")
NAMES = {"cpu_s": "CPU", "wall_s": "wall time", "peak_mb": "peak memory"}


def summary(costs: Mapping[str, Sequence[Cost]], *, rows: tuple[int, int], times: int) -> dict[str, Any]:
    """The figures of a run; `rows` are the inspections of the register as it is and grown `times` times."""
    one, grown = "1x", f"{times}x"
    extra = [
        1000 * (large.cpu_s - small.cpu_s) * 100 / (rows[1] - rows[0])
        for small, large in zip(costs[f"areasend {one}"], costs[f"areasend {grown}"], strict=True)
    ]
    return {
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "repeats": len(costs[f"areasend {one}"]),
        "times": times,
        "inspections": list(rows),
        "variants": {
            name: {m: spread([getattr(c, m) for c in runs]) for m in MEASURES} for name, runs in costs.items()
        },
        "areasend / analyst": ratios(costs, f"areasend {one}", f"analyst {one}"),
        f"areasend / analyst, both {grown}": ratios(costs, f"areasend {grown}", f"analyst {grown}"),
        f"areasend {grown} / {one}": ratios(costs, f"areasend {grown}", f"areasend {one}"),
        f"analyst {grown} / {one}": ratios(costs, f"analyst {grown}", f"analyst {one}"),
        "cpu ms per 100 inspections more": spread(extra),
    }


def ratios(costs: Mapping[str, Sequence[Cost]], above: str, below: str) -> dict[str, dict[str, float]]:
    """Each measure of one variant over the other's: within a round, then over the rounds."""
    pairs = list(zip(costs[above], costs[below], strict=True))
    return {m: spread([getattr(one, m) / getattr(other, m) for one, other in pairs]) for m in MEASURES}


def spread(values: Sequence[float]) -> dict[str, float]:
    return {"median": median(values), "min": min(values), "max": max(values)}


def report_lines(results: Mapping[str, Any]) -> Iterator[str]:
    """The whole report for a terminal."""
    few, many = results["inspections"]
    yield f"Python {results['python']}, {results['cores']} cores, {results['repeats']} rounds, median (least to most)"
    yield "Whole builds from nothing: data, workbook, pages, charts and the map of hexagons"
    yield f"1x: {few} inspections in the register; {results['times']}x: {many}, and 5 times the local areas"
    yield ""
    yield line("variant", "CPU s", "wall s", "peak MB")
    for name, costs in results["variants"].items():
        yield line(name, *(shown(costs[m], ".0f" if m == "peak_mb" else ".2f") for m in MEASURES))
    yield ""
    yield line("ratio, within a round", *NAMES.values())
    for name, found in results.items():
        if " / " in name:
            yield line(name, *(shown(found[m], ".2f") for m in MEASURES))
    yield ""
    slope = shown(results["cpu ms per 100 inspections more"], ".0f")
    yield f"Slope of areasend: {slope} ms CPU per 100 inspections more, with the areas and quotations grown beside them"
    yield aim_line(results["areasend / analyst"]["cpu_s"])


def aim_line(ratio: Mapping[str, float]) -> str:
    met = "met" if ratio["median"] <= AIM else "NOT met"
    return f"Aim, a third of the analyst's CPU or less: {met} in this run (ratio {ratio['median']:.2f})"


def line(name: str, *cells: str) -> str:
    return f"{name:<32}" + "".join(f"{cell:>24}" for cell in cells)


def shown(values: Mapping[str, float], form: str) -> str:
    return f"{values['median']:{form}} ({values['min']:{form}} to {values['max']:{form}})"
