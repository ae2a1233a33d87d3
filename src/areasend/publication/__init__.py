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
from areasend.publication.layout import lay_out, lay_out_quality, manifest_bytes
from areasend.publication.number_check import NUMBER_CHECK, NUMBER_CHECK_TEXT, NumberCheck, NumberRemark
from areasend.publication.practice import MANIFEST
from areasend.publication.release import UNOFFICIAL, Release

__all__ = [
    "MANIFEST",
    "NUMBER_CHECK",
    "NUMBER_CHECK_TEXT",
    "UNOFFICIAL",
    "WORKBOOK",
    "CalendarState",
    "ConfigurationInvalid",
    "Edition",
    "LedgerInvalid",
    "ManifestUnreadable",
    "NumberCheck",
    "NumberRemark",
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
    "lay_out_quality",
    "manifest_bytes",
    "packaged_config_bytes",
    "read_config",
    "table_json",
]
