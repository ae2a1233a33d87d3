"""A built release as it lies in its folder, with the ledger beside it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from areasend.formats import hashes_in, locked, write_through
from areasend.publication import NUMBER_CHECK, LedgerInvalid, ManifestUnreadable
from areasend.publication.practice import (
    MANIFEST,
    Event,
    Ledger,
    ReleaseManifest,
    differences,
    ledger_bytes,
    read_ledger,
    read_manifest,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ReleaseFolder:
    """What was found at `path`: the manifest, the hashes of all files, and the ledger, empty for a draft.

    `number_check` is the result of the check of its numbers, None where the folder has none.
    """

    path: Path
    manifest: ReleaseManifest
    found: Mapping[str, str]
    ledger: Ledger
    number_check: bytes | None

    @property
    def differences(self) -> tuple[str, ...]:
        """Each file that is not as the manifest has it."""
        return tuple(differences(self.manifest, self.found))

    @property
    def approval(self) -> Event | None:
        return self.ledger.approval_of(self.manifest.sha256)


def is_release(folder: Path) -> bool:
    """Whether a folder is a release that areasend built: only such a one may be replaced."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(manifest, dict) and manifest.keys() >= {"areasend", "unofficial", "files"}


def read_folder(path: Path) -> ReleaseFolder:
    """Reads and hashes a release. Raises `ManifestUnreadable` and `LedgerInvalid`."""
    path = path.resolve()
    manifest = path / MANIFEST
    if not manifest.is_file():
        raise ManifestUnreadable(f"{manifest}: missing. Name a folder that `areasend release build` made.")
    return ReleaseFolder(
        path=path,
        manifest=read_manifest(manifest.read_bytes(), place=str(manifest)),
        found=hashes_in(path),
        ledger=_ledger_of(path),
        number_check=_number_check(path / NUMBER_CHECK),
    )


def _number_check(file: Path) -> bytes | None:
    """What is no file of its own is none of the release: it may lead anywhere."""
    return file.read_bytes() if file.is_file() and not file.is_symlink() else None


def ledger_path(path: Path) -> Path:
    """`<DIR>.ledger.json`, beside the folder: it is no part of what was approved."""
    return path.with_name(f"{path.name}.ledger.json")


def record(path: Path, *events: Event) -> Ledger:
    """Adds events to the ledger of a release, whole or not at all. Raises `FolderBusy`."""
    path = path.resolve()
    with locked(path):
        ledger = _ledger_of(path).having(*events)
        write_through(ledger_path(path), ledger_bytes(ledger))
    return ledger


def _ledger_of(path: Path) -> Ledger:
    place = ledger_path(path)
    if not place.exists():
        return Ledger()
    if not place.is_file():
        raise LedgerInvalid(f"{place}: no file, and the ledger of a release is one. Move what stands there away.")
    return read_ledger(place.read_bytes(), place=str(place))
