"""What differs between two plans, as CSV and as text with the marking of a secret, and in counts that name nobody."""

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import fill

from areasend.formats import csv_bytes
from areasend.programme.replanning.moves import Move
from areasend.programme.replanning.replan import Replanned
from areasend.programme.secrecy import MARKING
from areasend.programme.writing.as_text import UNOFFICIAL
from areasend.programme.writing.wording import counted, day_words

# The columns of moves.csv and what stands in them. `what`: moved, team, added, gone or clash.
MOVE_COLUMNS = {
    "id": "the activity, as in plan.csv",
    "gss_code": "the local area's code",
    "local_area": "its name",
    "activity": "first-full, next-full or monitoring",
    "what": "moved (another week, or none), team (another team, the same week), added, gone, clash; or nothing, alone",
    "pinned": "yes if it was pinned or announced",
    "from_monday": "the first day on site in the old plan",
    "from_team": "its team in the old plan",
    "to_monday": "the first day on site in the new plan; empty if it is in none of its weeks",
    "to_team": "its team in the new plan",
    "reason": "why, in words",
    "marking": "the same in each row: rows that are taken from the file keep it",
}
_WIDTH = 100


def moves_csv(found: Replanned) -> bytes:
    """A row for each inspection that differs, and for each that stays against a rule.

    Where nothing differs, one row says so, because the marking stands in rows.
    """
    rows = [*_rows(found)] or [(*[""] * 4, "nothing", *[""] * 6)]
    return csv_bytes(tuple(MOVE_COLUMNS), [(*row, MARKING) for row in rows])


def _rows(found: Replanned) -> Iterator[tuple[str, ...]]:
    for move in found.moves:
        due = move.due
        yield (
            *(due.id, due.gss_code, due.local_area, due.kind.key, "moved" if move.is_of_week else "team"),
            *("yes" if move.is_pinned else "no", move.from_monday.isoformat(), move.from_team),
            *(_day(move.to_monday), move.to_team, move.reason),
        )
    stands = {item.id: (item.monday.isoformat(), item.team) for item in found.plan.items}
    for entry in found.added:
        due = entry.due
        now = stands.get(due.id, ("", ""))
        why = "due now, and not in the plan before"
        yield (due.id, due.gss_code, due.local_area, due.kind.key, "added", "no", "", "", *now, why)
    for row in found.gone:
        pinned = "yes" if row.is_pinned else "no"
        yield (
            *(row.id, row.gss_code, row.local_area, row.kind.key, "gone", pinned, _day(row.monday), row.team),
            *("", "", "no longer due"),
        )
    for clash in found.clashes:
        due, monday = clash.due, clash.pin.monday.isoformat()
        yield (
            *(due.id, due.gss_code, due.local_area, due.kind.key, "clash", "yes", monday, clash.team),
            *(monday, clash.team, clash.words),
        )


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def replan_headline(found: Replanned) -> tuple[str, ...]:
    """How much moved, in counts that name no area, team or week: it may be shown and logged."""
    near = found.nearest
    share = near.moves / near.unpinned if near.unpinned else 0.0
    proof = "as few as can be" if near.bound >= near.moves else f"at least {near.bound:,} must"
    teams = sum(not move.is_of_week for move in found.moves)
    out = sum(move.to_monday is None for move in found.moved)
    moved = (
        f"Of {counted(near.unpinned, 'inspection')} of the old plan that were not pinned, {near.moves:,} moved "
        f"({share:.1%}; {proof}), {out:,} of them out of the plan; {teams:,} only changed team."
    )
    lines = [
        moved,
        f"Due now and new in the plan: {len(found.added):,}. No longer due: {len(found.gone):,}.",
    ]
    if near.instead is not None:
        lines.append(
            f"With {near.instead:,} moves the plan would be {near.later:,} weighted weeks less late; that is more than "
            f"the {near.most:,} that may move, so it was not done."
        )
    if found.clashes:
        lines.append(
            f"{counted(len(found.clashes), 'pinned inspection')} cannot stay without breaking a rule. Each stays: "
            "people must settle it."
        )
    return tuple(lines)


def moves_text(found: Replanned, happened: Sequence[str]) -> str:
    """What happened, and every difference with its reason."""
    return "\n".join(_lines(found, happened)) + "\n"


def _lines(found: Replanned, happened: Sequence[str]) -> Iterator[str]:
    yield fill(MARKING, _WIDTH)
    yield ""
    yield from (fill(line, _WIDTH) for line in replan_headline(found))
    yield UNOFFICIAL
    yield from _listed("What happened", happened)
    yield from _listed("Stay against a rule", [_clash_words(found, place) for place in range(len(found.clashes))])
    yield from _listed("Moved", [_move_words(move) for move in found.moves if move.is_of_week])
    yield from _listed(
        "Another team, the same week", [_move_words(move) for move in found.moves if not move.is_of_week]
    )
    yield from _listed("New in the plan", [f"{entry.due.local_area}, {entry.due.kind}" for entry in found.added])
    yield from _listed("No longer due", [f"{row.local_area}, {row.kind}" for row in found.gone])


def _listed(title: str, entries: Sequence[str]) -> Iterator[str]:
    if entries:
        yield ""
        yield f"{title} ({len(entries):,})"
        yield from (
            fill(entry, _WIDTH, initial_indent="  ", subsequent_indent="      ", break_on_hyphens=False)
            for entry in entries
        )


def _clash_words(found: Replanned, place: int) -> str:
    clash = found.clashes[place]
    return f"{clash.due.local_area}, {clash.due.kind}, week of {day_words(clash.pin.monday)}: {clash.words}."


def _move_words(move: Move) -> str:
    before = f"{move.due.local_area}, {move.due.kind}: week of {day_words(move.from_monday)} ({move.from_team})"
    after = f"week of {day_words(move.to_monday)} ({move.to_team})" if move.to_monday is not None else "out of the plan"
    return f"{before} to {after}, because {move.reason}."
