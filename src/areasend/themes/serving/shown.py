"""What templates show of the work, in words: a statement's text and place, what was chosen, what changed since."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from areasend.themes.codebook import ChangeKind, Codebook, CodebookHistory, Theme
from areasend.themes.serving.work import State, Task, Work
from areasend.themes.statements import Statement, StatementKind

KINDS = {
    StatementKind.APA: "Area for priority action",
    StatementKind.AFI: "Area for improvement",
    StatementKind.EFFECTIVE: "What is effective",
    StatementKind.BETTER: "What could be better",
}
STATES = {State.OPEN: "To do", State.REOPENED: "Reopened", State.DONE: "Done", State.LEFT: "Without a code"}
TAGS = {
    State.OPEN: "govuk-tag--blue",
    State.REOPENED: "govuk-tag--yellow",
    State.DONE: "govuk-tag--green",
    State.LEFT: "govuk-tag--grey",
}
_BEGINNING = 110


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """The paragraphs before the bullets, and the bullets."""

    paragraphs: tuple[str, ...]
    bullets: tuple[str, ...]


def text_of(statement: Statement) -> Text:
    before, *bullets = re.split(r"\s*•\s+", f"\n{statement.text}")
    paragraphs = tuple(line.strip() for line in before.split("\n") if line.strip())
    return Text(paragraphs=paragraphs, bullets=tuple(bullet.strip() for bullet in bullets))


def beginning_of(statement: Statement) -> str:
    """Enough of the text to know it again, cut between words."""
    text = " ".join(statement.text.replace("•", " ").split())
    if len(text) <= _BEGINNING:
        return text
    return f"{text[:_BEGINNING].rpartition(' ')[0] or text[:_BEGINNING]} …"


def place_of(statement: Statement) -> str:
    """File and page, as somebody would look for it."""
    if statement.page_start < 1:
        return statement.file
    if statement.page_end > statement.page_start:
        return f"{statement.file}, pages {statement.page_start} to {statement.page_end}"
    return f"{statement.file}, page {statement.page_start}"


def chosen_text(themes: Sequence[str], codebook: Codebook) -> str:
    """Themes by name, the principal one first."""
    names = [codebook.theme(theme).name for theme in themes]
    if not names:
        return "No theme"
    return names[0] if len(names) == 1 else f"{names[0]} (principal); {'; '.join(names[1:])}"


def rule_text(rule: str, codebook: Codebook) -> str:
    """A rule that ends in the key of another theme names that theme, as the form does."""
    before, colon, key = rule.rpartition(": ")
    return f"{before}{colon}{codebook.theme(key).name}" if key in codebook.keys else rule


def decided_text(task: Task, history: CodebookHistory) -> str:
    """What the coder decided, in the words of the codebook of that time."""
    assert task.decision is not None, "only what was decided is told"
    return chosen_text(task.decision.themes, history.version(task.decision.codebook))


Part = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reworded:
    """What a coder decides by in a theme, as far as it is other than it was: each part with its lines."""

    name: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reopened:
    """What changed since a decision, with its reasons, and the themes concerned as they were and are."""

    version: int
    chosen: str
    changes: tuple[str, ...]
    reworded: tuple[Reworded, ...]


def reopened(task: Task, work: Work) -> Reopened | None:
    """Only for a statement that is to be decided again."""
    decision = task.decision
    if task.state is not State.REOPENED or decision is None:
        return None
    then = work.history.version(decision.codebook)
    old = {theme.key: theme for theme in then.themes}
    now = [theme for theme in work.codebook.themes if theme.key in task.reopened]
    return Reopened(
        version=decision.codebook,
        chosen=chosen_text(decision.themes, then),
        changes=tuple(_changes(task, work.history)),
        reworded=tuple(_reworded(old.get(theme.key), theme, then, work.codebook) for theme in now),
    )


def _reworded(before: Theme | None, now: Theme, then: Codebook, codebook: Codebook) -> Reworded:
    takes_in: tuple[str, ...] = ()
    leaves_out: tuple[str, ...] = ()
    parts: list[Part] = [(f"Definition in version {codebook.version}", (now.definition,))]
    if before is not None:
        takes_in, leaves_out = before.includes, before.excludes
        parts.insert(0, (f"Definition in version {then.version}", (before.definition,)))
        if before.definition == now.definition:
            parts = []
    for verb, old, new in (("takes in", takes_in, now.includes), ("leaves out", leaves_out, now.excludes)):
        parts.append((f"No longer {verb}", tuple(rule_text(line, then) for line in old if line not in new)))
        parts.append((f"Now {verb}", tuple(rule_text(line, codebook) for line in new if line not in old)))
    return Reworded(name=now.name, parts=tuple(part for part in parts if part[1]))


_SAID = {
    ChangeKind.REDEFINE: "was given another definition",
    ChangeKind.RENAME: "was renamed",
    ChangeKind.ADD: "was added",
    ChangeKind.MERGE: "were merged",
    ChangeKind.SPLIT: "was split",
    ChangeKind.DELETE: "was taken out",
}


def _changes(task: Task, history: CodebookHistory) -> Iterator[str]:
    """Each change since the decision that has to do with its themes or with those that are open now."""
    assert task.decision is not None, "only what was decided is reopened"
    names = {theme.key: theme.name for version in history.versions for theme in version.themes}
    about = {*task.decision.themes, *task.themes, *task.reopened}
    for version in history.versions:
        for change in version.changes:
            if version.version > task.decision.codebook and about & {*change.themes, *change.into}:
                which = " and ".join(names[key] for key in change.themes or change.into)
                yield f"Version {version.version}: {which} {_SAID[change.kind]}. {change.reason}"


__all__ = [
    "KINDS",
    "STATES",
    "TAGS",
    "Reopened",
    "Reworded",
    "Text",
    "beginning_of",
    "chosen_text",
    "decided_text",
    "place_of",
    "reopened",
    "rule_text",
    "text_of",
]
