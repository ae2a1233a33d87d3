"""One coder's work: the decisions in order, the locks over them, and what follows from both."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from areasend.themes.codebook import CodebookHistory
from areasend.themes.coding.model import Coder, Decision, Lock
from areasend.themes.coding.rules import is_reopened, may_follow


@dataclass(frozen=True, kw_only=True)
class Work:
    """A coder with all decisions and locks; `unfinished` says that a crash left a part of a line behind them.

    `joined` is the coder as written in `coder.toml`; `coder` knows whether the work is locked.
    """

    joined: Coder
    decisions: tuple[Decision, ...]
    locks: tuple[Lock, ...]
    unfinished: bool
    history: CodebookHistory

    @cached_property
    def latest(self) -> Mapping[str, Decision]:
        """The decision that holds, for each statement decided."""
        return {decision.statement: decision for decision in self.decisions}

    @cached_property
    def reopened(self) -> frozenset[str]:
        """The statements that the latest version of the codebook asks to be decided again."""
        return frozenset(key for key, decision in self.latest.items() if is_reopened(decision, self.history))

    @property
    def is_locked(self) -> bool:
        """Whether the last lock holds: it covers every decision, and no later version of the codebook reopens one."""
        if not self.locks:
            return False
        last = self.locks[-1]
        return last.codebook == self.history.latest.version or (
            not self.reopened and last.decisions == len(self.decisions)
        )

    @property
    def coder(self) -> Coder:
        return replace(self.joined, locked=self.locks[-1].day if self.is_locked else None)

    @cached_property
    def standing(self) -> Mapping[str, Decision]:
        """The decisions that need not be made again, in keys of the latest codebook."""
        return {key: self._carried(decision) for key, decision in self.latest.items() if key not in self.reopened}

    @property
    def codes(self) -> Mapping[str, tuple[str, ...]]:
        """The themes of each statement in keys of the latest codebook; what is reopened has none for the time."""
        return {key: decision.themes for key, decision in self.standing.items()}

    def _carried(self, decision: Decision) -> Decision:
        latest = self.history.latest
        if decision.codebook == latest.version:
            return decision
        themes = self.history.carried(decision.themes, made_with=decision.codebook).themes
        known = {sub.key for theme in latest.themes if theme.key in themes for sub in theme.sub_themes}
        return replace(decision, themes=themes, sub_themes=tuple(key for key in decision.sub_themes if key in known))

    def may_decide(self, statement: str) -> bool:
        return may_follow(
            statement,
            self.history.latest.version,
            latest=self.latest.get(statement),
            lock=self.locks[-1] if self.locks else None,
            since=self._since_lock,
            history=self.history,
        )

    @cached_property
    def _since_lock(self) -> frozenset[str]:
        sealed = self.locks[-1].decisions if self.locks else 0
        return frozenset(decision.statement for decision in self.decisions[sealed:])


__all__ = ["Work"]
