"""Readers for the tests of workers. A file's content says what happens to whoever reads it."""

import ctypes
import mmap
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from areasend.reports import Box, DocumentKind, Passage, Place, Reading, Value
from areasend.reports.workers.frames import Kind, packed

READ = "tests.unit.reports.workers.readers:read"
NOT_THERE = "tests.unit.reports.workers.no_readers:read"
MADE_UP = (
    b'{"file": "", "sha256": "", "document": "empty", "values": [], "findings": [], "passages": [], "problems": [], '
    b'"page_sizes": []}'
)
_files_read = 0
_kept: list[object] = []


def read(data: bytes, *, file: str, sha256: str) -> Reading:
    """Does what the first word of the file names, if it names something here; then counts its words."""
    global _files_read
    _files_read += 1
    words = data.decode("latin-1").split()
    if words and words[0] in ACTS:
        found = ACTS[words[0]]()
        if found is not None:
            return found
    return reading(file=file, sha256=sha256, words=len(words))


def reading(*, file: str, sha256: str, words: int) -> Reading:
    value = Value(field="words", value=str(words), places=(Place(1, "é “words”", Box(72, 100.5, 523.25, 112)),))
    return Reading(file=file, sha256=sha256, document=DocumentKind.FULL_INSPECTION, values=(value,))


def hang() -> None:
    time.sleep(3600)


def spin() -> None:
    """Works for ever without giving Python a turn."""
    re.match(r"(a+)+$", "a" * 60 + "b")


def grow() -> None:
    while True:
        _kept.append(bytearray(8 << 20))


def want_two_gibibytes() -> None:
    _kept.append(bytearray(2 << 30))


def grow_natively() -> None:
    """What PDFium does: takes memory until it is refused, and aborts."""
    library = ctypes.CDLL(None)
    library.malloc.restype = ctypes.c_void_p
    while place := library.malloc(8 << 20):
        ctypes.memset(place, 1, 8 << 20)
    library.abort()


def grow_shared() -> None:
    """Grows in memory that the kernel's limit does not count, and lives on."""
    for _ in range(64):
        shared = mmap.mmap(-1, 32 << 20)
        shared.write(b"x" * (32 << 20))
        _kept.append(shared)
        time.sleep(0.02)
    hang()


def hoard() -> None:
    """Keeps more than the next file can do without."""
    _kept.append(bytearray(200 << 20))


def need_much() -> None:
    """What fits into a fresh worker, and not beside a hoard."""
    bytearray(300 << 20)


def crash_if_used() -> None:
    if _files_read > 1:
        os.abort()


def fail_if_used() -> None:
    if _files_read > 1:
        grow()


def give_nonsense_if_used() -> None:
    if _files_read > 1:
        write_nonsense()


def crash() -> None:
    ctypes.string_at(0)


def abort() -> None:
    os.abort()


def leave() -> None:
    os._exit(3)


def stop() -> None:
    sys.exit(4)


def fail() -> None:
    raise LookupError("no such\nplace " + "x" * 1000)


def fail_unprintably() -> None:
    raise LookupError("half a pair: \ud800")


def recurse() -> None:
    recurse()


def say() -> None:
    """Prints as libraries do, and reads what is not for it."""
    for stream in (1, 2):
        os.write(stream, b"noise of a library\n")
    print("noise", file=sys.stderr)
    assert os.read(0, 10) == b""


def give_nothing() -> object:
    return {"file": "x"}


def give_no_number() -> Reading:
    return Reading(file="", sha256="", document=DocumentKind.FULL_INSPECTION, page_sizes=((float("nan"), 1.0),))


def give_half_a_pair() -> Reading:
    value = Value(field="words", value="\udc80")
    return Reading(file="", sha256="", document=DocumentKind.FULL_INSPECTION, values=(value,))


def give_too_much() -> Reading:
    place = Place(1, "x", Box(0, 0, 1, 1))
    text = "x" * (17 << 20)
    passage = Passage(section="", heading="", seq=1, form="", text=text, leadership="", places=(place,))
    return Reading(file="", sha256="", document=DocumentKind.FULL_INSPECTION, passages=(passage,))


def write_nonsense() -> None:
    _on_all_pipes(b"\xff" * 100)
    hang()


def write_half() -> None:
    _on_all_pipes(packed(Kind.ANSWER, b"{}" * 50)[:20])
    hang()


def write_endless() -> None:
    _on_all_pipes(b"\x07\x00\xff\xff\xff\xff")
    hang()


def answer_wrongly() -> None:
    _on_all_pipes(packed(Kind.ANSWER, b'{"document": "empty", "values": 7}'))
    hang()


def answer_twice() -> None:
    _on_all_pipes(packed(Kind.ANSWER, MADE_UP) * 2)
    hang()


def answer_after_leaving() -> None:
    _on_all_pipes(packed(Kind.ANSWER, MADE_UP, leaving=True) * 2)
    hang()


def answer_out_of_turn() -> None:
    _on_all_pipes(packed(Kind.READY, b"1"))
    hang()


def refuse_wrongly() -> None:
    _on_all_pipes(packed(Kind.REFUSED, b'["full_inspection", "made up"]'))
    hang()


def close_pipes() -> None:
    for descriptor in range(3, 30):
        try:
            os.close(descriptor)
        except OSError:
            continue
    hang()


def end_by_processor_time() -> None:
    os.kill(os.getpid(), signal.SIGXCPU)
    hang()


def stay_behind() -> None:
    """Says who this process is, and hangs with a thread that does not end either."""
    Path(os.environ["WORKER_TELLS"]).write_text(str(os.getpid()), encoding="utf-8")
    threading.Thread(target=hang).start()
    hang()


def _on_all_pipes(content: bytes) -> None:
    for descriptor in range(3, 30):
        try:
            os.write(descriptor, content)
        except OSError:
            continue


ACTS: dict[str, Callable[[], object]] = {
    act.__name__: act
    for act in (
        *(hang, spin, grow, want_two_gibibytes, grow_natively, grow_shared, hoard, need_much),
        *(
            crash_if_used,
            fail_if_used,
            give_nonsense_if_used,
            crash,
            abort,
            leave,
            stop,
            fail,
            fail_unprintably,
            recurse,
            say,
        ),
        *(give_nothing, give_no_number, give_half_a_pair, give_too_much),
        *(write_nonsense, write_half, write_endless, answer_wrongly, answer_out_of_turn, refuse_wrongly, close_pipes),
        *(answer_twice, answer_after_leaving),
        *(end_by_processor_time, stay_behind),
    )
}
