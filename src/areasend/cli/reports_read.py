"""`areasend reports read`: from files and folders of PDFs to tables of what they say, with the words behind it."""

import argparse
import multiprocessing
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from platformdirs import user_cache_path

from areasend.cli.exits import DONE
from areasend.cli.progress import progress
from areasend.cli.reports_settling import add_settling_arguments, settling_of
from areasend.formats import new_folder, write_files
from areasend.reports import (
    DESCRIPTIONS,
    DOCUMENT_READER,
    NOT_FOUND,
    DocumentKind,
    Limits,
    Reading,
    ReadingCache,
    ReportsError,
    Task,
    files_of,
    read_all,
    reader_version,
)
from areasend.reports.showing import counted, visible

_BAR = 24


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    read = actions.add_parser("read", help="read reports into tables", description=__doc__)
    read.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="a report, or a folder of reports")
    read.add_argument("--out", type=Path, required=True, metavar="DIR", help="the new folder to write")
    add_settling_arguments(read)
    read.add_argument("--format", choices=("csv", "json"), default="csv", help="of the tables (csv)")
    read.add_argument("--jobs", type=_positive, metavar="N", help="files read at once (default: one a processor)")
    read.add_argument("--seconds", type=_positive, default=60, metavar="N", help="longest time for one file (60)")
    cache = read.add_mutually_exclusive_group()
    cache.add_argument("--cache", type=Path, metavar="DIR", help="where readings are kept (your cache folder)")
    cache.add_argument("--no-cache", action="store_true", help="read every file anew and keep nothing")
    read.set_defaults(run=run_read)


def run_read(options: argparse.Namespace) -> int:
    settle = settling_of(options)
    tasks = tasks_under(options.paths)
    with new_folder(options.out) as staged:
        readings = read_all(
            tasks,
            read=DOCUMENT_READER,
            jobs=min(options.jobs or multiprocessing.cpu_count(), len(tasks)),
            limits=Limits(seconds=options.seconds),
            cache=None if options.no_cache else ReadingCache(options.cache or default_cache(), reader_version()),
            done=_bar(len(tasks)),
        )
        progress("")
        readings = settle(readings)
        write_files(staged, files_of(readings, version=reader_version(), as_json=options.format == "json"))
    print(summary(readings, options.out, table_format=options.format, dated=options.dates is not None))
    return DONE


def tasks_under(paths: Sequence[Path]) -> list[Task]:
    """Every file named and every PDF under a folder named, once each. Raises `ReportsError` where there is none.

    A file is shown by its path under the folder that was named; where two would be shown alike, by their whole paths.
    Names need not be text: what is none of a name is spelled out.
    """
    found: dict[Path, tuple[str, Path]] = {}
    for path in paths:
        if path.is_dir():
            shown = [(entry.relative_to(path).as_posix(), entry) for entry in _pdfs_under(path)]
        elif path.exists():
            shown = [(path.name, path)]
        else:
            raise ReportsError(f"{path} is not there. Name files or folders of published reports.")
        for name, entry in shown:
            found.setdefault(_place(entry), (_as_text(name), entry))
    if not found:
        raise ReportsError(
            f"{', '.join(map(str, paths))}: no file whose name ends in .pdf. Name a folder that holds reports."
        )
    names = Counter(name for name, _ in found.values())
    return [
        Task(file=name if names[name] == 1 else _as_text(entry.as_posix()), path=entry)
        for name, entry in found.values()
    ]


def _pdfs_under(folder: Path) -> Iterator[Path]:
    """Every PDF in a folder and in those within it; links to folders are not followed, so that there is an end."""
    try:
        inside = sorted(folder.iterdir())
    except OSError as error:
        raise ReportsError(
            f"{folder} cannot be read: {error.strerror}. Name folders whose reports you may all read."
        ) from error
    for entry in inside:
        if entry.is_dir() and not entry.is_symlink():
            yield from _pdfs_under(entry)
        elif entry.suffix.lower() == ".pdf" and not entry.is_dir():
            yield entry


def _place(entry: Path) -> Path:
    """The same for every way to a file; a link that leads nowhere is left to the worker, which says so."""
    try:
        return entry.resolve()
    except (OSError, RuntimeError):
        return entry.absolute()


def _as_text(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def summary(readings: Sequence[Reading], out: Path, *, table_format: str, dated: bool) -> str:
    """What was read, what was not and why, and what to do next."""
    reports = [reading for reading in readings if reading.document is DocumentKind.FULL_INSPECTION]
    kinds = Counter(reading.document for reading in readings)
    del kinds[DocumentKind.FULL_INSPECTION]
    lines = [f"{counted(len(reports), 'report')} of full inspections read into {out}."]
    lines += [f"Left alone: {count}, {DESCRIPTIONS[kind]}." for kind, count in sorted(kinds.items())]
    if dated:
        days = sum(reading.text("publication_date") != NOT_FOUND for reading in reports)
        lines.append(f"Publication dates were given for {days} of them.")
    problems = sum(len(reading.problems) for reading in reports)
    if problems:
        lines.append(f"{counted(problems, 'problem')} to look at, in problems.{table_format} beside the tables.")
    next_step = f"areasend records from-reports {out} --out RECORDS"
    lines.append(f"Next: {next_step}" if reports else f"problems.{table_format} there names each file as what it is.")
    return "\n".join(lines)


def default_cache() -> Path:
    """The user's folder for what can be made anew."""
    return user_cache_path("areasend", appauthor=False) / "readings"


def _bar(total: int) -> Callable[[Reading], None]:
    """A progress bar that moves with each file."""
    done = 0

    def moved(reading: Reading) -> None:
        nonlocal done
        done += 1
        filled = _BAR * done // total
        progress(f"[{'#' * filled}{'.' * (_BAR - filled)}] {done} of {total} {visible(reading.file)}")

    return moved


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1")
    return int(text)
