"""The public folder: one step turns it, old addresses stay, and what is not ours is left alone."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.releases import APPROVED, MOMENT, corrected, practice, site_is, small_release

from areasend.formats import FolderInTheWay, hashes_in
from areasend.publication import LedgerInvalid
from areasend.publication.practice import MANIFEST, Event, EventKind, Ledger, PublicRoot, differences, read_manifest
from areasend.publication.practice.public_root import view_links


def publish(root: PublicRoot, folder: Path) -> None:
    manifest = read_manifest((folder / MANIFEST).read_bytes(), place="m")
    events = (
        Event(kind=EventKind.APPROVED, release=manifest.id, manifest=manifest.sha256, at=APPROVED),
        Event(kind=EventKind.PUBLISHED, release=manifest.id, manifest=manifest.sha256, at=MOMENT),
    )
    root.make()
    root.stage(folder, manifest)
    assert list(differences(manifest, root.staged_hashes(manifest))) == []
    root.switch(manifest, root.ledger().having(*events))
    root.tidy()


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    plans = ((1, practice(), "2024-12-31"), (2, corrected(2), "2024-12-31-v2"), (3, corrected(3), "2024-12-31-v3"))
    return [small_release(tmp_path / f"r{number}", plan, id=id_) for number, plan, id_ in plans]


def test_each_release_keeps_its_address_and_the_last_has_the_root(tmp_path: Path, three: list[Path]) -> None:
    root, site = PublicRoot(tmp_path / "public"), tmp_path / "public" / "site"
    assert root.ledger() == Ledger()
    for number, folder in enumerate(three, 1):
        publish(root, folder)
        assert site_is(site, folder)
        for earlier in three[:number]:
            id_ = root.ledger().events[2 * three.index(earlier)].release
            assert hashes_in((site / "releases" / id_).resolve()) == hashes_in(earlier)
    assert site_is(site, three[0]) is False
    # Whoever loaded a page of the first release before the switches still finds its style.
    assert (site / "assets" / "style-2024-12-31.css").read_bytes() == b"2024-12-31"
    assert (site / "assets" / "fonts" / "same.woff").read_bytes() == b"font 2024-12-31-v3"
    assert sorted(path.name for path in (tmp_path / "public" / "views").iterdir()) == ["2", "3"]
    assert not [path for path in site.rglob("*") if path.is_symlink() and os.path.isabs(path.readlink())]


def test_what_is_published_is_read_only_and_open_to_a_web_server(tmp_path: Path, three: list[Path]) -> None:
    publish(PublicRoot(tmp_path / "public"), three[0])
    released = tmp_path / "public" / "releases" / "2024-12-31"
    modes = {path.stat().st_mode & 0o777 for path in released.rglob("*") if path.is_file()}
    assert modes == {0o444}
    assert {path.stat().st_mode & 0o777 for path in (released, *released.rglob("*")) if path.is_dir()} == {0o555}
    view = (tmp_path / "public" / "site").resolve()
    assert {path.stat().st_mode & 0o777 for path in (view, view / "releases", view / "assets")} == {0o755}


def test_what_is_staged_is_closed_to_others_and_no_view_leads_to_it(tmp_path: Path, three: list[Path]) -> None:
    root = PublicRoot(tmp_path / "public")
    root.make()
    root.stage(three[0], read_manifest((three[0] / MANIFEST).read_bytes(), place="m"))
    assert (tmp_path / "public" / "staging").stat().st_mode & 0o777 == 0o700
    assert not (tmp_path / "public" / "site").exists()
    root.tidy()
    assert sorted(path.name for path in (tmp_path / "public").rglob("*")) == ["releases", "views"]


def test_a_release_that_never_became_public_is_removed(tmp_path: Path, three: list[Path]) -> None:
    root, public = PublicRoot(tmp_path / "public"), tmp_path / "public"
    publish(root, three[0])
    small_release(public / "releases" / "2024-12-31-v2")
    (public / "releases" / "2024-12-31-v2").chmod(0o555)
    (public / "views" / "7").mkdir()
    (public / "views" / "notes").mkdir()
    root.tidy()
    assert [path.name for path in (public / "releases").iterdir()] == ["2024-12-31"]
    assert sorted(path.name for path in (public / "views").iterdir()) == ["1", "notes"]
    assert site_is(public / "site", three[0])


@pytest.mark.parametrize(
    ("made", "linked", "told"),
    [
        ("releases/20250101120000/app", "", "releases/20250101120000"),
        ("releases/2024-12-31", "", "releases/2024-12-31"),
        ("staging/app/x", "", "staging/app"),
        ("views/notes/x", "", "views/notes"),
        ("views", "", "views"),
        ("x", "releases", "releases"),
        ("x", "releases/2024-12-31", "releases/2024-12-31"),
    ],
)
def test_nothing_is_removed_that_publishing_cannot_have_left(tmp_path: Path, made: str, linked: str, told: str) -> None:
    """Folders of releases are a habit of others too; tidying would empty them."""
    public, elsewhere = tmp_path / "public", tmp_path / "elsewhere"
    place = (elsewhere if linked else public) / made
    place.parent.mkdir(parents=True)
    place.touch()
    if linked:
        (public / linked).parent.mkdir(parents=True, exist_ok=True)
        (public / linked).symlink_to(elsewhere)
    with pytest.raises(FolderInTheWay, match=rf"did not put there: {told}\. Name a new folder"):
        PublicRoot(public).require_ours(tmp_path / "release")
    assert place.exists()


def test_what_publishing_leaves_is_its_own(tmp_path: Path, three: list[Path]) -> None:
    root = PublicRoot(tmp_path / "public")
    publish(root, three[0])
    (tmp_path / "public" / "staging" / "2024-12-31-v2").mkdir(parents=True)
    (tmp_path / "public" / ".site.next").symlink_to("views/2")
    root.require_ours(three[0])


def test_a_public_folder_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "public").touch()
    with pytest.raises(FolderInTheWay, match=r"did not put there: it is no folder\. Name a new folder"):
        PublicRoot(tmp_path / "public").require_ours(tmp_path / "release")


@pytest.mark.parametrize("kind", ["other file", "site as folder", "site to elsewhere"])
def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path, kind: str) -> None:
    public = tmp_path / "public"
    public.mkdir()
    if kind == "other file":
        (public / "index.html").touch()
    elif kind == "site as folder":
        (public / "site").mkdir()
    else:
        (public / "site").symlink_to("/var/www")
    with pytest.raises(
        FolderInTheWay, match=r"holds what areasend did not put there: (index.html|a site that leads to no)"
    ):
        PublicRoot(public).require_ours(tmp_path / "release")


def test_a_public_folder_lies_apart_from_the_release(tmp_path: Path) -> None:
    root = PublicRoot(tmp_path / "public")
    root.require_ours(tmp_path / "release")
    for release in (tmp_path / "public", tmp_path / "public" / "release", tmp_path):
        with pytest.raises(FolderInTheWay, match=r"lie in each other\. Name a public folder of its own"):
            root.require_ours(release)


def test_a_site_without_its_ledger_is_told(tmp_path: Path, three: list[Path]) -> None:
    root = PublicRoot(tmp_path / "public")
    publish(root, three[0])
    (tmp_path / "public" / "views" / "1" / "ledger.json").unlink()
    with pytest.raises(LedgerInvalid, match=r"ledger\.json: missing, so nobody can tell what is public"):
        root.ledger()


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["a.css", "b.js", "fonts/c.woff", "fonts/d/e.woff"]), st.none()),
        min_size=1,
        max_size=4,
    )
)
def test_every_link_of_a_view_leads_to_a_file_of_a_release(assets: list[dict[str, None]]) -> None:
    names = {f"r{number}": list(files) for number, files in enumerate(assets)}
    current = f"r{len(assets) - 1}"
    links = view_links(current, ["index.html", "areas", "assets"], names)
    for name, to in links.items():
        led = os.path.normpath(os.path.join("views/1", os.path.dirname(name), to))
        if name.startswith("assets/"):
            newest = max(id_ for id_, files in names.items() if name.removeprefix("assets/") in files)
            assert led == f"releases/{newest}/{name}"
        elif name.startswith("releases/"):
            assert led == name
        else:
            assert led == f"releases/{current}/{name}"
    assert links.keys() == {"index.html", "areas"} | {f"releases/{id_}" for id_ in names} | {
        f"assets/{name}" for files in names.values() for name in files
    }
