"""What had begun by the date of the records, in the months and years that limits count by."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from areasend.programme.configuration.model import Begun
from areasend.programme.forecasting.follow_ups import Ints


class Already:
    """Counts of inspections by year and by month, named `(2026,)` and `(2026, 6)`, and by region in a month."""

    def __init__(self, begun: Iterable[Begun], regions: Sequence[str]) -> None:
        self._full: Counter[tuple[int, ...]] = Counter()
        self._all: Counter[tuple[int, ...]] = Counter()
        self._in_region: Counter[tuple[tuple[int, ...], int]] = Counter()
        for entry in begun:
            month = (entry.day.year, entry.day.month)
            self._all.update((month, month[:1]))
            self._full.update((month, month[:1]) if entry.kind.is_full else ())
            self._in_region[month, regions.index(entry.region)] += 1

    def counts(self, period: tuple[int, ...]) -> tuple[int, int]:
        """Full inspections of a month or year, and all."""
        return self._full[period], self._all[period]

    def by_region(self, month: tuple[int, ...], regions: int) -> Ints:
        """All inspections of a month by the place of their region."""
        return np.array([self._in_region[month, place] for place in range(regions)], dtype=np.int32)
