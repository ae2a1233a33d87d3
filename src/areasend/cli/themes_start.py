"""`areasend themes start`: make a coding folder from statements that were read from reports."""

import argparse
from pathlib import Path

from areasend.cli.exits import DONE
from areasend.themes import FINDINGS, StatementKind, ThemesError, packaged_codebook_files, read_statements
from areasend.themes.coding import new_coding


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser("start", help="make a coding folder from readings of reports", description=__doc__)
    parser.add_argument("readings", type=Path, metavar="READINGS", help="the folder that `reports read` wrote")
    parser.add_argument("--out", type=Path, required=True, metavar="CODING", help="the new coding folder")
    parser.add_argument(
        "--kinds", type=_kinds, default=FINDINGS, metavar="LIST", help="of apa,afi,effective,better (apa,afi)"
    )
    parser.add_argument("--codebook", type=Path, metavar="DIR", help="a codebook of your own (default: the packaged)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="decides each coder's order (1)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    statements = read_statements(options.readings, options.kinds)
    files = packaged_codebook_files() if options.codebook is None else _files(options.codebook)
    folder = new_coding(options.out, statements, files, seed=options.seed, kinds=options.kinds)
    inspections = len({statement.inspection_id for statement in folder.statements})
    print(
        f"Wrote {options.out}: {len(folder.statements)} statements of {inspections} inspections, to be coded with "
        f"version {folder.history.latest.version} of the codebook."
    )
    print(f"Next: areasend themes sheet {options.out} --coder NAME --out SHEETS")
    return DONE


def _files(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        raise ThemesError(f"{folder} is no folder. A codebook is a folder with 1.toml, 2.toml and so on.")
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.toml"))}


def _kinds(text: str) -> tuple[StatementKind, ...]:
    names = text.split(",")
    known = [kind.value for kind in StatementKind]
    if not all(name in known for name in names) or len(set(names)) != len(names):
        raise argparse.ArgumentTypeError(f"{text!r} is no list of kinds parted by commas: {', '.join(known)}")
    return tuple(kind for kind in StatementKind if kind.value in names)
