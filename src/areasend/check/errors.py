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


class PublicationUnreadable(CheckError):
    """A file is no publication that can be read as it stands: rule broken, what was found, where, what to do next."""

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


class ReleaseUnreadable(CheckError):
    """A data file of a release folder is not what a release writes: rule broken, what was found, where."""

    def __init__(self, *, rule: str, found: str, where: str) -> None:
        remedy = "build the release again, or check its files one by one"
        super().__init__(f"{where}: {rule}; found {found}. What to do: {remedy}.")
        self.rule = rule
        self.found = found
        self.where = where


class AcceptancesUnreadable(CheckError):
    """The file of accepted findings breaks a rule: which, what was found, where, what to do."""
