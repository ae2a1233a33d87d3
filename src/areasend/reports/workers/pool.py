"""Many files read by some workers: who reads what, until when, and what comes of it."""

import selectors
from collections import deque
from collections.abc import Callable, Sequence
from typing import Generic, NoReturn

from areasend.reports.cache import ReadingCache
from areasend.reports.errors import ReportsError
from areasend.reports.kinds import DocumentKind
from areasend.reports.reading import Reading, not_a_report
from areasend.reports.workers import answers, endings
from areasend.reports.workers.frames import Frame, Kind, Malformed
from areasend.reports.workers.process import Worker
from areasend.reports.workers.system import AwakeClock
from areasend.reports.workers.tasks import Answer, Form, Limits, Task

_SECONDS_TO_START = 120.0
_LONGEST_WAIT = 1.0
_NONSENSE = "its process answered what is no answer"


def read_all(
    tasks: Sequence[Task],
    *,
    read: str,
    jobs: int,
    limits: Limits,
    cache: ReadingCache | None = None,
    done: Callable[[Reading], None] | None = None,
) -> tuple[Reading, ...]:
    """Reads each file in one of `jobs` worker processes; the readings come back in the order of the files' names.

    `read` is where a worker finds the reader, as `package.module:function`; it is called as
    `function(data, file=..., sha256=...)`. What `cache` holds is not read again. `done` is called with each reading as
    it comes. Raises `ReportsError` if a worker cannot start. However it ends, no worker outlives it.
    """
    form = Form(
        taken=lambda task, sha256, payload: answers.reading_in(payload, file=task.file, sha256=sha256),
        failed=lambda task, sha256, kind, detail: not_a_report(task.file, sha256, kind, detail),
        known=lambda task, sha256: cache.get(sha256, file=task.file) if cache else None,
        keep=lambda reading: cache.put(reading) if cache else None,
    )
    return run_all(tasks, form, read=read, jobs=jobs, limits=limits, done=done)


def run_all(
    tasks: Sequence[Task],
    form: Form[Answer],
    *,
    read: str,
    jobs: int,
    limits: Limits,
    done: Callable[[Answer], None] | None = None,
) -> tuple[Answer, ...]:
    """The same for anything that workers may do with a file; `read` then hands back what `form` takes."""
    if jobs < 1:
        raise ValueError(f"{jobs} workers read nothing")
    in_order = sorted(tasks, key=lambda task: (task.file, bytes(task.path)))
    with selectors.DefaultSelector() as selector:
        run = _Run(in_order, form, read, limits, done=done, selector=selector)
        run.all(jobs)
    return tuple(run.results[number] for number in range(len(in_order)))


class _Run(Generic[Answer]):
    """One call of `run_all`. A task is known by its number in the order of names."""

    def __init__(
        self,
        tasks: Sequence[Task],
        form: Form[Answer],
        read: str,
        limits: Limits,
        *,
        done: Callable[[Answer], None] | None,
        selector: selectors.BaseSelector,
    ) -> None:
        self._tasks, self._form, self._read, self._limits, self._done = tasks, form, read, limits, done
        self._selector = selector
        self._clock = AwakeClock()
        self._waiting = deque(range(len(tasks)))
        # Those on which a worker failed that had read others before: what these left behind is no fault of theirs.
        self._again: deque[int] = deque()
        self._workers: list[Worker] = []
        self._leaving: list[Worker] = []
        self.results: dict[int, Answer] = {}

    def all(self, jobs: int) -> None:
        try:
            while len(self.results) < len(self._tasks):
                self._start_missing(jobs)
                for worker in self._speaking():
                    self._hear(worker)
                self._end_late()
        except BaseException:
            for worker in self._workers:
                worker.kill()
            raise
        finally:
            for worker in self._workers:
                worker.dismiss()
            for worker in (*self._workers, *self._leaving):
                worker.close()

    def _start_missing(self, jobs: int) -> None:
        coming = sum(worker.task is None for worker in self._workers)
        while len(self._workers) < jobs and (self._again or coming < len(self._waiting)):
            while self._leaving:
                self._leaving.pop().close()
            worker = Worker(self._read, self._limits)
            worker.deadline = self._clock.now() + _SECONDS_TO_START
            if self._again:
                worker.task = self._again.popleft()
            coming += worker.task is None
            self._workers.append(worker)
            self._selector.register(worker, selectors.EVENT_READ)

    def _speaking(self) -> list[Worker]:
        """Waits until workers have said something or have ended, but not past a deadline."""
        left = min(worker.deadline for worker in self._workers) - self._clock.now()
        said = {key.fd for key, _ in self._selector.select(min(max(left, 0.0), _LONGEST_WAIT))}
        return [worker for worker in self._workers if worker.fileno() in said]

    def _end_late(self) -> None:
        now = self._clock.now()
        for worker in [worker for worker in self._workers if worker.deadline <= now]:
            if not worker.ready:
                _cannot_start(f"nothing was heard of it for {_SECONDS_TO_START:g} seconds")
            self._lose(worker, *endings.too_slow(self._limits), again=False)

    def _hear(self, worker: Worker) -> None:
        try:
            said = worker.hear()
            for frame in said or ():
                self._take(worker, frame)
        except Malformed:
            if not worker.ready:
                _cannot_start("something else than it speaks on its pipe")
            self._lose(worker, DocumentKind.CRASHED, _NONSENSE)
            return
        if said is None:
            kind, detail = endings.seen_in(worker.ending(), worker.peak_at_start, self._limits)
            if not worker.ready:
                _cannot_start(detail)
            self._lose(worker, kind, detail, again=True)

    def _take(self, worker: Worker, frame: Frame) -> None:
        """Acts on what a worker says. Raises `Malformed` where it is not its turn to say so."""
        match frame.kind:
            case Kind.UNABLE if not worker.ready:
                _cannot_start(answers.refusal_in(frame.payload, self._limits)[1])
            case Kind.READY if not worker.ready:
                worker.peak_at_start, worker.ready = answers.peak_in(frame.payload), True
                if worker.task is None:
                    self._next(worker, leaving=False)
                else:
                    self._give(worker, worker.task)
            case Kind.FOUND if worker.task is not None and not worker.sha256:
                self._found(worker, worker.task, answers.sha256_in(frame.payload))
            case Kind.REFUSED if worker.task is not None:
                self._refused(worker, worker.task, frame)
            case Kind.ANSWER if worker.task is not None and worker.sha256:
                self._answered(worker, worker.task, frame)
            case _:
                raise Malformed(f"{frame.kind.name} at the wrong time")

    def _found(self, worker: Worker, task: int, sha256: str) -> None:
        known = self._form.known(self._tasks[task], sha256)
        if known is not None:
            self._next(worker, leaving=False)
            self._finish(task, known)
        else:
            worker.sha256 = sha256
            worker.ask(Kind.READ, self._tasks[task].file.encode("utf-8", "surrogatepass"))

    def _refused(self, worker: Worker, task: int, frame: Frame) -> None:
        kind, detail = answers.refusal_in(frame.payload, self._limits)
        sha256, used = worker.sha256, worker.used
        self._next(worker, leaving=frame.leaving)
        self._failed(task, sha256, kind, detail, again=used and kind is DocumentKind.MEMORY_LIMIT)

    def _answered(self, worker: Worker, task: int, frame: Frame) -> None:
        sha256, used = worker.sha256, worker.used
        # It has its next file before its answer is looked at, so that it does not wait for that.
        self._next(worker, leaving=frame.leaving)
        try:
            answer = self._form.taken(self._tasks[task], sha256, frame.payload)
        except Malformed:
            self._failed(task, sha256, DocumentKind.CRASHED, _NONSENSE, again=used)
            raise
        self._form.keep(answer)
        self._finish(task, answer)

    def _next(self, worker: Worker, *, leaving: bool) -> None:
        """Lets a worker go on to another file, or lets it go."""
        worker.used = worker.used or worker.task is not None
        worker.task = None
        if leaving or not self._waiting:
            self._remove(worker)
            worker.dismiss()
            self._leaving.append(worker)
        else:
            self._give(worker, self._waiting.popleft())

    def _give(self, worker: Worker, task: int) -> None:
        worker.task, worker.sha256 = task, ""
        worker.deadline = self._clock.now() + self._limits.seconds
        worker.ask(Kind.OPEN, bytes(self._tasks[task].path))

    def _lose(self, worker: Worker, kind: DocumentKind, detail: str, *, again: bool = True) -> None:
        """A worker that is of no use any more; the file it has is lost with it, or read once more by a fresh one."""
        # Without a file it is one that was leaving, and is missed by nobody.
        if worker.task is not None:
            self._remove(worker)
            self._failed(worker.task, worker.sha256, kind, detail, again=again and worker.used)
        worker.kill()
        worker.close()

    def _failed(self, task: int, sha256: str, kind: DocumentKind, detail: str, *, again: bool) -> None:
        if again:
            self._again.append(task)
        else:
            self._finish(task, self._form.failed(self._tasks[task], sha256, kind, detail))

    def _remove(self, worker: Worker) -> None:
        self._workers.remove(worker)
        self._selector.unregister(worker)

    def _finish(self, task: int, answer: Answer) -> None:
        self.results[task] = answer
        if self._done:
            self._done(answer)


def _cannot_start(detail: str) -> NoReturn:
    raise ReportsError(
        f"A process that reads files could not start: {detail}. If the machine is short of memory, read with fewer "
        "--jobs; otherwise install areasend anew."
    )
