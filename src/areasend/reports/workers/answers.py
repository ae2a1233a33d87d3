"""What a worker says, held against what it may say. Everything else is `Malformed`."""

import re
from collections.abc import Callable
from typing import Any

from areasend.reports.kinds import DocumentKind
from areasend.reports.reading import Reading, reading_from_json
from areasend.reports.strict_json import from_json
from areasend.reports.workers.endings import too_much
from areasend.reports.workers.frames import Malformed
from areasend.reports.workers.tasks import Answer, Limits

_SHA256 = re.compile("[0-9a-f]{64}")
_REFUSALS = {DocumentKind.UNREADABLE, DocumentKind.TOO_LARGE, DocumentKind.MEMORY_LIMIT, DocumentKind.CRASHED}


def peak_in(payload: bytes) -> int:
    """The most memory that a worker had when it was ready, in bytes."""
    peak = _in(payload)
    if type(peak) is not int:
        raise Malformed("no number of bytes")
    return peak


def sha256_in(payload: bytes) -> str:
    sha256 = _in(payload)
    if not isinstance(sha256, str) or not _SHA256.fullmatch(sha256):
        raise Malformed("no SHA-256")
    return sha256


def reading_in(payload: bytes, *, file: str, sha256: str) -> Reading:
    """A reading, of the file and the bytes that were asked about whatever the worker says of them."""
    return plain_in(payload, lambda found: reading_from_json({**found, "file": file, "sha256": sha256}))


def plain_in(payload: bytes, made: Callable[[Any], Answer]) -> Answer:
    """What `made` makes of an answer in terms of JSON; it raises `KeyError`, `TypeError` or `ValueError` for others."""
    found = _in(payload)
    try:
        return made(found)
    except (KeyError, TypeError, ValueError) as error:
        raise Malformed(f"no answer of ours: {error}") from error


def refusal_in(payload: bytes, limits: Limits) -> tuple[DocumentKind, str]:
    """Why a file was not read: as what it is reported, and the detail."""
    match _in(payload):
        case [DocumentKind.MEMORY_LIMIT, ""]:
            return too_much(limits)
        case [str(kind), str(detail)] if kind in _REFUSALS:
            return DocumentKind(kind), detail
    raise Malformed("no refusal")


def _in(payload: bytes) -> Any:
    try:
        return from_json(payload)
    except ValueError as error:
        raise Malformed(f"no JSON of ours: {error}") from error
