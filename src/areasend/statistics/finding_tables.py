"""How many areas for improvement and for priority action reports name: of one inspection, and by outcome.

Only some inspections have their findings recorded. The others have none that are known, which is not the same as none:
their cells are markers, and no average is made of the rest.
"""

from collections.abc import Mapping, Sequence

from areasend.register import Finding, FindingKind, Inspection
from areasend.statistics.figure import Figure, count
from areasend.statistics.outcome_cells import ENGLAND, UNIT, label_column
from areasend.statistics.population import Population, ids
from areasend.statistics.table import Column, ColumnKind, Measure, Row, Table, figure_id

Findings = Mapping[str, Sequence[Finding]]
_KINDS = (
    (FindingKind.AFI, "areas_for_improvement", "areas for improvement"),
    (FindingKind.APA, "areas_for_priority_action", "areas for priority action"),
)
_NOT_ALL = (
    "Areas for improvement and for priority action are counted for the inspections whose report was read for them; "
    "the table inspections says which. The numbers are not those of every inspection."
)


def findings_by_inspection(population: Population) -> Findings:
    """The findings of each inspection that has any recorded, by its id."""
    found: dict[str, list[Finding]] = {}
    for entry in population.snapshot.findings:
        found.setdefault(entry.inspection_id, []).append(entry)
    return found


def finding_columns(of: str, *, marked: bool) -> tuple[Column, Column]:
    """A column for each kind; `of` says whose findings they are."""
    improvement, urgent = (
        Column(
            name=name,
            title=noun.capitalize(),
            kind=ColumnKind.COUNT,
            description=f"{noun.capitalize()} in {of}",
            may_be_marked=marked,
        )
        for _, name, noun in _KINDS
    )
    return improvement, urgent


def finding_counts(table: str, row: str, found: Sequence[Finding], where: str) -> tuple[Figure, Figure]:
    """How many of each kind; the records are the findings, by their ids."""
    improvement, urgent = (
        count(
            figure_id(table, row, name),
            f"{noun.capitalize()}, {where}",
            [entry.finding_id for entry in found if entry.kind is kind],
            unit=noun,
        )
        for kind, name, noun in _KINDS
    )
    return improvement, urgent


def findings_by_outcome(population: Population) -> Table:
    """The inspections with recorded findings, and these, by the outcome of the inspection."""
    table, period, known = "findings-by-outcome", population.since_start, findings_by_inspection(population)
    held = [entry for entry in population.inspections(period) if entry.inspection_id in known and entry.outcome]

    def row(key: str, name: str, chosen: Sequence[Inspection]) -> Row:
        where = f"{name}, {period}" if key == ENGLAND else f"outcome {name}, England, {period}"
        read = count(
            figure_id(table, key, "inspections_with_findings"),
            f"Full inspections with recorded findings, {where}",
            ids(chosen),
            unit=UNIT,
        )
        found = [finding for entry in chosen for finding in known[entry.inspection_id]]
        return Row(key=key, cells=(name, read, *finding_counts(table, key, found, where)))

    rows = [row(o.key, o.short_label, [entry for entry in held if entry.outcome == o.key]) for o in population.outcomes]
    return Table(
        id=table,
        title=f"Areas for improvement and for priority action by outcome, England, {period}",
        description="What reports name as areas for improvement and for priority action, where that is recorded",
        measure=Measure.INSPECTIONS,
        period=period,
        columns=(
            label_column("outcome", "Outcome", "Outcome of the inspection; England is the total"),
            Column(
                name="inspections_with_findings",
                title="Inspections with recorded findings",
                kind=ColumnKind.COUNT,
                description="Full inspections whose areas for improvement and for priority action are recorded",
            ),
            *finding_columns("the reports of these inspections", marked=False),
        ),
        rows=(*rows, row(ENGLAND, "England", held)),
        notes=(*population.notes(), _NOT_ALL),
    )
