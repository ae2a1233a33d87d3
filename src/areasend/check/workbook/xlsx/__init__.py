"""Reading XLSX (Office Open XML) into the neutral model: openpyxl, and the raw package where openpyxl forgets."""

from areasend.check.workbook.xlsx.reading import read_xlsx

__all__ = ["read_xlsx"]
