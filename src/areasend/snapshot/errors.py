"""User errors of snapshots."""


class SnapshotError(Exception):
    """A user error of the snapshot room."""


class CannotFreeze(SnapshotError):
    """The records cannot be frozen as at the date that was asked for."""


class SnapshotInvalid(SnapshotError):
    """A snapshot's folder is not what was frozen; `problems` holds everything that differs."""

    def __init__(self, place: str, problems: tuple[str, ...]) -> None:
        self.problems = problems
        lines = "\n".join(f"  {problem}" for problem in problems)
        super().__init__(f"The snapshot in {place} is not what was frozen:\n{lines}")
