"""Makers of records with sound values, and of record sets for the rules to look at."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from areasend.framework import packaged_framework
from areasend.register import (
    Adjudication,
    AreaCode,
    AreaName,
    AuthorityType,
    Bound,
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
    Respondent,
    Source,
    SurveyReturn,
    ThematicTopic,
    ThematicVisit,
    Unit,
    Urn,
    WebAddress,
)
from areasend.register.reading import Placed
from areasend.register.rules import RecordSet

# One sound record of each file; a test says only what it changes. The area and its report are invented.
SOUND: dict[str, tuple[type[Any], dict[str, Any]]] = {
    "documents": (
        Document,
        {
            "id": Key("findings"),
            "title": "Findings",
            "publisher": "The Inspectorate",
            "published": date(2025, 6, 6),
            "licence": "OGL",
        },
    ),
    "local_areas": (
        LocalArea,
        {
            "gss_code": AreaCode("E06009001"),
            "name": "Northmere",
            "plain_name": "Northmere",
            "dfe_la_code": DfeCode("901"),
            "ofsted_urn": Urn("90001"),
            "authority_type": AuthorityType.UNITARY_AUTHORITY,
            "ons_region": "London",
            "ofsted_region": "London",
            "valid_from": None,
            "valid_to": None,
            "predecessors": (),
            "easting": 530_000,
            "northing": 180_000,
        },
    ),
    "area_names": (
        AreaName,
        {
            "gss_code": AreaCode("E06009001"),
            "local_area": "Northmere",
            "name": "Mere",
            "kind": NameKind.SHORT,
        },
    ),
    "inspections": (
        Inspection,
        {
            "gss_code": AreaCode("E06009001"),
            "local_area": "Northmere",
            "inspection_start": date(2023, 2, 6),
            "inspection_end": date(2023, 2, 10),
            "publication_date": date(2023, 5, 5),
            "outcome": "inconsistent",
            "report_url": WebAddress("https://reports.example.org/1"),
            "source": Source.REPORT,
            "note": "",
        },
    ),
    "findings": (
        Finding,
        {
            "gss_code": AreaCode("E06009001"),
            "local_area": "Northmere",
            "inspection_start": date(2023, 2, 6),
            "kind": FindingKind.AFI,
            "seq": 1,
            "responsible_bodies": (),
            "page": 6,
            "source": Source.REPORT,
        },
    ),
    "thematic_visits": (
        ThematicVisit,
        {
            "gss_code": AreaCode("E06009001"),
            "local_area": "Northmere",
            "year": 2024,
            "theme": "adulthood",
            "document": Key("findings"),
        },
    ),
    "survey_returns": (
        SurveyReturn,
        {
            "id": Key("survey"),
            "respondent": Respondent.ALL,
            "responses": 1200,
            "qualifier": "over",
            "bound": Bound.LOWER,
            "period_start": date(2023, 1, 1),
            "period_end": date(2024, 12, 31),
            "document": Key("findings"),
            "place": "Overview",
        },
    ),
    "context_figures": (
        ContextFigure,
        {
            "id": Key("plans"),
            "measure": "plans",
            "value": Decimal("50.3"),
            "unit": Unit.PERCENT,
            "qualifier": "",
            "as_printed": "50.3%",
            "period": "2023",
            "period_end": date(2023, 12, 31),
            "document": Key("findings"),
            "place": "Overview",
            "original_source": "A release",
            "difference": "",
        },
    ),
    "printed_figures": (
        PrintedFigure,
        {
            "id": Key("f-1"),
            "document": Key("findings"),
            "place": "Overview",
            "as_at": date(2024, 12, 31),
            "says": "inspections",
            "value": Decimal(54),
            "unit": Unit.COUNT,
            "figure": "",
            "base": None,
            "remark": "",
        },
    ),
    "coders": (
        Coder,
        {
            "coder": Key("first"),
            "made_by": Maker.PERSON,
            "description": "One of us.",
            "locked": date(2025, 3, 3),
        },
    ),
    "codings": (
        Coding,
        {
            "gss_code": AreaCode("E06009001"),
            "local_area": "Northmere",
            "inspection_start": date(2023, 2, 6),
            "kind": FindingKind.AFI,
            "seq": 1,
            "coder": Key("first"),
            "themes": ("governance",),
            "sub_themes": (),
            "codebook": 1,
        },
    ),
    "adjudications": (
        Adjudication,
        {
            "gss_code": AreaCode("E06009001"),
            "local_area": "Northmere",
            "inspection_start": date(2023, 2, 6),
            "kind": FindingKind.AFI,
            "seq": 1,
            "themes": ("governance",),
            "codebook": 1,
            "decided": date(2025, 4, 4),
            "decided_by": "A third reader",
            "reason": "It asks for this first of all.",
        },
    ),
    "thematic_topics": (
        ThematicTopic,
        {"year": 2024, "topic": "adulthood", "document": Key("findings"), "place": "Overview"},
    ),
    "leadership_statements": (
        LeadershipStatement,
        {
            "gss_code": AreaCode("E06009001"),
            "local_area": "Northmere",
            "inspection_start": date(2023, 2, 6),
            "changed": True,
            "page": 2,
            "source": Source.REPORT,
        },
    ),
}


@pytest.fixture(scope="session")
def record() -> Callable[..., Any]:
    """`record("inspections", outcome=None)`: a sound record but for what is named."""

    def make(file: str, **changed: Any) -> Any:
        kind, values = SOUND[file]
        return kind(**(values | changed))

    return make


@pytest.fixture(scope="session")
def record_set(record: Callable[..., Any]) -> Callable[..., RecordSet]:
    """`record_set(inspections=[{...}, {...}])`: one sound row in every file that is not named; rows begin at 2."""

    def make(
        *,
        complete_to: date | None = date(2022, 12, 31),
        unread: frozenset[str] = frozenset(),
        partly_read: frozenset[str] = frozenset(),
        **rows: list[dict[str, Any]],
    ) -> RecordSet:
        placed = {
            file: tuple(
                Placed(row=row, record=record(file, **changed)) for row, changed in enumerate(rows.get(file, [{}]), 2)
            )
            for file in SOUND
        }
        claim = None
        if complete_to is not None:
            claim = Completeness(complete_to=complete_to, areas_from=date(2023, 4, 1), statement="A test.")
        return RecordSet(
            **placed, completeness=claim, framework=packaged_framework(), unread=unread, partly_read=partly_read
        )

    return make
