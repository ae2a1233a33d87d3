"""Which values of a record decide what a table counts: the ground on which a changed figure is explained.

A correction of a report's address never explains a count of outcomes, and one of a publication date never a count of
areas by region. A table of the catalogue that is not here cannot be compared, so a test holds the two together.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

# A record that came or went stands in no column.
WHOLE = ""
_DATED_OUTCOME = frozenset({WHOLE, "inspection_end", "outcome"})
TIMED = frozenset({WHOLE, "inspection_end", "publication_date"})
_EVERY_DATE = frozenset({"inspection_start", "inspection_end", "publication_date"})
LIFE = frozenset({WHOLE, "valid_from", "valid_to"})
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Deciding:
    """The columns that decide what a table counts: of inspections, areas, visits, and the quotations that it lists.

    `findings_of`: where findings are counted, whether a finding comes and goes with its inspection or its area.
    `of_inspection`: other records that are told once for each inspection, by table. `quoting`: the column of the same
    row whose quoted records decide it too. `beside`: the column of the same row from which it is calculated.
    `compared`: the records are printed figures, each of which stands beside one of ours.
    """

    inspections: frozenset[str] = _NOTHING
    areas: frozenset[str] = _NOTHING
    visits: frozenset[str] = _NOTHING
    findings_of: str = ""
    listed: str = ""
    columns: frozenset[str] = _NOTHING
    of_inspection: Mapping[str, frozenset[str]] = field(default_factory=dict)
    quoting: str = ""
    beside: str = ""
    compared: bool = False


# A figure of ours beside a printed one may come from any table.
_COMPARED = Deciding(
    inspections=_EVERY_DATE | {WHOLE, "gss_code", "outcome", "source"},
    areas=LIFE | {"ofsted_region", "ons_region"},
    visits=frozenset({WHOLE}),
    findings_of="inspections",
    listed="printed_figures",
    columns=frozenset({WHOLE, "document", "as_at", "value", "unit", "figure"}),
)

# Parts and total of the same publication and period.
_RESPONSES = Deciding(
    listed="survey_returns",
    columns=frozenset({WHOLE, "responses", "respondent", "document", "period_start", "period_end"}),
    quoting="parts",
)
# Whether an inspection is coded depends on its findings too: all of them have to be.
_CODED = Deciding(
    inspections=_DATED_OUTCOME | {"inspection_start"},
    of_inspection={name: frozenset({WHOLE}) for name in ("findings", "codings", "adjudications")},
)
_PUBLISHED = replace(
    _CODED,
    listed="printed_figures",
    columns=frozenset({WHOLE, "document", "as_at", "value", "unit", "figure", "base"}),
    quoting="published",
)

DECIDING: Mapping[str, Deciding] = {
    "outcomes-in-year": Deciding(inspections=_DATED_OUTCOME),
    "outcomes-since-2023": Deciding(inspections=_DATED_OUTCOME),
    "outcomes-by-region": Deciding(inspections=_DATED_OUTCOME | {"gss_code"}, areas=frozenset({"ofsted_region"})),
    "outcome-shares-by-region": Deciding(inspections=_DATED_OUTCOME | {"gss_code"}, areas=frozenset({"ofsted_region"})),
    "outcomes-by-ons-region": Deciding(inspections=_DATED_OUTCOME | {"gss_code"}, areas=frozenset({"ons_region"})),
    "outcomes-by-year": Deciding(inspections=_DATED_OUTCOME),
    "outcomes-by-quarter": Deciding(inspections=_DATED_OUTCOME),
    "areas-by-latest-outcome": Deciding(
        inspections=_EVERY_DATE | {WHOLE, "gss_code", "outcome"}, areas=LIFE | {"ofsted_region"}
    ),
    "coverage": Deciding(inspections=TIMED | {"gss_code"}, areas=LIFE | {"ofsted_region"}),
    "areas-first-inspected": Deciding(inspections=frozenset({WHOLE, "gss_code", "inspection_end"}), areas=LIFE),
    "first-and-second-outcomes": Deciding(inspections=_DATED_OUTCOME | {"gss_code", "inspection_start"}),
    "working-days-to-publication": Deciding(inspections=TIMED | {"outcome"}),
    "reports-by-working-days": Deciding(inspections=TIMED),
    "thematic-visits": Deciding(visits=frozenset({WHOLE})),
    "thematic-visit-areas": Deciding(visits=frozenset({WHOLE})),
    "survey-returns": Deciding(listed="survey_returns", columns=frozenset({WHOLE, "responses"})),
    "context": Deciding(listed="context_figures", columns=frozenset({WHOLE, "value", "unit"})),
    "register-completeness": Deciding(inspections=_EVERY_DATE | {WHOLE, "outcome", "source"}),
    "reconciliation-summary": replace(_COMPARED, compared=True),
    "reconciliation": _COMPARED,
    "findings-by-outcome": Deciding(inspections=_DATED_OUTCOME, findings_of="inspections"),
    "areas": Deciding(inspections=frozenset({WHOLE, "gss_code"}), areas=LIFE),
    "inspections": Deciding(inspections=TIMED | {"gss_code", "inspection_start"}),
    "themes": _CODED,
    "themes-published": _PUBLISHED,
    "themes-together": _CODED,
    "themes-by-outcome": _CODED,
    "themes-by-region": replace(
        _CODED, inspections=_CODED.inspections | {"gss_code"}, areas=frozenset({"ofsted_region"})
    ),
    # Intervals are drawn by area, so that the area of an inspection decides them too.
    "theme-agreement": replace(
        _CODED,
        inspections=_CODED.inspections | {"gss_code"},
        listed="coders",
        columns=frozenset({WHOLE, "made_by"}),
    ),
    "coders": replace(_CODED, listed="coders", columns=frozenset({WHOLE})),
    "coded-inspections": _CODED,
    "survey-parts": _RESPONSES,
    "leadership-changes": Deciding(
        inspections=_DATED_OUTCOME, of_inspection={"leadership_statements": frozenset({WHOLE, "changed"})}
    ),
    "leadership-reports": Deciding(),
    "thematic-topics": Deciding(),
    "inspected-areas": Deciding(),
    "theme-areas": Deciding(),
    "codings": Deciding(),
}
# Columns that count something else than the rest of their table.
_COLUMNS = {
    "areas_for_improvement": {
        "areas": Deciding(inspections=_EVERY_DATE | {WHOLE, "gss_code", "outcome"}, areas=LIFE, findings_of="areas"),
        "inspections": Deciding(
            inspections=frozenset({WHOLE, "gss_code", "inspection_start"}), findings_of="inspections"
        ),
    }
}
_COLUMNS["areas_for_priority_action"] = _COLUMNS["areas_for_improvement"]
# A difference changes with what is counted beside it; what is printed changes with its record alone.
_COLUMNS["difference"] = {
    "reconciliation": replace(_COMPARED, beside="counted"),
    "themes-published": replace(_PUBLISHED, beside="counted_pct"),
}
_COLUMNS["published_pct"] = {
    "leadership-changes": Deciding(listed="printed_figures", columns=frozenset({WHOLE, "value", "figure"}))
}


def deciding(table: str, column: str) -> Deciding:
    """What decides the figures in a column of a table. Raises `KeyError` for a table that is not here."""
    return _COLUMNS.get(column, {}).get(table) or DECIDING[table]
