"""What a coder filled in: read from the form, held against the codebook, and drawn again as it was if it is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from areasend.themes.codebook import Codebook
from areasend.themes.serving.work import Task

LONGEST_NOTE = 2000


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A decision that may be saved: the principal theme first, the others in the order of the codebook."""

    themes: tuple[str, ...]
    sub_themes: tuple[str, ...]
    note: str
    suggested: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Slip:
    """What is wrong with a form, and the id of the control that mends it."""

    text: str
    control: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Filled:
    """The state of every control. `accepted` are the suggestions that the coder took over; their themes are chosen."""

    themes: tuple[str, ...] = ()
    principal: str = ""
    none: bool = False
    sub_themes: tuple[str, ...] = ()
    note: str = ""
    accepted: tuple[str, ...] = ()

    def same_choice(self, other: "Filled") -> bool:
        return _plain(self) == _plain(other)


def _plain(filled: Filled) -> Filled:
    """Without what makes no difference: a principal theme that is not chosen or has no others beside it."""
    matters = len(filled.themes) > 1 and filled.principal in filled.themes
    return replace(filled, principal=filled.principal if matters else "", accepted=())


def filled_from(task: Task, codebook: Codebook) -> Filled:
    """The form as it is first drawn: what the coder decided, as the latest codebook has it."""
    if task.decision is None:
        return Filled()
    subs = {sub.key for theme in codebook.themes if theme.key in task.themes for sub in theme.sub_themes}
    return Filled(
        themes=_in_order(task.themes, codebook.keys),
        principal=task.themes[0] if task.themes else "",
        none=not task.themes and (not task.decision.themes or not task.reopened),
        sub_themes=tuple(sub for sub in _subs(codebook) if sub in task.decision.sub_themes and sub in subs),
        note=task.decision.note,
    )


def filled_in(fields: Mapping[str, Sequence[str]], codebook: Codebook, suggested: Sequence[str], task: Task) -> Filled:
    """What was sent. Keys that the codebook does not have are left out: a form of an earlier version had them.

    A theme that was accepted from a suggestion once, and is still chosen, stays so told.
    """
    before = task.decision.suggested.split() if task.decision else []
    taken = [theme for theme in fields.get("accept", ()) if theme in suggested]
    accepted = _in_order((*taken, *(theme for theme in before if theme in fields.get("theme", ()))), codebook.keys)
    principal = fields.get("principal", [""])[0]
    return Filled(
        themes=_in_order((*fields.get("theme", ()), *accepted), codebook.keys),
        principal=principal if principal in codebook.keys else "",
        none="none" in fields,
        sub_themes=_in_order(fields.get("sub_theme", ()), _subs(codebook)),
        note=fields.get("note", [""])[0].replace("\r\n", "\n").strip(),
        accepted=accepted,
    )


def choice_of(filled: Filled, codebook: Codebook) -> Choice | tuple[Slip, ...]:
    """The decision, or everything that stands in its way."""
    slips = tuple(_slips(filled, codebook))
    if slips:
        return slips
    first = filled.principal if filled.principal in filled.themes else next(iter(filled.themes), "")
    return Choice(
        themes=tuple(sorted(filled.themes, key=lambda theme: theme != first)),
        sub_themes=filled.sub_themes,
        note=filled.note,
        suggested=" ".join(filled.accepted),
    )


def _slips(filled: Filled, codebook: Codebook) -> Sequence[Slip]:
    slips = []
    control = {key: f"theme-{number}" for number, key in enumerate(codebook.keys, 1)}
    if filled.themes and filled.none:
        slips.append(Slip(text="Choose themes or “No theme”, not both", control="theme-0"))
    if not filled.themes and not filled.none:
        slips.append(Slip(text="Choose the themes, or “No theme”", control="theme-1"))
    if len(filled.themes) > 1 and filled.principal not in filled.themes and not filled.none:
        first = control[filled.themes[0]].replace("theme", "principal")
        slips.append(Slip(text="Say which of the themes is the principal one", control=first))
    for theme in codebook.themes:
        for sub in theme.sub_themes:
            if sub.key in filled.sub_themes and theme.key not in filled.themes:
                text = f"“{sub.name}” belongs to {theme.name}: choose that theme too, or clear the sub-theme"
                slips.append(Slip(text=text, control=control[theme.key]))
    if len(filled.note) > LONGEST_NOTE:
        text = f"The note must be {LONGEST_NOTE:,} characters or fewer; it has {len(filled.note):,}"
        slips.append(Slip(text=text, control="note"))
    return slips


def _subs(codebook: Codebook) -> tuple[str, ...]:
    return tuple(sub.key for theme in codebook.themes for sub in theme.sub_themes)


def _in_order(found: Sequence[str], order: Sequence[str]) -> tuple[str, ...]:
    return tuple(key for key in order if key in found)


__all__ = ["LONGEST_NOTE", "Choice", "Filled", "Slip", "choice_of", "filled_from", "filled_in"]
