"""What is missing where a plan does not fit, told by `plan` and `replan`: in counts, and with names beside the plan."""

import sys
from typing import TYPE_CHECKING

from areasend.cli.secrecy import SHORTAGE_TEXT
from areasend.programme import MARKING

if TYPE_CHECKING:  # OR-Tools is loaded when something is planned, not for --help
    from areasend.programme.shortage import Shortage


def shortage_words(shortage: "Shortage", *, show: bool) -> str:
    """What is missing; without `show` in counts that name no area."""
    from areasend.programme.shortage import words

    return words(shortage, show=show)


def shortage_files(shortage: "Shortage | None") -> dict[str, bytes]:
    """What stands beside a plan that does not fit, with the names of areas; nothing beside one that fits."""
    if shortage is None:
        return {}
    return {SHORTAGE_TEXT: f"{MARKING}\n\n{shortage_words(shortage, show=True)}".encode()}


def print_shortage(shortage: "Shortage | None", *, show: bool) -> None:
    """Prints what is missing below a plan, if something is."""
    if shortage is not None:
        sys.stdout.write(f"\n{shortage_words(shortage, show=show)}\n")
