"""A plan as text by month, its headline in counts alone, and what is due as a table."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from textwrap import fill
from typing import TYPE_CHECKING

from areasend.programme.activities import Due
from areasend.programme.secrecy import MARKING
from areasend.programme.writing.wording import counted, day_words, month_words

if TYPE_CHECKING:  # the door of planning loads OR-Tools
    from areasend.programme.planning import Plan, PlannedItem

UNOFFICIAL = "Unofficial: not made or endorsed by Ofsted or the Care Quality Commission."
_WIDTH = 100


def headline(plan: "Plan") -> tuple[str, ...]:
    """How good a plan is, in counts that name no area, team or week: it may be shown and logged."""
    total, left, late = len(plan.items) + len(plan.left), len(plan.left), len(plan.late)
    weeks = sum(item.weeks_late for item in plan.late)
    if plan.fits:
        verdict = f"It fits: each of {counted(total, 'inspection')} is planned, and in time."
    else:
        verdict = (
            f"It does not fit: of {counted(total, 'inspection')}, {_are(left)} left and {_are(late)} late, by "
            f"{counted(weeks, 'week')} together."
        )
    proof = "no plan can be less late" if plan.is_best else "a plan that is less late may exist"
    gap = "" if plan.is_best else f", gap {plan.gap:.1%}"
    return (
        verdict,
        f"Lateness {plan.lateness:,} weighted weeks; lower bound {plan.bound:,}{gap}: {proof}.",
        f"Unevenness over terms and regions {plan.unevenness:,}.",
    )


def _are(number: int) -> str:
    return f"{number:,} {'is' if number == 1 else 'are'}"


def plan_text(plan: "Plan") -> str:
    """The plan by month of the week on site, each inspection with its reason, then what is left."""
    return "\n".join(_plan_lines(plan)) + "\n"


def _plan_lines(plan: "Plan") -> Iterator[str]:
    programme = plan.programme
    yield fill(MARKING, _WIDTH)
    yield ""
    yield f"{programme.title}: {day_words(programme.first_day)} to {day_words(programme.last_day)}"
    yield from headline(plan)
    if programme.is_assumed:
        yield f"Assumed, not given by the programme file: {', '.join(programme.is_assumed)}."
    yield UNOFFICIAL
    for month, items in groupby(plan.items, key=lambda item: item.monday.replace(day=1)):
        found = list(items)
        yield ""
        yield f"{month_words(month)} ({counted(len(found), 'inspection')})"
        for item in found:
            yield from _item_lines(item)
    if plan.left:
        yield ""
        yield f"Left, because they do not fit ({len(plan.left):,})"
        for left in plan.left:
            yield f"  {left.due.local_area}, {left.due.kind.value}"
            yield from _reason_lines(left.reason)


def _item_lines(item: "PlannedItem") -> Iterator[str]:
    late = f", {counted(item.weeks_late, 'week')} late" if item.weeks_late else ""
    told = "" if item.pin is None else f", {item.status}"
    yield (
        f"  {day_words(item.monday)} to {day_words(item.friday)}  {item.due.local_area} ({item.due.region}), "
        f"{item.due.kind.value}, {item.team}{late}{told}"
    )
    yield f"      Notification {day_words(item.notified)}"
    yield from _reason_lines(item.reason)


def _reason_lines(reason: Sequence[str]) -> Iterator[str]:
    for sentence in reason:
        yield fill(sentence, _WIDTH, initial_indent="      ", subsequent_indent="      ", break_on_hyphens=False)


def due_text(due: Sequence[Due], *, as_at: date, until: date) -> str:
    """What is due as a table of fixed columns, with what is uncertain below it by number."""
    notes: dict[str, int] = {}
    rows: list[tuple[str, ...]] = [
        ("not before", "about", "not after", "activity", "local area", "rule", "version", "notes")
    ]
    for entry in due:
        marks = [str(notes.setdefault(note, len(notes) + 1)) for note in entry.uncertain]
        window = (entry.window.not_before, entry.window.about, entry.window.not_after)
        days = ["-" if day is None else day.isoformat() for day in window]
        where = entry.local_area or "areas to be chosen"
        rows.append((*days, entry.kind.value, where, entry.rule, entry.version, " ".join(marks)))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        f"Due after {day_words(as_at)}, about or at the earliest by {day_words(until)}: {len(due):,} in all.",
        UNOFFICIAL,
        "",
        *("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows),
    ]
    if notes:
        lines += ["", "Notes", *(f"{number}  {note}" for note, number in notes.items())]
    return "\n".join(lines) + "\n"
