"""The manifest of a release, read back before anything is approved or published by it."""

import json
from hashlib import sha256
from typing import Any

import pytest
from tests.releases import AUTHOR, corrected, manifest, manifest_text, practice

from areasend.publication import ManifestUnreadable
from areasend.publication.practice import MANIFEST, differences, read_manifest

FILES = {"index.html": b"x", "areas/hull/index.html": b"y"}


def test_it_says_what_is_published_and_how() -> None:
    text = manifest_text(FILES, id="2024-12-31", practised=practice())
    found = read_manifest(text, place="m")
    assert (found.id, found.author, found.title) == ("2024-12-31", AUTHOR, "Title of 2024-12-31")
    assert found.practice == practice()
    assert found.sha256 == sha256(text).hexdigest()
    assert found.top_level == ("areas", "index.html", "manifest.json")


def test_versions_of_a_release_share_the_beginning_of_their_id() -> None:
    first, third = manifest(id="2024-12-31-published-by-2025-02-28"), manifest(corrected(3), id="2024-12-31-v3")
    assert first.id_of_version(2) == "2024-12-31-published-by-2025-02-28-v2"
    assert [third.id_of_version(version) for version in (1, 2, 4)] == ["2024-12-31", "2024-12-31-v2", "2024-12-31-v4"]


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("id", None, "KeyError: 'id'"),
        ("id", "../2024", "are none of a release"),
        ("id", 3, "TypeError"),
        ("id", "2024-12-31-v2", "is not that of version 1"),
        ("author", 3, "title and author must be text"),
        ("author", None, "KeyError: 'author'"),
        ("practice", None, "KeyError: 'practice'"),
        ("practice", [], "TypeError"),
        ("files", [], "AttributeError"),
        ("files", {"a": "b"}, "files: 'a' with 'b' is no file of a release"),
        *(
            ("files", {name: "0" * 64}, "is no file of a release")
            for name in (
                "../a",
                "/a",
                "a/../b",
                "a//b",
                "",
                ".",
                "manifest.json",
                "ledger.json",
                "releases/x",
                "a\0b",
                "./a",
            )
        ),
    ],
)
def test_what_is_no_manifest_is_refused(key: str, value: Any, said: str) -> None:
    table = json.loads(manifest_text(FILES, id="2024-12-31", practised=practice()))
    table[key] = value
    if value is None:
        del table[key]
    with pytest.raises(ManifestUnreadable) as refused:
        read_manifest(json.dumps(table).encode(), place="here/manifest.json")
    assert str(refused.value).startswith("here/manifest.json: not a manifest of a release with its practice")
    assert said in str(refused.value)
    assert str(refused.value).endswith("Build the release again with `areasend release build`.")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("version", 0),
        ("version", "1"),
        ("version", True),
        ("hour", "9.30"),
        ("hour", "09:30:00"),
        ("published", "26 June"),
        ("pre_release_access", [{"name": "a", "access_from": None}]),
        ("pre_release_access", [{"name": "a", "role": "", "organisation": "", "reason": "", "access_from": "x"}]),
        ("exemptions", [{"rule": "friday", "reason": "", "by": ""}]),
        ("corrections", [{}]),
        ("more", 1),
    ],
)
def test_a_practice_of_another_shape_is_refused(key: str, value: Any) -> None:
    table = json.loads(manifest_text(FILES, id="2024-12-31", practised=practice()))
    table["practice"][key] = value
    with pytest.raises(ManifestUnreadable):
        read_manifest(json.dumps(table).encode(), place="m")


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b"[" * 100_000])
def test_what_is_no_json_is_refused(content: bytes) -> None:
    with pytest.raises(ManifestUnreadable):
        read_manifest(content, place="m")


def test_every_difference_is_named() -> None:
    held = manifest()
    right = {"index.html": sha256(b"x").hexdigest(), MANIFEST: held.sha256}
    assert list(differences(held, right)) == []
    assert list(differences(held, {MANIFEST: held.sha256})) == ["index.html is missing"]
    assert list(differences(held, right | {"a.txt": "0"})) == ["a.txt is not in the manifest"]
    (changed,) = differences(held, right | {"index.html": "a symbolic link"})
    assert changed.startswith("index.html was changed: a symbolic link in place of ")
    (changed,) = differences(held, right | {MANIFEST: "0"})
    assert changed.startswith("manifest.json was changed")
