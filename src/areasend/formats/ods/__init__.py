"""Writing OpenDocument spreadsheets (ODF 1.3), small and streaming, so that a release can be rebuilt byte for byte.

No kept library writes an accessible, reproducible ODS at this size and speed (docs/adr/0003); this one writes what an
accessible workbook needs and nothing else: one table a sheet, marked up; text that wraps; no merges or fills. Panes are
for sheets to work in, not for a release.
"""

from areasend.formats.ods.model import Cell, Link, Number, OdsDay, OdsTable, Sheet, Text, TextStyle, Workbook
from areasend.formats.ods.package import ods_bytes

__all__ = ["Cell", "Link", "Number", "OdsDay", "OdsTable", "Sheet", "Text", "TextStyle", "Workbook", "ods_bytes"]
