"""The table of agreement as text for people, and as CSV and JSON for programs."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any

from areasend.formats import csv_bytes, json_bytes
from areasend.themes.agreement.estimates import Estimate
from areasend.themes.agreement.rows import Agreement
from areasend.themes.agreement.sentences import rounded

PLACES = 6
_MEASURES = ("raw", "kappa", "alpha", "ac1")
_HEADING = (
    "level",
    "among",
    "kind",
    "theme",
    "between",
    "coders",
    "units",
    "decisions",
    "areas",
    *(f"{name}{part}" for name in _MEASURES for part in ("", "_low", "_high", "_interval", "_undefined", "_why_not")),
    "yes",
    "answers",
    "notes",
)


def agreement_csv(rows: Iterable[Agreement]) -> bytes:
    """A line for each row. Lists are in the order of the coders and parted by semicolons; pooled is `all`."""
    return csv_bytes(_HEADING, (_cells(row) for row in rows))


def agreement_json(rows: Iterable[Agreement], *, seed: int, resamples: int, source: str) -> bytes:
    """Values with six decimal places; what has none says why."""
    head = {"source": source, "seed": seed, "resamples": resamples, "confidence": 0.95}
    return json_bytes(head | {"agreement": [_values(row) for row in rows]})


def _cells(row: Agreement) -> list[str]:
    return [
        row.level.value,
        row.among.value,
        row.kind or "all",
        row.theme or "all",
        row.between.value,
        ";".join(row.coders),
        str(row.units),
        str(row.decisions),
        str(row.areas),
        *(cell for estimate in _estimates(row) for cell in _estimate_cells(estimate)),
        ";".join(str(share.yes) for share in row.shares),
        ";".join(str(share.decisions) for share in row.shares),
        " ".join(row.notes),
    ]


def _estimates(row: Agreement) -> Sequence[Estimate]:
    return (row.raw, row.kappa, row.alpha, row.ac1)


def _estimate_cells(estimate: Estimate) -> Iterator[str]:
    interval = estimate.interval
    yield "" if estimate.value is None else rounded(Fraction(estimate.value), PLACES)
    for end in (None, None) if interval is None else (interval.low, interval.high):
        yield "" if end is None else rounded(Fraction(end), PLACES)
    yield "" if interval is None or interval.low is None else interval.method.value
    yield "" if interval is None else str(interval.undefined)
    yield why_not(estimate)


def why_not(estimate: Estimate) -> str:
    """Why there is no value, or no interval; empty where there are both."""
    if estimate.why_not is not None:
        return f"not estimable: {estimate.why_not}"
    if estimate.interval is not None and estimate.interval.why_not is not None:
        return f"no interval: {estimate.interval.why_not}"
    return ""


def _values(row: Agreement) -> dict[str, Any]:
    return {
        "level": row.level.value,
        "among": row.among.value,
        "kind": row.kind or None,
        "theme": row.theme or None,
        "between": row.between.value,
        "coders": list(row.coders),
        "units": row.units,
        "decisions": row.decisions,
        "areas": row.areas,
        **{name: _estimate_values(estimate) for name, estimate in zip(_MEASURES, _estimates(row), strict=True)},
        "kappa_is": "Cohen's kappa" if len(row.coders) < 3 else "mean of Cohen's kappa over pairs",
        "yes": {share.coder: {"yes": share.yes, "answers": share.decisions} for share in row.shares},
        "notes": list(row.notes),
    }


def _estimate_values(estimate: Estimate) -> dict[str, Any]:
    if estimate.value is None:
        return {"value": None, "why_not": str(estimate.why_not)}
    interval, told = estimate.interval, {"value": float(rounded(Fraction(estimate.value), PLACES))}
    if interval is None or interval.low is None:
        return told | {"interval": None, "why_not": why_not(estimate).removeprefix("no interval: ")}
    made = {"interval_is": interval.method.value, "undefined": interval.undefined}
    return told | {"interval": [interval.low, interval.high]} | made


__all__ = ["agreement_csv", "agreement_json", "why_not"]
