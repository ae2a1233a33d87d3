"""What is said to have taken place is due, or stands in the records; anything else is a mistake and is told."""

from datetime import date

import pytest

from areasend.framework import packaged_framework
from areasend.programme import ProgrammeInvalid, check_done, read_programme
from areasend.register import packaged_register
from areasend.snapshot import freeze

AS_AT = date(2024, 12, 31)
FRAMEWORK = packaged_framework()
HELD = freeze(packaged_register(), FRAMEWORK, as_at=AS_AT)


def checked(*entries: tuple[str, str, str]) -> None:
    text = "".join(f"[[done]]\narea = '{area}'\nkind = '{kind}'\nday = {day}\n" for area, kind, day in entries)
    programme = read_programme(text.encode(), place="mine", as_at=AS_AT, areas=HELD, framework=FRAMEWORK)
    check_done(programme, HELD, FRAMEWORK, place="mine")


# Oldham was inspected from 26 June to 7 July 2023 with the third outcome; Leeds not yet (packaged records, 2024).
@pytest.mark.parametrize(
    "entries",
    [
        (),
        (("Oldham", "monitoring", "2024-10-01"),),
        (("Oldham", "next-full", "2024-10-01"),),
        (("Oldham", "first-full", "RECORDED"),),
        (("Leeds", "first-full", "2024-10-07"),),
        (("Leeds", "first-full", "2024-03-04"), ("Leeds", "monitoring", "2024-10-07")),
    ],
)
def test_what_is_due_or_recorded_may_have_taken_place(entries: tuple[tuple[str, str, str], ...]) -> None:
    checked(*((area, kind, day.replace("RECORDED", str(recorded("Oldham")))) for area, kind, day in entries))


def recorded(area: str) -> date:
    (day,) = [entry.inspection_start for entry in HELD.inspections if entry.local_area == area]
    assert day is not None
    return day


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (("Oldham", "monitoring", "2023-01-09"), "no monitoring inspection of this area is due"),
        (("Oldham", "monitoring", "RECORDED"), "no monitoring inspection of this area is due"),
        (("Oldham", "first-full", "2024-10-01"), "no first full inspection of this area is due"),
        (("Leeds", "monitoring", "2024-10-01"), "no monitoring inspection of this area is due"),
    ],
)
def test_what_matches_nothing_is_told_by_its_number(entry: tuple[str, str, str], words: str) -> None:
    area, kind, day = entry
    with pytest.raises(ProgrammeInvalid) as caught:
        checked(("Kent", "first-full", "2024-10-07"), (area, kind, day.replace("RECORDED", str(recorded("Oldham")))))
    (fault,) = caught.value.faults
    assert fault.startswith(f"done[2]: {words} that can have taken place on this day")
    assert area not in fault
