"""The coding folder: statements, codebook, each coder's decisions and locks, adjudications; and the sheets to fill in.

A door of its own. Everything is verified when a folder is opened, every decision is on the disk before it is told as
made, and nobody's codes are told before everybody is locked (docs/adr/0023).
"""

from areasend.themes.coding.accepting import accept, followed_suggestions
from areasend.themes.coding.exporting import Exported, coding_records
from areasend.themes.coding.folder import CodingFolder
from areasend.themes.coding.model import Adjudication, Coder, Decision, NotAllowed, NotLocked, is_coder_key
from areasend.themes.coding.rules import Broken
from areasend.themes.coding.sheets import (
    KINDS,
    Disagreement,
    Imported,
    disagreements,
    disagreements_csv,
    import_sheet,
    pages,
    read_settlements,
    sheet_csv,
    sheet_ods,
)
from areasend.themes.coding.starting import new_coding, open_coding

__all__ = [
    "KINDS",
    "Adjudication",
    "Broken",
    "Coder",
    "CodingFolder",
    "Decision",
    "Disagreement",
    "Exported",
    "Imported",
    "NotAllowed",
    "NotLocked",
    "accept",
    "coding_records",
    "disagreements",
    "disagreements_csv",
    "followed_suggestions",
    "import_sheet",
    "is_coder_key",
    "new_coding",
    "open_coding",
    "pages",
    "read_settlements",
    "sheet_csv",
    "sheet_ods",
]
