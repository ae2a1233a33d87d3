"""What changed between two snapshots, and of which kind each change is."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from tests.factories import (
    POSITIVE,
    WIDESPREAD,
    area,
    day,
    document,
    findings,
    inspection,
    other_name,
    printed,
    register,
    snapshot,
    visit,
)
from tests.generative.registers import DATES, registers

from areasend.register import Inspection, LocalArea, NameKind, Register, packaged_register
from areasend.snapshot import Change, ChangeKind, Snapshot, compare

ASHFORD, BARTON = area(1, name="Ashford"), area(2, name="Barton")
FIRST = inspection(ASHFORD, day("2023-02-06"), published=day("2023-05-05"))
AGAIN = inspection(ASHFORD, day("2026-03-23"), published=day("2026-05-27"))


def frozen(*entries: Inspection, areas: tuple[LocalArea, ...] = (ASHFORD, BARTON), **tables: object) -> Snapshot:
    return snapshot(register(areas, entries, **tables), day("2026-06-30"))  # type: ignore[arg-type]  # tables by name


def kinds(changes: tuple[Change, ...]) -> list[tuple[ChangeKind, str, str]]:
    return [(change.kind, change.record, change.column) for change in changes]


@settings(max_examples=50, deadline=None, derandomize=True)
@given(records=registers(), as_at=DATES)
def test_nothing_differs_from_itself(records: Register, as_at: date) -> None:
    assert compare(snapshot(records, as_at), snapshot(records, as_at)) == ()


def test_a_first_inspection_of_an_area_is_new() -> None:
    changes = compare(frozen(FIRST), frozen(FIRST, inspection(BARTON, day("2024-01-22"))))
    assert kinds(changes) == [(ChangeKind.NEW_INSPECTION, "E06000002-2024-01-22", "")]


def test_a_second_inspection_of_an_area_is_a_re_inspection() -> None:
    assert kinds(compare(frozen(FIRST), frozen(FIRST, AGAIN))) == [
        (ChangeKind.RE_INSPECTION, "E06000001-2026-03-23", "")
    ]


def test_two_inspections_that_arrive_together_are_a_first_and_a_second() -> None:
    assert kinds(compare(frozen(), frozen(FIRST, AGAIN))) == [
        (ChangeKind.NEW_INSPECTION, "E06000001-2023-02-06", ""),
        (ChangeKind.RE_INSPECTION, "E06000001-2026-03-23", ""),
    ]


def test_an_earlier_inspection_found_later_is_not_a_re_inspection() -> None:
    assert kinds(compare(frozen(AGAIN), frozen(FIRST, AGAIN))) == [
        (ChangeKind.NEW_INSPECTION, "E06000001-2023-02-06", "")
    ]


def test_cornwall_is_the_only_re_inspection_of_the_packaged_records() -> None:
    changes = compare(
        snapshot(packaged_register(), day("2024-12-31")), snapshot(packaged_register(), day("2026-06-30"))
    )
    again = [change.record for change in changes if change.kind is ChangeKind.RE_INSPECTION]
    new = [change for change in changes if change.kind is ChangeKind.NEW_INSPECTION]
    assert (again, len(new)) == (["E06000052-2026-03-23"], 97 - 54 - 1)


def test_a_corrected_outcome_tells_the_old_and_the_new() -> None:
    (change,) = compare(frozen(FIRST), frozen(replace(FIRST, outcome=WIDESPREAD)))
    assert change == Change(
        kind=ChangeKind.CORRECTION,
        table="inspections",
        record="E06000001-2023-02-06",
        column="outcome",
        old="inconsistent",
        new="widespread_systemic_failings",
    )


def test_a_corrected_first_day_is_a_correction_of_the_same_report() -> None:
    moved = replace(FIRST, inspection_start=day("2023-02-07"))
    assert kinds(compare(frozen(FIRST), frozen(moved))) == [
        (ChangeKind.CORRECTION, "E06000001-2023-02-07", "inspection_start")
    ]


def test_dates_found_for_an_inspection_without_them_are_corrections() -> None:
    undated = replace(FIRST, inspection_start=None, inspection_end=None)
    assert kinds(compare(frozen(undated), frozen(FIRST))) == [
        (ChangeKind.CORRECTION, "E06000001-2023-02-06", "inspection_start"),
        (ChangeKind.CORRECTION, "E06000001-2023-02-06", "inspection_end"),
    ]


def test_without_a_report_a_corrected_first_day_is_one_removed_and_one_new() -> None:
    old = replace(FIRST, report_url=None)
    changes = compare(frozen(old), frozen(replace(old, inspection_start=day("2023-02-07"))))
    assert [change.kind for change in changes if change.kind is ChangeKind.REMOVED] == [ChangeKind.REMOVED]


def test_a_removed_inspection_keeps_its_line() -> None:
    (change,) = compare(frozen(FIRST), frozen())
    assert (change.kind, change.new) == (ChangeKind.REMOVED, "")
    assert change.old.startswith("E06000001, Ashford, 2023-02-06, 2023-02-10, 2023-05-05, inconsistent, https://")


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ((ASHFORD,), (ASHFORD, BARTON), ""),
        ((ASHFORD, BARTON), (ASHFORD,), ""),
        ((ASHFORD, BARTON), (ASHFORD, replace(BARTON, valid_to=day("2027-03-31"))), "valid_to"),
        ((ASHFORD, BARTON), (ASHFORD, replace(BARTON, predecessors=("Old", "Older"))), "predecessors"),
    ],
)
def test_an_area_that_comes_goes_or_changes_is_an_area_change(
    old: tuple[LocalArea, ...], new: tuple[LocalArea, ...], column: str
) -> None:
    changes = compare(frozen(areas=old), frozen(areas=new))
    assert kinds(changes) == [(ChangeKind.AREA_CHANGE, "E06000002", column)]


def test_documents_and_visits_that_arrive_are_records_and_printed_figures_are_quotations() -> None:
    new = frozen(documents=[document()], visits=[visit(ASHFORD, 2023)], printed_figures=[printed("p-1")])
    assert kinds(compare(frozen(), new)) == [
        (ChangeKind.OTHER, "findings", ""),
        (ChangeKind.OTHER, "2023 E06000001 alternative provision", ""),
        (ChangeKind.QUOTATION, "p-1", ""),
    ]


def test_findings_that_come_or_go_are_records() -> None:
    one, two = findings(FIRST, afi=2)
    assert kinds(compare(frozen(FIRST, found=[one]), frozen(FIRST, found=[one, two]))) == [
        (ChangeKind.OTHER, "E06000001-2023-02-06-afi-2", "")
    ]
    assert kinds(compare(frozen(FIRST, found=[one, two]), frozen(FIRST, found=[one]))) == [
        (ChangeKind.REMOVED, "E06000001-2023-02-06-afi-2", "")
    ]


def test_other_bodies_are_a_correction() -> None:
    (one,) = findings(FIRST)
    (change,) = compare(frozen(FIRST, found=[one]), frozen(FIRST, found=[replace(one, responsible_bodies=("A", "B"))]))
    assert (change.kind, change.table, change.record, change.column, change.new) == (
        ChangeKind.CORRECTION,
        "findings",
        "E06000001-2023-02-06-afi-1",
        "responsible_bodies",
        "A;B",
    )


def test_with_a_corrected_first_day_of_the_inspection_its_findings_stay_the_same_ones() -> None:
    moved = replace(FIRST, inspection_start=day("2023-02-07"))
    changes = compare(frozen(FIRST, found=findings(FIRST)), frozen(moved, found=findings(moved, afi=2)))
    assert kinds(changes) == [
        (ChangeKind.CORRECTION, "E06000001-2023-02-07", "inspection_start"),
        (ChangeKind.CORRECTION, "E06000001-2023-02-07-afi-1", "inspection_start"),
        (ChangeKind.OTHER, "E06000001-2023-02-07-afi-2", ""),
    ]


def test_a_name_comes_goes_or_changes_its_kind() -> None:
    short, former = other_name(ASHFORD, "Ash"), other_name(ASHFORD, "Ash", NameKind.FORMER)
    assert kinds(compare(frozen(), frozen(names=[short]))) == [(ChangeKind.OTHER, "E06000001 Ash", "")]
    assert kinds(compare(frozen(names=[short]), frozen())) == [(ChangeKind.REMOVED, "E06000001 Ash", "")]
    (change,) = compare(frozen(names=[short]), frozen(names=[former]))
    assert (change.kind, change.table, change.column, change.old, change.new) == (
        ChangeKind.CORRECTION,
        "area_names",
        "kind",
        "short",
        "former",
    )


def test_survey_returns_and_context_figures_that_arrive_are_quotations() -> None:
    packaged = packaged_register()
    changes = compare(
        snapshot(replace(packaged, survey_returns=(), context_figures=())),
        snapshot(packaged),
    )
    assert {change.table for change in changes} == {"survey_returns", "context_figures"}
    assert {change.kind.value for change in changes} == {"quoted figure"}


def test_the_kind_of_a_document_or_visit_is_called_a_record() -> None:
    (change,) = compare(frozen(), frozen(documents=[document()]))
    assert (change.kind.value, change.new) == (
        "record",
        "findings, Title of findings, Ofsted, 2023-01-02, Open licence",
    )


def test_a_corrected_quotation_is_a_correction() -> None:
    old, new = (
        frozen(documents=[document()], printed_figures=[printed("p-1", value, base=base)])
        for value, base in (("54", None), ("55", 54))
    )
    assert kinds(compare(old, new)) == [
        (ChangeKind.CORRECTION, "p-1", "value"),
        (ChangeKind.CORRECTION, "p-1", "base"),
    ]


def test_another_frame_of_the_snapshot_is_told() -> None:
    records = register([ASHFORD], [replace(FIRST, outcome=POSITIVE)])
    changes = compare(
        snapshot(records, day("2024-12-31")),
        snapshot(
            replace(
                records, completeness=replace(records.completeness, complete_to=day("2025-06-30"), statement="New.")
            ),
            day("2025-06-30"),
            day("2025-06-30"),
        ),
    )
    assert [(change.kind, change.column, change.old, change.new) for change in changes] == [
        (ChangeKind.FREEZE, "as_at", "2024-12-31", "2025-06-30"),
        (ChangeKind.FREEZE, "published_by", "", "2025-06-30"),
        (ChangeKind.FREEZE, "complete_to", "2024-12-31", "2025-06-30"),
        (ChangeKind.FREEZE, "statement", "Made for a test.", "New."),
        (ChangeKind.FREEZE, "framework_versions", "2023-01", "2023-01;2025-06"),
    ]
