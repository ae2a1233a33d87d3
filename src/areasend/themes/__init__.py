"""Themes: the codebook, what coders said of each finding, how far they agree, and suggestions.

May import framework, register and formats; it knows no statistics: coders do not see rates. Sub-packages that are doors
of their own load what only they need: `themes.agreement`, `themes.coding`, `themes.serving`, `themes.suggesting`.
Hands on the codebook and `CodedUnit`s: the themes each coder gave each finding.
"""

from areasend.themes.codebook import (
    Carried,
    ChangeKind,
    Codebook,
    CodebookChange,
    CodebookHistory,
    Example,
    SubTheme,
    Theme,
    codebook_sha256,
    load_codebooks,
    packaged_codebook_files,
    packaged_codebooks,
)
from areasend.themes.errors import CodingFault, CodingInvalid, ThemesError
from areasend.themes.recorded import coded_units
from areasend.themes.statements import FINDINGS, Statement, StatementKind, read_statements
from areasend.themes.units import CodedUnit, Level, Settled, by_area, settled

__all__ = [
    "FINDINGS",
    "Carried",
    "ChangeKind",
    "Codebook",
    "CodebookChange",
    "CodebookHistory",
    "CodedUnit",
    "CodingFault",
    "CodingInvalid",
    "Example",
    "Level",
    "Settled",
    "Statement",
    "StatementKind",
    "SubTheme",
    "Theme",
    "ThemesError",
    "by_area",
    "coded_units",
    "codebook_sha256",
    "load_codebooks",
    "packaged_codebook_files",
    "packaged_codebooks",
    "read_statements",
    "settled",
]
