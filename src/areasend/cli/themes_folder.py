"""The coding folder as an argument of many commands."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from areasend.themes.coding import CodingFolder, open_coding


def add_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="CODING", help="the coding folder that `themes start` made")


def opened(folder: Path) -> CodingFolder:
    """The folder, verified; what a crash left half written is told on stderr."""
    coding = open_coding(folder)
    for file in coding.unfinished:
        print(
            f"areasend: {folder / file} ends in an unfinished line, left by a crash. It was never told as saved and is "
            "not counted; it goes with the next line that is written there.",
            file=sys.stderr,
        )
    return coding


def told_joined(folder: CodingFolder, keys: Sequence[str], *, seen: bool) -> None:
    """Says who joins, and where codes of others could be `seen` before that."""
    for key in keys:
        print(f"{key} joins {folder.folder} ({folder.coder(key).made_by}).")
    if seen and keys:
        print(
            "Everybody else was locked already, so that their codes could be seen until now: be sure that "
            f"{' and '.join(keys)} did not. Next time let all coders join before the first is locked."
        )
