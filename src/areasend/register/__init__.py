"""The register: record types, their rules, and the packaged records.

Holds dated local areas with predecessors and other names, inspections with how many findings each has, thematic
visits, survey returns, and figures quoted from publications. May import the framework; it knows no PDF: reports are
checked against it, never the reverse.
Hands on a `Register`: sorted records that passed every rule, or `RecordsInvalid` with every fault at once.
"""

from areasend.register.codes import AreaCode, DfeCode, Key, Urn, WebAddress
from areasend.register.coding_records import Adjudication, Coder, Coding, LeadershipStatement, ThematicTopic
from areasend.register.columns import CellRefused, Column, cell_text
from areasend.register.errors import Fault, RecordsInTheWay, RecordsInvalid, RecordsMissing, RegisterError
from areasend.register.reading import Placed, read_cells, read_records
from areasend.register.records import (
    AreaName,
    AuthorityType,
    Bound,
    Completeness,
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
from areasend.register.register import (
    Register,
    empty_files,
    faults_among,
    load_folder,
    load_register,
    packaged_files,
    packaged_register,
)
from areasend.register.schema import (
    ADJUDICATIONS,
    CODERS,
    CODINGS,
    CORRECTIONS_FILE,
    FINDINGS,
    INSPECTIONS,
    LEADERSHIP_STATEMENTS,
    RECORD_TYPES,
    REGISTER_FILE,
    RecordType,
)

__all__ = [
    "ADJUDICATIONS",
    "CODERS",
    "CODINGS",
    "CORRECTIONS_FILE",
    "FINDINGS",
    "INSPECTIONS",
    "LEADERSHIP_STATEMENTS",
    "RECORD_TYPES",
    "REGISTER_FILE",
    "Adjudication",
    "AreaCode",
    "AreaName",
    "AuthorityType",
    "Bound",
    "CellRefused",
    "Coder",
    "Coding",
    "Column",
    "Completeness",
    "ContextFigure",
    "DfeCode",
    "Document",
    "Fault",
    "Finding",
    "FindingKind",
    "Inspection",
    "Key",
    "LeadershipStatement",
    "LocalArea",
    "Maker",
    "NameKind",
    "Placed",
    "PrintedFigure",
    "RecordType",
    "RecordsInTheWay",
    "RecordsInvalid",
    "RecordsMissing",
    "Register",
    "RegisterError",
    "Respondent",
    "Source",
    "SurveyReturn",
    "ThematicTopic",
    "ThematicVisit",
    "Unit",
    "Urn",
    "WebAddress",
    "cell_text",
    "empty_files",
    "faults_among",
    "load_folder",
    "load_register",
    "packaged_files",
    "packaged_register",
    "read_cells",
    "read_records",
]
