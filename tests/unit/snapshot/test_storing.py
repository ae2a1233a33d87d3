"""The folder of a snapshot: canonical bytes that read back as what was frozen."""

import hashlib
import json
import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import area, day, document, inspection, register, snapshot, visit
from tests.generative.registers import DATES, registers

from areasend.register import RECORD_TYPES, Completeness, Register, packaged_register
from areasend.snapshot import SNAPSHOT_FILE, Snapshot, read_snapshot, snapshot_files


def written(folder: Path, frozen: Snapshot) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in snapshot_files(frozen).items():
        (folder / name).write_bytes(content)
    return folder


def shuffled(records: Register, seed: int) -> Register:
    order = random.Random(seed)
    return replace(
        records,
        **{
            kind.name: tuple(order.sample(getattr(records, kind.name), len(getattr(records, kind.name))))
            for kind in RECORD_TYPES
        },
    )


@pytest.mark.parametrize(
    ("as_at", "published_by"),
    [("2023-12-31", None), ("2024-12-31", None), ("2024-12-31", "2024-12-31"), ("2026-06-30", "2026-05-20")],
)
def test_the_packaged_records_read_back_as_frozen(tmp_path: Path, as_at: str, published_by: str | None) -> None:
    frozen = snapshot(packaged_register(), day(as_at), day(published_by) if published_by else None)
    assert read_snapshot(written(tmp_path / "s", frozen)) == frozen


@settings(max_examples=60, deadline=None, derandomize=True)
@given(records=registers(), as_at=DATES, cut=st.none() | DATES)
def test_random_records_read_back_as_frozen(
    tmp_path_factory: pytest.TempPathFactory, records: Register, as_at: date, cut: date | None
) -> None:
    frozen = snapshot(records, as_at, cut)
    assert read_snapshot(written(tmp_path_factory.mktemp("s"), frozen)) == frozen


@settings(max_examples=100, deadline=None, derandomize=True)
@given(statement=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])).map("It says {}.".format))
def test_any_statement_reads_back(tmp_path_factory: pytest.TempPathFactory, statement: str) -> None:
    frozen = snapshot(register([area(1)], statement=statement))
    assert read_snapshot(written(tmp_path_factory.mktemp("s"), frozen)).completeness.statement == statement


@settings(max_examples=60, deadline=None, derandomize=True)
@given(records=registers(), seed=st.integers(0, 10**6))
@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_the_order_of_random_records_never_matters(records: Register, seed: int) -> None:
    assert snapshot_files(snapshot(shuffled(records, seed))) == snapshot_files(snapshot(records))


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_the_packaged_records_never_matters(seed: int) -> None:
    as_at = day("2026-06-30")
    expected = snapshot_files(snapshot(packaged_register(), as_at))
    assert snapshot_files(snapshot(shuffled(packaged_register(), seed), as_at)) == expected


def test_two_visits_to_an_area_in_a_year_stand_in_one_order() -> None:
    visits = [visit(area(1), theme="alternative provision"), visit(area(1), theme="preparation for adulthood")]
    one, other = (
        snapshot_files(snapshot(register([area(1)], documents=[document()], visits=order)))
        for order in (visits, visits[::-1])
    )
    assert one == other


def test_records_that_share_a_day_stand_in_one_order() -> None:
    entries = [
        inspection(area(1), day("2025-05-12"), published=day("2025-06-30")),
        inspection(area(1), None, published=day("2025-05-12")),
    ]
    one, other = (
        snapshot_files(snapshot(register([area(1)], order), day("2025-12-31"))) for order in (entries, entries[::-1])
    )
    assert one == other


def test_every_table_is_hashed_with_its_length() -> None:
    files = snapshot_files(snapshot(packaged_register()))
    described = json.loads(files[SNAPSHOT_FILE])
    assert described["tables"] == {
        name: {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
        for name, content in files.items()
        if name != SNAPSHOT_FILE
    }


def test_what_is_left_out_is_named_with_its_last_day() -> None:
    entry = inspection(area(1), day("2024-11-18"), published=day("2025-02-04"))
    files = snapshot_files(snapshot(register([area(1)], [entry]), day("2024-12-31"), day("2024-12-31")))
    assert json.loads(files[SNAPSHOT_FILE])["left_out"] == [
        {"inspection": "E06000001-2024-11-18", "inspection_end": "2024-11-22"}
    ]


def test_dates_and_versions_are_told() -> None:
    described = json.loads(
        snapshot_files(snapshot(packaged_register(), day("2024-12-31"), day("2025-01-31")))[SNAPSHOT_FILE]
    )
    assert {key: described[key] for key in ("form", "as_at", "published_by", "complete_to", "framework_versions")} == {
        "form": 3,
        "as_at": "2024-12-31",
        "published_by": "2025-01-31",
        "complete_to": "2024-12-31",
        "framework_versions": ["2023-01"],
    }


def test_a_changed_statement_changes_the_hash() -> None:
    one, other = (
        json.loads(
            snapshot_files(
                snapshot(
                    replace(
                        packaged_register(),
                        completeness=Completeness(
                            complete_to=day("2024-12-31"), areas_from=day("2023-04-01"), statement=statement
                        ),
                    )
                )
            )[SNAPSHOT_FILE]
        )["sha256"]
        for statement in ("One.", "Other.")
    )
    assert one != other
