"""`areasend release approve`: somebody who is not the author approves what is in a release folder, byte for byte."""

import argparse
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from areasend.cli import clock
from areasend.cli.exits import CHECK_FAILED, DONE
from areasend.cli.release_folder import ledger_path, read_folder, record
from areasend.cli.secrecy import require_no_plan
from areasend.publication.practice import (
    SELF_DECLARED,
    Event,
    EventKind,
    Refusal,
    approval_refusals,
    moment_text,
)


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    approve = actions.add_parser(
        "approve", help="approve a release that somebody else made; exit 1 if that may not be", description=__doc__
    )
    approve.add_argument("folder", type=Path, metavar="DIR", help="the release folder, as it was built")
    approve.add_argument("--by", type=_said, required=True, metavar="NAME", help="who approves it (self-declared)")
    approve.add_argument("--role", type=_said, required=True, metavar="ROLE", help="in which role (self-declared)")
    approve.set_defaults(run=run)


def _said(text: str) -> str:
    """A name or a role on one line. Raises `argparse.ArgumentTypeError`."""
    plain = " ".join(text.split())
    if not any(map(str.isalpha, plain)) or any(unicodedata.category(letter).startswith("C") for letter in plain):
        raise argparse.ArgumentTypeError(f"{text!r} is no name or role: write letters, on one line")
    return plain


def run(options: argparse.Namespace) -> int:
    """Approving again what is approved already changes nothing and is no failure."""
    require_no_plan(options.folder)
    folder = read_folder(options.folder)
    refused = approval_refusals(folder.manifest, folder.differences, by=options.by, number_check=folder.number_check)
    if refused:
        tell_refusals(f"{folder.manifest.id} is not approved", refused)
        return CHECK_FAILED
    before = folder.approval
    event = before or Event(
        kind=EventKind.APPROVED,
        release=folder.manifest.id,
        manifest=folder.manifest.sha256,
        at=clock.now(),
        by=options.by,
        role=options.role,
    )
    if before is None:
        record(options.folder, event)
    print(f"{event.release} {'was approved already' if before else 'is approved'}, by {event.by}, {event.role}.")
    print(f"  at        {moment_text(event.at)}")
    print(f"  manifest  sha256 {event.manifest}")
    print(f"  ledger    {ledger_path(folder.path)}")
    print(SELF_DECLARED)
    return DONE


def tell_refusals(heading: str, refused: Iterable[Refusal]) -> None:
    """Every refusal, a line each, where talk goes."""
    print("\n".join([f"areasend: {heading}:", *(f"  {refusal.text}" for refusal in refused)]), file=sys.stderr)
