"""The check under test, from texts: every file is written out and read back as an author would give it."""

import tempfile
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from tests.publications_mutated.scoring import Check

from areasend.check.numbers import check_publication, read_publication
from areasend.check.numbers.release_files import read_release
from areasend.check.numbers.release_files.observations import OBSERVATIONS
from areasend.check.numbers.results.model import Finding, Result
from areasend.framework import packaged_framework
from areasend.register import packaged_register
from areasend.snapshot import Snapshot, freeze


def checked(files: Mapping[str, str], as_at: str | None = None) -> Result:
    """The result for some files; with the packaged records as at a date, or without any.

    The observations of a release say which figure each number of its pages is; they are not read as a
    table, which would take most of the time.
    """
    release = read_release({name: text.encode() for name, text in files.items()}) if OBSERVATIONS in files else None
    with tempfile.TemporaryDirectory(prefix="areasend-mutated-") as folder:
        texts = {Path(folder) / name: text for name, text in files.items() if name != OBSERVATIONS}
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        documents = read_publication(list(texts))
    snapshot = _records(as_at) if as_at else None
    return check_publication(
        documents, framework=packaged_framework(), register=packaged_register(), snapshot=snapshot, release=release
    )


def checking(as_at: str | None = None) -> Check:
    """The check as a function from files to findings."""

    def check(files: Mapping[str, str]) -> tuple[Finding, ...]:
        return checked(files, as_at).findings

    return check


@cache
def _records(as_at: str) -> Snapshot:
    return freeze(packaged_register(), packaged_framework(), as_at=date.fromisoformat(as_at))
