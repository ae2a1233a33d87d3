"""What a reading would be as register records, or why it cannot be one.

A record needs the area, both days and the outcome, each read and without a problem. Findings need more: a problem of a
statement, or of a page that is missing, leaves the inspection without its findings. Names of people, of authorities and
the words of statements stay behind.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from areasend.framework import Framework
from areasend.register import (
    FINDINGS,
    INSPECTIONS,
    CellRefused,
    Column,
    Finding,
    FindingKind,
    Inspection,
    LocalArea,
    Register,
    Source,
    faults_among,
)
from areasend.reports.area_names import AreaNames
from areasend.reports.correcting import looked_at
from areasend.reports.corrections import Corrections
from areasend.reports.reading import NOT_FOUND, FoundStatement, Problem, Reading

# Fields that no record holds, and that no rule of reading holds against one that a record holds; so are the sections
# but for those of statements. Where title page and footers give different days, the title page counts. That a document
# or an inspection was read twice is for the merge to judge.
_OF_NO_RECORD = frozenset(
    {
        "previous_inspection",
        "previously_inspected",
        "previous_inspection_start",
        "previous_inspection_end",
        "previous_revisit",
        "publication_date",
        "report_url",
        "icbs",
        "icbs_as_printed",
        "local_authority",
        "ofsted_lead_inspector",
        "cqc_lead_inspector",
        "n_inspectors_ofsted",
        "n_inspectors_cqc",
        "statutory_basis",
        "copyright_year",
        "footer_dates",
        "file",
        "inspection_id",
    }
)
# Problems that put the statements in doubt, and nothing else; those of one statement begin with its kind.
_OF_FINDINGS = frozenset(
    {"n_areas_for_priority_action", "n_areas_for_improvement", "section apa", "section afi", "pages"}
)
_OF_ONE_STATEMENT = ("apa.", "afi.")

_COLUMNS: Mapping[str, Column] = {column.name: column for column in INSPECTIONS.columns}
_BODIES = next(column for column in FINDINGS.columns if column.name == "responsible_bodies")
_NEEDED = ("gss_code", "inspection_start", "inspection_end", "outcome")
_KNOWN_PERHAPS = ("publication_date", "report_url")


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A reading as records. Without findings, `no_findings` says why."""

    file: str
    inspection: Inspection
    findings: tuple[Finding, ...]
    no_findings: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NotMerged:
    """A reading that is no record, and why."""

    file: str
    record: str
    reasons: tuple[str, ...]


def candidate(
    reading: Reading, register: Register, framework: Framework, corrections: Corrections
) -> Candidate | NotMerged:
    """The reading, under its corrections, as records of areas that are in the register."""
    over = looked_at(reading, corrections)
    problems = [problem for problem in reading.problems if problem.field not in over]
    reasons = [_told(problem) for problem in problems if _is_of_a_record(problem)]
    inspection = _inspection(reading, register, reasons)
    if inspection is None or reasons:
        return NotMerged(file=reading.file, record=reading.text("inspection_id"), reasons=tuple(reasons))
    alone = _alone(inspection, register)
    reasons += _broken(alone, framework)
    if reasons:
        return NotMerged(file=reading.file, record=inspection.inspection_id, reasons=tuple(reasons))
    doubts = [_told(problem) for problem in problems if _is_of_findings(problem)]
    findings = tuple(_findings(reading.findings, inspection, doubts))
    if findings and not doubts:
        doubts += _broken(replace(alone, findings=findings), framework)
    if not findings and not doubts:
        doubts.append("no statement was read")
    return Candidate(
        file=reading.file, inspection=inspection, findings=() if doubts else findings, no_findings="; ".join(doubts)
    )


def _inspection(reading: Reading, register: Register, reasons: list[str]) -> Inspection | None:
    """The inspection; None, and a reason more, where what it needs is missing, refused or contradicts itself."""
    before = len(reasons)
    if reading.text("inspection_type") != "full":
        reasons.append(f"inspection_type: {reading.text('inspection_type')!r} is no full inspection")
    values = _values(reading, reasons)
    area = next((area for area in register.local_areas if area.gss_code == values.get("gss_code")), None)
    if area is not None:
        reasons += _other_area(reading, area, register)
    elif "gss_code" in values:
        reasons.append(f"gss_code: no local area of these records has the code {values['gss_code']}")
    if area is None or len(reasons) > before:
        return None
    inspection = Inspection(local_area=area.name, source=Source.REPORT, note="", **values)
    if reading.text("inspection_id") != inspection.inspection_id:
        reasons.append(f"inspection_id: {reading.text('inspection_id')!r} is not {inspection.inspection_id}")
    return inspection


def _alone(inspection: Inspection, register: Register) -> Register:
    """The inspection as the only record beside its area: the rules of the register, without what others break."""
    return replace(
        register,
        local_areas=tuple(area for area in register.local_areas if area.gss_code == inspection.gss_code),
        area_names=(),
        inspections=(inspection,),
        findings=(),
        thematic_visits=(),
        survey_returns=(),
        context_figures=(),
        printed_figures=(),
        coders=(),
        codings=(),
        adjudications=(),
        thematic_topics=(),
        leadership_statements=(),
    )


def _is_of_findings(problem: Problem) -> bool:
    return problem.field in _OF_FINDINGS or problem.field.startswith(_OF_ONE_STATEMENT)


def _is_of_a_record(problem: Problem) -> bool:
    """Also of a field that is not known here: it may be any."""
    of_none = problem.field in _OF_NO_RECORD or problem.field.startswith("section ")
    return not of_none and not _is_of_findings(problem)


def _told(problem: Problem) -> str:
    page = f", page {problem.page}" if problem.page else ""
    return f"{problem.field}{page}: expected {problem.expected}; found {problem.found}"


def _values(reading: Reading, reasons: list[str]) -> dict[str, Any]:
    """The values of the record's columns that can be read; a reason for each that is missing or refused."""
    values: dict[str, Any] = {}
    for name in (*_NEEDED, *_KNOWN_PERHAPS):
        cell = reading.known(name)
        if not cell:
            if name in _NEEDED:
                reasons.append(f"{name}: not known")
            values |= {} if name in _NEEDED else {name: None}
            continue
        try:
            values[name] = _COLUMNS[name].value(cell)
        except CellRefused as refused:
            reasons.append(f"{name}: {refused} (found {cell!r})")
    return values


def _other_area(reading: Reading, area: LocalArea, register: Register) -> Iterator[str]:
    """Where the reading's other words for its area are those of another."""
    name = reading.text("local_area")
    if area.gss_code not in AreaNames(register, with_former=True).codes_of(name):
        yield f"local_area: {name!r} is no name of {area.gss_code}, which is {area.name}"
    for column, code in (("urn", area.ofsted_urn), ("la_code", area.dfe_la_code)):
        if reading.text(column) not in ("", code):
            yield f"{column}: {reading.text(column)!r} is not that of {area.name}, {code}"


def _findings(statements: Sequence[FoundStatement], inspection: Inspection, doubts: list[str]) -> Iterator[Finding]:
    """The statements as findings; a doubt for each whose bodies are not known."""
    for statement in statements:
        bodies = ";".join(statement.responsible_bodies)
        try:
            if NOT_FOUND in bodies:
                raise CellRefused("not known", "")
            values = {
                "gss_code": inspection.gss_code,
                "local_area": inspection.local_area,
                "inspection_start": inspection.inspection_start,
                "seq": statement.seq,
                "responsible_bodies": _BODIES.value(bodies),
                "page": statement.page_start or None,
                "source": Source.REPORT,
            }
        except CellRefused as refused:
            doubts.append(f"{statement.kind} {statement.seq}: responsible_bodies: {refused} (found {bodies!r})")
            continue
        yield Finding(kind=FindingKind(statement.kind), **values)


def _broken(records: Register, framework: Framework) -> list[str]:
    return [f"{fault.column}: {fault.rule} (found {fault.value!r})" for fault in faults_among(records, framework)]
