"""A worker, from inside: it opens a file, says its SHA-256, reads it if it is told to, and waits for the next.

It ends when its parent closes the pipe. Nothing here may trust that the reader comes back, or comes back whole.
"""

import pkgutil
import traceback
from collections.abc import Callable
from contextlib import suppress
from errno import ENOMEM
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from areasend.reports.kinds import DocumentKind
from areasend.reports.reading import Reading, reading_to_json
from areasend.reports.strict_json import to_json
from areasend.reports.workers import frames, system
from areasend.reports.workers.frames import Frame, Kind
from areasend.reports.workers.opening import NotOpened, file_content
from areasend.reports.workers.tasks import Plain

_LONGEST_REASON = 300


class _Answer(NamedTuple):
    kind: Kind
    payload: bytes
    memory_failed: bool = False


def main(settings: dict[str, Any]) -> None:
    """Runs a worker. `settings` are those of `process.Worker`."""
    asked, answers = system.own_pipes()
    with suppress(BrokenPipeError):  # nobody waits for the answer any more
        _serve(asked, answers, settings)


def _serve(asked: BinaryIO, answers: BinaryIO, settings: dict[str, Any]) -> None:
    memory = settings["mebibytes"] << 20
    try:
        system.leave_signals_to_parent()
        read = pkgutil.resolve_name(settings["read"])
    except Exception as error:  # whatever importing the reader may raise: the parent says it
        _send(answers, _Answer(Kind.UNABLE, _reason(error)))
        return
    system.watch_over(memory, settings["parent"])
    system.limit_memory(memory)
    _send(answers, _Answer(Kind.READY, to_json(system.most_resident())))
    at_first = system.resident()
    desk = _Desk(read, settings["file_bytes"])
    while (request := frames.receive(asked)) is not None:
        system.allow_processor_time(settings["seconds"])
        answer = desk.answer(request)
        # The next file shall not lack what this one left behind: from a quarter of the memory on, a fresh worker.
        grown = answer.memory_failed or system.resident() - at_first > memory // 4
        leaving = grown and answer.kind is not Kind.FOUND
        _send(answers, answer, leaving=leaving)
        if leaving:
            return


class _Desk:
    """The file that is open, between what is asked of it."""

    def __init__(self, read: Callable[..., Reading | Plain], largest: int) -> None:
        self._read, self._largest = read, largest
        self._data, self._sha256 = b"", ""

    def answer(self, request: Frame) -> _Answer:
        try:
            if request.kind is Kind.OPEN:
                self._data, self._sha256 = file_content(request.payload, largest=self._largest)
                return _Answer(Kind.FOUND, to_json(self._sha256))
            data, self._data = self._data, b""
            return self._answer_of(data, request.payload.decode("utf-8", "surrogatepass"))
        except NotOpened as refusal:
            return _refused(refusal.kind, refusal.detail)
        except Exception as error:  # a worker's loop: a bug of the reader costs this file only
            if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == ENOMEM):
                return _refused(DocumentKind.MEMORY_LIMIT, "", memory_failed=True)
            return _Answer(Kind.REFUSED, _reason(error))

    def _answer_of(self, data: bytes, file: str) -> _Answer:
        payload = to_json(_as_json(self._read(data, file=file, sha256=self._sha256)))
        if len(payload) > frames.LARGEST:
            return _refused(DocumentKind.TOO_LARGE, f"its reading has more than {frames.LARGEST} bytes")
        return _Answer(Kind.ANSWER, payload)


def _as_json(found: object) -> Any:
    if isinstance(found, Plain):
        return found.value
    if not isinstance(found, Reading):
        raise TypeError(f"the reader returned {type(found).__name__}")
    # The parent knows the name, which need not be text, and fills it in.
    return reading_to_json(found) | {"file": ""}


def _refused(kind: DocumentKind, detail: str, *, memory_failed: bool = False) -> _Answer:
    return _Answer(Kind.REFUSED, to_json([kind, detail]), memory_failed)


def _reason(error: Exception) -> bytes:
    """The exception in a line, and where it was raised: names of our files, not of folders of this machine."""
    said = " ".join(traceback.format_exception_only(error)[-1].split())
    raised = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(raised.filename).name}, line {raised.lineno}, in {raised.name}"
    text = f"{said[:_LONGEST_REASON]} ({where})".encode("utf-8", "backslashreplace").decode()
    return to_json([DocumentKind.CRASHED, text])


def _send(pipe: BinaryIO, answer: _Answer, *, leaving: bool = False) -> None:
    pipe.write(frames.packed(answer.kind, answer.payload, leaving=leaving))
    pipe.flush()
