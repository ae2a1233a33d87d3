"""`areasend check`: hold every number of a publication against the rest of it, and against records."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from areasend import __version__
from areasend.cli.arguments import add_snapshot_arguments, chosen_register, chosen_snapshot
from areasend.cli.exits import CHECK_FAILED, DONE
from areasend.cli.progress import progress
from areasend.framework import packaged_framework
from areasend.snapshot import SNAPSHOT_FILE, CannotFreeze, Snapshot, read_snapshot, snapshot_files

# Where the folder of a release holds the records that it was counted from.
_OWN = Path("data", "snapshot")

if TYPE_CHECKING:  # the readers of documents are loaded when something is checked, not for --help
    from areasend.check.numbers import Acceptance, Against, Report

_EPILOG = """examples:
  areasend check report.html
  areasend check main-findings.txt tables.ods --as-at 2024-12-31
  areasend check release --snapshot release/data/snapshot --format json
  areasend check report.md --previous last-year.md --accept accepted.toml
  areasend check report.html --format html > checked.html

Without --snapshot and --as-at, a publication is held against itself alone; the folder of a release also against the
records in it.
exit codes: 0 no error (queries do not count), 1 an error stands, 2 the check could not run
"""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "check",
        help="check every number of a publication; exit 1 if an error stands",
        description="Reads a publication as its readers do, and says which of its numbers contradict each other, which "
        "cannot be, and which do not follow from the records.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="a web page, text, Markdown, ODS, XLSX, CSV or the folder of a release; several are one publication",
    )
    add_snapshot_arguments(parser)
    parser.add_argument(
        "--previous",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="the same publication as it was before, to find values that should not have changed",
    )
    parser.add_argument(
        "--accept", type=Path, metavar="FILE", help="a TOML file of accepted remarks, each with a reason"
    )
    parser.add_argument("--format", choices=("text", "json", "html"), default="text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    report = _checked(options)
    progress("writing the result")
    told = _told(report, options.format)
    progress("")
    sys.stdout.write(told)
    return DONE if report.passed else CHECK_FAILED


def _told(report: "Report", form: str) -> str:
    from areasend.check.numbers import report_json, report_page, report_text

    if form != "text":
        return (report_json if form == "json" else report_page)(report, version=__version__).decode()
    return report_text(report)


def _checked(options: argparse.Namespace) -> "Report":
    from areasend.check.numbers import check_publication, read_publication, release_in, reported

    accepted = acceptances(options.accept)
    held = _records(options)
    progress("reading the publication")
    documents = read_publication(options.files)
    previous = read_publication(options.previous) if options.previous else ()
    release = next((found for path in options.files if path.is_dir() and (found := release_in(path))), None)
    progress("checking its numbers")
    result = check_publication(
        documents,
        framework=packaged_framework(),
        register=chosen_register(options),
        snapshot=held,
        previous=previous,
        release=release,
    )
    return reported(result, accepted, against=None if held is None else against(held))


def acceptances(file: Path | None) -> tuple["Acceptance", ...]:
    """What `--accept` names. Raises `CheckError` for a file that is not sound, `OSError` where there is none."""
    from areasend.check.numbers import read_acceptances

    return () if file is None else read_acceptances(file.read_bytes(), place=str(file))


def against(held: Snapshot) -> "Against":
    """What is said of the records in a report."""
    from areasend.check.numbers import Against

    return Against(
        as_at=held.as_at,
        published_by=held.published_by,
        complete_to=held.completeness.complete_to,
        sha256=json.loads(snapshot_files(held)[SNAPSHOT_FILE])["sha256"],
    )


def _records(options: argparse.Namespace) -> Snapshot | None:
    """The records to hold numbers against, if any are named. Raises `CannotFreeze` where their date is missing."""
    if options.snapshot is None and options.as_at is None:
        named = "--records" if options.records is not None else "--published-by" if options.published_by else ""
        if named:
            raise CannotFreeze(f"{named} is given without a date. Add --as-at DATE, such as --as-at 2024-12-31.")
        return _own_records(options.files)
    progress("reading and freezing records")
    return chosen_snapshot(options)


def _own_records(files: Sequence[Path]) -> Snapshot | None:
    """The frozen records in the folder of a release, where nobody named others."""
    held = next((path / _OWN for path in files if (path / _OWN / SNAPSHOT_FILE).is_file()), None)
    return read_snapshot(held) if held is not None else None
