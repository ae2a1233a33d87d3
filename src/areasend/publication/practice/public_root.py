"""The public folder: what the web server serves, and the one step in which it turns to another release.

    PUBLIC/site -> views/<n>        the root of the web server: a link, and the only name that ever turns
    PUBLIC/views/<n>/               links to the entries of the current release, to `releases/<id>` for every release
                                    published so far, to all their assets; and `ledger.json`
    PUBLIC/releases/<id>/           the files of each release, read-only; no server reaches them but through a view
    PUBLIC/staging/<id>/            a release on its way, closed to others; gone when it is published or given up

A kill at any instant leaves `site` at the old or at the new view. What a killed process left is removed by `tidy`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from areasend.formats import (
    FolderInTheWay,
    copy_sealed,
    hashes_in,
    make_links,
    move_sealed,
    point,
    remove_sealed,
    write_through,
)
from areasend.publication.errors import LedgerInvalid
from areasend.publication.practice.ledger import Ledger, ledger_bytes, read_ledger
from areasend.publication.practice.manifest import MANIFEST, ReleaseManifest

_LEDGER = "ledger.json"
_ASSETS = "assets"
_VIEW = re.compile(r"views/[0-9]+")
_RELEASE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(-[0-9a-z]+)*")
# What `tidy` may remove, by the folder that it stands in.
_KEPT_IN = {
    "views": re.compile(r"[0-9]+"),
    "releases": _RELEASE,
    "staging": _RELEASE,
}
_LINKS = {"site", ".site.next"}


def view_links(current: str, top_level: Iterable[str], assets: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The links of a view, by name, each to a place relative to where it stands.

    `current` is the id of the release at the root and `top_level` its entries. `assets` are the names below `assets/`
    of every release by its id, the newest last: a page of one release that was loaded before the switch finds its
    styles after it. Their names hold a hash of their content; where two agree all the same, the newest is meant.
    """
    links = {name: f"../../releases/{current}/{name}" for name in top_level if name != _ASSETS}
    links |= {f"releases/{id_}": f"../../../releases/{id_}" for id_ in assets}
    for id_, names in assets.items():
        for name in names:
            up = "../" * (name.count("/") + 3)
            links[f"{_ASSETS}/{name}"] = f"{up}releases/{id_}/{_ASSETS}/{name}"
    return links


class PublicRoot:
    """One public folder. All but reading needs its lock to be held (`formats.locked`)."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        self._site, self._views = self.path / "site", self.path / "views"
        self._releases, self._staging = self.path / "releases", self.path / "staging"

    def require_ours(self, release: Path) -> None:
        """Raises `FolderInTheWay` for a folder that holds anything else, or lies in the release or around it."""
        if self.path == release or self.path in release.parents or release in self.path.parents:
            raise FolderInTheWay(f"{self.path} and {release} lie in each other. Name a public folder of its own.")
        others = ", ".join(self._others())
        if others:
            raise FolderInTheWay(f"{self.path} holds what areasend did not put there: {others}. Name a new folder.")

    def _others(self) -> Iterator[str]:
        """What `publish` cannot have left here: it would be removed, or be in the way."""
        if self.path.exists() and not self.path.is_dir():
            yield "it is no folder"
            return
        for entry in sorted(self.path.iterdir()) if self.path.exists() else ():
            if entry.name in _KEPT_IN and _is_own_folder(entry):
                fits = _KEPT_IN[entry.name].fullmatch
                yield from (
                    f"{entry.name}/{inner.name}"
                    for inner in sorted(entry.iterdir())
                    if not (fits(inner.name) and _is_own_folder(inner))
                )
            elif entry.name not in _LINKS:
                yield entry.name
        if (self._site.is_symlink() or self._site.exists()) and not self._is_site():
            yield "a site that leads to no view"

    def _is_site(self) -> bool:
        return self._site.is_symlink() and _VIEW.fullmatch(str(self._site.readlink())) is not None

    def ledger(self) -> Ledger:
        """What is public, and since when. Raises `LedgerInvalid` when the site has no ledger or a broken one."""
        if not self._site.is_symlink():
            return Ledger()
        path = self._site / _LEDGER
        if not path.is_file():
            raise LedgerInvalid(
                f"{path}: missing, so nobody can tell what is public. Put back the view that it was in."
            )
        return read_ledger(path.read_bytes(), place=str(path))

    def make(self) -> None:
        for folder in (self._views, self._releases):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o755)

    def stage(self, source: Path, manifest: ReleaseManifest) -> None:
        """Copies a release to where no server reaches it, flushed to the disk and read-only."""
        self._staging.mkdir(mode=0o700)
        copy_sealed(source, self._staging / manifest.id, (*manifest.files, MANIFEST))

    def staged_hashes(self, manifest: ReleaseManifest) -> dict[str, str]:
        return hashes_in(self._staging / manifest.id)

    def served_hashes(self, release: str) -> dict[str, str]:
        """The hashes of a published release as it lies there now."""
        return hashes_in(self._releases / release)

    def switch(self, manifest: ReleaseManifest, ledger: Ledger) -> None:
        """Turns the root to the staged release, everything in one step. `ledger` holds its publication."""
        view = self._next_view()
        move_sealed(self._staging / manifest.id, self._releases / manifest.id)
        assets = {id_: sorted(hashes_in(self._releases / id_ / _ASSETS)) for id_ in ledger.published}
        view.mkdir()
        write_through(view / _LEDGER, ledger_bytes(ledger))
        (view / _LEDGER).chmod(0o444)
        make_links(view, view_links(manifest.id, manifest.top_level, assets))
        point(self._site, f"views/{view.name}")

    def tidy(self) -> None:
        """Removes what no site needs: what was staged, releases that never became public, and views but the last two.

        The view before the current one stays, for requests that are under way in it.
        """
        if self._staging.is_dir():
            remove_sealed(self._staging)
        published = self.ledger().published
        for release in self._releases.iterdir():
            if release.name not in published:
                remove_sealed(release)
        current = int(self._site.readlink().name) if self._site.is_symlink() else -1
        numbers = self._view_numbers()
        kept = [number for number in numbers if number <= current][-2:]
        for number in set(numbers) - set(kept):
            remove_sealed(self._views / str(number))

    def _next_view(self) -> Path:
        return self._views / str(max(self._view_numbers(), default=0) + 1)

    def _view_numbers(self) -> list[int]:
        return sorted(int(view.name) for view in self._views.iterdir() if view.name.isdecimal())


def _is_own_folder(path: Path) -> bool:
    """Whether it is a folder itself, not a link to one."""
    return path.is_dir() and not path.is_symlink()
