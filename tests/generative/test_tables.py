"""Every table of random registers, against plain loops and against what must hold of any table."""

import random
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories import population
from tests.generative.counter import OUTCOMES, Recount
from tests.generative.registers import DATES, registers

from areasend.register import RECORD_TYPES, Register, packaged_register
from areasend.statistics import (
    Counted,
    Figure,
    Kind,
    Marker,
    Measure,
    broken_invariants,
    cell_text,
    count_population,
    require_invariants,
)

# What these run is traced by other tests; tracing would double their time.
pytestmark = pytest.mark.no_cover

often = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
CUTS = st.none() | DATES


def counted(records: Register, as_at: date, cut: date | None) -> Counted:
    return count_population(population(records, as_at, cut))


def texts(found: Counted) -> dict[str, str]:
    return {name: figure.text for name, figure in found.figures().items() if not name.startswith("reconciliation")}


@settings(often, max_examples=60)
@given(records=registers(), as_at=DATES, cut=CUTS)
def test_every_figure_is_that_of_plain_loops(records: Register, as_at: date, cut: date | None) -> None:
    assert texts(counted(records, as_at, cut)) == Recount(records, as_at, cut).figures()


@settings(often, max_examples=12)
@given(as_at=st.dates(date(2023, 4, 1), date(2028, 12, 31)), cut=CUTS)
def test_every_figure_of_the_packaged_records_is_that_of_plain_loops(as_at: date, cut: date | None) -> None:
    records = packaged_register()
    found = texts(counted(records, as_at, cut))
    quoted = {name: text for name, text in found.items() if name.split(".")[0] in ("survey-returns", "context")}
    assert found == Recount(records, as_at, cut).figures() | quoted


@often
@given(records=registers(), as_at=DATES, cut=CUTS)
def test_parts_sum_to_totals(records: Register, as_at: date, cut: date | None) -> None:
    found = texts(counted(records, as_at, cut))
    for table in ("outcomes-in-year", "outcomes-by-region", "outcomes-by-ons-region", "outcomes-by-quarter"):
        for row in {name.split(".")[1] for name in found if name.startswith(f"{table}.")}:
            parts = [int(found[f"{table}.{row}.{outcome}"]) for outcome in OUTCOMES]
            assert sum(parts) == int(found[f"{table}.{row}.total"])


@often
@given(records=registers(), as_at=DATES, cut=CUTS)
def test_regions_sum_to_england(records: Register, as_at: date, cut: date | None) -> None:
    found = counted(records, as_at, cut)
    for table_id in ("outcomes-by-region", "outcomes-by-ons-region", "areas-by-latest-outcome"):
        table = found.table(table_id)
        columns = list(zip(*[[int(cell) for cell in row[1:]] for row in table.text_rows()], strict=True))
        assert all(sum(column[:-1]) == column[-1] for column in columns)


@often
@given(records=registers(), as_at=DATES, cut=CUTS)
def test_shares_are_exact_fractions_rounded_half_up(records: Register, as_at: date, cut: date | None) -> None:
    for figure in counted(records, as_at, cut).figures().values():
        if figure.kind is Kind.PERCENT:
            part, base = len(figure.records), len(figure.base)
            assert figure.value == (Fraction(100 * part, base) if base else Marker.NOT_APPLICABLE)
            assert figure.text == (str((200 * part + base) // (2 * base)) if base else "[z]")


@often
@given(records=registers(), as_at=DATES, cut=CUTS, seed=st.integers(0, 10**6))
def test_the_order_of_records_never_matters(records: Register, as_at: date, cut: date | None, seed: int) -> None:
    order = random.Random(seed)
    mixed = {
        kind.name: tuple(order.sample(rows, len(rows)))
        for kind in RECORD_TYPES
        if (rows := getattr(records, kind.name))
    }
    assert counted(replace(records, **mixed), as_at, cut) == counted(records, as_at, cut)


@often
@given(records=registers(), as_at=DATES, cut=CUTS)
def test_no_invariant_is_broken(records: Register, as_at: date, cut: date | None) -> None:
    found = counted(records, as_at, cut)
    assert tuple(broken_invariants(found)) == ()
    require_invariants(found)


@often
@given(records=registers(), as_at=DATES, cut=CUTS)
def test_figure_ids_are_unique_and_counts_count_their_records(records: Register, as_at: date, cut: date | None) -> None:
    figures: list[Figure] = [figure for table in counted(records, as_at, cut).tables for figure in table.figures()]
    assert len({figure.id for figure in figures}) == len(figures)
    assert all(figure.value == len(figure.records) for figure in figures if figure.kind is Kind.COUNT)


@often
@given(records=registers(), as_at=DATES, cut=CUTS)
def test_every_record_counted_is_one_of_the_register(records: Register, as_at: date, cut: date | None) -> None:
    inspections = {entry.inspection_id for entry in records.inspections}
    areas = {str(area.gss_code) for area in records.local_areas}
    found = {entry.finding_id for entry in records.findings}
    known = {
        Measure.INSPECTIONS: inspections | found,
        Measure.AREAS: areas | inspections | found,
        Measure.VISITS: areas,
    }
    for table in counted(records, as_at, cut).tables:
        for figure in table.figures():
            assert set(figure.records) <= known.get(table.measure, set())


@often
@given(records=registers(), as_at=DATES, cut=CUTS)
def test_the_two_measures_are_never_mixed_in_a_table(records: Register, as_at: date, cut: date | None) -> None:
    for table in counted(records, as_at, cut).tables:
        units = {figure.unit for figure in table.figures() if figure.kind is Kind.COUNT}
        assert len(units - {"areas for improvement", "areas for priority action"}) <= 1


@often
@given(records=registers(), as_at=DATES, cut=CUTS)
def test_what_is_not_recorded_is_marked_and_never_nought(records: Register, as_at: date, cut: date | None) -> None:
    found, plain = counted(records, as_at, cut), Recount(records, as_at, cut)
    known = {entry.inspection_id for entry in plain.held if plain.found(entry)}
    columns = ("areas_for_improvement", "areas_for_priority_action")
    listed = found.table("inspections")
    for row in listed.rows:
        assert all((listed.named(row)[column] == Marker.NOT_AVAILABLE) is (row.key not in known) for column in columns)
    listed = found.table("areas")
    for area in plain.existing:
        row = next(row for row in listed.rows if row.key == area.gss_code)
        latest = plain.latest(area)
        if latest is None:
            marker = "[z]" if plain.stand(area) == "not_yet_inspected" else "[x]"
        else:
            marker = "" if latest.inspection_id in known else "[x]"
        for column in columns:
            cell = listed.named(row)[column]
            assert cell_text(cell) == marker if marker else isinstance(cell, Figure)


@often
@given(records=registers(), as_at=DATES, cut=CUTS)
def test_only_a_complete_population_claims_all(records: Register, as_at: date, cut: date | None) -> None:
    plain = Recount(records, as_at, cut)
    complete = as_at <= records.completeness.complete_to and len(plain.ended) == len(plain.held)
    assert counted(records, as_at, cut).claims.all_included is complete


@often
@given(records=registers(), as_at=DATES, cut=CUTS)
def test_the_measures_are_said_to_be_apart_only_where_they_are(
    records: Register, as_at: date, cut: date | None
) -> None:
    plain = Recount(records, as_at, cut).figures()
    apart = plain["outcomes-since-2023.england.total"] != plain["coverage.england.inspected"]
    assert bool(counted(records, as_at, cut).claims.apart) is apart


@often
@given(records=registers(), as_at=DATES, cut=CUTS)
def test_each_figure_is_observed_once_and_in_its_period(records: Register, as_at: date, cut: date | None) -> None:
    table = counted(records, as_at, cut).observations
    name, when = table.heading.index("figure_id"), table.heading.index("time_period")
    found = [(row[name], row[when]) for row in table.text_rows()]
    assert len(dict(found)) == len(found)
    prefixes = dict(Recount(records, as_at, cut).periods())
    of_time = {figure: period for figure, period in found if figure.rpartition(".")[0] in prefixes}
    assert of_time == {figure: prefixes[figure.rpartition(".")[0]] for figure in of_time}
    assert {figure.rpartition(".")[0] for figure in of_time} == prefixes.keys()
