"""`areasend release publish`: what was approved becomes public, at its hour, everything in one step.

Everything that can be done before the hour is: the files are copied to where no web server reaches them, flushed to the
disk and held against the approved hashes. At the hour they are held against them again and the site is turned.
"""

import argparse
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from areasend.cli import clock
from areasend.cli.approve import tell_refusals
from areasend.cli.exits import CHECK_FAILED, DONE
from areasend.cli.progress import progress
from areasend.cli.release_folder import ReleaseFolder, read_folder, record
from areasend.cli.secrecy import require_no_plan
from areasend.formats import locked
from areasend.framework import packaged_framework
from areasend.publication.practice import (
    Event,
    EventKind,
    PublicRoot,
    Refusal,
    differences,
    moment_text,
    publication_refusals,
)

# A process that waits longer would more likely be forgotten, or be ended by a restart, than publish.
_LONGEST_WAIT = timedelta(hours=24)
# The clock is read again at least so often: it may be set while the command waits.
_STEP = timedelta(seconds=1)


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    publish = actions.add_parser(
        "publish", help="publish an approved release in one step; exit 1 if that may not be", description=__doc__
    )
    publish.add_argument("folder", type=Path, metavar="DIR", help="the release folder, as it was approved")
    publish.add_argument(
        "--to", type=Path, required=True, metavar="PUBLIC", help="the public folder: the web server serves PUBLIC/site"
    )
    publish.add_argument("--wait", action="store_true", help="wait for the hour of publication, up to 24 hours")
    publish.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Publishing again what is public finishes what a killed command left undone, and is no failure."""
    require_no_plan(options.folder)
    folder, public = read_folder(options.folder), PublicRoot(options.to)
    public.require_ours(folder.path)
    if public.ledger().publication_of(folder.manifest.sha256) is None and _is_stopped(
        folder, public, wait=options.wait
    ):
        return CHECK_FAILED
    public.make()
    with locked(public.path):
        try:
            public.tidy()
            return _publish(folder, public, wait=options.wait)
        finally:
            progress("")
            public.tidy()


def _publish(folder: ReleaseFolder, public: PublicRoot, *, wait: bool) -> int:
    if public.ledger().publication_of(folder.manifest.sha256) is not None:
        return _already(folder, public)
    progress("copying to where nobody sees it")
    public.stage(folder.path, folder.manifest)
    moment = folder.manifest.practice.moment
    if wait and moment is not None:
        _wait_until(moment)
    at = clock.now()
    folder = read_folder(folder.path)
    copied = tuple(f"the copy of {difference}" for difference in _copied(folder, public))
    if _is_stopped(folder, public, wait=False, at=at, copied=copied):
        return CHECK_FAILED
    approval = folder.approval
    assert approval is not None, "nothing is published without"
    event = Event(kind=EventKind.PUBLISHED, release=folder.manifest.id, manifest=folder.manifest.sha256, at=at)
    public.switch(folder.manifest, public.ledger().having(approval, event))
    record(folder.path, event)
    _tell(folder, public, event, "is published")
    return DONE


def _copied(folder: ReleaseFolder, public: PublicRoot) -> Iterator[str]:
    return differences(folder.manifest, public.staged_hashes(folder.manifest))


def _already(folder: ReleaseFolder, public: PublicRoot) -> int:
    """Holds what is served against what was approved, and notes here what the public ledger says."""
    changed = tuple(differences(folder.manifest, public.served_hashes(folder.manifest.id)))
    if changed:
        remedy = f"Put back {folder.manifest.id} from where it was built, and look for who changed it."
        tell_refusals(
            f"{folder.manifest.id} is public, but not as it was approved",
            (Refusal(rule="served", found=difference, remedy=remedy) for difference in changed),
        )
        return CHECK_FAILED
    ledger, sha256 = public.ledger(), folder.manifest.sha256
    known = [event for event in ledger.events if event.manifest == sha256]
    record(folder.path, *known)
    _tell(folder, public, known[-1], "was published already")
    return DONE


def _is_stopped(
    folder: ReleaseFolder, public: PublicRoot, *, wait: bool, at: datetime | None = None, copied: tuple[str, ...] = ()
) -> bool:
    """Whether anything forbids publication now, or, when it may wait, once the hour has come. Tells everything."""
    now = at or clock.now()
    refused = refusals(folder, public, now, copied=copied)
    moment = folder.manifest.practice.moment
    if wait and moment is not None and moment.timestamp() - now.timestamp() <= _LONGEST_WAIT.total_seconds():
        refused = tuple(refusal for refusal in refused if not refusal.passes)
    if refused:
        tell_refusals(f"{folder.manifest.id} is not published", refused)
    return bool(refused)


def refusals(
    folder: ReleaseFolder, public: PublicRoot | None, now: datetime, *, copied: tuple[str, ...] = ()
) -> tuple[Refusal, ...]:
    """Everything that forbids the publication of a folder at a moment."""
    return publication_refusals(
        folder.manifest,
        (*folder.differences, *copied),
        approval=folder.approval,
        now=now,
        days=packaged_framework().working_days,
        public=None if public is None else public.ledger(),
    )


def _wait_until(moment: datetime) -> None:
    """Sleeps in short steps until the clock shows the moment, and says on a terminal how long that will be."""
    while (left := moment.timestamp() - clock.now().timestamp()) > 0:
        progress(f"ready; waiting {timedelta(seconds=int(left))} for {moment_text(moment)}")
        clock.pause(min(left, _STEP.total_seconds()))


def _tell(folder: ReleaseFolder, public: PublicRoot, event: Event, said: str) -> None:
    print(f"{folder.manifest.id} {said}.")
    print(f"  at        {moment_text(event.at)}")
    print(f"  manifest  sha256 {event.manifest}")
    print(f"  served    {public.path / 'site'}")
