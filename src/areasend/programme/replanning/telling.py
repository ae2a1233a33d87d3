"""What differs between two plans, as CSV and as text with the marking of a secret, and in counts that name nobody."""

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import fill

from areasend.formats import csv_bytes
from areasend.programme.replanning.moves import Move
from areasend.programme.replanning.replan import Replanned
from areasend.programme.secrecy import MARKING
from areasend.programme.writing import PlanRow
from areasend.programme.writing.as_text import UNOFFICIAL
from areasend.programme.writing.wording import counted, day_words

# The columns of moves.csv and what stands in them.
MOVE_COLUMNS = {
    "id": "the activity, as in plan.csv",
    "gss_code": "the local area's code",
    "local_area": "its name",
    "activity": "first-full, next-full or monitoring",
    "what": "moved (another week, or none), team (another team, the same week), added, gone, unrecorded, clash; "
    "or nothing, alone",
    "pinned": "yes if it was pinned, notified or announced",
    "from_monday": "the first day on site in the old plan",
    "from_team": "its team in the old plan",
    "to_monday": "the first day on site in the new plan; empty if it is in none of its weeks",
    "to_team": "its team in the new plan",
    "reason": "why, in words",
    "marking": "the same in each row: rows that are taken from the file keep it",
}
_WIDTH = 100
_UNRECORDED = "its week on site is over, and the records do not hold it: planned anew"
_NOWHERE = ("", "")


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
        now = stands.get(due.id, _NOWHERE)
        why = "due now, and not in the plan before"
        yield (due.id, due.gss_code, due.local_area, due.kind.key, "added", "no", "", "", *now, why)
    for gone in found.gone:
        yield (*_of_row(gone.row, "gone"), *_NOWHERE, gone.reason)
    for row in found.unrecorded:
        yield (*_of_row(row, "unrecorded"), *stands.get(row.id, _NOWHERE), _UNRECORDED)
    for clash in found.clashes:
        due, monday = clash.due, clash.pin.monday.isoformat()
        yield (
            *(due.id, due.gss_code, due.local_area, due.kind.key, "clash", "yes", monday, clash.team),
            *(monday, clash.team, clash.words),
        )


def _of_row(row: PlanRow, what: str) -> tuple[str, ...]:
    pinned = "yes" if row.is_pinned else "no"
    return (row.id, row.gss_code, row.local_area, row.kind.key, what, pinned, _day(row.monday), row.team)


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
        *_unrecorded(found),
    ]
    if near.instead is not None:
        lines.append(
            f"With {near.instead:,} moves the plan would be {near.later:,} weighted weeks less late; that is more than "
            f"the {near.most:,} that may move, so it was not done."
        )
    if found.clashes:
        stays = "stays" if len(found.clashes) == 1 else "stay"
        lines.append(
            f"{counted(len(found.clashes), 'pinned inspection')} {stays} although a rule or the programme file stands "
            "against it: people must settle that."
        )
    called_off = sum(entry.must_settle for entry in found.gone)
    if called_off:
        lines.append(
            f"Of those no longer due, {called_off:,} had been told a week that lies ahead: people must settle that "
            "with the areas."
        )
    return tuple(lines)


def _unrecorded(found: Replanned) -> Iterator[str]:
    number = len(found.unrecorded)
    if number:
        was, them = ("was", "it") if number == 1 else ("were", "them")
        yield (
            f"{counted(number, 'inspection')} of the old plan {was} to be on site by {day_words(found.problem.as_at)}, "
            f"and the records do not hold {them}. What took place, record it, or tell it as [[inspected]] or [[done]]: "
            "here each is planned anew."
        )


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
    yield from _listed("To be on site by now, and not in the records", [_row_words(row) for row in found.unrecorded])
    yield from _listed(
        "No longer due", [f"{entry.row.local_area}, {entry.row.kind}: {entry.reason}" for entry in found.gone]
    )


def _listed(title: str, entries: Sequence[str]) -> Iterator[str]:
    if entries:
        yield ""
        yield f"{title} ({len(entries):,})"
        yield from (
            fill(entry, _WIDTH, initial_indent="  ", subsequent_indent="      ", break_on_hyphens=False)
            for entry in entries
        )


def _row_words(row: PlanRow) -> str:
    assert row.monday is not None, "its week is over"
    return f"{row.local_area}, {row.kind}: week of {day_words(row.monday)} ({row.team})"


def _clash_words(found: Replanned, place: int) -> str:
    clash = found.clashes[place]
    return f"{clash.due.local_area}, {clash.due.kind}, week of {day_words(clash.pin.monday)}: {clash.words}."


def _move_words(move: Move) -> str:
    before = f"{move.due.local_area}, {move.due.kind}: week of {day_words(move.from_monday)} ({move.from_team})"
    after = f"week of {day_words(move.to_monday)} ({move.to_team})" if move.to_monday is not None else "out of the plan"
    return f"{before} to {after}, because {move.reason}."
