"""`areasend themes codebook`: read the codebook, take a copy to edit, check it, and see what a new version reopens."""

import argparse
from pathlib import Path

from areasend.cli.exits import DONE
from areasend.formats import json_bytes, new_folder, write_files
from areasend.themes import CodebookHistory, load_codebooks, packaged_codebook_files, packaged_codebooks
from areasend.themes.codebook import change_text, change_to_json, codebook_sha256, codebook_text, codebook_to_json


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser("codebook", help="show, export or check the codebook", description=__doc__)
    steps = parser.add_subparsers(metavar="STEP", required=True)
    show = steps.add_parser("show", help="show the codebook as a coder reads it")
    show.add_argument(
        "--codebook", type=Path, metavar="DIR", help="a folder with 1.toml, 2.toml (default: the packaged)"
    )
    show.add_argument("--version", type=int, metavar="N", help="the version to show (default: the latest)")
    show.add_argument("--format", choices=("text", "json"), default="text", help="what is printed (text)")
    show.set_defaults(run=run_show)
    export = steps.add_parser("export", help="write the packaged codebook into a new folder, to make your own from")
    export.add_argument("folder", type=Path, metavar="DIR")
    export.set_defaults(run=run_export)
    check = steps.add_parser("check", help="check every version of a codebook and report every fault")
    check.add_argument("folder", type=Path, metavar="DIR")
    check.set_defaults(run=run_check)
    changes = steps.add_parser("changes", help="list what each version changed")
    changes.add_argument("folder", type=Path, metavar="DIR")
    changes.add_argument("--format", choices=("text", "json"), default="text", help="what is printed (text)")
    changes.set_defaults(run=run_changes)


def run_show(options: argparse.Namespace) -> int:
    history = packaged_codebooks() if options.codebook is None else _loaded(options.codebook)
    codebook = history.latest if options.version is None else history.version(options.version)
    if options.format == "json":
        print(json_bytes(codebook_to_json(codebook)).decode(), end="")
    else:
        print(codebook_text(codebook), end="")
    return DONE


def run_export(options: argparse.Namespace) -> int:
    with new_folder(options.folder) as staged:
        write_files(staged, packaged_codebook_files())
    print(f"Wrote {options.folder}. Check your changes with: areasend themes codebook check {options.folder}")
    return DONE


def run_check(options: argparse.Namespace) -> int:
    history = _loaded(options.folder)
    for version in history.versions:
        numbers = f"{len(version.themes)} themes, {len(version.sub_themes)} sub-themes, {len(version.changes)} changes"
        print(f"{version.version}.toml: {numbers}")
    print(f"No fault found. SHA-256 {codebook_sha256(history)}.")
    return DONE


def run_changes(options: argparse.Namespace) -> int:
    history = _loaded(options.folder)
    if options.format == "json":
        listed = [
            {
                "version": version.version,
                "valid_from": version.valid_from.isoformat(),
                "change": [change_to_json(change) for change in version.changes],
            }
            for version in history.versions
        ]
        print(json_bytes({"version": listed}).decode(), end="")
        return DONE
    for version in history.versions:
        print(f"Version {version.version}, valid from {version.valid_from}")
        for change in version.changes:
            print(f"  {change_text(change)}")
    return DONE


def _loaded(folder: Path) -> CodebookHistory:
    return load_codebooks(folder, place=str(folder))
