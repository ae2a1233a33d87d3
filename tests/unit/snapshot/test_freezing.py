"""Which records belong to a snapshot as at a date."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import area, day, document, findings, inspection, other_name, printed, register, snapshot, visit

from areasend.register import Completeness, packaged_register
from areasend.snapshot import CannotFreeze

ASHFORD = area(1)
DAYS = st.dates(date(2023, 1, 2), date(2028, 6, 30))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(start=DAYS, as_at=DAYS)
def test_an_inspection_is_held_from_its_last_day_on(start: date, as_at: date) -> None:
    held = snapshot(register([ASHFORD], [inspection(ASHFORD, start)]), as_at).inspections
    assert (len(held) == 1) is (start + timedelta(days=4) <= as_at)


def test_an_inspection_that_ends_on_the_date_is_held() -> None:
    held = snapshot(register([ASHFORD], [inspection(ASHFORD, day("2024-12-09"))]), day("2024-12-13"))
    assert [entry.inspection_id for entry in held.inspections] == ["E06000001-2024-12-09"]


def test_an_inspection_under_way_on_the_date_is_not_held() -> None:
    assert snapshot(register([ASHFORD], [inspection(ASHFORD, day("2024-12-09"))]), day("2024-12-12")).inspections == ()


def test_without_published_by_an_unpublished_inspection_is_held() -> None:
    held = snapshot(register([ASHFORD], [inspection(ASHFORD, day("2024-12-09"), published=None)]))
    assert len(held.inspections) == 1


@settings(max_examples=100, deadline=None, derandomize=True)
@given(published=st.none() | DAYS, cut=DAYS)
def test_published_by_parts_what_ended_into_held_and_left_out(published: date | None, cut: date) -> None:
    entry = inspection(ASHFORD, day("2023-01-02"), published=published)
    frozen = snapshot(register([ASHFORD], [entry]), day("2028-12-31"), cut)
    in_time = published is not None and published <= cut
    assert ([e.inspection_id for e in frozen.inspections], [e.inspection_id for e in frozen.left_out]) == (
        ([entry.inspection_id], []) if in_time else ([], [entry.inspection_id])
    )


def test_what_had_not_ended_is_not_counted_as_left_out() -> None:
    entry = inspection(ASHFORD, day("2025-01-20"), published=day("2025-03-11"))
    assert snapshot(register([ASHFORD], [entry]), day("2024-12-31"), day("2024-12-31")).left_out == ()


@pytest.mark.parametrize(("as_at", "held"), [("2024-12-30", 0), ("2024-12-31", 0), ("2025-01-01", 1)])
def test_an_inspection_without_dates_is_held_only_after_complete_to(as_at: str, held: int) -> None:
    undated = inspection(ASHFORD, None, published=day("2025-05-13"))
    frozen = snapshot(register([ASHFORD], [undated], complete_to=day("2024-12-31")), day(as_at))
    assert len(frozen.undated_inspections) == held


@pytest.mark.parametrize(
    ("as_at", "existing"), [("2023-03-31", ["Old"]), ("2023-04-01", ["Old", "New"]), ("2024-04-01", ["New"])]
)
def test_areas_exist_from_their_first_to_their_last_day(as_at: str, existing: list[str]) -> None:
    areas = [area(1, name="Old", valid_to=day("2024-03-31")), area(2, name="New", valid_from=day("2023-04-01"))]
    assert [entry.name for entry in snapshot(register(areas), day(as_at)).existing_areas] == existing


def test_an_area_that_has_ended_is_kept_for_its_inspections() -> None:
    ended = area(1, valid_to=day("2024-03-31"))
    frozen = snapshot(register([ended, area(2)], [inspection(ended, day("2023-05-15"))]))
    assert [entry.gss_code for entry in frozen.local_areas] == ["E06000001", "E06000002"]


def test_an_area_that_begins_later_is_not_in_the_snapshot() -> None:
    later = area(2, valid_from=day("2025-04-01"))
    assert snapshot(register([ASHFORD, later])).local_areas == (ASHFORD,)


def test_published_by_leaves_out_inspections_and_nothing_that_a_later_document_says() -> None:
    """The publications of June 2025 are about 2024: what they say of it stays, though reports are cut off before."""
    whole = snapshot(packaged_register(), day("2024-12-31"))
    cut = snapshot(packaged_register(), day("2024-12-31"), day("2024-12-31"))
    assert min(entry.published for entry in cut.documents) == day("2025-06-06")
    for name in ("documents", "thematic_visits", "survey_returns", "context_figures", "printed_figures"):
        assert getattr(cut, name) == getattr(whole, name)
        assert getattr(cut, name)


@pytest.mark.parametrize(
    ("as_at", "years"),
    [("2023-12-30", []), ("2023-12-31", [2023]), ("2024-12-30", [2023]), ("2024-12-31", [2023, 2024])],
)
def test_a_thematic_visit_is_held_once_its_year_has_ended(as_at: str, years: list[int]) -> None:
    records = register([ASHFORD], documents=[document()], visits=[visit(ASHFORD, 2023), visit(ASHFORD, 2024)])
    assert [entry.year for entry in snapshot(records, day(as_at)).thematic_visits] == years


def test_a_thematic_visit_of_an_area_that_begins_later_is_not_held() -> None:
    later = area(2, valid_from=day("2025-04-01"))
    records = register([ASHFORD, later], documents=[document()], visits=[visit(later, 2024), visit(ASHFORD, 2024)])
    assert [entry.gss_code for entry in snapshot(records).thematic_visits] == ["E06000001"]


def test_findings_are_held_with_their_inspections() -> None:
    early = inspection(ASHFORD, day("2023-02-06"), published=day("2023-05-05"))
    late = inspection(ASHFORD, day("2024-09-23"), published=day("2024-11-20"))
    records = register([ASHFORD], [early, late], found=[*findings(late, afi=2), *findings(early, afi=3)])
    for as_at, published_by, number in (
        ("2024-12-31", None, 5),
        ("2024-09-26", None, 3),
        ("2024-12-31", "2024-11-19", 3),
        ("2024-12-31", "2023-05-04", 0),
        ("2023-02-09", None, 0),
    ):
        frozen = snapshot(records, day(as_at), day(published_by) if published_by else None)
        assert len(frozen.findings) == number


def test_names_are_held_with_their_areas_alone() -> None:
    later, ended = area(2, valid_from=day("2025-04-01")), area(3, valid_to=day("2024-03-31"))
    names = [other_name(later, "Late"), other_name(ended, "Early"), other_name(ASHFORD, "Ash")]
    records = register([ASHFORD, later, ended], names=names)
    assert [entry.name for entry in snapshot(records).area_names] == ["Ash", "Early"]
    assert len(snapshot(records, day("2025-04-01")).area_names) == 3


def test_figures_and_visits_for_later_dates_are_left_out() -> None:
    records = register(
        [ASHFORD],
        documents=[document()],
        visits=[visit(ASHFORD, 2023), visit(ASHFORD, 2024)],
        printed_figures=[printed("p-1", as_at=day("2023-12-31")), printed("p-2", as_at=day("2024-12-31"))],
    )
    frozen = snapshot(records, day("2023-12-31"))
    assert ([v.year for v in frozen.thematic_visits], [p.id for p in frozen.printed_figures]) == ([2023], ["p-1"])


def test_a_date_before_the_list_of_areas_is_refused() -> None:
    with pytest.raises(CannotFreeze, match=r"holds from 2023-04-01 on; .* as at 2023-03-31 would miss areas\. Use"):
        snapshot(packaged_register(), day("2023-03-31"))


def test_the_first_day_of_the_list_of_areas_is_taken() -> None:
    assert len(snapshot(packaged_register(), day("2023-04-01")).existing_areas) == 153


def test_a_date_before_the_framework_is_refused_even_if_the_areas_reach_back() -> None:
    old = replace(
        packaged_register(),
        completeness=Completeness(complete_to=day("2024-12-31"), areas_from=day("2020-01-01"), statement="."),
    )
    with pytest.raises(CannotFreeze, match="holds from 2023-01-01 on"):
        snapshot(old, day("2022-12-31"))


def test_a_date_after_the_calendar_is_refused() -> None:
    with pytest.raises(CannotFreeze, match="calendar ends on 2028-12-31; 2029-01-01 is later"):
        snapshot(packaged_register(), day("2029-01-01"))


def test_published_by_before_the_framework_is_refused() -> None:
    with pytest.raises(CannotFreeze, match=r"No report was published by 2022-12-31: the framework began on 2023-01-01"):
        snapshot(packaged_register(), day("2024-12-31"), day("2022-12-31"))


def test_records_without_an_area_on_the_date_are_refused() -> None:
    with pytest.raises(CannotFreeze, match=r"No local area exists on 2024-12-31 .* Fill in local_areas\.csv"):
        snapshot(register([area(1, valid_from=day("2025-04-01"))]))


@pytest.mark.parametrize(
    ("as_at", "versions"),
    [("2025-06-05", ("2023-01",)), ("2025-06-06", ("2023-01", "2025-06"))],
)
def test_the_framework_versions_are_those_that_had_begun(as_at: str, versions: tuple[str, ...]) -> None:
    assert snapshot(register([ASHFORD]), day(as_at)).framework_versions == versions
