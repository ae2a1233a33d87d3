"""What can go wrong while reading somebody's publication. Findings about a readable file are results, not errors."""


class CheckError(Exception):
    """A file could not be checked; the message is for the person who asked for the check."""


class WorkbookUnreadable(CheckError):
    """The file is no workbook that can be read safely: rule broken, what was found, where, what to do next."""

    def __init__(self, *, rule: str, found: str, where: str, remedy: str) -> None:
        super().__init__(f"{where}: {rule}; found {found}. What to do: {remedy}.")
        self.rule = rule
        self.found = found
        self.where = where
        self.remedy = remedy


class WordListUnreadable(CheckError):
    """A list of further words is no text file."""


class TablesUnreadable(CheckError):
    """The published CSV files that a workbook is to be compared with cannot be read."""


class AcceptancesUnreadable(CheckError):
    """The file of accepted findings breaks a rule: which, what was found, where, what to do."""
