"""The tables of themes once more, with plain loops over the records and nothing of ours but the records themselves."""

from collections.abc import Iterator
from datetime import date

from tests.generative.counter import MERGED, OUTCOMES, key_of

from areasend.register import Inspection, Register

WIDESPREAD = OUTCOMES[2]
ONS = ("East Midlands", "East of England", "London", "North West", "South East", "South West", "West Midlands")


def half_up(part: int, base: int) -> str:
    return str((200 * part + base) // (2 * base)) if base else "[z]"


class ThemeRecount:
    def __init__(self, records: Register, as_at: date, cut: date | None, themes: tuple[str, ...]) -> None:
        self.records, self.themes = records, themes
        self.dated: list[Inspection] = []
        self.areas = {a.gss_code: a for a in records.local_areas if a.valid_from is None or a.valid_from <= as_at}
        for entry in records.inspections:
            if entry.inspection_end is None or entry.inspection_end > as_at or entry.gss_code not in self.areas:
                continue
            if cut is not None and (entry.publication_date is None or entry.publication_date > cut):
                continue
            if entry.outcome is not None:
                self.dated.append(entry)
        self.coded = [entry for entry in self.dated if self.is_coded(entry)]

    def given(self, entry: Inspection, kind: str) -> dict[str, dict[str, tuple[str, ...]]]:
        """What each coder gave each unit of a kind, and under a coder without a name what was settled."""
        units: dict[str, dict[str, tuple[str, ...]]] = {}
        for coding in self.records.codings:
            if coding.inspection_id == entry.inspection_id and coding.kind.value == kind:
                units.setdefault(coding.unit_id, {})[coding.coder] = coding.themes
        for settled in self.records.adjudications:
            if settled.unit_id in units:
                units[settled.unit_id][""] = settled.themes
        return units

    def kinds(self, entry: Inspection) -> tuple[str, ...]:
        return ("afi", "apa") if entry.outcome == WIDESPREAD else ("afi",)

    def votes(self, entry: Inspection, kind: str) -> list[set[str]] | None:
        """The themes of each coder who said something of every unit; what was settled is everybody's."""
        units = self.given(entry, kind)
        recorded = {
            finding.finding_id
            for finding in self.records.findings
            if finding.inspection_id == entry.inspection_id and finding.kind.value == kind
        }
        whole = any(unit.endswith(f"-{kind}") for unit in units)
        if not units:
            return None if recorded else [set()]
        if not whole and recorded - units.keys():
            return None
        if all("" in unit for unit in units.values()):
            return [{theme for unit in units.values() for theme in unit[""]}]
        names = {coder for unit in units.values() for coder in unit} - {""}
        found = []
        for name in names:
            said = [unit.get("", unit.get(name)) for unit in units.values()]
            if None not in said:
                found.append({theme for themes in said for theme in themes or ()})
        return found or None

    def is_coded(self, entry: Inspection) -> bool:
        every = [self.given(entry, kind) for kind in ("afi", "apa")]
        return any(every) and all(self.votes(entry, kind) is not None for kind in self.kinds(entry))

    def holds(self, entry: Inspection, theme: str, scope: str) -> bool:
        for kind in self.kinds(entry):
            votes = self.votes(entry, kind)
            assert votes is not None
            if scope in (kind, "either") and 2 * sum(theme in vote for vote in votes) > len(votes):
                return True
        return False

    def having(self, theme: str, scope: str) -> list[Inspection]:
        base = [entry for entry in self.coded if scope != "apa" or entry.outcome == WIDESPREAD]
        return [entry for entry in base if self.holds(entry, theme, scope)]

    def figures(self) -> dict[str, str]:
        return dict([*self.shares(), *self.together(), *self.by_outcome(), *self.by_region(), *self.extent()])

    def shares(self) -> Iterator[tuple[str, str]]:
        for theme in self.themes:
            for scope in ("afi", "apa", "either"):
                base = len([entry for entry in self.coded if scope != "apa" or entry.outcome == WIDESPREAD])
                number = len(self.having(theme, scope))
                yield f"themes.{theme}.{scope}", str(number)
                yield f"themes.{theme}.{scope}_base", str(base)
                yield f"themes.{theme}.{scope}_pct", half_up(number, base)

    def together(self) -> Iterator[tuple[str, str]]:
        for one in self.themes:
            for other in self.themes:
                both = [e for e in self.coded if self.holds(e, one, "either") and self.holds(e, other, "either")]
                yield f"themes-together.{one}.{other}", str(len(both))

    def by_outcome(self) -> Iterator[tuple[str, str]]:
        for theme in self.themes:
            for scope in ("afi", "either"):
                for outcome in OUTCOMES:
                    base = [entry for entry in self.coded if entry.outcome == outcome]
                    number = sum(self.holds(entry, theme, scope) for entry in base)
                    yield f"themes-by-outcome.{theme}-{scope}.{outcome}", str(number)
                    yield f"themes-by-outcome.{theme}-{scope}.{outcome}_pct", half_up(number, len(base))

    def by_region(self) -> Iterator[tuple[str, str]]:
        rows = {theme: self.having(theme, "either") for theme in self.themes} | {"england": self.coded}
        for key, entries in rows.items():
            for region in (*ONS, MERGED):
                number = sum(self.areas[entry.gss_code].ofsted_region == region for entry in entries)
                yield f"themes-by-region.{key}.{key_of(region).replace('-', '_')}", str(number)
            yield f"themes-by-region.{key}.total", str(len(entries))

    def extent(self) -> Iterator[tuple[str, str]]:
        known = {entry.inspection_id for entry in self.dated}
        single = {entry.inspection_id for entry in self.records.codings if entry.seq is not None}
        by_finding = [entry for entry in self.coded if entry.inspection_id in single]
        for key, number in (
            ("by-finding", len(by_finding)),
            ("together", len(self.coded) - len(by_finding)),
            ("not-coded", len(self.dated) - len(self.coded)),
            ("england", len(self.dated)),
        ):
            yield f"coded-inspections.{key}.inspections", str(number)
        for name in {entry.coder for entry in self.records.codings if entry.inspection_id in known}:
            mine = [e for e in self.records.codings if e.coder == name and e.inspection_id in known]
            yield f"coders.{name}.units", str(len(mine))
            yield f"coders.{name}.reopened", "0"
        said = {entry.inspection_id: entry.changed for entry in self.records.leadership_statements}
        for outcome in (*OUTCOMES, "england"):
            every = [entry for entry in self.dated if outcome in (entry.outcome, "england")]
            read = [said[entry.inspection_id] for entry in every if entry.inspection_id in said]
            yield f"leadership-changes.{outcome}.inspections", str(len(every))
            yield f"leadership-changes.{outcome}.read", str(len(read))
            yield f"leadership-changes.{outcome}.changed", str(sum(read))
            yield f"leadership-changes.{outcome}.changed_pct", half_up(sum(read), len(read))
