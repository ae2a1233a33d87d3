"""How far the report reaches: inspections by how they were coded, and what the printed parts of surveys add up to."""

from collections.abc import Iterator, Sequence

from areasend.register import Bound, Inspection, Key, Respondent, SurveyReturn
from areasend.statistics.area_columns import count_column, text
from areasend.statistics.figure import Figure, Kind, count
from areasend.statistics.outcome_cells import ENGLAND, UNIT, label_column
from areasend.statistics.periods import Period
from areasend.statistics.population import Population, ids
from areasend.statistics.quoted_tables import cited
from areasend.statistics.table import Cell, Column, ColumnKind, Measure, Row, Table, figure_id
from areasend.statistics.themes.coded import coded_findings, theme_notes, with_outcome

_PARTS = "survey-parts"
_CODED = "coded-inspections"


def coded_inspections(population: Population) -> Table:
    """How many inspections were coded finding by finding, how many as a whole for want of the text, how many not."""
    found = coded_findings(population)
    every = with_outcome(population)
    by_finding = {unit.inspection_id for unit in found.counted_units if not unit.whole}
    coded = {entry.inspection_id for entry in found.coded}

    def row(key: str, name: str, inspections: Sequence[Inspection]) -> Row:
        label = f"{name}, {population.since_start}"
        return Row(
            key=key, cells=(name, count(figure_id(_CODED, key, "inspections"), label, ids(inspections), unit=UNIT))
        )

    one_by_one = [entry for entry in every if entry.inspection_id in by_finding]
    together = [entry for entry in every if entry.inspection_id in coded - by_finding]
    return Table(
        id=_CODED,
        title=f"Inspections by how their findings were coded, England, {population.since_start}",
        description="Full inspections with an outcome, by whether each finding was coded by itself",
        measure=Measure.INSPECTIONS,
        period=population.since_start,
        columns=(
            label_column("coded", "Coded", "How the findings of the inspection were coded"),
            Column(name="inspections", title="Inspections", kind=ColumnKind.COUNT, description="Full inspections"),
        ),
        rows=(
            row("by-finding", "Finding by finding, with the text of the report", one_by_one),
            row("together", "The findings of a kind together, without the text", together),
            row("not-coded", "Not coded", [entry for entry in every if entry.inspection_id not in coded]),
            row(ENGLAND, "England", every),
        ),
        notes=theme_notes(population),
    )


def survey_parts(population: Population) -> Table:
    """What the numbers of answers add up to, group by group as printed, beside the printed total."""
    return Table(
        id=_PARTS,
        title=f"Responses to inspection surveys: parts and total as published, England, {population.since_start}",
        description="The printed numbers of each group of respondents added up, beside the printed total",
        measure=Measure.QUOTED,
        period=population.since_start,
        columns=(
            text("document", "Publication", "Where the numbers were published"),
            text("period", "Period", "Period that the publication states"),
            count_column(
                "parts", "Parts as printed, added up", "The numbers of the groups, added up as they are printed"
            ),
            count_column("total", "Total as printed", "The printed number of every respondent"),
            count_column("difference", "Total less parts", "The printed total less the parts added up"),
            text("remark", "Remark", "Whether parts and total can both hold"),
        ),
        rows=tuple(_rows(population)),
        dimensions=2,
        notes=("The parts are added up as printed; a number after “over” or “more than” is a lower bound.",),
    )


def _rows(population: Population) -> Iterator[Row]:
    groups: dict[tuple[Key, Period], list[SurveyReturn]] = {}
    for entry in population.snapshot.survey_returns:
        groups.setdefault((entry.document, Period(entry.period_start, entry.period_end)), []).append(entry)
    documents = {document.id: document for document in population.snapshot.documents}
    for (document, period), entries in groups.items():
        totals = [entry for entry in entries if entry.respondent is Respondent.ALL]
        parts = [entry for entry in entries if entry.respondent is not Respondent.ALL]
        if totals and parts:
            cells = _cells(f"{totals[0].id}", parts, totals[0])
            yield Row(key=totals[0].id, cells=(cited(documents[document]), str(period), *cells), period=period)


def _cells(key: str, parts: Sequence[SurveyReturn], total: SurveyReturn) -> tuple[Cell, ...]:
    added = sum(entry.responses for entry in parts)

    def figure(column: str, label: str, value: int, kind: Kind, records: Sequence[SurveyReturn]) -> Figure:
        return Figure(
            id=figure_id(_PARTS, key, column),
            label=f"Survey responses, {label}",
            kind=kind,
            unit="responses",
            value=value,
            records=tuple(entry.id for entry in records),
        )

    return (
        figure("parts", "the printed parts added up", added, Kind.DIFFERENCE, parts),
        figure("total", "the printed total", total.responses, Kind.QUOTED, (total,)),
        figure("difference", "printed total less parts", total.responses - added, Kind.DIFFERENCE, (*parts, total)),
        _remark(added, parts, total),
    )


def _remark(added: int, parts: Sequence[SurveyReturn], total: SurveyReturn) -> str:
    """Whether both can hold: a part that is a lower bound may be more, and so may a total that is one."""
    if added == total.responses:
        return "The parts add up to the total."
    may_be_more = any(entry.bound is Bound.LOWER for entry in (parts if added < total.responses else (total,)))
    if may_be_more:
        return "Both can hold, because a number among them is a lower bound."
    return "As printed, the parts add up to another number than the total."


__all__ = ["coded_inspections", "survey_parts"]
