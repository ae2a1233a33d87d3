"""Records for tests: each function makes one sound record, in which only what a test says differs from the usual."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from areasend.framework import packaged_framework
from areasend.register import (
    Adjudication,
    AreaCode,
    AreaName,
    AuthorityType,
    Coder,
    Coding,
    Completeness,
    ContextFigure,
    DfeCode,
    Document,
    Finding,
    FindingKind,
    Inspection,
    Key,
    LeadershipStatement,
    LocalArea,
    Maker,
    NameKind,
    PrintedFigure,
    Register,
    Source,
    SurveyReturn,
    ThematicTopic,
    ThematicVisit,
    Unit,
    Urn,
    WebAddress,
)
from areasend.snapshot import Snapshot, freeze
from areasend.statistics import Population
from areasend.themes import CodebookHistory, packaged_codebooks

POSITIVE, INCONSISTENT, WIDESPREAD = "typically_positive", "inconsistent", "widespread_systemic_failings"
LAST_OF_2024 = date(2024, 12, 31)


def day(text: str) -> date:
    return date.fromisoformat(text)


def area(
    number: int = 1,
    *,
    region: str = "London",
    name: str | None = None,
    valid_from: date | None = None,
    valid_to: date | None = None,
    predecessors: tuple[str, ...] = (),
) -> LocalArea:
    """A local area in an ONS region; its Ofsted region follows from that."""
    return LocalArea(
        gss_code=AreaCode(f"E06{number:06d}"),
        name=name or f"Area {number}",
        plain_name=name or f"Area {number}",
        dfe_la_code=DfeCode(str(200 + number)),
        ofsted_urn=Urn(str(80000 + number)),
        authority_type=AuthorityType.UNITARY_AUTHORITY,
        ons_region=region,
        ofsted_region=packaged_framework().ofsted_region_of(region).name,
        valid_from=valid_from,
        valid_to=valid_to,
        predecessors=predecessors,
        easting=400000 + number,
        northing=300000 + number,
    )


def other_name(of: LocalArea, name: str, kind: NameKind = NameKind.SHORT) -> AreaName:
    return AreaName(gss_code=of.gss_code, local_area=of.name, name=name, kind=kind)


def inspection(
    of: LocalArea,
    start: date | None = date(2024, 1, 22),
    *,
    end: date | None = None,
    published: date | None = None,
    outcome: str | None = INCONSISTENT,
    source: Source = Source.SECONDARY,
    report: str | None = "",
    note: str = "",
) -> Inspection:
    """An inspection from Monday to Friday, published as told or never; its report has an address of its own."""
    address = f"https://reports.example.org/{of.gss_code}/{start or published}" if report == "" else report
    return Inspection(
        gss_code=of.gss_code,
        local_area=of.name,
        inspection_start=start,
        inspection_end=end if end is not None or start is None else start + timedelta(days=4),
        publication_date=published,
        outcome=outcome,
        report_url=WebAddress(address) if address is not None else None,
        source=source,
        note=note,
    )


def findings(of: Inspection, *, afi: int = 1, apa: int = 0, page: int | None = None) -> list[Finding]:
    """The findings of an inspection that has its dates: so many of each kind, all on one page if that is told."""
    assert of.inspection_start is not None
    return [
        Finding(
            gss_code=of.gss_code,
            local_area=of.local_area,
            inspection_start=of.inspection_start,
            kind=kind,
            seq=seq,
            responsible_bodies=(f"Council of {of.local_area}",) if kind is FindingKind.APA else (),
            page=page,
            source=of.source,
        )
        for kind, number in ((FindingKind.AFI, afi), (FindingKind.APA, apa))
        for seq in range(1, number + 1)
    ]


def coder(name: str = "first", *, made_by: Maker = Maker.PERSON, locked: date = date(2025, 3, 3)) -> Coder:
    return Coder(coder=Key(name), made_by=made_by, description=f"Codes as {name}.", locked=locked)


def coding(
    of: Finding,
    *themes: str,
    by: str = "first",
    sub_themes: tuple[str, ...] = (),
    codebook: int = 1,
    whole: bool = False,
) -> Coding:
    """The themes that a coder gave a finding or, `whole`, all findings of its kind together."""
    return Coding(
        gss_code=of.gss_code,
        local_area=of.local_area,
        inspection_start=of.inspection_start,
        kind=of.kind,
        seq=None if whole else of.seq,
        coder=Key(by),
        themes=themes,
        sub_themes=sub_themes,
        codebook=codebook,
    )


def adjudication(
    of: Finding, *themes: str, codebook: int = 1, decided: date = date(2025, 4, 4), whole: bool = False
) -> Adjudication:
    return Adjudication(
        gss_code=of.gss_code,
        local_area=of.local_area,
        inspection_start=of.inspection_start,
        kind=of.kind,
        seq=None if whole else of.seq,
        themes=themes,
        codebook=codebook,
        decided=decided,
        decided_by="a third reader",
        reason="It asks for this first of all.",
    )


def topic(year: int = 2024, text: str = "alternative provision", *, document: str = "findings") -> ThematicTopic:
    return ThematicTopic(year=year, topic=text, document=Key(document), place="Page 2")


def leadership(of: Inspection, *, changed: bool = True, page: int | None = None) -> LeadershipStatement:
    assert of.inspection_start is not None
    return LeadershipStatement(
        gss_code=of.gss_code,
        local_area=of.local_area,
        inspection_start=of.inspection_start,
        changed=changed,
        page=page,
        source=Source.REPORT,
    )


def document(name: str = "findings", *, published: date = date(2023, 1, 2)) -> Document:
    return Document(
        id=Key(name), title=f"Title of {name}", publisher="Ofsted", published=published, licence="Open licence"
    )


def visit(
    of: LocalArea, year: int = 2023, *, theme: str = "alternative provision", document: str = "findings"
) -> ThematicVisit:
    return ThematicVisit(gss_code=of.gss_code, local_area=of.name, year=year, theme=theme, document=Key(document))


def printed(
    name: str = "p-1",
    value: str = "54",
    *,
    unit: Unit = Unit.COUNT,
    figure: str = "",
    base: int | None = None,
    as_at: date = LAST_OF_2024,
    remark: str = "",
    document: str = "findings",
) -> PrintedFigure:
    return PrintedFigure(
        id=Key(name),
        document=Key(document),
        place="Table 1",
        as_at=as_at,
        says="what it counts",
        value=Decimal(value),
        unit=unit,
        figure=figure,
        base=base,
        remark=remark,
    )


def register(
    areas: Sequence[LocalArea],
    inspections: Sequence[Inspection] = (),
    *,
    found: Sequence[Finding] = (),
    names: Sequence[AreaName] = (),
    visits: Sequence[ThematicVisit] = (),
    documents: Sequence[Document] = (),
    returns: Sequence[SurveyReturn] = (),
    context: Sequence[ContextFigure] = (),
    printed_figures: Sequence[PrintedFigure] = (),
    coders: Sequence[Coder] = (),
    codings: Sequence[Coding] = (),
    adjudications: Sequence[Adjudication] = (),
    topics: Sequence[ThematicTopic] = (),
    leadership: Sequence[LeadershipStatement] = (),
    complete_to: date = LAST_OF_2024,
    areas_from: date = date(2023, 1, 1),
    statement: str = "Made for a test.",
) -> Register:
    return Register(
        documents=tuple(documents),
        local_areas=tuple(areas),
        area_names=tuple(names),
        inspections=tuple(inspections),
        findings=tuple(found),
        thematic_visits=tuple(visits),
        survey_returns=tuple(returns),
        context_figures=tuple(context),
        printed_figures=tuple(printed_figures),
        coders=tuple(coders),
        codings=tuple(codings),
        adjudications=tuple(adjudications),
        thematic_topics=tuple(topics),
        leadership_statements=tuple(leadership),
        completeness=Completeness(complete_to=complete_to, areas_from=areas_from, statement=statement),
    )


def snapshot(of: Register, as_at: date = LAST_OF_2024, published_by: date | None = None) -> Snapshot:
    return freeze(of, packaged_framework(), as_at=as_at, published_by=published_by)


def population(
    of: Register,
    as_at: date = LAST_OF_2024,
    published_by: date | None = None,
    *,
    codebooks: CodebookHistory | None = None,
) -> Population:
    """`codebooks` are the packaged ones where not given."""
    return Population(
        snapshot=snapshot(of, as_at, published_by),
        framework=packaged_framework(),
        codebooks=codebooks or packaged_codebooks(),
    )
