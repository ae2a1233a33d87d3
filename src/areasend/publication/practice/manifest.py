"""The manifest of a built release, read back: which files it has, and how it is to be published."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from areasend.formats import sha256_hex
from areasend.publication.errors import ManifestUnreadable
from areasend.publication.practice.plan import Practice, practice_in

MANIFEST = "manifest.json"

_ID = re.compile(r"[0-9a-z]+(-[0-9a-z]+)*")
_VERSION = re.compile(r"-v([0-9]+)$")
_SHA256 = re.compile(r"[0-9a-f]{64}")
# Names that the public folder needs for itself, so that no release may bring them.
_RESERVED = ("ledger.json", "releases")


@dataclass(frozen=True, kw_only=True, slots=True)
class ReleaseManifest:
    """What `manifest.json` says. `sha256` is its own hash, the one that is approved; `files` are all others'."""

    id: str
    kind: str
    title: str
    author: str
    practice: Practice
    files: Mapping[str, str]
    sha256: str

    def id_of_version(self, version: int) -> str:
        """The id of another version of the same release."""
        first = self.id if self.practice.version == 1 else self.id.removesuffix(f"-v{self.practice.version}")
        return first if version == 1 else f"{first}-v{version}"

    @property
    def top_level(self) -> tuple[str, ...]:
        """The names that stand directly in the release folder, in order."""
        return tuple(sorted({name.split("/")[0] for name in (*self.files, MANIFEST)}))


def read_manifest(content: bytes, *, place: str) -> ReleaseManifest:
    """A manifest as the build wrote it. Raises `ManifestUnreadable`."""
    try:
        value = json.loads(content)
        manifest = ReleaseManifest(
            id=value["id"],
            kind=value["kind"],
            title=value["release"],
            author=value["author"],
            practice=practice_in(value["practice"]),
            files=value["files"],
            sha256=sha256_hex(content),
        )
        fault = next(_faults(manifest), None)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        fault = f"{type(error).__name__}: {error}"
    if fault is not None:
        raise ManifestUnreadable(
            f"{place}: not a manifest of a release with its practice ({fault}). "
            "Build the release again with `areasend release build`."
        )
    return manifest


def _faults(manifest: ReleaseManifest) -> Iterator[str]:
    said: tuple[Any, ...] = (manifest.title, manifest.author)
    if not all(isinstance(text, str) for text in said):
        yield "title and author must be text"
    version: Any = manifest.practice.version
    if type(version) is not int or version < 1 or not _ID.fullmatch(manifest.id):
        yield f"the id {manifest.id!r} and the version {version!r} are none of a release"
    elif version != int((_VERSION.search(manifest.id) or ("", "1"))[1]):
        yield f"the id {manifest.id!r} is not that of version {version}"
    for name, sha256 in manifest.files.items():
        if not _is_inside(name) or not _SHA256.fullmatch(sha256):
            yield f"files: {name!r} with {sha256!r} is no file of a release"


def _is_inside(name: str) -> bool:
    """Whether a name stays in its folder, and leaves the public folder's own names to it."""
    path = PurePosixPath(name)
    plain = str(path) == name and not path.is_absolute() and "\0" not in name
    return plain and bool(path.parts) and ".." not in path.parts and path.parts[0] not in (MANIFEST, *_RESERVED)


def differences(manifest: ReleaseManifest, found: Mapping[str, str]) -> Iterator[str]:
    """Each file that is missing, extra or changed. `found` are the hashes in the folder, its manifest's too."""
    expected: dict[str, Any] = {**manifest.files, MANIFEST: manifest.sha256}
    for name in sorted(expected.keys() | found.keys()):
        # A file may have any name; one with a line feed in it would read as a line of ours.
        said = name if name.isprintable() else ascii(name)
        if name not in found:
            yield f"{said} is missing"
        elif name not in expected:
            yield f"{said} is not in the manifest"
        elif found[name] != expected[name]:
            yield f"{said} was changed: {found[name]} in place of {expected[name]}"
