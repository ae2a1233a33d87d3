"""`areasend records from-reports`: merge what `reports read` wrote into a folder of records."""

import argparse
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from areasend.cli.exits import CHECK_FAILED, DONE
from areasend.cli.reports_settling import content_of
from areasend.formats import locked, new_folder, write_files
from areasend.framework import packaged_framework
from areasend.register import CORRECTIONS_FILE, RECORD_TYPES, load_folder, load_register
from areasend.reports import (
    Corrections,
    Merged,
    Reading,
    ReportsError,
    Verdict,
    merge,
    merged_files,
    new_records,
    read_corrections,
    read_readings,
)


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = actions.add_parser(
        "from-reports",
        help="merge readings of published reports into records; exit 1 if something is left to settle",
        description="Merges the readings in DIR, which `areasend reports read` wrote, into the records in RECORDS. A "
        "new folder starts with the packaged local areas alone. What stands is kept where a report says otherwise.",
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder that `areasend reports read` wrote")
    parser.add_argument("--out", type=Path, required=True, metavar="RECORDS", help="the records; made if not there")
    parser.add_argument(
        "--take-readings", action="store_true", help="where a report says otherwise than a record, take the report's"
    )
    parser.add_argument(
        "--corrections",
        type=Path,
        metavar="FILE",
        help=f"your corrections of readings, kept as RECORDS/{CORRECTIONS_FILE} from then on",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    readings = read_readings(options.folder)
    out = options.out.resolve()
    if out.exists() and not out.is_dir():
        raise ReportsError(
            f"{options.out}: no folder, and records are one. Name another, or one that is not there yet."
        )
    if out.exists() and any(out.iterdir()):
        with locked(out):
            merged, changed = _into_standing(options, out, readings)
    else:
        merged, changed = _into_new(options, out, readings), True
    for entry in merged.entries:
        print(entry)
    print(_counts("Inspections", merged.inspections_by_verdict), f"{merged.not_merged} readings not merged.")
    print(_counts("Findings", merged.findings_by_verdict))
    if merged.unused:
        print(f"Corrections of reports that are not among these readings: {merged.unused}.")
    if merged.left_over:
        print(f"Look at what is left with `areasend reports show FILE`; corrections go into {CORRECTIONS_FILE}.")
    print(f"Wrote {options.out}." if changed else f"Nothing changes in {options.out}.")
    return CHECK_FAILED if merged.left_over else DONE


def _into_new(options: argparse.Namespace, out: Path, readings: Sequence[Reading]) -> Merged:
    with new_folder(out) as staged:
        write_files(staged, new_records())
        merged, files = _merged(options, staged, readings)
        _write(staged, files, options.out)
    return merged


def _into_standing(options: argparse.Namespace, out: Path, readings: Sequence[Reading]) -> tuple[Merged, bool]:
    """Whatever else lies in the folder stays in it."""
    merged, files = _merged(options, out, readings)
    if files:
        with new_folder(out, may_replace=lambda _: True) as staged:
            shutil.copytree(out, staged, symlinks=True, dirs_exist_ok=True)
            _write(staged, files, options.out)
    return merged, bool(files)


def _merged(options: argparse.Namespace, folder: Path, readings: Sequence[Reading]) -> tuple[Merged, dict[str, bytes]]:
    """The merge into the records of a folder, and the files that it changes."""
    register = load_folder(folder)
    corrections, files = _corrections(options.corrections, folder / CORRECTIONS_FILE)
    merged = merge(
        readings, register, packaged_framework(), corrections=corrections, take_readings=options.take_readings
    )
    held = (folder / kind.file for kind in RECORD_TYPES)
    standing = {path.name: path.read_bytes() for path in held if path.is_file()}
    return merged, files | merged_files(standing, merged)


def _corrections(given: Path | None, kept: Path) -> tuple[Corrections, dict[str, bytes]]:
    """The corrections that are given, or that are kept beside the records; the first are to be kept there."""
    standing = kept.read_bytes() if kept.is_file() else None
    old = read_corrections(standing) if standing is not None else Corrections()
    if given is None:
        return old, {}
    content = content_of(given)
    new = read_corrections(content, str(given))
    if old.entries and old != new:
        raise ReportsError(
            f"{kept} holds other corrections than {given}. Put the rows together there, without this option."
        )
    return new, {} if content == standing else {CORRECTIONS_FILE: content}


def _write(staged: Path, files: dict[str, bytes], out: Path) -> None:
    """Writes what changes, and makes sure that the whole is sound. Raises `RecordsInvalid`."""
    write_files(staged, files)
    load_register(staged, place=f"{out} with these readings", framework=packaged_framework())


def _counts(what: str, counts: Counter[Verdict]) -> str:
    return f"{what}: {', '.join(f'{counts[verdict]} {verdict}' for verdict in Verdict)}."
