"""User errors of laying out a release."""


class PublicationError(Exception):
    """A user error of the publication room."""


class ConfigurationInvalid(PublicationError):
    """`release.toml` breaks rules; `faults` holds every one of them."""

    def __init__(self, place: str, faults: tuple[str, ...]) -> None:
        self.faults = faults
        lines = "\n".join(f"  {fault}" for fault in faults)
        super().__init__(f"{place} has {len(faults)} fault(s):\n{lines}")


class AddressTaken(PublicationError):
    """The page of a local area would stand where another page does."""


class UnprovedSentence(Exception):
    """A page uses a figure that does not exist or a claim that was not proved: a bug of ours, never a user's."""


class ManifestUnreadable(PublicationError):
    """A folder has no manifest of a release that says how it is to be published."""


class LedgerInvalid(PublicationError):
    """A ledger is not as areasend wrote it, or says what cannot have happened."""


class ReleaseUnreadable(PublicationError):
    """A release folder is not what was built, or does not hold what a comparison needs."""


class PreviousUnfit(PublicationError):
    """The release named as the one before cannot be that, or a correction does not name what it corrects."""
