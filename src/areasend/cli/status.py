"""`areasend release status`: whether a release is a draft, approved or published, and what would stop it now."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from areasend.cli import clock
from areasend.cli.exits import DONE
from areasend.cli.publish import refusals
from areasend.cli.release_folder import ReleaseFolder, read_folder
from areasend.framework import packaged_framework
from areasend.publication.practice import (
    SELF_DECLARED,
    Ledger,
    PublicRoot,
    State,
    differences,
    moment_text,
    next_moment,
)


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    status = actions.add_parser(
        "status", help="say how a release stands and what would stop its publication now", description=__doc__
    )
    status.add_argument("folder", type=Path, metavar="DIR", help="the release folder")
    status.add_argument("--to", type=Path, metavar="PUBLIC", help="the public folder to hold it against")
    status.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """It reports and does not judge: the exit code is 0 whatever would stop the release."""
    folder = read_folder(options.folder)
    public = PublicRoot(options.to) if options.to is not None else None
    print("\n".join(_lines(folder, public)))
    return DONE


def _lines(folder: ReleaseFolder, public: PublicRoot | None) -> Iterator[str]:
    manifest, held = folder.manifest, public.ledger() if public is not None else Ledger()
    ledger = folder.ledger if folder.ledger.publication_of(manifest.sha256) else held
    published = ledger.publication_of(manifest.sha256)
    state = folder.ledger.state_of(manifest.sha256) if published is None else State.PUBLISHED
    yield f"{manifest.id}: {state.value}"
    yield f"  title      {manifest.title}"
    yield f"  manifest   sha256 {manifest.sha256}"
    yield f"  author     {manifest.author or 'not named'}"
    approval = folder.approval or held.approval_of(manifest.sha256)
    if approval is not None:
        yield f"  approved   {moment_text(approval.at)}, by {approval.by}, {approval.role}"
    moment = manifest.practice.moment
    yield f"  planned    {moment_text(moment) if moment is not None else 'no date is set'}"
    if published is None:
        yield from _before(folder, public)
    else:
        yield f"  published  {moment_text(published.at)}"
        yield from _after(folder, public)
    yield SELF_DECLARED


def _before(folder: ReleaseFolder, public: PublicRoot | None) -> Iterator[str]:
    now, days = clock.now(), packaged_framework().working_days
    refused = refusals(folder, public, now)
    yield "  what would stop its publication now:" if refused else "  nothing would stop its publication now"
    yield from (f"    {refusal.text}" for refusal in refused)
    if public is None:
        yield "    (its versions are not held against a public folder: add --to PUBLIC)"
    moment = next_moment(folder.manifest.practice, now=now, days=days)
    known = f"none is known: bank holidays are recorded to {days.covers_to}"
    yield f"  next possible moment by days, hour and notice: {known if moment is None else moment_text(moment)}"


def _after(folder: ReleaseFolder, public: PublicRoot | None) -> Iterator[str]:
    """What the folder and the public copy have become since."""
    for difference in folder.differences:
        yield f"  changed since, here: {difference}"
    if public is not None and folder.manifest.id in public.ledger().published:
        for difference in differences(folder.manifest, public.served_hashes(folder.manifest.id)):
            yield f"  changed since, in public: {difference}"
