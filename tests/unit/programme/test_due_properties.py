"""What holds of everything that is due, whatever the areas and their inspections."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.factories import INCONSISTENT, POSITIVE, WIDESPREAD, area, inspection, register
from tests.unit.programme.dues import due

from areasend.programme import Due, Kind
from areasend.register import Inspection, LocalArea, Register

AS_AT = date(2026, 6, 30)
BEGAN = date(2023, 1, 1)
days = st.dates(BEGAN, date(2028, 9, 30))
lengths = st.integers(1, 200).map(timedelta)
outcomes = st.sampled_from([POSITIVE, INCONSISTENT, WIDESPREAD, None])


@st.composite
def inspections(draw: st.DrawFn, of: LocalArea) -> Inspection:
    """One in the life of its area, with its dates, its publication or both."""
    start = draw(st.dates(max(BEGAN, of.valid_from or BEGAN), min(AS_AT, of.valid_to or AS_AT)))
    end = start + draw(st.integers(3, 12).map(timedelta))
    published = end + draw(lengths)
    has_dates, is_published = draw(st.sampled_from([(True, True), (True, False), (False, True)]))
    return inspection(
        of,
        start if has_dates else None,
        end=end if has_dates else None,
        published=published if is_published else None,
        outcome=draw(outcomes),
    )


@st.composite
def registers(draw: st.DrawFn) -> Register:
    areas, found = [], []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        since = draw(st.none() | st.dates(BEGAN, AS_AT))
        until = draw(st.none() | st.dates(AS_AT, date(2030, 12, 31)))
        of = area(number, valid_from=since, valid_to=until, predecessors=("Old Shire",) if since else ())
        areas.append(of)
        found += draw(st.lists(inspections(of), max_size=3, unique_by=lambda entry: entry.inspection_id))
    return register(areas, found, complete_to=draw(st.sampled_from([date(2024, 12, 31), AS_AT])))


@given(registers(), st.dates(AS_AT + timedelta(1), date(2040, 1, 1)), lengths)
def test_a_later_day_adds_to_what_is_due_and_changes_nothing_of_inspections(
    of: Register, until: date, more: timedelta
) -> None:
    soon, later = ({entry.id: entry for entry in due(of, until=day)} for day in (until, until + more))
    assert soon.items() <= later.items()


@given(registers())
def test_windows_are_in_order_and_lie_in_the_life_of_the_area(of: Register) -> None:
    areas: dict[str, LocalArea] = {entry.gss_code: entry for entry in of.local_areas}
    found = due(of)
    assert len({entry.id for entry in found}) == len(found)
    for entry in found:
        told = [day for day in (entry.window.not_before, entry.window.about, entry.window.not_after) if day]
        assert told == sorted(told)
        assert entry.version in ("2023-01", "2025-06")
        assert entry.rule
        assert entry.source
        if entry.kind is not Kind.THEMATIC:
            assert_in_its_life(entry, areas[entry.gss_code])


def assert_in_its_life(entry: Due, of: LocalArea) -> None:
    assert entry.area_ends == of.valid_to
    assert entry.window.not_before is not None
    if of.valid_to is not None:
        assert of.valid_to > AS_AT
        assert (entry.window.about or entry.window.not_before) <= of.valid_to


@given(registers())
def test_every_area_that_lasts_has_exactly_one_full_inspection_due_or_to_come(of: Register) -> None:
    found = due(of)
    for entry in of.local_areas:
        full = [one for one in found if one.gss_code == entry.gss_code and one.kind.is_full]
        if entry.valid_to is None:
            assert len(full) == 1
        assert len(full) <= 1
