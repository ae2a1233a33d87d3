"""`areasend workbook`: run the accessibility checklist on any ODS or XLSX workbook."""

import argparse
import csv
import sys
from pathlib import Path

from areasend.check import TablesUnreadable
from areasend.check.workbook import check_workbook, report_json, report_text
from areasend.cli.exits import CHECK_FAILED, DONE
from areasend.cli.word_list import known_words, words_in
from areasend.register import packaged_register

# Files of a release that the workbook holds no sheet for.
_NO_SHEET = ("observations", "changes", "first-appearance")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("workbook", help="check a workbook", description=__doc__)
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    check = actions.add_parser("check", help="check points SS01 to SS44; exit 1 if one fails")
    check.add_argument("file", type=Path, metavar="FILE")
    check.add_argument("--words", type=Path, metavar="FILE", help="a text file of further known words, one a line")
    check.add_argument("--csv", type=Path, metavar="DIR", help="the folder of CSV files to compare the tables with")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.set_defaults(run=run_check)


def run_check(options: argparse.Namespace) -> int:
    register = packaged_register()
    words = known_words(register.local_areas, register.area_names, register.documents) | words_in(options.words)
    tables = tables_in(options.csv) if options.csv is not None else None
    report = check_workbook(options.file, words=words, tables=tables)
    sys.stdout.write(report_json(report) if options.format == "json" else report_text(report))
    return DONE if report.passed else CHECK_FAILED


def tables_in(folder: Path) -> dict[str, list[list[str]]]:
    """The published CSV files of a folder as rows, by the name that their sheet has. Raises `TablesUnreadable`."""
    if not folder.is_dir():
        raise TablesUnreadable(f"{folder} is not a folder of CSV files. Name the folder data of a release.")
    return {path.stem: _rows(path) for path in sorted(folder.glob("*.csv")) if path.stem not in _NO_SHEET}


def _rows(path: Path) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise TablesUnreadable(f"{path}: not a CSV file in UTF-8 ({error}). Save it as CSV UTF-8.") from error
