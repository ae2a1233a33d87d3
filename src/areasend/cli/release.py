"""`areasend release`: build a release folder from records or a snapshot; approve it, publish it, say how it stands."""

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from areasend import __version__
from areasend.check.workbook import WorkbookReport, check_workbook, report_json, report_text
from areasend.cli import approve, publish, release_diff, status
from areasend.cli.arguments import add_snapshot_arguments, chosen_register, chosen_snapshot
from areasend.cli.boundaries import chosen_boundaries
from areasend.cli.counting import Basis, chosen_basis
from areasend.cli.exits import CHECK_FAILED, DONE
from areasend.cli.headline import headline
from areasend.cli.previous import chosen_previous, compared
from areasend.cli.progress import progress
from areasend.cli.release_folder import is_release
from areasend.cli.release_numbers import check_numbers, number_files, numbers_line
from areasend.cli.secrecy import require_no_plan, require_no_plan_in
from areasend.cli.word_list import config_words, snapshot_words, text_words, words_in
from areasend.cli.workbook import tables_in
from areasend.formats import new_folder, sha256_hex, write_files
from areasend.framework import framework_sha256
from areasend.publication import (
    MANIFEST,
    NUMBER_CHECK_TEXT,
    WORKBOOK,
    Release,
    ReleaseKind,
    edition_of,
    lay_out,
    manifest_bytes,
    packaged_config_bytes,
    read_config,
)
from areasend.snapshot import SNAPSHOT_FILE, Snapshot, snapshot_files
from areasend.statistics import require_invariants

if TYPE_CHECKING:
    from areasend.check.numbers import Report


class WorkbookFails(Exception):
    """The workbook of a release fails its own check, so the release is not built."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("release", help="build, approve and publish a release", description=__doc__)
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    build = actions.add_parser("build", help="build the release folder, whole or not at all")
    add_snapshot_arguments(build)
    build.add_argument("--config", type=Path, metavar="FILE", help="your release.toml (default: the packaged one)")
    build.add_argument(
        "--kind",
        choices=[kind.value for kind in ReleaseKind],
        default=ReleaseKind.STATISTICS.value,
        help="statistics with commentary, management information (tables and data alone), or the findings report",
    )
    build.add_argument(
        "--codebook", type=Path, metavar="DIR", help="your codebook, for --kind findings (default: the packaged one)"
    )
    build.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to make")
    build.add_argument("--replace", action="store_true", help="replace a release that was built at --out before")
    build.add_argument(
        "--words", type=Path, metavar="FILE", help="a text file of further known words for the spelling check"
    )
    build.add_argument(
        "--boundaries",
        type=Path,
        metavar="FILE",
        help="Counties and Unitary Authorities of the ONS, for a geographic map",
    )
    build.add_argument(
        "--accept", type=Path, metavar="FILE", help="a TOML file of accepted remarks on numbers, each with a reason"
    )
    build.add_argument("--previous", type=Path, metavar="DIR", help="the release before, to say what changed since")
    build.set_defaults(run=run_build)
    for module in (release_diff, approve, publish, status):
        module.add_action(actions)


def run_build(options: argparse.Namespace) -> int:
    try:
        with new_folder(options.out, may_replace=is_release if options.replace else None) as staged:
            built = _build(options, staged)
    except WorkbookFails as failed:
        print(f"areasend: the workbook fails its check; nothing was written.\n{failed}", file=sys.stderr)
        return CHECK_FAILED
    print("\n".join(headline(built.release, built.workbook)))
    print(f"  {numbers_line(built.numbers)}")
    print(f"Open {(options.out / 'index.html').resolve()}")
    if not built.numbers.passed:
        print(
            f"areasend: errors stand in the numbers, and `areasend release approve` refuses while they do. They are in "
            f"{options.out / NUMBER_CHECK_TEXT}",
            file=sys.stderr,
        )
    return DONE


@dataclass(frozen=True, kw_only=True, slots=True)
class _Built:
    """A release in its folder, with what the checks of its workbook and of its numbers found."""

    release: Release
    workbook: WorkbookReport
    numbers: "Report"


def _build(options: argparse.Namespace, staged: Path) -> _Built:
    """Writes the whole release into a staged folder. Raises `WorkbookFails`, and `PlanIsSecret` for any plan read."""
    require_no_plan(
        options.config, options.codebook, options.words, options.boundaries, options.accept, options.previous
    )
    progress("reading and freezing records")
    held = chosen_snapshot(options)
    edition = edition_of(ReleaseKind(options.kind))
    basis = chosen_basis(edition.kind, options.codebook)
    config = options.config.read_bytes() if options.config is not None else packaged_config_bytes(edition.config)
    boundaries = None
    if options.boundaries is not None:
        progress("reading boundaries")
        boundaries = chosen_boundaries(options.boundaries, held)
    progress("counting")
    population = basis.population(held)
    counted = basis.count(population)
    require_invariants(counted)
    place = str(options.config or f"the packaged {edition.config}")
    release = Release(
        counted=counted,
        config=read_config(config, place=place, as_at=held.as_at),
        edition=edition,
        version=__version__,
        boundaries=boundaries,
    )
    progress("comparing with the release before")
    previous = chosen_previous(options.previous, release, basis)
    release = compared(release, population, previous, place=place)
    inputs = {"release.toml": sha256_hex(config), "framework": framework_sha256(), **basis.inputs}
    if boundaries is not None:
        inputs["boundaries"] = boundaries.sha256
    if previous is not None:
        inputs["previous"] = previous.manifest.sha256
    return _written(options, staged, release=release, held=held, basis=basis, inputs=inputs)


def _written(
    options: argparse.Namespace,
    staged: Path,
    *,
    release: Release,
    held: Snapshot,
    basis: Basis,
    inputs: Mapping[str, str],
) -> _Built:
    """Writes the files, checks them as they are, and says in the rest what was found. Raises `WorkbookFails`."""
    progress("laying out pages, workbook and data")
    frozen = snapshot_files(held)
    files = lay_out(release) | basis.files | {f"data/snapshot/{name}": content for name, content in frozen.items()}
    require_no_plan_in(files)
    write_files(staged, files)
    progress("checking the workbook")
    words = snapshot_words(held) | config_words(release.config) | text_words(basis.words) | words_in(options.words)
    workbook = _checked(staged, words)
    progress("checking the numbers")
    numbers = check_numbers(staged, held, chosen_register(options), release.counted.figures(), options.accept)
    results = {
        "data/workbook-check.txt": report_text(workbook).encode(),
        "data/workbook-check.json": report_json(workbook).encode(),
        **number_files(release, numbers),
    }
    files |= results
    inputs = {"snapshot": json.loads(frozen[SNAPSHOT_FILE])["sha256"], **inputs}
    if options.accept is not None:
        inputs["accepted"] = sha256_hex(options.accept.read_bytes())
    files[MANIFEST] = manifest_bytes(release, files, inputs)
    write_files(staged, {name: files[name] for name in (*results, MANIFEST)})
    progress("")
    return _Built(release=release, workbook=workbook, numbers=numbers)


def _checked(staged: Path, words: set[str]) -> WorkbookReport:
    report = check_workbook(staged / WORKBOOK, words=words, tables=tables_in(staged / "data"))
    if not report.passed:
        raise WorkbookFails(report_text(report))
    return report
