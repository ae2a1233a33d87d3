"""Writing files, free of any domain: CSV with CSVW metadata, JSON, ODS, PNG, pages, a folder written whole, hashes.

May import nothing of ours. It never reads what it wrote: a check uses the reader of somebody else.
Hands on functions from plain values to bytes. Same values, same bytes: no clock, no locale, no unordered set.
"""

from areasend.formats.components import component
from areasend.formats.csv_files import csv_bytes, csv_text
from areasend.formats.csvw import CsvwColumn, CsvwTable, csvw_bytes
from areasend.formats.errors import CannotWrite, FolderBusy, FolderInTheWay, FormatsError
from areasend.formats.feeds import Feed, FeedEntry, atom_bytes, sitemap_bytes
from areasend.formats.folder import new_folder, write_files
from areasend.formats.hashing import hashes_in, sha256_hex
from areasend.formats.json_files import json_bytes
from areasend.formats.pages import page_environment
from areasend.formats.png_files import grey_png, smaller_png
from areasend.formats.switching import (
    append_through,
    copy_sealed,
    locked,
    make_links,
    move_sealed,
    point,
    remove_sealed,
    write_through,
)

__all__ = [
    "CannotWrite",
    "CsvwColumn",
    "CsvwTable",
    "Feed",
    "FeedEntry",
    "FolderBusy",
    "FolderInTheWay",
    "FormatsError",
    "append_through",
    "atom_bytes",
    "component",
    "copy_sealed",
    "csv_bytes",
    "csv_text",
    "csvw_bytes",
    "grey_png",
    "hashes_in",
    "json_bytes",
    "locked",
    "make_links",
    "move_sealed",
    "new_folder",
    "page_environment",
    "point",
    "remove_sealed",
    "sha256_hex",
    "sitemap_bytes",
    "smaller_png",
    "write_files",
    "write_through",
]
