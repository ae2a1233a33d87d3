"""The workbook checklist: points SS01 to SS44 run on any ODS or XLSX file, ours or a stranger's.

Holds: two readers (`ods`, `xlsx`) that build one neutral model, and one small function for each point (`points`).
May import: nothing of ours outside `check`; it never sees the writer of our workbook.
Hands on: `check_workbook` and its report, as objects, as text and as JSON.
"""

from areasend.check.errors import WorkbookUnreadable
from areasend.check.workbook.checking import check_workbook
from areasend.check.workbook.report import Place, PointResult, Status, WorkbookReport
from areasend.check.workbook.report_format import report_json, report_text

__all__ = [
    "Place",
    "PointResult",
    "Status",
    "WorkbookReport",
    "WorkbookUnreadable",
    "check_workbook",
    "report_json",
    "report_text",
]
