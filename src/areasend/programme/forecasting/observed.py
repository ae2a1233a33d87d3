"""What the snapshot shows of the past: outcomes by region, and how long reports took. No area is named."""

from collections.abc import Sequence
from dataclasses import dataclass

from areasend.framework import Framework
from areasend.programme.errors import NothingToForecast
from areasend.snapshot import Snapshot


@dataclass(frozen=True, kw_only=True, slots=True)
class Observed:
    """`counts[r][k]` inspections in the region `regions[r]` had the outcome `outcomes[k]` (keys in the framework's
    order). `lags` are the days from the last day on site to publication of each dated inspection, rising.
    """

    regions: tuple[str, ...]
    outcomes: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    lags: tuple[int, ...]

    @property
    def totals(self) -> tuple[int, ...]:
        """All regions together, by outcome."""
        return tuple(sum(column) for column in zip(*self.counts, strict=True))


def observed_in(held: Snapshot, framework: Framework) -> Observed:
    """Every inspection that counts once, re-inspections too. Raises `NothingToForecast` if no lag can be told."""
    regions = tuple(region.name for region in framework.ofsted_regions)
    version = framework.version_at(held.as_at)
    outcomes = tuple(entry.key for entry in sorted(version.outcomes, key=lambda entry: entry.order))
    region_of = {area.gss_code: area.ofsted_region for area in held.local_areas}
    counts = [[0] * len(outcomes) for _ in regions]
    lags: list[int] = []
    for entry in held.inspections:
        if entry.outcome in outcomes:
            counts[regions.index(region_of[entry.gss_code])][outcomes.index(entry.outcome)] += 1
        if entry.inspection_end is not None and entry.publication_date is not None:
            lags.append((entry.publication_date - entry.inspection_end).days)
    if not lags:
        raise NothingToForecast(
            f"As at {held.as_at} no inspection has both its last day and its publication recorded, so nothing says how "
            "long a report takes. Choose a later date."
        )
    return Observed(regions=regions, outcomes=outcomes, counts=_fixed(counts), lags=tuple(sorted(lags)))


def _fixed(counts: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(row) for row in counts)
