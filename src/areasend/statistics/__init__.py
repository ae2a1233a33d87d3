"""Counting a snapshot: figures that know their records, tables, the catalogue, and the claims that words make.

Holds rounding, small-base cautions and markers. May import snapshot, register and framework; files and styling stay
out, because a number does not depend on a format. Hands on `Table`s of `Figure`s to whoever lays them out or checks.
"""

from areasend.statistics.appearances import (
    Appearance,
    Declared,
    Source,
    declared_appearances,
    ledger,
    placed_figures,
    printed_appearances,
    series_appearances,
)
from areasend.statistics.catalogue import (
    CATALOGUE,
    EVERY_TABLE,
    FINDINGS_CATALOGUE,
    TableEntry,
    build_table,
    build_tables,
    figures_by_id,
    find_figure,
)
from areasend.statistics.changes import (
    DECIDING,
    Changes,
    Difference,
    NotReproduced,
    PublishedFigure,
    Reason,
    ReasonKind,
    RecordChange,
    Side,
    Standpoint,
    ValueChange,
    changes_by_kind,
    changes_by_reason,
    changes_table,
    compare_releases,
    reason_text,
    require_reasons,
)
from areasend.statistics.claims import (
    OutcomeClaims,
    RegionShare,
    ReleaseClaims,
    most_common_outcomes,
    regional_claims,
    release_claims,
)
from areasend.statistics.counted import Counted, count_findings, count_population
from areasend.statistics.errors import ImpossibleFigure, StatisticsError, UnknownFigure, UnknownTable
from areasend.statistics.figure import Figure, Kind
from areasend.statistics.invariants import broken_invariants, require_invariants
from areasend.statistics.markers import MEANINGS, REVISED, REVISED_MEANING, Marker
from areasend.statistics.observations import mark_revised, observations
from areasend.statistics.outcome_cells import ENGLAND
from areasend.statistics.periods import MONTHS, Period, long_date, month_year
from areasend.statistics.population import Population, Status
from areasend.statistics.rounding import counts_that_give, cut_off, round_half_even, round_half_up
from areasend.statistics.standing import Expectation, Stand, Standing, expectation, standings
from areasend.statistics.table import Cell, Column, ColumnKind, Measure, Row, Table, cell_text, figure_id
from areasend.statistics.themes import MostCommon, ThemeClaims
from areasend.themes import Codebook, Theme

__all__ = [
    "CATALOGUE",
    "DECIDING",
    "ENGLAND",
    "EVERY_TABLE",
    "FINDINGS_CATALOGUE",
    "MEANINGS",
    "MONTHS",
    "REVISED",
    "REVISED_MEANING",
    "Appearance",
    "Cell",
    "Changes",
    "Codebook",
    "Column",
    "ColumnKind",
    "Counted",
    "Declared",
    "Difference",
    "Expectation",
    "Figure",
    "ImpossibleFigure",
    "Kind",
    "Marker",
    "Measure",
    "MostCommon",
    "NotReproduced",
    "OutcomeClaims",
    "Period",
    "Population",
    "PublishedFigure",
    "Reason",
    "ReasonKind",
    "RecordChange",
    "RegionShare",
    "ReleaseClaims",
    "Row",
    "Side",
    "Source",
    "Stand",
    "Standing",
    "Standpoint",
    "StatisticsError",
    "Status",
    "Table",
    "TableEntry",
    "Theme",
    "ThemeClaims",
    "UnknownFigure",
    "UnknownTable",
    "ValueChange",
    "broken_invariants",
    "build_table",
    "build_tables",
    "cell_text",
    "changes_by_kind",
    "changes_by_reason",
    "changes_table",
    "compare_releases",
    "count_findings",
    "count_population",
    "counts_that_give",
    "cut_off",
    "declared_appearances",
    "expectation",
    "figure_id",
    "figures_by_id",
    "find_figure",
    "ledger",
    "long_date",
    "mark_revised",
    "month_year",
    "most_common_outcomes",
    "observations",
    "placed_figures",
    "printed_appearances",
    "reason_text",
    "regional_claims",
    "release_claims",
    "require_invariants",
    "require_reasons",
    "round_half_even",
    "round_half_up",
    "series_appearances",
    "standings",
]
