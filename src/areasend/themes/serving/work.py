"""One coder's own work: which statements there are in the coder's order, what is decided, open or reopened.

`Coding` is all that the page may ask of a coding folder. What it does not name, such as units with the codes of
several coders, cannot be reached from here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property, partial
from typing import Protocol

from areasend.formats import sha256_hex
from areasend.themes.codebook import Carried, Codebook, CodebookHistory
from areasend.themes.errors import ThemesError
from areasend.themes.statements import Statement


class Decision(Protocol):
    @property
    def themes(self) -> tuple[str, ...]: ...
    @property
    def sub_themes(self) -> tuple[str, ...]: ...
    @property
    def note(self) -> str: ...
    @property
    def codebook(self) -> int: ...
    @property
    def decided(self) -> str: ...
    @property
    def suggested(self) -> str: ...


class Coder(Protocol):
    @property
    def key(self) -> str: ...
    @property
    def made_by(self) -> str: ...
    @property
    def locked(self) -> date | None: ...


class Coding(Protocol):
    @property
    def history(self) -> CodebookHistory: ...
    @property
    def statements(self) -> tuple[Statement, ...]: ...
    @property
    def coders(self) -> Sequence[Coder]: ...
    def decisions(self, coder: str) -> Mapping[str, Decision]: ...
    def order(self, coder: str) -> tuple[str, ...]: ...
    def open_for(self, coder: str) -> tuple[str, ...]: ...
    def may_decide(self, coder: str, statement_id: str) -> bool: ...
    def decide(
        self,
        coder: str,
        statement_id: str,
        themes: Sequence[str],
        *,
        sub_themes: Sequence[str] = (),
        note: str = "",
        decided: datetime,
        suggested: str = "",
    ) -> Decision: ...


class State(StrEnum):
    """`left`: without a code, and the coder's work was locked."""

    OPEN = "open"
    REOPENED = "reopened"
    DONE = "done"
    LEFT = "left"


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """A statement at its place in the coder's order. `themes` are what was decided, as the latest codebook has them."""

    statement: Statement
    number: int
    state: State
    may_change: bool
    decision: Decision | None
    themes: tuple[str, ...]
    reopened: frozenset[str]
    version: str


class Work:
    """How one coder's work stands at one moment."""

    def __init__(self, coding: Coding, coder: str) -> None:
        self.history: CodebookHistory = coding.history
        self.coder = _coder(coding, coder)
        self._decisions = coding.decisions(coder)
        self._may_decide = partial(coding.may_decide, coder)
        self._open = frozenset(coding.open_for(coder))
        self._statements = {statement.id: statement for statement in coding.statements}
        self.order = coding.order(coder)
        self._numbers = {statement_id: number for number, statement_id in enumerate(self.order, 1)}

    @property
    def codebook(self) -> Codebook:
        return self.history.latest

    @cached_property
    def states(self) -> dict[str, State]:
        """The state of each statement, in the coder's order."""
        return {statement_id: self._state(statement_id) for statement_id in self.order}

    @property
    def done(self) -> int:
        return sum(state is State.DONE for state in self.states.values())

    @property
    def to_do(self) -> int:
        return len(self._open)

    def task(self, statement_id: str) -> Task | None:
        if statement_id not in self._numbers:
            return None
        decision = self._decisions.get(statement_id)
        carried = self._carried(statement_id)
        return Task(
            statement=self._statements[statement_id],
            number=self._numbers[statement_id],
            state=self._state(statement_id),
            may_change=self._may_decide(statement_id),
            decision=decision,
            themes=carried.themes,
            reopened=carried.reopened,
            version=_version(decision, self.codebook.version),
        )

    def before(self, task: Task) -> str | None:
        return self.order[task.number - 2] if task.number > 1 else None

    def after(self, task: Task) -> str | None:
        return self.order[task.number] if task.number < len(self.order) else None

    def next_open(self, after: int = 0) -> str | None:
        """The first statement that is to be decided behind a place of the order, or from its beginning."""
        around = (*self.order[after:], *self.order[:after])
        return next((statement_id for statement_id in around if statement_id in self._open), None)

    def _carried(self, statement_id: str) -> Carried:
        decision = self._decisions.get(statement_id)
        if decision is None:
            return Carried(themes=(), reopened=frozenset())
        return self.history.carried(decision.themes, made_with=decision.codebook)

    def _state(self, statement_id: str) -> State:
        if statement_id in self._open:
            return State.REOPENED if statement_id in self._decisions else State.OPEN
        if statement_id in self._decisions and not self._carried(statement_id).reopened:
            return State.DONE
        return State.LEFT


def _coder(coding: Coding, name: str) -> Coder:
    coder = next((coder for coder in coding.coders if coder.key == name), None)
    if coder is None:
        known = ", ".join(sorted(coder.key for coder in coding.coders)) or "none"
        raise ThemesError(f"{name!r} is no coder of this folder (coders: {known}). Name one with --coder.")
    if coder.made_by != "person":
        raise ThemesError(f"The coder {name!r} is a model. The page is for persons: name another coder with --coder.")
    return coder


def _version(decision: Decision | None, codebook: int) -> str:
    """Differs whenever what a form was drawn from has changed."""
    held = decision and (
        decision.themes,
        decision.sub_themes,
        decision.note,
        decision.codebook,
        decision.decided,
        decision.suggested,
    )
    return sha256_hex(repr((held, codebook)).encode())[:16]


__all__ = ["Coder", "Coding", "Decision", "State", "Task", "Work"]
