"""User errors of writing."""


class FormatsError(Exception):
    """A user error of the formats room."""


class FolderInTheWay(FormatsError):
    """Something already stands where a new folder is to be written."""


class CannotWrite(FormatsError):
    """The place named for the output cannot be written."""


class FolderBusy(FormatsError):
    """Another process is writing where this one would."""
