"""`areasend reports read`: from files and folders of PDFs to tables of what they say, with the words behind it."""

import argparse
import multiprocessing
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from platformdirs import user_cache_path

from areasend.cli.exits import DONE
from areasend.cli.progress import progress
from areasend.cli.reports_settling import add_settling_arguments, settling_of
from areasend.formats import new_folder, write_files
from areasend.reports import (
    DESCRIPTIONS,
    DOCUMENT_READER,
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
    print(summary(readings, options.out))
    return DONE


def tasks_under(paths: Sequence[Path]) -> list[Task]:
    """Every file named and every PDF under a folder named, once each. Raises `ReportsError` where there is none.

    A file is shown by its path under the folder that was named; where two would be shown alike, by their whole paths.
    """
    found: dict[Path, tuple[str, Path]] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(entry for entry in path.rglob("*") if entry.suffix.lower() == ".pdf" and not entry.is_dir())
            shown = [(entry.relative_to(path).as_posix(), entry) for entry in inside]
        elif path.exists():
            shown = [(path.name, path)]
        else:
            raise ReportsError(f"{path} is not there. Name files or folders of published reports.")
        for name, entry in shown:
            found.setdefault(entry.resolve(), (name, entry))
    if not found:
        raise ReportsError(
            f"{', '.join(map(str, paths))}: no file whose name ends in .pdf. Name a folder that holds reports."
        )
    names = Counter(name for name, _ in found.values())
    return [Task(file=name if names[name] == 1 else entry.as_posix(), path=entry) for name, entry in found.values()]


def summary(readings: Sequence[Reading], out: Path) -> str:
    """What was read, what was not and why, and what to do next."""
    kinds = Counter(reading.document for reading in readings)
    reports = kinds.pop(DocumentKind.FULL_INSPECTION, 0)
    lines = [f"{_counted(reports, 'report')} of full inspections read into {out}."]
    lines += [f"Left alone: {count}, {DESCRIPTIONS[kind]}." for kind, count in sorted(kinds.items())]
    problems = sum(len(reading.problems) for reading in readings if reading.document is DocumentKind.FULL_INSPECTION)
    if problems:
        lines.append(f"{_counted(problems, 'problem')} to look at, in problems.csv beside the tables.")
    lines.append(f"Next: areasend records from-reports {out} --out RECORDS")
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
        progress(f"[{'#' * filled}{'.' * (_BAR - filled)}] {done} of {total} {reading.file}")

    return moved


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1")
    return int(text)
