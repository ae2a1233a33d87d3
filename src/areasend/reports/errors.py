"""Errors of reading reports that are the user's to mend."""


class ReportsError(Exception):
    """A fault in what was asked for, with what to do next; faults inside documents are problems, not errors."""
