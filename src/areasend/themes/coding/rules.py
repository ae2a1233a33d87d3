"""What a decision and an adjudication must obey, one by one and in the order of a coder's file."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from areasend.themes.codebook import Codebook, CodebookHistory
from areasend.themes.coding.model import Decision, Lock, text_fault


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that is broken and the value that breaks it; the value may be a coder's secret."""

    rule: str
    value: str = ""

    def __str__(self) -> str:
        return f"{self.rule}: {self.value}" if self.value else self.rule


def broken_by_themes(themes: Sequence[str], sub_themes: Sequence[str], codebook: Codebook) -> Iterator[Broken]:
    """What is wrong with the themes and sub-themes under a version of the codebook."""
    version = f"version {codebook.version} of the codebook"
    for theme in dict.fromkeys(themes):
        if theme not in codebook.keys:
            yield Broken(f"no theme of {version}", theme)
        elif themes.count(theme) > 1:
            yield Broken("a theme stands twice", theme)
    chosen = {sub.key for theme in codebook.themes if theme.key in themes for sub in theme.sub_themes}
    every = {sub.key for theme in codebook.themes for sub in theme.sub_themes}
    for sub_theme in dict.fromkeys(sub_themes):
        if sub_theme not in every:
            yield Broken(f"no sub-theme of {version}", sub_theme)
        elif sub_theme not in chosen:
            yield Broken("a sub-theme whose theme is not among the themes", sub_theme)
        elif sub_themes.count(sub_theme) > 1:
            yield Broken("a sub-theme stands twice", sub_theme)


def broken_by_text(what: str, text: str) -> Iterator[Broken]:
    """What is wrong with a note."""
    rule = text_fault(text)
    if rule:
        yield Broken(f"{what}: {rule}")


def broken_by_record(what: str, text: str, *, needed: bool = True) -> Iterator[Broken]:
    """What is wrong with a text that becomes a cell of a record: a description, a reason, a name."""
    if needed and not text.strip():
        yield Broken(f"{what} is missing")
    elif text != text.strip():
        yield Broken(f"{what}: space before or after the text")
    elif text.startswith(("=", "+", "-", "@")):
        yield Broken(f"{what}: a spreadsheet would run it as a formula; begin with a letter")
    yield from broken_by_text(what, text)


def is_reopened(decision: Decision, history: CodebookHistory, *, to: int | None = None) -> bool:
    """Whether a version of the codebook, the latest if none is named, asks for this decision to be made again."""
    return bool(history.carried(decision.themes, made_with=decision.codebook, to=to).reopened)


def may_follow(
    statement: str,
    version: int,
    *,
    latest: Decision | None,
    lock: Lock | None,
    since: Container[str],
    history: CodebookHistory,
) -> bool:
    """Whether a coder may decide a statement, whose latest decision and the coder's last lock are given.

    Before the first lock always. After a lock only what a later version of the codebook reopened, until it is locked
    again; what was decided since that lock (`since`) may be changed like any open work.
    """
    if lock is None:
        return True
    if lock.codebook == version:
        return False
    return statement in since or (latest is not None and is_reopened(latest, history, to=version))


__all__ = ["Broken", "broken_by_record", "broken_by_text", "broken_by_themes", "is_reopened", "may_follow"]
