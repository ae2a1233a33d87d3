"""Random corrections of a register, as a producer makes them between two releases; the rules of records still hold."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from tests.factories import coding, document, findings, inspection, printed, visit
from tests.generative.codings import CODING_EDITS, coded
from tests.generative.registers import OUTCOMES, REGIONS, THEMES, registers

from areasend.framework import packaged_framework
from areasend.register import (
    Bound,
    Inspection,
    Key,
    LocalArea,
    PrintedFigure,
    Register,
    Respondent,
    Source,
    SurveyReturn,
    ThematicVisit,
    Unit,
)

COMPARED = (
    "outcomes-since-2023.england.total",
    "outcomes-by-region.london.inconsistent",
    "outcome-shares-by-region.england.inconsistent_pct",
    "coverage.england.inspected",
    "working-days-to-publication.england.median",
    "working-days-to-publication.england.maximum",
    "thematic-visits.2023.local_areas",
    "",
)

SHARES = (
    f"themes.{THEMES[0]}.afi_pct",
    f"themes.{THEMES[0]}.afi_pct",
    f"themes.{THEMES[1]}.apa_pct",
    "leadership-changes.widespread_systemic_failings.changed_pct",
    "leadership-changes.england.changed_pct",
    "",
)
RETURNS = tuple(
    SurveyReturn(
        id=Key(f"survey-{respondent}"),
        document=Key("early"),
        place="Page 1",
        respondent=respondent,
        responses=7,
        bound=Bound.AS_STATED,
        qualifier="",
        period_start=date(2023, 1, 1),
        period_end=date(2023, 12, 31),
    )
    for respondent in (Respondent.ALL, Respondent.PRACTITIONERS, Respondent.PARENTS_AND_CARERS)
)


OF_INSPECTIONS = ("findings", "codings", "adjudications", "leadership_statements")


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Register, Register]:
    """A register and the same one after some edits."""
    before = draw(registers())
    before = replace(before, printed_figures=tuple(draw(_printed_figures())))
    after = before
    for edit in draw(st.lists(st.sampled_from(EDITS), max_size=4)):
        after = edit(draw, after)
    return before, after


@st.composite
def coded_pairs(draw: st.DrawFn) -> tuple[Register, Register]:
    """The same with codings, and shares of themes that were printed."""
    before = draw(coded())
    shares = draw(_printed_figures(SHARES, unit=Unit.PERCENT))
    before = replace(before, printed_figures=tuple(shares), survey_returns=tuple(RETURNS))
    after = before
    for edit in draw(st.lists(st.sampled_from((*EDITS, *CODING_EDITS, correct_share, correct_return)), max_size=4)):
        after = edit(draw, after)
    return before, after


@st.composite
def _printed_figures(
    draw: st.DrawFn, figures: tuple[str, ...] = COMPARED, unit: Unit = Unit.COUNT
) -> list[PrintedFigure]:
    wanted = draw(st.lists(st.sampled_from(figures), max_size=4))
    return [
        printed(
            f"p-{number}",
            str(draw(st.integers(0, 9))),
            unit=unit,
            figure=figure,
            as_at=draw(st.sampled_from([date(2023, 12, 31), date(2024, 12, 31)])),
            document="early",
        )
        for number, figure in enumerate(wanted)
    ]


def _one(draw: st.DrawFn, records: tuple[Any, ...]) -> Any:
    return draw(st.sampled_from(records)) if records else None


def _sound(entries: list[Inspection], areas: tuple[LocalArea, ...]) -> bool:
    """Ids and reports are unique, and areas exist when they are inspected."""
    codes = {area.gss_code for area in areas}
    reports = [entry.report_url for entry in entries if entry.report_url is not None]
    unique = len({entry.inspection_id for entry in entries}) == len(entries) and len(set(reports)) == len(reports)
    return unique and all(entry.gss_code in codes for entry in entries)


def _with(register: Register, entries: list[Inspection]) -> Register:
    return replace(register, inspections=tuple(entries)) if _sound(entries, register.local_areas) else register


def _changed(draw: st.DrawFn, register: Register, change: Any) -> Register:
    chosen = _one(draw, register.inspections)
    if chosen is None:
        return register
    new = change(chosen)
    edited = _with(register, [new if entry is chosen else entry for entry in register.inspections])
    carried = {
        table: tuple(filter(None, (_carried(entry, chosen, new) for entry in getattr(register, table))))
        for table in OF_INSPECTIONS
    }
    return replace(edited, **carried) if edited is not register else register


def _carried(entry: Any, old: Inspection, new: Inspection) -> Any:
    """A finding, a coding or the like stays with its inspection; without its dates an inspection has none."""
    if entry.inspection_id != old.inspection_id:
        return entry
    if new.inspection_start is None:
        return None
    return replace(entry, gss_code=new.gss_code, local_area=new.local_area, inspection_start=new.inspection_start)


def add_inspection(draw: st.DrawFn, register: Register) -> Register:
    of = _one(draw, register.local_areas)
    start = date(2023, 1, 9) + timedelta(weeks=draw(st.integers(0, 260)))
    outcome = draw(st.sampled_from(OUTCOMES))
    published = draw(st.none() | st.integers(20, 90).map(lambda days: start + timedelta(days=days)))
    found = inspection(
        of, start, outcome=outcome, published=published, report=f"https://example.org/added/{start}/{of.gss_code}"
    )
    return _with(register, [*register.inspections, found]) if of.exists_on(start) else register


def remove_inspection(draw: st.DrawFn, register: Register) -> Register:
    chosen = _one(draw, register.inspections)
    kept: dict[str, Any] = {
        table: tuple(entry for entry in getattr(register, table) if entry.inspection_id != chosen.inspection_id)
        for table in (OF_INSPECTIONS if chosen is not None else ())
    }
    inspections = tuple(entry for entry in register.inspections if entry is not chosen)
    return replace(register, inspections=inspections, **kept)


def record_findings(draw: st.DrawFn, register: Register) -> Register:
    """Read from a report, or taken away again."""
    chosen = _one(draw, tuple(entry for entry in register.inspections if entry.inspection_start))
    if chosen is None:
        return register
    others = [entry for entry in register.findings if entry.inspection_id != chosen.inspection_id]
    uncoded = {
        table: tuple(entry for entry in getattr(register, table) if entry.inspection_id != chosen.inspection_id)
        for table in ("codings", "adjudications")
    }
    return replace(register, findings=(*others, *findings(chosen, afi=draw(st.integers(0, 3)))), **uncoded)


def record_codings(draw: st.DrawFn, register: Register) -> Register:
    """Of a finding that has none by this coder yet, given again with other themes, or taken away; never of one form
    where those of its kind are coded in the other."""
    finding, by = _one(draw, register.findings), _one(draw, register.coders)
    if finding is None or by is None:
        return register
    if any(entry.unit_id == coding(finding, whole=True).unit_id for entry in register.codings):
        return register
    new = coding(finding, *draw(st.lists(st.sampled_from(THEMES), max_size=2, unique=True)), by=by.coder)
    others = [entry for entry in register.codings if entry.coding_id != new.coding_id]
    settled = {entry.unit_id for entry in register.adjudications}
    gone = new.unit_id not in settled and draw(st.booleans())
    return replace(register, codings=tuple(others if gone else [*others, new]))


def correct_leadership(draw: st.DrawFn, register: Register) -> Register:
    chosen = _one(draw, register.leadership_statements)
    edited = (
        replace(entry, changed=not entry.changed) if entry is chosen else entry
        for entry in register.leadership_statements
    )
    return replace(register, leadership_statements=tuple(edited))


def correct_outcome(draw: st.DrawFn, register: Register) -> Register:
    outcome = draw(st.sampled_from((*OUTCOMES, None)))
    return _changed(draw, register, lambda entry: replace(entry, outcome=outcome))


def correct_days(draw: st.DrawFn, register: Register) -> Register:
    shift, ends = timedelta(days=draw(st.integers(-200, 200))), draw(st.booleans())

    def moved(entry: Inspection) -> Inspection:
        if entry.inspection_start is None or entry.inspection_end is None:
            return entry
        start = entry.inspection_start if ends else max(entry.inspection_start + shift, date(2023, 1, 2))
        return replace(entry, inspection_start=start, inspection_end=max(start, entry.inspection_end + shift))

    return _changed(draw, register, moved)


def record_days(draw: st.DrawFn, register: Register) -> Register:
    start = draw(st.dates(date(2023, 1, 2), date(2027, 12, 31)))
    return _changed(
        draw, register, lambda entry: replace(entry, inspection_start=start, inspection_end=start + timedelta(days=4))
    )


def correct_publication(draw: st.DrawFn, register: Register) -> Register:
    day = draw(st.none() | st.dates(date(2023, 6, 1), date(2027, 12, 31)))
    return _changed(
        draw, register, lambda entry: replace(entry, publication_date=day) if entry.inspection_start else entry
    )


def correct_what_counts_for_nothing(draw: st.DrawFn, register: Register) -> Register:
    return _changed(draw, register, lambda entry: replace(entry, note="Read again.", source=Source.REPORT))


def correct_area(draw: st.DrawFn, register: Register) -> Register:
    of = _one(draw, register.local_areas)
    return _changed(draw, register, lambda entry: replace(entry, gss_code=of.gss_code, local_area=of.name))


def move_region(draw: st.DrawFn, register: Register) -> Register:
    region = draw(st.sampled_from(REGIONS))
    ofsted = packaged_framework().ofsted_region_of(region).name
    return _area_changed(draw, register, lambda area: replace(area, ons_region=region, ofsted_region=ofsted))


def end_area(draw: st.DrawFn, register: Register) -> Register:
    last = draw(st.none() | st.dates(date(2023, 12, 31), date(2027, 3, 31)))
    return _area_changed(draw, register, lambda area: replace(area, valid_to=last))


def _area_changed(draw: st.DrawFn, register: Register, change: Any) -> Register:
    """The first area stays, so that there is always one."""
    chosen = _one(draw, register.local_areas[1:])
    areas = tuple(change(area) if area is chosen else area for area in register.local_areas)
    return replace(register, local_areas=areas)


def add_visit(draw: st.DrawFn, register: Register) -> Register:
    of = _one(draw, register.local_areas)
    found = visit(
        of, draw(st.integers(2023, 2026)), theme=draw(st.sampled_from(["another theme", "alternative provision"]))
    )
    known = {(entry.year, entry.gss_code, entry.theme) for entry in register.thematic_visits}
    new = (found.year, found.gss_code, found.theme) not in known
    return replace(register, thematic_visits=(*register.thematic_visits, *((found,) if new else ())))


def remove_visit(draw: st.DrawFn, register: Register) -> Register:
    chosen: ThematicVisit | None = _one(draw, register.thematic_visits)
    return replace(register, thematic_visits=tuple(e for e in register.thematic_visits if e is not chosen))


def add_document(draw: st.DrawFn, register: Register) -> Register:
    known = {entry.id for entry in register.documents}
    return replace(register, documents=(*register.documents, *([document("more")] if "more" not in known else [])))


def correct_share(draw: st.DrawFn, register: Register) -> Register:
    """A printed share, its base, its date, its publication, or what it is of; or it is taken away."""
    chosen = _one(draw, register.printed_figures)
    change = draw(st.sampled_from(["value", "figure", "as_at", "document", "base", "unit", ""]))
    values: dict[str, Any] = {
        "value": printed(value=draw(st.sampled_from(["5", "50", "50.0"]))).value,
        "figure": draw(st.sampled_from(SHARES)),
        "as_at": date(2023, 6, 30),
        "document": document("late").id,
        "base": draw(st.none() | st.integers(1, 9)),
        "unit": Unit.COUNT,
    }
    kept = [entry for entry in register.printed_figures if change or entry is not chosen]
    edited = (replace(p, **{change: values[change]}) if change and p is chosen else p for p in kept)
    return replace(register, printed_figures=tuple(edited))


def correct_return(draw: st.DrawFn, register: Register) -> Register:
    """A number of answers, or a group is taken away."""
    chosen, number = _one(draw, register.survey_returns), draw(st.integers(0, 3))
    edited = [replace(entry, responses=number) if entry is chosen else entry for entry in register.survey_returns]
    return replace(register, survey_returns=tuple(entry for entry in edited if number or entry.id != chosen.id))


def correct_quotation(draw: st.DrawFn, register: Register) -> Register:
    chosen = _one(draw, register.printed_figures)
    change = draw(st.sampled_from(["value", "figure", "as_at", "document"]))
    values: dict[str, Any] = {
        "value": printed(value=str(draw(st.integers(0, 9)))).value,
        "figure": draw(st.sampled_from(COMPARED)),
        "as_at": date(2023, 6, 30),
        "document": document("late").id,
    }
    edited = (replace(p, **{change: values[change]}) if p is chosen else p for p in register.printed_figures)
    return replace(register, printed_figures=tuple(edited))


EDITS = (
    add_inspection,
    remove_inspection,
    record_findings,
    record_codings,
    correct_leadership,
    correct_outcome,
    correct_days,
    record_days,
    correct_publication,
    correct_what_counts_for_nothing,
    correct_area,
    move_region,
    end_area,
    add_visit,
    remove_visit,
    add_document,
    correct_quotation,
)
