"""A build that is stopped leaves nothing behind, and a release is only ever replaced by a whole one."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from areasend.__main__ import entrypoint
from areasend.cli import main

BUILD = ("release", "build", "--as-at", "2024-12-31", "--out")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("after", [0.0, 0.2, 0.4, 0.6])
def test_a_stopped_build_leaves_nothing(tmp_path: Path, number: signal.Signals, after: float) -> None:
    out = tmp_path / "deep" / "out"
    # Coverage holds locks of its own when a signal comes; it is not what is tested here.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    command = [sys.executable, "-m", "areasend", *BUILD, str(out)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=plain) as running:
        until = time.monotonic() + 30
        while not out.parent.exists() and running.poll() is None and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(after)
        running.send_signal(number)
        _, said = running.communicate(timeout=60)
    # Minus the number: the signal came when Python was already shutting down.
    assert running.returncode in (0, 128 + number, -number), said
    assert "Traceback" not in said
    if out.exists():
        assert (out / "manifest.json").is_file()
        assert list(out.parent.iterdir()) == [out]
    else:
        assert list(tmp_path.iterdir()) == []


@pytest.fixture
def own_handlers() -> Iterator[None]:
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("own_handlers")
def test_ctrl_c_is_told_in_a_word(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("areasend.cli.main", interrupted)
    monkeypatch.setattr("sys.stdout", None)
    with pytest.raises(SystemExit) as stop:
        entrypoint()
    assert stop.value.code == 130
    assert capsys.readouterr().err == "areasend: stopped\n"


@pytest.mark.usefixtures("own_handlers")
def test_sigterm_ends_it_as_shells_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("areasend.cli.main", lambda _: os.kill(os.getpid(), signal.SIGTERM))
    with pytest.raises(SystemExit) as stop:
        entrypoint()
    assert stop.value.code == 128 + signal.SIGTERM


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_a_release_is_replaced_and_nothing_else_is(
    release: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    shutil.copytree(release, out)
    (out / "stale.html").touch()
    assert main([*BUILD, str(out)]) == 2
    assert (out / "stale.html").exists()
    assert main([*BUILD, f"{out}/", "--replace"]) == 0
    assert not (out / "stale.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    (out / "manifest.json").write_text('{"name": "somebody\'s web app"}')
    assert main([*BUILD, str(out), "--replace"]) == 2
    (out / "manifest.json").write_text("no json")
    assert main([*BUILD, str(out), "--replace"]) == 2
    assert "is already there" in capsys.readouterr().err
    assert (out / "index.html").is_file()


@pytest.mark.no_cover  # what it runs is traced by other tests; tracing would double its time
def test_a_failed_replacement_keeps_the_old_release(
    release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    shutil.copytree(release, out)
    before = (out / "manifest.json").read_bytes()
    monkeypatch.setattr("areasend.publication.workbook._ONE_TABLE", "Here are 2 tables.")
    assert main([*BUILD, str(out), "--replace"]) == 1
    assert (out / "manifest.json").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert main([*BUILD, str(tmp_path / "file" / "out")]) == 2
    assert "out cannot be written: " in capsys.readouterr().err
    assert main([*BUILD, str(tmp_path / ("x" * 300))]) == 2
    assert "Name a folder in a place that you may write to" in capsys.readouterr().err
