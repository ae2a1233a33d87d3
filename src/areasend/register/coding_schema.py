"""The files of codings and of what else is said of reports: all of them may be missing from a folder of records."""

from areasend.register import columns as c
from areasend.register.codes import Key
from areasend.register.coding_records import Adjudication, Coder, Coding, LeadershipStatement, ThematicTopic
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
from areasend.register.records import Maker

_OF_FINDING = (
    AREA,
    LOCAL_AREA,
    START,
    KIND,
    optional("seq", c.whole, "number of the finding, as in findings.csv; empty for all of the kind together"),
)
_THEMES = optional("themes", c.keys, "keys of themes, parted by ;, the principal one first; empty for none", empty=())
_CODEBOOK = column("codebook", c.whole, "version of the codebook that was used, from 1")

CODERS = RecordType(
    name="coders",
    kind=Coder,
    optional=True,
    key=lambda entry: (entry.coder,),
    columns=(
        column("coder", c.code(Key), "key of the coder, or of the pass of a model"),
        column("made_by", c.choice(Maker), "person or model"),
        column("description", c.text, "who or what coded, and how"),
        column("locked", c.day, "day on which the work was done for good; no coding is later"),
    ),
)

CODINGS = RecordType(
    name="codings",
    kind=Coding,
    optional=True,
    key=lambda entry: (entry.inspection_start, entry.gss_code, entry.kind, entry.seq or 0, entry.coder),
    columns=(
        *_OF_FINDING,
        column("coder", c.code(Key), "key of the coder, as in coders.csv"),
        _THEMES,
        optional("sub_themes", c.keys, "keys of sub-themes, parted by ;", empty=()),
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
        column("decided", c.day, "day of the decision, not before the coders were done"),
        column("decided_by", c.text, "who decided, such as a role"),
        column("reason", c.text, "why it was settled so"),
    ),
)

THEMATIC_TOPICS = RecordType(
    name="thematic_topics",
    kind=ThematicTopic,
    optional=True,
    key=lambda entry: (entry.year, entry.topic),
    columns=(
        column("year", c.whole, "year of the visits; one row for each"),
        column("topic", c.text, "what the visits of that year study"),
        DOCUMENT,
        PLACE,
    ),
)

LEADERSHIP_STATEMENTS = RecordType(
    name="leadership_statements",
    kind=LeadershipStatement,
    optional=True,
    key=lambda entry: (entry.inspection_start, entry.gss_code),
    columns=(
        AREA,
        LOCAL_AREA,
        START,
        column("changed", c.yes_or_no, "yes where it says that senior leaders changed, else no"),
        optional("page", c.page, "page of the report on which it says so, from 1; empty where not known or no"),
        SOURCE,
    ),
)

__all__ = ["ADJUDICATIONS", "CODERS", "CODINGS", "LEADERSHIP_STATEMENTS", "THEMATIC_TOPICS"]
