"""Only plain files are opened, whole, and named by their hash."""

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from areasend.reports import DocumentKind
from areasend.reports.workers.opening import NotOpened, file_content


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.integers(1, 300))
def test_a_file_is_read_whole_or_is_too_large(tmp_path: Path, content: bytes, largest: int) -> None:
    (tmp_path / "file").write_bytes(content)
    if len(content) > largest:
        with pytest.raises(NotOpened, match=f"it has more than {largest} bytes") as refusal:
            file_content(bytes(tmp_path / "file"), largest=largest)
        assert refusal.value.kind is DocumentKind.TOO_LARGE
    else:
        assert file_content(bytes(tmp_path / "file"), largest=largest) == (content, hashlib.sha256(content).hexdigest())


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        (b"/", "it is a folder"),
        (b"/dev/zero", "it is no plain file"),
        (b"/nowhere/at all", "No such file or directory"),
        (b"/" + b"x" * 5000, "File name too long"),
        (b"/tmp/a\0b", "its name is none that a file can have"),
    ],
)
def test_what_is_no_file_says_what_it_is(path: bytes, detail: str) -> None:
    with pytest.raises(NotOpened, match=detail) as refusal:
        file_content(path, largest=10)
    assert refusal.value.kind is DocumentKind.UNREADABLE


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)  # whoever runs the tests may be allowed to read everything
    with pytest.raises(NotOpened, match="Permission denied"):
        file_content(bytes(tmp_path / "file"), largest=10)


def test_an_error_without_a_reason_is_one_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "stat", broken)
    with pytest.raises(NotOpened, match="the system gives no reason"):
        file_content(bytes(tmp_path), largest=10)


@pytest.mark.parametrize("by", [-1, 1])
def test_a_file_that_changes_under_the_reader_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: int
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    stat = Path.stat

    def changed(self: Path, **options: bool) -> os.stat_result:
        found = stat(self, **options)
        path.write_bytes(b"x" * (5 + by))
        return found

    monkeypatch.setattr(Path, "stat", changed)
    with pytest.raises(NotOpened, match="it changed while it was read"):
        file_content(bytes(path), largest=10)
