"""Random registers that keep every rule of the records: areas that come and go, re-inspections, gaps in the records."""

from datetime import date, timedelta

from hypothesis import strategies as st
from tests.factories import (
    INCONSISTENT,
    POSITIVE,
    WIDESPREAD,
    adjudication,
    area,
    coder,
    coding,
    document,
    findings,
    inspection,
    leadership,
    other_name,
    register,
    topic,
    visit,
)

from areasend.register import (
    Adjudication,
    AreaName,
    Coder,
    Coding,
    Finding,
    Inspection,
    LeadershipStatement,
    LocalArea,
    Maker,
    NameKind,
    Register,
    Source,
)

REGIONS = (
    "East Midlands",
    "East of England",
    "London",
    "North East",
    "North West",
    "South East",
    "South West",
    "West Midlands",
    "Yorkshire and the Humber",
)
OUTCOMES = (POSITIVE, INCONSISTENT, WIDESPREAD)
THEMES = ("governance", "waiting_times", "early_help")
CODERS = ("amber", "basalt", "cedar")
FIRST_MONDAY = date(2023, 1, 2)
DATES = st.dates(date(2023, 6, 1), date(2028, 6, 30))


@st.composite
def local_areas(draw: st.DrawFn) -> list[LocalArea]:
    found = []
    for number in range(1, draw(st.integers(2, 9)) + 1):
        life = draw(st.sampled_from(["old", "old", "old", "formed", "ended"]))
        found.append(
            area(
                number,
                region=draw(st.sampled_from(REGIONS)),
                valid_from=draw(st.dates(date(2019, 4, 1), date(2027, 4, 1))) if life == "formed" else None,
                valid_to=draw(st.dates(date(2024, 3, 31), date(2027, 3, 31)))
                if life == "ended" and number > 1
                else None,
                predecessors=(f"Former {number}",) if life == "formed" else (),
            )
        )
    return [area(99), *found]


@st.composite
def names_of(draw: st.DrawFn, of: LocalArea) -> list[AreaName]:
    """Any names of an area's own, and a former one that others share."""
    own = draw(st.dictionaries(st.sampled_from("ABC"), st.sampled_from(NameKind), max_size=2))
    shared = [other_name(of, "Oldshire", NameKind.FORMER)] if draw(st.booleans()) else []
    return [other_name(of, f"{letter} of {of.name}", kind) for letter, kind in own.items()] + shared


@st.composite
def inspections_of(draw: st.DrawFn, of: LocalArea, complete_to: date) -> list[Inspection]:
    """Up to 3, far enough apart; only those known after `complete_to` may lack their dates or their outcome."""
    found = []
    for week in sorted(draw(st.sets(st.integers(0, 24), max_size=3))):
        start = FIRST_MONDAY + timedelta(weeks=11 * week)
        end = start + timedelta(days=draw(st.integers(0, 11)))
        published = draw(st.none() | st.integers(20, 140).map(lambda days, end=end: end + timedelta(days=days)))
        may_lack = end > complete_to
        undated = may_lack and published is not None and draw(st.booleans())
        day = published if undated and published is not None else start
        if not of.exists_on(day):
            continue
        outcome = draw(st.sampled_from((*OUTCOMES, None) if may_lack else OUTCOMES))
        whole = not undated and outcome is not None
        found.append(
            inspection(
                of,
                None if undated else start,
                end=None if undated else end,
                published=published,
                outcome=outcome,
                source=draw(st.sampled_from(Source)) if whole else Source.SECONDARY,
            )
        )
    return found


@st.composite
def findings_of(draw: st.DrawFn, of: Inspection) -> list[Finding]:
    """Known of half of the inspections; urgent ones with the third outcome, or where it is not recorded."""
    if of.inspection_start is None or draw(st.booleans()):
        return []
    least, most = {WIDESPREAD: (1, 3), None: (0, 3)}.get(of.outcome, (0, 0))
    return findings(of, afi=draw(st.integers(1, 4)), apa=draw(st.integers(least, most)))


@st.composite
def coders(draw: st.DrawFn) -> list[Coder]:
    """Up to three; none is a register without codings."""
    number = draw(st.integers(0, len(CODERS)))
    return [coder(name, made_by=draw(st.sampled_from(Maker))) for name in CODERS[:number]]


@st.composite
def codings_of(draw: st.DrawFn, of: Inspection, found: list[Finding], by: list[Coder]) -> list[Coding]:
    """Of each finding by any of the coders or, where none are recorded, of a kind's findings together."""
    whole = not found
    if of.inspection_start is None or not by or (whole and draw(st.booleans())):
        return []
    themes = st.lists(st.sampled_from(THEMES), max_size=2, unique=True)
    return [
        coding(finding, *draw(themes), by=entry.coder, whole=whole)
        for finding in found or findings(of)
        for entry in draw(st.lists(st.sampled_from(by), unique=True))
    ]


@st.composite
def adjudications_of(draw: st.DrawFn, codings: list[Coding], found: list[Finding]) -> list[Adjudication]:
    """Of any of the findings that somebody coded one by one."""
    coded = {entry.unit_id for entry in codings}
    settled = [finding for finding in found if finding.finding_id in coded and draw(st.booleans())]
    return [adjudication(finding, draw(st.sampled_from(THEMES))) for finding in settled]


@st.composite
def leadership_of(draw: st.DrawFn, of: Inspection) -> list[LeadershipStatement]:
    if of.inspection_start is None or draw(st.booleans()):
        return []
    return [leadership(of, changed=draw(st.booleans()))]


@st.composite
def registers(draw: st.DrawFn) -> Register:
    complete_to = draw(st.dates(date(2023, 12, 31), date(2026, 12, 31)))
    areas = draw(local_areas())
    documents = [document("early"), document("late", published=date(2025, 6, 26))]
    visits = {
        (of.gss_code, year, theme): visit(of, year, theme=theme, document=name)
        for of, year, theme, name in draw(
            st.lists(
                st.tuples(
                    st.sampled_from(areas),
                    st.integers(2023, 2027),
                    st.sampled_from(["alternative provision", "preparation for adulthood"]),
                    st.sampled_from(["early", "late"]),
                ),
                max_size=6,
            )
        )
        if of.valid_from is None or of.valid_from.year <= year
    }
    inspections = [entry for of in areas for entry in draw(inspections_of(of, complete_to))]
    by = draw(coders())
    found = {of.inspection_id: draw(findings_of(of)) for of in inspections}
    codings = {of.inspection_id: draw(codings_of(of, found[of.inspection_id], by)) for of in inspections}
    settled = [entry for name, coded in codings.items() for entry in draw(adjudications_of(coded, found[name]))]
    return register(
        areas,
        inspections,
        found=[entry for entries in found.values() for entry in entries],
        coders=by,
        codings=[entry for entries in codings.values() for entry in entries],
        adjudications=settled,
        topics=[topic(year, document="early") for year in draw(st.sets(st.integers(2023, 2027), max_size=2))],
        leadership=[entry for of in inspections for entry in draw(leadership_of(of))],
        names=[name for of in areas for name in draw(names_of(of))],
        visits=list(visits.values()),
        documents=documents,
        complete_to=complete_to,
    )
