"""`areasend themes codebook`: read the codebook, take a copy to edit, check it, and see what a new version reopens."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from areasend.cli.exits import DONE
from areasend.cli.themes_folder import opened
from areasend.formats import json_bytes, new_folder, write_files
from areasend.register import load_folder
from areasend.themes import (
    CarriedCoding,
    CodebookHistory,
    MadeCoding,
    ThemesError,
    carried_codings,
    change_text,
    change_to_json,
    codebook_sha256,
    codebook_text,
    codebook_to_json,
    load_codebooks,
    packaged_codebook_files,
    packaged_codebooks,
    reopened_by_theme,
)


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser("codebook", help="show, export or check the codebook", description=__doc__)
    steps = parser.add_subparsers(metavar="STEP", required=True)
    show = steps.add_parser("show", help="show the codebook as a coder reads it")
    show.add_argument(
        "--codebook", type=Path, metavar="DIR", help="a folder with 1.toml, 2.toml (default: the packaged)"
    )
    show.add_argument("--version", type=int, metavar="N", help="the version to show (default: the latest)")
    _add_format(show)
    show.set_defaults(run=run_show)
    export = steps.add_parser("export", help="write the packaged codebook into a new folder, to make your own from")
    export.add_argument("folder", type=Path, metavar="DIR")
    export.set_defaults(run=run_export)
    check = steps.add_parser("check", help="check every version of a codebook and report every fault")
    check.add_argument("folder", type=Path, metavar="DIR")
    check.set_defaults(run=run_check)
    changes = steps.add_parser("changes", help="list what each version changed, and which codings that reopens")
    changes.add_argument("folder", type=Path, metavar="DIR")
    source = changes.add_mutually_exclusive_group()
    source.add_argument(
        "--records", type=Path, metavar="DIR", help="a folder of records: count which of its codings are open again"
    )
    source.add_argument(
        "--coding", type=Path, metavar="DIR", help="a coding folder: count which decisions of --coder are open again"
    )
    changes.add_argument("--coder", metavar="NAME", help="with --coding: whose decisions, for that coder's own eyes")
    changes.add_argument("--list", action="store_true", help="name every coding that is open again")
    _add_format(changes)
    changes.set_defaults(run=run_changes)


def run_show(options: argparse.Namespace) -> int:
    history = packaged_codebooks() if options.codebook is None else _loaded(options.codebook)
    codebook = history.latest if options.version is None else history.version(options.version)
    as_json = options.format == "json"
    print(json_bytes(codebook_to_json(codebook)).decode() if as_json else codebook_text(codebook), end="")
    return DONE


def run_export(options: argparse.Namespace) -> int:
    with new_folder(options.folder) as staged:
        write_files(staged, packaged_codebook_files())
    print(f"Wrote {options.folder}. Check your changes with: areasend themes codebook check {options.folder}")
    return DONE


def run_check(options: argparse.Namespace) -> int:
    history = _loaded(options.folder)
    for version in history.versions:
        numbers = f"themes {len(version.themes)}, sub-themes {len(version.sub_themes)}, changes {len(version.changes)}"
        print(f"{version.version}.toml: {numbers}")
    print(f"No fault found. SHA-256 {codebook_sha256(history)}.")
    return DONE


def run_changes(options: argparse.Namespace) -> int:
    history = _loaded(options.folder)
    made = _made(options)
    carried = {what: carried_codings(history, codings) for what, codings in made.items()}
    if options.format == "json":
        print(json_bytes(_changes_to_json(history, carried, listed=options.list)).decode(), end="")
        return DONE
    for version in history.versions:
        print(f"Version {version.version}, valid from {version.valid_from}")
        for change in version.changes:
            print(f"  {change_text(change)}")
    for what, entries in carried.items():
        print("\n".join(_effect(history, what, entries, listed=options.list)))
    return DONE


def _effect(history: CodebookHistory, what: str, entries: tuple[CarriedCoding, ...], *, listed: bool) -> Iterator[str]:
    yield f"{what.capitalize()}: {len(entries)}; open again: {_open(entries)}; with other themes: {_changed(entries)}"
    for theme, codings in reopened_by_theme(history, entries).items():
        yield f"  open for {theme}: {len(codings)}"
        if listed:
            yield from (f"    {coding.statement} by {coding.coder}" for coding in codings)


def _changes_to_json(
    history: CodebookHistory, carried: dict[str, tuple[CarriedCoding, ...]], *, listed: bool
) -> dict[str, Any]:
    versions = [
        {
            "version": version.version,
            "valid_from": version.valid_from.isoformat(),
            "change": [change_to_json(change) for change in version.changes],
        }
        for version in history.versions
    ]
    return {"version": versions} | {
        what: {
            "count": len(entries),
            "open": _open(entries),
            "changed": _changed(entries),
            "open_for": {
                theme: {"count": len(codings)} | ({"codings": _listed(codings)} if listed else {})
                for theme, codings in reopened_by_theme(history, entries).items()
            },
        }
        for what, entries in carried.items()
    }


def _open(entries: tuple[CarriedCoding, ...]) -> int:
    return sum(bool(entry.carried.reopened) for entry in entries)


def _changed(entries: tuple[CarriedCoding, ...]) -> int:
    return sum(entry.changed for entry in entries)


def _listed(codings: tuple[MadeCoding, ...]) -> list[dict[str, str]]:
    return [{"statement": coding.statement, "coder": coding.coder} for coding in codings]


def _made(options: argparse.Namespace) -> dict[str, list[MadeCoding]]:
    """Codings and adjudications of records, which are those of coders who are done; or one coder's own decisions."""
    if (options.coding is None) != (options.coder is None):
        raise ThemesError(
            "--coding and --coder go together: decisions in a coding folder are for the coder who made them."
        )
    if options.coding is not None:
        return {"decisions": _decisions(options.coding, options.coder)}
    if options.records is None:
        return {}
    register = load_folder(options.records)
    return {
        "codings": [
            MadeCoding(coder=entry.coder, statement=entry.unit_id, themes=entry.themes, codebook=entry.codebook)
            for entry in register.codings
        ],
        "adjudications": [
            MadeCoding(coder=entry.decided_by, statement=entry.unit_id, themes=entry.themes, codebook=entry.codebook)
            for entry in register.adjudications
        ],
    }


def _decisions(folder: Path, coder: str) -> list[MadeCoding]:
    return [
        MadeCoding(coder=coder, statement=statement, themes=decision.themes, codebook=decision.codebook)
        for statement, decision in opened(folder).decisions(coder).items()
    ]


def _loaded(folder: Path) -> CodebookHistory:
    return load_codebooks(folder, place=str(folder))


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text", help="what is printed (text)")
