"""Small releases for tests of approving and publishing: the manifest of a real one, and a few files."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time
from hashlib import sha256
from pathlib import Path
from typing import Any

from areasend.publication.config import Correction, PreReleaseAccess
from areasend.publication.practice import MANIFEST, Practice, ReleaseManifest, practice_json, read_manifest

AUTHOR = "Ann Author"
# A Thursday, and no bank holiday near it; announced exactly four weeks before.
PUBLISHED, ANNOUNCED = date(2025, 6, 26), date(2025, 5, 29)
# 09:30 in summer time.
MOMENT = datetime(2025, 6, 26, 8, 30, tzinfo=UTC)
APPROVED = datetime(2025, 6, 20, 11, 0, tzinfo=UTC)


def practice(**changes: Any) -> Practice:
    """A practice that keeps every rule, but for what a test changes."""
    kept = Practice(
        version=1,
        announced=ANNOUNCED,
        published=PUBLISHED,
        hour=time(9, 30),
        pre_release_access=(),
        exemptions=(),
        corrections=(),
    )
    return replace(kept, **changes)


def person(access_from: datetime | None, **changes: str) -> PreReleaseAccess:
    said = {"name": "Ada", "role": "Statistician", "organisation": "A department", "reason": "Briefing"} | changes
    return PreReleaseAccess(**said, access_from=access_from)


def corrected(version: int, **changes: Any) -> Practice:
    """The practice of a version that says what it corrects."""
    notes = tuple(Correction(version=number, day=PUBLISHED, note=f"Note {number}") for number in range(2, version + 1))
    return practice(version=version, corrections=notes, **changes)


def manifest_text(files: dict[str, bytes], *, id: str, practised: Practice, author: str = AUTHOR) -> bytes:  # noqa: A002
    said = {
        "unofficial": "This is an unofficial build.",
        "areasend": "0",
        "release": f"Title of {id}",
        "id": id,
        "kind": "statistics",
        "author": author,
        "practice": practice_json(practised),
        "files": {name: sha256(content).hexdigest() for name, content in files.items()},
    }
    return json.dumps(said, indent=1).encode()


def manifest(practised: Practice | None = None, *, id: str = "2024-12-31", author: str = AUTHOR) -> ReleaseManifest:  # noqa: A002
    content = manifest_text({"index.html": b"x"}, id=id, practised=practised or practice(), author=author)
    return read_manifest(content, place="manifest.json")


def small_files(text: str) -> dict[str, bytes]:
    names = ("index.html", "areas/index.html", "areas/hull/index.html", "api/v1/index.json", "feed.atom", "sitemap.xml")
    files = {name: f"{name} of {text}".encode() * 50 for name in names}
    files["data/number-check.json"] = b'{"findings": []}'
    return files | {f"assets/style-{text}.css": text.encode(), "assets/fonts/same.woff": f"font {text}".encode()}


def small_release(
    folder: Path,
    practised: Practice | None = None,
    *,
    id: str = "2024-12-31",  # noqa: A002
    author: str = AUTHOR,
    text: str | None = None,
) -> Path:
    """Writes a release whose files hold its id, or some other text."""
    files = small_files(text or id)
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (folder / MANIFEST).write_bytes(manifest_text(files, id=id, practised=practised or practice(), author=author))
    return folder


def is_whole(folder: Path) -> bool:
    """Whether a folder holds its manifest and exactly the files that the manifest names, by their hashes."""
    said = json.loads((folder / MANIFEST).read_bytes())["files"]
    found = {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
    found.pop(MANIFEST)
    return bool(found == said)


def site_is(site: Path, release: Path) -> bool:
    """Whether a site shows every file of a release, as it is in its own folder and at its own address."""
    id_ = json.loads((release / MANIFEST).read_bytes())["id"]
    names = [path.relative_to(release).as_posix() for path in release.rglob("*") if path.is_file()]
    return all(
        (place / name).is_file() and (place / name).read_bytes() == (release / name).read_bytes()
        for name in names
        for place in (site, site / "releases" / id_)
    )
