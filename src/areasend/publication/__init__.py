"""Laying out a release: pages, workbook, CSV with metadata, JSON and manifest, from tables and claims.

A writer formats, it never counts: records stay out, and every number arrives as a `Figure`. May import statistics
(its types), framework and formats. Hands on the files of a release, by name, to be written as one new folder.
"""

from areasend.publication.changes_json import changes_json
from areasend.publication.config import CalendarState, ReleaseConfig, Rule, packaged_config_bytes, read_config
from areasend.publication.data_files import figure_json, table_json
from areasend.publication.dataset import WORKBOOK
from areasend.publication.edition import Edition, ReleaseKind
from areasend.publication.editions import edition_of
from areasend.publication.errors import (
    ConfigurationInvalid,
    LedgerInvalid,
    ManifestUnreadable,
    PreviousUnfit,
    PublicationError,
    ReleaseUnreadable,
    UnprovedSentence,
)
from areasend.publication.layout import lay_out, manifest_bytes
from areasend.publication.practice import MANIFEST
from areasend.publication.release import UNOFFICIAL, Release

__all__ = [
    "MANIFEST",
    "UNOFFICIAL",
    "WORKBOOK",
    "CalendarState",
    "ConfigurationInvalid",
    "Edition",
    "LedgerInvalid",
    "ManifestUnreadable",
    "PreviousUnfit",
    "PublicationError",
    "Release",
    "ReleaseConfig",
    "ReleaseKind",
    "ReleaseUnreadable",
    "Rule",
    "UnprovedSentence",
    "changes_json",
    "edition_of",
    "figure_json",
    "lay_out",
    "manifest_bytes",
    "packaged_config_bytes",
    "read_config",
    "table_json",
]
