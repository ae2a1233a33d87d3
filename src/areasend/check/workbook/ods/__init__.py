"""Reading ODS (OpenDocument 1.2/1.3 spreadsheets) into the neutral model, with no code of our ODS writer."""

from areasend.check.workbook.ods.reading import read_ods

__all__ = ["read_ods"]
