"""`areasend records`: validate a folder of records, or export the packaged ones to start from."""

import argparse
from pathlib import Path

from areasend.cli.exits import DONE
from areasend.formats import new_folder, write_files
from areasend.register import RECORD_TYPES, empty_files, load_folder, packaged_files


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("records", help="validate or export records", description=__doc__)
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    validate = actions.add_parser("validate", help="check a folder of records and report every fault")
    validate.add_argument("folder", type=Path, metavar="DIR")
    validate.set_defaults(run=run_validate)
    export = actions.add_parser("export", help="write the packaged records into a new folder")
    export.add_argument("folder", type=Path, metavar="DIR")
    export.add_argument("--empty", action="store_true", help="write the headings alone, to start your own records")
    export.set_defaults(run=run_export)


def run_validate(options: argparse.Namespace) -> int:
    register = load_folder(options.folder)
    for kind in RECORD_TYPES:
        print(f"{kind.file}: {len(getattr(register, kind.name))} records")
    print(f"No fault found. Complete to {register.completeness.complete_to}.")
    return DONE


def run_export(options: argparse.Namespace) -> int:
    with new_folder(options.folder) as staged:
        write_files(staged, empty_files() if options.empty else packaged_files())
    print(f"Wrote {options.folder}. Check your changes with: areasend records validate {options.folder}")
    return DONE
