"""Accepting suggestions: a decision of the person who accepts, marked as one that followed a suggestion."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from areasend.register import Maker
from areasend.themes.coding.folder import CodingFolder
from areasend.themes.coding.model import Decision, NotAllowed
from areasend.themes.suggestions import Suggestion, Suggestions


def accept(
    folder: CodingFolder,
    coder: str,
    suggestions: Suggestions,
    *,
    statements: Sequence[str] | None,
    decided: datetime,
) -> tuple[Decision, ...]:
    """Decides the named statements, or with None all that are open, as suggested: all of them or, with a fault, none.

    The most probable theme is the principal one. Raises `NotAllowed` with everything that stands in the way.
    """
    person = folder.coder(coder)
    if person.made_by is not Maker.PERSON:
        raise NotAllowed(f"{coder} is no person: only a person accepts what a model suggests.")
    if person.locked is not None:
        raise NotAllowed(f"The work of {coder} is locked since {person.locked}. What is locked is final.")
    open_ones = folder.open_for(coder)
    suggested = suggestions.statements
    chosen = [key for key in open_ones if suggested.get(key)] if statements is None else list(dict.fromkeys(statements))
    told = [line for key in chosen for line in _in_the_way(folder, key, suggested, open_ones)]
    if told:
        raise NotAllowed("Nothing was accepted:\n" + "\n".join(f"  {line}" for line in told))
    decisions = tuple(_decision(folder, key, suggested[key], decided) for key in chosen)
    folder.decide_all(coder, decisions)
    return decisions


def _in_the_way(
    folder: CodingFolder, key: str, suggested: Mapping[str, Sequence[Suggestion]], open_ones: Sequence[str]
) -> Iterator[str]:
    folder.statement(key)
    unknown = [found.theme for found in suggested.get(key, ()) if found.theme not in folder.history.latest.keys]
    if unknown:
        themes = ", ".join(theme[:80] for theme in unknown)
        yield f"{key}: {themes} is no theme of the codebook here. Suggest anew with this codebook."
    elif not suggested.get(key):
        yield f"{key}: nothing is suggested. Decide it without a suggestion."
    elif key not in open_ones:
        yield f"{key}: decided already. Change the decision on the coding page, where it is seen."


def _decision(folder: CodingFolder, key: str, found: Sequence[Suggestion], decided: datetime) -> Decision:
    themes = tuple(one.theme for one in found)
    return Decision(
        statement=key,
        themes=themes,
        codebook=folder.history.latest.version,
        decided=decided.isoformat(timespec="seconds"),
        suggested=" ".join(themes),
    )


def followed_suggestions(folder: CodingFolder) -> Mapping[str, frozenset[str]]:
    """By coder: the statements whose decision followed a suggestion, so that agreement on them can be told apart.

    Raises `NotLocked` while anybody is at work.
    """
    folder.all_locked()
    return {
        coder.key: frozenset(key for key, decision in folder.decisions(coder.key).items() if decision.suggested)
        for coder in folder.coders
    }


__all__ = ["accept", "followed_suggestions"]
