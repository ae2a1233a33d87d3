"""A person's corrections applied to a reading: each holds if the reader still reads what the person saw.

Where the reader now reads what the person wrote, nothing is left to do. Where it reads anything else, the correction
is stale: it is not applied, and is a problem until a person has looked again.
"""

from collections.abc import Sequence
from dataclasses import replace

from areasend.register import Register, packaged_register
from areasend.reports.area_names import AreaNames
from areasend.reports.columns import COUNTS
from areasend.reports.correcting_statements import Verdict, corrected_statements, stale, verdict_on
from areasend.reports.corrections import Correction, Corrections
from areasend.reports.in_area import found_anew, identified, in_area
from areasend.reports.kinds import DESCRIPTIONS, DocumentKind
from areasend.reports.reading import NOT_FOUND, Origin, Problem, Reading, Value

CORRECTED_UNDER = "corrections_sha256"
_UNDER_OTHERS = "one under others: read the report again with `--corrections` and the file that is kept"
"""The field that says under which corrections a reading stands."""

# What a person who names the area answers with it.
_OF_THE_AREA = {"local_area", "urn", "la_code", "ofsted_region", "ons_region", "title_name", "inspection_id"}


def corrected(reading: Reading, corrections: Corrections, *, register: Register | None = None) -> Reading:
    """The reading under the corrections of its report: without the problems that they settle, with what is stale.

    For a reading whose area has been looked for; it is looked for again where a person corrected the names that it goes
    by. Dates of publication and rules across fields come after. A reading that stands under these corrections comes
    back as it is; one under other corrections with a problem.
    """
    wanted, stands = corrections.sha256_of(reading.sha256), reading.text(CORRECTED_UNDER)
    if wanted == stands:
        return reading
    if stands:
        return reading.with_problems(
            _problem(CORRECTED_UNDER, "a reading under the corrections that are kept of the report", _UNDER_OTHERS)
        )
    if reading.document is not DocumentKind.FULL_INSPECTION:
        found = DESCRIPTIONS[reading.document]
        return reading.with_problems(_problem(CORRECTED_UNDER, "a full inspection report, as was corrected", found))
    mine = corrections.of(reading.sha256)
    values, stale_values = _with_values(reading, mine, register or packaged_register())
    whole, stale_statements = _with_statements(values, mine)
    over = looked_at(whole, corrections)
    kept = tuple(problem for problem in whole.problems if problem.field not in over)
    under = Value(field=CORRECTED_UNDER, value=wanted, origin=Origin.CORRECTION)
    return replace(whole, problems=kept).with_values(under).with_problems(*stale_values, *stale_statements)


def looked_at(reading: Reading, corrections: Corrections) -> frozenset[str]:
    """The fields of a reading that stand as a person corrected or confirmed them: their problems are looked at."""
    fields = {value.field for value in reading.values if value.origin is Origin.CORRECTION}
    for entry in corrections.of(reading.sha256):
        if entry.statement is None and reading.text(entry.field) == entry.corrected:
            fields.add(entry.field)
    fields |= {f"section {kind}" for kind, count in COUNTS.items() if count in fields}
    fields |= _OF_THE_AREA if "gss_code" in fields else set()
    return frozenset(fields)


def _problem(field: str, expected: str, found: str) -> Problem:
    return Problem(field=field, page=0, expected=expected, found=found)


def _with_values(reading: Reading, mine: Sequence[Correction], register: Register) -> tuple[Reading, list[Problem]]:
    """Fields of the inspection; what the register says of an area follows its code, or the names it is found by."""
    names = AreaNames(register)
    problems: list[Problem] = []
    changed: set[str] = set()
    given = {entry.field for entry in mine}
    for entry in mine:
        if entry.statement is not None:
            continue
        stands = reading.get(entry.field) or Value(field=entry.field, value="")
        verdict = verdict_on(entry, stands.value)
        if verdict is Verdict.STALE:
            problems.append(stale(entry, stands.value, reading.page_of(entry.field)))
        elif verdict is Verdict.APPLIES:
            reading = reading.with_values(replace(stands, value=entry.corrected, origin=Origin.CORRECTION))
            changed |= {entry.field} if stands.value != entry.corrected else set()
    if "gss_code" in changed:
        area = names.area(reading.text("gss_code"))
        reading = in_area(reading, area)
        if area is None:
            found = reading.text("gss_code") or NOT_FOUND
            problems.append(_problem("gss_code", "a local area of the register", found))
    elif changed & {"title_name", "local_authority"} and "gss_code" not in given:
        reading = found_anew(reading, names)
    return identified(reading) if changed else reading, problems


def _with_statements(reading: Reading, mine: Sequence[Correction]) -> tuple[Reading, list[Problem]]:
    """Statements: changed, taken out and added, then numbered anew; the counts follow."""
    told: list[Problem] = []
    for kind, count in COUNTS.items():
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
