"""Tables of the findings report: themes as coded here, beside the published ones, with the agreement of the coders."""

from areasend.statistics.themes.activity_tables import inspected_areas, leadership_changes, thematic_topics
from areasend.statistics.themes.claims import MostCommon, ThemeClaims, theme_claims
from areasend.statistics.themes.coded import Scope, coded_findings
from areasend.statistics.themes.coding_tables import coders, codings, theme_areas
from areasend.statistics.themes.extent_tables import coded_inspections, survey_parts
from areasend.statistics.themes.leadership_list import leadership_reports
from areasend.statistics.themes.published_table import themes_published
from areasend.statistics.themes.share_tables import themes, themes_by_outcome, themes_by_region, themes_together

__all__ = [
    "MostCommon",
    "Scope",
    "ThemeClaims",
    "coded_findings",
    "coded_inspections",
    "coders",
    "codings",
    "inspected_areas",
    "leadership_changes",
    "leadership_reports",
    "survey_parts",
    "thematic_topics",
    "theme_areas",
    "theme_claims",
    "themes",
    "themes_by_outcome",
    "themes_by_region",
    "themes_published",
    "themes_together",
]
