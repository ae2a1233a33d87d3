"""Sheets: what a coder fills in with a spreadsheet program and what is read back; what coders differ on."""

from areasend.themes.coding.sheets.importing import Imported, import_sheet
from areasend.themes.coding.sheets.settling import Disagreement, disagreements, disagreements_csv, read_settlements
from areasend.themes.coding.sheets.writing import KINDS, pages, sheet_csv, sheet_ods

__all__ = [
    "KINDS",
    "Disagreement",
    "Imported",
    "disagreements",
    "disagreements_csv",
    "import_sheet",
    "pages",
    "read_settlements",
    "sheet_csv",
    "sheet_ods",
]
