"""How large a publication may be: far above any that is published, far below what would fill a machine.

The largest in this field are a page of 0.1 MB and a release of 8 MB in 400 files; statistical workbooks reach 10 MB.
"""

from areasend.check.errors import PublicationUnreadable

MAX_FILE = 50_000_000
MAX_FILES = 5_000
MAX_ALL = 200_000_000
MAX_TAGS = 300_000
MAX_ATTRIBUTES = 2_000
MAX_LINES = 200_000
MAX_CELLS = 250_000
# A workbook program has 16,384; nobody reads so many.
MAX_COLUMNS = 2_000
# A long novel; to read and check as much takes some ten seconds.
MAX_TEXT = 2_000_000
MAX_NUMBERS = 200_000
# A browser takes no more columns for one cell and no more rows (HTML standard, "forming a table").
MAX_COLUMNS_SPANNED = 1_000
MAX_ROWS_SPANNED = 65_534
SPLIT = "give it in parts, or give only the part that is to be checked"


def refuse_above(limit: int, amount: int, *, what: str, where: str, remedy: str = SPLIT) -> None:
    """Stops with a message where there is more of something than a publication has."""
    if amount > limit:
        rule = f"a publication to check has at most {limit:,} {what}"
        raise PublicationUnreadable(rule=rule, found=f"{amount:,}", where=where, remedy=remedy)
