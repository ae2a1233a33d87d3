"""`areasend records`: validate a folder of records, export the packaged ones to start from, or merge readings in."""

import argparse
from pathlib import Path

from areasend.cli import from_reports
from areasend.cli.exits import DONE
from areasend.formats import new_folder, write_files
from areasend.register import CORRECTIONS_FILE, RECORD_TYPES, empty_files, load_folder, packaged_files
from areasend.reports import read_corrections


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("records", help="validate, export or merge records", description=__doc__)
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    validate = actions.add_parser("validate", help="check a folder of records and report every fault")
    validate.add_argument("folder", type=Path, metavar="DIR")
    validate.set_defaults(run=run_validate)
    export = actions.add_parser("export", help="write the packaged records into a new folder")
    export.add_argument("folder", type=Path, metavar="DIR")
    export.add_argument("--empty", action="store_true", help="write the headings alone, to start your own records")
    export.set_defaults(run=run_export)
    from_reports.add_action(actions)


def run_validate(options: argparse.Namespace) -> int:
    register = load_folder(options.folder)
    kept = options.folder / CORRECTIONS_FILE
    corrections = read_corrections(kept.read_bytes()) if kept.is_file() else None
    for kind in RECORD_TYPES:
        print(f"{kind.file}: {len(getattr(register, kind.name))} records")
    if corrections is not None:
        print(f"{CORRECTIONS_FILE}: {len(corrections.entries)} corrections")
    print(f"No fault found. Complete to {register.completeness.complete_to}.")
    return DONE


def run_export(options: argparse.Namespace) -> int:
    with new_folder(options.folder) as staged:
        write_files(staged, empty_files() if options.empty else packaged_files())
    print(f"Wrote {options.folder}. Check your changes with: areasend records validate {options.folder}")
    return DONE
