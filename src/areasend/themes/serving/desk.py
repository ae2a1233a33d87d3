"""Where the page and the coding folder meet: one thing at a time, always as the files stand."""

from collections.abc import Callable
from datetime import datetime
from threading import Lock

from areasend.themes.serving.filled import Choice
from areasend.themes.serving.fresh import Fresh
from areasend.themes.serving.work import Work


class Stopped(Exception):
    """The command is ending: nothing is saved any more."""


class CoderLocked(Exception):
    """The coder's work has been locked, here or in another terminal."""


class Changed(Exception):
    """The statement's decision or the codebook is another than when the form was drawn."""


class Desk:
    """One coder's desk. The folder is looked at anew for every request: other commands may have changed it."""

    def __init__(self, fresh: Fresh, coder: str, now: Callable[[], datetime]) -> None:
        self._fresh, self.coder, self._now = fresh, coder, now
        self._one_at_a_time = Lock()
        self._stopped = False

    def work(self) -> Work:
        with self._one_at_a_time:
            return Work(self._fresh.now(), self.coder)

    def save(self, statement_id: str, choice: Choice, seen: str) -> None:
        """Returns once the decision is on the disk. `seen` is the version of the task that the form was drawn from.

        Raises `Stopped`, `CoderLocked` or `Changed`, and what the coding folder raises; nothing is saved then.
        """
        with self._one_at_a_time:
            if self._stopped:
                raise Stopped
            coding = self._fresh.now()
            work = Work(coding, self.coder)
            task = work.task(statement_id)
            if task is None:
                raise Changed
            if not task.may_change:
                raise CoderLocked
            if task.version != seen:
                raise Changed
            try:
                coding.decide(
                    self.coder,
                    statement_id,
                    choice.themes,
                    sub_themes=choice.sub_themes,
                    note=choice.note,
                    decided=self._now(),
                    suggested=choice.suggested,
                )
            finally:
                self._fresh.forget()

    def close(self) -> None:
        """Waits for a decision that is being saved, and takes no more."""
        with self._one_at_a_time:
            self._stopped = True


__all__ = ["Changed", "CoderLocked", "Desk", "Stopped"]
