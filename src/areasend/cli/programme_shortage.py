"""What is missing where a plan does not fit, told by `plan` and `replan`: in counts, and with names beside the plan."""

import sys
from typing import TYPE_CHECKING

from areasend.cli.secrecy import SHORTAGE_TEXT
from areasend.programme import MARKING

if TYPE_CHECKING:  # OR-Tools is loaded when something is planned, not for --help
    from areasend.programme.shortage import Shortage


def shortage_files(shortage: "Shortage | None") -> dict[str, bytes]:
    """What stands beside a plan that does not fit, with the names of areas; nothing beside one that fits."""
    if shortage is None:
        return {}
    from areasend.programme.shortage import words

    return {SHORTAGE_TEXT: f"{MARKING}\n\n{words(shortage, show=True)}".encode()}


def print_shortage(shortage: "Shortage | None", *, show: bool) -> None:
    """Prints what is missing, if something is; without `show` in counts that name no area."""
    if shortage is not None:
        from areasend.programme.shortage import words

        sys.stdout.write(f"\n{words(shortage, show=show)}\n")
