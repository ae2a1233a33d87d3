"""The files of a record set and their columns: the one description that reading, writing and the documents share."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from areasend.register import columns as c
from areasend.register.codes import AreaCode, DfeCode, Key, Urn, WebAddress
from areasend.register.coding_records import Adjudication, Coder, Coding, LeadershipStatement, ThematicTopic
from areasend.register.columns import Column
from areasend.register.records import (
    AreaName,
    AuthorityType,
    Bound,
    ContextFigure,
    Document,
    Finding,
    FindingKind,
    Inspection,
    LocalArea,
    Maker,
    NameKind,
    PrintedFigure,
    Respondent,
    Source,
    SurveyReturn,
    ThematicVisit,
    Unit,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordType:
    """One file of records: its name, the type of its rows, its columns in order, and the key they are sorted by.

    A file that is `optional` may be missing from a folder of records; then there are none of them.
    """

    name: str
    kind: type[Any]
    columns: tuple[Column, ...]
    key: Callable[[Any], tuple[Any, ...]]
    optional: bool = False

    @property
    def file(self) -> str:
        return f"{self.name}.csv"

    @property
    def heading(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def _column(name: str, read: Callable[[str], Any], description: str) -> Column:
    return Column(name=name, read=read, description=description)


def _optional(name: str, read: Callable[[str], Any], description: str, *, empty: Any = None) -> Column:
    return Column(name=name, read=read, optional=True, empty=empty, description=description)


_AREA = _column("gss_code", c.code(AreaCode), "GSS code of the local area")
_LOCAL_AREA = _column("local_area", c.text, "name of the local area, as in local_areas.csv")
_DOCUMENT = _column("document", c.code(Key), "id of the publication, as in documents.csv")
_PLACE = _column("place", c.text, "where in the publication it stands")

LOCAL_AREAS = RecordType(
    name="local_areas",
    kind=LocalArea,
    key=lambda area: (area.gss_code,),
    columns=(
        _AREA,
        _column("name", c.text, "official name"),
        _column("plain_name", c.text, "name as used in a sentence"),
        _column("dfe_la_code", c.code(DfeCode), "DfE local authority code"),
        _column("ofsted_urn", c.code(Urn), "reference number at the inspectorate"),
        _column("authority_type", c.choice(AuthorityType), "kind of authority"),
        _column("ons_region", c.text, "one of the 9 ONS regions"),
        _column("ofsted_region", c.text, "one of the 8 Ofsted regions"),
        _optional("valid_from", c.day, "first day in the present form; empty where long established"),
        _optional("valid_to", c.day, "last day; empty while the area exists"),
        _optional("predecessors", c.names, "areas it was formed from, parted by ;", empty=()),
        _column("easting", c.whole, "centre point, British National Grid, metres"),
        _column("northing", c.whole, "centre point, British National Grid, metres"),
    ),
)

AREA_NAMES = RecordType(
    name="area_names",
    kind=AreaName,
    key=lambda entry: (entry.gss_code, entry.name),
    columns=(
        _AREA,
        _LOCAL_AREA,
        _column("name", c.one_name, "another name that is in use"),
        _column("kind", c.choice(NameKind), "short, abbreviation, former (of an earlier area that it was in) or other"),
    ),
)

INSPECTIONS = RecordType(
    name="inspections",
    kind=Inspection,
    key=lambda entry: (entry.inspection_start or entry.publication_date or c.LATEST, entry.inspection_id),
    columns=(
        _AREA,
        _LOCAL_AREA,
        _optional("inspection_start", c.day, "first day on the report's title page"),
        _optional("inspection_end", c.day, "last day on the report's title page"),
        _optional("publication_date", c.day, "day on which the report was first published"),
        _optional("outcome", c.code(Key), "key of the outcome in the framework"),
        _optional("report_url", c.code(WebAddress), "address of the official report"),
        _column("source", c.choice(Source), "report (read and checked) or secondary (from another's list)"),
        _optional("note", c.text, "what a reader must know of this record", empty=""),
    ),
)

FINDINGS = RecordType(
    name="findings",
    kind=Finding,
    key=lambda entry: (entry.inspection_start, entry.gss_code, entry.kind, entry.seq),
    columns=(
        _AREA,
        _LOCAL_AREA,
        _column("inspection_start", c.day, "first day of the inspection, as in inspections.csv"),
        _column("kind", c.choice(FindingKind), "afi (area for improvement) or apa (area for priority action)"),
        _column("seq", c.whole, "1, 2, 3, ... in the order of the report, for each kind"),
        _optional("responsible_bodies", c.names, "bodies named beside it as printed, parted by ;", empty=()),
        _optional("page", c.page, "page of the report on which it begins, from 1; empty where it is not recorded"),
        _column("source", c.choice(Source), "report (read and checked) or secondary (from another's list)"),
    ),
)

THEMATIC_VISITS = RecordType(
    name="thematic_visits",
    kind=ThematicVisit,
    key=lambda visit: (visit.year, visit.gss_code, visit.theme),
    columns=(
        _AREA,
        _LOCAL_AREA,
        _column("year", c.whole, "year of the visit"),
        _column("theme", c.text, "what the visits of that year studied"),
        _DOCUMENT,
    ),
)

SURVEY_RETURNS = RecordType(
    name="survey_returns",
    kind=SurveyReturn,
    key=lambda entry: (entry.id,),
    columns=(
        _column("id", c.code(Key), "key of the record"),
        _column("respondent", c.choice(Respondent), "who answered"),
        _column("responses", c.whole, "number as printed"),
        _optional("qualifier", c.text, "the words before the number, such as over", empty=""),
        _column("bound", c.choice(Bound), "lower where the words make the number a lower bound"),
        _column("period_start", c.day, "first day of the period"),
        _column("period_end", c.day, "last day of the period"),
        _DOCUMENT,
        _PLACE,
    ),
)

CONTEXT_FIGURES = RecordType(
    name="context_figures",
    kind=ContextFigure,
    key=lambda entry: (entry.id,),
    columns=(
        _column("id", c.code(Key), "key of the record"),
        _column("measure", c.text, "what is measured, as the publication says it"),
        _column("value", c.number, "number as printed"),
        _column("unit", c.choice(Unit), "count or percent"),
        _optional("qualifier", c.text, "the words before the number", empty=""),
        _column("as_printed", c.text, "number with its qualifier, as printed"),
        _column("period", c.text, "period, as the publication says it"),
        _column("period_end", c.day, "last day of that period"),
        _DOCUMENT,
        _PLACE,
        _column("original_source", c.text, "where the publication has it from"),
        _optional("difference", c.text, "what the original source says, where it differs", empty=""),
    ),
)

PRINTED_FIGURES = RecordType(
    name="printed_figures",
    kind=PrintedFigure,
    key=lambda entry: (entry.id,),
    columns=(
        _column("id", c.code(Key), "key of the record"),
        _DOCUMENT,
        _PLACE,
        _column("as_at", c.day, "the date that the number is for"),
        _column("says", c.text, "what the number counts, in our words"),
        _column("value", c.number, "number as printed"),
        _column("unit", c.choice(Unit), "count or percent"),
        _optional("figure", c.text, "id of the figure of ours that counts the same", empty=""),
        _optional("base", c.whole, "of how many a share is, where no figure of ours counts it"),
        _optional("remark", c.text, "why the two differ, where they do", empty=""),
    ),
)

DOCUMENTS = RecordType(
    name="documents",
    kind=Document,
    key=lambda entry: (entry.id,),
    columns=(
        _column("id", c.code(Key), "key of the document"),
        _column("title", c.text, "title as published"),
        _column("publisher", c.text, "who published it"),
        _column("published", c.day, "day of publication"),
        _column("licence", c.text, "licence of its content"),
    ),
)

_OF_FINDING = (
    _AREA,
    _LOCAL_AREA,
    _column("inspection_start", c.day, "first day of the inspection, as in inspections.csv"),
    _column("kind", c.choice(FindingKind), "afi (area for improvement) or apa (area for priority action)"),
    _optional("seq", c.whole, "number of the finding, as in findings.csv; empty: all of the kind in the report"),
)
_THEMES = _optional(
    "themes", c.keys, "keys of the codebook, the principal one first, parted by ;; empty: no theme", empty=()
)
_CODEBOOK = _column("codebook", c.whole, "version of the codebook it was made with")

CODERS = RecordType(
    name="coders",
    kind=Coder,
    optional=True,
    key=lambda entry: (entry.coder,),
    columns=(
        _column("coder", c.code(Key), "key of the coder"),
        _column("made_by", c.choice(Maker), "person or model"),
        _column("description", c.text, "who or what coded, and how"),
        _column("locked", c.day, "day on which the coder was done: no coding of theirs was made after it"),
    ),
)

CODINGS = RecordType(
    name="codings",
    kind=Coding,
    optional=True,
    key=lambda entry: (entry.inspection_start, entry.gss_code, entry.kind, entry.seq or 0, entry.coder),
    columns=(
        *_OF_FINDING,
        _column("coder", c.code(Key), "key of the coder, as in coders.csv"),
        _THEMES,
        _optional("sub_themes", c.keys, "keys of sub-themes, parted by ;", empty=()),
        _CODEBOOK,
    ),
)

ADJUDICATIONS = RecordType(
    name="adjudications",
    kind=Adjudication,
    optional=True,
    key=lambda entry: (entry.inspection_start, entry.gss_code, entry.kind, entry.seq or 0),
    columns=(
        *_OF_FINDING,
        _THEMES,
        _CODEBOOK,
        _column("decided", c.day, "day of the decision"),
        _column("decided_by", c.text, "who decided"),
        _column("reason", c.text, "why"),
    ),
)

THEMATIC_TOPICS = RecordType(
    name="thematic_topics",
    kind=ThematicTopic,
    optional=True,
    key=lambda entry: (entry.year, entry.topic),
    columns=(
        _column("year", c.whole, "year of the visits"),
        _column("topic", c.text, "what the visits of that year study"),
        _DOCUMENT,
        _PLACE,
    ),
)

LEADERSHIP_STATEMENTS = RecordType(
    name="leadership_statements",
    kind=LeadershipStatement,
    optional=True,
    key=lambda entry: (entry.inspection_start, entry.gss_code),
    columns=(
        _AREA,
        _LOCAL_AREA,
        _column("inspection_start", c.day, "first day of the inspection, as in inspections.csv"),
        _column("changed", c.yes_or_no, "yes where the report says that senior leaders changed"),
        _optional("page", c.page, "page of the report on which it says so"),
        _column("source", c.choice(Source), "report (read and checked) or secondary (from another's list)"),
    ),
)

RECORD_TYPES = (
    DOCUMENTS,
    LOCAL_AREAS,
    AREA_NAMES,
    INSPECTIONS,
    FINDINGS,
    THEMATIC_VISITS,
    SURVEY_RETURNS,
    CONTEXT_FIGURES,
    PRINTED_FIGURES,
    CODERS,
    CODINGS,
    ADJUDICATIONS,
    THEMATIC_TOPICS,
    LEADERSHIP_STATEMENTS,
)

REGISTER_FILE = "register.toml"
CORRECTIONS_FILE = "corrections.csv"
"""No records: a person's corrections of what was read from reports, which live beside them and are read elsewhere."""
