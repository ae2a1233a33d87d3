"""Whatever changes in a register, each changed figure has its reasons, and they are all of them.

The proof that they are all: take the new records, put back as they were only the records that the reasons of a figure
name, and count again: the figure must have its old value. Where two changes act on each other (an area moves to another
region, and an inspection moves into that area), the proof goes the other way: the old records with only those changes
give the new value.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import population
from tests.generative.codings import SMALL, coded
from tests.generative.edits import OF_INSPECTIONS, coded_pairs, pairs
from tests.generative.registers import DATES

from areasend.framework import packaged_framework
from areasend.register import RECORD_TYPES, Register, faults_among
from areasend.snapshot import record_name
from areasend.statistics import (
    FINDINGS_CATALOGUE,
    Changes,
    Difference,
    Side,
    ValueChange,
    build_table,
    build_tables,
    compare_releases,
)

# Two registers with codings are more than Hypothesis likes to write out; it does so for every example that it prints.
pytestmark = [pytest.mark.filterwarnings("ignore:Generating overly large repr"), pytest.mark.no_cover]
CODED = ("codings", "adjudications", "thematic_topics", "leadership_statements")
CUTS = st.none() | st.dates(date(2023, 6, 1), date(2028, 6, 30))


def side(of: Register, as_at: date, published_by: date | None = None) -> Side:
    held = population(of, as_at, published_by)
    return Side(population=held, tables=build_tables(held))


def findings_side(of: Register, as_at: date, published_by: date | None = None) -> Side:
    held = population(of, as_at, published_by, codebooks=SMALL)
    return Side(population=held, tables=build_tables(held, FINDINGS_CATALOGUE))


Names = frozenset[tuple[str, str]]


def named(change: ValueChange) -> Names:
    """The records that the reasons of a change name, by table, under every id that they have had."""
    records = [record for reason in change.reasons for record in reason.records]
    return frozenset((record.table, name) for record in records for name in record.ids)


TABLES = tuple(kind.name for kind in RECORD_TYPES if kind.name != "area_names")


def put_back(before: Register, after: Register, names: Names) -> Register:
    """The new register with some records as they were in the old one; what it has goes with its inspection."""
    register = after
    for table in TABLES:
        kept = [record for record in getattr(after, table) if not _is_named(table, record, names)]
        was = [record for record in getattr(before, table) if _is_named(table, record, names)]
        register = replace(register, **{table: (*kept, *was)})
    return register


def _is_named(table: str, record: Any, names: Names) -> bool:
    of_inspection = table in OF_INSPECTIONS and ("inspections", record.inspection_id) in names
    return of_inspection or (table, record_name(record)) in names


@settings(max_examples=30)
@given(pair=pairs(), as_at=DATES)
def test_reasons_are_complete(pair: tuple[Register, Register], as_at: date) -> None:
    assert_complete(*pair, as_at, side)


@settings(max_examples=25)
@given(pair=coded_pairs(), as_at=DATES)
def test_reasons_are_complete_where_codings_are_counted(pair: tuple[Register, Register], as_at: date) -> None:
    assert_complete(*pair, as_at, findings_side)


def assert_complete(before: Register, after: Register, as_at: date, side_of: Callable[..., Side]) -> None:
    changes = compare_releases(side_of(before, as_at), side_of(after, as_at))
    assert changes.of_kind(Difference.PERIOD) == ()
    again: dict[tuple[Register, str], dict[str, str]] = {}
    for change in changes.values:
        assert change.reasons, change.id
        assert all(reason.records for reason in change.reasons), change.id
        if change.kind is Difference.VALUE:
            names = named(change)
            found = [
                value_of(change, put_back(*registers, names), as_at, again)
                for registers in ((before, after), (after, before))
            ]
            assert found[0] == change.old or found[1] == change.new, (
                f"{change.id}: {change.old}, now {change.new}: {names}"
            )


def value_of(
    change: ValueChange, of: Register, as_at: date, known: dict[tuple[Register, str], dict[str, str]]
) -> str | None:
    """The value of the figure, counted anew; a table is counted once for a register."""
    wanted = (of, change.table)
    if wanted not in known:
        table = build_table(population(of, as_at, codebooks=SMALL), change.table)
        known[wanted] = {figure.id: figure.text for figure in table.figures()}
    return known[wanted].get(change.id)


@settings(max_examples=40)
@given(pair=pairs(), old=DATES, new=DATES, cuts=st.tuples(CUTS, CUTS))
def test_dates_that_move_are_reasons_too(
    pair: tuple[Register, Register], old: date, new: date, cuts: tuple[date | None, date | None]
) -> None:
    assert_explained(compare_releases(side(pair[0], old, cuts[0]), side(pair[1], new, cuts[1])))


@settings(max_examples=30)
@given(pair=coded_pairs(), old=DATES, new=DATES, cuts=st.tuples(CUTS, CUTS))
def test_dates_that_move_are_reasons_where_codings_are_counted_too(
    pair: tuple[Register, Register], old: date, new: date, cuts: tuple[date | None, date | None]
) -> None:
    assert_explained(compare_releases(findings_side(pair[0], old, cuts[0]), findings_side(pair[1], new, cuts[1])))


def assert_explained(changes: Changes) -> None:
    for change in changes.values:
        assert change.reasons or change.kind is Difference.PERIOD, change.id
        if change.kind is Difference.VALUE:
            assert all(reason.records for reason in change.reasons), change.id


@given(of=coded(), as_at=DATES, cut=CUTS)
def test_an_unchanged_register_changes_nothing(of: Register, as_at: date, cut: date | None) -> None:
    changes = compare_releases(findings_side(of, as_at, cut), findings_side(of, as_at, cut))
    assert changes.values == ()
    assert changes.records == ()
    assert changes.not_reproduced == ()
    assert changes.revised == frozenset()


@given(pair=pairs(), as_at=DATES, seed=st.integers(0, 99))
def test_the_order_of_records_never_matters(pair: tuple[Register, Register], as_at: date, seed: int) -> None:
    assert told(*pair, as_at, side) == told(*(shuffled(register, Random(seed)) for register in pair), as_at, side)


@settings(max_examples=25)
@given(pair=coded_pairs(), as_at=DATES, seed=st.integers(0, 99))
def test_the_order_of_codings_never_matters(pair: tuple[Register, Register], as_at: date, seed: int) -> None:
    again = [shuffled(register, Random(seed)) for register in pair]
    assert told(*pair, as_at, findings_side) == told(*again, as_at, findings_side)


def told(before: Register, after: Register, as_at: date, side_of: Callable[..., Side]) -> Changes:
    return compare_releases(side_of(before, as_at), side_of(after, as_at))


def shuffled(register: Register, random: Random) -> Register:
    return replace(
        register, **{t: tuple(random.sample(list(getattr(register, t)), len(getattr(register, t)))) for t in TABLES}
    )


@given(pair=pairs(), as_at=DATES, cut=CUTS)
def test_the_way_back_has_the_same_figures(pair: tuple[Register, Register], as_at: date, cut: date | None) -> None:
    old, new = (side(register, as_at, cut) for register in pair)
    there, back = compare_releases(old, new), compare_releases(new, old)
    assert {change.id: (change.old, change.new) for change in there.values} == {
        change.id: (change.new, change.old) for change in back.values
    }


@settings(max_examples=25)
@given(pair=pairs() | coded_pairs())
def test_codings_keep_their_rules_whatever_is_corrected(pair: tuple[Register, Register]) -> None:
    """Else the proofs above would be about codings that no register holds."""
    for of in pair:
        faults = faults_among(of, packaged_framework())
        broken = [str(fault) for fault in faults if fault.file in ("coders.csv", *(f"{name}.csv" for name in CODED))]
        assert broken == []
