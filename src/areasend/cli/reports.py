"""`areasend reports`: read published inspection reports into values, findings and sections."""

import argparse
from pathlib import Path

from areasend.cli import reports_read


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("reports", help="read published inspection reports", description=__doc__)
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    for module in (reports_read,):
        module.add_action(actions)


def files_under(paths: list[Path]) -> list[tuple[str, Path]]:
    """Every PDF file named or under a folder named, with the name it is shown by: its path under that folder."""
    found: dict[str, Path] = {}
    for path in paths:
        if path.is_dir():
            inside = (entry for entry in path.rglob("*") if entry.suffix.lower() == ".pdf" and not entry.is_dir())
            found |= {entry.relative_to(path).as_posix(): entry for entry in inside}
        else:
            found[path.name] = path
    return sorted(found.items())
