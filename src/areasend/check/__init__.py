"""Check: anybody's publication read back and held against the rules for publishing it.

Holds: readers of published files that share nothing with our writers, and the checklists run over what they read.
May import: snapshot, statistics, framework, register and formats; never publication, so that one mistake cannot
hide itself. Hands on: `areasend.check.workbook.check_workbook`, and the errors a command line has to know.
"""

from areasend.check.errors import (
    CheckError,
    PublicationUnreadable,
    TablesUnreadable,
    WordListUnreadable,
    WorkbookUnreadable,
)

__all__ = ["CheckError", "PublicationUnreadable", "TablesUnreadable", "WordListUnreadable", "WorkbookUnreadable"]
