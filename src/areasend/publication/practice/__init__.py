"""How a release is approved and published: its manifest, its ledger, the rules that can stop it, the public folder.

Rules are pure: the time, the bank holidays and what was found in a folder come in as arguments, and the clock is read
by the command alone. They come from the Code of Practice for Statistics (T3) and the Pre-release Access to Official
Statistics Order 2008, as points RL01 to RL10 of the publishing checklist have them.
"""

from areasend.publication.practice.days import day_faults, next_moment
from areasend.publication.practice.ledger import (
    SELF_DECLARED,
    Event,
    EventKind,
    Ledger,
    State,
    ledger_bytes,
    read_ledger,
)
from areasend.publication.practice.manifest import MANIFEST, ReleaseManifest, differences, read_manifest
from areasend.publication.practice.moments import day_text, moment_text
from areasend.publication.practice.plan import Practice, practice_json, practice_of
from areasend.publication.practice.public_root import PublicRoot
from areasend.publication.practice.refusals import Refusal, approval_refusals, publication_refusals

__all__ = [
    "MANIFEST",
    "SELF_DECLARED",
    "Event",
    "EventKind",
    "Ledger",
    "Practice",
    "PublicRoot",
    "Refusal",
    "ReleaseManifest",
    "State",
    "approval_refusals",
    "day_faults",
    "day_text",
    "differences",
    "ledger_bytes",
    "moment_text",
    "next_moment",
    "practice_json",
    "practice_of",
    "publication_refusals",
    "read_ledger",
    "read_manifest",
]
