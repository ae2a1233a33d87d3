"""What keeps a plan to its owner: how it is written, and that what publishes refuses to read it.

A file is told from others by the marking in it (`areasend.programme.is_secret`), under whatever name it stands.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from areasend.cli.release_folder import is_release
from areasend.formats import new_folder, write_files
from areasend.programme import (
    MARKING,
    PlanIsSecret,
    PlanWouldBePublic,
    is_secret,
    plan_csv,
    plan_page,
    plan_text,
)

if TYPE_CHECKING:  # OR-Tools is loaded when something is planned, not for --help
    from areasend.programme.planning import Plan

PLAN_CSV, PLAN_TEXT, PLAN_PAGE, SHORTAGE_TEXT = "plan.csv", "plan.txt", "plan.html", "shortage.txt"
# Keeps the folder out of a repository that it may stand in.
_IGNORE = ".gitignore"


@contextmanager
def plan_folder(target: Path, *, may_replace: bool) -> Iterator[Path]:
    """A folder for a plan that its owner alone can enter. Raises `PlanWouldBePublic` inside what is published."""
    require_outside_published(target)
    with new_folder(target, may_replace=_is_plan if may_replace else None, is_private=True) as staged:
        yield staged


def require_outside_published(target: Path) -> None:
    """Raises `PlanWouldBePublic` for a place inside a release or a folder that is published."""
    place = target.resolve()
    for folder in (place, *place.parents):
        if is_release(folder) or _is_public(folder):
            raise PlanWouldBePublic(f"{target} lies in {folder}, which is published. Name a place outside of it.")


def write_plan(folder: Path, plan: "Plan", *, version: str, more: Mapping[str, bytes] | None = None) -> None:
    """Writes the files of a plan and `more` beside them, each for its owner alone and with the marking."""
    write_private(
        folder,
        {
            PLAN_CSV: plan_csv(plan),
            PLAN_TEXT: plan_text(plan).encode(),
            PLAN_PAGE: plan_page(plan, version=version),
            **(more or {}),
        },
    )


def write_private(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes files that name areas before they are told. Raises `ValueError` for one that has no marking."""
    bare = [name for name, content in files.items() if not is_secret(content)]
    if bare:
        raise ValueError(f"no marking in {', '.join(bare)}")
    write_files(folder, {**files, _IGNORE: f"# {MARKING}\n*\n".encode()}, is_private=True)


def require_no_plan(*places: Path | None) -> None:
    """Raises `PlanIsSecret` if a file, or one in a folder, is that of a plan. What is not there is passed over."""
    for place in places:
        for file in _files(place):
            if is_secret(file.read_bytes()):
                raise PlanIsSecret(
                    f"{file} has the marking of a plan: it names areas before they are told, and nothing frozen or "
                    "published may be made from it. Nothing was written. Take it out, or name another."
                )


def require_no_plan_in(files: Mapping[str, bytes]) -> None:
    """The same of what is about to be written, by name."""
    for name, content in files.items():
        if is_secret(content):
            raise PlanIsSecret(f"{name} would hold the marking of a plan. Nothing was written. Find where it is from.")


def _files(place: Path | None) -> Iterator[Path]:
    if place is None:
        return
    if place.is_dir():
        yield from sorted(file for file in place.rglob("*") if file.is_file())
    elif place.is_file():
        yield place


def _is_plan(folder: Path) -> bool:
    file = folder / PLAN_CSV
    return file.is_file() and is_secret(file.read_bytes())


def _is_public(folder: Path) -> bool:
    """Whether it is a folder that `areasend release publish` keeps."""
    return (folder / "site").is_symlink() and (folder / "releases").is_dir()
