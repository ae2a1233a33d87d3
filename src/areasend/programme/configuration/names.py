"""Local areas and regions by the words that a planner writes: a code, or any name that the register knows."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Protocol

from areasend.framework import Framework
from areasend.programme.configuration.sheet import Sheet
from areasend.programme.configuration.spelling import nearest, spelt
from areasend.register import AreaCode, AreaName, LocalArea


class KnownAreas(Protocol):
    """Local areas and their other names: a snapshot, or records as they are."""

    @property
    def local_areas(self) -> tuple[LocalArea, ...]: ...

    @property
    def area_names(self) -> tuple[AreaName, ...]: ...


class Names:
    """Looks up what a planner's files name; what it does not know it tells as a fault."""

    def __init__(self, known: KnownAreas, framework: Framework, as_at: date) -> None:
        self._as_at = as_at
        self._areas: dict[str, LocalArea] = {area.gss_code: area for area in known.local_areas}
        self._proper: dict[str, set[str]] = defaultdict(set)
        self._others: dict[str, set[str]] = defaultdict(set)
        for area in known.local_areas:
            for name in (area.gss_code, area.name, area.plain_name):
                self._proper[spelt(name)].add(area.gss_code)
            for name in area.predecessors:
                self._others[spelt(name)].add(area.gss_code)
        for other in known.area_names:
            self._others[spelt(other.name)].add(other.gss_code)
        self._known = [
            *(area.plain_name for area in known.local_areas),
            *(entry.name for entry in known.area_names),
        ]
        self._regions = {
            spelt(text): entry.name for entry in framework.ofsted_regions for text in (entry.key, entry.name)
        }

    def area(self, text: str, key: str, sheet: Sheet, *, is_secret: bool = False) -> AreaCode | None:
        """The code of a local area that exists; None, with a fault, if there is none or more than one.

        The fault shows no area where the text `is_secret`, as that of a pin is, whose week another fault may show.
        """
        codes = self._proper.get(spelt(text)) or self._others.get(spelt(text), set())
        existing = [area for area in self._of(codes) if area.exists_on(self._as_at)]
        if len(existing) == 1:
            return existing[0].gss_code
        if is_secret:
            rule = (
                "more than one local area has this name" if existing else "no local area of today has this name or code"
            )
            sheet.fault(key, None, rule, "Write the code of a local area")
        elif existing:
            meant = " or ".join(f"{area.plain_name} ({area.gss_code})" for area in existing)
            sheet.fault(key, text, "more than one local area has this name", f"Write the code: {meant}")
        elif codes:
            sheet.fault(key, text, f"this local area does not exist on {self._as_at}", "Name one that does")
        else:
            remedy = f"Write its name or its code{nearest(text, self._known)}"
            sheet.fault(key, text, "no local area has this name or code", remedy)
        return None

    def region(self, text: str, key: str, sheet: Sheet) -> str | None:
        """The name of an Ofsted region; None, with a fault, if it is none."""
        found = self._regions.get(spelt(text))
        if found is None:
            known = sorted(set(self._regions.values()))
            sheet.fault(
                key, text, "no region of the framework", f"Use one of: {'; '.join(known)}{nearest(text, known)}"
            )
        return found

    def name(self, gss_code: str) -> str:
        return self._areas[gss_code].plain_name

    def official_name(self, gss_code: str) -> str:
        """Its name as records of inspections have it."""
        return self._areas[gss_code].name

    def region_of(self, gss_code: str) -> str:
        """The name of the Ofsted region that a local area lies in."""
        return self._areas[gss_code].ofsted_region

    def _of(self, codes: Iterable[str]) -> list[LocalArea]:
        return [self._areas[code] for code in sorted(codes)]
