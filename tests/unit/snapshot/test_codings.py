"""Codings and what else is known by an inspection: held with it, stored, told where they differ."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.factories import (
    WIDESPREAD,
    adjudication,
    area,
    coder,
    coding,
    day,
    document,
    findings,
    inspection,
    leadership,
    register,
    snapshot,
    topic,
)

from areasend.register import FindingKind, Inspection, Register, packaged_register
from areasend.snapshot import (
    Change,
    ChangeKind,
    SnapshotInvalid,
    compare,
    followed,
    narrow,
    read_snapshot,
    record_name,
    snapshot_files,
)

ASHFORD, BARTON = area(1, name="Ashford"), area(2, name="Barton")
EARLY = inspection(ASHFORD, day("2024-01-22"), published=day("2024-04-15"), outcome=WIDESPREAD)
LATE = inspection(BARTON, day("2024-11-18"), published=day("2025-02-04"))
TABLES = ("codings", "adjudications", "leadership_statements")


def coded(*entries: Inspection) -> Register:
    """Two coders for each finding, a third reader for the first, and what the report says of leaders."""
    found = [finding for entry in entries for finding in findings(entry, afi=2, apa=entry.outcome == WIDESPREAD)]
    themes = {"first": ("governance", "early_help"), "second": ("early_help",)}
    return register(
        [ASHFORD, BARTON],
        entries,
        found=found,
        documents=[document()],
        coders=[coder("second"), coder("first")],
        codings=[coding(finding, *themes[by], by=by) for finding in found for by in themes],
        adjudications=[adjudication(findings(entry)[0], "early_help") for entry in entries],
        topics=[topic(2025), topic(2023)],
        leadership=[leadership(entry, page=1) for entry in entries],
    )


BOTH = coded(EARLY, LATE)


def held(of: object) -> list[set[str]]:
    return [{entry.inspection_id for entry in getattr(of, table)} for table in TABLES]


@pytest.mark.parametrize(
    ("as_at", "published_by", "expected"),
    [
        ("2024-12-31", None, {EARLY.inspection_id, LATE.inspection_id}),
        ("2024-11-21", None, {EARLY.inspection_id}),
        ("2024-12-31", "2024-12-31", {EARLY.inspection_id}),
        ("2024-01-25", None, set()),
    ],
)
def test_codings_are_held_with_their_inspection(as_at: str, published_by: str | None, expected: set[str]) -> None:
    cut = day(published_by) if published_by else None
    assert held(snapshot(BOTH, day(as_at), cut)) == [expected] * 3
    assert held(narrow(snapshot(BOTH), as_at=day(as_at), published_by=cut)) == [expected] * 3


def test_coders_and_topics_belong_to_every_snapshot() -> None:
    """As documents do: a topic may be announced, and a coder may have nothing that is held."""
    frozen = snapshot(BOTH, day("2024-01-25"))
    assert [entry.coder for entry in frozen.coders] == ["first", "second"]
    assert [entry.year for entry in frozen.thematic_topics] == [2023, 2025]


def test_codings_stand_by_day_area_kind_number_and_coder() -> None:
    whole = snapshot(replace(BOTH, codings=BOTH.codings[::-1], coders=BOTH.coders[::-1]))
    assert whole == snapshot(BOTH)
    assert [(entry.inspection_start, entry.kind, entry.seq, entry.coder) for entry in whole.codings[:4]] == [
        (EARLY.inspection_start, FindingKind.AFI, 1, "first"),
        (EARLY.inspection_start, FindingKind.AFI, 1, "second"),
        (EARLY.inspection_start, FindingKind.AFI, 2, "first"),
        (EARLY.inspection_start, FindingKind.AFI, 2, "second"),
    ]


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize("records", [BOTH, packaged_register()], ids=["made", "packaged"])
def test_what_is_stored_is_read_back(tmp_path: Path, records: Register) -> None:
    frozen = snapshot(records)
    again = read_snapshot(written(tmp_path, snapshot_files(frozen)))
    assert again == frozen
    assert again.codings
    assert snapshot_files(again) == snapshot_files(frozen)


@pytest.mark.parametrize("table", ["coders", *TABLES])
def test_a_row_that_is_taken_out_is_found(tmp_path: Path, table: str) -> None:
    files = snapshot_files(snapshot(BOTH))
    lines = files[f"{table}.csv"].splitlines(keepends=True)
    written(tmp_path, files | {f"{table}.csv": b"".join(lines[:-1])})
    with pytest.raises(SnapshotInvalid, match=rf"{table}\.csv: sha256 is"):
        read_snapshot(tmp_path)


@pytest.mark.parametrize("table", ["coders", *TABLES, "thematic_topics"])
def test_a_snapshot_holds_every_file_though_records_need_not(tmp_path: Path, table: str) -> None:
    written(tmp_path, snapshot_files(snapshot(BOTH)))
    (tmp_path / f"{table}.csv").unlink()
    with pytest.raises(SnapshotInvalid, match=rf"{table}\.csv: the file is missing"):
        read_snapshot(tmp_path)


def told(old: Register, new: Register) -> list[tuple[ChangeKind, str, str, str]]:
    changes: tuple[Change, ...] = compare(snapshot(old), snapshot(new))
    return [(change.kind, change.table, change.record, change.column) for change in changes]


def test_each_coding_that_came_went_or_changed_is_told() -> None:
    first, *rest = BOTH.codings
    other = replace(first, themes=("governance",))
    assert told(BOTH, replace(BOTH, codings=(other, *rest[:-1]))) == [
        (ChangeKind.CORRECTION, "codings", "E06000001-2024-01-22-afi-1 first", "themes"),
        (ChangeKind.REMOVED, "codings", "E06000002-2024-11-18-afi-2 second", ""),
    ]
    assert told(replace(BOTH, codings=BOTH.codings[:-1]), BOTH) == [
        (ChangeKind.OTHER, "codings", "E06000002-2024-11-18-afi-2 second", "")
    ]


def test_other_records_of_coding_are_told_by_what_names_them() -> None:
    new = replace(
        BOTH,
        coders=(*BOTH.coders, coder("third")),
        adjudications=BOTH.adjudications[1:],
        thematic_topics=(topic(2023, "another"), topic(2025)),
        leadership_statements=tuple(replace(e, changed=False, page=None) for e in BOTH.leadership_statements[:1]),
    )
    assert told(BOTH, new) == [
        (ChangeKind.OTHER, "coders", "third", ""),
        (ChangeKind.REMOVED, "adjudications", "E06000001-2024-01-22-afi-1", ""),
        (ChangeKind.CORRECTION, "thematic_topics", "2023", "topic"),
        (ChangeKind.CORRECTION, "leadership_statements", "E06000001-2024-01-22", "changed"),
        (ChangeKind.CORRECTION, "leadership_statements", "E06000001-2024-01-22", "page"),
        (ChangeKind.REMOVED, "leadership_statements", "E06000002-2024-11-18", ""),
    ]


def test_codings_follow_an_inspection_whose_first_day_was_corrected() -> None:
    """They are one record each, not one that went and one that came."""
    moved = replace(EARLY, inspection_start=day("2024-01-23"))
    old, new = snapshot(coded(EARLY)), snapshot(coded(moved))
    names = followed(old, new)
    assert names == {"E06000001-2024-01-22": "E06000001-2024-01-23"}
    assert record_name(old.codings[0], names) == record_name(new.codings[0]) == "E06000001-2024-01-23-afi-1 first"
    assert record_name(old.adjudications[0], names) == record_name(new.adjudications[0]) == "E06000001-2024-01-23-afi-1"
    assert record_name(old.leadership_statements[0], names) == "E06000001-2024-01-23"
    changes = compare(old, new)
    assert {(change.table, change.column) for change in changes if change.table in TABLES} == {
        (table, "inspection_start") for table in TABLES
    }


def test_findings_coded_together_are_named_without_a_number() -> None:
    whole = coding(findings(EARLY)[0], "governance", whole=True)
    assert record_name(whole) == "E06000001-2024-01-22-afi first"
    assert record_name(whole, {"E06000001-2024-01-22": "E06000001-2024-01-23"}) == "E06000001-2024-01-23-afi first"


def test_a_locked_day_that_is_later_than_the_snapshot_is_no_reason_to_leave_codings_out() -> None:
    """Reports are coded long after the inspections; a snapshot as at the end of 2024 counts them all the same."""
    late = replace(BOTH, coders=tuple(replace(entry, locked=date(2026, 1, 1)) for entry in BOTH.coders))
    assert snapshot(late).codings == snapshot(BOTH).codings
