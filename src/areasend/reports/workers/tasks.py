"""What workers are given, within which limits, and what is made of their answers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from areasend.reports.kinds import DocumentKind

Answer = TypeVar("Answer")
# An interpreter with PDFium loaded takes about 25 MiB; below this hardly a report could be read.
_FEWEST_MEBIBYTES = 128


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """A file to be read: the name it is shown under, and where it lies."""

    file: str
    path: Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What one file may take: seconds, resident memory of the worker, and its own size."""

    seconds: float = 60
    mebibytes: int = 512
    file_bytes: int = 64 << 20

    def __post_init__(self) -> None:
        if self.seconds <= 0 or self.mebibytes < _FEWEST_MEBIBYTES or self.file_bytes < 1:
            raise ValueError(f"limits within which nothing can be read: {self}")


class Plain(NamedTuple):
    """What a worker's function hands back that is no reading, in terms of JSON."""

    value: Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Form(Generic[Answer]):
    """What is made of a file in a worker: of what the worker says, of its failure, and of what was kept before.

    Each is given the task and the file's SHA-256. `taken` raises `Malformed` for what no worker of ours says.
    """

    taken: Callable[[Task, str, bytes], Answer]
    failed: Callable[[Task, str, DocumentKind, str], Answer]
    known: Callable[[Task, str], Answer | None]
    keep: Callable[[Answer], None]
