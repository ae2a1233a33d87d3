"""Themes: the codebook, what coders said of each finding, how far they agree, and suggestions.

May import framework, register and formats; it knows no statistics: coders do not see rates. Sub-packages that are doors
of their own load what only they need: `themes.agreement`, `themes.coding`, `themes.serving`, `themes.suggesting`.
Hands on the codebook and `CodedUnit`s: the themes each coder gave each finding.
"""

from areasend.themes.codebook import (
    Carried,
    CarriedCoding,
    ChangeKind,
    Codebook,
    CodebookChange,
    CodebookHistory,
    Example,
    MadeCoding,
    SubTheme,
    Theme,
    carried_codings,
    change_text,
    change_to_json,
    codebook_sha256,
    codebook_text,
    codebook_to_json,
    load_codebooks,
    packaged_codebook_files,
    packaged_codebooks,
    reopened_by_theme,
)
from areasend.themes.errors import CodingFault, CodingInvalid, ThemesError
from areasend.themes.recorded import CodingsWait, coded_units, require_decided
from areasend.themes.statements import FINDINGS, Statement, StatementKind, read_statements
from areasend.themes.suggestions import (
    Suggestion,
    Suggestions,
    read_suggestions,
    suggestions_csv,
    suggestions_json,
)
from areasend.themes.units import CodedUnit, Level, Settled, by_area, settled

__all__ = [
    "FINDINGS",
    "Carried",
    "CarriedCoding",
    "ChangeKind",
    "Codebook",
    "CodebookChange",
    "CodebookHistory",
    "CodedUnit",
    "CodingFault",
    "CodingInvalid",
    "CodingsWait",
    "Example",
    "Level",
    "MadeCoding",
    "Settled",
    "Statement",
    "StatementKind",
    "SubTheme",
    "Suggestion",
    "Suggestions",
    "Theme",
    "ThemesError",
    "by_area",
    "carried_codings",
    "change_text",
    "change_to_json",
    "codebook_sha256",
    "codebook_text",
    "codebook_to_json",
    "coded_units",
    "load_codebooks",
    "packaged_codebook_files",
    "packaged_codebooks",
    "read_statements",
    "read_suggestions",
    "reopened_by_theme",
    "require_decided",
    "settled",
    "suggestions_csv",
    "suggestions_json",
]
