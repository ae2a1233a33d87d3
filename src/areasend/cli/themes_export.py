"""`areasend themes export`: put the locked codings of findings into a copy of a folder of records."""

import argparse
import shutil
from pathlib import Path

from areasend.cli.exits import DONE
from areasend.cli.themes_folder import add_folder, opened
from areasend.formats import new_folder, write_files
from areasend.framework import packaged_framework
from areasend.register import load_folder, load_register
from areasend.reports.showing import counted
from areasend.themes.coding import coding_records


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser(
        "export",
        help="put locked codings into records",
        description="Writes a copy of a folder of records in which coders.csv, codings.csv and adjudications.csv hold "
        "what this coding folder says of findings, once all coders are locked. No text and no note is in them.",
    )
    add_folder(parser)
    parser.add_argument("--records", type=Path, required=True, metavar="DIR", help="the records to copy")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the new folder of records")
    parser.add_argument("--add", action="store_true", help="keep the codings that are in the records already")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    register = load_folder(options.records)
    exported = coding_records(opened(options.folder), register, keep=options.add)
    with new_folder(options.out) as staged:
        shutil.copytree(options.records, staged, dirs_exist_ok=True)
        write_files(staged, exported.files)
        load_register(staged, place=f"{options.out} with these codings", framework=packaged_framework())
    told = f"{counted(exported.codings, 'coding')} and {counted(exported.adjudications, 'adjudication')}"
    print(f"Wrote {options.out}: {told}.")
    if register.codings and not options.add:
        print(f"They replace the {len(register.codings)} codings that were in {options.records}; --add keeps both.")
    if exported.not_findings:
        print(f"{exported.not_findings} statements of sections are no findings and stay in {options.folder}.")
    return DONE
