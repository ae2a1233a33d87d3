"""User errors of writing."""


class FormatsError(Exception):
    """A user error of the formats room."""


class FolderInTheWay(FormatsError):
    """Something already stands where a new folder is to be written."""
