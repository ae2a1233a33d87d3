"""What of an old plan stays when it is made again: its rows beside what is due now, and the pins that follow from both.

A row whose week is over and that is still due stays nowhere: the records do not hold it, so that it is planned anew.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from areasend.framework import add_months
from areasend.programme.activities import Due, Kind
from areasend.programme.configuration.model import Pin, Programme
from areasend.programme.done import inspection_before
from areasend.programme.errors import ProgrammeInvalid
from areasend.programme.writing import PlanRow
from areasend.programme.writing.wording import day_words

# Two full inspections of an area lie years apart. Where the first day of the one before changes by less, it was put
# right in the records, and what was planned after it is still the same.
_CORRECTED_WITHIN_MONTHS = 6

_Key = tuple[str, Kind]


@dataclass(frozen=True, kw_only=True, slots=True)
class Gone:
    """A row of the old plan that is no longer due; `must_settle` if its area was told of a week that lies ahead."""

    row: PlanRow
    reason: str
    must_settle: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """The old plan as it bears on the new one.

    `rows` have the ids of what is due now. `unrecorded` are those whose week is over and that the records do not hold;
    they are not among `rows`. `against` has the words, by id, for an area that was told another week than the programme
    file has.
    """

    rows: tuple[PlanRow, ...]
    pins: tuple[Pin, ...]
    against: Mapping[str, str]
    unrecorded: tuple[PlanRow, ...]
    gone: tuple[Gone, ...]


def kept(old: Sequence[PlanRow], due: Sequence[Due], programme: Programme, given: Sequence[Pin], as_at: date) -> Kept:
    """What stays of an old plan for what is still due, beside the given pins and those of the programme.

    Raises `ProgrammeInvalid` if a given pin names what is neither due nor in the old plan, or a week that is over.
    """
    _check(old, due, programme, given, as_at)
    same = _corrected(old, due)
    ids = {entry.id for entry in due}
    rows = [replace(row, id=same.get(row.id, row.id)) for row in old]
    current = tuple(row for row in rows if row.id in ids and not _is_over(row, as_at))
    pins, against = _pins(current, programme, given, as_at)
    is_due = {(entry.gss_code, entry.kind) for entry in due}
    return Kept(
        rows=current,
        pins=tuple(pin for key, pin in pins.items() if key in is_due),
        against=against,
        unrecorded=tuple(row for row in rows if row.id in ids and _is_over(row, as_at)),
        gone=tuple(_gone(row, is_due, as_at) for row in rows if row.id not in ids),
    )


def _check(old: Sequence[PlanRow], due: Sequence[Due], programme: Programme, given: Sequence[Pin], as_at: date) -> None:
    is_due = {(entry.gss_code, entry.kind) for entry in due}
    known = is_due | {(row.gss_code, row.kind) for row in old}
    faults: list[str] = []
    for number, pin in enumerate(given, 1):
        where, key = f"pin {number}, a {pin.kind} on {pin.monday}", (pin.gss_code, pin.kind)
        friday = pin.monday + timedelta(weeks=programme.shape(pin.kind).on_site_weeks - 1, days=4)
        if key not in known:
            faults.append(f"{where}: nothing of this kind is due in its area. Remove it")
        elif key in is_due and friday <= as_at:
            faults.append(
                f"{where}: its week on site is over by {as_at}, and the records do not hold it. Record it, or tell it "
                "as [[inspected]] or [[done]]; or pin it to a later week"
            )
    if faults:
        raise ProgrammeInvalid("The file of pins", faults)


def _corrected(old: Sequence[PlanRow], due: Sequence[Due]) -> dict[str, str]:
    """For rows whose id is no longer due because the first day of the inspection before was put right: the id now."""
    ids, known = {entry.id for entry in due}, {row.id for row in old}
    lost = [row for row in old if row.id not in ids]
    times = Counter((row.gss_code, row.kind) for row in lost)
    new = {(entry.gss_code, entry.kind): entry.id for entry in due if entry.id not in known}
    return {
        row.id: new[key]
        for row in lost
        if (key := (row.gss_code, row.kind)) in new and times[key] == 1 and _is_same(row, new[key])
    }


def _is_same(row: PlanRow, now: str) -> bool:
    """Whether a row and an activity follow one inspection, whose first day was put right and still lies before it."""
    before, corrected = inspection_before(row.id), inspection_before(now)
    if before is None or corrected is None:
        return False
    first, last = sorted((before, corrected))
    return last < add_months(first, _CORRECTED_WITHIN_MONTHS) and (row.monday is None or corrected < row.monday)


def _is_over(row: PlanRow, as_at: date) -> bool:
    return row.friday is not None and row.friday <= as_at


def _is_told(row: PlanRow, as_at: date) -> bool:
    """Whether its area knows: somebody said so, or its notification lay by the date of the records."""
    return row.is_announced or (row.notified is not None and row.notified <= as_at)


def _pins(
    rows: Sequence[PlanRow], programme: Programme, given: Sequence[Pin], as_at: date
) -> tuple[dict[_Key, Pin], dict[str, str]]:
    """The pin of each activity: the given one, that of a row that was told, that of the programme file."""
    asked, now = _by_key(programme.pins), _by_key(given)
    told: dict[_Key, Pin] = {}
    against: dict[str, str] = {}
    for row in rows:
        key = (row.gss_code, row.kind)
        wish = now.get(key) or asked.get(key)
        if not _is_told(row, as_at) or row.monday is None:
            continue
        if wish is None or wish.monday == row.monday:
            told[key] = _told(row, row.monday, wish)
        elif key in now:
            told[key] = wish
        else:
            told[key] = _told(row, row.monday, None)
            against[row.id] = f"the programme file pins it to the week of {day_words(wish.monday)}"
    return asked | now | told, against


def _by_key(pins: Sequence[Pin]) -> dict[_Key, Pin]:
    return {(pin.gss_code, pin.kind): pin for pin in reversed(pins)}


def _told(row: PlanRow, monday: date, wish: Pin | None) -> Pin:
    """The pin of a row that was told, with the team and reason of one for the same week, if there is one."""
    by_date = not (row.is_announced or (wish is not None and wish.announced))
    reason = f"notified on {row.notified} by the plan before" if by_date else "announced in the plan before"
    return Pin(
        gss_code=row.gss_code,
        kind=row.kind,
        monday=monday,
        team=wish.team if wish is not None else None,
        announced=True,
        by_date=by_date,
        reason=(wish.reason if wish is not None else "") or reason,
    )


def _gone(row: PlanRow, is_due: set[_Key], as_at: date) -> Gone:
    is_ahead = row.monday is not None and row.monday > as_at
    if (row.gss_code, row.kind) in is_due:
        reason = "what is due there now follows another inspection"
    else:
        reason = "no longer due"
    if is_ahead and _is_told(row, as_at):
        return Gone(
            row=row, reason=f"{reason}, and the area was told this week: settle it with the area", must_settle=True
        )
    return Gone(row=row, reason=reason, must_settle=False)
