"""A snapshot's folder that differs by a byte or a file from what was frozen is never read, and fails one way only."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.factories import day, snapshot

from areasend.formats import json_bytes
from areasend.register import packaged_register
from areasend.snapshot import SNAPSHOT_FILE, SnapshotInvalid, read_snapshot, snapshot_files

NAMES = (
    "documents.csv",
    "local_areas.csv",
    "area_names.csv",
    "inspections.csv",
    "findings.csv",
    "thematic_visits.csv",
    "survey_returns.csv",
    "context_figures.csv",
    "printed_figures.csv",
    "coders.csv",
    "codings.csv",
    "adjudications.csv",
    "thematic_topics.csv",
    "leadership_statements.csv",
    "register.toml",
    "snapshot.json",
)
POSITIONS = 60


@pytest.fixture(scope="module")
def frozen() -> dict[str, bytes]:
    return snapshot_files(snapshot(packaged_register(), day("2026-06-30"), day("2026-06-28")))


@pytest.fixture
def folder(tmp_path: Path, frozen: dict[str, bytes]) -> Path:
    for name, content in frozen.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def refusal(folder: Path) -> str:
    """The problems told of a folder; none if it was read. What is raised otherwise is no refusal and ends the test."""
    try:
        read_snapshot(folder)
    except SnapshotInvalid as error:
        return "\n".join(error.problems)
    return ""


def test_the_files_are_these(frozen: dict[str, bytes]) -> None:
    assert sorted(frozen) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_flipped_bit_is_found(folder: Path, name: str) -> None:
    path = folder / name
    content = path.read_bytes()
    read_anyway = []
    for number in range(POSITIONS):
        position = number * (len(content) - 1) // (POSITIONS - 1)
        for bit in (number % 8, 7):
            changed = bytearray(content)
            changed[position] ^= 1 << bit
            path.write_bytes(changed)
            if name not in refusal(folder):
                read_anyway.append((position, bit))
    assert read_anyway == []


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_any_byte_of_the_description_changed_to_a_near_one_is_found(folder: Path) -> None:
    path = folder / SNAPSHOT_FILE
    content = path.read_bytes()
    read_anyway = []
    for position in range(len(content)):
        near = [value for value in b' \t\r0"9' if value != content[position]]
        path.write_bytes(content[:position] + bytes([near[position % len(near)]]) + content[position + 1 :])
        if SNAPSHOT_FILE not in refusal(folder):
            read_anyway.append(position)
    assert read_anyway == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda content: content + b"\n", id="appended line feed"),
        pytest.param(lambda content: content + b" ", id="appended space"),
        pytest.param(lambda content: content + b"\0", id="appended NUL"),
        pytest.param(lambda content: content[1:], id="first byte removed"),
        pytest.param(lambda content: content[:-1], id="last byte removed"),
        pytest.param(lambda content: content[: len(content) // 2] + content[len(content) // 2 + 1 :], id="middle"),
        pytest.param(lambda content: b"\xef\xbb\xbf" + content, id="byte order mark"),
        pytest.param(lambda content: b"", id="emptied"),
        pytest.param(lambda content: b"\xff\xfe" * 50, id="not UTF-8"),
        pytest.param(lambda content: content.replace(b"\n", b"\r\n"), id="other line ends"),
    ],
)
def test_more_or_less_content_is_found(folder: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    path = folder / name
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(SnapshotInvalid, match=name.replace(".", r"\.")):
        read_snapshot(folder)


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_file_is_found(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(SnapshotInvalid, match=rf"{name}: the file is missing"):
        read_snapshot(folder)


@pytest.mark.parametrize("name", ["extra.csv", "notes.txt", ".hidden", "Inspections.csv", "manifest.json"])
def test_an_added_file_is_found(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"")
    with pytest.raises(SnapshotInvalid, match=rf"{name}: no such file belongs to a snapshot"):
        read_snapshot(folder)


def test_an_added_folder_is_found(folder: Path) -> None:
    (folder / "more").mkdir()
    with pytest.raises(SnapshotInvalid, match="more: no such file belongs to a snapshot"):
        read_snapshot(folder)


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_in_the_place_of_a_file_is_found(folder: Path, name: str) -> None:
    (folder / name).unlink()
    (folder / name).mkdir()
    with pytest.raises(SnapshotInvalid, match=name):
        read_snapshot(folder)


@pytest.mark.parametrize("number", range(len(NAMES)))
def test_swapped_files_are_found(folder: Path, frozen: dict[str, bytes], number: int) -> None:
    one, other = NAMES[number], NAMES[(number + 1) % len(NAMES)]
    (folder / one).write_bytes(frozen[other])
    (folder / other).write_bytes(frozen[one])
    with pytest.raises(SnapshotInvalid, match=rf"{one}|{other}"):
        read_snapshot(folder)


def test_every_difference_is_told_at_once(folder: Path) -> None:
    (folder / "documents.csv").unlink()
    (folder / "extra.csv").write_bytes(b"")
    (folder / "inspections.csv").write_bytes(b"")
    with pytest.raises(SnapshotInvalid) as found:
        read_snapshot(folder)
    assert [problem.split(":")[0] for problem in found.value.problems] == [
        "documents.csv",
        "extra.csv",
        "inspections.csv",
    ]


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(SnapshotInvalid, match=r"the file is missing; is this the folder of a snapshot\?"):
        read_snapshot(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "not valid JSON"),
        (b"[]", "does not describe a snapshot"),
        (b"{}", "does not describe a snapshot"),
        (b'{"tables": []}', "does not describe a snapshot"),
        (b'{"tables": {}}', "form is None, this version of areasend reads form 3"),
        (b'{"tables": {}, "form": 1}', "form is 1, this version"),
        (b'{"tables": {}, "form": 2}', "form is 2, this version"),
        (b'{"tables": {}, "form": NaN}', "form is nan"),
        (b'{"tables": {}, "form": 3, "x": NaN}', "does not describe a snapshot: ValueError"),
        (b'{"tables": {}, "form": 3, "x": "\\ud800"}', "does not describe a snapshot: UnicodeEncodeError"),
        (b'{"tables": {"documents.csv": 1}, "form": 3}', "contents do not have the hash"),
        (b"[" * 100_000, "RecursionError"),
        (b'{"tables": {}, "form": 3, "x": ' + b"[" * 900 + b"]" * 900 + b"}", "snapshot.json"),
        (b'{"tables": {}, "form": ' + b"9" * 5000 + b"}", "not valid JSON"),
    ],
)
def test_a_description_that_is_none_is_told(folder: Path, content: bytes, rule: str) -> None:
    (folder / SNAPSHOT_FILE).write_bytes(content)
    with pytest.raises(SnapshotInvalid, match=rule):
        read_snapshot(folder)


def forged(folder: Path, **changes: Any) -> None:
    """Writes a description with other values and a hash that fits them, as somebody who knows the form could."""
    described = json.loads((folder / SNAPSHOT_FILE).read_bytes()) | changes
    unsigned = {key: value for key, value in described.items() if key != "sha256" and value is not ...}
    signed = unsigned | {"sha256": hashlib.sha256(json_bytes(unsigned)).hexdigest()}
    (folder / SNAPSHOT_FILE).write_bytes(json_bytes(signed))


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"as_at": ...}, "KeyError: 'as_at'"),
        ({"as_at": 20241231}, "TypeError"),
        ({"as_at": "31 December 2024"}, "Invalid isoformat string"),
        ({"as_at": "20260630"}, "not in its canonical form"),
        ({"as_at": "2020-12-31"}, "would miss areas"),
        ({"as_at": "2099-12-31"}, "calendar ends on"),
        ({"as_at": "2025-12-31"}, "these records are not those of a snapshot as at 2025-12-31"),
        ({"published_by": "2025-12-31"}, "these records are not those of a snapshot as at 2026-06-30"),
        ({"published_by": ""}, "Invalid isoformat string"),
        ({"left_out": ["E06000001-2024-01-22"]}, "TypeError"),
        ({"left_out": None}, "TypeError"),
        ({"framework_versions": None}, "TypeError"),
        ({"framework_versions": "2023-01"}, "not in its canonical form"),
        ({"complete_to": "2026-06-30"}, "not in its canonical form"),
        ({"remark": "more"}, "not in its canonical form"),
        ({"tables": {}}, "frozen as None"),
    ],
)
def test_a_forged_description_is_found_by_what_it_says(folder: Path, changes: dict[str, Any], rule: str) -> None:
    forged(folder, **changes)
    with pytest.raises(SnapshotInvalid, match=rule):
        read_snapshot(folder)


def retabled(folder: Path, name: str, content: bytes) -> None:
    """Writes a table and a description that holds its hash."""
    (folder / name).write_bytes(content)
    tables = json.loads((folder / SNAPSHOT_FILE).read_bytes())["tables"]
    entry = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    forged(folder, tables=tables | {name: entry})


def test_a_table_that_breaks_a_rule_is_told_with_the_rule(folder: Path, frozen: dict[str, bytes]) -> None:
    retabled(folder, "inspections.csv", frozen["inspections.csv"].replace(b"typically_positive", b"good", 1))
    with pytest.raises(SnapshotInvalid, match=r"inspections\.csv, row \d+, column outcome: not an outcome"):
        read_snapshot(folder)


def test_a_table_in_another_order_is_not_canonical(folder: Path, frozen: dict[str, bytes]) -> None:
    heading, *rows = frozen["documents.csv"].splitlines(keepends=True)
    retabled(folder, "documents.csv", b"".join([heading, *rows[::-1]]))
    with pytest.raises(SnapshotInvalid, match=r"documents\.csv: not in its canonical form"):
        read_snapshot(folder)


def test_deep_toml_is_told(folder: Path) -> None:
    retabled(folder, "register.toml", b"x = " + b"[" * 5000)
    with pytest.raises(
        SnapshotInvalid, match=r"register.toml: not valid TOML in UTF-8 .found .lists or tables stand too deep"
    ):
        read_snapshot(folder)
