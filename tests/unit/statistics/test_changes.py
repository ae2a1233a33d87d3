"""Comparing releases: what was published otherwise, what must never happen, and the table and sums of changes."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.factories import POSITIVE, area, day, findings, inspection, population, register

from areasend.register import Register
from areasend.statistics import (
    DECIDING,
    EVERY_TABLE,
    Changes,
    Difference,
    ImpossibleFigure,
    PublishedFigure,
    Reason,
    ReasonKind,
    Side,
    build_tables,
    changes_by_kind,
    changes_by_reason,
    changes_table,
    compare_releases,
    require_reasons,
)

LONDON, OTHER = area(1, name="Ashford"), area(2, region="South West", name="Barton")
FIRST = inspection(LONDON, day("2023-05-15"), published=day("2023-07-17"))
NEW = inspection(OTHER, day("2024-03-11"), outcome=POSITIVE)


def side(of: Register, as_at: str = "2024-12-31") -> Side:
    held = population(of, day(as_at))
    return Side(population=held, tables=build_tables(held))


def published(of: Side, **changed: object) -> Side:
    """The side with its figures published, some of them otherwise; None takes one away."""
    figures = {
        wanted: PublishedFigure(id=wanted, label=figure.label, value=figure.shown)
        for wanted, figure in of.figures.items()
    }
    for wanted, value in changed.items():
        name = wanted.replace("__", ".").replace("_", "-")
        if value is None:
            del figures[name]
        else:
            figures[name] = PublishedFigure(id=name, label="As it was", value=value)  # type: ignore[arg-type]
    return Side(population=of.population, tables=of.tables, published=figures)


def changed() -> Changes:
    return compare_releases(side(register([LONDON, OTHER], [FIRST])), side(register([LONDON, OTHER], [FIRST, NEW])))


def test_every_table_says_what_decides_it() -> None:
    assert DECIDING.keys() == {entry.id for entry in EVERY_TABLE}


def test_what_is_counted_differently_is_named() -> None:
    held = side(register([LONDON], [FIRST]))
    old = published(held, coverage__england__inspected=2, coverage__london__inspected=None, coverage__gone__total=3)
    changes = compare_releases(old, held)
    assert {(entry.id, entry.published, entry.counted) for entry in changes.not_reproduced} == {
        ("coverage.england.inspected", "2", "1"),
        ("coverage.london.inspected", None, "1"),
        ("coverage.gone.total", "3", None),
    }
    assert {(change.id, change.kind, change.label == "As it was") for change in changes.values} == {
        ("coverage.england.inspected", Difference.VALUE, False),
        ("coverage.london.inspected", Difference.ADDED, False),
        ("coverage.gone.total", Difference.REMOVED, True),
    }
    for change in changes.values:
        assert [reason.kind for reason in change.reasons] == [ReasonKind.METHOD]


def test_counting_and_records_are_told_apart() -> None:
    old = published(side(register([LONDON, OTHER], [FIRST])), coverage__england__inspected=0)
    changes = compare_releases(old, side(register([LONDON, OTHER], [FIRST, NEW])))
    kinds = {change.id: [reason.kind for reason in change.reasons] for change in changes.values}
    assert kinds["coverage.england.inspected"] == [ReasonKind.NEW_INSPECTION, ReasonKind.METHOD]
    assert kinds["coverage.south-west.inspected"] == [ReasonKind.NEW_INSPECTION]


def test_a_new_side_that_was_published_is_held_to_what_was_published() -> None:
    held = side(register([LONDON], [FIRST]))
    changes = compare_releases(published(held), published(held, coverage__england__inspected=7))
    assert [(change.id, change.old, change.new) for change in changes.values] == [
        ("coverage.england.inspected", "1", "7")
    ]
    assert [(entry.published, entry.counted) for entry in changes.not_reproduced] == [("7", "1")]


def test_numbers_are_compared_and_not_their_writing() -> None:
    held = side(register([LONDON], [FIRST]))
    old = published(held, coverage__england__inspected=Decimal("1.0"))
    assert compare_releases(old, held).values == ()


def test_a_marker_has_no_difference() -> None:
    before, after = register([LONDON], []), register([LONDON], [FIRST])
    wanted = "outcomes-since-2023.england.inconsistent_pct"
    (change,) = [c for c in compare_releases(side(before), side(after)).values if c.id == wanted]
    assert (change.old, change.new, change.difference) == ("[z]", "100", None)
    share = [c for c in changed().values if c.id == wanted]
    assert [c.difference for c in share] == [Decimal(-50)]


def test_a_change_without_a_reason_is_caught() -> None:
    changes = changed()
    bare = replace(changes, values=(replace(changes.values[0], reasons=()), *changes.values[1:]))
    with pytest.raises(ImpossibleFigure, match="typically_positive differs without a reason"):
        require_reasons(bare)


def test_a_reason_without_a_record_is_caught() -> None:
    changes = changed()
    empty = replace(changes.values[0], reasons=(Reason(kind=ReasonKind.CORRECTION),))
    with pytest.raises(ImpossibleFigure, match="the reason 'correction' names no record"):
        require_reasons(replace(changes, values=(empty,)))


def test_a_record_that_moves_without_a_change_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("areasend.statistics.changes.comparing.record_changes", lambda _: ())
    with pytest.raises(ImpossibleFigure, match="E06000002-2024-03-11 came or went without any change that explains it"):
        changed()


def test_a_column_that_decides_and_is_forgotten_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reason that is dropped leaves a record unexplained."""
    deciding = replace(DECIDING["outcomes-since-2023"], inspections=frozenset({""}))
    monkeypatch.setitem(DECIDING, "outcomes-since-2023", deciding)  # type: ignore[arg-type]
    other = replace(FIRST, outcome=POSITIVE)
    with pytest.raises(ImpossibleFigure, match="typically_positive: E06000001-2023-05-15 came or went"):
        compare_releases(side(register([LONDON], [FIRST])), side(register([LONDON], [other])))


def test_a_correction_that_decides_nothing_changes_nothing() -> None:
    changes = compare_releases(
        side(register([LONDON], [FIRST])), side(register([LONDON], [replace(FIRST, note="Read.")]))
    )
    assert changes.values == ()
    assert [(change.column, change.detail) for change in changes.records] == [("note", "note: not recorded, now Read.")]


def test_findings_that_were_recorded_and_taken_away() -> None:
    one, two = findings(FIRST, afi=2), findings(FIRST, afi=1)
    more = compare_releases(side(register([LONDON], [FIRST])), side(register([LONDON], [FIRST], found=one)))
    told = {change.id: change for change in more.values}
    wanted = told["findings-by-outcome.inconsistent.areas_for_improvement"]
    assert (wanted.old, wanted.new) == ("0", "2")
    said = "areas for improvement and for priority action: 2 recorded"
    assert [(r.record, r.detail) for reason in wanted.reasons for r in reason.records] == [
        ("E06000001-2023-05-15", said)
    ]
    assert told["areas.E06000001.areas_for_priority_action"].kind is Difference.ADDED
    fewer = compare_releases(side(register([LONDON], [FIRST], found=one)), side(register([LONDON], [FIRST], found=two)))
    assert [(change.id, change.old, change.new) for change in fewer.values if change.table == "areas"] == [
        ("areas.E06000001.areas_for_improvement", "2", "1")
    ]
    assert [change.detail for change in fewer.records] == [
        "areas for improvement and for priority action: 1 taken away"
    ]


def test_findings_follow_an_inspection_whose_first_day_was_corrected() -> None:
    moved = replace(FIRST, inspection_start=day("2023-05-16"))
    changes = compare_releases(
        side(register([LONDON], [FIRST], found=findings(FIRST, afi=2))),
        side(register([LONDON], [moved], found=findings(moved, afi=3))),
    )
    wanted = "findings-by-outcome.england.areas_for_improvement"
    (change,) = [change for change in changes.values if change.id == wanted]
    assert (change.old, change.new) == ("2", "3")
    assert [record.record for reason in change.reasons for record in reason.records] == ["E06000001-2023-05-16"]
    renamed = {(entry.id, entry.kind) for entry in changes.values if entry.id.endswith("areas_for_improvement")}
    assert ("inspections.E06000001-2023-05-15.areas_for_improvement", Difference.REMOVED) in renamed
    assert ("inspections.E06000001-2023-05-16.areas_for_improvement", Difference.ADDED) in renamed


def test_findings_of_a_re_inspection_take_the_place_of_the_first_s() -> None:
    again = inspection(LONDON, day("2024-09-16"))
    changes = compare_releases(
        side(register([LONDON], [FIRST], found=findings(FIRST, afi=2))),
        side(register([LONDON], [FIRST, again], found=[*findings(FIRST, afi=2), *findings(again, afi=1)])),
    )
    (change,) = [change for change in changes.values if change.id == "areas.E06000001.areas_for_improvement"]
    assert (change.old, change.new) == ("2", "1")
    assert [reason.kind for reason in change.reasons] == [ReasonKind.RE_INSPECTION]


def test_the_table_of_changes_has_a_row_for_each() -> None:
    changes = changed()
    held = side(register([LONDON], [FIRST])).population
    table = changes_table(changes, held.since_start)
    assert [row.key for row in table.rows] == [change.id for change in changes.values]
    rows = {row.key: table.named(row) for row in table.rows}
    total = rows["outcomes-since-2023.england.total"]
    assert (total["old_value"], total["new_value"], total["difference"]) == ("1", "2", "1")
    assert (total["reasons"], total["records"]) == ("new inspection (1)", "E06000002-2024-03-11")
    assert total["details"] == "Barton, 11 March 2024: ended 15 March 2024, recorded since"
    assert total["time_period"] == "2023-01-01/2024-12-31"
    added = rows["inspections.E06000002-2024-03-11.working_days_to_publication"]
    assert (added["old_value"], added["difference"]) == ("[z]", "[z]")
    assert "as at 31 December 2024 to the release as at 31 December 2024" in table.title


def test_the_table_holds_what_no_side_counts_any_more() -> None:
    held = side(register([LONDON], [FIRST]))
    changes = compare_releases(published(held, coverage__gone__total=3), held)
    (row,) = changes_table(changes, held.population.since_start).text_rows()
    assert row == (
        "coverage.gone.total",
        "no longer published",
        "coverage",
        "As it was",
        "[z]",
        "3",
        "[z]",
        "[z]",
        "counted differently by this version of areasend",
        "[z]",
        "[z]",
    )


def test_sums_by_kind_and_by_reason() -> None:
    changes = changed()
    period = side(register([LONDON], [FIRST])).population.since_start
    kinds = {row.key: row for row in changes_by_kind(changes, period).rows}
    assert kinds.keys() == {"changed", "added", "no-longer-published", "another-period"}
    table = changes_by_kind(changes, period)
    assert table.figure("changed", "figures").value == len(changes.of_kind(Difference.VALUE))
    assert table.figure("added", "figures").records == tuple(c.id for c in changes.of_kind(Difference.ADDED))
    reasons = changes_by_reason(changes, period)
    assert [row.cells[0] for row in reasons.rows] == ["New inspection"]
    assert reasons.figure("new-inspection", "records").records == ("E06000002-2024-03-11",)
    assert reasons.figure("new-inspection", "values").value == len(changes.revised)
