"""Readings kept by hash and version; whatever else lies in the folder counts as nothing and is overwritten."""

import hashlib
import json
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pypdfium2 import PYPDFIUM_INFO
from tests.unit.reports.readings import readings

from areasend.reports import DocumentKind, Reading, ReportsError, reading_to_json
from areasend.reports.cache import ReadingCache, reader_version, version_of

NOT_KEPT = {DocumentKind.TIME_LIMIT, DocumentKind.MEMORY_LIMIT, DocumentKind.CRASHED, DocumentKind.UNREADABLE}
SHA256 = "0a" * 32
READING = Reading(file="first name", sha256=SHA256, document=DocumentKind.NO_TEXT)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reading=readings, name=st.text())
def test_a_reading_comes_back_under_the_present_name(tmp_path: Path, reading: Reading, name: str) -> None:
    assume(reading.document not in NOT_KEPT)
    cache = ReadingCache(tmp_path / "cache", "1")
    cache.put(reading)
    assert cache.get(reading.sha256, file=name) == replace(reading, file=name)


@pytest.mark.parametrize("kind", DocumentKind)
def test_what_limits_and_crashes_made_is_not_kept(tmp_path: Path, kind: DocumentKind) -> None:
    cache = ReadingCache(tmp_path, "1")
    cache.put(replace(READING, document=kind))
    found = cache.get(SHA256, file="first name")
    assert (found is None) == (kind in NOT_KEPT)
    assert list(tmp_path.rglob("*.jsonl")) == ([] if kind in NOT_KEPT else [entry(tmp_path)])


def entry(folder: Path, sha256: str = SHA256) -> Path:
    return folder / sha256[:2] / f"{sha256}.jsonl"


def test_names_of_files_are_not_kept(tmp_path: Path) -> None:
    ReadingCache(tmp_path, "1").put(READING)
    assert b"first name" not in entry(tmp_path).read_bytes()


def test_names_that_are_no_text_are_put_up_with(tmp_path: Path) -> None:
    cache = ReadingCache(tmp_path, "1")
    cache.put(replace(READING, file="caf\udce9"))
    found = cache.get(SHA256, file="th\udce9")
    assert found is not None
    assert found.file == "th\udce9"


def test_another_version_reads_anew_and_takes_the_place(tmp_path: Path) -> None:
    old, new = ReadingCache(tmp_path, "1"), ReadingCache(tmp_path, "2")
    old.put(READING)
    assert new.get(SHA256, file="a") is None
    new.put(replace(READING, document=DocumentKind.EMPTY))
    assert old.get(SHA256, file="a") is None
    found = new.get(SHA256, file="a")
    assert found is not None
    assert found.document is DocumentKind.EMPTY
    assert len(list(tmp_path.rglob("*.jsonl"))) == 1


def test_what_was_not_put_is_not_there(tmp_path: Path) -> None:
    assert ReadingCache(tmp_path / "none", "1").get(SHA256, file="a") is None
    assert not (tmp_path / "none").exists()


def sealed(content: bytes, version: str = "1") -> bytes:
    """An entry as it should be, whatever stands in it."""
    seal = {"version": version, "content": hashlib.sha256(content).hexdigest()}
    return json.dumps(seal, separators=(",", ":")).encode() + b"\n" + content


WHOLE = json.dumps(reading_to_json(READING)).encode()


def test_an_entry_is_two_lines_of_json(tmp_path: Path) -> None:
    entry(tmp_path).parent.mkdir(parents=True)
    entry(tmp_path).write_bytes(sealed(WHOLE))
    assert ReadingCache(tmp_path, "1").get(SHA256, file="first name") == READING


@pytest.mark.parametrize(
    "content",
    [
        *(
            b"",
            b"\n",
            b"{",
            b"\xff\xfe",
            WHOLE,
            b"\n" + WHOLE,
            sealed(WHOLE, "2"),
            sealed(WHOLE)[:-1],
            sealed(WHOLE) + b" ",
        ),
        *map(
            sealed,
            (
                b"",
                b"null",
                b"[]",
                b"7",
                b"{}",
                b"\xff",
                b"[" * 200_000,
                WHOLE.replace(b"no_text", b"\\ud800"),
                WHOLE.replace(b"[]", b"7"),
            ),
        ),
    ],
    ids=lambda content: repr(content[:60]),
)
def test_a_foreign_entry_counts_as_none_and_is_overwritten(tmp_path: Path, content: bytes) -> None:
    cache = ReadingCache(tmp_path, "1")
    entry(tmp_path).parent.mkdir(parents=True)
    entry(tmp_path).write_bytes(content)
    assert cache.get(SHA256, file="first name") is None
    cache.put(READING)
    assert cache.get(SHA256, file="first name") == READING


def test_an_entry_under_another_s_name_counts_as_none(tmp_path: Path) -> None:
    cache, other = ReadingCache(tmp_path, "1"), "0b" * 32
    cache.put(READING)
    entry(tmp_path, other).parent.mkdir(exist_ok=True)
    entry(tmp_path, other).write_bytes(entry(tmp_path).read_bytes())
    assert cache.get(other, file="a") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_entry_counts_as_none(tmp_path: Path, data: st.DataObject) -> None:
    cache = ReadingCache(tmp_path, "1")
    cache.put(READING)
    content = entry(tmp_path).read_bytes()
    begin, end = sorted(data.draw(st.tuples(*[st.integers(0, len(content))] * 2)))
    damaged = content[:begin] + data.draw(st.binary(max_size=3)) + content[end:]
    assume(damaged != content)
    entry(tmp_path).write_bytes(damaged)
    assert cache.get(SHA256, file="a") is None


@pytest.mark.parametrize("sha256", ["", "../../etc/passwd", "0A" * 32, "0a" * 31, "0a" * 32 + "\n"])
def test_only_a_hash_is_a_name(tmp_path: Path, sha256: str) -> None:
    cache = ReadingCache(tmp_path, "1")
    for use in (lambda: cache.get(sha256, file="a"), lambda: cache.put(replace(READING, sha256=sha256))):
        with pytest.raises(ValueError, match="is no SHA-256"):
            use()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ReportsError, match=r"The cache .*file cannot be written: .*Name another folder"):
        ReadingCache(tmp_path / "file", "1").put(READING)


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    entry(tmp_path).mkdir(parents=True)  # a folder stands where the entry would
    with pytest.raises(ReportsError, match="cannot be written"):
        ReadingCache(tmp_path, "1").put(READING)
    assert list(entry(tmp_path).parent.iterdir()) == [entry(tmp_path)]


WRITER = """
import sys
sys.path[:] = {path!r}
from pathlib import Path
from areasend.reports import DocumentKind, Problem, Reading
from areasend.reports.cache import ReadingCache
cache = ReadingCache(Path({folder!r}), "1")
problem = Problem(field="x", page=0, expected="y" * 200_000, found={mark!r})
reading = Reading(file="", sha256={sha256!r}, document=DocumentKind.EMPTY, problems=(problem,))
for _ in range(150):
    cache.put(reading)
"""


def test_processes_that_write_at_once_leave_a_whole_entry_at_any_time(tmp_path: Path) -> None:
    cache = ReadingCache(tmp_path, "1")
    cache.put(READING)
    codes = [WRITER.format(path=sys.path, folder=str(tmp_path), mark=mark, sha256=SHA256) for mark in ("one", "two")]
    writers = [subprocess.Popen([sys.executable, "-c", code]) for code in codes]
    seen = set()
    while any(writer.poll() is None for writer in writers):
        found = cache.get(SHA256, file="")
        assert found is not None
        seen.add(found.problems[0].found if found.problems else "")
    assert [writer.returncode for writer in writers] == [0, 0]
    assert seen & {"one", "two"}
    assert [path.name for path in tmp_path.rglob("*.partial")] == []


def test_the_version_of_the_reader_is_the_same_in_every_process() -> None:
    code = f"import sys; sys.path[:] = {sys.path!r}\nfrom areasend.reports import cache\nprint(cache.reader_version())"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == reader_version()
    assert len(reader_version()) == 64


def test_the_version_is_known_at_once() -> None:
    took = []
    for _ in range(5):
        reader_version.cache_clear()
        began = time.perf_counter()
        reader_version()
        took.append(time.perf_counter() - began)
    assert min(took) < 0.2, "twenty milliseconds on a machine of its own"


def test_any_change_of_code_or_data_is_another_version(tmp_path: Path) -> None:
    (tmp_path / "room" / "data").mkdir(parents=True)
    (tmp_path / "room" / "code.py").write_text("a = 1\n", encoding="utf-8")
    (tmp_path / "room" / "data" / "words.toml").write_text("b = 1\n", encoding="utf-8")
    seen = [version_of([tmp_path / "room"])]

    def changed() -> bool:
        seen.append(version_of([tmp_path / "room"]))
        return seen[-1] not in seen[:-1]

    (tmp_path / "room" / "__pycache__").mkdir()
    (tmp_path / "room" / "__pycache__" / "code.pyc").write_bytes(b"compiled")
    assert not changed()
    (tmp_path / "room" / "code.py").write_text("a = 2\n", encoding="utf-8")
    assert changed()
    (tmp_path / "room" / "data" / "words.toml").write_text("b = 2\n", encoding="utf-8")
    assert changed()
    (tmp_path / "room" / "code.py").rename(tmp_path / "room" / "codes.py")
    assert changed()
    (tmp_path / "room" / "more.py").touch()
    assert changed()


def test_the_version_covers_the_reader_its_framework_and_its_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    hashed = []
    monkeypatch.setattr(
        "areasend.reports.cache.version_of", lambda folders, *parts: hashed.extend([*folders, *parts]) or ""
    )
    reader_version.cache_clear()
    reader_version()
    reader_version.cache_clear()
    names = [getattr(part, "name", part) for part in hashed]
    assert names[:2] == ["reports", "framework"]
    assert names[2:] == [sys.version, str(PYPDFIUM_INFO.version)]
