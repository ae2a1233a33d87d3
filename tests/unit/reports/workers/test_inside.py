"""A worker alone with its pipe: what it says, in which order, and that it ends by itself."""

from pathlib import Path

import pytest
from tests.unit.reports.workers import readers
from tests.unit.reports.workers.conftest import PLENTY

from areasend.reports.strict_json import from_json
from areasend.reports.workers.frames import Frame, Kind
from areasend.reports.workers.process import Worker


def next_frame(worker: Worker) -> Frame | None:
    """What it says next; None when it has ended."""
    while (heard := worker.hear()) is not None:
        if heard:
            (frame,) = heard
            return frame
    return None


def test_a_worker_opens_hashes_and_reads(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"two words")
    worker = Worker(readers.READ, PLENTY)
    kinds = [next_frame(worker)]
    worker.ask(Kind.OPEN, bytes(tmp_path / "file"))
    kinds.append(next_frame(worker))
    worker.ask(Kind.READ, b"shown")
    kinds.append(next_frame(worker))
    assert [frame.kind for frame in kinds if frame] == [Kind.READY, Kind.FOUND, Kind.ANSWER]
    assert kinds[2] is not None
    # The name is filled in by who asked.
    assert from_json(kinds[2].payload)["file"] == ""
    worker.dismiss()
    assert next_frame(worker) is None
    ended = worker.ending()
    assert ended is not None
    assert ended.code == 0
    worker.close()


@pytest.mark.parametrize(
    ("name", "kind", "leaving"),
    [
        ("any", Kind.ANSWER, False),
        ("hoard", Kind.ANSWER, True),
        ("fail", Kind.REFUSED, False),
        ("give_nothing", Kind.REFUSED, False),
        ("give_too_much", Kind.REFUSED, False),
        ("want_two_gibibytes", Kind.REFUSED, True),
    ],
)
def test_a_worker_stays_unless_it_has_grown(tmp_path: Path, name: str, kind: Kind, leaving: bool) -> None:
    (tmp_path / "file").write_text(name, encoding="utf-8")
    worker = Worker(readers.READ, PLENTY)
    assert next_frame(worker) is not None
    worker.ask(Kind.OPEN, bytes(tmp_path / "file"))
    assert next_frame(worker) is not None
    worker.ask(Kind.READ, b"shown")
    answer = next_frame(worker)
    assert answer is not None
    assert (answer.kind, answer.leaving) == (kind, leaving)
    if not leaving:
        worker.ask(Kind.OPEN, b"/nowhere")
        refused = next_frame(worker)
        assert refused is not None
        assert refused.kind is Kind.REFUSED
        worker.dismiss()
    assert next_frame(worker) is None
    ended = worker.ending()
    assert ended is not None
    assert ended.code == 0
    worker.close()


def test_a_worker_without_its_reader_says_so_and_ends() -> None:
    worker = Worker(readers.NOT_THERE, PLENTY)
    frame = next_frame(worker)
    assert frame is not None
    assert frame.kind is Kind.UNABLE
    assert next_frame(worker) is None
    worker.close()
