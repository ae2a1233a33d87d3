"""The files of a record set and their columns: the one description that reading, writing and the documents share."""

from areasend.register import columns as c
from areasend.register.codes import DfeCode, Key, Urn, WebAddress
from areasend.register.coding_schema import ADJUDICATIONS, CODERS, CODINGS, LEADERSHIP_STATEMENTS, THEMATIC_TOPICS
from areasend.register.record_type import (
    AREA,
    DOCUMENT,
    KIND,
    LOCAL_AREA,
    PLACE,
    SOURCE,
    START,
    RecordType,
    column,
    optional,
)
from areasend.register.records import (
    AreaName,
    AuthorityType,
    Bound,
    ContextFigure,
    Document,
    Finding,
    Inspection,
    LocalArea,
    NameKind,
    PrintedFigure,
    Respondent,
    SurveyReturn,
    ThematicVisit,
    Unit,
)

LOCAL_AREAS = RecordType(
    name="local_areas",
    kind=LocalArea,
    key=lambda area: (area.gss_code,),
    columns=(
        AREA,
        column("name", c.text, "official name"),
        column("plain_name", c.text, "name as used in a sentence"),
        column("dfe_la_code", c.code(DfeCode), "DfE local authority code"),
        column("ofsted_urn", c.code(Urn), "reference number at the inspectorate"),
        column("authority_type", c.choice(AuthorityType), "kind of authority"),
        column("ons_region", c.text, "one of the 9 ONS regions"),
        column("ofsted_region", c.text, "one of the 8 Ofsted regions"),
        optional("valid_from", c.day, "first day in the present form; empty where long established"),
        optional("valid_to", c.day, "last day; empty while the area exists"),
        optional("predecessors", c.names, "areas it was formed from, parted by ;", empty=()),
        column("easting", c.whole, "centre point, British National Grid, metres"),
        column("northing", c.whole, "centre point, British National Grid, metres"),
    ),
)

AREA_NAMES = RecordType(
    name="area_names",
    kind=AreaName,
    key=lambda entry: (entry.gss_code, entry.name),
    columns=(
        AREA,
        LOCAL_AREA,
        column("name", c.one_name, "another name that is in use"),
        column("kind", c.choice(NameKind), "short, abbreviation, former (of an earlier area that it was in) or other"),
    ),
)

INSPECTIONS = RecordType(
    name="inspections",
    kind=Inspection,
    key=lambda entry: (entry.inspection_start or entry.publication_date or c.LATEST, entry.inspection_id),
    columns=(
        AREA,
        LOCAL_AREA,
        optional("inspection_start", c.day, "first day on the report's title page"),
        optional("inspection_end", c.day, "last day on the report's title page"),
        optional("publication_date", c.day, "day on which the report was first published"),
        optional("outcome", c.code(Key), "key of the outcome in the framework"),
        optional("report_url", c.code(WebAddress), "address of the official report"),
        SOURCE,
        optional("note", c.text, "what a reader must know of this record", empty=""),
    ),
)

FINDINGS = RecordType(
    name="findings",
    kind=Finding,
    key=lambda entry: (entry.inspection_start, entry.gss_code, entry.kind, entry.seq),
    columns=(
        AREA,
        LOCAL_AREA,
        START,
        KIND,
        column("seq", c.whole, "1, 2, 3, ... in the order of the report, for each kind"),
        optional("responsible_bodies", c.names, "bodies named beside it as printed, parted by ;", empty=()),
        optional("page", c.page, "page of the report on which it begins, from 1; empty where it is not recorded"),
        SOURCE,
    ),
)

THEMATIC_VISITS = RecordType(
    name="thematic_visits",
    kind=ThematicVisit,
    key=lambda visit: (visit.year, visit.gss_code, visit.theme),
    columns=(
        AREA,
        LOCAL_AREA,
        column("year", c.whole, "year of the visit"),
        column("theme", c.text, "what the visits of that year studied"),
        DOCUMENT,
    ),
)

SURVEY_RETURNS = RecordType(
    name="survey_returns",
    kind=SurveyReturn,
    key=lambda entry: (entry.id,),
    columns=(
        column("id", c.code(Key), "key of the record"),
        column("respondent", c.choice(Respondent), "who answered"),
        column("responses", c.whole, "number as printed"),
        optional("qualifier", c.text, "the words before the number, such as over", empty=""),
        column("bound", c.choice(Bound), "lower where the words make the number a lower bound"),
        column("period_start", c.day, "first day of the period"),
        column("period_end", c.day, "last day of the period"),
        DOCUMENT,
        PLACE,
    ),
)

CONTEXT_FIGURES = RecordType(
    name="context_figures",
    kind=ContextFigure,
    key=lambda entry: (entry.id,),
    columns=(
        column("id", c.code(Key), "key of the record"),
        column("measure", c.text, "what is measured, as the publication says it"),
        column("value", c.number, "number as printed"),
        column("unit", c.choice(Unit), "count or percent"),
        optional("qualifier", c.text, "the words before the number", empty=""),
        column("as_printed", c.text, "number with its qualifier, as printed"),
        column("period", c.text, "period, as the publication says it"),
        column("period_end", c.day, "last day of that period"),
        DOCUMENT,
        PLACE,
        column("original_source", c.text, "where the publication has it from"),
        optional("difference", c.text, "what the original source says, where it differs", empty=""),
    ),
)

PRINTED_FIGURES = RecordType(
    name="printed_figures",
    kind=PrintedFigure,
    key=lambda entry: (entry.id,),
    columns=(
        column("id", c.code(Key), "key of the record"),
        DOCUMENT,
        PLACE,
        column("as_at", c.day, "the date that the number is for"),
        column("says", c.text, "what the number counts, in our words"),
        column("value", c.number, "number as printed"),
        column("unit", c.choice(Unit), "count or percent"),
        optional("figure", c.text, "id of the figure of ours that counts the same", empty=""),
        optional("base", c.whole, "of how many a share is, where no figure of ours counts it"),
        optional("remark", c.text, "why the two differ, where they do", empty=""),
    ),
)

DOCUMENTS = RecordType(
    name="documents",
    kind=Document,
    key=lambda entry: (entry.id,),
    columns=(
        column("id", c.code(Key), "key of the document"),
        column("title", c.text, "title as published"),
        column("publisher", c.text, "who published it"),
        column("published", c.day, "day of publication"),
        column("licence", c.text, "licence of its content"),
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

__all__ = [
    "ADJUDICATIONS",
    "AREA_NAMES",
    "CODERS",
    "CODINGS",
    "CONTEXT_FIGURES",
    "CORRECTIONS_FILE",
    "DOCUMENTS",
    "FINDINGS",
    "INSPECTIONS",
    "LEADERSHIP_STATEMENTS",
    "LOCAL_AREAS",
    "PRINTED_FIGURES",
    "RECORD_TYPES",
    "REGISTER_FILE",
    "SURVEY_RETURNS",
    "THEMATIC_TOPICS",
    "THEMATIC_VISITS",
    "RecordType",
]
