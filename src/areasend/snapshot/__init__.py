"""Records frozen for a date, in one canonical form of bytes with their hashes, to be proved or compared later.

Holds the freeze, the folder it is kept in, verification and comparison; it holds and validates, it counts nothing.
May import framework, register, themes and formats. Hands on a `Snapshot`, the only thing that statistics counts.
"""

from areasend.snapshot.comparing import Change, ChangeKind, compare, followed, record_name
from areasend.snapshot.errors import CannotFreeze, SnapshotError, SnapshotInvalid
from areasend.snapshot.following import History, expected_about, histories, known_to_have_ended, version_of
from areasend.snapshot.freezing import Dates, belongs, dates_of, freeze, narrow
from areasend.snapshot.model import LeftOut, Snapshot
from areasend.snapshot.storing import SNAPSHOT_FILE, read_snapshot, snapshot_files

__all__ = [
    "SNAPSHOT_FILE",
    "CannotFreeze",
    "Change",
    "ChangeKind",
    "Dates",
    "History",
    "LeftOut",
    "Snapshot",
    "SnapshotError",
    "SnapshotInvalid",
    "belongs",
    "compare",
    "dates_of",
    "expected_about",
    "followed",
    "freeze",
    "histories",
    "known_to_have_ended",
    "narrow",
    "read_snapshot",
    "record_name",
    "snapshot_files",
    "version_of",
]
