"""The codings themselves: who coded, what each coder gave, and for each theme the inspections in which it was seen."""

from collections.abc import Iterator, Sequence

from areasend.register import Inspection
from areasend.statistics.area_columns import GSS_CODE, INSPECTION_START, LOCAL_AREA, code, day, text
from areasend.statistics.figure import count
from areasend.statistics.markers import Marker
from areasend.statistics.outcome_cells import label_column
from areasend.statistics.population import Population
from areasend.statistics.table import Cell, Column, ColumnKind, Measure, Row, Table, figure_id
from areasend.statistics.themes.coded import (
    SHORT_SCOPES,
    CodedFindings,
    Place,
    Scope,
    coded_findings,
    theme_notes,
)
from areasend.themes import CodedUnit, settled

_NO_THEME = "no theme"
_UNIT = "findings, or all findings of a kind in a report"
_NO_TEXT = (
    "Where the report is not at hand, its findings of a kind were coded together: then neither the finding nor its "
    "page is known here."
)


def coders(population: Population) -> Table:
    """Who or what coded, and how much."""
    table, found = "coders", coded_findings(population)
    rows = tuple(
        Row(
            key=entry.coder,
            cells=(
                str(entry.coder),
                entry.made_by.value,
                entry.description,
                entry.locked,
                count(
                    figure_id(table, entry.coder, "units"),
                    f"Units coded by {entry.coder}, {population.since_start}",
                    [unit.id for unit in found.units if entry.coder in unit.codes],
                    unit=_UNIT,
                ),
                count(
                    figure_id(table, entry.coder, "reopened"),
                    f"Codings by {entry.coder} that the codebook reopened, {population.since_start}",
                    found.reopened.get(entry.coder, ()),
                    unit=_UNIT,
                ),
            ),
        )
        for entry in found.coders
    )
    return Table(
        id=table,
        title=f"Who or what coded findings to themes, England, {population.since_start}",
        description="Each coder: a person, or a pass of a model",
        measure=Measure.INSPECTIONS,
        period=population.since_start,
        columns=(
            label_column("coder", "Coder", "Key of the coder"),
            text("made_by", "Made by", "person or model"),
            text("description", "Description", "Who or what coded, and how"),
            day("locked", "Locked", "Day on which the coder was done"),
            Column(
                name="units",
                title="Units coded",
                kind=ColumnKind.COUNT,
                description="Findings, or all findings of a kind in a report together, that this coder coded",
            ),
            Column(
                name="reopened",
                title="Reopened",
                kind=ColumnKind.COUNT,
                description="Those that a change of the codebook reopened, so that these codings count nowhere for now",
            ),
        ),
        rows=rows,
        notes=theme_notes(population),
    )


def codings(population: Population) -> Table:
    """Each finding, or all of a kind in a report, with the themes of each coder and those that hold."""
    found, inspections = coded_findings(population), _by_id(population)
    names = [str(entry.coder) for entry in found.coders]
    rows = []
    for unit in found.units:
        entry = inspections[unit.inspection_id]
        held = settled(unit)
        said: list[Cell] = [_themes(unit.codes[name]) if name in unit.codes else Marker.NOT_AVAILABLE for name in names]
        adjudicated = Marker.NOT_APPLICABLE if unit.adjudicated is None else _themes(unit.adjudicated)
        cells = (*_unit_cells(unit, entry, found), *said, adjudicated, _themes(held.themes))
        rows.append(Row(key=unit.id, cells=cells))
    return Table(
        id="codings",
        title=f"Codings of findings to themes, England, {population.since_start}",
        description="Each finding that was coded, with the themes that each coder gave it, by their keys",
        measure=Measure.INSPECTIONS,
        period=population.since_start,
        columns=(
            GSS_CODE,
            LOCAL_AREA,
            INSPECTION_START,
            *_UNIT_COLUMNS,
            *(
                text(
                    f"by_{name.replace('-', '__')}", f"Coder {name}", f"Themes that the coder {name} gave", marked=True
                )
                for name in names
            ),
            text("adjudicated", "Settled by a person", "Themes that a person settled on, where one did", marked=True),
            text("holds", "Holds", "Themes that more than half of the coders gave, or that a person settled on"),
        ),
        rows=tuple(rows),
        dimensions=5,
        notes=(*theme_notes(population), _NO_TEXT),
    )


_UNIT_COLUMNS = (
    code("kind", "Kind of finding", "afi: area for improvement; apa: area for priority action"),
    code("finding", "Finding", "Kind of the finding and its number in the report, as in its id", marked=True),
    code("page", "Page", "Page of the report on which the finding begins", marked=True),
)


def _unit_cells(unit: CodedUnit, entry: Inspection, found: CodedFindings) -> tuple[Cell, ...]:
    begins = found.page(unit.id)
    number: Cell = Marker.NOT_AVAILABLE if unit.whole else unit.id.removeprefix(f"{unit.inspection_id}-")
    page: Cell = Marker.NOT_AVAILABLE if begins is None else f"page {begins}"
    start = entry.inspection_start or Marker.NOT_AVAILABLE
    return (entry.gss_code, entry.local_area, start, unit.kind, number, page)


def _themes(themes: Sequence[str]) -> str:
    return "; ".join(themes) or _NO_THEME


def _by_id(population: Population) -> dict[str, Inspection]:
    return {entry.inspection_id: entry for entry in population.inspections(population.since_start)}


def theme_areas(population: Population) -> Table:
    """For each theme, the inspections and kinds in which any coder saw it, whether it counts and whether all agree."""
    found, inspections = coded_findings(population), _by_id(population)
    places = sorted(found.holds, key=lambda place: (inspections[place[0]].local_area, *place))
    rows = [
        Row(
            key=f"{theme.key}-{inspection}-{kind}",
            cells=(
                theme.name,
                inspections[inspection].gss_code,
                inspections[inspection].local_area,
                inspections[inspection].inspection_start or Marker.NOT_AVAILABLE,
                SHORT_SCOPES[Scope(kind)],
                *_seen(theme.key, (inspection, kind), found),
            ),
        )
        for theme in found.codebook.themes
        for inspection, kind in places
        if _is_seen(theme.key, (inspection, kind), found)
    ]
    return Table(
        id="theme-areas",
        title=f"Local areas by theme, England, {population.since_start}",
        description="Each theme with the inspections in which a coder saw it, where in the report, and who agrees",
        measure=Measure.INSPECTIONS,
        period=population.since_start,
        columns=(
            label_column("theme", "Theme", "Theme of the codebook"),
            GSS_CODE,
            LOCAL_AREA,
            INSPECTION_START,
            text("finding", "Kind of finding", "Area for improvement or for priority action"),
            text("where", "Findings and pages", "Number of each finding that has it, with its page", marked=True),
            text("coders", "Coders who saw it", "Keys of the coders", marked=True),
            text("counted", "Counted", "Whether the theme counts in this inspection"),
            text("agreement", "Agreement", "How many of the coders saw it, and whether a person settled a finding"),
        ),
        rows=tuple(rows),
        dimensions=5,
        notes=(*theme_notes(population), _NO_TEXT),
    )


def _is_seen(theme: str, place: Place, found: CodedFindings) -> bool:
    given = (themes for part in found.parts.get(place, ()) for themes in (*part.codes.values(), part.adjudicated or ()))
    return any(theme in themes for themes in given)


def _seen(theme: str, place: Place, found: CodedFindings) -> tuple[Cell, ...]:
    """Where in the report, which coders saw it at first, whether it counts, and how far they agree."""
    parts, held = found.parts[place], found.holds[place]
    coders = sorted({coder for part in parts for coder in part.codes})
    saw = [coder for coder in coders if any(theme in part.codes.get(coder, ()) for part in parts)]
    counted = "no: the coders are even" if theme in held.undecided else "yes" if theme in held.themes else "no"
    agreement = "all agree" if saw == coders else f"{len(saw)} of {len(coders)}"
    agreement = agreement if coders else "no coding stands"
    if any(part.adjudicated is not None for part in parts):
        agreement += "; a person settled a finding"
    where = "; ".join(_places(theme, parts, found))
    nowhere = Marker.NOT_AVAILABLE if any(part.whole for part in parts) else Marker.NOT_APPLICABLE
    return (where or nowhere, "; ".join(saw) or Marker.NOT_APPLICABLE, counted, agreement)


def _places(theme: str, parts: Sequence[CodedUnit], found: CodedFindings) -> Iterator[str]:
    """Each finding to which a coder, or the person who settled it, gave the theme."""
    for part in parts:
        given = part.codes.values() if part.adjudicated is None else [part.adjudicated]
        if not part.whole and any(theme in themes for themes in given):
            page = found.page(part.id)
            yield part.id.rpartition("-")[2] + ("" if page is None else f" (page {page})")


__all__ = ["coders", "codings", "theme_areas"]
