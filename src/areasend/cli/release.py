"""`areasend release`: build a release folder from records or a snapshot; approve it, publish it, say how it stands."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from areasend import __version__
from areasend.check.workbook import Status, WorkbookReport, check_workbook, report_json, report_text
from areasend.cli import approve, publish, release_diff, status
from areasend.cli.arguments import add_snapshot_arguments, chosen_snapshot
from areasend.cli.boundaries import chosen_boundaries
from areasend.cli.exits import CHECK_FAILED, DONE
from areasend.cli.previous import chosen_previous, compared
from areasend.cli.progress import progress
from areasend.cli.word_list import config_words, snapshot_words, words_in
from areasend.cli.workbook import tables_in
from areasend.formats import new_folder, sha256_hex, write_files
from areasend.framework import Outcome, framework_sha256, packaged_framework
from areasend.publication import (
    MANIFEST,
    WORKBOOK,
    Release,
    ReleaseKind,
    edition_of,
    lay_out,
    manifest_bytes,
    packaged_config_bytes,
    read_config,
)
from areasend.snapshot import SNAPSHOT_FILE, snapshot_files
from areasend.statistics import Counted, Population, count_population, long_date, require_invariants


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
        help="statistics with commentary, or management information: tables and data alone",
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
    build.add_argument("--previous", type=Path, metavar="DIR", help="the release before, to say what changed since")
    build.set_defaults(run=run_build)
    for module in (release_diff, approve, publish, status):
        module.add_action(actions)


def run_build(options: argparse.Namespace) -> int:
    try:
        with new_folder(options.out, may_replace=is_release if options.replace else None) as staged:
            release, report = _build(options, staged)
    except WorkbookFails as failed:
        print(f"areasend: the workbook fails its check; nothing was written.\n{failed}", file=sys.stderr)
        return CHECK_FAILED
    print("\n".join(_summary(release, report)))
    print(f"Open {(options.out / 'index.html').resolve()}")
    return DONE


def _build(options: argparse.Namespace, staged: Path) -> tuple[Release, WorkbookReport]:
    """Writes the whole release into a staged folder. Raises `WorkbookFails`."""
    progress("reading and freezing records")
    held = chosen_snapshot(options)
    config = options.config.read_bytes() if options.config is not None else packaged_config_bytes()
    boundaries = None
    if options.boundaries is not None:
        progress("reading boundaries")
        boundaries = chosen_boundaries(options.boundaries, held)
    progress("counting")
    population = Population(snapshot=held, framework=packaged_framework())
    counted = count_population(population)
    require_invariants(counted)
    place = str(options.config or "the packaged release.toml")
    release = Release(
        counted=counted,
        config=read_config(config, place=place, as_at=held.as_at),
        edition=edition_of(ReleaseKind(options.kind)),
        version=__version__,
        boundaries=boundaries,
    )
    progress("comparing with the release before")
    previous = chosen_previous(options.previous, release)
    release = compared(release, population, previous, place=place)
    progress("laying out pages, workbook and data")
    frozen = snapshot_files(held)
    files = lay_out(release) | {f"data/snapshot/{name}": content for name, content in frozen.items()}
    write_files(staged, files)
    progress("checking the workbook")
    words = snapshot_words(held) | config_words(release.config) | words_in(options.words)
    report = _checked(staged, words)
    checks = {"data/workbook-check.txt": report_text(report), "data/workbook-check.json": report_json(report)}
    files |= {name: text.encode() for name, text in checks.items()}
    inputs = {
        "snapshot": json.loads(frozen[SNAPSHOT_FILE])["sha256"],
        "release.toml": sha256_hex(config),
        "framework": framework_sha256(),
    }
    if boundaries is not None:
        inputs["boundaries"] = boundaries.sha256
    if previous is not None:
        inputs["previous"] = previous.manifest.sha256
    files[MANIFEST] = manifest_bytes(release, files, inputs)
    write_files(staged, {name: files[name] for name in (*checks, MANIFEST)})
    progress("")
    return release, report


def is_release(folder: Path) -> bool:
    """Whether a folder is a release that areasend built: only such a one may be replaced."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(manifest, dict) and manifest.keys() >= {"areasend", "unofficial", "files"}


def _checked(staged: Path, words: set[str]) -> WorkbookReport:
    report = check_workbook(staged / WORKBOOK, words=words, tables=tables_in(staged / "data"))
    if not report.passed:
        raise WorkbookFails(report_text(report))
    return report


def _summary(release: Release, report: WorkbookReport) -> Iterator[str]:
    """The headline figures in five lines, each from its figure."""
    counted = release.counted
    yield f"{release.title}. {release.status_title}"
    total, year = _text(counted, "outcomes-since-2023", "total"), _text(counted, "outcomes-in-year", "total")
    start = long_date(counted.since_start.start)
    yield f"  Full inspections with a recorded outcome since {start}: {total}, in {counted.as_at.year}: {year}"
    yield f"  {', '.join(_outcome(counted, outcome) for outcome in counted.version.outcomes)}"
    columns = counted.table("coverage").columns[1:5]
    areas = (f"{column.title.lower()} {_text(counted, 'coverage', column.name)}" for column in columns)
    yield f"  {', '.join(areas).capitalize()}"
    counts = ", ".join(f"{report.count(status)} {status.value}" for status in Status)
    yield f"  Workbook check, points: {counts}"


def _outcome(counted: Counted, outcome: Outcome) -> str:
    figure = counted.table("outcomes-since-2023").figure("england", f"{outcome.key}_pct")
    share = "" if figure.denominator == 0 else f" ({figure.text}%)"
    return f"{outcome.short_label} {_text(counted, 'outcomes-since-2023', outcome.key)}{share}"


def _text(counted: Counted, table: str, column: str) -> str:
    return counted.table(table).figure("england", column).text
