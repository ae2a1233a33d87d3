"""A person's corrections applied to a reading: each holds if the reader still reads what the person saw.

Where the reader now reads what the person wrote, nothing is left to do. Where it reads anything else, the correction
is stale: it is not applied, and is a problem until a person has looked again.
"""

from collections.abc import Sequence
from dataclasses import replace

from areasend.register import Register, packaged_register
from areasend.reports.correcting_statements import Verdict, corrected_statements, stale, verdict_on
from areasend.reports.corrections import Correction, Corrections
from areasend.reports.kinds import DESCRIPTIONS, DocumentKind
from areasend.reports.reading import NOT_FOUND, Origin, Problem, Reading, Value

CORRECTED_UNDER = "corrections_sha256"
"""The field that says under which corrections a reading stands."""

_COUNTS = {"apa": "n_areas_for_priority_action", "afi": "n_areas_for_improvement"}
# What a person who names the area answers with it.
_OF_THE_AREA = {"local_area", "urn", "la_code", "ofsted_region", "ons_region", "title_name", "inspection_id"}


def corrected(reading: Reading, corrections: Corrections, *, register: Register | None = None) -> Reading:
    """The reading under the corrections of its report: without the problems that they settle, with what is stale.

    For a reading whose area has been looked for; dates of publication and rules across fields come after it. A reading
    that stands under these corrections comes back as it is; one under other corrections with a problem.
    """
    wanted, stands = corrections.sha256_of(reading.sha256), reading.text(CORRECTED_UNDER)
    if wanted == stands:
        return reading
    if stands:
        return reading.with_problems(
            _problem(CORRECTED_UNDER, "a reading under the corrections that are kept of the report", "one under others")
        )
    if reading.document is not DocumentKind.FULL_INSPECTION:
        found = DESCRIPTIONS[reading.document]
        return reading.with_problems(_problem(CORRECTED_UNDER, "a full inspection report, as was corrected", found))
    mine = corrections.of(reading.sha256)
    values, stale_values = _with_values(reading, mine, register or packaged_register())
    whole, stale_statements = _with_statements(values, mine)
    over = settled(whole, corrections)
    kept = tuple(problem for problem in whole.problems if problem.field not in over)
    under = Value(field=CORRECTED_UNDER, value=wanted, origin=Origin.CORRECTION)
    return replace(whole, problems=kept).with_values(under).with_problems(*stale_values, *stale_statements)


def settled(reading: Reading, corrections: Corrections) -> frozenset[str]:
    """The fields of a reading that stand as a person corrected or confirmed them: their problems are looked at."""
    fields = {value.field for value in reading.values if value.origin is Origin.CORRECTION}
    for entry in corrections.of(reading.sha256):
        if entry.statement is None and reading.text(entry.field) == entry.corrected:
            fields.add(entry.field)
    fields |= {f"section {kind}" for kind, count in _COUNTS.items() if count in fields}
    fields |= _OF_THE_AREA if "gss_code" in fields else set()
    return frozenset(fields)


def _problem(field: str, expected: str, found: str) -> Problem:
    return Problem(field=field, page=0, expected=expected, found=found)


def _with_values(reading: Reading, mine: Sequence[Correction], register: Register) -> tuple[Reading, list[Problem]]:
    """Fields of the inspection; what the register says of an area follows its code."""
    problems: list[Problem] = []
    applied: set[str] = set()
    for entry in mine:
        if entry.statement is not None:
            continue
        stands = reading.get(entry.field) or Value(field=entry.field, value="")
        verdict = verdict_on(entry, stands.value)
        if verdict is Verdict.STALE:
            page = stands.places[0].page if stands.places else 0
            problems.append(stale(entry, stands.value, page))
        elif verdict is Verdict.APPLIES:
            reading = reading.with_values(replace(stands, value=entry.corrected, origin=Origin.CORRECTION))
            applied.add(entry.field)
    if "gss_code" in applied:
        reading, unknown = _in_area(reading, register)
        problems += unknown
    return _identified(reading) if applied & {"gss_code", "inspection_start"} else reading, problems


def _in_area(reading: Reading, register: Register) -> tuple[Reading, list[Problem]]:
    code = reading.text("gss_code")
    area = next((area for area in register.local_areas if area.gss_code == code), None)
    if area is None:
        return reading, [_problem("gss_code", "a local area of the register", code or NOT_FOUND)]
    said = {
        "local_area": area.name,
        "urn": area.ofsted_urn,
        "la_code": area.dfe_la_code,
        "ofsted_region": area.ofsted_region,
        "ons_region": area.ons_region,
    }
    return reading.with_values(
        *(Value(field=name, value=value, origin=Origin.REGISTER) for name, value in said.items())
    ), []


def _identified(reading: Reading) -> Reading:
    code, start = reading.text("gss_code"), reading.text("inspection_start")
    known = code not in ("", NOT_FOUND) and start not in ("", NOT_FOUND)
    name = f"{code}-{start}" if known else NOT_FOUND
    return reading.with_values(Value(field="inspection_id", value=name, origin=Origin.CORRECTION))


def _with_statements(reading: Reading, mine: Sequence[Correction]) -> tuple[Reading, list[Problem]]:
    """Statements: changed, taken out and added, then numbered anew; the counts follow."""
    told: list[Problem] = []
    for kind, count in _COUNTS.items():
        entries = [(at, entry) for entry in mine if (at := entry.statement) is not None and at.kind == kind]
        read = [statement for statement in reading.findings if statement.kind == kind]
        statements, problems = corrected_statements(kind, read, entries)
        told += problems
        if statements == read:
            continue
        numbered = [replace(statement, seq=seq) for seq, statement in enumerate(statements, 1)]
        others = [statement for statement in reading.findings if statement.kind != kind]
        ordered = (*numbered, *others) if kind == "apa" else (*others, *numbered)
        reading = replace(reading, findings=ordered)
        if len(statements) != len(read):
            number = Value(field=count, value=str(len(statements)), origin=Origin.CORRECTION)
            reading = reading.with_values(number)
    return reading, told
