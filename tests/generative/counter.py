"""A second way to every count: plain loops over the records of a register, sharing nothing with the tables."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from holidays import country_holidays

from areasend.register import Inspection, LocalArea, Register

OUTCOMES = ("typically_positive", "inconsistent", "widespread_systemic_failings")
MERGED = "North East, Yorkshire and the Humber"
BANK_HOLIDAYS = frozenset(country_holidays("GB", subdiv="ENG", years=range(2022, 2030)))


def key_of(region: str) -> str:
    return region.lower().replace(",", "").replace(" ", "-")


def half_up(part: int, base: int) -> str:
    return str((200 * part + base) // (2 * base)) if base else "[z]"


class Recount:
    def __init__(self, records: Register, as_at: date, cut: date | None) -> None:
        self.records, self.as_at, self.cut = records, as_at, cut
        self.areas = [a for a in records.local_areas if a.valid_from is None or a.valid_from <= as_at]
        codes = [a.gss_code for a in self.areas]
        self.ended, self.held = [], []
        for entry in records.inspections:
            undated = entry.inspection_end is None
            over = as_at > records.completeness.complete_to if undated else entry.inspection_end <= as_at
            if entry.gss_code in codes and over:
                self.ended.append(entry)
                if cut is None or (entry.publication_date is not None and entry.publication_date <= cut):
                    self.held.append(entry)
        self.left_out = {entry.gss_code for entry in self.ended if entry not in self.held}
        self.dated = [entry for entry in self.held if entry.inspection_end is not None]
        self.existing = [a for a in self.areas if a.valid_to is None or as_at <= a.valid_to]

    def figures(self) -> dict[str, str]:
        return dict(
            [
                *self.by_outcome(),
                *self.over_time(),
                *self.of_areas(),
                *self.pairs(),
                *self.spread(),
                *self.behind(),
                *self.findings(),
                *self.visits(),
                *self.on_the_way(),
                *self.bands(),
            ]
        )

    def regions(self, kind: str) -> dict[str, str]:
        ons = {"East Midlands", "East of England", "London", "North West", "South East", "South West", "West Midlands"}
        more = {MERGED} if kind == "ofsted_region" else {"North East", "Yorkshire and the Humber"}
        return {key_of(name): name for name in ons | more}

    def row(self, prefix: str, entries: list[Inspection], *, counts: bool, shares: bool) -> Iterator[tuple[str, str]]:
        known = [entry for entry in entries if entry.outcome is not None]
        for outcome in OUTCOMES:
            part = 0
            for entry in known:
                part += entry.outcome == outcome
            if counts:
                yield f"{prefix}.{outcome}", str(part)
            if shares:
                yield f"{prefix}.{outcome}_pct", half_up(part, len(known))
        yield f"{prefix}.total", str(len(known))

    def by_outcome(self) -> Iterator[tuple[str, str]]:
        in_year = [entry for entry in self.dated if entry.inspection_end.year == self.as_at.year]
        yield from self.row("outcomes-in-year.england", in_year, counts=True, shares=False)
        yield from self.row("outcomes-since-2023.england", self.dated, counts=True, shares=True)
        for table, kind, shares in (
            ("outcomes-by-region", "ofsted_region", False),
            ("outcomes-by-ons-region", "ons_region", False),
            ("outcome-shares-by-region", "ofsted_region", True),
        ):
            for key, name in self.regions(kind).items():
                codes = [a.gss_code for a in self.areas if getattr(a, kind) == name]
                chosen = [entry for entry in self.dated if entry.gss_code in codes]
                yield from self.row(f"{table}.{key}", chosen, counts=True, shares=shares)
            yield from self.row(f"{table}.england", self.dated, counts=True, shares=shares)

    def over_time(self) -> Iterator[tuple[str, str]]:
        for year in range(2023, self.as_at.year + 1):
            chosen = [entry for entry in self.dated if entry.inspection_end.year == year]
            yield from self.row(f"outcomes-by-year.{year}", chosen, counts=True, shares=False)
            for quarter in (1, 2, 3, 4):
                if date(year, 3 * quarter - 2, 1) <= self.as_at:
                    months = (3 * quarter - 2, 3 * quarter - 1, 3 * quarter)
                    part = [entry for entry in chosen if entry.inspection_end.month in months]
                    yield from self.row(f"outcomes-by-quarter.{year}-q{quarter}", part, counts=True, shares=False)
        yield from self.row("outcomes-by-year.england", self.dated, counts=True, shares=False)
        yield from self.row("outcomes-by-quarter.england", self.dated, counts=True, shares=False)

    def periods(self) -> Iterator[tuple[str, str]]:
        """The first part of each id of a figure of a year or a quarter, with the period that it stands for."""
        for year in range(2023, self.as_at.year + 1):
            whole = f"{year}-01-01/{min(date(year, 12, 31), self.as_at)}"
            yield f"outcomes-by-year.{year}", whole
            yield f"working-days-to-publication.{year}", whole
            for number, first, last in ((1, "01", "03-31"), (2, "04", "06-30"), (3, "07", "09-30"), (4, "10", "12-31")):
                if date.fromisoformat(f"{year}-{first}-01") <= self.as_at:
                    end = min(date.fromisoformat(f"{year}-{last}"), self.as_at)
                    yield f"outcomes-by-quarter.{year}-q{number}", f"{year}-{first}-01/{end}"
                    yield f"areas-first-inspected.{year}-q{number}", f"{year}-{first}-01/{end}"

    def latest(self, area: LocalArea) -> Inspection | None:
        latest, last = None, date.min
        for entry in self.held:
            if entry.gss_code != area.gss_code:
                continue
            when = entry.inspection_end or entry.publication_date
            if entry.inspection_end is None and when > self.as_at:
                continue
            if when > last or (when == last and entry.inspection_end is None):
                latest, last = entry, when
        return latest

    def stand(self, area: LocalArea) -> str:
        latest = self.latest(area)
        if latest is not None:
            return latest.outcome or "outcome_not_recorded"
        of_area = [entry for entry in self.held if entry.gss_code == area.gss_code]
        return "not_established" if of_area or area.gss_code in self.left_out else "not_yet_inspected"

    def of_areas(self) -> Iterator[tuple[str, str]]:
        stands = {area.gss_code: self.stand(area) for area in self.existing}
        for key, name in (*self.regions("ofsted_region").items(), ("england", None)):
            chosen = [stands[a.gss_code] for a in self.existing if name is None or a.ofsted_region == name]
            for stand in (*OUTCOMES, "outcome_not_recorded", "not_established", "not_yet_inspected"):
                yield f"areas-by-latest-outcome.{key}.{stand}", str(chosen.count(stand))
            yield f"areas-by-latest-outcome.{key}.total", str(len(chosen))
            open_, not_yet = chosen.count("not_established"), chosen.count("not_yet_inspected")
            inspected = len(chosen) - open_ - not_yet
            yield f"coverage.{key}.local_areas", str(len(chosen))
            yield f"coverage.{key}.inspected", str(inspected)
            yield f"coverage.{key}.not_established", str(open_)
            yield f"coverage.{key}.not_yet_inspected", str(not_yet)
            yield f"coverage.{key}.inspected_pct", half_up(inspected, len(chosen))
        for area in self.existing:
            number = sum(entry.gss_code == area.gss_code for entry in self.held)
            yield f"areas.{area.gss_code}.full_inspections", str(number)

    def pairs(self) -> Iterator[tuple[str, str]]:
        found = []
        for area in self.areas:
            entries = [entry for entry in self.dated if entry.gss_code == area.gss_code]
            entries.sort(key=lambda entry: entry.inspection_end)
            if len(entries) > 1 and entries[0].outcome and entries[1].outcome:
                found.append((entries[0].outcome, entries[1].outcome))
        for first in (*OUTCOMES, "england"):
            chosen = [second for earlier, second in found if first in ("england", earlier)]
            for second in OUTCOMES:
                yield f"first-and-second-outcomes.{first}.{second}", str(chosen.count(second))
            yield f"first-and-second-outcomes.{first}.total", str(len(chosen))

    def spread(self) -> Iterator[tuple[str, str]]:
        groups = {outcome: [e for e in self.dated if e.outcome == outcome] for outcome in OUTCOMES}
        for year in range(2023, self.as_at.year + 1):
            groups[str(year)] = [e for e in self.dated if e.inspection_end.year == year]
        for key, entries in (groups | {"england": self.dated}).items():
            days = sorted(working_days(e.inspection_end, e.publication_date) for e in entries if e.publication_date)
            yield f"working-days-to-publication.{key}.reports", str(len(days))
            for name, value in zip(("minimum", "median", "maximum"), least_middle_most(days), strict=True):
                yield f"working-days-to-publication.{key}.{name}", value
        for entry in self.held:
            known = entry.inspection_end is not None and entry.publication_date is not None
            days = str(working_days(entry.inspection_end, entry.publication_date)) if known else "[x]"
            yield f"inspections.{entry.inspection_id}.working_days_to_publication", days

    def on_the_way(self) -> Iterator[tuple[str, str]]:
        """Day by day: an area is seen for the first time on the last day of an inspection, and never again."""
        ends: dict[date, set[str]] = {}
        for entry in self.dated:
            ends.setdefault(entry.inspection_end, set()).add(entry.gss_code)
        codes, seen, day = {a.gss_code for a in self.existing}, set(), date(2023, 1, 1)
        fresh = 0
        while day <= self.as_at:
            found = (ends.get(day, set()) & codes) - seen
            fresh, seen = fresh + len(found), seen | found
            tomorrow = day + timedelta(days=1)
            if tomorrow > self.as_at or (tomorrow.day == 1 and tomorrow.month in (1, 4, 7, 10)):
                row = f"areas-first-inspected.{day.year}-q{(day.month - 1) // 3 + 1}"
                yield f"{row}.first_inspected", str(fresh)
                yield f"{row}.cumulative", str(len(seen))
                yield f"{row}.local_areas", str(len(codes))
                fresh = 0
            day = tomorrow

    def bands(self) -> Iterator[tuple[str, str]]:
        days = [working_days(e.inspection_end, e.publication_date) for e in self.dated if e.publication_date]
        named = {"0-to-10": range(11), "over-100": range(101, 1000)}
        named |= {f"{ten + 1}-to-{ten + 10}": range(ten + 1, ten + 11) for ten in range(10, 100, 10)}
        for key, wanted in named.items():
            yield f"reports-by-working-days.{key}.reports", str(sum(number in wanted for number in days))
        yield "reports-by-working-days.england.reports", str(len(days))

    def behind(self) -> Iterator[tuple[str, str]]:
        by_then = self.cut or self.as_at
        later = [e for e in self.held if e.publication_date is not None and e.publication_date > by_then]
        for name, number in (
            ("held", len(self.held)),
            ("report", sum(e.source.value == "report" for e in self.held)),
            ("secondary", sum(e.source.value == "secondary" for e in self.held)),
            ("undated", len(self.held) - len(self.dated)),
            ("no-outcome", sum(e.outcome is None for e in self.held)),
            ("published-later", len(later)),
            ("left-out", len(self.ended) - len(self.held)),
        ):
            yield f"register-completeness.{name}.inspections", str(number)

    def found(self, entry: Inspection) -> tuple[int, int] | None:
        """How many areas for improvement and for priority action a report names, if that is recorded."""
        mine = [
            finding.kind.value
            for finding in self.records.findings
            if (finding.gss_code, finding.inspection_start) == (entry.gss_code, entry.inspection_start)
        ]
        return (mine.count("afi"), mine.count("apa")) if mine else None

    def findings(self) -> Iterator[tuple[str, str]]:
        columns = ("areas_for_improvement", "areas_for_priority_action")
        totals = {key: [0, 0, 0] for key in (*OUTCOMES, "england")}
        for entry in self.held:
            numbers = self.found(entry)
            if numbers is None:
                continue
            for column, number in zip(columns, numbers, strict=True):
                yield f"inspections.{entry.inspection_id}.{column}", str(number)
            for key in filter(None, (entry.outcome, entry.outcome and "england")):
                totals[key] = [old + new for old, new in zip(totals[key], (1, *numbers), strict=True)]
        for key, counts in totals.items():
            for column, number in zip(("inspections_with_findings", *columns), counts, strict=True):
                yield f"findings-by-outcome.{key}.{column}", str(number)
        for area in self.existing:
            latest = self.latest(area)
            numbers = None if latest is None else self.found(latest)
            for column, number in zip(columns, numbers or (), strict=False):
                yield f"areas.{area.gss_code}.{column}", str(number)

    def visits(self) -> Iterator[tuple[str, str]]:
        codes = [a.gss_code for a in self.areas]
        ended = self.as_at.year if (self.as_at.month, self.as_at.day) == (12, 31) else self.as_at.year - 1
        seen = [v for v in self.records.thematic_visits if v.year <= ended and v.gss_code in codes]
        for year in {v.year for v in seen}:
            themes = {v.theme for v in seen if v.year == year}
            for theme in themes:
                row = str(year) if len(themes) == 1 else f"{year}-{theme.replace(' ', '-')}"
                number = sum((v.year, v.theme) == (year, theme) for v in seen)
                yield f"thematic-visits.{row}.local_areas", str(number)
        yield "thematic-visits.england.local_areas", str(len({v.gss_code for v in seen}))


@cache
def working_days(end: date, published: date) -> int:
    """One day after another, with somebody else's bank holidays."""
    found, day = 0, end
    while day < published:
        day += timedelta(days=1)
        found += day.weekday() < 5 and day not in BANK_HOLIDAYS
    return found


def least_middle_most(days: list[int]) -> tuple[str, str, str]:
    if not days:
        return "[z]", "[z]", "[z]"
    middle = days[(len(days) - 1) // 2] + days[len(days) // 2]
    return str(days[0]), f"{middle // 2}.5" if middle % 2 else str(middle // 2), str(days[-1])
